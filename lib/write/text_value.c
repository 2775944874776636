/* text_value.c - a figure in a table for people: its number, and the flags behind it. */
#include "write/text_value.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "series/digits.h"
#include "series/rounding.h"
#include "series/series.h"
#include "table/table.h"

#define ABOUT "\u2248"

const char *multiplier_word(int multiplier)
{
    switch (multiplier) {
    case 3:
        return "thousand";
    case 6:
        return "million";
    case 9:
        return "billion";
    case 12:
        return "trillion";
    default:
        return NULL;
    }
}

const char *status_word(char status)
{
    static const struct {
        char letter;
        const char *word;
    } words[] = {
        { SHEAF_BREAK, "break in the series" },
        { SHEAF_DEFINITION_DIFFERS, "definition differs" },
        { SHEAF_ESTIMATED, "estimated" },
        { SHEAF_FORECAST, "forecast" },
        { SHEAF_EXPERIMENTAL, "experimental" },
        { SHEAF_IMPUTED, "imputed" },
        { SHEAF_NOT_COLLECTED, "not collected" },
        { SHEAF_CANNOT_EXIST, "cannot exist" },
        { SHEAF_NOT_SIGNIFICANT, "not significant" },
        { SHEAF_MISSING, "missing" },
        { SHEAF_PROVISIONAL, "provisional" },
        { SHEAF_SUPPRESSED, "suppressed" },
        { SHEAF_LOW_RELIABILITY, "low reliability" },
        { SHEAF_UNVALIDATED, "unvalidated" },
    };

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (words[i].letter == status)
            return words[i].word;
    return "";
}

bool row_is_not_computed(const sheaf_row *row)
{
    return row->derived && isnan(row->value) && row->status == SHEAF_CANNOT_EXIST;
}

void status_flag(char status, char out[STATUS_FLAG])
{
    if (status == SHEAF_DEFINITION_DIFFERS)
        snprintf(out, STATUS_FLAG, "def");
    else
        snprintf(out, STATUS_FLAG, "%c", status - 'A' + 'a');
}

bool row_is_derived(const sheaf_row *row)
{
    return row->derived && !isnan(row->value);
}

/* Of the row's origin: "[est]"; if computed figures are flagged, too, "[d]". */
static const char *origin_flag(const sheaf_table *table, const sheaf_row *row)
{
    sheaf_flags wanted = table_flags(table);

    if (!row_is_derived(row) || wanted == SHEAF_FLAGS_NONE)
        return "";
    return row->estimated ? "[est]" : wanted == SHEAF_FLAGS_ALL ? "[d]" : "";
}

bool row_shows_status(const sheaf_table *table, const sheaf_row *row)
{
    return row->status != SHEAF_NORMAL &&
           (table_flags(table) != SHEAF_FLAGS_NONE || isnan(row->value) ||
            status_denies_value((char)row->status));
}

void row_flags(const sheaf_table *table, const sheaf_row *row, char out[ROW_FLAGS])
{
    bool has_status = row_shows_status(table, row);
    char letter[STATUS_FLAG];

    status_flag((char)row->status, letter);
    if (row_is_not_computed(row))
        snprintf(letter, sizeof letter, "nc");
    snprintf(out, ROW_FLAGS, "%s%s%s%s%s", origin_flag(table, row), has_status ? "[" : "",
             has_status ? letter : "", has_status ? "]" : "",
             row->confidentiality != 'F' ? "[c]" : "");
}

static const char *unit_of(const sheaf_table *table, size_t row)
{
    size_t dimension = table_find_dimension(table, "unit");

    return dimension != SIZE_MAX ? sheaf_table_row_member(table, row, dimension) : "";
}

/* Writes a number without an exponent, unless it is too large or too small for that. */
static size_t plain_number(char out[NUMBER_GIVEN], double value, int decimals)
{
    size_t n = number_write_given(out, value, decimals > 0 ? decimals : 0);
    bool is_small = fabs(value) < 1 && memchr(out, 'e', n) != NULL;

    return is_small && decimals <= MOST_DECIMALS ? number_write_fixed(out, value, decimals) : n;
}

size_t row_value(const sheaf_table *table, size_t index, const sheaf_row *row,
                 char out[NUMBER_GIVEN])
{
    const char *unit = unit_of(table, index);
    int decimals = row->decimals;
    char number[NUMBER_GIVEN];

    out[0] = '\0';
    if (isnan(row->value) || row->confidentiality != 'F' || status_denies_value((char)row->status))
        return 0; /* the flag is shown instead */
    if (!row->derived)
        return plain_number(out, row->value, decimals);

    struct known_digits known = digits_known(row->value, row->low, row->high, decimals);
    decimals = known.decimals;
    if (unit_is_rate(unit) || unit[0] == '\0')
        decimals = decimals_for_people(unit, row->value, decimals);
    plain_number(number, round_to(row->value, decimals), decimals);
    return (size_t)snprintf(out, NUMBER_GIVEN, "%s%.56s", known.is_about ? ABOUT : "", number);
}

size_t value_columns(const char *number, size_t n)
{
    return strncmp(number, ABOUT, strlen(ABOUT)) == 0 ? n - strlen(ABOUT) + 1 : n;
}

size_t value_point(const char *number)
{
    return value_columns(number, strcspn(number, ".e"));
}
