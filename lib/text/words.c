/* words.c - Sheaf's own words, a row a language. English is used for languages
 * without a row. */
#include <string.h>

#include "text/figures.h"

/* As they begin a line or stand alone: labels, keys, headings of notes. */
struct vocabulary {
    const char *language;
    const char *words[WORD_COUNT];
};

static const struct vocabulary vocabularies[] = {
    { "en",
      { [WORD_EXPORTS] = "Exports",
        [WORD_IMPORTS] = "Imports",
        [WORD_TURNOVER] = "Turnover",
        [WORD_BALANCE] = "Balance",
        [WORD_RE_EXPORTS] = "Re-exports",
        [WORD_SOURCE] = "Source",
        [WORD_SOURCES] = "Sources",
        [WORD_NOTES] = "Notes",
        [WORD_DERIVED] = "Derived",
        [WORD_PROVISIONAL] = "Provisional",
        [WORD_ESTIMATED] = "Estimated",
        [WORD_FORECAST] = "Forecast",
        [WORD_TARGET] = "Target",
        [WORD_PART_YEAR] = "Part of the year",
        [WORD_CHANGE] = "Change",
        [WORD_ON_YEAR_BEFORE] = "on a year earlier",
        [WORD_PAGE] = "Page",
        [WORD_OF] = "of",
        [WORD_NO_VALUE] = "n/a" } },
    { "ru",
      { [WORD_EXPORTS] = "Экспорт",
        [WORD_IMPORTS] = "Импорт",
        [WORD_TURNOVER] = "Товарооборот",
        [WORD_BALANCE] = "Сальдо",
        [WORD_RE_EXPORTS] = "Реэкспорт",
        [WORD_SOURCE] = "Источник",
        [WORD_SOURCES] = "Источники",
        [WORD_NOTES] = "Примечания",
        [WORD_DERIVED] = "Расчётные данные",
        [WORD_PROVISIONAL] = "Предварительные данные",
        [WORD_ESTIMATED] = "Оценка",
        [WORD_FORECAST] = "Прогноз",
        [WORD_TARGET] = "Цель",
        [WORD_PART_YEAR] = "Часть года",
        [WORD_CHANGE] = "Изменение",
        [WORD_ON_YEAR_BEFORE] = "к тому же периоду годом ранее",
        [WORD_PAGE] = "Стр.",
        [WORD_OF] = "из",
        [WORD_NO_VALUE] = "н/д" } },
    { "kk",
      { [WORD_EXPORTS] = "Экспорт",
        [WORD_IMPORTS] = "Импорт",
        [WORD_TURNOVER] = "Тауар айналымы",
        [WORD_BALANCE] = "Сальдо",
        [WORD_RE_EXPORTS] = "Реэкспорт",
        [WORD_SOURCE] = "Дереккөз",
        [WORD_SOURCES] = "Дереккөздер",
        [WORD_NOTES] = "Ескертпелер",
        [WORD_DERIVED] = "Есептелген деректер",
        [WORD_PROVISIONAL] = "Алдын ала деректер",
        [WORD_ESTIMATED] = "Бағалау",
        [WORD_FORECAST] = "Болжам",
        [WORD_TARGET] = "Мақсат",
        [WORD_PART_YEAR] = "Жылдың бөлігі",
        [WORD_CHANGE] = "Өзгеріс",
        [WORD_ON_YEAR_BEFORE] = "өткен жылдың сәйкес кезеңіне",
        [WORD_PAGE] = "Бет",
        [WORD_OF] = "/",
        [WORD_NO_VALUE] = "дерек жоқ" } },
    { "zh",
      { [WORD_EXPORTS] = "出口",
        [WORD_IMPORTS] = "进口",
        [WORD_TURNOVER] = "进出口",
        [WORD_BALANCE] = "贸易差额",
        [WORD_RE_EXPORTS] = "再出口",
        [WORD_SOURCE] = "来源",
        [WORD_SOURCES] = "来源",
        [WORD_NOTES] = "注",
        [WORD_DERIVED] = "推算值",
        [WORD_PROVISIONAL] = "初步数据",
        [WORD_ESTIMATED] = "估计值",
        [WORD_FORECAST] = "预测",
        [WORD_TARGET] = "目标",
        [WORD_PART_YEAR] = "年内部分月份",
        [WORD_CHANGE] = "变化",
        [WORD_ON_YEAR_BEFORE] = "同比",
        [WORD_PAGE] = "页",
        [WORD_OF] = "/",
        [WORD_NO_VALUE] = "无数据" } },
    { "fr",
      { [WORD_EXPORTS] = "Exportations",
        [WORD_IMPORTS] = "Importations",
        [WORD_TURNOVER] = "Échanges",
        [WORD_BALANCE] = "Solde",
        [WORD_RE_EXPORTS] = "Réexportations",
        [WORD_SOURCE] = "Source",
        [WORD_SOURCES] = "Sources",
        [WORD_NOTES] = "Notes",
        [WORD_DERIVED] = "Valeur déduite",
        [WORD_PROVISIONAL] = "Provisoire",
        [WORD_ESTIMATED] = "Estimation",
        [WORD_FORECAST] = "Prévision",
        [WORD_TARGET] = "Objectif",
        [WORD_PART_YEAR] = "Partie de l’année",
        [WORD_CHANGE] = "Variation",
        [WORD_ON_YEAR_BEFORE] = "sur un an",
        [WORD_PAGE] = "Page",
        [WORD_OF] = "sur",
        [WORD_NO_VALUE] = "n.d." } },
    { "de",
      { [WORD_EXPORTS] = "Ausfuhren",
        [WORD_IMPORTS] = "Einfuhren",
        [WORD_TURNOVER] = "Handelsvolumen",
        [WORD_BALANCE] = "Saldo",
        [WORD_RE_EXPORTS] = "Wiederausfuhren",
        [WORD_SOURCE] = "Quelle",
        [WORD_SOURCES] = "Quellen",
        [WORD_NOTES] = "Anmerkungen",
        [WORD_DERIVED] = "Abgeleitet",
        [WORD_PROVISIONAL] = "Vorläufig",
        [WORD_ESTIMATED] = "Geschätzt",
        [WORD_FORECAST] = "Prognose",
        [WORD_TARGET] = "Ziel",
        [WORD_PART_YEAR] = "Teil des Jahres",
        [WORD_CHANGE] = "Veränderung",
        [WORD_ON_YEAR_BEFORE] = "gegenüber dem Vorjahr",
        [WORD_PAGE] = "Seite",
        [WORD_OF] = "von",
        [WORD_NO_VALUE] = "k. A." } },
    { "ar",
      { [WORD_EXPORTS] = "الصادرات",
        [WORD_IMPORTS] = "الواردات",
        [WORD_TURNOVER] = "حجم التبادل التجاري",
        [WORD_BALANCE] = "الميزان التجاري",
        [WORD_RE_EXPORTS] = "إعادة التصدير",
        [WORD_SOURCE] = "المصدر",
        [WORD_SOURCES] = "المصادر",
        [WORD_NOTES] = "ملاحظات",
        [WORD_DERIVED] = "قيمة محسوبة",
        [WORD_PROVISIONAL] = "بيانات أولية",
        [WORD_ESTIMATED] = "تقدير",
        [WORD_FORECAST] = "توقعات",
        [WORD_TARGET] = "الهدف",
        [WORD_PART_YEAR] = "جزء من السنة",
        [WORD_CHANGE] = "التغير",
        [WORD_ON_YEAR_BEFORE] = "مقارنة بالفترة نفسها من العام السابق",
        [WORD_PAGE] = "صفحة",
        [WORD_OF] = "من",
        [WORD_NO_VALUE] = "غير متاح" } },
    { "ug",
      { [WORD_EXPORTS] = "ئېكسپورت",
        [WORD_IMPORTS] = "ئىمپورت",
        [WORD_TURNOVER] = "سودا سوممىسى",
        [WORD_BALANCE] = "سودا پەرقى",
        [WORD_RE_EXPORTS] = "قايتا ئېكسپورت",
        [WORD_SOURCE] = "مەنبە",
        [WORD_SOURCES] = "مەنبەلەر",
        [WORD_NOTES] = "ئىزاھات",
        [WORD_DERIVED] = "ھېسابلاپ چىقىرىلغان",
        [WORD_PROVISIONAL] = "دەسلەپكى سانلىق مەلۇمات",
        [WORD_ESTIMATED] = "مۆلچەر",
        [WORD_FORECAST] = "ئالدىن مۆلچەر",
        [WORD_TARGET] = "نىشان",
        [WORD_PART_YEAR] = "يىلنىڭ بىر قىسمى",
        [WORD_CHANGE] = "ئۆزگىرىش",
        [WORD_ON_YEAR_BEFORE] = "ئالدىنقى يىلنىڭ ئوخشاش مەزگىلىگە سېلىشتۇرغاندا",
        [WORD_PAGE] = "بەت",
        [WORD_OF] = "/",
        [WORD_NO_VALUE] = "مەلۇمات يوق" } },
};

/* Flows as they stand inside a sentence. */
struct flow_words {
    const char *language;
    const char *exports, *imports, *turnover, *balance, *re_exports;
};

static const struct flow_words flow_vocabularies[] = {
    { "en", "exports", "imports", "turnover", "balance", "re-exports" },
    { "ru", "экспорт", "импорт", "товарооборот", "сальдо", "реэкспорт" },
    { "kk", "экспорт", "импорт", "тауар айналымы", "сальдо", "реэкспорт" },
    { "fr", "exportations", "importations", "échanges", "solde", "réexportations" },
};

const char *format_word(const struct text *text, enum word word)
{
    size_t row = 0;

    if ((unsigned)word >= WORD_COUNT)
        return "";
    for (size_t i = 0; text != NULL && i < sizeof vocabularies / sizeof *vocabularies; i++)
        if (text_speaks(text, vocabularies[i].language))
            row = i;
    return vocabularies[row].words[word];
}

/* Languages whose words are the same inside a sentence have no row of their own. */
static const char *flow_in_sentence(const struct text *text, size_t which, enum word word)
{
    for (size_t i = 0; i < sizeof flow_vocabularies / sizeof *flow_vocabularies; i++) {
        const struct flow_words *row = &flow_vocabularies[i];
        const char *const words[] = { row->exports, row->imports, row->turnover, row->balance,
                                      row->re_exports };
        if (text_speaks(text, row->language))
            return words[which];
    }
    return format_word(text, word);
}

const char *format_flow(const struct text *text, const char *flow)
{
    static const char *const flows[] = { "exports", "imports", "turnover", "balance",
                                         "re-exports" };
    static const enum word words[] = { WORD_EXPORTS, WORD_IMPORTS, WORD_TURNOVER, WORD_BALANCE,
                                       WORD_RE_EXPORTS };

    for (size_t i = 0; flow != NULL && text != NULL && i < sizeof flows / sizeof *flows; i++)
        if (strcmp(flow, flows[i]) == 0)
            return flow_in_sentence(text, i, words[i]);
    return flow;
}
