/* table.h - how readers fill a table. See sheaf/table.h for how it is used. */
#ifndef SHEAF_DATA_TABLE_H
#define SHEAF_DATA_TABLE_H

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
};

sheaf_error *table_error(sheaf_table *table);
const char *table_name(const sheaf_table *table);
const sheaf_alloc *table_alloc(const sheaf_table *table);
/* Never NULL; lives as long as the reading. */
const sheaf_read_options *table_options(const sheaf_table *table);

/* name: static, of the reader. */
void table_set_format(sheaf_table *table, const char *name);
/* Tells of a finding: the first of its kind (a word such as "repeated") is kept with its
 * message and place, the others are counted. */
void table_warn(sheaf_table *table, const char *kind, struct place at, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* The dimension of that name, made when there is none: before the first row only.
 * SIZE_MAX when memory runs out. */
size_t table_add_dimension(sheaf_table *table, const char *name, size_t n);
const char *table_dimension_name(const sheaf_table *table, size_t dimension);

/* The number of a member; *known false: it is new, and its text (valid UTF-8,
 * without NUL) still to be added. */
uint32_t table_find_member(const sheaf_table *table, size_t dimension, const char *text, size_t n,
                           bool *known);
uint32_t table_add_member(sheaf_table *table, size_t dimension, const char *text, size_t n);

/* Adds a row with one member a dimension. A row that says the same as an earlier
 * one (same period and members) is dropped; *other is set to the line of an earlier
 * one that says something else, and the row not added. Else *other is 0. */
void table_add_row(sheaf_table *table, const struct table_row *row, const uint32_t *members,
                   uint32_t *other);

#endif
