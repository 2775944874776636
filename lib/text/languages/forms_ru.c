/* forms_ru.c - Russian: cases of names, periods and ordinal numbers, and names with their prepositions. */
#include <string.h>

#include "text/languages/forms.h"
#include "text/languages/forms_ru.h"

#define CASE_NAMES "nominative genitive dative accusative instrumental locative"

/* Behind the cases. */
enum { FORM_IN = CASES, FORM_TO, FORM_FROM, FORM_WITH };

/* Names ------------------------------------------------------------------------- */

static const char *words_of(const char *code)
{
    for (size_t i = 0; i < russian_name_count; i++)
        if (strcmp(russian_names[i].code, code) == 0)
            return russian_names[i].words;
    return NULL;
}

static const char *group_of(const struct form_call *call)
{
    const char *words = words_of(call->code);
    char out[RUSSIAN_WORDS_MOST];

    return words != NULL && russian_decline(out, words, NOMINATIVE) ? arena_string(call->arena, out)
                                                                    : NULL;
}

static char *write_name(const struct form_call *call, int form)
{
    static const struct {
        enum russian_case wanted;
        const char *usual, *of_islands; /* prepositions */
    } with_preposition[] = { { LOCATIVE, "в", "на" },
                             { ACCUSATIVE, "в", "на" },
                             { GENITIVE, "из", "с" },
                             { INSTRUMENTAL, "с", "с" } };
    const char *words = words_of(call->code);
    char out[RUSSIAN_WORDS_MOST];

    if (words == NULL)
        return form_unknown(call);
    bool of_islands = *words == '+';
    words += of_islands;
    if (form < CASES)
        return russian_decline(out, words, (enum russian_case)form) ? arena_string(call->arena, out)
                                                                    : form_unknown(call);
    int i = form - FORM_IN;
    const char *preposition =
        of_islands ? with_preposition[i].of_islands : with_preposition[i].usual;
    if (!russian_decline(out, words, with_preposition[i].wanted))
        return form_unknown(call);
    return arena_format(call->arena, "%s %s", russian_preposition(preposition, out), out);
}

/* Periods ------------------------------------------------------------------------ */

static const char *const months[12][CASES] = {
    { "январь", "января", "январю", "январь", "январём", "январе" },
    { "февраль", "февраля", "февралю", "февраль", "февралём", "феврале" },
    { "март", "марта", "марту", "март", "мартом", "марте" },
    { "апрель", "апреля", "апрелю", "апрель", "апрелем", "апреле" },
    { "май", "мая", "маю", "май", "маем", "мае" },
    { "июнь", "июня", "июню", "июнь", "июнем", "июне" },
    { "июль", "июля", "июлю", "июль", "июлем", "июле" },
    { "август", "августа", "августу", "август", "августом", "августе" },
    { "сентябрь", "сентября", "сентябрю", "сентябрь", "сентябрём", "сентябре" },
    { "октябрь", "октября", "октябрю", "октябрь", "октябрём", "октябре" },
    { "ноябрь", "ноября", "ноябрю", "ноябрь", "ноябрём", "ноябре" },
    { "декабрь", "декабря", "декабрю", "декабрь", "декабрём", "декабре" },
};

static char *write_years(const struct form_call *call, struct date_interval period, int wanted)
{
    static const char *const one[CASES] = { "год", "года", "году", "год", "годом", "году" };
    static const char *const several[CASES] = {
        "годы", "годов", "годам", "годы", "годами", "годах"
    };

    if (period.first.year == period.last.year)
        return arena_format(call->arena, "%d" NO_BREAK_SPACE "%s", period.first.year, one[wanted]);
    return arena_format(call->arena, "%d" EN_DASH "%d" NO_BREAK_SPACE "%s", period.first.year,
                        period.last.year, several[wanted]);
}

static char *write_months(const struct form_call *call, struct date_interval period, int wanted)
{
    const char *from = months[period.first.month - 1][wanted];
    const char *to = months[period.last.month - 1][wanted];

    if (is_one_month(period))
        return arena_format(call->arena, "%s %d" NO_BREAK_SPACE "года", from, period.first.year);
    if (period.first.year == period.last.year)
        return arena_format(call->arena, "%s" EN_DASH "%s %d" NO_BREAK_SPACE "года", from, to,
                            period.first.year);
    return arena_format(call->arena,
                        "%s %d" NO_BREAK_SPACE "года " EN_DASH " %s %d" NO_BREAK_SPACE "года", from,
                        period.first.year, to, period.last.year);
}

static char *write_quarter(const struct form_call *call, struct date_interval period, int wanted)
{
    static const char *const numerals[] = { "I", "II", "III", "IV" };
    static const char *const quarter[CASES] = { "квартал", "квартала",  "кварталу",
                                                "квартал", "кварталом", "квартале" };

    return arena_format(call->arena, "%s" NO_BREAK_SPACE "%s %d" NO_BREAK_SPACE "года",
                        numerals[period.last.month / 3 - 1], quarter[wanted], period.last.year);
}

static char *write_week(const struct form_call *call, struct date_interval period, int wanted)
{
    static const char *const weeks[CASES] = { "я неделя", "й недели",  "й неделе",
                                              "ю неделю", "й неделей", "й неделе" };
    int year = 0, week = 0;

    (void)date_is_week(period, &year, &week);
    return arena_format(call->arena, "%d-%s %d" NO_BREAK_SPACE "года", week, weeks[wanted], year);
}

/* A day written in figures looks the same in every case, and "on" it as well. */
static char *write_days(const struct form_call *call, struct date_interval period)
{
    struct date first = period.first, last = period.last;
    const char *from = months[first.month - 1][GENITIVE], *to = months[last.month - 1][GENITIVE];

    if (first.year != last.year)
        return arena_format(call->arena,
                            "%d %s %d" NO_BREAK_SPACE "года " EN_DASH " %d %s %d" NO_BREAK_SPACE
                            "года",
                            first.day, from, first.year, last.day, to, last.year);
    if (first.month != last.month)
        return arena_format(call->arena, "%d %s " EN_DASH " %d %s %d" NO_BREAK_SPACE "года",
                            first.day, from, last.day, to, last.year);
    if (first.day != last.day)
        return arena_format(call->arena, "%d" EN_DASH "%d %s %d" NO_BREAK_SPACE "года", first.day,
                            last.day, to, last.year);
    return arena_format(call->arena, "%d %s %d" NO_BREAK_SPACE "года", last.day, to, last.year);
}

static char *write_case(const struct form_call *call, struct date_interval period,
                        enum period_kind kind, int wanted)
{
    switch (kind) {
    case KIND_YEARS:
        return write_years(call, period, wanted);
    case KIND_QUARTER:
        return write_quarter(call, period, wanted);
    case KIND_MONTHS:
        return write_months(call, period, wanted);
    case KIND_WEEK:
        return write_week(call, period, wanted);
    case KIND_DAYS:
        return write_days(call, period);
    default:
        return form_unknown(call);
    }
}

static char *write_period(const struct form_call *call, struct date_interval period,
                          enum period_kind kind, int form)
{
    const char *preposition = kind == KIND_WEEK ? "на " : kind == KIND_DAYS ? "" : "в ";
    char *words = write_case(call, period, kind, form == FORM_IN ? LOCATIVE : form);

    return words != NULL && form == FORM_IN ? arena_format(call->arena, "%s%s", preposition, words)
                                            : words;
}

/* Ordinals ------------------------------------------------------------------------ */

enum { MASCULINE, FEMININE, NEUTER, PLURAL, GENDERS };

/* What is written behind the hyphen: the last letter, or two when the last but one is a consonant. */
static const char *const endings[GENDERS][CASES] = {
    [MASCULINE] = { "й", "го", "му", "й", "м", "м" },
    [FEMININE] = { "я", "й", "й", "ю", "й", "й" },
    [NEUTER] = { "е", "го", "му", "е", "м", "м" },
    [PLURAL] = { "е", "х", "м", "е", "ми", "х" },
};

/* The one bit that is set; the other where none is, -1 where several are. */
static int only(unsigned bits, int otherwise)
{
    int found = -1;

    for (int i = 0; bits >> i != 0; i++)
        if ((bits >> i & 1U) != 0) {
            if (found >= 0)
                return -1;
            found = i;
        }
    return found >= 0 ? found : otherwise;
}

/* Without a gender neuter, because most ordinals are places: 3-е место. */
static char *write_ordinal(const struct form_call *call, long number, unsigned forms)
{
    int gender = only(forms & ((1U << GENDERS) - 1), NEUTER);
    int wanted = only(forms >> GENDERS, NOMINATIVE);

    if (gender < 0 || wanted < 0)
        return form_unknown(call);
    return arena_format(call->arena, "%ld-%s", number, endings[gender][wanted]);
}

const struct language_forms forms_ru = { "ru",
                                         { CASE_NAMES " in to from with", CASE_NAMES " in",
                                           "masculine feminine neuter plural " CASE_NAMES },
                                         group_of,
                                         write_name,
                                         write_period,
                                         write_ordinal };
