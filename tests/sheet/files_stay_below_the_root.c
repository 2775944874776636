/* With a root folder a spec's files are read from below it only, whatever their names and links
 * are; what is outside is told of as what is not there. */
#include "support/check.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sheaf/sheaf.h"
#include "sheet/layout/layout.h"
#include "support/golden.h"

static char folder[500]; /* holds root, root-beside and outside.csv; set once by main */

static void write_csv(const char *name)
{
    char path[600];

    snprintf(path, sizeof path, "%s/%s", folder, name);
    assert_true(golden_make_folders(path));
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fputs("period,flow,value,unit\n2023,exports,14.8,USD\n", file);
    assert_int_equal(fclose(file), 0);
}

static void link_to(const char *target, const char *name)
{
    char path[600];

    snprintf(path, sizeof path, "%s/%s", folder, name);
    unlink(path);
    assert_int_equal(symlink(target, path), 0);
}

static int make_files(void **state)
{
    (void)state;
    snprintf(folder, sizeof folder, "%s/tests/sheet/below", golden_build_folder());
    write_csv("root/in.csv");
    write_csv("root/sub/in.csv");
    write_csv("root-beside/in.csv");
    write_csv("outside.csv");
    link_to("../outside.csv", "root/out");
    link_to("../..", "root/sub/up");
    link_to("sub/in.csv", "root/inside");
    link_to("root", "linked-root");
    return 0;
}

/* A spec in the root folder that names a file; NULL as root: none is set. */
static sheaf_sheet *read_spec(const char *root, const char *file)
{
    char path[600], text[1200];
    sheaf_sheet *sheet = sheaf_sheet_create(NULL);

    if (root != NULL) {
        snprintf(path, sizeof path, "%s/%s", folder, root);
        sheaf_sheet_set_root(sheet, path);
    }
    snprintf(path, sizeof path, "%s/root/spec.yaml", folder);
    snprintf(text, sizeof text,
             "sheaf: 1\ntitle: T\ndata: {d: {file: \"%s%s\"}}\nsheet: [text: \"{d[2023]}\"]\n",
             file[0] == '/' ? folder : "", file);
    sheaf_sheet_load_bytes(sheet, path, text, strlen(text));
    return sheet;
}

static const struct {
    const char *name, *root, *file;
    bool is_read;
} cases[] = {
    { "below", "root", "in.csv", true },
    { "deeper below", "root", "sub/in.csv", true },
    { "up and down again", "root", "sub/../in.csv", true },
    { "by its whole path", "root", "/root/in.csv", true },
    { "a link that stays", "root", "inside", true },
    { "a link to the root itself", "linked-root", "in.csv", true },
    { "above", "root", "../outside.csv", false },
    { "above by its whole path", "root", "/outside.csv", false },
    { "beside, in a folder of a longer name", "root", "../root-beside/in.csv", false },
    { "a link that leads out", "root", "out", false },
    { "a folder's link that leads out", "root", "sub/up/outside.csv", false },
    { "above a deeper root", "root/sub", "in.csv", false },
    { "standard input", "root", "-", false },
    { "not there", "root", "no.csv", false },
    { "the root itself", "root", ".", false },
    { "without a root", NULL, "../outside.csv", true },
};

static void test_files(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_sheet *sheet = read_spec(cases[i].root, cases[i].file);

        print_message("  %s: %s\n", cases[i].name, sheaf_sheet_message(sheet));
        if (cases[i].is_read) {
            struct sheet_pages *pages = sheet_layout(sheet);
            assert_non_null(pages);
            sheet_pages_destroy(pages);
        } else {
            assert_int_equal(sheaf_sheet_check(sheet), SHEAF_BAD_INPUT);
            assert_non_null(strstr(sheaf_sheet_message(sheet), "is no file below the root folder"));
            assert_int_equal(sheaf_sheet_error(sheet)->line, 3);
        }
        sheaf_sheet_destroy(sheet);
    }
}

static void test_order_of_calls(void **state)
{
    sheaf_sheet *sheet = read_spec("root", "in.csv");
    char beside[700];

    (void)state;
    assert_int_equal(sheaf_sheet_check(sheet), SHEAF_OK);
    snprintf(beside, sizeof beside, "%s/root-beside", folder);
    sheaf_sheet_set_root(sheet, beside); /* holds for what is written from now on */
    assert_int_equal(sheaf_sheet_check(sheet), SHEAF_BAD_INPUT);
    assert_non_null(strstr(sheaf_sheet_message(sheet), "is no file below the root folder"));
    sheaf_sheet_destroy(sheet);

    sheet = read_spec("no-such-root", "in.csv");
    assert_int_equal(sheaf_sheet_status(sheet), SHEAF_SYSTEM);
    assert_non_null(strstr(sheaf_sheet_error(sheet)->file, "no-such-root"));
    sheaf_sheet_destroy(sheet);

    sheet = read_spec("root", "in.csv");
    sheaf_sheet_load_bytes(sheet, "again.yaml", "", 0);
    assert_string_equal(sheaf_sheet_message(sheet), "a spec is read into an empty sheet");
    sheaf_sheet_destroy(sheet);

    sheet = sheaf_sheet_create(NULL);
    sheaf_sheet_set_root(sheet, NULL);
    sheaf_sheet_load(sheet, NULL);
    assert_int_equal(sheaf_sheet_status(sheet), SHEAF_BAD_ARGUMENT);
    sheaf_sheet_destroy(sheet);
    sheaf_sheet_set_root(NULL, "x");
    sheaf_sheet_load(NULL, "x");
    sheaf_sheet_load_bytes(NULL, "x", "", 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_files),
        cmocka_unit_test(test_order_of_calls),
    };

    return cmocka_run_group_tests(tests, make_files, NULL);
}
