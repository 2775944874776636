/* every_script_finds_its_face.c - linked faces first, then the caller's folder, then
 * Fontconfig; and a box where there is none. */
#include "support/check.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "text/missing.h"
#include "text/setting.h"

static const char han_folder[] = "/usr/share/fonts/opentype/noto";
static const char han_file[] = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc";
static const char thai_file[] = "/usr/share/fonts/truetype/noto/NotoSansThai-Regular.ttf";

static const struct text_style regular = { .size = 10 };
static const struct text_style semibold = { .size = 10, .semibold = true };

/* A folder of our own: an empty Fontconfig set-up, and a place for fonts. */
struct font_place {
    char folder[64], fonts[80], configuration[96];
};

static void open_place(struct font_place *place)
{
    snprintf(place->folder, sizeof place->folder, "/tmp/sheaf-text-XXXXXX");
    assert_non_null(mkdtemp(place->folder));
    snprintf(place->fonts, sizeof place->fonts, "%s/fonts", place->folder);
    assert_int_equal(mkdir(place->fonts, 0700), 0);
    snprintf(place->configuration, sizeof place->configuration, "%s/none.conf", place->folder);
    FILE *file = fopen(place->configuration, "w");
    assert_non_null(file);
    fputs("<?xml version=\"1.0\"?><fontconfig></fontconfig>\n", file);
    assert_int_equal(fclose(file), 0);
    setenv("FONTCONFIG_FILE", place->configuration, 1);
}

static void remove_in(const char *folder, const char *name)
{
    char path[256];

    snprintf(path, sizeof path, "%s/%s", folder, name);
    remove(path);
}

static void close_place(struct font_place *place)
{
    static const char *const names[] = { "a.otf", "b.ttc", "c.ttf", "note.txt" };

    unsetenv("FONTCONFIG_FILE");
    for (size_t i = 0; i < LENGTH(names); i++)
        remove_in(place->fonts, names[i]);
    remove(place->configuration);
    rmdir(place->fonts);
    rmdir(place->folder);
}

static void link_in(const struct font_place *place, const char *file, const char *name)
{
    char path[256];

    snprintf(path, sizeof path, "%s/%s", place->fonts, name);
    assert_int_equal(symlink(file, path), 0);
}

static void need_file(const char *path)
{
    if (access(path, R_OK) != 0) {
        print_message("  skipped: %s is not installed\n", path);
        skip();
    }
}

static const struct {
    const char *utf8, *faces[4]; /* of the runs in visual order */
} linked[] = {
    { "Exports 2023", { "Inter-Regular" } },
    { "Қазақстан, Ελλάδα, İhracat — 31,5 млрд ₸ €", { "Inter-Regular" } },
    { "شىنجاڭ ئۇيغۇر ئاپتونوم رايونى", { "NotoSansArabic-Regular" } },
    { "الصادرات، ٢٠٢٣", { "NotoSansArabic-Regular" } },
    { "to شىنجاڭ!", { "Inter-Regular", "NotoSansArabic-Regular", "Inter-Regular" } },
    { "a\xE2\x80\xAF"
      "b\xC2\xA0"
      "c\xE2\x80\x91"
      "d",
      { "Inter-Regular" } },
};

static void test_linked_faces_need_no_files(void **state)
{
    struct font_place place;
    struct setting setting;

    (void)state;
    open_place(&place);
    for (size_t i = 0; i < LENGTH(linked); i++) {
        setting_open(&setting, "en", NULL);
        struct text_line *line = text_set(setting.text, &setting.arena, linked[i].utf8, &regular);
        assert_no_failure(&setting);
        const char *before = NULL;
        size_t n = 0;
        for (size_t k = 0; k < line->n_runs; k++) {
            const char *name = line->runs[k].font->name;
            if (before == NULL || strcmp(before, name) != 0) {
                assert_non_null(linked[i].faces[n]);
                assert_string_equal(name, linked[i].faces[n++]);
            }
            before = name;
            for (size_t g = 0; g < line->runs[k].n_glyphs; g++)
                assert_int_not_equal(line->runs[k].glyphs[g].id, 0);
        }
        assert_null(linked[i].faces[n]);
        setting_close(&setting);
    }
    close_place(&place);
}

static void test_arabic_follows_the_weight(void **state)
{
    struct setting setting;

    (void)state;
    setting_open(&setting, "ug", NULL);
    struct text_line *line = text_set(setting.text, &setting.arena, "شىنجاڭ", &semibold);
    assert_no_failure(&setting);
    assert_string_equal(line->runs[0].font->name, "NotoSansArabic-Bold");
    setting_close(&setting);
}

static const struct {
    const char *locale, *face;
} han[] = {
    { "en", "NotoSansCJKsc-Regular" },      { "zh", "NotoSansCJKsc-Regular" },
    { "zh-Hant", "NotoSansCJKtc-Regular" }, { "zh-HK", "NotoSansCJKhk-Regular" },
    { "ja", "NotoSansCJKjp-Regular" },      { "ko-KR", "NotoSansCJKkr-Regular" },
};

static void test_the_folder_gives_the_regions_han_face(void **state)
{
    struct font_place place;
    struct setting setting;

    (void)state;
    need_file(han_file);
    open_place(&place);
    for (size_t i = 0; i < LENGTH(han); i++) {
        setting_open(&setting, han[i].locale, han_folder);
        struct text_line *line = text_set(setting.text, &setting.arena, "外贸，2023", &regular);
        assert_no_failure(&setting);
        assert_int_equal(line->n_runs, 2);
        assert_string_equal(line->runs[0].font->name, han[i].face);
        assert_string_equal(line->runs[1].font->name, "Inter-Regular");
        assert_int_equal(line->runs[0].length, strlen("外贸，"));
        setting_close(&setting);
    }
    setting_open(&setting, "zh", han_folder);
    struct text_line *line = text_set(setting.text, &setting.arena, "外", &semibold);
    assert_no_failure(&setting);
    assert_true(line->runs[0].font->is_bold);
    setting_close(&setting);
    close_place(&place);
}

static void test_fontconfig_is_asked_last(void **state)
{
    struct setting setting;

    (void)state;
    need_file(han_file);
    setting_open(&setting, "zh-Hans", NULL);
    struct text_line *line = text_set(setting.text, &setting.arena, "外贸", &regular);
    assert_no_failure(&setting);
    assert_string_equal(line->runs[0].font->name, "NotoSansCJKsc-Regular");
    line = text_set(setting.text, &setting.arena, "外贸", &semibold);
    assert_no_failure(&setting);
    assert_string_equal(line->runs[0].font->name, "NotoSansCJKsc-Bold");
    setting_close(&setting);
}

/* The faces of a line's runs in visual order: "Inter-SemiBold|NotoSansSymbols2-Regular". */
static const char *names_of_faces(struct setting *setting, const char *utf8)
{
    struct text_line *line = text_set(setting->text, &setting->arena, utf8, &semibold);
    const char *out = "";

    assert_no_failure(setting);
    for (size_t i = 0; i < line->n_runs; i++)
        out = arena_format(&setting->arena, "%s%s%s", out, i > 0 ? "|" : "",
                           line->runs[i].font->name);
    return out;
}

/* Han faces have these symbols too: whoever asks the faces that are open first takes them. */
static void test_the_choice_does_not_ask_what_is_open(void **state)
{
    static const char symbols[] = "Trade ① ⅷ ◆ ☎";
    struct setting alone, after;

    (void)state;
    need_file(han_file);
    setting_open(&alone, "en", NULL);
    setting_open(&after, "en", NULL);
    const char *faces = names_of_faces(&alone, symbols);
    print_message("  %s\n", faces);
    assert_string_equal(names_of_faces(&after, "中国 trade"), "NotoSansCJKsc-Bold|Inter-SemiBold");
    assert_string_equal(names_of_faces(&after, symbols), faces);
    setting_close(&alone);
    setting_close(&after);
}

static void test_what_is_no_font_is_passed_over(void **state)
{
    struct font_place place;
    struct setting setting;
    char path[256];

    (void)state;
    need_file(thai_file);
    open_place(&place);
    link_in(&place, "/dev/null", "a.otf");
    link_in(&place, place.configuration, "b.ttc");
    link_in(&place, thai_file, "c.ttf");
    snprintf(path, sizeof path, "%s/note.txt", place.fonts);
    fclose(fopen(path, "w"));
    setting_open(&setting, "en", place.fonts);
    struct text_line *line = text_set(setting.text, &setting.arena, "ไทย", &regular);
    assert_no_failure(&setting);
    assert_string_equal(line->runs[0].font->name, "NotoSansThai-Regular");
    setting_close(&setting);
    close_place(&place);
}

/* What no face draws: boxes, and the warning that names them. */
static const struct {
    const char *utf8, *shown, *message;
} missing[] = {
    { "外贸", "[外]|[贸]",
      "no face here draws '外' (U+5916, Han) or '贸' (U+8D38, Han); a box stands for each; install "
      "fonts-noto-cjk, or name a folder with --fonts" },
    { "a ไa", "a |[ไ]|a",
      "no face here draws 'ไ' (U+0E44, Thai); a box stands for it; install a font that has its "
      "outlines (fonts-noto-core has most scripts), or name a folder with --fonts" },
    { "a\xF4\x80\x80\x80\xCC\x81 b", "a|[\xF4\x80\x80\x80\xCC\x81]| b",
      "no face here draws '\xF4\x80\x80\x80' (U+100000); a box stands for it; install a font that "
      "has its outlines (fonts-noto-core has most scripts), or name a folder with --fonts" },
    { "ئا贸نى", "نى|[贸]|ئا",
      "no face here draws '贸' (U+8D38, Han); a box stands for it; install fonts-noto-cjk, or name "
      "a "
      "folder with --fonts" },
    { "外贸外", "[外]|[贸]|[外]",
      "no face here draws '外' (U+5916, Han) or '贸' (U+8D38, Han); a box stands for each; install "
      "fonts-noto-cjk, or name a folder with --fonts" },
    { "一二三四五六七", "[一]|[二]|[三]|[四]|[五]|[六]|[七]",
      "no face here draws '一' (U+4E00, Han), '二' (U+4E8C, Han), '三' (U+4E09, Han), '四' "
      "(U+56DB, "
      "Han), '五' (U+4E94, Han), '六' (U+516D, Han) and others; a box stands for each; install "
      "fonts-noto-cjk, or name a folder with --fonts" },
    { "plain", "plain", NULL },
};

/* The texts of the runs, "|" between them, those of boxes in brackets. */
static const char *shown_text(struct setting *setting, const struct text_line *line)
{
    const char *out = "";

    for (size_t i = 0; i < line->n_runs; i++) {
        const struct glyph_run *run = &line->runs[i];
        out = arena_format(&setting->arena, "%s%s%s%.*s%s", out, i > 0 ? "|" : "",
                           run->is_missing ? "[" : "", (int)run->length, run->text,
                           run->is_missing ? "]" : "");
        for (size_t g = 0; g < run->n_glyphs; g++)
            assert_int_not_equal(run->glyphs[g].id, 0);
        if (run->is_missing)
            assert_true(run->n_glyphs == 1 && run->glyphs[0].advance > 0.3 * run->size);
    }
    return out;
}

static void check_missing(struct setting *setting, size_t i)
{
    struct scene *scene = scene_create(NULL, 300, 100);
    struct missing found = { .n = 0 };
    struct text_line *line = text_set(setting->text, &setting->arena, missing[i].utf8, &regular);

    assert_no_failure(setting);
    assert_string_equal(shown_text(setting, line), missing[i].shown);
    assert_true(text_width(setting->text, missing[i].utf8, &regular) == line->width);
    text_line_draw(line, scene, 10, 50, ALIGN_LEFT);
    scene_finish(scene);
    missing_note(&found, scene);
    if (missing[i].message == NULL)
        assert_null(missing_message(&found));
    else
        assert_string_equal(missing_message(&found), missing[i].message);
    scene_destroy(scene);
}

/* Twice in one context: what was found before does not silence the warning. */
static void test_a_box_stands_for_what_no_face_draws(void **state)
{
    struct font_place place;
    struct setting setting;

    (void)state;
    open_place(&place);
    for (size_t i = 0; i < LENGTH(missing); i++) {
        setting_open(&setting, "en", i % 2 == 0 ? place.fonts : NULL);
        check_missing(&setting, i);
        check_missing(&setting, i);
        setting_close(&setting);
    }
    close_place(&place);
}

/* A paragraph in a script without faces breaks and is cut as any other. */
static void test_boxes_are_wrapped(void **state)
{
    const struct text_span span = { "一二三四五六七八九十一二三四五六七八九十", &regular, NULL };
    struct font_place place;
    struct setting setting;

    (void)state;
    open_place(&place);
    setting_open(&setting, "zh", NULL);
    struct text_block *block = text_wrap(setting.text, &setting.arena, &span, 1, 60, 2);
    assert_no_failure(&setting);
    assert_int_equal(block->n_lines, 2);
    assert_true(block->cut && block->width > 40 && block->width <= 60);
    setting_close(&setting);
    close_place(&place);
}

static void test_a_folder_that_is_none_is_named(void **state)
{
    struct font_place place;
    struct setting setting;

    (void)state;
    open_place(&place);
    setting_open(&setting, "en", "/nonexistent/fonts");
    assert_non_null(text_set(setting.text, &setting.arena, "Exports", &regular));
    assert_null(text_set(setting.text, &setting.arena, "外", &regular));
    assert_int_equal(setting.error.status, SHEAF_BAD_ARGUMENT);
    assert_string_equal(setting.error.message,
                        "cannot read the folder of fonts '/nonexistent/fonts'");
    setting_close(&setting);
    close_place(&place);
}

static void test_facts_come_from_the_font(void **state)
{
    struct setting setting;

    (void)state;
    setting_open(&setting, "en", NULL);
    const struct font *font = text_set(setting.text, &setting.arena, "x", &semibold)->runs[0].font;
    assert_true(font->is_bold);
    assert_false(font->is_italic);
    assert_true(font->units_per_em >= 1000);
    assert_true(font->ascent > 0.9 && font->ascent < 1.1);
    assert_true(font->descent > 0.2 && font->descent < 0.3);
    assert_true(font->cap_height > 0.7 && font->cap_height < 0.75);
    assert_true(font->x_height > 0.5 && font->x_height < 0.6);
    setting_close(&setting);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_linked_faces_need_no_files),
        cmocka_unit_test(test_arabic_follows_the_weight),
        cmocka_unit_test(test_the_folder_gives_the_regions_han_face),
        cmocka_unit_test(test_fontconfig_is_asked_last),
        cmocka_unit_test(test_the_choice_does_not_ask_what_is_open),
        cmocka_unit_test(test_what_is_no_font_is_passed_over),
        cmocka_unit_test(test_a_box_stands_for_what_no_face_draws),
        cmocka_unit_test(test_boxes_are_wrapped),
        cmocka_unit_test(test_a_folder_that_is_none_is_named),
        cmocka_unit_test(test_facts_come_from_the_font),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
