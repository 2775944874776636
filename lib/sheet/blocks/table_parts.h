/* table_parts.h - a table being laid out: table_cells.c sets headers and cells, table_columns.c
 * chooses the widths of columns, table_plan.c adds names, unit and title, table_draw.c draws. */
#ifndef SHEAF_SHEET_BLOCKS_TABLE_PARTS_H
#define SHEAF_SHEET_BLOCKS_TABLE_PARTS_H

#include "series/digits.h"
#include "sheet/blocks/table.h"

#define TABLE_MARK_GAP 2.0 /* between a figure and its mark */

struct set_cell {
    const struct text_line *line, *mark; /* mark: NULL for none */
    double before;                       /* from the line's left end to its decimal mark */
    bool is_blank;                       /* a dash, or a mark in the figure's place */
    bool at_edge;                        /* no decimal mark: ends where the column does */
};

struct set_column {
    struct text_block *header;
    const struct text_line *flag; /* beside the header, of all its figures; NULL: none */
    unsigned flags;               /* those that it says, so that no cell repeats them */
    double before, behind;        /* widest cells on either side of the decimal mark */
    double figures;               /* width that all cells together need */
    double mark;                  /* width of status flags beyond the figures' edge; 0: none */
    double needed; /* width from the right edge of the column before, or of the names */
    double right;  /* right edge of the figures, without status flags */
};

/* How the figures of a row are written. */
struct row_style {
    double largest; /* of its figures, in its series' multiplier */
    size_t unit;    /* number of its unit in this table */
    int multiplier, decimals;
};

struct table_layout {
    struct block_plan plan;
    const struct table_content *content;
    struct row_style *rows;
    size_t n_units;                  /* of the rows */
    struct common_decimals *common;  /* of each column, for each unit */
    struct text_block *title, *unit; /* NULL: none */
    const char **labels;             /* of the rows, made distinct */
    struct text_block **names;
    struct set_column *columns;
    struct set_cell *cells; /* row by row */
    double widest_name;     /* on one line */
    double name_width, header_width, header_height, title_height;
    double factor; /* scale of the type: below 1 in a table that would be too wide */
};

/* A style scaled as the table's type is. */
static inline struct text_style table_style(const struct table_layout *table,
                                            const struct text_style *style)
{
    struct text_style scaled = *style;

    scaled.size *= table->factor;
    return scaled;
}

/* The rows' labels, made distinct. NULL after a failure: two series have one label. */
const char **table_labels(struct sheet_layout *layout, const struct table_content *content);
/* Each row is as tall as its own text. */
double table_row_height(const struct sheet_layout *layout, const struct table_layout *table,
                        size_t i);
/* Width of the longest word, which no line break divides. */
double table_longest_word(struct sheet_layout *layout, const char *text,
                          const struct text_style *style);

/* Finds the multiplier and decimals of each row; false after a failure. */
bool table_style_rows(struct sheet_layout *layout, struct table_layout *table);
/* After it: one number of decimals for each column and unit; false after a failure. */
bool table_unify_decimals(struct sheet_layout *layout, struct table_layout *table);
/* Set the header and the cells of column k in the current size of type; false after a failure. */
bool table_set_header(struct sheet_layout *layout, struct table_layout *table, size_t k);
bool table_set_cells(struct sheet_layout *layout, struct table_layout *table, size_t k);
/* Width of the longest word of the headers, which no line break divides. */
double table_longest_piece(struct sheet_layout *layout, const struct table_layout *table);

/* Sets the columns, in smaller type if they do not fit otherwise; false after a failure. */
bool table_fit_columns(struct sheet_layout *layout, struct table_layout *table);
/* Chooses the width of the names and the right edge of each column. */
void table_place_columns(struct table_layout *table);
/* Distance from the outer edge of a column to a cell's figure: decimal marks are aligned, so 13
 * above 24.2 ends before the edge. */
double table_inset(const struct sheet_layout *layout, const struct set_column *column,
                   const struct set_cell *cell);

/* A piece is a row. The header is repeated on each page. */
void table_draw(struct sheet_layout *layout, struct block_plan *plan, struct scene *scene, double x,
                double y, size_t first, size_t n);

#endif
