/* breaks.h - where the lines of a paragraph may end, and the lines; for the files of this room only. */
#ifndef SHEAF_TEXT_BREAKS_H
#define SHEAF_TEXT_BREAKS_H

#include "text/paragraph.h"

/* How good a place is for ending a line before it. */
enum chance { CHANCE_NONE = 0, CHANCE_POOR, CHANCE_HYPHEN, CHANCE_GOOD };

/* Words of this language (BCP 47) may be divided; NULL: none may. */
struct dividing {
    const char *language;
    bool for_need; /* only a word that is wider than its line; the paragraph's last word, too */
};

/* The chance of each byte of the paragraph to begin a line; length + 1. NULL after a failure. */
uint8_t *breaks_find(const struct paragraph *paragraph);
/* Adds the places within words, and sets the hyphen that lines then end with; it stays NULL in text from right to
 * left, where it would stand at the other end. False after a failure. */
bool breaks_divide_words(const struct paragraph *paragraph, const struct dividing *dividing,
                         struct arena *into, uint8_t *chances, const struct text_line **hyphen);
/* The sum of the advances before each byte, as set in one line; length + 1. NULL after a failure. */
const double *breaks_positions(const struct paragraph *paragraph);
/* Width of [start, end) without the white space at its end. */
double breaks_width(const struct paragraph *paragraph, const double *positions, size_t start,
                    size_t end);

/* A list of lines that grows. */
struct lines {
    const struct text_line **lines;
    size_t *starts; /* of each line in its paragraph */
    size_t n, capacity;
};

/* Breaks one paragraph; more: text follows it. max_lines 0: as many as needed. False after a failure. */
bool lines_break(const struct paragraph *paragraph, double width, size_t max_lines,
                 const struct dividing *dividing, bool more, struct arena *into,
                 struct lines *lines);

#endif
