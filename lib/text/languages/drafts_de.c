/* drafts_de.c - the texts of a first spec, in German. Flows are singular or plural, so that titles have
 * participles. */
#include "text/languages/drafts.h"

const char *const drafts_de[DRAFT_TEXTS] = {
    [DRAFT_SUBJECT] = "%1: ",
    [DRAFT_SUBJECT_OF] = "%1, %2",
    [DRAFT_TRADE] = "Handel",
    [DRAFT_TRADE_INSIDE] = "Handel",
    [DRAFT_FLOW_ROSE] = "%1%2 {$%3, in} {rise ? um {} gestiegen | um {} gesunken | unverändert || "
                        "im Überblick}",
    [DRAFT_FLOW] = "%1%2 {$%3, in}",
    [DRAFT_LABEL_ROSE] = "%1%2{rise ? : plus {} | : minus {} | : unverändert || ,} {$%3, in}",
    [DRAFT_LABEL] = "%1%2, {$%3}",
    [DRAFT_SENTENCE] =
        "{$%1, in, capital} {growth(exports)[$%1] ? stiegen die Ausfuhren um {} auf | sanken die "
        "Ausfuhren um {} auf | blieben die Ausfuhren bei || Ausfuhren:} {exports[$%1] || keine "
        "Angabe};\n"
        "{growth(imports)[$%1] ? die Einfuhren stiegen um {} auf | die Einfuhren sanken um {} auf "
        "| die Einfuhren blieben bei || Einfuhren:} {imports[$%1] || keine Angabe}.",
    [DRAFT_MAIN_SERIES] = "Hauptreihe",
    [DRAFT_WORLD] = "Welt",
    [DRAFT_WHOLE] = "insgesamt",
    [DRAFT_SHOWN_HOW] = "%1 %2",
    [DRAFT_BY_PARTNER] = "Nach Partnerland",
    [DRAFT_BY_PARTNER_INSIDE] = "nach Partnerland",
    [DRAFT_BY_REPORTER] = "Nach Meldeland",
    [DRAFT_BY_REPORTER_INSIDE] = "nach Meldeland",
    [DRAFT_BY_PRODUCT] = "Nach Ware",
    [DRAFT_BY_PRODUCT_INSIDE] = "nach Ware",
    [DRAFT_BY_SECTOR] = "Nach Branche",
    [DRAFT_BY_SECTOR_INSIDE] = "nach Branche",
    [DRAFT_COMPARED] = "Im Vergleich",
    [DRAFT_COMPARED_INSIDE] = "im Vergleich",
    [DRAFT_BY_OTHER] = "Nach „%1“",
    [DRAFT_BY_OTHER_INSIDE] = "nach „%1“",
    [DRAFT_BY_YEAR] = "nach Jahren",
    [DRAFT_BY_QUARTER] = "nach Quartalen",
    [DRAFT_BY_MONTH] = "nach Monaten",
    [DRAFT_OVER_TIME] = "im Zeitverlauf",
    [DRAFT_THROUGH_THE_YEAR] = "im Jahresverlauf",
    [DRAFT_SO_FAR] = "seit Jahresbeginn",
    [DRAFT_EXPORTS_AND_IMPORTS] = "Ausfuhren und Einfuhren",
    [DRAFT_THEN_AND_NOW] = "Früher und jetzt",
    [DRAFT_VALUE_AND_QUANTITY] = "Wert und Menge",
    [DRAFT_VALUE_QUANTITY_AND_PRICE] = "Wert, Menge und Durchschnittswert",
    [DRAFT_IN_FIGURES] = "%1, in Zahlen",
    [DRAFT_OTHER_FIGURES] = "Weitere Zahlen",
    [DRAFT_COURSE] = "Verlauf",
    [DRAFT_SHARE] = "Anteil",
    [DRAFT_ON_SPEC] =
        "Eine erste Beschreibung für %1, zum Ändern. Jeder Block darf weg, woandershin\n"
        "oder doppelt; was fehlt (Einheiten, Farben, Anmerkungen), ergibt sich aus "
        "den Daten.",
    [DRAFT_ON_CHECK] = "was darin nicht stimmt",
    [DRAFT_ON_SHEET] = "das Blatt; -o %1 ist eine Webseite",
    [DRAFT_ON_MISSING] = "die Texte, die zu übersetzen sind",
    [DRAFT_ON_EACH] = "je ein Blatt",
    [DRAFT_ON_CHOICE] = "Von mehreren zeigt das Blatt eines: %1 %2, nicht %3. Das andere:",
    [DRAFT_ON_CHOICES] =
        "Von mehreren zeigt das Blatt eines: %1 %2, nicht %3 oder anderes. Das andere:",
    [DRAFT_ON_SKIPPED] = "Die Zahlen der Spalte „%1“ fehlen im Blatt. Mit ihnen als Werten:",
    [DRAFT_ON_UNIT] = "Die Daten nennen keine Einheit. Wer sie kennt, ergänzt bei ihnen: %1",
    [DRAFT_ON_PARAMETERS] = "Was --set ersetzt: $Name steht unten überall dafür.",
    [DRAFT_ON_NO_FORECAST] = "der letzte Zeitraum, der keine Prognose ist",
    [DRAFT_ON_LATEST] = "oder ein anderer",
    [DRAFT_ON_TITLE] =
        "Das Ergebnis in etwa zehn Wörtern: Klammern enthalten Zahlen und was von ihnen abhängt.",
    [DRAFT_ON_DECK] = "Was man zuerst wissen sollte, in einem Satz.",
    [DRAFT_ON_SOURCES] = "Wer das sagt. Bei den Daten unten zu ergänzen: %1",
    [DRAFT_OFFICE] = "Das Amt, wie es gedruckt wird",
    [DRAFT_ON_STANDARD_INPUT] = "von der Standardeingabe",
    [DRAFT_ON_SERIES] = "Einmal benannt, überall zu verwenden: Summen, %1.",
    [DRAFT_ON_VALUES] = "Zahlen, von denen mehrere Sätze abhängen.",
    [DRAFT_ON_FIGURES] = "Kennzahlen. Auch möglich: %1.",
    [DRAFT_ON_SENTENCE] =
        "Ein Satz, der seinen Zahlen folgt: mehr | weniger | gleich || wo es keine gibt.",
    [DRAFT_ON_PART_OF_YEAR] = "Ein Teil des Jahres neben demselben Teil des Vorjahres.",
    [DRAFT_ON_COURSE] =
        "Der Titel ist für das Ergebnis; ohne type ergibt sich die Art aus den Daten.",
    [DRAFT_ON_SEASONAL] = "Ist dieses Jahr wie die anderen? Auch möglich: %1, ein Feld je Monat.",
    [DRAFT_ON_BOUNDS] = "Wie sicher es ist: eine Reihe in ihren Grenzen.",
    [DRAFT_ON_NUMBERS] = "Der Titel ist für das Ergebnis. Arten: %1.",
    [DRAFT_ON_PANELS] = "Je Einheit eine Zeichnung, mit gemeinsamer Zeitachse.",
    [DRAFT_ON_RANKING] = "Wer vorn liegt. Auch möglich: %1.",
    [DRAFT_ON_RANKING_MAP] = "Wer vorn liegt. Auch möglich: %1, %2 (eine Karte).",
    [DRAFT_ON_CHANGE] = "Früher und jetzt, für viele. Auch möglich: %1.",
    [DRAFT_ON_STACK] = "Woraus es besteht, im Zeitverlauf. Auch möglich: %1.",
    [DRAFT_ON_COMPARISON] = "Nebeneinander. Auch möglich: index (wer stärker wuchs), %1.",
    [DRAFT_ON_PARTS_TABLE] = "Je Glied eine Zeile. Auch möglich: %1 und eigene Spalten.",
    [DRAFT_ON_TABLE] = "Spalten sind Zeiträume, Spannen (%1) oder Ausdrücke je Zeile.",
    [DRAFT_ON_OTHERS] = "Was die Daten sonst enthalten, in eigenen Einheiten.",
    [DRAFT_ON_NOTES] = "Quellen, Definitionen und Kennzeichen kommen von selbst; eigene: {texts: "
                       "[Eine Anmerkung.]}",
};
