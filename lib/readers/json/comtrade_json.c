/* comtrade_json.c - reads the JSON of UN Comtrade's API: {"elapsedTime": …, "count": …, "data":
 * [ {a record}, … ], "error": ""}, and of its API before 2023 (comtrade_json_legacy.c).
 *
 * The members of today's records are headers of the portal's CSV files (comtrade.c), those that the
 * query asked for. Without includeDesc, ISO codes and texts are null, and the numeric codes are
 * used. A record has a value, quantities and weights, each of which becomes a row. Records are
 * parsed one by one, so that a long answer takes no more memory than a short one. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "readers/json/comtrade_json.h"
#include "readers/json/json.h"
#include "readers/members.h"
#include "readers/options.h"
#include "readers/reader.h"

/* Units by the World Customs Organization's codes of quantity units. */
static const char *const unit_codes[] = {
    [2] = "m\u00B2", [3] = "1000 kWh", [4] = "m",        [5] = "u",
    [6] = "2u",      [7] = "l",        [8] = "kg",       [9] = "1000u",
    [10] = "packs",  [11] = "12u",     [12] = "m\u00B3", [13] = "carat"
};

struct comtrade {
    struct json json;
    struct observation_builder builder;
    struct comtrade_answer answer;
    size_t *dimensions; /* for each of answer.columns; SIZE_MAX: the records do not have it */
    size_t indicator, unit;
    size_t records; /* read so far */
    int64_t count;  /* that the answer states; -1: none */
};

static bool failed(const struct comtrade *comtrade)
{
    return sheaf_table_status(comtrade->builder.table) != SHEAF_OK;
}

static bool recognises(const char *bytes, size_t n)
{
    struct json_span data;

    return json_begins_with_member(bytes, n, "elapsedTime", NULL) ||
           json_begins_with_member(bytes, n, "validation", NULL) ||
           (json_begins_with_member(bytes, n, "dataset", &data) && *data.at == '[') ||
           (json_begins_with_member(bytes, n, "count", NULL) &&
            json_begins_with_member(bytes, n, "data", &data) && *data.at == '[');
}

static void fail_field(struct comtrade *comtrade, size_t record, const char *key,
                       const char *wanted, const struct json_value *value)
{
    struct json_path data = { NULL, comtrade->answer.records, 0 },
                     element = { &data, NULL, record };

    json_fail(&comtrade->json, key != NULL ? &(struct json_path){ &element, key, 0 } : &element,
              "%s is expected, not %s", wanted, json_kind(value));
}

static void fail_refused(struct comtrade *comtrade, size_t record, const char *key)
{
    struct json_path data = { NULL, comtrade->answer.records, 0 },
                     element = { &data, NULL, record };

    json_fail_refused(&comtrade->json,
                      key != NULL ? &(struct json_path){ &element, key, 0 } : &element,
                      &comtrade->builder);
}

/* Dimensions ---------------------------------------------------------------- */

static size_t count_columns(const struct comtrade *comtrade)
{
    size_t count = 0;

    while (comtrade->answer.columns[count].header != NULL)
        count++;
    return count;
}

/* Adds the dimensions. All records have the keys of the first one. */
static void begin(struct comtrade *comtrade, const struct json_value *record)
{
    const struct format_column *columns = comtrade->answer.columns;
    struct observation_builder *builder = &comtrade->builder;
    size_t count = count_columns(comtrade);

    comtrade->dimensions = arena_array(&builder->arena, size_t, count);
    for (size_t i = 0; i < count && !failed(comtrade); i++)
        comtrade->dimensions[i] =
            columns[i].role == COLUMN_DIMENSION && json_member(record, columns[i].header) != NULL
                ? builder_dimension(builder, header_role_named(columns[i].name), columns[i].name)
                : SIZE_MAX;
    comtrade->indicator = builder_dimension(builder, HEADER_INDICATOR, NULL);
    comtrade->unit = builder_dimension(builder, HEADER_UNIT, NULL);
    if (!failed(comtrade) && !builder_begin(builder))
        fail_refused(comtrade, 0, NULL);
}

static const char *alias_of(const char *dimension, const char *text)
{
    for (const struct format_alias *alias = comtrade_format.aliases; alias->dimension != NULL;
         alias++)
        if (strcmp(alias->dimension, dimension) == 0 && strcmp(alias->text, text) == 0)
            return alias->member;
    return text;
}

static void put_member(struct comtrade *comtrade, const struct format_column *column,
                       size_t dimension, const char *text)
{
    const char *country = NULL;

    text = alias_of(column->name, text);
    if (member_kind_of(column->name) == MEMBER_COUNTRY)
        country = country_find(text, strlen(text));
    if (country != NULL)
        text = country;
    builder_put(&comtrade->builder, dimension,
                builder_member(&comtrade->builder, dimension, text, strlen(text)));
}

static bool is_last_of_dimension(const struct comtrade *comtrade, size_t column)
{
    const struct format_column *columns = comtrade->answer.columns;

    return columns[column + 1].header == NULL ||
           strcmp(columns[column + 1].name, columns[column].name) != 0;
}

/* The columns of a dimension are adjacent. The first that is not empty gives the member; the last
 * gives its name, unless that is a number. */
static void put_members(struct comtrade *comtrade, const struct json_value *record)
{
    const struct format_column *columns = comtrade->answer.columns;
    struct observation_builder *builder = &comtrade->builder;
    size_t done = SIZE_MAX;

    for (size_t i = 0; columns[i].header != NULL && !failed(comtrade); i++) {
        const struct json_value *value = json_member(record, columns[i].header);
        const char *text = json_word(value);

        if (done != SIZE_MAX && comtrade->dimensions[i] == done && text != NULL &&
            text[strspn(text, "0123456789")] != '\0' && is_last_of_dimension(comtrade, i))
            table_name_member(builder->table, done, builder->members[done], text, strlen(text));
        if (comtrade->dimensions[i] == SIZE_MAX || comtrade->dimensions[i] == done)
            continue;
        if (text == NULL && value != NULL && !json_is(value, JSON_NULL))
            fail_field(comtrade, comtrade->records, columns[i].header, "a code", value);
        if (text == NULL || *text == '\0')
            continue;
        put_member(comtrade, &columns[i], comtrade->dimensions[i], text);
        done = comtrade->dimensions[i];
    }
}

/* Periods ------------------------------------------------------------------- */

/* refMonth is 52 in annual records. */
static void read_year_and_month(struct comtrade *comtrade, const struct json_value *record)
{
    const char *year_key = comtrade->answer.year, *month_key = comtrade->answer.month;
    const struct json_value *month_value =
        month_key != NULL ? json_member(record, month_key) : NULL;
    const char *year = json_word(json_member(record, year_key));
    const char *month = json_word(month_value);

    if (year == NULL)
        fail_field(comtrade, comtrade->records, year_key, "a year", json_member(record, year_key));
    else if (month == NULL && month_value != NULL && !json_is(month_value, JSON_NULL))
        fail_field(comtrade, comtrade->records, month_key, "a month", month_value);
    else if (!builder_period_parts(&comtrade->builder, year, month != NULL ? month : "",
                                   PERIOD_PART_MONTH))
        fail_refused(comtrade, comtrade->records, month != NULL ? month_key : year_key);
}

static void read_period(struct comtrade *comtrade, const struct json_value *record)
{
    const struct json_value *period = json_member(record, "period");
    const char *text = json_word(period);

    if (text == NULL && (period == NULL || json_is(period, JSON_NULL)))
        read_year_and_month(comtrade, record);
    else if (text == NULL)
        fail_field(comtrade, comtrade->records, "period", "a period", period);
    else if (!builder_period(&comtrade->builder, text, strlen(text)))
        fail_refused(comtrade, comtrade->records, "period");
}

/* Values -------------------------------------------------------------------- */

/* If a record has no text for the unit, its code is in a second member: qtyUnitCode for
 * qtyUnitAbbr, qtCode for qtDesc. */
static const char *unit_by_code(const struct format_measure *measure,
                                const struct json_value *record)
{
    enum { ENDING = 4 }; /* length of "Abbr" and "Desc" */
    char key[32];
    int64_t code = 0;

    snprintf(key, sizeof key, "%.*sCode", (int)strlen(measure->unit_header) - ENDING,
             measure->unit_header);
    return json_whole_number(json_member(record, key), 2,
                             sizeof unit_codes / sizeof *unit_codes - 1, &code)
               ? unit_codes[code]
               : "";
}

static bool is_estimate(const struct format_measure *measure, const struct json_value *record)
{
    const struct json_value *flag =
        measure->estimate_header != NULL ? json_member(record, measure->estimate_header) : NULL;
    const char *word = json_word(flag);

    for (size_t i = 0; i < sizeof measure->estimates / sizeof *measure->estimates; i++)
        if (word != NULL && measure->estimates[i] != NULL &&
            strcmp(word, measure->estimates[i]) == 0)
            return true;
    return json_is(flag, JSON_TRUE);
}

static const char *unit_of(const struct format_measure *measure, const struct json_value *record)
{
    const char *text;

    if (measure->unit != NULL)
        return measure->unit;
    text = json_text(json_member(record, measure->unit_header));
    return text != NULL && *text != '\0' ? alias_of("unit", text) : unit_by_code(measure, record);
}

/* Adds a row for a measure. The first measure is the value, which every record must have. */
static void add_measure(struct comtrade *comtrade, const struct json_value *record,
                        const struct format_measure *measure)
{
    struct observation_builder *builder = &comtrade->builder;
    const struct json_value *value = json_member(record, measure->header);
    const char *unit = unit_of(measure, record);
    struct table_row kept = builder->row;
    bool is_value = measure == comtrade->answer.measures;
    double number;
    int decimals;
    bool given = json_number(value, &number, &decimals);

    if (!given && (value != NULL ? !json_is(value, JSON_NULL) : is_value)) {
        fail_field(comtrade, comtrade->records, measure->header, "a number", value);
        return;
    }
    if (!is_value && (!given || (measure->zero_is_missing && number == 0)))
        return;
    if (given)
        builder_value(builder, number, decimals);
    if (is_estimate(measure, record))
        builder->row.status = SHEAF_ESTIMATED;
    builder_put(builder, comtrade->indicator,
                builder_member(builder, comtrade->indicator, measure->indicator,
                               strlen(measure->indicator)));
    builder_put(builder, comtrade->unit,
                builder_member(builder, comtrade->unit, unit, strlen(unit)));
    if (!builder_add(builder))
        fail_refused(comtrade, comtrade->records, measure->header);
    builder->row = kept;
}

static void read_record(struct comtrade *comtrade, const struct json_value *record, size_t line)
{
    if (!json_is(record, JSON_OBJECT)) {
        fail_field(comtrade, comtrade->records, NULL, "a record", record);
        return;
    }
    if (comtrade->records == 0)
        begin(comtrade, record);
    if (failed(comtrade))
        return;
    builder_clear(&comtrade->builder, line);
    put_members(comtrade, record);
    if (!failed(comtrade))
        read_period(comtrade, record);
    for (const struct format_measure *measure = comtrade->answer.measures;
         measure->header != NULL && !failed(comtrade); measure++)
        add_measure(comtrade, record, measure);
}

static void read_records(struct comtrade *comtrade, struct json_span data)
{
    struct json_walk walk;

    if (!json_walk(&walk, data) || walk.close != ']')
        json_fail(&comtrade->json, &(struct json_path){ NULL, comtrade->answer.records, 0 },
                  "an array is expected");
    while (!failed(comtrade) && json_next(&walk)) {
        const struct json_value *record = json_parse(&comtrade->json, walk.value);

        if (record != NULL)
            read_record(comtrade, record, walk.value.line);
        comtrade->records++;
    }
    if (!failed(comtrade) && walk.failed)
        json_fail_syntax(&comtrade->json);
}

/* The answer ---------------------------------------------------------------- */

static void fail_server(struct comtrade *comtrade, const char *key, const char *text)
{
    json_fail(&comtrade->json, &(struct json_path){ NULL, key, 0 },
              "the server answered with an error: %.200s", text);
}

/* {"status": {"name": "Ok", "value": 0}, "message": null, "count": {"value": 1}}. The value is not
 * 0 for a query that is too large, or one too many. */
static void read_validation(struct comtrade *comtrade, const struct json_value *validation)
{
    const struct json_value *status = json_member(validation, "status");
    const char *message = json_text(json_member(validation, "message"));
    int64_t value = 0;

    if (message == NULL || *message == '\0')
        message = json_text(json_member(status, "name"));
    if (json_whole_number(json_member(status, "value"), INT64_MIN, INT64_MAX, &value) && value != 0)
        fail_server(comtrade, "validation", message != NULL ? message : "it does not say which");
    json_whole_number(json_member(json_member(validation, "count"), "value"), 0, INT64_MAX,
                      &comtrade->count);
}

/* Reads a member of the answer other than its records. */
static void read_member(struct comtrade *comtrade, const struct json_walk *walk)
{
    const struct json_value *key = json_parse(&comtrade->json, walk->key);
    const struct json_value *value = key != NULL ? json_parse(&comtrade->json, walk->value) : NULL;
    const char *text = json_text(value);

    if (json_key_is(walk, "count"))
        json_whole_number(value, 0, INT64_MAX, &comtrade->count);
    else if (json_key_is(walk, "error") && text != NULL && *text != '\0')
        fail_server(comtrade, "error", text);
    else if (json_key_is(walk, "validation"))
        read_validation(comtrade, value);
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
    struct place at = { .file = comtrade->json.name };

    if (comtrade->records == 0)
        json_fail(&comtrade->json, &(struct json_path){ NULL, comtrade->answer.records, 0 },
                  "there are no records: the query found nothing");
    else if (comtrade->count >= 0 && (size_t)comtrade->count != comtrade->records)
        table_warn(table, "truncated", at, "the answer counts %" PRId64 " records and holds %zu",
                   comtrade->count, comtrade->records);
    else if (is_limit(comtrade->records))
        table_warn(table, "truncated", at,
                   "the answer has the %zu records at which some answers of UN Comtrade end; the "
                   "rest may be missing",
                   comtrade->records);
}

static void read_answer(struct comtrade *comtrade)
{
    struct json_walk walk;
    bool found = false;

    if (!json_walk(&walk, json_whole(&comtrade->json))) {
        json_fail_syntax(&comtrade->json);
        return;
    }
    while (!failed(comtrade) && json_next(&walk)) {
        bool is_legacy = json_key_is(&walk, comtrade_legacy_answer.records);

        if (!is_legacy && !json_key_is(&walk, "data")) {
            read_member(comtrade, &walk);
            continue;
        }
        if (found) {
            json_fail_syntax(&comtrade->json); /* a duplicate key */
            break;
        }
        if (is_legacy)
            comtrade->answer = comtrade_legacy_answer;
        read_records(comtrade, walk.value);
        found = true;
    }
    if (!failed(comtrade) && !json_walked_all(&walk))
        json_fail_syntax(&comtrade->json);
    if (!failed(comtrade))
        check_count(comtrade);
}

static void read_comtrade(sheaf_table *table, struct input *input)
{
    struct comtrade comtrade = { .answer = { .records = "data",
                                             .columns = comtrade_format.columns,
                                             .measures = comtrade_format.measures,
                                             .year = "refYear",
                                             .month = "refMonth" },
                                 .count = -1 };

    builder_init(&comtrade.builder, table);
    if (json_start(&comtrade.json, input) && !failed(&comtrade))
        read_answer(&comtrade);
    builder_free(&comtrade.builder);
    json_end(&comtrade.json);
}

const struct reader comtrade_json_reader = {
    .name = "comtrade-json",
    .title = "UN Comtrade JSON",
    .recognises = recognises,
    .read = read_comtrade,
};
