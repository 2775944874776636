/* own_countries.c - names of countries that CLDR's do not serve: states that are no more, and short names. */
#include "text/languages/language.h"

#include <string.h>

enum { LANGUAGES = 8 };

static const char *const tags[LANGUAGES] = { "en", "ru", "kk", "zh", "ar", "de", "fr", "ug" };

struct own_country {
    const char *code, *short_code;
    const char *names[LANGUAGES];
};

/* ICU calls these by the name of a successor, so that the Soviet Union would be Russia, and the Netherlands
 * Antilles would be Curaçao, which they held. ISO 3166-3 has their codes. */
static const struct own_country former[] = {
    { "ANT",
      "AN",
      { "Netherlands Antilles", "Нидерландские Антильские острова", "Нидерланд Антиль аралдары",
        "荷属安的列斯", "جزر الأنتيل الهولندية", "Niederländische Antillen",
        "Antilles néerlandaises", "گوللاندىيە ئانتىل ئاراللىرى" } },
    { "CSK",
      NULL, /* CS was of Serbia and Montenegro, too */
      { "Czechoslovakia", "Чехословакия", "Чехословакия", "捷克斯洛伐克", "تشيكوسلوفاكيا",
        "Tschechoslowakei", "Tchécoslovaquie", "چېخوسلوۋاكىيە" } },
    { "DDR",
      "DD",
      { "East Germany", "ГДР", "ГДР", "东德", "ألمانيا الشرقية", "DDR", "Allemagne de l’Est",
        "شەرقىي گېرمانىيە" } },
    { "SCG",
      NULL,
      { "Serbia and Montenegro", "Сербия и Черногория", "Сербия және Черногория", "塞尔维亚和黑山",
        "صربيا والجبل الأسود", "Serbien und Montenegro", "Serbie-et-Monténégro",
        "سېربىيە ۋە قارا تاغ" } },
    { "SUN",
      "SU",
      { "Soviet Union", "СССР", "КСРО", "苏联", "الاتحاد السوفيتي", "Sowjetunion",
        "Union soviétique", "سوۋېت ئىتتىپاقى" } },
    { "YMD",
      "YD",
      { "South Yemen", "Южный Йемен", "Оңтүстік Йемен", "南也门", "اليمن الجنوبي", "Südjemen",
        "Yémen du Sud", "جەنۇبىي يەمەن" } },
    { "YUG",
      "YU",
      { "Yugoslavia", "Югославия", "Югославия", "南斯拉夫", "يوغوسلافيا", "Jugoslawien",
        "Yougoslavie", "يۇگوسلاۋىيە" } },
};

/* Whose names in full, of three or four words, rarely find room in a chart: CLDR has "Hong Kong SAR China", and no
 * one knows the code HKG. */
static const struct own_country shorter[] = {
    { "HKG",
      "HK",
      { "Hong Kong", "Гонконг", "Гонконг", "香港", "هونغ كونغ", "Hongkong", "Hong Kong",
        "شياڭگاڭ" } },
    { "MAC", "MO", { "Macao", "Макао", "Макао", "澳门", "ماكاو", "Macau", "Macao", "ئاۋمېن" } },
};

static const char *find(const struct own_country *countries, size_t n,
                        const struct language *language, const char *code)
{
    size_t k = 0;

    while (k < LANGUAGES && strcmp(tags[k], language->tag) != 0)
        k++;
    for (size_t i = 0; k < LANGUAGES && i < n; i++)
        if (strcmp(countries[i].code, code) == 0 ||
            (countries[i].short_code != NULL && strcmp(countries[i].short_code, code) == 0))
            return countries[i].names[k];
    return NULL;
}

const char *language_former_country(const struct language *language, const char *code)
{
    return find(former, sizeof former / sizeof *former, language, code);
}

const char *language_short_country(const struct language *language, const char *code)
{
    return find(shorter, sizeof shorter / sizeof *shorter, language, code);
}
