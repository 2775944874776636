/* sheets_look_as_they_did.c - each page as scene, as picture, and alike through both
 * painters. */
#include "support/check.h"

#include "pages.h"
#include "paint/paint.h"
#include "support/agree.h"

static sheaf_sheet *read_sample(const char *language)
{
    char path[600];

    snprintf(path, sizeof path, "%s/samples/kaz-chn/kaz-chn.yaml", golden_source_folder());
    sheaf_sheet *sheet = sheaf_sheet_read(NULL, path);
    sheaf_sheet_set_language(sheet, language);
    return sheet;
}

static void check_look(sheaf_sheet *sheet, const char *name)
{
    struct sheet_pages *pages = sheet_layout(sheet);
    sheaf_error error = { 0 };
    struct buffer dump, png;
    char file[100];

    assert_non_null(pages);
    assert_int_equal(pages->n, 1);
    buffer_init(&dump, NULL, &error);
    buffer_init(&png, NULL, &error);
    scene_dump(pages->scenes[0], &dump);
    snprintf(file, sizeof file, "sheet/%s.scene", name);
    golden_text(file, dump.bytes, dump.length);
    assert_int_equal(paint_png(pages->scenes[0], 1.5, 108, NULL, &png, &error), SHEAF_OK);
    snprintf(file, sizeof file, "sheet/%s.png", name);
    golden_picture(file, png.bytes, png.length);
    snprintf(file, sizeof file, "sheet/%s", name);
    painters_agree(file, pages->scenes[0]);
    buffer_free(&dump);
    buffer_free(&png);
    sheet_pages_destroy(pages);
    sheaf_sheet_destroy(sheet);
}

static void test_sample(void **state)
{
    (void)state;
    check_look(read_sample("en"), "kaz-chn");
}

static void test_sample_in_russian(void **state)
{
    (void)state;
    check_look(read_sample("ru"), "kaz-chn.ru");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sample),
        cmocka_unit_test(test_sample_in_russian),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
