/* observation_builder_members.c - the dimensions of observations, and their members by their
 * canonical names. */
#include "readers/observation_builder_parts.h"

#include <string.h>

#include "readers/country_evidence.h"
#include "readers/members.h"
#include "readers/options.h"
#include "vocabulary/country_codes.h"

typedef size_t add_to_table(sheaf_table *table, const char *name, size_t n);

static size_t add_dimension(struct observation_builder *builder, enum header_role role,
                            const char *name, add_to_table *add)
{
    char *own = arena_string(
        &builder->arena, role != HEADER_NONE && is_dimension(role) ? header_role_name(role) : name);
    size_t dimension;

    if (own == NULL || failed(builder))
        return SIZE_MAX;
    for (char *at = own; *at != '\0'; at++)
        if (*at >= 'A' && *at <= 'Z')
            *at = (char)(*at - 'A' + 'a');
    dimension = add(builder->table, own, strlen(own));
    if (dimension == SIZE_MAX || dimension < builder->count)
        return dimension;
    if (!memory_grow(table_alloc(builder->table), table_error(builder->table), &builder->roles,
                     &builder->capacity, dimension + 1, sizeof *builder->roles) ||
        !memory_grow(table_alloc(builder->table), table_error(builder->table), &builder->countries,
                     &builder->country_capacity, dimension + 1, sizeof *builder->countries))
        return SIZE_MAX;
    builder->countries[dimension] = (struct country_column){ .has_na = false };
    builder->roles[dimension] = is_dimension(role) ? role : HEADER_NONE;
    builder->count = dimension + 1;
    return dimension;
}

size_t builder_dimension(struct observation_builder *builder, enum header_role role,
                         const char *name)
{
    return add_dimension(builder, role, name, table_add_dimension);
}

static bool is_constant(const struct observation_builder *builder, size_t dimension)
{
    const sheaf_read_options *options = table_options(builder->table);

    for (size_t i = 0; i < options->n_constants; i++)
        if (strcmp(options->constants[i].dimension,
                   table_dimension_name(builder->table, dimension)) == 0)
            return true;
    return false;
}

/* A copy of members with room for one more. */
static uint32_t *widened(struct observation_builder *builder, const uint32_t *members, size_t n,
                         uint32_t last)
{
    uint32_t *copy = arena_array(&builder->arena, uint32_t, n + 1);

    if (copy == NULL)
        return NULL;
    if (n > 0)
        memcpy(copy, members, n * sizeof *copy);
    copy[n] = last;
    return copy;
}

size_t builder_late_dimension(struct observation_builder *builder, enum header_role role,
                              const char *name)
{
    size_t count = builder->count, dimension;
    uint32_t none;

    if (builder->members == NULL) /* builder_begin was not called */
        return builder_dimension(builder, role, name);
    dimension = add_dimension(builder, role, name, table_add_late_dimension);
    if (dimension == SIZE_MAX)
        return dimension;
    if (dimension < count) {
        if (!is_constant(builder, dimension))
            return dimension;
        builder_refuse_doubled(builder, table_dimension_name(builder->table, dimension));
        return SIZE_MAX;
    }
    none = builder_member_as_is(builder, dimension, "", 0).number;
    builder->members = widened(builder, builder->members, count, none);
    builder->default_members = widened(builder, builder->default_members, count, none);
    return failed(builder) ? SIZE_MAX : dimension;
}

bool builder_has_dimension(const struct observation_builder *builder, enum header_role role)
{
    for (size_t i = 0; i < builder->count; i++)
        if (builder->roles[i] == role)
            return true;
    return false;
}

struct observation_member builder_member_as_is(struct observation_builder *builder,
                                               size_t dimension, const char *text, size_t n)
{
    struct observation_member member = { 0, 0 };

    if (!failed(builder))
        member.number = table_intern_member(builder->table, dimension, text, n);
    return member;
}

/* Numbers of countries and flows differ from office to office. */
static bool is_number(const char *text, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (text[i] < '0' || text[i] > '9')
            return false;
    return n > 0;
}

static void warn_code(struct observation_builder *builder, const char *text, size_t n,
                      const char *what)
{
    table_warn(builder->table, "code",
               (struct place){ .file = table_name(builder->table), .line = builder->row.line },
               "'%.*s' is %s", (int)(n < 40 ? n : 40), text, what);
}

/* The flow of a text; NULL: it is kept. Numbers of flows are not the same everywhere. */
static const char *flow_of(struct observation_builder *builder, const char *text, size_t n)
{
    const char *flow = flow_find(text, n);

    if (flow == NULL || !builder->is_generic || !is_number(text, n))
        return flow;
    warn_code(builder, text, n, FLOW_NUMBER);
    return NULL;
}

/* "NA" waits as it is for builder_settle_countries. NULL: the text is the name. */
static const char *country_of(struct observation_builder *builder, size_t dimension,
                              const char *text, size_t n)
{
    struct country_column *column = &builder->countries[dimension];

    if (country_is_na(text, n)) {
        column->na_line = column->has_na ? column->na_line : builder->row.line;
        column->has_na = true;
        return "NA";
    }
    if (country_is_missing(text, n)) {
        warn_code(builder, text, n, COUNTRY_WORD_IS_MISSING);
        return COUNTRY_MISSING;
    }
    country_evidence_add(&column->evidence, text, n);
    if (column->word[0] == '\0' && country_is_word(text, n)) {
        memcpy(column->word, text, 2);
        column->word_line = builder->row.line;
    }
    if (builder->is_generic && is_number(text, n) && !country_number_is_known(text, n))
        warn_code(builder, text, n, COUNTRY_NUMBER);
    return country_find(text, n);
}

struct observation_member builder_member(struct observation_builder *builder, size_t dimension,
                                         const char *text, size_t n)
{
    enum header_role role = builder->roles[dimension];
    const char *canonical = NULL;
    struct unit unit = { .name = NULL };
    struct observation_member member;

    for (; n > 0 && (*text == ' ' || *text == '\t'); n--)
        text++;
    while (n > 0 && (text[n - 1] == ' ' || text[n - 1] == '\t'))
        n--;
    if (n > 0 && (role == HEADER_REPORTER || role == HEADER_PARTNER))
        canonical = country_of(builder, dimension, text, n);
    else if (n > 0 && role == HEADER_FLOW)
        canonical = flow_of(builder, text, n);
    else if (n > 0 && role == HEADER_UNIT && unit_read(&builder->arena, text, n, &unit))
        canonical = unit.name;
    member = canonical != NULL
                 ? builder_member_as_is(builder, dimension, canonical, strlen(canonical))
                 : builder_member_as_is(builder, dimension, text, n);
    if (canonical != NULL && strcmp(canonical, COUNTRY_MISSING) == 0 && !failed(builder))
        table_name_member(builder->table, dimension, member.number, text, n); /* as it is written */
    member.power = unit.multiplier;
    if (canonical != NULL && strcmp(canonical, "NA") == 0)
        builder->countries[dimension].na = member.number;
    return member;
}

/* Where nothing tells a column's codes, those of a named format are taken for alpha-2. */
static void settle_na(struct observation_builder *builder, size_t dimension)
{
    const struct country_column *column = &builder->countries[dimension];
    bool is_namibia = builder->is_generic ? country_evidence_is_pairs(&column->evidence)
                                          : !country_evidence_is_others(&column->evidence);

    builder->row.line = column->na_line;
    if (is_namibia) {
        table_replace_member(builder->table, dimension, column->na, "NAM");
        return;
    }
    warn_code(builder, "NA", 2, COUNTRY_NA_IS_MISSING);
    if (!table_replace_member(builder->table, dimension, column->na, COUNTRY_MISSING))
        table_replace_member(builder->table, dimension, column->na, "_U");
    table_name_member(builder->table, dimension, column->na, "NA", 2);
}

void builder_settle_countries(struct observation_builder *builder)
{
    for (size_t i = 0; i < builder->count && !failed(builder); i++) {
        const struct country_column *column = &builder->countries[i];

        if (column->has_na)
            settle_na(builder, i);
        if (column->word[0] != '\0' && country_evidence_is_others(&column->evidence)) {
            builder->row.line = column->word_line;
            warn_code(builder, column->word, 2, COUNTRY_WORD_AMONG_OTHERS);
        }
    }
}

static const char *known_word(enum header_role role, const char *text)
{
    if (text == NULL)
        return NULL;
    return role == HEADER_FLOW ? flow_find(text, strlen(text)) : country_find(text, strlen(text));
}

/* A numeric code is not looked up if there is a label: "1" may be a province as well as a flow. NA
 * beside a label that is no country is a mark of a missing one. */
static const char *known_category(enum header_role role, const char *code, const char *label)
{
    bool is_number = code[strspn(code, "0123456789")] == '\0';
    const char *of_label = known_word(role, label);

    if (label != NULL && role != HEADER_FLOW && country_is_na(code, strlen(code)))
        return of_label == NULL ? COUNTRY_MISSING : strcmp(code, label) == 0 ? code : of_label;
    if ((!is_number || label == NULL) && known_word(role, code) != NULL)
        return code;
    return of_label;
}

/* The label of a code that is not a known unit: "Million euro" rather than "MIO_EUR_SA". */
static const char *unit_of_category(struct observation_builder *builder, const char *code,
                                    const char *label)
{
    size_t n = strlen(code);
    struct unit unit;
    bool is_known = n == 3 || (unit_read(&builder->arena, code, n, &unit) &&
                               (unit.multiplier != 0 || strcmp(unit.name, code) != 0));

    return is_known || label == NULL ? code : label;
}

struct observation_member builder_category(struct observation_builder *builder, size_t dimension,
                                           const char *code, const char *label)
{
    enum header_role role = builder->roles[dimension];
    const char *known = NULL;
    struct observation_member member;

    if (role == HEADER_UNIT)
        known = unit_of_category(builder, code, label);
    else if (role == HEADER_REPORTER || role == HEADER_PARTNER || role == HEADER_FLOW)
        known = known_category(role, code, label);
    member = known != NULL ? builder_member(builder, dimension, known, strlen(known))
                           : builder_member_as_is(builder, dimension, code, strlen(code));
    if (label != NULL && role != HEADER_UNIT && !failed(builder))
        table_name_member(builder->table, dimension, member.number, label, strlen(label));
    return member;
}
