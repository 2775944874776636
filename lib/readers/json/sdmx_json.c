/* sdmx_json.c - reads SDMX-JSON data messages of version 2 (data.structures), version 1
 * (data.structure) and of drafts before it (structure and dataSets at the root).
 *
 * The structure lists the components (dimensions, measures, attributes) by their level; data sets
 * hold indexes into the values of components. "0:2": {"observations": {"5": [12.5, 0]}} is the
 * first value of the first series dimension, the third of the second, the sixth of the
 * observation's dimension, a measure, and the first value of an attribute. The values of a
 * component without a list are written out. Field guide: github.com/sdmx-twg/sdmx-json. */
#include "readers/json/sdmx_json_parts.h"

#include <string.h>

#include "base/strings.h"
#include "readers/reader.h"

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

/* Data sets ----------------------------------------------------------------- */

static struct sdmx_json_structure *
structure_of(struct sdmx *sdmx, const struct json_value *data_set, const struct json_path *path)
{
    int64_t index = 0;
    const struct json_value *given = json_member(data_set, "structure");

    if (given != NULL &&
        (!json_whole_number(given, 0, INT32_MAX, &index) || (size_t)index >= sdmx->count)) {
        json_fail(&sdmx->json, &(struct json_path){ path, "structure", 0 },
                  "a place among the %zu structures is expected", sdmx->count);
        return NULL;
    }
    return &sdmx->structures[index];
}

static void read_data_set(struct sdmx *sdmx, const struct json_value *data_set,
                          const struct json_path *path)
{
    const char *action = json_text(json_member(data_set, "action"));
    struct sdmx_json_structure *structure;

    if (!json_is(data_set, JSON_OBJECT)) {
        json_fail(&sdmx->json, path, "an object is expected, not %s", json_kind(data_set));
        return;
    }
    if (action != NULL && string_equal_ignoring_case(action, "delete")) {
        table_warn(sdmx->builder.table, "deleted", (struct place){ .file = sdmx->json.name },
                   "a data set that deletes observations is skipped");
        return;
    }
    structure = structure_of(sdmx, data_set, path);
    if (structure != NULL)
        sdmx_read_observations(sdmx, structure, data_set, path);
}

/* The message --------------------------------------------------------------- */

/* Fails with the reason for which a server sent no data. */
static void fail_without_data(struct sdmx *sdmx, const struct json_value *root)
{
    const struct json_value *errors = json_member(root, "errors"), *first = json_element(errors, 0);
    const char *text = json_text(json_member(first, "title"));

    if (text == NULL)
        text = json_text(json_member(first, "message"));
    if (text == NULL)
        text = json_text(first);
    if (text != NULL)
        json_fail(&sdmx->json, &(struct json_path){ NULL, "errors", 0 },
                  "the server answered with an error: %.200s", text);
    else
        json_fail(&sdmx->json, sdmx->data, "there are no data sets");
}

static void read_message(struct sdmx *sdmx, const struct json_value *root)
{
    const struct json_value *data = json_member(root, "data");
    const struct json_value *sets;
    const struct json_path *list;

    if (json_is(data, JSON_OBJECT))
        sdmx->data = json_path_kept(&sdmx->arena, NULL, "data", 0);
    else
        data = root;
    sets = json_member(data, "dataSets");
    if (!json_is(sets, JSON_ARRAY) || json_count(sets, JSON_ARRAY) == 0) {
        fail_without_data(sdmx, root);
        return;
    }
    sdmx_find_structures(sdmx, data);
    if (!sdmx_failed(sdmx) && !builder_begin(&sdmx->builder))
        json_fail_refused(&sdmx->json, sdmx->data, &sdmx->builder);
    if (!sdmx_failed(sdmx))
        sdmx_resolve_structures(sdmx);
    list = json_path_kept(&sdmx->arena, sdmx->data, "dataSets", 0);
    for (size_t i = 0; i < sets->count && !sdmx_failed(sdmx); i++)
        read_data_set(sdmx, &sets->items[i], json_path_kept(&sdmx->arena, list, NULL, i));
    if (!sdmx_failed(sdmx) && sheaf_table_row_count(sdmx->builder.table) == 0)
        json_fail(&sdmx->json, sdmx->data, "there are no observations");
}

static void read_sdmx(sheaf_table *table, struct input *input)
{
    struct sdmx sdmx = { .line = 1 };
    const struct json_value *root = NULL;

    builder_init(&sdmx.builder, table);
    arena_init(&sdmx.arena, table_alloc(table), table_error(table));
    if (json_start(&sdmx.json, input))
        root = json_parse(&sdmx.json, json_whole(&sdmx.json));
    if (root != NULL && !sdmx_failed(&sdmx))
        read_message(&sdmx, root);
    arena_free(&sdmx.arena);
    builder_settle_countries(&sdmx.builder);
    builder_free(&sdmx.builder);
    json_end(&sdmx.json);
}

const struct reader sdmx_json_reader = {
    .name = "sdmx-json",
    .title = "SDMX-JSON",
    .recognises = recognises,
    .read = read_sdmx,
};
