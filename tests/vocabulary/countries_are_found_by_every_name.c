/* countries_are_found_by_every_name.c - a country is found by every code and name that trade files use. */
#include "support/check.h"

#include <stdio.h>
#include <string.h>

#include <unicode/uldnames.h>
#include <unicode/uloc.h>
#include <unicode/uregion.h>
#include <unicode/ustring.h>

#include "vocabulary/countries.h"
#include "vocabulary/country_codes.h"
#include "vocabulary/country_names.h"
#include "vocabulary/country_table.h"

static void assert_country(const char *text, const char *iso3)
{
    const char *found = country_find(text, strlen(text));

    if ((found == NULL) != (iso3 == NULL) || (found != NULL && strcmp(found, iso3) != 0))
        fail_msg("'%s' is %s, not %s", text, found != NULL ? found : "unknown",
                 iso3 != NULL ? iso3 : "unknown");
}

static const struct {
    const char *text, *iso3;
} cases[] = {
    { "KZ", "KAZ" },
    { "KAZ", "KAZ" },
    { "kaz", "KAZ" },
    { "398", "KAZ" },
    { "4", "AFG" },
    { "004", "AFG" },
    { "36", "AUS" },
    { "036", "AUS" },
    { " World", "WLD" },
    { "WLD", "WLD" },
    { "W00", "WLD" },
    { "0", "WLD" },
    { "весь мир", "WLD" },
    { "Әлем", "WLD" },
    { "世界", "WLD" },
    { "EL", "GRC" },
    { "GR", "GRC" },
    { "UK", "GBR" },
    { "GB", "GBR" },
    { "XK", "XKX" },
    { "EU27_2020", "EU27_2020" },
    { "EA20", "EA20" },
    { "842", "USA" },
    { "840", "USA" },
    { "757", "CHE" },
    { "251", "FRA" },
    { "579", "NOR" },
    { "699", "IND" },
    { "381", "ITA" },
    { "ROM", "ROU" },
    { "Kazakhstan", "KAZ" },
    { "KAZAKHSTAN", "KAZ" },
    { "KZ: Kazakhstan", "KAZ" },
    { "Republic of Kazakhstan", "KAZ" },
    { "Казахстан", "KAZ" },
    { "РЕСПУБЛИКА КАЗАХСТАН", "KAZ" },
    { "Қазақстан", "KAZ" },
    { "Қазақстан Республикасы", "KAZ" },
    { "哈萨克斯坦", "KAZ" },
    { "China", "CHN" },
    { "Китай", "CHN" },
    { "КИТАЙСКАЯ НАРОДНАЯ РЕСПУБЛИКА", "CHN" },
    { "Қытай", "CHN" },
    { "中国", "CHN" },
    { "Korea, Rep.", "KOR" },
    { "Rep. of Korea", "KOR" },
    { "Republic of Korea", "KOR" },
    { "South Korea", "KOR" },
    { "Южная Корея", "KOR" },
    { "Республика Корея", "KOR" },
    { "韩国", "KOR" },
    { "Korea, Dem. People's Rep.", "PRK" },
    { "Dem. People\u2019s Rep. of Korea", "PRK" },
    { "China, Hong Kong SAR", "HKG" },
    { "Hong Kong SAR, China", "HKG" },
    { "Hong Kong", "HKG" },
    { "中国香港", "HKG" },
    { "Russian Federation", "RUS" },
    { "РОССИЯ", "RUS" },
    { "Ресей", "RUS" },
    { "俄罗斯", "RUS" },
    { "Viet Nam", "VNM" },
    { "Vietnam", "VNM" },
    { "Türkiye", "TUR" },
    { "Turkey", "TUR" },
    { "Czechia", "CZE" },
    { "Czech Republic", "CZE" },
    { "United States of America", "USA" },
    { "USA", "USA" },
    { "U.S.A.", "USA" },
    { "United States", "USA" },
    { "США", "USA" },
    { "Соединённые Штаты Америки", "USA" },
    { "АҚШ", "USA" },
    { "美国", "USA" },
    { "Taiwan, Province of China", "TWN" },
    { "Chinese Taipei", "TWN" },
    { "台湾", "TWN" },
    { "Côte d'Ivoire", "CIV" },
    { "Cote d\u2019Ivoire", "CIV" },
    { "Lao PDR", "LAO" },
    { "Lao People's Dem. Rep.", "LAO" },
    { "Iran, Islamic Rep.", "IRN" },
    { "Iran (Islamic Republic of)", "IRN" },
    { "Egypt, Arab Rep.", "EGY" },
    { "Congo, Dem. Rep.", "COD" },
    { "Dem. Rep. of the Congo", "COD" },
    { "Congo, Rep.", "COG" },
    { "Congo", "COG" },
    { "Bolivia (Plurinational State of)", "BOL" },
    { "Venezuela, RB", "VEN" },
    { "Micronesia, Fed. Sts.", "FSM" },
    { "St. Vincent and the Grenadines", "VCT" },
    { "Saint Kitts and Nevis", "KNA" },
    { "Marshall Isds", "MHL" },
    { "Маршалловы Острова", "MHL" },
    { "Bahamas, The", "BHS" },
    { "Bosnia Herzegovina", "BIH" },
    { "Kyrgyz Republic", "KGZ" },
    { "Кыргызстан", "KGZ" },
    { "Slovak Republic", "SVK" },
    { "Yemen, Rep.", "YEM" },
    { "Dominican Rep.", "DOM" },
    { "Dominica", "DMA" },
    { "Niger", "NER" },
    { "Guinea-Bissau", "GNB" },
    { "Equatorial Guinea", "GNQ" },
    { "Объединённые Арабские Эмираты", "ARE" },
    { "Macedonia, FYR", "MKD" },
    { "West Bank and Gaza", "PSE" },
    { "Virgin Islands (U.S.)", "VIR" },
    { "British Virgin Islands", "VGB" },
    { "South Africa", "ZAF" },
    { "Sint Maarten (Dutch part)", "SXM" },
    { "St. Martin (French part)", "MAF" },
    /* Other languages: German, French, Spanish, Turkish, Japanese, Arabic, Uyghur. */
    { "Kasachstan", "KAZ" },
    { "Allemagne", "DEU" },
    { "España", "ESP" },
    { "espana", "ESP" },
    { "Almanya", "DEU" },
    { "カザフスタン", "KAZ" },
    { "الصين", "CHN" },
    { "Deutschland", "DEU" },
    { "Кытай", "CHN" }, /* Kyrgyz */
    { "Доминика Республикасы", "DOM" },
    { "Island", "ISL" },   /* German, Danish, Polish; else a small word */
    { "Vietname", "VNM" }, /* as Portugal writes, and Brazil does not */
    { "Hongkong", "HKG" },
    { "홍콩", "HKG" },
    { "EE. UU.", "USA" },
    { "САЩ", "USA" },
    /* Areas that are no country. */
    /* Codes that ISO has withdrawn are no other country's. */
    { "SU", NULL },
    { "su", NULL },
    { "YU", NULL },
    { "AN", NULL },
    { "CS", NULL },
    { "DD", NULL },
    { "ZR", NULL },
    { "TP", NULL },
    { "BU", NULL },
    { "Other Asia, nes", NULL },
    { "490", NULL },
    { "Areas, nes", NULL },
    { "Africa", NULL },
    { "Islands", NULL },
    { "of the", NULL },
    { "EUA", NULL }, /* the United States in Spanish, but sooner a code */
    { "Arab World", NULL },
    { "European Union", NULL },
    { "Bunkers", NULL },
    { "999", NULL },
    { "1", NULL },
    { "", NULL },
    { "  ", NULL },
    { "x", NULL },
    { "Gondor", NULL },
    { "\xff\xfe", NULL },
    { "exports", NULL },
};

static void every_name_finds_its_country(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++)
        assert_country(cases[i].text, cases[i].iso3);
}

/* What ICU calls a country in our four languages, that it is; codes agree with ICU's. */
static void codes_and_names_agree_with_icu(void **state)
{
    static const char *const languages[] = { "en", "ru", "kk", "zh" };

    (void)state;
    for (size_t i = 0; i < country_code_count; i++) {
        const struct country_code *code = &country_codes[i];
        char locale[8] = "und_", number[8];
        UErrorCode status = U_ZERO_ERROR;

        if (i > 0)
            assert_true(strcmp(country_codes[i - 1].iso3, code->iso3) < 0);
        assert_country(code->iso3, code->iso3);
        assert_country(code->iso2, code->iso3);
        if (code->m49 != 0) { /* Kosovo's are nobody's */
            strcat(locale, code->iso2);
            assert_string_equal(uloc_getISO3Country(locale), code->iso3);
            assert_int_equal(uregion_getNumericCode(uregion_getRegionFromCode(code->iso2, &status)),
                             code->m49);
            snprintf(number, sizeof number, "%03d", code->m49);
            assert_country(number, code->iso3);
        }
        for (size_t k = 0; k < LENGTH(languages); k++) {
            ULocaleDisplayNames *names = uldn_open(languages[k], ULDN_STANDARD_NAMES, &status);
            UChar wide[200];
            char name[600];

            uldn_regionDisplayName(names, code->iso2, wide, 200, &status);
            u_strToUTF8(name, sizeof name, NULL, wide, -1, &status);
            uldn_close(names);
            if (strcmp(name, "Конго") != 0) /* Kinshasa in Kazakh, Brazzaville elsewhere */
                assert_country(name, code->iso3);
        }
    }
}

/* The names that we add are ours, and each says one country. */
static void listed_names_are_found(void **state)
{
    (void)state;
    for (size_t i = 0; i < country_names_count; i++)
        for (const char *at = country_names[i].names; *at != '\0';) {
            size_t n = strcspn(at, "|");
            const char *found = country_find(at, n);

            if (found == NULL || strcmp(found, country_names[i].iso3) != 0)
                fail_msg("'%.*s' is %s, not %s", (int)n, at, found != NULL ? found : "unknown",
                         country_names[i].iso3);
            at += n + (at[n] == '|');
        }
}

/* A name in any language finds its country, or nothing if two countries share it. */
static void every_language_is_known(void **state)
{
    size_t known = 0, unknown = 0;

    (void)state;
    for (int32_t i = 0; i < uloc_countAvailable(); i++) {
        UErrorCode status = U_ZERO_ERROR;
        ULocaleDisplayNames *names = uldn_open(uloc_getAvailable(i), ULDN_STANDARD_NAMES, &status);

        for (size_t k = 0; k < country_code_count; k++) {
            UChar wide[200];
            char name[600];
            const char *found;

            uldn_regionDisplayName(names, country_codes[k].iso2, wide, 200, &status);
            u_strToUTF8(name, sizeof name, NULL, wide, -1, &status);
            found = country_find(name, strlen(name));
            if (found != NULL && strcmp(found, country_codes[k].iso3) == 0)
                known++;
            else
                unknown++;
        }
        uldn_close(names);
    }
    print_message("  %zu names known, %zu not\n", known, unknown);
    assert_true(unknown < known / 100);
}

/* A look-up is a binary search, so names are sorted and each is there once. */
static void tables_are_in_order(void **state)
{
    const struct country_table *const tables[] = { &country_usual_names, &country_other_names };

    (void)state;
    for (size_t t = 0; t < LENGTH(tables); t++) {
        print_message("  %zu names\n", tables[t]->count);
        for (size_t i = 1; i < tables[t]->count; i++)
            assert_true(strcmp(country_table_text + tables[t]->names[i - 1].words,
                               country_table_text + tables[t]->names[i].words) < 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_name_finds_its_country),
        cmocka_unit_test(codes_and_names_agree_with_icu),
        cmocka_unit_test(listed_names_are_found),
        cmocka_unit_test(every_language_is_known),
        cmocka_unit_test(tables_are_in_order),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
