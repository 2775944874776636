/* sql_result.h - the result of a query becomes rows of a table: the roles of its columns, from the
 * options or their names, and its cells as text. Whose database it is (struct sql_source) does not
 * matter. */
#ifndef SHEAF_READERS_SQL_SQL_RESULT_H
#define SHEAF_READERS_SQL_SQL_RESULT_H

#include "base/buffer.h"
#include "base/string_cache.h"
#include "readers/observation_builder.h"

/* Indices of dictionaries below this are remembered; of others the text is looked up. */
enum { SQL_CODES = 4096 };

struct sql_code {
    uint64_t batch; /* in which the member was that of the index; 0: none */
    struct observation_member member;
};

struct sql_column {
    const char *name;
    enum header_role role;
    bool is_skipped;
    bool is_unknown; /* neither the options nor the name say what it is */
    const char *dimension_name;
    size_t dimension;  /* SIZE_MAX: none */
    size_t flow, unit; /* dimensions, if the name of a column of values gives them; else SIZE_MAX */
    size_t series;     /* dimension "series" of one of several columns of values; else SIZE_MAX */
    struct observation_member flow_member, unit_member, series_member;
    int power;        /* of ten, if the name of a column of values gives it without a unit */
    bool is_quantity; /* a column of values that are quantities or weights */
    struct string_cache cache; /* texts to members or periods */
    bool has_codes;            /* set by a source whose code() knows the column's cells */
    struct sql_code *codes;    /* indices of its dictionary to members; NULL: none yet */
};

/* Where the rows come from. Each function fails into the table's error. */
struct sql_source {
    void *context;
    /* Moves to the next row. False: there is none, or failed. */
    bool (*next)(void *context);
    /* The cell of a column of the row, from 0; it lives until the next cell is asked for. NULL: the
     * cell is empty, or failed. */
    const char *(*text)(void *context, size_t column, size_t *n);
    /* Puts the cell as a value. False: failed, or with a reason in the builder. NULL: its text is
     * read. */
    bool (*value)(void *context, size_t column, struct observation_builder *builder);
    /* The index of the cell in the dictionary of its column, which has the same text throughout
     * result->batch. False: it has none. Asked where has_codes
     * is set. */
    bool (*code)(void *context, size_t column, size_t *index);
};

/* The distinct dates of the column of periods. */
struct sql_dates {
    struct buffer months; /* of each, an int: 12 times the year, and the month */
    bool are_others;      /* not all are the first day of a month */
    bool are_others_than_january;
    sheaf_period example;
};

struct sql_result {
    sheaf_table *table;
    struct observation_builder builder;
    struct sql_column *columns;
    size_t count;
    struct sql_dates dates;
    bool has_periods; /* a column has them */
    uint64_t batch;   /* counted by the source, from 1: dictionaries are those of a batch */
    size_t code;      /* of the cell at hand; SQL_CODES: none */
    /* Of the column of units, where quantities stand beside money; else SIZE_MAX. A unit that is no
     * currency is not that of money, and a currency not that of a quantity. */
    size_t shared_unit;
    uint32_t no_unit;          /* its member "" */
    struct string_cache parts; /* years with a month or quarter, to periods */
    struct buffer year;        /* of the row, and its month or quarter */
};

void sql_init(struct sql_result *result, sheaf_table *table);
void sql_free(struct sql_result *result);

static inline bool sql_failed(const struct sql_result *result)
{
    return sheaf_table_status(result->table) != SHEAF_OK;
}

/* Fails with the table's name as the place. */
void sql_fail(struct sql_result *result, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* Fails at a cell of the row. */
void sql_fail_cell(struct sql_result *result, size_t column, const char *reason);

/* Columns (sql_columns.c) ------------------------------------------------------ */

enum { SQL_MAX_COLUMNS = 1000 };

/* Makes room for the columns; the caller sets their names, then calls sql_resolve_columns. */
void sql_reserve_columns(struct sql_result *result, size_t count);
void sql_name_column(struct sql_result *result, size_t column, const char *name);
/* Finds the roles of the columns. */
void sql_resolve_columns(struct sql_result *result);
/* Adds the dimensions, once the source is at the first row; NULL: there is none. */
void sql_settle_columns(struct sql_result *result, const struct sql_source *first_row);
/* The number of columns with a role. */
size_t sql_count_role(const struct sql_result *result, enum header_role role);

/* Dates (sql_dates.c) ------------------------------------------------------------ */

/* Notes the period of the row, which a column of periods has for the first time. */
void sql_note_date(struct sql_result *result);
/* After the last row: first days of months are months, where some follow each other. Fails where
 * they may be of days, months or years. */
void sql_settle_dates(struct sql_result *result);

/* Rows (sql_rows.c) -------------------------------------------------------------- */

/* Reads a value from the text of a cell. False: failed, or with a reason in the builder. */
bool sql_value_text(struct sql_result *result, size_t column, const char *text, size_t n);
/* Returns how many there were. */
size_t sql_read_rows(struct sql_result *result, const struct sql_source *source);
/* Fails if there were none. */
void sql_require_rows(struct sql_result *result, size_t rows);

#endif
