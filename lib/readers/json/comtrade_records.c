/* comtrade_records.c - turns the records of UN Comtrade's JSON into rows.
 *
 * The members of today's records are headers of the portal's CSV files (comtrade.c), those that the
 * query asked for. Without includeDesc, ISO codes and texts are null, and the numeric codes are
 * used. A record has a value, quantities and weights, each of which becomes a row. */
#include <stdio.h>
#include <string.h>

#include "readers/json/comtrade_json.h"
#include "readers/members.h"
#include "readers/options.h"

/* Units by the World Customs Organization's codes of quantity units. */
static const char *const unit_codes[] = {
    [2] = "m\u00B2", [3] = "1000 kWh", [4] = "m",        [5] = "u",
    [6] = "2u",      [7] = "l",        [8] = "kg",       [9] = "1000u",
    [10] = "packs",  [11] = "12u",     [12] = "m\u00B3", [13] = "carat"
};

bool comtrade_failed(const struct comtrade *comtrade)
{
    return sheaf_table_status(comtrade->builder.table) != SHEAF_OK;
}

/* Fails at a member of the latest record; key NULL: at the record. */
static void fail_record(struct comtrade *comtrade, const char *key, const char *message)
{
    struct json_path data = { NULL, comtrade->answer.records, 0 },
                     element = { comtrade->answer.records != NULL ? &data : NULL, NULL,
                                 comtrade->records };
    struct json *json = &comtrade->stream.json;

    json->found_path = &element;
    json->found = comtrade->record;
    json_fail(json, key != NULL ? &(struct json_path){ &element, key, 0 } : &element, "%s",
              message);
    json->found_path = NULL;
}

static void fail_field(struct comtrade *comtrade, const char *key, const char *wanted,
                       const struct json_value *value)
{
    char message[128];

    snprintf(message, sizeof message, "%s is expected, not %s", wanted, json_kind(value));
    fail_record(comtrade, key, message);
}

static void fail_refused(struct comtrade *comtrade, const char *key)
{
    fail_record(comtrade, key, comtrade->builder.reason);
}

/* Dimensions ---------------------------------------------------------------- */

static size_t count_columns(const struct comtrade *comtrade)
{
    size_t count = 0;

    while (comtrade->answer.columns[count].header != NULL)
        count++;
    return count;
}

static size_t count_measures(const struct comtrade *comtrade)
{
    size_t count = 0;

    while (comtrade->answer.measures[count].header != NULL)
        count++;
    return count;
}

static bool is_last_of_dimension(const struct format_column *column)
{
    return column[1].header == NULL || strcmp(column[1].name, column->name) != 0;
}

/* Adds the dimensions. All records have the keys of the first one. */
static void begin(struct comtrade *comtrade, const struct json_value *record)
{
    const struct format_column *columns = comtrade->answer.columns;
    struct observation_builder *builder = &comtrade->builder;
    size_t count = count_columns(comtrade);

    comtrade->columns = arena_array(&builder->arena, struct comtrade_column, count);
    comtrade->measures =
        arena_array(&builder->arena, struct comtrade_measure, count_measures(comtrade));
    for (size_t i = 0; i < count && !comtrade_failed(comtrade); i++) {
        bool given =
            columns[i].role == COLUMN_DIMENSION && json_member(record, columns[i].header) != NULL;

        comtrade->columns[i].names = is_last_of_dimension(&columns[i]);
        comtrade->columns[i].dimension =
            given ? builder_dimension(builder, header_role_named(columns[i].name), columns[i].name)
                  : SIZE_MAX;
    }
    comtrade->indicator = builder_dimension(builder, HEADER_INDICATOR, NULL);
    comtrade->unit = builder_dimension(builder, HEADER_UNIT, NULL);
    if (!comtrade_failed(comtrade) && !builder_begin(builder))
        fail_refused(comtrade, NULL);
    for (size_t i = 0; !comtrade_failed(comtrade) && i < count_measures(comtrade); i++) {
        const char *indicator = comtrade->answer.measures[i].indicator;

        comtrade->measures[i].indicator =
            builder_member(builder, comtrade->indicator, indicator, strlen(indicator));
    }
}

/* qtyUnitCode for qtyUnitAbbr, qtCode for qtDesc. */
static const struct json_value *unit_code_of(const struct json_value *record,
                                             const char *unit_header)
{
    enum { ENDING = 4 }; /* length of "Abbr" and "Desc" */
    char key[32];

    snprintf(key, sizeof key, "%.*sCode", (int)strlen(unit_header) - ENDING, unit_header);
    return json_member(record, key);
}

/* Finds the parts of a record by their keys. In records of one shape they stay where they are. */
static void find_parts(struct comtrade *comtrade, const struct json_value *record)
{
    const struct json_shape *shape = &comtrade->stream.shape;
    const struct comtrade_answer *answer = &comtrade->answer;

    if (record == &shape->object && comtrade->shape == shape->number)
        return;
    for (size_t i = 0; answer->columns[i].header != NULL; i++)
        comtrade->columns[i].value = json_member(record, answer->columns[i].header);
    for (size_t i = 0; answer->measures[i].header != NULL; i++) {
        const struct format_measure *measure = &answer->measures[i];
        struct comtrade_measure *found = &comtrade->measures[i];

        found->value = json_member(record, measure->header);
        if (measure->estimate_header != NULL)
            found->estimate = json_member(record, measure->estimate_header);
        if (measure->unit == NULL) {
            found->unit = json_member(record, measure->unit_header);
            found->unit_code = unit_code_of(record, measure->unit_header);
        }
    }
    comtrade->period = json_member(record, "period");
    comtrade->year = json_member(record, answer->year);
    comtrade->month = answer->month != NULL ? json_member(record, answer->month) : NULL;
    comtrade->shape = record == &shape->object ? shape->number : SIZE_MAX;
}

static const char *alias_of(const char *dimension, const char *text)
{
    for (const struct format_alias *alias = comtrade_format.aliases; alias->dimension != NULL;
         alias++)
        if (strcmp(alias->dimension, dimension) == 0 && strcmp(alias->text, text) == 0)
            return alias->member;
    return text;
}

/* The member of a text that was not met before. */
static uint32_t look_up(struct comtrade *comtrade, struct comtrade_column *column, const char *name,
                        const char *text)
{
    struct observation_builder *builder = &comtrade->builder;
    const char *member = alias_of(name, text), *country = NULL;
    uint32_t number;

    if (member_kind_of(name) == MEMBER_COUNTRY)
        country = country_find(member, strlen(member));
    if (country != NULL)
        member = country;
    number = builder_member(builder, column->dimension, member, strlen(member)).number;
    string_cache_add(&column->members, &builder->arena, text, strlen(text), number);
    return number;
}

static void put_member(struct comtrade *comtrade, struct comtrade_column *column, const char *name,
                       const char *text)
{
    uint64_t number;

    if (!string_cache_find(&column->members, text, strlen(text), &number))
        number = look_up(comtrade, column, name, text);
    builder_put(&comtrade->builder, column->dimension,
                (struct observation_member){ (uint32_t)number, 0 });
}

/* Names the record's member by a text, unless that is a number. */
static void name_member(struct comtrade *comtrade, struct comtrade_column *column, const char *text)
{
    struct observation_builder *builder = &comtrade->builder;
    uint32_t member = builder->members[column->dimension];
    uint64_t named;

    if (text[strspn(text, "0123456789")] == '\0')
        return;
    if (string_cache_find(&column->named, text, strlen(text), &named)) {
        if (named == member)
            return;
    } else {
        string_cache_add(&column->named, &builder->arena, text, strlen(text), member);
    }
    table_name_member(builder->table, column->dimension, member, text, strlen(text));
}

/* The columns of a dimension are adjacent. The first that is not empty gives the member; the last
 * gives its name. */
static void put_members(struct comtrade *comtrade)
{
    const struct format_column *columns = comtrade->answer.columns;
    size_t done = SIZE_MAX;

    for (size_t i = 0; columns[i].header != NULL && !comtrade_failed(comtrade); i++) {
        struct comtrade_column *column = &comtrade->columns[i];
        const char *text = json_word(column->value);

        if (column->dimension == SIZE_MAX)
            continue;
        if (column->dimension == done) {
            if (text != NULL && column->names)
                name_member(comtrade, column, text);
            continue;
        }
        if (text == NULL && column->value != NULL && !json_is(column->value, JSON_NULL))
            fail_field(comtrade, columns[i].header, "a code", column->value);
        if (text == NULL || *text == '\0')
            continue;
        put_member(comtrade, column, columns[i].name, text);
        done = column->dimension;
    }
}

/* Periods ------------------------------------------------------------------- */

/* refMonth is 52 in annual records. */
static void read_year_and_month(struct comtrade *comtrade)
{
    const char *year_key = comtrade->answer.year, *month_key = comtrade->answer.month;
    const char *year = json_word(comtrade->year), *month = json_word(comtrade->month);

    if (year == NULL)
        fail_field(comtrade, year_key, "a year", comtrade->year);
    else if (month == NULL && comtrade->month != NULL && !json_is(comtrade->month, JSON_NULL))
        fail_field(comtrade, month_key, "a month", comtrade->month);
    else if (!builder_period_parts(&comtrade->builder, year, month != NULL ? month : "",
                                   PERIOD_PART_MONTH))
        fail_refused(comtrade, month != NULL ? month_key : year_key);
}

static void read_period(struct comtrade *comtrade)
{
    const struct json_value *period = comtrade->period;
    const char *text = json_word(period);

    if (text == NULL && (period == NULL || json_is(period, JSON_NULL)))
        read_year_and_month(comtrade);
    else if (text == NULL)
        fail_field(comtrade, "period", "a period", period);
    else if (!builder_period(&comtrade->builder, text, strlen(text)))
        fail_refused(comtrade, "period");
}

/* Values -------------------------------------------------------------------- */

static bool is_estimate(const struct format_measure *measure, const struct json_value *flag)
{
    const char *word = json_word(flag);

    for (size_t i = 0; i < sizeof measure->estimates / sizeof *measure->estimates; i++)
        if (word != NULL && measure->estimates[i] != NULL &&
            strcmp(word, measure->estimates[i]) == 0)
            return true;
    return json_is(flag, JSON_TRUE);
}

/* If a record has no text for the unit, a second member has its code. */
static const char *unit_of(const struct format_measure *measure,
                           const struct comtrade_measure *found)
{
    const char *text = json_text(found->unit);
    int64_t code = 0;

    if (measure->unit != NULL)
        return measure->unit;
    if (text != NULL && *text != '\0')
        return alias_of("unit", text);
    return json_whole_number(found->unit_code, 2, sizeof unit_codes / sizeof *unit_codes - 1, &code)
               ? unit_codes[code]
               : "";
}

static void put_unit(struct comtrade *comtrade, struct comtrade_measure *found, const char *unit)
{
    struct observation_builder *builder = &comtrade->builder;
    struct observation_member member;
    uint64_t meaning;

    if (string_cache_find(&found->units, unit, strlen(unit), &meaning)) {
        member = (struct observation_member){ (uint32_t)meaning, (int32_t)(meaning >> 32) };
    } else {
        member = builder_member(builder, comtrade->unit, unit, strlen(unit));
        string_cache_add(&found->units, &builder->arena, unit, strlen(unit),
                         (uint64_t)(uint32_t)member.power << 32 | member.number);
    }
    builder_put(builder, comtrade->unit, member);
}

/* Adds a row for a measure. The first measure is the value, which every record must have. */
static void add_measure(struct comtrade *comtrade, size_t index)
{
    const struct format_measure *measure = &comtrade->answer.measures[index];
    struct comtrade_measure *found = &comtrade->measures[index];
    struct observation_builder *builder = &comtrade->builder;
    const struct json_value *value = found->value;
    struct table_row kept = builder->row;
    bool is_value = index == 0;
    double number;
    int decimals;
    bool given = json_number(value, &number, &decimals);

    if (!given && (value != NULL ? !json_is(value, JSON_NULL) : is_value)) {
        fail_field(comtrade, measure->header, "a number", value);
        return;
    }
    if (!is_value && (!given || (measure->zero_is_missing && number == 0)))
        return;
    if (given)
        builder_value(builder, number, decimals);
    if (is_estimate(measure, found->estimate))
        builder->row.status = SHEAF_ESTIMATED;
    builder_put(builder, comtrade->indicator, found->indicator);
    put_unit(comtrade, found, unit_of(measure, found));
    if (!builder_add(builder))
        fail_refused(comtrade, measure->header);
    builder->row = kept;
}

void comtrade_read_record(struct comtrade *comtrade, const struct json_value *record)
{
    if (!json_is(record, JSON_OBJECT)) {
        fail_field(comtrade, NULL, "a record", record);
        return;
    }
    if (comtrade->records == 0)
        begin(comtrade, record);
    if (comtrade_failed(comtrade))
        return;
    builder_clear(&comtrade->builder, comtrade->record.line);
    find_parts(comtrade, record);
    put_members(comtrade);
    if (!comtrade_failed(comtrade))
        read_period(comtrade);
    for (size_t i = 0; comtrade->answer.measures[i].header != NULL && !comtrade_failed(comtrade);
         i++)
        add_measure(comtrade, i);
}

void comtrade_free_caches(struct comtrade *comtrade)
{
    const sheaf_alloc *alloc = table_alloc(comtrade->builder.table);

    for (size_t i = 0; comtrade->columns != NULL && i < count_columns(comtrade); i++) {
        string_cache_free(&comtrade->columns[i].members, alloc);
        string_cache_free(&comtrade->columns[i].named, alloc);
    }
    for (size_t i = 0; comtrade->measures != NULL && i < count_measures(comtrade); i++)
        string_cache_free(&comtrade->measures[i].units, alloc);
}
