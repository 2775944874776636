/* options.c - the names of roles, and options that cannot be meant. */
#include "readers/options.h"

#include <string.h>

#include "base/strings.h"

/* As the options, and tables, call the roles; those of dimensions are their names. */
static const struct {
    const char *name;
    enum column_role role;
    bool is_said; /* may be true of a whole file */
} roles[] = {
    { "period", ROLE_PERIOD, true },
    { "year", ROLE_YEAR, false },
    { "month", ROLE_MONTH, false },
    { "quarter", ROLE_QUARTER, false },
    { "frequency", ROLE_FREQUENCY, true },
    { "value", ROLE_VALUE, false },
    { "unit_mult", ROLE_MULTIPLIER, true },
    { "decimals", ROLE_DECIMALS, true },
    { "status", ROLE_STATUS, true },
    { "conf_status", ROLE_CONFIDENTIALITY, true },
    { "derived", ROLE_NONE, false }, /* of delimited values alone */
    { "growth_pct", ROLE_GROWTH, false },
    { "reporter", ROLE_REPORTER, true },
    { "partner", ROLE_PARTNER, true },
    { "flow", ROLE_FLOW, true },
    { "product", ROLE_PRODUCT, true },
    { "indicator", ROLE_INDICATOR, true },
    { "unit", ROLE_UNIT, true },
    { "source", ROLE_SOURCE, true },
};

enum { ROLES = sizeof roles / sizeof *roles };

/* ROLES: no role is called so. */
static size_t find_role(const char *name)
{
    size_t i = 0;

    while (i < ROLES && strcmp(roles[i].name, name) != 0)
        i++;
    return i;
}

enum column_role column_role_named(const char *name)
{
    size_t i = find_role(name);

    return i < ROLES ? roles[i].role : ROLE_NONE;
}

const char *column_role_name(enum column_role role)
{
    for (size_t i = 0; i < ROLES; i++)
        if (roles[i].role == role && role != ROLE_NONE)
            return roles[i].name;
    return NULL;
}

/* "reportr": a slip of the pen, not a dimension of the caller's own. */
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
    if (role < ROLES && !roles[role].is_said)
        fail(table_error(table), SHEAF_BAD_ARGUMENT, "'%s' cannot be the same for a whole file%s",
             constant->dimension, roles[role].role == ROLE_YEAR ? "; say its period" : "");
}

/* One character of a set. */
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

void options_check(sheaf_table *table)
{
    const sheaf_read_options *options = table_options(table);

    check_marks(table, options);

    for (size_t i = 0; i < options->n_columns; i++)
        if (options->columns[i].role != NULL && options->columns[i].role[0] != '\0')
            refuse_misspelt(table, options->columns[i].role);
    for (size_t i = 0; i < options->n_constants; i++)
        check_constant(table, &options->constants[i]);
}
