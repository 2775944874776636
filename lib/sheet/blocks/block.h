/* block.h - the types of block, as a table of operations each.
 *
 * A new type is one file that defines its struct block_type, a row in block.c, and
 * its keys in samples/sheet.schema.json. */
#ifndef SHEAF_SHEET_BLOCKS_BLOCK_H
#define SHEAF_SHEET_BLOCKS_BLOCK_H

#include "sheet/model.h"
#include "sheet/spec/keys.h"
#include "sheet/targets.h"
#include "sheet/words/markup.h"

struct sheet_layout;
struct block_plan;
struct stack;
struct theme;
struct spec_reader;
struct shown;

/* The first member of each block type's own struct. */
struct block {
    const struct block_type *type;
    struct block *next;
    int span;       /* of the grid's twelve columns, within a row; 0: an equal share of the rest */
    int columns;    /* of a text; 0: as is usual on the page */
    const char *id; /* an author's name for it; NULL: none */
    sheaf_block_width width;         /* on a page whose blocks fill columns */
    bool keeps_together, keeps_next; /* on one page; with the next block */
    struct place place;              /* in the spec; line 0 for a block that a program added */
};

struct block_type {
    const char *name; /* the block's key in a spec */
    unsigned takes;   /* what its value may be: SPEC_… */
    const struct grammar
        *grammar; /* of the mapping it takes, or of the mappings in the list it takes */
    /* Makes the block from its value in a spec; value is NULL for a block without one ("- notes").
     * NULL after a failure. */
    struct block *(*read)(struct spec_reader *reader, const struct node *value);
    enum target_kind target; /* as what other parts of the sheet name it */
    /* Its title, NULL for none; of sections, charts and tables. */
    const struct markup *(*title)(const struct block *block);
    bool may_be_nothing; /* without any data it is `otherwise`, or "No data" */
    /* Collects the figures that the block shows, for the notes; NULL: it shows none. */
    void (*show)(const struct block *block, struct shown *shown);
    bool shows_labels; /* of series and members, whose languages are told where they fell back */
    /* Measures the block at a width; NULL after a failure. */
    struct block_plan *(*plan)(struct sheet_layout *layout, const struct block *block,
                               double width);
};

extern const struct block_type block_heading, block_text, block_figures, block_chart, block_table,
    block_row, block_column, block_contents, block_notes, block_callout, block_page_break;

/* The types in the order in which messages list them. */
extern const struct block_type *const block_types[];
extern const size_t block_type_count;

/* The keys of mappings within blocks. */
extern const struct grammar figure_grammar, chart_grammar, target_grammar, table_grammar,
    table_row_grammar, table_column_grammar, table_group_grammar, table_note_grammar,
    table_sort_grammar, notes_grammar;

/* A zeroed block of size bytes from the sheet's arena; NULL after a failure. */
void *block_new(sheaf_sheet *sheet, const struct block_type *type, size_t size);

/* Reads a list of blocks onto the end of list. in_row allows `span`. */
bool block_read_list(struct spec_reader *reader, const struct node *node, bool in_row,
                     struct block_list *list);
/* Reads the key `decimals` of figures and tables; node NULL: the default. False after a failure. */
#define DECIMALS_MISTAKE "'decimals' counts the places after the decimal mark, 0 to %d"
bool block_read_decimals(struct spec_reader *reader, const struct node *node, int *decimals);

/* The keys `flags` and `show` of charts, figures and tables, and reading them; nodes NULL: the
 * defaults. */
extern const char *const flags_choices[], *const show_choices[];
struct display block_read_display(const struct node *flags, const struct node *show);

/* Whether it is a text, which may stand in columns. */
bool block_has_columns(const struct block *block);

void block_list_append(struct block_list *list, struct block *block);
/* The last block of the innermost open row or column, or of the program's; NULL: there is none. */
struct block *sheet_last_block(const sheaf_sheet *sheet);

/* Constructors of blocks, for specs and for the functions of sheaf/sheet.h. Each returns NULL
 * after a failure, and if an argument is NULL because of an earlier one. */
struct block *block_heading_create(sheaf_sheet *sheet, const struct markup *text);
struct block *block_text_create(sheaf_sheet *sheet, const struct markup *paragraphs);
struct block *block_callout_create(sheaf_sheet *sheet, const struct markup *paragraphs);
#define PAGE_BREAK_MISTAKE                                                                         \
    "a page break stands between the blocks of the sheet, not within a row or column"
#define WIDTH_MISTAKE "a width is for blocks of the sheet, not for those within a row or column"
struct block *block_page_break_create(sheaf_sheet *sheet);
/* What a heading says; NULL: the block is none. */
const struct markup *block_heading_words(const struct block *block);
/* "No data", in the place of a block that has none; no key of a spec. */
struct block *block_nothing_create(sheaf_sheet *sheet);
struct block *block_contents_create(sheaf_sheet *sheet);
/* Entries that a table of contents would have. */
size_t contents_count(const sheaf_sheet *sheet);
struct block *block_notes_create(sheaf_sheet *sheet, const struct markup *notes);
/* False: the block is of another type. */
bool block_notes_set_definitions(struct block *block, bool definitions);

/* The notes of a sheet that has none and shows what needs some; NULL: it needs none. */
const struct block *block_notes_short(const struct sheet_layout *layout);

struct key_figure {
    const struct markup *label; /* NULL: the series' label and the period */
    const sheaf_series *series;
    sheaf_observation observation;
    const sheaf_series *growth; /* NULL: not shown */
    sheaf_observation change;   /* in growth */
    int decimals;               /* of the value, as the author says; or DECIMALS_FOR_PEOPLE */
    struct display display;
    struct key_figure *next;
};
struct block *block_figures_create(sheaf_sheet *sheet);
/* Set the decimals of the last key figure or of a table. False if the block is of another type. */
bool block_figures_set_decimals(struct block *block, int decimals);
bool block_table_set_decimals(struct block *block, int decimals);
/* The same of what is shown; NULL if the block is of another type. */
struct display *block_figures_display(struct block *block);
struct display *block_table_display(struct block *block);
struct key_figure *block_figures_add(sheaf_sheet *sheet, struct block *block,
                                     const struct markup *label, const sheaf_series *series,
                                     const sheaf_observation *observation);
/* Adds the growth on the year before, if it is known. False after a failure. */
bool key_figure_add_growth(sheaf_sheet *sheet, struct key_figure *figure);

/* In points. False: the block is no chart. */
bool block_chart_set_height(struct block *block, double height);
/* Whether its description stands below it. False: the block is no chart. */
bool block_chart_set_described(struct block *block, bool described);
/* Notes the figures that a chart shows. */
void chart_show(const sheaf_chart *chart, struct shown *shown);
/* The theme of a chart of its own; NULL: it is no chart, or has the sheet's. */
const struct theme *block_chart_look(const struct block *block);
/* title, subtitle: NULL leaves the chart's own. */
struct block *block_chart_create(sheaf_sheet *sheet, sheaf_chart *chart, const struct markup *title,
                                 const struct markup *subtitle);

/* Whether a table stands on a turned page. */
enum table_turn { TURN_WHERE_WIDE = 0, TURN_ALWAYS, TURN_NEVER };
enum table_turn block_table_turn(const struct block *block);

/* Tables (table.h): a row each series, a column each period or its growth. */
struct sheet_row;
struct sheet_column;
/* rows and columns are not copied and must live as long as the sheet. */
struct block *block_table_create(sheaf_sheet *sheet, const struct markup *title,
                                 struct sheet_row *rows, size_t n_rows,
                                 const struct sheet_column *columns, size_t n_columns);

/* A row or, within a row, a column. */
struct block *block_group_create(sheaf_sheet *sheet, const struct block_type *type);
struct block_list *block_group_list(struct block *block);
/* The first block within a row or column; NULL: the block is none, or empty. */
const struct block *block_group_first(const struct block *block);
/* Of its charts, "auto", "shared" or "own". False: another name. */
bool block_group_set_scale(struct block *block, const char *name);
/* Charts that stand in a row, or in a column whose author wants it, get one scale. plans: of charts
 * only. False after a failure. */
bool block_group_share(struct sheet_layout *layout, const struct block *group,
                       const struct stack *plans);
/* Gives charts of equal height in one row the same top and bottom of their plots, once plan_fix has given
 * them their heights. */
void block_row_align(struct sheet_layout *layout, const struct stack *places);
/* Left edges of a row's blocks, and the one that a further block would have: lefts holds most + 1.
 * Returns how many blocks there are; 0 if more than most. */
enum { ROW_MAX_BLOCKS = 6 };
size_t block_row_lefts(const struct sheet_layout *layout, const struct block *row, double width,
                       double *lefts, size_t most);

#endif
