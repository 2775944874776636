/* crossings_are_fewest.c - the order of nodes in columns: never more crossings than the least of all
 * orders, which are tried one by one, up to eight nodes a column. */
#include "support/check.h"

#include <stdint.h>
#include <string.h>

#include "chart/model/crossings.h"

enum { MOST_NODES = 12, MOST_LINKS = 60, MOST_COLUMNS = 3 };

struct graph {
    size_t n_columns, n_nodes[MOST_COLUMNS], n_links;
    double sizes[MOST_COLUMNS][MOST_NODES];
    struct layer_link links[MOST_LINKS];
};

static uint32_t seed;

static size_t any_below(size_t n)
{
    seed = seed * 1664525u + 1013904223u;
    return (size_t)(seed >> 8) % n;
}

static size_t found(const struct graph *graph, size_t orders[][MOST_NODES])
{
    const double *const sizes[] = { graph->sizes[0], graph->sizes[1], graph->sizes[2] };
    size_t *const places[] = { orders[0], orders[1], orders[2] };
    size_t *into[] = { orders[0], orders[1], orders[2] };
    const struct layers layers = { graph->n_columns, graph->n_nodes, sizes, graph->links,
                                   graph->n_links };
    sheaf_error error = { 0 };
    struct arena arena;

    arena_init(&arena, NULL, &error);
    assert_true(crossings_minimise(&layers, into, &arena));
    arena_free(&arena);
    for (size_t c = 0; c < graph->n_columns; c++) {
        unsigned seen = 0;
        for (size_t i = 0; i < graph->n_nodes[c]; i++)
            seen |= 1u << orders[c][i];
        assert_int_equal(seen, (1u << graph->n_nodes[c]) - 1);
    }
    return crossings_count(&layers, places);
}

/* By definition: two links cross when their ends are in opposite orders. */
static size_t count(const struct graph *graph, size_t places[][MOST_NODES], size_t column)
{
    size_t n = 0;

    for (size_t i = 0; i < graph->n_links; i++)
        for (size_t k = 0; k < i; k++) {
            const struct layer_link *a = &graph->links[i], *b = &graph->links[k];
            if (a->column != column || b->column != column)
                continue;
            int from = (int)places[column][a->from] - (int)places[column][b->from];
            int to = (int)places[column + 1][a->to] - (int)places[column + 1][b->to];
            n += from * to < 0;
        }
    return n;
}

/* All orders of a column, from its place-th node on, and for each of them of the next column. Links
 * from the second column on depend on its order only. */
static size_t least_from(const struct graph *graph, size_t places[][MOST_NODES], size_t column,
                         size_t at)
{
    size_t least = SIZE_MAX, n = graph->n_nodes[column];

    if (at == n) {
        size_t crossings = column > 0 ? count(graph, places, column - 1) : 0;
        return crossings +
               (column + 1 < graph->n_columns ? least_from(graph, places, column + 1, 0) : 0);
    }
    for (size_t i = at; i < n; i++) {
        size_t kept = places[column][at];
        places[column][at] = places[column][i];
        places[column][i] = kept;
        size_t crossings = least_from(graph, places, column, at + 1);
        least = crossings < least ? crossings : least;
        places[column][i] = places[column][at];
        places[column][at] = kept;
    }
    return least;
}

static size_t least(const struct graph *graph)
{
    size_t places[MOST_COLUMNS][MOST_NODES];

    for (size_t c = 0; c < MOST_COLUMNS; c++)
        for (size_t i = 0; i < MOST_NODES; i++)
            places[c][i] = i;
    return least_from(graph, places, 0, 0);
}

static struct graph any_graph(const size_t *n_nodes, size_t n_columns, size_t n_links)
{
    struct graph graph = { .n_columns = n_columns, .n_links = n_links };

    for (size_t c = 0; c < n_columns; c++) {
        graph.n_nodes[c] = n_nodes[c];
        for (size_t i = 0; i < n_nodes[c]; i++)
            graph.sizes[c][i] = (double)any_below(9);
    }
    for (size_t i = 0; i < n_links; i++) {
        size_t column = any_below(n_columns - 1);
        graph.links[i] = (struct layer_link){ column, any_below(n_nodes[column]),
                                              any_below(n_nodes[column + 1]) };
    }
    return graph;
}

static void no_order_has_fewer(void **state)
{
    static const struct {
        size_t n_nodes[MOST_COLUMNS], n_columns, n_links;
        int times;
    } kinds[] = {
        { { 2, 2 }, 2, 4, 20 },     { { 5, 5 }, 2, 10, 40 },    { { 4, 6 }, 2, 20, 20 },
        { { 7, 3 }, 2, 12, 20 },    { { 8, 3 }, 2, 14, 4 },     { { 3, 8 }, 2, 14, 4 },
        { { 3, 3, 3 }, 3, 14, 40 }, { { 4, 4, 4 }, 3, 18, 12 }, { { 3, 5, 3 }, 3, 16, 12 },
        { { 1, 5, 4 }, 3, 14, 12 }, { { 8, 1 }, 2, 12, 2 },
    };

    (void)state;
    seed = 20261130;
    for (size_t k = 0; k < LENGTH(kinds); k++)
        for (int i = 0; i < kinds[k].times; i++) {
            struct graph graph = any_graph(kinds[k].n_nodes, kinds[k].n_columns, kinds[k].n_links);
            size_t orders[MOST_COLUMNS][MOST_NODES];
            assert_int_equal(found(&graph, orders), least(&graph));
        }
}

/* Eight nodes on both sides: a graph of known least, its nodes shuffled. */
static void eight_nodes_on_both_sides_are_untangled(void **state)
{
    (void)state;
    seed = 7;
    for (int turn = 0; turn < 5; turn++) {
        struct graph graph = { .n_columns = 2, .n_nodes = { 8, 8 } };
        size_t shuffled[8] = { 0, 1, 2, 3, 4, 5, 6, 7 }, orders[MOST_COLUMNS][MOST_NODES];
        for (size_t i = 7; i > 0; i--) {
            size_t k = any_below(i + 1), kept = shuffled[i];
            shuffled[i] = shuffled[k];
            shuffled[k] = kept;
        }
        for (size_t i = 0; i < 8; i++)
            for (size_t k = 0; k < 2 && i + k < 8; k++) /* a path: nothing need cross */
                graph.links[graph.n_links++] = (struct layer_link){ 0, shuffled[i], i + k };
        graph.links[graph.n_links++] = (struct layer_link){ 0, shuffled[0], 2 }; /* but this */
        assert_int_equal(found(&graph, orders), 1);
    }
}

/* The mean places of their partners are equal, so that sorting by them leaves two crossings. */
static void ten_sources_have_no_needless_crossings(void **state)
{
    struct graph graph = { .n_columns = 2, .n_nodes = { 10, 5 } };
    size_t orders[MOST_COLUMNS][MOST_NODES];

    (void)state;
    for (size_t i = 0; i < 10; i++) {
        graph.sizes[0][i] = (double)((i * 7) % 10);
        graph.links[graph.n_links++] = (struct layer_link){ 0, (i * 3) % 10, i / 2 };
    }
    assert_int_equal(found(&graph, orders), 0);
    for (size_t i = 0; i + 1 < 5; i++) /* the second of each pair goes to the next one, too */
        graph.links[graph.n_links++] = (struct layer_link){ 0, ((2 * i + 1) * 3) % 10, i + 1 };
    assert_int_equal(found(&graph, orders), 0);
}

/* More nodes than are tried: a comb is untangled all the same. */
static void many_nodes_are_untangled(void **state)
{
    struct graph graph = { .n_columns = 3, .n_nodes = { 12, 12, 12 } };
    size_t orders[MOST_COLUMNS][MOST_NODES];

    (void)state;
    for (size_t i = 0; i < 12; i++) {
        graph.links[graph.n_links++] = (struct layer_link){ 0, (i * 5) % 12, (i * 7) % 12 };
        graph.links[graph.n_links++] = (struct layer_link){ 1, (i * 7) % 12, (i * 11) % 12 };
    }
    assert_int_equal(found(&graph, orders), 0);
}

static void the_larger_stands_above_where_nothing_crosses(void **state)
{
    struct graph graph = { .n_columns = 2,
                           .n_nodes = { 1, 4 },
                           .sizes = { { 10 }, { 1, 4, 2, 3 } },
                           .n_links = 4,
                           .links = { { 0, 0, 0 }, { 0, 0, 1 }, { 0, 0, 2 }, { 0, 0, 3 } } };
    static const size_t wanted[] = { 1, 3, 2, 0 };
    size_t orders[MOST_COLUMNS][MOST_NODES];

    (void)state;
    assert_int_equal(found(&graph, orders), 0);
    assert_memory_equal(orders[1], wanted, sizeof wanted);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_order_has_fewer),
        cmocka_unit_test(eight_nodes_on_both_sides_are_untangled),
        cmocka_unit_test(ten_sources_have_no_needless_crossings),
        cmocka_unit_test(many_nodes_are_untangled),
        cmocka_unit_test(the_larger_stands_above_where_nothing_crosses),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
