/* country_words.c - splits a country's name into normalised words, with ICU's decomposition and
 * case folding. */
#include "vocabulary/country_words.h"

#include <string.h>

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "base/strings.h"

/* Articles, prepositions and conjunctions, and "islands", which each office abbreviates
 * differently. */
static bool is_stop_word(const char *word, size_t n)
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

/* The full word of an abbreviation; NULL: the word is none. */
static const char *expansion_of(const char *word, size_t n)
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

static bool begin_word(struct country_words *words)
{
    if (words->count == COUNTRY_MAX_WORDS)
        return false;
    words->list[words->count++] = (struct country_word){ words->n, 0 };
    return true;
}

static void end_word(struct country_words *words)
{
    struct country_word *word = &words->list[words->count - 1];
    const char *full = expansion_of(words->text + word->at, words->n - word->at);

    if (full != NULL) {
        words->n = word->at + strlen(full);
        memcpy(words->text + word->at, full, strlen(full));
    }
    word->n = words->n - word->at;
}

/* True for a mark within a word, an apostrophe or the point of an initial: "Cote d'Ivoire" has two
 * words, "U.S." one, "Rep. of" two. */
static bool joins_letters(const struct country_words *words, bool in_word, UChar32 code)
{
    size_t letters = in_word ? words->n - words->list[words->count - 1].at : 0;

    if (code == '\'' || code == '`' || code == 0x2018 || code == 0x2019 || code == 0x02BB)
        return true;
    return code == '.' && (letters == 1 || letters == 2);
}

static bool add_letter(struct country_words *words, UChar32 code)
{
    if (words->n + 32 > sizeof words->text) /* room for the expansion of the word, too */
        return false;
    words->n += utf8_write(words->text + words->n, (uint32_t)u_foldCase(code, U_FOLD_CASE_DEFAULT));
    return true;
}

static bool split(struct country_words *words, const char *at, const char *end)
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
        if (!add_letter(words, code))
            return false;
    }
    if (in_word)
        end_word(words);
    return words->count > 0;
}

/* Keeps a name that consists of stop words alone: "Island" is Iceland in German. */
static void drop_stop_words(struct country_words *words)
{
    size_t kept = 0;

    for (size_t i = 0; i < words->count; i++) {
        struct country_word word = words->list[i];

        if (!is_stop_word(words->text + word.at, word.n))
            words->list[kept++] = word;
    }
    if (kept > 0)
        words->count = kept;
}

static int order_of(const struct country_words *words, struct country_word a, struct country_word b)
{
    int order = memcmp(words->text + a.at, words->text + b.at, a.n < b.n ? a.n : b.n);

    return order != 0 ? order : (a.n > b.n) - (a.n < b.n);
}

static void sort(struct country_words *words)
{
    for (size_t i = 1; i < words->count; i++)
        for (size_t k = i; k > 0 && order_of(words, words->list[k - 1], words->list[k]) > 0; k--) {
            struct country_word word = words->list[k];

            words->list[k] = words->list[k - 1];
            words->list[k - 1] = word;
        }
}

/* Separates letters from their accents. Returns the length, or -1 when the text is too long or is
 * not UTF-8. */
static int32_t decompose(const char *text, size_t n, char out[COUNTRY_KEY_BYTES])
{
    UErrorCode status = U_ZERO_ERROR;
    UChar wide[COUNTRY_MAX_BYTES], decomposed[2 * COUNTRY_MAX_BYTES];
    int32_t length = 0;

    if (n > COUNTRY_MAX_BYTES)
        return -1;
    u_strFromUTF8(wide, COUNTRY_MAX_BYTES, &length, text, (int32_t)n, &status);
    length = unorm2_normalize(unorm2_getNFDInstance(&status), wide, length, decomposed,
                              2 * COUNTRY_MAX_BYTES, &status);
    u_strToUTF8(out, COUNTRY_KEY_BYTES, &length, decomposed, length, &status);
    return U_SUCCESS(status) ? length : -1;
}

bool country_words_read(struct country_words *words, const char *text, size_t n)
{
    char decomposed[COUNTRY_KEY_BYTES];
    int32_t length = decompose(text, n, decomposed);

    words->n = words->count = 0;
    if (length < 0 || !split(words, decomposed, decomposed + length))
        return false;
    drop_stop_words(words);
    sort(words);
    return true;
}

size_t country_words_join(const struct country_words *words, const char *without,
                          char out[COUNTRY_KEY_BYTES])
{
    size_t n = 0;

    for (size_t i = 0; i < words->count; i++) {
        struct country_word word = words->list[i];

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
