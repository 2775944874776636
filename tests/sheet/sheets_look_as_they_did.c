/* sheets_look_as_they_did.c - each page as scene, as picture, and alike through both
 * painters. */
#include "support/check.h"

#include "pages.h"
#include "paint/paint.h"
#include "support/agree.h"

static sheaf_sheet *read_spec(const char *file, const char *language)
{
    char path[600];

    snprintf(path, sizeof path, "%s/samples/%s.yaml", golden_source_folder(), file);
    sheaf_sheet *sheet = sheaf_sheet_read(NULL, path);
    sheaf_sheet_set_language(sheet, language);
    return sheet;
}

static sheaf_sheet *read_sample(const char *language)
{
    return read_spec("kaz-chn/kaz-chn", language);
}

static void check_page(const struct scene *page, const char *name)
{
    sheaf_error error = { 0 };
    struct buffer dump, png;
    char file[100];

    buffer_init(&dump, NULL, &error);
    buffer_init(&png, NULL, &error);
    scene_dump(page, &dump);
    snprintf(file, sizeof file, "sheet/%s.scene", name);
    golden_text(file, dump.bytes, dump.length);
    assert_int_equal(paint_png(page, 1.5, 108, NULL, &png, &error), SHEAF_OK);
    snprintf(file, sizeof file, "sheet/%s.png", name);
    golden_picture(file, png.bytes, png.length);
    snprintf(file, sizeof file, "sheet/%s", name);
    painters_agree(file, page);
    buffer_free(&dump);
    buffer_free(&png);
}

/* The pages of a sheet of several are NAME.1, NAME.2 … */
static void check_pages(sheaf_sheet *sheet, const char *name, size_t n)
{
    struct sheet_pages *pages = sheet_layout(sheet);
    char page[80];

    assert_string_equal(sheaf_sheet_message(sheet), "");
    assert_non_null(pages);
    assert_int_equal(pages->n, n);
    for (size_t i = 0; i < n; i++) {
        snprintf(page, sizeof page, n > 1 ? "%s.%zu" : "%s", name, i + 1);
        check_page(pages->scenes[i], page);
    }
    sheet_pages_destroy(pages);
    sheaf_sheet_destroy(sheet);
}

static void check_look(sheaf_sheet *sheet, const char *name)
{
    check_pages(sheet, name, 1);
}

static void test_sample(void **state)
{
    (void)state;
    check_look(read_sample("en"), "kaz-chn");
}

static void test_sample_in_russian(void **state)
{
    (void)state;
    check_look(read_sample("ru"), "kaz-chn.ru");
}

static void test_sample_in_arabic(void **state)
{
    (void)state;
    check_look(read_sample("ar"), "kaz-chn.ar");
}

/* A table of members in groups, with sums, shares, bars and courses. */
static sheaf_sheet *read_table(const char *language)
{
    char path[600];

    snprintf(path, sizeof path, "%s/samples/partners/partners.yaml", golden_source_folder());
    sheaf_sheet *sheet = sheaf_sheet_read(NULL, path);
    sheaf_sheet_set_language(sheet, language);
    return sheet;
}

static void test_table(void **state)
{
    (void)state;
    check_look(read_table("en"), "table");
}

static void test_table_in_arabic(void **state)
{
    (void)state;
    check_look(read_table("ar"), "table.ar");
}

/* The page has a ground of the theme's paper, and no word, rule or hatch assumes a white one. */
static void test_sample_in_the_dark(void **state)
{
    sheaf_sheet *sheet = read_sample("en");
    sheaf_theme *theme = sheaf_theme_create(NULL, "dark");

    (void)state;
    sheaf_sheet_set_theme(sheet, theme);
    sheaf_theme_destroy(theme);
    check_look(sheet, "kaz-chn.dark");
}

/* For a screen: one thought a page. */
static void test_brief(void **state)
{
    (void)state;
    check_pages(read_spec("brief/brief", "en"), "brief", 3);
}

/* In columns, with a chart across them. */
static void test_bulletin(void **state)
{
    (void)state;
    check_pages(read_spec("bulletin/bulletin", "en"), "bulletin", 1);
    check_pages(read_spec("bulletin/bulletin", "ru"), "bulletin.ru", 1);
}

/* Four pages: of a long table with groups, the last rows go on below the name of their group. */
static void test_profile(void **state)
{
    (void)state;
    check_pages(read_spec("profile/profile", "en"), "profile", 4);
    check_pages(read_spec("profile/profile", "ru"), "profile.ru", 4);
    check_pages(read_spec("profile/profile", "zh"), "profile.zh", 4);
}

/* In one column, from right to left and in Han. */
static void test_leaflet(void **state)
{
    (void)state;
    check_pages(read_spec("leaflet/leaflet", "ar"), "leaflet.ar", 2);
    check_pages(read_spec("leaflet/leaflet", "zh"), "leaflet.zh", 2);
}

/* Written from right to left: everything begins at the right, but time. */
static const char arabic[] =
    "sheaf: 1\n"
    "title: أصبحت الصين الشريك التجاري الأول لكازاخستان\n"
    "deck: بلغ حجم التبادل التجاري {turnover[2023]} في عام 2023، بزيادة {growth(turnover)[2023]}.\n"
    "header: صحيفة وقائع تجارية\n"
    "footer: Kazinform\n"
    "language: ar\n"
    "date: 2024-06-26\n"
    "sources: {kazinform: {title: Kazinform News Agency, date: 2024-06-26}}\n"
    "data: {trade: kaz-chn.csv}\n"
    "series:\n"
    "  turnover: imply(trade[flow:turnover])\n"
    "  exports: imply(trade[flow:exports])\n"
    "  imports: turnover - exports\n"
    "  balance: exports - imports\n"
    "sheet:\n"
    "  - figures:\n"
    "      - {value: 'turnover[2023]', change: growth}\n"
    "      - {value: 'exports[2023]', change: growth}\n"
    "      - {value: 'imports[2023]'}\n"
    "      - {value: 'balance[2023]'}\n"
    "  - row:\n"
    "      - span: 7\n"
    "        chart:\n"
    "          type: bars\n"
    "          title: نمت الواردات أسرع من الصادرات\n"
    "          series: [exports, imports]\n"
    "          periods: 2022..2023\n"
    "      - span: 5\n"
    "        column:\n"
    "          - heading: مع شينجيانغ\n"
    "          - text: |\n"
    "              تستحوذ منطقة شينجيانغ على **نحو نصف** التبادل التجاري بين البلدين.\n"
    "\n"
    "              **المجالات الواعدة:** النقل والخدمات اللوجستية والزراعة والاستثمار\n"
    "              والسياحة وإزالة الحواجز التجارية.\n"
    "\n"
    "              **ما زال عائقاً:** العقبات أمام صادرات الثروة الحيوانية ولحوم\n"
    "              الدواجن ومنتجاتها الثانوية.\n"
    "\n"
    "              China and Kazakhstan met in Urumqi.\n"
    "  - chart:\n"
    "      type: bullet\n"
    "      title: ما تعرضه كازاخستان\n"
    "      targets:\n"
    "        - {label: لحوم البقر, value: 500, unit: thousand t}\n"
    "        - {label: الحبوب والبذور الزيتية, value: 3000, unit: thousand t}\n"
    "  - table:\n"
    "      title: تجارة كازاخستان مع الصين\n"
    "      rows: [turnover, exports, imports, balance]\n"
    "      columns: [2022, 2023, growth(2023), 2024-T1, growth(2024-T1)]\n"
    "  - notes:\n"
    "      - لا يذكر المصدر حصة شينجيانغ رقماً.\n";

static void test_arabic(void **state)
{
    (void)state;
    check_look(pages_read(NULL, arabic), "arabic");
}

/* One name for several series: a ranking, its table, and what is computed from them. */
static const char partners[] =
    "sheaf: 1\n"
    "title: Italy and China take a third of Kazakhstan's exports\n"
    "deck: 'The five largest partners bought {share(five, of: world)[2023]} of exports in "
    "2023'\n"
    "header: Trade fact sheet\n"
    "date: 2024-06-26\n"
    "data: {trade: ../../tests/sheet/fixtures/partners.csv}\n"
    "series:\n"
    "  world: 'trade[flow: exports, partner: WLD]'\n"
    "  partners: 'top(trade[flow: exports], by: partner, n: 5)'\n"
    "  shares: 'share(partners, of: world)'\n"
    "  five: 'total(trade[flow: exports, partner: ITA | CHN | RUS | NLD | TUR])'\n"
    "sheet:\n"
    "  - row:\n"
    "      - chart:\n"
    "          title: Exports by partner\n"
    "          subtitle: Largest partners, {unit}\n"
    "          series: partners\n"
    "          periods: 2023\n"
    "      - chart:\n"
    "          title: Their shares\n"
    "          subtitle: Of all exports, {unit}\n"
    "          series: [shares]\n"
    "          periods: 2023\n"
    "  - table:\n"
    "      title: Exports by partner\n"
    "      rows: [partners, world]\n"
    "      columns: [2022, 2023, growth(2023)]\n"
    "  - notes\n";

static void test_several_series_by_one_name(void **state)
{
    (void)state;
    check_look(pages_read(NULL, partners), "partners");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_table),
        cmocka_unit_test(test_table_in_arabic),
        cmocka_unit_test(test_sample),
        cmocka_unit_test(test_sample_in_russian),
        cmocka_unit_test(test_sample_in_arabic),
        cmocka_unit_test(test_sample_in_the_dark),
        cmocka_unit_test(test_brief),
        cmocka_unit_test(test_bulletin),
        cmocka_unit_test(test_profile),
        cmocka_unit_test(test_leaflet),
        cmocka_unit_test(test_arabic),
        cmocka_unit_test(test_several_series_by_one_name),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
