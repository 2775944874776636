/* hit.c - what is drawn at a point. */
#include <math.h>

#include "scene/marks.h"

/* Least width of a line for hit tests, in points: thinner ones count as this wide. */
static const double easy_width = 4;

struct probe {
    struct point at;
    int winding;
    double distance; /* to the nearest line of the path */
};

static void visit(void *context, struct point from, struct point to)
{
    struct probe *probe = context;
    double x = to.x - from.x, y = to.y - from.y;
    double u = probe->at.x - from.x, v = probe->at.y - from.y;
    double side = x * v - y * u, square = x * x + y * y;

    if (from.y <= probe->at.y && to.y > probe->at.y && side > 0)
        probe->winding++;
    if (from.y > probe->at.y && to.y <= probe->at.y && side < 0)
        probe->winding--;
    double t = square > 0 ? fmin(fmax((u * x + v * y) / square, 0), 1) : 0;
    probe->distance = fmin(probe->distance, hypot(u - t * x, v - t * y));
}

static struct probe probe_path(const struct path *path, bool close, struct point at)
{
    struct probe probe = { .at = at, .distance = INFINITY };

    path_flatten(path, close, visit, &probe);
    return probe;
}

/* The point in the coordinates inside the level. */
static struct point into_level(const struct scene_level *level, struct point at)
{
    struct matrix inverse;

    return matrix_invert(&level->to_page, &inverse) ? matrix_apply(&inverse, at) : at;
}

static bool is_clipped_away(const struct scene_level *level, struct point at)
{
    for (; level != NULL; level = level->outer)
        if (level->kind == SCENE_LEVEL_CLIP &&
            probe_path(&level->path, true, into_level(level->outer, at)).winding == 0)
            return true;
    return false;
}

static bool path_is_hit(const struct path_mark *mark, struct point at)
{
    if (mark->fill.kind != PAINT_NONE && probe_path(&mark->path, true, at).winding != 0)
        return true;
    return mark->stroke_paint.kind != PAINT_NONE &&
           probe_path(&mark->path, false, at).distance <= fmax(mark->stroke.width, easy_width) / 2;
}

static bool is_hit(const struct scene_mark *mark, struct point at)
{
    struct box near = { mark->bounds.left - easy_width, mark->bounds.top - easy_width,
                        mark->bounds.right + easy_width, mark->bounds.bottom + easy_width };

    if (mark->kind == MARK_BEGIN || mark->kind == MARK_END || !box_holds(&near, at))
        return false;
    if (is_clipped_away(mark->level, at))
        return false;
    if (mark->kind == MARK_PATH)
        return path_is_hit(mark->path, into_level(mark->level, at));
    return box_holds(&mark->bounds, at);
}

static bool tells_something(const struct group *group)
{
    return group->label != NULL || group->alt != NULL;
}

static const struct group *named_group(const struct scene_level *level)
{
    for (; level != NULL; level = level->outer) {
        if (level->kind != SCENE_LEVEL_GROUP)
            continue;
        if (level->group.role == ROLE_ANNOTATION) /* the datum below it is what readers mean */
            return NULL;
        if (tells_something(&level->group))
            return &level->group;
    }
    return NULL;
}

/* The mark drawn last wins. A point between the marks of a figure hits the figure. */
const struct group *scene_hit(const struct scene *scene, double x, double y)
{
    const struct point at = { x, y };
    const struct group *figure = NULL, *hit = NULL;

    for (const struct scene_mark *mark = scene->first; mark != NULL; mark = mark->next) {
        const struct group *group;

        if (mark->kind == MARK_BEGIN && mark->level->kind == SCENE_LEVEL_GROUP &&
            mark->level->group.role == ROLE_FIGURE && box_holds(&mark->level->bounds, at))
            figure = &mark->level->group;
        if (is_hit(mark, at) && (group = named_group(mark->level)) != NULL)
            hit = group;
    }
    return hit != NULL ? hit : figure;
}
