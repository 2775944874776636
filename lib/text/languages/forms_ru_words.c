/* forms_ru_words.c - declines Russian words by their declension and ending, and chooses в or во. */
#include <string.h>

#include "base/strings.h"
#include "text/languages/forms_ru.h"

/* A declension: what the nominative ends in, and what stands there instead. Rows are tried in their order. */
static const struct ending {
    char declension;
    const char *nominative, *others[CASES - 1];
} endings[] = {
    { 'a', "ая", { "ой", "ой", "ую", "ой", "ой" } },
    { 'a', "ое", { "ого", "ому", "ое", "им", "ом" } }, /* -ское; no other is in the tables */
    { 'a', "ий", { "ого", "ому", "ий", "им", "ом" } },
    { 'a', "ый", { "ого", "ому", "ый", "ым", "ом" } },
    { 'a', "ие", { "их", "им", "ие", "ими", "их" } },
    { 'a', "ые", { "ых", "ым", "ые", "ыми", "ых" } },
    { 'b', "ы", { "ых", "ым", "ы", "ыми", "ых" } },
    { 'f', "ия", { "ии", "ии", "ию", "ией", "ии" } },
    { 'f', "я", { "и", "е", "ю", "ей", "е" } },
    { 'f', "ь", { "и", "и", "ь", "ью", "и" } },
    { 'f', "ка", { "ки", "ке", "ку", "кой", "ке" } },
    { 'f', "га", { "ги", "ге", "гу", "гой", "ге" } },
    { 'f', "жа", { "жи", "же", "жу", "жей", "же" } },
    { 'f', "ша", { "ши", "ше", "шу", "шей", "ше" } },
    { 'f', "а", { "ы", "е", "у", "ой", "е" } },
    { 'm', "й", { "я", "ю", "й", "ем", "е" } },
    { 'm', "ь", { "я", "ю", "ь", "ем", "е" } },
    { 'm', "ш", { "ша", "шу", "ш", "шем", "ше" } },
    { 'm', "", { "а", "у", "", "ом", "е" } },
    { 'e', "ет", { "та", "ту", "ет", "том", "те" } },
    { 'y', "й", { "я", "ю", "й", "ем", "и" } },
    { 'o', "ы", { "ов", "ам", "ы", "ами", "ах" } },
    { 'o', "а", { "ов", "ам", "а", "ами", "ах" } },
    { 'z', "ы", { "", "ам", "ы", "ами", "ах" } },
    { 'i', "и", { "й", "ям", "и", "ями", "ях" } },
    { 'w', "весь", { "всего", "всему", "весь", "всем", "всем" } },
};

/* NULL: the declension has no such ending among n bytes. */
static const struct ending *ending_of(char declension, const char *word, size_t n)
{
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        size_t length = strlen(endings[i].nominative);

        if (endings[i].declension == declension && length <= n &&
            memcmp(word + n - length, endings[i].nominative, length) == 0)
            return &endings[i];
    }
    return NULL;
}

bool russian_decline(char out[RUSSIAN_WORDS_MOST], const char *words, enum russian_case wanted)
{
    size_t n = 0;

    while (*words != '\0') {
        size_t length = strcspn(words, "/");
        const char *instead = "";

        if (n + length + 8 >= RUSSIAN_WORDS_MOST)
            return false;
        memcpy(out + n, words, length);
        n += length;
        words += length;
        if (*words == '/') {
            const struct ending *ending = ending_of(words[1], words - length, length);

            if (ending == NULL)
                return false;
            instead = wanted == NOMINATIVE ? ending->nominative : ending->others[wanted - 1];
            n -= strlen(ending->nominative);
            words += 2;
        }
        memcpy(out + n, instead, strlen(instead));
        n += strlen(instead);
    }
    out[n] = '\0';
    return true;
}

/* True when the word begins with one of the letters and one of the followers, which are small: an
 * abbreviation does not. */
static bool begins_with(const char *word, const char *letters, const char *followers)
{
    char first[5] = "", second[5] = "";
    const char *at = word, *end = word + strlen(word);
    uint32_t code = at < end ? utf8_next(&at, end) : 0;

    if (code == 0 || code == UTF8_INVALID || at == end)
        return false;
    (void)utf8_write(first, code);
    code = utf8_next(&at, end);
    if (code == UTF8_INVALID)
        return false;
    (void)utf8_write(second, code);
    return strstr(letters, first) != NULL && strstr(followers, second) != NULL;
}

const char *russian_preposition(const char *preposition, const char *word)
{
#define CONSONANTS "бвгджзклмнпрстфхцчшщ"
    if (strcmp(preposition, "в") == 0)
        return begins_with(word, "ВвФф", CONSONANTS "ь") ||
                       strncmp(word, "весь", strlen("весь")) == 0
                   ? "во"
                   : "в";
    if (strcmp(preposition, "с") == 0)
        return begins_with(word, "СсЗзШшЖж", CONSONANTS) || strncmp(word, "вс", strlen("вс")) == 0
                   ? "со"
                   : "с";
    return preposition;
}
