/* figures_parts.h - key figures being laid out: figures_texts.c sets their texts, figures_positions.c
 * chooses their positions, figures_plan.c puts both together, figures_draw.c draws. */
#ifndef SHEAF_SHEET_BLOCKS_FIGURES_PARTS_H
#define SHEAF_SHEET_BLOCKS_FIGURES_PARTS_H

#include "sheet/blocks/figures.h"

#define FIGURES_MIN_UNIT_SIZE 7.0 /* points: minimum size of the unit behind a value */
#define FIGURES_ARROW         5.5 /* width of the arrow before a change */
#define FIGURES_ARROW_GAP     3.0
#define FIGURES_ROW_GAP       12.0 /* between one row and the next */

struct set_figure {
    const struct key_figure *figure;
    const char *label_words, *value_words, *change_words; /* change_words NULL: none is shown */
    const char *label_language; /* where it is not the sheet's; NULL: it is */
    struct text_block *label;
    struct text_line *value, *unit, *mark;  /* unit, mark: NULL for none */
    struct text_line *change, *change_flag; /* NULL: none is shown */
    struct text_block *base;                /* "on a year earlier" */
    unsigned flags, change_flags;           /* sets, of status_flags.h */
    double direction;                       /* of the change: its sign */
    double natural;                         /* width if nothing in it is broken into lines */
    double left, width;                     /* of its column */
};

struct figures_plan {
    struct block_plan plan;
    struct set_figure *figures;
    size_t n, n_columns;
    double edges[ROW_MAX_BLOCKS + 1]; /* left edges of the blocks in the row below */
    size_t n_edges;
    const char *base_words;
    double base_width;
    bool base_beside; /* "on a year earlier" stands beside the change, not under it */
    double unit_gap;  /* between a value's number and the smaller unit behind it */
    double label_height, row_height;
};

/* Sets the texts of all figures in the list. False after a failure, as all functions here. */
bool figures_set_texts(struct sheet_layout *layout, struct figures_plan *planned,
                       const struct key_figure *figure);
/* Sets the values again, scaled by factor. */
bool figures_set_values(struct sheet_layout *layout, struct figures_plan *planned,
                        const struct key_figure *figure, double factor);
/* Breaks labels into lines, at the width of their columns. */
bool figures_set_lines(struct sheet_layout *layout, struct figures_plan *planned);

/* Chooses the position of each figure, and the size of type in which the values fit. */
bool figures_place(struct sheet_layout *layout, struct figures_plan *planned,
                   const struct key_figure *first);

void figures_draw(struct sheet_layout *layout, struct block_plan *plan, struct scene *scene,
                  double x, double y, size_t first, size_t n);

#endif
