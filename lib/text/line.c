/* line.c - shaped items laid out as one line in visual order. */
#include <math.h>
#include <string.h>

#include <unicode/ubidi.h>

#include "text/shaped.h"

/* A piece of an item as it lies in one line. */
struct piece {
    const struct item *item;
    size_t start, end;
    bool hangs; /* white space at the line's end */
    struct glyph_run run;
    double advance;
};

/* Letters that join would be torn apart by letterspacing. */
static double tracking_of(const struct item *item)
{
    const struct text_style *style = item->stretch->style;

    return script_joins(item->script) ? 0 : style->tracking / 1000 * style->size;
}

static double scale_of(const struct item *item)
{
    return item->stretch->style->size / item->face->font->units_per_em;
}

/* True for the last glyph of a cluster, behind which the tracking lies. */
static bool ends_cluster(const struct shaped *shaped, size_t i)
{
    return i + 1 == shaped->n || shaped->glyphs[i + 1].cluster != shaped->glyphs[i].cluster;
}

static void place_glyphs(struct piece *piece, const struct shaped *shaped, struct glyph *glyphs)
{
    double scale = scale_of(piece->item), tracking = tracking_of(piece->item), x = 0;

    for (size_t i = 0; i < shaped->n; i++) {
        const struct shaped_glyph *from = &shaped->glyphs[i];
        glyphs[i] = (struct glyph){
            .id = from->id,
            .x = x + from->x_offset * scale,
            .y = -from->y_offset * scale,
            .advance = from->advance * scale + (ends_cluster(shaped, i) ? tracking : 0),
            .cluster = from->cluster - (uint32_t)shaped->offset,
        };
        x += glyphs[i].advance;
    }
    piece->advance = x;
    piece->run.glyphs = glyphs;
    piece->run.n_glyphs = shaped->n;
}

static const char *language_of(const struct stretch *stretch)
{
    return stretch->language != NULL ? stretch->language : stretch->style->language;
}

static bool shape_piece(const struct paragraph *paragraph, struct piece *piece, size_t line_start,
                        size_t line_end, const char *copy, struct arena *into)
{
    const struct item *item = piece->item;
    struct shaped shaped;

    if (!shape_slice(paragraph, item, piece->start, piece->end, line_start, line_end, &shaped))
        return false;
    struct glyph *glyphs = arena_array(into, struct glyph, shaped.n);
    if (glyphs == NULL) {
        fail_memory(paragraph->text->error);
        return false;
    }
    piece->run = (struct glyph_run){ .font = item->face->font,
                                     .size = item->stretch->style->size,
                                     .color = item->stretch->style->color,
                                     .text = copy + (piece->start - line_start),
                                     .length = piece->end - piece->start,
                                     /* One cluster alone has no direction. */
                                     .right_to_left = item->level % 2 != 0 && !item->is_missing,
                                     .is_missing = item->is_missing,
                                     .language = language_of(item->stretch) };
    place_glyphs(piece, &shaped, glyphs);
    return true;
}

/* The pieces of [start, end) in logical order; trailing white space that hangs is a
 * piece of its own. Returns how many. */
static size_t cut_pieces(const struct paragraph *paragraph, size_t start, size_t end, bool hang,
                         struct piece *pieces)
{
    size_t n = 0, visible = hang ? trim_end(paragraph->bytes, start, end) : end;

    for (size_t i = 0; i < paragraph->n_items; i++) {
        const struct item *item = &paragraph->items[i];
        size_t from = item->start > start ? item->start : start;
        size_t to = item->end < end ? item->end : end;

        if (from >= to)
            continue;
        if (from < visible && visible < to) {
            pieces[n++] = (struct piece){ .item = item, .start = from, .end = visible };
            from = visible;
        }
        pieces[n++] =
            (struct piece){ .item = item, .start = from, .end = to, .hangs = from >= visible };
    }
    return n;
}

/* Visual order: bidi's rule L2; hanging white space goes to the far end (L1). */
static bool order_pieces(const struct paragraph *paragraph, const struct piece *pieces, size_t n,
                         int32_t *order)
{
    UBiDiLevel *levels = arena_array(paragraph->work, UBiDiLevel, n);

    if (levels == NULL)
        return false;
    for (size_t i = 0; i < n; i++)
        levels[i] = pieces[i].hangs ? paragraph->right_to_left : pieces[i].item->level;
    ubidi_reorderVisual(levels, (int32_t)n, order);
    return true;
}

static double hanging_width(const struct piece *pieces, size_t n)
{
    double width = 0;

    for (size_t i = 0; i < n; i++)
        width += pieces[i].hangs ? pieces[i].advance : 0;
    return width;
}

/* Lays the pieces side by side into the line. The tracking behind the last
 * visible letter is not part of the width. */
static void lay_out(const struct paragraph *paragraph, struct piece *pieces, size_t n,
                    const int32_t *order, struct text_line *line, struct glyph_run *runs,
                    const char **uris)
{
    double x = paragraph->right_to_left ? 0 - hanging_width(pieces, n) : 0, tracking = 0;

    for (size_t i = 0; i < n; i++) {
        struct piece *piece = &pieces[order[i]];
        const struct font *font = piece->item->face->font;

        piece->run.origin = (struct point){ x, 0 };
        x += piece->advance;
        if (!piece->hangs) {
            tracking = tracking_of(piece->item);
            line->width = x;
        }
        line->ascent = fmax(line->ascent, font->ascent * piece->run.size);
        line->descent = fmax(line->descent, font->descent * piece->run.size);
        runs[i] = piece->run;
        uris[i] = piece->item->stretch->uri;
    }
    line->width = fmax(line->width - tracking, 0);
}

struct text_line *line_empty(const struct paragraph *paragraph, size_t start, struct arena *into)
{
    const struct stretch *stretch = paragraph->stretches;
    struct text_line *line = arena_new(into, struct text_line);

    while (stretch->end <= start && stretch + 1 < paragraph->stretches + paragraph->n_stretches)
        stretch++;
    const struct text_style *style = stretch->style;
    struct face *face = faces_of_style(paragraph->text, style);
    if (line == NULL || face == NULL) {
        fail_memory(paragraph->text->error);
        return NULL;
    }
    line->ascent = face->font->ascent * style->size;
    line->descent = face->font->descent * style->size;
    line->cap_height = face->font->cap_height * style->size;
    line->leading = style->leading > 0 ? style->leading : 1.3 * style->size;
    return line;
}

struct text_line *line_of_paragraph(const struct paragraph *paragraph, size_t start, size_t end,
                                    bool hang, struct arena *into)
{
    size_t most = paragraph->n_items + 1;
    struct text_line *line = line_empty(paragraph, start, into);
    struct piece *pieces = arena_array(paragraph->work, struct piece, most);
    int32_t *order = arena_array(paragraph->work, int32_t, most);
    char *copy = arena_text(into, paragraph->bytes + start, end - start);

    if (line == NULL || pieces == NULL || order == NULL || copy == NULL)
        goto failed;
    size_t n = cut_pieces(paragraph, start, end, hang, pieces);
    struct glyph_run *runs = arena_array(into, struct glyph_run, n);
    const char **uris = arena_array(into, const char *, n);
    if (runs == NULL || uris == NULL || !order_pieces(paragraph, pieces, n, order))
        goto failed;
    for (size_t i = 0; i < n; i++)
        if (!shape_piece(paragraph, &pieces[i], start, end, copy, into))
            goto failed;
    lay_out(paragraph, pieces, n, order, line, runs, uris);
    line->runs = runs;
    line->uris = uris;
    line->n_runs = n;
    return line;
failed:
    fail_memory(paragraph->text->error);
    return NULL;
}

double *paragraph_advances(const struct paragraph *paragraph)
{
    double *advances = arena_array(paragraph->work, double, paragraph->length + 1);

    if (advances == NULL) {
        fail_memory(paragraph->text->error);
        return NULL;
    }
    for (size_t i = 0; i < paragraph->n_items; i++) {
        struct item *item = &paragraph->items[i];
        double scale = scale_of(item), tracking = tracking_of(item);
        const struct shaped *whole = shape_whole(paragraph, item);

        if (whole == NULL)
            return NULL;
        for (size_t k = 0; k < whole->n; k++)
            advances[item->start + whole->glyphs[k].cluster] +=
                whole->glyphs[k].advance * scale + (ends_cluster(whole, k) ? tracking : 0);
    }
    return advances;
}
