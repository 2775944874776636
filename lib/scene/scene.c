/* scene.c - creation, levels (groups, clips, transforms) and finish of a scene. */
#include "scene/scene.h"

#include <math.h>
#include <string.h>

#include "base/strings.h"
#include "scene/marks.h"

/* Largest coordinate in points, about 350 m: more is a mistake, and overflows Cairo's fixed-point
 * numbers. */
static const double max_coordinate = 1e6;

/* What scene_create returns when memory runs out. It is never written to: every function returns
 * early for a failed scene. */
static const struct scene inert = {
    .error = { .status = SHEAF_NO_MEMORY, .message = "out of memory" },
};

struct scene *scene_create(const sheaf_alloc *alloc, double width, double height)
{
    alloc = memory_or_default(alloc);
    struct scene *scene = memory_resize(alloc, NULL, 0, sizeof *scene);

    if (scene == NULL)
        return (struct scene *)&inert;
    memset(scene, 0, sizeof *scene);
    scene->alloc = *alloc;
    arena_init(&scene->arena, alloc, &scene->error);
    scene->width = width;
    scene->height = height;
    scene->page = (struct scene_level){ .kind = SCENE_LEVEL_PAGE,
                                        .bounds = box_nothing,
                                        .to_page = matrix_identity,
                                        .clip = { -INFINITY, -INFINITY, INFINITY, INFINITY } };
    scene->level = &scene->page;
    if (!(width > 0 && width <= max_coordinate && height > 0 && height <= max_coordinate))
        fail(&scene->error, SHEAF_BAD_ARGUMENT,
             "a width and a height are more than 0 and at most %d", (int)max_coordinate);
    return scene;
}

void scene_destroy(struct scene *scene)
{
    if (scene == NULL || scene == &inert)
        return;
    for (struct used_font *used = scene->fonts; used != NULL; used = used->next)
        font_release(used->font);
    memory_free(&scene->alloc, scene->outline.verbs, scene->outline.verb_capacity);
    memory_free(&scene->alloc, scene->outline.points,
                scene->outline.point_capacity * sizeof *scene->outline.points);
    if (scene->folded != NULL)
        memory_free(&scene->alloc, scene->folded, scene->n_folded + 1);
    arena_free(&scene->arena);
    sheaf_alloc alloc = scene->alloc;
    memory_free(&alloc, scene, sizeof *scene);
}

sheaf_status scene_status(const struct scene *scene)
{
    return scene->error.status;
}

const sheaf_error *scene_error(const struct scene *scene)
{
    return &scene->error;
}

double scene_width(const struct scene *scene)
{
    return scene->width;
}

double scene_height(const struct scene *scene)
{
    return scene->height;
}

void scene_set_transparent(struct scene *scene)
{
    if (scene_is_open(scene))
        scene->transparent = true;
}

void scene_set_name(struct scene *scene, const char *name)
{
    if (!scene_is_open(scene) || scene->name != NULL || name == NULL)
        return;
    scene->name = arena_string(&scene->arena, name);
}

const char *scene_name(const struct scene *scene)
{
    return scene->name;
}

bool scene_is_transparent(const struct scene *scene)
{
    return scene->transparent;
}

struct box scene_bounds(const struct scene *scene)
{
    return scene == &inert ? box_nothing : scene->page.bounds;
}

const char *scene_alternative(const struct scene *scene)
{
    for (const struct scene_mark *mark = scene->first; mark != NULL; mark = mark->next)
        if (mark->kind == MARK_BEGIN && mark->level->kind == SCENE_LEVEL_GROUP &&
            mark->level->group.alt != NULL)
            return mark->level->group.alt;
    return NULL;
}

bool scene_is_open(struct scene *scene)
{
    if (scene->error.status != SHEAF_OK)
        return false;
    if (scene->finished)
        fail(&scene->error, SHEAF_BAD_ARGUMENT, "something is drawn after the scene was finished");
    return !scene->finished;
}

bool scene_accepts(struct scene *scene, const double *values, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (!(fabs(values[i]) <= max_coordinate)) {
            fail(&scene->error, SHEAF_BAD_ARGUMENT,
                 "a coordinate is not a number or far off the page");
            return false;
        }
    return true;
}

struct scene_mark *scene_add_mark(struct scene *scene, enum scene_mark_kind kind)
{
    struct scene_mark *mark = arena_new(&scene->arena, struct scene_mark);

    if (mark == NULL)
        return NULL;
    mark->kind = kind;
    mark->level = scene->level;
    mark->bounds = box_nothing;
    if (scene->last != NULL)
        scene->last->next = mark;
    else
        scene->first = mark;
    scene->last = mark;
    return mark;
}

bool scene_add_font(struct scene *scene, const struct font *font)
{
    for (const struct used_font *used = scene->fonts; used != NULL; used = used->next)
        if (used->font == font)
            return true;
    struct used_font *used = arena_new(&scene->arena, struct used_font);
    if (used == NULL)
        return false;
    *used = (struct used_font){ scene->fonts, font_retain(font) };
    scene->fonts = used;
    return true;
}

/* Levels --------------------------------------------------------------------- */

/* Begins a level that inherits transform and clip of the one around it; NULL when memory runs out. */
static struct scene_level *begin_level(struct scene *scene, enum scene_level_kind kind)
{
    struct scene_level *level = arena_new(&scene->arena, struct scene_level);

    if (level == NULL)
        return NULL;
    level->kind = kind;
    level->outer = scene->level;
    level->bounds = box_nothing;
    level->to_page = scene->level->to_page;
    level->clip = scene->level->clip;
    scene->level = level;
    return scene_add_mark(scene, MARK_BEGIN) != NULL ? level : NULL;
}

static void end_level(struct scene *scene)
{
    struct scene_level *level = scene->level;

    if (scene_add_mark(scene, MARK_END) == NULL)
        return;
    box_join(&level->outer->bounds, &level->bounds);
    scene->level = level->outer;
}

/* Copies a text of a group; false after a failure. */
static bool copy_text(struct scene *scene, const char **to, const char *text)
{
    *to = NULL;
    if (text == NULL)
        return true;
    const size_t n = strlen(text);
    if (!utf8_valid(text, n, NULL)) {
        fail(&scene->error, SHEAF_BAD_ARGUMENT, "a label is not UTF-8");
        return false;
    }
    *to = arena_text(&scene->arena, text, n);
    return *to != NULL;
}

static bool copy_datum(struct scene *scene, struct group *group)
{
    struct scene_datum *copy;

    if (group->datum == NULL)
        return true;
    copy = arena_new(&scene->arena, struct scene_datum);
    if (copy != NULL)
        *copy = *group->datum;
    group->datum = copy;
    return copy != NULL;
}

static bool copy_place(struct scene *scene, struct scene_place *to, const struct scene_place *place)
{
    to->level = place->level;
    to->top = place->top;
    return copy_text(scene, &to->id, place->id) && copy_text(scene, &to->bookmark, place->bookmark);
}

void scene_place_next(struct scene *scene, const struct scene_place *place)
{
    if (scene_is_open(scene) && !copy_place(scene, &scene->next_place, place))
        scene->next_place = (struct scene_place){ 0 };
}

void scene_set_data(struct scene *scene, size_t data)
{
    if (scene_is_open(scene))
        scene->data = data;
}

static bool is_given(const char *text)
{
    return text != NULL && text[0] != '\0';
}

void scene_open(struct scene *scene, const struct group *group)
{
    if (!scene_is_open(scene))
        return;
    if (group->role == ROLE_FIGURE && !is_given(group->alt)) {
        fail(&scene->error, SHEAF_BAD_ARGUMENT, "a figure needs a text alternative");
        return;
    }
    if (group->role == ROLE_LINK && !is_given(group->uri)) {
        fail(&scene->error, SHEAF_BAD_ARGUMENT, "a link needs a URI");
        return;
    }
    struct scene_level *level = begin_level(scene, SCENE_LEVEL_GROUP);
    if (level == NULL)
        return;
    level->group = *group;
    if (!copy_text(scene, &level->group.label, group->label) ||
        !copy_text(scene, &level->group.alt, group->alt) ||
        !copy_text(scene, &level->group.alt_language, group->alt_language) ||
        !copy_text(scene, &level->group.written, group->written) ||
        !copy_text(scene, &level->group.language, group->language) ||
        !copy_text(scene, &level->group.uri, group->uri) ||
        !copy_place(scene, &level->group.place, &group->place) || !copy_datum(scene, &level->group))
        level->group = (struct group){ 0 };
    if (scene->next_place.id != NULL)
        level->group.place.id = scene->next_place.id;
    if (scene->next_place.bookmark != NULL) {
        level->group.place.bookmark = scene->next_place.bookmark;
        level->group.place.level = scene->next_place.level;
    }
    if (scene->next_place.top > 0)
        level->group.place.top = scene->next_place.top;
    scene->next_place = (struct scene_place){ 0 };
    if (group->role == ROLE_FIGURE || group->role == ROLE_TABLE)
        level->group.data = scene->data;
}

void scene_open_role(struct scene *scene, enum role role)
{
    scene_open(scene, &(struct group){ .role = role });
}

void scene_close(struct scene *scene)
{
    if (!scene_is_open(scene))
        return;
    if (scene->level->kind != SCENE_LEVEL_GROUP) {
        fail(&scene->error, SHEAF_BAD_ARGUMENT, "a group is closed that is not the innermost");
        return;
    }
    end_level(scene);
}

void scene_push_clip(struct scene *scene)
{
    if (!scene_is_open(scene))
        return;
    struct path path = scene_take_outline(scene);
    struct box area = path_area(&path, &scene->level->to_page);
    if (scene->error.status != SHEAF_OK)
        return;
    struct scene_level *level = begin_level(scene, SCENE_LEVEL_CLIP);
    if (level == NULL)
        return;
    level->path = path;
    level->clip = box_common(&level->clip, &area);
}

void scene_push_transform(struct scene *scene, const struct matrix *matrix)
{
    struct matrix inverse;

    if (!scene_is_open(scene) ||
        !scene_accepts(scene,
                       (const double[]){ matrix->xx, matrix->yx, matrix->xy, matrix->yy, matrix->x0,
                                         matrix->y0 },
                       6))
        return;
    struct matrix to_page = matrix_after(matrix, &scene->level->to_page);
    if (!matrix_invert(&to_page, &inverse) || !isfinite(inverse.x0 + inverse.y0)) {
        fail(&scene->error, SHEAF_BAD_ARGUMENT, "a transform leaves no area");
        return;
    }
    struct scene_level *level = begin_level(scene, SCENE_LEVEL_TRANSFORM);
    if (level == NULL)
        return;
    level->matrix = *matrix;
    level->to_page = to_page;
}

void scene_pop(struct scene *scene)
{
    if (!scene_is_open(scene))
        return;
    if (scene->level->kind != SCENE_LEVEL_CLIP && scene->level->kind != SCENE_LEVEL_TRANSFORM) {
        fail(&scene->error, SHEAF_BAD_ARGUMENT, "there is no clip or transform to pop here");
        return;
    }
    end_level(scene);
}

static bool is_among(uint32_t code, const uint32_t *codes, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (codes[i] == code)
            return true;
    return false;
}

size_t scene_missing(const struct scene *scene, uint32_t *codes, size_t n, size_t most)
{
    for (const struct scene_mark *mark = scene->first; mark != NULL && n < most;
         mark = mark->next) {
        if (mark->kind != MARK_GLYPHS || !mark->glyphs->is_missing)
            continue;
        const char *at = mark->glyphs->text;
        uint32_t code = utf8_next(&at, at + mark->glyphs->length);
        if (!is_among(code, codes, n))
            codes[n++] = code;
    }
    return n;
}

void scene_finish(struct scene *scene)
{
    if (scene->error.status != SHEAF_OK)
        return;
    if (scene->level != &scene->page)
        fail(&scene->error, SHEAF_BAD_ARGUMENT, "a group, clip or transform is left open");
    scene->finished = true;
}
