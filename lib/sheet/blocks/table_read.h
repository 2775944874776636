/* table_read.h - a table while its spec is read: table_read.c has the keys, table_read_rows.c the rows,
 * table_read_columns.c the columns, table_evaluate.c the figures, table_groups.c groups and totals,
 * table_sort.c their order. */
#ifndef SHEAF_SHEET_BLOCKS_TABLE_READ_H
#define SHEAF_SHEET_BLOCKS_TABLE_READ_H

#include "sheet/blocks/table.h"
#include "sheet/spec/evaluate.h"

/* The series that one expression of `rows` gives: their names differ. */
struct row_entry {
    const struct node *node; /* of the expression */
    struct sheet_rows rows;
    size_t first; /* its first row among those read */
    struct row_entry *next;
};

/* A row as it is read, before groups and totals are made. */
struct read_row {
    struct sheet_row row;
    const char *member;           /* "$row" */
    struct row_group *group;      /* NULL: it stands in none */
    struct table_figure *figures; /* one a column */
};

struct row_group {
    const struct markup *label;
    const char *region; /* of M49, whose name is the label; NULL: none */
    const char *name;   /* as the data have it; NULL: none */
    const char *key;    /* by which its rows are told; NULL: they stand in it in the spec */
    bool is_rest;       /* what is in no group */
    bool has_total;
    const struct node *node; /* for messages */
    struct read_row *total;  /* its figures; NULL: none */
    size_t n;                /* rows in it */
    size_t at;               /* where the next of them is put */
    struct row_group *next;
};

struct table_reading {
    struct spec_reader *reader;
    struct arena *arena; /* the sheet's */
    struct arena work;   /* of the rows and their figures, until the table is made */
    struct row_entry *entries, **last_entry;
    struct row_group *groups, **last_group;
    struct read_row *rows;
    size_t n_rows, capacity;
    struct sheet_column *columns;
    const struct node **column_nodes; /* of the expressions; of periods the node of the column */
    size_t n_columns, column_capacity;
    struct column_group *column_groups;
    size_t n_column_groups;
    struct read_row *total; /* of the table; NULL: none */
};

struct block *table_read(struct spec_reader *reader, const struct node *value);

/* Each is false after a failure. */
bool table_read_rows(struct table_reading *table, const struct node *rows);
bool table_read_columns(struct table_reading *table, const struct node *columns);
/* The figures of all rows. */
bool table_evaluate(struct table_reading *table);
/* The figures of a sum of rows, whose series the row has already. members: of these rows. */
bool table_evaluate_total(struct table_reading *table, struct read_row *total,
                          const sheaf_series_list *list, const char *const *members);
/* Marks the figures that differ from those that the last release's data give, if these are known. */
bool table_mark_revised(struct table_reading *table);
/* Puts the rows into groups, as the key `groups` says; NULL: they stay as they are. */
bool table_group_rows(struct table_reading *table, const struct node *groups);
/* Sums the groups that have a total and, if it is asked for, all rows. */
bool table_sum_rows(struct table_reading *table, const struct node *total);
/* Puts the rows of each group together, in their order. */
bool table_gather(struct table_reading *table);
/* Orders the rows within their groups, as the key `sort` says; NULL: they stay as they are. */
bool table_order_rows(struct table_reading *table, const struct node *sort);
/* Footnotes of single cells, the key `notes`. */
bool table_read_notes(struct table_reading *table, const struct node *notes);
/* The rows with their figures, heads and totals among them; NULL after a failure. */
struct table_content *table_make(struct table_reading *table);

/* Reads `total: yes`. */
extern const char *const table_yes_or_no[];
static inline bool table_says_yes(const struct node *node)
{
    return node != NULL && node->text[0] == 'y';
}

#endif
