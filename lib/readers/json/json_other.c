/* json_other.c - fails for JSON that no other reader recognises, so that it is not read as
 * delimited values. Often it is an error message of a server that was saved as data. */
#include <stdio.h>

#include "base/strings.h"
#include "readers/json/json.h"
#include "readers/reader.h"

/* The text of an error, which is a string, or an object or array that contains one. */
static const char *message_of(const struct json_value *error)
{
    static const char *const keys[] = { "detail", "message", "label", "title", "description" };
    const char *text;

    if (json_is(error, JSON_ARRAY))
        error = json_element(error, 0);
    text = json_text(error);
    for (size_t i = 0; i < sizeof keys / sizeof *keys && text == NULL; i++)
        text = json_text(json_member(error, keys[i]));
    return text != NULL && *text != '\0' ? text : NULL;
}

/* Eurostat answers {"error": [{"status": 400, "label": …}]} or {"warning": {"label": …}}, UN
 * Comtrade {"statusCode": 429, "message": …}, SDMX {"errors": [{"code": 404, "title": …}]}. */
static bool fail_refusal(struct json *json, const struct json_value *root)
{
    static const char *const keys[] = { "error", "errors", "warning", "message" };

    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        const char *text = message_of(json_member(root, keys[i]));

        if (text == NULL)
            continue;
        json_fail(json, &(struct json_path){ NULL, keys[i], 0 },
                  "these are no data but a server's message: %.200s", text);
        return true;
    }
    return false;
}

/* Names the keys that there are. */
static void fail_unknown(sheaf_table *table, const struct json_value *root)
{
    char keys[320] = "";
    size_t length = 0;

    for (size_t i = 0; i < json_count(root, JSON_OBJECT) && length < sizeof keys; i++)
        length += (size_t)snprintf(keys + length, sizeof keys - length, "%s%s", i > 0 ? ", " : "",
                                   root->items[i].key);
    fail_at(table_error(table), SHEAF_BAD_INPUT, (struct place){ .file = table_name(table) },
            "this JSON is in none of the formats that are read: UN Comtrade, JSON-stat, SDMX-JSON, "
            "lists of rows or records; it is an object %s%.*s%s",
            length > 0 ? "with the keys " : "without members",
            (int)utf8_floor(keys, length < 300 ? length : 300), keys,
            length > 300 ? " \u2026" : "");
}

static void read_other(sheaf_table *table, struct input *input)
{
    struct json json;
    const struct json_value *root = NULL;

    if (json_start(&json, input))
        root = json_parse(&json, json_whole(&json));
    if (root != NULL && !fail_refusal(&json, root))
        fail_unknown(table, root);
    json_end(&json);
}

const struct reader json_other_reader = {
    .name = "json",
    .title = "JSON",
    .recognises = json_starts_object,
    .read = read_other,
};
