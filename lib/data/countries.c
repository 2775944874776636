/* countries.c - whatever a file calls a country, tables call it by ISO 3166 alpha-3.
 *
 * Names are compared by their words: without accents and case, abbreviations written out,
 * small words left out, the rest in alphabetical order. So "Korea, Rep.", "Rep. of Korea" and
 * "Republic of Korea" are one name. */
#include "data/countries.h"

#include <string.h>

#include <unicode/uchar.h>
#include <unicode/uldnames.h>
#include <unicode/uloc.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>

#include "base/strings.h"
#include "data/country_codes.h"
#include "data/country_names.h"
#include "data/folded.h"

enum { LONGEST_NAME = 160, MOST_WORDS = 24, MOST_SCRIPTS = 8 };

struct name {
    const char *words;
    const char *iso3; /* NULL: two languages mean two countries by it */
    bool is_usual;
};

struct countries {
    struct arena arena;
    struct name *names; /* a hash table of 2^n places */
    size_t count, capacity;
    bool has_usual_names;
    UScriptCode usual[MOST_SCRIPTS], all[MOST_SCRIPTS]; /* scripts whose languages are in */
    size_t usual_count, all_count;
};

struct countries *countries_create(const sheaf_alloc *alloc, sheaf_error *error)
{
    struct countries *countries = memory_resize(alloc, NULL, 0, sizeof *countries);

    if (countries == NULL) {
        fail_memory(error);
        return NULL;
    }
    memset(countries, 0, sizeof *countries);
    arena_init(&countries->arena, alloc, error);
    return countries;
}

void countries_destroy(struct countries *countries)
{
    sheaf_alloc alloc;

    if (countries == NULL)
        return;
    alloc = countries->arena.alloc;
    memory_free(&alloc, countries->names, countries->capacity * sizeof *countries->names);
    arena_free(&countries->arena);
    memory_free(&alloc, countries, sizeof *countries);
}

/* The words of a name -------------------------------------------------------- */

struct word {
    size_t at, n; /* in the text */
};

struct words {
    char text[4 * LONGEST_NAME];
    size_t n;
    struct word list[MOST_WORDS];
    size_t count;
    UScriptCode script; /* of the first letter */
};

/* Small words, and "islands", which every office writes otherwise. */
static bool is_left_out(const char *word, size_t n)
{
    static const char *const list[] = { "the",     "of",      "and",  "и",       "және",
                                        "islands", "island",  "isds", "isl",     "is",
                                        "о",       "ва",      "в",    "острова", "остров",
                                        "аралы",   "аралдары" };

    for (size_t i = 0; i < sizeof list / sizeof *list; i++)
        if (string_is(word, n, list[i]))
            return true;
    return false;
}

static const char *written_out(const char *word, size_t n)
{
    static const char *const list[][2] = {
        { "rep", "republic" },  { "dem", "democratic" }, { "st", "saint" },
        { "fed", "federated" }, { "sts", "states" },     { "респ", "республика" },
    };

    for (size_t i = 0; i < sizeof list / sizeof *list; i++)
        if (string_is(word, n, list[i][0]))
            return list[i][1];
    return NULL;
}

static bool begin_word(struct words *words)
{
    if (words->count == MOST_WORDS)
        return false;
    words->list[words->count++] = (struct word){ words->n, 0 };
    return true;
}

static void end_word(struct words *words)
{
    struct word *word = &words->list[words->count - 1];
    const char *full = written_out(words->text + word->at, words->n - word->at);

    if (full != NULL) {
        words->n = word->at + strlen(full);
        memcpy(words->text + word->at, full, strlen(full));
    }
    word->n = words->n - word->at;
    if (is_left_out(words->text + word->at, word->n)) {
        words->n = word->at;
        words->count--;
    }
}

/* "Cote d'Ivoire" has two words, "U.S." one, "Rep. of" two. */
static bool joins_letters(const struct words *words, bool in_word, UChar32 code)
{
    size_t letters = in_word ? words->n - words->list[words->count - 1].at : 0;

    if (code == '\'' || code == '`' || code == 0x2018 || code == 0x2019 || code == 0x02BB)
        return true;
    return code == '.' && (letters == 1 || letters == 2);
}

static bool add_letter(struct words *words, UChar32 code)
{
    if (words->n + 32 > sizeof words->text) /* room for a word written out, too */
        return false;
    words->n += utf8_write(words->text + words->n, (uint32_t)u_foldCase(code, U_FOLD_CASE_DEFAULT));
    return true;
}

static bool split(struct words *words, const char *at, const char *end)
{
    bool in_word = false;

    while (at < end) {
        UChar32 code = (UChar32)utf8_next(&at, end);

        if (u_charType(code) == U_NON_SPACING_MARK || joins_letters(words, in_word, code))
            continue;
        if (!u_isalnum(code) && u_charType(code) != U_COMBINING_SPACING_MARK) {
            if (in_word)
                end_word(words);
            in_word = false;
            continue;
        }
        if (!in_word && !begin_word(words))
            return false;
        in_word = true;
        if (words->script == USCRIPT_COMMON && u_isalpha(code)) {
            UErrorCode status = U_ZERO_ERROR;
            words->script = uscript_getScript(code, &status);
        }
        if (!add_letter(words, code))
            return false;
    }
    if (in_word)
        end_word(words);
    return words->count > 0;
}

static int order_of(const struct words *words, struct word a, struct word b)
{
    int order = memcmp(words->text + a.at, words->text + b.at, a.n < b.n ? a.n : b.n);

    return order != 0 ? order : (a.n > b.n) - (a.n < b.n);
}

static void sort(struct words *words)
{
    for (size_t i = 1; i < words->count; i++)
        for (size_t k = i; k > 0 && order_of(words, words->list[k - 1], words->list[k]) > 0; k--) {
            struct word word = words->list[k];

            words->list[k] = words->list[k - 1];
            words->list[k - 1] = word;
        }
}

/* False: too long for a name, or no UTF-8, or no words in it. */
static bool read_words(struct words *words, const UChar *wide, int32_t n)
{
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *decompose = unorm2_getNFDInstance(&status);
    UChar apart[2 * LONGEST_NAME];
    char text[4 * LONGEST_NAME];
    int32_t length;

    words->n = words->count = 0;
    words->script = USCRIPT_COMMON;
    length = unorm2_normalize(decompose, wide, n, apart, 2 * LONGEST_NAME, &status);
    u_strToUTF8(text, sizeof text, &length, apart, length, &status);
    if (U_FAILURE(status) || !split(words, text, text + length))
        return false;
    words->text[words->n] = '\0';
    sort(words);
    return true;
}

static bool read_name(struct words *words, const char *text, size_t n)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar wide[LONGEST_NAME];
    int32_t length = 0;

    if (n > LONGEST_NAME)
        return false;
    u_strFromUTF8(wide, LONGEST_NAME, &length, text, (int32_t)n, &status);
    return U_SUCCESS(status) && read_words(words, wide, length);
}

/* The words in one text; without is left out when others stand beside it. */
static size_t join(const struct words *words, const char *without, char out[4 * LONGEST_NAME])
{
    size_t n = 0;

    for (size_t i = 0; i < words->count; i++) {
        struct word word = words->list[i];

        if (without != NULL && string_is(words->text + word.at, word.n, without))
            continue;
        if (n > 0)
            out[n++] = ' ';
        memcpy(out + n, words->text + word.at, word.n);
        n += word.n;
    }
    out[n] = '\0';
    return n;
}

/* The names known so far ------------------------------------------------------ */

static size_t place_of(const struct countries *countries, const char *words, size_t n)
{
    uint64_t hash = UINT64_C(14695981039346656037); /* FNV-1a */
    size_t mask = countries->capacity - 1;

    for (size_t i = 0; i < n; i++)
        hash = (hash ^ (unsigned char)words[i]) * UINT64_C(1099511628211);
    for (size_t at = (size_t)(hash ^ hash >> 32) & mask;; at = (at + 1) & mask)
        if (countries->names[at].words == NULL || string_is(words, n, countries->names[at].words))
            return at;
}

static const struct name *find_name(const struct countries *countries, const char *words, size_t n)
{
    const struct name *name;

    if (countries->capacity == 0)
        return NULL;
    name = &countries->names[place_of(countries, words, n)];
    return name->words != NULL ? name : NULL;
}

static bool make_room(struct countries *countries)
{
    struct countries larger = *countries;

    if (2 * countries->count < countries->capacity)
        return true;
    larger.capacity = countries->capacity == 0 ? 2048 : 2 * countries->capacity;
    larger.names =
        memory_resize(&countries->arena.alloc, NULL, 0, larger.capacity * sizeof *larger.names);
    if (larger.names == NULL) {
        fail_memory(countries->arena.error);
        return false;
    }
    memset(larger.names, 0, larger.capacity * sizeof *larger.names);
    for (size_t i = 0; i < countries->capacity; i++) {
        const struct name *name = &countries->names[i];

        if (name->words != NULL)
            larger.names[place_of(&larger, name->words, strlen(name->words))] = *name;
    }
    memory_free(&countries->arena.alloc, countries->names,
                countries->capacity * sizeof *countries->names);
    countries->names = larger.names;
    countries->capacity = larger.capacity;
    return true;
}

/* is_usual: the first country that has the name keeps it, as these are names of languages
 * that we know; of two countries that others call so neither has it. */
static bool add_name(struct countries *countries, const struct words *words, const char *iso3,
                     bool is_usual)
{
    char key[4 * LONGEST_NAME];
    size_t n = join(words, NULL, key);
    struct name *name;

    if (!make_room(countries))
        return false;
    name = &countries->names[place_of(countries, key, n)];
    if (name->words != NULL) {
        if (!is_usual && !name->is_usual && name->iso3 != iso3)
            name->iso3 = NULL;
        return true;
    }
    name->words = arena_text(&countries->arena, key, n);
    name->iso3 = iso3;
    name->is_usual = is_usual;
    countries->count += name->words != NULL;
    return name->words != NULL;
}

static bool add_listed_names(struct countries *countries)
{
    for (size_t i = 0; i < country_names_count; i++) {
        const char *iso3 = country_code_find(country_names[i].iso3, 3);

        for (const char *at = country_names[i].names; *at != '\0'; at += strspn(at, "|")) {
            size_t n = strcspn(at, "|");
            struct words words;

            if (read_name(&words, at, n) && !add_name(countries, &words, iso3, true))
                return false;
            at += n;
        }
    }
    return true;
}

static bool add_language(struct countries *countries, const char *language, bool is_usual,
                         UDisplayContext length)
{
    UErrorCode status = U_ZERO_ERROR;
    ULocaleDisplayNames *display = uldn_openForContext(language, &length, 1, &status);
    bool added = true;

    for (size_t i = 0; i < country_code_count && U_SUCCESS(status) && added; i++) {
        UErrorCode found = U_ZERO_ERROR;
        UChar wide[LONGEST_NAME];
        struct words words;
        int32_t n =
            uldn_regionDisplayName(display, country_codes[i].iso2, wide, LONGEST_NAME, &found);

        if (U_FAILURE(found) || found == U_STRING_NOT_TERMINATED_WARNING ||
            (n == 2 && wide[0] < 0x80))
            continue; /* the code is its own name */
        added = !read_words(&words, wide, n) ||
                add_name(countries, &words, country_codes[i].iso3, is_usual);
    }
    uldn_close(display);
    return added;
}

static bool is_in(UScriptCode script, const UScriptCode *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (list[i] == script)
            return true;
    return false;
}

/* What trade files write; English; Russian and Kazakh; Chinese. */
static bool add_usual_names(struct countries *countries, UScriptCode script)
{
    static const struct {
        UScriptCode script;
        const char *language;
    } usual[] = {
        { USCRIPT_LATIN, "en" }, { USCRIPT_CYRILLIC, "ru" }, { USCRIPT_CYRILLIC, "kk" },
        { USCRIPT_HAN, "zh" },   { USCRIPT_HAN, "zh_Hant" },
    };
    bool added = true;

    if (is_in(script, countries->usual, countries->usual_count))
        return true;
    if (!countries->has_usual_names)
        added = add_listed_names(countries);
    countries->has_usual_names = true;
    for (size_t i = 0; i < sizeof usual / sizeof *usual && added; i++)
        if (usual[i].script == script)
            added = add_language(countries, usual[i].language, true, UDISPCTX_LENGTH_FULL) &&
                    add_language(countries, usual[i].language, true, UDISPCTX_LENGTH_SHORT);
    if (countries->usual_count < MOST_SCRIPTS)
        countries->usual[countries->usual_count++] = script;
    return added;
}

/* Scripts of a language as it is usually written. */
static bool is_written_in(const char *language, UScriptCode script)
{
    UErrorCode status = U_ZERO_ERROR;
    UScriptCode scripts[MOST_SCRIPTS];
    int32_t n = uscript_getCode(language, scripts, MOST_SCRIPTS, &status);

    return U_SUCCESS(status) && n > 0 && is_in(script, scripts, (size_t)n);
}

static bool add_all_names(struct countries *countries, UScriptCode script)
{
    bool added = true;

    if (countries->all_count == MOST_SCRIPTS || is_in(script, countries->all, countries->all_count))
        return true;
    countries->all[countries->all_count++] = script;
    for (int32_t i = 0; i < uloc_countAvailable() && added; i++) {
        const char *language = uloc_getAvailable(i);
        char country[ULOC_COUNTRY_CAPACITY];
        UErrorCode status = U_ZERO_ERROR;

        if (uloc_getCountry(language, country, ULOC_COUNTRY_CAPACITY, &status) == 0 &&
            is_written_in(language, script))
            added = add_language(countries, language, false, UDISPCTX_LENGTH_FULL);
    }
    return added;
}

/* Finding --------------------------------------------------------------------- */

/* "Republic of Kazakhstan" and "Kazakhstan, Rep." are Kazakhstan. */
static const struct name *find_usual(const struct countries *countries, const struct words *words)
{
    static const char *const republics[] = { NULL, "republic", "республика", "республикасы" };
    const struct name *name = NULL;
    char key[4 * LONGEST_NAME];

    for (size_t i = 0; i < sizeof republics / sizeof *republics && name == NULL; i++)
        name = find_name(countries, key, join(words, republics[i], key));
    return name;
}

/* Regions and remainders: no language calls a country so, and asking all costs time. */
static bool is_area(const struct words *words)
{
    static const char *const list[] = {
        "africa", "america",   "americas", "area",   "areas",  "asia",    "bunkers",
        "by",     "countries", "country",  "eu",     "europe", "excl",    "excluding",
        "extra",  "high",      "income",   "intra",  "low",    "members", "middle",
        "nes",    "nsp",       "oceania",  "other",  "others", "pacific", "rest",
        "small",  "stores",    "total",    "trade",  "union",  "unknown", "unspecified",
        "zone",   "zones",     "всего",    "другие", "не",     "прочие",  "снг",
        "страны", "союз",      "еаэс",     "ес",     "елдер",  "елдері",  "тмд",
        "одақ",   "одағы"
    };

    if (strpbrk(words->text, "0123456789") != NULL)
        return true;
    for (size_t i = 0; i < words->count; i++)
        for (size_t k = 0; k < sizeof list / sizeof *list; k++)
            if (string_is(words->text + words->list[i].at, words->list[i].n, list[k]))
                return true;
    return false;
}

static const char *find_by_name(struct countries *countries, const char *text, size_t n)
{
    char upper[4];
    const struct name *name;
    struct words words;

    if (!read_name(&words, text, n) || !add_usual_names(countries, words.script))
        return NULL;
    name = find_usual(countries, &words);
    if (name != NULL)
        return name->iso3;
    if (n <= 3) { /* a code in small letters */
        for (size_t i = 0; i < n; i++)
            upper[i] = text[i] >= 'a' && text[i] <= 'z' ? (char)(text[i] - 'a' + 'A') : text[i];
        return country_code_find(upper, n);
    }
    if (words.script == USCRIPT_COMMON || is_area(&words) ||
        !add_all_names(countries, words.script))
        return NULL;
    name = find_usual(countries, &words);
    return name != NULL ? name->iso3 : NULL;
}

const char *country_find(struct countries *countries, const char *text, size_t n)
{
    const char *end = text + n, *code;
    size_t length;

    while (text < end && (*text == ' ' || *text == '\t'))
        text++;
    while (end > text && (end[-1] == ' ' || end[-1] == '\t'))
        end--;
    n = (size_t)(end - text);
    length = length_of_code(text, n);
    code = country_code_find(text, length);
    return code != NULL || n == 0 ? code : find_by_name(countries, text, n);
}
