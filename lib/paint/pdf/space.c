/* space.c - the spaces between runs of text.
 *
 * Programs that read the tags join all text of an element. Lines and labels are separated
 * by their positions only, so an invisible space is written between them. */
#include "paint/pdf/pdf.h"

#include <math.h>
#include <string.h>

#include "base/strings.h"

/* Scripts without spaces between words, and their punctuation. */
static bool is_unspaced(uint32_t code)
{
    switch (hb_unicode_script(hb_unicode_funcs_get_default(), code)) {
    case HB_SCRIPT_HAN:
    case HB_SCRIPT_HIRAGANA:
    case HB_SCRIPT_KATAKANA:
    case HB_SCRIPT_THAI:
    case HB_SCRIPT_LAO:
    case HB_SCRIPT_KHMER:
    case HB_SCRIPT_MYANMAR:
        return true;
    default:
        return (code >= 0x3000 && code <= 0x303F) || (code >= 0xFF00 && code <= 0xFFEF);
    }
}

bool pdf_is_space(uint32_t code)
{
    return hb_unicode_general_category(hb_unicode_funcs_get_default(), code) ==
               HB_UNICODE_GENERAL_CATEGORY_SPACE_SEPARATOR ||
           code < ' ';
}

/* True if no space belongs between the characters: sentences in scripts without spaces break
 * anywhere. */
static bool joins(uint32_t last, uint32_t next)
{
    return pdf_is_space(last) || pdf_is_space(next) || (is_unspaced(last) && is_unspaced(next));
}

/* Lines break after a dash within a word. */
static bool is_dash(uint32_t code)
{
    return hb_unicode_general_category(hb_unicode_funcs_get_default(), code) ==
           HB_UNICODE_GENERAL_CATEGORY_DASH_PUNCTUATION;
}

static uint32_t last_character(const struct glyph_run *run)
{
    const char *at = run->text + utf8_floor(run->text, run->length - 1);

    return utf8_next(&at, run->text + run->length);
}

static uint32_t first_character(const struct glyph_run *run)
{
    const char *at = run->text;

    return utf8_next(&at, run->text + run->length);
}

static struct point on_page(const struct pdf *pdf, const struct glyph_run *run, double x)
{
    const struct matrix *matrix = &pdf->state.matrix;
    double left = run->origin.x + x, base = run->origin.y;

    return (struct point){ matrix->xx * left + matrix->xy * base + matrix->x0,
                           matrix->yx * left + matrix->yy * base + matrix->y0 };
}

static double run_width(const struct glyph_run *run)
{
    const struct glyph *last = &run->glyphs[run->n_glyphs - 1];

    return last->x + last->advance;
}

static bool is_near(struct point a, struct point b, double em)
{
    return fabs(a.x - b.x) <= 0.15 * em && fabs(a.y - b.y) <= 0.6 * em;
}

/* Where the run stands relative to the text before it. */
struct relation {
    bool
        is_apart; /* touches it on neither side, as the next run of a line or a raised note would */
    bool is_backward; /* on the same line, farther left */
};

static struct relation relate(const struct pdf *pdf, const struct glyph_run *run)
{
    const struct pdf_last_text *last = &pdf->last_text;
    struct point start = on_page(pdf, run, 0), end = on_page(pdf, run, run_width(run));
    double em = run->size * hypot(pdf->state.matrix.xx, pdf->state.matrix.yx);

    return (struct relation){
        .is_apart = !is_near(start, last->end, em) && !is_near(end, last->start, em),
        .is_backward = fabs(end.y - last->start.y) <= 0.6 * em && end.x < last->start.x,
    };
}

void pdf_note_text(struct pdf *pdf, const struct glyph_run *run)
{
    pdf->last_text = (struct pdf_last_text){
        .sequence = pdf->structure.n_sequences,
        .start = on_page(pdf, run, 0),
        .end = on_page(pdf, run, run_width(run)),
        .last = run->length == 0 ? ' ' : last_character(run),
    };
}

const struct pdf_glyph *pdf_marked_space(struct pdf *pdf, struct pdf_font *font,
                                         const struct glyph_run *run)
{
    const char *text = run->right_to_left ? pdf_rtl_space : pdf_ltr_space;

    return pdf_find_blank(pdf, font, text, strlen(text));
}

const struct pdf_glyph *pdf_leading_space(struct pdf *pdf, struct pdf_font *font,
                                          const struct glyph_run *run)
{
    if (font->face->space == 0 || run->length == 0 ||
        joins(pdf->last_text.last, first_character(run)))
        return NULL;
    struct relation relation = relate(pdf, run);
    bool is_marked = pdf->has_rtl && font->has_blanks;
    bool is_same_sequence = pdf->last_text.sequence == pdf->structure.n_sequences;

    /* On one line a dash is all that stands in an empty cell. */
    if (!relation.is_apart || (is_dash(pdf->last_text.last) && !relation.is_backward))
        return NULL;
    if (is_marked && (relation.is_backward || (run->right_to_left && is_same_sequence)))
        return pdf_marked_space(pdf, font, run);
    return is_same_sequence ? pdf_find_glyph(pdf, font, font->face->space) : NULL;
}
