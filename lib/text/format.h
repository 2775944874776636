/* format.h - figures, periods and names as the locale writes them (ICU, CLDR),
 * with the house style on top: "$31.5 bn", "+30.1%", "Jan–Apr 2024", a true
 * minus sign (U+2212) in front of negative figures. Strings come from the arena;
 * NULL after a failure. */
#ifndef SHEAF_TEXT_FORMAT_H
#define SHEAF_TEXT_FORMAT_H

#include "base/calendar.h"
#include "text/text.h"
#include "text/words.h"

/* Grouped, with exactly max(decimals, 0) places; decimals < 0 rounds to tens … */
char *format_number(struct text *text, struct arena *arena, double value, int decimals);
/* value in per cent: 30.1 gives "30.1%"; with_sign: "+30.1%", "−4.0%", "0.0%". */
char *format_percent(struct text *text, struct arena *arena, double value, int decimals,
                     bool with_sign);
/* A change with its sign: of "%" as above, of "pp" (percentage points) "+15.0 pp". */
char *format_change(struct text *text, struct arena *arena, double value, const char *unit,
                    int decimals);

/* value is in unit * 10^multiplier. Gives "$31.5 bn", "500 thousand t",
 * "31,5 млрд $". An ISO 4217 code is written as its symbol. The scale word follows from the
 * multiplier, not from the value; the value is rescaled only to a power of ten that the language
 * counts in (format_multiplier): 31.5 * 10^9 is "315亿美元". */
char *format_amount(struct text *text, struct arena *arena, double value, const char *unit,
                    int multiplier, int decimals);
/* The unit alone, for subtitles and axes: "USD billion", "thousand t", "%", "USD billion at 2019
 * prices"; beside an amount the year of the prices is left out. */
char *format_unit(struct text *text, struct arena *arena, const char *unit, int multiplier);
/* The short form beside a value without its unit: "bn", "млрд", "十亿"; "" for 0. */
char *format_scale(struct text *text, struct arena *arena, int multiplier);
/* The power of ten that the language counts in: 9 for 9 in English, 8 (亿) for 9 in
 * Chinese. format_unit and format_scale never rescale. To write 亿 over bare figures (axes,
 * tables), multiply the figures by 10^(multiplier - result), subtract as many decimals, and
 * pass the result as the multiplier. */
int format_multiplier(const struct text *text, int multiplier);

enum period_form { PERIOD_SHORT, PERIOD_LONG };
/* A whole calendar year gives "2023"; several "2019–2023"; quarters "Q1 2023"; months
 * "Apr 2023"; runs of months "Jan–Apr 2024"; ISO weeks "week 5, 2024"; days "5–20 Jan 2024". long:
 * "January–April 2024", and of twelve months that are no calendar year "the four quarters to the end
 * of Q2 2024". "" when the interval is not valid. */
char *format_period(struct text *text, struct arena *arena, struct date_interval interval,
                    enum period_form form);
/* The same without the year ("Jan–Apr", "Q1", "Apr"), for axes that write the year
 * separately. "" for whole years. */
char *format_period_in_year(struct text *text, struct arena *arena, struct date_interval interval);
/* The same in full, of several years: "January–April", "Q1". */
char *format_period_of_years(struct text *text, struct arena *arena, struct date_interval interval);
/* "J" … for month axes too narrow for "Jan". */
char *format_month_narrow(struct text *text, struct arena *arena, int month);
/* "26 June 2024". */
char *format_date(struct text *text, struct arena *arena, struct date day);

/* ISO 3166 alpha-2 or alpha-3 to the country's name; others unchanged. */
char *format_country(struct text *text, struct arena *arena, const char *code);
/* What stands for a country's name where that has no room: a short name ("Hong Kong"), else the code. */
const char *format_country_shortly(struct text *text, const char *code);
/* A language by its own name: "қазақ тілі" for kk. NULL after a failure. */
char *format_language(struct text *text, struct arena *arena, const char *language);

/* A region of M49 by its number, "142": "Asia". */
char *format_region(struct text *text, struct arena *arena, const char *code);

/* The order of two names in the locale's alphabet: below 0, 0, above 0, as strcmp() has it; Å stands
 * behind Z in Swedish, Chinese names stand by pinyin. 0 after a failure, which is the text's. */
int format_compare_names(struct text *text, const char *a, const char *b);

/* In capital letters, as the locale has them. */
char *format_capitals(struct text *text, struct arena *arena, const char *words);
/* The first letter in capitals. NULL after a failure. */
const char *format_capitalised(struct text *text, struct arena *arena, const char *words);

#endif
