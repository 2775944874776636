/* cell.h - a number in any spelling of the field: grouped digits, a decimal comma,
 * brackets for negatives, a flag glued to it, or one of the words for "missing".
 *
 * Which mark is the decimal one is a property of the file, not of a cell: evidence is
 * gathered over many cells, and a cell that can be read in two ways (1,234) stays
 * ambiguous until the file, or the user, has said. */
#ifndef SHEAF_DATA_CELL_H
#define SHEAF_DATA_CELL_H

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
    double value;     /* CELL_NUMBER */
    int decimals;     /* as given; negative: an exponent says tens, hundreds … */
    const char *flag; /* a letter, word or footnote glued to it ("p" of "4.5 p"); in the text */
    size_t flag_n;    /* 0: none */
};

/* decimal: '.' or ','; '\0': not known. Groups may be set apart by spaces of any
 * kind (U+00A0, U+2009, U+202F too), apostrophes, and the mark that is not the decimal
 * one. A trailing flag is letters, or letters in brackets. */
struct cell cell_read(const char *text, size_t n, char decimal);

/* What a cell tells of the decimal mark of its file. */
enum cell_evidence {
    CELL_TELLS_NOTHING, /* no mark, or no number */
    CELL_TELLS_POINT,   /* 12.5, 1,234.5, 1,234,567, 0.123, 1234.567 */
    CELL_TELLS_COMMA,   /* 12,5, 1.234,5, 1.234.567, 0,123 */
    CELL_TELLS_EITHER   /* 1,234 or 1.234 */
};
enum cell_evidence cell_evidence(const char *text, size_t n);

#endif
