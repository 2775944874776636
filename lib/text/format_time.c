/* format_time.c - periods and dates.
 *
 * English is written here, in the house style. Other languages take CLDR's patterns, with two
 * changes. Within a year, the dash between two months has no spaces ("январь–апрель 2024 г."),
 * as in most of CLDR's locales. Short forms, for headers and axes, omit the Russian word for
 * year ("янв.–апр. 2024"), as whole years do. */
#include <stdio.h>
#include <string.h>

#include <unicode/udat.h>
#include <unicode/udateintervalformat.h>
#include <unicode/ustring.h>

#include "base/strings.h"
#include "text/figures.h"

enum { LONGEST_PERIOD = 160 };

static const char *const english_months[] = { "January",   "February", "March",    "April",
                                              "May",       "June",     "July",     "August",
                                              "September", "October",  "November", "December" };

static const double milliseconds_a_day = 86400000.0;

/* ICU's formatters ------------------------------------------------------------- */

static double milliseconds(struct date day)
{
    return date_to_days(day) * milliseconds_a_day;
}

static UDateIntervalFormat *interval_format(struct text *text, enum skeleton skeleton)
{
    static const UChar *const skeletons[SKELETON_COUNT] = {
        [SKELETON_MONTHS] = u"yMMM",         [SKELETON_MONTHS_LONG] = u"yMMMM",
        [SKELETON_MONTHS_IN_YEAR] = u"MMM",  [SKELETON_MONTHS_OF_YEARS] = u"MMMM",
        [SKELETON_QUARTER] = u"yQQQ",        [SKELETON_QUARTER_LONG] = u"yQQQQ",
        [SKELETON_QUARTER_IN_YEAR] = u"QQQ", [SKELETON_DAYS] = u"yMMMd",
        [SKELETON_DAYS_LONG] = u"yMMMMd",    [SKELETON_YEARS] = u"y"
    };
    struct formatters *formatters = formatters_of(text);
    UErrorCode status = U_ZERO_ERROR;

    if (formatters == NULL)
        return NULL;
    if (formatters->intervals[skeleton] == NULL) {
        context_count(text->context, COUNTED_FORMATTERS);
        UDateIntervalFormat *format =
            udtitvfmt_open(formatters->locale, skeletons[skeleton], -1, u"GMT", -1, &status);
        if (U_FAILURE(status))
            return fail_icu(text, "write periods", status);
        formatters->intervals[skeleton] = format;
    }
    return formatters->intervals[skeleton];
}

static char *write_interval(struct text *text, struct arena *arena, enum skeleton skeleton,
                            struct date first, struct date last)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar wide[LONGEST_PERIOD];
    UDateIntervalFormat *format = interval_format(text, skeleton);

    if (format == NULL)
        return NULL;
    int32_t n = udtitvfmt_format(format, milliseconds(first), milliseconds(last), wide,
                                 LONGEST_PERIOD, NULL, &status);
    return U_FAILURE(status) ? fail_icu(text, "write periods", status)
                             : text_of_wide(text, arena, wide, n);
}

/* Removes the spaces (of any width) around the first en dash, in place. */
static char *close_up(char *period)
{
    char *dash = period != NULL ? strstr(period, EN_DASH) : NULL;
    const char *const spaces[] = { " ", "\xC2\xA0", "\xE2\x80\x89", "\xE2\x80\xAF" };

    if (dash == NULL)
        return period;
    for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++) {
        size_t n = strlen(spaces[i]);
        char *after = dash + strlen(EN_DASH);
        if (strncmp(after, spaces[i], n) == 0)
            memmove(after, after + n, strlen(after + n) + 1);
        if ((size_t)(dash - period) >= n && memcmp(dash - n, spaces[i], n) == 0) {
            memmove(dash - n, dash, strlen(dash) + 1);
            dash -= n;
        }
    }
    return period;
}

/* Removes the Russian word for year everywhere, in place: "2024 г." becomes "2024". */
static char *drop_year_word(char *period)
{
    static const char *const words[] = { "\xC2\xA0г.", "\xE2\x80\xAFг.", " г." };

    for (size_t i = 0; period != NULL && i < sizeof words / sizeof *words; i++)
        for (char *at = strstr(period, words[i]); at != NULL; at = strstr(at, words[i]))
            memmove(at, at + strlen(words[i]), strlen(at + strlen(words[i])) + 1);
    return period;
}

/* Kinds of interval ------------------------------------------------------------ */

enum period_kind period_kind_of(struct date_interval interval)
{
    struct date first = interval.first, last = interval.last;
    int year, week;

    if (!date_valid(first) || !date_valid(last) || date_to_days(first) > date_to_days(last))
        return KIND_NONE;
    if (date_is_week(interval, &year, &week))
        return KIND_WEEK;
    if (first.day != 1 || last.day != date_days_in_month(last.year, last.month))
        return KIND_DAYS;
    if (first.month == 1 && last.month == 12)
        return KIND_YEARS;
    if (first.year == last.year && last.month - first.month == 2 && last.month % 3 == 0)
        return KIND_QUARTER;
    return KIND_MONTHS;
}

static char *write_years(struct text *text, struct arena *arena, struct date_interval interval,
                         enum period_form form)
{
    if (form == PERIOD_LONG && !text_speaks(text, "en"))
        return close_up(write_interval(text, arena, SKELETON_YEARS, interval.first, interval.last));
    if (interval.first.year == interval.last.year)
        return arena_format(arena, "%d", interval.first.year);
    return arena_format(arena, "%d" EN_DASH "%d", interval.first.year, interval.last.year);
}

static char *write_week(struct text *text, struct arena *arena, struct date_interval interval,
                        enum own_phrase phrase)
{
    int year = 0, week = 0;
    char years[16], weeks[16];

    (void)date_is_week(interval, &year, &week);
    snprintf(years, sizeof years, "%d", year);
    snprintf(weeks, sizeof weeks, "%d", week);

    const struct blank blanks[] = { { "week", weeks }, { "year", years } };

    return format_phrase(text, arena, phrase, blanks, 2);
}

/* Twelve months that are no calendar year. */
static bool is_rolling_year(struct date_interval interval, enum period_kind kind)
{
    return kind == KIND_MONTHS && interval.last.year == interval.first.year + 1 &&
           interval.last.month == interval.first.month - 1;
}

/* "the four quarters to the end of Q2 2024", or the twelve months where none ends a quarter. */
static char *write_rolling_year(struct text *text, struct arena *arena,
                                struct date_interval interval)
{
    bool by_quarter = interval.last.month % 3 == 0;
    struct date_interval latest = { { interval.last.year, interval.last.month, 1 }, interval.last };
    enum period_form form = text_speaks(text, "en") && by_quarter ? PERIOD_SHORT : PERIOD_LONG;

    if (by_quarter)
        latest.first.month -= 2;

    const struct blank blank = { by_quarter ? "quarter" : "month",
                                 format_period(text, arena, latest, form) };

    return format_phrase(text, arena, by_quarter ? PHRASE_FOUR_QUARTERS : PHRASE_TWELVE_MONTHS,
                         &blank, 1);
}

/* English ---------------------------------------------------------------------- */

static int shown_letters(enum period_form form)
{
    return form == PERIOD_LONG ? 9 : 3;
}

static char *english_span(struct arena *arena, struct date_interval interval, enum period_form form)
{
    int letters = shown_letters(form);
    const char *from = english_months[interval.first.month - 1];
    const char *to = english_months[interval.last.month - 1];

    if (interval.first.year != interval.last.year)
        return arena_format(arena, "%.*s %d " EN_DASH " %.*s %d", letters, from,
                            interval.first.year, letters, to, interval.last.year);
    if (from == to)
        return arena_format(arena, "%.*s %d", letters, from, interval.first.year);
    return arena_format(arena, "%.*s" EN_DASH "%.*s %d", letters, from, letters, to,
                        interval.first.year);
}

static char *english_quarter(struct arena *arena, struct date_interval interval,
                             enum period_form form)
{
    static const char *const ordinals[] = { "1st", "2nd", "3rd", "4th" };
    int quarter = interval.last.month / 3;

    if (form == PERIOD_LONG)
        return arena_format(arena, "%s quarter %d", ordinals[quarter - 1], interval.first.year);
    return arena_format(arena, "Q%d %d", quarter, interval.first.year);
}

static char *english_days(struct arena *arena, struct date_interval interval, enum period_form form)
{
    struct date first = interval.first, last = interval.last;
    int letters = shown_letters(form);
    const char *from = english_months[first.month - 1], *to = english_months[last.month - 1];

    if (first.year != last.year)
        return arena_format(arena, "%d %.*s %d " EN_DASH " %d %.*s %d", first.day, letters, from,
                            first.year, last.day, letters, to, last.year);
    if (first.month != last.month)
        return arena_format(arena, "%d %.*s " EN_DASH " %d %.*s %d", first.day, letters, from,
                            last.day, letters, to, last.year);
    if (first.day != last.day)
        return arena_format(arena, "%d" EN_DASH "%d %.*s %d", first.day, last.day, letters, to,
                            last.year);
    return arena_format(arena, "%d %.*s %d", first.day, letters, from, first.year);
}

static char *english_period(struct arena *arena, struct date_interval interval,
                            enum period_kind kind, enum period_form form)
{
    if (kind == KIND_QUARTER)
        return english_quarter(arena, interval, form);
    return kind == KIND_DAYS ? english_days(arena, interval, form)
                             : english_span(arena, interval, form);
}

/* Any language ------------------------------------------------------------------- */

/* A quarter in its short form. Russian statistics write "I кв.", CLDR has "1-й кв.". */
static char *short_quarter(struct text *text, struct arena *arena, enum skeleton skeleton,
                           struct date_interval interval)
{
    static const char *const numerals[] = { "I", "II", "III", "IV" };
    char *quarter = write_interval(text, arena, skeleton, interval.first, interval.first);
    const char *rest = quarter != NULL ? strstr(quarter, "-й кв.") : NULL;

    if (rest == NULL || !text_speaks(text, "ru"))
        return quarter;
    return arena_format(arena, "%s%s", numerals[(interval.first.month - 1) / 3],
                        rest + strlen("-й"));
}

static char *local_period(struct text *text, struct arena *arena, struct date_interval interval,
                          enum period_kind kind, enum period_form form)
{
    bool is_long = form == PERIOD_LONG, one_year = interval.first.year == interval.last.year;
    char *period;

    if (kind == KIND_QUARTER)
        return is_long ? write_interval(text, arena, SKELETON_QUARTER_LONG, interval.first,
                                        interval.first)
                       : short_quarter(text, arena, SKELETON_QUARTER, interval);
    if (kind == KIND_DAYS) {
        period = write_interval(text, arena, is_long ? SKELETON_DAYS_LONG : SKELETON_DAYS,
                                interval.first, interval.last);
        return one_year && interval.first.month == interval.last.month ? close_up(period) : period;
    }
    period = write_interval(text, arena, is_long ? SKELETON_MONTHS_LONG : SKELETON_MONTHS,
                            interval.first, interval.last);
    return one_year ? close_up(period) : period;
}

char *format_period(struct text *text, struct arena *arena, struct date_interval interval,
                    enum period_form form)
{
    enum period_kind kind = period_kind_of(interval);

    if (!text_is_usable(text))
        return NULL;
    if (kind == KIND_NONE)
        return arena_string(arena, "");
    if (kind == KIND_YEARS)
        return write_years(text, arena, interval, form);
    if (kind == KIND_WEEK)
        return write_week(text, arena, interval, PHRASE_WEEK);
    if (form == PERIOD_LONG && is_rolling_year(interval, kind))
        return write_rolling_year(text, arena, interval);
    if (text_speaks(text, "en"))
        return english_period(arena, interval, kind, form);
    char *period = local_period(text, arena, interval, kind, form);
    return form == PERIOD_SHORT && text_speaks(text, "ru") ? drop_year_word(period) : period;
}

static char *english_in_year(struct arena *arena, struct date_interval interval,
                             enum period_kind kind)
{
    struct date first = interval.first, last = interval.last;
    const char *from = english_months[first.month - 1], *to = english_months[last.month - 1];

    if (kind == KIND_QUARTER)
        return arena_format(arena, "Q%d", last.month / 3);
    if (kind == KIND_DAYS && first.month != last.month)
        return arena_format(arena, "%d %.3s " EN_DASH " %d %.3s", first.day, from, last.day, to);
    if (kind == KIND_DAYS && first.day != last.day)
        return arena_format(arena, "%d" EN_DASH "%d %.3s", first.day, last.day, from);
    if (kind == KIND_DAYS)
        return arena_format(arena, "%d %.3s", first.day, from);
    if (first.month == last.month && first.year == last.year)
        return arena_format(arena, "%.3s", from);
    return arena_format(arena, "%.3s" EN_DASH "%.3s", from, to);
}

/* CLDR's Chinese pattern for months alone differs from the one with the year ("1月 – 4月" beside
 * "2024年1月至4月"), so the year is cut off the latter. */
static char *chinese_in_year(struct text *text, struct arena *arena, struct date_interval interval)
{
    char *period = write_interval(text, arena, SKELETON_MONTHS, interval.first, interval.last);
    const char *year_ends = period != NULL ? strstr(period, "年") : NULL;

    return year_ends != NULL ? arena_string(arena, year_ends + strlen("年")) : period;
}

char *format_period_in_year(struct text *text, struct arena *arena, struct date_interval interval)
{
    enum period_kind kind = period_kind_of(interval);

    if (!text_is_usable(text))
        return NULL;
    if (kind == KIND_NONE || kind == KIND_YEARS)
        return arena_string(arena, "");
    if (kind == KIND_WEEK)
        return write_week(text, arena, interval, PHRASE_WEEK_IN_YEAR);
    if (text_speaks(text, "en"))
        return english_in_year(arena, interval, kind);
    if (kind == KIND_QUARTER)
        return short_quarter(text, arena, SKELETON_QUARTER_IN_YEAR, interval);
    if (kind == KIND_DAYS || interval.first.year != interval.last.year)
        return format_period(text, arena, interval, PERIOD_SHORT);
    if (text_speaks(text, "zh"))
        return chinese_in_year(text, arena, interval);
    return close_up(
        write_interval(text, arena, SKELETON_MONTHS_IN_YEAR, interval.first, interval.last));
}

char *format_period_of_years(struct text *text, struct arena *arena, struct date_interval interval)
{
    enum period_kind kind = period_kind_of(interval);

    if (!text_is_usable(text))
        return NULL;
    if (kind != KIND_MONTHS || interval.first.year != interval.last.year || text_speaks(text, "zh"))
        return format_period_in_year(text, arena, interval);
    if (!text_speaks(text, "en"))
        return close_up(
            write_interval(text, arena, SKELETON_MONTHS_OF_YEARS, interval.first, interval.last));
    const char *from = english_months[interval.first.month - 1];
    const char *to = english_months[interval.last.month - 1];
    return from == to ? arena_string(arena, from)
                      : arena_format(arena, "%s" EN_DASH "%s", from, to);
}

char *format_month_narrow(struct text *text, struct arena *arena, int month)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar wide[LONGEST_PERIOD];

    if (!text_is_usable(text))
        return NULL;
    if (month < 1 || month > 12)
        return arena_string(arena, "");
    if (text_speaks(text, "en"))
        return arena_text(arena, english_months[month - 1], 1);
    struct formatters *formatters = formatters_of(text);
    if (formatters == NULL)
        return NULL;
    if (formatters->months == NULL) {
        context_count(text->context, COUNTED_FORMATTERS);
        formatters->months = udat_open(UDAT_PATTERN, UDAT_PATTERN, formatters->locale, u"GMT", -1,
                                       u"LLLLL", -1, &status);
    }
    int32_t n = U_FAILURE(status)
                    ? 0
                    : udat_getSymbols(formatters->months, UDAT_STANDALONE_NARROW_MONTHS, month - 1,
                                      wide, LONGEST_PERIOD, &status);
    return U_FAILURE(status) ? fail_icu(text, "name months", status)
                             : text_of_wide(text, arena, wide, n);
}

char *format_date(struct text *text, struct arena *arena, struct date day)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar wide[LONGEST_PERIOD];

    if (!text_is_usable(text))
        return NULL;
    if (!date_valid(day))
        return arena_string(arena, "");
    if (text_speaks(text, "en") && !string_equal_ignoring_case(text->engine->locale, "en-US"))
        return english_days(arena, (struct date_interval){ day, day }, PERIOD_LONG);
    struct formatters *formatters = formatters_of(text);
    if (formatters == NULL)
        return NULL;
    if (formatters->date == NULL) {
        context_count(text->context, COUNTED_FORMATTERS);
        formatters->date =
            udat_open(UDAT_NONE, UDAT_LONG, formatters->locale, u"GMT", -1, NULL, 0, &status);
    }
    int32_t n = U_FAILURE(status) ? 0
                                  : udat_format(formatters->date, milliseconds(day), wide,
                                                LONGEST_PERIOD, NULL, &status);
    return U_FAILURE(status) ? fail_icu(text, "write dates", status)
                             : text_of_wide(text, arena, wide, n);
}
