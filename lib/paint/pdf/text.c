/* text.c - glyph runs: what their glyphs stand for, and the text operators.
 *
 * A reader of the file gets the text from the fonts' Unicode maps, one text a
 * glyph. Where a cluster cannot be said that way (its glyph stands for something
 * else elsewhere) it is wrapped with its ActualText; not in right-to-left runs,
 * which poppler then reads backwards. These are shown from their first letter on, each
 * to the left of the one before: in the order in which they are read. */
#include "paint/pdf/pdf.h"

#include <math.h>
#include <string.h>

#include "base/strings.h"

/* Longer texts than this for one glyph go into ActualText. */
enum { LONGEST_MAPPED = 64 };

/* The glyphs that stand together for some characters of the run. */
struct cluster {
    size_t first, n_glyphs; /* in logical order */
    const char *text;
    size_t length;
    bool is_even; /* as many glyphs as characters: one each */
};

static const struct glyph *logical_glyph(const struct glyph_run *run, size_t i)
{
    return &run->glyphs[run->right_to_left ? run->n_glyphs - 1 - i : i];
}

/* Direction marks, isolates and joiners order and bind the text around them; they are
 * neither drawn nor read. */
static bool is_unseen(const struct glyph_run *run, const struct glyph *glyph)
{
    const char *at = run->text + glyph->cluster;
    uint32_t code = glyph->cluster < run->length ? utf8_next(&at, run->text + run->length) : 0;

    return code == 0x61C || (code >= 0x200B && code <= 0x200F) ||
           (code >= 0x202A && code <= 0x202E) || (code >= 0x2060 && code <= 0x2069) ||
           code == 0xFEFF;
}

/* The cluster whose first glyph is number `first` in logical order. Characters
 * before the first cluster belong to it. */
static struct cluster cluster_at(const struct glyph_run *run, size_t first)
{
    size_t start = logical_glyph(run, first)->cluster, last = first + 1, end = run->length;

    while (last < run->n_glyphs && logical_glyph(run, last)->cluster == start)
        last++;
    if (last < run->n_glyphs)
        end = logical_glyph(run, last)->cluster;
    if (first == 0)
        start = 0;
    if (end > run->length)
        end = run->length;
    if (start > end)
        start = end;
    struct cluster cluster = { first, last - first, run->text + start, end - start, false };
    cluster.is_even = utf8_count(cluster.text, cluster.length) == cluster.n_glyphs;
    return cluster;
}

/* What the glyphs of a cluster stand for, one after the other: each its own
 * character, or all the first and nothing the others. at starts at cluster->text. */
static size_t next_glyph_text(const struct cluster *cluster, const char **at, const char **text)
{
    const char *end = cluster->text + cluster->length;

    *text = *at;
    if (!cluster->is_even)
        *at = end;
    else
        utf8_next(at, end);
    return (size_t)(*at - *text);
}

/* A glyph keeps the shortest, then the least of its texts: "A" rather than Greek
 * capital alpha, space rather than no-break space. */
static bool is_better(const char *text, size_t length, const struct pdf_glyph *than)
{
    if (length == 0 || length > LONGEST_MAPPED)
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

void pdf_collect_glyphs(struct painter *painter, const struct glyph_run *run)
{
    struct pdf *pdf = (struct pdf *)painter;
    struct pdf_font *font = run->n_glyphs == 0 ? NULL : pdf_find_font(pdf, run->font);

    if (font == NULL)
        return;
    if (font->space != 0)
        note_text(pdf, pdf_find_glyph(pdf, font, font->space), " ", 1);
    for (size_t i = 0; i < run->n_glyphs;) {
        struct cluster cluster = cluster_at(run, i);
        const char *at = cluster.text, *text;
        for (size_t k = 0; k < cluster.n_glyphs && !is_unseen(run, logical_glyph(run, i)); k++) {
            size_t length = next_glyph_text(&cluster, &at, &text);
            note_text(pdf, pdf_find_glyph(pdf, font, logical_glyph(run, i + k)->id), text, length);
        }
        i += cluster.n_glyphs;
    }
}

/* A no-break space that is drawn as a space may be read as one. */
static bool is_said_by(const struct pdf_glyph *glyph, const char *text, size_t length)
{
    size_t known = glyph->text == NULL ? 0 : glyph->length;

    if (known == length && (length == 0 || memcmp(glyph->text, text, length) == 0))
        return true;
    return known == 1 && glyph->text[0] == ' ' &&
           ((length == 2 && memcmp(text, "\xC2\xA0", 2) == 0) ||
            (length == 3 && memcmp(text, "\xE2\x80\xAF", 3) == 0));
}

static bool is_said_by_map(struct pdf *pdf, struct pdf_font *font, const struct glyph_run *run,
                           const struct cluster *cluster)
{
    const char *at = cluster->text, *text;

    for (size_t k = 0; k < cluster->n_glyphs; k++) {
        size_t length = next_glyph_text(cluster, &at, &text);
        const struct pdf_glyph *glyph =
            pdf_find_glyph(pdf, font, logical_glyph(run, cluster->first + k)->id);
        if (glyph == NULL)
            return true;
        if (!is_said_by(glyph, text, length))
            return false;
    }
    return true;
}

/* The TJ operator in the making. Units: thousandths of an em. */
struct showing {
    struct pdf *pdf;
    struct pdf_font *font;
    const struct glyph_run *run;
    double pen; /* where the viewer's pen stands */
    double rise;
    bool in_array, in_string;
};

static void end_string(struct showing *showing)
{
    if (showing->in_string)
        buffer_byte(&showing->pdf->content, ')');
    showing->in_string = false;
}

/* A code's two bytes in a literal string: half of what hexadecimal digits take, and quicker to
 * deflate (ISO 32000-1, 7.3.4.2). */
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

/* Moves the pen when the glyph stands a unit or more elsewhere: kerning, tracking,
 * and the rounding of widths adding up. */
static void show_glyph(struct showing *showing, const struct glyph *glyph)
{
    struct buffer *content = &showing->pdf->content;
    const struct pdf_glyph *known = pdf_find_glyph(showing->pdf, showing->font, glyph->id);

    if (known == NULL)
        return;
    set_rise(showing, -glyph->y);
    if (!showing->in_array)
        buffer_byte(content, '[');
    showing->in_array = true;

    double back = showing->pen - glyph->x * 1000 / showing->run->size;
    if (fabs(back) >= 1) {
        back = rint(back);
        end_string(showing);
        buffer_fixed(content, back, 0);
        showing->pen -= back;
    }
    put_code(showing, known->code);
    showing->pen += known->width;
}

static void begin_actual_text(struct showing *showing, const struct cluster *cluster)
{
    struct buffer *content = &showing->pdf->content;

    end_array(showing);
    buffer_text(content, "/Span <</ActualText <FEFF");
    pdf_put_utf16(content, cluster->text, cluster->length);
    buffer_text(content, ">>> BDC\n");
}

static void show_run(struct showing *showing)
{
    const struct glyph_run *run = showing->run;

    if (run->right_to_left) {
        for (size_t i = 0; i < run->n_glyphs; i++)
            if (!is_unseen(run, logical_glyph(run, i)))
                show_glyph(showing, logical_glyph(run, i));
        return;
    }
    for (size_t i = 0; i < run->n_glyphs;) {
        struct cluster cluster = cluster_at(run, i);
        if (is_unseen(run, &run->glyphs[i])) {
            i += cluster.n_glyphs;
            continue;
        }
        bool is_said = is_said_by_map(showing->pdf, showing->font, run, &cluster);
        if (!is_said)
            begin_actual_text(showing, &cluster);
        for (size_t k = 0; k < cluster.n_glyphs; k++)
            show_glyph(showing, &run->glyphs[i + k]);
        if (!is_said) {
            end_array(showing);
            buffer_text(&showing->pdf->content, "EMC\n");
        }
        i += cluster.n_glyphs;
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

/* The page's y runs down, the letters' up. */
static void begin_text(struct showing *showing, const struct pdf_glyph *space)
{
    const struct glyph_run *run = showing->run;
    struct buffer *content = &showing->pdf->content;
    double before = space == NULL ? 0 : space->width * run->size / 1000;

    buffer_text(content, "BT 1 0 0 -1 ");
    pdf_put_point(showing->pdf, (struct point){ run->origin.x - before, run->origin.y });
    buffer_text(content, "Tm\n");
    if (space == NULL)
        return;
    buffer_byte(content, '[');
    showing->in_array = true;
    put_code(showing, space->code);
}

void pdf_show_glyphs(struct painter *painter, const struct glyph_run *run)
{
    struct pdf *pdf = (struct pdf *)painter;
    struct pdf_font *font;

    /* A size of nothing shows nothing, and has no thousandths to count in. */
    if (run->n_glyphs == 0 || !(run->size > 0) || run->color.alpha == 0)
        return;
    if ((font = pdf_find_font(pdf, run->font)) == NULL)
        return;
    pdf_mark(pdf);
    pdf_set_fill(pdf, run->color);
    pdf_set_fill_alpha(pdf, run->color.alpha);
    set_font(pdf, font, run->size);
    struct showing showing = { .pdf = pdf, .font = font, .run = run };
    begin_text(&showing, pdf_leading_space(pdf, font, run));
    show_run(&showing);
    end_array(&showing);
    set_rise(&showing, 0);
    buffer_text(&pdf->content, "ET\n");
    pdf_note_said(pdf, run);
}
