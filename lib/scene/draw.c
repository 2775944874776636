/* draw.c - adds marks, and checks them so that painters need not. */
#include <math.h>
#include <string.h>

#include "base/strings.h"
#include "scene/marks.h"

static void refuse(struct scene *scene, const char *what)
{
    fail(&scene->error, SHEAF_BAD_ARGUMENT, "%s", what);
}

/* Sets the mark's bounds from its extent on the page, and extends those of its level. */
static void set_bounds(struct scene *scene, struct scene_mark *mark, struct box on_page)
{
    mark->bounds = box_common(&on_page, &scene->level->clip);
    box_join(&scene->level->bounds, &mark->bounds);
}

/* Paths ---------------------------------------------------------------------- */

static bool paint_is_right(struct scene *scene, const struct paint *paint)
{
    switch (paint->kind) {
    case PAINT_NONE:
    case PAINT_SOLID:
        return true;
    case PAINT_HATCH:
        if (!scene_accepts(scene, (const double[]){ paint->angle, paint->spacing, paint->width },
                           3))
            return false;
        if (paint->spacing > 0 && paint->width > 0)
            return true;
        refuse(scene, "a hatch needs a spacing and a width above 0");
        return false;
    }
    refuse(scene, "a paint of an unknown kind");
    return false;
}

static bool stroke_is_right(struct scene *scene, const struct stroke *stroke)
{
    double sum = 0;

    if (!scene_accepts(scene, (const double[]){ stroke->width, stroke->dash_phase }, 2))
        return false;
    if (stroke->width < 0 || (stroke->n_dash != 0 && stroke->n_dash != 2 && stroke->n_dash != 4)) {
        refuse(scene, "a stroke needs a width of 0 or more and 0, 2 or 4 dashes");
        return false;
    }
    for (int i = 0; i < stroke->n_dash; i++) {
        if (!scene_accepts(scene, &stroke->dash[i], 1))
            return false;
        sum = stroke->dash[i] < 0 ? -INFINITY : sum + stroke->dash[i];
    }
    if (stroke->n_dash > 0 && !(sum > 0)) {
        refuse(scene, "dashes need lengths of 0 or more, and one above 0");
        return false;
    }
    return true;
}

void scene_draw(struct scene *scene, const struct paint *fill, const struct paint *stroke_paint,
                const struct stroke *stroke)
{
    if (!scene_is_open(scene))
        return;
    struct path_mark drawn = { .path = scene_take_outline(scene) };

    if (fill != NULL)
        drawn.fill = *fill;
    if (stroke != NULL && stroke->width != 0 && stroke_paint != NULL) {
        drawn.stroke_paint = *stroke_paint;
        drawn.stroke = *stroke;
    }
    if (!paint_is_right(scene, &drawn.fill) || !paint_is_right(scene, &drawn.stroke_paint) ||
        !stroke_is_right(scene, &drawn.stroke) || drawn.path.n_verbs == 0 ||
        (drawn.fill.kind == PAINT_NONE && drawn.stroke_paint.kind == PAINT_NONE))
        return;
    struct path_mark *copy = arena_new(&scene->arena, struct path_mark);
    struct scene_mark *mark = copy != NULL ? scene_add_mark(scene, MARK_PATH) : NULL;
    if (mark == NULL)
        return;
    *copy = drawn;
    mark->path = copy;

    struct box area = box_nothing, outline = box_nothing;
    if (copy->fill.kind != PAINT_NONE)
        area = path_area(&copy->path, &scene->level->to_page);
    if (copy->stroke_paint.kind != PAINT_NONE)
        outline = path_stroke_area(&copy->path, &copy->stroke, &scene->level->to_page);
    box_join(&area, &outline);
    set_bounds(scene, mark, area);
}

void scene_fill(struct scene *scene, struct color color)
{
    scene_draw(scene, &(struct paint){ .kind = PAINT_SOLID, .color = color }, NULL, NULL);
}

void scene_stroke(struct scene *scene, struct color color, double width)
{
    scene_draw(scene, NULL, &(struct paint){ .kind = PAINT_SOLID, .color = color },
               &(struct stroke){ .width = width });
}

/* Glyphs --------------------------------------------------------------------- */

/* In UTF-8, which the text is. */
static bool begins_character(char byte)
{
    return ((unsigned char)byte & 0xC0) != 0x80;
}

static bool run_is_right(struct scene *scene, const struct glyph_run *run)
{
    if (!scene_accepts(scene, (const double[]){ run->size, run->origin.x, run->origin.y }, 3))
        return false;
    if (run->font == NULL || !(run->size > 0)) {
        refuse(scene, "glyphs need a font and a size above 0");
        return false;
    }
    if (run->length > 0 && (!utf8_valid(run->text, run->length, NULL) ||
                            memchr(run->text, '\0', run->length) != NULL)) {
        refuse(scene, "a text is not UTF-8");
        return false;
    }
    for (size_t i = 0; i < run->n_glyphs; i++) {
        const struct glyph *glyph = &run->glyphs[i];
        if (!scene_accepts(scene, (const double[]){ glyph->x, glyph->y, glyph->advance }, 3))
            return false;
        if (glyph->id > 0xFFFF || glyph->cluster > run->length ||
            (glyph->cluster < run->length && !begins_character(run->text[glyph->cluster]))) {
            refuse(scene, "a glyph is none of its font's or stands for no character of its text");
            return false;
        }
    }
    return true;
}

/* From advances and the font's ascent and descent: outlines would need a font library. */
static struct box run_area(const struct glyph_run *run)
{
    const double ascent = run->size * run->font->ascent, descent = run->size * run->font->descent;
    struct box area = box_nothing;

    for (size_t i = 0; i < run->n_glyphs; i++) {
        const struct glyph *glyph = &run->glyphs[i];
        double x = run->origin.x + glyph->x, y = run->origin.y + glyph->y;

        box_add(&area, (struct point){ x, y - ascent });
        box_add(&area, (struct point){ x + glyph->advance, y + descent });
    }
    return area;
}

static enum role role_around(const struct scene *scene)
{
    const struct scene_level *level = scene->level;

    while (level->outer != NULL &&
           (level->kind != SCENE_LEVEL_GROUP || level->group.role == ROLE_NONE ||
            level->group.role == ROLE_LINK || level->group.role == ROLE_SPAN))
        level = level->outer;
    return level->group.role;
}

void scene_note_cut(struct scene *scene, const struct cut_text *text)
{
    struct scene_cut *last = scene->last_cut;

    if (!scene_is_open(scene))
        return;
    struct scene_cut *cut = arena_new(&scene->arena, struct scene_cut);
    char *whole = arena_string(&scene->arena, text->whole);
    if (cut == NULL || whole == NULL)
        return;
    *cut = (struct scene_cut){ .text = { whole, text->needed, text->room, text->lines },
                               .role = role_around(scene) };
    if (last != NULL)
        last->next = cut;
    else
        scene->first_cut = cut;
    scene->last_cut = cut;
}

const struct scene_cut *scene_cuts(const struct scene *scene)
{
    return scene->first_cut;
}

void scene_glyphs(struct scene *scene, const struct glyph_run *run)
{
    if (!scene_is_open(scene) || run->n_glyphs == 0 || !run_is_right(scene, run) ||
        !scene_add_font(scene, run->font))
        return;
    struct glyph_run *copy = arena_new(&scene->arena, struct glyph_run);
    char *text = arena_text(&scene->arena, run->text, run->length);
    struct glyph *glyphs = arena_array(&scene->arena, struct glyph, run->n_glyphs);
    char *language = run->language != NULL ? arena_string(&scene->arena, run->language) : NULL;
    bool is_copied = copy != NULL && text != NULL && glyphs != NULL &&
                     (language != NULL || run->language == NULL);
    struct scene_mark *mark = is_copied ? scene_add_mark(scene, MARK_GLYPHS) : NULL;
    if (mark == NULL)
        return;
    *copy = *run;
    copy->text = text;
    copy->language = language;
    copy->glyphs = memcpy(glyphs, run->glyphs, run->n_glyphs * sizeof *glyphs);
    mark->glyphs = copy;
    struct box area = run_area(copy);
    set_bounds(scene, mark, box_moved(&area, &scene->level->to_page));
}

/* Images --------------------------------------------------------------------- */

void scene_image(struct scene *scene, const struct image_mark *image)
{
    const struct box *place = &image->place;

    if (!scene_is_open(scene) ||
        !scene_accepts(scene,
                       (const double[]){ place->left, place->top, place->right, place->bottom }, 4))
        return;
    if (image->width < 1 || image->height < 1 || image->width > INT16_MAX ||
        image->height > INT16_MAX || (image->channels != 3 && image->channels != 4) ||
        !(place->left < place->right && place->top < place->bottom)) {
        refuse(scene, "an image needs pixels of 3 or 4 channels and a place with an area");
        return;
    }
    size_t n = (size_t)image->width * (size_t)image->height * (size_t)image->channels;
    struct image_mark *copy = arena_new(&scene->arena, struct image_mark);
    uint8_t *pixels = arena_array(&scene->arena, uint8_t, n);
    struct scene_mark *mark =
        copy != NULL && pixels != NULL ? scene_add_mark(scene, MARK_IMAGE) : NULL;
    if (mark == NULL)
        return;
    *copy = *image;
    copy->pixels = memcpy(pixels, image->pixels, n);
    mark->image = copy;
    set_bounds(scene, mark, box_moved(place, &scene->level->to_page));
}
