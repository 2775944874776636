/* entry.c - what an entry is told beforehand: which columns are for what, and the constants of
 * the options. */
#include "readers/entry_parts.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "readers/csv/dates.h"
#include "readers/options.h"

void entry_init(struct entry *entry, sheaf_table *table)
{
    *entry = (struct entry){
        .table = table,
        .defaults = { .value = NAN, .growth = NAN, .status = SHEAF_NORMAL, .confidentiality = 'F' }
    };
    arena_init(&entry->arena, table_alloc(table), table_error(table));
    if (table_options(table)->frequency != NULL)
        entry->frequency = frequency_read(table_options(table)->frequency,
                                          strlen(table_options(table)->frequency));
}

void entry_free(struct entry *entry)
{
    const sheaf_alloc *alloc = table_alloc(entry->table);

    memory_free(alloc, entry->roles, entry->capacity * sizeof *entry->roles);
    arena_free(&entry->arena);
}

/* "Country" is the partner where the caller says the reporter, and else the reporter. */
static enum header_role role_of_country(const struct entry *entry)
{
    const sheaf_read_options *options = table_options(entry->table);

    for (size_t i = 0; i < options->n_constants; i++)
        if (strcmp(options->constants[i].dimension, header_role_name(HEADER_REPORTER)) == 0)
            return HEADER_PARTNER;
    return HEADER_REPORTER;
}

enum header_role entry_role(const struct entry *entry, const char **name)
{
    const sheaf_read_options *options = table_options(entry->table);
    enum header_role role;

    for (size_t i = 0; i < options->n_columns; i++)
        if (options->columns[i].header != NULL && options->columns[i].role != NULL &&
            strcmp(options->columns[i].header, *name) == 0) {
            *name = options->columns[i].role[0] != '\0' ? options->columns[i].role : NULL;
            return *name != NULL ? header_role_named(*name) : HEADER_NONE;
        }
    role = header_find(*name, strlen(*name)).role;
    if (role == HEADER_COUNTRY)
        role = role_of_country(entry);
    if (role != HEADER_NONE)
        *name = header_role_name(role);
    return role;
}

bool entry_refuse(struct entry *entry, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(entry->reason, sizeof entry->reason, format, arguments);
    va_end(arguments);
    return false;
}

bool entry_refuse_doubled(struct entry *entry, const char *name)
{
    return entry_refuse(entry,
                        "'%.60s' is given for the whole file, and the file has its own; "
                        "leave one of the two out",
                        name);
}

static bool take_number(struct entry *entry, const char *name, const char *text,
                        bool (*take)(struct entry *, int64_t))
{
    int64_t number;

    if (!number_read_integer(text, strlen(text), -1000, 1000, &number))
        return entry_refuse(entry, "'%.60s' is no %s: a whole number is expected", text, name);
    return take(entry, number);
}

static bool take_constant(struct entry *entry, const char *name, const char *text)
{
    size_t n = strlen(text);

    switch (header_role_named(name)) {
    case HEADER_MULTIPLIER:
        return take_number(entry, name, text, entry_multiplier);
    case HEADER_DECIMALS:
        return take_number(entry, name, text, entry_decimals);
    case HEADER_STATUS:
        return entry_status(entry, text, n);
    case HEADER_CONFIDENTIALITY:
        return entry_confidentiality(entry, text, n);
    case HEADER_PERIOD:
        return entry_period(entry, text, n);
    case HEADER_FREQUENCY:
        entry_frequency(entry, text, n);
        return true;
    default: /* options_check refuses the others */
        return true;
    }
}

/* The dimensions among the constants, which the file must not have. */
static bool add_constant_dimensions(struct entry *entry)
{
    const sheaf_read_options *options = table_options(entry->table);

    for (size_t i = 0; i < options->n_constants && !failed(entry); i++) {
        const char *name = options->constants[i].dimension;
        size_t count = entry->count;

        if (is_dimension(header_role_named(name)) &&
            entry_dimension(entry, header_role_named(name), name) < count)
            return entry_refuse_doubled(entry, name);
    }
    return !failed(entry);
}

static bool take_constants(struct entry *entry)
{
    const sheaf_read_options *options = table_options(entry->table);

    for (size_t i = 0; i < options->n_constants && !failed(entry); i++) {
        const char *name = options->constants[i].dimension, *text = options->constants[i].member;
        enum header_role role = header_role_named(name);

        if (is_dimension(role)) {
            size_t dimension = entry_dimension(entry, role, name);

            if (dimension != SIZE_MAX)
                entry_put(entry, dimension, entry_member(entry, dimension, text, strlen(text)));
        } else if (!take_constant(entry, name, text)) {
            return false;
        }
    }
    return !failed(entry);
}

bool entry_begin(struct entry *entry)
{
    if (!add_constant_dimensions(entry))
        return false;
    entry->members = arena_array(&entry->arena, uint32_t, entry->count);
    entry->default_members = arena_array(&entry->arena, uint32_t, entry->count);
    if (failed(entry))
        return false;
    for (size_t i = 0; i < entry->count; i++)
        entry->default_members[i] = entry_member(entry, i, "", 0).number;
    entry->default_decimals = ENTRY_DECIMALS_UNSAID;
    entry->default_frequency = entry->frequency;
    entry_clear(entry, 0);
    if (!take_constants(entry))
        return false;
    entry->defaults = entry->row;
    memcpy(entry->default_members, entry->members, entry->count * sizeof *entry->members);
    entry->default_unit_power = entry->unit_power;
    entry->default_decimals = entry->decimals;
    entry->default_multiplier_said = entry->multiplier_said;
    entry->default_frequency = entry->frequency;
    return true;
}
