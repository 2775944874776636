/* tables_hold_groups_and_expressions.c - rows of members and groups with their sums, columns of
 * expressions, courses and ranges, their order, their footnotes, and what has been revised: as readers
 * find it, text by text. */
#include "support/check.h"

#include "pages.h"

#define DATA                                                                                       \
    "period,partner,flow,region of sale,value,unit,unit_mult,status\n"                             \
    "2021,CHN,exports,east,10.26,USD,6,\n2022,CHN,exports,east,12.54,USD,6,\n"                     \
    "2023,CHN,exports,east,13.76,USD,6,P\n2022,DEU,exports,west,20.50,USD,6,\n"                    \
    "2023,DEU,exports,west,30.76,USD,6,\n2022,JPN,exports,east,40.00,USD,6,\n"                     \
    "2023,JPN,exports,east,45.26,USD,6,\n2023,WLD,exports,all,200.00,USD,6,\n"                     \
    "2022,WLD,exports,all,180.00,USD,6,\n2023,CHN,imports,east,5.26,USD,6,\n"                      \
    "2023,DEU,imports,west,6.50,USD,6,\n2022,FRA,exports,west,0.00,USD,6,\n"                       \
    "2023,FRA,exports,west,0.02,USD,6,\n2022,ITA,exports,west,20.00,USD,6,\n"                      \
    "2023,ITA,exports,west,20.18,USD,6,\n"
#define HEAD                                                                                       \
    "sheaf: 1\ntitle: T\nparameters: {year: 2023}\ndata: {d: groups.csv}\nseries:\n"               \
    "  partners: \"d[flow: exports, partner: CHN | DEU | JPN]\"\n"                                 \
    "  world: \"d[flow: exports, partner: WLD]\"\nsheet:\n  - table:\n"

static const struct {
    const char *name, *table, *words; /* those behind the title, in reading order */
} tables[] = {
    { "members, one list", "      rows: partners\n      columns: [2022, 2023]\n",
      "[p]\xC2\xA0Provisional|USD "
      "million|2022|2023|China|12.5|13.8|[p]|Germany|20.5|30.8|Japan|40.0|45.3" },
    { "a range of periods", "      rows: partners\n      columns: [2021..$year]\n",
      "[p]\xC2\xA0Provisional|USD "
      "million|2021|2022|2023|China|10.3|12.5|13.8|[p]|Germany|\xE2\x80\x93|20.5|"
      "30.8|Japan|\xE2\x80\x93|40.0|45.3" },
    { "a group of rows with its sum",
      "      rows:\n        - {group: East, rows: [\"partners[partner: CHN | JPN]\"], total: yes}\n"
      "        - {value: \"partners[partner: DEU]\", label: The rest, note: A note.}\n"
      "      columns: [2022]\n      total: yes\n",
      "USD million|2022|East|52.5|China|12.5|Japan|40.0|The rest|\xC2\xB9|20.5|Total|73.0" },
    { "regions of the world, in the order of their sums",
      "      rows: partners\n      groups: region\n      columns: [2022]\n      total: yes\n"
      "      sort: {by: 1}\n",
      "USD million|2022|Asia|52.5|Japan|40.0|China|12.5|Europe|20.5|Germany|20.5|Total|73.0" },
    { "a dimension of the data, ascending",
      "      rows: partners\n      groups: region of sale\n      columns: [2022]\n"
      "      sort: {by: 1, order: ascending}\n",
      "USD million|2022|east|China|12.5|Japan|40.0|west|Germany|20.5" },
    { "lists of members; what is in none stands last",
      "      rows: partners\n      groups: [{group: Neighbours, members: [JPN, CHN]}]\n"
      "      columns: [2022]\n",
      "USD million|2022|Neighbours|China|12.5|Japan|40.0|Germany|20.5" },
    { "expressions of a row and its member",
      "      rows: partners\n      columns:\n"
      "        - {label: \"Exports, {period}\", value: \"row[$year]\"}\n"
      "        - {label: Share, value: \"share(row, of: world)[$year]\"}\n"
      "        - {label: Imports, value: \"d[flow: imports, partner: $row][$year]\"}\n"
      "        - {label: Growth, value: \"growth(row)[$year]\"}\n      total: yes\n",
      "[p]\xC2\xA0Provisional|USD million|Exports, "
      "2023|Share|%|Imports|Growth|China|13.8|[p]|6.9|[p]|5.3|"
      "+9.7%|[p]|Germany|30.8|15.4|6.5|+50.0%|Japan|45.3|22.6|\xE2\x80\x93|+13.1%|Total|89.8|[p]|"
      "44.9|[p]|11.8|+22.9%|[p]" },
    { "the corner has no unit of later columns where the first has none",
      "      rows: partners\n      columns:\n"
      "        - {label: Ratio, value: \"(row / world * 1000)[2022]\"}\n"
      "        - {label: Share, value: \"share(row, of: world)[2022]\"}\n",
      "Ratio|Share|%|China|70|7.0|Germany|114|11.4|Japan|222|22.2" },
    { "a head over columns, a unit and decimals of a column, a note of a cell",
      "      rows: partners\n      columns:\n        - {label: Exports, columns: [2022, {label: "
      "Now, "
      "value: \"row[2023]\", unit: thousand, decimals: 0}]}\n"
      "      notes: [{row: DEU, column: 1, note: Estimated.}]\n",
      "[p]\xC2\xA0Provisional|USD million|Exports|2022|Now|USD "
      "thousand|China|12.5|13,760|[p]|Germany|20.5|"
      "\xC2\xB9|30,760|Japan|40.0|45,260" },
    { "the head of a group says what all its rows are",
      "      rows:\n"
      "        - {group: Sold, rows: [\"d[flow: exports, partner: CHN | DEU]\"]}\n"
      "        - {group: Bought, rows: [\"d[flow: imports, partner: CHN | DEU]\"]}\n"
      "      columns: [2023]\n",
      "[p]\xC2\xA0Provisional|USD million|2023|Sold|China|13.8|[p]|Germany|30.8|Bought|China|5.3|"
      "Germany|6.5" },
    { "a change is in the unit of the table",
      "      rows: partners\n      columns: [2022, {label: Change, value: "
      "\"change(row)[2023]\"}]\n",
      "[p]\xC2\xA0Provisional|USD million|2022|Change|China|12.5|+1.2|[p]|Germany|20.5|+10.3|Japan|"
      "40.0|+5.3" },
    { "growth has one number of decimals",
      "      rows: [\"d[flow: exports, partner: DEU]\", \"d[flow: exports, partner: ITA]\"]\n"
      "      columns: [{label: Growth, value: \"growth(row)[2023]\"}]\n",
      "Growth|Germany|+50.0%|Italy|+0.9%" },
    { "the rank of each row's member; a total has none",
      "      rows: partners\n      columns: [2022, {label: Rank, value: \"rank(d[flow: exports], "
      "by: partner, of: $row)[2022]\"}]\n      total: yes\n",
      "USD million|2022|Rank|China|12.5|4|Germany|20.5|2|Japan|40.0|1|Total|73.0|\xE2\x80\x93" },
    { "the rank of a row that is one member",
      "      rows: [\"d[flow: exports, partner: ITA]\", \"partners[partner: JPN]\"]\n"
      "      columns: [2022, {label: Rank, value: \"rank(d[flow: exports], by: partner, of: "
      "$row)[2022]\"}]\n",
      "USD million|2022|Rank|Italy|20.0|3|Japan|40.0|1" },
    { "true zero, rounded zero, nothing",
      "      rows: [\"d[flow: exports, partner: FRA]\", \"partners[partner: DEU]\"]\n"
      "      columns: [2022, 2023, {label: Imports, value: \"d[flow: imports, partner: "
      "$row][2023]\"}]\n      decimals: 1\n",
      "USD million|2022|2023|Imports|France|0.0|<0.1|\xE2\x80\x93|Germany|20.5|30.8|6.5" },
};

/* All texts of a dump behind the title, in their order. */
static void words_of(const char *dump, struct buffer *into)
{
    const char *at = strstr(dump, "\n  table\n"), *note = strstr(dump, "\n  note\n");
    bool is_first = true;

    at = note != NULL && note < at ? note : at;
    for (at = strstr(at, "text \""); at != NULL; at = strstr(at, "text \"")) {
        const char *end = strchr(at += 6, '"');

        buffer_text(into, is_first ? "" : "|");
        buffer_put(into, at, (size_t)(end - at));
        is_first = false;
    }
}

static void test_words(void **state)
{
    bool well = true;

    (void)state;
    for (size_t i = 0; i < LENGTH(tables); i++) {
        char spec[3000];
        struct buffer dump, words;

        snprintf(spec, sizeof spec, "%s%s", HEAD, tables[i].table);
        sheaf_sheet *sheet = pages_read_data("groups", DATA, spec);
        size_t n = pages_dump(sheet, &dump);
        print_message("  %s\n", tables[i].name);
        buffer_init(&words, NULL, NULL);
        assert_int_equal(n, 1);
        if (n == 1) {
            assert_string_equal(sheaf_sheet_message(sheet), "");
            words_of(dump.bytes, &words);
            bool is_same = strlen(tables[i].words) == words.length &&
                           memcmp(words.bytes, tables[i].words, words.length) == 0;

            if (!is_same)
                print_message("    %.*s\n    is wanted:\n    %s\n", (int)words.length, words.bytes,
                              tables[i].words);
            well &= is_same;
        }
        buffer_free(&words);
        buffer_free(&dump);
        sheaf_sheet_destroy(sheet);
    }
    assert_true(well);
}

/* The last release had another figure of China for 2022, none of 2023, no Japan, and no world. */
static const struct {
    const char *rows, *words;
} revised[] = {
    { "d[flow: exports, partner: CHN | DEU | JPN]",
      "[r]\xC2\xA0Revised|USD million|2022|Doubled|China|12.5|[r]|25.1|"
      "[r]|Germany|20.5|41.0|Japan|40.0|80.0|Total|73.0|[r]|" },
    { "d[flow: exports, partner: !WLD | !FRA | !ITA]",
      "[r]\xC2\xA0Revised|USD million|2022|Doubled|China|12.5|[r]|25.1|"
      "[r]|Germany|20.5|41.0|Japan|40.0|80.0|Total|73.0|[r]|" },
};

static void check_revised(const char *rows, const char *expected)
{
    char spec[600];
    struct buffer dump, words;

    snprintf(
        spec, sizeof spec,
        "sheaf: 1\ntitle: T\ndata: {d: {file: revised.csv, previous: released.csv}}\nsheet:\n"
        "  - table:\n      rows: \"%s\"\n"
        "      columns: [2022, {label: Doubled, value: \"(2 * row)[2022]\"}]\n      total: yes\n",
        rows);
    sheaf_sheet *sheet = pages_read_data("revised", DATA, spec);
    assert_int_equal(pages_dump(sheet, &dump), 1);
    buffer_init(&words, NULL, NULL);
    words_of(dump.bytes, &words);
    buffer_put(&words, "", 1);
    print_message("  %s\n", words.bytes);
    assert_non_null(strstr(words.bytes, expected));
    buffer_free(&words);
    buffer_free(&dump);
    sheaf_sheet_destroy(sheet);
}

static void test_revised(void **state)
{
    char path[600];

    (void)state;
    snprintf(path, sizeof path, "%s/tests/sheet/released.csv", golden_build_folder());
    assert_true(golden_make_folders(path));
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fputs("period,partner,flow,value,unit,unit_mult\n2022,CHN,exports,12.00,USD,6\n"
          "2022,DEU,exports,20.50,USD,6\n",
          file);
    assert_int_equal(fclose(file), 0);
    for (size_t i = 0; i < LENGTH(revised); i++)
        check_revised(revised[i].rows, revised[i].words);
}

/* Each part of a table that is too wide has the names of its rows. */
static void test_split(void **state)
{
    char spec[3000];
    struct buffer dump;

    (void)state;
    snprintf(spec, sizeof spec, "%s      rows: partners\n      turn: no\n      columns: [%s2023]\n",
             HEAD,
             "2022, 2023, 2022, 2023, 2022, 2023, 2022, 2023, 2022, 2023, 2022, 2023, 2022, 2023, "
             "2022, 2023, 2022, 2023, 2022, 2023, 2022, 2023, 2022, 2023, 2022, 2023, 2022, ");
    sheaf_sheet *sheet = pages_read_data("groups", DATA, spec);
    assert_int_equal(pages_dump(sheet, &dump), 1);
    assert_int_equal(pages_count(dump.bytes, "\n  table\n"), 2);
    assert_int_equal(pages_count(dump.bytes, "\"Germany\""), 2);
    assert_int_equal(pages_count(dump.bytes, "\"2022\"") + pages_count(dump.bytes, "\"2023\""), 28);
    buffer_free(&dump);
    sheaf_sheet_destroy(sheet);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_words),
                                        cmocka_unit_test(test_revised),
                                        cmocka_unit_test(test_split) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
