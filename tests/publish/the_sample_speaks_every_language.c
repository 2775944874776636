/* the_sample_speaks_every_language.c - the first sample is one spec: each language has all its texts, on one
 * page, and no figure or name of it is written in another's way. */
#include "support/check.h"

#include <sheaf/sheaf.h>
#include <stdio.h>
#include <string.h>

#include "support/golden.h"

static void all_texts_are_there(void **state)
{
    static const char *const languages[] = { "en", "ru", "kk", "zh", "de", "fr", "ar", "ug" };
    char path[600];

    (void)state;
    snprintf(path, sizeof path, "%s/samples/kaz-chn/kaz-chn.yaml", golden_source_folder());
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) {
        sheaf_sheet *sheet = sheaf_sheet_read(NULL, path);
        sheaf_warning warning = SHEAF_WARNING_INIT;
        size_t pages = 0;

        print_message("  %s\n", languages[i]);
        sheaf_sheet_set_language(sheet, languages[i]);
        assert_int_equal(sheaf_sheet_page_count(sheet, &pages), SHEAF_OK);
        assert_int_equal(pages, 1);
        if (sheaf_sheet_warning(sheet, 0, &warning))
            fail_msg("%s", warning.message);
        sheaf_sheet_destroy(sheet);
    }
}

/* The texts' own language is what tells that a text fell back: a language without a catalogue has none. */
static void a_language_without_texts_is_told(void **state)
{
    char path[600];
    sheaf_warning warning = SHEAF_WARNING_INIT;
    size_t pages = 0;

    (void)state;
    snprintf(path, sizeof path, "%s/samples/kaz-chn/kaz-chn.yaml", golden_source_folder());
    sheaf_sheet *sheet = sheaf_sheet_read(NULL, path);
    sheaf_sheet_set_language(sheet, "it");
    assert_int_equal(sheaf_sheet_page_count(sheet, &pages), SHEAF_OK);
    assert_true(sheaf_sheet_warning(sheet, 0, &warning));
    assert_non_null(strstr(warning.message, "--missing it"));
    sheaf_sheet_destroy(sheet);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_texts_are_there),
        cmocka_unit_test(a_language_without_texts_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
