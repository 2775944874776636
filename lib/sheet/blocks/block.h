/* block.h - the types of block, as a table of operations each.
 *
 * A new type is one file that defines its struct block_type, a row in block.c, and
 * its keys in samples/sheet.schema.json. */
#ifndef SHEAF_SHEET_BLOCKS_BLOCK_H
#define SHEAF_SHEET_BLOCKS_BLOCK_H

#include "sheet/model.h"
#include "sheet/spec/keys.h"
#include "sheet/words/markup.h"

struct sheet_layout;
struct block_plan;
struct spec_reader;
struct shown;

/* Embedded first in each kind's own struct. */
struct block {
    const struct block_type *type;
    struct block *next;
    int span;           /* grid columns of twelve within a row; 0: an equal share */
    struct place place; /* in the spec; without a line: there is none */
};

struct block_type {
    const char *name;              /* the block's key in a spec */
    unsigned takes;                /* what its value may be: SPEC_… */
    const struct grammar *grammar; /* of a mapping that it takes, or whose list it takes */
    /* From a spec: value, or NULL when nothing was said. NULL after a failure. */
    struct block *(*read)(struct spec_reader *reader, const struct node *value);
    /* Tells the notes which figures are seen; NULL: none. */
    void (*show)(const struct block *block, struct shown *shown);
    /* Measures the block at a width; NULL after a failure. */
    struct block_plan *(*plan)(struct sheet_layout *layout, const struct block *block,
                               double width);
};

extern const struct block_type block_heading, block_text, block_figures, block_chart, block_table,
    block_row, block_column, block_notes;

/* The types in the order in which messages list them. */
extern const struct block_type *const block_types[];
extern const size_t block_type_count;

/* Of what they take as mappings. */
extern const struct grammar figure_grammar, chart_grammar, target_grammar, table_grammar;

/* A zeroed block of size bytes from the sheet's arena; NULL after a failure. */
void *block_new(sheaf_sheet *sheet, const struct block_type *type, size_t size);

/* Reads a list of blocks onto the end of list. in_row allows `span`. */
bool block_read_list(struct spec_reader *reader, const struct node *node, bool in_row,
                     struct block_list *list);
/* `decimals` of figures and tables; node NULL: nothing is said. False after a failure. */
#define DECIMALS_MISTAKE "'decimals' counts the places after the decimal mark, 0 to %d"
bool block_read_decimals(struct spec_reader *reader, const struct node *node, int *decimals);

void block_list_append(struct block_list *list, struct block *block);

/* The blocks, made by specs and by the functions of sheaf/sheet.h alike. Each gives
 * NULL after a failure, and takes a NULL for one. */
struct block *block_heading_create(sheaf_sheet *sheet, const struct markup *text);
struct block *block_text_create(sheaf_sheet *sheet, const struct markup *paragraphs);
struct block *block_notes_create(sheaf_sheet *sheet, const struct markup *notes);

struct key_figure {
    const struct markup *label; /* NULL: the series' label and the period */
    const sheaf_series *series;
    sheaf_observation observation;
    const sheaf_series *growth; /* NULL: not shown */
    sheaf_observation change;   /* in growth */
    int decimals;               /* of the value, as the author says; or DECIMALS_FOR_PEOPLE */
    struct key_figure *next;
};
struct block *block_figures_create(sheaf_sheet *sheet);
/* Of the last figure; of a table. False: the block is no such one. */
bool block_figures_set_decimals(struct block *block, int decimals);
bool block_table_set_decimals(struct block *block, int decimals);
struct key_figure *block_figures_add(sheaf_sheet *sheet, struct block *block,
                                     const struct markup *label, const sheaf_series *series,
                                     const sheaf_observation *observation);
/* False after a failure; no growth known is none. */
bool key_figure_add_growth(sheaf_sheet *sheet, struct key_figure *figure);

/* title, subtitle: NULL leaves the chart's own. */
struct block *block_chart_create(sheaf_sheet *sheet, sheaf_chart *chart, const struct markup *title,
                                 const struct markup *subtitle);

struct sheet_row {
    const sheaf_series *series;
    const sheaf_series *growth; /* NULL unless a column shows it */
};
struct sheet_column {
    sheaf_period period;
    bool is_growth;
};
/* Rows and columns are kept, not copied. */
struct block *block_table_create(sheaf_sheet *sheet, const struct markup *title,
                                 struct sheet_row *rows, size_t n_rows,
                                 const struct sheet_column *columns, size_t n_columns);

/* Blocks beside each other, or (column) above each other in a place of a row. */
struct block *block_group_create(sheaf_sheet *sheet, const struct block_type *type);
struct block_list *block_group_list(struct block *block);
/* Where the places of a row begin, n of them; and where one more would. 0: it has more
 * than most. */
enum { ROW_MAX_BLOCKS = 6 };
size_t block_row_lefts(const struct sheet_layout *layout, const struct block *row, double width,
                       double *lefts, size_t most);

#endif
