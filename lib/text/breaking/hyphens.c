/* hyphens.c - divides words by the patterns of libhyphen, which packages install.
 *
 * Patterns are read once a context and shared by its threads: dividing a word only reads them. Their
 * files are in UTF-8, ISO 8859-1 or KOI8-R, as their first line says. */
#include "text/breaking/hyphens.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <hyphen.h>
#include <unicode/uchar.h>
#include <unistd.h>

#include "base/strings.h"
#include "sheaf/context.h"

enum {
    LEAST_BEFORE = 2, /* letters */
    LEAST_BEHIND = 3,
    LONGEST_WORD = 80, /* letters; libhyphen keeps lines of 100 bytes */
    SOFT_HYPHEN = 0xAD
};

enum charset { CHARSET_UNKNOWN, CHARSET_UTF8, CHARSET_LATIN1, CHARSET_KOI8_R };

struct patterns {
    HyphenDict *dictionary; /* NULL: there are none */
    enum charset charset;
};

/* The first row whose tag begins the language's. */
static const struct {
    const char *tag, *file;
} files[] = { { "en-US", "hyph_en_US.dic" },
              { "en", "hyph_en_GB.dic" },
              { "de", "hyph_de_DE.dic" },
              { "fr", "hyph_fr.dic" },
              { "ru", "hyph_ru_RU.dic" } };

static enum charset charset_of(const HyphenDict *dictionary)
{
    if (dictionary->utf8)
        return CHARSET_UTF8;
    if (strcmp(dictionary->cset, "ISO8859-1") == 0)
        return CHARSET_LATIN1;
    return strcmp(dictionary->cset, "KOI8-R") == 0 ? CHARSET_KOI8_R : CHARSET_UNKNOWN;
}

static void *make(sheaf_context *context, const void *key, size_t n, sheaf_error *error)
{
    const sheaf_alloc *alloc = context_alloc(context);
    struct patterns *patterns = memory_resize(alloc, NULL, 0, sizeof *patterns);
    char path[sizeof SHEAF_HYPHEN_FOLDER + 32];

    (void)n;
    if (patterns == NULL) {
        fail_memory(error);
        return NULL;
    }
    snprintf(path, sizeof path, "%s/%s", SHEAF_HYPHEN_FOLDER, (const char *)key);
    patterns->dictionary = hnj_hyphen_load(path);
    patterns->charset =
        patterns->dictionary != NULL ? charset_of(patterns->dictionary) : CHARSET_UNKNOWN;
    return patterns;
}

static void release(const sheaf_alloc *alloc, void *thing)
{
    struct patterns *patterns = thing;

    if (patterns->dictionary != NULL)
        hnj_hyphen_free(patterns->dictionary);
    memory_free(alloc, patterns, sizeof *patterns);
}

static const struct keep_kind kind = { .make = make, .free = release };

static const char *file_of(const char *language)
{
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        size_t n = strlen(files[i].tag);
        if (strncmp(language, files[i].tag, n) == 0 && (language[n] == '\0' || language[n] == '-'))
            return files[i].file;
    }
    return NULL;
}

/* A word, letter by letter; places: where each begins in the paragraph. */
struct word {
    uint32_t letters[LONGEST_WORD];
    size_t places[LONGEST_WORD];
    size_t n;
    bool is_divided;  /* its author has put soft hyphens */
    bool is_too_long; /* or otherwise none to be divided */
};

/* The letters а to я in KOI8-R. */
static const unsigned char koi8[32] = { 0xC1, 0xC2, 0xD7, 0xC7, 0xC4, 0xC5, 0xD6, 0xDA,
                                        0xC9, 0xCA, 0xCB, 0xCC, 0xCD, 0xCE, 0xCF, 0xD0,
                                        0xD2, 0xD3, 0xD4, 0xD5, 0xC6, 0xC8, 0xC3, 0xDE,
                                        0xDB, 0xDD, 0xDF, 0xD9, 0xD8, 0xDC, 0xC0, 0xD1 };

/* Bytes of the letter in the patterns' charset; 0: it has none. */
static size_t encode(char *out, enum charset charset, uint32_t letter)
{
    if (charset == CHARSET_UTF8)
        return utf8_write(out, letter);
    if (charset == CHARSET_LATIN1 && letter < 0x100)
        *out = (char)letter;
    else if (charset == CHARSET_KOI8_R && letter >= 0x430 && letter < 0x450)
        *out = (char)koi8[letter - 0x430];
    else if (charset == CHARSET_KOI8_R && letter == 0x451)
        *out = (char)0xA3;
    else
        return 0;
    return 1;
}

static bool may_be_divided(const struct word *word)
{
    /* Abbreviations are not: ВТО, EFTA, GmbH. */
    bool has_capital = false;

    for (size_t i = 1; i < word->n; i++)
        has_capital |= u_isupper((UChar32)word->letters[i]);
    return !word->is_divided && !word->is_too_long && !has_capital &&
           word->n >= LEAST_BEFORE + LEAST_BEHIND;
}

/* Points that change letters (the Schiff-fahrt of old) are left out. */
static void divide(const struct patterns *patterns, const struct word *word, uint8_t chance,
                   uint8_t *chances)
{
    char bytes[4 * LONGEST_WORD + 1], hyphens[4 * LONGEST_WORD + 6], **changes = NULL;
    int *positions = NULL, *cuts = NULL;
    size_t n = 0;

    for (size_t i = 0; i < word->n; i++) {
        size_t length =
            encode(bytes + n, patterns->charset, (uint32_t)u_tolower((UChar32)word->letters[i]));
        if (length == 0)
            return;
        n += length;
    }
    bytes[n] = '\0';
    int status = hnj_hyphen_hyphenate2(patterns->dictionary, bytes, (int)n, hyphens, NULL, &changes,
                                       &positions, &cuts);
    for (size_t i = LEAST_BEFORE; status == 0 && i + LEAST_BEHIND <= word->n; i++)
        if ((hyphens[i - 1] & 1) != 0 && (changes == NULL || changes[i - 1] == NULL))
            chances[word->places[i]] = chance;
    for (size_t i = 0; changes != NULL && i < n; i++)
        free(changes[i]);
    free(changes);
    free(positions);
    free(cuts);
}

static void take_letter(struct word *word, uint32_t code, size_t place)
{
    word->is_too_long |= word->n == LONGEST_WORD;
    if (word->is_too_long)
        return;
    word->letters[word->n] = code;
    word->places[word->n++] = place;
}

/* Signs beside which letters are a part of an address or a code. */
static bool is_of_code(uint32_t code)
{
    return code == '/' || code == '@' || code == '_' || code == '\\' || code == '=' ||
           (code >= '0' && code <= '9');
}

bool hyphens_find(const struct paragraph *paragraph, const char *language, bool with_last,
                  uint8_t chance, uint8_t *chances)
{
    const char *file = file_of(language), *at = paragraph->bytes, *end = at + paragraph->length;
    const struct patterns *patterns = file != NULL
                                          ? context_keep(paragraph->text->context, &kind, file,
                                                         strlen(file) + 1, paragraph->text->error)
                                          : NULL;
    bool has_patterns = patterns != NULL && patterns->charset != CHARSET_UNKNOWN;
    struct word word = { .n = 0 }, before = { .n = 0 };

    /* A word is divided when the next one begins, so that the last one is not. */
    while (at < end) {
        const size_t place = (size_t)(at - paragraph->bytes);
        const uint32_t code = utf8_next(&at, end);

        if (code == SOFT_HYPHEN && word.n > 0) {
            chances[place + 2] = chance;
            word.is_divided = true;
        } else if (u_isalpha((UChar32)code) || u_charType((UChar32)code) == U_NON_SPACING_MARK) {
            if (word.n == 0 && before.n > 0 && has_patterns && may_be_divided(&before))
                divide(patterns, &before, chance, chances);
            take_letter(&word, code, place);
        } else {
            word.is_too_long |= is_of_code(code);
            if (word.n > 0)
                before = word;
            word = (struct word){ .is_too_long = is_of_code(code) };
        }
    }
    if (word.n > 0)
        before = word;
    if (with_last && before.n > 0 && has_patterns && may_be_divided(&before))
        divide(patterns, &before, chance, chances);
    return paragraph->text->error->status == SHEAF_OK;
}

const struct text_line *line_with_hyphen(const struct text_line *line,
                                         const struct text_line *hyphen, struct arena *into)
{
    struct text_line *longer = arena_new(into, struct text_line);
    struct glyph_run *runs = arena_array(into, struct glyph_run, line->n_runs + 1);
    const char **uris = arena_array(into, const char *, line->n_runs + 1);

    if (longer == NULL || runs == NULL || uris == NULL)
        return NULL;
    memcpy(runs, line->runs, line->n_runs * sizeof *runs);
    memcpy(uris, line->uris, line->n_runs * sizeof *uris);
    runs[line->n_runs] = hyphen->runs[0];
    runs[line->n_runs].origin.x += line->width;
    runs[line->n_runs].text = "\xC2\xAD";
    runs[line->n_runs].length = 2;
    if (line->n_runs > 0) {
        uris[line->n_runs] = uris[line->n_runs - 1];
        runs[line->n_runs].color = runs[line->n_runs - 1].color;
    }
    *longer = *line;
    longer->runs = runs;
    longer->uris = uris;
    longer->is_divided = true;
    longer->n_runs++;
    longer->width += hyphen->width;
    return longer;
}

bool sheaf_hyphenates(const char *language)
{
    char path[sizeof SHEAF_HYPHEN_FOLDER + 32];
    const char *file = language != NULL ? file_of(language) : NULL;

    if (file == NULL)
        return false;
    snprintf(path, sizeof path, "%s/%s", SHEAF_HYPHEN_FOLDER, file);
    return access(path, R_OK) == 0;
}
