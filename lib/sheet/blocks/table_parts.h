/* table_parts.h - a table as it is set: table_cells.c writes what stands in it, table_columns.c
 * finds how wide its columns are, table_plan.c adds names, unit and title, table_draw.c draws. */
#ifndef SHEAF_SHEET_BLOCKS_TABLE_PARTS_H
#define SHEAF_SHEET_BLOCKS_TABLE_PARTS_H

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
    double before, behind; /* widest cells on either side of the decimal mark */
    double figures;        /* width of all of them */
    double mark;           /* how far marks reach beyond the figures' edge; 0: none do */
    double needed;         /* from the edge of the column before, or of the names */
    double right;          /* of the column's figures, marks not included */
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
    struct text_block *title, *unit; /* NULL: none */
    const char **labels;             /* of the rows, told apart */
    struct text_block **names;
    struct set_column *columns;
    struct set_cell *cells; /* row by row */
    double widest_name;     /* on one line */
    double name_width, header_width, header_height, row_height, title_height;
    double factor; /* of the text's size, where a table is too wide */
};

/* A style in the size of the table's type. */
static inline struct text_style table_style(const struct table_layout *table,
                                            const struct text_style *style)
{
    struct text_style scaled = *style;

    scaled.size *= table->factor;
    return scaled;
}

/* Finds the multiplier and decimals of each row; false after a failure. */
bool table_style_rows(struct sheet_layout *layout, struct table_layout *table);
/* Head and cells of column k, in the present size; false after a failure. */
bool table_set_header(struct sheet_layout *layout, struct table_layout *table, size_t k);
bool table_set_cells(struct sheet_layout *layout, struct table_layout *table, size_t k);
/* Width of the longest piece of the heads that is never broken. */
double table_longest_piece(struct sheet_layout *layout, const struct table_layout *table);

/* Sets the columns, in smaller type where they would be too wide; false after a failure. */
bool table_fit_columns(struct sheet_layout *layout, struct table_layout *table);
/* Finds the width of the names and where each column ends. */
void table_place_columns(struct table_layout *table);
/* From the edge of a column, away from the names, to its cell's figure: 13 above 24.2 ends
 * before it. */
double table_inset(const struct sheet_layout *layout, const struct set_column *column,
                   const struct set_cell *cell);

/* Pieces are rows; the head comes again above the rows overleaf. */
void table_draw(struct sheet_layout *layout, struct block_plan *plan, struct scene *scene, double x,
                double y, size_t first, size_t n);

#endif
