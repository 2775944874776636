/* hit_index.h - a finished scene, arranged so that what is drawn at a point is found in microseconds.
 *
 * scene_hit looks at every mark, and at every piece of a line. Here a grid over the page says which
 * marks are near a point, and columns of a long path say which of its pieces are. */
#ifndef SHEAF_SCENE_HIT_INDEX_H
#define SHEAF_SCENE_HIT_INDEX_H

#include "scene/scene.h"

struct hit_index;

/* In the arena, which outlives it, as the scene does; NULL, and the arena's error, when memory runs
 * out. The scene is finished. */
struct hit_index *hit_index_create(const struct scene *scene, struct arena *arena);

/* As scene_hit: the innermost group with a label or alt at a point; NULL: none. looks, which may be NULL,
 * grows by the marks and pieces that were looked at. Many threads may ask at once. */
const struct group *hit_index_find(const struct hit_index *index, double x, double y,
                                   size_t *looks);

#endif
