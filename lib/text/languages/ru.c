/* ru.c - Russian, in the terms of Rosstat and the customs service. */
#include "text/languages/language.h"

const struct language language_ru = {
    .tag = "ru",
    .words = {
        [WORD_EXPORTS] = { "Экспорт", "экспорт" },
        [WORD_IMPORTS] = { "Импорт", "импорт" },
        [WORD_TURNOVER] = { "Товарооборот", "товарооборот" },
        [WORD_BALANCE] = { "Сальдо", "сальдо" },
        [WORD_RE_EXPORTS] = { "Реэкспорт", "реэкспорт" },
        [WORD_OTHER] = SAME("прочие"),

        [WORD_DERIVED] = { "Расчётные данные", "расчётные данные" },
        [WORD_PROVISIONAL] = { "Предварительные данные", "предварительные данные" },
        [WORD_ESTIMATED] = { "Оценка", "оценка" },
        [WORD_FORECAST] = { "Прогноз", "прогноз" },
        [WORD_IMPUTED] = { "Импутированные данные", "импутированные данные" },
        [WORD_UNVALIDATED] = { "Непроверенные данные", "непроверенные данные" },
        [WORD_EXPERIMENTAL] = { "Экспериментальные данные", "экспериментальные данные" },
        [WORD_LOW_RELIABILITY] = { "Низкая надёжность", "низкая надёжность" },
        [WORD_BREAK] = { "Разрыв ряда", "разрыв ряда" },
        [WORD_DEFINITION_DIFFERS] = { "Другое определение", "другое определение" },
        [WORD_NOT_SIGNIFICANT] = { "Незначительная величина", "незначительная величина" },
        [WORD_MISSING] = { "Данные отсутствуют", "данные отсутствуют" },
        [WORD_NOT_COLLECTED] = { "Данные не собирались", "данные не собирались" },
        [WORD_CANNOT_EXIST] = { "Явление отсутствует", "явление отсутствует" },
        [WORD_SUPPRESSED] = { "Данные не публикуются", "данные не публикуются" },
        [WORD_CONFIDENTIAL] = { "Конфиденциальные данные", "конфиденциальные данные" },
        [WORD_NO_VALUE] = SAME("н/д"),

        [WORD_SOURCE] = { "Источник", "источник" },
        [WORD_SOURCES] = { "Источники", "источники" },
        [WORD_TARGET] = { "Цель", "цель" },
        [WORD_CHANGE] = { "Изменение", "изменение" },
        [WORD_ON_YEAR_BEFORE] = SAME("к тому же периоду годом ранее"),

        [WORD_BAR_CHART] = { "Столбчатая диаграмма", "столбчатая диаграмма" },
        [WORD_RANKING] = { "Полосовая диаграмма по убыванию", "полосовая диаграмма по убыванию" },
        [WORD_LINE_CHART] = { "Линейный график", "линейный график" },
        [WORD_BAR_AND_LINE_CHART] = { "Столбчатая диаграмма с линией", "столбчатая диаграмма с линией" },
        [WORD_TARGETS] = { "Целевые показатели", "целевые показатели" },
    },
    .phrases = {
        [PHRASE_PAGE] = "Стр. {page} из {pages}",
        [PHRASE_TYPE_AND_UNIT] = "{type}, {unit}",
        [PHRASE_SERIES] = "{series}: {figures}",
        [PHRASE_FIGURE] = "{period} — {amount}",
        [PHRASE_FIGURE_WITH_STATUS] = "{period} — {amount} ({status})",
        [PHRASE_SUMMARY] =
            "первое значение {first}, последнее {latest}, "
            "наименьшее {lowest}, наибольшее {highest}",
        [PHRASE_DATUM] = "{series}, {period}, {amount}",
        [PHRASE_DATUM_WITH_STATUS] = "{series}, {period}, {amount}, {status}",
        [PHRASE_TARGET] = "{name}, цель: {target}",
        [PHRASE_TARGET_REACHED] = "{name}, достигнуто {reached}, цель: {target}",
        [PHRASE_TARGET_SHARE] = "{name}, достигнуто {reached}, цель: {target}, выполнено {share}",
    },
    .units = {
        [UNIT_TONNE] = "т",
        [UNIT_KILOGRAM] = "кг",
        [UNIT_POINT] = "п.п.",
        [UNIT_DOLLAR] = "долл. США",
        [UNIT_YUAN] = "юаней",
    },
    .scales = {
        .step = 3,
        .tens = { "10", "100", "1000" },
        .beside = { "тыс.", "млн", "млрд", "трлн" },
        .heading = { "тыс.", "млн", "млрд", "трлн" },
    },
    .punctuation = { ", ", "; ", ": ", ". " },
    .names_currencies = true,
};
