/* members_keep_their_colors.c - one member has one colour through a sheet, and the colours of flows
 * are for flows where a chart shows flows. */
#include "support/check.h"

#include "chart/theme.h"

#include "pages.h"

/* Series of two partners in exports and in imports, which have China in either order. */
#define MEMBERS                                                                                    \
    "  - chart: {type: lines, series: [cx, rx]}\n"                                                 \
    "  - chart: {type: lines, series: [rm, cm]}\n"
#define OWN_THEME                                                                                  \
    "  - chart: {type: lines, series: [cx, rx]}\n"                                                 \
    "  - chart: {type: lines, theme: dark, series: [rm, cm]}\n"
#define CHOSEN                                                                                     \
    "  - chart: {type: lines, theme: members-house.yaml, series: [cx, rx]}\n"                      \
    "  - chart: {type: lines, theme: dark, series: [rm, cm]}\n"                                    \
    "  - chart: {type: lines, theme: dark, series: [k, cx]}\n"
#define FLOWS "  - chart: {type: lines, series: [x, m]}\n"

static const char *const data = "period,partner,flow,value,unit,unit_mult\n"
                                "2019,CHN,exports,10,USD,9\n2020,CHN,exports,12,USD,9\n"
                                "2019,RUS,exports,7,USD,9\n2020,RUS,exports,9,USD,9\n"
                                "2019,CHN,imports,6,USD,9\n2020,CHN,imports,16,USD,9\n"
                                "2019,RUS,imports,5,USD,9\n2020,RUS,imports,4,USD,9\n";

static const struct {
    const char *name, *blocks;
    size_t china, russia; /* which of the theme's colours */
} cases[] = {
    { "all colours where no flow is shown", MEMBERS, 0, 1 },
    { "after those of flows", MEMBERS FLOWS, 2, 3 },
    { "also before them", FLOWS MEMBERS, 2, 3 },
};

/* How many lines of the series have the colour: the mark below the series' own line. */
static size_t count_in_color(const char *dump, const char *series, struct color wanted)
{
    char color[8];
    size_t n = 0;

    snprintf(color, sizeof color, "#%02X%02X%02X", wanted.red, wanted.green, wanted.blue);
    for (const char *at = dump; (at = strstr(at, series)) != NULL; at++) {
        const char *mark = at + strcspn(at, "\n") + 1, *found = strstr(mark, color);
        n += found != NULL && (size_t)(found - mark) < strcspn(mark, "\n");
    }
    return n;
}

static size_t count_in_theme(const char *dump, const char *series, const struct theme *theme,
                             size_t index)
{
    return count_in_color(dump, series, theme_category(theme, index));
}

static size_t count_colored(const char *dump, const char *series, size_t index)
{
    return count_in_theme(dump, series, theme_default(), index);
}

static void write_file(const char *name, const char *text)
{
    char path[600];

    snprintf(path, sizeof path, "%s/tests/sheet/%s", golden_build_folder(), name);
    assert_true(golden_make_folders(path));
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

static sheaf_sheet *read_blocks(const char *blocks)
{
    sheaf_sheet *sheet = sheaf_sheet_create(NULL);
    char path[600], spec[2000];

    write_file("members.csv", data);
    write_file("members-house.yaml", "theme: 1\nmembers: {China: '#AA0011'}\n");
    snprintf(path, sizeof path, "%s/tests/sheet/members.yaml", golden_build_folder());
    snprintf(spec, sizeof spec,
             "sheaf: 1\ntitle: T\ndata: {d: members.csv}\nseries:\n"
             "  cx: {value: 'd[flow:exports, partner:CHN]', label: China}\n"
             "  rx: {value: 'd[flow:exports, partner:RUS]', label: Russia}\n"
             "  cm: {value: 'd[flow:imports, partner:CHN]', label: China}\n"
             "  rm: {value: 'd[flow:imports, partner:RUS]', label: Russia}\n"
             "  k: {value: 'd[flow:exports, partner:RUS]', label: Kenya}\n"
             "  x: {value: 'd[flow:exports, partner:CHN]', label: Sold}\n"
             "  m: {value: 'd[flow:imports, partner:CHN]', label: Bought}\n"
             "sheet:\n%s",
             blocks);
    spec_read(sheet, path, spec, strlen(spec));
    return sheet;
}

static void test_members_keep_their_colors(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_sheet *sheet = read_blocks(cases[i].blocks);
        bool has_flows = strstr(cases[i].blocks, "[x, m]") != NULL;
        struct buffer dump;

        print_message("  %s\n", cases[i].name);
        pages_dump(sheet, &dump);
        assert_string_equal(sheaf_sheet_message(sheet), "");
        assert_int_equal(count_colored(dump.bytes, "series \"China", cases[i].china), 2);
        assert_int_equal(count_colored(dump.bytes, "series \"Russia", cases[i].russia), 2);
        assert_int_equal(count_colored(dump.bytes, "series \"Sold", 0), has_flows);
        assert_int_equal(count_colored(dump.bytes, "series \"Bought", 1), has_flows);
        buffer_free(&dump);
        sheaf_sheet_destroy(sheet);
    }
}

/* In a chart of another theme: the colour at the same place, whatever the order of the series. */
static void test_also_in_another_theme(void **state)
{
    sheaf_sheet *sheet = read_blocks(OWN_THEME);
    const struct theme *dark = theme_named("dark");
    struct buffer dump;

    (void)state;
    pages_dump(sheet, &dump);
    assert_string_equal(sheaf_sheet_message(sheet), "");
    assert_int_equal(count_colored(dump.bytes, "series \"China", 0), 1);
    assert_int_equal(count_in_theme(dump.bytes, "series \"China", dark, 0), 1);
    assert_int_equal(count_in_theme(dump.bytes, "series \"Russia", dark, 1), 1);
    buffer_free(&dump);
    sheaf_sheet_destroy(sheet);
}

/* A colour that an author's theme gives a member is that theme's; in all others the member has one
 * place, which nobody else is given. */
static void test_a_chosen_color_has_a_place_elsewhere(void **state)
{
    sheaf_sheet *sheet = read_blocks(CHOSEN);
    const struct theme *dark = theme_named("dark");
    struct buffer dump;

    (void)state;
    pages_dump(sheet, &dump);
    assert_string_equal(sheaf_sheet_message(sheet), "");
    assert_int_equal(count_in_color(dump.bytes, "series \"China", color_hex(0xAA0011)), 1);
    assert_int_equal(count_in_theme(dump.bytes, "series \"China", dark, 1), 2);
    assert_int_equal(count_in_theme(dump.bytes, "series \"Russia", dark, 0), 1);
    assert_int_equal(count_in_theme(dump.bytes, "series \"Kenya", dark, 2), 1);
    buffer_free(&dump);
    sheaf_sheet_destroy(sheet);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_members_keep_their_colors),
        cmocka_unit_test(test_also_in_another_theme),
        cmocka_unit_test(test_a_chosen_color_has_a_place_elsewhere),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
