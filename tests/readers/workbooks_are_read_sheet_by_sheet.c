/* workbooks_are_read_sheet_by_sheet.c - a sheet of XLSX or ODS is read as the same table in CSV
 * would be: its figures as shown, at the places that people see. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "readers/rows_text.h"
#include "support/check.h"
#include "support/workbooks.h"

/* Cells of XLSX: an inline text, a number, a number in a style, a shared string. */
#define T(text)          "<c t=\"inlineStr\"><is><t>" text "</t></is></c>"
#define N(number)        "<c><v>" number "</v></c>"
#define F(style, number) "<c s=\"" style "\"><v>" number "</v></c>"
#define S(index)         "<c t=\"s\"><v>" index "</v></c>"
#define ROW(cells)       "<row>" cells "</row>"
#define DATA(rows)       "<sheetData>" rows "</sheetData>"

/* Cells of ODS: a text, a number. */
#define OT(text)                                                                                   \
    "<table:table-cell office:value-type=\"string\"><text:p>" text "</text:p></table:table-cell>"
#define ON(number)                                                                                 \
    "<table:table-cell office:value-type=\"float\" office:value=\"" number                         \
    "\"><text:p>?</text:p></table:table-cell>"
#define OROW(cells)        "<table:table-row>" cells "</table:table-row>"
#define OTABLE(name, rows) "<table:table table:name=\"" name "\">" rows "</table:table>"

#define HEADERS ROW(T("partner") T("period") T("value"))

static const struct {
    const char *name;
    struct test_workbook book;
    sheaf_read_options options;
    const char *rows;
} books[] = {
    { "shared strings, rich ones, and without how they are spoken",
      { .sheets = { { "Data", NULL,
                      "<cols><col min=\"1\" max=\"3\"/></cols>" DATA(
                          "<row r=\"2\"><c r=\"B2\" t=\"s\"><v>0</v></c><c r=\"C2\" "
                          "t=\"s\"><v>1</v>"
                          "</c><c r=\"D2\" t=\"s\"><v>2</v></c></row><row r=\"4\"><c r=\"A4\" "
                          "s=\"0\"/><c r=\"B4\" t=\"s\"><v>3</v></c><c r=\"C4\"><v>2023</v></c>"
                          "<c r=\"D4\"><v>1.1000000000000001</v></c></row>") } },
        .strings = "<si><t>partner</t></si><si><r><rPr><b/></rPr><t>per</t></r><r><t>iod</t></r>"
                   "<rPh sb=\"0\" eb=\"1\"><t>no</t></rPh></si><si><t "
                   "xml:space=\"preserve\">value </t></si><si><t>China_x000D_</t></si>" },
      { 0 },
      "2023 1.1 partner=CHN @4\n" },
    { "dates as shown, percentages and figures in thousands",
      { .sheets = { { "Data", NULL,
                      DATA(ROW(T("partner") T("period") T("value") T("growth"))
                               ROW(T("CHN") F("1", "45292") F("3", "0.125") F("2", "0.07")) ROW(
                                   T("CHN") F("1", "45323.75") F("3", "13") F("2", "-0.1"))) } },
        .formats = "mmm\\-yy|0.0%|0.00" },
      { 0 },
      "2024-01 0.125 partner=CHN @2\n2024-02 13.00 partner=CHN @3\n" },
    { "dates from 1904, ISO dates, days",
      { .sheets = { { "Data", NULL,
                      DATA(HEADERS ROW(T("CHN") F("1", "43833") N("1")) ROW(
                          T("CHN") "<c s=\"1\" t=\"d\"><v>2024-01-05T00:00:00</v></c>" N("2"))) } },
        .formats = "[$-409]d\\-mmm\\-yyyy;@",
        .dates_from_1904 = true },
      { 0 },
      "2024-01-04 1 partner=CHN @2\n2024-01-05 2 partner=CHN @3\n" },
    { "formulas' results, errors, truths, and formulas that nobody computed",
      { .sheets = { { "Data", NULL,
                      DATA(HEADERS ROW("<c t=\"str\"><f>\"CH\"&amp;\"N\"</f><v>CHN</v></c>" N(
                          "2021") "<c><f>1+1</f>"
                                  "<v>2</v></c>")
                               ROW(T("CHN") N("2022") "<c t=\"e\"><v>#DIV/0!</v></c>")
                                   ROW(T("CHN") N("2023") "<c><f>SUM(A1:B2)</f></c>")) } } },
      { 0 },
      "2021 2 partner=CHN @2\n2022 : O partner=CHN @3\n2023 : O partner=CHN @4\n"
      "warning: this cell is #DIV/0! and is read as missing (1)\n"
      "warning: this cell has a formula without its result and is read as missing; open the file "
      "in a spreadsheet program and save it (1)\n" },
    { "hidden rows and columns are read, and told",
      { .sheets = { { "Data", NULL,
                      "<cols><col min=\"4\" max=\"4\" hidden=\"1\"/></cols>" DATA(
                          ROW(T("partner") N("2022") N("2023") N("2024"))
                              ROW(T("CHN") N("1") N("2") N("3")) "<row hidden=\"1\">" T("RUS")
                                  N("4") N("5") "</row>") } } },
      { 0 },
      "2022 1 partner=CHN @2\n2023 2 partner=CHN @2\n2024 3 partner=CHN @2\n"
      "2022 4 partner=RUS @3\n2023 5 partner=RUS @3\n"
      "warning: this cell is in a hidden row or column and is read all the same; if it does not "
      "belong to the table, delete it (5)\n" },
    { "ODS: hidden rows and columns, too",
      { .content = "<table:table table:name=\"Data\"><table:table-column "
                   "table:number-columns-repeated=\"2\"/><table:table-column "
                   "table:visibility=\"collapse\"/>" OROW(OT("partner") ON("2022") ON("2023")) OROW(
                       OT("CHN") ON("1") ON("2")) "<table:table-row "
                                                  "table:visibility=\"filter\">" OT("RUS")
                                                      ON("3") "</table:table-row></table:table>" },
      { 0 },
      "2022 1 partner=CHN @2\n2023 2 partner=CHN @2\n2022 3 partner=RUS @3\n"
      "warning: this cell is in a hidden row or column and is read all the same; if it does not "
      "belong to the table, delete it (4)\n" },
    { "millions with a word behind them are read in full, and told",
      { .sheets = { { "Data", NULL, DATA(HEADERS ROW(T("CHN") N("2023") F("1", "1234500000"))) } },
        .formats = "0.0,,&quot;m&quot;" },
      { 0 },
      "2023 1234500000.0 partner=CHN @2\n"
      "warning: the format of this cell shows millions with a word behind them, and the number is "
      "read in full; if its header says millions, too, leave it out there (1)\n" },
    { "millions that a format hides are told",
      { .sheets = { { "Data", NULL, DATA(HEADERS ROW(T("CHN") N("2023") F("1", "1234500000"))) } },
        .formats = "0.0,," },
      { 0 },
      "2023 1234.500000 partner=CHN @2\n"
      "warning: the format of this cell shows millions, and what it shows is read; if its header "
      "does not say so, too, say it with set: {unit_mult: 6} (1)\n" },
    { "the sign of a currency that only a format shows is told",
      { .sheets = { { "Data", NULL,
                      DATA(HEADERS ROW(T("CHN") N("2022") F("1", "12"))
                               ROW(T("CHN") N("2023") N("13"))) } },
        .formats = "[$\u20ac-407]\\ #,##0" },
      { 0 },
      "2022 12 partner=CHN @2\n2023 13 partner=CHN @3\n"
      "warning: the format of this cell shows '\u20ac', which is not taken over; if the values are "
      "so, say it with set: {unit: EUR} (1)\n" },
    { "… but not where the header names it",
      { .sheets = { { "Data", NULL,
                      DATA(ROW(T("partner") T("period") T("value (EUR million)"))
                               ROW(T("CHN") N("2022") F("1", "12"))) } },
        .formats = "[$\u20ac-407]\\ #,##0" },
      { 0 },
      "2022 12*10^6 unit=EUR partner=CHN @2\n" },
    { "a header that names another currency than a format",
      { .sheets = { { "Data", NULL,
                      DATA(ROW(T("partner") T("period") T("value (USD million)"))
                               ROW(T("CHN") N("2022") F("1", "12"))) } },
        .formats = "[$\u20ac-407]\\ #,##0" },
      { 0 },
      "2022 12*10^6 unit=USD partner=CHN @2\n"
      "warning: the format of this cell shows '\u20ac', which is not taken over; if the values are "
      "so, say it with set: {unit: EUR} (1)\n" },
    { "a word for millions that only a format shows is told",
      { .sheets = { { "Data", NULL, DATA(HEADERS ROW(T("CHN") N("2023") F("1", "12.5"))) } },
        .formats = "&quot;US$&quot;#,##0.0&quot;m&quot;" },
      { 0 },
      "2023 12.5 partner=CHN @2\n"
      "warning: the format of this cell shows 'US$ m', which is not taken over; if the values are "
      "so, say it with set: {unit: USD, unit_mult: 6} (1)\n" },
    { "… nor taken where the unit is given",
      { .sheets = { { "Data", NULL, DATA(HEADERS ROW(T("CHN") N("2023") F("1", "12.5"))) } },
        .formats = "&quot;US$&quot;#,##0.0&quot;m&quot;" },
      { .constants = (const sheaf_filter[]){ { "unit", "USD" }, { "unit_mult", "6" } },
        .n_constants = 2 },
      "2023 12.5*10^6 unit=USD partner=CHN @2\n" },
    { "a word of a format that is not understood",
      { .sheets = { { "Data", NULL, DATA(HEADERS ROW(T("CHN") N("2023") F("1", "12.5"))) } },
        .formats = "0.0&quot; barrows&quot;" },
      { 0 },
      "2023 12.5 partner=CHN @2\n"
      "warning: the format of this cell shows 'barrows', which is not understood; if it is a unit "
      "or a power of ten, say so with set: {unit: USD, unit_mult: 6} (1)\n" },
    { "ODS: the sign of a currency, too",
      { .styles = "<number:currency-style style:name=\"N1\"><number:number "
                  "number:decimal-places=\"0\"/><number:text> </number:text>"
                  "<number:currency-symbol>\u20ac</number:currency-symbol></number:currency-style>"
                  "<style:style style:name=\"ce1\" style:family=\"table-cell\" "
                  "style:data-style-name=\"N1\"/>",
        .content = OTABLE("Data", OROW(OT("partner") OT("period") OT("value")) OROW(OT("CHN") ON(
                                      "2022") "<table:table-cell table:style-name=\"ce1\" "
                                              "office:value-type=\"currency\" "
                                              "office:value=\"12\"/>")) },
      { 0 },
      "2022 12 partner=CHN @2\n"
      "warning: the format of this cell shows '\u20ac', which is not taken over; if the values are "
      "so, say it with set: {unit: EUR} (1)\n" },
    { "a unit above the table",
      { .sheets = { { "Data", NULL,
                      DATA(ROW(T("Exports, USD million"))
                               HEADERS ROW(T("CHN") N("2023") N("12"))) } } },
      { 0 },
      "2023 12 partner=CHN @3\n"
      "warning: line 1 says 'USD million', which is not taken over; if the values are so, say it "
      "with set: {unit: USD, unit_mult: 6} (1)\n" },
    { "hidden sheets and sheets of notes are passed over",
      { .sheets = { { "Notes", NULL,
                      DATA(ROW(T("Exports of goods")) ROW(T("Source") T("office"))) },
                    { "Old", "hidden", DATA(HEADERS ROW(T("CHN") N("2022") N("1"))) },
                    { "Older", "veryHidden", DATA(HEADERS ROW(T("CHN") N("2021") N("1"))) },
                    { "Data", NULL, DATA(HEADERS ROW(T("CHN") N("2023") N("2"))) } } },
      { 0 },
      "2023 2 partner=CHN @2\n" },
    { "a hidden sheet by its name",
      { .sheets = { { "Old", "hidden", DATA(HEADERS ROW(T("CHN") N("2022") N("1"))) },
                    { "Data", NULL, DATA(HEADERS ROW(T("CHN") N("2023") N("2"))) } } },
      { .sheet = "old" },
      "2022 1 partner=CHN @2\n" },
    { "a sheet by its number among those that are shown",
      { .sheets = { { "Old", "hidden", DATA(HEADERS ROW(T("CHN") N("2022") N("1"))) },
                    { "A", NULL, DATA(HEADERS ROW(T("CHN") N("2023") N("2"))) },
                    { "B", NULL, DATA(HEADERS ROW(T("CHN") N("2024") N("3"))) } } },
      { .sheet = "2" },
      "2024 3 partner=CHN @2\n" },
    { "several sheets are asked for",
      { .sheets = { { "A", NULL, DATA(HEADERS ROW(T("CHN") N("2023") N("2"))) },
                    { "B", NULL, DATA(HEADERS ROW(T("CHN") N("2024") N("3"))) } } },
      { 0 },
      "a.xlsx: error: 'A', 'B': 2 sheets hold tables; say which is meant, as in sheet: 'A'" },
    { "an unknown sheet",
      { .sheets = { { "Exports", NULL, DATA(HEADERS ROW(T("CHN") N("2023") N("2"))) } } },
      { .sheet = "Exprots" },
      "a.xlsx: error: no sheet is named 'Exprots'; did you mean 'Exports'?" },
    { "a part of a sheet",
      { .sheets = { { "A!b", NULL,
                      DATA(HEADERS ROW(T("CHN") N("2023") N("2")) ROW("") HEADERS ROW(
                          T("RUS") N("2023") N("4")) ROW(T("DEU") N("2023") N("5"))) } } },
      { .sheet = "'A!b'!$A$4:$C$5" },
      "2023 4 partner=RUS @5\n" },
    { "several tables, below and beside each other, are asked for",
      { .sheets = { { "D", NULL,
                      DATA(ROW(T("partner") N("2022")
                                   T("note") "<c r=\"F1\" t=\"str\"><v>flow</v></c>"
                                             "<c r=\"G1\"><v>2023</v></c>")
                               ROW(T("CHN") N(
                                   "2") "<c r=\"F2\" t=\"str\"><v>exports</v></c>"
                                        "<c r=\"G2\"><v>3</v></c>") "<row r=\"5\">" T("partner")
                                   N("2021") "</row>" ROW(T("CHN") N("2"))) } } },
      { 0 },
      "a.xlsx: sheet 'D': error: the sheet holds several tables, at A1:C2, F1:G2, A5:B6; say which "
      "is meant, as in sheet: 'D!A1:C2'" },
    { "an empty line between groups of rows",
      { .sheets = { { "D", NULL,
                      DATA(HEADERS ROW(T("CHN") N("2023") N("2")) ROW("") "<row r=\"5\">" T("RUS")
                               N("2023") "<c r=\"C5\"><v>4</v></c></row>") } } },
      { 0 },
      "2023 2 partner=CHN @2\n2023 4 partner=RUS @5\n" },
    { "a merged title, merged labels",
      { .sheets = { { "D", NULL,
                      DATA(ROW(T("Exports")) ROW(T("partner") T("product") N("2022") N("2023"))
                               ROW(T("CHN") T("26") N("1")
                                       N("2")) "<row r=\"4\"><c r=\"B4\" "
                                               "t=\"str\"><v>27</v></c><c r=\"C4\"><v>3</v></c><c "
                                               "r=\"D4\"><v>4</v></c>"
                                               "</row>") "<mergeCells count=\"2\"><mergeCell "
                                                         "ref=\"A3:A4\"/><mergeCell ref=\"A1:D1\"/>"
                                                         "</mergeCells>" } } },
      { 0 },
      "2022 1 partner=CHN product=26 @3\n2023 2 partner=CHN product=26 @3\n"
      "2022 3 partner=CHN product=27 @4\n2023 4 partner=CHN product=27 @4\n" },
    { "the place of what is wrong, with a column left out",
      { .sheets = { { "Data", NULL,
                      DATA("<row r=\"3\"><c r=\"B3\" t=\"str\"><v>partner</v></c><c r=\"D3\" "
                           "t=\"str\"><v>period</v></c><c r=\"E3\" t=\"str\"><v>value</v></c></row>"
                           "<row r=\"14\"><c r=\"B14\" t=\"str\"><v>CHN</v></c><c r=\"D14\"><v>2023"
                           "</v></c><c r=\"E14\" t=\"str\"><v>many</v></c></row>") } } },
      { 0 },
      "a.xlsx: sheet 'Data', cell E14: error: 'many' is not a number here; a number has digits and "
      "perhaps a decimal point: 12.5" },
    { "numbers kept as text, with the mark that is said",
      { .sheets = { { "Data", NULL,
                      DATA(HEADERS ROW(T("CHN") N("2022") N("1.234"))
                               ROW(T("CHN") N("2023") T("1.234,5"))) } } },
      { .decimal = "," },
      "2022 1.234 partner=CHN @2\n2023 1234.5 partner=CHN @3\n" },
    { "a number kept as text that can be read in two ways",
      { .sheets = { { "Data", NULL, DATA(HEADERS ROW(T("CHN") N("2023") T("1,234"))) } } },
      { 0 },
      "a.xlsx: sheet 'Data', cell C2: error: '1,234' can be read in two ways; say which mark is "
      "the "
      "decimal one, with decimal: '.' or ','" },
    { "tabs, line ends and quotes inside cells",
      { .sheets = { { "Data", NULL,
                      DATA(ROW(T("partner") T("period") T("value") T("&quot;the&quot;\tnote\nhere"))
                               ROW(T("CHN") N("2023") N("2") T("&quot;a&quot; b"))) } } },
      { 0 },
      "2023 2 partner=CHN \"the\" note here=\"a\" b @2\n" },
    { "prefixes, and codes with leading zeros",
      { .sheets = { { "Data", NULL,
                      "<x:sheetData xmlns:x=\"y\"><x:row><x:c "
                      "t=\"inlineStr\"><x:is><x:t>product</x:t>"
                      "</x:is></x:c>" T("period") T("value") "</x:row><x:row>" F("1", "101")
                          N("2023") N("2") "</x:row></x:sheetData>" } },
        .formats = "000000" },
      { 0 },
      "2023 2 product=000101 @2\n" },
    { "ODS: values, not their texts; repeated, covered and hidden ones",
      { .styles = "<number:date-style style:name=\"N1\"><number:month "
                  "number:textual=\"true\"/><number:text>"
                  " </number:text><number:year/></number:date-style><number:number-style "
                  "style:name=\"N2\">"
                  "<number:number number:decimal-places=\"2\"/></number:number-style>"
                  "<style:style style:name=\"c1\" style:family=\"table-cell\" "
                  "style:data-style-name=\"N1\"/>"
                  "<style:style style:name=\"c2\" style:family=\"table-cell\" "
                  "style:parent-style-name=\"c1\"/>"
                  "<style:style style:name=\"c3\" style:family=\"table-cell\" "
                  "style:data-style-name=\"N2\"/>"
                  "<style:style style:name=\"t1\" style:family=\"table\"><style:table-properties "
                  "table:display=\"false\"/></style:style>",
        .content =
            "<table:tracked-changes><table:table-cell/></table:tracked-changes>"
            "<table:table table:name=\"Old\" table:style-name=\"t1\">" OROW(
                OT("partner") OT("period") OT("value"))
                OROW(OT("CHN") ON("2020") ON(
                    "1")) "</table:table>"
                          "<table:table table:name=\"Data\"><table:table-column "
                          "table:number-columns-repeated=\"1\"/><table:table-column "
                          "table:default-cell-style-name=\"c2\"/>"
                          "<table:table-column "
                          "table:default-cell-style-name=\"c3\"/>" OROW(OT("partner<text:s/>") OT(
                              "per<text:span>iod</text:span>") "<table:table-"
                                                               "cell "
                                                               "office:value-"
                                                               "type=\"string\" "
                                                               "calcext:value-"
                                                               "type=\"string\">"
                                                               "<office:"
                                                               "annotation><text:"
                                                               "p>a "
                                                               "note</text:p></"
                                                               "office:"
                                                               "annotation><text:"
                                                               "p>value"
                                                               "</text:p></"
                                                               "table:table-"
                                                               "cell>") "<table:"
                                                                        "table-"
                                                                        "row "
                                                                        "table:"
                                                                        "number-"
                                                                        "rows-"
                                                                        "repeated"
                                                                        "=\"3\"><"
                                                                        "table:"
                                                                        "table-"
                                                                        "cell "
                                                                        "table:"
                                                                        "number-"
                                                                        "columns-"
                                                                        "repeated"
                                                                        "=\"1024"
                                                                        "\"/></"
                                                                        "table:"
                                                                        "table-"
                                                                        "row"
                                                                        ">" OROW("<tab"
                                                                                 "le:"
                                                                                 "tabl"
                                                                                 "e-"
                                                                                 "cell"
                                                                                 " off"
                                                                                 "ice:"
                                                                                 "valu"
                                                                                 "e-"
                                                                                 "type"
                                                                                 "=\"s"
                                                                                 "trin"
                                                                                 "g\" "
                                                                                 "tabl"
                                                                                 "e:"
                                                                                 "numb"
                                                                                 "er-"
                                                                                 "rows"
                                                                                 "-spa"
                                                                                 "nned"
                                                                                 "=\"2"
                                                                                 "\" "
                                                                                 "tabl"
                                                                                 "e:"
                                                                                 "numb"
                                                                                 "er-"
                                                                                 "colu"
                                                                                 "mns-"
                                                                                 "span"
                                                                                 "ned="
                                                                                 "\"1"
                                                                                 "\"><"
                                                                                 "text"
                                                                                 ":p>"
                                                                                 "CHN<"
                                                                                 "/tex"
                                                                                 "t:p>"
                                                                                 "</"
                                                                                 "tabl"
                                                                                 "e:"
                                                                                 "tabl"
                                                                                 "e-"
                                                                                 "cell"
                                                                                 ">"
                                                                                 "<tab"
                                                                                 "le:"
                                                                                 "tabl"
                                                                                 "e-"
                                                                                 "cell"
                                                                                 " off"
                                                                                 "ice:"
                                                                                 "valu"
                                                                                 "e-"
                                                                                 "type"
                                                                                 "=\"d"
                                                                                 "ate"
                                                                                 "\" "
                                                                                 "offi"
                                                                                 "ce:"
                                                                                 "date"
                                                                                 "-val"
                                                                                 "ue="
                                                                                 "\"20"
                                                                                 "24-"
                                                                                 "01-"
                                                                                 "31\""
                                                                                 "/"
                                                                                 ">" ON("0."
                                                                                        "3000000000"
                                                                                        "0000004"))
                                                                            OROW(
                                                                                "<table:covered-"
                                                                                "table-cell><text:"
                                                                                "p>RUS</text:p></"
                                                                                "table:covered-"
                                                                                "table-cell>"
                                                                                "<table:table-cell "
                                                                                "office:value-type="
                                                                                "\"date\" "
                                                                                "office:date-value="
                                                                                "\"2024-02-29T00:"
                                                                                "00:00\"/>" ON(
                                                                                    "12")) "<table:"
                                                                                           "table-"
                                                                                           "row "
                                                                                           "table:"
                                                                                           "number-"
                                                                                           "rows-"
                                                                                           "repeate"
                                                                                           "d="
                                                                                           "\"10485"
                                                                                           "66\"><"
                                                                                           "table:"
                                                                                           "table-"
                                                                                           "cell "
                                                                                           "table:"
                                                                                           "number-"
                                                                                           "columns"
                                                                                           "-repeat"
                                                                                           "ed="
                                                                                           "\"1024"
                                                                                           "\"/></"
                                                                                           "table:"
                                                                                           "table-"
                                                                                           "row></"
                                                                                           "table:"
                                                                                           "table"
                                                                                           ">" },
      { 0 },
      "2024-01 0.30 partner=CHN @5\n2024-02 12.00 partner=CHN @6\n" },
    { "ODS: rows and cells that are repeated, a table inside a cell",
      { .content = OTABLE(
            "A", OROW(OT("partner") OT("period") OT("value") "<table:table-cell><table:table>" OROW(
                     OT("no")) "</table:table></table:table-cell>")
                     OROW(OT("CHN") ON(
                         "2023") "<table:table-cell office:value-type=\"float\" "
                                 "office:value=\"2\" table:number-columns-repeated=\"1\"/>"))
            OTABLE("B", "") },
      { 0 },
      "2023 2 partner=CHN @2\n" },
};

static sheaf_table *read_book(const struct test_workbook *book, const sheaf_read_options *options)
{
    struct packed packed = workbook_pack(book);
    sheaf_table *table =
        sheaf_table_read_bytes_with(NULL, "a.xlsx", packed.bytes, packed.n, options);

    free(packed.bytes);
    return table;
}

static void test_sheets_become_rows(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(books); i++) {
        print_message("  %s\n", books[i].name);
        assert_rows(read_book(&books[i].book, &books[i].options), books[i].rows);
    }
}

static void test_failing_allocations_are_survived(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(books); i++) {
        struct packed packed;

        if (books[i].options.sheet != NULL || strstr(books[i].rows, "error: ") != NULL ||
            books[i].options.decimal != NULL)
            continue;
        packed = workbook_pack(&books[i].book);
        rows_survive_every_oom("a.xlsx", packed.bytes, packed.n);
        free(packed.bytes);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sheets_become_rows),
        cmocka_unit_test(test_failing_allocations_are_survived),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
