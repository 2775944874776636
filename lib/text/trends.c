/* trends.c - words for the course of series. Counted nouns agree with their number by CLDR's plural
 * rules. */
#include "text/trends.h"

#include "text/figures.h"
#include "text/format.h"
#include "text/forms.h"
#include "text/languages/language.h"
#include "text/languages/trends.h"

static const struct trend_words *words_of(const struct text *text)
{
    return language_of(text_locale(text))->trends;
}

char *format_trend(const struct text *text, struct arena *arena, enum trend_phrase phrase,
                   const struct blank *blanks, size_t n)
{
    return fill_blanks(arena, words_of(text)->phrases[phrase], blanks, n);
}

/* Whole months that a period counts; 0: it counts days. */
static int months_of(struct date_interval interval)
{
    struct date first = interval.first, last = interval.last;

    if (first.day != 1 || last.day != date_days_in_month(last.year, last.month))
        return 0;
    return 12 * (last.year - first.year) + last.month - first.month + 1;
}

enum period_step step_of(struct date_interval interval)
{
    int year, week, months = months_of(interval);

    if (date_is_week(interval, &year, &week))
        return STEP_WEEKS;
    if (months == 12)
        return STEP_YEARS;
    if (months == 3)
        return STEP_QUARTERS;
    if (months == 1)
        return STEP_MONTHS;
    return date_to_days(interval.first) == date_to_days(interval.last) ? STEP_DAYS : STEP_PERIODS;
}

static bool has_one_form(const char *const forms[PLURALS])
{
    for (size_t i = 0; i < PLURALS; i++)
        if (i != PLURAL_OTHER && forms[i] != NULL)
            return false;
    return true;
}

static const char *form_for(struct text *text, const char *const forms[PLURALS], size_t count)
{
    enum plural category =
        has_one_form(forms) ? PLURAL_OTHER : text_plural(text, (double)count, 0, 0);

    return forms[category] != NULL ? forms[category] : forms[PLURAL_OTHER];
}

static char *counted(struct text *text, struct arena *arena, const char *const forms[PLURALS],
                     size_t count)
{
    const struct blank blank = { "count", format_number(text, arena, (double)count, 0) };

    return fill_blanks(arena, form_for(text, forms, count), &blank, 1);
}

char *format_steps(struct text *text, struct arena *arena, size_t count, enum period_step step)
{
    return text_is_usable(text) ? counted(text, arena, words_of(text)->plain[step], count) : NULL;
}

char *format_trend_count(struct text *text, struct arena *arena, enum trend_phrase phrase,
                         size_t count, size_t all, enum period_step step, const struct blank *other)
{
    if (!text_is_usable(text))
        return NULL;
    struct blank blanks[5] = { { "count", format_number(text, arena, (double)count, 0) },
                               { "times", format_steps(text, arena, count, step) },
                               { "all", format_number(text, arena, (double)all, 0) },
                               { "of", counted(text, arena, words_of(text)->of[step], all) } };
    if (other != NULL)
        blanks[4] = *other;
    return format_trend(text, arena, phrase, blanks, other != NULL ? 5 : 4);
}

/* "in March 2024", "в марте 2024 года"; Chinese has no form for it. */
static char *in_form(struct text *text, struct arena *arena, struct date_interval interval)
{
    const char *form = text_has_form(text, FORMS_OF_PERIODS, "in", 2) ? "in" : "";
    sheaf_error error = { 0 };
    const char *words = text_period_form(text, arena, interval, form, &error);

    if (words == NULL)
        error_take(text_error(text), &error);
    return words != NULL ? arena_string(arena, words) : NULL;
}

char *format_in_period(struct text *text, struct arena *arena, struct date_interval interval)
{
    enum period_step step = step_of(interval);

    if (!text_is_usable(text))
        return NULL;
    if ((step == STEP_YEARS && interval.first.month == 1) || step == STEP_MONTHS ||
        (step == STEP_QUARTERS && interval.last.month % 3 == 0))
        return in_form(text, arena, interval);
    const struct blank period = { "period", format_period(text, arena, interval, PERIOD_LONG) };
    return fill_blanks(arena, words_of(text)->in_period, &period, 1);
}
