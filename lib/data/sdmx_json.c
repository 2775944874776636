/* sdmx_json.c - reads SDMX-JSON data messages: version 2 (data.structures), version 1
 * (data.structure) and what went before it (both at the root).
 *
 * The structure lists the components (dimensions, measures, attributes) by the level that they
 * are presented at; data sets hold places in these lists: "0:2": {"observations": {"5":
 * [12.5, 0]}} is the first value of the first series dimension, the third of the second, the
 * sixth of the observation's dimension, a measure, and the first value of an attribute. A
 * component without a list of values has its values written out. See the field guide at
 * github.com/sdmx-twg/sdmx-json. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "base/strings.h"
#include "data/json.h"
#include "data/reader.h"

enum level { LEVEL_DATA_SET, LEVEL_GROUP, LEVEL_SERIES, LEVEL_OBSERVATION, LEVELS };

static const char *const level_keys[LEVELS] = { "dataSet", "dimensionGroup", "series",
                                                "observation" };

struct component_value {
    struct entry_member member;
    sheaf_period period;
};

struct component {
    const char *id;
    const json_t *node, *values; /* values: NULL when there is no list */
    enum column_role role;       /* ROLE_NONE for an attribute: passed over */
    bool passed;
    size_t dimension;                 /* of the table, SIZE_MAX: none */
    size_t position;                  /* of a dimension, in the keys of groups */
    size_t place;                     /* of a dimension, in the observation being read */
    size_t count;                     /* of values */
    struct component_value *meanings; /* of a dimension's values */
};

struct components {
    struct component *items;
    size_t count;
};

struct structure {
    const struct json_path *path;
    const json_t *node;
    struct components dimensions[LEVELS], attributes[LEVELS], measures;
    size_t dimension_count;
    struct component_value *measure_members; /* when there are several */
};

enum { MOST_PATTERNS = 16 };

struct sdmx {
    struct json json;
    struct entry entry;
    struct arena arena;
    const struct json_path *data; /* NULL: the root */
    struct structure *structures;
    size_t count;
    size_t measure_dimension; /* SIZE_MAX: one measure only */
    size_t line;              /* of the latest number */
    /* Keys of groups of attributes, one for each choice of dimensions. */
    const char *patterns[MOST_PATTERNS];
    size_t pattern_count;
};

static bool failed(const struct sdmx *sdmx)
{
    return sheaf_table_status(sdmx->entry.table) != SHEAF_OK;
}

static bool has_data_sets(const char *bytes, size_t n)
{
    return json_begins_with_member(bytes, n, "dataSets", NULL) ||
           json_begins_with_member(bytes, n, "structures", NULL);
}

static bool recognises(const char *bytes, size_t n)
{
    struct json_span data;

    return has_data_sets(bytes, n) ||
           (json_begins_with_member(bytes, n, "data", &data) &&
            (has_data_sets(data.at, n - (size_t)(data.at - bytes)) ||
             json_begins_with_member(data.at, n - (size_t)(data.at - bytes), "structure", NULL)));
}

static struct json_path *path_to(struct sdmx *sdmx, const struct json_path *up, const char *key,
                                 size_t index)
{
    struct json_path *path = arena_new(&sdmx->arena, struct json_path);

    if (path != NULL)
        *path = (struct json_path){ up, key, index };
    return path;
}

/* Structures ---------------------------------------------------------------- */

/* "roles" in version 2, "role" in version 1, a list or a text. */
static enum column_role role_by_roles(const json_t *node)
{
    const json_t *roles = json_object_get(node, "roles");
    const char *text;

    if (roles == NULL)
        roles = json_object_get(node, "role");
    for (size_t i = 0; i == 0 || i < json_array_size(roles); i++) {
        enum column_role role = ROLE_NONE;

        text = json_text(json_is_array(roles) ? json_array_get(roles, i) : roles);
        if (text != NULL)
            role = head_find(text, strlen(text)).role;
        if (role != ROLE_NONE)
            return role;
    }
    return ROLE_NONE;
}

static void settle_role(struct sdmx *sdmx, struct component *component, const char **name)
{
    *name = component->id;
    component->role = entry_role(&sdmx->entry, name);
    component->passed = *name == NULL;
    if (component->role == ROLE_NONE && *name == component->id)
        component->role = role_by_roles(component->node);
    component->dimension = SIZE_MAX;
}

static void settle_dimension(struct sdmx *sdmx, struct structure *structure,
                             struct component *component)
{
    const char *name;
    int64_t position = 0;

    settle_role(sdmx, component, &name);
    component->position =
        json_whole_number(json_object_get(component->node, "keyPosition"), 0, 999, &position)
            ? (size_t)position
            : structure->dimension_count;
    structure->dimension_count++;
    if (!component->passed && component->role != ROLE_PERIOD && component->role != ROLE_FREQUENCY)
        component->dimension = entry_dimension(&sdmx->entry, component->role, name);
}

/* Attributes tell nothing apart, but the unit and the source. */
static void settle_attribute(struct sdmx *sdmx, struct component *component)
{
    const char *name;

    settle_role(sdmx, component, &name);
    if (component->passed)
        component->role = ROLE_NONE;
    if (component->role != ROLE_UNIT && component->role != ROLE_SOURCE)
        return;
    if (entry_has_dimension(&sdmx->entry, component->role))
        component->role = ROLE_NONE; /* a dimension says it */
    else
        component->dimension = entry_dimension(&sdmx->entry, component->role, name);
}

static void read_components(struct sdmx *sdmx, struct structure *structure, const char *kind,
                            enum level level, struct components *components)
{
    const json_t *list = json_object_get(json_object_get(structure->node, kind), level_keys[level]);
    const struct json_path *path =
        path_to(sdmx, path_to(sdmx, structure->path, kind, 0), level_keys[level], 0);

    components->count = json_array_size(list);
    components->items = arena_array(&sdmx->arena, struct component, components->count);
    for (size_t i = 0; i < components->count && !failed(sdmx); i++) {
        struct component *component = &components->items[i];

        component->node = json_array_get(list, i);
        component->id = json_text(json_object_get(component->node, "id"));
        component->values = json_object_get(component->node, "values");
        component->count = json_array_size(component->values);
        if (component->id == NULL)
            json_fail(&sdmx->json, path_to(sdmx, path, NULL, i),
                      "a component with an id is expected");
    }
}

/* The shape: what there is at which level. Units and sources of attributes come after all
 * dimensions. */
static void read_structure(struct sdmx *sdmx, struct structure *structure)
{
    for (enum level level = 0; level < LEVELS && !failed(sdmx); level++) {
        struct components *dimensions = &structure->dimensions[level];

        if (level != LEVEL_GROUP) /* only attributes are there */
            read_components(sdmx, structure, "dimensions", level, dimensions);
        read_components(sdmx, structure, "attributes", level, &structure->attributes[level]);
        for (size_t i = 0; i < dimensions->count && !failed(sdmx); i++)
            settle_dimension(sdmx, structure, &dimensions->items[i]);
    }
    read_components(sdmx, structure, "measures", LEVEL_OBSERVATION, &structure->measures);
}

static void read_attributes(struct sdmx *sdmx, struct structure *structure)
{
    for (enum level level = 0; level < LEVELS; level++)
        for (size_t i = 0; i < structure->attributes[level].count && !failed(sdmx); i++)
            settle_attribute(sdmx, &structure->attributes[level].items[i]);
}

/* The text of one of a component's values: a code, or a value that is written out. */
static const char *value_text(const json_t *value)
{
    const char *text = json_text(json_object_get(value, "id"));

    if (text == NULL)
        text = json_word(json_object_get(value, "value"));
    if (text == NULL)
        text = json_word(json_array_get(json_object_get(value, "values"), 0));
    if (text == NULL)
        text = json_text(json_object_get(value, "name"));
    return text;
}

static void settle_meaning(struct sdmx *sdmx, struct component *component, size_t i,
                           const struct json_path *path)
{
    const json_t *value = json_array_get(component->values, i);
    const char *text = value_text(value), *name = json_text(json_object_get(value, "name"));
    struct component_value *meaning = &component->meanings[i];

    if (text == NULL) {
        json_fail(&sdmx->json, path, "a value with an id, a value or a name is expected");
        return;
    }
    entry_clear(&sdmx->entry, 1);
    if (component->dimension != SIZE_MAX) {
        meaning->member = entry_category(&sdmx->entry, component->dimension, text, name);
    } else if (component->role == ROLE_PERIOD && !component->passed) {
        if (!entry_period(&sdmx->entry, text, strlen(text)) &&
            (name == NULL || !sheaf_period_read(name, strlen(name), &sdmx->entry.row.period)))
            json_fail_entry(&sdmx->json, path, &sdmx->entry);
        meaning->period = sdmx->entry.row.period;
    }
}

static void settle_meanings(struct sdmx *sdmx, struct structure *structure, enum level level)
{
    const struct json_path *dimensions = path_to(sdmx, structure->path, "dimensions", 0);
    const struct json_path *list = path_to(sdmx, dimensions, level_keys[level], 0);

    for (size_t i = 0; i < structure->dimensions[level].count && !failed(sdmx); i++) {
        struct component *component = &structure->dimensions[level].items[i];
        const struct json_path *path = path_to(sdmx, list, NULL, i);
        const struct json_path values = { path, "values", 0 };

        component->meanings = arena_array(&sdmx->arena, struct component_value, component->count);
        if (level == LEVEL_DATA_SET && component->count != 1)
            json_fail(&sdmx->json, path, "one value is expected at the level of data sets, not %zu",
                      component->count);
        for (size_t k = 0; k < component->count && !failed(sdmx); k++)
            settle_meaning(sdmx, component, k, &(struct json_path){ &values, NULL, k });
    }
}

static void settle_measures(struct sdmx *sdmx, struct structure *structure)
{
    size_t count = structure->measures.count;

    structure->measure_members = arena_array(&sdmx->arena, struct component_value, count);
    for (size_t i = 0; i < count && sdmx->measure_dimension != SIZE_MAX && !failed(sdmx); i++)
        structure->measure_members[i].member = entry_member_as_is(
            &sdmx->entry, sdmx->measure_dimension, structure->measures.items[i].id,
            strlen(structure->measures.items[i].id));
}

/* Places and values --------------------------------------------------------- */

/* "0:2" as the places of a level's dimensions. */
static bool read_key(struct sdmx *sdmx, struct components *dimensions, const char *key,
                     const struct json_path *path)
{
    const char *at = key;

    for (size_t i = 0; i < dimensions->count; i++) {
        struct component *component = &dimensions->items[i];
        const char *colon = strchr(at, ':'), *end = colon != NULL ? colon : at + strlen(at);
        int64_t place;

        if ((i + 1 < dimensions->count) != (colon != NULL) ||
            !number_read_integer(at, (size_t)(end - at), 0, INT32_MAX, &place)) {
            json_fail(&sdmx->json, path, "a key of %zu places is expected: 0:1:2 for three",
                      dimensions->count);
            return false;
        }
        if ((size_t)place >= component->count) {
            json_fail(&sdmx->json, path, "'%.60s' has %zu values, and none in place %" PRId64,
                      component->id, component->count, place);
            return false;
        }
        component->place = (size_t)place;
        at = end + 1;
    }
    return true;
}

static void put_dimensions(struct sdmx *sdmx, struct structure *structure)
{
    for (enum level level = 0; level < LEVELS; level++)
        for (size_t i = 0; i < structure->dimensions[level].count; i++) {
            const struct component *component = &structure->dimensions[level].items[i];
            const struct component_value *meaning = &component->meanings[component->place];

            if (component->dimension != SIZE_MAX) {
                entry_put(&sdmx->entry, component->dimension, meaning->member);
            } else if (component->role == ROLE_PERIOD && !component->passed) {
                sdmx->entry.row.period = meaning->period;
            } else if (component->role == ROLE_FREQUENCY) {
                const char *text = value_text(json_array_get(component->values, component->place));

                entry_frequency(&sdmx->entry, text, strlen(text));
            }
        }
}

/* What an element of an array of attributes or measures says; NULL: nothing. */
static bool element_text(struct sdmx *sdmx, const struct component *component,
                         const json_t *element, const struct json_path *path, const char **text)
{
    int64_t place;

    *text = NULL;
    if (json_is_array(element)) /* several values: the first */
        element = json_array_get(element, 0);
    if (element == NULL || json_is_null(element)) {
        *text = json_word(json_object_get(component->node, "default"));
        return true;
    }
    if (component->values == NULL) {
        *text = json_word(element);
        return true;
    }
    if (!json_whole_number(element, 0, INT32_MAX, &place) || (size_t)place >= component->count) {
        json_fail(&sdmx->json, path, "a place among the %zu values of '%.60s' is expected",
                  component->count, component->id);
        return false;
    }
    *text = value_text(json_array_get(component->values, (size_t)place));
    return true;
}

static bool put_number(struct sdmx *sdmx, const char *text, bool (*put)(struct entry *, int64_t))
{
    int64_t number;

    if (number_read_integer(text, strlen(text), -1000, 1000, &number))
        return put(&sdmx->entry, number);
    snprintf(sdmx->entry.reason, sizeof sdmx->entry.reason, "'%.60s' is no whole number", text);
    return false;
}

static bool put_attribute(struct sdmx *sdmx, const struct component *component, const char *text)
{
    size_t n = strlen(text);

    if (component->dimension != SIZE_MAX) {
        entry_put(&sdmx->entry, component->dimension,
                  entry_member(&sdmx->entry, component->dimension, text, n));
        return true;
    }
    switch (component->role) {
    case ROLE_STATUS:
        return entry_status(&sdmx->entry, text, n);
    case ROLE_CONFIDENTIALITY:
        return entry_confidentiality(&sdmx->entry, text, n);
    case ROLE_MULTIPLIER:
        return put_number(sdmx, text, entry_multiplier);
    case ROLE_DECIMALS:
        return put_number(sdmx, text, entry_decimals);
    default:
        return true;
    }
}

/* list: the array that holds the attributes from element first on. */
static void put_attributes(struct sdmx *sdmx, const struct components *attributes,
                           const json_t *list, size_t first, const struct json_path *path)
{
    for (size_t i = 0; i < attributes->count && !failed(sdmx); i++) {
        const struct component *component = &attributes->items[i];
        const struct json_path at = { path, NULL, first + i };
        const char *text;

        if (component->role == ROLE_NONE ||
            !element_text(sdmx, component, json_array_get(list, first + i), &at, &text))
            continue;
        if (text != NULL && !put_attribute(sdmx, component, text))
            json_fail_entry(&sdmx->json, &at, &sdmx->entry);
    }
}

/* Groups of attributes ------------------------------------------------------ */

/* Whether both keys leave the same dimensions out. */
static bool same_pattern(const char *a, const char *b)
{
    for (; *a != '\0' || *b != '\0'; a += *a == ':', b += *b == ':') {
        bool a_names = *a != ':' && *a != '\0', b_names = *b != ':' && *b != '\0';

        a += strcspn(a, ":");
        b += strcspn(b, ":");
        if (a_names != b_names || *a != *b)
            return false;
    }
    return true;
}

static void find_patterns(struct sdmx *sdmx, json_t *groups, const struct json_path *path)
{
    const char *key;
    json_t *group;

    sdmx->pattern_count = 0;
    json_object_foreach(groups, key, group)
    {
        bool known = false;

        for (size_t i = 0; i < sdmx->pattern_count && !known; i++)
            known = same_pattern(key, sdmx->patterns[i]);
        if (!known && sdmx->pattern_count == MOST_PATTERNS) {
            json_fail(&sdmx->json, path, "attributes of more than %d kinds of groups",
                      MOST_PATTERNS);
            return;
        }
        if (!known)
            sdmx->patterns[sdmx->pattern_count++] = key;
    }
}

static const struct component *dimension_at(const struct structure *structure, size_t position)
{
    for (enum level level = 0; level < LEVELS; level++)
        for (size_t i = 0; i < structure->dimensions[level].count; i++)
            if (structure->dimensions[level].items[i].position == position)
                return &structure->dimensions[level].items[i];
    return NULL;
}

/* The key that the group of the present observation has, when it is of that pattern. */
static bool write_group_key(const struct structure *structure, const char *pattern, char *key,
                            size_t size)
{
    size_t n = 0;

    for (size_t position = 0;; position++) {
        const struct component *component = dimension_at(structure, position);

        if (*pattern != ':' && *pattern != '\0') {
            if (component == NULL)
                return false;
            n += (size_t)snprintf(key + n, size - n, "%zu", component->place);
            pattern += strcspn(pattern, ":");
        }
        if (n + 2 > size)
            return false;
        key[n] = *pattern;
        if (*pattern++ == '\0')
            return true;
        n++;
    }
}

static void put_group_attributes(struct sdmx *sdmx, const struct structure *structure,
                                 const json_t *groups, const struct json_path *path)
{
    char key[512];

    for (size_t i = 0; i < sdmx->pattern_count && !failed(sdmx); i++)
        if (write_group_key(structure, sdmx->patterns[i], key, sizeof key))
            put_attributes(sdmx, &structure->attributes[LEVEL_GROUP], json_object_get(groups, key),
                           0, &(struct json_path){ path, key, 0 });
}

/* Observations -------------------------------------------------------------- */

/* What is the same for the observations of a data set, or of a series. */
struct scope {
    struct structure *structure;
    const json_t *data_set, *series; /* series: NULL where there are none */
    const struct json_path *data_set_path, *series_path;
    const json_t *groups;
    const struct json_path *groups_path;
};

static void put_scope(struct sdmx *sdmx, const struct scope *scope)
{
    struct structure *structure = scope->structure;
    struct json_path data_set = { scope->data_set_path, "attributes", 0 };
    struct json_path series = { scope->series_path, "attributes", 0 };

    put_dimensions(sdmx, structure);
    put_attributes(sdmx, &structure->attributes[LEVEL_DATA_SET],
                   json_object_get(scope->data_set, "attributes"), 0, &data_set);
    put_group_attributes(sdmx, structure, scope->groups, scope->groups_path);
    if (scope->series != NULL)
        put_attributes(sdmx, &structure->attributes[LEVEL_SERIES],
                       json_object_get(scope->series, "attributes"), 0, &series);
}

static bool put_measure(struct sdmx *sdmx, const struct component *measure, const json_t *element,
                        const struct json_path *path)
{
    struct json_number number;
    const char *text;

    if (measure->values == NULL && json_number(element, &number)) {
        sdmx->line = number.line;
        sdmx->entry.row.line = number.line < UINT32_MAX ? (uint32_t)number.line : UINT32_MAX;
        entry_value(&sdmx->entry, number.value, number.decimals);
        return true;
    }
    if (!element_text(sdmx, measure, element, path, &text))
        return false;
    if (text == NULL && element != NULL && !json_is_null(element)) {
        json_fail(&sdmx->json, path, "a number is expected, not %s", json_kind(element));
        return false;
    }
    if (text != NULL && !entry_value_text(&sdmx->entry, text, strlen(text))) {
        json_fail_entry(&sdmx->json, path, &sdmx->entry);
        return false;
    }
    return true;
}

static void add_observation(struct sdmx *sdmx, const struct scope *scope, const json_t *elements,
                            const struct json_path *path)
{
    /* Before version 2 there is one measure, and it is not listed. */
    static const struct component observation_value = { .id = "OBS_VALUE" };
    struct structure *structure = scope->structure;
    size_t count = structure->measures.count > 0 ? structure->measures.count : 1;

    if (!json_is_array(elements)) {
        json_fail(&sdmx->json, path, "an array is expected, not %s", json_kind(elements));
        return;
    }
    for (size_t i = 0; i < count && !failed(sdmx); i++) {
        const struct component *measure =
            structure->measures.count > 0 ? &structure->measures.items[i] : &observation_value;
        const struct json_path at = { path, NULL, i };

        entry_clear(&sdmx->entry, sdmx->line);
        put_scope(sdmx, scope);
        put_attributes(sdmx, &structure->attributes[LEVEL_OBSERVATION], elements, count, path);
        if (sdmx->measure_dimension != SIZE_MAX && structure->measures.count > 0)
            entry_put(&sdmx->entry, sdmx->measure_dimension, structure->measure_members[i].member);
        if (failed(sdmx) || !put_measure(sdmx, measure, json_array_get(elements, i), &at))
            return;
        if (!entry_add(&sdmx->entry))
            json_fail_entry(&sdmx->json, &at, &sdmx->entry);
    }
}

static void read_observations(struct sdmx *sdmx, const struct scope *scope, json_t *observations,
                              const struct json_path *path)
{
    const char *key;
    json_t *elements;

    if (observations != NULL && !json_is_object(observations))
        json_fail(&sdmx->json, path, "an object is expected, not %s", json_kind(observations));
    json_object_foreach(observations, key, elements)
    {
        const struct json_path at = { path, key, 0 };

        if (failed(sdmx) ||
            !read_key(sdmx, &scope->structure->dimensions[LEVEL_OBSERVATION], key, &at))
            return;
        add_observation(sdmx, scope, elements, &at);
    }
}

static void read_series(struct sdmx *sdmx, struct scope *scope, const struct json_path *path)
{
    json_t *list = json_object_get(scope->data_set, "series"), *series;
    const char *key;

    if (list != NULL && !json_is_object(list))
        json_fail(&sdmx->json, path, "an object is expected, not %s", json_kind(list));
    json_object_foreach(list, key, series)
    {
        const struct json_path at = { path, key, 0 }, observations = { &at, "observations", 0 };

        if (failed(sdmx) || !read_key(sdmx, &scope->structure->dimensions[LEVEL_SERIES], key, &at))
            return;
        scope->series = series;
        scope->series_path = &at;
        read_observations(sdmx, scope, json_object_get(series, "observations"), &observations);
    }
    scope->series = NULL;
}

/* Data sets ----------------------------------------------------------------- */

static struct structure *structure_of(struct sdmx *sdmx, const json_t *data_set,
                                      const struct json_path *path)
{
    int64_t index = 0;
    const json_t *given = json_object_get(data_set, "structure");

    if (given != NULL &&
        (!json_whole_number(given, 0, INT32_MAX, &index) || (size_t)index >= sdmx->count)) {
        json_fail(&sdmx->json, &(struct json_path){ path, "structure", 0 },
                  "a place among the %zu structures is expected", sdmx->count);
        return NULL;
    }
    return &sdmx->structures[index];
}

static void read_data_set(struct sdmx *sdmx, json_t *data_set, const struct json_path *path)
{
    const char *action = json_text(json_object_get(data_set, "action"));
    const struct json_path groups = { path, "dimensionGroupAttributes", 0 };
    const struct json_path series = { path, "series", 0 },
                           observations = { path, "observations", 0 };
    struct scope scope = { .data_set = data_set, .data_set_path = path, .groups_path = &groups };

    if (!json_is_object(data_set)) {
        json_fail(&sdmx->json, path, "an object is expected, not %s", json_kind(data_set));
        return;
    }
    if (action != NULL && string_equal_ignoring_case(action, "delete")) {
        table_warn(sdmx->entry.table, "deleted", (struct place){ .file = sdmx->json.name },
                   "what a data set wants deleted is passed over");
        return;
    }
    scope.structure = structure_of(sdmx, data_set, path);
    if (scope.structure == NULL)
        return;
    if (scope.structure->attributes[LEVEL_GROUP].count > 0) {
        scope.groups = json_object_get(data_set, "dimensionGroupAttributes");
        find_patterns(sdmx, (json_t *)scope.groups, &groups);
    } else {
        sdmx->pattern_count = 0;
    }
    read_series(sdmx, &scope, &series);
    if (!failed(sdmx) && json_object_get(data_set, "observations") != NULL &&
        scope.structure->dimensions[LEVEL_SERIES].count > 0)
        json_fail(&sdmx->json, &observations, "they belong in series, says the structure");
    if (!failed(sdmx))
        read_observations(sdmx, &scope, json_object_get(data_set, "observations"), &observations);
}

/* The message --------------------------------------------------------------- */

static void find_structures(struct sdmx *sdmx, const json_t *data)
{
    const json_t *list = json_object_get(data, "structures");
    const json_t *single = json_object_get(data, "structure");
    const struct json_path *path =
        path_to(sdmx, sdmx->data, json_is_array(list) ? "structures" : "structure", 0);

    sdmx->count = json_is_array(list) ? json_array_size(list) : json_is_object(single) ? 1 : 0;
    sdmx->structures = arena_array(&sdmx->arena, struct structure, sdmx->count);
    if (sdmx->count == 0)
        json_fail(&sdmx->json, sdmx->data, "there is no structure that says what the data are");
    for (size_t i = 0; i < sdmx->count && !failed(sdmx); i++) {
        sdmx->structures[i].node = json_is_array(list) ? json_array_get(list, i) : single;
        sdmx->structures[i].path = json_is_array(list) ? path_to(sdmx, path, NULL, i) : path;
        read_structure(sdmx, &sdmx->structures[i]);
    }
    for (size_t i = 0; i < sdmx->count && !failed(sdmx); i++)
        read_attributes(sdmx, &sdmx->structures[i]);
}

/* Several measures are told apart by the indicator, or where that is taken by "measure". */
static void add_measure_dimension(struct sdmx *sdmx)
{
    size_t most = 0;

    for (size_t i = 0; i < sdmx->count; i++)
        if (sdmx->structures[i].measures.count > most)
            most = sdmx->structures[i].measures.count;
    sdmx->measure_dimension = SIZE_MAX;
    if (most > 1 && entry_has_dimension(&sdmx->entry, ROLE_INDICATOR))
        sdmx->measure_dimension = entry_dimension(&sdmx->entry, ROLE_NONE, "measure");
    else if (most > 1)
        sdmx->measure_dimension = entry_dimension(&sdmx->entry, ROLE_INDICATOR, NULL);
}

/* Why a server sent no data. */
static void fail_without_data(struct sdmx *sdmx, const json_t *root)
{
    const json_t *errors = json_object_get(root, "errors"), *first = json_array_get(errors, 0);
    const char *text = json_text(json_object_get(first, "title"));

    if (text == NULL)
        text = json_text(json_object_get(first, "message"));
    if (text == NULL)
        text = json_text(first);
    if (text != NULL)
        json_fail(&sdmx->json, &(struct json_path){ NULL, "errors", 0 },
                  "the server answered with an error: %.200s", text);
    else
        json_fail(&sdmx->json, sdmx->data, "there are no data sets");
}

static void read_message(struct sdmx *sdmx, const json_t *root)
{
    const json_t *data = json_object_get(root, "data");
    json_t *sets, *set;
    size_t i;

    if (json_is_object(data))
        sdmx->data = path_to(sdmx, NULL, "data", 0);
    else
        data = root;
    sets = json_object_get(data, "dataSets");
    if (!json_is_array(sets) || json_array_size(sets) == 0) {
        fail_without_data(sdmx, root);
        return;
    }
    find_structures(sdmx, data);
    if (!failed(sdmx))
        add_measure_dimension(sdmx);
    if (!failed(sdmx) && !entry_begin(&sdmx->entry))
        json_fail_entry(&sdmx->json, sdmx->data, &sdmx->entry);
    for (i = 0; i < sdmx->count && !failed(sdmx); i++) {
        for (enum level level = 0; level < LEVELS && !failed(sdmx); level++)
            settle_meanings(sdmx, &sdmx->structures[i], level);
        settle_measures(sdmx, &sdmx->structures[i]);
    }
    json_array_foreach(sets, i, set) if (!failed(sdmx))
        read_data_set(sdmx, set, path_to(sdmx, path_to(sdmx, sdmx->data, "dataSets", 0), NULL, i));
    if (!failed(sdmx) && sheaf_table_row_count(sdmx->entry.table) == 0)
        json_fail(&sdmx->json, sdmx->data, "there are no observations");
}

static void read_sdmx(sheaf_table *table, struct input *input)
{
    struct sdmx sdmx = { .line = 1 };
    json_t *root = NULL;

    entry_init(&sdmx.entry, table);
    arena_init(&sdmx.arena, table_alloc(table), table_error(table));
    if (json_start(&sdmx.json, table, input))
        root = json_parse(&sdmx.json, json_whole(&sdmx.json));
    if (root != NULL && !failed(&sdmx))
        read_message(&sdmx, root);
    json_decref(root);
    arena_free(&sdmx.arena);
    entry_free(&sdmx.entry);
    json_end(&sdmx.json);
}

const struct reader sdmx_json_reader = {
    .name = "sdmx-json",
    .title = "SDMX-JSON",
    .recognises = recognises,
    .read = read_sdmx,
};
