/* cluster.c - the text that the glyphs of a run stand for.
 *
 * Text is extracted from a PDF through the Unicode maps of its fonts, which give each code
 * one text. In right-to-left runs each code gets one letter only, because browsers reverse
 * text character by character. The further letters of a ligature are carried by blanks:
 * codes that select the space's glyph and have a text of their own (see text.c). */
#include "paint/pdf/pdf.h"

#include <string.h>

#include "base/strings.h"

/* Texts of one glyph that are longer than this, in bytes, go into ActualText. */
enum { MAX_MAPPED = 64 };

/* Default-ignorable characters: direction marks, isolates and joiners. They affect the text around
 * them and are neither shown nor extracted. */
static bool is_ignorable_character(uint32_t code)
{
    return code == 0x61C || (code >= 0x200B && code <= 0x200F) ||
           (code >= 0x202A && code <= 0x202E) || (code >= 0x2060 && code <= 0x2069) ||
           code == 0xFEFF;
}

bool pdf_is_ignorable(const struct glyph_run *run, const struct glyph *glyph)
{
    const char *at = run->text + glyph->cluster;

    return glyph->cluster < run->length &&
           is_ignorable_character(utf8_next(&at, run->text + run->length));
}

struct pdf_cluster pdf_cluster_at(const struct glyph_run *run, size_t first)
{
    size_t start = pdf_logical_glyph(run, first)->cluster, last = first + 1, end = run->length;

    while (last < run->n_glyphs && pdf_logical_glyph(run, last)->cluster == start)
        last++;
    if (last < run->n_glyphs)
        end = pdf_logical_glyph(run, last)->cluster;
    if (first == 0)
        start = 0;
    if (end > run->length)
        end = run->length;
    if (start > end)
        start = end;
    struct pdf_cluster cluster = { first, last - first, run->text + start, end - start, false };
    cluster.is_even = utf8_count(cluster.text, cluster.length) == cluster.n_glyphs;
    return cluster;
}

size_t pdf_next_glyph_text(const struct pdf_cluster *cluster, const char **at, const char **text)
{
    const char *end = cluster->text + cluster->length;

    *text = *at;
    if (!cluster->is_even)
        *at = end;
    else
        utf8_next(at, end);
    return (size_t)(*at - *text);
}

size_t pdf_next_letter(const struct pdf_cluster *cluster, const char **at, const char **text)
{
    const char *end = cluster->text + cluster->length;
    uint32_t code;

    do {
        if (*at >= end)
            return 0;
        *text = *at;
        code = utf8_next(at, end);
    } while (is_ignorable_character(code));
    return (size_t)(*at - *text);
}

bool pdf_is_spelled_out(const struct pdf_font *font, const struct glyph_run *run,
                        const struct pdf_cluster *cluster)
{
    const char *at = cluster->text, *text;
    size_t n_letters = 0;

    if (!run->right_to_left || !font->has_blanks)
        return false;
    while (pdf_next_letter(cluster, &at, &text) > 0)
        n_letters++;
    return n_letters > cluster->n_glyphs && n_letters <= MAX_SPELLED_OUT;
}

/* A glyph that is used for several texts maps to the shortest, then to the first in byte order:
 * "A" rather than Greek capital alpha, space rather than no-break space. */
static bool is_better(const char *text, size_t length, const struct pdf_glyph *than)
{
    if (length == 0 || length > MAX_MAPPED)
        return false;
    if (than->text == NULL || length != than->length)
        return than->text == NULL || length < than->length;
    return memcmp(text, than->text, length) < 0;
}

static void note_text(struct pdf *pdf, struct pdf_glyph *glyph, const char *text, size_t length)
{
    if (glyph == NULL || !is_better(text, length, glyph))
        return;
    glyph->text = arena_text(&pdf->arena, text, length);
    glyph->length = length;
}

/* Maps the first glyph to the first letter, and a blank to each other letter. */
static void collect_spelled_out(struct pdf *pdf, struct pdf_font *font, const struct glyph_run *run,
                                const struct pdf_cluster *cluster)
{
    const char *at = cluster->text, *text = at;
    size_t length = pdf_next_letter(cluster, &at, &text);

    for (size_t k = 0; k < cluster->n_glyphs; k++) {
        const struct glyph *glyph = pdf_logical_glyph(run, cluster->first + k);
        note_text(pdf, pdf_find_glyph(pdf, font, glyph->id), text, k == 0 ? length : 0);
    }
    while ((length = pdf_next_letter(cluster, &at, &text)) > 0)
        pdf_find_blank(pdf, font, text, length);
}

static void collect_cluster(struct pdf *pdf, struct pdf_font *font, const struct glyph_run *run,
                            const struct pdf_cluster *cluster)
{
    const char *at = cluster->text, *text;

    if (pdf_is_ignorable(run, pdf_logical_glyph(run, cluster->first)))
        return;
    if (pdf_is_spelled_out(font, run, cluster)) {
        collect_spelled_out(pdf, font, run, cluster);
        return;
    }
    for (size_t k = 0; k < cluster->n_glyphs; k++) {
        size_t length = pdf_next_glyph_text(cluster, &at, &text);
        const struct glyph *glyph = pdf_logical_glyph(run, cluster->first + k);
        note_text(pdf, pdf_find_glyph(pdf, font, glyph->id), text, length);
    }
}

/* The text is one character and its marks. */
bool pdf_is_box(const struct pdf_font *font, const struct glyph_run *run)
{
    return run->is_missing && font->has_extra && run->n_glyphs == 1 && run->length > 0 &&
           run->length <= MAX_MAPPED;
}

void pdf_collect_glyphs(struct painter *painter, const struct glyph_run *run)
{
    struct pdf *pdf = (struct pdf *)painter;
    struct pdf_font *font = run->n_glyphs == 0 ? NULL : pdf_find_font(pdf, run->font);

    if (font == NULL)
        return;
    if (font->face->space != 0)
        note_text(pdf, pdf_find_glyph(pdf, font, font->face->space), " ", 1);
    pdf->has_rtl |= run->right_to_left;
    if (pdf_is_box(font, run)) {
        pdf_find_extra(pdf, font, run->glyphs[0].id, run->text, run->length);
        return;
    }
    for (size_t i = 0; i < run->n_glyphs;) {
        struct pdf_cluster cluster = pdf_cluster_at(run, i);
        collect_cluster(pdf, font, run, &cluster);
        i += cluster.n_glyphs;
    }
}
