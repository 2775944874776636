/* sheets_have_themes.c - a sheet is drawn in the theme that its spec names, by name or as a file beside
 * it, or that a program gives it: its ground, its words and the colours of its members. */
#include "support/check.h"

#include <png.h>

#include "chart/theme_object.h"

#include "pages.h"

static void write_file(const char *name, const char *text)
{
    char path[600];

    snprintf(path, sizeof path, "%s/tests/sheet/%s", golden_build_folder(), name);
    assert_true(golden_make_folders(path));
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

static sheaf_sheet *read_spec(const char *theme)
{
    sheaf_sheet *sheet = sheaf_sheet_create(NULL);
    char path[600], spec[1000];

    write_file("themed.csv", "period,partner,value,unit\n2019,CHN,10,bn USD\n2020,CHN,12,bn USD\n"
                             "2019,RUS,7,bn USD\n2020,RUS,9,bn USD\n");
    write_file("house.yaml", "theme: 1\npaper: '#FFF8E8'\nmembers: {CHN: '#AA0011'}\n");
    write_file("pale.yaml", "theme: 1\nink: '#999999'\n");
    write_file("wrong.yaml", "theme: 1\nink: '999'\n");
    snprintf(path, sizeof path, "%s/tests/sheet/themed.yaml", golden_build_folder());
    snprintf(spec, sizeof spec,
             "sheaf: 1\ntitle: T\ntheme: %s\ndata: {d: themed.csv}\nseries:\n"
             "  c: 'd[partner:CHN]'\n  r: 'd[partner:RUS]'\n"
             "sheet:\n  - chart: {type: lines, series: [c, r]}\n",
             theme);
    sheaf_sheet_load_bytes(sheet, path, spec, strlen(spec));
    return sheet;
}

/* Whether the first page's dump has the text. */
static bool page_has(sheaf_sheet *sheet, const char *text)
{
    struct sheet_pages *pages = sheet_layout(sheet);
    struct buffer dump;

    assert_string_equal(sheaf_sheet_message(sheet), "");
    assert_non_null(pages);
    buffer_init(&dump, NULL, NULL);
    scene_dump(pages->scenes[0], &dump);
    buffer_put(&dump, "", 1);
    bool has = strstr(dump.bytes, text) != NULL;
    buffer_free(&dump);
    sheet_pages_destroy(pages);
    return has;
}

static void what_the_spec_names_is_drawn(void **state)
{
    static const struct {
        const char *theme, *paper, *color;
        bool has_ground;
    } cases[] = {
        { "default", "#FFFFFF", "#1F5FA8", false },
        { "dark", "#14181F", "#4A90E2", true },
        { "print", "#FFFFFF", "#2F2F2F", false },
        { "house.yaml", "#FFF8E8", "#AA0011", true },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_sheet *sheet = read_spec(cases[i].theme);
        print_message("  %s\n", cases[i].theme);
        assert_true(page_has(sheet, cases[i].color));
        assert_int_equal(page_has(sheet, "L 595.276,841.89"), cases[i].has_ground);
        if (cases[i].has_ground)
            assert_true(page_has(sheet, cases[i].paper));
        sheaf_sheet_destroy(sheet);
    }
}

/* Both partners were first and second in order; the other keeps off the chosen colour. */
static void a_program_chooses_instead(void **state)
{
    sheaf_sheet *sheet = read_spec("dark");
    sheaf_theme *theme = sheaf_theme_create(NULL, "default");

    (void)state;
    sheaf_theme_set_member(theme, "RUS", 0x1F5FA8);
    sheaf_sheet_set_theme(sheet, theme);
    sheaf_theme_destroy(theme);
    assert_false(page_has(sheet, "#14181F"));
    assert_true(page_has(sheet, "#1F5FA8"));
    assert_true(page_has(sheet, "#D4701C"));
    sheaf_sheet_set_theme(sheet, NULL);
    assert_true(page_has(sheet, "#1F5FA8"));
    sheaf_sheet_destroy(sheet);
}

static void warnings_are_the_sheets(void **state)
{
    sheaf_sheet *sheet = read_spec("pale.yaml");
    sheaf_warning warning = SHEAF_WARNING_INIT;

    (void)state;
    assert_int_equal(sheaf_sheet_check(sheet), SHEAF_OK);
    assert_true(sheaf_sheet_warning(sheet, 0, &warning));
    assert_non_null(strstr(warning.message, "'ink' (#999999) has a contrast of 2.8 : 1"));
    assert_non_null(strstr(warning.file, "pale.yaml"));
    sheaf_sheet_destroy(sheet);
}

static void mistakes_are_told_where_they_are(void **state)
{
    static const struct {
        const char *theme, *message, *file;
        size_t line;
    } cases[] = {
        { "drak", "no theme 'drak'; did you mean 'dark'?", "themed.yaml", 3 },
        { "nothing.yaml", "nothing.yaml", "themed.yaml", 3 },
        { "wrong.yaml", "'999' is no colour", "wrong.yaml", 2 },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_sheet *sheet = read_spec(cases[i].theme);

        assert_int_equal(sheaf_sheet_check(sheet), SHEAF_BAD_INPUT);
        print_message("  %s\n", sheaf_sheet_message(sheet));
        assert_non_null(strstr(sheaf_sheet_message(sheet), cases[i].message));
        assert_non_null(strstr(sheaf_sheet_error(sheet)->file, cases[i].file));
        assert_int_equal(sheaf_sheet_error(sheet)->line, cases[i].line);
        sheaf_sheet_destroy(sheet);
    }
}

static void write_png(const char *name)
{
    static const uint8_t pixels[4 * 6] = { 0x80 };
    char path[600];
    png_image image = {
        .version = PNG_IMAGE_VERSION, .width = 3, .height = 2, .format = PNG_FORMAT_RGBA
    };

    snprintf(path, sizeof path, "%s/tests/sheet/%s", golden_build_folder(), name);
    assert_int_equal(png_image_write_to_file(&image, path, 0, pixels, 0, NULL), 1);
}

/* 9 mm tall, with its top at the first rule, which ends 4 mm before it: at 549.92 - 38.27 - 11.34. */
static void a_logo_ends_the_first_rule(void **state)
{
    (void)state;
    write_file("logo.yaml", "theme: 1\nlogo: {file: logo.png, alternative: Ministry of Trade}\n");
    write_png("logo.png");
    sheaf_sheet *sheet = read_spec("logo.yaml");
    assert_true(page_has(sheet, "Ministry of Trade"));
    assert_true(page_has(sheet, "from 511.654,39.685 to 549.921,65.197"));
    assert_true(page_has(sheet, "500.315,39.685"));
    assert_false(page_has(sheet, "549.921,39.685"));
    sheaf_sheet_set_language(sheet, "ar");
    assert_true(page_has(sheet, "from 45.354,39.685 to 83.622,65.197"));
    sheaf_sheet_destroy(sheet);
}

/* Its words are in the sheet's language, and it takes the place of the theme's. On a cover it has paper
 * behind it. */
static void a_spec_has_its_own_logo(void **state)
{
    static const char *const covers[] = { "no", "yes" };

    (void)state;
    write_file("logo.yaml", "theme: 1\nlogo: {file: logo.png, alternative: Ministry of Trade}\n");
    write_png("logo.png");
    write_png("own.png");
    for (size_t i = 0; i < LENGTH(covers); i++) {
        sheaf_sheet *sheet = sheaf_sheet_create(NULL);
        char path[600], spec[400];
        snprintf(path, sizeof path, "%s/tests/sheet/own.yaml", golden_build_folder());
        snprintf(spec, sizeof spec,
                 "sheaf: 1\ntitle: T\ntheme: logo.yaml\ncover: %s\n"
                 "logo: {file: own.png, alternative: {en: Office, ru: Управление}}\n"
                 "sheet: [text: {en: a, ru: б}]\n",
                 covers[i]);
        sheaf_sheet_load_bytes(sheet, path, spec, strlen(spec));
        assert_true(page_has(sheet, "\"Office\""));
        assert_false(page_has(sheet, "Ministry"));
        assert_true(page_has(sheet, "from 511.654,39.685 to 549.921,65.197"));
        assert_int_equal(page_has(sheet, " Z fill #FFFFFF"), i == 1);
        sheaf_sheet_set_language(sheet, "ru");
        assert_true(page_has(sheet, "\"Управление\""));
        sheaf_sheet_set_logo(sheet, NULL, NULL); /* the theme's */
        assert_true(page_has(sheet, "Ministry"));
        snprintf(path, sizeof path, "%s/tests/sheet/own.png", golden_build_folder());
        sheaf_sheet_set_logo(sheet, path, "A program's");
        assert_true(page_has(sheet, "A program's"));
        sheaf_sheet_set_logo(sheet, "/nowhere/logo.png", "None");
        assert_int_equal(sheaf_sheet_status(sheet), SHEAF_BAD_INPUT);
        sheaf_sheet_destroy(sheet);
    }
}

/* A chart's own theme has its own paper and colours; the page keeps its. */
static void a_chart_may_have_its_own(void **state)
{
    sheaf_sheet *sheet = sheaf_sheet_create(NULL);
    char path[600], spec[1000];

    (void)state;
    snprintf(path, sizeof path, "%s/tests/sheet/themed.yaml", golden_build_folder());
    snprintf(spec, sizeof spec,
             "sheaf: 1\ntitle: T\ndata: {d: themed.csv}\nseries:\n"
             "  c: 'd[partner:CHN]'\n  r: 'd[partner:RUS]'\n"
             "sheet:\n  - chart: {type: lines, series: [c, r]}\n"
             "  - chart: {type: lines, theme: dark, series: [c, r]}\n");
    sheaf_sheet_load_bytes(sheet, path, spec, strlen(spec));
    assert_true(page_has(sheet, "#1F5FA8"));
    assert_true(page_has(sheet, "#4A90E2"));
    assert_true(page_has(sheet, "#14181F"));
    assert_true(page_has(sheet, "#1B2430"));
    sheaf_sheet_destroy(sheet);
}

static void a_logo_stays_below_the_root(void **state)
{
    sheaf_sheet *sheet = sheaf_sheet_create(NULL);
    char path[700], folder[600];
    static const char spec[] = "sheaf: 1\ntitle: T\ntheme: above.yaml\nsheet: [text: a]\n";

    (void)state;
    write_file("root/above.yaml", "theme: 1\nlogo: {file: ../logo.png, alternative: M}\n");
    write_png("logo.png");
    snprintf(folder, sizeof folder, "%s/tests/sheet/root", golden_build_folder());
    snprintf(path, sizeof path, "%s/spec.yaml", folder);
    sheaf_sheet_set_root(sheet, folder);
    sheaf_sheet_load_bytes(sheet, path, spec, strlen(spec));
    assert_int_equal(sheaf_sheet_check(sheet), SHEAF_BAD_INPUT);
    assert_non_null(
        strstr(sheaf_sheet_message(sheet), "'../logo.png' is no file that can be read"));
    sheaf_sheet_destroy(sheet);
}

static void a_logo_of_a_spec_stays_there(void **state)
{
    sheaf_sheet *sheet = sheaf_sheet_create(NULL);
    char path[700], folder[600];
    static const char spec[] =
        "sheaf: 1\ntitle: T\nlogo: {file: ../logo.png, alternative: M}\nsheet: [text: a]\n";

    (void)state;
    write_png("logo.png");
    snprintf(folder, sizeof folder, "%s/tests/sheet/root", golden_build_folder());
    snprintf(path, sizeof path, "%s/spec.yaml", folder);
    sheaf_sheet_set_root(sheet, folder);
    sheaf_sheet_load_bytes(sheet, path, spec, strlen(spec));
    assert_int_equal(sheaf_sheet_check(sheet), SHEAF_BAD_INPUT);
    assert_non_null(
        strstr(sheaf_sheet_message(sheet), "'../logo.png' is no file that can be read"));
    sheaf_sheet_destroy(sheet);
}

static void a_theme_stays_below_the_root(void **state)
{
    sheaf_sheet *sheet = sheaf_sheet_create(NULL);
    static const char spec[] = "sheaf: 1\ntitle: T\ntheme: /etc/passwd\nsheet: [text: a]\n";

    (void)state;
    sheaf_sheet_set_root(sheet, golden_build_folder());
    sheaf_sheet_load_bytes(sheet, "spec.yaml", spec, strlen(spec));
    assert_int_equal(sheaf_sheet_check(sheet), SHEAF_BAD_INPUT);
    assert_string_equal(sheaf_sheet_message(sheet),
                        "'/etc/passwd' is no file below the root folder");
    sheaf_sheet_destroy(sheet);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_the_spec_names_is_drawn),
        cmocka_unit_test(a_program_chooses_instead),
        cmocka_unit_test(warnings_are_the_sheets),
        cmocka_unit_test(mistakes_are_told_where_they_are),
        cmocka_unit_test(a_theme_stays_below_the_root),
        cmocka_unit_test(a_logo_ends_the_first_rule),
        cmocka_unit_test(a_chart_may_have_its_own),
        cmocka_unit_test(a_logo_stays_below_the_root),
        cmocka_unit_test(a_spec_has_its_own_logo),
        cmocka_unit_test(a_logo_of_a_spec_stays_there),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
