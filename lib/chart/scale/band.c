/* band.c - periods as bands side by side, in clusters of one kind. */
#include "chart/scale/band.h"

#include <math.h>

#include "chart/scale/period.h"

/* Extra gap between clusters, and width of the band of a part of a year; both in whole bands. */
static const double cluster_gap = 0.55;
/* Extra gap where time is left out. */
static const double cut_gap = 0.6;
static const double part_weight = 0.72;

double bands_place(struct band *bands, size_t n, double left, double width, double gap, double most)
{
    double shares = 0;

    for (size_t i = 0; i < n; i++)
        shares += bands[i].weight + bands[i].extra + gap + bands[i].skip * (1 + gap) +
                  (bands[i].is_cut ? cut_gap : 0) + (bands[i].opens_cluster ? cluster_gap : 0);
    double unit = shares > 0 ? width / shares : 0;
    if (most > 0 && unit > most)
        unit = most;

    double x = left + gap / 2 * unit;
    for (size_t i = 0; i < n; i++) {
        if (bands[i].opens_cluster) {
            bands[i].rule = x - gap / 2 * unit + cluster_gap / 2 * unit;
            x += cluster_gap * unit;
        }
        x += (bands[i].skip * (1 + gap) + (bands[i].is_cut ? cut_gap : 0)) * unit;
        bands[i].left = x + bands[i].extra / 2 * unit;
        bands[i].width = bands[i].weight * unit;
        x += bands[i].width + (bands[i].extra + gap) * unit;
    }
    return x - gap / 2 * unit;
}

/* Greatest common step of the periods first to end - 1. */
static int step_of(const sheaf_period *periods, size_t first, size_t end)
{
    int step = 0;

    for (size_t i = first + 1; i < end; i++)
        for (int rest = periods[i].start - periods[i - 1].start; rest != 0;) {
            int smaller = step % rest;
            step = rest;
            rest = smaller;
        }
    return step > 0 ? step : 1;
}

/* Sets the distances of a cluster's periods, first to end - 1, as long as bands may be empty. */
static void keep_distances(struct band *bands, const sheaf_period *periods, size_t first,
                           size_t end, double most)
{
    int step = step_of(periods, first, end);
    bool in_time = (double)(periods[end - 1].start - periods[first].start) / step + 1 <= most;

    for (size_t i = first + 1; i < end; i++) {
        double skipped = (double)(periods[i].start - periods[i - 1].start) / step - 1;
        bands[i].skip = in_time ? skipped : 0;
        bands[i].is_cut = !in_time && skipped > 0;
    }
}

void bands_cluster(struct band *bands, const sheaf_period *periods, size_t n, double most)
{
    for (size_t i = 0, end; i < n; i = end) {
        for (end = i + 1; end < n && periods_alike(periods[i], periods[end]);)
            end++;
        bands[i].skip = 0;
        bands[i].is_cut = false;
        keep_distances(bands, periods, i, end, most);
    }
    for (size_t i = 0; i < n; i++) {
        bands[i].extra = 0;
        bands[i].opens_cluster = i > 0 && !periods_alike(periods[i - 1], periods[i]);
        bands[i].weight = periods_alike(periods[0], periods[i]) ? 1 : part_weight;
    }
}

static double middle(const struct scale *scale, double number)
{
    const struct band *band = &scale->bands[(size_t)number];

    return band->left + band->width / 2;
}

static double nearest(const struct scale *scale, double position)
{
    double best = scale->low;

    for (double number = scale->low; number <= scale->high; number++)
        if (fabs(middle(scale, number) - position) < fabs(middle(scale, best) - position))
            best = number;
    return best;
}

static const struct scale_type band_scale = { .position = middle, .invert = nearest };

struct scale band_scale_of(const struct band *bands, size_t n)
{
    return (struct scale){ .type = &band_scale,
                           .high = (double)n - 1,
                           .from = bands[0].left + bands[0].width / 2,
                           .to = bands[n - 1].left + bands[n - 1].width / 2,
                           .bands = bands };
}
