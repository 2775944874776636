/* forms_fr.c - French: names with their article, behind de and behind à, en or dans; periods; ordinals. */
#include <string.h>

#include "text/languages/forms.h"

enum { FORM_THE, FORM_OF, FORM_FROM, FORM_IN, FORM_DE, FORM_A };
enum { PERIOD_THE, PERIOD_OF, PERIOD_IN, PERIOD_DE };

/* Countries and regions by article: la, le, les, none. Those in `within` are in "dans", islands with an article
 * "sur"; the others in en, au, aux or à. */
static const char feminine[] =
    "AC AD AL AM AO AQ AR AT AU BA BB BE BG BO BV BY CF CH CI CN CO CP CX CZ DE DM DO DZ EE EG ER "
    "ES ET FI "
    "FM FR GD GE GF GM GN GP GQ GR GS GW HR HU ID IE IM IN IS IT JM JO KP KR LT LV LY MD MK MN "
    "MQ MR MY "
    "NA NC NF NO NZ PF PG PL RO RS RU SA SE SI SK SL SO SY TH TN TR TZ UA ZA ZM "
    "002 003 005 009 011 013 014 015 017 018 021 030 034 035 039 053 054 057 061 142 143 145 150 "
    "151 154 "
    "155 202 419 EU EZ CIS EAEU ASEAN OECD OPEC APEC EFTA SCO OTS";
static const char masculine[] =
    "AF AZ BD BF BI BJ BN BR BT BW BZ CA CD CG CL CM CR CV DK EC EH GA GB GH GL GT GY HN IO IQ IR "
    "JP KE KG "
    "KH KW KZ LA LB LI LK LR LS LU MA ME ML MM MW MX MZ NE NG NI NP PA PE PK PT PY QA RW SD SN SR "
    "SS "
    "SV SZ TD "
    "TG TJ TL TM UG UY UZ VA VE VN VU XK YE ZW 001 G7 G20 MERCOSUR EEA GCC USMCA";
static const char plural[] =
    "AE AS AX BM BQ BS CC CK FJ FK FO HM IC KM KY MH MP MV NL PH PN PS PW SB SC "
    "TC TF TO UM US VG VI WS 019 029 UN BRICS EXT_EU EXT_CIS";
static const char bare[] =
    "AG AI AW BH BL CU CW CY DG DJ GG GI GU HK HT IL JE KI KN LC MC MF MG MO MS MT "
    "MU NR NU OM PM PR RE SG SH SJ SM ST SX TA TK TT TV TW VC WF YT";
static const char within[] =
    "IO PS TF BRICS G7 G20 001 019 029 057 EU EZ CIS EAEU ASEAN OECD OPEC APEC EFTA "
    "SCO OTS MERCOSUR EEA GCC USMCA "
    "EXT_EU EXT_CIS";
static const char on_islands[] = "AC BV CP CX IM NF";
/* Island states that keep their article: à la Grenade, de la Grenade. */
static const char at_article[] = "DM GD";

/* Names that differ inside a sentence, and those that ICU does not have. */
static const char *const names[][2] = {
    { "HK", "Hong Kong" },
    { "LR", "Libéria" },
    { "MM", "Myanmar" },
    { "MO", "Macao" },
    { "SX", "Sint Maarten" },
    { "VA", "Vatican" },
    { "001", "monde" },
    { "CIS", "CEI" },
    { "EAEU", "Union économique eurasiatique" },
    { "ASEAN", "ASEAN" },
    { "OECD", "OCDE" },
    { "OPEC", "OPEP" },
    { "BRICS", "BRICS" },
    { "G7", "G7" },
    { "G20", "G20" },
    { "APEC", "APEC" },
    { "MERCOSUR", "Mercosur" },
    { "EFTA", "AELE" },
    { "EEA", "EEE" },
    { "SCO", "OCS" },
    { "OTS", "Organisation des États turciques" },
    { "GCC", "CCG" },
    { "USMCA", "ACEUM" },
    { "EXT_EU", "pays hors UE" },
    { "EXT_CIS", "pays hors CEI" },
};

static const char *group_of(const struct form_call *call)
{
    return forms_find(names, sizeof names / sizeof *names, call->code);
}

/* The name inside a sentence: "îles Cook". */
static const char *name_inside(const struct form_call *call)
{
    const char *name = group_of(call);

    if (name != NULL)
        return name;
    if (strncmp(call->name, "Île ", strlen("Île ")) == 0 ||
        strncmp(call->name, "Îles ", strlen("Îles ")) == 0)
        return arena_format(call->arena, "î%s", call->name + strlen("Î"));
    return call->name;
}

/* True before a vowel: l’Iran, d’Haïti. Other names in h and those in y do not elide: du Honduras. */
static bool elides(const char *name)
{
    static const char *const beginnings[] = { "A", "E", "I", "O", "U",  "É",
                                              "Î", "î", "a", "o", "Haï" };

    for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++)
        if (strncmp(name, beginnings[i], strlen(beginnings[i])) == 0)
            return true;
    return false;
}

/* f, m, p (plural), - without article; '\0': not known. */
static char article_kind(const char *code)
{
    return forms_list_has(feminine, code)    ? 'f'
           : forms_list_has(masculine, code) ? 'm'
           : forms_list_has(plural, code)    ? 'p'
           : forms_list_has(bare, code)      ? '-'
                                             : '\0';
}

static const char *the(char kind, bool elided)
{
    if (kind == 'p')
        return "les ";
    if (kind == '-')
        return "";
    return elided ? "l’" : kind == 'f' ? "la " : "le ";
}

static const char *of(char kind, bool elided)
{
    if (kind == 'p')
        return "des ";
    if (kind == '-')
        return elided ? "d’" : "de ";
    return elided ? "de l’" : kind == 'f' ? "de la " : "du ";
}

/* "de France", "d’Iran", but "du Japon", "des Pays-Bas". */
static const char *from(char kind, bool elided)
{
    if (kind == 'f' || (kind == 'm' && elided))
        return elided ? "d’" : "de ";
    return of(kind, elided);
}

static const char *in(char kind, bool elided)
{
    if (kind == 'f' || (kind == 'm' && elided))
        return "en ";
    return kind == 'p' ? "aux " : kind == 'm' ? "au " : "à ";
}

static char *write_name(const struct form_call *call, int form)
{
    char kind = *call->code != '\0' ? article_kind(call->code) : '\0';
    const char *name = name_inside(call), *before = "", *article;
    bool elided = name != NULL && elides(name);
    bool is_within = forms_list_has(within, call->code);
    bool is_on = forms_list_has(on_islands, call->code);
    bool is_at = forms_list_has(at_article, call->code);

    if (kind == '\0')
        return form_unknown(call);
    if (name == NULL)
        return NULL;
    switch (form) {
    case FORM_THE:
        article = the(kind, elided);
        break;
    case FORM_OF:
    case FORM_DE:
        article = of(kind, elided);
        break;
    case FORM_FROM:
        article = is_within || is_on || is_at ? of(kind, elided) : from(kind, elided);
        break;
    default:
        before = is_within ? "dans " : is_on ? "sur " : is_at ? "à " : "";
        article = is_within || is_on || is_at ? the(kind, elided) : in(kind, elided);
        if (strcmp(call->code, "IL") == 0)
            article = "en "; /* the one country without an article that takes it */
    }
    return arena_format(call->arena, "%s%s%s", before, article, name);
}

/* Periods ------------------------------------------------------------------------ */

static const char *const months[] = { "janvier",   "février", "mars",     "avril",
                                      "mai",       "juin",    "juillet",  "août",
                                      "septembre", "octobre", "novembre", "décembre" };

static const char *nth(long number)
{
    return number == 1 ? "er" : "";
}

static char *write_years(const struct form_call *call, struct date_interval period, int form)
{
    int first = period.first.year, last = period.last.year;

    if (first != last && form == PERIOD_IN)
        return arena_format(call->arena, "de %d à %d", first, last);
    if (first != last)
        return arena_format(call->arena, "%s années %d" EN_DASH "%d",
                            form == PERIOD_THE ? "les" : "des", first, last);
    return arena_format(call->arena, "%s%d",
                        form == PERIOD_THE  ? "l’année "
                        : form == PERIOD_OF ? "de "
                                            : "en ",
                        last);
}

/* A run of months or days: "la période de janvier à avril 2024". */
static char *write_span(const struct form_call *call, const char *span, int form)
{
    static const char *const before[] = { "la période ", "de la période ", "" };

    return span != NULL ? arena_format(call->arena, "%s%s", before[form], span) : NULL;
}

static char *write_months(const struct form_call *call, struct date_interval period, int form)
{
    const char *first = months[period.first.month - 1], *last = months[period.last.month - 1];
    const char *de = elides(first) ? "d’" : "de ";

    if (!is_one_month(period))
        return write_span(
            call,
            period.first.year == period.last.year
                ? arena_format(call->arena, "%s%s à %s %d", de, first, last, period.last.year)
                : arena_format(call->arena, "%s%s %d à %s %d", de, first, period.first.year, last,
                               period.last.year),
            form);
    return arena_format(call->arena, "%s%s%s %d", form == PERIOD_THE ? "le mois " : "",
                        form == PERIOD_IN ? "en " : de, first, period.last.year);
}

static char *write_days(const struct form_call *call, struct date_interval period, int form)
{
    struct date first = period.first, last = period.last;
    const char *of_first = months[first.month - 1], *of_last = months[last.month - 1];

    if (date_to_days(first) == date_to_days(last))
        return arena_format(call->arena, "%s %d%s %s %d", form == PERIOD_OF ? "du" : "le", last.day,
                            nth(last.day), of_last, last.year);
    if (first.year != last.year)
        return write_span(call,
                          arena_format(call->arena, "du %d%s %s %d au %d%s %s %d", first.day,
                                       nth(first.day), of_first, first.year, last.day,
                                       nth(last.day), of_last, last.year),
                          form);
    if (first.month != last.month)
        return write_span(call,
                          arena_format(call->arena, "du %d%s %s au %d%s %s %d", first.day,
                                       nth(first.day), of_first, last.day, nth(last.day), of_last,
                                       last.year),
                          form);
    return write_span(call,
                      arena_format(call->arena, "du %d%s au %d %s %d", first.day, nth(first.day),
                                   last.day, of_last, last.year),
                      form);
}

static char *write_period(const struct form_call *call, struct date_interval period,
                          enum period_kind kind, int form)
{
    static const char *const quarter[] = { "le", "du", "au" };
    static const char *const week[] = { "la", "de la", "pendant la" };
    int year = 0, number = 0;

    if (form == PERIOD_DE)
        form = PERIOD_OF;
    switch (kind) {
    case KIND_YEARS:
        return write_years(call, period, form);
    case KIND_MONTHS:
        return write_months(call, period, form);
    case KIND_DAYS:
        return write_days(call, period, form);
    case KIND_QUARTER:
        number = period.last.month / 3;
        return arena_format(call->arena, "%s %d%s" NO_BREAK_SPACE "trimestre %d", quarter[form], number,
                            number == 1 ? "er" : "e", period.last.year);
    case KIND_WEEK:
        (void)date_is_week(period, &year, &number);
        return arena_format(call->arena, "%s semaine %d de %d", week[form], number, year);
    default:
        return form_unknown(call);
    }
}

/* 1er, 1re, 2e; 1ers, 1res, 2es. */
static char *write_ordinal(const struct form_call *call, long number, unsigned forms)
{
    enum { MASCULINE = 1, FEMININE = 2, PLURAL = 4 };
    const char *ending = number != 1 ? "e" : (forms & FEMININE) != 0 ? "re" : "er";

    if ((forms & MASCULINE) != 0 && (forms & FEMININE) != 0)
        return form_unknown(call);
    return arena_format(call->arena, "%ld%s%s", number, ending, (forms & PLURAL) != 0 ? "s" : "");
}

const struct language_forms forms_fr = {
    "fr",         { "the of from in de à", "the of in de", "masculine feminine plural" },
    group_of,     write_name,
    write_period, write_ordinal
};
