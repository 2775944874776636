/* period_word_list.h - the words that periods are written in: months, quarters, halves, years and
 * what stands beside them. */
#ifndef SHEAF_PERIOD_PERIOD_WORD_LIST_H
#define SHEAF_PERIOD_PERIOD_WORD_LIST_H

#include <stddef.h>

/* The letters of shapes. */
enum period_word_kind {
    YEAR = 'Y',        /* four digits */
    NUMBER = 'n',      /* one or two digits, or a word for a number */
    MONTH = 'm',       /* a month's name */
    NTH_MONTH = 'M',   /* 月: the number before it is a month's */
    MONTH_COUNT = 'L', /* месяцев, 个月: the number before it counts months from January */
    FIRST = 'f',       /* 前: the first so many */
    SO_FAR = 's',      /* 累计: from January on */
    QUARTER = 'q',
    HALF = 'h',
    HALF_YEAR = 'H', /* 上半年: which half is said */
    DASH = '-',
    SLASH = '/',   /* or a colon, before or after a year */
    OF_YEAR = 'y', /* г., ж., 年: leaves no letter */
    NOTHING = ' '  /* leaves no letter */
};

struct period_word {
    const char *text; /* in small letters */
    enum period_word_kind kind;
    int value;
};

/* NULL: there is no such word. */
const struct period_word *period_word_find(const char *text, size_t n);

#endif
