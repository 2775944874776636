/* json_other.c - takes JSON that no other reader knows, to say so: it is no table of
 * separated values, whatever commas it has. */
#include "data/json.h"
#include "data/reader.h"

static void read_other(sheaf_table *table, struct input *input)
{
    struct json json;
    json_t *root = NULL;

    if (json_start(&json, table, input))
        root = json_parse(&json, json_whole(&json));
    if (root != NULL)
        fail_at(table_error(table), SHEAF_BAD_INPUT, (struct place){ .file = table_name(table) },
                "this JSON is in none of the formats that are read: UN Comtrade, JSON-stat, "
                "SDMX-JSON");
    json_decref(root);
    json_end(&json);
}

const struct reader json_other_reader = {
    .name = "json",
    .title = "JSON",
    .recognises = json_starts_object,
    .read = read_other,
};
