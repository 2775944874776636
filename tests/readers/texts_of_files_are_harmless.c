/* texts_of_files_are_harmless.c - in every format, what a file calls its columns and members holds no
 * character that commands a terminal or turns the text around it, and a warning tells. */
#include "support/check.h"

#include <string.h>

#include "base/strings.h"
#include "sheaf/table.h"

static const struct {
    const char *what, *text, *dimension, *member, *name; /* as they are read; name NULL: none */
    size_t line;                                         /* of the warning */
    const char *code;                                    /* in the warning */
} files[] = {
    { "a member", "period,partner,value\n2022,a,1\n2023,a\x1B[31mb,1\n", "partner", "a\uFFFD[31mb",
      NULL, 3, "U+001B" },
    { "a control of two bytes",
      "period,partner,value\n2023,a\xC2\x9B"
      "31mb,1\n",
      "partner",
      "a\uFFFD"
      "31mb",
      NULL, 2, "U+009B" },
    { "an end of line of other machines",
      "period,partner,value\n2023,a\xC2\x85"
      "b,1\n",
      "partner",
      "a\uFFFD"
      "b",
      NULL, 2, "U+0085" },
    { "an override", "period,partner,value\n2023,a\u202Eb,1\n", "partner", "ab", NULL, 2,
      "U+202E" },
    { "isolates and a separator", "period,partner,value\n2023,\u2067a\u2069\u2028b,1\n", "partner",
      "a b", NULL, 2, "U+2067" },
    { "a header", "period,col\x07our,value\n2023,a,1\n", "col\uFFFDour", "a", NULL, 0, "U+0007" },
    { "headers of values", "year,red\x1B[1m,blue\n2023,1,2\n", "series", "red\uFFFD[1m", NULL, 2,
      "U+001B" },
    { "a unit", "period,value,unit\n2023,1,\x1B[5mtea\n", "unit", "\uFFFD[5mtea", NULL, 2,
      "U+001B" },
    { "Comtrade's names",
      "period,reporterISO,reporterCode,reporterDesc,flowCode,cmdCode,cmdDesc,primaryValue\n"
      "2023,KAZ,398,Kazakhstan,X,72,Iron\x7Fsteel,5\n",
      "product", "72", "Iron\uFFFDsteel", 0, "U+007F" },
    { "JSON-stat's labels",
      "{\"version\":\"2.0\",\"class\":\"dataset\",\"id\":[\"product\",\"time\"],\"size\":[1,1],"
      "\"dimension\":{\"product\":{\"category\":{\"index\":[\"72\"],\"label\":{\"72\":"
      "\"Iron\\u001b[31m\"}}},\"time\":{\"category\":{\"index\":[\"2023\"]}}},\"value\":[5]}",
      "product", "72", "Iron\uFFFD[31m", 0, "U+001B" },
    { "SDMX-JSON's names",
      "{\"data\":{\"dataSets\":[{\"structure\":0,\"observations\":{\"0:0\":[5]}}],"
      "\"structures\":[{\"dimensions\":{\"observation\":[{\"id\":\"PRODUCT\",\"values\":[{"
      "\"id\":\"7\\u202d2\",\"name\":\"Iron\\u0001\"}]},{\"id\":\"TIME_PERIOD\",\"values\":[{"
      "\"id\":\"2023\"}]}]}}]}}",
      "product", "72", "Iron\uFFFD", 1, "U+202D" },
    { "Comtrade's JSON",
      "{\"count\":1,\"data\":[{\"period\":\"2023\",\"reporterISO\":\"KAZ\",\"flowCode\":\"X\","
      "\"cmdCode\":\"72\",\"cmdDesc\":\"Iron\\u009b31m\",\"primaryValue\":5}]}",
      "product", "72",
      "Iron\uFFFD"
      "31m",
      0, "U+009B" },
};

static void assert_harmless(const char *text)
{
    uint32_t code;

    assert_false(utf8_find_harmful(text, strlen(text), &code));
}

static void assert_all_harmless(const sheaf_table *table)
{
    const char *dimension, *member;

    for (size_t d = 0; (dimension = sheaf_table_dimension(table, d)) != NULL; d++) {
        assert_harmless(dimension);
        for (size_t m = 0; (member = sheaf_table_member(table, dimension, m)) != NULL; m++) {
            assert_harmless(member);
            assert_harmless(sheaf_table_member_name(table, dimension, m));
        }
    }
}

static size_t find_member(const sheaf_table *table, const char *dimension, const char *member)
{
    const char *other;

    for (size_t m = 0; (other = sheaf_table_member(table, dimension, m)) != NULL; m++)
        if (strcmp(other, member) == 0)
            return m;
    fail_msg("no %s '%s'", dimension, member);
    return 0;
}

static void test_texts_are_harmless(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(files); i++) {
        sheaf_warning warning = SHEAF_WARNING_INIT;
        sheaf_table *table =
            sheaf_table_read_bytes(NULL, "trade", files[i].text, strlen(files[i].text));

        print_message("  %s\n", files[i].what);
        assert_string_equal(sheaf_table_error(table)->message, "");
        assert_all_harmless(table);
        size_t member = find_member(table, files[i].dimension, files[i].member);
        if (files[i].name != NULL)
            assert_string_equal(sheaf_table_member_name(table, files[i].dimension, member),
                                files[i].name);
        assert_int_equal(sheaf_table_warning_count(table), 1);
        assert_true(sheaf_table_warning(table, 0, &warning));
        assert_non_null(strstr(warning.message, files[i].code));
        assert_string_equal(warning.file, "trade");
        assert_int_equal(warning.line, files[i].line);
        sheaf_table_destroy(table);
    }
}

/* What differs only in such characters is one member, and is found as it is read. */
static void test_one_member(void **state)
{
    static const char text[] =
        "period,partner,value\n2021,a\u202Eb,1\n2022,ab,2\n2023,a\u202Eb,3\n";
    sheaf_table *table = sheaf_table_read_bytes(NULL, "trade", text, strlen(text));
    const sheaf_filter filter = { "partner", "ab" };
    sheaf_series *series = sheaf_table_select(table, &filter, 1);

    (void)state;
    assert_int_equal(sheaf_table_member_count(table, "partner"), 1);
    assert_int_equal(sheaf_series_count(series), 3);
    sheaf_series_destroy(series);
    sheaf_table_destroy(table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_texts_are_harmless),
        cmocka_unit_test(test_one_member),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
