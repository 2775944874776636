/* cell.h - a number in any spelling of the field: grouped digits, a decimal comma,
 * brackets for negatives, a flag glued to it, or one of the words for "missing".
 *
 * Which mark is the decimal one is a property of the file, not of a cell: evidence is
 * gathered over many cells, and a cell that can be read in two ways (1,234) stays
 * ambiguous until the file, or the user, has said. What "x", "-" and "0" mean differs
 * from office to office: a format passes its own words. */
#ifndef SHEAF_READERS_CELL_H
#define SHEAF_READERS_CELL_H

#include <stdbool.h>
#include <stddef.h>

enum cell_kind {
    CELL_NUMBER,
    CELL_MISSING,   /* empty, or one of the words for it */
    CELL_AMBIGUOUS, /* a number in two ways; the decimal mark would settle it */
    CELL_WRONG      /* no number in any spelling */
};

struct cell {
    enum cell_kind kind;
    double value; /* CELL_NUMBER; else NaN */
    int decimals; /* as given; negative: an exponent says tens, hundreds … */
    char status;  /* of the word that was found; '\0': no word */
    char confidentiality;
    const char *flag; /* a letter, word or footnote glued to it ("p" of "4.5 p"); in the text */
    size_t flag_n;    /* 0: none */
};

/* decimal: '.' or ','; '\0': not known. Spaces around do not count.
 *
 * Figures: groups of three (or India's of two) set apart by spaces of any kind (U+00A0,
 * U+2009, U+202F too), apostrophes (' and U+2019), or the mark that is not the decimal one;
 * a sign (+ - U+2212 and the en dash, which stands for it in print) or brackets for
 * negatives; an exponent. A currency sign before the figure ($ € £ ¥ ₸ ₽) is passed over:
 * what the unit is, the column says. No figure that is not plain has over 400 bytes.
 *
 * Flags follow the figure, or the word for missing (": c"): letters of any script, "*",
 * superscripts, letters and digits in brackets, which are taken off ("12 [e]": e), and
 * "1)" after a space. "%" is a flag, too: a reader that expects percentages accepts it, any
 * other finds no status in it. A footnote digit glued to the figure is a digit like any other.
 *
 * Words for missing (status 'O'): none at all, : .. . ... … - -- – — / ~ x na n/a n.a. NaN
 * #N/A null none н/д and their kin; the UK's [c], [z], [low] as its Analysis Function defines
 * them. A format's own words, when there are any, come first, before figures as well. */
struct cell cell_read(const char *text, size_t n, char decimal);

/* What a cell tells of the decimal mark of its file. */
enum cell_evidence {
    CELL_SHOWS_NOTHING, /* no mark, or no number */
    CELL_SHOWS_POINT,   /* 12.5, 1,234.5, 1,234,567, 0.123, 1234.567 */
    CELL_SHOWS_COMMA,   /* 12,5, 1.234,5, 1.234.567, 0,123 */
    CELL_SHOWS_EITHER   /* 1,234 or 1.234 */
};
enum cell_evidence cell_evidence(const char *text, size_t n);

#endif
