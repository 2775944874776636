/* sdmx_json_structure.c - reads the structures of an SDMX-JSON message: the components at each
 * level, their roles, and their values. */
#include "readers/json/sdmx_json_parts.h"

#include <string.h>

static const char *const level_keys[LEVELS] = { "dataSet", "dimensionGroup", "series",
                                                "observation" };

/* Shapes -------------------------------------------------------------------- */

/* The role in "roles" (version 2) or "role" (version 1), which is an array or a string. */
static enum header_role role_by_roles(const struct json_value *node)
{
    const struct json_value *roles = json_member(node, "roles");
    const char *text;

    if (roles == NULL)
        roles = json_member(node, "role");
    for (size_t i = 0; i == 0 || i < json_count(roles, JSON_ARRAY); i++) {
        enum header_role role = HEADER_NONE;

        text = json_text(json_is(roles, JSON_ARRAY) ? json_element(roles, i) : roles);
        if (text != NULL)
            role = header_find(text, strlen(text)).role;
        if (role != HEADER_NONE)
            return role;
    }
    return HEADER_NONE;
}

static void resolve_role(struct sdmx *sdmx, struct component *component, const char **name)
{
    *name = component->id;
    component->role = builder_role(&sdmx->builder, name);
    component->is_skipped = *name == NULL;
    if (component->role == HEADER_NONE && *name == component->id)
        component->role = role_by_roles(component->node);
    component->dimension = SIZE_MAX;
}

static void resolve_dimension(struct sdmx *sdmx, struct sdmx_json_structure *structure,
                              struct component *component)
{
    const char *name;
    int64_t position = 0;

    resolve_role(sdmx, component, &name);
    component->position =
        json_whole_number(json_member(component->node, "keyPosition"), 0, 999, &position)
            ? (size_t)position
            : structure->dimension_count;
    structure->dimension_count++;
    if (!component->is_skipped && component->role != HEADER_PERIOD &&
        component->role != HEADER_FREQUENCY)
        component->dimension = builder_dimension(&sdmx->builder, component->role, name);
}

/* Of the attributes only unit and source become dimensions; the others do not distinguish series. */
static void resolve_attribute(struct sdmx *sdmx, struct component *component)
{
    const char *name;

    resolve_role(sdmx, component, &name);
    component->is_year_start = strcmp(component->id, "REPORTING_YEAR_START_DAY") == 0;
    if (component->is_skipped || component->is_year_start)
        component->role = HEADER_NONE;
    if (component->role != HEADER_UNIT && component->role != HEADER_SOURCE)
        return;
    if (builder_has_dimension(&sdmx->builder, component->role))
        component->role = HEADER_NONE; /* there is a dimension of it */
    else
        component->dimension = builder_dimension(&sdmx->builder, component->role, name);
}

static void read_components(struct sdmx *sdmx, struct sdmx_json_structure *structure,
                            const char *kind, enum level level, struct components *components)
{
    const struct json_value *list =
        json_member(json_member(structure->node, kind), level_keys[level]);
    const struct json_path *path = json_path_kept(
        &sdmx->arena, json_path_kept(&sdmx->arena, structure->path, kind, 0), level_keys[level], 0);

    components->count = json_count(list, JSON_ARRAY);
    components->items = arena_array(&sdmx->arena, struct component, components->count);
    for (size_t i = 0; i < components->count && !sdmx_failed(sdmx); i++) {
        struct component *component = &components->items[i];

        component->node = json_element(list, i);
        component->id = json_text(json_member(component->node, "id"));
        component->values = json_member(component->node, "values");
        component->count = json_count(component->values, JSON_ARRAY);
        if (component->id == NULL)
            json_fail(&sdmx->json, json_path_kept(&sdmx->arena, path, NULL, i),
                      "a component with an id is expected");
    }
}

/* Reads the components at each level and the roles of dimensions. The roles of attributes are read
 * later, as a unit or source is skipped if any structure has a dimension of it. */
static void read_structure(struct sdmx *sdmx, struct sdmx_json_structure *structure)
{
    for (enum level level = 0; level < LEVELS && !sdmx_failed(sdmx); level++) {
        struct components *dimensions = &structure->dimensions[level];

        if (level != LEVEL_GROUP) /* groups have only attributes */
            read_components(sdmx, structure, "dimensions", level, dimensions);
        read_components(sdmx, structure, "attributes", level, &structure->attributes[level]);
        for (size_t i = 0; i < dimensions->count && !sdmx_failed(sdmx); i++)
            resolve_dimension(sdmx, structure, &dimensions->items[i]);
    }
    read_components(sdmx, structure, "measures", LEVEL_OBSERVATION, &structure->measures);
}

static void read_attributes(struct sdmx *sdmx, struct sdmx_json_structure *structure)
{
    for (enum level level = 0; level < LEVELS; level++)
        for (size_t i = 0; i < structure->attributes[level].count && !sdmx_failed(sdmx); i++)
            resolve_attribute(sdmx, &structure->attributes[level].items[i]);
}

const char *sdmx_value_text(const struct json_value *value)
{
    const char *text = json_text(json_member(value, "id"));

    if (text == NULL)
        text = json_word(json_member(value, "value"));
    if (text == NULL)
        text = json_word(json_element(json_member(value, "values"), 0));
    if (text == NULL)
        text = json_text(json_member(value, "name"));
    return text;
}

/* The name of a value. If there are only names by language, English is preferred. */
static const char *value_name(const struct json_value *value)
{
    const struct json_value *names = json_member(value, "names");
    const char *name = json_text(json_member(value, "name"));

    if (name == NULL)
        name = json_text(json_member(names, "en"));
    if (name == NULL && json_count(names, JSON_OBJECT) > 0)
        name = json_text(&names->items[0]);
    return name;
}

static void resolve_meaning(struct sdmx *sdmx, struct component *component, size_t i,
                            const struct json_path *path)
{
    const struct json_value *value = json_element(component->values, i);
    const char *text = sdmx_value_text(value), *name = value_name(value);
    struct component_value *meaning = &component->meanings[i];

    if (text == NULL) {
        json_fail(&sdmx->json, path, "a value with an id, a value or a name is expected");
        return;
    }
    builder_clear(&sdmx->builder, 1);
    if (component->dimension != SIZE_MAX) {
        meaning->member = builder_category(&sdmx->builder, component->dimension, text, name);
    } else if (component->role == HEADER_PERIOD && !component->is_skipped) {
        if (!builder_period(&sdmx->builder, text, strlen(text)) &&
            (name == NULL || !sheaf_period_read(name, strlen(name), &sdmx->builder.row.period)))
            json_fail_refused(&sdmx->json, path, &sdmx->builder);
        meaning->period = sdmx->builder.row.period;
    }
}

static void resolve_meanings(struct sdmx *sdmx, struct sdmx_json_structure *structure,
                             enum level level)
{
    const struct json_path *dimensions =
        json_path_kept(&sdmx->arena, structure->path, "dimensions", 0);
    const struct json_path *list = json_path_kept(&sdmx->arena, dimensions, level_keys[level], 0);

    for (size_t i = 0; i < structure->dimensions[level].count && !sdmx_failed(sdmx); i++) {
        struct component *component = &structure->dimensions[level].items[i];
        const struct json_path *path = json_path_kept(&sdmx->arena, list, NULL, i);
        const struct json_path values = { path, "values", 0 };

        component->meanings = arena_array(&sdmx->arena, struct component_value, component->count);
        if (level == LEVEL_DATA_SET && component->count != 1)
            json_fail(&sdmx->json, path, "one value is expected at the level of data sets, not %zu",
                      component->count);
        for (size_t k = 0; k < component->count && !sdmx_failed(sdmx); k++)
            resolve_meaning(sdmx, component, k, &(struct json_path){ &values, NULL, k });
    }
}

static void resolve_measures(struct sdmx *sdmx, struct sdmx_json_structure *structure)
{
    size_t count = structure->measures.count;

    structure->measure_members = arena_array(&sdmx->arena, struct component_value, count);
    for (size_t i = 0; i < count && sdmx->measure_dimension != SIZE_MAX && !sdmx_failed(sdmx); i++)
        structure->measure_members[i].member = builder_member_as_is(
            &sdmx->builder, sdmx->measure_dimension, structure->measures.items[i].id,
            strlen(structure->measures.items[i].id));
}

/* All of them ----------------------------------------------------------------- */

/* Several measures become members of the dimension indicator, or of "measure" if there is an
 * indicator already. */
static void add_measure_dimension(struct sdmx *sdmx)
{
    size_t max = 0;

    for (size_t i = 0; i < sdmx->count; i++)
        if (sdmx->structures[i].measures.count > max)
            max = sdmx->structures[i].measures.count;
    sdmx->measure_dimension = SIZE_MAX;
    if (max > 1 && builder_has_dimension(&sdmx->builder, HEADER_INDICATOR))
        sdmx->measure_dimension = builder_dimension(&sdmx->builder, HEADER_NONE, "measure");
    else if (max > 1)
        sdmx->measure_dimension = builder_dimension(&sdmx->builder, HEADER_INDICATOR, NULL);
}

/* The name of a lone structure is that of its dataflow or data structure. */
static void set_title(struct sdmx *sdmx)
{
    const char *title = sdmx->count == 1 ? value_name(sdmx->structures[0].node) : NULL;

    if (title != NULL)
        table_set_title(sdmx->builder.table, title, strlen(title));
}

void sdmx_find_structures(struct sdmx *sdmx, const struct json_value *data)
{
    const struct json_value *list = json_member(data, "structures");
    const struct json_value *single = json_member(data, "structure");
    const struct json_path *path = json_path_kept(
        &sdmx->arena, sdmx->data, json_is(list, JSON_ARRAY) ? "structures" : "structure", 0);

    sdmx->count = json_is(list, JSON_ARRAY)      ? json_count(list, JSON_ARRAY)
                  : json_is(single, JSON_OBJECT) ? 1
                                                 : 0;
    sdmx->structures = arena_array(&sdmx->arena, struct sdmx_json_structure, sdmx->count);
    if (sdmx->count == 0)
        json_fail(&sdmx->json, sdmx->data, "there is no structure that says what the data are");
    for (size_t i = 0; i < sdmx->count && !sdmx_failed(sdmx); i++) {
        sdmx->structures[i].node = json_is(list, JSON_ARRAY) ? json_element(list, i) : single;
        sdmx->structures[i].path =
            json_is(list, JSON_ARRAY) ? json_path_kept(&sdmx->arena, path, NULL, i) : path;
        read_structure(sdmx, &sdmx->structures[i]);
    }
    for (size_t i = 0; i < sdmx->count && !sdmx_failed(sdmx); i++)
        read_attributes(sdmx, &sdmx->structures[i]);
    if (!sdmx_failed(sdmx))
        add_measure_dimension(sdmx);
    if (!sdmx_failed(sdmx))
        set_title(sdmx);
}

void sdmx_resolve_structures(struct sdmx *sdmx)
{
    for (size_t i = 0; i < sdmx->count && !sdmx_failed(sdmx); i++) {
        for (enum level level = 0; level < LEVELS && !sdmx_failed(sdmx); level++)
            resolve_meanings(sdmx, &sdmx->structures[i], level);
        resolve_measures(sdmx, &sdmx->structures[i]);
    }
}
