/* forms_kk.c - Kazakh: cases of names and periods by rule, ordinals. */
#include <string.h>

#include "text/languages/forms_kk.h"

#define CASE_NAMES "nominative genitive dative accusative locative ablative instrumental"

enum { FORM_IN = KAZAKH_CASES };

/* Groups of the vocabulary that ICU does not name. */
static const char *const groups[][2] = {
    { "CIS", "ТМД" },
    { "EAEU", "ЕАЭО" },
    { "ASEAN", "АСЕАН" },
    { "OECD", "ЭЫДҰ" },
    { "OPEC", "ОПЕК" },
    { "BRICS", "БРИКС" },
    { "G7", "Үлкен жетілік" },
    { "G20", "Үлкен жиырмалық" },
    { "APEC", "АТЭЫ" },
    { "MERCOSUR", "МЕРКОСУР" },
    { "EFTA", "ЕЕСҚ" },
    { "EEA", "Еуропалық экономикалық аймақ" },
    { "SCO", "ШЫҰ" },
    { "OTS", "Түркі мемлекеттері ұйымы" },
    { "GCC", "Парсы шығанағы елдерінің ынтымақтастық кеңесі" },
    { "EXT_EU", "ЕО-дан тыс елдер" },
    { "EXT_CIS", "ТМД-дан тыс елдер" },
};

static const char *group_of(const struct form_call *call)
{
    return forms_find(groups, sizeof groups / sizeof *groups, call->code);
}

static const char *name_of(const struct form_call *call)
{
    const char *group = group_of(call);

    return group != NULL ? group : call->name;
}

/* The words with the suffix of a case; a bracket behind them is left out. */
static char *decline(const struct form_call *call, const char *words, int wanted)
{
    struct kazakh_stem stem;
    const char *open = words != NULL ? strstr(words, " (") : NULL;
    size_t n = words != NULL ? strlen(words) : 0;

    if (words == NULL)
        return NULL;
    if (!kazakh_stem_read(&stem, words))
        return form_unknown(call);
    if (open != NULL && words[n - 1] == ')' && strchr(open, ')') == words + n - 1)
        n = (size_t)(open - words);
    return arena_format(call->arena, "%.*s%s%s", (int)n, words,
                        stem.has_hyphen && wanted != KAZAKH_NOMINATIVE ? "-" : "",
                        kazakh_suffix(&stem, (enum kazakh_case)wanted));
}

static char *write_name(const struct form_call *call, int form)
{
    const char *name = name_of(call);

    return strcmp(name, call->code) != 0 ? decline(call, name, form) : form_unknown(call);
}

/* Periods ------------------------------------------------------------------------ */

static const char *const months[] = {
    "қаңтар", "ақпан", "наурыз",   "сәуір", "мамыр",  "маусым",
    "шілде",  "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан"
};

/* "2023 жылы" is in 2023; all other cases have the suffixes of жыл. */
static char *write_years(const struct form_call *call, struct date_interval period, int form)
{
    int first = period.first.year, last = period.last.year;

    if (form == FORM_IN)
        return first == last ? arena_format(call->arena, "%d" NO_BREAK_SPACE "жылы", last)
                             : arena_format(call->arena, "%d" EN_DASH "%d" NO_BREAK_SPACE "жылдары",
                                            first, last);
    return decline(
        call,
        first == last
            ? arena_format(call->arena, "%d" NO_BREAK_SPACE "жыл", last)
            : arena_format(call->arena, "%d" EN_DASH "%d" NO_BREAK_SPACE "жылдар", first, last),
        form);
}

static char *months_of(const struct form_call *call, struct date_interval period)
{
    const char *from = months[period.first.month - 1], *to = months[period.last.month - 1];

    if (is_one_month(period))
        return arena_format(call->arena, "%d" NO_BREAK_SPACE "жылғы %s", period.last.year, to);
    if (period.first.year == period.last.year)
        return arena_format(call->arena, "%d" NO_BREAK_SPACE "жылғы %s" EN_DASH "%s",
                            period.last.year, from, to);
    return arena_format(call->arena,
                        "%d" NO_BREAK_SPACE "жылғы %s " EN_DASH " %d" NO_BREAK_SPACE "жылғы %s",
                        period.first.year, from, period.last.year, to);
}

static char *days_of(const struct form_call *call, struct date_interval period)
{
    struct date first = period.first, last = period.last;
    const char *from = months[first.month - 1], *to = months[last.month - 1];

    if (first.year != last.year)
        return arena_format(call->arena,
                            "%d" NO_BREAK_SPACE "жылғы %d %s " EN_DASH " %d" NO_BREAK_SPACE
                            "жылғы %d %s",
                            first.year, first.day, from, last.year, last.day, to);
    if (first.month != last.month)
        return arena_format(call->arena, "%d" NO_BREAK_SPACE "жылғы %d %s " EN_DASH " %d %s",
                            last.year, first.day, from, last.day, to);
    if (first.day != last.day)
        return arena_format(call->arena, "%d" NO_BREAK_SPACE "жылғы %d" EN_DASH "%d %s", last.year,
                            first.day, last.day, to);
    return arena_format(call->arena, "%d" NO_BREAK_SPACE "жылғы %d %s", last.year, last.day, to);
}

static char *write_period(const struct form_call *call, struct date_interval period,
                          enum period_kind kind, int form)
{
    int wanted = form == FORM_IN ? KAZAKH_LOCATIVE : form, year = 0, week = 0;

    switch (kind) {
    case KIND_YEARS:
        return write_years(call, period, form);
    case KIND_MONTHS:
        return decline(call, months_of(call, period), wanted);
    case KIND_DAYS:
        return decline(call, days_of(call, period), wanted);
    case KIND_QUARTER:
        return decline(call,
                       arena_format(call->arena, "%d" NO_BREAK_SPACE "жылғы %d-тоқсан",
                                    period.last.year, period.last.month / 3),
                       wanted);
    case KIND_WEEK:
        (void)date_is_week(period, &year, &week);
        return decline(call,
                       arena_format(call->arena, "%d" NO_BREAK_SPACE "жылғы %d-апта", year, week),
                       wanted);
    default:
        return form_unknown(call);
    }
}

/* Alone: 2-ші, 6-шы. Before its noun a hyphen stands for the suffix of an ordinal in figures (the rules of
 * Kazakh orthography: 5-сынып, 3-орында), which the author writes: {place}-орында. */
static char *write_ordinal(const struct form_call *call, long number, unsigned forms)
{
    (void)forms;
    return arena_format(call->arena, "%ld-%s", number,
                        kazakh_number_is_front(number) ? "ші" : "шы");
}

const struct language_forms forms_kk = { "kk",         { CASE_NAMES, CASE_NAMES " in", "" },
                                         group_of,     write_name,
                                         write_period, write_ordinal };
