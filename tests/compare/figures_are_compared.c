/* figures_are_compared.c - what a provenance.json or a CSV says of figures, and which of two lists
 * changed: each figure once, by its own, in any order, and nothing of what is confidential. */
#include "support/check.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "compare/parts.h"

#define FIGURE(series, period, more)                                                               \
    "{\"series\": \"" series "\", \"period\": \"" period "\", " more "}"
#define USD(value)                                                                                 \
    "\"value\": " value ", \"unit\": \"USD\", \"unit_mult\": 6, \"shown\": \"$" value "\""
#define SECRET "\"confidential\": true, \"value\": 77, \"shown\": \"77\""

struct change {
    const char *before, *after; /* lists of figures */
    size_t n;
    sheaf_figure_change first;
    double percent; /* of the first; NaN: none */
    double value;   /* before, or else after, of the first; NaN: none is told */
};

static const struct change cases[] = {
    { FIGURE("x", "2023", USD("2")), FIGURE("x", "2023", USD("2")), 0, 0, NAN, NAN },
    { FIGURE("x", "2023", USD("2")), FIGURE("x", "2023", USD("3")), 1, SHEAF_FIGURE_CHANGED, 50,
      2 },
    { FIGURE("x", "2023", USD("-2")), FIGURE("x", "2023", USD("-3")), 1, SHEAF_FIGURE_CHANGED, -50,
      -2 },
    { FIGURE("x", "2023", USD("0")), FIGURE("x", "2023", USD("3")), 1, SHEAF_FIGURE_CHANGED,
      INFINITY, 0 },
    /* Twice the same is one. */
    { FIGURE("x", "2023", USD("2")) "," FIGURE("x", "2023", USD("2")),
      FIGURE("x", "2023", USD("3")) "," FIGURE("x", "2023", USD("3")), 1, SHEAF_FIGURE_CHANGED, 50,
      2 },
    /* Two of one name: what is equal is no change of the other. */
    { FIGURE("x", "2023", USD("2")) "," FIGURE("x", "2023", USD("5")),
      FIGURE("x", "2023", USD("5")) "," FIGURE("x", "2023", USD("6")), 1, SHEAF_FIGURE_CHANGED, 200,
      2 },
    /* 0.1 + 0.2; a thousandth of a millionth is a change. */
    { FIGURE("x", "2023", USD("0.3")), FIGURE("x", "2023", USD("0.30000000000000004")), 0, 0, NAN,
      NAN },
    { FIGURE("x", "2023", USD("1")), FIGURE("x", "2023", USD("1.000000001")), 1,
      SHEAF_FIGURE_CHANGED, 1e-7, 1 },
    /* Other multipliers and units. */
    { FIGURE("x", "2023", "\"value\": 2000, \"unit\": \"USD\", \"unit_mult\": 3"),
      FIGURE("x", "2023", USD("2")), 0, 0, NAN, NAN },
    { FIGURE("x", "2023", "\"value\": 2, \"unit\": \"EUR\", \"unit_mult\": 6"),
      FIGURE("x", "2023", USD("2")), 1, SHEAF_FIGURE_CHANGED, INFINITY, 2 },
    { FIGURE("x", "2023", "\"value\": 4, \"unit\": \"%\""),
      FIGURE("x", "2023", "\"value\": 3, \"unit\": \"%\""), 1, SHEAF_FIGURE_CHANGED, -1, 4 },
    /* What is measured tells two figures of a name apart. */
    { FIGURE("x", "2023", USD("2")) "," FIGURE("x", "2023", "\"measure\": \"sum\", " USD("5")),
      FIGURE("x", "2023", USD("5")) "," FIGURE("x", "2023", "\"measure\": \"sum\", " USD("5")), 1,
      SHEAF_FIGURE_CHANGED, 150, 2 },
    { FIGURE("x", "2022", USD("2")), FIGURE("x", "2023", USD("2")), 2, SHEAF_FIGURE_CAME, NAN, 2 },
    { FIGURE("x", "2022", USD("2")), "", 1, SHEAF_FIGURE_WENT, NAN, 2 },
    /* Confidential: no value of either, nor of what went beside it. */
    { FIGURE("x", "2023", USD("2")), FIGURE("x", "2023", SECRET), 1, SHEAF_FIGURE_HIDDEN, NAN,
      NAN },
    { FIGURE("x", "2023", SECRET), FIGURE("x", "2023", USD("2")), 1, SHEAF_FIGURE_SHOWN, NAN, 2 },
    { FIGURE("x", "2023", SECRET), FIGURE("x", "2023", SECRET), 0, 0, NAN, NAN },
    { "", FIGURE("x", "2023", SECRET), 0, 0, NAN, NAN },
    { FIGURE("x", "2023", SECRET), "", 0, 0, NAN, NAN },
    { FIGURE("a", "2023", SECRET) "," FIGURE("x", "2023", USD("2")), FIGURE("a", "2023", SECRET), 1,
      SHEAF_FIGURE_WENT, NAN, NAN },
    /* Without a number there is no figure. */
    { FIGURE("x", "2023", "\"shown\": \"2\""), FIGURE("x", "2023", "\"value\": null"), 0, 0, NAN,
      NAN },
};

static void read_list(struct figure_list *figures, struct arena *arena, const char *list)
{
    char json[2000];

    snprintf(json, sizeof json, "{\"figures\": [%s]}", list);
    figures_init(figures, "a.pdf", arena);
    assert_true(figures_read_provenance(figures, json, strlen(json)));
    figures_settle(figures);
}

static void assert_same_number(double a, double b)
{
    if (isnan(b) || isinf(b))
        assert_true(isnan(b) ? isnan(a) : a == b);
    else
        assert_true(fabs(a - b) <= 1e-6 * fmax(1e-6, fabs(b)));
}

static void check_case(const struct change *expected)
{
    struct sheaf_diff *diff = sheaf_diff_create(NULL, "/", NULL, NULL, NULL);
    sheaf_diff_sheet sheet = SHEAF_DIFF_SHEET_INIT;
    struct figure_list figures[2];
    struct arena arena;
    sheaf_error error = { 0 };

    diff->error = (sheaf_error){ 0 }; /* an empty one */
    arena_init(&arena, NULL, &error);
    read_list(&figures[0], &arena, expected->before);
    read_list(&figures[1], &arena, expected->after);
    assert_true(changes_find(diff, &sheet, &figures[0], &figures[1]));
    changes_sort(diff);
    assert_int_equal(diff->n_figures, expected->n);
    assert_int_equal(sheet.changed, expected->n);
    if (expected->n > 0) {
        const sheaf_diff_figure *first = &diff->figures[0];

        assert_int_equal(first->change, expected->first);
        assert_same_number(first->percent, expected->percent);
        assert_int_equal(first->is_in_points, strcmp(first->unit, "%") == 0);
        assert_same_number(isnan(first->before) ? first->after : first->before, expected->value);
        assert_null(strstr(first->before_text, "77"));
        assert_null(strstr(first->after_text, "77"));
    }
    figures_free(&figures[0]);
    figures_free(&figures[1]);
    arena_free(&arena);
    sheaf_diff_destroy(diff);
}

static void test_changes(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        print_message("%s | %s\n", cases[i].before, cases[i].after);
        check_case(&cases[i]);
    }
}

static const char csv[] = "period,series,partner,flow,unit,value,unit_mult,conf_status,derived\n"
                          "2022,\"exports, all\",DEU,exports,USD,512,6,F,false\n"
                          "2023,exports,DEU,exports,USD,,6,F,false\n"
                          "2023,imports,DEU,imports,USD,77,6,C,false\n";
/* Only the provenance knows what a computed figure measures. */
static const char computed[] = "period,series,value,conf_status,derived\n2023,x,,C,true\n";

/* A chart of more than a thousand figures has them in its CSV only; where the provenance has them, what
 * is confidential is in the CSV alone. */
static void test_csv(void **state)
{
    (void)state;
    for (size_t told = 0; told < 2; told++) {
        const struct spare_file file = { "chart-1.csv", csv, sizeof csv - 1, told == 1, NULL };
        struct figure_list figures;
        struct arena arena;
        sheaf_error error = { 0 };

        arena_init(&arena, NULL, &error);
        figures_init(&figures, "a.pdf", &arena);
        assert_true(figures_read_csv(&figures, &file));
        assert_int_equal(figures.n, told == 1 ? 1 : 2);
        if (told == 0) {
            assert_string_equal(figures.items[0].series, "exports, all");
            assert_string_equal(figures.items[0].period, "2022");
            assert_true(figures.items[0].value == 512 && figures.items[0].unit_mult == 6);
        }
        const struct read_figure *last = &figures.items[figures.n - 1];
        assert_true(last->is_confidential && isnan(last->value));
        assert_string_equal(last->shown, "");
        figures_free(&figures);
        arena_free(&arena);
    }
}

static void test_computed(void **state)
{
    (void)state;
    for (size_t told = 0; told < 2; told++) {
        const struct spare_file file = { "t.csv", computed, sizeof computed - 1, told == 1, NULL };
        struct figure_list figures;
        struct arena arena;
        sheaf_error error = { 0 };

        arena_init(&arena, NULL, &error);
        figures_init(&figures, "a.pdf", &arena);
        assert_true(figures_read_csv(&figures, &file));
        assert_int_equal(figures.n, told == 1 ? 0 : 1);
        figures_free(&figures);
        arena_free(&arena);
    }
}

/* What a page has for programs, and its links where that has no charts. */
static const struct {
    const char *page;
    size_t n;
    bool is_partial;
    const char *series;
} pages[] = {
#define SCRIPT(of, rows)                                                                           \
    "<p><script type=\"text/csv\" data-sheaf-figures=\"" of                                        \
    "\">series,measure,period,value,shown\n" rows "</script>"
#define LINK                                                                                       \
    "<a href=\"data:text/csv;charset=utf-8,series,TIME_PERIOD,OBS_VALUE%0D%0Ax,2023,5%0D%0A\">"
    { SCRIPT("all", "a %3C b%25,growth,2023,2,2%25\n") LINK, 1, false, "a < b%" },
    { SCRIPT("but-charts", "a,,2023,2,2\n") LINK, 2, false, "a" },
    { LINK, 1, true, "x" },
    { "<p>nothing", 0, true, NULL },
    { "<p><script type=\"text/csv\" data-sheaf-figures=\"", 0, false, NULL },
    { "<p><script type=\"text/csv\" data-sheaf-figures=\"all\">series", 0, false, NULL },
};

static void test_pages(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(pages); i++) {
        struct figure_list figures;
        struct arena arena;
        sheaf_error error = { 0 };

        print_message("%s\n", pages[i].page);
        arena_init(&arena, NULL, &error);
        figures_init(&figures, "a.html", &arena);
        assert_true(figures_read_page(&figures, pages[i].page, strlen(pages[i].page)));
        assert_int_equal(figures.n, pages[i].n);
        assert_int_equal(figures.is_partial, pages[i].is_partial);
        if (pages[i].n > 0)
            assert_string_equal(figures.items[0].series, pages[i].series);
        figures_free(&figures);
        arena_free(&arena);
    }
}

static const char *const damaged[] = {
    "", "{", "[]", "{\"figures\": {}}", "{\"figures\": [1, 2", "{\"sheets\": []}", "\xff"
};

static void test_damaged(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(damaged); i++) {
        struct figure_list figures;
        struct arena arena;
        sheaf_error error = { 0 };

        arena_init(&arena, NULL, &error);
        figures_init(&figures, "a.pdf", &arena);
        assert_false(figures_read_provenance(&figures, damaged[i], strlen(damaged[i])));
        assert_int_equal(error.status, SHEAF_BAD_INPUT);
        assert_string_equal(error.file, "a.pdf");
        figures_free(&figures);
        arena_free(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_changes),  cmocka_unit_test(test_csv),
        cmocka_unit_test(test_computed), cmocka_unit_test(test_pages),
        cmocka_unit_test(test_damaged),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
