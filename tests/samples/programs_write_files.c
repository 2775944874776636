/* Tests for samples/embed and samples/report: what the pictures and pages hold that they write. */
#include "cli/shell.h"
#include "support/check.h"
#include "support/picture.h"

static const struct shell_case runs[] = {
    { "$(dirname $(dirname $sheaf))/samples/embed . && pdftotext embed.pdf -", 0,
      "Exports to China grew by an eighth in 2023" },
    { "pdftotext embed.pdf -", 0, "14.7" },
    { "$(dirname $(dirname $sheaf))/samples/embed nowhere", 1, "cannot" },
    { "$(dirname $(dirname $sheaf))/samples/report . && pdfinfo report.pdf", 0,
      "The United Kingdom and Germany: trade rose by 6.8% in 2023" },
    { "pdfinfo report.pdf", 0, "Pages:           1\n" },
    { "pdftotext -layout report.pdf -", 0,
      "In 2023 UK exports to Germany rose by 3.3% to £59.4 bn." },
    { "pdftotext -layout report.pdf - | tr -s ' '", 0, "Imports 67.2 68.1 79.9 87.3 +9.2%" },
    { "pdftotext report.pdf -", 0, "−27.9 bn" },
    { "pdfdetach -list report.pdf", 0, "provenance.json" },
    { "cat report.html", 0, "trade rose by 6.8% in 2023</h1>" },
    { "$(dirname $(dirname $sheaf))/samples/report nowhere", 1, "nowhere/report.pdf" },
};

static void files_hold_the_figures(void **state)
{
    (void)state;
    process_need("pdftotext");
    for (size_t i = 0; i < LENGTH(runs); i++)
        shell_check(runs[i]);
}

/* Two bars in the colour of exports, #1F5FA8, of which the implied one is drawn apart. */
static void the_picture_has_bars(void **state)
{
    struct picture picture;
    int blue = 0;

    (void)state;
    assert_true(picture_read_file(&picture, "embed.png"));
    assert_int_equal(picture.width, 1200);
    assert_int_equal(picture.height, 750);
    for (const uint8_t *p = picture.rgba; p < picture.rgba + 4 * 1200 * 750; p += 4)
        blue += p[0] == 0x1f && p[1] == 0x5f && p[2] == 0xa8;
    assert_true(blue > 40000);
    picture_free(&picture);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_hold_the_figures),
        cmocka_unit_test(the_picture_has_bars),
    };
    return cmocka_run_group_tests_name("samples/programs_write_files", tests, shell_enter,
                                       shell_leave);
}
