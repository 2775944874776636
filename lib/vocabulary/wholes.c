/* wholes.c - finds out whether a member is a part, the sum of all members, the sum of some, or
 * unknown: by its code and by the name beside it. */
#include "vocabulary/wholes.h"

#include <string.h>

#include "base/strings.h"
#include "vocabulary/countries.h"
#include "vocabulary/country_codes.h"
#include "vocabulary/flow_words.h"
#include "vocabulary/member_kinds.h"
#include "vocabulary/phrases.h"
#include "vocabulary/product_codes.h"
#include "vocabulary/whole_words.h"

/* What a text says of its member. */
struct meaning {
    enum member_role role;
    const char *sum;
    bool known; /* false: the text says nothing; role is MEMBER_PART */
};

static const struct meaning ordinary = { MEMBER_PART, "", true },
                            nothing = { MEMBER_PART, "", false };

/* Dimensions ------------------------------------------------------------------------------ */

/* The sets of phrases that have a meaning in a dimension. In a dimension of the file's own, short
 * codes of areas have none: its A1 need not be Africa. */
static int where_of(const char *dimension, size_t length)
{
    static const char *const modes[] = { "mode", "mot", "transport", "customs", "procedure" };
    static const char *const areas[] = { "countr", "partner", "reporter", "area",  "geo",
                                         "market", "economy", "destin",   "origin" };
    enum member_kind kind = member_kind_of(dimension);
    int where = IN_ANY;

    if (kind == MEMBER_COUNTRY || (kind == MEMBER_TEXT && length >= 4))
        where |= IN_AREAS;
    for (size_t i = 0; i < sizeof areas / sizeof *areas; i++)
        if (kind == MEMBER_TEXT && strstr(dimension, areas[i]) != NULL)
            where |= IN_AREAS;
    if (kind == MEMBER_PRODUCT)
        where |= IN_PRODUCTS;
    for (size_t i = 0; i < sizeof modes / sizeof *modes; i++)
        if (kind == MEMBER_TEXT && strstr(dimension, modes[i]) != NULL)
            where |= IN_MODES;
    return where;
}

/* Phrases --------------------------------------------------------------------------------- */

static struct meaning find_phrase(const struct normalised *text, int where)
{
    const struct whole_word *word = phrase_find(&whole_word_index, text);

    if (word == NULL || (word->where & where) == 0)
        return nothing;
    return (struct meaning){ word->role, word->sum, true };
}

/* The rest of the text after one of the phrases; 0: it begins with none, or ends there. */
static size_t after_any(const struct normalised *text, const char *const *phrases)
{
    for (size_t i = 0; phrases[i] != NULL; i++) {
        size_t end = normalised_phrase(text, 0, phrases[i]);

        if (end > 0 && end < text->n)
            return text->text[end] == ' ' ? end + 1 : end;
    }
    return 0;
}

/* The length of the text before a phrase that ends it, as whole words; 0: it ends otherwise, or says
 * nothing else. */
static size_t before_end(const struct normalised *text, const char *phrase)
{
    size_t n = strlen(phrase), at = text->n - n;

    if (text->n <= n || memcmp(text->text + at, phrase, n) != 0 ||
        !normalised_is_boundary(text, at))
        return 0;
    return text->text[at - 1] == ' ' ? at - 1 : at;
}

/* True when a text after a union's letters only says which year's union: "27 from 2020". */
static bool is_year_of_union(const char *text)
{
    static const char *const words[] = { "from", "countries", "members", "стран", "страны", "с" };

    while (*text != '\0') {
        size_t n = strspn(text, " 0123456789");

        for (size_t i = 0; i < sizeof words / sizeof *words && n == 0; i++)
            n = strncmp(text, words[i], strlen(words[i])) == 0 ? strlen(words[i]) : 0;
        if (n == 0)
            return false;
        text += n;
    }
    return true;
}

/* EU28, "EU27 2020", "EA20", "ЕС 27": the union of a year. */
static struct meaning find_union(const struct normalised *text)
{
    static const struct {
        const char *letters, *sum;
    } unions[] = { { "eu", "EU" }, { "ec", "EU" }, { "ue", "EU" },        { "ес", "EU" },
                   { "ео", "EU" }, { "ea", "EA" }, { "euro area", "EA" }, { "欧盟", "EU" } };

    for (size_t i = 0; i < sizeof unions / sizeof *unions; i++) {
        size_t n = strlen(unions[i].letters);

        if (text->n > n && memcmp(text->text, unions[i].letters, n) == 0 &&
            is_year_of_union(text->text + n))
            return (struct meaning){ MEMBER_GROUP, unions[i].sum, true };
    }
    return nothing;
}

/* Names that begin with a union's: "European Union - 27 countries (from 2020)", "Euro area - 20
 * countries". */
static struct meaning find_long_union(const struct normalised *text)
{
    static const char *const names[] = {
        "european union",    "european economic area", "euro area", "европейский союз",
        "europäische union", "union européenne",       NULL
    };
    size_t at = after_any(text, names);

    struct meaning meaning = { MEMBER_GROUP, "EU", true };

    if (at == 0)
        return nothing;
    if (normalised_phrase(text, 0, "euro area") > 0)
        meaning.sum = "EA";
    else if (normalised_phrase(text, 0, "european economic area") > 0)
        meaning.sum = "EEA";
    return meaning;
}

/* words: how many words before or behind a group may be left out to find it. */
static struct meaning find_area(const struct normalised *text, int where, int words);

enum { MOST_WORDS = 3 };

/* "EXT_EU27_2020", "Extra-EU27 (from 2020)", "Intra-EU", "Total Africa", "Other Asia",
 * "Non-ASEAN": a word before a group. */
static struct meaning find_before_group(const struct normalised *text, int where, int left)
{
    static const char *const outside[] = { "ext", "extra", "non", "вне", "не", NULL };
    static const char *const inside[] = { "int", "intra", NULL };
    static const char *const sums[] = {
        "total of",         "total",    "all",      "of which",    "всего по странам",
        "итого по странам", "всего по", "итого по", "всего",       "итого",
        "в том числе",      "из них",   "страны",   "государства", "insgesamt",
        "total des",        NULL
    };
    static const char *const rests[] = { "other",  "rest of",   "rest of the", "прочие",
                                         "другие", "остальные", "остальная",   "其他",
                                         "其它",   "sonstige",  "sonstiges",   "übriges",
                                         "autres", "reste de",  "otros",       "altri",
                                         "diğer",  NULL };
    const char *const *const lists[] = { outside, inside, sums, rests };

    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        size_t at = after_any(text, lists[i]);
        struct normalised rest;
        struct meaning group;

        if (at == 0 || !normalise(&rest, text->text + at, text->n - at))
            continue;
        group = find_area(&rest, where, left);
        if (!group.known || group.role != MEMBER_GROUP)
            continue;
        if (lists[i] == rests)
            return (struct meaning){ MEMBER_UNSPECIFIED, "", true };
        if (lists[i] != sums)
            group.sum = strcmp(group.sum, "EU") != 0 ? "" : i == 0 ? "EXT_EU" : "INT_EU";
        return group;
    }
    return nothing;
}

/* "ASEAN, total", "СНГ - всего", "ЕАЭО елдері", "东盟合计", "EU-Länder": a word behind a group. */
static struct meaning find_after_group(const struct normalised *text, int where, int left)
{
    static const char *const words[] = { "total",  "countries", "members",  "member states",
                                         "всего",  "итого",     "барлығы",  "елдері",
                                         "合计",   "总计",      "国家",     "國家",
                                         "länder", "staaten",   "gesamt",   "insgesamt",
                                         "toplam", "toplamı",   "ülkeleri", "ogółem" };

    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t n = before_end(text, words[i]);
        struct normalised rest;
        struct meaning group;

        if (n == 0 || !normalise(&rest, text->text, n))
            continue;
        group = find_area(&rest, where, left);
        if (group.known && group.role == MEMBER_GROUP)
            return group;
    }
    return nothing;
}

/* "Other Asia, nes", "Areas, not elsewhere specified", "Страны, не указанные". */
static bool says_unspecified(const struct normalised *text)
{
    static const char *const endings[] = { "nes",
                                           "n e s",
                                           "nei",
                                           "not elsewhere specified",
                                           "not specified",
                                           "not elsewhere classified",
                                           "unspecified",
                                           "не указанные",
                                           "nda" };

    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (before_end(text, endings[i]) > 0)
            return true;
    return false;
}

static struct meaning find_area(const struct normalised *text, int where, int words)
{
    struct meaning meaning = find_phrase(text, where);

    if (!meaning.known)
        meaning = find_union(text);
    if (!meaning.known)
        meaning = find_long_union(text);
    if (!meaning.known && words > 0)
        meaning = find_before_group(text, where, words - 1);
    if (!meaning.known && words > 0)
        meaning = find_after_group(text, where, words - 1);
    if (!meaning.known && says_unspecified(text))
        meaning = (struct meaning){ MEMBER_UNSPECIFIED, "", true };
    return meaning;
}

/* Kinds of members ------------------------------------------------------------------------ */

static bool has_letter(const char *text)
{
    for (; *text != '\0'; text++)
        if ((*text >= 'A' && *text <= 'Z') || (*text >= 'a' && *text <= 'z') ||
            (unsigned char)*text >= 0x80)
            return true;
    return false;
}

/* A code or name of an area. Numbers are looked up as codes only: by readers, which know whether
 * they are ISO 3166. Regions of M49 have three digits. */
static struct meaning read_area(const char *text, const struct normalised *normalised, int where)
{
    size_t n = strlen(text);
    bool lettered = has_letter(text), region = false;
    const char *code = lettered ? country_find_or_region(text, n, &region) : NULL;
    struct meaning meaning = nothing;

    if (code != NULL && strcmp(code, "WLD") == 0)
        return (struct meaning){ MEMBER_WHOLE, "WLD", true };
    if (code != NULL && country_is_iso3(code))
        return ordinary;
    meaning = find_area(normalised, where, MOST_WORDS);
    if (!meaning.known && (code == NULL && lettered ? region : country_is_region(text, n)))
        meaning = (struct meaning){ MEMBER_GROUP, "", true };
    return meaning;
}

/* "WTO_H4_Aggri" is of another split than chapters and their ranges (WITS). "84SSSS" hides what
 * chapter 84 holds (Eurostat). */
static struct meaning read_product(const char *text, const struct normalised *normalised, int where)
{
    size_t digits = strspn(text, "0123456789"), secret = strspn(text + digits, "S");
    struct meaning meaning = nothing;

    if (product_depth(text) == 0)
        meaning = find_phrase(normalised, where);
    if (!meaning.known && strncmp(text, "WTO_", 4) == 0)
        meaning = (struct meaning){ MEMBER_GROUP, "", true };
    if (!meaning.known && digits > 0 && secret > 1 && text[digits + secret] == '\0')
        meaning = (struct meaning){ MEMBER_UNSPECIFIED, "", true };
    return meaning;
}

static struct meaning read_flow(const char *text)
{
    if (strcmp(text, flow_turnover) == 0)
        return (struct meaning){ MEMBER_WHOLE, flow_turnover, true };
    if (strcmp(text, flow_balance) == 0)
        return (struct meaning){ MEMBER_GROUP, "", true };
    return nothing;
}

/* SDMX: _T is the total, _X is not allocated, _Z not applicable. */
static struct meaning read_sdmx(const char *text, enum member_kind kind)
{
    if (strcmp(text, "_T") == 0)
        return (struct meaning){ MEMBER_WHOLE, kind == MEMBER_COUNTRY ? "WLD" : "TOTAL", true };
    if (strcmp(text, "_X") == 0 || strcmp(text, "_Z") == 0 || strcmp(text, "_U") == 0)
        return (struct meaning){ MEMBER_UNSPECIFIED, "", true };
    return nothing;
}

/* The length that two words have in common at their beginnings. */
static size_t common_beginning(const char *a, const char *b)
{
    size_t n = 0;

    while (a[n] != '\0' && a[n] == b[n])
        n++;
    return n;
}

/* True when a text speaks of all members, in the plural of the dimension's name ("sectors" of sector)
 * or by a word for what members are. */
static bool names_members(const char *text, const char *dimension)
{
    static const char *const words[] = {
        "sectors",   "industries",  "categories", "activities", "branches", "types",
        "items",     "groups",      "classes",    "divisions",  "regions",  "uses",
        "firms",     "enterprises", "companies",  "ports",      "states",   "provinces",
        "отрасл",    "секторы",     "сектора",    "виды",       "виду",     "категори",
        "регион",    "групп",       "салалар",    "行业",       "部门",     "类别",
        "地区",      "branchen",    "sektoren",   "secteurs",   "sectores", "settori",
        "sektörler", "sektory",     "branże",     "القطاعات"
    };
    enum { ENOUGH = 4 };
    size_t n = strcspn(text, " "), common = common_beginning(text, dimension);

    if (common >= ENOUGH && common * 3 >= n * 2)
        return true;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strncmp(text, words[i], strlen(words[i])) == 0)
            return true;
    return false;
}

/* In a dimension of the file's own, "All sectors" is the sum of all, "All manufacturing" of some, and
 * "All other" the rest. */
static struct meaning find_all(const struct normalised *text, const char *dimension)
{
    static const char *const all[] = { "all",       "total",     "все",      "всего по",
                                       "итого по",  "по всем",   "барлық",   "所有",
                                       "全部",      "alle",      "tous les", "toutes les",
                                       "todos los", "todas las", "todos os", "todas as",
                                       "tutti i",   "tutti gli", "tutte le", "wszystkie",
                                       "tüm",       "bütün",     "جميع",     NULL };
    static const char *const rest[] = { "other", "others",  "остальные", "прочие", "другие",
                                        "其他",  "übrigen", "autres",    "otros",  "outros" };
    size_t at = after_any(text, all);

    if (at == 0)
        return nothing;
    for (size_t i = 0; i < sizeof rest / sizeof *rest; i++)
        if (normalised_phrase(text, at, rest[i]) > at)
            return (struct meaning){ MEMBER_UNSPECIFIED, "", true };
    if (names_members(text->text + at, dimension))
        return (struct meaning){ MEMBER_WHOLE, "TOTAL", true };
    return (struct meaning){ MEMBER_GROUP, "", true };
}

static struct meaning read_text(const char *dimension, const char *text)
{
    enum member_kind kind = member_kind_of(dimension);
    struct meaning meaning = read_sdmx(text, kind);
    struct normalised normalised;
    int where = where_of(dimension, strlen(text));

    if (meaning.known || kind == MEMBER_UNIT || text[0] == '\0' ||
        !normalise(&normalised, text, strlen(text)))
        return meaning;
    if (kind == MEMBER_FLOW)
        return read_flow(text);
    if (kind == MEMBER_PRODUCT)
        return read_product(text, &normalised, where);
    if ((where & IN_AREAS) != 0)
        meaning = read_area(text, &normalised, where);
    if (!meaning.known)
        meaning = find_phrase(&normalised, where);
    if (!meaning.known && kind == MEMBER_TEXT)
        meaning = find_all(&normalised, dimension);
    if (kind == MEMBER_COUNTRY && meaning.role == MEMBER_WHOLE)
        meaning.sum = "WLD"; /* the total of all partners */
    return meaning;
}

/* The code, unless the name beside it says something else. A code of ISO 3166 that a table has is
 * sure; the name of a code in another classification is surer than what the code is in ours. */
static struct meaning read_member(const char *dimension, const char *code, const char *name)
{
    bool is_area = member_kind_of(dimension) == MEMBER_COUNTRY;
    struct meaning named = nothing;

    if (is_area && country_is_iso3(code))
        return ordinary;
    if (name != NULL && name[0] != '\0')
        named = read_text(dimension, name);
    if (named.known || (name != NULL && strcmp(name, code) == 0))
        return named;
    return read_text(dimension, code);
}

enum member_role member_role_of(const char *dimension, const char *code, const char *name)
{
    return read_member(dimension, code, name).role;
}

const char *member_sum_of(const char *dimension, const char *code, const char *name)
{
    const char *sum = read_member(dimension, code, name).sum;

    return sum[0] != '\0' ? sum : NULL;
}

bool product_is_total(const char *text)
{
    static const char *const codes[] = { "all subheading", "all subheadings" };
    struct normalised normalised;
    bool is_code = strncmp(text, "AG", 2) == 0;

    if (!normalise(&normalised, text, strlen(text)))
        return false;
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        is_code |= normalised_is(&normalised, codes[i]);
    return !is_code && member_role_of("product", text, NULL) == MEMBER_WHOLE;
}

bool flow_is_part_of(const char *flow, const char *of)
{
    static const char *const parts[][2] = { { flow_re_exports, flow_exports },
                                            { flow_domestic_exports, flow_exports },
                                            { flow_re_imports, flow_imports },
                                            { flow_foreign_imports, flow_imports } };

    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (strcmp(flow, parts[i][0]) == 0 && strcmp(of, parts[i][1]) == 0)
            return true;
    return false;
}
