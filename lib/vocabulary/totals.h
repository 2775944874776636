/* totals.h - wholes and their parts, which are never added together. */
#ifndef SHEAF_VOCABULARY_TOTALS_H
#define SHEAF_VOCABULARY_TOTALS_H

#include <stdbool.h>
#include <stddef.h>

/* True for a member that is the sum of others in its dimension: partner WLD, product "TOTAL"
 * or "total", flow "turnover", "All commodities", "всего", "总值", SDMX's "_T". Never added to
 * its parts. */
bool member_is_total(const char *dimension, const char *member);

/* How deep a product code lies in its classification (HS, SITC, by digits): 2 for an HS
 * chapter, 4, 6 …; 0: no code. Points and spaces between digits do not count ("0101.21" is 6
 * deep). Members of different depth are never added together. */
int product_depth(const char *member);

#endif
