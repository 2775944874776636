/* pages_keep_their_margins.c - whatever a sheet holds stands within the margins of its
 * pages, and no text on other text; what can't is one error that tells the way out. */
#include "support/check.h"

#include "pages.h"
#include "support/overlap.h"

#define MM (72.0 / 25.4)

/* Two columns of notes of which the second is the longer. */
#define LONG_NOTE                                                                                  \
    "A note that says at some length what a reader of this page ought to know of its figures "     \
    "before they are compared with those of others, which may be counted otherwise. "

static const struct {
    const char *name, *spec;
} sheets[] = {
    { "the second column of notes is the longer", "  - text: One line\n"
                                                  "  - notes:\n"
                                                  "      - Short\n"
                                                  "      - " LONG_NOTE "\n      - Short too\n" },
};

static void check_pages(const struct sheet_pages *pages)
{
    for (size_t i = 0; i < pages->n; i++) {
        const struct scene *scene = pages->scenes[i];
        const struct box area = { 16 * MM - 0.5, 14 * MM - 0.5, scene_width(scene) - 16 * MM + 0.5,
                                  scene_height(scene) - 16 * MM + 0.5 };

        assert_string_equal(outside_find(scene, area).message, "");
        assert_string_equal(overlap_find(scene, 1, false).message, "");
    }
}

static void test_margins(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(sheets); i++) {
        struct buffer spec;

        print_message("  %s\n", sheets[i].name);
        buffer_init(&spec, NULL, NULL);
        buffer_text(&spec, PAGES_HEAD);
        buffer_text(&spec, sheets[i].spec);
        sheaf_sheet *sheet = pages_read(NULL, spec.bytes);
        struct sheet_pages *pages = sheet_layout(sheet);
        assert_string_equal(sheaf_sheet_message(sheet), "");
        check_pages(pages);
        sheet_pages_destroy(pages);
        sheaf_sheet_destroy(sheet);
        buffer_free(&spec);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_margins),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
