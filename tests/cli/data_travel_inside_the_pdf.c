/* data_travel_inside_the_pdf.c - a PDF holds the data of each chart and table, as sheaf data writes
 * them, on its Figure or Table; spec and provenance on the document; nothing confidential. */
#include "support/check.h"

#include "cli/shell.h"

#define DATA                                                                                       \
    "period,partner,flow,unit,unit_mult,value,conf_status\\n"                                      \
    "2022,CHN,exports,USD,6,512.3,F\\n2023,CHN,exports,USD,6,634.9,F\\n"                           \
    "2022,CHN,imports,USD,6,411.2,F\\n2023,CHN,imports,USD,6,987654.3,C\\n"
/* The data of a file inside. */
#define INSIDE(name) "qpdf --show-attachment=" name " a.pdf"
#define MADE_WITH(data, block, options)                                                            \
    "printf '" data "' > a.csv; printf 'sheaf: 1\\ntitle: T\\ndata: {t: a.csv}\\n"                 \
    "series: {exports: \"t[flow: exports]\", imports: \"t[flow: imports]\"}\\nsheet:\\n- " block   \
    "\\n' > a.yaml; $sheaf sheet a.yaml " options " -o a.pdf && "
#define MADE(block, options) MADE_WITH(DATA, block, options)
#define CLEAN                "; e=$?; rm -f a.csv a.yaml a.pdf b.pdf want; exit $e"
#define CHART                "chart: {type: bars, series: [exports, exports * 2]}"
#define TABLE                "table: {rows: [exports], columns: [2022, 2023]}"
/* Objects of the file that have both texts. */
#define OBJECTS_WITH(one, other)                                                                   \
    "qpdf --qdf --object-streams=disable a.pdf - | "                                               \
    "LC_ALL=C awk 'BEGIN { RS = \"endobj\" } /" one "/ && /" other "/ { n++ } END { print n }'"

static const struct shell_case cases[] = {
    { MADE(CHART, "") "qpdf --list-attachments a.pdf" CLEAN, 0, "chart-1.csv" },
    { MADE(CHART, "") "qpdf --list-attachments a.pdf" CLEAN, 0, "provenance.json" },
    { MADE(CHART, "") INSIDE("spec.yaml") " | cmp - a.yaml && echo same" CLEAN, 0, "same" },
    { MADE(CHART, "") "$sheaf data a.csv --series 'exports; exports * 2' --to csv > want; " INSIDE(
          "chart-1.csv") " | diff want - && echo same" CLEAN,
      0, "same" },
    { MADE(CHART, "--lang ru") "$sheaf data a.csv --series 'exports; exports * 2' --lang ru "
                               "--to csv > want; " INSIDE(
                                   "chart-1.csv") " | diff want - && echo same" CLEAN,
      0, "same" },
    { MADE(TABLE, "") "$sheaf data a.csv --series 'exports' --to csv > want; " INSIDE(
          "table-1.csv") " | diff want - && echo same" CLEAN,
      0, "same" },
    { MADE("chart: {type: bars, series: exports, periods: 2023}\\n  id: sold", "")
          INSIDE("chart-1-sold.csv") " | wc -l" CLEAN,
      0, "2" },
    { MADE(CHART, "") OBJECTS_WITH("\\/S \\/Figure", "\\/AF ") CLEAN, 0, "1" },
    { MADE(TABLE, "") OBJECTS_WITH("\\/S \\/Table", "\\/AF ") CLEAN, 0, "1" },
    { MADE(TABLE, "") OBJECTS_WITH("\\/Type \\/Catalog", "\\/AF ") CLEAN, 0, "1" },
    { MADE(TABLE, "--attachments no") "qpdf --list-attachments a.pdf" CLEAN, 0,
      "a.pdf has no embedded files" },
    { MADE(TABLE "\\nattachments: no", "") "qpdf --list-attachments a.pdf" CLEAN, 0,
      "a.pdf has no embedded files" },
    { MADE(TABLE, "--attachments maybe") "true" CLEAN, 2, "--attachments is yes or no" },
    { MADE(TABLE, "--pdf 3") "true" CLEAN, 2, "--pdf is 1.7 or 2.0, not '3'" },
    { MADE(TABLE, "--pdf 2.0") "head -c 8 a.pdf" CLEAN, 0, "%PDF-2.0" },
    { MADE(TABLE "\\npdf: 2.0", "") "head -c 8 a.pdf" CLEAN, 0, "%PDF-2.0" },
    { MADE(TABLE "\\npdf: 2.0", "--pdf 1.7") "head -c 8 a.pdf" CLEAN, 0, "%PDF-1.7" },
    { MADE(TABLE, "--pdf 2.0") "qpdf --check a.pdf" CLEAN, 0, "No syntax or stream encoding" },
    { MADE(TABLE, "--pdf 2.0") "$sheaf sheet a.yaml --pdf 2.0 -o b.pdf && cmp a.pdf b.pdf && "
                               "echo same" CLEAN,
      0, "same" },
    { MADE(TABLE, "--pdf 2.0") "qpdf --qdf a.pdf - | grep -acE '/Info [0-9]'; true" CLEAN, 0, "0" },
    /* The confidential figure, and what would give it away, in whatever spelling. */
    { MADE("chart: {type: bars, series: [imports, imports + exports]}\\n- table: {rows: [exports, "
           "imports, "
           "exports - imports], columns: [2022, 2023]}\\n- text: a",
           "") "qpdf --qdf --object-streams=disable a.pdf a.qdf && "
               "for f in chart-1.csv table-1.csv provenance.json; do qpdf --show-attachment=$f "
               "a.pdf; done "
               ">> a.qdf; LC_ALL=C grep -av uuid: a.qdf | grep -aE '98[78][, ]?[0-9][0-9][0-9]' | "
               "wc -l; rm "
               "a.qdf" CLEAN,
      0, "0" },
};

#define DRAWN(options)                                                                             \
    "printf '" DATA "' > a.csv; $sheaf chart a.csv --title T " options " -o a.pdf && "
#define ALONE "--select 'flow: exports' "

/* A chart alone has its data, as a sheet's. */
static const struct shell_case charts[] = {
    { DRAWN(ALONE) "qpdf --list-attachments a.pdf | tr '\n' ' '" CLEAN, 0, "chart.csv" },
    { DRAWN(ALONE) INSIDE("provenance.json") CLEAN, 0, "\"in\": \"chart.csv\"" },
    { DRAWN(ALONE) "$sheaf data a.csv --series exports --to csv > "
                   "want; " INSIDE("chart.csv") " | diff want - && echo same" CLEAN,
      0, "same" },
    { DRAWN(ALONE) OBJECTS_WITH("\\/S \\/Figure", "\\/AF ") CLEAN, 0, "1" },
    { DRAWN(ALONE) OBJECTS_WITH("\\/Type \\/Catalog", "\\/AF ") CLEAN, 0, "1" },
    { DRAWN(ALONE "--attachments no") "qpdf --list-attachments a.pdf" CLEAN, 0,
      "a.pdf has no embedded files" },
    { DRAWN(ALONE "--attachments maybe") "true" CLEAN, 2, "--attachments is yes or no" },
    { DRAWN(ALONE "--pdf 3") "true" CLEAN, 2, "--pdf is 1.7 or 2.0, not '3'" },
    { DRAWN(ALONE "--format png --pdf 2.0") "true" CLEAN, 2, "--pdf is for pdf" },
    { DRAWN(ALONE "--format png --attachments no") "true" CLEAN, 2,
      "--attachments is for pdf and svg" },
    { DRAWN(ALONE "--pdf 2.0") "head -c 8 a.pdf" CLEAN, 0, "%PDF-2.0" },
    { DRAWN(ALONE) "head -c 8 a.pdf" CLEAN, 0, "%PDF-1.7" },
    /* The confidential import of 2023. */
    { DRAWN("") INSIDE("chart.csv") " | grep -c 987654; " INSIDE(
          "provenance.json") " | grep -c 98765" CLEAN,
      1, "0\n0" },
};

/* What is in the PDFs of all samples is what `sheaf data` makes of it again. */
static const struct shell_case samples = {
    "for s in kaz-chn brief leaflet partner partners profile gallery; do "
    "$sheaf sheet $source/samples/$s/$s.yaml -o a.pdf 2>/dev/null; n=0; "
    "for f in $(qpdf --list-attachments a.pdf | sed -n 's/^\\(.*\\.csv\\) ->.*/\\1/p'); do "
    "qpdf --show-attachment=$f a.pdf > b.csv; n=$((n + 1)); "
    "$sheaf data b.csv --to csv | cmp - b.csv || echo $s $f differs; done; "
    "[ $n -gt 0 ] || echo $s has no data; done | grep -E 'differs|no data' || echo all are the "
    "same; "
    "rm -f a.pdf b.csv",
    0, "all are the same"
};

/* A description that is seen is not said twice. */
static const struct shell_case descriptions[] = {
    { MADE("chart: {type: bars, series: exports, describe: visible}",
           "") "pdftotext a.pdf - | tr '\\n' ' '" CLEAN,
      0, "Exports \xE2\x80\x93 2022: 512; 2023: 635" },
    { MADE("chart: {type: bars, series: exports}",
           "") "pdftotext a.pdf - | grep -c 'Bar chart'; true" CLEAN,
      0, "0" },
    { MADE("chart: {type: bars, series: exports, describe: visible}", "--attachments no")
          OBJECTS_WITH("\\/S \\/Figure", "\\/Alt ") CLEAN,
      0, "1" },
};

static void test_files(void **state)
{
    (void)state;
    process_need("qpdf");
    shell_check_all(cases, LENGTH(cases));
    shell_check_all(charts, LENGTH(charts));
    shell_check(samples);
    process_need("pdftotext");
    shell_check_all(descriptions, LENGTH(descriptions));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_files, shell_enter, shell_leave),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
