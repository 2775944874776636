/* painter.h - replaying scenes through a device.
 *
 * A painter is a table of operations and its state. Callers use replay only; it
 * stops at the first failure. A document is many pages through one painter. */
#ifndef SHEAF_SCENE_PAINTER_H
#define SHEAF_SCENE_PAINTER_H

#include "scene/scene.h"

struct painter;

struct painter_operations {
    const char *name; /* for messages: "png", "pdf" */
    /* Begins a page; replay ends it with end_page (may be NULL). */
    void (*begin_page)(struct painter *painter, double width, double height);
    void (*end_page)(struct painter *painter);
    void (*path)(struct painter *painter, const struct path_mark *mark);
    void (*glyphs)(struct painter *painter, const struct glyph_run *run);
    void (*image)(struct painter *painter, const struct image_mark *image);
    void (*push_clip)(struct painter *painter, const struct path *path);
    void (*push_transform)(struct painter *painter, const struct matrix *matrix);
    void (*pop)(struct painter *painter);
    /* Both or neither: NULL drops structure, never marks. bounds: of all that the
     * group draws, in page coordinates. */
    void (*open)(struct painter *painter, const struct group *group, const struct box *bounds);
    void (*close)(struct painter *painter, const struct group *group);
};

/* Embedded first in each painter's own struct. */
struct painter {
    const struct painter_operations *operations;
    sheaf_error error; /* set by operations; replay stops on it */
};

/* Draws one scene as one page. A failed scene fails the painter. */
sheaf_status scene_replay(const struct scene *scene, struct painter *painter);

#endif
