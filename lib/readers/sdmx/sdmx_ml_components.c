/* sdmx_ml_components.c - the components of SDMX-ML messages: which are dimensions, and what roles
 * they have.
 *
 * A structure-specific message does not tell dimensions from attributes: <Series FREQ="A"
 * UNIT_MULT="6">. Every series has all dimensions, so what the first series of a data set lacks is
 * an attribute. So are the concepts that SDMX and its large users have as attributes only, and
 * values that are no codes. What remains counts as a dimension: an attribute too many splits
 * one series, a dimension too few would mix up what is not. */
#include "readers/sdmx/sdmx_ml_parts.h"

#include <string.h>

#include "readers/options.h"

/* Attributes among SDMX's cross-domain concepts and those of the ECB, Eurostat, the IMF, the OECD
 * and the BIS, which are codes or may be. */
static const char *const attributes_only[] = {
    "TITLE",
    "TITLE_COMPL",
    "NAT_TITLE",
    "COMPILATION",
    "COVERAGE",
    "COLLECTION",
    "COLLECTION_DETAIL",
    "TIME_FORMAT",
    "TIME_PER_COLLECT",
    "AVAILABILITY",
    "DOM_SER_IDS",
    "BREAKS",
    "PUBL_ECB",
    "PUBL_MU",
    "PUBL_PUBLIC",
    "UNIT_INDEX_BASE",
    "COMMENT",
    "COMMENT_OBS",
    "COMMENT_TS",
    "COMMENT_DSET",
    "OBS_COM",
    "OBS_COMMENT",
    "OBS_PRE_BREAK",
    "PRE_BREAK_VALUE",
    "BASE_PER",
    "BASE_PERIOD",
    "REF_PERIOD",
    "REF_PERIOD_DETAIL",
    "EMBARGO_TIME",
    "EMBARGO_DATE",
    "LAST_UPDATE",
    "DISS_ORG",
    "DATA_COMP",
    "SOURCE_AGENCY",
    "SOURCE_PUB",
    "SOURCE_REF",
    "SOURCE_AGENCY_2",
    "METHOD_REF",
    "METHOD_AGENCY",
    "METHOD_PUB",
    "CURRENCY_BASE",
    "ADJUST_DETAIL",
    "COMPILING_ORG",
    "DATA_PROVIDER",
    "REPYEARSTART",
    "REPYEAREND",
    "TIME_PERIOD_START",
    "TIME_PERIOD_END",
    "REF_YEAR_PRICE",
    "UNIT_DETAIL",
    "CONTACT",
    "UPDATE",
    "OBS_NOTE",
    "SERIES_CODE",
    "METHODOLOGY",
};

void sdmx_level_clear(struct sdmx_level *level)
{
    level->count = 0;
    buffer_clear(&level->texts);
}

/* Values ---------------------------------------------------------------------------- */

/* True for what SDMX allows as the id of a code. */
static bool is_code(const char *text)
{
    size_t n = strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_@$-.:");

    return text[n] == '\0' || (n == 0 && text[0] == '*');
}

static size_t find_component(struct sdmx_ml *ml, const char *id)
{
    for (size_t i = 0; i < ml->component_count; i++)
        if (sdmx_is(ml->components[i].id, id))
            return i;
    if (ml->component_count == SDMX_COMPONENTS) {
        sdmx_ml_fail(ml, "more than %d different components; no data structure has so many",
                     SDMX_COMPONENTS);
        return SIZE_MAX;
    }
    if (!memory_grow(table_alloc(ml->builder.table), table_error(ml->builder.table),
                     &ml->components, &ml->component_capacity, ml->component_count + 1,
                     sizeof *ml->components))
        return SIZE_MAX;
    ml->components[ml->component_count] =
        (struct sdmx_component){ .id = arena_string(&ml->arena, id),
                                 .is_year_start = sdmx_is(id, "REPORTING_YEAR_START_DAY"),
                                 .dimension = SIZE_MAX,
                                 .data_set = SIZE_MAX };
    if (ml->components[ml->component_count].id == NULL)
        return SIZE_MAX;
    ml->unresolved++;
    return ml->component_count++;
}

/* A component of an earlier data set may have another use in this one. */
static void note_use(struct sdmx_ml *ml, struct sdmx_component *component, enum sdmx_use use,
                     const char *text)
{
    if (ml->at == AT_GROUP && use == USE_EITHER)
        use = USE_ATTRIBUTE; /* series decide */
    else if (use == USE_EITHER && !ml->is_first_series && component->data_set != ml->data_set)
        use = USE_ATTRIBUTE;
    if (ml->at != AT_GROUP)
        component->data_set = ml->data_set;
    component->is_prose |= !is_code(text);
    if (use <= component->use)
        return;
    component->use = use;
    component->is_key |= component->is_resolved && component->dimension != SIZE_MAX;
    if (component->is_resolved && component->dimension == SIZE_MAX) {
        component->is_resolved = false;
        ml->unresolved++;
    }
}

void sdmx_ml_put(struct sdmx_ml *ml, const char *id, enum sdmx_use use, const char *text)
{
    struct sdmx_level *level = &ml->levels[ml->at];
    size_t component = find_component(ml, id), n = strlen(text);

    if (component == SIZE_MAX ||
        !memory_grow(table_alloc(ml->builder.table), table_error(ml->builder.table), &level->values,
                     &level->capacity, level->count + 1, sizeof *level->values))
        return;
    note_use(ml, &ml->components[component], use, text);
    level->values[level->count++] =
        (struct sdmx_value){ .component = component, .text = level->texts.length, .n = n };
    buffer_put(&level->texts, text, n + 1);
}

/* Roles ----------------------------------------------------------------------------- */

static bool is_listed(const char *id)
{
    for (size_t i = 0; i < sizeof attributes_only / sizeof *attributes_only; i++)
        if (sdmx_is(id, attributes_only[i]))
            return true;
    return false;
}

/* True if another component of this data set is already that dimension. */
static bool is_taken(const struct sdmx_ml *ml, const struct sdmx_component *component,
                     enum header_role role)
{
    for (size_t i = 0; i < ml->component_count; i++) {
        const struct sdmx_component *other = &ml->components[i];

        if (other != component && other->is_resolved && other->dimension != SIZE_MAX &&
            other->role == role && other->data_set == component->data_set)
            return true;
    }
    return false;
}

static bool becomes_dimension(const struct sdmx_ml *ml, const struct sdmx_component *component)
{
    if (component->is_year_start)
        return false;
    if (component->use == USE_ATTRIBUTE && component->role != HEADER_UNIT &&
        component->role != HEADER_SOURCE)
        return false;
    if (component->use == USE_ATTRIBUTE)
        return !builder_has_dimension(&ml->builder, component->role) ||
               !is_taken(ml, component, component->role);
    if (component->role != HEADER_NONE)
        return true;
    return component->use == USE_DIMENSION || (!component->is_prose && !is_listed(component->id));
}

/* The role of an id as SDMX has it: a word such as "reference period" may be in the name of what is
 * only an attribute. */
static enum header_role role_of(const struct sdmx_component *component, enum header_role found,
                                bool is_from_options)
{
    if (is_from_options)
        return found;
    /* The ECB's names of CONF_STATUS. */
    if (sdmx_is(component->id, "OBS_CONF") || sdmx_is(component->id, "CONF_STATUS_OBS"))
        return HEADER_CONFIDENTIALITY;
    switch (found) {
    case HEADER_PERIOD:
    case HEADER_YEAR:
    case HEADER_MONTH:
    case HEADER_QUARTER:
        return component->use == USE_DIMENSION || sdmx_is(component->id, "TIME_PERIOD") ||
                       sdmx_is(component->id, "TIME")
                   ? HEADER_PERIOD
                   : HEADER_NONE;
    case HEADER_VALUE:
        return sdmx_is(component->id, "OBS_VALUE") ? HEADER_VALUE : HEADER_NONE;
    case HEADER_GROWTH:
        return HEADER_NONE;
    default:
        return found;
    }
}

static void resolve(struct sdmx_ml *ml, struct sdmx_component *component)
{
    const char *name = component->id;
    enum header_role found = builder_role(&ml->builder, &name);
    bool is_from_options = false;

    component->is_resolved = true;
    ml->unresolved--;
    for (size_t i = 0; i < table_options(ml->builder.table)->n_columns; i++) {
        const char *header = table_options(ml->builder.table)->columns[i].header;

        is_from_options |= header != NULL && sdmx_is(header, component->id);
    }
    if (name == NULL) {
        component->role = HEADER_NONE;
        return;
    }
    component->role = role_of(component, found, is_from_options);
    component->is_key = component->use != USE_ATTRIBUTE &&
                        (component->role == HEADER_FREQUENCY || component->role == HEADER_PERIOD);
    if (component->role != HEADER_NONE && component->role < HEADER_REPORTER)
        return;
    if (is_from_options && component->use == USE_ATTRIBUTE) /* a column that the author names */
        component->use = USE_EITHER;
    if (!becomes_dimension(ml, component)) {
        component->role = HEADER_NONE;
        return;
    }
    if (component->role != HEADER_NONE && is_taken(ml, component, component->role)) {
        component->role = HEADER_NONE;
        name = component->id;
    }
    component->is_key = component->use != USE_ATTRIBUTE;
    component->dimension = builder_late_dimension(
        &ml->builder, component->role,
        component->role == HEADER_NONE && !is_from_options ? component->id : name);
    if (component->dimension == SIZE_MAX)
        sdmx_ml_fail(ml, "%s", ml->builder.reason);
    else if (!ml->has_begun) /* the member of rows without one comes first, as in other readers */
        builder_member_as_is(&ml->builder, component->dimension, "", 0);
}

static bool has_several_measures(const struct sdmx_ml *ml)
{
    const sheaf_read_options *options = table_options(ml->builder.table);
    size_t count = 0;

    for (size_t i = 0; i < options->n_columns; i++)
        count += options->columns[i].role != NULL &&
                 header_role_named(options->columns[i].role) == HEADER_VALUE;
    return count > 1;
}

/* Several measures are members of the dimension indicator, or of "measure". */
static void add_measure_dimension(struct sdmx_ml *ml)
{
    bool has_indicator = builder_has_dimension(&ml->builder, HEADER_INDICATOR);

    if (has_several_measures(ml))
        ml->measure_dimension =
            builder_dimension(&ml->builder, has_indicator ? HEADER_NONE : HEADER_INDICATOR,
                              has_indicator ? "measure" : NULL);
}

/* Resolves the components of a level that are used so. */
static void resolve_level(struct sdmx_ml *ml, enum sdmx_level_name at, enum sdmx_use use)
{
    const struct sdmx_level *level = &ml->levels[at];

    for (size_t i = 0; i < level->count && !sdmx_ml_failed(ml); i++) {
        struct sdmx_component *component = &ml->components[level->values[i].component];

        if (!component->is_resolved && component->use == use)
            resolve(ml, component);
    }
}

/* The dimensions of series in their order, those of observations, then attributes. */
void sdmx_ml_resolve(struct sdmx_ml *ml)
{
    resolve_level(ml, AT_SERIES, USE_DIMENSION);
    resolve_level(ml, AT_SERIES, USE_EITHER);
    for (enum sdmx_use use = USE_DIMENSION + 1; use-- > 0 && ml->unresolved > 0;)
        for (size_t i = 0; i < ml->component_count && !sdmx_ml_failed(ml); i++)
            if (!ml->components[i].is_resolved && ml->components[i].use == use)
                resolve(ml, &ml->components[i]);
    if (ml->has_begun || sdmx_ml_failed(ml))
        return;
    add_measure_dimension(ml);
    ml->has_begun = true;
    if (!sdmx_ml_failed(ml) && !builder_begin(&ml->builder))
        sdmx_ml_fail(ml, "%s", ml->builder.reason);
}
