/* forms_ug.c - Uyghur: cases of names and periods by rule, ordinals.
 *
 * The last vowel of ا و ۇ (back) or ە ۆ ۈ (front) decides; ى and ې are neutral, and words of these alone are
 * front beside ك and گ, else back. A final ك or گ is front. After voiceless consonants suffixes begin with ت, ق and ك. The final
 * vowel of a name stays, except in ئامېرىكا and ئافرىقا: ئامېرىكىدا. */
#include <string.h>

#include "text/languages/forms.h"

#define CASE_NAMES "nominative genitive dative accusative locative ablative"

enum { NOMINATIVE, GENITIVE, DATIVE, ACCUSATIVE, LOCATIVE, ABLATIVE, CASES };
enum { FORM_IN = CASES };

/* What ICU does not name. */
static const char *const groups[][2] = {
    { "EZ", "ياۋرو رايونى" },
    { "UN", "بىرلەشكەن دۆلەتلەر تەشكىلاتى" },
    { "202", "ساخارانىڭ جەنۇبىدىكى ئافرىقا" },
    { "CIS", "مۇستەقىل دۆلەتلەر ھەمدوستلۇقى" },
    { "EAEU", "ياۋرو-ئاسىيا ئىقتىسادىي ئىتتىپاقى" },
    { "OECD", "ئىقتىسادىي ھەمكارلىق ۋە تەرەققىيات تەشكىلاتى" },
    { "OPEC", "نېفىت ئېكسپورت قىلغۇچى دۆلەتلەر تەشكىلاتى" },
    { "SCO", "شاڭخەي ھەمكارلىق تەشكىلاتى" },
    { "OTS", "تۈركىي دۆلەتلەر تەشكىلاتى" },
    { "EXT_EU", "ياۋروپا ئىتتىپاقى سىرتىدىكى دۆلەتلەر" },
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

/* What the suffixes depend on. */
struct stem {
    bool is_front, is_voiceless;
    bool is_foreign; /* Latin letters or figures: the suffix stands behind a hyphen */
};

static bool is_one_of(uint32_t code, const char *letters)
{
    const char *end = letters + strlen(letters);

    while (letters < end)
        if (utf8_next(&letters, end) == code)
            return true;
    return false;
}

/* How the number is spoken that the digits before end write: G20 is يىگىرمە at its end. */
static struct stem stem_of_number(const char *begin, const char *end)
{
    static const struct stem ones[] = { { true, false, true }, { true, false, true },
                                        { true, false, true }, { true, true, true },
                                        { true, true, true },  { true, true, true },
                                        { true, false, true }, { true, false, true },
                                        { true, false, true }, { false, false, true } };
    static const struct stem tens[] = { { false, false, true }, { false, false, true },
                                        { true, false, true },  { false, false, true },
                                        { false, true, true },  { true, true, true },
                                        { false, true, true },  { true, true, true },
                                        { true, false, true },  { false, false, true } };
    int digits[3] = { 0, 0, 0 };

    for (int i = 0; i < 3 && end > begin && end[-1] >= '0' && end[-1] <= '9'; i++)
        digits[i] = *--end - '0';
    if (digits[0] != 0 || (digits[1] == 0 && digits[2] == 0 && end > begin && end[-1] > '9'))
        return ones[digits[0]];
    return digits[1] != 0 ? tens[digits[1]] : (struct stem){ digits[2] != 0, false, true };
}

static bool ends_in(const char *words, const char *ending)
{
    size_t n = strlen(words), length = strlen(ending);

    return n >= length && memcmp(words + n - length, ending, length) == 0;
}

static bool is_latin_letter(uint32_t code)
{
    return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') ||
           (code >= 0xC0 && code < 0x250);
}

/* False: there is no letter or digit. */
static bool read_stem(struct stem *stem, const char *words)
{
    const char *at = words, *end = words + strlen(words);
    enum { UNKNOWN, BACK, FRONT } vowel = UNKNOWN, consonant = UNKNOWN;
    uint32_t last = 0;

    *stem = (struct stem){ false, false, false };
    while (at < end) {
        uint32_t code = utf8_next(&at, end);
        bool is_latin = is_latin_letter(code) || (code >= '0' && code <= '9');

        if (code == ' ' || code == '-') {
            vowel = consonant = UNKNOWN; /* the last word counts */
            continue;
        }
        if (is_one_of(code, "اوۇaou"))
            vowel = BACK;
        else if (is_one_of(code, "ەۆۈeöü"))
            vowel = FRONT;
        else if (is_one_of(code, "كگ"))
            consonant = FRONT;
        if (code != UTF8_INVALID && (is_latin || (code >= 0x620 && code <= 0x6FF))) {
            last = code;
            stem->is_foreign = is_latin;
        }
    }
    /* جۇمھۇرىيەت loses its front vowel before a suffix. */
    stem->is_front = vowel == FRONT || is_one_of(last, "كگ") ||
                     (vowel == UNKNOWN && consonant == FRONT) || ends_in(words, "ىيىتى");
    stem->is_voiceless = is_one_of(last, "پتچخسشفقكھptksfhcxq");
    if (last >= '0' && last <= '9' && end[-1] == (char)last)
        *stem = stem_of_number(words, end);
    return last != 0;
}

static const char *suffix_of(const struct stem *stem, int wanted)
{
    static const char *const suffixes[CASES][2][2] = {
        [NOMINATIVE] = { { "", "" }, { "", "" } },
        [GENITIVE] = { { "نىڭ", "نىڭ" }, { "نىڭ", "نىڭ" } },
        [DATIVE] = { { "غا", "قا" }, { "گە", "كە" } },
        [ACCUSATIVE] = { { "نى", "نى" }, { "نى", "نى" } },
        [LOCATIVE] = { { "دا", "تا" }, { "دە", "تە" } },
        [ABLATIVE] = { { "دىن", "تىن" }, { "دىن", "تىن" } },
    };

    return suffixes[wanted][stem->is_front][stem->is_voiceless];
}

static char *decline(const struct form_call *call, const char *words, int wanted)
{
    struct stem stem;
    size_t n = words != NULL ? strlen(words) : 0;
    const char *vowel = "";

    if (n > 0 && words[n - 1] == ')' && strstr(words, " (") != NULL)
        words = arena_text(call->arena, words, (size_t)(strstr(words, " (") - words));
    if (words == NULL)
        return NULL;
    if (!read_stem(&stem, words))
        return form_unknown(call);
    n = strlen(words);
    if (wanted == NOMINATIVE)
        return arena_text(call->arena, words, n);
    if (ends_in(words, "ئامېرىكا") || ends_in(words, "ئافرىقا")) {
        n -= strlen("ا");
        vowel = "ى";
    } else if (ends_in(words, "ھەپتە")) {
        n -= strlen("ە");
        vowel = "ى";
    }
    return arena_format(call->arena, "%.*s%s%s%s", (int)n, words, vowel, stem.is_foreign ? "-" : "",
                        suffix_of(&stem, wanted));
}

static char *write_name(const struct form_call *call, int form)
{
    const char *name = name_of(call);

    return strcmp(name, call->code) != 0 ? decline(call, name, form) : form_unknown(call);
}

/* Periods ------------------------------------------------------------------------ */

static const char *const months[] = { "يانۋار",   "فېۋرال",   "مارت",    "ئاپرېل",
                                      "ماي",      "ئىيۇن",    "ئىيۇل",   "ئاۋغۇست",
                                      "سېنتەبىر", "ئۆكتەبىر", "نويابىر", "دېكابىر" };

/* "2023-يىلى" is in 2023; all other cases have the suffixes of يىل. */
static char *write_years(const struct form_call *call, struct date_interval period, int form)
{
    int first = period.first.year, last = period.last.year;

    if (form == FORM_IN)
        return first == last ? arena_format(call->arena, "%d-يىلى", last)
                             : arena_format(call->arena, "%d" EN_DASH "%d-يىللىرى", first, last);
    return decline(call,
                   first == last ? arena_format(call->arena, "%d-يىل", last)
                                 : arena_format(call->arena, "%d" EN_DASH "%d-يىللار", first, last),
                   form);
}

static char *months_of(const struct form_call *call, struct date_interval period)
{
    const char *from = months[period.first.month - 1], *to = months[period.last.month - 1];

    if (is_one_month(period))
        return arena_format(call->arena, "%d-يىلى %s", period.last.year, to);
    if (period.first.year == period.last.year)
        return arena_format(call->arena, "%d-يىلى %s" EN_DASH "%s", period.last.year, from, to);
    return arena_format(call->arena, "%d-يىلى %s " EN_DASH " %d-يىلى %s", period.first.year, from,
                        period.last.year, to);
}

static char *days_of(const struct form_call *call, struct date_interval period)
{
    struct date first = period.first, last = period.last;
    const char *from = months[first.month - 1], *to = months[last.month - 1];

    if (first.year != last.year)
        return arena_format(call->arena, "%d-يىلى %d-%s " EN_DASH " %d-يىلى %d-%s", first.year,
                            first.day, from, last.year, last.day, to);
    if (first.month != last.month)
        return arena_format(call->arena, "%d-يىلى %d-%s " EN_DASH " %d-%s", last.year, first.day,
                            from, last.day, to);
    if (first.day != last.day)
        return arena_format(call->arena, "%d-يىلى %d" EN_DASH "%d-%s", last.year, first.day,
                            last.day, to);
    return arena_format(call->arena, "%d-يىلى %d-%s", last.year, last.day, to);
}

static char *write_period(const struct form_call *call, struct date_interval period,
                          enum period_kind kind, int form)
{
    int wanted = form == FORM_IN ? LOCATIVE : form, year = 0, week = 0;
    const char *days;

    switch (kind) {
    case KIND_YEARS:
        return write_years(call, period, form);
    case KIND_MONTHS:
        return decline(call, months_of(call, period), wanted);
    case KIND_DAYS:
        days = days_of(call, period);
        if (days != NULL && form == FORM_IN &&
            date_to_days(period.first) == date_to_days(period.last))
            return arena_format(call->arena, "%s كۈنى", days);
        return decline(call, days, wanted);
    case KIND_QUARTER:
        return decline(
            call,
            arena_format(call->arena, "%d-يىلى %d-پەسىل", period.last.year, period.last.month / 3),
            wanted);
    case KIND_WEEK:
        (void)date_is_week(period, &year, &week);
        return decline(call, arena_format(call->arena, "%d-يىلى %d-ھەپتە", year, week), wanted);
    default:
        return form_unknown(call);
    }
}

/* In words up to the tenth. Above, a hyphen behind the figure says that it is an ordinal: 11-ئورۇن. */
static char *write_ordinal(const struct form_call *call, long number, unsigned forms)
{
    static const char *const words[] = { "بىرىنچى",    "ئىككىنچى", "ئۈچىنچى",  "تۆتىنچى",
                                         "بەشىنچى",    "ئالتىنچى", "يەتتىنچى", "سەككىزىنچى",
                                         "توققۇزىنچى", "ئونىنچى" };

    (void)forms;
    return number >= 1 && number <= 10 ? arena_string(call->arena, words[number - 1])
                                       : arena_format(call->arena, "%ld-", number);
}

const struct language_forms forms_ug = { "ug",         { CASE_NAMES, CASE_NAMES " in", "" },
                                         group_of,     write_name,
                                         write_period, write_ordinal };
