/* themes_are_read.c - what an author's theme says is drawn, the rest follows, and mistakes are told with
 * their place. */
#include "support/check.h"

#include <stdio.h>
#include <string.h>

#include "chart/theme_object.h"
#include "support/quota.h"

static sheaf_theme *read(const char *text)
{
    return sheaf_theme_read_bytes(NULL, "house.yaml", text, strlen(text));
}

static void assert_color(struct color color, uint32_t rgb)
{
    assert_true(color_equal(color, color_hex(rgb)));
}

static void what_is_said_is_drawn(void **state)
{
    sheaf_theme *theme = read("theme: 1\n"
                              "paper: '#FFF8E8'\n"
                              "ink: '#221100'\n"
                              "weak: '#665544'\n"
                              "colors: ['#0B4F9E', '#C85A10', '#2e7d32']\n"
                              "flows: {imports: '#C00000'}\n"
                              "members: {CHN: '#AA0011', Cotton: '#336600'}\n"
                              "scale: 1.2\n");
    const struct theme *look = theme_look(theme);

    (void)state;
    assert_string_equal(sheaf_theme_message(theme), "");
    assert_color(look->paper, 0xFFF8E8);
    assert_color(look->title.color, 0x221100);
    assert_color(look->source.color, 0x665544);
    assert_int_equal(look->n_categories, 3);
    assert_color(look->categories[2], 0x2E7D32);
    assert_color(look->flows[FLOW_EXPORTS], 0x0B4F9E);
    assert_color(look->flows[FLOW_IMPORTS], 0xC00000);
    assert_color(look->flows[FLOW_TURNOVER], 0x221100);
    assert_color(*theme_member_color(look, "chn"), 0xAA0011);
    assert_color(*theme_member_color(look, "Cotton"), 0x336600);
    assert_true(look->title.size > 28.7 && look->title.size < 28.9);
    assert_true(color_contrast(look->grey, look->paper) >= 4.5);
    sheaf_theme_destroy(theme);
}

/* On dark paper with light ink nothing of the white page's greys is left. */
static void greys_follow_paper_and_ink(void **state)
{
    sheaf_theme *theme = read("theme: 1\npaper: '#102030'\nink: '#F0F0E0'\n"
                              "colors: ['#6FB1FF', '#FFB05C']\n");
    const struct theme *look = theme_look(theme);
    const struct text_style *const styles[] = { &look->title, &look->deck, &look->label,
                                                &look->source, &look->table };

    (void)state;
    assert_int_equal(sheaf_theme_warning_count(theme), 0);
    for (size_t i = 0; i < LENGTH(styles); i++)
        assert_true(color_contrast(styles[i]->color, look->paper) >= 4.5);
    assert_true(color_contrast(look->grid, look->paper) < 2);
    assert_true(color_contrast(look->other, look->paper) >= 3);
    sheaf_theme_destroy(theme);
}

static void none_is_a_transparent_ground(void **state)
{
    sheaf_theme *theme = read("theme: 1\nbased_on: dark\npaper: none\n");

    (void)state;
    assert_true(theme_look(theme)->is_transparent);
    assert_color(theme_look(theme)->paper, 0x14181F);
    sheaf_theme_destroy(theme);
}

static void what_some_cannot_read_is_warned_of(void **state)
{
    sheaf_theme *theme = read("theme: 1\ncolors: ['#C00000', '#C40808', '#FFE0A0']\n");
    sheaf_warning warning = SHEAF_WARNING_INIT;
    char all[2000] = "";

    (void)state;
    for (size_t i = 0; sheaf_theme_warning(theme, i, &warning); i++) {
        assert_string_equal(warning.file, "house.yaml");
        strncat(all, warning.message, sizeof all - strlen(all) - 1);
    }
    print_message("%s\n", all);
    assert_non_null(strstr(all, "colour 1 (#C00000) and colour 2 (#C40808) are "));
    assert_non_null(strstr(all, "colour 3 (#FFE0A0) has a contrast of 1.3 : 1"));
    sheaf_theme_destroy(theme);
}

static void mistakes_have_their_place(void **state)
{
    static const struct {
        const char *text, *message;
        size_t line;
    } cases[] = {
        { "theme: 1\nink: #1B2430\n", "in quotation marks, because # begins a comment", 2 },
        { "theme: 1\nink: blue\n", "'blue' is no colour; write it as '#1F5FA8'", 2 },
        { "theme: 1\ncolors: ['#12345']\n", "'#12345' is no colour", 2 },
        { "theme: 1\ncolors: []\n", "at most 8 colours belong here", 2 },
        { "theme: 1\nsequential: ['#123456']\n", "2 colours belong here, not 1", 2 },
        { "theme: 1\ncolours: ['#123456']\n", "did you mean 'colors'", 2 },
        { "theme: 1\nflows:\n  export: '#123456'\n", "did you mean 'exports'", 3 },
        { "theme: 1\nscale: 3\n", "type is scaled by 0.8 to 1.5, not by 3", 2 },
        { "theme: 1\nmembers: {CHN: red}\n", "'red' is no colour", 2 },
        { "theme: 1\nbased_on: night\n", "night", 2 },
        { "ink: '#123456'\n", "'theme'", 1 },
        { "", "", 0 },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_theme *theme = read(cases[i].text);

        print_message("  %s\n", sheaf_theme_message(theme));
        assert_int_equal(sheaf_theme_status(theme), SHEAF_BAD_INPUT);
        assert_non_null(strstr(sheaf_theme_message(theme), cases[i].message));
        if (cases[i].line > 0)
            assert_int_equal(sheaf_theme_error(theme)->line, cases[i].line);
        assert_ptr_equal(theme_look(theme), theme_default());
        sheaf_theme_destroy(theme);
    }
}

static void a_wrong_name_is_told(void **state)
{
    sheaf_theme *theme = sheaf_theme_create(NULL, "drak");

    (void)state;
    assert_string_equal(sheaf_theme_message(theme), "no theme 'drak'; did you mean 'dark'?");
    sheaf_theme_destroy(theme);
    theme = sheaf_theme_create(NULL, "corporate-identity");
    assert_non_null(strstr(sheaf_theme_message(theme), "high-contrast"));
    sheaf_theme_destroy(theme);
    for (size_t i = 0; i < sheaf_theme_count(); i++) {
        theme = sheaf_theme_create(NULL, sheaf_theme_name(i));
        assert_int_equal(sheaf_theme_status(theme), SHEAF_OK);
        assert_string_equal(theme_look(theme)->name, sheaf_theme_name(i));
        sheaf_theme_destroy(theme);
    }
    assert_null(sheaf_theme_name(sheaf_theme_count()));
}

static void setters_do_as_files_do(void **state)
{
    const uint32_t colors[] = { 0x0B4F9E, 0xC85A10 };
    sheaf_theme *set = sheaf_theme_create(NULL, "default");
    sheaf_theme *said = read("theme: 1\npaper: '#FFF8E8'\nink: '#221100'\n"
                             "colors: ['#0B4F9E', '#C85A10']\nflows: {turnover: '#004400'}\n"
                             "members: {CHN: '#AA0011'}\nscale: 0.9\n");

    (void)state;
    sheaf_theme_set_paper(set, 0xFFF8E8);
    sheaf_theme_set_ink(set, 0x221100);
    sheaf_theme_set_colors(set, colors, 2);
    sheaf_theme_set_flow(set, "turnover", 0x004400);
    sheaf_theme_set_member(set, "CHN", 0x123456);
    sheaf_theme_set_member(set, "CHN", 0xAA0011);
    sheaf_theme_set_scale(set, 0.9);
    assert_string_equal(sheaf_theme_message(set), "");
    sheaf_theme *copy = theme_copy(NULL, set);
    sheaf_theme_destroy(set);
    struct theme a = *theme_look(copy), b = *theme_look(said);
    assert_int_equal(a.n_members, 1);
    assert_string_equal(a.members[0].name, "CHN");
    assert_color(a.members[0].color, 0xAA0011);
    a.members = b.members = NULL;
    a.name = b.name = "";
    assert_memory_equal(&a, &b, sizeof a);
    sheaf_theme_destroy(copy);
    sheaf_theme_destroy(said);
}

static void wrong_settings_fail_the_theme(void **state)
{
    sheaf_theme *theme = sheaf_theme_create(NULL, "default");

    (void)state;
    sheaf_theme_set_paper(theme, 0x1000000);
    sheaf_theme_set_ink(theme, 0x123456);
    assert_string_equal(sheaf_theme_message(theme), "0x1000000 is no colour; write it as 0xRRGGBB");
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_AUTO);
    sheaf_chart_set_theme(chart, theme);
    assert_int_equal(sheaf_chart_status(chart), SHEAF_BAD_ARGUMENT);
    assert_non_null(strstr(sheaf_chart_message(chart), "0x1000000"));
    sheaf_chart_destroy(chart);
    sheaf_theme_destroy(theme);
    theme = sheaf_theme_create(NULL, "default");
    sheaf_theme_set_flow(theme, "transit", 0x123456);
    assert_non_null(strstr(sheaf_theme_message(theme), "'transit' is no flow with a colour"));
    sheaf_theme_destroy(theme);
    theme = sheaf_theme_create(NULL, "default");
    sheaf_theme_set_scale(theme, 2);
    assert_int_equal(sheaf_theme_status(theme), SHEAF_BAD_ARGUMENT);
    sheaf_theme_destroy(theme);
}

static sheaf_status read_set_and_copy(const sheaf_alloc *alloc, const void *context)
{
    const char *text = context;
    sheaf_context *shared = sheaf_context_create(alloc);
    sheaf_theme *theme = sheaf_theme_read_bytes(shared, "house.yaml", text, strlen(text));

    sheaf_theme_set_member(theme, "RUS", 0xC40808);
    sheaf_theme *copy = theme_copy(shared, theme);
    sheaf_chart *chart = sheaf_chart_create(shared, SHEAF_AUTO);
    sheaf_chart_set_theme(chart, copy);
    sheaf_status status = sheaf_chart_status(chart);
    if (status == SHEAF_OK) /* what is told needs memory, too */
        status = sheaf_theme_status(theme);
    sheaf_chart_destroy(chart);
    sheaf_theme_destroy(copy);
    sheaf_theme_destroy(theme);
    sheaf_context_destroy(shared);
    return status;
}

static void memory_may_run_out(void **state)
{
    (void)state;
    quota_sweep(read_set_and_copy, "theme: 1\nname: house\ncolors: ['#C00000', '#C40808']\n"
                                   "members: {CHN: '#AA0011'}\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_said_is_drawn),
        cmocka_unit_test(greys_follow_paper_and_ink),
        cmocka_unit_test(none_is_a_transparent_ground),
        cmocka_unit_test(what_some_cannot_read_is_warned_of),
        cmocka_unit_test(mistakes_have_their_place),
        cmocka_unit_test(a_wrong_name_is_told),
        cmocka_unit_test(setters_do_as_files_do),
        cmocka_unit_test(wrong_settings_fail_the_theme),
        cmocka_unit_test(memory_may_run_out),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
