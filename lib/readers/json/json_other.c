/* json_other.c - takes JSON that no other reader knows, to say so: it is no table of
 * delimited values, whatever commas it has. Often it is a server's refusal, saved as data. */
#include "readers/json/json.h"
#include "readers/reader.h"

/* What an error says of itself: a text, or an object or a list with one. */
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

/* Eurostat says {"error": [{"status": 400, "label": …}]} or {"warning": {"label": …}}; UN
 * Comtrade {"statusCode": 429, "message": …}; SDMX {"errors": [{"code": 404, "title": …}]}. */
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

static void read_other(sheaf_table *table, struct input *input)
{
    struct json json;
    const struct json_value *root = NULL;

    if (json_start(&json, input))
        root = json_parse(&json, json_whole(&json));
    if (root != NULL && !fail_refusal(&json, root))
        fail_at(table_error(table), SHEAF_BAD_INPUT, (struct place){ .file = table_name(table) },
                "this JSON is in none of the formats that are read: UN Comtrade, JSON-stat, "
                "SDMX-JSON");
    json_end(&json);
}

const struct reader json_other_reader = {
    .name = "json",
    .title = "JSON",
    .recognises = json_starts_object,
    .read = read_other,
};
