/* unfold.c - a folded scene again. The same calls are made as before, so that bounds and marks come out as
 * they were. */
#include <string.h>

#include "scene/fold.h"
#include "scene/marks.h"

struct unfolding {
    const struct scene *folded;
    struct scene *scene;
    const char *at;
    struct look look;
    struct arena work; /* of the run that is read */
};

static void take(struct unfolding *unfolding, void *value, size_t n)
{
    memcpy(value, unfolding->at, n);
    unfolding->at += n;
}
#define TAKE(unfolding, value) take(unfolding, &(value), sizeof(value))

static unsigned take_byte(struct unfolding *unfolding)
{
    return (unsigned char)*unfolding->at++;
}

static uint64_t take_count(struct unfolding *unfolding)
{
    uint64_t count = 0;
    unsigned byte, shift = 0;

    do {
        byte = take_byte(unfolding);
        count |= (uint64_t)(byte & 0x7F) << shift;
        shift += 7;
    } while ((byte & 0x80) != 0);
    return count;
}

static const char *take_text(struct unfolding *unfolding)
{
    const size_t n = (size_t)take_count(unfolding);
    const char *text = n > 0 ? unfolding->at : NULL;

    unfolding->at += n;
    return text;
}

static void open_group(struct unfolding *unfolding)
{
    struct group group = { .role = (enum role)take_byte(unfolding) };
    const unsigned has = take_byte(unfolding);
    struct scene_datum datum;

    if ((has & HAS_TEXTS) != 0) {
        group.label = take_text(unfolding);
        group.alt = take_text(unfolding);
        group.alt_language = take_text(unfolding);
        group.written = take_text(unfolding);
        group.language = take_text(unfolding);
        group.uri = take_text(unfolding);
    }
    if ((has & HAS_PLACE) != 0) {
        group.place.id = take_text(unfolding);
        group.place.bookmark = take_text(unfolding);
        TAKE(unfolding, group.place.level);
        TAKE(unfolding, group.place.top);
    }
    if ((has & HAS_DATUM) != 0) {
        TAKE(unfolding, datum);
        group.datum = &datum;
    }
    if ((has & HAS_CELLS) != 0) {
        TAKE(unfolding, group.labels);
        TAKE(unfolding, group.scope);
        TAKE(unfolding, group.columns);
        TAKE(unfolding, group.rows);
    }
    if ((has & HAS_WHOLE) != 0)
        TAKE(unfolding, group.whole);
    if ((has & HAS_DATA) != 0)
        group.data = (size_t)take_count(unfolding);
    scene_set_data(unfolding->scene, group.data);
    scene_open(unfolding->scene, &group);
}

static void take_path(struct unfolding *unfolding)
{
    const size_t n = (size_t)take_count(unfolding);
    const char *verbs = unfolding->at;
    struct point points[3];

    unfolding->at += n;
    for (size_t i = 0; i < n; i++)
        switch ((enum path_verb)verbs[i]) {
        case VERB_MOVE:
            take(unfolding, points, sizeof *points);
            scene_move_to(unfolding->scene, points[0].x, points[0].y);
            break;
        case VERB_LINE:
            take(unfolding, points, sizeof *points);
            scene_line_to(unfolding->scene, points[0].x, points[0].y);
            break;
        case VERB_CURVE:
            take(unfolding, points, sizeof points);
            scene_curve_to(unfolding->scene, points[0], points[1], points[2]);
            break;
        case VERB_CLOSE:
            scene_close_path(unfolding->scene);
            break;
        }
}

static struct paint take_paint(struct unfolding *unfolding)
{
    struct paint paint = { .kind = (enum paint_kind)take_byte(unfolding) };

    if (paint.kind == PAINT_SOLID)
        TAKE(unfolding, paint.color);
    else if (paint.kind == PAINT_HATCH)
        TAKE(unfolding, paint);
    return paint;
}

static void draw_path(struct unfolding *unfolding)
{
    struct stroke stroke = { .width = 0 };

    take_path(unfolding);
    const struct paint fill = take_paint(unfolding), line = take_paint(unfolding);
    if (line.kind != PAINT_NONE)
        TAKE(unfolding, stroke);
    scene_draw(unfolding->scene, &fill, &line, &stroke);
}

static const struct font *font_at(const struct scene *scene, size_t index)
{
    const struct used_font *used = scene->fonts;

    while (index-- > 0)
        used = used->next;
    return used->font;
}

static void take_glyph(struct unfolding *unfolding, struct glyph *glyph, const struct glyph *before)
{
    static const struct glyph none = { 0 };
    const uint64_t id = take_count(unfolding);

    before = before != NULL ? before : &none;
    glyph->id = (uint32_t)(id >> GLYPH_BITS);
    glyph->cluster = (uint32_t)take_count(unfolding);
    glyph->advance = before->advance;
    glyph->x = before->x + before->advance;
    if ((id & HAS_ADVANCE) != 0)
        TAKE(unfolding, glyph->advance);
    if ((id & HAS_X) != 0)
        TAKE(unfolding, glyph->x);
    if ((id & HAS_Y) != 0)
        TAKE(unfolding, glyph->y);
}

static void draw_glyphs(struct unfolding *unfolding)
{
    const unsigned flags = take_byte(unfolding);
    struct glyph_run run = { .right_to_left = (flags & IS_RTL) != 0,
                             .is_missing = (flags & IS_MISSING) != 0 };

    if ((flags & HAS_STYLE) != 0)
        TAKE(unfolding, unfolding->look);
    if ((flags & HAS_LANGUAGE) != 0)
        run.language = take_text(unfolding);
    TAKE(unfolding, run.origin);
    run.font = font_at(unfolding->folded, unfolding->look.font);
    run.size = unfolding->look.size;
    run.color = unfolding->look.color;
    run.length = (size_t)take_count(unfolding);
    run.text = unfolding->at;
    unfolding->at += run.length;
    run.n_glyphs = (size_t)take_count(unfolding);
    struct glyph *glyphs = arena_array(&unfolding->work, struct glyph, run.n_glyphs);
    if (glyphs == NULL)
        return;
    for (size_t i = 0; i < run.n_glyphs; i++)
        take_glyph(unfolding, &glyphs[i], i > 0 ? &glyphs[i - 1] : NULL);
    run.glyphs = glyphs;
    scene_glyphs(unfolding->scene, &run);
}

static void draw_image(struct unfolding *unfolding)
{
    struct image_mark image;

    TAKE(unfolding, image);
    image.pixels = (const uint8_t *)unfolding->at;
    unfolding->at += (size_t)image.width * (size_t)image.height * (size_t)image.channels;
    scene_image(unfolding->scene, &image);
}

static void call(struct unfolding *unfolding)
{
    struct matrix matrix;

    switch ((enum call)take_byte(unfolding)) {
    case CALL_PATH:
        draw_path(unfolding);
        break;
    case CALL_GLYPHS:
        draw_glyphs(unfolding);
        break;
    case CALL_IMAGE:
        draw_image(unfolding);
        break;
    case CALL_OPEN:
        open_group(unfolding);
        break;
    case CALL_CLOSE:
        scene_close(unfolding->scene);
        break;
    case CALL_CLIP:
        take_path(unfolding);
        scene_push_clip(unfolding->scene);
        break;
    case CALL_TRANSFORM:
        TAKE(unfolding, matrix);
        scene_push_transform(unfolding->scene, &matrix);
        break;
    case CALL_POP:
        scene_pop(unfolding->scene);
        break;
    }
}

const struct scene *scene_unfold(const struct scene *scene)
{
    if (scene->folded == NULL || scene->error.status != SHEAF_OK)
        return scene;
    struct scene *open = scene_create(&scene->alloc, scene->width, scene->height);
    struct unfolding unfolding = { .folded = scene, .scene = open, .at = scene->folded };

    if (open->error.status != SHEAF_OK)
        return open;
    arena_init(&unfolding.work, &scene->alloc, &open->error);
    if (scene->transparent)
        scene_set_transparent(open);
    scene_set_name(open, scene->name);
    /* A failure ends it: what was to be read is then not read to its end. */
    while (unfolding.at < scene->folded + scene->n_folded && open->error.status == SHEAF_OK)
        call(&unfolding);
    scene_finish(open);
    arena_free(&unfolding.work);
    return open;
}

void scene_unfold_end(const struct scene *open, const struct scene *scene)
{
    if (open != scene)
        scene_destroy((struct scene *)open);
}
