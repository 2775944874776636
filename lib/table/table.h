/* table.h - how readers fill a table. sheaf/table.h says how it is used. */
#ifndef SHEAF_TABLE_TABLE_H
#define SHEAF_TABLE_TABLE_H

#include "base/memory.h"
#include "sheaf/table.h"

/* One observation as read. The table stores its members apart from it. */
struct table_row {
    sheaf_period period;
    uint32_t line; /* in the source, for messages */
    double value;  /* NaN: none */
    double growth; /* stated, in per cent; NaN: not stated */
    int8_t decimals, growth_decimals, multiplier;
    char status;
    char confidentiality; /* SDMX CONF_STATUS; 'F': free */
    bool derived;         /* computed by Sheaf, not stated */
    bool estimated;       /* and more than plain arithmetic */
    bool has_bounds;      /* false: the interval is that of the decimals */
    double low, high;     /* the rounding interval */
    uint16_t file;        /* a number from table_add_file; 0: the table's own file */
};

/* A table without rows. Never NULL. name is its file's. */
sheaf_table *table_create(const sheaf_alloc *alloc, const char *name);

sheaf_error *table_error(sheaf_table *table);
const char *table_name(const sheaf_table *table);
/* Copies name: a sheet's, once it is known. */
void table_set_name(sheaf_table *table, const char *name);
const sheaf_alloc *table_alloc(const sheaf_table *table);
/* The caller's read options. They are borrowed: pass NULL when the reading ends. */
void table_set_options(sheaf_table *table, const sheaf_read_options *options);
/* Who is asked, before the first row and again at each 16,384th, whether the reading goes on; false: failed
 * into error. Borrowed as the options are. */
struct table_watch {
    bool (*goes_on)(void *context, size_t rows, sheaf_error *error);
    void *context;
};
void table_set_watch(sheaf_table *table, const struct table_watch *watch);
/* The options of the current reading. Never NULL. */
const sheaf_read_options *table_options(const sheaf_table *table);

/* name is the reader's, a static string. */
void table_set_format(sheaf_table *table, const char *name);
/* What the file calls the table, which is copied. */
void table_set_title(sheaf_table *table, const char *title, size_t n);
/* The header of the column of plain numbers that stand in place of periods, which is copied. "": the
 * table has periods. */
void table_set_x(sheaf_table *table, const char *header);
const char *table_x(const sheaf_table *table);
/* Adds a warning. The first of each kind (a word such as "repeated") is kept with its message and
 * place; later ones are only counted. */
void table_warn(sheaf_table *table, const char *kind, struct place at, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Remembers the header, which is copied, of a column of numbers that is not read; … */
void table_pass_over(sheaf_table *table, const char *header);
/* … and gives it; NULL: there are no more. */
const char *table_passed_over(const sheaf_table *table, size_t index);

bool table_has_warning(const sheaf_table *table, const char *kind);
/* Removes a warning that later data proved wrong. */
void table_take_back_warning(sheaf_table *table, const char *kind);

/* The dimension of that name; adds it if it does not exist, which is allowed only before the first
 * row. SIZE_MAX when memory runs out. */
size_t table_add_dimension(sheaf_table *table, const char *name, size_t n);
/* The same after rows were added, all of which get the member "". It copies every series. */
size_t table_add_late_dimension(sheaf_table *table, const char *name, size_t n);
/* Removes a dimension, after the last row was added. */
void table_drop_dimension(sheaf_table *table, const char *name);
/* SIZE_MAX: there is none. */
size_t table_find_dimension(const sheaf_table *table, const char *name);
const char *table_dimension_name(const sheaf_table *table, size_t dimension);
/* Registers another file that rows come from and returns its number; 0 when memory runs out. */
uint16_t table_add_file(sheaf_table *table, const char *name);
/* The number of a file by its name; registers it if it is new. */
uint16_t table_find_file(sheaf_table *table, const char *name);
/* The number, in table, of the file that a row of from comes from. */
uint16_t table_file_like(sheaf_table *table, const sheaf_table *from, size_t row);
/* A table of the rows whose series, by number, are marked. It may have none. */
sheaf_table *table_of_marked_series(const sheaf_table *table, const bool *series);
size_t table_series_count(const sheaf_table *table);
/* What sheaf_table_check finds in the rows of the marked series, as warnings of a table without rows,
 * from the first on; those before it came with the table. Its error is that of the check. The caller
 * destroys it, unless it is kept. */
struct series_findings {
    sheaf_table *table;
    size_t first;
    bool is_kept;
};
struct series_findings findings_of_series(const sheaf_table *table, const bool *series);
/* True the first time; later sheaf_table_check does nothing. */
bool table_begin_check(sheaf_table *table);
/* Adds another table's warnings, except those about repeated rows: table_finish finds these again. */
void table_take_warnings(sheaf_table *table, const sheaf_table *from);

struct table_row table_row_at(const sheaf_table *table, size_t row);
/* Whether two rows have the same members. */
bool table_rows_are_alike(const sheaf_table *table, size_t a, size_t b);

/* The member of a row, and its text. */
uint32_t table_row_member(const sheaf_table *table, size_t row, size_t dimension);
const char *table_member(const sheaf_table *table, size_t dimension, uint32_t member);

/* The number of a member. *known false: there is none of that text. */
uint32_t table_find_member(const sheaf_table *table, size_t dimension, const char *text, size_t n,
                           bool *known);
/* The number of a member, which is added if it is new. text is valid UTF-8 without NUL; what in it
 * could command a terminal or turn text round is replaced, with a warning (see table_texts.c). */
uint32_t table_intern_member(sheaf_table *table, size_t dimension, const char *text, size_t n);

/* Names a member that is a code: "Iron and steel" for 72. Only the first name counts. text is valid
 * UTF-8. table_member_name gives "" if there is none. */
void table_name_member(sheaf_table *table, size_t dimension, uint32_t member, const char *text,
                       size_t n);
/* Gives a member another text, once a dimension. False: it stays, as another member has that text, or
 * memory ran out. */
bool table_replace_member(sheaf_table *table, size_t dimension, uint32_t member, const char *text);
const char *table_member_name(const sheaf_table *table, size_t dimension, uint32_t member);

/* Adds a row. members has one number for each dimension. */
void table_add_row(sheaf_table *table, const struct table_row *row, const uint32_t *members);
/* table_add_row in steps, for readers that can reuse the series or the period of an earlier row:
 * both have numbers that never change. UINT32_MAX when memory runs out. */
uint32_t table_intern_series(sheaf_table *table, const uint32_t *members);
uint32_t table_intern_period(sheaf_table *table, sheaf_period period);
sheaf_period table_period(const sheaf_table *table, uint32_t number);
/* Replaces each period by what the function makes of it and the argument, which has to differ where
 * the periods do and to leave them in their order. */
void table_replace_periods(sheaf_table *table, sheaf_period (*replace)(sheaf_period, char),
                           char argument);
/* row->period is ignored. */
void table_put_row(sheaf_table *table, const struct table_row *row, uint32_t number,
                   uint32_t period);
/* Values of days of one series, which ascend. */
struct table_days {
    const double *values;
    const int32_t *days; /* since 1970 */
    size_t n;
};
/* table_intern_period and table_put_row of each, of which row has all the rest; each has the line after that
 * of the one before. */
void table_put_days(sheaf_table *table, const struct table_row *row, uint32_t series,
                    const struct table_days *days);
/* For formats in which a figure's status stands in a row below it. */
void table_set_status(sheaf_table *table, size_t row, char status, char confidentiality);
/* Sentences on how derived figures were computed. The first DERIVATIONS_KEPT are stored, all are
 * counted. */
enum { DERIVATIONS_KEPT = 8 };
void table_add_derivation(sheaf_table *table, const char *sentence);
size_t table_derivation_count(const sheaf_table *table);
const char *table_derivation(const sheaf_table *table, size_t index); /* NULL: not stored */

/* Derivations of the table's figures and of their inputs, held by a series without observations,
 * which the table owns from now on. NULL: none. */
void table_set_steps(sheaf_table *table, sheaf_series *steps);
const sheaf_series *table_steps(const sheaf_table *table);

/* Call after the last row. Of rows with the same members and period, duplicates are removed; rows
 * that differ get a warning ("repeated"), and selecting them fails. */
void table_finish(sheaf_table *table);

/* Those that the author wants beside figures. */
sheaf_flags table_flags(const sheaf_table *table);
/* As sheaf_table_set_safe has it. */
bool table_is_safe(const sheaf_table *table);

#endif
