/* changes.c - which figures of a sheet differ, and by how much. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "compare/parts.h"

enum { MOST_KEPT = 1000000 };

/* Of figures that are equal but for how a sum was rounded in binary. */
static const double noise = 1e-12;

static double scaled(const struct read_figure *figure, int multiplier)
{
    return figure->value * pow(10, figure->unit_mult - multiplier);
}

static bool is_same(const struct read_figure *before, const struct read_figure *after)
{
    if (before->is_confidential || after->is_confidential)
        return before->is_confidential && after->is_confidential;
    if (strcmp(before->unit, after->unit) != 0)
        return false;
    const double a = scaled(before, after->unit_mult), b = after->value;
    return a == b || fabs(a - b) <= noise * fmax(fabs(a), fabs(b));
}

static bool is_in_percent(const char *unit)
{
    return strcmp(unit, "%") == 0 || strcmp(unit, "pp") == 0;
}

static void measure(sheaf_diff_figure *change, const struct read_figure *before,
                    const struct read_figure *after)
{
    change->before = scaled(before, after->unit_mult);
    change->after = after->value;
    change->percent = INFINITY;
    if (strcmp(before->unit, after->unit) != 0)
        return;
    change->difference = change->after - change->before;
    change->is_in_points = is_in_percent(after->unit);
    if (change->is_in_points)
        change->percent = change->difference;
    else if (change->before != 0)
        change->percent = 100 * change->difference / fabs(change->before);
}

/* Either may be NULL. */
static sheaf_figure_change kind_of(const struct read_figure *before,
                                   const struct read_figure *after)
{
    return after == NULL             ? SHEAF_FIGURE_WENT
           : after->is_confidential  ? SHEAF_FIGURE_HIDDEN
           : before == NULL          ? SHEAF_FIGURE_CAME
           : before->is_confidential ? SHEAF_FIGURE_SHOWN
                                     : SHEAF_FIGURE_CHANGED;
}

/* What was published before a figure became confidential is not repeated. Neither is what has gone from
 * a sheet with confidential figures: it may be gone because it would give one away. */
static void tell_values(struct sheaf_diff *diff, sheaf_diff_figure *change,
                        const struct read_figure *before, const struct read_figure *after,
                        bool hides)
{
    if (before != NULL && after == NULL)
        change->before = hides ? NAN : before->value;
    else if (before != NULL && change->change == SHEAF_FIGURE_CHANGED)
        measure(change, before, after);
    else if (after != NULL && change->change != SHEAF_FIGURE_HIDDEN)
        change->after = after->value;
    if (before != NULL && !isnan(change->before))
        change->before_text = diff_keep(diff, before->shown);
    if (after != NULL && !isnan(change->after))
        change->after_text = diff_keep(diff, after->shown);
}

static bool add(struct sheaf_diff *diff, sheaf_diff_sheet *sheet, const struct read_figure *before,
                const struct read_figure *after, bool hides)
{
    const struct read_figure *about = after != NULL ? after : before;

    if (about == NULL)
        return true;
    sheet->changed++;
    if (diff->n_figures == MOST_KEPT)
        return true;
    if (!memory_grow(&diff->alloc, &diff->error, &diff->figures, &diff->figure_capacity,
                     diff->n_figures + 1, sizeof *diff->figures))
        return false;
    sheaf_diff_figure change = SHEAF_DIFF_FIGURE_INIT;
    change.change = kind_of(before, after);
    change.before = change.after = change.difference = change.percent = NAN;
    change.sheet = sheet->name;
    change.series = diff_keep(diff, about->series);
    change.reporter = diff_keep(diff, about->reporter);
    change.partner = diff_keep(diff, about->partner);
    change.flow = diff_keep(diff, about->flow);
    change.product = diff_keep(diff, about->product);
    change.measure = diff_keep(diff, about->measure);
    change.period = diff_keep(diff, about->period);
    change.unit = diff_keep(diff, about->unit);
    change.unit_mult = about->unit_mult;
    tell_values(diff, &change, before, after, hides);
    diff->figures[diff->n_figures++] = change;
    return diff->error.status == SHEAF_OK;
}

/* A figure that was confidential and is gone tells nothing, and so does one that comes so. */
static bool tells_nothing(const struct read_figure *before, const struct read_figure *after)
{
    return before == NULL ? after != NULL && after->is_confidential
                          : after == NULL && before->is_confidential;
}

static size_t end_of_group(const struct figure_list *figures, size_t at)
{
    size_t end = at;

    while (end < figures->n && figure_compare(&figures->items[at], &figures->items[end]) == 0)
        end++;
    return end;
}

/* Those of a group that the other side has not, in place; returns how many. Both are in the order of
 * values. */
static size_t drop_same(struct read_figure *a, size_t n, struct read_figure *b, size_t *m)
{
    size_t kept_a = 0, kept_b = 0, j = 0;

    for (size_t i = 0; i < n; i++) {
        while (j < *m && !is_same(&a[i], &b[j]) && !b[j].is_confidential &&
               (a[i].is_confidential ? 0 : b[j].value < a[i].value))
            b[kept_b++] = b[j++];
        if (j < *m && is_same(&a[i], &b[j]))
            j++;
        else
            a[kept_a++] = a[i];
    }
    while (j < *m)
        b[kept_b++] = b[j++];
    *m = kept_b;
    return kept_a;
}

/* What is left of both sides of figures about the same. */
static bool compare_group(struct sheaf_diff *diff, sheaf_diff_sheet *sheet, struct read_figure *a,
                          size_t n, struct read_figure *b, size_t m, bool hides)
{
    sheet->figures += n > m ? n : m;
    n = drop_same(a, n, b, &m);
    for (size_t i = 0; i < n || i < m; i++) {
        const struct read_figure *before = i < n ? &a[i] : NULL, *after = i < m ? &b[i] : NULL;

        if (before != NULL && after != NULL && is_same(before, after))
            continue;
        if (!tells_nothing(before, after) && !add(diff, sheet, before, after, hides))
            return false;
    }
    return true;
}

static bool hides_any(const struct figure_list *figures)
{
    for (size_t i = 0; i < figures->n; i++)
        if (figures->items[i].is_confidential)
            return true;
    return false;
}

bool changes_find(struct sheaf_diff *diff, sheaf_diff_sheet *sheet,
                  const struct figure_list *before, const struct figure_list *after)
{
    const bool hides = after->has_blanks || hides_any(after);
    size_t i = 0, j = 0;

    while (i < before->n || j < after->n) {
        const int order = i == before->n  ? 1
                          : j == after->n ? -1
                                          : figure_compare(&before->items[i], &after->items[j]);
        const size_t end_i = order <= 0 ? end_of_group(before, i) : i;
        const size_t end_j = order >= 0 ? end_of_group(after, j) : j;

        if (!compare_group(diff, sheet, before->items + i, end_i - i, after->items + j, end_j - j,
                           hides))
            return false;
        i = end_i;
        j = end_j;
    }
    return true;
}

/* Order ------------------------------------------------------------------------- */

static int rank_of(const sheaf_diff_figure *figure)
{
    static const int ranks[] = { [SHEAF_FIGURE_CHANGED] = 0,
                                 [SHEAF_FIGURE_HIDDEN] = 1,
                                 [SHEAF_FIGURE_SHOWN] = 2,
                                 [SHEAF_FIGURE_CAME] = 3,
                                 [SHEAF_FIGURE_WENT] = 4 };

    return ranks[figure->change];
}

static int compare_changes(const void *one, const void *other)
{
    const sheaf_diff_figure *a = one, *b = other;

    if (rank_of(a) != rank_of(b))
        return rank_of(a) - rank_of(b);
    if (a->change == SHEAF_FIGURE_CHANGED && fabs(a->percent) != fabs(b->percent))
        return fabs(a->percent) > fabs(b->percent) ? -1 : 1;
    int order = strcmp(a->series, b->series);
    order = order != 0 ? order : strcmp(a->reporter, b->reporter);
    order = order != 0 ? order : strcmp(a->partner, b->partner);
    order = order != 0 ? order : strcmp(a->flow, b->flow);
    order = order != 0 ? order : strcmp(a->product, b->product);
    order = order != 0 ? order : strcmp(a->measure, b->measure);
    order = order != 0 ? order : strcmp(a->period, b->period);
    order = order != 0 ? order : strcmp(a->sheet, b->sheet);
    return order != 0 ? order : (a->after > b->after) - (a->after < b->after);
}

void changes_sort(struct sheaf_diff *diff)
{
    if (diff->n_figures > 1)
        qsort(diff->figures, diff->n_figures, sizeof *diff->figures, compare_changes);
}
