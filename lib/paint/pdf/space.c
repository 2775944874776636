/* space.c - the spaces between runs of text.
 *
 * Programs that read the tags join all text of an element. Lines and labels are separated
 * by their positions only, so an invisible space is written between them. */
#include "paint/pdf/pdf.h"

#include <string.h>

const struct pdf_glyph *pdf_marked_space(struct pdf *pdf, struct pdf_font *font,
                                         const struct glyph_run *run)
{
    const char *text = run->right_to_left ? pdf_rtl_space : pdf_ltr_space;

    return pdf_find_blank(pdf, font, text, strlen(text));
}

const struct pdf_glyph *pdf_leading_space(struct pdf *pdf, struct pdf_font *font,
                                          const struct structure_run *run)
{
    const bool is_marked = pdf->has_rtl && font->has_blanks;

    if (font->face->space == 0 || !run->is_apart)
        return NULL;
    if (is_marked && (run->is_backward || (run->glyphs->right_to_left && run->is_same_text)))
        return pdf_marked_space(pdf, font, run->glyphs);
    return run->is_same_text ? pdf_find_glyph(pdf, font, font->face->space) : NULL;
}
