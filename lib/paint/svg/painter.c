/* painter.c - a scene as an SVG 1.1 document with the roles of WAI-ARIA Graphics. */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/escape.h"
#include "base/strings.h"
#include "paint/svg/svg.h"

/* Levels ----------------------------------------------------------------------------- */

/* What is inherited holds in the new level too. */
bool svg_push_level(struct svg *svg)
{
    if (!memory_grow(&svg->arena.alloc, &svg->painter.error, &svg->levels, &svg->level_capacity,
                     svg->n_levels + 1, sizeof *svg->levels))
        return false;
    svg->levels[svg->n_levels] = svg->levels[svg->n_levels - 1];
    svg->n_levels++;
    return true;
}

static bool begin_levels(struct svg *svg)
{
    if (!memory_grow(&svg->arena.alloc, &svg->painter.error, &svg->levels, &svg->level_capacity, 8,
                     sizeof *svg->levels))
        return false;
    svg->levels[0] =
        (struct svg_level){ .matrix = { .xx = 1, .yy = 1 }, .decimals = 2, .group = SIZE_MAX };
    svg->n_levels = 1;
    return true;
}

static struct matrix multiply(const struct matrix *inner, const struct matrix *outer)
{
    return (struct matrix){
        .xx = outer->xx * inner->xx + outer->xy * inner->yx,
        .yx = outer->yx * inner->xx + outer->yy * inner->yx,
        .xy = outer->xx * inner->xy + outer->xy * inner->yy,
        .yy = outer->yx * inner->xy + outer->yy * inner->yy,
        .x0 = outer->xx * inner->x0 + outer->xy * inner->y0 + outer->x0,
        .y0 = outer->yx * inner->x0 + outer->yy * inner->y0 + outer->y0,
    };
}

/* Two decimals on the page, which is a hundredth of a pixel. */
static int decimals_under(const struct matrix *matrix)
{
    double scale = fmax(hypot(matrix->xx, matrix->yx), hypot(matrix->xy, matrix->yy));

    return 2 + (int)(scale > 1 ? fmin(ceil(log10(scale)), 5) : 0);
}

/* Second pass -------------------------------------------------------------------------- */

/* They name and describe the picture as its children, without ids (SVG Accessibility API Mappings). */
static void put_words(struct svg *svg, const char *element, const char *text, const char *language)
{
    if (text == NULL || text[0] == '\0')
        return;
    buffer_format(svg->out, "<%s", element);
    if (language != NULL && language[0] != '\0')
        svg_put_attribute(svg->out, "lang", language);
    buffer_byte(svg->out, '>');
    escape_markup(svg->out, text, strlen(text));
    buffer_format(svg->out, "</%s>\n", element);
}

/* Attributes that a page around the picture would hand down else; Cairo's limit of miters. */
static const char *const defaults =
    " direction=\"ltr\" text-anchor=\"start\" letter-spacing=\"0\" word-spacing=\"0\""
    " font-variant=\"normal\" stroke-miterlimit=\"10\"";

static void begin_page(struct painter *painter, double width, double height)
{
    struct svg *svg = svg_of(painter);
    struct buffer *out = svg->out;
    const struct paint_metadata *metadata = &svg->options->metadata;

    buffer_format(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"%s\" class=\"sheaf\"",
                  svg->prefix);
    svg_put_number(out, "width", width, 2);
    svg_put_number(out, "height", height, 2);
    buffer_text(out, " viewBox=\"0 0 ");
    buffer_fixed(out, width, 2);
    buffer_byte(out, ' ');
    buffer_fixed(out, height, 2);
    buffer_text(out, "\" role=\"graphics-document\"");
    if (metadata->language != NULL && metadata->language[0] != '\0') {
        svg_put_attribute(out, "lang", metadata->language);
        svg_put_attribute(out, "xml:lang", metadata->language);
    }
    buffer_text(out, defaults);
    struct svg_style *inherited = &svg_level(svg)->style;
    if (svg->faces != NULL && svg->options->text != SVG_TEXT_OUTLINES) {
        struct svg_style style = { .face = svg->faces, .size = 0 };
        svg_put_style(svg, &style, inherited);
    }
    buffer_text(out, ">\n");
    put_words(svg, "title", metadata->title, svg->options->title_language);
    put_words(svg, "desc", metadata->alternative, svg->options->alternative_language);
    svg_embed_faces(svg);
}

/* SVG lets <metadata> hold characters. Nothing in it is drawn or read aloud. */
static void put_table(struct svg *svg)
{
    const struct svg_options *options = svg->options;

    if (options->table_length == 0)
        return;
    const char *at = options->table, *end = at + options->table_length;
    buffer_text(svg->out, "<metadata class=\"sheaf-csv\">");
    while (at < end) { /* lines stay lines */
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        escape_markup(svg->out, at, (size_t)((stop != NULL ? stop : end) - at));
        if (stop != NULL)
            buffer_byte(svg->out, '\n');
        at = stop != NULL ? stop + 1 : end;
    }
    buffer_text(svg->out, "</metadata>\n");
}

static void end_page(struct painter *painter)
{
    struct svg *svg = svg_of(painter);

    svg_end_line(svg);
    svg_put_data(svg, ALL_SERIES);
    put_table(svg);
    svg_put_squares(svg);
    buffer_text(svg->out, "</svg>\n");
}

/* From an enlargement of 4 on, pixels are squares, as the other painters draw them. */
static void draw_image(struct painter *painter, const struct image_mark *image)
{
    struct svg *svg = svg_of(painter);
    const struct svg_level *level = svg_level(svg);
    double width = image->place.right - image->place.left;
    double height = image->place.bottom - image->place.top;
    struct buffer png;

    svg_end_line(svg);
    if (!(width > 0) || !(height > 0))
        return;
    buffer_init(&png, &svg->arena.alloc, &svg->painter.error);
    paint_png_image(image, &png, &svg->painter.error);
    buffer_text(svg->out, "<image preserveAspectRatio=\"none\"");
    svg_put_number(svg->out, "x", image->place.left, level->decimals);
    svg_put_number(svg->out, "y", image->place.top, level->decimals);
    svg_put_number(svg->out, "width", width, level->decimals);
    svg_put_number(svg->out, "height", height, level->decimals);
    if (width >= 4 * image->width)
        buffer_text(svg->out, " image-rendering=\"pixelated\"");
    buffer_text(svg->out, " href=\"data:image/png;base64,");
    buffer_base64(svg->out, png.bytes, png.length);
    buffer_text(svg->out, "\"/>\n");
    buffer_free(&png);
}

static void push_clip(struct painter *painter, const struct path *path)
{
    struct svg *svg = svg_of(painter);

    svg_end_line(svg);
    buffer_format(svg->out, "<clipPath id=\"%s-clip-%u\"><path d=\"", svg->prefix, ++svg->n_clips);
    svg_put_path(svg->out, path, svg_level(svg)->decimals);
    buffer_format(svg->out, "\"/></clipPath><g clip-path=\"url(#%s-clip-%u)\">\n", svg->prefix,
                  svg->n_clips);
    svg_push_level(svg);
}

static void put_transform(struct buffer *out, const struct matrix *m)
{
    const double turn[] = { m->xx, m->yx, m->xy, m->yy }, shift[] = { m->x0, m->y0 };
    bool moves_only = m->xx == 1 && m->yx == 0 && m->xy == 0 && m->yy == 1;

    buffer_text(out, moves_only ? "<g transform=\"translate(" : "<g transform=\"matrix(");
    for (int i = 0; i < 4 && !moves_only; i++) {
        buffer_fixed(out, turn[i], 6);
        buffer_byte(out, ' ');
    }
    buffer_fixed(out, shift[0], 3);
    buffer_byte(out, ' ');
    buffer_fixed(out, shift[1], 3);
    buffer_text(out, ")\"");
}

static void push_transform(struct painter *painter, const struct matrix *matrix)
{
    struct svg *svg = svg_of(painter);

    svg_end_line(svg);
    put_transform(svg->out, matrix);
    /* A singular matrix shows nothing. */
    if (matrix->xx * matrix->yy - matrix->xy * matrix->yx == 0)
        buffer_text(svg->out, " display=\"none\"");
    buffer_text(svg->out, ">\n");
    if (!svg_push_level(svg))
        return;
    struct svg_level *level = svg_level(svg);
    level->matrix = multiply(matrix, &level->matrix);
    level->decimals = decimals_under(&level->matrix);
}

static void pop(struct painter *painter)
{
    struct svg *svg = svg_of(painter);

    svg_end_line(svg);
    svg->n_levels--;
    buffer_text(svg->out, "</g>\n");
}

static const struct painter_operations drawing = {
    .name = "svg",
    .begin_page = begin_page,
    .end_page = end_page,
    .path = svg_draw_path,
    .glyphs = svg_draw_glyphs,
    .image = draw_image,
    .push_clip = push_clip,
    .push_transform = push_transform,
    .pop = pop,
    .open = svg_open_group,
    .close = svg_close_group,
};

/* The document -------------------------------------------------------------------------- */

static void set_prefix(struct svg *svg)
{
    const char *given = svg->options->prefix;

    if (given == NULL || given[0] == '\0')
        snprintf(svg->prefix, sizeof svg->prefix, "sheaf-%08" PRIx32,
                 (uint32_t)(svg->hash ^ svg->hash >> 32));
    else if (string_is_identifier(given, SVG_MOST_PREFIX))
        snprintf(svg->prefix, sizeof svg->prefix, "%s", given);
    else
        fail(&svg->painter.error, SHEAF_BAD_ARGUMENT,
             "an SVG's identifiers begin with a letter, then up to %d letters, digits, '-' and '_'",
             SVG_MOST_PREFIX - 1);
}

static void replay(struct svg *svg, const struct scene *scene,
                   const struct painter_operations *operations)
{
    svg->painter.operations = operations;
    if (!svg_failed(svg) && begin_levels(svg))
        scene_replay(scene, &svg->painter);
}

sheaf_status paint_svg(const struct scene *scene, const struct svg_options *options,
                       struct buffer *into, sheaf_error *error)
{
    static const struct svg_options none;
    struct svg svg = { .options = options != NULL ? options : &none,
                       .scene = scene,
                       .out = into,
                       .hash = 14695981039346656037u };
    size_t start = into->length;

    svg.last_face = &svg.faces;
    arena_init(&svg.arena, &into->alloc, &svg.painter.error);
    svg.hash ^= (uint64_t)svg.options->text; /* one picture in two ways is two */
    svg_hash_text(&svg, svg.options->metadata.title);
    svg_hash_text(&svg, svg.options->metadata.alternative);
    svg_index_data(&svg);
    replay(&svg, scene, &svg_collecting);
    set_prefix(&svg);
    replay(&svg, scene, &drawing);
    if (into->failed)
        fail_memory(&svg.painter.error);
    if (svg_failed(&svg))
        into->length = start;
    svg_release_faces(&svg);
    memory_free(&into->alloc, svg.groups, svg.group_capacity * sizeof *svg.groups);
    memory_free(&into->alloc, svg.levels, svg.level_capacity * sizeof *svg.levels);
    arena_free(&svg.arena);
    error_take(error, &svg.painter.error);
    return svg.painter.error.status;
}
