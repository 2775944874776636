/* de.c - German, in the terms of Destatis; nouns keep their capital inside a sentence. */
#include "text/languages/language.h"

const struct language language_de = {
    .tag = "de",
    .words = {
        [WORD_EXPORTS] = SAME("Ausfuhren"),
        [WORD_IMPORTS] = SAME("Einfuhren"),
        [WORD_TURNOVER] = SAME("Handelsvolumen"),
        [WORD_BALANCE] = SAME("Saldo"),
        [WORD_RE_EXPORTS] = SAME("Wiederausfuhren"),
        [WORD_OTHER] = SAME("sonstige"),

        [WORD_DERIVED] = { "Abgeleitet", "abgeleitet" },
        [WORD_PROVISIONAL] = { "Vorläufig", "vorläufig" },
        [WORD_ESTIMATED] = { "Geschätzt", "geschätzt" },
        [WORD_FORECAST] = SAME("Prognose"),
        [WORD_IMPUTED] = { "Imputiert", "imputiert" },
        [WORD_UNVALIDATED] = { "Nicht validiert", "nicht validiert" },
        [WORD_EXPERIMENTAL] = { "Experimentell", "experimentell" },
        [WORD_LOW_RELIABILITY] = { "Geringe Zuverlässigkeit", "geringe Zuverlässigkeit" },
        [WORD_BREAK] = SAME("Zeitreihenbruch"),
        [WORD_DEFINITION_DIFFERS] = { "Abweichende Definition", "abweichende Definition" },
        [WORD_NOT_SIGNIFICANT] = { "Nicht signifikant", "nicht signifikant" },
        [WORD_MISSING] = { "Fehlender Wert", "fehlender Wert" },
        [WORD_NOT_COLLECTED] = { "Nicht erhoben", "nicht erhoben" },
        [WORD_CANNOT_EXIST] = { "Nicht zutreffend", "nicht zutreffend" },
        [WORD_SUPPRESSED] = { "Nicht veröffentlicht", "nicht veröffentlicht" },
        [WORD_CONFIDENTIAL] = { "Vertraulich", "vertraulich" },
        [WORD_NO_VALUE] = SAME("k.\u00A0A."),

        [WORD_SOURCE] = SAME("Quelle"),
        [WORD_SOURCES] = SAME("Quellen"),
        [WORD_TARGET] = SAME("Ziel"),
        [WORD_CHANGE] = SAME("Veränderung"),
        [WORD_ON_YEAR_BEFORE] = SAME("gegenüber dem Vorjahr"),

        [WORD_BAR_CHART] = SAME("Säulendiagramm"),
        [WORD_RANKING] = SAME("Balkendiagramm, absteigend geordnet"),
        [WORD_LINE_CHART] = SAME("Liniendiagramm"),
        [WORD_BAR_AND_LINE_CHART] = SAME("Säulen- und Liniendiagramm"),
        [WORD_TARGETS] = SAME("Ziele"),
    },
    .phrases = {
        [PHRASE_PAGE] = "Seite {page} von {pages}",
        [PHRASE_TYPE_AND_UNIT] = "{type}, {unit}",
        [PHRASE_SERIES] = "{series} – {figures}",
        [PHRASE_FIGURE] = "{period}: {amount}",
        [PHRASE_FIGURE_WITH_STATUS] = "{period}: {amount} ({status})",
        [PHRASE_SUMMARY] =
            "erster Wert {first}, letzter Wert {latest}, "
            "niedrigster Wert {lowest}, höchster Wert {highest}",
        [PHRASE_DATUM] = "{series}, {period}, {amount}",
        [PHRASE_DATUM_WITH_STATUS] = "{series}, {period}, {amount}, {status}",
        [PHRASE_TARGET] = "{name}, Ziel: {target}",
        [PHRASE_TARGET_REACHED] = "{name}, erreicht: {reached}, Ziel: {target}",
        [PHRASE_TARGET_SHARE] = "{name}, erreicht: {reached}, Ziel: {target}, {share}",
    },
    .units = {
        [UNIT_TONNE] = "t",
        [UNIT_KILOGRAM] = "kg",
        [UNIT_POINT] = "%-Punkte",
        [UNIT_DOLLAR] = "US-Dollar",
        [UNIT_YUAN] = "Yuan",
    },
    .scales = {
        .step = 3,
        .tens = { "10", "100", "1000" },
        .beside = { "Tsd.", "Mio.", "Mrd.", "Bio." },
        .heading = { "Tsd.", "Mio.", "Mrd.", "Bio." },
    },
    .punctuation = { ", ", "; ", ": ", ". " },
    .names_currencies = true,
};
