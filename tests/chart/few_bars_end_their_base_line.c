/* few_bars_end_their_base_line.c - one to three bars fill the width, or the base line ends with them,
 * half a gap behind the last. */
#include "support/check.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "chart/picture.h"
#include "scene/scene.h"

/* Where the lowest line across ends. */
static double base_line_end(const sheaf_picture *picture)
{
    static sheaf_error error;
    double margin = 0, end = 0, x, y, lowest = 0;
    struct buffer dump;

    buffer_init(&dump, NULL, &error);
    scene_dump(picture_scene(picture), &dump);
    const char *at = strstr(dump.bytes, "transform 1 0 0 1 ");
    assert_true(at != NULL && sscanf(at, "transform 1 0 0 1 %lf", &margin) == 1);
    for (at = dump.bytes; (at = strstr(at, " grid\n")) != NULL; at++)
        if (sscanf(strchr(at, '\n'), " path M %*f,%lf L %lf,", &y, &x) == 2 && y > lowest) {
            lowest = y;
            end = margin + x;
        }
    buffer_free(&dump);
    return end;
}

static void the_base_line_ends_with_the_bars(void **state)
{
    static const double widths[] = { 200, 320, 480, 600, 900, 1200, 2000 };

    (void)state;
    for (size_t n = 1; n <= 3; n++)
        for (size_t k = 0; k < LENGTH(widths); k++) {
            const double values[] = { 12, 17, 20 };
            sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_BARS);
            sheaf_series *series = sheaf_series_from_years("Exports", "USD", 9, 2021, values, n);
            sheaf_datum bar = SHEAF_DATUM_INIT;

            sheaf_chart_add(chart, series);
            sheaf_series_destroy(series);
            sheaf_picture *picture = sheaf_chart_layout(chart, widths[k], 300);
            assert_non_null(picture);
            print_message("  %zu in %.0f\n", n, widths[k]);
            assert_true(sheaf_picture_datum(picture, n - 1, &bar));
            double beyond = base_line_end(picture) - bar.box.right;
            assert_true(beyond > 0 && beyond <= 0.5 * (bar.box.right - bar.box.left));
            sheaf_picture_destroy(picture);
            sheaf_chart_destroy(chart);
        }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_base_line_ends_with_the_bars),
    };
    return cmocka_run_group_tests_name("chart/few_bars_end_their_base_line", tests, NULL, NULL);
}
