/* parts_of_years.c - tables with a row a year and a column a month or quarter: Year, Jan, Feb …,
 * Total. */
#include <string.h>

#include "base/strings.h"
#include "readers/csv/dates.h"
#include "readers/csv/layout.h"
#include "vocabulary/normalised.h"

enum { YEAR_MONTHS = 12 };

bool is_whole_year_word(const char *text, size_t n)
{
    static const char *const words[] = {
        "annual",       "total",      "year",    "year total",  "annual total", "full year",
        "total year",   "whole year", "итого",   "всего",       "год",          "за год",
        "итого за год", "жыл",        "барлығы", "жиыны",       "全年",         "合计",
        "合計",         "总计",       "總計",    "jahr",        "jahressumme",  "insgesamt",
        "gesamt",       "summe",      "année",   "annuel",      "anual",        "año",
        "totale",       "anno",       "annuale", "total anual", "ano",          "razem",
        "ogółem",       "rok",        "celkem",  "toplam",      "yıllık",       "yıl",
        "المجموع",      "الإجمالي",   "السنة",   "جەمئىي",
    };
    struct normalised normalised;

    if (!normalise(&normalised, text, n))
        return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (normalised_is(&normalised, words[i]))
            return true;
    return false;
}

/* What the headers of a table could be, apart from the year's total. */
struct parts {
    size_t named;     /* months or quarters by name: "Jan", "Q1", "4月", "Jan-Mar" */
    bool numbers[13]; /* by a number alone: [1] … [12] */
    size_t numbered;
    bool is_roman; /* the numbers are I, II, III, IV */
};

/* "1" to "12", or "I" to "IV" in words of period_read_parts; 0: the header is more than a number. */
static int bare_number(const char *header)
{
    size_t n = strlen(header), digits = strspn(header, "0123456789");
    int number = 0;

    if (digits == n && n <= 2)
        for (size_t i = 0; i < n; i++)
            number = number * 10 + (header[i] - '0');
    else if (strspn(header, "IV") == n)
        number = header[0] == 'V' ? 0 : header[n - 1] == 'V' ? 4 : (int)n;
    return number >= 1 && number <= YEAR_MONTHS ? number : 0;
}

static bool read_part(const char *header, enum period_part kind, sheaf_period *part)
{
    static const char year[] = "2000";

    return period_read_parts(year, sizeof year - 1, header, strlen(header), kind, part) &&
           part->unit == SHEAF_MONTHS &&
           (part->count < YEAR_MONTHS || /* "Jan-Dec"; 52 is a year in Comtrade only */
            (part->count == YEAR_MONTHS && strpbrk(header, "0123456789") == NULL));
}

/* A column that may be below a part of a year: the caller has not named it, and its header has no
 * other meaning. */
static bool is_free(const struct layout_column *column)
{
    return !column->is_named && column->is_unknown &&
           (column->role == COLUMN_DIMENSION || column->role == COLUMN_SKIPPED) &&
           column->header[0] != '\0';
}

static struct parts count_parts(const struct layout *layout)
{
    struct parts parts = { .is_roman = true };

    for (size_t i = 0; i < layout->count; i++) {
        const struct layout_column *column = &layout->columns[i];
        int number = bare_number(column->header);
        sheaf_period part;

        if (!is_free(column))
            continue;
        if (number > 0 && !parts.numbers[number]) {
            parts.numbers[number] = true;
            parts.numbered++;
            parts.is_roman &= column->header[0] == 'I';
        } else if (number == 0 && read_part(column->header, PERIOD_PART_MONTH, &part)) {
            parts.named++;
        }
    }
    return parts;
}

/* Numbers alone are months if all twelve are there, and Roman ones quarters if all four are. */
static bool numbers_are_parts(const struct parts *parts, enum period_part *kind)
{
    *kind = parts->is_roman ? PERIOD_PART_QUARTER : PERIOD_PART_MONTH;
    return parts->numbered == (parts->is_roman ? 4 : YEAR_MONTHS);
}

/* True when the column of periods has years only, in the sample. */
static bool has_years(const struct layout *layout)
{
    size_t column = 0, years = 0;

    while (column < layout->count && layout->columns[column].role != COLUMN_PERIOD)
        column++;
    for (size_t i = layout->first; column < layout->count && i < layout->sample->count; i++) {
        struct csv_field cell = sample_cell(layout->sample, i, column);
        struct flagged_period found;

        if (flagged_period_read(cell.text, cell.n, &layout->usage, &found) &&
            found.period.unit == SHEAF_MONTHS && found.period.count == YEAR_MONTHS)
            years++;
        else if (!sample_is_note(layout->sample, i))
            return false;
    }
    return years > 0;
}

bool layout_find_parts_of_years(struct layout *layout)
{
    struct parts parts = count_parts(layout);
    enum period_part numbers = PERIOD_PART_MONTH;
    bool with_numbers = numbers_are_parts(&parts, &numbers);

    if (layout->format->is_closed || layout->options->n_values > 0 ||
        (parts.named < 2 && !with_numbers) || !has_years(layout))
        return false;
    for (size_t i = 0; i < layout->count; i++) {
        struct layout_column *column = &layout->columns[i];
        bool is_number = bare_number(column->header) > 0;
        sheaf_period part = { SHEAF_MONTHS, 0, YEAR_MONTHS };

        if (!is_free(column) || (is_number && !with_numbers) ||
            (!read_part(column->header, is_number ? numbers : PERIOD_PART_MONTH, &part) &&
             !is_whole_year_word(column->header, strlen(column->header))))
            continue;
        column->role = COLUMN_VALUE;
        column->is_unknown = false;
        column->first_month = part.start % YEAR_MONTHS + 1;
        column->month_count = part.count;
        column->words = (struct header){ .role = HEADER_VALUE };
    }
    return true;
}
