/* product_codes.c - the depth of product codes, and the splits of all goods that they belong to. */
#include "vocabulary/product_codes.h"

#include <stdio.h>
#include <string.h>

enum { MAX_DIGITS = 12, LONGEST_SECTION = 5 /* "XVIII" */ };

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

int product_depth(const char *member)
{
    int digits = 0;

    for (const char *at = member; *at != '\0'; at++) {
        bool between = digits > 0 && is_digit(at[1]);

        if (is_digit(*at))
            digits++;
        else if (!between || (*at != '.' && *at != ' '))
            return 0;
    }
    return digits <= MAX_DIGITS ? digits : 0;
}

static int digits_at(const char *text)
{
    int n = 0;

    while (is_digit(text[n]))
        n++;
    return n;
}

/* "01-05", "01-05_Animal", "27-27_Fuels" (WITS): both ends have as many digits. */
static bool is_range(const char *member, struct product_split *split)
{
    int first = digits_at(member);
    int last = first > 0 && member[first] == '-' ? digits_at(member + first + 1) : 0;
    char after = last > 0 ? member[first + 1 + last] : ' ';

    if (first == 0 || last != first || first > 4 || is_letter(after))
        return false;
    *split = (struct product_split){ .kind = SPLIT_RANGES, .depth = first };
    return true;
}

/* I to XXI or more, alone or after the word "section". */
static bool is_section(const char *member, struct product_split *split)
{
    static const char word[] = "Section ";
    size_t n;

    if (strncmp(member, word, sizeof word - 1) == 0)
        member += sizeof word - 1;
    n = strlen(member);
    if (n == 0 || n > LONGEST_SECTION || strspn(member, "IVX") != n)
        return false;
    *split = (struct product_split){ .kind = SPLIT_SECTIONS };
    return true;
}

/* SITC7, SITC6_8, BEC_1, HS27: capitals, then digits. */
static bool is_prefixed(const char *member, struct product_split *split)
{
    size_t letters = strspn(member, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    const char *at = member + letters;
    int digits;

    if (letters < 2 || letters >= sizeof split->prefix)
        return false;
    at += *at == '_' || *at == '-' || *at == ' ';
    digits = digits_at(at);
    if (digits == 0 || is_letter(at[digits]))
        return false;
    *split = (struct product_split){ .kind = SPLIT_PREFIXED, .depth = digits };
    memcpy(split->prefix, member, letters);
    return true;
}

struct product_split product_split_of(const char *member)
{
    struct product_split split = { .kind = SPLIT_CODES, .depth = product_depth(member) };

    if (split.depth > 0 || is_range(member, &split) || is_section(member, &split) ||
        is_prefixed(member, &split))
        return split;
    return (struct product_split){ .kind = SPLIT_NAMES };
}

bool product_splits_equal(const struct product_split *a, const struct product_split *b)
{
    return a->kind == b->kind && a->depth == b->depth && strcmp(a->prefix, b->prefix) == 0;
}

const char *product_split_text(const struct product_split *split, char out[PRODUCT_SPLIT_TEXT])
{
    const char *plural = split->depth == 1 ? "" : "s";

    switch (split->kind) {
    case SPLIT_CODES:
        snprintf(out, PRODUCT_SPLIT_TEXT, "codes of %d digit%s", split->depth, plural);
        break;
    case SPLIT_PREFIXED:
        snprintf(out, PRODUCT_SPLIT_TEXT, "%s codes of %d digit%s", split->prefix, split->depth,
                 plural);
        break;
    case SPLIT_RANGES:
        snprintf(out, PRODUCT_SPLIT_TEXT, "ranges of codes");
        break;
    case SPLIT_SECTIONS:
        snprintf(out, PRODUCT_SPLIT_TEXT, "sections");
        break;
    default:
        snprintf(out, PRODUCT_SPLIT_TEXT, "names");
        break;
    }
    return out;
}
