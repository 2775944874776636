/* shown_as_before.c - every text that charts and sheets show, a line each: figures, units,
 * periods, names, and what is said to those who do not see the picture.
 *
 * Golden scenes change with every move of a line; these files only when readers are told
 * something else. The charts' texts are taken from their golden scenes, which
 * chart/charts_look_as_they_did compares with what is drawn; the samples are laid out here, in
 * every language. */
#include "support/check.h"

#include <glob.h>
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "base/file.h"
#include "scene/scene.h"
#include "sheet/layout/layout.h"
#include "support/golden.h"

/* Puts what stands in quotes from `at` on, escaped as it is; returns the byte behind it. */
static const char *put_quoted(struct buffer *into, const char *at)
{
    for (at++; *at != '"' && *at != '\0'; at++) {
        if (*at == '\\')
            buffer_byte(into, *at++);
        buffer_byte(into, *at);
    }
    buffer_byte(into, '\n');
    return *at != '\0' ? at + 1 : at;
}

static bool begins(const char *text, const char *start)
{
    return strncmp(text, start, strlen(start)) == 0;
}

/* The texts of a scene dump and, after "alt: ", the alternative ones. */
static void put_shown(struct buffer *into, const char *dump)
{
    static const char run[] = "text \"", blank[] = "text \" \"", alternative[] = " alt \"";

    for (const char *line = dump, *end; (end = strchr(line, '\n')) != NULL; line = end + 1) {
        const char *at = line + strspn(line, " ");
        const char *alt = strstr(at, alternative);

        if (begins(at, run) && !begins(at, blank)) {
            put_quoted(into, at + strlen(run) - 1);
        } else if (!begins(at, run) && alt != NULL && alt < end) {
            buffer_text(into, "alt: ");
            put_quoted(into, alt + strlen(alternative) - 1);
        }
    }
}

static void check_shown(const char *name, const char *dump)
{
    struct buffer shown;
    char file[200];

    buffer_init(&shown, NULL, NULL);
    put_shown(&shown, dump);
    assert_true(shown.length > 0);
    snprintf(file, sizeof file, "shown/%s.txt", name);
    golden_text(file, shown.bytes, shown.length);
    buffer_free(&shown);
}

/* "…/golden/chart/bars.scene" is checked as "chart/bars". */
static void check_golden_scene(const char *path)
{
    const char *folder = strstr(path, "/golden/") + strlen("/golden/");
    char name[200];
    struct buffer dump;
    sheaf_error error = { 0 };

    snprintf(name, sizeof name, "%.*s", (int)(strrchr(folder, '.') - folder), folder);
    buffer_init(&dump, NULL, &error);
    if (file_read(path, 1 << 24, &dump, &error) != SHEAF_OK)
        fail_msg("%s", error.message);
    check_shown(name, dump.bytes);
    buffer_free(&dump);
}

static void check_folder(const char *folder)
{
    char pattern[1000];
    glob_t found;

    snprintf(pattern, sizeof pattern, "%s/tests/golden/%s/*.scene", golden_source_folder(), folder);
    assert_int_equal(glob(pattern, 0, NULL, &found), 0);
    for (size_t i = 0; i < found.gl_pathc; i++)
        check_golden_scene(found.gl_pathv[i]);
    globfree(&found);
}

static void test_charts(void **state)
{
    (void)state;
    check_folder("chart");
}

static void test_sheets(void **state)
{
    (void)state;
    check_folder("sheet");
}

static void check_sample(const char *sample, const char *language)
{
    char path[1000], name[200];
    struct buffer dump;

    snprintf(path, sizeof path, "%s/samples/%s/%s.yaml", golden_source_folder(), sample, sample);
    sheaf_sheet *sheet = sheaf_sheet_read(NULL, path);
    sheaf_sheet_set_language(sheet, language);
    struct sheet_pages *pages = sheet_layout(sheet);
    if (pages == NULL)
        fail_msg("%s", sheaf_sheet_message(sheet));
    buffer_init(&dump, NULL, NULL);
    for (size_t i = 0; i < pages->n; i++)
        scene_dump(pages->scenes[i], &dump);
    snprintf(name, sizeof name, "samples/%s.%s", sample, language);
    check_shown(name, dump.bytes);
    buffer_free(&dump);
    sheet_pages_destroy(pages);
    sheaf_sheet_destroy(sheet);
}

static void test_samples(void **state)
{
    static const char *const samples[] = { "kaz-chn" };
    static const char *const languages[] = { "en", "ru", "kk", "zh", "fr", "de", "ar", "ug" };

    (void)state;
    for (size_t i = 0; i < LENGTH(samples); i++)
        for (size_t k = 0; k < LENGTH(languages); k++)
            check_sample(samples[i], languages[k]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_charts),
        cmocka_unit_test(test_sheets),
        cmocka_unit_test(test_samples),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
