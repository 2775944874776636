/* comtrade_json.c - reads the JSON of UN Comtrade's API: {"elapsedTime": …, "count": …, "data":
 * [ {a record}, … ], "error": ""}, of its API before 2023 (comtrade_json_legacy.c), and bare lists
 * of their records. Records are taken one by one (comtrade_records.c), so that a long answer takes
 * no more memory than a short one. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "readers/json/comtrade_json.h"
#include "readers/reader.h"

/* A bare list, as scripts save the records of several answers. */
static bool is_list_of_records(const char *bytes, size_t n)
{
    struct json_span rest = { bytes, bytes + n, 1 };

    json_skip_blanks(&rest);
    if (rest.at == rest.end || *rest.at != '[')
        return false;
    rest.at++;
    n = (size_t)(rest.end - rest.at);
    return json_begins_with_member(rest.at, n, "primaryValue", NULL) ||
           (json_begins_with_member(rest.at, n, "TradeValue", NULL) &&
            json_begins_with_member(rest.at, n, "rgCode", NULL));
}

static bool recognises(const char *bytes, size_t n)
{
    struct json_span data;

    return json_begins_with_member(bytes, n, "elapsedTime", NULL) ||
           json_begins_with_member(bytes, n, "validation", NULL) ||
           (json_begins_with_member(bytes, n, "dataset", &data) && *data.at == '[') ||
           (json_begins_with_member(bytes, n, "count", NULL) &&
            json_begins_with_member(bytes, n, "data", &data) && *data.at == '[') ||
           is_list_of_records(bytes, n);
}

/* Reads an array of records. after: as json_stream_take has it. */
static void read_records(struct comtrade *comtrade, const char *after)
{
    struct json_stream *stream = &comtrade->stream;

    json_stream_peek(stream);
    comtrade->list = json_place(&stream->json, stream->rest.at);
    comtrade->has_list = true;
    if (!json_stream_take(stream, '[', "[")) {
        json_fail_there(&stream->json, stream->rest.at, "%s: an array is expected",
                        comtrade->answer.records);
        return;
    }
    if (json_stream_take(stream, ']', after))
        return;
    do {
        const struct json_value *record = json_stream_record(stream, &comtrade->record, "[0 ");

        if (record == NULL)
            return;
        comtrade_read_record(comtrade, record);
        comtrade->records++;
    } while (!comtrade_failed(comtrade) && json_stream_take(stream, ',', "[0,"));
    if (!comtrade_failed(comtrade) && !json_stream_take(stream, ']', after))
        json_stream_fail(stream);
}

/* The answer ---------------------------------------------------------------- */

/* A member of the answer other than its records. */
struct member {
    char key[32];
    struct json_span span;
    const struct json_value *value;
};

static void fail_server(struct comtrade *comtrade, const struct member *member, const char *text)
{
    json_fail_there(&comtrade->stream.json, member->span.at,
                    "%s: the server answered with an error: %.200s", member->key, text);
}

/* {"status": {"name": "Ok", "value": 0}, "message": null, "count": {"value": 1}}. The value is not
 * 0 for a query that is too large, or one too many. */
static void read_validation(struct comtrade *comtrade, const struct member *member)
{
    const struct json_value *status = json_member(member->value, "status");
    const char *message = json_text(json_member(member->value, "message"));
    int64_t value = 0;

    if (message == NULL || *message == '\0')
        message = json_text(json_member(status, "name"));
    if (json_whole_number(json_member(status, "value"), INT64_MIN, INT64_MAX, &value) && value != 0)
        fail_server(comtrade, member, message != NULL ? message : "it does not say which");
    json_whole_number(json_member(json_member(member->value, "count"), "value"), 0, INT64_MAX,
                      &comtrade->count);
}

static void read_member(struct comtrade *comtrade, struct member *member)
{
    struct json_stream *stream = &comtrade->stream;
    const char *text;

    if (!json_stream_value(stream, &member->span, "{\"\":0 "))
        return;
    member->value = json_parse(&stream->json, member->span);
    text = json_text(member->value);
    if (strcmp(member->key, "count") == 0)
        json_whole_number(member->value, 0, INT64_MAX, &comtrade->count);
    else if (strcmp(member->key, "error") == 0 && text != NULL && *text != '\0')
        fail_server(comtrade, member, text);
    else if (strcmp(member->key, "validation") == 0)
        read_validation(comtrade, member);
}

/* Limits of records in an answer: previews, keys without and with a subscription, and the API
 * before 2023. */
static bool is_limit(size_t records)
{
    return records == 500 || records == 100000 || records == 250000;
}

static void check_count(struct comtrade *comtrade)
{
    sheaf_table *table = comtrade->builder.table;
    const char *name = comtrade->stream.json.name, *list = comtrade->answer.records;
    struct place at = { .file = name };

    if (comtrade->records == 0)
        fail_at(table_error(table), SHEAF_BAD_INPUT, comtrade->list,
                "%s%sthere are no records: the query found nothing", list != NULL ? list : "",
                list != NULL ? ": " : "");
    else if (comtrade->count >= 0 && (size_t)comtrade->count != comtrade->records)
        table_warn(table, "truncated", at, "the answer counts %" PRId64 " records and holds %zu",
                   comtrade->count, comtrade->records);
    else if (is_limit(comtrade->records))
        table_warn(table, "truncated", at,
                   "the answer has the %zu records at which some answers of UN Comtrade end; the "
                   "rest may be missing",
                   comtrade->records);
}

/* Takes a key and its colon. False: failed. */
static bool take_key(struct json_stream *stream, char key[sizeof((struct member *)0)->key])
{
    struct json_span span;
    const struct json_value *text;

    if (json_stream_peek(stream) != '"') {
        json_stream_fail(stream);
        return false;
    }
    if (!json_stream_value(stream, &span, "{\"\" "))
        return false;
    text = json_parse(&stream->json, span);
    if (text == NULL)
        return false;
    snprintf(key, sizeof((struct member *)0)->key, "%s", json_text(text));
    if (json_stream_take(stream, ':', "{\"\":"))
        return true;
    json_stream_fail(stream);
    return false;
}

/* Reads the members of an answer, behind its "{". */
static void read_members(struct comtrade *comtrade)
{
    struct json_stream *stream = &comtrade->stream;
    struct member member;

    do {
        bool is_legacy;

        if (!take_key(stream, member.key))
            return;
        is_legacy = strcmp(member.key, comtrade_legacy_answer.records) == 0;
        if (!is_legacy && strcmp(member.key, "data") != 0) {
            read_member(comtrade, &member);
        } else if (comtrade->has_list) {
            json_fail_there(&stream->json, stream->rest.at,
                            "%s: these are records again; the first are on line %zu", member.key,
                            comtrade->list.line);
        } else {
            if (is_legacy)
                comtrade->answer = comtrade_legacy_answer;
            read_records(comtrade, "{\"\":0 ");
        }
    } while (!comtrade_failed(comtrade) && json_stream_take(stream, ',', "{\"\":0,"));
    if (!comtrade_failed(comtrade) && !json_stream_take(stream, '}', "0 "))
        json_stream_fail(stream);
}

/* An answer, or the bare list of its records. */
static void read_answer(struct comtrade *comtrade)
{
    struct json_stream *stream = &comtrade->stream;

    comtrade->list = (struct place){ .file = stream->json.name, .line = 1, .column = 1 };
    if (json_stream_peek(stream) == '[') {
        comtrade->answer.records = NULL;
        read_records(comtrade, "0 ");
    } else if (json_stream_take(stream, '{', "{")) {
        read_members(comtrade);
    }
    if (!comtrade_failed(comtrade) && json_stream_peek(stream) != '\0')
        json_stream_fail(stream);
    if (!comtrade_failed(comtrade))
        check_count(comtrade);
}

static void read_comtrade(sheaf_table *table, struct input *input)
{
    struct comtrade comtrade = { .answer = { .records = "data",
                                             .columns = comtrade_format.columns,
                                             .measures = comtrade_format.measures,
                                             .year = "refYear",
                                             .month = "refMonth" },
                                 .shape = SIZE_MAX,
                                 .count = -1 };

    builder_init(&comtrade.builder, table);
    if (json_stream_open(&comtrade.stream, input) && !comtrade_failed(&comtrade))
        read_answer(&comtrade);
    comtrade_free_caches(&comtrade);
    builder_free(&comtrade.builder);
    json_stream_close(&comtrade.stream);
}

const struct reader comtrade_json_reader = {
    .name = "comtrade-json",
    .title = "UN Comtrade JSON",
    .recognises = recognises,
    .read = read_comtrade,
};
