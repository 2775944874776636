/* block.h - blocks of a sheet whose figures are expressions, as structs: all that `- table`, `- figures`
 * and `- notes` of a spec can say, without YAML.
 *
 *     const sheaf_block_row rows[] = { { .size = sizeof *rows, .value = "partners" } };
 *     const sheaf_block_column columns[] = { { .size = sizeof *columns, .period = "2019..2023" },
 *                                            { .size = sizeof *columns, .label = "Share",
 *                                              .value = "share(row, of: world)[2023]" } };
 *     sheaf_table_block table = SHEAF_TABLE_BLOCK_INIT;
 *
 *     table.rows = rows, table.n_rows = 1;
 *     table.columns = columns, table.n_columns = 2;
 *     table.total = true;
 *     sheaf_sheet_add_table_block(sheet, &table);
 *
 * Expressions name what the sheet knows: sheaf_sheet_add_series, sheaf_sheet_add_list and
 * sheaf_sheet_add_data (samples/expressions.md is their manual; in a table "row" is the row's series and
 * "$row" its member). Everything is copied and computed at once; texts are in the language that the sheet
 * has now. NULL, 0 and false stand for what is not said. A mistake fails the sheet.
 *
 * A sheet is used by one thread at a time. Structs begin with their size, which is the same in all of an
 * array; groups of rows are at most 8 deep.
 */
#ifndef SHEAF_BLOCK_H
#define SHEAF_BLOCK_H

#include "sheaf/algebra.h"
#include "sheaf/sheet.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Several series that expressions may name, as a spec's `series` that give more than one; the list is
 * copied. name: letters, digits and '_', no digit first. */
SHEAF_API void sheaf_sheet_add_list(sheaf_sheet *sheet, const char *name,
                                    const sheaf_series_list *list);
/* A table that expressions may name, as a spec's `data`: "trade[flow: exports]". It is not copied: it must
 * live until the last block and text that names it is added, and may be used by other threads. */
SHEAF_API void sheaf_sheet_add_data(sheaf_sheet *sheet, const char *name, const sheaf_table *table);

/* What data of this name (sheaf_sheet_add_data) were in the last release: figures of tables that have been
 * revised since carry "[r]", as with a spec's `previous`. For blocks that are added afterwards; a second
 * table for one name replaces the first. Not copied: it must live as long as those data. A name that no data
 * have, and NULL, fail the sheet. */
SHEAF_API void sheaf_sheet_add_previous(sheaf_sheet *sheet, const char *name,
                                        const sheaf_table *table);

/* What a member of the data is called, by its code or name in the data, in the language that the sheet has
 * now; before what a spec's `names` say, and for blocks and texts that follow. form: NULL for the plain name,
 * or a form that sentences ask for, as "genitive" (README.md lists them). */
SHEAF_API void sheaf_sheet_set_name(sheaf_sheet *sheet, const char *member, const char *form,
                                    const char *name);

/* What a member is called in the sheet's language, by a program or the spec. NULL: neither has said so, of
 * this form. It lives until the sheet is changed. */
SHEAF_API const char *sheaf_sheet_get_name(const sheaf_sheet *sheet, const char *member,
                                           const char *form);

/* Rows of a table: those of an expression, one a series that it gives; or a group of rows under a head. */
typedef struct sheaf_block_row {
    size_t size;                        /* of the struct, as the caller was compiled */
    const char *value;                  /* an expression: "partners", "exports + imports" */
    const char *label;                  /* instead of the series' own; of one series */
    const char *note;                   /* a footnote */
    int indent;                         /* steps to the right, 0 to 4 */
    const char *group;                  /* the head of the rows below; without value */
    const struct sheaf_block_row *rows; /* of the group */
    size_t n_rows;
    bool total; /* the sum of the group in its head */
} sheaf_block_row;
#define SHEAF_BLOCK_ROW_INIT                                                                       \
    {                                                                                              \
        sizeof(sheaf_block_row), NULL, NULL, NULL, 0, NULL, NULL, 0, false                         \
    }

/* A column: one of period, value, bar, spark and spark_bars; or columns under one head. */
typedef struct sheaf_block_column {
    size_t size;            /* of the struct, as the caller was compiled */
    const char *period;     /* "2023", "2014..2023", "growth(2023)", and nothing else */
    const char *label;      /* the head; "{period}" is the period of the figures */
    const char *value;      /* a figure a row: "row[2023]", "share(row, of: world)[2023]" */
    const char *bar;        /* the same with a bar beside it */
    const char *spark;      /* the course of a series as a line: "row", "row[2014..2023]" */
    const char *spark_bars; /* the same as bars */
    const char *unit;       /* the power of ten of the figures: "million", "USD million" */
    const char *note;       /* a footnote of the head */
    bool has_decimals;      /* false: three significant digits, as people read them */
    int decimals;           /* 0 to 17 */
    const struct sheaf_block_column *columns; /* under this label */
    size_t n_columns;
} sheaf_block_column;
#define SHEAF_BLOCK_COLUMN_INIT                                                                    \
    {                                                                                              \
        sizeof(sheaf_block_column), NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, false, 0,      \
            NULL, 0                                                                                \
    }

/* Members of the data whose rows stand together. */
typedef struct sheaf_block_group {
    size_t size;       /* of the struct, as the caller was compiled */
    const char *group; /* the head */
    const char *const *members;
    size_t n_members;
} sheaf_block_group;
#define SHEAF_BLOCK_GROUP_INIT                                                                     \
    {                                                                                              \
        sizeof(sheaf_block_group), NULL, NULL, 0                                                   \
    }

/* A footnote of a cell. */
typedef struct sheaf_block_note {
    size_t size;     /* of the struct, as the caller was compiled */
    const char *row; /* its member, or the name of its series */
    size_t column;   /* from 1 */
    const char *note;
} sheaf_block_note;
#define SHEAF_BLOCK_NOTE_INIT                                                                      \
    {                                                                                              \
        sizeof(sheaf_block_note), NULL, 0, NULL                                                    \
    }

/* Whether a table stands on a page of its own, turned. */
typedef enum { SHEAF_TURN_WHERE_WIDE = 0, SHEAF_TURN_ALWAYS, SHEAF_TURN_NEVER } sheaf_turn;

typedef struct sheaf_table_block {
    size_t size; /* of the struct, as the caller was compiled */
    const char *title;
    const sheaf_block_row *rows;
    size_t n_rows;
    const sheaf_block_column *columns;
    size_t n_columns;
    const char *group_by;            /* "region" or "subregion" (M49), or a dimension of the data */
    const sheaf_block_group *groups; /* instead: lists of members */
    size_t n_groups;
    bool total;     /* the sum of all rows, and of those groups in their heads */
    size_t sort_by; /* the number of a column, from 1; 0: as the rows come */
    bool ascending;
    const sheaf_block_note *notes;
    size_t n_notes;
    bool has_decimals; /* false: as people read them */
    int decimals;
    bool has_flags; /* false: the sheet's */
    sheaf_flags flags;
    bool ranges; /* "48–53%" where more is open of a figure than its digits say */
    sheaf_turn turn;
} sheaf_table_block;
#define SHEAF_TABLE_BLOCK_INIT                                                                     \
    {                                                                                              \
        sizeof(sheaf_table_block), NULL, NULL, 0, NULL, 0, NULL, NULL, 0, false, 0, false, NULL,   \
            0, false, 0, false, SHEAF_FLAGS_ESTIMATED, false, SHEAF_TURN_WHERE_WIDE                \
    }
SHEAF_API void sheaf_sheet_add_table_block(sheaf_sheet *sheet, const sheaf_table_block *table);

/* A key figure. */
typedef struct sheaf_figure_block {
    size_t size;       /* of the struct, as the caller was compiled */
    const char *value; /* a series in a period: "turnover[2023]" */
    const char *label; /* "{period}" stands for the period; NULL: one from the series */
    bool growth;       /* the growth on the year before, too */
    bool has_decimals; /* false: as people read them */
    int decimals;
    bool has_flags; /* false: the sheet's */
    sheaf_flags flags;
    bool ranges;
} sheaf_figure_block;
#define SHEAF_FIGURE_BLOCK_INIT                                                                    \
    {                                                                                              \
        sizeof(sheaf_figure_block), NULL, NULL, false, false, 0, false, SHEAF_FLAGS_ESTIMATED,     \
            false                                                                                  \
    }
/* One row of n key figures. */
SHEAF_API void sheaf_sheet_add_figures(sheaf_sheet *sheet, const sheaf_figure_block *figures,
                                       size_t n);

/* Of the last block, a row or column that has ended: whether its charts have one scale. Without it bars of
 * one unit beside each other do, unless some would be too small to be seen. */
typedef enum { SHEAF_SCALE_AUTO = 0, SHEAF_SCALE_SHARED, SHEAF_SCALE_OWN } sheaf_scale;
SHEAF_API void sheaf_sheet_set_scale(sheaf_sheet *sheet, sheaf_scale scale);
/* Of the last block, notes: whether they define computed series; they do, unless told. */
SHEAF_API void sheaf_sheet_set_definitions(sheaf_sheet *sheet, bool definitions);
/* Of the last block, a chart: its description stands below it as a text, and its alternative text says
 * what it is only. */
SHEAF_API void sheaf_sheet_set_described(sheaf_sheet *sheet, bool described);

#ifdef __cplusplus
}
#endif
#endif
