/* observation_builder.c - set-up: the roles of columns, the dimensions, and the constants of the
 * options. */
#include "readers/observation_builder_parts.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "readers/csv/dates.h"
#include "readers/options.h"

void builder_init(struct observation_builder *builder, sheaf_table *table)
{
    *builder = (struct observation_builder){
        .table = table,
        .defaults = { .value = NAN, .growth = NAN, .status = SHEAF_NORMAL, .confidentiality = 'F' }
    };
    arena_init(&builder->arena, table_alloc(table), table_error(table));
    if (table_options(table)->frequency != NULL)
        builder->frequency = frequency_read(table_options(table)->frequency,
                                            strlen(table_options(table)->frequency));
}

void builder_free(struct observation_builder *builder)
{
    const sheaf_alloc *alloc = table_alloc(builder->table);

    memory_free(alloc, builder->roles, builder->capacity * sizeof *builder->roles);
    memory_free(alloc, builder->countries, builder->country_capacity * sizeof *builder->countries);
    arena_free(&builder->arena);
}

/* A column "Country" is the partner if the caller gives the reporter; otherwise it is the
 * reporter. */
static enum header_role role_of_country(const struct observation_builder *builder)
{
    const sheaf_read_options *options = table_options(builder->table);

    for (size_t i = 0; i < options->n_constants; i++)
        if (strcmp(options->constants[i].dimension, header_role_name(HEADER_REPORTER)) == 0)
            return HEADER_PARTNER;
    return HEADER_REPORTER;
}

enum header_role builder_role(const struct observation_builder *builder, const char **name)
{
    const sheaf_read_options *options = table_options(builder->table);
    enum header_role role;

    for (size_t i = 0; i < options->n_columns; i++)
        if (options->columns[i].header != NULL && options->columns[i].role != NULL &&
            strcmp(options->columns[i].header, *name) == 0) {
            *name = options->columns[i].role[0] != '\0' ? options->columns[i].role : NULL;
            return *name != NULL ? header_role_named(*name) : HEADER_NONE;
        }
    role = header_find(*name, strlen(*name)).role;
    if (role == HEADER_COUNTRY)
        role = role_of_country(builder);
    if (role != HEADER_NONE)
        *name = header_role_name(role);
    return role;
}

bool builder_refuse(struct observation_builder *builder, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(builder->reason, sizeof builder->reason, format, arguments);
    va_end(arguments);
    return false;
}

bool builder_refuse_doubled(struct observation_builder *builder, const char *name)
{
    return builder_refuse(builder,
                          "'%.60s' is given for the whole file, and the file has its own; "
                          "leave one of the two out",
                          name);
}

static bool take_number(struct observation_builder *builder, const char *name, const char *text,
                        bool (*take)(struct observation_builder *, int64_t))
{
    int64_t number;

    if (!number_read_integer(text, strlen(text), -1000, 1000, &number))
        return builder_refuse(builder, "'%.60s' is no %s: a whole number is expected", text, name);
    return take(builder, number);
}

static bool take_constant(struct observation_builder *builder, const char *name, const char *text)
{
    size_t n = strlen(text);

    switch (header_role_named(name)) {
    case HEADER_MULTIPLIER:
        return take_number(builder, name, text, builder_multiplier);
    case HEADER_DECIMALS:
        return take_number(builder, name, text, builder_decimals);
    case HEADER_STATUS:
        return builder_status(builder, text, n);
    case HEADER_CONFIDENTIALITY:
        return builder_confidentiality(builder, text, n);
    case HEADER_PERIOD:
        return builder_period(builder, text, n);
    case HEADER_FREQUENCY:
        builder_frequency(builder, text, n);
        return true;
    default: /* options_check refuses the others */
        return true;
    }
}

/* Adds the dimensions among the constants. The file must not have them as well. */
static bool add_constant_dimensions(struct observation_builder *builder)
{
    const sheaf_read_options *options = table_options(builder->table);

    for (size_t i = 0; i < options->n_constants && !failed(builder); i++) {
        const char *name = options->constants[i].dimension;
        size_t count = builder->count;

        if (is_dimension(header_role_named(name)) &&
            builder_dimension(builder, header_role_named(name), name) < count)
            return builder_refuse_doubled(builder, name);
    }
    return !failed(builder);
}

/* Whoever says NA means Namibia. */
static const char *said_country(enum header_role role, const char *text)
{
    bool is_country = role == HEADER_REPORTER || role == HEADER_PARTNER;
    const char *code = is_country ? country_find(text, strlen(text)) : NULL;

    return code != NULL ? code : text;
}

static bool take_constants(struct observation_builder *builder)
{
    const sheaf_read_options *options = table_options(builder->table);

    for (size_t i = 0; i < options->n_constants && !failed(builder); i++) {
        const char *name = options->constants[i].dimension, *text = options->constants[i].member;
        enum header_role role = header_role_named(name);

        if (is_dimension(role)) {
            size_t dimension = builder_dimension(builder, role, name);

            text = said_country(role, text);
            if (dimension != SIZE_MAX)
                builder_put(builder, dimension,
                            builder_member(builder, dimension, text, strlen(text)));
        } else if (!take_constant(builder, name, text)) {
            return false;
        }
    }
    return !failed(builder);
}

bool builder_begin(struct observation_builder *builder)
{
    if (!add_constant_dimensions(builder))
        return false;
    builder->members = arena_array(&builder->arena, uint32_t, builder->count);
    builder->default_members = arena_array(&builder->arena, uint32_t, builder->count);
    if (failed(builder))
        return false;
    for (size_t i = 0; i < builder->count; i++)
        builder->default_members[i] = builder_member(builder, i, "", 0).number;
    builder->default_decimals = DECIMALS_NOT_STATED;
    builder->default_frequency = builder->frequency;
    builder_clear(builder, 0);
    if (!take_constants(builder))
        return false;
    builder->defaults = builder->row;
    memcpy(builder->default_members, builder->members, builder->count * sizeof *builder->members);
    builder->default_unit_power = builder->unit_power;
    builder->default_decimals = builder->decimals;
    builder->default_has_multiplier = builder->has_multiplier;
    builder->default_frequency = builder->frequency;
    return true;
}
