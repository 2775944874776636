/* excerpt.h - a part of a scene as a scene of its own. */
#ifndef SHEAF_SCENE_EXCERPT_H
#define SHEAF_SCENE_EXCERPT_H

#include "scene/scene.h"

struct scene_excerpt {
    const struct group *only;           /* this group, as replay gives it; NULL: all */
    bool (*leaves_out)(enum role role); /* whether groups of a role are left out; NULL: none */
    struct box place;                   /* becomes the page */
};

/* Never NULL; a failure is in the scene. The caller owns it. */
struct scene *scene_excerpt(const struct scene *scene, const struct scene_excerpt *excerpt,
                            const sheaf_alloc *alloc);

#endif
