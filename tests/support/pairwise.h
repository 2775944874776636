/* pairwise.h - few cases in which every level of a factor meets every level of each other one.
 *
 * Most faults need two circumstances to meet, not three, so such cases find nearly as many as all
 * combinations do. The same factors give the same cases. */
#ifndef TESTS_SUPPORT_PAIRWISE_H
#define TESTS_SUPPORT_PAIRWISE_H

#include <stddef.h>

enum { PAIRWISE_FACTORS = 8 };

/* Calls `run` with a level of each of n factors, levels[i] of which there are. */
void pairwise_run(const size_t *levels, size_t n, void (*run)(const size_t *chosen));

#endif
