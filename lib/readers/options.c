/* options.c - the names of roles, and the check of options. */
#include "readers/options.h"

#include <string.h>

#include "base/strings.h"
#include "period/period_usage.h"

/* Names of roles in options and tables; the name of a dimension's role is the dimension's name. */
static const struct {
    const char *name;
    enum header_role role;
    bool may_be_constant; /* may be given for the whole file */
} roles[] = {
    { "period", HEADER_PERIOD, true },
    { "year", HEADER_YEAR, false },
    { "month", HEADER_MONTH, false },
    { "quarter", HEADER_QUARTER, false },
    { "week", HEADER_WEEK, false },
    { "frequency", HEADER_FREQUENCY, true },
    { "value", HEADER_VALUE, false },
    { "unit_mult", HEADER_MULTIPLIER, true },
    { "decimals", HEADER_DECIMALS, true },
    { "status", HEADER_STATUS, true },
    { "conf_status", HEADER_CONFIDENTIALITY, true },
    { "derived", HEADER_NONE, false }, /* in delimited values only */
    { "growth_pct", HEADER_GROWTH, false },
    { "reporter", HEADER_REPORTER, true },
    { "partner", HEADER_PARTNER, true },
    { "flow", HEADER_FLOW, true },
    { "product", HEADER_PRODUCT, true },
    { "indicator", HEADER_INDICATOR, true },
    { "unit", HEADER_UNIT, true },
    { "source", HEADER_SOURCE, true },
};

enum { ROLES = sizeof roles / sizeof *roles };

/* ROLES: no role has the name. */
static size_t find_role(const char *name)
{
    size_t i = 0;

    while (i < ROLES && strcmp(roles[i].name, name) != 0)
        i++;
    return i;
}

enum header_role header_role_named(const char *name)
{
    size_t i = find_role(name);

    return i < ROLES ? roles[i].role : HEADER_NONE;
}

const char *header_role_name(enum header_role role)
{
    for (size_t i = 0; i < ROLES; i++)
        if (roles[i].role == role && role != HEADER_NONE)
            return roles[i].name;
    return NULL;
}

/* A name close to that of a role ("reportr") is a mistake, not a dimension of the caller's own. */
static void refuse_misspelt(sheaf_table *table, const char *name)
{
    const char *names[ROLES], *nearest;

    if (find_role(name) < ROLES)
        return;
    for (size_t i = 0; i < ROLES; i++)
        names[i] = roles[i].name;
    nearest = string_nearest(name, strlen(name), names, ROLES);
    if (nearest != NULL)
        fail(table_error(table), SHEAF_BAD_ARGUMENT, "no role is named '%.60s'; did you mean '%s'?",
             name, nearest);
}

static void check_constant(sheaf_table *table, const sheaf_filter *constant)
{
    size_t role;

    if (constant->dimension == NULL || constant->member == NULL) {
        fail(table_error(table), SHEAF_BAD_ARGUMENT, "a constant has a dimension and a member");
        return;
    }
    refuse_misspelt(table, constant->dimension);
    role = find_role(constant->dimension);
    if (role < ROLES && !roles[role].may_be_constant)
        fail(table_error(table), SHEAF_BAD_ARGUMENT, "'%s' cannot be the same for a whole file%s",
             constant->dimension, roles[role].role == HEADER_YEAR ? "; say its period" : "");
}

/* True when the text is one character of the set. */
static bool is_one_of(const char *text, const char *set)
{
    return strlen(text) == 1 && strchr(set, text[0]) != NULL;
}

static void check_marks(sheaf_table *table, const sheaf_read_options *options)
{
    sheaf_error *error = table_error(table);

    if (options->separator != NULL && !is_one_of(options->separator, ",;\t|"))
        fail(error, SHEAF_BAD_ARGUMENT, "'%.40s' is no separator; there are ',', ';', '|' and tab",
             options->separator);
    if (options->decimal != NULL && !is_one_of(options->decimal, ".,"))
        fail(error, SHEAF_BAD_ARGUMENT, "'%.40s' is no decimal mark; there are '.' and ','",
             options->decimal);
}

static void check_financial_year(sheaf_table *table, const char *text)
{
    struct period_usage usage = { 0 };

    if (text != NULL && !period_usage_read(text, &usage))
        fail(
            table_error(table), SHEAF_BAD_ARGUMENT,
            "'%.40s' is no financial year; there are 4 (2021-22 begins in April), 'from 4' (FY2022 "
            "begins in April 2022), 'to 3' (FY2022 ends in March 2022) and calendar",
            text);
}

static void check_dates(sheaf_table *table, const char *text)
{
    enum date_order order;

    if (text != NULL && !period_date_order_read(text, &order))
        fail(table_error(table), SHEAF_BAD_ARGUMENT,
             "'%.40s' is no order of dates; there are day-first (31/01/2023) and month-first "
             "(01/31/2023)",
             text);
}

static void check_x(sheaf_table *table, const char *text)
{
    if (text != NULL && strcmp(text, "number") != 0)
        fail(table_error(table), SHEAF_BAD_ARGUMENT,
             "rows do not run over '%.40s'; there is number, for prices, distances or shares",
             text);
}

static bool texts_are_there(const char *const *texts, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (texts == NULL || texts[i] == NULL)
            return false;
    return true;
}

static bool lists_are_there(sheaf_table *table, const sheaf_read_options *options)
{
    bool columns = options->columns != NULL || options->n_columns == 0;
    const char *missing = NULL;

    for (size_t i = 0; columns && i < options->n_columns; i++)
        columns = options->columns[i].header != NULL && options->columns[i].role != NULL;
    if (!columns)
        missing = "columns";
    else if (options->constants == NULL && options->n_constants > 0)
        missing = "constants";
    else if (!texts_are_there(options->values, options->n_values))
        missing = "values";
    else if (!texts_are_there(options->dimensions, options->n_dimensions))
        missing = "dimensions";
    if (missing != NULL)
        fail(table_error(table), SHEAF_BAD_ARGUMENT,
             "the options have no list of %s, or NULL in it", missing);
    return missing == NULL;
}

void options_check(sheaf_table *table)
{
    const sheaf_read_options *options = table_options(table);

    if (!lists_are_there(table, options))
        return;
    check_marks(table, options);
    check_financial_year(table, options->financial_year);
    check_dates(table, options->dates);
    check_x(table, options->x);
    for (size_t i = 0; i < options->n_columns; i++)
        if (options->columns[i].role != NULL && options->columns[i].role[0] != '\0')
            refuse_misspelt(table, options->columns[i].role);
    for (size_t i = 0; i < options->n_constants; i++)
        check_constant(table, &options->constants[i]);
}
