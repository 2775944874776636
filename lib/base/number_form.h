/* number_form.h - reads short numbers written as the one before: "999.04" after "998.71". In a column of
 * a table nearly all are. */
#ifndef SHEAF_BASE_NUMBER_FORM_H
#define SHEAF_BASE_NUMBER_FORM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Where a number of at most seven digits and perhaps a point has which. Masks are of words as number_word gives
 * them. Zeroed: no number is like it. */
struct number_form {
    uint64_t region,
        ends; /* of others than digits: where they are looked for, and where they are */
    uint64_t point_mask, point;
    uint64_t whole; /* the digits before the point, or all */
    double power;   /* of ten, by which the digits are divided */
    unsigned shift; /* that moves them to the end of the word */
    unsigned n;     /* bytes of the number; 0: no number is like it */
    int decimals;
};

/* Eight characters, the first in the lowest byte, whose digits have become 0 to 9. */
static inline uint64_t number_word(const char *text)
{
    uint64_t word;

    memcpy(&word, text, sizeof word);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    word = __builtin_bswap64(word);
#endif
    return word ^ UINT64_C(0x3030303030303030);
}

/* The high bit of each byte that is no digit. */
static inline uint64_t number_others(uint64_t word)
{
    return (((word & UINT64_C(0x7F7F7F7F7F7F7F7F)) + UINT64_C(0x7676767676767676)) | word) &
           UINT64_C(0x8080808080808080);
}

/* The value of eight digits, the first in the lowest byte: combines neighbours into pairs, fours, then all. */
static inline uint64_t number_of_word(uint64_t word)
{
    word = (word & UINT64_C(0x0F0F0F0F0F0F0F0F)) * 2561 >> 8;
    word = (word & UINT64_C(0x00FF00FF00FF00FF)) * 6553601 >> 16;
    return (word & UINT64_C(0x0000FFFF0000FFFF)) * UINT64_C(42949672960001) >> 32;
}

/* Reads a number of that form, as number_read does; false: text begins with something else. Eight bytes must be
 * readable. */
static inline bool number_read_alike(const char *text, const struct number_form *form,
                                     double *value)
{
    uint64_t word = number_word(text);

    if ((number_others(word) & form->region) != form->ends ||
        (word & form->point_mask) != form->point)
        return false;
    word = (word & form->whole) | (word >> 8 & ~form->whole);
    *value = (double)(int64_t)number_of_word(word << form->shift) / form->power;
    return true;
}

/* Reads the number that begins at text, of digits and perhaps a point between digits, with or without a minus,
 * as number_read does, up to the first byte that can be none of it. Returns its length; 0: it is another, or
 * has more than 15 digits. *form becomes its form. NUMBER_PREFIX bytes must be readable. */
enum { NUMBER_PREFIX = 32 };
size_t number_read_prefix(const char *text, struct number_form *form, double *value, int *decimals);

#endif
