/* many_dots_are_squares.c - of more dots than can be told apart squares say how many lie where: what they
 * stand for is said, the words stay short, and twice the points are twice the work.
 *
 * Work is counted, not timed. The linker sends these calls through the counters below (--wrap in
 * CMakeLists.txt). */
#include "support/check.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "chart/datum.h"
#include "chart/picture.h"
#include "chart/types/density.h"
#include "sheaf/chart.h"
#include "sheaf/picture.h"

static size_t work;

void *__real_realloc(void *block, size_t n);
void *__wrap_realloc(void *block, size_t n);
void *__wrap_realloc(void *block, size_t n)
{
    work += 1 + n / 64;
    return __real_realloc(block, n);
}

int __real_sheaf_period_compare(sheaf_period a, sheaf_period b);
int __wrap_sheaf_period_compare(sheaf_period a, sheaf_period b);
int __wrap_sheaf_period_compare(sheaf_period a, sheaf_period b)
{
    work++;
    return __real_sheaf_period_compare(a, b);
}

double __real_scale_position(const struct scale *scale, double value);
double __wrap_scale_position(const struct scale *scale, double value);
double __wrap_scale_position(const struct scale *scale, double value)
{
    work++;
    return __real_scale_position(scale, value);
}

/* Falls with the numbers, but for what a multiple of a prime leaves. */
static sheaf_chart *chart_of(size_t n, const char *language)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_SCATTER);
    sheaf_series *series = sheaf_series_create(NULL, "price", "USD/t", 0);

    sheaf_series_set_x(series, "distance, km");
    for (size_t i = 0; i < n; i++)
        sheaf_series_add(series, sheaf_period_number((double)i * 10000 / (double)n),
                         200 - 100 * (double)i / (double)n + (double)(i * 7919 % 101), 0,
                         SHEAF_NORMAL);
    sheaf_chart_set_language(chart, language);
    sheaf_chart_add(chart, series);
    sheaf_series_destroy(series);
    return chart;
}

static void edges_are_whole_and_few(void **state)
{
    static const struct {
        size_t most, n, edges[DENSITY_STEPS + 1];
    } cases[] = {
        { 1, 1, { 1, 2 } },
        { 2, 2, { 1, 2, 3 } },
        { 5, 5, { 1, 2, 3, 4, 5, 6 } },
        { 6, 3, { 1, 2, 5, 7 } },
        { 114, 5, { 1, 2, 5, 20, 50, 115 } },
        { 1000000, 5, { 1, 20, 200, 5000, 50000, 1000001 } },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        size_t edges[DENSITY_STEPS + 1] = { 0 };

        assert_int_equal(density_edges(cases[i].most, edges), cases[i].n);
        for (size_t k = 0; k <= cases[i].n; k++)
            if (edges[k] != cases[i].edges[k])
                fail_msg("edge %zu of %zu is %zu", k, cases[i].most, edges[k]);
    }
}

/* As counting each pair does; many have equal values. */
static void pairs_are_counted(void **state)
{
    enum { N = 97 };
    double x[N], y[N], rising = 0, falling = 0, found_rising, found_falling;
    struct arena arena;
    sheaf_error error = { 0 };

    (void)state;
    for (size_t i = 0; i < N; i++) {
        x[i] = (double)(i * 37 % 11);
        y[i] = (double)(i * 53 % 17) - x[i];
    }
    for (size_t i = 0; i < N; i++)
        for (size_t k = 0; k < i; k++) {
            rising += (x[i] - x[k]) * (y[i] - y[k]) > 0;
            falling += (x[i] - x[k]) * (y[i] - y[k]) < 0;
        }
    arena_init(&arena, NULL, &error);
    assert_true(density_pairs(&arena, x, y, N, &found_rising, &found_falling));
    arena_free(&arena);
    assert_true(rising > 0 && falling > 0 && rising + falling < N * (N - 1) / 2);
    assert_true(found_rising >= rising && found_rising <= rising);
    assert_true(found_falling >= falling && found_falling <= falling);
}

static void few_are_dots_and_many_are_squares(void **state)
{
    static const struct {
        size_t n;
        bool is_dense;
    } cases[] = { { MOST_DOTS, false }, { MOST_DOTS + 1, true } };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_chart *chart = chart_of(cases[i].n, "en");
        sheaf_picture *picture = sheaf_chart_layout(chart, 600, 400);

        assert_non_null(picture);
        assert_int_equal(sheaf_picture_datum_count(picture), cases[i].n);
        assert_int_equal(strstr(sheaf_picture_description(picture), "Densest square") != NULL,
                         cases[i].is_dense);
        sheaf_picture_destroy(picture);
        sheaf_chart_destroy(chart);
    }
}

static void add_member(sheaf_chart *chart, const char *flow, size_t member, double value)
{
    char partner[40];

    snprintf(partner, sizeof partner, "Place %zu", member);
    sheaf_series *series = sheaf_series_create(NULL, partner, "USD", 6);
    sheaf_series_set_partner(series, partner);
    sheaf_series_set_flow(series, flow);
    sheaf_series_add(series, sheaf_period_year(2023), value, 0, SHEAF_NORMAL);
    sheaf_chart_add(chart, series);
    sheaf_series_destroy(series);
}

/* More members than any other type compares; the lowest of equal ratios is not told as another. */
static void members_are_squares_too(void **state)
{
    enum { MEMBERS = 1500 };
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_SCATTER);

    (void)state;
    for (size_t i = 0; i < MEMBERS; i++)
        add_member(chart, "exports", i, 0.4 + (double)(i * i % 1511));
    for (size_t i = MEMBERS; i-- > 0;)
        add_member(chart, "imports", i, 0.4 + (double)(i * i % 1511) / 2);
    sheaf_chart_set_axis(chart, SHEAF_AXIS_LOG);
    sheaf_picture *picture = sheaf_chart_layout(chart, 600, 400);
    if (picture == NULL)
        fail_msg("%s", sheaf_chart_message(chart));
    assert_int_equal(sheaf_picture_datum_count(picture), MEMBERS);
    const char *words = sheaf_picture_description(picture);
    if (strstr(words, "Number of partners: 1,500; Exports, USD million: 0.4 to 1,5") == NULL ||
        strstr(words, "one larger, one smaller: 0.") == NULL)
        fail_msg("%s", words);
    sheaf_picture_destroy(picture);
    sheaf_chart_destroy(chart);
}

/* The key is left out where it would take the room of the squares. */
static void small_plots_have_squares(void **state)
{
    sheaf_chart *chart = chart_of(1000, "en");
    sheaf_picture *picture = sheaf_chart_layout(chart, 200, 120);

    (void)state;
    if (picture == NULL)
        fail_msg("%s", sheaf_chart_message(chart));
    sheaf_picture_destroy(picture);
    sheaf_chart_destroy(chart);
}

/* Extents, the densest place and the direction, however many points there are. */
static void words_stay_short(void **state)
{
    (void)state;
    for (size_t n = 1000; n <= 100000; n *= 10) {
        sheaf_chart *chart = chart_of(n, "en");
        sheaf_picture *picture = sheaf_chart_layout(chart, 600, 400);

        assert_non_null(picture);
        const char *words = sheaf_picture_description(picture);
        if (strlen(words) > 420 || strstr(words, "Distance, km: 0 to ") == NULL ||
            strstr(words, "one larger, one smaller: ") == NULL)
            fail_msg("%zu points: %s", n, words);
        sheaf_picture_destroy(picture);
        sheaf_chart_destroy(chart);
    }
}

/* Arabic letters are drawn in runs of their own, up to the mark behind them. */
static void squares_are_explained_in_every_language(void **state)
{
    static const struct {
        const char *language, *words;
    } cases[] = {
        { "en", "each square: number of observations" },
        { "ru", "каждый квадрат: число наблюдений" },
        { "kk", "әр шаршы: бақылаулар саны" },
        { "zh", "每个方格：观测数目" },
        { "ar", "كل مربع" },
        { "de", "je Quadrat: Anzahl der Beobachtungen" },
        { "fr", "chaque carré\u00A0: nombre d’observations" },
        { "ug", "ھەر بىر چاسا" },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_chart *chart = chart_of(500, cases[i].language);
        struct scene *scene = chart_scene(chart, 900, 600, true, NULL);
        sheaf_error error = { 0 };
        struct buffer dump;

        assert_non_null(scene);
        buffer_init(&dump, NULL, &error);
        scene_dump(scene, &dump);
        if (strstr(dump.bytes, cases[i].words) == NULL)
            fail_msg("no '%s'", cases[i].words);
        buffer_free(&dump);
        scene_destroy(scene);
        sheaf_chart_destroy(chart);
    }
}

/* The text of a picture in print, whose squares are an image or shapes. */
static struct buffer dump_of(size_t n, bool images)
{
    static sheaf_error error;
    const struct picture_options options = { .images = images };
    sheaf_chart *chart = chart_of(n, "en");
    sheaf_picture *picture = picture_create(chart, 480, 300, &options);
    struct buffer dump;

    assert_non_null(picture);
    buffer_init(&dump, NULL, &error);
    scene_dump(picture_scene(picture), &dump);
    sheaf_picture_destroy(picture);
    sheaf_chart_destroy(chart);
    return dump;
}

static size_t count(const char *text, const char *word)
{
    size_t n = 0;

    for (; (text = strstr(text, word)) != NULL; text++)
        n++;
    return n;
}

/* In a document squares are one image of 300 dots an inch; few dots, and all the rest, are shapes. */
static void squares_are_an_image_in_documents(void **state)
{
    (void)state;
    struct buffer squares = dump_of(5000, true), shapes = dump_of(5000, false);
    struct buffer dots = dump_of(MOST_DOTS, true);
    int width, height, n_read;
    double left, top, right, bottom;

    assert_int_equal(count(squares.bytes, "image "), 1);
    assert_int_equal(count(shapes.bytes, "image "), 0);
    assert_int_equal(count(dots.bytes, "image "), 0);
    assert_in_range(count(squares.bytes, "\n"), 10, count(shapes.bytes, "\n"));
    n_read = sscanf(strstr(squares.bytes, "image "), "image %dx%dx4 %*x from %lf,%lf to %lf,%lf",
                    &width, &height, &left, &top, &right, &bottom);
    assert_int_equal(n_read, 6);
    assert_float_equal((right - left) / 72 * 300, width, 0.02);
    assert_float_equal((bottom - top) / 72 * 300, height, 0.02);
    buffer_free(&squares);
    buffer_free(&shapes);
    buffer_free(&dots);
}

/* Each square that holds points tells its ranges and how many, which make all points together; none
 * does unless squares are wanted, and none of few points. */
static void squares_tell_what_they_hold(void **state)
{
    static const struct {
        size_t n;
        bool are_wanted;
    } cases[] = { { 5000, true }, { 5000, false }, { MOST_DOTS, true } };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_chart *chart = chart_of(cases[i].n, "en");
        const struct picture_options options = { .pixels = true,
                                                 .with_data = true,
                                                 .with_squares = cases[i].are_wanted };
        sheaf_picture *picture = picture_create(chart, 600, 400, &options);
        assert_non_null(picture);
        const struct datum_list *list = picture_data(picture);
        size_t sum = 0, n;
        double side =
            list->n_squares > 0 ? list->squares[0].box.right - list->squares[0].box.left : 0;

        for (size_t k = 0; k < list->n_squares; k++) {
            const struct datum_square *square = &list->squares[k];
            const char *amount = strchr(square->label, ':');
            assert_int_equal(count(square->label, " to "), 2);
            assert_int_equal(count(square->label, "; "), 1);
            assert_int_equal(sscanf(amount, ": %zu", &n), 1);
            assert_true(n > 0);
            assert_true(fabs(square->box.right - square->box.left - side) < 1e-9);
            assert_true(fabs(square->box.bottom - square->box.top - side) < 1e-9);
            assert_true(square->box.left >= 0 && square->box.right <= 600 + side);
            sum += n;
        }
        assert_int_equal(sum, i == 0 ? cases[i].n : 0);
        /* A datum lies in the square that holds it. */
        for (size_t k = 0, found = 0; i == 0 && k < 50; k++, found = 0) {
            const sheaf_box *box = &list->notes[k].datum.box;
            for (size_t m = 0; m < list->n_squares; m++)
                found += fabs(list->squares[m].box.left - box->left) < 1e-6 &&
                         fabs(list->squares[m].box.top - box->top) < 1e-6;
            assert_int_equal(found, 1);
        }
        sheaf_picture_destroy(picture);
        sheaf_chart_destroy(chart);
    }
}

static size_t work_of(size_t n)
{
    sheaf_chart *chart = chart_of(n, "en");

    work = 0;
    sheaf_picture *picture = sheaf_chart_layout(chart, 600, 400);
    assert_non_null(picture);
    sheaf_picture_destroy(picture);
    sheaf_chart_destroy(chart);
    return work;
}

static void work_grows_with_the_points(void **state)
{
    (void)state;
    size_t one = work_of(20000), two = work_of(40000);

    if (two > one * 21 / 10)
        fail_msg("work grows from %zu to %zu", one, two);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(edges_are_whole_and_few),
        cmocka_unit_test(pairs_are_counted),
        cmocka_unit_test(squares_are_an_image_in_documents),
        cmocka_unit_test(few_are_dots_and_many_are_squares),
        cmocka_unit_test(members_are_squares_too),
        cmocka_unit_test(small_plots_have_squares),
        cmocka_unit_test(words_stay_short),
        cmocka_unit_test(squares_are_explained_in_every_language),
        cmocka_unit_test(squares_tell_what_they_hold),
        cmocka_unit_test(work_grows_with_the_points),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
