/* forms_de.c - German: names with article and case, and with the prepositions of place; periods. */
#include <string.h>

#include "text/languages/forms.h"

#define CASE_NAMES "nominative genitive dative accusative"

enum { NOMINATIVE, GENITIVE, DATIVE, ACCUSATIVE, CASES };
/* Behind the cases. */
enum { FORM_IN = CASES, FORM_TO, FORM_FROM };

/* kind: m, f, n, p (plural) have an article; q is a plural without one, - a name without one. +: "auf". In
 * words, * is the ending of an adjective behind the article, ' the -s of the genitive and ^ the -n of the
 * dative plural. Countries that are not here have no article and their own name. */
static const struct german_name {
    char code[9], kind[3];
    const char *words;
} german_names[] = {
    { "AE", "p", "Vereinigt* Arabisch* Emirate^" },
    { "AQ", "f", "Antarktis" },
    { "AX", "p+", "Ålandinseln" },
    { "BQ", "p", "Karibisch* Niederlande^" },
    { "BS", "p+", "Bahamas" },
    { "BV", "f+", "Bouvetinsel" },
    { "CC", "p+", "Kokosinseln" },
    { "CF", "f", "Zentralafrikanisch* Republik" },
    { "CH", "f", "Schweiz" },
    { "CK", "p+", "Cookinseln" },
    { "CP", "f+", "Clipperton-Insel" },
    { "CX", "f+", "Weihnachtsinsel" },
    { "DO", "f", "Dominikanisch* Republik" },
    { "EH", "f", "Westsahara" },
    { "FK", "p+", "Falklandinseln" },
    { "FO", "p+", "Färöer^" },
    { "GB", "n", "Vereinigt* Königreich'" },
    { "HK", "-", "Hongkong" },
    { "HM", "p+", "Heard- und McDonaldinseln" },
    { "IC", "p+", "Kanarisch* Inseln" },
    { "IM", "f+", "Isle of Man" },
    { "IO", "n", "Britisch* Territorium' im Indischen Ozean" },
    { "IQ", "m", "Irak" },
    { "IR", "m", "Iran" },
    { "KM", "p+", "Komoren" },
    { "KY", "p+", "Kaimaninseln" },
    { "LB", "m", "Libanon" },
    { "MD", "f", "Republik Moldau" },
    { "MH", "p+", "Marshallinseln" },
    { "MN", "f", "Mongolei" },
    { "MO", "-", "Macau" },
    { "MP", "p+", "Nördlich* Marianen" },
    { "MV", "p+", "Malediven" },
    { "NE", "m", "Niger" },
    { "NF", "f+", "Norfolkinsel" },
    { "NL", "p", "Niederlande^" },
    { "PH", "p+", "Philippinen" },
    { "PN", "p+", "Pitcairninseln" },
    { "PS", "p", "Palästinensisch* Autonomiegebiete^" },
    { "SB", "p+", "Salomonen" },
    { "SC", "p+", "Seychellen" },
    { "SD", "m", "Sudan" },
    { "SK", "f", "Slowakei" },
    { "SN", "m", "Senegal" },
    { "SS", "m", "Südsudan" },
    { "TC", "p+", "Turks- und Caicosinseln" },
    { "TD", "m", "Tschad" },
    { "TF", "p", "Französisch* Süd- und Antarktisgebiete^" },
    { "TR", "f", "Türkei" },
    { "UA", "f", "Ukraine" },
    { "UM", "p+", "Amerikanisch* Überseeinseln" },
    { "US", "p", "Vereinigt* Staaten" },
    { "VA", "f", "Vatikanstadt" },
    { "VG", "p+", "Britisch* Jungferninseln" },
    { "VI", "p+", "Amerikanisch* Jungferninseln" },
    { "XK", "m", "Kosovo" },
    { "YE", "m", "Jemen" },

    { "001", "f", "Welt" },
    { "018", "n", "südlich* Afrika'" },
    { "021", "n", "nördlich* Amerika'" },
    { "029", "f", "Karibik" },
    { "057", "n", "Mikronesisch* Inselgebiet'" },
    { "EU", "f", "Europäisch* Union" },
    { "EZ", "f", "Eurozone" },
    { "UN", "p", "Vereint* Nationen" },

    { "CIS", "f", "GUS" },
    { "EAEU", "f", "EAWU" },
    { "ASEAN", "f", "ASEAN" },
    { "OECD", "f", "OECD" },
    { "OPEC", "f", "OPEC" },
    { "BRICS", "p", "BRICS-Staaten" },
    { "G7", "f", "G7" },
    { "G20", "f", "G20" },
    { "APEC", "f", "APEC" },
    { "MERCOSUR", "m", "Mercosur" },
    { "EFTA", "f", "EFTA" },
    { "EEA", "m", "EWR" },
    { "SCO", "f", "SOZ" },
    { "OTS", "f", "Organisation der Turkstaaten" },
    { "GCC", "m", "Golf-Kooperationsrat'" },
    { "USMCA", "n", "USMCA" },
    { "EXT_EU", "q", "Nicht-EU-Länder^" },
    { "EXT_CIS", "q", "Nicht-GUS-Länder^" },
};

/* Islands without an article. */
static const char islands[] = "AC AI AW BB BL BM CU CW CY DG DM FJ GD GG GP GU HT JE JM LC MF MG "
                              "MQ MS MT MU NR NU PM PR PW RE "
                              "SH SJ SX TA TK TO WF WS YT";

/* The name's declension; that of a name without an article is written to *bare. NULL: no name is known. */
static const struct german_name *declension_of(const struct form_call *call,
                                               struct german_name *bare)
{
    for (size_t i = 0; i < sizeof german_names / sizeof *german_names; i++)
        if (strcmp(german_names[i].code, call->code) == 0)
            return &german_names[i];
    *bare = (struct german_name){ "", "-", call->name };
    if (forms_list_has(islands, call->code))
        bare->kind[1] = '+';
    return *call->code != '\0' && strcmp(call->code, call->name) != 0 ? bare : NULL;
}

static const char *article_of(char kind, int wanted)
{
    static const struct {
        char kind;
        const char *cases[CASES];
    } articles[] = { { 'm', { "der ", "des ", "dem ", "den " } },
                     { 'f', { "die ", "der ", "der ", "die " } },
                     { 'n', { "das ", "des ", "dem ", "das " } },
                     { 'p', { "die ", "der ", "den ", "die " } } };

    for (size_t i = 0; i < sizeof articles / sizeof *articles; i++)
        if (articles[i].kind == kind)
            return articles[i].cases[wanted];
    return "";
}

/* The words in a case, without their article. */
static char *decline(const struct form_call *call, const struct german_name *name, int wanted)
{
    bool is_plural = name->kind[0] == 'p' || name->kind[0] == 'q';
    bool has_en = is_plural || wanted == GENITIVE || wanted == DATIVE ||
                  (wanted == ACCUSATIVE && name->kind[0] == 'm');
    char *words = arena_string(call->arena, "");

    for (const char *at = name->words; words != NULL && *at != '\0';) {
        size_t n = strcspn(at, "*'^");
        const char *ending = at[n] == '*'                          ? (has_en ? "en" : "e")
                             : at[n] == '\'' && wanted == GENITIVE ? "s"
                             : at[n] == '^' && wanted == DATIVE    ? "n"
                                                                   : "";
        words = arena_format(call->arena, "%s%.*s%s", words, (int)n, at, ending);
        at += n + (at[n] != '\0');
    }
    return words;
}

static const char *group_of(const struct form_call *call)
{
    struct german_name bare;
    const struct german_name *name = declension_of(call, &bare);

    return name != NULL && name != &bare ? decline(call, name, NOMINATIVE) : NULL;
}

/* A bare name in the dative: "St. Vincent und den Grenadinen". */
static char *bare_dative(const struct form_call *call, const char *words)
{
    static const char and_the[] = " und die ";
    const char *at = strstr(words, and_the);

    if (at == NULL)
        return arena_string(call->arena, words);
    return arena_format(call->arena, "%.*s und den %s", (int)(at - words), words,
                        at + strlen(and_the));
}

/* "Chinas", but "von Honduras", "von Bosnien und Herzegowina", "von Nicht-EU-Ländern". */
static char *bare_genitive(const struct form_call *call, const struct german_name *name)
{
    const char *words = name->words;
    size_t n = strlen(words);
    bool hisses = n > 0 && strchr("sxz", words[n - 1]) != NULL;

    if (name->kind[0] == 'q')
        return arena_format(call->arena, "von %s", decline(call, name, DATIVE));
    if (hisses || strstr(words, " und ") != NULL)
        return arena_format(call->arena, "von %s", bare_dative(call, words));
    return arena_format(call->arena, "%ss", words);
}

static char *write_case(const struct form_call *call, const struct german_name *name, int wanted)
{
    bool has_article = strchr("-q", name->kind[0]) == NULL;

    if (!has_article && wanted == GENITIVE)
        return bare_genitive(call, name);
    if (name->kind[0] == '-' && wanted == DATIVE)
        return bare_dative(call, name->words);
    char *words = decline(call, name, wanted);
    return words == NULL
               ? NULL
               : arena_format(call->arena, "%s%s", article_of(name->kind[0], wanted), words);
}

/* A preposition and what follows it; "im" for "in dem", "ins" for "in das", "vom" for "von dem". */
static char *join(const struct form_call *call, const char *preposition, const char *words)
{
    static const char *const contractions[][3] = { { "in", "dem ", "im" },
                                                   { "in", "das ", "ins" },
                                                   { "von", "dem ", "vom" } };

    if (words == NULL)
        return NULL;
    for (size_t i = 0; i < sizeof contractions / sizeof *contractions; i++) {
        size_t n = strlen(contractions[i][1]);

        if (strcmp(preposition, contractions[i][0]) == 0 &&
            strncmp(words, contractions[i][1], n) == 0)
            return arena_format(call->arena, "%s %s", contractions[i][2], words + n);
    }
    return arena_format(call->arena, "%s %s", preposition, words);
}

/* "nach China" and "aus Kuba" without an article, "in die Schweiz", "auf die Philippinen" and "von den
 * Philippinen" with one. */
static char *write_name(const struct form_call *call, int form)
{
    struct german_name bare;
    const struct german_name *name = declension_of(call, &bare);

    if (name == NULL)
        return form_unknown(call);
    bool is_bare = name->kind[0] == '-', is_island = name->kind[1] == '+';
    if (form < CASES)
        return write_case(call, name, form);
    if (form == FORM_TO)
        return join(call,
                    is_bare     ? "nach"
                    : is_island ? "auf"
                                : "in",
                    write_case(call, name, is_bare ? DATIVE : ACCUSATIVE));
    const char *preposition = form == FORM_IN         ? (is_island ? "auf" : "in")
                              : is_island && !is_bare ? "von"
                                                      : "aus";
    return join(call, preposition, write_case(call, name, DATIVE));
}

/* Periods ------------------------------------------------------------------------ */

static const char *const months[] = { "Januar",    "Februar", "März",     "April",
                                      "Mai",       "Juni",    "Juli",     "August",
                                      "September", "Oktober", "November", "Dezember" };

/* "Januar bis April 2024". */
static char *months_from_to(const struct form_call *call, struct date_interval period)
{
    const char *from = months[period.first.month - 1], *to = months[period.last.month - 1];

    if (period.first.year == period.last.year)
        return arena_format(call->arena, "%s bis %s %d", from, to, period.last.year);
    return arena_format(call->arena, "%s %d bis %s %d", from, period.first.year, to,
                        period.last.year);
}

/* "vom 5. bis 20. Juni 2024". */
static char *days_from_to(const struct form_call *call, struct date_interval period)
{
    struct date first = period.first, last = period.last;
    const char *from = months[first.month - 1], *to = months[last.month - 1];

    if (first.year != last.year)
        return arena_format(call->arena, "vom %d. %s %d bis %d. %s %d", first.day, from, first.year,
                            last.day, to, last.year);
    if (first.month != last.month)
        return arena_format(call->arena, "vom %d. %s bis %d. %s %d", first.day, from, last.day, to,
                            last.year);
    return arena_format(call->arena, "vom %d. bis %d. %s %d", first.day, last.day, to, last.year);
}

/* A noun with its article in a case, and what stands behind it. */
static char *phrase(const struct form_call *call, char kind, const char *noun, int wanted,
                    const char *behind)
{
    const struct german_name name = { "", { kind }, noun };
    char *words = behind != NULL ? write_case(call, &name, wanted) : NULL;

    return words != NULL ? arena_format(call->arena, "%s%s", words, behind) : NULL;
}

static char *write_years(const struct form_call *call, struct date_interval period, int form)
{
    int wanted = form == FORM_IN ? DATIVE : form;
    int from = period.first.year, to = period.last.year;
    char *words = from == to ? phrase(call, 'n', wanted == GENITIVE ? "Jahres" : "Jahr", wanted,
                                      arena_format(call->arena, " %d", to))
                             : phrase(call, 'p', "Jahre^", wanted,
                                      arena_format(call->arena, " %d" EN_DASH "%d", from, to));

    return form == FORM_IN ? join(call, "in", words) : words;
}

static char *write_span(const struct form_call *call, char *span, const char *before, int form)
{
    if (span == NULL)
        return NULL;
    if (form == FORM_IN)
        return arena_format(call->arena, "%s%s", before, span);
    return phrase(call, 'm', "Zeitraum'", form, arena_format(call->arena, " %s%s", before, span));
}

static char *write_days(const struct form_call *call, struct date_interval period, int form)
{
    if (date_to_days(period.first) != date_to_days(period.last))
        return write_span(call, days_from_to(call, period), "", form);
    const char *day = arena_format(call->arena, "%d. %s %d", period.last.day,
                                   months[period.last.month - 1], period.last.year);
    if (day == NULL)
        return NULL;
    return form == FORM_IN ? arena_format(call->arena, "am %s", day)
                           : phrase(call, 'm', day, form, "");
}

static char *write_period(const struct form_call *call, struct date_interval period,
                          enum period_kind kind, int form)
{
    int wanted = form == FORM_IN ? DATIVE : form, year = 0, week = 0;
    char *words;

    switch (kind) {
    case KIND_YEARS:
        return write_years(call, period, form);
    case KIND_DAYS:
        return write_days(call, period, form);
    case KIND_QUARTER:
        words = phrase(call, 'n', "", wanted,
                       arena_format(call->arena, "%d. Quartal%s %d", period.last.month / 3,
                                    wanted == GENITIVE ? "s" : "", period.last.year));
        break;
    case KIND_WEEK:
        (void)date_is_week(period, &year, &week);
        words =
            phrase(call, 'f', "", wanted, arena_format(call->arena, "%d. Woche %d", week, year));
        break;
    case KIND_MONTHS:
        if (!is_one_month(period))
            return write_span(call, months_from_to(call, period), "von ", form);
        words = phrase(call, 'm', months[period.last.month - 1], wanted,
                       arena_format(call->arena, " %d", period.last.year));
        break;
    default:
        return form_unknown(call);
    }
    return form == FORM_IN ? join(call, "in", words) : words;
}

static char *write_ordinal(const struct form_call *call, long number, unsigned forms)
{
    (void)forms;
    return arena_format(call->arena, "%ld.", number);
}

const struct language_forms forms_de = {
    "de",         { CASE_NAMES " in to from", CASE_NAMES " in", "" },
    group_of,     write_name,
    write_period, write_ordinal
};
