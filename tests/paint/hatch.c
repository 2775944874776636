/* hatch.c - the lines of a hatch: where they lie, and when there are none. */
#include "support/check.h"

#include <math.h>
#include <stdio.h>

#include "paint/hatch.h"

struct lines {
    char text[400];
    size_t used, n;
};

static void note_line(void *context, struct point from, struct point to)
{
    struct lines *lines = context;

    lines->n++;
    if (lines->used < sizeof lines->text)
        lines->used +=
            (size_t)snprintf(lines->text + lines->used, sizeof lines->text - lines->used,
                             "(%g %g %g %g)", rint(from.x), rint(from.y), rint(to.x), rint(to.y));
}

static const struct {
    const char *name;
    double angle, spacing, width;
    struct box box;
    const char *lines;
} cases[] = {
    { "level lines lie at multiples of the spacing",
      0,
      10,
      2,
      { 0, 5, 100, 25 },
      "(-2 10 102 10)(-2 20 102 20)" },
    { "upright ones too", 90, 10, 2, { 5, 0, 25, 100 }, "(10 102 10 -2)(20 102 20 -2)" },
    { "45 degrees rise to the right", 45, sqrt(2) * 50, 0, { 0, 0, 60, 60 }, "(40 60 60 40)" },
    { "135 degrees fall", 135, sqrt(2) * 25, 0, { 0, 0, 20, 20 }, "(20 20 0 0)" },
    { "neighbours join", 0, 10, 2, { 100, 5, 200, 25 }, "(98 10 202 10)(98 20 202 20)" },
};

static void test_lines(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        const struct paint hatch = { .kind = PAINT_HATCH,
                                     .angle = cases[i].angle,
                                     .spacing = cases[i].spacing,
                                     .width = cases[i].width };
        struct lines lines = { .used = 0 };

        print_message("  %s\n", cases[i].name);
        assert_true(hatch_lines(&hatch, &cases[i].box, note_line, &lines));
        assert_string_equal(lines.text, cases[i].lines);
    }
}

/* Then the shape is one fill. */
static void test_no_lines(void **state)
{
    static const struct {
        const char *name;
        double spacing, width;
        struct box box;
    } solid[] = {
        { "no ground between them", 2, 2, { 0, 0, 10, 10 } },
        { "no spacing", 0, 0, { 0, 0, 10, 10 } },
        { "too many", 0.001, 0, { 0, 0, 1000, 1000 } },
        { "not a number", NAN, 1, { 0, 0, 10, 10 } },
        { "an endless box", 3, 1, { 0, 0, INFINITY, 10 } },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(solid); i++) {
        const struct paint hatch = {
            .kind = PAINT_HATCH, .angle = 30, .spacing = solid[i].spacing, .width = solid[i].width
        };
        struct lines lines = { .used = 0 };

        print_message("  %s\n", solid[i].name);
        assert_false(hatch_lines(&hatch, &solid[i].box, note_line, &lines));
        assert_int_equal(lines.n, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_no_lines),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
