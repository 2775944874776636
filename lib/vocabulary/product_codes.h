/* product_codes.h - product codes and the classification levels that they are of. */
#ifndef SHEAF_VOCABULARY_PRODUCT_CODES_H
#define SHEAF_VOCABULARY_PRODUCT_CODES_H

#include <stdbool.h>

/* The depth of a product code in its classification (HS, SITC), which is its number of digits: 2
 * for an HS chapter, 4 for a heading … Points and spaces between digits do not count: "0101.21"
 * has 6. 0: the text is no code. Members of different depth must not be added together. */
int product_depth(const char *member);

/* The split of all goods that a member belongs to: codes of one depth, of one prefix (SITC7,
 * BEC_1), chapters in ranges (01-05_Animal), sections in Roman numerals, or names. Members of
 * different splits must not be added together. */
struct product_split {
    enum { SPLIT_CODES, SPLIT_PREFIXED, SPLIT_RANGES, SPLIT_SECTIONS, SPLIT_NAMES } kind;
    int depth;      /* digits of a code, or of the ends of a range; else 0 */
    char prefix[8]; /* SPLIT_PREFIXED: "SITC" */
};
struct product_split product_split_of(const char *member);
bool product_splits_equal(const struct product_split *a, const struct product_split *b);
/* For messages: "codes of 2 digits". Returns out. */
enum { PRODUCT_SPLIT_TEXT = 64 };
const char *product_split_text(const struct product_split *split, char out[PRODUCT_SPLIT_TEXT]);

#endif
