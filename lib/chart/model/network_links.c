/* network_links.c - the links of a network: series, or sums of those that join the same nodes. */
#include "chart/model/network_links.h"

#include <string.h>

#include "chart/model/parts_collection.h"
#include "chart/plan.h"
#include "series/series.h"
#include "series/series_list.h"

/* Series that join the same two nodes of two columns. */
struct bundle {
    size_t column, from, to;
    size_t first, n; /* series: the first of them, and how many */
};

static bool joins(const struct gathering *all, const struct bundle *bundle, size_t series)
{
    return all->node_of[bundle->column][series] == bundle->from &&
           all->node_of[bundle->column + 1][series] == bundle->to;
}

static bool is_joined(const struct gathering *all, size_t column, size_t node)
{
    return all->network->columns[column].nodes[node].member == NULL;
}

/* Between three columns, and at a node that stands for many, links are sums. */
static bool is_sum(const struct gathering *all, const struct bundle *bundle)
{
    return all->network->n_columns > 2 || is_joined(all, bundle->column, bundle->from) ||
           is_joined(all, bundle->column + 1, bundle->to);
}

/* "Germany → France"; of two such links also what the series is called. */
static const char *link_label(const struct gathering *all, const struct bundle *bundle,
                              const sheaf_series *only)
{
    const struct network_column *column = &all->network->columns[bundle->column];
    const struct chart_pen *pen = &all->plan->pen;
    const char *from = column[0].nodes[bundle->from].label, *to = column[1].nodes[bundle->to].label;
    const char *arrow = text_is_right_to_left(pen->text) ? "\xE2\x86\x90" : "\xE2\x86\x92";

    if (from == NULL || to == NULL)
        return NULL;
    const char *label = all->rules->goes ? arena_format(pen->arena, "%s %s %s", from, arrow, to)
                                         : arena_format(pen->arena, "%s, %s", from, to);
    if (only == NULL || label == NULL)
        return label;
    const char *own = sheaf_series_label(only);
    return arena_format(pen->arena, "%s, %s", label,
                        own[0] != '\0' ? own : sheaf_series_name(only));
}

static sheaf_series *sum_of(const struct gathering *all, const struct bundle *bundle)
{
    sheaf_series_list *list = sheaf_series_list_create(&all->plan->all->alloc);

    for (size_t i = bundle->first; i < all->chart->n_series; i++)
        if (joins(all, bundle, i))
            sheaf_series_list_add(list, series_copy(&all->plan->all->alloc, all->chart->series[i]));
    sheaf_series *sum = sheaf_series_list_total(list);
    sheaf_series_list_destroy(list);
    return sum;
}

/* Takes the series as it is called now; false after a failure. */
static bool add_link(const struct gathering *all, const struct bundle *bundle, sheaf_series *made,
                     const char *label, sheaf_series **links, size_t *n)
{
    const struct collection kept = { .plan = all->plan, .chart = all->chart };

    links[*n] = parts_keep(&kept, made);
    if (links[*n] == NULL || !parts_name(&kept, links[*n], label, label))
        return false;
    all->network->links[(*n)++] = (struct layer_link){ bundle->column, bundle->from, bundle->to };
    return true;
}

static bool add_bundle(const struct gathering *all, const struct bundle *bundle,
                       sheaf_series **links, size_t *n)
{
    if (is_sum(all, bundle) && bundle->n > 1)
        return add_link(all, bundle, sum_of(all, bundle), link_label(all, bundle, NULL), links, n);
    for (size_t i = bundle->first; i < all->chart->n_series; i++) {
        const sheaf_series *series = all->chart->series[i];
        if (joins(all, bundle, i) &&
            !add_link(all, bundle, series_copy(&all->plan->all->alloc, series),
                      link_label(all, bundle, bundle->n > 1 ? series : NULL), links, n))
            return false;
    }
    return true;
}

bool network_link(struct gathering *all)
{
    struct arena *arena = all->plan->pen.arena;
    size_t spans = all->network->n_columns - 1, most = all->chart->n_series * spans, n = 0;
    sheaf_series **links = arena_array(arena, sheaf_series *, most);

    all->network->links = arena_array(arena, struct layer_link, most);
    if (links == NULL || all->network->links == NULL)
        return false;
    for (size_t c = 0; c < spans; c++)
        for (size_t from = 0; from < all->network->columns[c].n; from++)
            for (size_t to = 0; to < all->network->columns[c + 1].n; to++) {
                struct bundle bundle = { c, from, to, all->chart->n_series, 0 };
                for (size_t i = all->chart->n_series; i-- > 0;)
                    if (joins(all, &bundle, i)) {
                        bundle.first = i;
                        bundle.n++;
                    }
                if (bundle.n > 0 && !add_bundle(all, &bundle, links, &n))
                    return false;
            }
    all->chart->series = links;
    all->chart->n_series = n;
    return true;
}
