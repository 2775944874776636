/* lines_measure_what_they_draw.c - one line: its width, its glyphs' places and
 * clusters, its shortening, its marks in a scene. */
#include "support/check.h"

#include <math.h>

#include "base/buffer.h"
#include "base/strings.h"
#include "text/setting.h"

static const struct text_style label = { .size = 7.5, .color = { 0, 0, 0, 255 } };

static struct text_line *set(struct setting *setting, const char *utf8)
{
    struct text_line *line = text_set(setting->text, &setting->arena, utf8, &label);

    assert_no_failure(setting);
    assert_non_null(line);
    return line;
}

static const char *const samples[] = { "",
                                       "Exports",
                                       "$31.5 bn",
                                       "AVAToT,",
                                       "3x4 -> (A) fi ffl 1/2",
                                       "Экспорт в Китай",
                                       "Қазақстан",
                                       "Ελλάδα",
                                       "e\xCC\x81te\xCC\x81",
                                       "  two  spaces  ",
                                       "شىنجاڭ 2023",
                                       "tab\there" };

/* Each glyph stands for a character of its run's text, and glyphs follow each other. */
static void check_run(const struct glyph_run *run)
{
    double x = 0;

    assert_true(utf8_valid(run->text, run->length, NULL));
    for (size_t i = 0; i < run->n_glyphs; i++) {
        const struct glyph *glyph = &run->glyphs[i];
        assert_true(glyph->cluster < run->length);
        assert_int_equal(utf8_floor(run->text, glyph->cluster), glyph->cluster);
        assert_true(glyph->advance >= 0);
        assert_true(fabs(glyph->x - x) < run->size);
        if (i > 0 && run->right_to_left)
            assert_true(glyph->cluster <= glyph[-1].cluster);
        if (i > 0 && !run->right_to_left)
            assert_true(glyph->cluster >= glyph[-1].cluster);
        x += glyph->advance;
    }
}

static void test_width_is_the_sum_of_advances(void **state)
{
    struct setting setting;

    (void)state;
    setting_open(&setting, "en", NULL);
    for (size_t i = 0; i < LENGTH(samples); i++) {
        struct text_line *line = set(&setting, samples[i]);
        double sum = 0;
        size_t bytes = 0;

        for (size_t k = 0; k < line->n_runs; k++) {
            check_run(&line->runs[k]);
            bytes += line->runs[k].length;
            for (size_t g = 0; g < line->runs[k].n_glyphs; g++)
                sum += line->runs[k].glyphs[g].advance;
        }
        assert_int_equal(bytes, strlen(samples[i]));
        assert_true(fabs(sum - line->width) < 1e-9);
        assert_true(line->width == text_width(setting.text, samples[i], &label));
        assert_true(line->ascent > 0 && line->descent > 0);
        assert_true(line->cap_height > 0.6 * 7.5 && line->cap_height < 0.8 * 7.5);
        assert_true(line->leading == 1.3 * 7.5);
        assert_false(line->cut);
    }
    setting_close(&setting);
}

static void test_longer_text_is_wider(void **state)
{
    static const char *const texts[] = { "Trade between Kazakhstan and China",
                                         "Товарооборот Казахстана и Китая", "0123456789,.-+%$" };
    struct setting setting;

    (void)state;
    setting_open(&setting, "en", NULL);
    for (size_t i = 0; i < LENGTH(texts); i++) {
        double before = 0;
        for (size_t n = 1; n <= strlen(texts[i]); n++) {
            if (utf8_floor(texts[i], n) != n || texts[i][n - 1] == ' ')
                continue;
            const char *part = arena_text(&setting.arena, texts[i], n);
            double width = text_width(setting.text, part, &label);
            assert_true(width > before);
            before = width;
        }
    }
    setting_close(&setting);
}

static void test_style_changes_the_face_and_the_width(void **state)
{
    static const struct {
        struct text_style style;
        const char *face;
    } cases[] = {
        { { .size = 8 }, "Inter-Regular" },
        { { .size = 30 }, "Inter-Regular" },
        { { .size = 8, .italic = true }, "Inter-Italic" },
        { { .size = 8, .semibold = true }, "Inter-SemiBold" },
        { { .size = 17.9, .semibold = true }, "Inter-SemiBold" },
        { { .size = 18, .semibold = true }, "InterDisplay-SemiBold" },
        { { .size = 24, .semibold = true, .italic = true }, "Inter-SemiBoldItalic" },
    };
    struct setting setting;

    (void)state;
    setting_open(&setting, "en", NULL);
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct text_line *line = text_set(setting.text, &setting.arena, "Exports", &cases[i].style);
        assert_non_null(line);
        assert_int_equal(line->n_runs, 1);
        assert_string_equal(line->runs[0].font->name, cases[i].face);
        assert_true(line->runs[0].size == cases[i].style.size);
    }
    setting_close(&setting);
}

static void test_tabular_figures_share_a_width(void **state)
{
    struct text_style tabular = { .size = 10, .tabular = true };
    struct text_style proportional = { .size = 10 };
    struct setting setting;

    (void)state;
    setting_open(&setting, "en", NULL);
    double one = text_width(setting.text, "1111", &tabular);
    assert_true(fabs(one - text_width(setting.text, "0000", &tabular)) < 1e-9);
    assert_true(fabs(one - text_width(setting.text, "4738", &tabular)) < 1e-9);
    assert_true(text_width(setting.text, "1111", &proportional) < one);
    setting_close(&setting);
}

static void test_tracking_lies_between_letters_only(void **state)
{
    struct text_style plain = { .size = 10 }, tracked = { .size = 10, .tracking = 100 };
    struct setting setting;

    (void)state;
    setting_open(&setting, "en", NULL);
    double gap =
        text_width(setting.text, "HHHH", &tracked) - text_width(setting.text, "HHHH", &plain);
    assert_true(fabs(gap - 3 * 1.0) < 1e-9);
    assert_true(text_width(setting.text, "شىنجاڭ", &tracked) ==
                text_width(setting.text, "شىنجاڭ", &plain));
    setting_close(&setting);
}

static void test_fit_cuts_at_whole_characters(void **state)
{
    static const char *const texts[] = { "Exports from Kazakhstan to China",
                                         "Экспорт из Казахстана в Китай",
                                         "e\xCC\x81\xCC\x81te\xCC\x81\xCC\x81 e\xCC\x81\xCC\x81te",
                                         "شىنجاڭ ئۇيغۇر ئاپتونوم رايونى", "iiiiiiiiiiii" };
    struct setting setting;

    (void)state;
    setting_open(&setting, "en", NULL);
    for (size_t i = 0; i < LENGTH(texts); i++) {
        double full = text_width(setting.text, texts[i], &label);
        for (double width = 0; width < full + 3; width += 1.7) {
            struct text_line *line =
                text_fit(setting.text, &setting.arena, texts[i], &label, width);
            assert_no_failure(&setting);
            assert_true(line->width <= width + 1e-6 || !line->cut);
            assert_int_equal(line->cut, full > width + 1e-6);
            for (size_t k = 0; k < line->n_runs; k++) {
                check_run(&line->runs[k]);
                assert_true(line->runs[k].length < 2 || line->runs[k].text[0] != '\xCC');
            }
            if (line->cut && line->n_runs > 0) {
                const char *text = visual_text(&setting, line);
                assert_non_null(strstr(text, "\xE2\x80\xA6"));
                assert_null(strstr(text, " \xE2\x80\xA6"));
            }
        }
    }
    setting_close(&setting);
}

/* A mark never loses its letter: the cut text is a prefix that ends before a letter. */
static void test_fit_keeps_marks_with_their_letters(void **state)
{
    static const char text[] = "e\xCC\x81"
                               "e\xCC\x81"
                               "e\xCC\x81"
                               "e\xCC\x81";
    struct setting setting;

    (void)state;
    setting_open(&setting, "en", NULL);
    double full = text_width(setting.text, text, &label);
    for (double width = 5; width < full; width += 0.5) {
        struct text_line *line = text_fit(setting.text, &setting.arena, text, &label, width);
        size_t kept = line->n_runs > 0 ? line->runs[0].length - strlen("\xE2\x80\xA6") : 0;
        assert_true(line->cut);
        assert_int_equal(kept % 3, 0);
    }
    setting_close(&setting);
}

static const struct {
    const char *name, *bytes, *shown;
} unclean[] = {
    { "control characters",
      "a\x01"
      "b\x7F"
      "c",
      "abc" },
    { "white space",
      "a\tb\r\nc\xE2\x80\xA8"
      "d",
      "a b c d" },
    { "no-break spaces stay",
      "1\xC2\xA0"
      "2\xE2\x80\xAF"
      "3",
      "1\xC2\xA0"
      "2\xE2\x80\xAF"
      "3" },
    { "default ignorable",
      "a\xE2\x81\xA0"
      "b\xEF\xBB\xBF",
      "a\xE2\x81\xA0"
      "b\xEF\xBB\xBF" },
};

static void test_unclean_text_is_cleaned(void **state)
{
    struct setting setting;

    (void)state;
    setting_open(&setting, "en", NULL);
    for (size_t i = 0; i < LENGTH(unclean); i++) {
        print_message("  %s\n", unclean[i].name);
        assert_string_equal(visual_text(&setting, set(&setting, unclean[i].bytes)),
                            unclean[i].shown);
    }
    setting_close(&setting);
}

static void test_ill_formed_bytes_become_replacement_characters(void **state)
{
    static const char *const ill_formed[] = { "a\xFFz", "a\xC0\x80z", "a\xE2\x82", "\xED\xA0\x80" };
    struct setting setting;

    (void)state;
    for (size_t i = 0; i < LENGTH(ill_formed); i++) {
        setting_open(&setting, "en", NULL);
        struct text_line *line = text_set(setting.text, &setting.arena, ill_formed[i], &label);
        assert_non_null(strstr(visual_text(&setting, line), "\xEF\xBF\xBD"));
        setting_close(&setting);
    }
}

static void test_nothing_is_drawn_for_nothing(void **state)
{
    (void)state;
    assert_null(text_set(NULL, NULL, "a", &label));
    assert_null(text_fit(NULL, NULL, "a", &label, 10));
    assert_true(text_width(NULL, "a", &label) == 0);
    text_end(NULL);
    text_line_draw(NULL, NULL, 0, 0, ALIGN_LEFT);
    text_block_draw(NULL, NULL, 0, 0, 0);
    assert_string_equal(text_locale(NULL), "en");
}

static void test_alignment_moves_the_origin(void **state)
{
    static const enum text_align aligns[] = { ALIGN_LEFT, ALIGN_CENTER, ALIGN_RIGHT };
    static const double shifts[] = { 0, 0.5, 1 };
    struct setting setting;

    (void)state;
    setting_open(&setting, "en", NULL);
    struct text_line *line = set(&setting, "Exports");
    for (size_t i = 0; i < LENGTH(aligns); i++) {
        struct scene *scene = scene_create(NULL, 200, 100);
        text_line_draw(line, scene, 100, 50, aligns[i]);
        scene_finish(scene);
        assert_int_equal(scene_status(scene), SHEAF_OK);

        struct buffer dump;
        buffer_init(&dump, NULL, NULL);
        scene_dump(scene, &dump);
        assert_non_null(strstr(dump.bytes, "Exports"));
        struct buffer place;
        buffer_init(&place, NULL, NULL);
        buffer_fixed(&place, 100 - shifts[i] * line->width, 3);
        if (strstr(dump.bytes, place.bytes) == NULL)
            fail_msg("no %s in %s", place.bytes, dump.bytes);
        buffer_free(&place);
        buffer_free(&dump);
        scene_destroy(scene);
    }
    setting_close(&setting);
}

/* Scenes outlive the text object that chose their faces. */
static void test_fonts_outlive_the_text_object(void **state)
{
    struct setting setting;

    (void)state;
    setting_open(&setting, "en", NULL);
    const struct font *font = font_retain(set(&setting, "Exports")->runs[0].font);
    struct text *other = text_begin(NULL, "ru", NULL, &setting.error);
    struct text_line *line = text_set(other, &setting.arena, "Exports", &label);
    assert_ptr_not_equal(line->runs[0].font, font);
    assert_true(font_same(line->runs[0].font, font));
    text_end(other);
    setting_close(&setting);
    assert_string_equal(font->name, "Inter-Regular");
    assert_true(font->length > 1000);
    font_release(font);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_width_is_the_sum_of_advances),
        cmocka_unit_test(test_longer_text_is_wider),
        cmocka_unit_test(test_style_changes_the_face_and_the_width),
        cmocka_unit_test(test_tabular_figures_share_a_width),
        cmocka_unit_test(test_tracking_lies_between_letters_only),
        cmocka_unit_test(test_fit_cuts_at_whole_characters),
        cmocka_unit_test(test_fit_keeps_marks_with_their_letters),
        cmocka_unit_test(test_unclean_text_is_cleaned),
        cmocka_unit_test(test_ill_formed_bytes_become_replacement_characters),
        cmocka_unit_test(test_nothing_is_drawn_for_nothing),
        cmocka_unit_test(test_alignment_moves_the_origin),
        cmocka_unit_test(test_fonts_outlive_the_text_object),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
