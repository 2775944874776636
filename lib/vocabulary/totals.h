/* totals.h - totals and their parts, which must not be added together. */
#ifndef SHEAF_VOCABULARY_TOTALS_H
#define SHEAF_VOCABULARY_TOTALS_H

#include <stdbool.h>
#include <stddef.h>

/* True for a member that is the sum of others in its dimension: partner WLD, product "TOTAL"
 * or "total", flow "turnover", "All commodities", "всего", "总值", SDMX's "_T". */
bool member_is_total(const char *dimension, const char *member);

/* The depth of a product code in its classification (HS, SITC), which is its number of digits: 2
 * for an HS chapter, 4 for a heading … Points and spaces between digits do not count: "0101.21"
 * has 6. 0: the text is no code. Members of different depth must not be added together. */
int product_depth(const char *member);

#endif
