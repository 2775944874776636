/* json_stat.c - reads JSON-stat (json-stat.org/full): datasets of version 2, collections that
 * contain datasets, and bundles of version 1.
 *
 * A dataset is a cube: an array of values in which the last dimension runs fastest. value and
 * status may also be objects, keyed by position. The time dimension is given by role, or found by
 * its name. Several datasets become one table with a dimension "dataset". */
#include "readers/json/json_stat_parts.h"

#include <string.h>

#include "base/strings.h"
#include "readers/reader.h"

static bool is_class(const char *bytes, size_t n, const char *name)
{
    struct json_span value;
    size_t length;

    if (!json_begins_with_member(bytes, n, "class", &value))
        return false;
    length = (size_t)(value.end - value.at);
    return length >= 2 && string_is(value.at + 1, length - 2, name);
}

/* True for an object, or an array of other things than records. */
static bool is_values(const struct json_span *value)
{
    struct json_walk walk;

    if (!json_walk(&walk, *value))
        return false;
    return walk.close == '}' || !json_next(&walk) || *walk.value.at != '{';
}

/* A cube has values and dimensions, in any order. If one of the two runs past the first bytes of the
 * file, the other cannot be seen. */
static bool is_dataset(const char *bytes, size_t n)
{
    struct json_span value, dimension;
    bool has_values = json_begins_with_member(bytes, n, "value", &value) && is_values(&value);
    bool has_dimension =
        json_begins_with_member(bytes, n, "dimension", &dimension) && *dimension.at == '{';

    return (has_values && (has_dimension || value.end == bytes + n)) ||
           (has_dimension && dimension.end == bytes + n);
}

/* Version 1: {"any name of a dataset": {"value": …, "dimension": …}, …} */
static bool is_bundle(const char *bytes, size_t n)
{
    struct json_walk walk;
    bool found = false;

    if (!json_starts_object(bytes, n) ||
        !json_walk(&walk, (struct json_span){ bytes, bytes + n, 1 }))
        return false;
    while (!found && json_next(&walk))
        found = *walk.value.at == '{' &&
                is_dataset(walk.value.at, (size_t)(walk.value.end - walk.value.at));
    /* The last one may run past the first bytes. */
    return found || (walk.failed && walk.value.at < bytes + n && *walk.value.at == '{' &&
                     is_dataset(walk.value.at, (size_t)(bytes + n - walk.value.at)));
}

static bool recognises(const char *bytes, size_t n)
{
    return is_class(bytes, n, "dataset") || is_class(bytes, n, "collection") ||
           is_class(bytes, n, "dimension") || is_dataset(bytes, n) || is_bundle(bytes, n);
}

/* Which datasets ------------------------------------------------------------ */

static void add_dataset(struct json_stat *stat, const struct json_value *node,
                        const struct json_path *path, const char *name)
{
    if (!memory_grow(table_alloc(stat->builder.table), table_error(stat->builder.table),
                     &stat->datasets, &stat->capacity, stat->count + 1, sizeof *stat->datasets))
        return;
    stat->datasets[stat->count++] =
        (struct dataset){ .node = node, .path = path, .name = name, .line = 1 };
}

static bool has_values(const struct json_value *node)
{
    return json_member(node, "dimension") != NULL && json_member(node, "value") != NULL;
}

static const char *name_of_item(const struct json_value *item)
{
    const char *label = json_text(json_member(item, "label"));
    const char *href = json_text(json_member(item, "href"));

    return label != NULL ? label : href != NULL ? href : "";
}

static void find_in_collection(struct json_stat *stat, const struct json_value *root)
{
    const struct json_path *link = json_path_kept(&stat->arena, NULL, "link", 0);
    const struct json_path *list = json_path_kept(&stat->arena, link, "item", 0);
    const struct json_value *items = json_member(json_member(root, "link"), "item");

    if (!json_is(items, JSON_ARRAY)) {
        json_stat_fail_kind(stat, list, "an array", items);
        return;
    }
    for (size_t i = 0; i < items->count; i++)
        if (has_values(&items->items[i]))
            add_dataset(stat, &items->items[i], json_path_kept(&stat->arena, list, NULL, i),
                        name_of_item(&items->items[i]));
    if (stat->count == 0)
        json_fail(&stat->json, list, "the collection only names datasets (href); read one of them");
}

static void find_in_bundle(struct json_stat *stat, const struct json_value *root)
{
    for (size_t i = 0; i < json_count(root, JSON_OBJECT); i++) {
        const struct json_value *node = &root->items[i];

        if (has_values(node))
            add_dataset(stat, node, json_path_kept(&stat->arena, NULL, node->key, 0), node->key);
    }
}

static void find_datasets(struct json_stat *stat, const struct json_value *root)
{
    const char *class = json_text(json_member(root, "class"));

    if (!json_is(root, JSON_OBJECT))
        json_stat_fail_kind(stat, NULL, "an object", root);
    else if (class != NULL && strcmp(class, "collection") == 0)
        find_in_collection(stat, root);
    else if (has_values(root))
        add_dataset(stat, root, NULL, "");
    else
        find_in_bundle(stat, root);
    if (!json_stat_failed(stat) && stat->count == 0)
        json_fail(&stat->json, NULL, "there is no dataset with values and dimensions");
}

/* The file ------------------------------------------------------------------ */

static bool any_unit(const struct json_stat *stat)
{
    for (size_t i = 0; i < stat->count; i++)
        for (size_t k = 0; k < stat->datasets[i].axis_count; k++) {
            const struct json_value *units =
                json_member(json_member(stat->datasets[i].axes[k].node, "category"), "unit");

            for (size_t u = 0; u < json_count(units, JSON_OBJECT); u++)
                if (json_stat_unit_text(&units->items[u]) != NULL)
                    return true;
        }
    return false;
}

/* Adds the dimensions that are not in the cubes themselves. */
static void add_dimensions(struct json_stat *stat)
{
    bool any_source = false;

    for (size_t i = 0; i < stat->count; i++)
        any_source = any_source || json_text(json_member(stat->datasets[i].node, "source"));
    stat->dataset_dimension =
        stat->count > 1 ? builder_dimension(&stat->builder, HEADER_NONE, "dataset") : SIZE_MAX;
    stat->unit_dimension = any_unit(stat) && !builder_has_dimension(&stat->builder, HEADER_UNIT)
                               ? builder_dimension(&stat->builder, HEADER_UNIT, NULL)
                               : SIZE_MAX;
    stat->source_dimension = any_source && !builder_has_dimension(&stat->builder, HEADER_SOURCE)
                                 ? builder_dimension(&stat->builder, HEADER_SOURCE, NULL)
                                 : SIZE_MAX;
}

/* A lone dataset's label is the title; several are told apart in the dimension "dataset". */
static void set_title(struct json_stat *stat)
{
    const char *title =
        stat->count == 1 ? json_text(json_member(stat->datasets[0].node, "label")) : NULL;

    if (title != NULL)
        table_set_title(stat->builder.table, title, strlen(title));
}

static void read_datasets(struct json_stat *stat)
{
    set_title(stat);
    for (size_t i = 0; i < stat->count && !json_stat_failed(stat); i++)
        json_stat_read_shape(stat, &stat->datasets[i]);
    if (!json_stat_failed(stat))
        add_dimensions(stat);
    if (!json_stat_failed(stat) && !builder_begin(&stat->builder))
        json_fail_refused(&stat->json, NULL, &stat->builder);
    for (size_t i = 0; i < stat->count && !json_stat_failed(stat); i++) {
        struct dataset *dataset = &stat->datasets[i];

        for (size_t k = 0; k < dataset->axis_count && !json_stat_failed(stat); k++)
            json_stat_read_categories(stat, dataset, &dataset->axes[k]);
        if (!json_stat_failed(stat))
            json_stat_read_values(stat, dataset);
    }
    if (!json_stat_failed(stat) && sheaf_table_row_count(stat->builder.table) == 0)
        json_fail(&stat->json, NULL, "there are no values: the query found nothing");
}

static void read_json_stat(sheaf_table *table, struct input *input)
{
    const sheaf_alloc *alloc = table_alloc(table);
    struct json_stat stat = { 0 };
    const struct json_value *root = NULL;

    builder_init(&stat.builder, table);
    arena_init(&stat.arena, alloc, table_error(table));
    if (json_start(&stat.json, input))
        root = json_parse(&stat.json, json_whole(&stat.json));
    if (root != NULL && !json_stat_failed(&stat))
        find_datasets(&stat, root);
    if (!json_stat_failed(&stat))
        read_datasets(&stat);
    memory_free(alloc, stat.datasets, stat.capacity * sizeof *stat.datasets);
    arena_free(&stat.arena);
    builder_settle_countries(&stat.builder);
    builder_free(&stat.builder);
    json_end(&stat.json);
}

const struct reader json_stat_reader = {
    .name = "json-stat",
    .title = "JSON-stat",
    .recognises = recognises,
    .read = read_json_stat,
};
