#include "support/check.h"

#include <math.h>

#include "chart/guides/labels.h"

enum { MOST = 6 };

static const struct {
    const char *name;
    size_t n;
    double wanted[MOST], size, low, high;
    bool fits;
    double place[MOST];
} cases[] = {
    { "none", 0, { 0 }, 10, 0, 100, true, { 0 } },
    { "free ones stay", 2, { 20, 50 }, 10, 0, 100, true, { 20, 50 } },
    { "two that touch part evenly", 2, { 48, 52 }, 10, 0, 100, true, { 45, 55 } },
    { "equal wishes", 3, { 50, 50, 50 }, 10, 0, 100, true, { 40, 50, 60 } },
    { "pushed in at the top", 2, { 0, 2 }, 10, 0, 100, true, { 5, 15 } },
    { "pushed in at the bottom", 2, { 99, 100 }, 10, 0, 100, true, { 85, 95 } },
    { "a block joins the one before",
      3,
      { 40, 52, 54 },
      10,
      0,
      100,
      true,
      { 38.6666666666666, 48.6666666666666, 58.6666666666666 } },
    { "exactly full", 2, { 9, 9 }, 10, 0, 20, true, { 5, 15 } },
    { "too many", 3, { 9, 9, 9 }, 10, 0, 29, false, { 0 } },
};

static void labels_move_as_little_as_they_can(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct spread_label labels[MOST];

        print_message("  %s\n", cases[i].name);
        for (size_t j = 0; j < cases[i].n; j++)
            labels[j] =
                (struct spread_label){ .wanted = cases[i].wanted[j], .size = cases[i].size };
        assert_int_equal(labels_spread(labels, cases[i].n, cases[i].low, cases[i].high),
                         cases[i].fits);
        for (size_t j = 0; cases[i].fits && j < cases[i].n; j++)
            assert_true(fabs((labels[j].place) - (cases[i].place[j])) < 1e-6);
    }
}

/* Any sorted wishes end apart and inside. */
static void no_labels_touch(void **state)
{
    uint32_t seed = 1;

    (void)state;
    for (int round = 0; round < 2000; round++) {
        struct spread_label labels[12];
        double wanted = 0;

        for (size_t i = 0; i < LENGTH(labels); i++) {
            seed = seed * 1664525 + 1013904223;
            wanted += (seed >> 24) / 16.0;
            labels[i] = (struct spread_label){ .wanted = wanted - 20, .size = 4 + (seed >> 29) };
        }
        assert_true(labels_spread(labels, LENGTH(labels), 0, 150));
        double end = 0;
        for (size_t i = 0; i < LENGTH(labels); i++) {
            assert_true(labels[i].place - labels[i].size / 2 >= end - 1e-6);
            end = labels[i].place + labels[i].size / 2;
        }
        assert_true(end <= 150 + 1e-6);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(labels_move_as_little_as_they_can),
        cmocka_unit_test(no_labels_touch),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
