/* blocks_are_added_as_structs.c - a program adds blocks as structs, and gets what a spec makes of the same
 * words; each member of each struct counts. */
#include "support/check.h"

#include <stdlib.h>

#include "pages.h"
#include "sheaf/block.h"
#include "sheaf/expression.h"

#define FIRST(type) .size = sizeof(type)

static const char trade[] = "period,partner,flow,value,unit,unit_mult\n"
                            "2022,CHN,exports,13.1,USD,9\n2023,CHN,exports,14.7,USD,9\n"
                            "2022,CHN,imports,11.1,USD,9\n2023,CHN,imports,16.8,USD,9\n"
                            "2022,DEU,exports,0.8,USD,9\n2023,DEU,exports,0.9,USD,9\n"
                            "2022,RUS,exports,8.8,USD,9\n2023,RUS,exports,9.8,USD,9\n";

/* The series of both sheets, by the same names. */
static sheaf_sheet *sheet_of_trade(sheaf_table **table)
{
    sheaf_sheet *sheet = sheaf_sheet_create(NULL);

    *table = sheaf_table_read_bytes(NULL, "trade", trade, sizeof trade - 1);
    assert_int_equal(sheaf_table_status(*table), SHEAF_OK);
    sheaf_series_list *partners = sheaf_table_evaluate(*table, "data[flow: exports, partner: *]");
    sheaf_series_list *one = sheaf_table_evaluate(*table, "data[partner: CHN, flow: imports]");
    assert_int_equal(sheaf_series_list_count(partners), 3);
    assert_int_equal(sheaf_series_list_count(one), 1);
    sheaf_sheet_set_title(sheet, "T");
    sheaf_sheet_add_data(sheet, "trade", *table);
    sheaf_sheet_add_list(sheet, "partners", partners);
    sheaf_sheet_add_series(sheet, sheaf_series_list_at(one, 0));
    assert_string_equal(sheaf_sheet_message(sheet), "");
    sheaf_series_list_destroy(partners);
    sheaf_series_list_destroy(one);
    return sheet;
}

static char *dump_of(sheaf_sheet *sheet)
{
    struct buffer dump;

    assert_string_equal(sheaf_sheet_message(sheet), "");
    assert_int_equal(pages_dump(sheet, &dump), 1);
    buffer_put(&dump, "", 1);
    return dump.bytes;
}

/* The pages of the table are those of the words. */
static void is_as(const sheaf_table_block *table, const char *words, bool *differs)
{
    sheaf_table *data;
    sheaf_sheet *built = sheet_of_trade(&data);

    sheaf_sheet_add_table_block(built, table);
    char *one = dump_of(built);
    sheaf_sheet_destroy(built);
    sheaf_table_destroy(data);
    sheaf_sheet *read = sheet_of_trade(&data);
    sheaf_sheet_add_blocks(read, words);
    char *other = dump_of(read);
    sheaf_sheet_destroy(read);
    sheaf_table_destroy(data);
    if (differs != NULL)
        *differs = strcmp(one, other) != 0;
    else
        assert_string_equal(one, other);
    free(one);
    free(other);
}

static const sheaf_block_row inner[] = { { FIRST(sheaf_block_row), .value = "partners" } };
static const sheaf_block_row rows[] = {
    { FIRST(sheaf_block_row), .group = "All \"partners\"", .rows = inner, .n_rows = 1,
      .total = true },
    { FIRST(sheaf_block_row), .value = "imports", .label = "Imports", .note = "CIF.", .indent = 2 },
};
static const sheaf_block_column under[] = {
    { FIRST(sheaf_block_column), .period = "2022" },
    { FIRST(sheaf_block_column), .period = "growth(2023)" },
};
static const sheaf_block_column columns[] = {
    { FIRST(sheaf_block_column), .label = "Years", .columns = under, .n_columns = 2 },
    { FIRST(sheaf_block_column), .label = "Million", .value = "row[2023]", .unit = "million",
      .note = "In millions.", .has_decimals = true, .decimals = 1 },
    { FIRST(sheaf_block_column), .label = "Bar", .bar = "row[2023]" },
    { FIRST(sheaf_block_column), .label = "Course", .spark = "row" },
    { FIRST(sheaf_block_column), .label = "Bars", .spark_bars = "row" },
};
static const sheaf_block_note notes[] = {
    { FIRST(sheaf_block_note), .row = "DEU", .column = 1, .note = "Without Berlin." },
};

static void a_table_says_all(void **state)
{
    sheaf_table_block table = SHEAF_TABLE_BLOCK_INIT;

    (void)state;
    table.title = "Trade";
    table.rows = rows, table.n_rows = 2;
    table.columns = columns, table.n_columns = 5;
    table.sort_by = 1, table.ascending = true;
    table.notes = notes, table.n_notes = 1;
    table.has_decimals = true, table.decimals = 2;
    table.has_flags = true, table.flags = SHEAF_FLAGS_ALL;
    table.ranges = true;
    table.turn = SHEAF_TURN_NEVER;
    is_as(&table,
          "- table:\n    title: Trade\n    rows:\n"
          "      - {group: 'All \"partners\"', rows: [{value: partners}], total: yes}\n"
          "      - {value: imports, label: Imports, note: CIF., indent: 2}\n"
          "    columns:\n      - {label: Years, columns: [2022, growth(2023)]}\n"
          "      - {label: Million, value: 'row[2023]', unit: million, note: In millions., "
          "decimals: 1}\n      - {label: Bar, bar: 'row[2023]'}\n      - {label: Course, spark: "
          "row}\n"
          "      - {label: Bars, spark-bars: row}\n    sort: {by: 1, order: ascending}\n"
          "    notes: [{row: DEU, column: 1, note: Without Berlin.}]\n    decimals: 2\n"
          "    flags: all\n    show: range\n    turn: no\n",
          NULL);
}

static void rows_are_grouped(void **state)
{
    static const char *const members[] = { "CHN", "RUS" };
    const sheaf_block_group groups[] = { { FIRST(sheaf_block_group), .group = "Neighbours",
                                           .members = members, .n_members = 2 } };
    const sheaf_block_column one = { FIRST(sheaf_block_column), .period = "2022..2023" };
    sheaf_table_block table = SHEAF_TABLE_BLOCK_INIT;
    bool differs;

    (void)state;
    table.rows = inner, table.n_rows = 1;
    table.columns = &one, table.n_columns = 1;
    table.group_by = "region";
    table.total = true;
    is_as(&table, "- table: {rows: partners, columns: [2022..2023], groups: region, total: yes}",
          NULL);
    is_as(&table, "- table: {rows: partners, columns: [2022..2023], groups: region}", &differs);
    assert_true(differs);
    table.groups = groups, table.n_groups = 1;
    is_as(&table,
          "- table: {rows: partners, columns: [2022..2023], total: yes, groups: [{group: "
          "Neighbours, members: [CHN, RUS]}]}",
          NULL);
}

static void figures_notes_and_scales(void **state)
{
    static const sheaf_figure_block figures[] = {
        { FIRST(sheaf_figure_block), .value = "trade[partner: CHN, flow: exports][2023]",
          .label = "Exports", .growth = true },
        { FIRST(sheaf_figure_block), .value = "imports[2023]", .has_decimals = true, .decimals = 1,
          .has_flags = true, .flags = SHEAF_FLAGS_NONE, .ranges = true },
    };
    sheaf_table *data;
    sheaf_sheet *built = sheet_of_trade(&data), *read;

    (void)state;
    sheaf_sheet_add_figures(built, figures, 2);
    sheaf_sheet_begin_row(built);
    sheaf_sheet_add_text(built, "A text");
    sheaf_sheet_end_row(built);
    sheaf_sheet_set_scale(built, SHEAF_SCALE_OWN);
    sheaf_sheet_add_notes(built, NULL, 0);
    sheaf_sheet_set_definitions(built, false);
    char *one = dump_of(built);
    sheaf_sheet_destroy(built);
    sheaf_table_destroy(data);
    read = sheet_of_trade(&data);
    sheaf_sheet_add_blocks(
        read, "- figures:\n    - {value: 'trade[partner: CHN, flow: exports][2023]', label: "
              "Exports, change: growth}\n    - {value: 'imports[2023]', decimals: 1, flags: none, "
              "show: range}\n- row: [text: A text]\n  scale: own\n- notes: {definitions: no}\n");
    char *other = dump_of(read);
    assert_string_equal(one, other);
    assert_non_null(strstr(one, "$14.7"));
    sheaf_sheet_destroy(read);
    sheaf_table_destroy(data);
    free(one);
    free(other);
}

/* A description below its chart; a scale for charts, definitions for notes, and neither for a text. */
static void settings_are_of_their_blocks(void **state)
{
    sheaf_table *data;

    (void)state;
    for (int i = 0; i < 5; i++) {
        sheaf_sheet *sheet = sheet_of_trade(&data);

        sheaf_sheet_add_text(sheet, "A text");
        if (i == 0)
            sheaf_sheet_set_scale(sheet, SHEAF_SCALE_SHARED);
        if (i == 1)
            sheaf_sheet_set_definitions(sheet, false);
        if (i == 2)
            sheaf_sheet_set_described(sheet, true);
        if (i == 3)
            sheaf_sheet_add_list(sheet, "2 words", NULL);
        if (i == 4)
            sheaf_sheet_set_name(sheet, "CHN", "sideways", "x");
        assert_int_equal(sheaf_sheet_status(sheet), SHEAF_BAD_ARGUMENT);
        print_message("  %s\n", sheaf_sheet_message(sheet));
        sheaf_sheet_destroy(sheet);
        sheaf_table_destroy(data);
    }
}

static void a_chart_is_described(void **state)
{
    char *dumps[2];

    (void)state;
    for (int described = 0; described < 2; described++) {
        sheaf_table *data;
        sheaf_sheet *sheet = sheet_of_trade(&data);
        sheaf_series_list *list = sheaf_table_evaluate(data, "data[partner: CHN, flow: exports]");
        sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_BARS);

        sheaf_chart_add(chart, sheaf_series_list_at(list, 0));
        sheaf_sheet_add_chart(sheet, chart);
        sheaf_sheet_set_described(sheet, described == 1);
        dumps[described] = dump_of(sheet);
        sheaf_chart_destroy(chart);
        sheaf_series_list_destroy(list);
        sheaf_sheet_destroy(sheet);
        sheaf_table_destroy(data);
    }
    assert_true(strlen(dumps[1]) > strlen(dumps[0]));
    free(dumps[0]);
    free(dumps[1]);
}

/* A program's name of a member, in the language at that time; before a spec's, which others keep. */
static void members_are_called_by_the_program(void **state)
{
    const sheaf_block_column one = { FIRST(sheaf_block_column), .period = "2023" };
    sheaf_table_block table = SHEAF_TABLE_BLOCK_INIT;
    sheaf_table *data;
    sheaf_sheet *sheet = sheet_of_trade(&data);

    (void)state;
    table.rows = inner, table.n_rows = 1;
    table.columns = &one, table.n_columns = 1;
    sheaf_sheet_set_name(sheet, "CHN", NULL, "Middle Kingdom");
    sheaf_sheet_set_name(sheet, "CHN", "genitive", "of the Kingdom");
    const sheaf_block_row named = { FIRST(sheaf_block_row),
                                    .value = "trade[flow: exports, partner: *]" };
    table.rows = &named;
    sheaf_sheet_add_table_block(sheet, &table);
    char *dump = dump_of(sheet);
    assert_non_null(strstr(dump, "Middle"));
    assert_null(strstr(dump, "China"));
    free(dump);
    sheaf_sheet_destroy(sheet);
    sheaf_table_destroy(data);

    static const char spec[] =
        "sheaf: 1\ntitle: T\ndata: {d: called.csv}\n"
        "names: {CHN: Cathay, RUS: Muscovy}\nsheet:\n"
        "  - table: {rows: 'd[flow: exports, partner: *]', columns: [2023]}\n";
    sheet = pages_read_data("called", trade, spec);
    sheaf_sheet_set_name(sheet, "CHN", NULL, "Middle Kingdom");
    sheaf_sheet_set_language(sheet, "en"); /* it is read again */
    dump = dump_of(sheet);
    assert_non_null(strstr(dump, "Middle"));
    assert_non_null(strstr(dump, "Muscovy"));
    assert_null(strstr(dump, "Cathay"));
    free(dump);
    sheaf_sheet_destroy(sheet);
}

static void mistakes_are_told(void **state)
{
    struct sheaf_block_row circle = { FIRST(sheaf_block_row), .group = "x", .n_rows = 1 };
    const sheaf_block_column year = { FIRST(sheaf_block_column), .period = "2023" };
    const sheaf_block_column two = { FIRST(sheaf_block_column), .period = "2023", .label = "x" };
    const sheaf_block_row typo = { FIRST(sheaf_block_row), .value = "partnrs" };
    const sheaf_block_column small = { .size = 4, .period = "2023" };
    const struct {
        sheaf_table_block table;
        const char *message;
    } cases[] = {
        { { FIRST(sheaf_table_block) }, "no row" },
        { { FIRST(sheaf_table_block), .n_rows = 1 }, "a list of a block is missing (NULL)" },
        { { FIRST(sheaf_table_block), .rows = &circle, .n_rows = 1, .columns = &year,
            .n_columns = 1 },
          "more than 8 deep" },
        { { FIRST(sheaf_table_block), .rows = inner, .n_rows = 1, .columns = &two, .n_columns = 1 },
          "says nothing but the period" },
        { { FIRST(sheaf_table_block), .rows = &typo, .n_rows = 1, .columns = &year,
            .n_columns = 1 },
          "did you mean 'partners'?" },
        { { FIRST(sheaf_table_block), .rows = inner, .n_rows = 1, .columns = &small,
            .n_columns = 1 },
          "wrong size" },
        { { FIRST(sheaf_table_block), .rows = inner, .n_rows = 1, .columns = &year, .n_columns = 1,
            .turn = (sheaf_turn)9 },
          "no such turn" },
    };

    (void)state;
    circle.rows = &circle;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_table *data;
        sheaf_sheet *sheet = sheet_of_trade(&data);
        char text[1000];

        sheaf_sheet_add_table_block(sheet, &cases[i].table);
        print_message("  %s\n", sheaf_sheet_message(sheet));
        assert_int_not_equal(sheaf_sheet_status(sheet), SHEAF_OK);
        if (i > 0)
            assert_non_null(strstr(sheaf_sheet_message(sheet), cases[i].message));
        sheaf_error_text(sheaf_sheet_error(sheet), text, sizeof text);
        assert_null(strstr(text, "blocks:")); /* no place in words that nobody wrote */
        sheaf_sheet_destroy(sheet);
        sheaf_table_destroy(data);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(a_table_says_all),
                                        cmocka_unit_test(rows_are_grouped),
                                        cmocka_unit_test(figures_notes_and_scales),
                                        cmocka_unit_test(settings_are_of_their_blocks),
                                        cmocka_unit_test(a_chart_is_described),
                                        cmocka_unit_test(members_are_called_by_the_program),
                                        cmocka_unit_test(mistakes_are_told) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
