/* json_table.c - reads lists in JSON: rows below a row of names, as the US Census Bureau's API gives
 * them, and records: UN Comtrade's without their answer, and the World Bank's behind the page that
 * they are ([{"page": 1, "pages": 1}, [{…}, …]]).
 *
 * The list becomes rows of delimited values, which the formats of those read; numbers keep their
 * digits. A member that is an object gives a column for each of its own members ("indicator.id"). */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "base/strings.h"
#include "readers/csv/delimited.h"
#include "readers/formats/format.h"
#include "readers/json/json.h"
#include "readers/reader.h"
#include "vocabulary/headers.h"

enum { KEY_BYTES = 256 };

struct list {
    struct json json;
    sheaf_table *table;
    struct arena arena;
    struct json_span span; /* of the rows or records */
    bool is_whole;         /* the span is the whole text */
    bool has_records;
    const char *keys[CSV_COLUMN_LIMIT]; /* of records */
    size_t n_keys;
    struct buffer text; /* the delimited values */
    uint32_t *lines;    /* for each of its lines */
    size_t count, capacity;
};

static bool failed(const struct list *list)
{
    return sheaf_table_status(list->table) != SHEAF_OK;
}

static bool recognises(const char *bytes, size_t n)
{
    return json_starts_list(bytes, n);
}

/* Writing delimited values ----------------------------------------------------------------- */

static void begin_row(struct list *list, size_t line)
{
    if (!memory_grow(table_alloc(list->table), table_error(list->table), &list->lines,
                     &list->capacity, list->count + 1, sizeof *list->lines))
        return;
    list->lines[list->count++] = line < UINT32_MAX ? (uint32_t)line : UINT32_MAX;
}

/* A line end in a text begins a line of the delimited values, but not of the source. */
static void put_text(struct list *list, const char *text)
{
    buffer_byte(&list->text, '"');
    for (; *text != '\0'; text++) {
        if (*text == '"')
            buffer_byte(&list->text, '"');
        if (*text == '\n' && list->count > 0)
            begin_row(list, list->lines[list->count - 1]);
        buffer_byte(&list->text, *text == '\r' ? ' ' : *text);
    }
    buffer_byte(&list->text, '"');
}

/* Lists and objects in a cell are left out. */
static void put_value(struct list *list, const struct json_value *value)
{
    if (json_is(value, JSON_NUMBER))
        buffer_text(&list->text, value->text);
    else if (json_is(value, JSON_STRING))
        put_text(list, value->text);
    else if (json_is(value, JSON_TRUE) || json_is(value, JSON_FALSE))
        buffer_text(&list->text, value->kind == JSON_TRUE ? "true" : "false");
}

/* Rows ------------------------------------------------------------------------------------- */

static void write_row(struct list *list, const struct json_value *row, size_t index, size_t line)
{
    if (!json_is(row, JSON_ARRAY)) {
        json_fail(&list->json, &(struct json_path){ NULL, NULL, index },
                  "a row (an array) is expected, not %s", json_kind(row));
        return;
    }
    begin_row(list, line);
    for (size_t i = 0; i < row->count; i++) {
        if (i > 0)
            buffer_byte(&list->text, ',');
        put_value(list, &row->items[i]);
    }
    buffer_byte(&list->text, '\n');
}

/* Records ---------------------------------------------------------------------------------- */

static void add_key(struct list *list, const char *key, size_t hint)
{
    if (hint < list->n_keys && strcmp(list->keys[hint], key) == 0)
        return;
    for (size_t i = 0; i < list->n_keys; i++)
        if (strcmp(list->keys[i], key) == 0)
            return;
    if (list->n_keys == CSV_COLUMN_LIMIT) {
        json_fail(&list->json, NULL, "the records have more than %d keys", CSV_COLUMN_LIMIT);
        return;
    }
    list->keys[list->n_keys] = arena_string(&list->arena, key);
    list->n_keys += list->keys[list->n_keys] != NULL;
}

static void collect_keys(struct list *list, const struct json_value *record, const char *prefix)
{
    char key[KEY_BYTES];

    for (size_t i = 0; i < record->count && !failed(list); i++) {
        const struct json_value *item = &record->items[i];

        if (snprintf(key, sizeof key, "%s%s", prefix, item->key) >= (int)sizeof key) {
            table_warn(list->table, "long key", (struct place){ .file = list->json.name },
                       "a key of more than %d bytes is passed over, with its values: '%.60s …'",
                       KEY_BYTES - 1, item->key);
            continue;
        }
        if (json_is(item, JSON_OBJECT) && *prefix == '\0' && strlen(key) + 2 < sizeof key)
            collect_keys(list, item, strcat(key, "."));
        else if (!json_is(item, JSON_OBJECT) && !json_is(item, JSON_ARRAY))
            add_key(list, key, i);
    }
}

/* The value of "indicator.id", or of a member that has a point in its own key. */
static const struct json_value *value_of(const struct json_value *record, const char *key)
{
    const char *point = strchr(key, '.');
    const struct json_value *value = json_member(record, key);
    char outer[KEY_BYTES];

    if (value != NULL || point == NULL)
        return value;
    snprintf(outer, sizeof outer, "%.*s", (int)(point - key), key);
    return json_member(json_member(record, outer), point + 1);
}

static void write_record(struct list *list, const struct json_value *record, size_t line)
{
    begin_row(list, line);
    for (size_t i = 0; i < list->n_keys; i++) {
        if (i > 0)
            buffer_byte(&list->text, ',');
        put_value(list, value_of(record, list->keys[i]));
    }
    buffer_byte(&list->text, '\n');
}

static void write_keys(struct list *list, size_t line)
{
    begin_row(list, line);
    for (size_t i = 0; i < list->n_keys; i++) {
        if (i > 0)
            buffer_byte(&list->text, ',');
        put_text(list, list->keys[i]);
    }
    buffer_byte(&list->text, '\n');
}

/* The list --------------------------------------------------------------------------------- */

/* Calls a function for each element. */
static void walk_list(struct list *list,
                      void (*visit)(struct list *list, const struct json_value *element,
                                    size_t index, size_t line))
{
    struct json_walk walk;

    json_walk(&walk, list->span);
    while (!failed(list) && json_next(&walk)) {
        const struct json_value *element = json_parse(&list->json, walk.value);

        if (element != NULL)
            visit(list, element, walk.index, walk.value.line);
    }
    if (!failed(list) && (walk.failed || (list->is_whole && !json_walked_all(&walk))))
        json_fail_syntax(&list->json);
}

static void visit_keys(struct list *list, const struct json_value *element, size_t index,
                       size_t line)
{
    (void)line;
    if (json_is(element, JSON_OBJECT))
        collect_keys(list, element, "");
    else
        json_fail(&list->json, &(struct json_path){ NULL, NULL, index },
                  "a record (an object) is expected, not %s", json_kind(element));
}

static void visit_record(struct list *list, const struct json_value *element, size_t index,
                         size_t line)
{
    (void)index;
    write_record(list, element, line);
}

/* {"page": 1, "pages": 3, "total": 120}, or {"message": [{"value": "… is not valid"}]}. */
static void check_page(struct list *list, const struct json_value *page)
{
    const struct json_value *message = json_member(page, "message");
    const char *text = json_text(json_member(json_element(message, 0), "value"));
    int64_t number = 0, count = 0;

    if (text != NULL)
        json_fail(&list->json, NULL, "these are no data but a server's message: %.200s", text);
    else if (json_whole_number(json_member(page, "page"), 1, INT32_MAX, &number) &&
             json_whole_number(json_member(page, "pages"), 2, INT32_MAX, &count))
        table_warn(list->table, "truncated", (struct place){ .file = list->json.name },
                   "this is page %" PRId64 " of %" PRId64 "; the others are missing", number,
                   count);
}

/* Finds the rows or records, and their keys. */
static void find_list(struct list *list)
{
    struct json_span whole = json_whole(&list->json), first = { .at = NULL }, second = first;
    struct json_walk walk;
    const struct json_value *page;
    bool is_empty;

    if (json_walk(&walk, whole) && json_next(&walk))
        first = walk.value;
    if (first.at != NULL && json_next(&walk))
        second = walk.value;
    list->span = whole;
    list->has_records = first.at != NULL && *first.at == '{';
    page = list->has_records ? json_parse(&list->json, first) : NULL;
    if (json_member(page, "page") != NULL || json_member(page, "message") != NULL) {
        check_page(list, page);
        list->span = second.at != NULL ? second : whole;
        is_empty = second.at != NULL && *second.at != '[';
    } else {
        is_empty = first.at == NULL && !walk.failed;
    }
    list->is_whole = list->span.at == whole.at;
    while (!list->is_whole && json_next(&walk))
        continue;
    if (!failed(list) && !list->is_whole && !json_walked_all(&walk))
        json_fail_syntax(&list->json);
    if (!failed(list) && is_empty)
        json_fail(&list->json, NULL, "there are no records: the query found nothing");
}

/* Fails for a list of which no format is known, and no key is a period. */
static void require_period(struct list *list, const struct json_value *names)
{
    const sheaf_read_options *options = table_options(list->table);
    struct csv_field *fields = arena_array(&list->arena, struct csv_field, CSV_COLUMN_LIMIT);
    size_t n = list->has_records ? list->n_keys : json_count(names, JSON_ARRAY), length = 0;
    bool has_period = options->n_columns > 0 || options->period != NULL;
    char found[320] = "";

    for (size_t i = 0; i < n && i < CSV_COLUMN_LIMIT && fields != NULL; i++) {
        const char *key = list->has_records ? list->keys[i] : json_text(&names->items[i]);
        enum header_role role;

        fields[i].text = key != NULL ? key : "";
        fields[i].n = strlen(fields[i].text);
        role = header_find(fields[i].text, fields[i].n).role;
        has_period |= role == HEADER_PERIOD || role == HEADER_YEAR || role == HEADER_MONTH;
        if (length < sizeof found)
            length += (size_t)snprintf(found + length, sizeof found - length, "%s%s",
                                       i > 0 ? ", " : "", fields[i].text);
    }
    if (fields != NULL && !has_period && format_of_headers(fields, n) == NULL)
        json_fail(
            &list->json, NULL,
            "this JSON is a list %s %.*s%s; it is none of those that are read (UN Comtrade, "
            "the World Bank, the US Census Bureau), and none of these is a period; if one is, "
            "say which, with " SETTING("columns: {period: its key}"),
            list->has_records ? "of records with the keys" : "of rows headed",
            (int)utf8_floor(found, length < 300 ? length : 300), found,
            length > 300 ? " \u2026" : "");
}

static void visit_row(struct list *list, const struct json_value *element, size_t index,
                      size_t line)
{
    if (index == 0 && json_count(element, JSON_ARRAY) == 0)
        json_fail(&list->json, &(struct json_path){ NULL, NULL, index },
                  "the names of the columns are expected first, not %s",
                  json_is(element, JSON_ARRAY) ? "an empty row" : json_kind(element));
    else if (index == 0)
        require_period(list, element);
    if (!failed(list))
        write_row(list, element, index, line);
}

static void write_list(struct list *list)
{
    if (!list->has_records) {
        walk_list(list, visit_row);
        return;
    }
    walk_list(list, visit_keys);
    if (!failed(list))
        require_period(list, NULL);
    if (!failed(list))
        write_keys(list, list->span.line);
    walk_list(list, visit_record);
}

/* Reads the delimited values that were made of the list. */
static void read_rows(struct list *list, const struct reading *of_file)
{
    struct reading reading = *of_file;
    struct input *input;

    reading.encoding = "UTF-8";
    input = input_open_bytes(&reading, list->text.bytes, list->text.length);
    if (input != NULL)
        delimited_read_rows(list->table, input, &(struct delimited_origin){ .lines = list->lines });
    input_close(input);
}

static void read_list(sheaf_table *table, struct input *input)
{
    const sheaf_alloc *alloc = table_alloc(table);
    struct list *list = memory_resize(alloc, NULL, 0, sizeof *list);

    if (list == NULL) {
        fail_memory(table_error(table));
        return;
    }
    memset(list, 0, sizeof *list);
    list->table = table;
    arena_init(&list->arena, alloc, table_error(table));
    buffer_init(&list->text, alloc, table_error(table));
    if (json_start(&list->json, input)) {
        find_list(list);
        if (!failed(list))
            write_list(list);
        if (!failed(list))
            read_rows(list, input_reading(input));
    }
    json_end(&list->json);
    buffer_free(&list->text);
    arena_free(&list->arena);
    memory_free(alloc, list->lines, list->capacity * sizeof *list->lines);
    memory_free(alloc, list, sizeof *list);
}

const struct reader json_table_reader = {
    .name = "json",
    .title = "JSON list",
    .recognises = recognises,
    .read = read_list,
};
