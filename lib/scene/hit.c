/* hit.c - what is drawn at a point. */
#include "scene/hit.h"

#include <math.h>

void hit_visit(void *context, struct point from, struct point to)
{
    struct hit_probe *probe = context;
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

static struct hit_probe probe_path(const struct path *path, bool close, struct point at)
{
    struct hit_probe probe = { .at = at, .distance = INFINITY };

    path_flatten(path, close, hit_visit, &probe);
    return probe;
}

struct point hit_into_level(const struct scene_level *level, struct point at)
{
    struct matrix inverse;

    return matrix_invert(&level->to_page, &inverse) ? matrix_apply(&inverse, at) : at;
}

static bool is_clipped_away(const struct scene_level *level, struct point at)
{
    for (; level != NULL; level = level->outer)
        if (level->kind == SCENE_LEVEL_CLIP &&
            probe_path(&level->path, true, hit_into_level(level->outer, at)).winding == 0)
            return true;
    return false;
}

double hit_reach(const struct path_mark *mark)
{
    return fmax(mark->stroke.width, hit_easy_width) / 2;
}

static bool path_is_hit(const struct path_mark *mark, struct point at)
{
    if (mark->fill.kind != PAINT_NONE && probe_path(&mark->path, true, at).winding != 0)
        return true;
    return mark->stroke_paint.kind != PAINT_NONE &&
           probe_path(&mark->path, false, at).distance <= hit_reach(mark);
}

bool hit_is_near(const struct scene_mark *mark, struct point at)
{
    struct box near = { mark->bounds.left - hit_easy_width, mark->bounds.top - hit_easy_width,
                        mark->bounds.right + hit_easy_width, mark->bounds.bottom + hit_easy_width };

    return mark->kind != MARK_BEGIN && mark->kind != MARK_END && box_holds(&near, at) &&
           !is_clipped_away(mark->level, at);
}

bool hit_is_on(const struct scene_mark *mark, struct point at)
{
    if (!hit_is_near(mark, at))
        return false;
    if (mark->kind == MARK_PATH)
        return path_is_hit(mark->path, hit_into_level(mark->level, at));
    return box_holds(&mark->bounds, at);
}

static bool tells_something(const struct group *group)
{
    return group->label != NULL || group->alt != NULL;
}

const struct group *hit_named_group(const struct scene_level *level)
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
        if (hit_is_on(mark, at) && (group = hit_named_group(mark->level)) != NULL)
            hit = group;
    }
    return hit != NULL ? hit : figure;
}
