/* period_word_list.h - the words of written periods: months, quarters, halves, years, and the
 * words around them. */
#ifndef SHEAF_PERIOD_PERIOD_WORD_LIST_H
#define SHEAF_PERIOD_PERIOD_WORD_LIST_H

#include <stddef.h>

/* What a word is. The value is the letter that stands for it in a shape (period_words.c). */
enum period_word_kind {
    PERIOD_WORD_YEAR = 'Y',      /* four digits */
    PERIOD_WORD_NUMBER = 'n',    /* one or two digits, or a word for a number */
    PERIOD_WORD_MONTH = 'm',     /* a month's name */
    PERIOD_WORD_NTH_MONTH = 'M', /* 月: the number before it is a month's */
    PERIOD_WORD_MONTH_COUNT =
        'L', /* месяцев, 个月: the number before it counts months from January */
    PERIOD_WORD_FIRST = 'f',  /* 前: the first n months or quarters */
    PERIOD_WORD_SO_FAR = 's', /* 累计: cumulative from January */
    PERIOD_WORD_QUARTER = 'q',
    PERIOD_WORD_WEEK = 'w',
    PERIOD_WORD_HALF = 'h',
    PERIOD_WORD_HALF_YEAR = 'H', /* 上半年: says which half it is */
    PERIOD_WORD_DASH = '-',
    PERIOD_WORD_SLASH = '/',   /* or a colon, before or after a year */
    PERIOD_WORD_OF_YEAR = 'y', /* г., ж., 年: adds no letter to the shape */
    PERIOD_WORD_NOTHING = ' '  /* adds no letter to the shape */
};

struct period_word {
    const char *text; /* in lower case */
    enum period_word_kind kind;
    int value;
};

/* NULL: there is no such word. */
const struct period_word *period_word_find(const char *text, size_t n);

#endif
