/* fold.c - a finished scene as the calls that built it, in a tenth of the memory.
 *
 * A document of hundreds of pages keeps them folded and unfolds one at a time (unfold.c). Numbers are kept
 * to the last bit. */
#include "scene/fold.h"

#include <string.h>

#include "base/buffer.h"
#include "scene/marks.h"

struct folding {
    const struct scene *scene;
    struct buffer bytes;
    struct look look;
};

#define PUT(bytes, value) buffer_put(bytes, &(value), sizeof(value))

static void put_count(struct buffer *bytes, uint64_t count)
{
    for (; count >= 0x80; count >>= 7)
        buffer_byte(bytes, (char)(count | 0x80));
    buffer_byte(bytes, (char)count);
}

/* With its NUL, so that it is read in place; 0: NULL. */
static void put_text(struct buffer *bytes, const char *text)
{
    const size_t n = text != NULL ? strlen(text) + 1 : 0;

    put_count(bytes, n);
    buffer_put(bytes, text, n);
}

static void put_group(struct buffer *bytes, const struct group *group)
{
    const struct scene_place *place = &group->place;
    const char *const texts[] = { group->label,   group->alt,      group->alt_language,
                                  group->written, group->language, group->uri };
    int has = 0;

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        has |= texts[i] != NULL ? HAS_TEXTS : 0;
    has |= place->id != NULL || place->bookmark != NULL || place->level != 0 || place->top != 0
               ? HAS_PLACE
               : 0;
    has |= group->datum != NULL ? HAS_DATUM : 0;
    has |=
        (int)group->labels + (int)group->scope + group->columns + group->rows != 0 ? HAS_CELLS : 0;
    has |= group->whole != 0 ? HAS_WHOLE : 0;
    has |= group->data != 0 ? HAS_DATA : 0;
    buffer_byte(bytes, (char)group->role);
    buffer_byte(bytes, (char)has);
    for (size_t i = 0; (has & HAS_TEXTS) != 0 && i < sizeof texts / sizeof *texts; i++)
        put_text(bytes, texts[i]);
    if ((has & HAS_PLACE) != 0) {
        put_text(bytes, place->id);
        put_text(bytes, place->bookmark);
        PUT(bytes, place->level);
        PUT(bytes, place->top);
    }
    if ((has & HAS_DATUM) != 0)
        PUT(bytes, *group->datum);
    if ((has & HAS_CELLS) != 0) {
        PUT(bytes, group->labels);
        PUT(bytes, group->scope);
        PUT(bytes, group->columns);
        PUT(bytes, group->rows);
    }
    if ((has & HAS_WHOLE) != 0)
        PUT(bytes, group->whole);
    if ((has & HAS_DATA) != 0)
        put_count(bytes, group->data);
}

static void put_path(struct buffer *bytes, const struct path *path)
{
    put_count(bytes, path->n_verbs);
    buffer_put(bytes, path->verbs, path->n_verbs);
    buffer_put(bytes, path->points, path->n_points * sizeof *path->points);
}

static void put_paint(struct buffer *bytes, const struct paint *paint)
{
    buffer_byte(bytes, (char)paint->kind);
    if (paint->kind == PAINT_SOLID)
        PUT(bytes, paint->color);
    else if (paint->kind == PAINT_HATCH)
        PUT(bytes, *paint);
}

static size_t font_index(const struct scene *scene, const struct font *font)
{
    size_t i = 0;

    for (const struct used_font *used = scene->fonts; used != NULL && used->font != font;
         used = used->next)
        i++;
    return i;
}

static void put_glyph(struct buffer *bytes, const struct glyph *glyph, const struct glyph *before)
{
    static const struct glyph none = { 0 };
    const double x = before != NULL ? before->x + before->advance : 0;

    before = before != NULL ? before : &none;
    const int has = (glyph->advance != before->advance ? HAS_ADVANCE : 0) |
                    (glyph->x != x ? HAS_X : 0) | (glyph->y != 0 ? HAS_Y : 0);
    put_count(bytes, (uint64_t)glyph->id << GLYPH_BITS | (uint64_t)has);
    put_count(bytes, glyph->cluster);
    if ((has & HAS_ADVANCE) != 0)
        PUT(bytes, glyph->advance);
    if ((has & HAS_X) != 0)
        PUT(bytes, glyph->x);
    if ((has & HAS_Y) != 0)
        PUT(bytes, glyph->y);
}

static void put_glyphs(struct folding *folding, const struct glyph_run *run)
{
    struct buffer *bytes = &folding->bytes;
    const struct look look = { font_index(folding->scene, run->font), run->size, run->color };
    const bool is_same = look.font == folding->look.font && look.size == folding->look.size &&
                         memcmp(&look.color, &folding->look.color, sizeof look.color) == 0;

    buffer_byte(bytes,
                (char)((run->right_to_left ? IS_RTL : 0) | (run->is_missing ? IS_MISSING : 0) |
                       (run->language != NULL ? HAS_LANGUAGE : 0) | (is_same ? 0 : HAS_STYLE)));
    if (!is_same)
        PUT(bytes, look);
    folding->look = look;
    if (run->language != NULL)
        put_text(bytes, run->language);
    PUT(bytes, run->origin);
    put_count(bytes, run->length);
    buffer_put(bytes, run->text, run->length);
    put_count(bytes, run->n_glyphs);
    for (size_t i = 0; i < run->n_glyphs; i++)
        put_glyph(bytes, &run->glyphs[i], i > 0 ? &run->glyphs[i - 1] : NULL);
}

static void put_image(struct buffer *bytes, const struct image_mark *image)
{
    PUT(bytes, *image);
    buffer_put(bytes, image->pixels,
               (size_t)image->width * (size_t)image->height * (size_t)image->channels);
}

static void put_begin(struct buffer *bytes, const struct scene_level *level)
{
    switch (level->kind) {
    case SCENE_LEVEL_PAGE:
        break;
    case SCENE_LEVEL_GROUP:
        buffer_byte(bytes, CALL_OPEN);
        put_group(bytes, &level->group);
        break;
    case SCENE_LEVEL_CLIP:
        buffer_byte(bytes, CALL_CLIP);
        put_path(bytes, &level->path);
        break;
    case SCENE_LEVEL_TRANSFORM:
        buffer_byte(bytes, CALL_TRANSFORM);
        PUT(bytes, level->matrix);
        break;
    }
}

static void put_mark(struct folding *folding, const struct scene_mark *mark)
{
    struct buffer *bytes = &folding->bytes;

    switch (mark->kind) {
    case MARK_PATH:
        buffer_byte(bytes, CALL_PATH);
        put_path(bytes, &mark->path->path);
        put_paint(bytes, &mark->path->fill);
        put_paint(bytes, &mark->path->stroke_paint);
        if (mark->path->stroke_paint.kind != PAINT_NONE)
            PUT(bytes, mark->path->stroke);
        break;
    case MARK_GLYPHS:
        buffer_byte(bytes, CALL_GLYPHS);
        put_glyphs(folding, mark->glyphs);
        break;
    case MARK_IMAGE:
        buffer_byte(bytes, CALL_IMAGE);
        put_image(bytes, mark->image);
        break;
    case MARK_BEGIN:
        put_begin(bytes, mark->level);
        break;
    case MARK_END:
        buffer_byte(bytes, mark->level->kind == SCENE_LEVEL_GROUP ? CALL_CLOSE : CALL_POP);
        break;
    }
}

/* The bytes, in a block of just their size. */
static bool keep_bytes(struct scene *scene, const struct buffer *bytes)
{
    char *own = bytes->failed ? NULL : memory_resize(&scene->alloc, NULL, 0, bytes->length + 1);

    if (own == NULL)
        return false;
    memcpy(own, bytes->length > 0 ? bytes->bytes : "", bytes->length);
    scene->folded = own;
    scene->n_folded = bytes->length;
    return true;
}

/* Fonts, and the name, stay as they are, in an arena of their own. */
static bool keep_rest(struct scene *scene, struct arena *arena)
{
    struct used_font *first = NULL, **last = &first;
    const char *name = arena_string(arena, scene->name);

    for (const struct used_font *used = scene->fonts; used != NULL; used = used->next) {
        *last = arena_new(arena, struct used_font);
        if (*last == NULL)
            return false;
        (*last)->font = used->font;
        last = &(*last)->next;
    }
    if (name == NULL && scene->name != NULL)
        return false;
    scene->fonts = first;
    scene->name = name;
    return true;
}

void scene_fold(struct scene *scene)
{
    struct folding folding = { .scene = scene, .look = { .font = SIZE_MAX } };
    struct arena rest;

    if (scene->error.status != SHEAF_OK || !scene->finished || scene->folded != NULL)
        return;
    buffer_init(&folding.bytes, &scene->alloc, &scene->error);
    for (const struct scene_mark *mark = scene->first; mark != NULL; mark = mark->next)
        put_mark(&folding, mark);
    arena_init_small(&rest, &scene->alloc, &scene->error);
    if (keep_bytes(scene, &folding.bytes) && keep_rest(scene, &rest)) {
        arena_free(&scene->arena);
        scene->arena = rest;
        scene->first = scene->last = NULL;
        scene->first_cut = scene->last_cut = NULL;
    } else {
        fail_memory(&scene->error);
        arena_free(&rest);
    }
    buffer_free(&folding.bytes);
}
