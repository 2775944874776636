/* charts_tell_what_they_were_told.c - everything that is set can be got, taken out, and copied: a copy is drawn
 * as its chart is, byte for byte. */
#include "support/check.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <sheaf/sheaf.h>

#include "support/quota.h"

static sheaf_series *years(const char *name, double first)
{
    double values[12];

    for (size_t i = 0; i < LENGTH(values); i++)
        values[i] = first + (double)i;
    return sheaf_series_from_years(name, "USD", 9, 2012, values, LENGTH(values));
}

static sheaf_chart *full_chart(void)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_MULTIPLES);
    const sheaf_period shown[] = { sheaf_period_year(2019), sheaf_period_year(2020),
                                   sheaf_period_year(2021), sheaf_period_year(2022) };

    sheaf_chart_set_title(chart, "Торговля выросла");
    sheaf_chart_set_subtitle(chart, "{unit}");
    sheaf_chart_set_source(chart, "Office");
    sheaf_chart_set_alternative(chart, "Said");
    sheaf_chart_set_description(chart, SHEAF_DESCRIPTION_SHORT);
    sheaf_chart_set_language(chart, "ru");
    sheaf_chart_set_font_folder(chart, "faces");
    sheaf_chart_set_svg_text(chart, SHEAF_SVG_OUTLINES);
    sheaf_chart_set_svg_prefix(chart, "a1");
    sheaf_chart_set_attachments(chart, false);
    sheaf_chart_set_flags(chart, SHEAF_FLAGS_ALL);
    sheaf_chart_set_ranges(chart, true);
    sheaf_chart_set_base(chart, SHEAF_BASE_ZERO);
    sheaf_chart_set_plots(chart, SHEAF_LINES);
    sheaf_chart_set_periods(chart, shown, LENGTH(shown));
    sheaf_chart_take(chart, years("Beef", 5));
    sheaf_chart_take(chart, years("Wool", 9));
    sheaf_chart_add_event(chart, sheaf_period_year(2020), "rules");
    sheaf_chart_add_band(chart, sheaf_period_year(2020), sheaf_period_year(2021), "crisis");
    sheaf_chart_add_reference(chart, 12, "aim");
    sheaf_chart_add_callout(chart, "Wool", sheaf_period_year(2021), "peak");
    assert_string_equal(sheaf_chart_message(chart), "");
    return chart;
}

static void is_full(const sheaf_chart *chart)
{
    size_t n = 0;

    assert_int_equal(sheaf_chart_get_type(chart), SHEAF_MULTIPLES);
    assert_string_equal(sheaf_chart_get_title(chart), "Торговля выросла");
    assert_string_equal(sheaf_chart_get_subtitle(chart), "{unit}");
    assert_string_equal(sheaf_chart_get_source(chart), "Office");
    assert_string_equal(sheaf_chart_get_alternative(chart), "Said");
    assert_int_equal(sheaf_chart_get_description(chart), SHEAF_DESCRIPTION_SHORT);
    assert_string_equal(sheaf_chart_get_language(chart), "ru");
    assert_string_equal(sheaf_chart_get_font_folder(chart), "faces");
    assert_int_equal(sheaf_chart_get_svg_text(chart), SHEAF_SVG_OUTLINES);
    assert_string_equal(sheaf_chart_get_svg_prefix(chart), "a1");
    assert_false(sheaf_chart_get_attachments(chart));
    assert_int_equal(sheaf_chart_get_flags(chart), SHEAF_FLAGS_ALL);
    assert_true(sheaf_chart_get_ranges(chart));
    assert_int_equal(sheaf_chart_get_base(chart), SHEAF_BASE_ZERO);
    assert_int_equal(sheaf_chart_get_plots(chart), SHEAF_LINES);
    assert_non_null(sheaf_chart_get_periods(chart, &n));
    assert_int_equal(n, 4);
    assert_int_equal(
        sheaf_period_compare(sheaf_chart_get_periods(chart, NULL)[3], sheaf_period_year(2022)), 0);
    assert_int_equal(sheaf_chart_series_count(chart), 2);
    assert_string_equal(sheaf_series_name(sheaf_chart_series(chart, 1)), "Wool");
    assert_null(sheaf_chart_series(chart, 2));
}

static void what_is_set_can_be_got(void **state)
{
    static const struct {
        sheaf_annotation_kind kind;
        const char *text;
    } wanted[] = { { SHEAF_EVENT, "rules" },
                   { SHEAF_BAND, "crisis" },
                   { SHEAF_REFERENCE, "aim" },
                   { SHEAF_CALLOUT, "peak" } };
    sheaf_chart *chart = full_chart();
    sheaf_annotation annotation = SHEAF_ANNOTATION_INIT;

    (void)state;
    is_full(chart);
    assert_int_equal(sheaf_chart_annotation_count(chart), LENGTH(wanted));
    for (size_t i = 0; i < LENGTH(wanted); i++) {
        assert_true(sheaf_chart_annotation_at(chart, i, &annotation));
        assert_int_equal(annotation.kind, wanted[i].kind);
        assert_string_equal(annotation.text, wanted[i].text);
        assert_string_equal(annotation.series, i == 3 ? "Wool" : "");
        assert_true(annotation.value == (i == 2 ? 12 : 0));
    }
    assert_false(sheaf_chart_annotation_at(chart, LENGTH(wanted), &annotation));
    sheaf_chart_destroy(chart);
}

/* What only other types take. */
static void the_rest_can_be_got_too(void **state)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_BULLET);
    sheaf_target target = SHEAF_TARGET_INIT;

    (void)state;
    sheaf_chart_set_axis(chart, SHEAF_AXIS_SYMLOG);
    sheaf_chart_set_base_period(chart, sheaf_period_year(2015));
    sheaf_chart_set_lying(chart, true);
    sheaf_chart_add_target(chart, "Grain", 3000, 1000, "t", 3);
    assert_int_equal(sheaf_chart_get_axis(chart), SHEAF_AXIS_SYMLOG);
    assert_int_equal(
        sheaf_period_compare(sheaf_chart_get_base_period(chart), sheaf_period_year(2015)), 0);
    assert_true(sheaf_chart_get_lying(chart));
    assert_int_equal(sheaf_chart_target_count(chart), 1);
    assert_true(sheaf_chart_target_at(chart, 0, &target));
    assert_string_equal(target.label, "Grain");
    assert_string_equal(target.unit, "t");
    assert_true(target.target == 3000 && target.reached == 1000 && target.multiplier == 3);
    assert_false(sheaf_chart_target_at(chart, 1, &target));
    sheaf_chart_remove_target(chart, 0);
    assert_int_equal(sheaf_chart_target_count(chart), 0);
    sheaf_chart_destroy(chart);
}

struct bytes {
    char *start;
    size_t n;
};

static int gather(void *context, const void *more, size_t n)
{
    struct bytes *bytes = context;

    bytes->start = realloc(bytes->start, bytes->n + n);
    assert_non_null(bytes->start);
    memcpy(bytes->start + bytes->n, more, n);
    bytes->n += n;
    return 0;
}

static struct bytes written(sheaf_chart *chart)
{
    struct bytes bytes = { NULL, 0 };

    sheaf_chart_write_sink(chart, SHEAF_SVG, (sheaf_sink){ &bytes, gather }, 900, 600, 1);
    assert_string_equal(sheaf_chart_message(chart), "");
    return bytes;
}

static void a_copy_is_drawn_as_its_chart(void **state)
{
    sheaf_chart *chart = full_chart();
    sheaf_theme *theme = sheaf_theme_create(NULL, "dark");

    (void)state;
    sheaf_chart_set_theme(chart, theme);
    sheaf_chart *copy = sheaf_chart_copy(chart, NULL);
    struct bytes before = written(chart);
    sheaf_chart_destroy(chart);
    is_full(copy);
    struct bytes after = written(copy);
    assert_int_equal(before.n, after.n);
    assert_memory_equal(before.start, after.start, before.n);
    free(before.start);
    free(after.start);
    sheaf_chart_destroy(copy);
    sheaf_theme_destroy(theme);
}

static void what_is_taken_out_is_gone(void **state)
{
    sheaf_chart *chart = full_chart();
    sheaf_annotation annotation = SHEAF_ANNOTATION_INIT;

    (void)state;
    sheaf_chart_remove_series(chart, 0);
    assert_int_equal(sheaf_chart_series_count(chart), 1);
    assert_string_equal(sheaf_series_name(sheaf_chart_series(chart, 0)), "Wool");
    sheaf_chart_remove_annotation(chart, 1);
    assert_int_equal(sheaf_chart_annotation_count(chart), 3);
    assert_true(sheaf_chart_annotation_at(chart, 1, &annotation));
    assert_int_equal(annotation.kind, SHEAF_REFERENCE);
    sheaf_chart_take(chart, years("Corn", 2));
    assert_string_equal(sheaf_series_name(sheaf_chart_series(chart, 1)), "Corn");
    free(written(chart).start);
    sheaf_chart_remove_series(chart, 2);
    assert_int_equal(sheaf_chart_status(chart), SHEAF_BAD_ARGUMENT);
    assert_string_equal(sheaf_chart_message(chart),
                        "the chart has 2 series, and none with index 2");
    sheaf_chart_destroy(chart);
}

/* The data stay; what the new type does not take is told as if the chart had begun with it. */
static void the_type_can_be_changed(void **state)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_AUTO);

    (void)state;
    sheaf_chart_take(chart, years("Beef", 5));
    sheaf_chart_take(chart, sheaf_series_from_years("Wool", "t", 0, 2012, (double[]){ 1, 2 }, 2));
    assert_string_equal(sheaf_chart_message(chart), "");
    sheaf_chart_set_type(chart, SHEAF_PANELS);
    assert_int_equal(sheaf_chart_get_type(chart), SHEAF_PANELS);
    free(written(chart).start);
    sheaf_chart_set_type(chart, SHEAF_LINES);
    assert_int_equal(sheaf_chart_status(chart), SHEAF_BAD_INPUT);
    assert_non_null(strstr(sheaf_chart_message(chart), "Wool"));
    sheaf_chart_destroy(chart);
    chart = full_chart();
    sheaf_chart_set_type(chart, (sheaf_chart_type)999);
    assert_string_equal(sheaf_chart_message(chart), "no chart type has the number 999");
    sheaf_chart_destroy(chart);
}

/* Warnings, too, with the name of the file. */
static void a_theme_is_copied(void **state)
{
    static const char pale[] = "theme: 1\nbased_on: print\nink: '#999999'\nscale: 1.25\n"
                               "members: {CHN: '#AA0011'}\n";
    sheaf_theme *theme = sheaf_theme_read_bytes(NULL, "pale.yaml", pale, sizeof pale - 1);
    sheaf_warning warning = SHEAF_WARNING_INIT;
    uint32_t rgb = 0;

    (void)state;
    size_t n = sheaf_theme_warning_count(theme);
    sheaf_theme *copy = sheaf_theme_copy(theme, NULL);
    sheaf_theme_set_member(theme, "CHN", 0x000001);
    sheaf_theme_destroy(theme);
    assert_string_equal(sheaf_theme_message(copy), "");
    assert_true(n > 0);
    assert_int_equal(sheaf_theme_warning_count(copy), n);
    assert_true(sheaf_theme_warning(copy, 0, &warning));
    assert_string_equal(warning.file, "pale.yaml");
    assert_true(sheaf_theme_get_member(copy, "CHN", &rgb) && rgb == 0xAA0011);
    assert_true(sheaf_theme_get_scale(copy) == 1.25);
    sheaf_theme_destroy(copy);
    theme = sheaf_theme_create(NULL, "drak");
    copy = sheaf_theme_copy(theme, NULL);
    assert_string_equal(sheaf_theme_message(copy), sheaf_theme_message(theme));
    sheaf_theme_destroy(copy);
    sheaf_theme_destroy(theme);
}

static sheaf_status copy_theme_once(const sheaf_alloc *alloc, const void *theme)
{
    sheaf_context *context = sheaf_context_create(alloc);
    sheaf_theme *copy = sheaf_theme_copy(theme, context);
    sheaf_status status = sheaf_theme_status(copy);

    sheaf_theme_destroy(copy);
    sheaf_context_destroy(context);
    return status;
}

static void a_series_is_copied(void **state)
{
    sheaf_series *series = years("Beef", 5);

    (void)state;
    sheaf_series_set_partner(series, "CHN");
    sheaf_series *copy = sheaf_series_copy(NULL, series);
    sheaf_series_destroy(series);
    assert_string_equal(sheaf_series_message(copy), "");
    assert_int_equal(sheaf_series_count(copy), 12);
    assert_string_equal(sheaf_series_partner(copy), "CHN");
    sheaf_series_destroy(copy);
}

static sheaf_status copy_once(const sheaf_alloc *alloc, const void *chart)
{
    sheaf_context *context = sheaf_context_create(alloc);
    sheaf_chart *copy = sheaf_chart_copy(chart, context);
    sheaf_status status = sheaf_chart_status(copy);

    sheaf_chart_destroy(copy);
    sheaf_context_destroy(context);
    return status;
}

static void memory_may_run_out(void **state)
{
    sheaf_chart *chart = full_chart();

    (void)state;
    assert_true(quota_sweep(copy_once, chart) > 10);
    sheaf_chart_destroy(chart);
    sheaf_theme *theme = sheaf_theme_create(NULL, "default");
    sheaf_theme_set_ink(theme, 0x999999);
    sheaf_theme_set_member(theme, "CHN", 0xAA0011);
    assert_true(quota_sweep(copy_theme_once, theme) > 3);
    sheaf_theme_destroy(theme);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_set_can_be_got),       cmocka_unit_test(the_rest_can_be_got_too),
        cmocka_unit_test(a_copy_is_drawn_as_its_chart), cmocka_unit_test(what_is_taken_out_is_gone),
        cmocka_unit_test(the_type_can_be_changed),      cmocka_unit_test(a_theme_is_copied),
        cmocka_unit_test(a_series_is_copied),           cmocka_unit_test(memory_may_run_out),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
