/* flows_are_conserved.c - sankeys and marimekkos: what comes to a node leaves it, links are as wide as
 * their figures and never lie on each other at a node, areas sum to the whole, wholes are no nodes. */
#include "support/check.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "chart/picture.h"
#include "scene/scene.h"
#include "sheaf/picture.h"

enum { MOST = 200 };

static void add(sheaf_chart *chart, const char *flow, const char *reporter, const char *product,
                const char *partner, const char *label, double value)
{
    char name[80];

    snprintf(name, sizeof name, "%s %s %s %s", reporter, product, partner, label);
    sheaf_series *series = sheaf_series_create(NULL, name, "USD", 6);
    sheaf_series_set_label(series, label);
    sheaf_series_set_flow(series, flow);
    sheaf_series_set_reporter(series, reporter);
    sheaf_series_set_product(series, product);
    sheaf_series_set_partner(series, partner);
    sheaf_series_add(series, sheaf_period_year(2023), value, 3, SHEAF_NORMAL);
    sheaf_chart_add(chart, series);
    sheaf_series_destroy(series);
}

struct drawn {
    sheaf_picture *picture;
    sheaf_datum data[MOST];
    size_t n;
};

static struct drawn draw(sheaf_chart *chart)
{
    struct drawn drawn = { .picture = sheaf_chart_layout(chart, 900, 600) };

    if (drawn.picture == NULL)
        fail_msg("%s", sheaf_chart_message(chart));
    for (; drawn.n < sheaf_picture_datum_count(drawn.picture); drawn.n++) {
        drawn.data[drawn.n] = (sheaf_datum)SHEAF_DATUM_INIT;
        assert_true(sheaf_picture_datum(drawn.picture, drawn.n, &drawn.data[drawn.n]));
    }
    return drawn;
}

/* The sum of links whose words begin or end so. */
static double sum(const struct drawn *drawn, const char *from, const char *to)
{
    double total = 0;

    for (size_t i = 0; i < drawn->n; i++) {
        const char *words = drawn->data[i].series, *arrow = strstr(words, " \xE2\x86\x92 ");
        assert_non_null(arrow);
        if ((from == NULL || strncmp(words, from, strlen(from)) == 0) &&
            (to == NULL || strcmp(arrow + strlen(" \xE2\x86\x92 "), to) == 0))
            total += drawn->data[i].value;
    }
    return total;
}

static void assert_near(double got, double wanted)
{
    if (!(fabs(got - wanted) <= 1e-6 * fabs(wanted)))
        fail_msg("%.12g is not %.12g", got, wanted);
}

static const char *const reporters[] = { "KAZ", "UZB", "KGZ" };
static const char *const products[] = { "Ores", "Cotton", "Wheat" };
static const char *const partners[] = { "CHN", "ITA", "RUS", "TUR", "LIE" };

static double value_of(size_t r, size_t p, size_t t)
{
    return t == 4 ? 0.1 : (double)(1 + (r * 7 + p * 5 + t * 3) % 11) * 10.5;
}

static sheaf_chart *chart_of(const char *flow)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_SANKEY);

    for (size_t r = 0; r < 3; r++)
        for (size_t p = 0; p < 3; p++) {
            double all = 0;
            for (size_t t = 0; t < 5; t++) {
                add(chart, flow, reporters[r], products[p], partners[t], "", value_of(r, p, t));
                all += value_of(r, p, t);
            }
            add(chart, flow, reporters[r], products[p], "WLD", "", all);
        }
    return chart;
}

static void what_comes_to_a_node_leaves_it(void **state)
{
    double total = 0;

    (void)state;
    sheaf_chart *chart = chart_of("exports");
    struct drawn drawn = draw(chart);
    for (size_t p = 0; p < 3; p++) {
        double through = 0;
        for (size_t r = 0; r < 3; r++)
            for (size_t t = 0; t < 5; t++)
                through += value_of(r, p, t);
        assert_near(sum(&drawn, NULL, products[p]), through);
        assert_near(sum(&drawn, products[p], NULL), through);
        total += through;
    }
    assert_near(sum(&drawn, "Kazakhstan", NULL) + sum(&drawn, "Uzbekistan", NULL) +
                    sum(&drawn, "Kyrgyzstan", NULL),
                total);
    assert_near(sum(&drawn, NULL, "World") + 1, 1); /* a whole is no node */
    sheaf_picture_destroy(drawn.picture);
    sheaf_chart_destroy(chart);
}

/* Four partners keep their place; one alone below a hundredth is not joined, two are. */
static void small_nodes_are_joined(void **state)
{
    (void)state;
    sheaf_chart *chart = chart_of("exports");
    struct drawn drawn = draw(chart);
    assert_true(sum(&drawn, NULL, "Liechtenstein") > 0);
    sheaf_picture_destroy(drawn.picture);
    add(chart, "exports", "KAZ", "Ores", "SMR", "", 0.2);
    drawn = draw(chart);
    assert_near(sum(&drawn, NULL, "Liechtenstein") + 1, 1);
    assert_near(sum(&drawn, NULL, "Other (2)"), 9 * 0.1 + 0.2);
    sheaf_picture_destroy(drawn.picture);
    sheaf_chart_destroy(chart);
}

static void imports_come_from_the_partner(void **state)
{
    (void)state;
    sheaf_chart *chart = chart_of("imports");
    struct drawn drawn = draw(chart);
    assert_true(sum(&drawn, "China", "Ores") > 0);
    assert_true(sum(&drawn, "Ores", "Kazakhstan") > 0);
    assert_near(sum(&drawn, "Kazakhstan", NULL) + 1, 1);
    sheaf_picture_destroy(drawn.picture);
    sheaf_chart_destroy(chart);
}

/* Two links of Germany to France are two, beside each other at both ends. */
static void parallel_links_never_overlap(void **state)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_SANKEY);
    const sheaf_datum *links[2];
    size_t n = 0;

    (void)state;
    add(chart, "exports", "DEU", "", "FRA", "by road", 30);
    add(chart, "exports", "DEU", "", "FRA", "by rail", 20);
    add(chart, "exports", "DEU", "", "ITA", "", 10);
    add(chart, "exports", "POL", "", "ITA", "", 15);
    struct drawn drawn = draw(chart);
    assert_int_equal(drawn.n, 4);
    for (size_t i = 0; i < drawn.n; i++)
        if (strstr(drawn.data[i].series, "France") != NULL)
            links[n++] = &drawn.data[i];
    assert_int_equal(n, 2);
    double heights[] = { links[0]->box.bottom - links[0]->box.top,
                         links[1]->box.bottom - links[1]->box.top };
    assert_near(links[0]->value + links[1]->value, 50);
    /* Both lead alike from node to node, so their boxes are as far apart as they are high. */
    double apart = fabs(links[0]->box.top - links[1]->box.top);
    assert_true(apart >= fmin(heights[0], heights[1]) * 20 / 50);
    assert_string_equal(links[0]->value == 30 ? "Germany → France, by road"
                                              : "Germany → France, by rail",
                        links[0]->series);
    sheaf_picture_destroy(drawn.picture);
    sheaf_chart_destroy(chart);
}

static void areas_of_a_marimekko_are_shares(void **state)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_MARIMEKKO);
    double area = 0, total = 0;

    (void)state;
    for (size_t r = 0; r < 3; r++)
        for (size_t t = 0; t < 4; t++)
            add(chart, "exports", reporters[r], "", partners[t], "", value_of(r, 0, t));
    struct drawn drawn = draw(chart);
    assert_int_equal(drawn.n, 12);
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < drawn.n; i++) {
            const sheaf_datum *datum = &drawn.data[i];
            double own =
                (datum->box.right - datum->box.left) * (datum->box.bottom - datum->box.top);
            if (pass == 0) {
                area += own;
                total += datum->value;
            } else if (!(fabs(own / area - datum->value / total) < 0.006)) {
                fail_msg("%s: %.4f of the area, %.4f of all", datum->series, own / area,
                         datum->value / total);
            }
        }
    sheaf_picture_destroy(drawn.picture);
    sheaf_chart_destroy(chart);
}

/* Sums hold no tenths, so the figures of single links beside them show none. */
static void nodes_have_like_decimals(void **state)
{
    static const struct {
        const char *product, *partner;
        double value;
    } links[] = { { "Ores", "CHN", 101.1 },  { "Ores", "ITA", 102.2 },  { "Ores", "RUS", 143.4 },
                  { "Cotton", "CHN", 44.4 }, { "Cotton", "ITA", 55.5 }, { "Cotton", "TUR", 69.8 } };
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_SANKEY);
    static sheaf_error none;
    struct buffer dump;

    (void)state;
    for (size_t i = 0; i < LENGTH(links); i++) {
        sheaf_series *series = sheaf_series_create(NULL, links[i].partner, "USD", 6);
        sheaf_series_set_flow(series, "exports");
        sheaf_series_set_product(series, links[i].product);
        sheaf_series_set_partner(series, links[i].partner);
        sheaf_series_add(series, sheaf_period_year(2023), links[i].value, 1, SHEAF_NORMAL);
        sheaf_chart_add(chart, series);
        sheaf_series_destroy(series);
    }
    struct scene *scene = chart_scene(chart, 900, 600, true, NULL);
    if (sheaf_chart_status(chart) != SHEAF_OK)
        fail_msg("%s", sheaf_chart_message(chart));
    buffer_init(&dump, NULL, &none);
    scene_dump(scene, &dump);
    static const char *const shown[] = { "\"347\"", "\"170\"", "\"143\"", "\"70\"" };
    for (size_t i = 0; i < LENGTH(shown); i++)
        if (strstr(dump.bytes, shown[i]) == NULL)
            fail_msg("%s is not in: %s", shown[i], dump.bytes);
    buffer_free(&dump);
    scene_destroy(scene);
    sheaf_chart_destroy(chart);
}

static void refuses(sheaf_chart *chart, const char *why)
{
    assert_null(sheaf_chart_layout(chart, 480, 300));
    if (strstr(sheaf_chart_message(chart), why) == NULL)
        fail_msg("'%s' does not say '%s'", sheaf_chart_message(chart), why);
    sheaf_chart_destroy(chart);
}

static void what_is_no_flow_is_refused(void **state)
{
    sheaf_chart *chart = chart_of("exports");

    (void)state;
    add(chart, "imports", "KAZ", "Ores", "FRA", "", 3);
    refuses(chart, "go different ways, and a sankey shows one; choose one flow");
    chart = chart_of("exports");
    add(chart, "exports", "KAZ", "Ores", "FRA", "", -3);
    refuses(chart, "is less than zero in 2023");
    chart = chart_of("exports");
    add(chart, "exports", "KAZ", "Ores", "FRA", "", NAN);
    refuses(chart, "has no figure in 2023");
    chart = sheaf_chart_create(NULL, SHEAF_SANKEY);
    add(chart, "exports", "", "", "FRA", "", 3);
    add(chart, "exports", "", "", "ITA", "", 3);
    refuses(chart, "differ in one of them only; take series of several, or draw a ranking");
    chart = sheaf_chart_create(NULL, SHEAF_MARIMEKKO);
    for (size_t i = 0; i < 2; i++)
        add(chart, "exports", reporters[i], products[i], partners[i], "", 3);
    refuses(chart, "choose a member of one, or draw a sankey");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_comes_to_a_node_leaves_it),
        cmocka_unit_test(small_nodes_are_joined),
        cmocka_unit_test(imports_come_from_the_partner),
        cmocka_unit_test(parallel_links_never_overlap),
        cmocka_unit_test(areas_of_a_marimekko_are_shares),
        cmocka_unit_test(nodes_have_like_decimals),
        cmocka_unit_test(what_is_no_flow_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
