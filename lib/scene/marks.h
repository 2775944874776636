/* marks.h - what a scene holds; only for the files of this folder.
 *
 * Marks form a list in drawing order. Groups, clips and transforms are levels: a
 * mark begins one, another ends it, and each mark knows the level it lies in. */
#ifndef SHEAF_SCENE_MARKS_H
#define SHEAF_SCENE_MARKS_H

#include "scene/geometry.h"
#include "scene/scene.h"

enum scene_mark_kind { MARK_PATH, MARK_GLYPHS, MARK_IMAGE, MARK_BEGIN, MARK_END };

enum scene_level_kind {
    SCENE_LEVEL_PAGE,
    SCENE_LEVEL_GROUP,
    SCENE_LEVEL_CLIP,
    SCENE_LEVEL_TRANSFORM
};
struct scene_level {
    enum scene_level_kind kind;
    struct scene_level *outer; /* NULL: this is the page */
    struct box bounds;         /* of all that is drawn in it; page coordinates */
    struct matrix to_page;     /* from the coordinates inside the level */
    struct box clip;           /* visible part of the page inside the level */
    struct group group;
    struct path path; /* of a clip, in the coordinates of the level around it */
    struct matrix matrix;
};

struct scene_mark {
    struct scene_mark *next;
    enum scene_mark_kind kind;
    struct scene_level *level; /* the innermost that the mark lies in, or that it begins or ends */
    struct box bounds;         /* page coordinates, clipped; of drawn marks */
    union {
        const struct path_mark *path;
        const struct glyph_run *glyphs;
        const struct image_mark *image;
    };
};

struct used_font {
    struct used_font *next;
    const struct font *font;
};

/* The current path. */
struct scene_outline {
    uint8_t *verbs;
    size_t n_verbs, verb_capacity;
    struct point *points;
    size_t n_points, point_capacity;
    struct point start; /* of the current subpath */
    bool is_open;       /* there is a current point, from which lines and curves go on */
};

struct scene {
    sheaf_error error;
    sheaf_alloc alloc;
    struct arena arena;
    double width, height;
    const char *name; /* NULL: none */
    struct scene_mark *first, *last;
    struct scene_level page;
    struct scene_level *level; /* the innermost open one */
    struct scene_place next_place;
    size_t data;
    struct used_font *fonts;
    struct scene_cut *first_cut, *last_cut;
    struct scene_outline outline;
    char *folded; /* what builds it again, instead of its marks (fold.c); NULL: it has them */
    size_t n_folded;
    bool finished;
    bool transparent; /* what lies below the page shows through */
};

/* False if the scene has failed; a finished scene fails here. */
bool scene_is_open(struct scene *scene);
/* False, and the scene fails, if a value is not finite or too large. */
bool scene_accepts(struct scene *scene, const double *values, size_t n);
/* At the end of the list, in the innermost level; NULL when memory runs out. */
struct scene_mark *scene_add_mark(struct scene *scene, enum scene_mark_kind kind);
/* Keeps the font for as long as the scene lives; false when memory runs out. */
bool scene_add_font(struct scene *scene, const struct font *font);
/* Moves the current path into the arena; an empty one has no verbs. */
struct path scene_take_outline(struct scene *scene);

#endif
