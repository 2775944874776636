/* table.h - what a table holds, for the files that read it and lay it out.
 *
 * Whatever a spec says, it becomes rows (of series, heads of groups, totals), columns, and a figure where
 * they meet. Which expressions gave the figures is known only while a spec is read. */
#ifndef SHEAF_SHEET_BLOCKS_TABLE_H
#define SHEAF_SHEET_BLOCKS_TABLE_H

#include "sheet/blocks/block.h"
#include "sheet/layout/layout.h"

enum row_kind { ROW_OF_SERIES, ROW_OF_GROUP, ROW_OF_TOTAL };
struct sheet_row {
    const sheaf_series *series; /* of a group or total: their sum; NULL: a head without figures */
    const sheaf_series *growth; /* NULL unless a column of periods shows it */
    enum row_kind kind;
    const struct markup *label; /* NULL: the series' own */
    const char *region;         /* of M49, whose name a group has; NULL: none */
    const char *name;           /* of a group, as the data have it; NULL: none */
    const struct markup *note;  /* a footnote; NULL: none */
    int indent;
    bool is_rest; /* of a group: the rows that are in none, "Other" */
};

enum column_kind { COLUMN_OF_FIGURES, COLUMN_OF_BARS, COLUMN_OF_SPARKS, COLUMN_OF_SPARK_BARS };
struct sheet_column {
    enum column_kind kind;
    sheaf_period period;        /* of the rows' series; of an expression: of its figures */
    bool is_growth;             /* in that period */
    bool is_expression;         /* the figures are an expression's */
    bool is_change;             /* figures with signs: growth, or an expression that is a change */
    const struct markup *label; /* NULL: the period */
    const struct markup *note;  /* a footnote; NULL: none */
    int decimals;               /* as the author says; or DECIMALS_FOR_PEOPLE */
    bool has_multiplier;        /* the author says it */
    int multiplier;
};

/* A head over several columns. */
struct column_group {
    const struct markup *label;
    size_t first, n;
};

/* What stands where a row and a column meet. */
struct table_figure {
    const sheaf_series *series; /* whose figure it is, or like whose; of sparks: which is drawn */
    const sheaf_series *own;    /* whose it is, if that is another one; NULL: series, or not kept,
                                    * because the PDF holds no data */
    bool is_known;
    bool is_revised;               /* since the last release */
    sheaf_observation observation; /* if it is known. A NaN has a status that says why */
    const struct markup *note;     /* a footnote; NULL: none */
};

struct table_content {
    struct block block;
    const struct markup *title; /* NULL: none */
    const struct sheet_row *rows;
    size_t n_rows;
    const struct sheet_column *columns;
    size_t n_columns;
    const struct column_group *groups;
    size_t n_groups;
    struct table_figure
        *figures;  /* row by row; NULL: all columns are of periods, and they are many */
    size_t stride; /* from a row's figures to the next one's */
    struct display display;
    int decimals; /* of all values, as the author says; or DECIMALS_FOR_PEOPLE */
    enum table_turn turn;
};

/* The figure of a row in a column of periods. */
struct table_figure table_period_figure(const struct sheet_row *row,
                                        const struct sheet_column *column);

/* *room holds it where it is not kept. */
static inline const struct table_figure *table_figure(const struct table_content *table, size_t row,
                                                      size_t column, struct table_figure *room)
{
    if (table->figures != NULL)
        return &table->figures[row * table->stride + column];
    *room = table_period_figure(&table->rows[row], &table->columns[column]);
    return room;
}
#define FIGURE_ROOM (&(struct table_figure){ 0 })

static inline const sheaf_series *table_own_series(const struct table_figure *figure)
{
    return figure->own != NULL ? figure->own : figure->series;
}

static inline bool column_is_spark(const struct sheet_column *column)
{
    return column->kind >= COLUMN_OF_SPARKS;
}

/* Of a longer table of periods the series are asked again for each figure, which takes 120 bytes. */
enum { MOST_FIGURES_KEPT = 4096 };
/* figures: row by row, of the sheet's arena; NULL: those of periods. NULL after a failure. */
struct table_content *table_new(sheaf_sheet *sheet, const struct sheet_row *rows, size_t n_rows,
                                const struct sheet_column *columns, size_t n_columns,
                                struct table_figure *figures);

struct block_plan *table_plan(struct sheet_layout *layout, const struct block *block, double width);

#endif
