/* period_words.h - periods written in words, or in two columns. */
#ifndef SHEAF_PERIOD_PERIOD_WORDS_H
#define SHEAF_PERIOD_PERIOD_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "sheaf/period.h"

/* Reads words around numbers: "Jan-Apr 2024",
 * "I квартал 2023 г.", "2024 ж. қаңтар–сәуір", "2024年1-4月", "H1 2023", "1980-1985". Returns
 * false and leaves *period alone for anything else, and for a text that could mean several
 * periods. */
bool period_read_words(const char *text, size_t n, sheaf_period *period);

/* What the column beside the year counts. */
enum period_part { PERIOD_PART_MONTH, PERIOD_PART_QUARTER, PERIOD_PART_WEEK };

/* Reads a period from a year and a part of it in two columns. A part of months is "4", "04",
 * "M04", "Apr", "апрель", "4月", "1to4" or "1-4" (China's customs: January-April), "Jan-Apr", or
 * 52 (Comtrade: the whole year). A part of quarters is "1", "Q1", "I", "I квартал", "第一季度", one
 * of weeks "5" or "W05". */
bool period_read_parts(const char *year, size_t year_n, const char *part, size_t part_n,
                       enum period_part kind, sheaf_period *period);

/* Reads a month with the last two digits of its year: Jan-23, Jan 23, янв.23, 23-Jan. These may be days
 * as well, so that it has to be known that they are months. */
bool period_read_short_month(const char *text, size_t n, sheaf_period *period);
/* The month's number and the two digits of such a text. False: it is none. */
bool period_short_month(const char *text, size_t n, int *month, int *digits);
/* 23 is 2023, and 97 is 1997: years from 60 on are of the last century. */
int period_year_of_two_digits(int year);

/* Which periods an ambiguous text could mean, as the end of a sentence: "could be a financial
 * year or two calendar years; write …". NULL: the text is not known to be ambiguous. */
const char *period_refusal(const char *text, size_t n);

#endif
