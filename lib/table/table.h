/* table.h - how readers fill a table. See sheaf/table.h for how it is used. */
#ifndef SHEAF_TABLE_TABLE_H
#define SHEAF_TABLE_TABLE_H

#include "base/memory.h"
#include "sheaf/table.h"

/* One observation as read; its dimensions' members are kept beside it. */
struct table_row {
    sheaf_period period;
    uint32_t line; /* in the source, for messages */
    double value;  /* NaN: none */
    double growth; /* stated, in per cent; NaN: not stated */
    int8_t decimals, growth_decimals, multiplier;
    char status;
    char confidentiality; /* SDMX CONF_STATUS; 'F': free */
    bool derived;         /* computed by Sheaf, not stated */
    uint16_t file;        /* of table_add_file; 0: the table's own */
};

/* Never NULL. A table without rows, to be filled; name: of its file. */
sheaf_table *table_create(const sheaf_alloc *alloc, const char *name);

sheaf_error *table_error(sheaf_table *table);
const char *table_name(const sheaf_table *table);
const sheaf_alloc *table_alloc(const sheaf_table *table);
/* What the caller said of the file; borrowed, so NULL takes them away when the reading ends. */
void table_set_options(sheaf_table *table, const sheaf_read_options *options);
/* Never NULL; the options in force while the file is read. */
const sheaf_read_options *table_options(const sheaf_table *table);

/* name: static, of the reader. */
void table_set_format(sheaf_table *table, const char *name);
/* Tells of a finding: the first of its kind (a word such as "repeated") is kept with its
 * message and place, the others are counted. */
void table_warn(sheaf_table *table, const char *kind, struct place at, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

bool table_has_warning(const sheaf_table *table, const char *kind);
/* What was found is usual after all. */
void table_take_back_warning(sheaf_table *table, const char *kind);

/* The dimension of that name, made when there is none: before the first row only.
 * SIZE_MAX when memory runs out. */
size_t table_add_dimension(sheaf_table *table, const char *name, size_t n);
/* Takes a dimension away again, once all rows are there. */
void table_drop_dimension(sheaf_table *table, const char *name);
/* SIZE_MAX: there is none. */
size_t table_find_dimension(const sheaf_table *table, const char *name);
const char *table_dimension_name(const sheaf_table *table, size_t dimension);
/* The number of a further file that rows come from; 0 when memory runs out. */
uint16_t table_add_file(sheaf_table *table, const char *name);
/* The number, in table, of the file that a row of another table comes from. */
uint16_t table_file_like(sheaf_table *table, const sheaf_table *from, size_t row);
/* False when the table has been checked before. */
bool table_begin_check(sheaf_table *table);
/* Takes over the findings of another table, but for repeated rows: table_finish looks for those. */
void table_take_warnings(sheaf_table *table, const sheaf_table *from);

struct table_row table_row_at(const sheaf_table *table, size_t row);

/* The member of a row, and its text. */
uint32_t table_row_member(const sheaf_table *table, size_t row, size_t dimension);
const char *table_member(const sheaf_table *table, size_t dimension, uint32_t member);

/* The number of a member; *known false: it is new, and its text (valid UTF-8,
 * without NUL) still to be added. */
uint32_t table_find_member(const sheaf_table *table, size_t dimension, const char *text, size_t n,
                           bool *known);
uint32_t table_add_member(sheaf_table *table, size_t dimension, const char *text, size_t n);
/* The number of a member, added where it is new. */
uint32_t table_intern_member(sheaf_table *table, size_t dimension, const char *text, size_t n);

/* The name of a member that is a code ("72": "Iron and steel"): the first that is given stays.
 * "" where there is none. text: valid UTF-8. */
void table_name_member(sheaf_table *table, size_t dimension, uint32_t member, const char *text,
                       size_t n);
const char *table_member_name(const sheaf_table *table, size_t dimension, uint32_t member);

/* Adds a row with one member a dimension. */
void table_add_row(sheaf_table *table, const struct table_row *row, const uint32_t *members);
/* The same in its parts, for those who know a row's series or period from an earlier one: their
 * numbers, which stay, and the row with them. UINT32_MAX when memory runs out. */
uint32_t table_intern_series(sheaf_table *table, const uint32_t *members);
uint32_t table_intern_period(sheaf_table *table, sheaf_period period);
sheaf_period table_period(const sheaf_table *table, uint32_t number);
/* row: its period is of no account. */
void table_put_row(sheaf_table *table, const struct table_row *row, uint32_t number,
                   uint32_t period);
/* How derived figures came about, for people: the first few are kept, all are counted. */
enum { DERIVATIONS_KEPT = 8 };
void table_add_derivation(sheaf_table *table, const char *sentence);
size_t table_derivation_count(const sheaf_table *table);
const char *table_derivation(const sheaf_table *table, size_t index); /* of those that are kept */

/* After the last row: of rows about the same period and members those that say the same become
 * one; those that differ are told of ("repeated"), and no selection takes them. */
void table_finish(sheaf_table *table);

#endif
