/* charts_are_planned_once.c - however often a page tries heights, a chart collects its figures once,
 * and the sheet's chart stays as its author made it. */
#include "support/check.h"

#include <string.h>

#include "chart/layout.h"
#include "chart/model/model.h"
#include "pages.h"
#include "sheet/layout/layout.h"

/* The linker leads every call here: see CMakeLists.txt. */
static size_t models, plans;

struct model *__real_model_create(const sheaf_chart *chart, sheaf_flags flags,
                                  const struct theme *theme, struct color_assignment *colors,
                                  struct text *text, struct arena *arena, sheaf_error *error);
struct model *__wrap_model_create(const sheaf_chart *chart, sheaf_flags flags,
                                  const struct theme *theme, struct color_assignment *colors,
                                  struct text *text, struct arena *arena, sheaf_error *error);
struct chart_plan *__real_chart_plan_create(const sheaf_chart *chart,
                                            const struct chart_options *options,
                                            const struct theme *theme, struct text *text,
                                            struct arena *arena, double width, double height);
struct chart_plan *__wrap_chart_plan_create(const sheaf_chart *chart,
                                            const struct chart_options *options,
                                            const struct theme *theme, struct text *text,
                                            struct arena *arena, double width, double height);

struct model *__wrap_model_create(const sheaf_chart *chart, sheaf_flags flags,
                                  const struct theme *theme, struct color_assignment *colors,
                                  struct text *text, struct arena *arena, sheaf_error *error)
{
    models++;
    return __real_model_create(chart, flags, theme, colors, text, arena, error);
}

struct chart_plan *__wrap_chart_plan_create(const sheaf_chart *chart,
                                            const struct chart_options *options,
                                            const struct theme *theme, struct text *text,
                                            struct arena *arena, double width, double height)
{
    plans++;
    return __real_chart_plan_create(chart, options, theme, text, arena, width, height);
}

static const struct {
    const char *name;
    const char *blocks;
    size_t charts;
} cases[] = {
    { "one chart", "  - chart: {series: exports, title: Exports}\n", 1 },
    { "two in a row, one below",
      "  - row:\n    - chart: {series: exports}\n    - chart: {series: imports}\n"
      "  - chart: {series: [exports, imports], type: lines}\n",
      3 },
    { "more than a page holds",
      "  - chart: {series: exports}\n  - chart: {series: imports}\n  - chart: {series: exports}\n"
      "  - chart: {series: imports}\n  - chart: {series: exports}\n  - chart: {series: imports}\n"
      "  - chart: {series: exports}\n  - chart: {series: imports}\n",
      8 },
};

static void each_chart_of_a_sheet(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        char spec[4096];

        snprintf(spec, sizeof spec, "%s%s", PAGES_HEAD, cases[i].blocks);
        sheaf_sheet *sheet = pages_read(NULL, spec);
        print_message("  %s\n", cases[i].name);
        assert_string_equal(sheaf_sheet_message(sheet), "");
        models = plans = 0;
        struct sheet_pages *pages = sheet_layout(sheet);
        assert_string_equal(sheaf_sheet_message(sheet), "");
        assert_non_null(pages);
        assert_int_equal(models, cases[i].charts);
        assert_int_equal(plans, cases[i].charts);
        sheet_pages_destroy(pages);
        sheaf_sheet_destroy(sheet);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = { cmocka_unit_test(each_chart_of_a_sheet) };

    return cmocka_run_group_tests_name("sheet/charts_are_planned_once", tests, NULL, NULL);
}
