/* labels.c - labels kept from touching.
 *
 * Moved up by the labels above it, each label says where the first of them would begin; these
 * beginnings must not descend. Labels whose beginnings would are pooled into a block that stands at
 * their mean, and a block that begins above the one before joins it (pool adjacent violators). That is
 * the least-squares answer, also within bounds; every label is pooled once. */
#include "chart/guides/labels.h"

#include <math.h>

static double mean(const struct spread_block *block)
{
    return block->sum / (double)block->n;
}

/* The blocks stand at the beginning of the array. Returns how many. */
static size_t pool(struct spread_label *labels, size_t n)
{
    size_t blocks = 0;
    double above = 0;

    for (size_t i = 0; i < n; i++) {
        struct spread_block block = { labels[i].wanted - labels[i].size / 2 - above, 1 };
        while (blocks > 0 && mean(&labels[blocks - 1].block) > mean(&block)) {
            blocks--;
            block.sum += labels[blocks].block.sum;
            block.n += labels[blocks].block.n;
        }
        labels[blocks++].block = block;
        above += labels[i].size;
    }
    return blocks;
}

bool labels_spread(struct spread_label *labels, size_t n, double low, double high)
{
    double total = 0, above = 0;
    size_t i = 0;

    for (size_t k = 0; k < n; k++)
        total += labels[k].size;
    if (!(total <= high - low))
        return false;
    size_t blocks = pool(labels, n);
    for (size_t b = 0; b < blocks; b++) {
        double begin = fmax(low, fmin(mean(&labels[b].block), high - total));
        for (size_t end = i + labels[b].block.n; i < end; i++) {
            labels[i].place = begin + above + labels[i].size / 2;
            above += labels[i].size;
        }
    }
    return true;
}
