/* collect.c - the first pass over a scene: its faces and letters, what its groups say once for all
 * that is in them, which data they stand for, and a hash that tells the picture from others. */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "paint/svg/svg.h"

/* FNV-1a, 64 bits: the same on every machine. */
static void hash_bytes(struct svg *svg, const void *bytes, size_t n)
{
    const uint8_t *at = bytes;

    for (size_t i = 0; i < n; i++)
        svg->hash = (svg->hash ^ at[i]) * 1099511628211u;
}

void svg_hash_text(struct svg *svg, const char *text)
{
    if (text != NULL)
        hash_bytes(svg, text, strlen(text) + 1);
}

/* To hundredths, as it is written. */
static void hash_number(struct svg *svg, double value)
{
    char text[32];
    int64_t hundredths = (int64_t)floor(fmax(-1e12, fmin(value, 1e12)) * 100 + 0.5);
    int n = snprintf(text, sizeof text, "%" PRId64 " ", hundredths);

    hash_bytes(svg, text, (size_t)n);
}

static void begin_collecting(struct painter *painter, double width, double height)
{
    struct svg *svg = svg_of(painter);

    hash_number(svg, width);
    hash_number(svg, height);
}

static struct svg_style *group_style(struct svg *svg)
{
    size_t group = svg_level(svg)->group;

    return group == SIZE_MAX ? NULL : &svg->groups[group];
}

static void collect_path(struct painter *painter, const struct path_mark *mark)
{
    struct svg *svg = svg_of(painter);
    struct svg_style *style = group_style(svg);

    hash_bytes(svg, &mark->fill.color, sizeof mark->fill.color);
    for (size_t i = 0; i < mark->path.n_points; i++) {
        hash_number(svg, mark->path.points[i].x);
        hash_number(svg, mark->path.points[i].y);
    }
    if (style != NULL && !style->has_fill && mark->fill.kind == PAINT_SOLID) {
        style->has_fill = true;
        style->fill = mark->fill.color;
    }
}

static void collect_glyphs(struct painter *painter, const struct glyph_run *run)
{
    struct svg *svg = svg_of(painter);
    struct svg_style *group = group_style(svg);
    struct svg_face *face = svg_find_face(svg, run->font);

    hash_bytes(svg, &run->color, sizeof run->color);
    hash_bytes(svg, run->text, run->length);
    hash_number(svg, run->origin.x);
    hash_number(svg, run->origin.y);
    if (face == NULL)
        return;
    svg_note_letters(svg, face, run);
    if (group == NULL || group->face != NULL || svg->options->text == SVG_TEXT_OUTLINES)
        return;
    struct svg_style style = svg_run_style(svg, run);
    if (group->has_fill)
        style.fill = group->fill;
    *group = style;
}

static void collect_image(struct painter *painter, const struct image_mark *image)
{
    hash_number(svg_of(painter), image->place.left);
    hash_number(svg_of(painter), image->place.top);
}

static void collect_clip(struct painter *painter, const struct path *path)
{
    (void)path;
    svg_push_level(svg_of(painter));
}

static void collect_transform(struct painter *painter, const struct matrix *matrix)
{
    hash_number(svg_of(painter), matrix->x0);
    hash_number(svg_of(painter), matrix->y0);
    svg_push_level(svg_of(painter));
}

static void collect_pop(struct painter *painter)
{
    svg_of(painter)->n_levels--;
}

static void collect_group(struct painter *painter, const struct group *group,
                          const struct box *bounds)
{
    struct svg *svg = svg_of(painter);

    (void)bounds;
    if (!svg_push_level(svg) ||
        !memory_grow(&svg->arena.alloc, &svg->painter.error, &svg->groups, &svg->group_capacity,
                     svg->n_groups + 1, sizeof *svg->groups))
        return;
    svg->groups[svg->n_groups] = (struct svg_style){ 0 };
    svg_level(svg)->group = svg->n_groups++;
    svg_note_group(svg, group);
}

static void collect_close(struct painter *painter, const struct group *group)
{
    (void)group;
    svg_of(painter)->n_levels--;
}

const struct painter_operations svg_collecting = {
    .name = "svg",
    .begin_page = begin_collecting,
    .path = collect_path,
    .glyphs = collect_glyphs,
    .image = collect_image,
    .push_clip = collect_clip,
    .push_transform = collect_transform,
    .pop = collect_pop,
    .open = collect_group,
    .close = collect_close,
};
