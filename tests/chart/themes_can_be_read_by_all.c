/* themes_can_be_read_by_all.c - the built-in themes for every kind of vision, and what a theme gives
 * for words, tints and ramps on any paper. */
#include "support/check.h"

#include <stdio.h>
#include <string.h>

#include "chart/theme_check.h"

struct told {
    size_t n;
    char all[2000];
};

static void note(void *context, const char *message)
{
    struct told *told = context;

    told->n++;
    strncat(told->all, message, sizeof told->all - strlen(told->all) - 2);
    strcat(told->all, "\n");
}

/* The palette of "analysis" is not ours: its dark colours are near each other for some. */
static void built_in_themes_pass_the_check(void **state)
{
    (void)state;
    assert_int_equal(theme_count(), 5);
    for (size_t i = 0; i < theme_count(); i++) {
        const struct theme *theme = theme_at(i);
        struct told told = { 0 };

        theme_check(theme, note, &told);
        print_message("  %s: %zu\n%s", theme->name, told.n, told.all);
        assert_ptr_equal(theme_named(theme->name), theme);
        if (strcmp(theme->name, "analysis") != 0)
            assert_int_equal(told.n, 0);
        else
            assert_true(told.n == 2 &&
                        strstr(told.all, "#801650) and colour 5 (#3D3D3D)") != NULL &&
                        strstr(told.all, "#12436D) and colour 3 (#801650)") != NULL);
    }
    assert_null(theme_named("sepia"));
}

static void weak_and_near_colors_are_told(void **state)
{
    struct theme theme = *theme_default();
    const struct theme_member members[] = { { "CHN", color_hex(0xCC0000) },
                                            { "RUS", color_hex(0xC40808) } };
    struct told told = { 0 };

    (void)state;
    theme.weak = color_hex(0x9AA3AF);
    theme.categories[1] = color_hex(0xFFC000);
    theme.members = members;
    theme.n_members = 2;
    theme_check(&theme, note, &told);
    print_message("%s", told.all);
    assert_non_null(strstr(told.all, "'weak' (#9AA3AF) has a contrast of 2.6 : 1 with the paper "
                                     "(#FFFFFF); text needs 4.5 : 1"));
    assert_non_null(strstr(told.all, "colour 2 (#FFC000) has a contrast of 1.6 : 1"));
    assert_non_null(strstr(told.all, "'CHN' (#CC0000) and 'RUS' (#C40808) are "));
}

/* Words on an area, and words in a colour, have 4.5 : 1 in every theme. */
static void words_are_legible_on_everything(void **state)
{
    (void)state;
    for (size_t i = 0; i < theme_count(); i++) {
        const struct theme *theme = theme_at(i);
        for (size_t k = 0; k < theme->n_categories; k++) {
            struct color area = theme->categories[k];
            struct color words = theme_word_color(theme, area), on = theme_text_on(theme, area);
            assert_true(color_contrast(words, theme->paper) >= 4.5);
            assert_true(color_contrast(on, area) >= 4.5);
        }
    }
    const struct theme *dark = theme_named("dark");
    assert_true(color_equal(theme_word_color(dark, dark->categories[0]), dark->categories[0]));
    assert_true(color_contrast(theme_word_color(dark, color_hex(0x101010)), dark->paper) >= 4.5);
}

static void tints_and_ramps_end_where_they_should(void **state)
{
    (void)state;
    for (size_t i = 0; i < theme_count(); i++) {
        const struct theme *theme = theme_at(i);
        struct color hue = theme->categories[0];

        assert_true(color_equal(theme_tint(theme, hue, 1), hue));
        assert_true(color_equal(theme_tint(theme, hue, 0), theme->paper));
        assert_true(color_equal(theme_previous(theme, hue), theme_tint(theme, hue, theme->tint)));
        assert_true(color_contrast(theme_previous(theme, hue), theme->paper) > 1.6);
        assert_true(color_equal(theme_sequential(theme, -1), theme->sequential[0]));
        assert_true(color_equal(theme_sequential(theme, 1), theme->sequential[1]));
        assert_true(color_equal(theme_diverging(theme, -2), theme->diverging[0]));
        assert_true(color_equal(theme_diverging(theme, 0), theme->diverging[1]));
        assert_true(color_equal(theme_diverging(theme, 1), theme->diverging[2]));
        for (int tenth = 0; tenth < 10; tenth++) /* the most stands out most from the paper */
            assert_true(color_contrast(theme_sequential(theme, tenth / 10.0), theme->paper) <
                        color_contrast(theme_sequential(theme, (tenth + 1) / 10.0), theme->paper));
    }
}

/* A theme tells areas apart by hatches or not at all by them. */
static void areas_are_solid_or_hatched(void **state)
{
    const struct theme *theme = theme_named("print");
    struct paint one = theme_area(theme, theme->categories[2], 7.5);
    struct paint other = theme_area(theme, theme->categories[2], 15);

    (void)state;
    assert_int_equal(theme_area(theme_default(), theme_default()->categories[2], 7.5).kind,
                     PAINT_SOLID);
    assert_int_equal(theme_area(theme, theme->categories[0], 7.5).kind, PAINT_SOLID);
    assert_int_equal(one.kind, PAINT_HATCH);
    /* The second grey is plain and almost that of what is left over. */
    assert_int_equal(theme_area(theme, theme->categories[1], 7.5).kind, PAINT_SOLID);
    assert_int_equal(theme_area(theme, theme->other, 7.5).kind, PAINT_HATCH);
    assert_int_equal(theme_area(theme, theme->context, 7.5).kind, PAINT_SOLID);
    assert_true(other.spacing == 2 * one.spacing && other.width == 2 * one.width);
}

static void the_authors_member_has_its_color(void **state)
{
    struct theme theme = *theme_default();
    const struct theme_member members[] = { { "CHN", color_hex(0xCC0000) } };

    (void)state;
    theme.members = members;
    theme.n_members = 1;
    assert_true(color_equal(*theme_member_color(&theme, "chn"), members[0].color));
    assert_null(theme_member_color(&theme, "RUS"));
    assert_null(theme_member_color(theme_default(), "CHN"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(built_in_themes_pass_the_check),
        cmocka_unit_test(weak_and_near_colors_are_told),
        cmocka_unit_test(words_are_legible_on_everything),
        cmocka_unit_test(tints_and_ramps_end_where_they_should),
        cmocka_unit_test(areas_are_solid_or_hatched),
        cmocka_unit_test(the_authors_member_has_its_color),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
