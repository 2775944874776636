/* pairwise.c - chooses cases greedily: each begins with a pair that no case has yet, and adds the
 * levels that bring the most new pairs. */
#include "support/pairwise.h"

#include <stdbool.h>
#include <stdlib.h>

#include "support/check.h"

enum { UNSET = -1 };

struct pairs {
    const size_t *levels;
    size_t n, width; /* width: levels of all factors */
    size_t first[PAIRWISE_FACTORS];
    bool *is_met; /* width x width */
};

static bool *pair(struct pairs *pairs, size_t a, size_t level_a, size_t b, size_t level_b)
{
    size_t low = a < b ? pairs->first[a] + level_a : pairs->first[b] + level_b;
    size_t high = a < b ? pairs->first[b] + level_b : pairs->first[a] + level_a;

    return &pairs->is_met[low * pairs->width + high];
}

/* Pairs that no case has, of this level with those chosen. */
static size_t new_pairs(struct pairs *pairs, const long *chosen, size_t factor, size_t level)
{
    size_t count = 0;

    for (size_t i = 0; i < pairs->n; i++)
        if (i != factor && chosen[i] != UNSET)
            count += !*pair(pairs, factor, level, i, (size_t)chosen[i]);
    return count;
}

static void choose_rest(struct pairs *pairs, long *chosen)
{
    for (size_t i = 0; i < pairs->n; i++) {
        size_t best = 0, most = 0;

        for (size_t level = 0; level < pairs->levels[i] && chosen[i] == UNSET; level++) {
            size_t count = new_pairs(pairs, chosen, i, level);

            if (count > most) {
                best = level;
                most = count;
            }
        }
        if (chosen[i] == UNSET)
            chosen[i] = (long)best;
    }
}

static void run_case(struct pairs *pairs, const long *chosen, void (*run)(const size_t *chosen))
{
    size_t levels[PAIRWISE_FACTORS];

    for (size_t i = 0; i < pairs->n; i++) {
        levels[i] = (size_t)chosen[i];
        for (size_t k = 0; k < i; k++)
            *pair(pairs, i, levels[i], k, levels[k]) = true;
    }
    run(levels);
}

static void start_with(struct pairs *pairs, size_t a, size_t b, void (*run)(const size_t *chosen))
{
    for (size_t i = 0; i < pairs->levels[a]; i++)
        for (size_t k = 0; k < pairs->levels[b]; k++) {
            long chosen[PAIRWISE_FACTORS];

            if (*pair(pairs, a, i, b, k))
                continue;
            for (size_t f = 0; f < pairs->n; f++)
                chosen[f] = UNSET;
            chosen[a] = (long)i;
            chosen[b] = (long)k;
            choose_rest(pairs, chosen);
            run_case(pairs, chosen, run);
        }
}

void pairwise_run(const size_t *levels, size_t n, void (*run)(const size_t *chosen))
{
    struct pairs pairs = { .levels = levels, .n = n };

    assert_true(n <= PAIRWISE_FACTORS);
    for (size_t i = 0; i < n; i++) {
        pairs.first[i] = pairs.width;
        pairs.width += levels[i];
    }
    pairs.is_met = calloc(pairs.width * pairs.width, sizeof *pairs.is_met);
    assert_non_null(pairs.is_met);
    for (size_t a = 0; a < n; a++)
        for (size_t b = a + 1; b < n; b++)
            start_with(&pairs, a, b, run);
    free(pairs.is_met);
}
