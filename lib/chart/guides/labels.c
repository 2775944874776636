/* labels.c - labels kept from touching.
 *
 * Labels that would touch are pooled into a block that stands where the average of
 * its labels wants it; a block that then touches the one before joins it (pool
 * adjacent violators). That is the least-squares answer. */
#include "chart/guides/labels.h"

#include <math.h>

/* The best top for the labels first to end - 1, stacked. */
static double block_top(const struct spread_label *labels, size_t first, size_t end, double low,
                        double high)
{
    double offset = 0, sum = 0;

    for (size_t i = first; i < end; i++) {
        sum += labels[i].wanted - (offset + labels[i].size / 2);
        offset += labels[i].size;
    }
    return fmax(low, fmin(sum / (double)(end - first), high - offset));
}

static void place_block(struct spread_label *labels, size_t first, size_t end, double top)
{
    for (size_t i = first; i < end; i++) {
        labels[i].place = top + labels[i].size / 2;
        top += labels[i].size;
    }
}

/* Where the block that ends before `end` begins: back to the first gap. */
static size_t block_begin(const struct spread_label *labels, size_t end)
{
    size_t first = end - 1;

    while (first > 0) {
        double gap = (labels[first].place - labels[first].size / 2) -
                     (labels[first - 1].place + labels[first - 1].size / 2);
        if (gap > 1e-9)
            break;
        first--;
    }
    return first;
}

bool labels_spread(struct spread_label *labels, size_t n, double low, double high)
{
    double total = 0;

    for (size_t i = 0; i < n; i++)
        total += labels[i].size;
    if (!(total <= high - low))
        return false;
    for (size_t i = 0; i < n; i++) {
        size_t first = i;
        place_block(labels, first, i + 1, block_top(labels, first, i + 1, low, high));
        while (first > 0 && labels[first].place - labels[first].size / 2 <
                                labels[first - 1].place + labels[first - 1].size / 2) {
            first = block_begin(labels, first);
            place_block(labels, first, i + 1, block_top(labels, first, i + 1, low, high));
        }
    }
    return true;
}
