/* structure.h - what the pages of a document say, in reading order: its elements, their texts, and
 * where a space belongs between two of these. Painters of documents share it.
 *
 * Groups with a structural role become elements; groups with the same `whole` become one element, over
 * all their pages. What is drawn in an artifact, or in no element that holds text, is decoration.
 *
 * All parts of a figure belong to the figure, but for links, and for the title, subtitle and source of a
 * chart: these are elements before and after the figure, since readers hear a figure's alternative in
 * place of what is in it.
 *
 * Headings have levels without gaps: the title 1, others from 2 on, or from 1 on where there is no
 * title; a chart's title is one below the heading that it stands under. */
#ifndef SHEAF_SCENE_STRUCTURE_H
#define SHEAF_SCENE_STRUCTURE_H

#include "scene/scene.h"

enum { MAX_HEADING_LEVEL = 6 };

/* A run of glyphs. */
struct structure_run {
    const struct glyph_run *glyphs;
    struct structure_element *element; /* NULL: decoration */
    bool is_apart;                     /* from the run before: a space belongs between the two */
    bool is_backward;                  /* on the same line as the run before, farther left */
    bool is_same_text;                 /* the run before is of the same paragraph, cell or figure */
    const char *language; /* where it is not that of the text around, as its words or its script
                           * tell; or NULL */
    struct structure_run *next; /* in drawing order, over all pages */
};

/* What an element holds, in reading order. */
struct structure_item {
    struct structure_element *element; /* NULL: a run */
    const struct structure_run *run;
    struct structure_item *next;
};

/* What few elements have. */
struct structure_more {
    const char *alt;          /* NULL: none */
    const char *alt_language; /* NULL: that of the element */
    struct box bounds;        /* on its first page; of figures and links */
    struct structure_element
        *figure; /* that it stands before; NULL: it stands where it was drawn */
    /* Of wholes: the latest before it, and the last page that it is on. */
    struct structure_element *earlier_whole;
    size_t last_page;
};

/* There is one for each cell of tables of thousands. */
struct structure_element {
    const struct group *group; /* the first that it was made of; borrowed from its scene, or what
                                * painters of documents need of it */
    const char *language;      /* NULL: that of the element around */
    struct structure_element *parent; /* NULL: this is the document */
    struct structure_item *items, *last_item;
    struct structure_more *more; /* never NULL; shared where all of it is nothing */
    uint32_t page;               /* the first, from 0 */
    uint32_t index;              /* in order of creation, from 0: the document */
    enum role role : 8;
    unsigned level : 8; /* of a title, heading or chart's title: 1 to MAX_HEADING_LEVEL; else 0 */
};

enum structure_artifact { ARTIFACT_NONE = 0, ARTIFACT_PLAIN, ARTIFACT_HEADER, ARTIFACT_FOOTER };

/* What is drawn in a group belongs to this. */
struct structure_place {
    struct structure_element *element; /* the innermost */
    struct structure_element *figure;  /* around, or equal to, element; NULL: none */
    enum structure_artifact artifact;  /* the innermost within element */
    struct structure_place *next;      /* in the order in which groups are opened, over all pages */
};

/* Borrows from the scenes. language: of the document, BCP 47; NULL: unknown. Out of memory gives NULL,
 * and an error. */
struct structure *structure_create(const struct scene *const *pages, size_t n_pages,
                                   const char *language, const sheaf_alloc *alloc,
                                   sheaf_error *error);
void structure_destroy(struct structure *structure);

struct structure_element *structure_document(const struct structure *structure);
size_t structure_count(const struct structure *structure); /* of elements */
/* The same page by page, of scenes that do not outlive their page: elements then have no runs among their
 * items, rows and bodies of tables no items, and of their groups only what is said when all is written.
 * has_title: of all pages (scene_has_title). NULL after a failure. */
struct structure *structure_begin(const char *language, bool has_title, const sheaf_alloc *alloc,
                                  sheaf_error *error);
/* Adds the next page, and forgets places and runs of the one before. False after a failure. */
bool structure_add_page(struct structure *structure, const struct scene *page, sheaf_error *error);
/* Whether the page has the document's title. */
bool scene_has_title(const struct scene *scene);

/* What is drawn in no group, and next the places of all groups. */
const struct structure_place *structure_places(const struct structure *structure);
/* The first of all runs; NULL: there are none. */
const struct structure_run *structure_runs(const struct structure *structure);

/* Whether the role's elements hold text and pictures, not only elements. */
bool structure_holds_text(enum role role);

/* Appends what the element says, with spaces at line ends; not of elements that are no words of a line
 * (links and spans are). */
struct buffer;
void structure_text(const struct structure_element *element, struct buffer *into);

#endif
