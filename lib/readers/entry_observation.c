/* entry_observation.c - an observation's period, figure and what stands beside it. */
#include "readers/entry_parts.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "base/strings.h"
#include "readers/cell.h"
#include "readers/csv/dates.h"
#include "readers/options.h"
#include "series/rounding.h"

void entry_clear(struct entry *entry, size_t line)
{
    entry->row = entry->defaults;
    entry->row.line = line < UINT32_MAX ? (uint32_t)line : UINT32_MAX;
    memcpy(entry->members, entry->default_members, entry->count * sizeof *entry->members);
    entry->unit_power = entry->default_unit_power;
    entry->decimals = entry->default_decimals;
    entry->multiplier_said = entry->default_multiplier_said;
    entry->frequency = entry->default_frequency;
}

void entry_put(struct entry *entry, size_t dimension, struct entry_member member)
{
    entry->members[dimension] = member.number;
    if (entry->roles[dimension] == HEADER_UNIT)
        entry->unit_power = member.power;
}

/* How much of a text a reason quotes: whole characters. */
static int quoted(const char *text, size_t n)
{
    return (int)(n <= 60 ? n : utf8_floor(text, 60));
}

bool entry_period(struct entry *entry, const char *text, size_t n)
{
    const char *refusal;

    if (n == 0)
        return entry_refuse(entry, "there is no period");
    if (entry->defaults.period.unit != SHEAF_NO_PERIOD)
        return entry_refuse_doubled(entry, header_role_name(HEADER_PERIOD));
    if (sheaf_period_read(text, n, &entry->row.period))
        return true;
    refusal = period_refusal(text, n);
    return entry_refuse(entry, "'%.*s' %s", quoted(text, n), text,
                        refusal != NULL ? refusal
                                        : "is not a period; write it as 2023, 2023-Q1, 2023-04 or "
                                          "2024-01-01/P4M");
}

bool entry_period_parts(struct entry *entry, const char *year, const char *part,
                        enum period_part kind)
{
    if (part[0] == '\0')
        return entry_period(entry, year, strlen(year));
    return period_read_parts(year, strlen(year), part, strlen(part), kind, &entry->row.period) ||
           entry_refuse(entry, "'%.*s' of '%.*s' is not a period", quoted(part, strlen(part)), part,
                        quoted(year, strlen(year)), year);
}

void entry_value(struct entry *entry, double value, int places)
{
    entry->row.value = value;
    entry->row.decimals = (int8_t)within_decimals(places);
}

bool entry_value_text(struct entry *entry, const char *text, size_t n)
{
    const char *decimal = table_options(entry->table)->decimal;
    struct cell cell = cell_read(text, n, decimal != NULL ? decimal[0] : '\0');

    switch (cell.kind) {
    case CELL_MISSING:
        entry_value(entry, NAN, 0);
        break;
    case CELL_NUMBER:
        entry_value(entry, cell.value, cell.decimals);
        break;
    case CELL_AMBIGUOUS:
        return entry_refuse(
            entry,
            "'%.*s' is a number in two ways; say which mark is the decimal one, with " SETTING(
                "decimal: '.' or ','"),
            quoted(text, n), text);
    default:
        return entry_refuse(entry, "'%.*s' is not a number here; 12.5 is one", quoted(text, n),
                            text);
    }
    return cell.flag_n == 0 || entry_status(entry, cell.flag, cell.flag_n);
}

void entry_growth(struct entry *entry, double value, int places)
{
    entry->row.growth = value;
    entry->row.growth_decimals = (int8_t)within_decimals(places);
}

bool entry_multiplier(struct entry *entry, int64_t power)
{
    if (power < -15 || power > 24)
        return entry_refuse(entry, "%" PRId64 " is no power of ten of a unit; -15 to 24 are",
                            power);
    entry->row.multiplier = (int8_t)power;
    entry->multiplier_said = true;
    return true;
}

bool entry_decimals(struct entry *entry, int64_t decimals)
{
    if (decimals < LEAST_DECIMALS || decimals > MOST_DECIMALS)
        return entry_refuse(entry, "%" PRId64 " is no count of decimals; %d to %d are", decimals,
                            LEAST_DECIMALS, MOST_DECIMALS);
    entry->decimals = (int8_t)decimals;
    return true;
}

bool entry_whole_number(struct entry *entry, const char *text, size_t n,
                        bool (*put)(struct entry *, int64_t))
{
    int64_t number;

    if (number_read_integer(text, n, -1000, 1000, &number))
        return put(entry, number);
    return entry_refuse(entry, "'%.*s' is no whole number", quoted(text, n), text);
}

/* Takes the letter that was found: false where none was. */
static bool take_letter(char *letter, char found)
{
    if (found != '\0')
        *letter = found;
    return found != '\0';
}

/* Some write a confidentiality among the statuses. */
bool entry_status(struct entry *entry, const char *text, size_t n)
{
    return n == 0 || take_letter(&entry->row.status, status_find(text, n)) ||
           take_letter(&entry->row.confidentiality, confidentiality_find(text, n)) ||
           entry_refuse(entry, NO_STATUS, quoted(text, n), text);
}

bool entry_confidentiality(struct entry *entry, const char *text, size_t n)
{
    return n == 0 || take_letter(&entry->row.confidentiality, confidentiality_find(text, n)) ||
           entry_refuse(entry, NO_CONFIDENTIALITY, quoted(text, n), text);
}

void entry_frequency(struct entry *entry, const char *text, size_t n)
{
    if (n > 0)
        entry->frequency = frequency_read(text, n);
}

/* The power of ten that the unit names and the one that stands beside it. */
static bool settle_multiplier(struct entry *entry)
{
    if (entry->unit_power == 0 || entry->unit_power == entry->row.multiplier)
        return true;
    if (entry->multiplier_said && entry->row.multiplier != 0)
        return entry_refuse(entry, "the unit says 10^%d and the multiplier 10^%d",
                            entry->unit_power, entry->row.multiplier);
    entry->row.multiplier = (int8_t)entry->unit_power;
    return true;
}

bool entry_add(struct entry *entry)
{
    if (entry->row.period.unit == SHEAF_NO_PERIOD)
        return entry_refuse(entry, "there is no period");
    if (!settle_multiplier(entry))
        return false;
    entry->row.period = period_of_frequency(entry->row.period, entry->frequency);
    if (entry->decimals != ENTRY_DECIMALS_UNSAID)
        entry->row.decimals = entry->decimals;
    if (isnan(entry->row.value) && entry->row.status == SHEAF_NORMAL)
        entry->row.status = SHEAF_MISSING;
    table_add_row(entry->table, &entry->row, entry->members);
    return !failed(entry);
}
