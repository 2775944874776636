/* json_stat.c - reads JSON-stat (json-stat.org/full): a dataset of version 2, a collection that
 * holds datasets, and the bundles of version 1.
 *
 * A dataset is a cube: the values stand one after the other, the last dimension
 * running fastest; value and status may also be objects that name the places which have
 * one. Which dimension is the time, role says; else its name does. Several datasets become
 * one table, told apart by the dimension "dataset". */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "base/strings.h"
#include "data/cell.h"
#include "data/eurostat.h"
#include "data/json.h"
#include "data/reader.h"

enum axis_use { AXIS_DIMENSION, AXIS_PERIOD, AXIS_FREQUENCY, AXIS_PASSED };

struct category {
    const char *code, *label; /* label: NULL when there is none */
    struct entry_member member;
    sheaf_period period;
    const json_t *unit; /* NULL: it has none */
    struct entry_member unit_member;
};

/* One dimension of a cube. */
struct axis {
    const char *id;
    const json_t *node;
    enum axis_use use;
    enum column_role role;
    size_t dimension; /* of the table */
    size_t size;
    struct category *categories;
};

struct dataset {
    const json_t *node;
    const struct json_path *path;
    const json_t *ids, *sizes, *roles; /* of the node, or in version 1 of its dimension */
    const json_t *dimension, *status_labels;
    struct axis *axes;
    size_t axis_count;
    size_t value_count; /* the product of the sizes */
    const char *name;   /* its member of the dimension "dataset" */
    size_t line;        /* of the latest value that has one */
};

struct json_stat {
    struct json json;
    struct entry entry;
    struct arena arena;
    struct dataset *datasets;
    size_t count, capacity;
    size_t dataset_dimension, source_dimension, unit_dimension; /* SIZE_MAX: there is none */
};

static bool failed(const struct json_stat *stat)
{
    return sheaf_table_status(stat->entry.table) != SHEAF_OK;
}

static bool is_class(const char *bytes, size_t n, const char *name)
{
    struct json_span value;
    size_t length;

    if (!json_begins_with_member(bytes, n, "class", &value))
        return false;
    length = (size_t)(value.end - value.at);
    return length >= 2 && string_is(value.at + 1, length - 2, name);
}

/* Version 1: {"name of a dataset": {"value": …, "dimension": …}} */
static bool is_bundle(const char *bytes, size_t n)
{
    struct json_span value;

    return json_begins_with_member(bytes, n, "dataset", &value) && *value.at == '{' &&
           json_begins_with_member(value.at, n - (size_t)(value.at - bytes), "dimension", NULL);
}

static bool recognises(const char *bytes, size_t n)
{
    return is_class(bytes, n, "dataset") || is_class(bytes, n, "collection") ||
           is_class(bytes, n, "dimension") || is_bundle(bytes, n) ||
           (json_begins_with_member(bytes, n, "dimension", NULL) &&
            json_begins_with_member(bytes, n, "value", NULL));
}

static void fail_kind(struct json_stat *stat, const struct json_path *path, const char *wanted,
                      const json_t *value)
{
    json_fail(&stat->json, path, "%s is expected, not %s", wanted, json_kind(value));
}

/* Which datasets ------------------------------------------------------------ */

static struct json_path *path_to(struct json_stat *stat, const struct json_path *up,
                                 const char *key, size_t index)
{
    struct json_path *path = arena_new(&stat->arena, struct json_path);

    if (path != NULL)
        *path = (struct json_path){ up, key, index };
    return path;
}

static void add_dataset(struct json_stat *stat, const json_t *node, const struct json_path *path,
                        const char *name)
{
    if (!memory_grow(table_alloc(stat->entry.table), table_error(stat->entry.table),
                     &stat->datasets, &stat->capacity, stat->count + 1, sizeof *stat->datasets))
        return;
    stat->datasets[stat->count++] =
        (struct dataset){ .node = node, .path = path, .name = name, .line = 1 };
}

static const char *name_of_item(const json_t *item)
{
    const char *label = json_text(json_object_get(item, "label"));
    const char *href = json_text(json_object_get(item, "href"));

    return label != NULL ? label : href != NULL ? href : "";
}

static void find_in_collection(struct json_stat *stat, const json_t *root)
{
    const struct json_path *link = path_to(stat, NULL, "link", 0);
    const struct json_path *list = path_to(stat, link, "item", 0);
    const json_t *items = json_object_get(json_object_get(root, "link"), "item"), *item;
    size_t i;

    if (!json_is_array(items)) {
        fail_kind(stat, list, "an array", items);
        return;
    }
    json_array_foreach((json_t *)items, i, item) if (json_object_get(item, "dimension") != NULL &&
                                                     json_object_get(item, "value") != NULL)
        add_dataset(stat, item, path_to(stat, list, NULL, i), name_of_item(item));
    if (stat->count == 0)
        json_fail(&stat->json, list, "the collection only names datasets (href); read one of them");
}

static void find_in_bundle(struct json_stat *stat, json_t *root)
{
    const char *key;
    json_t *node;

    json_object_foreach(root, key, node) if (json_object_get(node, "dimension") != NULL &&
                                             json_object_get(node, "value") != NULL)
        add_dataset(stat, node, path_to(stat, NULL, key, 0), key);
}

static void find_datasets(struct json_stat *stat, json_t *root)
{
    const char *class = json_text(json_object_get(root, "class"));

    if (!json_is_object(root))
        fail_kind(stat, NULL, "an object", root);
    else if (class != NULL && strcmp(class, "collection") == 0)
        find_in_collection(stat, root);
    else if (json_object_get(root, "value") != NULL && json_object_get(root, "dimension") != NULL)
        add_dataset(stat, root, NULL, "");
    else
        find_in_bundle(stat, root);
    if (!failed(stat) && stat->count == 0)
        json_fail(&stat->json, NULL, "there is no dataset with values and dimensions");
}

/* The shape of a dataset ---------------------------------------------------- */

static bool is_in_role(const struct dataset *dataset, const char *role, const char *id)
{
    const json_t *list = json_object_get(dataset->roles, role), *item;
    size_t i;

    json_array_foreach((json_t *)list, i, item) if (json_text(item) != NULL &&
                                                    strcmp(json_text(item), id) == 0) return true;
    return false;
}

/* Of two places without a name that says so, none is known to be the reporter. */
static bool is_only_place(const struct dataset *dataset)
{
    return json_array_size(json_object_get(dataset->roles, "geo")) == 1;
}

/* By the options and its name, then by its role. */
static void settle_role(struct json_stat *stat, const struct dataset *dataset, struct axis *axis)
{
    const char *name = axis->id;

    axis->role = entry_role(&stat->entry, &name);
    if (name == NULL)
        axis->use = AXIS_PASSED;
    else if (axis->role == ROLE_FREQUENCY)
        axis->use = AXIS_FREQUENCY;
    else if (axis->role == ROLE_PERIOD || axis->role == ROLE_YEAR ||
             is_in_role(dataset, "time", axis->id))
        axis->use = AXIS_PERIOD;
    else if (axis->role == ROLE_NONE && is_in_role(dataset, "metric", axis->id))
        axis->role = ROLE_INDICATOR;
    else if (axis->role == ROLE_NONE && is_in_role(dataset, "geo", axis->id))
        axis->role = is_only_place(dataset) ? ROLE_REPORTER : ROLE_NONE;
    if (axis->use == AXIS_DIMENSION)
        axis->dimension = entry_dimension(&stat->entry, axis->role, name);
}

static bool is_taken(const struct dataset *dataset, const struct axis *axis)
{
    for (size_t i = 0; i < dataset->axis_count && axis->use == AXIS_DIMENSION; i++)
        if (dataset->axes[i].use == AXIS_DIMENSION && dataset->axes[i].dimension == axis->dimension)
            return true;
    return false;
}

static void read_axis(struct json_stat *stat, struct dataset *dataset, size_t i)
{
    struct axis axis = { .id = json_text(json_array_get(dataset->ids, i)) };
    const struct json_path ids = { dataset->path, "id", 0 }, sizes = { dataset->path, "size", 0 };
    int64_t size = 0;

    if (axis.id == NULL) {
        fail_kind(stat, &(struct json_path){ &ids, NULL, i }, "a dimension's name",
                  json_array_get(dataset->ids, i));
        return;
    }
    if (!json_whole_number(json_array_get(dataset->sizes, i), 1, INT32_MAX, &size)) {
        fail_kind(stat, &(struct json_path){ &sizes, NULL, i }, "a count of categories from 1",
                  json_array_get(dataset->sizes, i));
        return;
    }
    axis.size = (size_t)size;
    axis.node = json_object_get(dataset->dimension, axis.id);
    if (axis.node == NULL) {
        json_fail(&stat->json, &(struct json_path){ dataset->path, "dimension", 0 },
                  "there is no dimension '%.100s', which id names", axis.id);
        return;
    }
    if (axis.size > SIZE_MAX / dataset->value_count) {
        json_fail(&stat->json, &sizes, "the sizes make more values than can be counted");
        return;
    }
    dataset->value_count *= axis.size;
    settle_role(stat, dataset, &axis);
    if (failed(stat))
        return;
    if (is_taken(dataset, &axis)) {
        json_fail(&stat->json, &ids, "two dimensions are '%.100s'",
                  table_dimension_name(stat->entry.table, axis.dimension));
        return;
    }
    dataset->axes[dataset->axis_count++] = axis;
}

static void require_one_period(struct json_stat *stat, const struct dataset *dataset)
{
    size_t periods = 0;

    for (size_t i = 0; i < dataset->axis_count; i++)
        periods += dataset->axes[i].use == AXIS_PERIOD;
    if (periods != 1)
        json_fail(&stat->json, &(struct json_path){ dataset->path, "role", 0 },
                  periods == 0 ? "no dimension is the time: role.time names none, and none is "
                                 "called so"
                               : "two dimensions are the time; say by columns which one to "
                                 "pass over");
}

static void read_shape(struct json_stat *stat, struct dataset *dataset)
{
    const json_t *dimension = json_object_get(dataset->node, "dimension");
    const json_t *old = json_object_get(dataset->node, "id") == NULL ? dimension : dataset->node;

    dataset->dimension = dimension;
    dataset->ids = json_object_get(old, "id");
    dataset->sizes = json_object_get(old, "size");
    dataset->roles = json_object_get(old, "role");
    dataset->status_labels = json_object_get(
        json_object_get(json_object_get(dataset->node, "extension"), "status"), "label");
    dataset->value_count = 1;
    if (!json_is_array(dataset->ids) || !json_is_array(dataset->sizes) ||
        json_array_size(dataset->ids) != json_array_size(dataset->sizes)) {
        json_fail(&stat->json, &(struct json_path){ dataset->path, "size", 0 },
                  "id and size must be arrays of one length");
        return;
    }
    dataset->axes = arena_array(&stat->arena, struct axis, json_array_size(dataset->ids));
    for (size_t i = 0; i < json_array_size(dataset->ids) && !failed(stat); i++)
        read_axis(stat, dataset, i);
    if (!failed(stat))
        require_one_period(stat, dataset);
}

/* Categories ---------------------------------------------------------------- */

static const char *unit_text(const json_t *unit)
{
    static const char *const keys[] = { "label", "base", "symbol" };

    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        const char *text = json_text(json_object_get(unit, keys[i]));

        if (text != NULL && *text != '\0')
            return text;
    }
    return NULL;
}

static void settle_category(struct json_stat *stat, const struct dataset *dataset,
                            const struct axis *axis, struct category *category)
{
    const struct json_path dimension = { dataset->path, "dimension", 0 };
    const struct json_path node = { &dimension, axis->id, 0 }, at = { &node, "category", 0 };

    entry_clear(&stat->entry, 1);
    if (axis->use == AXIS_DIMENSION) {
        category->member =
            entry_category(&stat->entry, axis->dimension, category->code, category->label);
    } else if (axis->use == AXIS_PERIOD) {
        if (!entry_period(&stat->entry, category->code, strlen(category->code)) &&
            (category->label == NULL ||
             !sheaf_period_read(category->label, strlen(category->label), &stat->entry.row.period)))
            json_fail_entry(&stat->json, &at, &stat->entry);
        category->period = stat->entry.row.period;
    }
    if (category->unit != NULL && stat->unit_dimension != SIZE_MAX && !failed(stat)) {
        const char *text = unit_text(category->unit);

        if (text != NULL)
            category->unit_member =
                entry_member(&stat->entry, stat->unit_dimension, text, strlen(text));
    }
}

/* The position of a category, from an index that is an object or an array; SIZE_MAX when
 * there is none. */
static size_t place_category(struct axis *axis, const char *code, size_t position)
{
    const json_t *category = json_object_get(axis->node, "category");
    const char *label;

    if (code == NULL || position >= axis->size || axis->categories[position].code != NULL)
        return SIZE_MAX;
    label = json_text(json_object_get(json_object_get(category, "label"), code));
    axis->categories[position].code = code;
    axis->categories[position].label = label;
    axis->categories[position].unit = json_object_get(json_object_get(category, "unit"), code);
    return position;
}

/* False when the categories are not as many as the size says, each in a place of its own. */
static bool place_categories(struct axis *axis)
{
    json_t *category = json_object_get(axis->node, "category"), *item;
    json_t *index = json_object_get(category, "index"), *label = json_object_get(category, "label");
    const char *code;
    size_t i;

    if (json_is_array(index)) {
        json_array_foreach(index, i, item) if (place_category(axis, json_text(item), i) ==
                                               SIZE_MAX) return false;
        return json_array_size(index) == axis->size;
    }
    if (index == NULL) /* allowed where there is one category */
        index = label;
    json_object_foreach(index, code, item)
    {
        int64_t position = 0;

        if ((index != label && !json_whole_number(item, 0, INT32_MAX, &position)) ||
            place_category(axis, code, (size_t)position) == SIZE_MAX)
            return false;
    }
    return json_object_size(index) == axis->size;
}

static size_t count_categories(const struct axis *axis)
{
    const json_t *category = json_object_get(axis->node, "category");
    const json_t *index = json_object_get(category, "index");

    if (index == NULL)
        index = json_object_get(category, "label");
    return json_is_array(index) ? json_array_size(index) : json_object_size(index);
}

static void read_categories(struct json_stat *stat, const struct dataset *dataset,
                            struct axis *axis)
{
    const struct json_path dimension = { dataset->path, "dimension", 0 };
    const struct json_path node = { &dimension, axis->id, 0 }, category = { &node, "category", 0 };
    size_t count = count_categories(axis);

    if (count != axis->size) {
        json_fail(&stat->json, &category, "there are %zu categories, and the size says %zu", count,
                  axis->size);
        return;
    }
    axis->categories = arena_array(&stat->arena, struct category, axis->size);
    if (axis->categories == NULL)
        return;
    if (!place_categories(axis)) {
        json_fail(&stat->json, &category,
                  "index must give each of the %zu categories a place of its own", axis->size);
        return;
    }
    for (size_t i = 0; i < axis->size && !failed(stat); i++)
        settle_category(stat, dataset, axis, &axis->categories[i]);
}

/* Values -------------------------------------------------------------------- */

static bool read_flags(struct entry *entry, const char *text)
{
    return text[0] != '\0' &&
           eurostat_read_flags(text, strlen(text), &entry->row.status, &entry->row.confidentiality);
}

static void read_status(struct json_stat *stat, const struct dataset *dataset, const json_t *status)
{
    const char *text = json_word(status), *label;
    struct place at = { .file = stat->json.name, .line = dataset->line };

    if (text == NULL || cell_read(text, strlen(text), '.').kind == CELL_MISSING)
        return;
    label = json_text(json_object_get(dataset->status_labels, text));
    if (read_flags(&stat->entry, text) || entry_status(&stat->entry, text, strlen(text)) ||
        (label != NULL && entry_status(&stat->entry, label, strlen(label))))
        return;
    table_warn(stat->entry.table, "status", at,
               "the status '%.60s' is none that is known; its values are taken as normal", text);
}

/* The members of a place in the cube. */
static void put_members(struct json_stat *stat, const struct dataset *dataset, size_t position)
{
    for (size_t i = dataset->axis_count; i-- > 0;) {
        const struct axis *axis = &dataset->axes[i];
        const struct category *category = &axis->categories[position % axis->size];
        int64_t number;

        position /= axis->size;
        if (axis->use == AXIS_DIMENSION)
            entry_put(&stat->entry, axis->dimension, category->member);
        else if (axis->use == AXIS_PERIOD)
            stat->entry.row.period = category->period;
        else if (axis->use == AXIS_FREQUENCY)
            entry_frequency(&stat->entry, category->code, strlen(category->code));
        if (category->unit == NULL)
            continue;
        if (stat->unit_dimension != SIZE_MAX && unit_text(category->unit) != NULL)
            entry_put(&stat->entry, stat->unit_dimension, category->unit_member);
        if (json_whole_number(json_object_get(category->unit, "decimals"), 0, 17, &number))
            entry_decimals(&stat->entry, number);
        if (json_whole_number(json_object_get(category->unit, "multiplier"), -15, 24, &number))
            entry_multiplier(&stat->entry, number);
    }
    if (stat->dataset_dimension != SIZE_MAX)
        entry_put(&stat->entry, stat->dataset_dimension,
                  entry_member(&stat->entry, stat->dataset_dimension, dataset->name,
                               strlen(dataset->name)));
    if (stat->source_dimension != SIZE_MAX) {
        const char *source = json_text(json_object_get(dataset->node, "source"));

        if (source != NULL)
            entry_put(&stat->entry, stat->source_dimension,
                      entry_member(&stat->entry, stat->source_dimension, source, strlen(source)));
    }
}

static const json_t *status_at(const struct dataset *dataset, size_t position)
{
    const json_t *status = json_object_get(dataset->node, "status");
    char key[NUMBER_TEXT];

    if (json_is_array(status))
        return json_array_get(status, position);
    if (!json_is_object(status))
        return status;
    number_write(key, (double)position);
    return json_object_get(status, key);
}

static void add_value(struct json_stat *stat, struct dataset *dataset, size_t position,
                      const json_t *value, const struct json_path *path)
{
    const char *text = json_text(value);
    struct json_number number = { 0 };
    bool given = json_number(value, &number);

    if (!given && text == NULL && !json_is_null(value)) {
        fail_kind(stat, path, "a number", value);
        return;
    }
    if (given)
        dataset->line = number.line;
    entry_clear(&stat->entry, dataset->line);
    put_members(stat, dataset, position);
    if (given)
        entry_value(&stat->entry, number.value, number.decimals);
    else if (text != NULL && !entry_value_text(&stat->entry, text, strlen(text)))
        json_fail_entry(&stat->json, path, &stat->entry);
    if (failed(stat))
        return;
    read_status(stat, dataset, status_at(dataset, position));
    if (!entry_add(&stat->entry))
        json_fail_entry(&stat->json, path, &stat->entry);
}

static void check_length(struct json_stat *stat, const struct dataset *dataset, const char *key)
{
    const json_t *list = json_object_get(dataset->node, key);

    if (json_is_array(list) && json_array_size(list) != dataset->value_count)
        json_fail(&stat->json, &(struct json_path){ dataset->path, key, 0 },
                  "there are %zu, and the sizes make %zu", json_array_size(list),
                  dataset->value_count);
}

static void read_values(struct json_stat *stat, struct dataset *dataset)
{
    json_t *values = json_object_get(dataset->node, "value"), *value;
    const struct json_path list = { dataset->path, "value", 0 };
    const char *key;
    size_t i;

    check_length(stat, dataset, "value");
    check_length(stat, dataset, "status");
    if (!json_is_array(values) && !json_is_object(values))
        fail_kind(stat, &list, "an array or an object", values);
    if (failed(stat))
        return;
    json_array_foreach(values, i, value)
    {
        add_value(stat, dataset, i, value, &(struct json_path){ &list, NULL, i });
        if (failed(stat))
            return;
    }
    json_object_foreach(values, key, value)
    {
        int64_t position;

        if (!number_read_integer(key, strlen(key), 0, INT64_MAX, &position) ||
            (uint64_t)position >= dataset->value_count)
            json_fail(&stat->json, &list, "'%.60s' is no place among the %zu that the sizes make",
                      key, dataset->value_count);
        else
            add_value(stat, dataset, (size_t)position, value, &(struct json_path){ &list, key, 0 });
        if (failed(stat))
            return;
    }
}

/* The file ------------------------------------------------------------------ */

static bool any_unit(const struct json_stat *stat)
{
    for (size_t i = 0; i < stat->count; i++)
        for (size_t k = 0; k < stat->datasets[i].axis_count; k++) {
            json_t *category = json_object_get(stat->datasets[i].axes[k].node, "category"), *unit;
            const char *code;

            json_object_foreach(json_object_get(category, "unit"), code,
                                unit) if (unit_text(unit) != NULL) return true;
        }
    return false;
}

/* Dimensions that are none of the cubes'. */
static void add_dimensions(struct json_stat *stat)
{
    bool any_source = false;

    for (size_t i = 0; i < stat->count; i++)
        any_source = any_source || json_text(json_object_get(stat->datasets[i].node, "source"));
    stat->dataset_dimension =
        stat->count > 1 ? entry_dimension(&stat->entry, ROLE_NONE, "dataset") : SIZE_MAX;
    stat->unit_dimension = any_unit(stat) && !entry_has_dimension(&stat->entry, ROLE_UNIT)
                               ? entry_dimension(&stat->entry, ROLE_UNIT, NULL)
                               : SIZE_MAX;
    stat->source_dimension = any_source && !entry_has_dimension(&stat->entry, ROLE_SOURCE)
                                 ? entry_dimension(&stat->entry, ROLE_SOURCE, NULL)
                                 : SIZE_MAX;
}

static void read_datasets(struct json_stat *stat)
{
    for (size_t i = 0; i < stat->count && !failed(stat); i++)
        read_shape(stat, &stat->datasets[i]);
    if (!failed(stat))
        add_dimensions(stat);
    if (!failed(stat) && !entry_begin(&stat->entry))
        json_fail_entry(&stat->json, NULL, &stat->entry);
    for (size_t i = 0; i < stat->count && !failed(stat); i++) {
        struct dataset *dataset = &stat->datasets[i];

        for (size_t k = 0; k < dataset->axis_count && !failed(stat); k++)
            read_categories(stat, dataset, &dataset->axes[k]);
        if (!failed(stat))
            read_values(stat, dataset);
    }
}

static void read_json_stat(sheaf_table *table, struct input *input)
{
    const sheaf_alloc *alloc = table_alloc(table);
    struct json_stat stat = { 0 };
    json_t *root = NULL;

    entry_init(&stat.entry, table);
    arena_init(&stat.arena, alloc, table_error(table));
    if (json_start(&stat.json, table, input))
        root = json_parse(&stat.json, json_whole(&stat.json));
    if (root != NULL && !failed(&stat))
        find_datasets(&stat, root);
    if (!failed(&stat))
        read_datasets(&stat);
    json_decref(root);
    memory_free(alloc, stat.datasets, stat.capacity * sizeof *stat.datasets);
    arena_free(&stat.arena);
    entry_free(&stat.entry);
    json_end(&stat.json);
}

const struct reader json_stat_reader = {
    .name = "json-stat",
    .title = "JSON-stat",
    .recognises = recognises,
    .read = read_json_stat,
};
