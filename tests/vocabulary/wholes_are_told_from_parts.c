/* wholes_are_told_from_parts.c - members that are sums of others, or unknown, by code and by name, in
 * all languages of trade files; and the splits of product codes. */
#include "support/check.h"

#include <string.h>

#include "vocabulary/normalised.h"
#include "vocabulary/vocabulary.h"

static const struct {
    const char *dimension, *code, *name;
    enum member_role role;
    const char *sum;
} cases[] = {
    /* The world. */
    { "partner", "WLD", "", MEMBER_WHOLE, "WLD" },
    { "partner", "W00", "", MEMBER_WHOLE, "WLD" },
    { "partner", "W", "", MEMBER_WHOLE, "WLD" },
    { "partner", "W1", "", MEMBER_WHOLE, "WLD" },
    { "partner", "0000", "", MEMBER_WHOLE, "WLD" },
    { "partner", "WORLD", "", MEMBER_WHOLE, "WLD" },
    { "partner", "World", "", MEMBER_WHOLE, "WLD" },
    { "reporter", "Мир", "", MEMBER_WHOLE, "WLD" },
    { "partner", "Весь мир", "", MEMBER_WHOLE, "WLD" },
    { "partner", "всего по странам", "", MEMBER_WHOLE, "WLD" },
    { "partner", "Әлем", "", MEMBER_WHOLE, "WLD" },
    { "partner", "Барлық елдер", "", MEMBER_WHOLE, "WLD" },
    { "partner", "世界", "", MEMBER_WHOLE, "WLD" },
    { "partner", "دۇنيا", "", MEMBER_WHOLE, "WLD" },
    { "partner", "العالم", "", MEMBER_WHOLE, "WLD" },
    { "partner", "Welt", "", MEMBER_WHOLE, "WLD" },
    { "partner", "Monde", "", MEMBER_WHOLE, "WLD" },
    { "partner", "Mundo", "", MEMBER_WHOLE, "WLD" },
    { "partner", "Mondo", "", MEMBER_WHOLE, "WLD" },
    { "partner", "Świat", "", MEMBER_WHOLE, "WLD" },
    { "partner", "Dünya", "", MEMBER_WHOLE, "WLD" },
    { "partner", "_T", "", MEMBER_WHOLE, "WLD" },
    { "partner", "Total", "", MEMBER_WHOLE, "WLD" },
    { "partner", "Всего", "", MEMBER_WHOLE, "WLD" },
    { "partner", "10", "Whole world", MEMBER_WHOLE, "WLD" },
    { "market", "World", "", MEMBER_WHOLE, "WLD" },
    /* Groups of countries. */
    { "partner", "EU27_2020", "", MEMBER_GROUP, "EU" },
    { "partner", "EU28", "", MEMBER_GROUP, "EU" },
    { "partner", "EU", "", MEMBER_GROUP, "EU" },
    { "partner", "EXT_EU27_2020", "", MEMBER_GROUP, "EXT_EU" },
    { "partner", "INT_EU27_2020", "", MEMBER_GROUP, "INT_EU" },
    { "partner", "EXT_EA20", "", MEMBER_GROUP, NULL },
    { "partner", "EA20", "", MEMBER_GROUP, "EA" },
    { "partner", "European Union", "", MEMBER_GROUP, "EU" },
    { "partner", "European Union - 27 countries (from 2020)", "", MEMBER_GROUP, "EU" },
    { "partner", "Extra-EU27 (from 2020)", "", MEMBER_GROUP, "EXT_EU" },
    { "partner", "Euro area - 20 countries (from 2023)", "", MEMBER_GROUP, "EA" },
    { "partner", "Non-EU", "", MEMBER_GROUP, "EXT_EU" },
    { "partner", "ЕС-27", "", MEMBER_GROUP, "EU" },
    { "partner", "Страны ЕС", "", MEMBER_GROUP, "EU" },
    { "partner", "СНГ", "", MEMBER_GROUP, "CIS" },
    { "partner", "ТМД елдері", "", MEMBER_GROUP, "CIS" },
    { "partner", "ЕАЭС", "", MEMBER_GROUP, "EAEU" },
    { "partner", "欧盟", "", MEMBER_GROUP, "EU" },
    { "partner", "东盟", "", MEMBER_GROUP, "ASEAN" },
    { "partner", "Europäische Union", "", MEMBER_GROUP, "EU" },
    { "partner", "Union européenne", "", MEMBER_GROUP, "EU" },
    { "partner", "الاتحاد الأوروبي", "", MEMBER_GROUP, "EU" },
    { "partner", "ياۋروپا ئىتتىپاقى", "", MEMBER_GROUP, "EU" },
    { "partner", "EFTA", "", MEMBER_GROUP, "EFTA" },
    { "partner", "European Economic Area (30 countries)", "", MEMBER_GROUP, "EEA" },
    /* Groups that are alike are not the same. */
    { "partner", "страны дальнего зарубежья", "", MEMBER_GROUP, "EXT_CIS" },
    { "partner", "Non-CIS", "", MEMBER_GROUP, "EXT_CIS" },
    { "partner", "алыс шетел елдері", "", MEMBER_GROUP, "EXT_CIS" },
    { "partner", "G7", "", MEMBER_GROUP, "G7" },
    { "partner", "G20", "", MEMBER_GROUP, "G20" },
    { "partner", "OPEC+", "", MEMBER_GROUP, NULL },
    { "partner", "African Union", "", MEMBER_GROUP, "AU" },
    { "partner", "RCEP", "", MEMBER_GROUP, NULL },
    { "partner", "Benelux", "", MEMBER_GROUP, NULL },
    { "partner", "OECD", "", MEMBER_GROUP, "OECD" },
    { "partner", "OPEC", "", MEMBER_GROUP, "OPEC" },
    { "partner", "B5", "", MEMBER_GROUP, "EU" },
    { "partner", "D5", "", MEMBER_GROUP, "EXT_EU" },
    { "partner", "150", "", MEMBER_GROUP, NULL },
    { "partner", "Europe", "", MEMBER_GROUP, NULL },
    { "partner", "Африка", "", MEMBER_GROUP, NULL },
    { "partner", "Amérique du Nord", "", MEMBER_GROUP, NULL },
    { "partner", "Südostasien", "", MEMBER_GROUP, NULL },
    { "partner", "Всего по странам СНГ", "", MEMBER_GROUP, "CIS" },
    { "partner", "СНГ - всего", "", MEMBER_GROUP, "CIS" },
    { "partner", "Страны ЕАЭС", "", MEMBER_GROUP, "EAEU" },
    { "partner", "ЕАЭО елдері", "", MEMBER_GROUP, "EAEU" },
    { "partner", "东盟合计", "", MEMBER_GROUP, "ASEAN" },
    { "partner", "欧盟国家", "", MEMBER_GROUP, "EU" },
    { "partner", "EU-Länder", "", MEMBER_GROUP, "EU" },
    { "partner", "ASEAN, total", "", MEMBER_GROUP, "ASEAN" },
    { "partner", "Total Africa", "", MEMBER_GROUP, NULL },
    { "partner", "Sub-Saharan Africa", "", MEMBER_GROUP, NULL },
    { "partner", "SSF", "", MEMBER_GROUP, NULL },
    { "country", "EU28", "", MEMBER_GROUP, "EU" },
    { "partner", "M2", "ASEAN", MEMBER_GROUP, "ASEAN" },
    /* Countries, also by codes that would be something else. */
    { "partner", "CHN", "", MEMBER_PART, NULL },
    { "partner", "China", "", MEMBER_PART, NULL },
    { "partner", "Taiwan", "", MEMBER_PART, NULL },
    { "partner", "142", "Singapore", MEMBER_PART, NULL },
    { "partner", "Central African Republic", "", MEMBER_PART, NULL },
    { "partner", "South Africa", "", MEMBER_PART, NULL },
    { "partner", "Micronesia", "", MEMBER_PART, NULL },
    { "partner", "", "", MEMBER_PART, NULL },
    /* Areas that are no country. */
    { "partner", "QP", "", MEMBER_UNSPECIFIED, NULL },
    { "partner", "QZ", "", MEMBER_UNSPECIFIED, NULL },
    { "partner", "_X", "", MEMBER_UNSPECIFIED, NULL },
    { "partner", "899", "", MEMBER_UNSPECIFIED, NULL },
    { "partner", "Areas, nes", "", MEMBER_UNSPECIFIED, NULL },
    { "partner", "Other Asia, nes", "", MEMBER_UNSPECIFIED, NULL },
    { "partner", "Areas, not elsewhere specified", "", MEMBER_UNSPECIFIED, NULL },
    { "partner", "Unspecified", "", MEMBER_UNSPECIFIED, NULL },
    { "partner", "Secret", "", MEMBER_UNSPECIFIED, NULL },
    { "partner", "Confidential", "", MEMBER_UNSPECIFIED, NULL },
    { "partner", "Прочие страны", "", MEMBER_UNSPECIFIED, NULL },
    { "partner", "басқа елдер", "", MEMBER_UNSPECIFIED, NULL },
    { "partner", "国别不详", "", MEMBER_UNSPECIFIED, NULL },
    { "partner", "Nicht ermittelte Länder", "", MEMBER_UNSPECIFIED, NULL },
    { "partner", "Rest of the World", "", MEMBER_UNSPECIFIED, NULL },
    { "partner", "958", "Countries not specified", MEMBER_UNSPECIFIED, NULL },
    /* Products. */
    { "product", "TOTAL", "", MEMBER_WHOLE, "TOTAL" },
    { "product", "Total", "", MEMBER_WHOLE, "TOTAL" },
    { "product", "All Commodities", "", MEMBER_WHOLE, "TOTAL" },
    { "product", "AllSubHeading", "", MEMBER_WHOLE, "TOTAL" },
    { "product", "AG2", "", MEMBER_WHOLE, "TOTAL" },
    { "product", "_T", "", MEMBER_WHOLE, "TOTAL" },
    { "product", "总值", "", MEMBER_WHOLE, "TOTAL" },
    { "product", "Всего", "", MEMBER_WHOLE, "TOTAL" },
    { "product", "барлығы", "", MEMBER_WHOLE, "TOTAL" },
    { "product", "Waren insgesamt", "", MEMBER_WHOLE, "TOTAL" },
    { "product", "0", "All commodities", MEMBER_WHOLE, "TOTAL" },
    { "product", "WTO_H4_Aggri", "", MEMBER_GROUP, NULL },
    { "product", "T", "", MEMBER_PART, NULL },
    { "product", "01", "", MEMBER_PART, NULL },
    { "product", "81", "Other base metals", MEMBER_PART, NULL },
    { "product", "Machinery, nes", "", MEMBER_PART, NULL },
    { "product", "01-05_Animal", "", MEMBER_PART, NULL },
    { "product", "WLD", "", MEMBER_PART, NULL },
    { "product", "Africa", "", MEMBER_PART, NULL },
    { "product", "84SSSSSS", "", MEMBER_UNSPECIFIED, NULL },
    { "product", "99", "Commodities not specified according to kind", MEMBER_UNSPECIFIED, NULL },
    { "product", "Other", "", MEMBER_UNSPECIFIED, NULL },
    /* Flows, modes of transport, customs procedures, dimensions of a file's own. */
    { "flow", "turnover", "", MEMBER_WHOLE, "turnover" },
    { "flow", "balance", "", MEMBER_GROUP, NULL },
    { "flow", "exports", "", MEMBER_PART, NULL },
    { "mode of transport", "TOTAL MOT", "", MEMBER_WHOLE, "TOTAL" },
    { "mode of transport", "0", "", MEMBER_WHOLE, "TOTAL" },
    { "mode of transport", "1000", "", MEMBER_PART, NULL },
    { "customs", "C00", "", MEMBER_WHOLE, "TOTAL" },
    { "sector", "Total", "", MEMBER_WHOLE, "TOTAL" },
    { "sector", "Insgesamt", "", MEMBER_WHOLE, "TOTAL" },
    { "sector", "All sectors", "", MEMBER_WHOLE, "TOTAL" },
    { "sector", "ALL INDUSTRIES", "", MEMBER_WHOLE, "TOTAL" },
    { "industry", "Total industries", "", MEMBER_WHOLE, "TOTAL" },
    { "material", "All materials", "", MEMBER_WHOLE, "TOTAL" },
    { "отрасль", "Все отрасли", "", MEMBER_WHOLE, "TOTAL" },
    { "sector", "Всего по отраслям", "", MEMBER_WHOLE, "TOTAL" },
    { "sector", "所有行业", "", MEMBER_WHOLE, "TOTAL" },
    { "sector", "Alle Branchen", "", MEMBER_WHOLE, "TOTAL" },
    { "sector", "Tous les secteurs", "", MEMBER_WHOLE, "TOTAL" },
    { "sector", "جميع القطاعات", "", MEMBER_WHOLE, "TOTAL" },
    { "sector", "All manufacturing", "", MEMBER_GROUP, NULL },
    { "sector", "Total food", "", MEMBER_GROUP, NULL },
    { "sector", "All other sectors", "", MEMBER_UNSPECIFIED, NULL },
    { "sector", "Alloys", "", MEMBER_PART, NULL },
    { "sector", "Totally new", "", MEMBER_PART, NULL },
    { "sector", "0", "", MEMBER_PART, NULL },
    { "sector", "A1", "", MEMBER_PART, NULL },
    { "sector", "Agriculture", "", MEMBER_PART, NULL },
    { "unit", "all", "", MEMBER_PART, NULL },
};

static void members_have_roles(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        const char *dimension = cases[i].dimension, *code = cases[i].code, *name = cases[i].name;
        const char *sum = member_sum_of(dimension, code, name);

        print_message("  %s %s %s\n", dimension, code, name);
        assert_int_equal(member_role_of(dimension, code, name), cases[i].role);
        if (cases[i].sum == NULL)
            assert_null(sum);
        else
            assert_string_equal(sum, cases[i].sum);
    }
}

static void groups_have_members_in_common(void **state)
{
    static const struct {
        const char *a, *b;
        bool overlap;
    } pairs[] = {
        { "EU", "EU", true },        { "EU", "EA", true },          { "EU", "INT_EU", true },
        { "EU", "EXT_EU", false },   { "EXT_EU", "EA", false },     { "EXT_EU", "ASEAN", true },
        { "EXT_EU", "OECD", true },  { "EXT_EU", "EXT_CIS", true }, { "CIS", "EAEU", true },
        { "CIS", "EXT_CIS", false }, { "EXT_CIS", "EAEU", false },  { "EXT_CIS", "EU", true },
        { "EU", "ASEAN", false },    { "EA", "OECD", true },        { "BRICS", "BRICS", true },
        { "EU", "Andean", false },   { "EU", NULL, false },         { NULL, NULL, false },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(pairs); i++) {
        assert_int_equal(groups_overlap(pairs[i].a, pairs[i].b), pairs[i].overlap);
        assert_int_equal(groups_overlap(pairs[i].b, pairs[i].a), pairs[i].overlap);
    }
}

static void groups_may_hold_countries(void **state)
{
    (void)state;
    assert_true(group_may_hold("EU", "DEU"));
    assert_true(group_may_hold("EA", "GBR"));
    assert_false(group_may_hold("EU", "CHN"));
    assert_true(group_may_hold("EU", "Deutschland (bis 1990)"));
    assert_true(group_may_hold("EXT_EU", "CHN"));
    assert_true(group_may_hold("EXT_EU", "GBR"));
    assert_false(group_may_hold("EXT_EU", "DEU"));
    assert_true(group_may_hold("OECD", "CHN"));
    assert_true(group_may_hold(NULL, "CHN"));
}

/* Words before and behind a group are left out a few times only, whatever a file holds. */
static void long_texts_take_no_time(void **state)
{
    char text[NORMALISED_MAX_BYTES] = "total";

    (void)state;
    while (strlen(text) + sizeof " total" < sizeof text)
        strcat(text, " total");
    assert_int_equal(member_role_of("partner", text, NULL), MEMBER_PART);
}

static void readers_rename_words_for_all_goods(void **state)
{
    (void)state;
    assert_true(product_is_total("All commodities"));
    assert_true(product_is_total("所有商品"));
    assert_true(product_is_total("_T"));
    assert_false(product_is_total("AllSubHeading"));
    assert_false(product_is_total("AG6"));
    assert_false(product_is_total("27"));
}

static void flows_have_parts(void **state)
{
    (void)state;
    assert_true(flow_is_part_of("re-exports", "exports"));
    assert_true(flow_is_part_of("domestic exports", "exports"));
    assert_true(flow_is_part_of("re-imports", "imports"));
    assert_false(flow_is_part_of("re-exports", "imports"));
    assert_false(flow_is_part_of("exports", "turnover"));
}

static void product_codes_have_a_depth(void **state)
{
    static const struct {
        const char *member;
        int depth;
    } codes[] = {
        { "01", 2 },      { "0101", 4 },  { "010121", 6 },
        { "0101.21", 6 }, { "0", 1 },     { "27101245", 8 },
        { "", 0 },        { "TOTAL", 0 }, { "01-05_Animal", 0 },
        { "Grain", 0 },   { "0101.", 0 }, { "1234567890123", 0 },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(codes); i++)
        assert_int_equal(product_depth(codes[i].member), codes[i].depth);
}

static void product_codes_are_of_a_split(void **state)
{
    static const struct {
        const char *a, *b;
        bool equal;
        const char *text; /* of a */
    } splits[] = {
        { "27", "72", true, "codes of 2 digits" },
        { "27", "2701", false, "codes of 2 digits" },
        { "27", "27-27_Fuels", false, "codes of 2 digits" },
        { "01-05_Animal", "27-27_Fuels", true, "ranges of codes" },
        { "01-05", "06-15", true, "ranges of codes" },
        { "XVI", "Section V", true, "sections" },
        { "XVI", "84", false, "sections" },
        { "SITC7", "SITC6_8", true, "SITC codes of 1 digit" },
        { "SITC7", "SITC78", false, "SITC codes of 1 digit" },
        { "SITC7", "BEC_1", false, "SITC codes of 1 digit" },
        { "Grain", "Oil", true, "names" },
        { "Grain", "10", false, "names" },
        { "Vehicles", "Iron and steel", true, "names" },
    };
    char text[PRODUCT_SPLIT_TEXT];

    (void)state;
    for (size_t i = 0; i < LENGTH(splits); i++) {
        struct product_split a = product_split_of(splits[i].a), b = product_split_of(splits[i].b);

        print_message("  %s %s\n", splits[i].a, splits[i].b);
        assert_int_equal(product_splits_equal(&a, &b), splits[i].equal);
        assert_string_equal(product_split_text(&a, text), splits[i].text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(members_have_roles),
        cmocka_unit_test(groups_have_members_in_common),
        cmocka_unit_test(groups_may_hold_countries),
        cmocka_unit_test(long_texts_take_no_time),
        cmocka_unit_test(readers_rename_words_for_all_goods),
        cmocka_unit_test(flows_have_parts),
        cmocka_unit_test(product_codes_have_a_depth),
        cmocka_unit_test(product_codes_are_of_a_split),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
