/* sql_rows.c - the rows of a query's result. Each text is looked up once: a column repeats few texts
 * many times. */
#include "readers/sql/sql_result.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/strings.h"

void sql_init(struct sql_result *result, sheaf_table *table)
{
    *result = (struct sql_result){ .table = table, .code = SQL_CODES };
    builder_init(&result->builder, table);
    result->builder.is_generic = true;
    buffer_init(&result->year, table_alloc(table), table_error(table));
    buffer_init(&result->dates.months, table_alloc(table), table_error(table));
}

void sql_free(struct sql_result *result)
{
    const sheaf_alloc *alloc = table_alloc(result->table);

    for (size_t i = 0; i < result->count; i++)
        string_cache_free(&result->columns[i].cache, alloc);
    string_cache_free(&result->parts, alloc);
    buffer_free(&result->year);
    buffer_free(&result->dates.months);
    builder_free(&result->builder);
}

void sql_fail(struct sql_result *result, const char *format, ...)
{
    char message[400];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    fail_at(table_error(result->table), SHEAF_BAD_INPUT,
            (struct place){ .file = table_name(result->table) }, "%s", message);
}

void sql_fail_cell(struct sql_result *result, size_t column, const char *reason)
{
    uint32_t row = result->builder.row.line;

    /* 0: the columns are settled by the cells of the first row */
    sql_fail(result, "row %" PRIu32 ", column '%.60s': %s", row > 0 ? row : 1,
             result->columns[column].name, reason);
}

/* Texts ------------------------------------------------------------------------- */

/* False, and failed, when the cell is no text. */
static bool check_text(struct sql_result *result, size_t column, const char *text, size_t n)
{
    if (utf8_valid(text, n, NULL) && memchr(text, '\0', n) == NULL)
        return true;
    sql_fail_cell(result, column, "the text is not UTF-8, or holds a NUL");
    return false;
}

static void remember(struct sql_result *result, struct string_cache *cache, const char *text,
                     size_t n, uint64_t meaning)
{
    string_cache_add(cache, &result->builder.arena, text, n, meaning);
}

/* Powers of ten in the cache are positive. */
enum { POWER_BIAS = 128 };

/* Notes the member of the cell's index. When memory runs out, fails the table. */
static void remember_code(struct sql_result *result, struct sql_column *column,
                          struct observation_member member)
{
    if (result->code >= SQL_CODES)
        return;
    if (column->codes == NULL) {
        column->codes = arena_array(&result->builder.arena, struct sql_code, SQL_CODES);
    }
    if (column->codes != NULL)
        column->codes[result->code] = (struct sql_code){ result->batch, member };
}

/* Puts the member of a cell by its index in a dictionary, if that was met before. */
static bool put_code(struct sql_result *result, const struct sql_source *source, size_t at)
{
    const struct sql_column *column = &result->columns[at];
    size_t code;

    result->code = SQL_CODES;
    if (!column->has_codes || !source->code(source->context, at, &code) || code >= SQL_CODES)
        return false;
    result->code = code;
    if (column->codes == NULL || column->codes[code].batch != result->batch)
        return false;
    builder_put(&result->builder, column->dimension, column->codes[code].member);
    return true;
}

static bool put_member(struct sql_result *result, size_t at, const char *text, size_t n)
{
    struct sql_column *column = &result->columns[at];
    struct observation_member member;
    uint64_t found;

    if (string_cache_find(&column->cache, text, n, &found)) {
        member = (struct observation_member){ (uint32_t)found, (int)(found >> 32) - POWER_BIAS };
    } else if (check_text(result, at, text, n)) {
        member = builder_member(&result->builder, column->dimension, text, n);
        remember(result, &column->cache, text, n,
                 (uint64_t)(member.power + POWER_BIAS) << 32 | member.number);
    } else {
        return false;
    }
    remember_code(result, column, member);
    builder_put(&result->builder, column->dimension, member);
    return true;
}

/* Periods ------------------------------------------------------------------------ */

/* Caches the period of the row, which the text gave. */
static void remember_period(struct sql_result *result, struct string_cache *cache, const char *text,
                            size_t n)
{
    sheaf_period *period = arena_new(&result->builder.arena, sheaf_period);

    if (period == NULL)
        return;
    *period = result->builder.row.period;
    remember(result, cache, text, n, (uint64_t)(uintptr_t)period);
}

static bool find_period(struct sql_result *result, struct string_cache *cache, const char *text,
                        size_t n)
{
    uint64_t found;

    if (!string_cache_find(cache, text, n, &found))
        return false;
    result->builder.row.period = *(const sheaf_period *)(uintptr_t)found;
    return true;
}

/* The length of the date in "2023-01-31 23:59:59": days are the shortest periods. */
static size_t without_time(const char *text, size_t n)
{
    enum { DATE = 10 };

    return n > DATE + 3 && text[4] == '-' && text[7] == '-' && text[DATE + 3] == ':' &&
                   (text[DATE] == ' ' || text[DATE] == 'T')
               ? DATE
               : n;
}

static bool put_period(struct sql_result *result, size_t at, const char *text, size_t n)
{
    struct string_cache *cache = &result->columns[at].cache;
    struct observation_builder *builder = &result->builder;
    bool is_weekly = builder->frequency == 'W' && builder->default_frequency != 'W';
    char status = builder->row.status;

    if (!is_weekly && find_period(result, cache, text, n))
        return true;
    builder->row.status = '\0';
    if (!check_text(result, at, text, n) || !builder_period(builder, text, without_time(text, n)))
        return false;
    sql_note_date(result);
    if (builder->row.status != '\0')
        return true; /* a flag, "2023p", is not in the cache */
    builder->row.status = status;
    if (!is_weekly)
        remember_period(result, cache, text, n);
    return true;
}

/* Year, month and quarter in columns of their own: bytes of result->year, each with a NUL. */
struct parts {
    size_t year, month, quarter, week; /* SIZE_MAX: the row has none */
    size_t year_column;
};

static bool keep_part(struct sql_result *result, size_t at, const char *text, size_t n,
                      size_t *part)
{
    *part = result->year.length;
    buffer_put(&result->year, text, n);
    buffer_byte(&result->year, '\0');
    return !result->year.failed && check_text(result, at, text, n);
}

/* Sets the period from a year and a month or quarter, unless a column has periods. */
static void put_parts(struct sql_result *result, const struct parts *parts)
{
    bool by_week = parts->week != SIZE_MAX, by_month = !by_week && parts->month != SIZE_MAX;
    size_t part = by_week ? parts->week : by_month ? parts->month : parts->quarter;
    const struct buffer *year = &result->year;

    if (parts->year == SIZE_MAX || result->has_periods)
        return;
    buffer_byte(&result->year, by_week    ? 'W'
                               : by_month ? 'M'
                                          : 'Q'); /* a month 2 is no quarter 2 */
    if (year->failed || find_period(result, &result->parts, year->bytes, year->length))
        return;
    if (!builder_period_parts(&result->builder, year->bytes + parts->year,
                              part != SIZE_MAX ? year->bytes + part : "",
                              by_week    ? PERIOD_PART_WEEK
                              : by_month ? PERIOD_PART_MONTH
                                         : PERIOD_PART_QUARTER))
        sql_fail_cell(result, parts->year_column, result->builder.reason);
    else
        remember_period(result, &result->parts, year->bytes, year->length);
}

/* Cells ---------------------------------------------------------------------------- */

static bool put_attribute(struct sql_result *result, size_t at, const char *text, size_t n)
{
    struct observation_builder *builder = &result->builder;

    if (!check_text(result, at, text, n))
        return false;
    switch (result->columns[at].role) {
    case HEADER_FREQUENCY:
        builder_frequency(builder, text, n);
        return true;
    case HEADER_MULTIPLIER:
        return builder_multiplier_text(builder, text, n);
    case HEADER_DECIMALS:
        return builder_whole_number(builder, text, n, builder_decimals);
    case HEADER_STATUS:
        return builder_status(builder, text, n);
    case HEADER_CONFIDENTIALITY:
        return builder_confidentiality(builder, text, n);
    default:
        return true;
    }
}

static bool put_cell(struct sql_result *result, size_t at, const char *text, size_t n,
                     struct parts *parts)
{
    const struct sql_column *column = &result->columns[at];

    switch (column->role) {
    case HEADER_PERIOD:
        return put_period(result, at, text, n);
    case HEADER_YEAR:
        parts->year_column = at;
        return keep_part(result, at, text, n, &parts->year);
    case HEADER_MONTH:
        return keep_part(result, at, text, n, &parts->month);
    case HEADER_QUARTER:
        return keep_part(result, at, text, n, &parts->quarter);
    case HEADER_WEEK:
        return keep_part(result, at, text, n, &parts->week);
    default:
        return column->dimension != SIZE_MAX ? put_member(result, at, text, n)
                                             : put_attribute(result, at, text, n);
    }
}

bool sql_value_text(struct sql_result *result, size_t column, const char *text, size_t n)
{
    if (builder_value_text(&result->builder, text, n))
        return true;
    check_text(result, column, text, n); /* the reason quotes it */
    return false;
}

static bool put_value(struct sql_result *result, const struct sql_source *source, size_t at)
{
    const char *text;
    size_t n = 0;

    if (source->value != NULL)
        return source->value(source->context, at, &result->builder);
    text = source->text(source->context, at, &n);
    if (sql_failed(result))
        return false;
    return text == NULL || sql_value_text(result, at, text, n);
}

/* A number of a database is no text that might have a decimal comma: 1.234 is one number. */
static bool put_growth(struct sql_result *result, const struct sql_source *source, size_t at)
{
    struct table_row *row = &result->builder.row;
    double value = row->value;
    int8_t decimals = row->decimals;

    if (!put_value(result, source, at))
        return false;
    builder_growth(&result->builder, row->value, row->decimals);
    row->value = value;
    row->decimals = decimals;
    return true;
}

/* Reads the cells of a row that all of its values share. */
static void read_shared(struct sql_result *result, const struct sql_source *source)
{
    struct parts parts = { SIZE_MAX, SIZE_MAX, SIZE_MAX, SIZE_MAX, 0 };

    buffer_clear(&result->year);
    for (size_t i = 0; i < result->count && !sql_failed(result); i++) {
        const struct sql_column *column = &result->columns[i];
        const char *text;
        size_t n = 0;

        if (column->is_skipped || column->role == HEADER_VALUE || column->role == HEADER_GROWTH)
            continue;
        if (put_code(result, source, i))
            continue;
        text = source->text(source->context, i, &n);
        if (text != NULL && !put_cell(result, i, text, n, &parts))
            sql_fail_cell(result, i, result->builder.reason);
    }
    if (!sql_failed(result))
        put_parts(result, &parts);
    for (size_t i = 0; i < result->count && !sql_failed(result); i++) /* the statuses are known */
        if (!result->columns[i].is_skipped && result->columns[i].role == HEADER_GROWTH &&
            !put_growth(result, source, i))
            sql_fail_cell(result, i, result->builder.reason);
}

/* What the values of a row share. */
struct shared {
    struct table_row row;
    int unit_power;
    uint32_t unit;    /* member of result->shared_unit */
    bool is_currency; /* this member */
};

static struct shared shared_of(const struct sql_result *result)
{
    const struct observation_builder *builder = &result->builder;
    struct shared shared = { .row = builder->row, .unit_power = builder->unit_power };

    if (result->shared_unit == SIZE_MAX || sql_failed(result))
        return shared;
    shared.unit = builder->members[result->shared_unit];
    shared.is_currency =
        unit_is_currency(table_member(result->table, result->shared_unit, shared.unit));
    return shared;
}

/* The unit and power of ten of a value, unless the name of its column has its own unit. */
static void put_unit(struct sql_result *result, const struct sql_column *column,
                     const struct shared *shared)
{
    struct observation_builder *builder = &result->builder;

    builder->unit_power = shared->unit_power;
    if (result->shared_unit != SIZE_MAX) {
        bool is_own = column->is_quantity != shared->is_currency;

        builder->members[result->shared_unit] = is_own ? shared->unit : result->no_unit;
        builder->unit_power = is_own ? shared->unit_power : 0;
    }
    if (column->power != 0)
        builder->unit_power = column->power;
}

static void add_value(struct sql_result *result, const struct sql_source *source, size_t at,
                      const struct shared *shared)
{
    const struct sql_column *column = &result->columns[at];

    result->builder.row = shared->row;
    put_unit(result, column, shared);
    if (column->flow != SIZE_MAX)
        builder_put(&result->builder, column->flow, column->flow_member);
    if (column->unit != SIZE_MAX)
        builder_put(&result->builder, column->unit, column->unit_member);
    if (column->series != SIZE_MAX)
        builder_put(&result->builder, column->series, column->series_member);
    if (!put_value(result, source, at) || !builder_add(&result->builder))
        sql_fail_cell(result, at, result->builder.reason);
}

size_t sql_read_rows(struct sql_result *result, const struct sql_source *source)
{
    size_t rows = 0;
    bool has_row = source->next(source->context);

    if (!sql_failed(result))
        sql_settle_columns(result, has_row ? source : NULL);
    result->has_periods = sql_count_role(result, HEADER_PERIOD) > 0;
    for (; !sql_failed(result) && has_row; has_row = source->next(source->context)) {
        struct shared shared;

        builder_clear(&result->builder, ++rows);
        read_shared(result, source);
        shared = shared_of(result);
        for (size_t i = 0; i < result->count && !sql_failed(result); i++)
            if (result->columns[i].role == HEADER_VALUE && !result->columns[i].is_skipped)
                add_value(result, source, i, &shared);
    }
    builder_settle_countries(&result->builder);
    if (!sql_failed(result))
        sql_settle_dates(result);
    return rows;
}

void sql_require_rows(struct sql_result *result, size_t rows)
{
    if (!sql_failed(result) && rows == 0)
        sql_fail(result, "the result has no rows");
}
