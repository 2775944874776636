/* band.c - periods as bands side by side, in clusters of one kind. */
#include "chart/scale/band.h"

/* Between clusters, on top of a gap; and the width of a part of a year. */
static const double cluster_gap = 0.55;
static const double part_weight = 0.72;

double bands_place(struct band *bands, size_t n, double left, double width, double gap, double most)
{
    double shares = 0;

    for (size_t i = 0; i < n; i++)
        shares +=
            bands[i].weight + bands[i].extra + gap + (bands[i].opens_cluster ? cluster_gap : 0);
    double unit = shares > 0 ? width / shares : 0;
    if (most > 0 && unit > most)
        unit = most;

    double x = left + gap / 2 * unit;
    for (size_t i = 0; i < n; i++) {
        if (bands[i].opens_cluster) {
            bands[i].rule = x - gap / 2 * unit + cluster_gap / 2 * unit;
            x += cluster_gap * unit;
        }
        bands[i].left = x + bands[i].extra / 2 * unit;
        bands[i].width = bands[i].weight * unit;
        x += bands[i].width + (bands[i].extra + gap) * unit;
    }
    return x - gap / 2 * unit;
}

bool periods_alike(sheaf_period a, sheaf_period b)
{
    return a.unit == b.unit && a.count == b.count;
}

int period_order_by_kind(const void *a, const void *b)
{
    const sheaf_period *first = a, *second = b;

    if (first->unit != second->unit)
        return first->unit == SHEAF_MONTHS ? -1 : 1;
    if (first->count != second->count)
        return first->count > second->count ? -1 : 1;
    return sheaf_period_compare(*first, *second);
}

void bands_cluster(struct band *bands, const sheaf_period *periods, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        bands[i].extra = 0;
        bands[i].opens_cluster = i > 0 && !periods_alike(periods[i - 1], periods[i]);
        bands[i].weight = periods_alike(periods[0], periods[i]) ? 1 : part_weight;
    }
}
