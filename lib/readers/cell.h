/* cell.h - reads a cell of values: a number with grouped digits, a decimal comma, brackets for a
 * negative, or a flag attached; or a word for "missing".
 *
 * The decimal mark is a property of the file. Readers collect evidence from many cells; a cell that
 * can be read in two ways (1,234) stays ambiguous until the file or the caller gives the mark. */
#ifndef SHEAF_READERS_CELL_H
#define SHEAF_READERS_CELL_H

#include <stdbool.h>
#include <stddef.h>

enum cell_kind {
    CELL_NUMBER,
    CELL_MISSING,   /* empty, or a word for "missing" */
    CELL_AMBIGUOUS, /* two numbers are possible; the decimal mark would decide */
    CELL_WRONG      /* not a number in any spelling */
};

struct cell {
    enum cell_kind kind;
    double value; /* of a CELL_NUMBER; else NaN */
    int decimals; /* as written; negative: the exponent leaves tens, hundreds … */
    char status;  /* SDMX's letter for the word that was found; '\0': it was not a word */
    char confidentiality;
    const char *flag; /* a letter, word or footnote attached ("p" of "4.5 p"); within the text */
    size_t flag_n;    /* bytes; 0: none */
    const char *currency; /* of a sign before the number: "USD" of "$12"; NULL: there is none */
};

/* decimal: '.' or ','; '\0': not known. Spaces around the cell are ignored.
 *
 * Numbers have groups of three digits (in India also two) separated by spaces of any kind (also
 * U+00A0, U+2009, U+202F), apostrophes (' and U+2019), or the mark that is not the decimal one; a
 * sign (+, -, U+2212, or an en dash, as in print) or brackets for a negative; an exponent. A
 * currency sign before the number ($ US$ € £ ¥ ₸ ₽ ₹ ₺ ₴) gives its unit. A number with anything but
 * digits and a point has at most 400 bytes.
 *
 * Flags follow a number or a word for "missing" (": c"): letters of any script, "*", superscripts,
 * letters and digits in brackets ("12 [e]" has the flag e), and "1)" after a space. "%" is a flag
 * too: readers that expect percentages accept it, others find no status in it. A footnote digit
 * right behind a number cannot be told from its digits.
 *
 * Words for "missing" (status 'O') are the empty cell, : .. . ... … - -- – — / ~ x na n/a n.a. NaN
 * #N/A null none н/д and the like, and the UK's [c], [z], [low] as its Analysis Function defines
 * them. */
struct cell cell_read(const char *text, size_t n, char decimal);

/* True for a number of the text whose digits a double cannot hold: a whole number that it changes,
 * or more than 17 digits with a decimal mark. */
bool cell_loses_digits(const char *text, size_t n, const struct cell *cell);

/* What a cell shows of the decimal mark of its file. */
enum cell_evidence {
    CELL_SHOWS_NOTHING, /* there is no mark, or no number */
    CELL_SHOWS_POINT,   /* 12.5, 1,234.5, 1,234,567, 0.123, 1234.567 */
    CELL_SHOWS_COMMA,   /* 12,5, 1.234,5, 1.234.567, 0,123 */
    CELL_SHOWS_EITHER   /* 1,234 or 1.234 */
};
enum cell_evidence cell_evidence(const char *text, size_t n);

#endif
