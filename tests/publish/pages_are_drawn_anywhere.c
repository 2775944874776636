/* pages_are_drawn_anywhere.c - a sheet's pages on any cairo_t: the pixels of its PDF's pages as Cairo paints
 * them, laid out once until the sheet is changed. */
#include "support/check.h"

#include <string.h>

#include <sheaf/sheaf.h>

#include "context/context.h"
#include "support/quota.h"

enum { WIDTH = 620, HEIGHT = 860 };

static void add_blocks(sheaf_sheet *sheet, const char *heading)
{
    const double values[] = { 8, 9, 12 };
    sheaf_series *series = sheaf_series_from_years("exports", "USD", 9, 2021, values, 3);
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_BARS);

    sheaf_chart_add(chart, series);
    sheaf_sheet_set_title(sheet, "Trade");
    sheaf_sheet_add_heading(sheet, heading);
    sheaf_sheet_add_chart(sheet, chart);
    sheaf_sheet_add_page_break(sheet);
    sheaf_sheet_add_text(sheet, "Words on the second page.");
    sheaf_chart_destroy(chart);
    sheaf_series_destroy(series);
}

static sheaf_sheet *sheet_of(sheaf_context *context)
{
    sheaf_sheet *sheet = sheaf_sheet_create(context);

    add_blocks(sheet, "Exports");
    return sheet;
}

/* On a ground of this grey. */
static cairo_surface_t *draw(sheaf_sheet *sheet, size_t page, double grey)
{
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
    cairo_t *cr = cairo_create(surface);

    cairo_set_source_rgb(cr, grey, grey, grey);
    cairo_paint(cr);
    cairo_translate(cr, 10, 10);
    assert_int_equal(sheaf_sheet_draw_page(sheet, page, cr), SHEAF_OK);
    assert_int_equal(cairo_status(cr), CAIRO_STATUS_SUCCESS);
    double x = 0, y = 0;
    cairo_user_to_device(cr, &x, &y);
    assert_true(x == 10 && y == 10);
    cairo_destroy(cr);
    cairo_surface_flush(surface);
    return surface;
}

static uint32_t pixel(cairo_surface_t *surface, int x, int y)
{
    uint32_t value;

    memcpy(&value,
           cairo_image_surface_get_data(surface) + y * cairo_image_surface_get_stride(surface) +
               4 * x,
           sizeof value);
    return value & 0xFFFFFF;
}

static size_t differing(cairo_surface_t *a, cairo_surface_t *b)
{
    size_t n = 0;

    for (int y = 0; y < HEIGHT; y++)
        for (int x = 0; x < WIDTH; x++)
            n += pixel(a, x, y) != pixel(b, x, y);
    return n;
}

static void a_page_is_drawn_on_white_and_nothing_beside_it(void **state)
{
    sheaf_sheet *sheet = sheet_of(NULL);
    double width = 0, height = 0;

    (void)state;
    assert_int_equal(sheaf_sheet_page_size(sheet, 1, &width, &height), SHEAF_OK);
    assert_true(width > 595 && width < 596 && height > 841 && height < 842);
    cairo_surface_t *first = draw(sheet, 0, 0.5), *second = draw(sheet, 1, 0.5);
    assert_int_equal(pixel(first, 5, 5), 0x808080);
    assert_int_equal(pixel(first, WIDTH - 5, HEIGHT - 5), 0x808080);
    assert_int_equal(pixel(first, 14, 14), 0xFFFFFF);
    assert_true(differing(first, second) > 5000); /* the chart */
    cairo_surface_destroy(first);
    cairo_surface_destroy(second);
    sheaf_sheet_destroy(sheet);
}

static void themes_bring_their_paper_or_none(void **state)
{
    sheaf_sheet *sheet = sheet_of(NULL);
    sheaf_theme *theme = sheaf_theme_create(NULL, "dark");

    (void)state;
    sheaf_sheet_set_theme(sheet, theme);
    cairo_surface_t *dark = draw(sheet, 1, 0.5);
    assert_true(pixel(dark, 14, 14) < 0x404040);
    sheaf_theme_set_transparent(theme, true);
    sheaf_sheet_set_theme(sheet, theme);
    cairo_surface_t *clear = draw(sheet, 1, 0.5);
    assert_int_equal(pixel(clear, 14, 14), 0x808080);
    cairo_surface_destroy(dark);
    cairo_surface_destroy(clear);
    sheaf_theme_destroy(theme);
    sheaf_sheet_destroy(sheet);
}

/* Shaping is what layout costs, and drawing does not. */
static void pages_are_laid_out_once(void **state)
{
    sheaf_context *context = sheaf_context_create(NULL);
    sheaf_sheet *sheet = sheet_of(context);
    size_t n = 0;

    (void)state;
    assert_int_equal(sheaf_sheet_page_count(sheet, &n), SHEAF_OK);
    assert_int_equal(n, 2);
    size_t shaped = context_counted(context, COUNTED_WORKERS), before;
    before = context_counted(context, COUNTED_SHAPINGS);
    for (int i = 0; i < 4; i++)
        cairo_surface_destroy(draw(sheet, (size_t)i % 2, 1));
    assert_int_equal(context_counted(context, COUNTED_SHAPINGS), before);
    assert_int_equal(context_counted(context, COUNTED_WORKERS), shaped);
    sheaf_sheet_destroy(sheet);
    sheaf_context_destroy(context);
}

static void a_changed_sheet_is_drawn_as_it_is_now(void **state)
{
    sheaf_sheet *sheet = sheet_of(NULL);
    size_t n = 0;

    (void)state;
    cairo_surface_t *before = draw(sheet, 1, 1);
    sheaf_sheet_add_text(sheet, "More words on the second page.");
    cairo_surface_t *after = draw(sheet, 1, 1);
    assert_true(differing(before, after) > 200);
    sheaf_sheet_add_page_break(sheet);
    sheaf_sheet_add_text(sheet, "A third page.");
    assert_int_equal(sheaf_sheet_page_count(sheet, &n), SHEAF_OK);
    assert_int_equal(n, 3);
    cairo_surface_destroy(before);
    cairo_surface_destroy(after);
    sheaf_sheet_destroy(sheet);
}

static void what_cannot_be_drawn_is_told(void **state)
{
    sheaf_sheet *sheet = sheet_of(NULL);
    double width = -7;

    (void)state;
    assert_int_equal(sheaf_sheet_draw_page(sheet, 2, NULL), SHEAF_BAD_ARGUMENT);
    assert_string_equal(sheaf_sheet_message(sheet), "the sheet has 2 pages, and none with index 2");
    assert_int_equal(sheaf_sheet_page_size(sheet, 9, &width, NULL), SHEAF_BAD_ARGUMENT);
    assert_true(width == -7);
    assert_int_equal(sheaf_sheet_draw_page(sheet, 0, NULL), SHEAF_BAD_ARGUMENT);
    assert_string_equal(sheaf_sheet_message(sheet), "there is no context to draw on (NULL)");
    cairo_surface_destroy(draw(sheet, 0, 1)); /* the sheet is as it was */
    sheaf_sheet_destroy(sheet);
    sheet = sheaf_sheet_create(NULL);
    assert_int_not_equal(sheaf_sheet_page_size(sheet, 0, NULL, NULL), SHEAF_OK);
    sheaf_sheet_destroy(sheet);
}

/* Draws twice, so that pages are kept or are not. */
static sheaf_status draw_within(const sheaf_alloc *alloc)
{
    sheaf_context *context = sheaf_context_create(alloc);
    sheaf_sheet *sheet = sheet_of(context);
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
    cairo_t *cr = cairo_create(surface);
    sheaf_status status = sheaf_sheet_draw_page(sheet, 0, cr);

    if (status == SHEAF_OK)
        status = sheaf_sheet_draw_page(sheet, 1, cr);
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
    sheaf_sheet_destroy(sheet);
    sheaf_context_destroy(context);
    return status;
}

/* At every tenth place or so. */
static void memory_may_run_out(void **state)
{
    sheaf_status status = SHEAF_NO_MEMORY;

    (void)state;
    for (size_t left = 0; status == SHEAF_NO_MEMORY; left = left * 11 / 10 + 1) {
        struct quota quota = { .left = left };
        sheaf_alloc alloc = quota_alloc(&quota);

        status = draw_within(&alloc);
        assert_int_equal(quota.live, 0);
    }
    assert_int_equal(status, SHEAF_OK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_page_is_drawn_on_white_and_nothing_beside_it),
        cmocka_unit_test(themes_bring_their_paper_or_none),
        cmocka_unit_test(pages_are_laid_out_once),
        cmocka_unit_test(a_changed_sheet_is_drawn_as_it_is_now),
        cmocka_unit_test(what_cannot_be_drawn_is_told),
        cmocka_unit_test(memory_may_run_out),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
