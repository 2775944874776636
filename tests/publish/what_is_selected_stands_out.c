/* what_is_selected_stands_out.c - a picture drawn with some data picked out: theirs are the pixels of the plain
 * picture, and all other marks are nearer to the paper. */
#include "support/check.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <sheaf/sheaf.h>

enum { WIDTH = 800, HEIGHT = 500 };

static sheaf_picture *picture_of(sheaf_chart_type type, const char *theme_name)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, type);
    const char *const names[] = { "Beef", "Wool" };

    sheaf_chart_set_title(chart, "Trade grew");
    for (size_t i = 0; i < LENGTH(names); i++) {
        sheaf_series *series = sheaf_series_create(NULL, names[i], "USD", 6);
        for (int year = 2019; year < 2024; year++)
            sheaf_series_add(series, sheaf_period_year(year),
                             900 - 500 * (double)i + 100 * (year - 2019), 0,
                             year == 2023 ? SHEAF_PROVISIONAL : SHEAF_NORMAL);
        sheaf_chart_take(chart, series);
    }
    sheaf_theme *theme = sheaf_theme_create(NULL, theme_name);
    sheaf_chart_set_theme(chart, theme);
    sheaf_theme_destroy(theme);
    sheaf_picture *picture = sheaf_chart_layout(chart, WIDTH, HEIGHT);
    assert_string_equal(sheaf_chart_message(chart), "");
    sheaf_chart_destroy(chart);
    return picture;
}

static cairo_surface_t *draw(const sheaf_picture *picture, const size_t *indexes, size_t n)
{
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
    cairo_t *cr = cairo_create(surface);

    assert_int_equal(sheaf_picture_draw_selected(picture, cr, 0, 0, indexes, n), SHEAF_OK);
    cairo_destroy(cr);
    cairo_surface_flush(surface);
    return surface;
}

static uint32_t pixel(cairo_surface_t *surface, double x, double y)
{
    uint32_t value;

    memcpy(&value,
           cairo_image_surface_get_data(surface) +
               (int)y * cairo_image_surface_get_stride(surface) + 4 * (int)x,
           sizeof value);
    return value & 0xFFFFFF;
}

static int apart(uint32_t a, uint32_t b)
{
    return abs((int)(a >> 16 & 255) - (int)(b >> 16 & 255)) +
           abs((int)(a >> 8 & 255) - (int)(b >> 8 & 255)) + abs((int)(a & 255) - (int)(b & 255));
}

static double middle(double a, double b)
{
    return (a + b) / 2;
}

static void other_bars_are_pale(void **state)
{
    static const char *const themes[] = { "default", "dark" };
    const size_t selected[] = { 7, 2, 999, 2 };

    (void)state;
    for (size_t t = 0; t < LENGTH(themes); t++) {
        sheaf_picture *picture = picture_of(SHEAF_BARS, themes[t]);
        cairo_surface_t *plain = draw(picture, NULL, 0), *some = draw(picture, selected, 4);
        uint32_t paper = pixel(plain, 1, 1);
        sheaf_datum datum = SHEAF_DATUM_INIT;

        for (size_t i = 0; sheaf_picture_datum(picture, i, &datum); i++) {
            double x = middle(datum.box.left, datum.box.right);
            double y = middle(datum.box.top, datum.box.bottom);
            int before = apart(pixel(plain, x, y), paper), now = apart(pixel(some, x, y), paper);
            if (i == 2 || i == 7)
                assert_int_equal(pixel(plain, x, y), pixel(some, x, y));
            else
                assert_true(now < before / 2 && now > 0);
        }
        cairo_surface_destroy(plain);
        cairo_surface_destroy(some);
        sheaf_picture_destroy(picture);
    }
}

static bool are_alike(cairo_surface_t *a, cairo_surface_t *b, const sheaf_box *box)
{
    for (double y = box->top; y < box->bottom; y++)
        for (double x = box->left; x < box->right; x++)
            if (pixel(a, x, y) != pixel(b, x, y))
                return false;
    return true;
}

/* One figure of a line picks out the line. */
static void a_line_stands_out_with_any_of_its_figures(void **state)
{
    sheaf_picture *picture = picture_of(SHEAF_LINES, "default");
    const size_t selected = 1;
    cairo_surface_t *plain = draw(picture, NULL, 0), *some = draw(picture, &selected, 1);
    sheaf_datum a = SHEAF_DATUM_INIT, b = SHEAF_DATUM_INIT;

    (void)state;
    for (size_t series = 0; series < 2; series++) {
        assert_true(sheaf_picture_datum(picture, 5 * series + 2, &a));
        assert_true(sheaf_picture_datum(picture, 5 * series + 3, &b));
        double x = middle(middle(a.box.left, a.box.right), middle(b.box.left, b.box.right));
        double y = middle(middle(a.box.top, a.box.bottom), middle(b.box.top, b.box.bottom));
        assert_true((pixel(plain, x, y) == pixel(some, x, y)) == (series == 0));
        assert_true(sheaf_picture_datum(picture, 5 * series + 4, &b)); /* the dot at its end */
        assert_true(are_alike(plain, some, &b.box) == (series == 0));
    }
    cairo_surface_destroy(plain);
    cairo_surface_destroy(some);
    sheaf_picture_destroy(picture);
}

/* Not only twice: what a selection draws is not kept for the next drawing. */
static void a_selection_leaves_no_trace(void **state)
{
    sheaf_picture *picture = picture_of(SHEAF_LINES, "default");
    const size_t selected = 1;
    cairo_surface_t *before = draw(picture, NULL, 0), *some = draw(picture, &selected, 1);
    cairo_surface_t *after = draw(picture, NULL, 0);

    (void)state;
    assert_memory_equal(cairo_image_surface_get_data(before), cairo_image_surface_get_data(after),
                        (size_t)cairo_image_surface_get_stride(before) * HEIGHT);
    cairo_surface_destroy(before);
    cairo_surface_destroy(some);
    cairo_surface_destroy(after);
    sheaf_picture_destroy(picture);
}

/* Data that the picture no longer has are as none. */
static void where_none_is_left_all_is_drawn(void **state)
{
    sheaf_picture *picture = picture_of(SHEAF_BARS, "default");
    const size_t beyond[] = { sheaf_picture_datum_count(picture), SIZE_MAX };
    cairo_surface_t *plain = draw(picture, NULL, 0), *none = draw(picture, beyond, 2);

    (void)state;
    assert_memory_equal(cairo_image_surface_get_data(plain), cairo_image_surface_get_data(none),
                        (size_t)cairo_image_surface_get_stride(plain) * HEIGHT);
    cairo_surface_destroy(plain);
    cairo_surface_destroy(none);
    sheaf_picture_destroy(picture);
}

static void no_indexes_are_told(void **state)
{
    sheaf_picture *picture = picture_of(SHEAF_LINES, "default");
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
    cairo_t *cr = cairo_create(surface);

    (void)state;
    assert_int_equal(sheaf_picture_draw_selected(picture, cr, 0, 0, NULL, 2), SHEAF_BAD_ARGUMENT);
    assert_int_equal(sheaf_picture_draw_selected(picture, cr, NAN, 0, NULL, 0), SHEAF_BAD_ARGUMENT);
    assert_int_equal(sheaf_picture_draw_selected(picture, cr, 0, INFINITY, NULL, 0),
                     SHEAF_BAD_ARGUMENT);
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
    sheaf_picture_destroy(picture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(other_bars_are_pale),
        cmocka_unit_test(a_line_stands_out_with_any_of_its_figures),
        cmocka_unit_test(a_selection_leaves_no_trace),
        cmocka_unit_test(where_none_is_left_all_is_drawn),
        cmocka_unit_test(no_indexes_are_told),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
