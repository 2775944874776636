/* readme_is_right.c - the sheet that the project's front page shows is one. */
#include "support/check.h"

#include "base/file.h"
#include "pages.h"

/* What stands in the page's block of YAML. */
static void take_spec(struct buffer *page)
{
    static const char open[] = "\n```yaml\n";
    char path[600], *start, *end;
    sheaf_error error = { 0 };

    snprintf(path, sizeof path, "%s/README.md", golden_source_folder());
    buffer_init(page, NULL, &error);
    assert_int_equal(file_read(path, 1 << 20, page, &error), SHEAF_OK);
    start = strstr(page->bytes, open);
    assert_non_null(start);
    start += strlen(open);
    end = strstr(start, "```");
    assert_non_null(end);
    memmove(page->bytes, start, (size_t)(end - start));
    page->bytes[end - start] = '\0';
}

static void test_its_sheet_is_read(void **state)
{
    struct buffer page, dump;

    (void)state;
    take_spec(&page);

    sheaf_sheet *sheet = pages_read(NULL, page.bytes);
    assert_string_equal(sheaf_sheet_message(sheet), "");
    assert_int_equal(pages_dump(sheet, &dump), 1);
    buffer_free(&dump);
    sheaf_sheet_destroy(sheet);
    buffer_free(&page);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_its_sheet_is_read) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
