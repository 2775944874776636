/* shape.c - items to glyphs (HarfBuzz), glyphs to a line in visual order. */
#include <math.h>
#include <string.h>

#include <unicode/ubidi.h>

#include "text/paragraph.h"

enum { MOST_FEATURES = 2 };

static const char ellipsis[] = "\xE2\x80\xA6"; /* U+2026 */

/* A piece of an item as it lies in one line. */
struct piece {
    const struct item *item;
    size_t start, end;
    bool hangs; /* white space at the line's end */
    struct glyph_run run;
    double advance;
};

/* Scripts whose letters join would be torn apart by letterspacing. */
static double tracking_of(const struct item *item)
{
    switch (item->script) {
    case HB_SCRIPT_ARABIC:
    case HB_SCRIPT_SYRIAC:
    case HB_SCRIPT_MONGOLIAN:
    case HB_SCRIPT_DEVANAGARI:
    case HB_SCRIPT_BENGALI:
        return 0;
    default:
        return item->stretch->style->tracking / 1000 * item->stretch->style->size;
    }
}

/* Writes at most MOST_FEATURES. Composition (ccmp) takes more than half of all
 * shaping in Inter and does nothing for plain text; a test makes sure of that. */
static unsigned features_of(const struct item *item, hb_feature_t *features)
{
    static const hb_feature_t composition = { HB_TAG('c', 'c', 'm', 'p'), 0,
                                              HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END };
    static const hb_feature_t tabular = { HB_TAG('t', 'n', 'u', 'm'), 1, HB_FEATURE_GLOBAL_START,
                                          HB_FEATURE_GLOBAL_END };
    unsigned n = 0;

    if (item->is_plain)
        features[n++] = composition;
    if (item->stretch->style->tabular)
        features[n++] = tabular;
    return n;
}

/* Fills the text object's buffer with the glyphs of [start, end) of the item. Context on
 * both sides lets letters join across items of a line, but not across lines. */
static bool shape(const struct paragraph *paragraph, const struct item *item, size_t start,
                  size_t end, size_t line_start, size_t line_end)
{
    struct text *text = paragraph->text;
    hb_buffer_t *buffer = text->buffer;
    hb_feature_t features[MOST_FEATURES];

    hb_buffer_clear_contents(buffer);
    hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
    hb_buffer_add_utf8(buffer, paragraph->bytes + line_start, (int)(line_end - line_start),
                       (unsigned)(start - line_start), (int)(end - start));
    hb_buffer_set_direction(buffer, item->level % 2 != 0 ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, item->script);
    hb_buffer_set_language(buffer, text->shaping_language);
    hb_shape(item->face->shaper, buffer, features, features_of(item, features));
    if (!hb_buffer_allocation_successful(buffer)) {
        fail_memory(text->error);
        return false;
    }
    return true;
}

/* Calls for each glyph in visual order; clusters count from the item slice's start. */
static void place_glyphs(const struct paragraph *paragraph, struct piece *piece, size_t line_start,
                         struct glyph *glyphs)
{
    unsigned n;
    hb_glyph_info_t *info = hb_buffer_get_glyph_infos(paragraph->text->buffer, &n);
    hb_glyph_position_t *position = hb_buffer_get_glyph_positions(paragraph->text->buffer, NULL);
    const struct item *item = piece->item;
    double scale = item->stretch->style->size / item->face->font->units_per_em;
    double tracking = tracking_of(item), x = 0;

    for (unsigned i = 0; i < n; i++) {
        bool cluster_ends = i + 1 == n || info[i + 1].cluster != info[i].cluster;
        glyphs[i] = (struct glyph){
            .id = info[i].codepoint,
            .x = x + position[i].x_offset * scale,
            .y = -position[i].y_offset * scale,
            .advance = position[i].x_advance * scale + (cluster_ends ? tracking : 0),
            .cluster = (uint32_t)(info[i].cluster + line_start - piece->start),
        };
        x += glyphs[i].advance;
    }
    piece->advance = x;
    piece->run.glyphs = glyphs;
    piece->run.n_glyphs = n;
}

static bool shape_piece(const struct paragraph *paragraph, struct piece *piece, size_t line_start,
                        size_t line_end, const char *copy, struct arena *into)
{
    const struct item *item = piece->item;

    if (!shape(paragraph, item, piece->start, piece->end, line_start, line_end))
        return false;
    struct glyph *glyphs =
        arena_array(into, struct glyph, hb_buffer_get_length(paragraph->text->buffer));
    if (glyphs == NULL) {
        fail_memory(paragraph->text->error);
        return false;
    }
    piece->run = (struct glyph_run){ .font = item->face->font,
                                     .size = item->stretch->style->size,
                                     .color = item->stretch->style->color,
                                     .text = copy + (piece->start - line_start),
                                     .length = piece->end - piece->start,
                                     .right_to_left = item->level % 2 != 0 };
    place_glyphs(paragraph, piece, line_start, glyphs);
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

static struct box box_join(struct box a, struct box b)
{
    if (a.left > a.right)
        return b;
    return (struct box){ fmin(a.left, b.left), fmin(a.top, b.top), fmax(a.right, b.right),
                         fmax(a.bottom, b.bottom) };
}

/* Bounds of the outlines, relative to the line's origin. */
static struct box ink_of(const struct piece *piece)
{
    const struct glyph_run *run = &piece->run;
    struct box ink = { 1, 1, 0, 0 };
    double scale = run->size / run->font->units_per_em;

    for (size_t i = 0; i < run->n_glyphs; i++) {
        const struct glyph *glyph = &run->glyphs[i];
        hb_glyph_extents_t extents = face_extents(piece->item->face, glyph->id);
        double left = run->origin.x + glyph->x + extents.x_bearing * scale;
        double top = run->origin.y + glyph->y - extents.y_bearing * scale;

        if (extents.width != 0 && extents.height != 0)
            ink = box_join(ink, (struct box){ left, top, left + extents.width * scale,
                                              top - extents.height * scale });
    }
    return ink;
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
            line->ink = box_join(line->ink, ink_of(piece));
        }
        line->ascent = fmax(line->ascent, font->ascent * piece->run.size);
        line->descent = fmax(line->descent, font->descent * piece->run.size);
        runs[i] = piece->run;
        uris[i] = piece->item->stretch->uri;
    }
    line->width = fmax(line->width - tracking, 0);
}

/* Everything but the runs: an empty line has its style's height. */
static struct text_line *empty_line(const struct paragraph *paragraph, size_t start,
                                    struct arena *into)
{
    const struct stretch *stretch = paragraph->stretches;
    struct text_line *line = arena_new(into, struct text_line);

    while (stretch->end <= start && stretch + 1 < paragraph->stretches + paragraph->n_stretches)
        stretch++;
    const struct text_style *style = stretch->style;
    struct face *face = faces_of_style(&paragraph->text->faces, style);
    if (line == NULL || face == NULL) {
        fail_memory(paragraph->text->error);
        return NULL;
    }
    line->ascent = face->font->ascent * style->size;
    line->descent = face->font->descent * style->size;
    line->cap_height = face->font->cap_height * style->size;
    line->leading = style->leading > 0 ? style->leading : 1.3 * style->size;
    line->ink = (struct box){ 1, 1, 0, 0 };
    return line;
}

struct text_line *line_of_paragraph(const struct paragraph *paragraph, size_t start, size_t end,
                                    bool hang, struct arena *into)
{
    size_t most = paragraph->n_items + 1;
    struct text_line *line = empty_line(paragraph, start, into);
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

    for (size_t i = 0; advances != NULL && i < paragraph->n_items; i++) {
        const struct item *item = &paragraph->items[i];
        double scale = item->stretch->style->size / item->face->font->units_per_em;
        double tracking = tracking_of(item);
        unsigned n;

        if (!shape(paragraph, item, item->start, item->end, 0, paragraph->length))
            return NULL;
        hb_glyph_info_t *info = hb_buffer_get_glyph_infos(paragraph->text->buffer, &n);
        hb_glyph_position_t *position =
            hb_buffer_get_glyph_positions(paragraph->text->buffer, NULL);
        for (unsigned k = 0; k < n; k++)
            advances[info[k].cluster] +=
                position[k].x_advance * scale +
                (k + 1 == n || info[k + 1].cluster != info[k].cluster ? tracking : 0);
    }
    if (advances == NULL)
        fail_memory(paragraph->text->error);
    return advances;
}

/* [start, end) followed by an ellipsis in the style of what is before it. */
static struct text_line *with_ellipsis(const struct paragraph *paragraph, size_t start, size_t end,
                                       struct arena *into)
{
    size_t length = end - start + strlen(ellipsis), n = paragraph->n_stretches;
    char *bytes = arena_take(paragraph->work, length, 1);
    struct stretch *stretches = arena_array(paragraph->work, struct stretch, n);
    struct paragraph cut;

    if (bytes == NULL || stretches == NULL) {
        fail_memory(paragraph->text->error);
        return NULL;
    }
    memcpy(bytes, paragraph->bytes + start, end - start);
    memcpy(bytes + (end - start), ellipsis, strlen(ellipsis));
    for (size_t i = 0; i < n; i++) {
        stretches[i] = paragraph->stretches[i];
        size_t old = stretches[i].end;
        stretches[i].end = old <= start ? 0 : old >= end ? length : old - start;
    }
    stretches[n - 1].end = length;
    if (!paragraph_itemize(&cut, paragraph->text, paragraph->work, bytes, length, stretches, n,
                           paragraph->right_to_left ? DIRECTION_LEFTWARDS : DIRECTION_RIGHTWARDS))
        return NULL;
    struct text_line *line = line_of_paragraph(&cut, 0, length, false, into);
    if (line != NULL)
        line->cut = true;
    return line;
}

struct text_line *line_cut_short(const struct paragraph *paragraph, size_t start, size_t end,
                                 double width, struct arena *into)
{
    const double slack = 1e-6; /* sums of the same advances in another order */
    const double *advances = paragraph_advances(paragraph);
    double room = width;
    size_t at = start;

    if (advances == NULL)
        return NULL;
    while (at < end && room > 0) {
        size_t next = cluster_end(paragraph->bytes, end, at);
        for (; at < next; at++)
            room -= advances[at];
    }
    for (;;) {
        at = trim_end(paragraph->bytes, start, at);
        struct text_line *line = with_ellipsis(paragraph, start, at, into);
        if (line == NULL || line->width <= width + slack)
            return line;
        if (at == start)
            break;
        at = cluster_before(paragraph->bytes, paragraph->length, at);
        at = at < start ? start : at;
    }
    struct text_line *line = empty_line(paragraph, start, into);
    if (line != NULL)
        line->cut = true;
    return line;
}
