/* kk.c - Kazakh, in the terms of the Bureau of National Statistics. */
#include "text/languages/language.h"

const struct language language_kk = {
    .tag = "kk",
    .words = {
        [WORD_EXPORTS] = { "Экспорт", "экспорт" },
        [WORD_IMPORTS] = { "Импорт", "импорт" },
        [WORD_TURNOVER] = { "Тауар айналымы", "тауар айналымы" },
        [WORD_BALANCE] = { "Сальдо", "сальдо" },
        [WORD_RE_EXPORTS] = { "Реэкспорт", "реэкспорт" },
        [WORD_OTHER] = SAME("басқалары"),

        [WORD_DERIVED] = { "Есептелген деректер", "есептелген деректер" },
        [WORD_PROVISIONAL] = { "Алдын ала деректер", "алдын ала деректер" },
        [WORD_ESTIMATED] = { "Бағалау", "бағалау" },
        [WORD_FORECAST] = { "Болжам", "болжам" },
        [WORD_IMPUTED] = { "Импутацияланған деректер", "импутацияланған деректер" },
        [WORD_UNVALIDATED] = { "Тексерілмеген деректер", "тексерілмеген деректер" },
        [WORD_EXPERIMENTAL] = { "Эксперименттік деректер", "эксперименттік деректер" },
        [WORD_LOW_RELIABILITY] = { "Сенімділігі төмен", "сенімділігі төмен" },
        [WORD_BREAK] = { "Қатардағы үзіліс", "қатардағы үзіліс" },
        [WORD_DEFINITION_DIFFERS] = { "Анықтамасы өзгеше", "анықтамасы өзгеше" },
        [WORD_NOT_SIGNIFICANT] = { "Мәні елеусіз", "мәні елеусіз" },
        [WORD_MISSING] = { "Деректер жоқ", "деректер жоқ" },
        [WORD_NOT_COLLECTED] = { "Деректер жиналмаған", "деректер жиналмаған" },
        [WORD_CANNOT_EXIST] = { "Құбылыс жоқ", "құбылыс жоқ" },
        [WORD_SUPPRESSED] = { "Жарияланбайды", "жарияланбайды" },
        [WORD_CONFIDENTIAL] = { "Құпия деректер", "құпия деректер" },
        [WORD_NO_VALUE] = SAME("дерек жоқ"),

        [WORD_SOURCE] = { "Дереккөз", "дереккөз" },
        [WORD_SOURCES] = { "Дереккөздер", "дереккөздер" },
        [WORD_TARGET] = { "Мақсат", "мақсат" },
        [WORD_CHANGE] = { "Өзгеріс", "өзгеріс" },
        [WORD_ON_YEAR_BEFORE] = SAME("алдыңғы жылдың тиісті кезеңіне"),

        [WORD_BAR_CHART] = { "Бағанды диаграмма", "бағанды диаграмма" },
        [WORD_RANKING] = { "Кему реті бойынша жолақты диаграмма", "кему реті бойынша жолақты диаграмма" },
        [WORD_LINE_CHART] = { "Сызықтық график", "сызықтық график" },
        [WORD_BAR_AND_LINE_CHART] = { "Сызығы бар бағанды диаграмма", "сызығы бар бағанды диаграмма" },
        [WORD_TARGETS] = { "Нысаналы көрсеткіштер", "нысаналы көрсеткіштер" },
    },
    .phrases = {
        [PHRASE_PAGE] = "{pages} беттің {page}-беті",
        [PHRASE_WEEK] = "{year} ж. {week}-апта",
        [PHRASE_WEEK_IN_YEAR] = "{week}-апта",
        [PHRASE_FOUR_QUARTERS] = "төрт тоқсан, соңғысы — {quarter}",
        [PHRASE_TWELVE_MONTHS] = "12 ай, соңғысы — {month}",
        [PHRASE_AT_PRICES] = "{unit}, {year} ж. бағаларымен",
        [PHRASE_TYPE_AND_UNIT] = "{type}, {unit}",
        [PHRASE_SERIES] = "{series}: {figures}",
        [PHRASE_FIGURE] = "{period} — {amount}",
        [PHRASE_FIGURE_WITH_STATUS] = "{period} — {amount} ({status})",
        [PHRASE_SUMMARY] =
            "алғашқы мәні {first}, соңғы мәні {latest}, "
            "ең төменгі мәні {lowest}, ең жоғары мәні {highest}",
        [PHRASE_DATUM] = "{series}, {period}, {amount}",
        [PHRASE_DATUM_WITH_STATUS] = "{series}, {period}, {amount}, {status}",
        [PHRASE_TARGET] = "{name}, мақсат: {target}",
        [PHRASE_TARGET_REACHED] = "{name}, қол жеткізілгені: {reached}, мақсат: {target}",
        [PHRASE_TARGET_SHARE] =
            "{name}, қол жеткізілгені: {reached}, "
            "мақсат: {target}, орындалуы: {share}",
    },
    .units = {
        [UNIT_TONNE] = "т",
        [UNIT_KILOGRAM] = "кг",
        [UNIT_POINT] = "п.т.",
        [UNIT_DOLLAR] = "АҚШ долл.",
        [UNIT_YUAN] = "Қытай юані",
    },
    .scales = {
        .step = 3,
        .tens = { "10", "100", "1000" },
        .beside = { "мың", "млн", "млрд", "трлн" },
        .heading = { "мың", "млн", "млрд", "трлн" },
    },
    .punctuation = { ", ", "; ", ": ", ". " },
    .names_currencies = true,
};
