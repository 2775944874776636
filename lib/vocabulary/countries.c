/* countries.c - finds the ISO 3166 alpha-3 code of a country. A text is tried as a code first, then
 * as a name in trade files, then as a name in any language. */
#include "vocabulary/countries.h"

#include <string.h>

#include "vocabulary/country_codes.h"
#include "vocabulary/country_table.h"
#include "vocabulary/country_words.h"
#include "vocabulary/normalised.h"

static const struct country_name *find_words(const struct country_table *table, const char *words)
{
    size_t low = 0, high = table->count;

    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = strcmp(words, country_table_text + table->names[middle].words);

        if (order == 0)
            return &table->names[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

static const struct country_name *find_key(const char *key)
{
    const struct country_name *name = find_words(&country_usual_names, key);

    return name != NULL ? name : find_words(&country_other_names, key);
}

/* Also tries the name without "republic": "Republic of Kazakhstan" and "Kazakhstan, Rep." are
 * Kazakhstan. Where the word is not in the name, the key is that of the whole, which was tried. */
static const struct country_name *find_name(const struct country_words *words)
{
    static const char *const republics[] = { "republic", "республика", "республикасы" };
    char whole[COUNTRY_KEY_BYTES], key[COUNTRY_KEY_BYTES];

    country_words_join(words, NULL, whole);
    const struct country_name *name = find_key(whole);
    for (size_t i = 0; i < sizeof republics / sizeof *republics && name == NULL; i++) {
        country_words_join(words, republics[i], key);
        if (strcmp(key, whole) != 0)
            name = find_key(key);
    }
    return name;
}

static const char *find_lower_case_code(const char *text, size_t n)
{
    char upper[3];

    if (n > sizeof upper)
        return NULL;
    for (size_t i = 0; i < n; i++)
        upper[i] = text[i] >= 'a' && text[i] <= 'z' ? (char)(text[i] - 'a' + 'A') : text[i];
    return country_code_find(upper, n);
}

static bool is_region(const struct country_name *name)
{
    return name->iso3[0] >= '0' && name->iso3[0] <= '9';
}

/* Two letters that are no code of now may be one of before: SU was the Soviet Union, and is how
 * another language abbreviates the United States. */
static bool is_two_letters(const char *text, size_t n)
{
    return n == 2 && (text[0] | 0x20) >= 'a' && (text[0] | 0x20) <= 'z' &&
           (text[1] | 0x20) >= 'a' && (text[1] | 0x20) <= 'z';
}

/* A short text is a name if trade files use it as one ("DRC"); otherwise it is more likely a code
 * in lower case than a name in some other language. */
static const char *find_by_name(const char *text, size_t n, bool *region)
{
    const struct country_name *name;
    const char *code = NULL;
    struct country_words words;
    char key[COUNTRY_KEY_BYTES];

    if (!country_words_read(&words, text, n))
        return NULL;
    country_words_join(&words, NULL, key);
    if (find_words(&country_usual_names, key) == NULL) {
        code = find_lower_case_code(text, n);
        if (code != NULL || is_two_letters(text, n))
            return code;
    }
    name = find_name(&words);
    *region = name != NULL && is_region(name);
    return name != NULL && name->iso3[0] != '\0' && !*region ? name->iso3 : NULL;
}

const char *country_find_or_region(const char *text, size_t n, bool *region)
{
    const char *end = text + n, *code;

    while (text < end && (*text == ' ' || *text == '\t'))
        text++;
    while (end > text && (end[-1] == ' ' || end[-1] == '\t'))
        end--;
    n = (size_t)(end - text);
    code = country_code_find(text, code_length(text, n));
    *region = false;
    return code != NULL || n == 0 ? code : find_by_name(text, n, region);
}

const char *country_find(const char *text, size_t n)
{
    bool region;

    return country_find_or_region(text, n, &region);
}

const char *country_to_name(const char *member)
{
    const bool is_world = member[0] == 'W' && (member[1] == '0' || member[1] == '1');

    return is_world && member[2] == '\0' ? "WLD" : country_find(member, strlen(member));
}

bool country_is_region(const char *text, size_t n)
{
    const struct country_name *name = NULL;
    struct country_words words;

    if (country_words_read(&words, text, n))
        name = find_name(&words);
    return name != NULL && is_region(name);
}
