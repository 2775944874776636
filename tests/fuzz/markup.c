/* markup.c - one text in every place of a sheet that takes a text: a PDF or a message. Its
 * first byte chooses the language. */
#include "documents.h"

static void fill(sheaf_sheet *sheet, const char *text, const sheaf_series *exports)
{
    const sheaf_period year = sheaf_period_year(2023);

    sheaf_sheet_set_title(sheet, text);
    sheaf_sheet_set_deck(sheet, text);
    sheaf_sheet_set_header(sheet, text);
    sheaf_sheet_set_footer(sheet, text);
    sheaf_sheet_add_series(sheet, exports);
    sheaf_sheet_add_figure(sheet, text, exports, year, true);
    sheaf_sheet_add_heading(sheet, text);
    sheaf_sheet_add_text(sheet, text);
    sheaf_sheet_add_notes(sheet, &text, 1);
}

static void add_chart(sheaf_sheet *sheet, const char *text, const sheaf_series *exports)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_AUTO);

    sheaf_chart_set_title(chart, text);
    sheaf_chart_set_subtitle(chart, text);
    sheaf_chart_set_source(chart, text);
    sheaf_chart_add(chart, exports);
    sheaf_sheet_add_chart(sheet, chart);
    sheaf_chart_destroy(chart);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    static const double values[] = { 13.1, 14.7 };
    sheaf_sheet *sheet = sheaf_sheet_create(NULL);
    sheaf_series *exports = sheaf_series_from_years("exports", "USD", 9, 2022, values, 2);
    char *text = calloc(1, n + 1);

    if (text != NULL && n > 1)
        memcpy(text, data + 1, n - 1);
    sheaf_sheet_set_language(sheet, language_of(n > 0 ? data[0] : 0));
    fill(sheet, text, exports);
    add_chart(sheet, text, exports);
    require_pdf(sheet);
    sheaf_series_destroy(exports);
    sheaf_sheet_destroy(sheet);
    free(text);
    return 0;
}
