/* forms_en.c - English: the article, the possessive, periods behind "in", ordinals. */
#include <string.h>

#include "text/languages/forms.h"

enum { NAME_THE, NAME_POSSESSIVE };
enum { PERIOD_IN, PERIOD_THE };

/* Countries and groups that have an article inside a sentence. */
static const char with_article[] = "AE AX BQ BS CC CD CF CG CK DO FK FO GB GM HM IC IM IO KM KY MH "
                                   "MP MV NL PH PN PS SB SC TC TF UM US "
                                   "VG VI "
                                   "001 019 029 057 EU EZ UN CIS EAEU OECD G7 G20 EEA SCO OTS GCC ";
/* Plurals in -s: they take the apostrophe alone. */
static const char plurals[] = "AE AX BQ BS CC CK FK FO GS HM IC KM KY MH MP MV NL PH PN PS SB SC "
                              "TC TF UM US VC VG VI UN 019 BRICS ";
/* Countries that ICU's names, made for lists, do not suit inside a sentence ("Myanmar (Burma)", "Congo -
 * Kinshasa", "Hong Kong SAR China"), and groups of the vocabulary that ICU does not name. */
static const char *const names[][2] = {
    { "AG", "Antigua and Barbuda" },
    { "BA", "Bosnia and Herzegovina" },
    { "CC", "Cocos Islands" },
    { "CD", "Democratic Republic of the Congo" },
    { "CG", "Republic of the Congo" },
    { "EA", "Ceuta and Melilla" },
    { "GS", "South Georgia and the South Sandwich Islands" },
    { "HK", "Hong Kong" },
    { "HM", "Heard and McDonald Islands" },
    { "KN", "St. Kitts and Nevis" },
    { "MM", "Myanmar" },
    { "MO", "Macao" },
    { "PM", "St. Pierre and Miquelon" },
    { "SJ", "Svalbard and Jan Mayen" },
    { "ST", "São Tomé and Príncipe" },
    { "TC", "Turks and Caicos Islands" },
    { "TT", "Trinidad and Tobago" },
    { "VC", "St. Vincent and the Grenadines" },
    { "WF", "Wallis and Futuna" },
    { "CIS", "CIS" },
    { "EAEU", "EAEU" },
    { "ASEAN", "ASEAN" },
    { "OECD", "OECD" },
    { "OPEC", "OPEC" },
    { "BRICS", "BRICS" },
    { "G7", "G7" },
    { "G20", "G20" },
    { "APEC", "APEC" },
    { "MERCOSUR", "Mercosur" },
    { "EFTA", "EFTA" },
    { "EEA", "EEA" },
    { "SCO", "SCO" },
    { "OTS", "OTS" },
    { "GCC", "GCC" },
    { "USMCA", "USMCA" },
    { "EXT_EU", "non-EU countries" },
    { "EXT_CIS", "non-CIS countries" },
};

static const char *group_of(const struct form_call *call)
{
    return forms_find(names, sizeof names / sizeof *names, call->code);
}

/* The name inside a sentence; NULL: it is not known whether it has an article. */
static const char *known_name(const struct form_call *call)
{
    if (strcmp(call->code, "EZ") == 0)
        return "eurozone";
    const char *group = group_of(call);
    if (group != NULL)
        return group;
    return *call->code != '\0' && strcmp(call->code, call->name) != 0 ? call->name : NULL;
}

static char *write_name(const struct form_call *call, int form)
{
    const char *name = known_name(call);
    const char *article = forms_list_has(with_article, call->code) ? "the " : "";
    bool bare = forms_list_has(plurals, call->code) || strncmp(call->code, "EXT_", 4) == 0;

    if (name == NULL)
        return form_unknown(call);
    return arena_format(call->arena, "%s%s%s", article, name,
                        form != NAME_POSSESSIVE ? ""
                        : bare                  ? "’"
                                                : "’s");
}

static const char *const months[] = { "January",   "February", "March",    "April",
                                      "May",       "June",     "July",     "August",
                                      "September", "October",  "November", "December" };

/* "from 5 to 20 June 2024". */
static char *write_days(const struct form_call *call, struct date_interval period)
{
    struct date first = period.first, last = period.last;
    const char *from = months[first.month - 1], *to = months[last.month - 1];

    if (date_to_days(first) == date_to_days(last))
        return arena_format(call->arena, "on %s", call->name);
    if (first.year != last.year)
        return arena_format(call->arena, "from %d %s %d to %d %s %d", first.day, from, first.year,
                            last.day, to, last.year);
    if (first.month != last.month)
        return arena_format(call->arena, "from %d %s to %d %s %d", first.day, from, last.day, to,
                            last.year);
    return arena_format(call->arena, "from %d to %d %s %d", first.day, last.day, to, last.year);
}

/* "in 2023", "in January–April 2024", "in the first quarter of 2023", "on 26 June 2024". */
static char *write_period(const struct form_call *call, struct date_interval period,
                          enum period_kind kind, int form)
{
    static const char *const quarters[] = { "first", "second", "third", "fourth" };
    const char *in = form == PERIOD_IN ? "in " : "";
    int year = 0, week = 0;

    switch (kind) {
    case KIND_QUARTER:
        return arena_format(call->arena, "%sthe %s quarter of %d", in,
                            quarters[period.last.month / 3 - 1], period.last.year);
    case KIND_WEEK:
        (void)date_is_week(period, &year, &week);
        return arena_format(call->arena, "%sweek %d of %d", in, week, year);
    case KIND_DAYS:
        return form == PERIOD_IN ? write_days(call, period) : arena_string(call->arena, call->name);
    case KIND_NONE:
        return form_unknown(call);
    default:
        return arena_format(call->arena, "%s%s", in, call->name);
    }
}

/* 1st, 2nd, 3rd, but 11th, 12th, 13th. */
static char *write_ordinal(const struct form_call *call, long number, unsigned forms)
{
    static const char *const endings[] = { "th", "st", "nd", "rd" };
    long last = number % 10, tens = number / 10 % 10;

    (void)forms;
    return arena_format(call->arena, "%ld%s", number, endings[tens != 1 && last < 4 ? last : 0]);
}

const struct language_forms forms_en = { "en",         { "the possessive", "in the", "" },
                                         group_of,     write_name,
                                         write_period, write_ordinal };
