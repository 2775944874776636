/* former_countries.c - the names of states that are no more. ICU calls them by the name of a successor, so
 * that the Soviet Union would be Russia, and the Netherlands Antilles would be Curaçao, which they
 * held. ISO 3166-3 has their codes. */
#include "text/languages/language.h"

#include <string.h>

enum { LANGUAGES = 8 };

static const char *const tags[LANGUAGES] = { "en", "ru", "kk", "zh", "ar", "de", "fr", "ug" };

static const struct {
    const char *code, *short_code;
    const char *names[LANGUAGES];
} countries[] = {
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

const char *language_former_country(const struct language *language, const char *code)
{
    size_t k = 0;

    while (k < LANGUAGES && strcmp(tags[k], language->tag) != 0)
        k++;
    for (size_t i = 0; k < LANGUAGES && i < sizeof countries / sizeof *countries; i++)
        if (strcmp(countries[i].code, code) == 0 ||
            (countries[i].short_code != NULL && strcmp(countries[i].short_code, code) == 0))
            return countries[i].names[k];
    return NULL;
}
