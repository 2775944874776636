/* dump.c - a scene as text: a line a mark, indented by level. For example:
 *
 *     scene 200 x 120
 *       figure "Trade" alt "Exports rose."
 *         path M 10,20 L 30,20 L 30,90 Z fill #1F5FA8
 *         text "14.7" at 20,18 advance 16.2 Inter-SemiBold 7.5 #1B2430 */
#include <inttypes.h>

#include "base/buffer.h"
#include "scene/marks.h"

enum { DECIMALS = 3 };

static void put_number(struct buffer *into, const char *before, double value)
{
    buffer_text(into, before);
    buffer_fixed(into, value, DECIMALS);
}

static void put_point(struct buffer *into, const char *before, struct point point)
{
    put_number(into, before, point.x);
    put_number(into, ",", point.y);
}

static void put_color(struct buffer *into, const char *before, struct color color)
{
    buffer_format(into, "%s#%02X%02X%02X", before, color.red, color.green, color.blue);
    if (color.alpha != 255)
        buffer_format(into, "%02X", color.alpha);
}

/* Quoted and escaped as in JSON. */
static void put_quoted(struct buffer *into, const char *before, const char *text, size_t n)
{
    buffer_text(into, before);
    buffer_byte(into, '"');
    for (size_t i = 0; i < n; i++) {
        if (text[i] == '"' || text[i] == '\\')
            buffer_byte(into, '\\');
        if ((unsigned char)text[i] < 0x20)
            buffer_format(into, "\\u%04X", (unsigned)text[i]);
        else
            buffer_byte(into, text[i]);
    }
    buffer_byte(into, '"');
}

static void put_string(struct buffer *into, const char *before, const char *text)
{
    size_t n = 0;

    if (text == NULL)
        return;
    while (text[n] != '\0')
        n++;
    put_quoted(into, before, text, n);
}

static void put_path(struct buffer *into, const struct path *path)
{
    static const char letters[] = { 'M', 'L', 'C', 'Z' };
    static const size_t n_points[] = { 1, 1, 3, 0 };
    const struct point *p = path->points;

    for (size_t i = 0; i < path->n_verbs; i++) {
        buffer_byte(into, ' ');
        buffer_byte(into, letters[path->verbs[i]]);
        for (size_t k = 0; k < n_points[path->verbs[i]]; k++)
            put_point(into, " ", *p++);
    }
}

static void put_paint(struct buffer *into, const char *what, const struct paint *paint)
{
    if (paint->kind == PAINT_NONE)
        return;
    buffer_text(into, what);
    if (paint->kind == PAINT_HATCH) {
        put_color(into, " hatch ", paint->color);
        put_color(into, " on ", paint->background);
        put_number(into, " angle ", paint->angle);
        put_number(into, " spacing ", paint->spacing);
        put_number(into, " width ", paint->width);
    } else {
        put_color(into, " ", paint->color);
    }
}

static void put_stroke(struct buffer *into, const struct stroke *stroke)
{
    static const char *const caps[] = { "", " cap round", " cap square" };
    static const char *const joins[] = { "", " join round", " join bevel" };

    put_number(into, " width ", stroke->width);
    buffer_text(into, caps[stroke->cap]);
    buffer_text(into, joins[stroke->join]);
    for (int i = 0; i < stroke->n_dash; i++)
        put_number(into, i == 0 ? " dash " : ",", stroke->dash[i]);
    if (stroke->n_dash > 0 && stroke->dash_phase != 0)
        put_number(into, " phase ", stroke->dash_phase);
}

static void put_glyphs(struct buffer *into, const struct glyph_run *run)
{
    double advance = 0;

    for (size_t i = 0; i < run->n_glyphs; i++)
        advance += run->glyphs[i].advance;
    put_quoted(into, "text ", run->text, run->length);
    put_point(into, " at ", run->origin);
    put_number(into, " advance ", advance);
    buffer_text(into, " ");
    buffer_text(into, run->font->name);
    put_number(into, " ", run->size);
    put_color(into, " ", run->color);
    if (run->right_to_left)
        buffer_text(into, " right-to-left");
    put_string(into, " language ", run->language);
}

/* Pixels are dumped as a checksum (FNV-1a, 32 bits). */
static void put_image(struct buffer *into, const struct image_mark *image)
{
    size_t n = (size_t)image->width * (size_t)image->height * (size_t)image->channels;
    uint32_t sum = 2166136261u;

    for (size_t i = 0; i < n; i++)
        sum = (sum ^ image->pixels[i]) * 16777619u;
    buffer_format(into, "image %dx%dx%d %08" PRIX32, image->width, image->height, image->channels,
                  sum);
    put_point(into, " from ", (struct point){ image->place.left, image->place.top });
    put_point(into, " to ", (struct point){ image->place.right, image->place.bottom });
}

static void put_group(struct buffer *into, const struct group *group)
{
    static const char *const scopes[] = { "", " of column", " of row" };

    buffer_text(into, role_name(group->role));
    put_string(into, " ", group->label);
    put_string(into, " alt ", group->alt);
    put_string(into, " in ", group->alt_language);
    put_string(into, " language ", group->language);
    put_string(into, " uri ", group->uri);
    put_string(into, " id ", group->place.id);
    buffer_text(into, scopes[group->scope]);
    if (group->columns > 1 || group->rows > 1)
        buffer_format(into, " spans %dx%d", group->columns > 1 ? group->columns : 1,
                      group->rows > 1 ? group->rows : 1);
}

static void put_level(struct buffer *into, const struct scene_level *level)
{
    if (level->kind == SCENE_LEVEL_GROUP) {
        put_group(into, &level->group);
    } else if (level->kind == SCENE_LEVEL_CLIP) {
        buffer_text(into, "clip");
        put_path(into, &level->path);
    } else {
        put_number(into, "transform ", level->matrix.xx);
        put_number(into, " ", level->matrix.yx);
        put_number(into, " ", level->matrix.xy);
        put_number(into, " ", level->matrix.yy);
        put_number(into, " ", level->matrix.x0);
        put_number(into, " ", level->matrix.y0);
    }
}

static void put_mark(struct buffer *into, const struct scene_mark *mark)
{
    switch (mark->kind) {
    case MARK_PATH:
        buffer_text(into, "path");
        put_path(into, &mark->path->path);
        put_paint(into, " fill", &mark->path->fill);
        put_paint(into, " stroke", &mark->path->stroke_paint);
        if (mark->path->stroke_paint.kind != PAINT_NONE)
            put_stroke(into, &mark->path->stroke);
        break;
    case MARK_GLYPHS:
        put_glyphs(into, mark->glyphs);
        break;
    case MARK_IMAGE:
        put_image(into, mark->image);
        break;
    default:
        put_level(into, mark->level);
    }
    buffer_byte(into, '\n');
}

void scene_dump(const struct scene *scene, struct buffer *into)
{
    int depth = 1;

    put_number(into, "scene ", scene->width);
    put_number(into, " x ", scene->height);
    buffer_byte(into, '\n');
    for (const struct scene_mark *mark = scene->first; mark != NULL; mark = mark->next) {
        if (mark->kind == MARK_END) {
            depth--;
            continue;
        }
        for (int i = 0; i < depth; i++)
            buffer_text(into, "  ");
        put_mark(into, mark);
        if (mark->kind == MARK_BEGIN)
            depth++;
    }
    if (scene->error.status != SHEAF_OK)
        buffer_format(into, "failed: %s\n", scene->error.message);
}
