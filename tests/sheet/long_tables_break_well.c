/* long_tables_break_well.c - a table that is longer than a page: how many pages it takes, what stands above
 * its further parts, and how much of it the last page has. */
#include "support/check.h"

#include "pages.h"

/* A file of members with ten years each, in a group of so many. */
static void write_data(struct buffer *into, size_t n, size_t in_group)
{
    char line[100];

    buffer_init(into, NULL, NULL);
    buffer_text(into, "period,partner,cluster,value,unit,unit_mult\n");
    for (size_t i = 0; i < n; i++)
        for (int year = 2014; year <= 2023; year++) {
            snprintf(line, sizeof line, "%d,Middling Member %03zu,Cluster %zu,%zu,GBP,6\n", year,
                     i + 1, i / in_group + 1, i < 3 ? 187000 + i : 20 + i * 7 % 977);
            buffer_text(into, line);
        }
    buffer_put(into, "", 1);
}

static struct sheet_pages *lay_out(size_t n, size_t in_group, const char *keys)
{
    char spec[600];
    struct buffer data;

    snprintf(spec, sizeof spec,
             "sheaf: 1\ntitle: Long\ndata: {d: broken.csv}\nsheet:\n  - table:\n"
             "      rows: \"d[partner: *]\"\n%s",
             keys);
    write_data(&data, n, in_group);
    sheaf_sheet *sheet = pages_read_data("broken", data.bytes, spec);
    struct sheet_pages *pages = sheet_layout(sheet);
    if (pages == NULL)
        print_message("  %s\n", sheaf_sheet_message(sheet));
    assert_non_null(pages);
    buffer_free(&data);
    sheaf_sheet_destroy(sheet);
    return pages;
}

/* How often a page has the word. */
static size_t on_page(const struct sheet_pages *pages, size_t page, const char *word)
{
    struct buffer dump;

    buffer_init(&dump, NULL, NULL);
    scene_dump(pages->scenes[page], &dump);
    buffer_put(&dump, "", 1);
    size_t n = pages_count(dump.bytes, word);
    buffer_free(&dump);
    return n;
}

/* All partners of a country, ten years and the growth: half of the ten pages that rows of 16 points with
 * names in two lines would take. */
static void test_pages(void **state)
{
    struct sheet_pages *pages = lay_out(240, 1, "      columns: [2014..2023, growth(2023)]\n");

    (void)state;
    print_message("  %zu pages\n", pages->n);
    assert_true(pages->n <= 5);
    for (size_t i = 0; i < pages->n; i++)
        assert_int_equal(on_page(pages, i, "\"GBP million\""), 1);
    sheet_pages_destroy(pages);
}

/* Its name stands again above the rows of a group that goes on. */
static void test_groups(void **state)
{
    struct sheet_pages *pages = lay_out(90, 30, "      columns: [2023]\n      groups: cluster\n");
    size_t heads = 0;

    (void)state;
    assert_true(pages->n >= 2);
    for (size_t i = 0; i < pages->n; i++)
        heads += on_page(pages, i, "\"Cluster ");
    assert_int_equal(on_page(pages, 1, "\"Cluster ") > 0, true);
    assert_int_equal(heads, 3 + pages->n - 1);
    sheet_pages_destroy(pages);
}

/* Three rows at least, however many there are. */
static void test_last_page(void **state)
{
    (void)state;
    for (size_t n = 40; n < 70; n++) {
        struct sheet_pages *pages = lay_out(n, 1, "      columns: [2023]\n");

        if (pages->n > 1)
            assert_true(on_page(pages, pages->n - 1, "\"Middling") >= 3);
        sheet_pages_destroy(pages);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_pages), cmocka_unit_test(test_groups),
                                        cmocka_unit_test(test_last_page) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
