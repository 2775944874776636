/* figures_parts.h - key figures as they are set: figures_texts.c sets their texts,
 * figures_places.c finds where each stands, figures_plan.c puts both together, figures_draw.c
 * draws. */
#ifndef SHEAF_SHEET_BLOCKS_FIGURES_PARTS_H
#define SHEAF_SHEET_BLOCKS_FIGURES_PARTS_H

#include "sheet/blocks/figures.h"

#define FIGURES_MIN_UNIT_SIZE 7.0 /* size of the type behind a value */
#define FIGURES_ARROW         5.5 /* width of the mark before a change, and then its gap */
#define FIGURES_ARROW_GAP     3.0
#define FIGURES_ROW_GAP       12.0 /* between one row and the next */

struct set_figure {
    const char *label_words;
    struct text_block *label;
    struct text_line *value, *unit, *mark;  /* unit, mark: NULL for none */
    struct text_line *change, *change_mark; /* NULL: none is shown */
    struct text_block *base;                /* "on a year earlier" */
    double direction;                       /* of the change: its sign */
    double natural;                         /* width that it needs on one line each */
    double left, width;                     /* of its place */
};

struct figures_plan {
    struct block_plan plan;
    struct set_figure *figures;
    size_t n, n_columns;
    double edges[ROW_MAX_BLOCKS + 1]; /* of the row below */
    size_t n_edges;
    const char *base_words;
    double base_width;
    bool base_beside; /* the change, not under it */
    double unit_gap;  /* between a value's number and the smaller unit behind it */
    double label_height, row_height;
};

/* Sets the texts of all figures, from the first on; false after a failure, as all of these. */
bool figures_set_texts(struct sheet_layout *layout, struct figures_plan *planned,
                       const struct key_figure *figure);
/* Sets the values again, at a part of their size. */
bool figures_set_values(struct sheet_layout *layout, struct figures_plan *planned,
                        const struct key_figure *figure, double factor);
/* Breaks what may be broken into lines, at the width of its place. */
bool figures_set_lines(struct sheet_layout *layout, struct figures_plan *planned);

/* Finds the place of each figure, and the size in which values fit it. */
bool figures_place(struct sheet_layout *layout, struct figures_plan *planned,
                   const struct key_figure *first);

void figures_draw(struct sheet_layout *layout, struct block_plan *plan, struct scene *scene,
                  double x, double y, size_t first, size_t n);

#endif
