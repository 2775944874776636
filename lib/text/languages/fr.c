/* fr.c - French, in the terms of INSEE, the customs and Eurostat. */
#include "text/languages/language.h"

const struct language language_fr = {
    .tag = "fr",
    .words = {
        [WORD_EXPORTS] = { "Exportations", "exportations" },
        [WORD_IMPORTS] = { "Importations", "importations" },
        [WORD_TURNOVER] = { "Échanges", "échanges" },
        [WORD_BALANCE] = { "Solde", "solde" },
        [WORD_RE_EXPORTS] = { "Réexportations", "réexportations" },
        [WORD_OTHER] = SAME("autres"),

        [WORD_DERIVED] = { "Valeur calculée", "valeur calculée" },
        [WORD_PROVISIONAL] = { "Provisoire", "provisoire" },
        [WORD_ESTIMATED] = { "Estimation", "estimation" },
        [WORD_FORECAST] = { "Prévision", "prévision" },
        [WORD_IMPUTED] = { "Valeur imputée", "valeur imputée" },
        [WORD_UNVALIDATED] = { "Non validé", "non validé" },
        [WORD_EXPERIMENTAL] = { "Expérimental", "expérimental" },
        [WORD_LOW_RELIABILITY] = { "Faible fiabilité", "faible fiabilité" },
        [WORD_BREAK] = { "Rupture de série", "rupture de série" },
        [WORD_DEFINITION_DIFFERS] = { "Définition différente", "définition différente" },
        [WORD_NOT_SIGNIFICANT] = { "Non significatif", "non significatif" },
        [WORD_MISSING] = { "Valeur manquante", "valeur manquante" },
        [WORD_NOT_COLLECTED] = { "Non collecté", "non collecté" },
        [WORD_CANNOT_EXIST] = { "Sans objet", "sans objet" },
        [WORD_SUPPRESSED] = { "Non publié", "non publié" },
        [WORD_CONFIDENTIAL] = { "Confidentiel", "confidentiel" },
        [WORD_NO_VALUE] = SAME("n.d."),

        [WORD_SOURCE] = { "Source", "source" },
        [WORD_SOURCES] = { "Sources", "sources" },
        [WORD_TARGET] = { "Objectif", "objectif" },
        [WORD_CHANGE] = { "Variation", "variation" },
        [WORD_ON_YEAR_BEFORE] = SAME("sur un an"),

        [WORD_BAR_CHART] = { "Diagramme en barres", "diagramme en barres" },
        [WORD_RANKING] = { "Diagramme en barres classées", "diagramme en barres classées" },
        [WORD_LINE_CHART] = { "Graphique en courbes", "graphique en courbes" },
        [WORD_BAR_AND_LINE_CHART] = { "Diagramme en barres et en courbe", "diagramme en barres et en courbe" },
        [WORD_TARGETS] = { "Objectifs", "objectifs" },
    },
    .phrases = {
        [PHRASE_PAGE] = "Page {page} sur {pages}",
        [PHRASE_TYPE_AND_UNIT] = "{type}, {unit}",
        [PHRASE_SERIES] = "{series} – {figures}",
        [PHRASE_FIGURE] = "{period}\u00A0: {amount}",
        [PHRASE_FIGURE_WITH_STATUS] = "{period}\u00A0: {amount} ({status})",
        [PHRASE_SUMMARY] =
            "première valeur {first}, dernière valeur {latest}, "
            "minimum {lowest}, maximum {highest}",
        [PHRASE_DATUM] = "{series}, {period}, {amount}",
        [PHRASE_DATUM_WITH_STATUS] = "{series}, {period}, {amount}, {status}",
        [PHRASE_TARGET] = "{name}, objectif\u00A0: {target}",
        [PHRASE_TARGET_REACHED] = "{name}, réalisé\u00A0: {reached}, objectif\u00A0: {target}",
        [PHRASE_TARGET_SHARE] = "{name}, réalisé\u00A0: {reached}, objectif\u00A0: {target}, soit {share}",
    },
    .units = {
        [UNIT_TONNE] = "t",
        [UNIT_KILOGRAM] = "kg",
        [UNIT_POINT] = "pt",
        [UNIT_DOLLAR] = "USD",
        [UNIT_YUAN] = "CNY",
    },
    .scales = {
        .step = 3,
        .tens = { "10", "100", "1000" },
        .beside = { "k", "M", "Md", "Bn" },
        .heading = { "milliers", "millions", "milliards", "billions" },
    },
    .punctuation = { ", ", "\u202F; ", "\u00A0: ", ". " },
    .names_currencies = false,
};
