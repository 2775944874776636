// program.cpp - a program in C++: every struct by its INIT macro, a chart and a sheet; program FOLDER
#include <sheaf/sheaf.h>

#include <cstdio>
#include <memory>
#include <string>

struct destroy {
    void operator()(sheaf_series *series) const { sheaf_series_destroy(series); }
    void operator()(sheaf_chart *chart) const { sheaf_chart_destroy(chart); }
    void operator()(sheaf_sheet *sheet) const { sheaf_sheet_destroy(sheet); }
};

int main(int n_words, char **words)
{
    const std::string folder = n_words > 1 ? words[1] : ".";
    const double figures[] = { 10.5, 14.8 };
    std::unique_ptr<sheaf_series, destroy> exports(
        sheaf_series_from_years("exports", "USD", 9, 2022, figures, 2));
    std::unique_ptr<sheaf_chart, destroy> chart(sheaf_chart_create(nullptr, SHEAF_BARS));
    std::unique_ptr<sheaf_sheet, destroy> sheet(sheaf_sheet_create(nullptr));
    sheaf_table_block table = SHEAF_TABLE_BLOCK_INIT;
    sheaf_block_row row = SHEAF_BLOCK_ROW_INIT;
    sheaf_block_column column = SHEAF_BLOCK_COLUMN_INIT;
    sheaf_figure_block figure = SHEAF_FIGURE_BLOCK_INIT;
    sheaf_page_format page = SHEAF_PAGE_FORMAT_INIT;
    sheaf_datum datum = SHEAF_DATUM_INIT;
    sheaf_warning warning = SHEAF_WARNING_INIT;
    sheaf_read_options options = SHEAF_READ_OPTIONS_INIT;

    sheaf_chart_add(chart.get(), exports.get());
    sheaf_picture *picture = sheaf_chart_layout(chart.get(), 600, 400);
    bool well = sheaf_picture_datum(picture, 1, &datum) && datum.value == 14.8;
    sheaf_picture_destroy(picture);

    page.paper = "A5";
    row.value = "exports";
    column.period = "2022..2023";
    table.rows = &row, table.n_rows = 1;
    table.columns = &column, table.n_columns = 1;
    figure.value = "exports[2023]";
    sheaf_sheet_set_title(sheet.get(), "From C++");
    sheaf_sheet_set_page_format(sheet.get(), &page);
    sheaf_sheet_add_series(sheet.get(), exports.get());
    sheaf_sheet_add_figures(sheet.get(), &figure, 1);
    sheaf_sheet_add_table_block(sheet.get(), &table);
    well = well && sheaf_sheet_write_pdf(sheet.get(), (folder + "/c++.pdf").c_str()) == SHEAF_OK;
    well = well && warning.size == sizeof warning && options.size == sizeof options;
    if (!well)
        std::fprintf(stderr, "%s%s\n", sheaf_chart_message(chart.get()),
                     sheaf_sheet_message(sheet.get()));
    return well ? 0 : 1;
}
