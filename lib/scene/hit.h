/* hit.h - how one mark is tested against a point; only for this folder. */
#ifndef SHEAF_SCENE_HIT_H
#define SHEAF_SCENE_HIT_H

#include "scene/marks.h"

/* Least width of a line for hit tests, in points: thinner ones count as this wide. */
static const double hit_easy_width = 4;

/* Where a point lies to the pieces of a path that were visited. */
struct hit_probe {
    struct point at;
    int winding;
    double distance; /* to the nearest piece */
};
/* Adds a piece; context: the probe. */
void hit_visit(void *context, struct point from, struct point to);

/* The point in the coordinates inside the level. */
struct point hit_into_level(const struct scene_level *level, struct point at);
/* Whether the point lies in the mark's bounds, with the room that lines get, and no clip hides it. */
bool hit_is_near(const struct scene_mark *mark, struct point at);
bool hit_is_on(const struct scene_mark *mark, struct point at);
/* Half of the width within which a stroke is hit. */
double hit_reach(const struct path_mark *mark);
/* The innermost group around a mark that tells something; NULL: none, or an annotation. */
const struct group *hit_named_group(const struct scene_level *level);

#endif
