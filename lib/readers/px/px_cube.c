/* px_cube.c - the variables of a PX file: their roles, members and periods; units, decimals and
 * symbols. */
#include "readers/px/px_parts.h"

#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "base/strings.h"

static void fail_about(struct px *px, const struct px_keyword *keyword, const char *variable,
                       const char *what)
{
    fail_at(table_error(px->builder.table), SHEAF_BAD_INPUT,
            keyword != NULL ? keyword->place : px->data, "'%.60s' %s", variable, what);
}

/* Variables ----------------------------------------------------------------------------- */

static void add_variables(struct px *px, const char *keyword_name)
{
    const struct px_keyword *main_one = px_find_main(px, keyword_name, NULL);
    const struct px_keyword *read = px_find(px, keyword_name, NULL);

    for (size_t i = 0; main_one != NULL && i < main_one->count; i++) {
        if (px->variable_count == PX_VARIABLES) {
            fail_at(table_error(px->builder.table), SHEAF_BAD_INPUT, main_one->place,
                    "more than %d variables", PX_VARIABLES);
            return;
        }
        px->variables[px->variable_count++] = (struct px_variable){
            .main_name = main_one->values[i],
            .name = read->count == main_one->count ? read->values[i] : main_one->values[i],
            .dimension = SIZE_MAX,
        };
    }
}

static bool is_given(const struct px *px, const char *name)
{
    const sheaf_read_options *options = table_options(px->builder.table);

    for (size_t i = 0; i < options->n_columns; i++)
        if (options->columns[i].header != NULL && strcmp(options->columns[i].header, name) == 0)
            return true;
    return false;
}

/* The role by the name in the language that is read, in the main one, or by the variable's code;
 * *name becomes that of its dimension. */
static enum header_role role_of(const struct px *px, const struct px_variable *variable,
                                const char **name)
{
    const struct px_keyword *code = px_find(px, "VARIABLECODE", variable);
    const char *names[] = { variable->name, variable->main_name,
                            code != NULL ? code->values[0] : variable->name };
    enum header_role role = HEADER_NONE;

    for (size_t pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
            *name = names[i];
            if (pass == 0 && !is_given(px, names[i]))
                continue;
            role = builder_role(&px->builder, name);
            if (pass == 0 || role != HEADER_NONE)
                return role;
        }
    *name = variable->name;
    return HEADER_NONE;
}

static bool is_taken(const struct px *px, enum header_role role)
{
    for (size_t i = 0; i < px->variable_count; i++)
        if (px->variables[i].dimension != SIZE_MAX && px->variables[i].role == role)
            return true;
    return false;
}

static void resolve_role(struct px *px, size_t number)
{
    struct px_variable *variable = &px->variables[number];
    const char *content = px_value(px, "CONTVARIABLE"), *name;
    bool is_time = px_find(px, "TIMEVAL", variable) != NULL;

    variable->role = role_of(px, variable, &name);
    if (content != NULL &&
        (strcmp(content, variable->name) == 0 || strcmp(content, variable->main_name) == 0))
        px->content = number;
    if (name == NULL) {
        variable->kind = PX_SKIPPED;
    } else if ((variable->role == HEADER_MONTH || variable->role == HEADER_QUARTER) && !is_time) {
        variable->kind = PX_PART;
        px->part = number;
    } else if (is_time || variable->role == HEADER_PERIOD || variable->role == HEADER_YEAR) {
        variable->kind = PX_PERIOD;
        if (px->period != SIZE_MAX)
            fail_about(px, NULL, variable->name,
                       "is a second variable of time; say which one to pass over, as in " SETTING(
                           "columns: {NAME: ''}"));
        px->period = number;
    } else if (variable->role == HEADER_FREQUENCY) {
        variable->kind = PX_FREQUENCY;
    } else {
        if (variable->role <
            HEADER_REPORTER) { /* a variable of the values or of statuses is none */
            name = is_given(px, variable->name) ? name : variable->name;
            variable->role = HEADER_NONE;
        }
        if (variable->role == HEADER_NONE && px->content == number && !is_given(px, variable->name))
            variable->role = HEADER_INDICATOR;
        if (variable->role != HEADER_NONE && is_taken(px, variable->role)) {
            variable->role = HEADER_NONE;
            name = variable->name;
        }
        variable->dimension = builder_dimension(&px->builder, variable->role, name);
    }
}

/* A variable of months without one of years is the time itself. */
static void settle_time(struct px *px)
{
    if (px->period != SIZE_MAX || px->part == SIZE_MAX)
        return;
    px->period = px->part;
    px->part = SIZE_MAX;
    px->variables[px->period].kind = PX_PERIOD;
}

/* Members --------------------------------------------------------------------------------- */

static void read_categories(struct px *px, struct px_variable *variable)
{
    const struct px_keyword *labels = px_find(px, "VALUES", variable);
    const struct px_keyword *codes = px_find(px, "CODES", variable);
    const struct px_keyword *times = px_find(px, "TIMEVAL", variable);
    const struct px_keyword *main_one = labels != NULL ? labels : codes;

    if (main_one == NULL && times != NULL && !times->is_range && times->count > 0)
        main_one = times;
    if (main_one == NULL) {
        fail_about(px, NULL, variable->main_name, "has no VALUES");
        return;
    }
    if (labels != NULL && codes != NULL && codes->count != labels->count) {
        fail_about(px, codes, variable->main_name, "has another number of CODES than of VALUES");
        return;
    }
    variable->count = main_one->count;
    variable->categories = arena_array(&px->arena, struct px_category, variable->count);
    for (size_t i = 0; i < variable->count && !px_failed(px); i++) {
        struct px_category *category = &variable->categories[i];

        category->code = codes != NULL ? codes->values[i] : main_one->values[i];
        category->label = codes != NULL && labels != NULL ? labels->values[i] : NULL;
        category->decimals = PX_END;
    }
}

/* TIMEVAL writes quarters as 20231, halves as 20232, months as 202301, weeks as 202301. */
static const char *time_text(char out[32], const char *text, char scale)
{
    size_t n = strlen(text);
    bool are_digits = strspn(text, "0123456789") == n;

    if (are_digits && n == 5 && (scale == 'Q' || scale == 'H'))
        snprintf(out, 32, "%.4s-%c%s", text, scale == 'Q' ? 'Q' : 'S', text + 4);
    else if (are_digits && n == 6 && scale == 'M')
        snprintf(out, 32, "%.4s-%s", text, text + 4);
    else if (are_digits && n == 6 && scale == 'W')
        snprintf(out, 32, "%.4s-W%s", text, text + 4);
    else
        return text;
    return out;
}

static bool read_period(struct px *px, const char *text, char scale, sheaf_period *period)
{
    char own[32];
    const char *written = time_text(own, text, scale);

    builder_clear(&px->builder, 1);
    if (!builder_period(&px->builder, written, strlen(written)))
        return false;
    *period = px->builder.row.period;
    return true;
}

/* The member i of TLIST(Q1,"20231"-"20244"): the year and the part count on. False: it is no such
 * list, or weeks, of which years have 52 or 53. */
static bool time_in_range(char out[32], const struct px_keyword *times, size_t i)
{
    int64_t first, parts = times->scale == 'A'   ? 1
                           : times->scale == 'H' ? 2
                           : times->scale == 'Q' ? 4
                           : times->scale == 'M' ? 12
                                                 : 0;
    int64_t radix = parts == 1 ? 1 : parts == 12 ? 100 : 10, part;

    if (!times->is_range || parts == 0 || times->count == 0 || i > 100000 ||
        !number_read_integer(times->values[0], strlen(times->values[0]), 0, 999912, &first))
        return false;
    part = first / radix * parts + (parts > 1 ? first % radix - 1 : 0) + (int64_t)i;
    first = part / parts * radix + (parts > 1 ? part % parts + 1 : 0);
    snprintf(out, 32, "%d", (int)first);
    return true;
}

/* The period of a member: by TIMEVAL's list, else by its code or label. */
static void read_member_period(struct px *px, const struct px_variable *variable, size_t i)
{
    const struct px_keyword *times = px_find(px, "TIMEVAL", variable);
    struct px_category *category = &variable->categories[i];
    char scale = times != NULL ? times->scale : '\0';
    char own[32];
    const char *listed = times != NULL && !times->is_range && times->count == variable->count
                             ? times->values[i]
                             : NULL;

    if (times != NULL && time_in_range(own, times, i))
        listed = own;
    if ((listed != NULL && read_period(px, listed, scale, &category->period)) ||
        (category->label != NULL && read_period(px, category->label, scale, &category->period)) ||
        read_period(px, category->code, scale, &category->period))
        return;
    fail_at(table_error(px->builder.table), SHEAF_BAD_INPUT, px->data, "%s: %s", variable->name,
            px->builder.reason);
}

static void resolve_members(struct px *px, struct px_variable *variable)
{
    for (size_t i = 0; i < variable->count && !px_failed(px); i++) {
        struct px_category *category = &variable->categories[i];

        if (variable->kind == PX_PERIOD && px->part == SIZE_MAX)
            read_member_period(px, variable, i);
        else if (variable->dimension != SIZE_MAX)
            category->member = builder_category(&px->builder, variable->dimension, category->code,
                                                category->label);
    }
}

/* Units, decimals ------------------------------------------------------------------------- */

static int decimals_of(const char *text)
{
    int64_t decimals;

    return text != NULL && number_read_integer(text, strlen(text), 0, 15, &decimals) ? (int)decimals
                                                                                     : PX_END;
}

/* Units, and the flow that the contents name ("Exports, 1000 EUR") if no variable is one. */
static void add_dimensions(struct px *px)
{
    const char *contents = px_value(px, "CONTENTS");
    bool has_unit = false;

    for (size_t i = 0; i < px->keyword_count; i++)
        has_unit |= string_equal_ignoring_case(px->keywords[i].name, "UNITS");
    if (has_unit && !builder_has_dimension(&px->builder, HEADER_UNIT))
        px->unit_dimension = builder_dimension(&px->builder, HEADER_UNIT, NULL);
    if (px_value(px, "SOURCE") != NULL && !builder_has_dimension(&px->builder, HEADER_SOURCE))
        px->source_dimension = builder_dimension(&px->builder, HEADER_SOURCE, NULL);
    if (contents != NULL && header_find(contents, strlen(contents)).flow != NULL &&
        px->content == SIZE_MAX && !builder_has_dimension(&px->builder, HEADER_FLOW))
        px->flow_dimension = builder_dimension(&px->builder, HEADER_FLOW, NULL);
}

static struct observation_member member_of(struct px *px, size_t dimension, const char *text)
{
    return builder_member(&px->builder, dimension, text, strlen(text));
}

/* The member of a keyword UNITS. A word of it that may be a power of ten is told. */
static struct observation_member unit_of(struct px *px, const struct px_keyword *keyword)
{
    const char *text = keyword->values[0];
    struct unit unit;

    if (unit_read(&px->arena, text, strlen(text), &unit) && unit.unclear != NULL)
        table_warn(px->builder.table, "unit", keyword->place,
                   "'%.*s' of the unit '%.60s' is not understood and may be a power of ten; the "
                   "unit is kept as it is written",
                   (int)(unit.unclear_n <= 60 ? unit.unclear_n : utf8_floor(unit.unclear, 60)),
                   unit.unclear, text);
    return member_of(px, px->unit_dimension, text);
}

/* A description is there where the title, which lists the variables, reads badly. */
static void set_title(struct px *px)
{
    static const char *const names[] = { "DESCRIPTION", "TITLE", "CONTENTS" };

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *title = px_value(px, names[i]);

        if (title != NULL && title[0] != '\0') {
            table_set_title(px->builder.table, title, strlen(title));
            return;
        }
    }
}

static void resolve_units(struct px *px)
{
    const struct px_keyword *unit = px_find(px, "UNITS", NULL);
    const char *contents = px_value(px, "CONTENTS");

    if (px->unit_dimension != SIZE_MAX)
        px->unit = unit != NULL ? unit_of(px, unit) : member_of(px, px->unit_dimension, "");
    if (px->source_dimension != SIZE_MAX)
        px->source = member_of(px, px->source_dimension, px_value(px, "SOURCE"));
    if (px->flow_dimension != SIZE_MAX)
        px->flow = member_of(px, px->flow_dimension, header_find(contents, strlen(contents)).flow);
    set_title(px);
    px->decimals = decimals_of(px_value(px, "SHOWDECIMALS"));
    if (px->decimals == PX_END)
        px->decimals = decimals_of(px_value(px, "DECIMALS"));
}

static bool add_names(struct px *px, struct px_variable *variable)
{
    const struct px_keyword *labels = px_find_main(px, "VALUES", variable);

    for (size_t i = 0; i < variable->count && !variable->has_names; i++) {
        const char *names[] = { variable->categories[i].code, variable->categories[i].label,
                                labels != NULL && i < labels->count ? labels->values[i] : NULL };

        for (size_t k = 0; k < sizeof names / sizeof *names; k++)
            if (names[k] != NULL &&
                !string_cache_add(&variable->names, &px->arena, names[k], strlen(names[k]), i))
                return false;
    }
    variable->has_names = true;
    return true;
}

/* The member of a keyword such as PRECISION("Information","Exports"), or UNITS("Exports"), which is
 * about the variable of contents. NULL: there is none, or failed. */
static struct px_category *category_of(struct px *px, const struct px_keyword *keyword)
{
    const char *name = keyword->subkeys[1] != NULL ? keyword->subkeys[1] : keyword->subkeys[0];
    struct px_variable *variable = px->content != SIZE_MAX ? &px->variables[px->content] : NULL;
    uint64_t index;

    for (size_t i = 0; i < px->variable_count && keyword->subkeys[1] != NULL; i++)
        if (px_is_about(keyword, &px->variables[i]))
            variable = &px->variables[i];
    if (name == NULL || variable == NULL ||
        (keyword->subkeys[1] != NULL && !px_is_about(keyword, variable)) ||
        !add_names(px, variable) ||
        !string_cache_find(&variable->names, name, strlen(name), &index))
        return NULL;
    return &variable->categories[index];
}

/* The units and decimals of single members. What the language that is read says goes before. */
static void resolve_member_keywords(struct px *px)
{
    for (size_t i = 0; i < px->keyword_count && !px_failed(px); i++) {
        const struct px_keyword *keyword = &px->keywords[i];
        bool is_unit = string_equal_ignoring_case(keyword->name, "UNITS");
        bool is_read = keyword->language != NULL && px->language != NULL &&
                       string_equal_ignoring_case(keyword->language, px->language);
        struct px_category *category;

        if ((!is_unit && !string_equal_ignoring_case(keyword->name, "PRECISION")) ||
            keyword->subkeys[0] == NULL || keyword->count == 0 ||
            (keyword->language != NULL && !is_read))
            continue;
        category = category_of(px, keyword);
        if (category == NULL)
            continue;
        if (!is_unit)
            category->decimals = decimals_of(keyword->values[0]);
        else if (px->unit_dimension != SIZE_MAX && (is_read || !category->has_unit)) {
            category->unit = unit_of(px, keyword);
            category->has_unit = true;
        }
    }
}

/* What an office says of a cell of dots: "confidential" is more than "missing". */
static void resolve_symbols(struct px *px)
{
    static const char *const names[] = { "DATASYMBOLNIL", "DATASYMBOL1", "DATASYMBOL2",
                                         "DATASYMBOL3",   "DATASYMBOL4", "DATASYMBOL5",
                                         "DATASYMBOL6" };

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *text = px_value(px, names[i]);
        size_t n = text != NULL ? strlen(text) : 0;

        px->symbols[i] = text;
        px->symbol_status[i] = n > 1 ? status_find(text, n) : '\0';
        px->symbol_confidentiality[i] = n > 1 ? confidentiality_find(text, n) : '\0';
    }
}

/* All of it ------------------------------------------------------------------------------- */

static void begin(struct px *px)
{
    add_dimensions(px);
    if (!px_failed(px) && !builder_begin(&px->builder))
        fail_at(table_error(px->builder.table), SHEAF_BAD_INPUT, px->data, "%s",
                px->builder.reason);
    if (!px_failed(px) && px->period == SIZE_MAX &&
        px->builder.defaults.period.unit == SHEAF_NO_PERIOD)
        fail_at(table_error(px->builder.table), SHEAF_BAD_INPUT, px->data,
                "no variable is the time; say which one is, as in " SETTING(
                    "columns: {NAME: period}") ", or give the period of all figures");
}

void px_read_cube(struct px *px)
{
    px->period = px->part = px->content = SIZE_MAX;
    px->unit_dimension = px->source_dimension = px->flow_dimension = SIZE_MAX;
    add_variables(px, "STUB");
    px->stub_count = px->variable_count;
    add_variables(px, "HEADING");
    if (!px_failed(px) && px->variable_count == 0)
        fail_at(table_error(px->builder.table), SHEAF_BAD_INPUT, px->data,
                "neither STUB nor HEADING says which variables there are");
    for (size_t i = 0; i < px->variable_count && !px_failed(px); i++)
        resolve_role(px, i);
    settle_time(px);
    for (size_t i = 0; i < px->variable_count && !px_failed(px); i++)
        read_categories(px, &px->variables[i]);
    if (!px_failed(px))
        begin(px);
    for (size_t i = 0; i < px->variable_count && !px_failed(px); i++)
        resolve_members(px, &px->variables[i]);
    if (!px_failed(px))
        resolve_units(px);
    if (!px_failed(px))
        resolve_member_keywords(px);
    if (!px_failed(px))
        resolve_symbols(px);
}
