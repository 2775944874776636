/* sheets.c - sheets: what they know, their blocks, and their pages. */
#include "api/machine.h"

void begin_sheet(struct machine *m)
{
    size_t i = slot(m);

    put(m, KIND_sheaf_sheet, i, sheaf_sheet_create(take(m) % 4 ? m->context : NULL));
    sheaf_sheet_set_root(m->objects[KIND_sheaf_sheet][i], "/nowhere"); /* blocks name no file */
    sheaf_sheet_set_title(m->objects[KIND_sheaf_sheet][i], word(m));
}

void know(struct machine *m)
{
    sheaf_sheet *sheet = some(m, KIND_sheaf_sheet);
    uint8_t which = take(m) % 4;

    if (which == 0)
        sheaf_sheet_add_series(sheet, some(m, KIND_sheaf_series));
    else if (which == 1)
        sheaf_sheet_add_list(sheet, word(m), some(m, KIND_sheaf_series_list));
    else if (which == 2)
        sheaf_sheet_set_name(sheet, word(m), word(m), word(m));
    else
        sheaf_sheet_add_data(sheet, word(m), m->known);
    require_said(sheaf_sheet_error(sheet));
}

void add_table(struct machine *m)
{
    sheaf_sheet *sheet = some(m, KIND_sheaf_sheet);
    sheaf_block_row rows[2] = { SHEAF_BLOCK_ROW_INIT, SHEAF_BLOCK_ROW_INIT };
    sheaf_block_column columns[2] = { SHEAF_BLOCK_COLUMN_INIT, SHEAF_BLOCK_COLUMN_INIT };
    sheaf_table_block table = SHEAF_TABLE_BLOCK_INIT;
    sheaf_figure_block figure = SHEAF_FIGURE_BLOCK_INIT;

    rows[0].value = word(m);
    rows[1].group = word(m), rows[1].rows = rows, rows[1].n_rows = take(m) % 3;
    rows[1].indent = (int)take(m) % 9;
    columns[0].period = word(m);
    columns[1].value = word(m), columns[1].label = word(m), columns[1].unit = word(m);
    table.title = word(m);
    table.rows = rows, table.n_rows = take(m) % 3;
    table.columns = columns, table.n_columns = take(m) % 3;
    table.group_by = word(m);
    table.total = take(m) % 2;
    table.sort_by = take(m) % 4;
    table.turn = (sheaf_turn)(take(m) % 4);
    figure.value = word(m);
    if (take(m) % 4)
        sheaf_sheet_add_table_block(sheet, &table);
    else
        sheaf_sheet_add_figures(sheet, &figure, take(m) % 2);
    require_said(sheaf_sheet_error(sheet));
}

void add_block(struct machine *m)
{
    sheaf_sheet *sheet = some(m, KIND_sheaf_sheet);

    switch (take(m) % 16) {
    case 0:
        sheaf_sheet_add_heading(sheet, word(m));
        break;
    case 1:
        sheaf_sheet_add_text(sheet, word(m));
        break;
    case 2:
        sheaf_sheet_add_callout(sheet, word(m));
        break;
    case 3:
        sheaf_sheet_add_blocks(sheet, word(m));
        break;
    case 4:
        sheaf_sheet_add_chart(sheet, some(m, KIND_sheaf_chart));
        break;
    case 5:
        sheaf_sheet_add_figure(sheet, word(m), some(m, KIND_sheaf_series), period(m), take(m) % 2);
        break;
    case 6:
        sheaf_sheet_begin_row(sheet);
        break;
    case 7:
        sheaf_sheet_end_row(sheet);
        break;
    case 8:
        sheaf_sheet_begin_column(sheet);
        break;
    case 9:
        sheaf_sheet_end_column(sheet);
        break;
    case 10:
        sheaf_sheet_add_notes(sheet, NULL, take(m) % 2);
        break;
    case 11:
        sheaf_sheet_add_page_break(sheet);
        break;
    case 12:
        sheaf_sheet_set_id(sheet, word(m));
        break;
    case 13:
        sheaf_sheet_set_scale(sheet, (sheaf_scale)(take(m) % 5));
        break;
    case 14:
        sheaf_sheet_set_height(sheet, number(m));
        break;
    default:
        sheaf_sheet_add_contents(sheet);
        break;
    }
    require_said(sheaf_sheet_error(sheet));
}

void set_sheet(struct machine *m)
{
    sheaf_sheet *sheet = some(m, KIND_sheaf_sheet);
    sheaf_page_format page = SHEAF_PAGE_FORMAT_INIT;

    page.paper = word(m), page.left = number(m), page.columns = (int)take(m) % 6;
    switch (take(m) % 8) {
    case 0:
        sheaf_sheet_set_language(sheet, word(m));
        break;
    case 1:
        sheaf_sheet_set_date(sheet, word(m));
        break;
    case 2:
        sheaf_sheet_set_page_format(sheet, &page);
        break;
    case 3:
        sheaf_sheet_set_cover(sheet, word(m));
        break;
    case 4:
        sheaf_sheet_set_header_at(sheet, (sheaf_slot)(take(m) % 4), word(m));
        break;
    case 5:
        sheaf_sheet_set_most_pages(sheet, take(m));
        break;
    case 6:
        sheaf_sheet_set_theme(sheet, some(m, KIND_sheaf_theme));
        break;
    default:
        sheaf_sheet_set_pdf(sheet, (sheaf_pdf)(take(m) % 3));
        break;
    }
    require_said(sheaf_sheet_error(sheet));
}

void write_sheet(struct machine *m)
{
    sheaf_sheet *sheet = some(m, KIND_sheaf_sheet);
    size_t n = 0;
    const sheaf_sink sink = { &n, count_bytes };

    if (!may_output(m))
        return;
    sheaf_status status = take(m) % 2 ? sheaf_sheet_write_pdf_sink(sheet, sink)
                                      : sheaf_sheet_write_html_sink(sheet, sink);
    require((status == SHEAF_OK) == (n > 0));
    require_said(sheaf_sheet_error(sheet));
}
