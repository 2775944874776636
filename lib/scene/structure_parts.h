/* structure_parts.h - the structure in the course of being made; for its files only: structure.c walks through the
 * pages, structure_elements.c makes elements of groups, structure_runs.c says which runs of text belong together. */
#ifndef SHEAF_SCENE_STRUCTURE_PARTS_H
#define SHEAF_SCENE_STRUCTURE_PARTS_H

#include "scene/marks.h"
#include "scene/structure.h"

/* The latest run, to decide whether a space belongs before the next. */
struct last_run {
    const struct structure_element *text; /* that it is part of */
    enum structure_artifact artifact;
    size_t page;
    struct point start, end; /* on the page: its left and right ends */
    uint32_t character;      /* its last */
};

struct structure {
    sheaf_alloc alloc;
    struct arena arena;
    struct arena of_page; /* of places and runs, if pages are forgotten */
    bool forgets;
    const struct group *last_groups[ROLE_ANNOTATION + 1]; /* kept, by role */
    const char *language;
    struct structure_element *document;
    struct structure_more nothing_more;
    size_t n_elements;
    struct structure_element *latest_whole;
    struct structure_place *first_place, *last_place;
    struct structure_run *first_run, *last_run;
    /* Of the walk: */
    struct structure_place **outer, *place; /* of the groups around, and of the innermost */
    size_t n_outer, outer_capacity, page;
    struct last_run last_text;
    int level;         /* of the last heading, but for charts' titles */
    int top;           /* level of headings of the first kind */
    sheaf_error error; /* the first failure */
};

/* Of what goes with the page, if pages are forgotten. */
static inline struct arena *structure_page_arena(struct structure *structure)
{
    return structure->forgets ? &structure->of_page : &structure->arena;
}

/* Adds an item to an element, at its end. NULL after a failure. */
struct structure_item *structure_add_item(struct structure *structure,
                                          struct structure_element *parent);
/* Makes the document. NULL after a failure. */
struct structure_element *structure_add_document(struct structure *structure);
/* A group begins, and ends: it makes an element, or belongs to the one around it. */
void structure_open_group(struct structure *structure, const struct scene_level *level);
void structure_close_group(struct structure *structure);
/* A run of glyphs is drawn in the innermost group. */
void structure_add_run(struct structure *structure, const struct glyph_run *glyphs,
                       const struct matrix *to_page);

#endif
