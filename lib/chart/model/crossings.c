/* crossings.c - the order of nodes with the fewest crossings.
 *
 * All columns but one lie beside that one only, if it is the middle of three or the smaller of two: so
 * for each of its orders the best order of the others is found by itself (dynamic programming over
 * sets of nodes), and trying all orders of one column gives the least of all. Larger columns are
 * swept: sorted by the mean place of their neighbours (the barycentre), then each node is moved to the
 * place that is best for it, until nothing gets better. */
#include "chart/model/crossings.h"

#include <stdint.h>
#include <string.h>

/* A crossing costs more than all nodes that stand below a smaller one: 3 columns of 25 have 900 pairs.
 * Columns beside the one that is permuted may be larger, for sets of 12 nodes are few. */
enum { CROSSING = 1024, SET_NODES = 12, SWEEPS = 24 };

struct search {
    const struct layers *layers;
    unsigned **counts; /* [column][from * n_nodes(next) + to]: links */
    size_t **places;   /* [column][node]: inverse of orders */
    int64_t *costs;    /* [a * n + b]: of a above b, of one column */
    int64_t *sets;     /* [set]: least cost of the nodes of the set, put above all others */
    uint8_t *lasts;    /* [set]: the lowest of them */
};

static size_t nodes(const struct search *search, size_t column)
{
    return search->layers->n_nodes[column];
}

static void take_places(const struct search *search, size_t column, const size_t *order)
{
    for (size_t i = 0; i < nodes(search, column); i++)
        search->places[column][order[i]] = i;
}

/* Links of a node of a column to each node of a neighbour. */
static unsigned links_to(const struct search *search, size_t column, size_t node, size_t neighbour,
                         size_t other)
{
    return neighbour > column ? search->counts[column][node * nodes(search, neighbour) + other]
                              : search->counts[neighbour][other * nodes(search, column) + node];
}

/* Adds, for each two nodes of a column, the crossings that their links to a neighbour have. */
static void add_crossings(const struct search *search, size_t column, size_t neighbour,
                          const size_t *order)
{
    size_t n = nodes(search, column), m = nodes(search, neighbour);

    for (size_t a = 0; a < n; a++)
        for (size_t b = 0; b < n; b++) {
            int64_t below = 0, crossings = 0; /* links of b to what lies above */
            for (size_t i = 0; a != b && i < m; i++) {
                crossings += below * links_to(search, column, a, neighbour, order[i]);
                below += links_to(search, column, b, neighbour, order[i]);
            }
            search->costs[a * n + b] += CROSSING * crossings;
        }
}

/* What it costs in a column that one node stands above another, while its neighbours stay. */
static void find_costs(const struct search *search, size_t column, size_t *const *orders)
{
    size_t n = nodes(search, column);
    const double *sizes = search->layers->sizes[column];

    for (size_t a = 0; a < n; a++)
        for (size_t b = 0; b < n; b++)
            search->costs[a * n + b] = sizes[a] < sizes[b] || (sizes[a] == sizes[b] && a > b);
    if (column > 0)
        add_crossings(search, column, column - 1, orders[column - 1]);
    if (column + 1 < search->layers->n_columns)
        add_crossings(search, column, column + 1, orders[column + 1]);
}

static int64_t cost_of_order(const struct search *search, size_t column, const size_t *order)
{
    size_t n = nodes(search, column);
    int64_t cost = 0;

    for (size_t i = 0; i < n; i++)
        for (size_t k = i + 1; k < n; k++)
            cost += search->costs[order[i] * n + order[k]];
    return cost;
}

/* No order of the column costs less: of each two nodes one is above the other. */
static int64_t least_cost(const struct search *search, size_t column)
{
    size_t n = nodes(search, column);
    int64_t least = 0;

    for (size_t a = 0; a < n; a++)
        for (size_t b = a + 1; b < n; b++) {
            int64_t one = search->costs[a * n + b], other = search->costs[b * n + a];
            least += one < other ? one : other;
        }
    return least;
}

/* The best order of a column by search->costs. Returns its cost. */
static int64_t best_order(const struct search *search, size_t column, size_t *order)
{
    size_t n = nodes(search, column), all = (size_t)1 << n;

    search->sets[0] = 0;
    for (size_t set = 1; set < all; set++) {
        search->sets[set] = INT64_MAX;
        for (size_t last = 0; last < n; last++) {
            if (!(set >> last & 1))
                continue;
            int64_t cost = search->sets[set & ~((size_t)1 << last)];
            for (size_t a = 0; a < n; a++)
                if (a != last && (set >> a & 1))
                    cost += search->costs[a * n + last];
            if (cost < search->sets[set]) {
                search->sets[set] = cost;
                search->lasts[set] = (uint8_t)last;
            }
        }
    }
    for (size_t set = all - 1, i = n; i-- > 0; set &= ~((size_t)1 << order[i]))
        order[i] = search->lasts[set];
    return search->sets[all - 1];
}

size_t crossings_count(const struct layers *layers, size_t *const *orders)
{
    size_t count = 0, places[2] = { 0, 0 };

    for (size_t i = 0; i < layers->n_links; i++)
        for (size_t k = i + 1; k < layers->n_links; k++) {
            const struct layer_link *a = &layers->links[i], *b = &layers->links[k];
            int sides[2] = { 0, 0 };
            if (a->column != b->column)
                continue;
            for (size_t end = 0; end < 2; end++) {
                const size_t *order = orders[a->column + end];
                size_t one = end == 0 ? a->from : a->to, other = end == 0 ? b->from : b->to;
                for (size_t at = 0; at < layers->n_nodes[a->column + end]; at++) {
                    places[0] = order[at] == one ? at : places[0];
                    places[1] = order[at] == other ? at : places[1];
                }
                sides[end] = one == other ? 0 : places[0] < places[1] ? 1 : -1;
            }
            count += sides[0] * sides[1] < 0;
        }
    return count;
}

/* Cost of all columns: crossings once each, and nodes below smaller ones. */
static int64_t total_cost(const struct search *search, size_t *const *orders)
{
    int64_t cost = CROSSING * (int64_t)crossings_count(search->layers, orders);

    for (size_t c = 0; c < search->layers->n_columns; c++) {
        const double *sizes = search->layers->sizes[c];
        for (size_t i = 0; i < nodes(search, c); i++)
            for (size_t k = i + 1; k < nodes(search, c); k++) {
                size_t a = orders[c][i], b = orders[c][k];
                cost += sizes[a] < sizes[b] || (sizes[a] == sizes[b] && a > b);
            }
    }
    return cost;
}

/* Sweeps --------------------------------------------------------------------------------------- */

/* Mean place of a node's neighbours; its own place where it has none. */
static double barycentre(const struct search *search, size_t column, size_t node, size_t neighbour)
{
    double sum = 0, weight = 0;

    for (size_t i = 0; i < nodes(search, neighbour); i++) {
        double links = links_to(search, column, node, neighbour, i);
        sum += links * (double)search->places[neighbour][i];
        weight += links;
    }
    return weight > 0 ? sum / weight : (double)search->places[column][node];
}

static void sort_by_barycentre(const struct search *search, size_t column, size_t neighbour,
                               size_t *order)
{
    for (size_t i = 1; i < nodes(search, column); i++) {
        size_t node = order[i], at = i;
        double centre = barycentre(search, column, node, neighbour);
        for (; at > 0 && barycentre(search, column, order[at - 1], neighbour) > centre; at--)
            order[at] = order[at - 1];
        order[at] = node;
    }
}

static void move(size_t *order, size_t from, size_t to)
{
    size_t node = order[from];

    if (from < to)
        memmove(order + from, order + from + 1, (to - from) * sizeof *order);
    else
        memmove(order + to + 1, order + to, (from - to) * sizeof *order);
    order[to] = node;
}

/* Moves each node to the best place for it, until none gets better. */
static void exchange(const struct search *search, size_t column, size_t *order)
{
    size_t n = nodes(search, column);
    bool moved = true;

    while (moved) {
        moved = false;
        for (size_t i = 0; i < n; i++) {
            int64_t gain = 0, best = 0;
            size_t to = i;
            for (size_t k = i + 1; k < n; k++) {
                gain +=
                    search->costs[order[i] * n + order[k]] - search->costs[order[k] * n + order[i]];
                to = gain > best ? k : to;
                best = gain > best ? gain : best;
            }
            gain = 0;
            for (size_t k = i; k-- > 0;) {
                gain +=
                    search->costs[order[k] * n + order[i]] - search->costs[order[i] * n + order[k]];
                to = gain > best ? k : to;
                best = gain > best ? gain : best;
            }
            if (best > 0) {
                move(order, i, to);
                moved = true;
            }
        }
    }
}

static void sweep_column(const struct search *search, size_t column, size_t neighbour,
                         size_t **orders)
{
    take_places(search, neighbour, orders[neighbour]);
    take_places(search, column, orders[column]);
    sort_by_barycentre(search, column, neighbour, orders[column]);
    find_costs(search, column, orders);
    exchange(search, column, orders[column]);
}

static void keep(const struct search *search, size_t **best, size_t *const *orders)
{
    for (size_t c = 0; c < search->layers->n_columns; c++)
        memcpy(best[c], orders[c], nodes(search, c) * sizeof **best);
}

/* Leaves the best orders that were found in both. */
static void sweep(const struct search *search, size_t **orders, size_t **best)
{
    size_t n = search->layers->n_columns;
    int64_t least = INT64_MAX;

    for (int turn = 0; turn < SWEEPS; turn++) {
        for (size_t c = 1; c < n; c++)
            sweep_column(search, c, c - 1, orders);
        for (size_t c = n - 1; c-- > 0;)
            sweep_column(search, c, c + 1, orders);
        int64_t cost = total_cost(search, orders);
        if (cost >= least)
            break;
        least = cost;
        keep(search, best, orders);
    }
    keep(search, orders, best);
}

/* All orders of one column ---------------------------------------------------------------------- */

static bool next_order(size_t *order, size_t n)
{
    size_t i = n - 1, k = n - 1;

    while (i > 0 && order[i - 1] >= order[i])
        i--;
    if (i == 0)
        return false;
    while (order[k] <= order[i - 1])
        k--;
    size_t kept = order[i - 1];
    order[i - 1] = order[k];
    order[k] = kept;
    for (size_t a = i, b = n - 1; a < b; a++, b--) {
        kept = order[a];
        order[a] = order[b];
        order[b] = kept;
    }
    return true;
}

/* The column beside which all others lie; n_columns: there is none that is small enough. */
static size_t column_to_permute(const struct layers *layers)
{
    size_t n = layers->n_columns,
           column = n == 2 && layers->n_nodes[0] < layers->n_nodes[1] ? 0 : 1;

    if (n > 3 || layers->n_nodes[column] > EXACT_NODES)
        return n;
    for (size_t c = 0; c < n; c++)
        if (layers->n_nodes[c] > SET_NODES)
            return n;
    return column;
}

static int64_t least_beside(const struct search *search, size_t column, size_t **orders)
{
    int64_t least = 0;

    for (size_t c = 0; c < search->layers->n_columns; c++)
        if (c != column) {
            find_costs(search, c, orders);
            least += least_cost(search, c);
        }
    return least;
}

static int64_t order_beside(const struct search *search, size_t column, size_t **orders)
{
    int64_t cost = 0;

    for (size_t c = 0; c < search->layers->n_columns; c++)
        if (c != column) {
            find_costs(search, c, orders);
            cost += best_order(search, c, orders[c]);
        }
    return cost;
}

/* What the column's own order costs without its links. */
static int64_t own_cost(const struct search *search, size_t column, const size_t *order)
{
    size_t n = nodes(search, column);
    const double *sizes = search->layers->sizes[column];

    for (size_t a = 0; a < n; a++)
        for (size_t b = 0; b < n; b++)
            search->costs[a * n + b] = sizes[a] < sizes[b] || (sizes[a] == sizes[b] && a > b);
    return cost_of_order(search, column, order);
}

static void permute(const struct search *search, size_t column, size_t **orders, size_t **best)
{
    int64_t least = total_cost(search, orders);
    size_t n = nodes(search, column);

    keep(search, best, orders);
    for (size_t i = 0; i < n; i++)
        orders[column][i] = i;
    do {
        int64_t own = own_cost(search, column, orders[column]);
        if (own + least_beside(search, column, orders) >= least)
            continue;
        int64_t cost = own + order_beside(search, column, orders);
        if (cost < least) {
            least = cost;
            keep(search, best, orders);
        }
    } while (next_order(orders[column], n));
    keep(search, orders, best);
}

static bool open_search(struct search *search, size_t **best, struct arena *arena)
{
    const struct layers *layers = search->layers;
    size_t most = 1, sets = (size_t)1 << SET_NODES;
    bool has_all = true;

    search->counts = arena_array(arena, unsigned *, layers->n_columns);
    search->places = arena_array(arena, size_t *, layers->n_columns);
    if (search->counts == NULL || search->places == NULL)
        return false;
    for (size_t c = 0; c < layers->n_columns; c++) {
        size_t n = layers->n_nodes[c],
               next = c + 1 < layers->n_columns ? layers->n_nodes[c + 1] : 1;
        most = n > most ? n : most;
        search->counts[c] = arena_array(arena, unsigned, n *next);
        search->places[c] = arena_array(arena, size_t, n);
        best[c] = arena_array(arena, size_t, n);
        has_all =
            has_all && search->counts[c] != NULL && search->places[c] != NULL && best[c] != NULL;
    }
    search->costs = arena_array(arena, int64_t, most * most);
    search->sets = arena_array(arena, int64_t, sets);
    search->lasts = arena_array(arena, uint8_t, sets);
    if (!has_all || search->costs == NULL || search->sets == NULL || search->lasts == NULL)
        return false;
    for (size_t i = 0; i < layers->n_links; i++) {
        const struct layer_link *link = &layers->links[i];
        search->counts[link->column][link->from * layers->n_nodes[link->column + 1] + link->to]++;
    }
    return true;
}

bool crossings_minimise(const struct layers *layers, size_t **orders, struct arena *arena)
{
    struct search search = { .layers = layers };
    size_t **best = arena_array(arena, size_t *, layers->n_columns);
    size_t column = column_to_permute(layers);

    if (best == NULL || !open_search(&search, best, arena))
        return false;
    for (size_t c = 0; c < layers->n_columns; c++) {
        for (size_t i = 0; i < nodes(&search, c); i++)
            orders[c][i] = i;
        own_cost(&search, c, orders[c]);
        exchange(&search, c, orders[c]); /* by size */
    }
    sweep(&search, orders, best);
    if (column < layers->n_columns)
        permute(&search, column, orders, best);
    return true;
}
