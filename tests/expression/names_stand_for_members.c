/* names_stand_for_members.c - expressions over a table's members and over a caller's names; the members,
 * the parts and the total of a dimension. */
#include "support/check.h"

#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "series/series.h"
#include "sheaf/expression.h"
#include "support/quota.h"
#include "support/series_text.h"
#include "support/table_in.h"

static const char csv[] = "period,reporter,partner,flow,product,value,unit\n"
                          "2022,KAZ,CHN,exports,TOTAL,13.0,USD\n"
                          "2023,KAZ,CHN,exports,TOTAL,15.0,USD\n"
                          "2023,KAZ,CHN,imports,TOTAL,16.0,USD\n"
                          "2023,KAZ,RUS,exports,TOTAL,9.0,USD\n"
                          "2023,KAZ,WLD,exports,TOTAL,78.0,USD\n"
                          "2023,KAZ,CHN,exports,27,6.0,USD\n"
                          "2023,KAZ,CHN,exports,2701,1.0,USD\n"
                          "2023,KAZ,CHN,exports,72,4.0,USD\n"
                          "2023,CHN,KAZ,imports,TOTAL,18.0,USD\n";

static const struct {
    const char *expression, *result;
    size_t column, length; /* of the mistake */
} cases[] = {
    { "exports[reporter: KAZ, product: TOTAL, partner: CHN]", "CHN 2022: 13.0, 2023: 15.0", 0, 0 },
    { "Exports[product: TOTAL, partner: CHN][2023]", "CHN 2023: 15.0", 0, 0 },
    { "data[reporter: KAZ, flow: imports]", "imports 2023: 16.0", 0, 0 },
    { "rus", "RUS 2023: 9.0", 0, 0 },
    { "Russia", "RUS 2023: 9.0", 0, 0 },
    { "\"Russian Federation\" + Россия", "RUS + RUS 2023: 18.0", 0, 0 },
    { "俄罗斯 - RU", "RUS - RUS 2023: 0.0", 0, 0 },
    { "exports[product: TOTAL, partner: China]", "CHN 2022: 13.0, 2023: 15.0", 0, 0 },
    { "exports[product: TOTAL, partner: Китай | RU][2023]", "CHN 2023: 15.0; RUS 2023: 9.0", 0, 0 },
    { "rank(exports[product: TOTAL], by: partner, of: 中国)", "CHN 2022: 1, 2023: 1", 0, 0 },
    { "Kazakhstan",
      "'Kazakhstan' is a member of both reporter and partner; pick it, as in data[reporter: KAZ]",
      1, 10 },
    { "exports[partner: China, product: 99]",
      "no product named '99'; there is: TOTAL, 27, 2701, 72", 34, 2 },
    { "Chile", "no series named 'Chile'", 1, 5 },
    { "\"72\" / \"27\"", "72 / 27 2023: 0.7", 0, 0 },
    { "top(exports[product: TOTAL], by: partner, n: 1)[2023]", "CHN 2023: 15.0; other 2023: 63.0",
      0, 0 },
    { "rank(exports[product: TOTAL, partner: CHN | RUS])[2023]", "CHN 2023: 1; RUS 2023: 2", 0, 0 },
    { "1 + kaz",
      "'kaz' is a member of both reporter and partner; pick it, as in data[reporter: KAZ]", 5, 3 },
    { "exprots", "no series named 'exprots'; did you mean 'exports'?", 1, 7 },
    { "", "the name of a series is expected here, and the expression ends", 1, 1 },
};

static void test_members_are_names(void **state)
{
    sheaf_table *table = sheaf_table_read_bytes(NULL, "trade.csv", csv, strlen(csv));

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_series_list *list = sheaf_table_evaluate(table, cases[i].expression);
        const sheaf_error *error = sheaf_series_list_error(list);

        print_message("  %s\n", cases[i].expression);
        assert_int_equal(error->column, cases[i].column);
        assert_int_equal(error->length, cases[i].length);
        if (error->status != SHEAF_OK)
            assert_string_equal(error->excerpt, cases[i].expression);
        assert_series_list(list, cases[i].result);
    }
    assert_series_list(sheaf_table_evaluate(table, NULL), "there is no expression (NULL)");
    assert_series_list(sheaf_table_evaluate(NULL, "data"), "the table is NULL");
    sheaf_table_destroy(table);
}

/* Where countries are the headers of columns, or stand in a dimension of the file's own. */
static void test_countries_go_by_any_name(void **state)
{
    static const char wide[] = "year,China,Russian Federation\n2022,13.1,8.8\n2023,14.7,9.8\n";
    static const char own[] = "period,market,value,unit\n2023,China,14.7,USD\n2023,156,3.0,USD\n";
    static const struct {
        const char *csv, *expression, *result;
    } named[] = {
        { wide, "Китай", "China 2022: 13.1, 2023: 14.7" },
        { wide, "CHN / RUS", "China / Russian Federation 2022: 1.5, 2023: 1.5" },
        { own, "CN", "China 2023: 14.7" },
        { own, "data[market: 中国]", "China 2023: 14.7" },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(named); i++) {
        sheaf_table *table =
            sheaf_table_read_bytes(NULL, "trade.csv", named[i].csv, strlen(named[i].csv));

        print_message("  %s\n", named[i].expression);
        assert_series_list(sheaf_table_evaluate(table, named[i].expression), named[i].result);
        sheaf_table_destroy(table);
    }
}

static void test_callers_name_series_and_tables(void **state)
{
    sheaf_table *table = sheaf_table_read_bytes(NULL, "trade.csv", csv, strlen(csv));
    sheaf_series *gdp = series_from_text("GDP", "USD", 0, "2023: 260.0");
    sheaf_series_list *partners =
        sheaf_table_evaluate(table, "top(exports[product: TOTAL], by: partner, n: 1)");
    sheaf_series_list *broken = sheaf_table_evaluate(table, "exprots");
    const sheaf_name names[] = {
        { "gdp", gdp, NULL, NULL },       { "trade", NULL, table, NULL },
        { "nothing", NULL, NULL, NULL },  { "partners", NULL, NULL, partners },
        { "broken", NULL, NULL, broken }, { NULL, NULL, NULL, NULL }
    };

    (void)state;
    assert_series_list(sheaf_evaluate(NULL, names, 5, "share(trade[partner: RUS], of: gdp)"),
                       "share(RUS, GDP) 2023: 3.5");
    assert_series_list(sheaf_evaluate(NULL, names, 5, "gpd"),
                       "no series named 'gpd'; did you mean 'gdp'?");
    assert_series_list(sheaf_evaluate(NULL, names, 5, "nothing"),
                       "'nothing' names neither series nor a table");
    assert_series_list(sheaf_evaluate(NULL, NULL, 0, "gdp"), "no series named 'gdp'");
    assert_series_list(sheaf_evaluate(NULL, names, 5, "partners"),
                       "CHN 2022: 13.0, 2023: 15.0; other 2023: 63.0");
    assert_series_list(sheaf_evaluate(NULL, names, 5, "share(partners, of: gdp)[2023]"),
                       "CHN 2023: 5.8; other 2023: 24.2");
    assert_series_list(sheaf_evaluate(NULL, names, 5, "2 * partners[2023]"),
                       "CHN 2023: 30.0; other 2023: 126");
    assert_series_list(sheaf_evaluate(NULL, names, 5, "(partners - partners / 2)[2023]"),
                       "CHN 2023: 7.5; other 2023: 32");
    assert_series_list(sheaf_evaluate(NULL, names, 5, "herfindahl(partners)[2023]"),
                       "herfindahl 2023: 0.689");
    assert_series_list(
        sheaf_evaluate(NULL, names, 5, "partners[partner: \u041a\u0438\u0442\u0430\u0439][2023]"),
        "CHN 2023: 15.0");
    assert_series_list(sheaf_evaluate(NULL, names, 5, "partners[series: CHN | other][2023]"),
                       "CHN 2023: 15.0; other 2023: 63.0");
    assert_series_list(sheaf_evaluate(NULL, names, 5, "growth((2 * partners)[partner: CHN])"),
                       "growth(CHN) 2023: 15");
    assert_series_list(sheaf_evaluate(NULL, names, 5, "partners[partner: Italy]"),
                       "none of these series has partner: Italy; there is: CHN, (empty)");
    assert_series_list(
        sheaf_evaluate(NULL, names, 5, "partners[colour: red]"),
        "series are chosen by series, reporter, partner, flow, product, unit or source, not "
        "by 'colour'");
    assert_series_list(sheaf_evaluate(NULL, names, 5, "2[partner: CHN]"),
                       "a period is expected here, not 'p'");
    assert_series_list(sheaf_evaluate(NULL, names, 5, "broken"),
                       "no series named 'exprots'; did you mean 'exports'?");
    sheaf_series_list_destroy(broken);
    sheaf_series_list_destroy(partners);
    sheaf_series_destroy(gdp);
    sheaf_table_destroy(table);
}

enum which { MEMBERS, PARTS, WHOLE };

static const struct {
    const char *name;
    enum which which;
    sheaf_filter filters[3];
    size_t n;
    const char *dimension;
    int depth;
    const char *result;
} members[] = {
    { "all members",
      MEMBERS,
      { { "flow", "exports" }, { "product", "TOTAL" } },
      2,
      "partner",
      0,
      "CHN 2022: 13.0, 2023: 15.0; RUS 2023: 9.0; WLD 2023: 78.0" },
    { "without totals",
      PARTS,
      { { "flow", "exports" }, { "product", "TOTAL" } },
      2,
      "partner",
      0,
      "CHN 2022: 13.0, 2023: 15.0; RUS 2023: 9.0" },
    { "the total",
      WHOLE,
      { { "flow", "exports" }, { "product", "TOTAL" } },
      2,
      "partner",
      0,
      "WLD 2023: 78.0" },
    { "no total", WHOLE, { { "flow", "imports" } }, 1, "partner", 0, "" },
    { "products of one depth",
      PARTS,
      { { "flow", "exports" }, { "partner", "CHN" } },
      2,
      "product",
      2,
      "27 2023: 6.0; 72 2023: 4.0" },
    { "of another",
      PARTS,
      { { "flow", "exports" }, { "partner", "CHN" } },
      2,
      "product",
      4,
      "2701 2023: 1.0" },
    { "of which, is not said",
      PARTS,
      { { "flow", "exports" }, { "partner", "CHN" } },
      2,
      "product",
      0,
      "products of 2 and of 4 digits are here, which are never added together; say which, as in "
      "depth: 2" },
    { "only totals",
      PARTS,
      { { "flow", "imports" } },
      1,
      "product",
      0,
      "no product here is a part of the total" },
    { "no such dimension",
      MEMBERS,
      { { "flow", "exports" } },
      1,
      "partners",
      0,
      "no dimension named 'partners'; did you mean 'partner'?" },
    { "no such member",
      MEMBERS,
      { { "flow", "exprots" } },
      1,
      "partner",
      0,
      "no flow named 'exprots'; did you mean 'exports'?" },
    { "never together",
      MEMBERS,
      { { "flow", "imports" }, { "partner", "RUS" } },
      2,
      "product",
      0,
      "no row has partner: RUS together with the rest of the selection" },
    { "more than one left",
      MEMBERS,
      { { "flow", "exports" } },
      1,
      "partner",
      0,
      "more than one product is left: TOTAL, 27, 2701, 72; pick one, as in product: TOTAL" },
    { "no filter",
      MEMBERS,
      { { NULL, "exports" } },
      1,
      "partner",
      0,
      "a filter has a dimension and a member" },
    { "of no dimension", MEMBERS, { { "flow", "exports" } }, 1, NULL, 0, "the dimension is NULL" },
};

static void check_whole(sheaf_series *whole, const char *text)
{
    sheaf_series_list *list = sheaf_series_list_create(NULL);

    if (whole != NULL)
        sheaf_series_list_add(list, whole);
    assert_series_list(list, text);
}

static void test_members_of_a_dimension(void **state)
{
    sheaf_table *table = sheaf_table_read_bytes(NULL, "trade.csv", csv, strlen(csv));

    (void)state;
    for (size_t i = 0; i < LENGTH(members); i++) {
        const sheaf_filter *filters = members[i].filters;
        const char *dimension = members[i].dimension;
        size_t n = members[i].n;

        print_message("  %s\n", members[i].name);
        if (members[i].which == MEMBERS)
            assert_series_list(sheaf_table_members(table, filters, n, dimension),
                               members[i].result);
        else if (members[i].which == PARTS)
            assert_series_list(sheaf_table_parts(table, filters, n, dimension, members[i].depth),
                               members[i].result);
        else
            check_whole(sheaf_table_whole(table, filters, n, dimension), members[i].result);
    }
    sheaf_table_destroy(table);
}

static sheaf_status read_and_evaluate(const sheaf_alloc *alloc, const void *context)
{
    sheaf_table *table = table_read_in(alloc, "trade.csv", csv, strlen(csv));
    sheaf_series_list *list =
        sheaf_table_evaluate(table, "top(exports[product: TOTAL], by: partner, n: 1)[2023]");
    sheaf_series_list *ranks =
        sheaf_table_evaluate(table, "rank(exports[product: TOTAL], by: partner, of: RUS)");
    sheaf_series_list *index =
        sheaf_table_evaluate(table, "herfindahl(exports[product: TOTAL], by: partner)");
    sheaf_status status = sheaf_series_list_status(list);

    (void)context;
    if (status == SHEAF_OK)
        status = sheaf_series_list_status(ranks);
    if (status == SHEAF_OK)
        status = sheaf_series_list_status(index);
    sheaf_series_list_destroy(list);
    sheaf_series_list_destroy(ranks);
    sheaf_series_list_destroy(index);
    sheaf_table_destroy(table);
    return status;
}

static void test_survives_every_failed_allocation(void **state)
{
    (void)state;
    quota_sweep(read_and_evaluate, NULL);
}

/* Trade of n products with four partners over two years, and their total. */
static sheaf_table *table_of_products(const sheaf_alloc *alloc, size_t n)
{
    static const char *const partners[] = { "CHN", "RUS", "UZB", "WLD" };
    sheaf_error error = { 0 };
    struct buffer text;
    char row[128];

    buffer_init(&text, NULL, &error);
    buffer_text(&text, "period,partner,product,value,unit\n");
    for (size_t i = 0; i < 8 * n; i++) {
        snprintf(row, sizeof row, "%d,%s,%06zu,%zu.5,USD\n", i % 2 == 0 ? 2022 : 2023,
                 partners[i / 2 % 4], 100000 + i / 8, 1 + i * 7919 % 1000);
        buffer_text(&text, row);
    }

    sheaf_table *table = table_read_in(alloc, "trade.csv", text.bytes, text.length);
    buffer_free(&text);
    return table;
}

static void test_members_are_what_selections_give(void **state)
{
    static const sheaf_filter partner = { "partner", "RUS" };
    sheaf_table *table = table_of_products(NULL, 300);
    sheaf_series_list *list = sheaf_table_members(table, &partner, 1, "product");

    (void)state;
    assert_int_equal(sheaf_series_list_count(list), 300);
    for (size_t i = 0; i < 300; i++) {
        const sheaf_filter filters[] = { partner,
                                         { "product", sheaf_table_member(table, "product", i) } };
        sheaf_series *one = sheaf_table_select(table, filters, 2);
        char expected[SERIES_TEXT], got[SERIES_TEXT];

        series_to_text(one, expected);
        series_to_text(sheaf_series_list_at(list, i), got);
        assert_string_equal(got, expected);
        assert_string_equal(sheaf_series_name(sheaf_series_list_at(list, i)), filters[1].member);
        assert_string_equal(sheaf_series_partner(sheaf_series_list_at(list, i)), "RUS");
        sheaf_series_destroy(one);
    }
    sheaf_series_list_destroy(list);
    sheaf_table_destroy(table);
}

/* How much memory is asked for, in all, by the largest of so many products and what is left. */
static size_t bytes_for_top(size_t n)
{
    struct quota quota = { .left = SIZE_MAX };
    sheaf_alloc alloc = quota_alloc(&quota);
    sheaf_table *table = table_of_products(&alloc, n);
    size_t before = quota.asked, asked;
    sheaf_series_list *list = sheaf_table_evaluate(table, "share(top(RUS, by: product, n: 5), of: "
                                                          "total(RUS[product: *]))[2023]");

    assert_string_equal(sheaf_series_list_error(list)->message, "");
    assert_int_equal(sheaf_series_list_count(list), 6);
    sheaf_series_list_destroy(list);
    asked = quota.asked - before;
    sheaf_table_destroy(table);
    assert_int_equal(quota.live, 0);
    return asked;
}

static void test_the_work_grows_with_the_rows(void **state)
{
    size_t few = bytes_for_top(500), many = bytes_for_top(2000);

    (void)state;
    print_message("  %zu bytes for 500 products, %zu for 2000\n", few, many);
    assert_true(many < 5 * few);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_members_are_names),
        cmocka_unit_test(test_countries_go_by_any_name),
        cmocka_unit_test(test_callers_name_series_and_tables),
        cmocka_unit_test(test_members_of_a_dimension),
        cmocka_unit_test(test_survives_every_failed_allocation),
        cmocka_unit_test(test_members_are_what_selections_give),
        cmocka_unit_test(test_the_work_grows_with_the_rows),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
