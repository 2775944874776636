/* figures.h - numbers of workbooks as people see them: their digits, percentages, dates.
 *
 * Spreadsheets keep binary doubles and write them with up to 17 digits, of which they show 15: 1.1 is
 * in the file as 1.1000000000000001. What a format shows otherwise than it is kept is told here. */
#ifndef SHEAF_READERS_WORKBOOK_FIGURES_H
#define SHEAF_READERS_WORKBOOK_FIGURES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum figure_kind { FIGURE_NUMBER, FIGURE_PERCENT, FIGURE_DATE };

enum { FIGURE_WORDS = 32 };

/* What a number format makes of a number. */
struct figure_format {
    enum figure_kind kind;
    bool has_year, has_month, has_day; /* of a date */
    int8_t digits, decimals;           /* before and behind the point that are always shown */
    int8_t thousands;                  /* 1: the format shows thousands, 2: millions */
    int8_t named_thousands;            /* the same, with a word beside: 1,234.5m; read in full */
    char words[FIGURE_WORDS]; /* beside a number: "€", "USD m", "kg"; "": there are none */
};

/* Reads a format's code: "0.0%", "mmm\-yy", "#,##0,". */
struct figure_format figure_format_read(const char *text);
/* The format of a number that Excel knows without a code: 10 is 0.00%. Others: General. */
struct figure_format figure_format_builtin(uint32_t number);

/* Builds a format from its parts: adds words that it shows; after the last part, the thousands by
 * which it divides, 1 or 2 for millions. */
void figure_format_add_words(struct figure_format *format, const char *text, size_t n);
void figure_format_finish(struct figure_format *format, int thousands);
/* Reads the words of a format. *name: a unit, or NULL where there is only a power of ten. False: they
 * are not all understood. */
bool figure_words_unit(const char *words, const char **name, int *multiplier);

enum { FIGURE_TEXT = 400 };

/* Writes a number as it is written in the file (n bytes) as the format shows it: "12.5%", "2024-01"
 * for a date shown as "Jan 24". decimal: the mark. What is no number is copied. Returns the length,
 * at most FIGURE_TEXT. */
size_t figure_write(char out[FIGURE_TEXT], const char *text, size_t n,
                    const struct figure_format *format, char decimal, bool dates_from_1904);

/* Writes an ISO date ("2024-01-31T00:00:00") with the parts that the format shows. */
size_t figure_write_date(char out[FIGURE_TEXT], const char *text, size_t n,
                         const struct figure_format *format);

#endif
