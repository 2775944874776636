/* path.c - builds the current path. */
#include <math.h>
#include <string.h>

#include "scene/marks.h"

/* Distance of the control points of a quarter circle drawn as a cubic: 4/3 (sqrt(2) - 1) radii. */
static const double quarter = 0.5522847498307936;

static void append(struct scene *scene, enum path_verb verb, const struct point *points, size_t n)
{
    struct scene_outline *outline = &scene->outline;

    if (!memory_grow(&scene->alloc, &scene->error, &outline->verbs, &outline->verb_capacity,
                     outline->n_verbs + 1, sizeof *outline->verbs) ||
        !memory_grow(&scene->alloc, &scene->error, &outline->points, &outline->point_capacity,
                     outline->n_points + n, sizeof *outline->points))
        return;
    outline->verbs[outline->n_verbs++] = (uint8_t)verb;
    if (n > 0)
        memcpy(outline->points + outline->n_points, points, n * sizeof *points);
    outline->n_points += n;
}

void scene_move_to(struct scene *scene, double x, double y)
{
    struct scene_outline *outline = &scene->outline;
    const struct point to = { x, y };

    if (!scene_is_open(scene) || !scene_accepts(scene, (const double[]){ x, y }, 2))
        return;
    if (outline->n_verbs > 0 && outline->verbs[outline->n_verbs - 1] == VERB_MOVE)
        outline->points[outline->n_points - 1] = to; /* a move after a move replaces it */
    else
        append(scene, VERB_MOVE, &to, 1);
    outline->start = to;
    outline->is_open = true;
}

/* Begins a subpath if there is none: after a closed one at its start, as in Cairo, else at the
 * given point. */
static void need_start(struct scene *scene, struct point otherwise)
{
    struct scene_outline *outline = &scene->outline;

    if (outline->is_open)
        return;
    struct point start = outline->n_verbs > 0 ? outline->start : otherwise;
    scene_move_to(scene, start.x, start.y);
}

void scene_line_to(struct scene *scene, double x, double y)
{
    const struct point to = { x, y };

    if (!scene_is_open(scene) || !scene_accepts(scene, (const double[]){ x, y }, 2))
        return;
    need_start(scene, to);
    append(scene, VERB_LINE, &to, 1);
}

void scene_curve_to(struct scene *scene, struct point a, struct point b, struct point to)
{
    const struct point points[3] = { a, b, to };

    if (!scene_is_open(scene) ||
        !scene_accepts(scene, (const double[]){ a.x, a.y, b.x, b.y, to.x, to.y }, 6))
        return;
    need_start(scene, a);
    append(scene, VERB_CURVE, points, 3);
}

void scene_close_path(struct scene *scene)
{
    if (!scene_is_open(scene) || !scene->outline.is_open)
        return;
    append(scene, VERB_CLOSE, NULL, 0);
    scene->outline.is_open = false;
}

void scene_rectangle(struct scene *scene, double x, double y, double width, double height)
{
    scene_move_to(scene, x, y);
    scene_line_to(scene, x + width, y);
    scene_line_to(scene, x + width, y + height);
    scene_line_to(scene, x, y + height);
    scene_close_path(scene);
}

void scene_circle(struct scene *scene, double x, double y, double radius)
{
    double r = radius, k = radius * quarter;

    scene_move_to(scene, x + r, y);
    scene_curve_to(scene, (struct point){ x + r, y + k }, (struct point){ x + k, y + r },
                   (struct point){ x, y + r });
    scene_curve_to(scene, (struct point){ x - k, y + r }, (struct point){ x - r, y + k },
                   (struct point){ x - r, y });
    scene_curve_to(scene, (struct point){ x - r, y - k }, (struct point){ x - k, y - r },
                   (struct point){ x, y - r });
    scene_curve_to(scene, (struct point){ x + k, y - r }, (struct point){ x + r, y - k },
                   (struct point){ x + r, y });
    scene_close_path(scene);
}

struct path scene_take_outline(struct scene *scene)
{
    struct scene_outline *outline = &scene->outline;
    size_t n_verbs = outline->n_verbs, n_points = outline->n_points;

    if (n_verbs > 0 && outline->verbs[n_verbs - 1] == VERB_MOVE) {
        n_verbs--;
        n_points--;
    }
    outline->n_verbs = outline->n_points = 0;
    outline->is_open = false;
    if (n_verbs == 0)
        return (struct path){ 0 };
    uint8_t *verbs = arena_array(&scene->arena, uint8_t, n_verbs);
    struct point *points = arena_array(&scene->arena, struct point, n_points);
    if (verbs == NULL || points == NULL)
        return (struct path){ 0 };
    memcpy(verbs, outline->verbs, n_verbs);
    memcpy(points, outline->points, n_points * sizeof *points);
    return (struct path){ verbs, n_verbs, points, n_points };
}
