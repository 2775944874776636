/* drafts_fr.c - the texts of a first spec, in French. Titles agree with no gender or number. */
#include "text/languages/drafts.h"

const char *const drafts_fr[DRAFT_TEXTS] = {
    [DRAFT_SUBJECT] = "%1 : ",
    [DRAFT_SUBJECT_OF] = "%1, %2",
    [DRAFT_TRADE] = "Commerce",
    [DRAFT_TRADE_INSIDE] = "commerce",
    [DRAFT_FLOW_ROSE] = "%1%2 {rise ? en hausse de {} | en baisse de {} | sans changement ||} "
                        "{$%3, in}",
    [DRAFT_FLOW] = "%1%2 {$%3, in}",
    [DRAFT_LABEL_ROSE] = "%1%2{rise ? \xC2\xA0: hausse de {} | \xC2\xA0: baisse de {} | \xC2\xA0: "
                         "sans changement || ,} {$%3, in}",
    [DRAFT_LABEL] = "%1%2, {$%3}",
    [DRAFT_SENTENCE] =
        "{$%1, in, capital}, les exportations {growth(exports)[$%1] ? ont augmenté de {} et "
        "atteint | ont diminué de {} et atteint | sont restées à || :} {exports[$%1] || non "
        "disponibles},\n"
        "et les importations {growth(imports)[$%1] ? ont augmenté de {} et atteint | ont diminué "
        "de {} et atteint | sont restées à || :} {imports[$%1] || non disponibles}.",
    [DRAFT_MAIN_SERIES] = "Série principale",
    [DRAFT_WORLD] = "monde",
    [DRAFT_WHOLE] = "ensemble",
    [DRAFT_SHOWN_HOW] = "%1 %2",
    [DRAFT_BY_PARTNER] = "Par partenaire",
    [DRAFT_BY_PARTNER_INSIDE] = "par partenaire",
    [DRAFT_BY_REPORTER] = "Par pays déclarant",
    [DRAFT_BY_REPORTER_INSIDE] = "par pays déclarant",
    [DRAFT_BY_PRODUCT] = "Par produit",
    [DRAFT_BY_PRODUCT_INSIDE] = "par produit",
    [DRAFT_BY_SECTOR] = "Par secteur",
    [DRAFT_BY_SECTOR_INSIDE] = "par secteur",
    [DRAFT_COMPARED] = "Comparaison",
    [DRAFT_COMPARED_INSIDE] = "en comparaison",
    [DRAFT_BY_OTHER] = "Selon « %1 »",
    [DRAFT_BY_OTHER_INSIDE] = "selon « %1 »",
    [DRAFT_BY_YEAR] = "par année",
    [DRAFT_BY_QUARTER] = "par trimestre",
    [DRAFT_BY_MONTH] = "par mois",
    [DRAFT_OVER_TIME] = "au fil du temps",
    [DRAFT_THROUGH_THE_YEAR] = "au fil de l’année",
    [DRAFT_SO_FAR] = "depuis le début de l’année",
    [DRAFT_EXPORTS_AND_IMPORTS] = "Exportations et importations",
    [DRAFT_THEN_AND_NOW] = "Avant et maintenant",
    [DRAFT_VALUE_AND_QUANTITY] = "Valeur et quantité",
    [DRAFT_VALUE_QUANTITY_AND_PRICE] = "Valeur, quantité et valeur unitaire",
    [DRAFT_IN_FIGURES] = "%1, en chiffres",
    [DRAFT_OTHER_FIGURES] = "Autres chiffres",
    [DRAFT_COURSE] = "Évolution",
    [DRAFT_SHARE] = "Part",
    [DRAFT_ON_SPEC] =
        "Une première description pour %1, à modifier librement. Tout bloc peut être\n"
        "ôté, déplacé ou copié ; le reste (unités, couleurs, notes) vient des "
        "données.",
    [DRAFT_ON_CHECK] = "ce qui n’y va pas",
    [DRAFT_ON_SHEET] = "la fiche ; -o %1 est une page web",
    [DRAFT_ON_MISSING] = "les textes à traduire",
    [DRAFT_ON_EACH] = "une pour chacun",
    [DRAFT_ON_CHOICE] = "Sur plusieurs, la fiche en montre un : %1 %2, non %3. Pour l’autre :",
    [DRAFT_ON_CHOICES] =
        "Sur plusieurs, la fiche en montre un : %1 %2, non %3 ou d’autres. Pour l’autre :",
    [DRAFT_ON_SKIPPED] = "Les nombres de la colonne « %1 » ne sont pas dans la fiche. Avec eux :",
    [DRAFT_ON_UNIT] = "Les données ne nomment pas d’unité. Si elle est connue, y ajouter : %1",
    [DRAFT_ON_PARAMETERS] = "Ce que --set remplace : $nom en tient lieu partout ci-dessous.",
    [DRAFT_ON_NO_FORECAST] = "la dernière période qui n’est pas une prévision",
    [DRAFT_ON_LATEST] = "ou une autre au choix",
    [DRAFT_ON_TITLE] =
        "Le constat, en dix mots environ : les accolades contiennent chiffres et mots qui en "
        "dépendent.",
    [DRAFT_ON_DECK] = "Ce qu’il faut savoir d’abord, en une phrase.",
    [DRAFT_ON_SOURCES] = "Qui le dit. À ajouter aux données ci-dessous : %1",
    [DRAFT_OFFICE] = "Le nom de l’office tel qu’il s’imprime",
    [DRAFT_ON_STANDARD_INPUT] = "de l’entrée standard",
    [DRAFT_ON_SERIES] = "Nommées une fois, utilisables partout : sommes, %1.",
    [DRAFT_ON_VALUES] = "Chiffres dont dépendent plusieurs phrases.",
    [DRAFT_ON_FIGURES] = "Chiffres clés. Aussi : %1.",
    [DRAFT_ON_SENTENCE] =
        "Une phrase qui suit ses chiffres : hausse | baisse | égal || s’il n’y en a pas.",
    [DRAFT_ON_PART_OF_YEAR] =
        "Une partie de l’année à côté de la même partie de l’année précédente.",
    [DRAFT_ON_COURSE] = "Le titre est pour le constat ; sans type, il vient des données.",
    [DRAFT_ON_SEASONAL] =
        "Cette année ressemble-t-elle aux autres ? Aussi : %1, une case par mois.",
    [DRAFT_ON_BOUNDS] = "Quelle certitude : une série entre ses bornes.",
    [DRAFT_ON_NUMBERS] = "Le titre est pour le constat. Types : %1.",
    [DRAFT_ON_PANELS] = "Un graphique par unité, sur un même axe du temps.",
    [DRAFT_ON_RANKING] = "Qui est en tête. Aussi : %1.",
    [DRAFT_ON_RANKING_MAP] = "Qui est en tête. Aussi : %1, %2 (une carte).",
    [DRAFT_ON_CHANGE] = "Avant et maintenant, pour beaucoup. Aussi : %1.",
    [DRAFT_ON_STACK] = "De quoi cela se compose, au fil du temps. Aussi : %1.",
    [DRAFT_ON_COMPARISON] = "Côte à côte. Aussi : index (qui a le plus augmenté), %1.",
    [DRAFT_ON_PARTS_TABLE] = "Une ligne par membre. Aussi : %1, et des colonnes à vous.",
    [DRAFT_ON_TABLE] = "Les colonnes : périodes, intervalles (%1) ou expressions d’une ligne.",
    [DRAFT_ON_OTHERS] = "Ce que les données ont d’autre, dans ses propres unités.",
    [DRAFT_ON_NOTES] = "Sources, définitions et signes viennent d’eux-mêmes ; les vôtres : {texts: "
                       "[Une note.]}",
};
