/* observation_builder_values.c - the period, value and attributes of an observation. */
#include "readers/observation_builder_parts.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "base/strings.h"
#include "readers/cell.h"
#include "readers/csv/dates.h"
#include "readers/options.h"
#include "readers/period_question.h"
#include "series/rounding.h"

void builder_clear(struct observation_builder *builder, size_t line)
{
    builder->row = builder->defaults;
    builder->row.line = line < UINT32_MAX ? (uint32_t)line : UINT32_MAX;
    memcpy(builder->members, builder->default_members, builder->count * sizeof *builder->members);
    builder->unit_power = builder->default_unit_power;
    builder->decimals = builder->default_decimals;
    builder->has_multiplier = builder->default_has_multiplier;
    builder->frequency = builder->default_frequency;
    builder->currency = NULL;
    builder->is_unclear = false;
}

void builder_put(struct observation_builder *builder, size_t dimension,
                 struct observation_member member)
{
    builder->members[dimension] = member.number;
    if (builder->roles[dimension] == HEADER_UNIT)
        builder->unit_power = member.power;
}

/* How many bytes of a text a reason quotes: at most 60, without a partial character. */
static int quoted(const char *text, size_t n)
{
    return (int)(n <= 60 ? n : utf8_floor(text, 60));
}

bool builder_period(struct observation_builder *builder, const char *text, size_t n)
{
    struct period_usage usage = period_usage_of(table_options(builder->table));
    struct flagged_period found;
    const char *question;

    if (n == 0)
        return builder_refuse(builder, "there is no period");
    if (builder->defaults.period.unit != SHEAF_NO_PERIOD)
        return builder_refuse_doubled(builder, header_role_name(HEADER_PERIOD));
    if (builder->frequency == 'W')
        usage.frequency = 'W';
    if (flagged_period_read(text, n, &usage, &found)) {
        if (found.flag_n > 0)
            warn_of_flag(builder->table, &found, text, n, builder->row.line);
        if (found.status != '\0')
            builder->row.status = found.status;
        builder->row.period = found.period;
        return true;
    }
    question = period_question(text, n);
    return builder_refuse(builder, "'%.*s' %s", quoted(text, n), text,
                          question != NULL
                              ? question
                              : "is not a period; write it as 2023, 2023-Q1, 2023-04 or "
                                "2024-01-01/P4M");
}

bool builder_period_parts(struct observation_builder *builder, const char *year, const char *part,
                          enum period_part kind)
{
    if (part[0] == '\0')
        return builder_period(builder, year, strlen(year));
    return period_read_parts(year, strlen(year), part, strlen(part), kind, &builder->row.period) ||
           builder_refuse(builder, "'%.*s' of '%.*s' is not a period", quoted(part, strlen(part)),
                          part, quoted(year, strlen(year)), year);
}

bool builder_is_secret(const struct observation_builder *builder)
{
    return builder->is_unclear || builder->row.confidentiality != 'F' ||
           builder->row.status == SHEAF_SUPPRESSED;
}

/* Warns of whole numbers beyond 2^53 with more digits than a double keeps. */
static void note_digits(struct observation_builder *builder)
{
    enum { HELD = 15 };
    const double value = builder->row.value;
    char text[NUMBER_TEXT];
    size_t digits = 0, zeros = 0;

    if (!(fabs(value) > 9007199254740992.0) || !isfinite(value) || builder->row.decimals < 0)
        return;
    number_write(text, value);
    for (const char *at = text; *at != '\0' && *at != 'e'; at++) {
        digits += *at >= '0' && *at <= '9';
        zeros = *at == '0' ? zeros + 1 : 0;
    }
    if (digits - zeros > HELD)
        table_warn(builder->table, "digits",
                   (struct place){ .file = table_name(builder->table), .line = builder->row.line },
                   "%s may have had more digits than are kept (15 to 17)",
                   builder_is_secret(builder) ? "\u2026" : text);
}

void builder_value(struct observation_builder *builder, double value, int places)
{
    builder->currency = NULL;
    builder->row.value = value;
    builder->row.decimals = (int8_t)within_decimals(places);
}

/* Takes a confidentiality that stands behind what is no number: "7773x13 c". */
static void take_flag_behind(struct observation_builder *builder, const char *text, size_t n)
{
    size_t begin = n;
    char found;

    while (begin > 0 && strchr("0123456789:.,-", text[begin - 1]) == NULL)
        begin--;
    while (begin < n && text[begin] == ' ')
        begin++;
    found = begin > 0 && begin < n ? confidentiality_find(text + begin, n - begin) : '\0';
    if (found != '\0' && found != 'F')
        builder->row.confidentiality = found;
}

/* Refuses a figure, which the reason quotes unless it is a secret. */
static bool refuse_figure(struct observation_builder *builder, const char *text, size_t n,
                          const char *why)
{
    take_flag_behind(builder, text, n);
    if (builder_is_secret(builder))
        return builder_refuse(builder, "'\u2026' %s", why);
    return builder_refuse(builder, "'%.*s' %s", quoted(text, n), text, why);
}

bool builder_value_text(struct observation_builder *builder, const char *text, size_t n)
{
    const char *decimal = table_options(builder->table)->decimal;
    struct cell cell = cell_read(text, n, decimal != NULL ? decimal[0] : '\0');

    switch (cell.kind) {
    case CELL_MISSING:
        builder_value(builder, NAN, 0);
        break;
    case CELL_NUMBER:
        builder_value(builder, cell.value, cell.decimals);
        builder->currency = cell.currency;
        break;
    case CELL_AMBIGUOUS:
        return refuse_figure(builder, text, n,
                             "is a number in two ways; say which mark is the decimal one, "
                             "with " SETTING("decimal: '.' or ','"));
    default:
        return refuse_figure(builder, text, n, "is not a number here; 12.5 is one");
    }
    return cell.flag_n == 0 || builder_status(builder, cell.flag, cell.flag_n);
}

void builder_growth(struct observation_builder *builder, double value, int places)
{
    builder->row.growth = value;
    builder->row.growth_decimals = (int8_t)within_decimals(places);
}

bool builder_multiplier(struct observation_builder *builder, int64_t power)
{
    if (power < -15 || power > 24)
        return builder_refuse(builder, "%" PRId64 " is no power of ten of a unit; use -15 to 24",
                              power);
    builder->row.multiplier = (int8_t)power;
    builder->has_multiplier = true;
    return true;
}

bool builder_multiplier_text(struct observation_builder *builder, const char *text, size_t n)
{
    bool is_factor;
    int power;

    if (power_find(text, n, &power, &is_factor))
        return builder_multiplier(builder, power);
    return builder_refuse(
        builder,
        "'%.*s' is no power of ten; a whole number from -15 to 24 is expected, or "
        "a word such as Millions",
        quoted(text, n), text);
}

bool builder_decimals(struct observation_builder *builder, int64_t decimals)
{
    if (decimals < LEAST_DECIMALS || decimals > MOST_DECIMALS)
        return builder_refuse(builder, "%" PRId64 " is no count of decimals; use %d to %d",
                              decimals, LEAST_DECIMALS, MOST_DECIMALS);
    builder->decimals = (int8_t)decimals;
    return true;
}

bool builder_whole_number(struct observation_builder *builder, const char *text, size_t n,
                          bool (*put)(struct observation_builder *, int64_t))
{
    int64_t number;

    if (number_read_integer(text, n, -1000, 1000, &number))
        return put(builder, number);
    return builder_refuse(builder, "'%.*s' is no whole number", quoted(text, n), text);
}

/* Stores the letter if one was found. */
static bool take_letter(char *letter, char found)
{
    if (found != '\0')
        *letter = found;
    return found != '\0';
}

/* Some offices give a confidentiality in the column of statuses. */
bool builder_status(struct observation_builder *builder, const char *text, size_t n)
{
    if (n == 0 || take_letter(&builder->row.status, status_find(text, n)) ||
        take_letter(&builder->row.confidentiality, confidentiality_find(text, n)))
        return true;
    builder->is_unclear = true;
    return builder_refuse(builder, NO_STATUS, quoted(text, n), text);
}

bool builder_confidentiality(struct observation_builder *builder, const char *text, size_t n)
{
    if (n == 0 || take_letter(&builder->row.confidentiality, confidentiality_find(text, n)))
        return true;
    builder->is_unclear = true;
    return builder_refuse(builder, NO_CONFIDENTIALITY, quoted(text, n), text);
}

void builder_frequency(struct observation_builder *builder, const char *text, size_t n)
{
    if (n > 0)
        builder->frequency = frequency_read(text, n);
}

/* Combines the power of ten in the unit's name with the one given separately; they must agree. */
static bool resolve_multiplier(struct observation_builder *builder)
{
    if (builder->unit_power == 0 || builder->unit_power == builder->row.multiplier)
        return true;
    if (builder->has_multiplier && builder->row.multiplier != 0)
        return builder_refuse(builder, "the unit says 10^%d and the multiplier 10^%d",
                              builder->unit_power, builder->row.multiplier);
    builder->row.multiplier = (int8_t)builder->unit_power;
    return true;
}

/* The sign of a currency before the value must be that of the unit. */
static bool check_currency(struct observation_builder *builder)
{
    const char *unit = "";

    if (builder->currency == NULL)
        return true;
    for (size_t i = 0; i < builder->count; i++)
        if (builder->roles[i] == HEADER_UNIT)
            unit = table_member(builder->table, i, builder->members[i]);
    if (strcmp(unit, builder->currency) == 0)
        return true;
    return builder_refuse(
        builder,
        "the value is in %s and the unit is '%.40s'; give the unit, with " SETTING(
            "set: {unit: %s}"),
        builder->currency, unit, builder->currency);
}

bool builder_add(struct observation_builder *builder)
{
    if (builder->row.period.unit == SHEAF_NO_PERIOD)
        return builder_refuse(builder, "there is no period");
    if (!resolve_multiplier(builder) || !check_currency(builder))
        return false;
    if (builder->frequency == 'W' && builder->row.period.unit == SHEAF_MONTHS)
        return builder_refuse(builder, "the frequency says weeks, and the period is none; write it "
                                       "as 2023-W01");
    note_digits(builder);
    builder->row.period = period_of_frequency(builder->row.period, builder->frequency);
    if (builder->decimals != DECIMALS_NOT_STATED)
        builder->row.decimals = builder->decimals;
    if (isnan(builder->row.value) && builder->row.status == SHEAF_NORMAL)
        builder->row.status = SHEAF_MISSING;
    table_add_row(builder->table, &builder->row, builder->members);
    return !failed(builder);
}
