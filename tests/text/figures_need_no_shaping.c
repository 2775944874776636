/* figures_need_no_shaping.c - tabular figures are put together of their characters' glyphs: in the linked
 * faces shaping makes the same of them, whatever stands beside what. */
#include "support/check.h"

#include <hb.h>
#include <stdio.h>
#include <string.h>

#include "text/faces.h"
#include "text/object.h"
#include "text/setting.h"

static const char *const characters[] = { "0", "1", "2", "3", "4", "5",        "6",
                                          "7", "8", "9", ".", ",", "\xC2\xA0", "\xE2\x88\x92" };

static const struct text_style styles[] = {
    { .size = 8, .tabular = true },
    { .size = 7.3, .tabular = true, .semibold = true },
    { .size = 8, .tabular = true, .italic = true },
    { .size = 8, .tabular = true, .semibold = true, .italic = true },
    { .size = 26, .tabular = true, .semibold = true }, /* the display cut */
};

static hb_buffer_t *shape(struct text *text, const struct text_style *style, const char *utf8)
{
    static const hb_feature_t features[] = {
        { HB_TAG('c', 'c', 'm', 'p'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END },
        { HB_TAG('t', 'n', 'u', 'm'), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END }
    };
    hb_buffer_t *buffer = hb_buffer_create();

    hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
    hb_buffer_add_utf8(buffer, utf8, -1, 0, -1);
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, HB_SCRIPT_LATIN);
    hb_buffer_set_language(buffer, text->engine->shaping_language);
    hb_shape(faces_of_style(text, style)->shaper, buffer, features, LENGTH(features));
    return buffer;
}

static void compare(struct setting *setting, const struct text_style *style, const char *utf8)
{
    const struct face *face = faces_of_style(setting->text, style);
    const struct text_line *line = text_set(setting->text, &setting->arena, utf8, style);
    hb_buffer_t *buffer = shape(setting->text, style, utf8);
    const double scale = style->size / face->font->units_per_em;
    unsigned n;
    const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(buffer, &n);
    const hb_glyph_position_t *position = hb_buffer_get_glyph_positions(buffer, NULL);
    double x = 0;

    assert_no_failure(setting);
    assert_non_null(line);
    assert_int_equal(line->n_runs, 1);
    assert_int_equal(line->runs->n_glyphs, n);
    assert_ptr_equal(line->runs->font, face->font);
    assert_int_equal(line->runs->length, strlen(utf8));
    assert_memory_equal(line->runs->text, utf8, strlen(utf8));
    for (unsigned i = 0; i < n; i++) {
        const struct glyph *glyph = &line->runs->glyphs[i];
        if (glyph->id != info[i].codepoint || glyph->cluster != info[i].cluster ||
            glyph->advance != position[i].x_advance * scale ||
            glyph->x != x + position[i].x_offset * scale ||
            glyph->y != -position[i].y_offset * scale)
            fail_msg("'%s', glyph %u of %s is shaped otherwise", utf8, i, face->font->name);
        x += glyph->advance;
    }
    assert_true(line->width == x);
    assert_true(text_width(setting->text, utf8, style) == x);
    hb_buffer_destroy(buffer);
}

/* Each three of them, of which the first stands at the beginning and the last at the end. */
static void compare_all(struct setting *setting, const struct text_style *style)
{
    char utf8[16];

    for (size_t i = 0; i < LENGTH(characters); i++)
        for (size_t j = 0; j < LENGTH(characters); j++)
            for (size_t k = 0; k < LENGTH(characters); k++) {
                snprintf(utf8, sizeof utf8, "%s%s%s", characters[i], characters[j], characters[k]);
                compare(setting, style, utf8);
                arena_free(&setting->arena);
            }
}

static void test_all(void **state)
{
    static const char *const locales[] = { "en", "ru", "ar", "zh", "tr" };

    (void)state;
    for (size_t l = 0; l < LENGTH(locales); l++)
        for (size_t s = 0; s < LENGTH(styles); s++) {
            struct setting setting;

            setting_open(&setting, locales[l], NULL);
            compare_all(&setting, &styles[s]);
            compare(&setting, &styles[s],
                    "\xE2\x88\x92"
                    "1\xC2\xA0"
                    "234,5");
            setting_close(&setting);
        }
}

/* Of a face nothing more is shaped than each character once. */
static void test_counts(void **state)
{
    struct setting setting;
    char utf8[16];

    (void)state;
    setting_open(&setting, "en", NULL);
    text_width(setting.text, "1,234.5", &styles[0]);
    const size_t before = context_counted(setting.text->context, COUNTED_SHAPINGS);
    assert_true(before <= LENGTH(characters));
    for (int i = 1000; i < 3000; i++) {
        snprintf(utf8, sizeof utf8, "%d,%03d.%d", i % 100, i % 1000, i % 10);
        assert_non_null(text_set(setting.text, &setting.arena, utf8, &styles[0]));
    }
    assert_int_equal(context_counted(setting.text->context, COUNTED_SHAPINGS), before);
    setting_close(&setting);
}

/* What is no figure, or not to be set as one, is shaped. */
static void test_others(void **state)
{
    const struct text_style spaced = { .size = 8, .tabular = true, .tracking = 20 };
    const struct text_style own = { .size = 8 };
    struct setting setting;

    (void)state;
    setting_open(&setting, "en", NULL);
    const double plain = text_width(setting.text, "111", &styles[0]);
    assert_true(text_width(setting.text, "111", &spaced) > plain);
    assert_true(text_width(setting.text, "111", &own) < plain);
    const struct text_line *empty = text_set(setting.text, &setting.arena, "", &styles[0]);
    assert_non_null(empty);
    assert_int_equal(empty->n_runs, 0);
    compare(&setting, &styles[0], "12345678901234567890123456789012");
    compare(&setting, &styles[0], "123456789012345678901234567890123");
    compare(&setting, &styles[0], "+1.5%");
    setting_close(&setting);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_all), cmocka_unit_test(test_counts),
                                        cmocka_unit_test(test_others) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
