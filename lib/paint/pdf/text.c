/* text.c - the text operators of glyph runs.
 *
 * A left-to-right cluster gets ActualText if the Unicode map gives its glyphs other texts,
 * because they are used for these elsewhere.
 *
 * Right-to-left runs are written for browsers. PDFium (Chrome, Edge) and pdf.js (Firefox)
 * expect the codes of a run in visual order and reverse them themselves, text from
 * ActualText included. So:
 * - glyphs are in visual order, one array a run; runs are in logical order;
 * - a space at either end of a run, where the pen moves back to the next run, has a code of
 *   its own with the text U+200F, space: pdf.js drops a space at the end of an item, which
 *   it recognises by the first character;
 * - a run without letters, which pdf.js does not reverse, is an array for each glyph, in
 *   logical order;
 * - each code has one letter. Blanks to the left of a ligature carry its further letters,
 *   because PDFium reverses the letters of one code as well. */
#include "paint/pdf/pdf.h"

#include <math.h>
#include <string.h>

#include "base/strings.h"
#include "scene/script.h"

const char pdf_rtl_space[] = "\xE2\x80\x8F ", pdf_ltr_space[] = "\xE2\x80\x8E ";

/* Thousandths of an em that the pen may go back within a run. pdf.js ends an item
 * beyond 200 (NEGATIVE_SPACE_FACTOR), and drops spaces there. */
static const double max_back = 190;

/* True if the glyph's text in the map is this one; a space also stands for no-break spaces. */
static bool is_mapped_to(const struct pdf_glyph *glyph, const char *text, size_t length)
{
    size_t known = glyph->text == NULL ? 0 : glyph->length;

    if (known == length && (length == 0 || memcmp(glyph->text, text, length) == 0))
        return true;
    return known == 1 && glyph->text[0] == ' ' &&
           ((length == 2 && memcmp(text, "\xC2\xA0", 2) == 0) ||
            (length == 3 && memcmp(text, "\xE2\x80\xAF", 3) == 0));
}

static bool is_mapped(struct pdf *pdf, struct pdf_font *font, const struct glyph_run *run,
                      const struct pdf_cluster *cluster)
{
    const char *at = cluster->text, *text;

    for (size_t k = 0; k < cluster->n_glyphs; k++) {
        size_t length = pdf_next_glyph_text(cluster, &at, &text);
        const struct pdf_glyph *glyph =
            pdf_find_glyph(pdf, font, pdf_logical_glyph(run, cluster->first + k)->id);
        if (glyph == NULL)
            return true;
        if (!is_mapped_to(glyph, text, length))
            return false;
    }
    return true;
}

/* The TJ operator being written. Units: thousandths of an em. */
struct showing {
    struct pdf *pdf;
    struct pdf_font *font;
    const struct glyph_run *run;
    double pen; /* position of the viewer's pen */
    double rise;
    bool in_array, in_string;
};

static void end_string(struct showing *showing)
{
    if (showing->in_string)
        buffer_byte(&showing->pdf->content, ')');
    showing->in_string = false;
}

/* Writes a code as two bytes of a literal string (ISO 32000-1, 7.3.4.2): half the size of
 * hexadecimal digits, and faster to compress. */
static void put_code(struct showing *showing, unsigned code)
{
    struct buffer *content = &showing->pdf->content;
    const unsigned bytes[] = { code >> 8 & 0xFF, code & 0xFF };

    if (!showing->in_string)
        buffer_byte(content, '(');
    showing->in_string = true;
    for (size_t i = 0; i < 2; i++) {
        char byte = (char)bytes[i];
        bool is_special = byte == '(' || byte == ')' || byte == '\\' || byte == '\r';
        if (is_special)
            buffer_byte(content, '\\');
        buffer_byte(content, byte == '\r' ? 'r' : byte);
    }
}

static void end_array(struct showing *showing)
{
    end_string(showing);
    if (showing->in_array)
        buffer_text(&showing->pdf->content, "]TJ\n");
    showing->in_array = false;
}

static void set_rise(struct showing *showing, double rise)
{
    if (fabs(rise - showing->rise) < 0.0005)
        return;
    end_array(showing);
    buffer_fixed(&showing->pdf->content, rise, showing->pdf->state.decimals);
    buffer_text(&showing->pdf->content, " Ts\n");
    showing->rise = rise;
}

/* Adjusts the pen if it is off by a unit or more, by kerning, tracking, or accumulated rounding of
 * widths. */
static void show_at(struct showing *showing, const struct pdf_glyph *glyph, double x)
{
    struct buffer *content = &showing->pdf->content;
    double back = showing->pen - x;

    if (!showing->in_array)
        buffer_byte(content, '[');
    showing->in_array = true;
    if (fabs(back) >= 1) {
        back = rint(back);
        end_string(showing);
        buffer_fixed(content, back, 0);
        showing->pen -= back;
    }
    put_code(showing, glyph->code);
    showing->pen += glyph->width;
}

static double thousandths(const struct showing *showing, double x)
{
    return x * 1000 / showing->run->size;
}

static void show_glyph(struct showing *showing, const struct glyph *glyph)
{
    const struct pdf_glyph *known = pdf_find_glyph(showing->pdf, showing->font, glyph->id);

    if (known == NULL)
        return;
    set_rise(showing, -glyph->y);
    show_at(showing, known, thousandths(showing, glyph->x));
}

static void begin_actual_text(struct showing *showing, const struct pdf_cluster *cluster)
{
    struct buffer *content = &showing->pdf->content;

    end_array(showing);
    buffer_text(content, "/Span <</ActualText <FEFF");
    pdf_put_utf16(content, cluster->text, cluster->length);
    buffer_text(content, ">>> BDC\n");
}

static void show_ltr(struct showing *showing)
{
    const struct glyph_run *run = showing->run;

    for (size_t i = 0; i < run->n_glyphs;) {
        struct pdf_cluster cluster = pdf_cluster_at(run, i);
        if (pdf_is_ignorable(run, &run->glyphs[i])) {
            i += cluster.n_glyphs;
            continue;
        }
        bool needs_actual_text = !is_mapped(showing->pdf, showing->font, run, &cluster);
        if (needs_actual_text)
            begin_actual_text(showing, &cluster);
        for (size_t k = 0; k < cluster.n_glyphs; k++)
            show_glyph(showing, &run->glyphs[i + k]);
        if (needs_actual_text) {
            end_array(showing);
            buffer_text(&showing->pdf->content, "EMC\n");
        }
        i += cluster.n_glyphs;
    }
}

/* Shows the blanks for the letters of a ligature after its first, the last letter leftmost. The
 * ligature begins at x; blanks reach under it, so that the pen never goes back too far. */
static void show_further_letters(struct showing *showing, const struct pdf_cluster *cluster,
                                 double x)
{
    const struct pdf_glyph *blanks[MAX_SPELLED_OUT];
    const char *at = cluster->text, *text;
    size_t n = 0, length;

    pdf_next_letter(cluster, &at, &text);
    while ((length = pdf_next_letter(cluster, &at, &text)) > 0) {
        blanks[n] = pdf_find_blank(showing->pdf, showing->font, text, length);
        if (blanks[n++] == NULL)
            return;
    }
    double outside = n == 0 ? 0 : fmax(blanks[0]->width - max_back, 0);
    for (size_t left = n; left > 0; left--)
        show_at(showing, blanks[left - 1], x - (double)left * outside);
}

static bool begins_cluster(const struct glyph_run *run, size_t logical)
{
    return logical == 0 ||
           pdf_logical_glyph(run, logical)->cluster != pdf_logical_glyph(run, logical - 1)->cluster;
}

/* True for no-break spaces as well: text extractors treat them as spaces. */
static bool is_one_space(const struct pdf_cluster *cluster)
{
    const char *at = cluster->text, *end = cluster->text + cluster->length;

    return at < end && script_is_space(utf8_next(&at, end)) && at == end;
}

/* Shows a glyph of a right-to-left run, after the blanks for the further letters of its cluster.
 * is_marked: a space is written as a marked one. */
static void show_rtl_glyph(struct showing *showing, size_t i, bool is_marked)
{
    const struct glyph_run *run = showing->run;
    size_t logical = run->n_glyphs - 1 - i;
    double x = thousandths(showing, run->glyphs[i].x);

    if (begins_cluster(run, logical) && showing->font->has_blanks) {
        struct pdf_cluster cluster = pdf_cluster_at(run, logical);
        if (pdf_is_spelled_out(showing->font, run, &cluster))
            show_further_letters(showing, &cluster, x);
        if (is_marked && is_one_space(&cluster)) {
            const struct pdf_glyph *space = pdf_marked_space(showing->pdf, showing->font, run);
            if (space != NULL)
                show_at(showing, space, x);
            return;
        }
    }
    show_glyph(showing, &run->glyphs[i]);
}

static bool has_letter(const struct glyph_run *run)
{
    const char *at = run->text, *end = run->text + run->length;

    while (at < end) {
        hb_unicode_general_category_t category =
            hb_unicode_general_category(hb_unicode_funcs_get_default(), utf8_next(&at, end));
        if (category >= HB_UNICODE_GENERAL_CATEGORY_LOWERCASE_LETTER &&
            category <= HB_UNICODE_GENERAL_CATEGORY_UPPERCASE_LETTER)
            return true;
    }
    return false;
}

/* pdf.js does not reorder a run without letters, so its glyphs are written in reading order. Each
 * is an array of its own, because PDFium reorders within an array. */
static void show_signs(struct showing *showing, size_t first, size_t last)
{
    for (size_t i = last; i-- > first;) {
        if (pdf_is_ignorable(showing->run, &showing->run->glyphs[i]))
            continue;
        show_rtl_glyph(showing, i, true);
        end_array(showing);
    }
}

/* In visual order, as browsers expect. */
static void show_letters(struct showing *showing, size_t first, size_t last)
{
    for (size_t i = first; i < last; i++)
        if (!pdf_is_ignorable(showing->run, &showing->run->glyphs[i]))
            show_rtl_glyph(showing, i, i == first || i + 1 == last);
}

/* The space before a right-to-left run stands at its right end. */
static void show_space_before(struct showing *showing, const struct pdf_glyph *space, size_t last)
{
    const struct glyph *end = &showing->run->glyphs[last - 1];

    if (space != NULL)
        show_at(showing, space, thousandths(showing, end->x + end->advance));
}

static void show_rtl(struct showing *showing, const struct pdf_glyph *space)
{
    const struct glyph_run *run = showing->run;
    size_t first = 0, last = run->n_glyphs;

    while (first < last && pdf_is_ignorable(run, &run->glyphs[first]))
        first++;
    while (last > first && pdf_is_ignorable(run, &run->glyphs[last - 1]))
        last--;
    if (first == last)
        return;
    if (has_letter(run)) {
        show_letters(showing, first, last);
        show_space_before(showing, space, last);
    } else {
        show_space_before(showing, space, last);
        end_array(showing);
        show_signs(showing, first, last);
    }
}

static void set_font(struct pdf *pdf, struct pdf_font *font, double size)
{
    if (pdf->state.font == font && pdf->state.font_size == size)
        return;
    pdf_use(pdf, &font->resource);
    buffer_format(&pdf->content, "/%s ", font->resource.name);
    buffer_fixed(&pdf->content, size, pdf->state.decimals);
    buffer_text(&pdf->content, " Tf\n");
    pdf->state.font = font;
    pdf->state.font_size = size;
}

/* Text space is flipped: on the page y runs down, in glyphs it runs up. */
static void begin_text(struct showing *showing, const struct pdf_glyph *space)
{
    const struct glyph_run *run = showing->run;
    double before = space == NULL || run->right_to_left ? 0 : space->width * run->size / 1000;

    buffer_text(&showing->pdf->content, "BT 1 0 0 -1 ");
    pdf_put_point(showing->pdf, (struct point){ run->origin.x - before, run->origin.y });
    buffer_text(&showing->pdf->content, "Tm\n");
    showing->pen = -thousandths(showing, before);
}

/* By an extra code: browsers lose most of several characters that share a code and have ActualText.
 * In right-to-left lines PDFium loses one beyond U+FFFF, whose two halves it reverses. With a
 * U+200E at either side it does not, but poppler then moves the space after it, and PDFium the words
 * of a short line. */
static void show_box(struct showing *showing)
{
    const struct glyph_run *run = showing->run;
    const struct pdf_glyph *box =
        pdf_find_extra(showing->pdf, showing->font, run->glyphs[0].id, run->text, run->length);

    if (box != NULL)
        show_at(showing, box, thousandths(showing, run->glyphs[0].x));
}

static void show_run(struct showing *showing, const struct pdf_glyph *space)
{
    begin_text(showing, space);
    if (showing->run->right_to_left) {
        show_rtl(showing, space);
        return;
    }
    if (space != NULL)
        show_at(showing, space, showing->pen);
    if (pdf_is_box(showing->font, showing->run))
        show_box(showing);
    else
        show_ltr(showing);
}

void pdf_show_glyphs(struct painter *painter, const struct glyph_run *run)
{
    struct pdf *pdf = (struct pdf *)painter;
    const struct structure_run *said = pdf->structure.next_run;
    struct pdf_font *font;

    pdf->structure.next_run = said->next;
    /* Positions are divided by the size. */
    if (run->n_glyphs == 0 || !(run->size > 0) || run->color.alpha == 0)
        return;
    if ((font = pdf_find_font(pdf, run->font)) == NULL)
        return;
    const bool is_told = pdf_mark_language(pdf, said->language);
    if (pdf->structure.place->element->role == ROLE_LINK)
        buffer_put(&pdf->link_words, run->text, run->length);
    pdf_set_fill(pdf, run->color);
    pdf_set_fill_alpha(pdf, run->color.alpha);
    set_font(pdf, font, run->size);
    struct showing showing = { .pdf = pdf, .font = font, .run = run };
    if (!is_told)
        buffer_format(&pdf->content, "/Span <</Lang (%s)>> BDC\n", said->language);
    show_run(&showing, pdf_leading_space(pdf, font, said));
    end_array(&showing);
    set_rise(&showing, 0);
    buffer_text(&pdf->content, is_told ? "ET\n" : "ET\nEMC\n");
}
