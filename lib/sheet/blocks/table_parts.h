/* table_parts.h - a table being laid out: table_styles.c finds units and multipliers, table_decimals.c
 * decimals; table_cells.c sets cells, table_heads.c headers, table_names.c the rows' names; table_columns.c chooses
 * the widths of columns; table_flags.c explains flags; table_plan.c puts it together, table_split.c
 * divides what is too wide; table_draw.c and table_sparks.c draw. */
#ifndef SHEAF_SHEET_BLOCKS_TABLE_PARTS_H
#define SHEAF_SHEET_BLOCKS_TABLE_PARTS_H

#include "series/digits.h"
#include "sheet/blocks/table.h"

#define TABLE_MARK_GAP       2.0  /* between a figure and its mark */
#define TABLE_GAP            12.0 /* between columns, where there is room … */
#define TABLE_MIN_GAP        6.0  /* … and where there is none */
#define TABLE_SPARK          54.0 /* least width of a course */
#define TABLE_BAR            44.0 /* least width for bars beside figures */
#define TABLE_BAR_GAP        4.0  /* between a bar and its figure */
#define TABLE_INDENT         8.0  /* of a step */
#define TABLE_ROW_SPACE      4.0  /* above and below the text of a row together … */
#define TABLE_LONG_ROW_SPACE 1.2  /* … and in a table that is longer than a page */
#define TABLE_HEAD_SPACE     3.0  /* between the first rule and the headers */
#define TABLE_RULE           0.75 /* above and below the headers, and below the last row */
#define TABLE_THIN_RULE      0.4
#define TABLE_GROUP_SPACE    7.0 /* above the head of a group, more than above other rows */

struct set_cell {
    const struct text_line *line; /* NULL: the cell is empty, or has a course */
    const struct text_line *mark; /* NULL for none */
    const char *words;            /* of line */
    double before;                /* from the line's left end to its decimal mark */
    bool is_blank;                /* a dash, or a mark in the figure's place */
    bool at_edge;                 /* no decimal mark: ends where the column does */
};

/* Figures of one unit that are written alike: those of all columns but where an author says a
 * multiplier of a column's own. */
struct table_unit {
    const char *unit;
    int given;       /* the largest multiplier of their series */
    double largest;  /* of their figures, in that multiplier */
    size_t n, first; /* of the figures while their multiplier is chosen */
    int multiplier, decimals;
    bool has_multiplier; /* the author's */
    bool has_small;      /* a row would be shown by fractions */
    bool vanishes;       /* a row would be shown as nothing */
};
#define NO_UNIT UINT32_MAX

/* What the cells of a column need, marks but for the gap before them. */
struct cells_extent {
    double before, behind; /* widest on either side of the decimal mark */
    double width, mark;
};

struct set_column {
    struct text_block *header;
    struct cells_extent cells;
    const char *unit;             /* under the header; NULL: it stands elsewhere */
    const struct text_line *flag; /* beside the header, of all its figures; NULL: none */
    unsigned flags;               /* those that it says, so that no cell repeats them */
    double before, behind;        /* widest cells on either side of the decimal mark */
    double figures;               /* width that all cells together need */
    double mark;                  /* width of status flags beyond the figures' edge; 0: none */
    double content; /* width from the right edge of the column before, or of the names, but for the
                     * gap */
    double right;   /* right edge of the figures, without status flags */
    double left;    /* where its room begins */
    double low, high;  /* of bars and courses: one scale */
    int rate_decimals; /* of its growth, which has no unit of the table */
};

/* A header over several columns. */
struct set_group {
    struct text_block *header;
    double longest_word;
};

/* The cell that was asked for last, whose figure is asked for some six times while it is set. */
struct figure_memo {
    size_t row, column;
    bool is_set;
    struct table_figure figure;
};

struct table_layout {
    struct block_plan plan;
    const struct table_content *content;
    struct figure_memo *memo; /* NULL: the content keeps its figures */
    struct table_unit *units;
    size_t n_units, units_capacity;
    uint32_t *unit_of;                /* of each cell; NO_UNIT */
    struct common_decimals *common;   /* of each column, for each unit */
    struct text_block *title, *flags; /* NULL: none */
    struct text_block *unit;          /* of all figures, in the corner; NULL: none */
    const char *unit_words;           /* the same; NULL: none */
    const char **labels;              /* of the rows, made distinct */
    const char **row_units;           /* that the names say; NULL: none does */
    struct text_block **names;        /* NULL: set where they are drawn */
    double *name_heights;
    struct set_column *columns;
    struct set_group *groups;
    struct set_cell *cells; /* row by row; NULL: set where they are drawn */
    double *befores;        /* of those, what they have before their decimal marks; else NULL */
    double widest_name;     /* on one line */
    double longest_word;    /* of the names */
    double longest_part;    /* of the same, where words are divided */
    double name_width, header_width, title_height;
    double group_height, header_height; /* of the headers over several columns; of all */
    double row_space;                   /* above and below the text of each row together */
    double gap;                         /* between columns, before it is scaled */
    double factor;      /* scale of the type: below 1 in a table that would be too wide */
    bool divides_words; /* of heads and names: nothing else makes a column fit */
    size_t *piece_rows; /* the first row of each piece, and the number of rows */
};

/* A style scaled as the table's type is. */
static inline struct text_style table_style(const struct table_layout *table,
                                            const struct text_style *style)
{
    struct text_style scaled = *style;

    scaled.size *= table->factor;
    scaled.leading *= table->factor;
    return scaled;
}

static inline size_t table_cell_at(const struct table_layout *table, size_t row, size_t column)
{
    return row * table->content->n_columns + column;
}

/* The figure of a cell, until another cell is asked for. */
static inline const struct table_figure *table_cell_figure(const struct table_layout *table,
                                                           size_t row, size_t column)
{
    const struct table_content *content = table->content;
    struct figure_memo *memo = table->memo;

    if (memo == NULL)
        return &content->figures[row * content->stride + column];
    if (!memo->is_set || memo->row != row || memo->column != column) {
        memo->figure = table_period_figure(&content->rows[row], &content->columns[column]);
        memo->row = row;
        memo->column = column;
        memo->is_set = true;
    }
    return &memo->figure;
}

/* Of the headers with their rules. */
static inline double table_head_height(const struct table_layout *table)
{
    return TABLE_HEAD_SPACE + table->header_height + 4;
}

/* Whether the unit of a cell is written elsewhere than behind its figure. */
static inline bool table_has_unit(const struct table_layout *table, size_t row, size_t column)
{
    return table->unit_of[table_cell_at(table, row, column)] != NO_UNIT;
}

static inline bool row_is_strong(const struct sheet_row *row)
{
    return row->kind != ROW_OF_SERIES;
}

/* Whether a row has neither figures nor dashes. */
static inline bool row_is_empty(const struct sheet_row *row)
{
    return row->series == NULL;
}

/* Measures the names before columns are placed; sets them when they are. False after a failure. */
bool table_measure_names(struct sheet_layout *layout, struct table_layout *table);
bool table_set_names(struct sheet_layout *layout, struct table_layout *table);
/* Each row is as tall as its own text. */
double table_row_height(const struct sheet_layout *layout, const struct table_layout *table,
                        size_t i);
/* The space above the head of a group, unless it is first on its page. */
double table_space_above(const struct table_layout *table, size_t i);
/* Width of the longest word, which no line break divides; divides_words: of the longest part of one. */
double table_longest_word(struct sheet_layout *layout, bool divides_words, const char *text,
                          const struct text_style *style);
/* Sets a head or a name in lines. NULL after a failure. */
struct text_block *table_wrap(struct sheet_layout *layout, const struct table_layout *table,
                              struct arena *arena, const struct text_span *spans, size_t n,
                              double width);

/* Finds the units of the cells, and their multipliers and decimals; false after a failure. */
bool table_find_units(struct sheet_layout *layout, struct table_layout *table);
/* After it: one number of decimals for each column and unit; false after a failure. */
bool table_unify_decimals(struct sheet_layout *layout, struct table_layout *table);
/* Says where each unit is written: in the corner, under a header, behind names. */
bool table_place_units(struct sheet_layout *layout, struct table_layout *table);

struct amount table_amount(const struct table_layout *table, size_t i, size_t k);
struct common_decimals *table_common(const struct table_layout *table, size_t i, size_t k);
/* Whether the cell shows a figure; a confidential one is none. */
bool table_has_figure(const struct table_layout *table, size_t i, size_t k);
unsigned table_cell_flags(const struct sheet_layout *layout, const struct table_layout *table,
                          const struct table_figure *figure);

/* Set the header and the cells of column k in the current size of type; false after a failure. */
bool table_set_header(struct sheet_layout *layout, struct table_layout *table, size_t k);
bool table_set_cells(struct sheet_layout *layout, struct table_layout *table, size_t k);
/* Of how many rows words of a long table are kept while they are measured. */
enum { TABLE_ROWS_ASIDE = 64 };
/* A cell, and the name of a row, as they are drawn: of a long table they are set now, the cell into *room,
 * and live as long as the layout's arena. NULL after a failure. */
const struct set_cell *table_cell(struct sheet_layout *layout, const struct table_layout *table,
                                  size_t i, size_t k, struct set_cell *room);
const struct text_block *table_row_name(struct sheet_layout *layout,
                                        const struct table_layout *table, size_t i);
/* Sets the headers over several columns. Before the columns are placed: how wide they must be. */
bool table_set_groups(struct sheet_layout *layout, struct table_layout *table);
/* Width of the longest word of the headers, which no line break divides. */
double table_longest_piece(struct sheet_layout *layout, const struct table_layout *table);
/* "¹", for the footnotes that stand behind a name, a header or a figure; "" for NULL. */
/* The flags that a cell says beside its figure. */
unsigned table_mark_flags(const struct sheet_layout *layout, const struct table_layout *table,
                          size_t i, size_t k);
const char *table_note_sign(struct sheet_layout *layout, const struct markup *note);

/* Sets the columns, with smaller gaps, in lines, in smaller type if they do not fit otherwise. *fits
 * false: nothing of this helps. False after a failure. */
bool table_fit_columns(struct sheet_layout *layout, struct table_layout *table, bool *fits);
/* Chooses the width of the names and the right edge of each column. */
void table_place_columns(struct table_layout *table);
/* Width that a column needs with its gap; that names need at least. */
double table_column_width(const struct table_layout *table, size_t k);
double table_min_name_width(const struct table_layout *table);
/* Distance from the outer edge of a column to a cell's figure: decimal marks are aligned, so 13
 * above 24.2 ends before the edge. */
double table_inset(const struct sheet_layout *layout, const struct set_column *column,
                   const struct set_cell *cell);
#define MIN_TYPE_SHARE 0.75 /* of the normal size of type; smaller type would not be legible */

/* The flags of the table and what they mean, in one line, where no notes explain them. */
bool table_set_flags(struct sheet_layout *layout, struct table_layout *table);

/* One scale for the bars or courses of a column. */
void table_scale_marks(struct table_layout *table, size_t k);
/* Draws the bar or course of a cell; baseline: of the row's figures. */
void table_draw_mark(struct sheet_layout *layout, const struct table_layout *table,
                     struct scene *scene, size_t i, size_t k, double x, double baseline);

/* Lays out columns that fit; NULL after a failure. *fits as above. divides_words: with
 * words of heads, and of names if that is not enough, divided by hyphenation. */
struct table_layout *table_plan_part(struct sheet_layout *layout,
                                     const struct table_content *content, double width,
                                     bool divides_words, bool *fits);
/* Parts of a table that is too wide, one below the other, each with its names. */
struct block_plan *table_split(struct sheet_layout *layout, const struct table_layout *whole);

/* Pieces begin at rows. The header is repeated on each page. */
void table_draw(struct sheet_layout *layout, struct block_plan *plan, struct scene *scene, double x,
                double y, size_t first, size_t n);

#endif
