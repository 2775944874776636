/* sdmx_json_observations.c - reads the observations of an SDMX-JSON data set, in series or flat:
 * their keys, measures, and the attributes that a series shares. */
#include "readers/json/sdmx_json_parts.h"

#include <inttypes.h>
#include <string.h>

#include "base/number.h"
#include "readers/reporting_year.h"

/* Keys ---------------------------------------------------------------------- */

/* Reads "0:2" as indexes of values of a level's dimensions. */
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

static void put_dimensions(struct sdmx *sdmx, struct sdmx_json_structure *structure)
{
    for (enum level level = 0; level < LEVELS; level++)
        for (size_t i = 0; i < structure->dimensions[level].count; i++) {
            const struct component *component = &structure->dimensions[level].items[i];
            const struct component_value *meaning = &component->meanings[component->place];

            if (component->dimension != SIZE_MAX) {
                builder_put(&sdmx->builder, component->dimension, meaning->member);
            } else if (component->role == HEADER_PERIOD && !component->is_skipped) {
                sdmx->builder.row.period = meaning->period;
                sdmx->period = sdmx_value_text(json_element(component->values, component->place));
            } else if (component->role == HEADER_FREQUENCY) {
                const char *text =
                    sdmx_value_text(json_element(component->values, component->place));

                builder_frequency(&sdmx->builder, text, strlen(text));
            }
        }
}

/* Observations -------------------------------------------------------------- */

/* What the observations of a data set, or of a series, share. */
struct scope {
    struct sdmx_json_structure *structure;
    const struct json_value *data_set, *series; /* series: NULL for flat observations */
    const struct json_path *data_set_path, *series_path;
    const struct json_value *groups;
    const struct json_path *groups_path;
};

static void put_scope(struct sdmx *sdmx, const struct scope *scope)
{
    struct sdmx_json_structure *structure = scope->structure;
    struct json_path data_set = { scope->data_set_path, "attributes", 0 };
    struct json_path series = { scope->series_path, "attributes", 0 };

    sdmx->period = sdmx->year_start = NULL;
    put_dimensions(sdmx, structure);
    sdmx_put_attributes(sdmx, &structure->attributes[LEVEL_DATA_SET],
                        json_member(scope->data_set, "attributes"), 0, &data_set);
    sdmx_put_group_attributes(sdmx, structure, scope->groups, scope->groups_path);
    if (scope->series != NULL)
        sdmx_put_attributes(sdmx, &structure->attributes[LEVEL_SERIES],
                            json_member(scope->series, "attributes"), 0, &series);
}

static bool put_measure(struct sdmx *sdmx, const struct component *measure,
                        const struct json_value *element, const struct json_path *path)
{
    double number;
    int decimals;
    const char *text;

    if (measure->values == NULL && json_number(element, &number, &decimals)) {
        sdmx->line = json_line(&sdmx->json, element);
        sdmx->builder.row.line = sdmx->line < UINT32_MAX ? (uint32_t)sdmx->line : UINT32_MAX;
        builder_value(&sdmx->builder, number, decimals);
        return true;
    }
    if (!sdmx_element_text(sdmx, measure, element, path, &text))
        return false;
    if (text == NULL && element != NULL && !json_is(element, JSON_NULL)) {
        json_fail(&sdmx->json, path, "a number is expected, not %s", json_kind(element));
        return false;
    }
    if (text != NULL && !builder_value_text(&sdmx->builder, text, strlen(text))) {
        json_fail_refused(&sdmx->json, path, &sdmx->builder);
        return false;
    }
    return true;
}

/* The reporting year may begin in another month than January. */
static void move_to_reporting_year(struct sdmx *sdmx)
{
    struct csv_field start = { .text = sdmx->year_start }, text = { .text = sdmx->period };

    if (start.text == NULL || text.text == NULL)
        return;
    start.n = strlen(start.text);
    text.n = strlen(text.text);
    reporting_year_apply(sdmx->builder.table,
                         (struct place){ .file = sdmx->json.name, .line = sdmx->line }, &text,
                         &start, &sdmx->builder.row.period);
}

static void add_observation(struct sdmx *sdmx, const struct scope *scope,
                            const struct json_value *elements, const struct json_path *path)
{
    /* Before version 2 there is one measure, which the structure does not list. */
    static const struct component observation_value = { .id = "OBS_VALUE" };
    struct sdmx_json_structure *structure = scope->structure;
    size_t count = structure->measures.count > 0 ? structure->measures.count : 1;

    if (!json_is(elements, JSON_ARRAY)) {
        json_fail(&sdmx->json, path, "an array is expected, not %s", json_kind(elements));
        return;
    }
    for (size_t i = 0; i < count && !sdmx_failed(sdmx); i++) {
        const struct component *measure =
            structure->measures.count > 0 ? &structure->measures.items[i] : &observation_value;
        const struct json_path at = { path, NULL, i };

        builder_clear(&sdmx->builder, sdmx->line);
        put_scope(sdmx, scope);
        sdmx_put_attributes(sdmx, &structure->attributes[LEVEL_OBSERVATION], elements, count, path);
        if (sdmx->measure_dimension != SIZE_MAX && structure->measures.count > 0)
            builder_put(&sdmx->builder, sdmx->measure_dimension,
                        structure->measure_members[i].member);
        if (sdmx_failed(sdmx) || !put_measure(sdmx, measure, json_element(elements, i), &at))
            return;
        move_to_reporting_year(sdmx);
        if (sdmx_failed(sdmx))
            return;
        if (!builder_add(&sdmx->builder))
            json_fail_refused(&sdmx->json, &at, &sdmx->builder);
    }
}

static void read_observations(struct sdmx *sdmx, const struct scope *scope,
                              const struct json_value *observations, const struct json_path *path)
{
    if (observations != NULL && !json_is(observations, JSON_OBJECT))
        json_fail(&sdmx->json, path, "an object is expected, not %s", json_kind(observations));
    for (size_t i = 0; i < json_count(observations, JSON_OBJECT); i++) {
        const struct json_value *elements = &observations->items[i];
        const char *key = elements->key;
        const struct json_path at = { path, key, 0 };

        if (sdmx_failed(sdmx) ||
            !read_key(sdmx, &scope->structure->dimensions[LEVEL_OBSERVATION], key, &at))
            return;
        add_observation(sdmx, scope, elements, &at);
    }
}

static void read_series(struct sdmx *sdmx, struct scope *scope, const struct json_path *path)
{
    const struct json_value *list = json_member(scope->data_set, "series");

    if (list != NULL && !json_is(list, JSON_OBJECT))
        json_fail(&sdmx->json, path, "an object is expected, not %s", json_kind(list));
    for (size_t i = 0; i < json_count(list, JSON_OBJECT); i++) {
        const struct json_value *series = &list->items[i];
        const char *key = series->key;
        const struct json_path at = { path, key, 0 }, observations = { &at, "observations", 0 };

        if (sdmx_failed(sdmx) ||
            !read_key(sdmx, &scope->structure->dimensions[LEVEL_SERIES], key, &at))
            return;
        scope->series = series;
        scope->series_path = &at;
        read_observations(sdmx, scope, json_member(series, "observations"), &observations);
        scope->series_path = NULL;
    }
    scope->series = NULL;
}

void sdmx_read_observations(struct sdmx *sdmx, struct sdmx_json_structure *structure,
                            const struct json_value *data_set, const struct json_path *path)
{
    const struct json_path groups = { path, "dimensionGroupAttributes", 0 };
    const struct json_path series = { path, "series", 0 },
                           observations = { path, "observations", 0 };
    struct scope scope = {
        .structure = structure, .data_set = data_set, .data_set_path = path, .groups_path = &groups
    };
    const struct json_value *flat = json_member(data_set, "observations");

    if (structure->attributes[LEVEL_GROUP].count > 0)
        scope.groups = json_member(data_set, "dimensionGroupAttributes");
    sdmx_find_groups(sdmx, scope.groups, &groups);
    read_series(sdmx, &scope, &series);
    if (!sdmx_failed(sdmx) && flat != NULL && structure->dimensions[LEVEL_SERIES].count > 0)
        json_fail(&sdmx->json, &observations, "by the structure, observations belong in series");
    if (!sdmx_failed(sdmx))
        read_observations(sdmx, &scope, flat, &observations);
}
