/* failed_output_leaves_the_object.c - an output that fails is told and changes nothing: what is
 * written next equals what a fresh object writes. */
#include "support/check.h"

#include <cairo.h>
#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <sheaf/sheaf.h>

struct text {
    char *bytes;
    size_t n;
};

static int append(void *context, const void *bytes, size_t n)
{
    struct text *text = context;
    char *more = realloc(text->bytes, text->n + n);

    if (more == NULL)
        return ENOMEM;
    memcpy(more + text->n, bytes, n);
    *text = (struct text){ more, text->n + n };
    return 0;
}

static int refuse(void *context, const void *bytes, size_t n)
{
    (void)context;
    (void)bytes;
    (void)n;
    return ENOSPC;
}

static const sheaf_sink full = { NULL, refuse };

static sheaf_chart *make_chart(void)
{
    const double values[] = { 8.0, 6.8, 6.9 };
    sheaf_series *series = sheaf_series_from_years("Exports", "USD", 9, 2021, values, 3);
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_BARS);

    sheaf_chart_set_title(chart, "Exports fell");
    sheaf_chart_add(chart, series);
    sheaf_series_destroy(series);
    return chart;
}

static sheaf_status to_no_folder(sheaf_chart *chart)
{
    return sheaf_chart_write_png(chart, "/nowhere/at/all.png", 480, 300);
}

static sheaf_status to_a_full_disk(sheaf_chart *chart)
{
    return sheaf_chart_write_sink(chart, SHEAF_SVG, full, 480, 300, 1);
}

static sheaf_status too_small(sheaf_chart *chart)
{
    return sheaf_chart_write_png(chart, "never.png", 10, 10);
}

static sheaf_status in_no_format(sheaf_chart *chart)
{
    return sheaf_chart_write(chart, (sheaf_format)77, "never.png", 480, 300, 1);
}

static sheaf_status on_nothing(sheaf_chart *chart)
{
    return sheaf_chart_draw(chart, NULL, 0, 0, 480, 300);
}

static sheaf_status draw_at(sheaf_chart *chart, double x, double width)
{
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 480, 300);
    cairo_t *cr = cairo_create(surface);
    sheaf_status status = sheaf_chart_draw(chart, cr, x, 0, width, 300);

    assert_int_equal(cairo_status(cr), CAIRO_STATUS_SUCCESS);
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
    return status;
}

static sheaf_status at_no_place(sheaf_chart *chart)
{
    return draw_at(chart, NAN, 480);
}

static sheaf_status far_away(sheaf_chart *chart)
{
    return draw_at(chart, -INFINITY, 480);
}

static sheaf_status of_no_width(sheaf_chart *chart)
{
    return draw_at(chart, 0, -1);
}

static const struct {
    const char *name;
    sheaf_status (*write)(sheaf_chart *chart);
    sheaf_status status;
    const char *message;
} outputs[] = {
    { "no folder", to_no_folder, SHEAF_SYSTEM,
      "cannot write /nowhere/at/all.png: No such file or directory" },
    { "a full disk", to_a_full_disk, SHEAF_SYSTEM,
      "cannot write the output: No space left on device" },
    { "too small", too_small, SHEAF_BAD_ARGUMENT,
      "a chart is drawn from 60x14 to 4000x3000, at a scale from 0.25 to 8" },
    { "no format", in_no_format, SHEAF_BAD_ARGUMENT, "no such picture format: 77" },
    { "nothing to draw on", on_nothing, SHEAF_BAD_ARGUMENT,
      "there is no context to draw on (NULL)" },
    { "not a number", at_no_place, SHEAF_BAD_ARGUMENT,
      "a place to draw at needs finite coordinates" },
    { "infinite", far_away, SHEAF_BAD_ARGUMENT, "a place to draw at needs finite coordinates" },
    { "no width", of_no_width, SHEAF_BAD_ARGUMENT, "a chart needs a width and a height" },
};

static void assert_writes_as_new(sheaf_chart *chart)
{
    sheaf_chart *fresh = make_chart();
    struct text one = { NULL, 0 }, other = { NULL, 0 };

    assert_int_equal(
        sheaf_chart_write_sink(chart, SHEAF_PNG, (sheaf_sink){ &one, append }, 480, 300, 1),
        SHEAF_OK);
    assert_int_equal(
        sheaf_chart_write_sink(fresh, SHEAF_PNG, (sheaf_sink){ &other, append }, 480, 300, 1),
        SHEAF_OK);
    assert_int_equal(one.n, other.n);
    assert_memory_equal(one.bytes, other.bytes, one.n);
    assert_int_equal(sheaf_chart_status(chart), SHEAF_OK);
    assert_string_equal(sheaf_chart_message(chart), "");
    free(one.bytes);
    free(other.bytes);
    sheaf_chart_destroy(fresh);
}

static void a_chart_is_as_it_was(void **state)
{
    sheaf_chart *chart = make_chart();

    (void)state;
    for (size_t i = 0; i < LENGTH(outputs); i++) {
        print_message("  %s\n", outputs[i].name);
        assert_int_equal(outputs[i].write(chart), outputs[i].status);
        assert_int_equal(sheaf_chart_status(chart), outputs[i].status);
        assert_string_equal(sheaf_chart_message(chart), outputs[i].message);
        if (i % 2 == 0) /* what is built after it is a last call, too */
            sheaf_chart_set_title(chart, "Exports fell");
        assert_int_equal(sheaf_chart_status(chart), i % 2 == 0 ? SHEAF_OK : outputs[i].status);
        assert_writes_as_new(chart);
    }
    sheaf_chart_destroy(chart);
}

/* A chart that cannot be laid out yet is not lost for that. */
static void a_chart_without_series_is_still_to_be_built(void **state)
{
    const double values[] = { 8.0, 6.8, 6.9 };
    sheaf_series *series = sheaf_series_from_years("Exports", "USD", 9, 2021, values, 3);
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_BARS);

    (void)state;
    assert_int_equal(sheaf_chart_write_sink(chart, SHEAF_PNG, full, 480, 300, 1), SHEAF_BAD_INPUT);
    assert_string_equal(sheaf_chart_message(chart), "the chart has no series to draw");
    sheaf_chart_set_title(chart, "Exports fell");
    sheaf_chart_add(chart, series);
    assert_writes_as_new(chart);
    sheaf_chart_destroy(chart);
    sheaf_series_destroy(series);
}

static void a_failed_construction_stays(void **state)
{
    sheaf_chart *chart = make_chart();

    (void)state;
    sheaf_chart_add(chart, NULL);
    assert_int_equal(to_no_folder(chart), SHEAF_BAD_ARGUMENT);
    assert_string_equal(sheaf_chart_message(chart), "there is no series to add");
    sheaf_chart_set_title(chart, "More");
    assert_int_equal(sheaf_chart_status(chart), SHEAF_BAD_ARGUMENT);
    sheaf_chart_destroy(chart);
}

static const char data[] = "period,value\n2021,8\n2022,6.8\n";

static void a_table_keeps_its_rows(void **state)
{
    sheaf_table *table = sheaf_table_read_bytes(NULL, "text", data, sizeof data - 1);
    static const sheaf_data_format formats[] = { SHEAF_TEXT, SHEAF_CSV, SHEAF_JSON,
                                                 SHEAF_SDMX_CSV };

    (void)state;
    for (size_t i = 0; i < LENGTH(formats); i++) {
        sheaf_error error = { SHEAF_NO_MEMORY, .message = "of an earlier call" };
        struct text text = { NULL, 0 };

        assert_int_equal(sheaf_table_write(table, formats[i], "/nowhere/at/all.csv", &error),
                         SHEAF_SYSTEM);
        assert_string_equal(error.message,
                            "cannot write /nowhere/at/all.csv: No such file or directory");
        assert_int_equal(sheaf_table_write_sink(table, formats[i], full, &error), SHEAF_SYSTEM);
        assert_int_equal(error.status, SHEAF_SYSTEM);
        assert_int_equal(sheaf_table_write_sink(table, formats[i], full, NULL), SHEAF_SYSTEM);
        assert_int_equal(sheaf_table_status(table), SHEAF_OK);
        assert_int_equal(sheaf_table_row_count(table), 2);
        assert_int_equal(
            sheaf_table_write_sink(table, formats[i], (sheaf_sink){ &text, append }, &error),
            SHEAF_OK);
        assert_int_equal(error.status, SHEAF_OK);
        assert_true(text.n > 0);
        free(text.bytes);
    }
    assert_int_equal(sheaf_table_write(table, (sheaf_data_format)77, "never.csv", NULL),
                     SHEAF_BAD_ARGUMENT);
    sheaf_table_destroy(table);
}

static void a_failed_table_says_why_it_is_not_written(void **state)
{
    sheaf_table *table = sheaf_table_read(NULL, "/nowhere/at/all.csv");
    sheaf_error error;

    (void)state;
    assert_int_equal(sheaf_table_write(table, SHEAF_CSV, "never.csv", &error), SHEAF_BAD_INPUT);
    assert_string_equal(error.file, "/nowhere/at/all.csv");
    sheaf_table_destroy(table);
}

/* A chart that is smaller than its words paints nothing beside its rectangle. */
static void nothing_is_painted_beside_it(void **state)
{
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 300, 300);
    cairo_t *cr = cairo_create(surface);
    sheaf_chart *chart = make_chart();

    (void)state;
    cairo_set_source_rgb(cr, 0, 0, 1);
    cairo_paint(cr);
    for (int size = 30; size < 60; size += 7)
        assert_int_equal(sheaf_chart_draw(chart, cr, 100, 100, size, size), SHEAF_OK);
    cairo_surface_flush(surface);
    const unsigned char *pixels = cairo_image_surface_get_data(surface);
    for (size_t y = 0; y < 300; y++)
        for (size_t x = 0; x < 300; x++)
            if (x < 100 || x >= 158 || y < 100 || y >= 158)
                assert_memory_equal(pixels + y * (size_t)cairo_image_surface_get_stride(surface) +
                                        4 * x,
                                    pixels, 3);
    sheaf_chart_destroy(chart);
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
}

/* The limits themselves are drawn, and what is beyond them is not. */
static const struct {
    sheaf_format format;
    double width, height, scale;
    sheaf_status status;
} sizes[] = {
    { SHEAF_SVG, 200, 120, 1, SHEAF_OK },
    { SHEAF_SVG, 4000, 3000, 1, SHEAF_OK },
    { SHEAF_SVG, 59.9, 14, 1, SHEAF_BAD_ARGUMENT },
    { SHEAF_SVG, 60, 13.9, 1, SHEAF_BAD_ARGUMENT },
    { SHEAF_SVG, 4000.1, 3000, 1, SHEAF_BAD_ARGUMENT },
    { SHEAF_SVG, 4000, 3000.1, 1, SHEAF_BAD_ARGUMENT },
    { SHEAF_PNG, 200, 120, 0.25, SHEAF_OK },
    { SHEAF_PNG, 200, 120, 8, SHEAF_OK },
    { SHEAF_PNG, 200, 120, 0.2499, SHEAF_BAD_ARGUMENT },
    { SHEAF_PNG, 200, 120, 8.001, SHEAF_BAD_ARGUMENT },
    { SHEAF_PNG, 200, 120, -1, SHEAF_BAD_ARGUMENT },
    { SHEAF_PNG, 200, 120, NAN, SHEAF_BAD_ARGUMENT },
};

static void sizes_and_scales_have_limits(void **state)
{
    sheaf_chart *chart = make_chart();

    (void)state;
    for (size_t i = 0; i < LENGTH(sizes); i++) {
        struct text bytes = { NULL, 0 };

        print_message("  %g x %g, scale %g\n", sizes[i].width, sizes[i].height, sizes[i].scale);
        assert_int_equal(sheaf_chart_write_sink(chart, sizes[i].format,
                                                (sheaf_sink){ &bytes, append }, sizes[i].width,
                                                sizes[i].height, sizes[i].scale),
                         sizes[i].status);
        assert_int_equal(bytes.n > 0, sizes[i].status == SHEAF_OK);
        free(bytes.bytes);
    }
    sheaf_chart_destroy(chart);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sizes_and_scales_have_limits),
        cmocka_unit_test(a_chart_is_as_it_was),
        cmocka_unit_test(a_chart_without_series_is_still_to_be_built),
        cmocka_unit_test(a_failed_construction_stays),
        cmocka_unit_test(a_table_keeps_its_rows),
        cmocka_unit_test(a_failed_table_says_why_it_is_not_written),
        cmocka_unit_test(nothing_is_painted_beside_it),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
