/* country_evidence.c - tells columns of alpha-2 codes from columns of other codes and of names. */
#include "readers/country_evidence.h"

#include <string.h>

#include "readers/cell_parts.h"
#include "vocabulary/countries.h"
#include "vocabulary/country_codes.h"

static bool is_letter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool country_is_na(const char *text, size_t n)
{
    return n == 2 && (text[0] | 0x20) == 'n' && (text[1] | 0x20) == 'a';
}

/* Signs such as "-" and ".." stand for many things in front of a row; words do not. */
bool country_is_missing(const char *text, size_t n)
{
    const struct missing_word *word;
    size_t letters = 0;

    for (size_t i = 0; i < n; i++)
        letters += is_letter(text[i]);
    word = letters > 1 && !country_is_na(text, n) ? cell_find_word(cell_trimmed(text, n)) : NULL;
    return word != NULL && word->status == 'O' && word->confidentiality == '\0';
}

/* country_find knows "UK" and "US" as names; the codes are GB and the same. */
static bool is_name_of_two_letters(const char *text)
{
    static const char *const names[] = { "UK", "US" };

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (memcmp(text, names[i], 2) == 0)
            return true;
    return false;
}

/* True for an alpha-2 code that is no name in texts, as US and UK are; in either case. */
static bool is_pair(const char *text, size_t n)
{
    const char *code;

    if (n != 2 || !is_letter(text[0]) || !is_letter(text[1]) || is_name_of_two_letters(text))
        return false;
    code = country_find(text, n);
    return code != NULL && country_is_iso3(code);
}

bool country_is_word(const char *text, size_t n)
{
    static const char words[] =
        "am as at be by cm co do in is it kg km me ml mt my nc ne no nr pr so to ";
    char lower[] = { n == 2 ? (char)(text[0] | 0x20) : ' ', n == 2 ? (char)(text[1] | 0x20) : ' ',
                     ' ', '\0' };

    return is_pair(text, n) && strstr(words, lower) != NULL;
}

void country_evidence_add(struct country_evidence *evidence, const char *text, size_t n)
{
    const char *code;

    if (n <= 2 && (n < 2 || is_letter(text[0]))) {
        evidence->pairs += n == 2 && !country_is_na(text, n) && is_pair(text, n);
        return;
    }
    code = country_find(text, n);
    evidence->others += code != NULL && country_is_iso3(code);
}

/* A few names stand among alpha-2 codes, too; more are names among which some words look like codes. */
bool country_evidence_is_others(const struct country_evidence *evidence)
{
    enum { PAIRS_A_NAME = 4 };

    return evidence->pairs < evidence->others * PAIRS_A_NAME;
}

bool country_evidence_is_pairs(const struct country_evidence *evidence)
{
    return evidence->pairs > 0 && !country_evidence_is_others(evidence);
}
