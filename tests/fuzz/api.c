/* api.c - random sequences of calls: charts, series, tables, sheets, themes and pictures that are made, filled with
 * sense and nonsense, drawn, asked and destroyed in any order, with NULL among them. Each byte is a call, an object or
 * an argument. No call names a file: batches, and what is read and written by path, have fuzzers and tests of their
 * own. */
#include <cairo.h>
#include <math.h>
#include <sheaf/sheaf.h>

#include "documents.h"

enum { SLOTS = 4, MOST_CALLS = 80, MOST_OUTPUTS = 6 };

struct machine {
    const uint8_t *at, *end;
    int n_outputs; /* dear ones */
    sheaf_context *context;
    sheaf_series *series[SLOTS];
    sheaf_series_list *lists[SLOTS];
    sheaf_table *tables[SLOTS];
    sheaf_theme *themes[SLOTS];
    sheaf_chart *charts[SLOTS];
    sheaf_sheet *sheets[SLOTS];
    sheaf_picture *pictures[SLOTS];
};

static uint8_t take(struct machine *m)
{
    return m->at < m->end ? *m->at++ : 0;
}

static size_t slot(struct machine *m)
{
    return take(m) % SLOTS;
}

static const char *word(struct machine *m)
{
    static const char *const words[] = {
        NULL,
        "",
        "exports",
        "imports",
        "turnover",
        "CHN",
        "World",
        "USD",
        "t",
        "%",
        "Exports of goods",
        "x",
        "\xff\xfe",
        "a\nb",
        "{exports[2023]}",
        "{exports[2023] ? rose by {} | fell | held || none}",
        "{{",
        "**bold** [link](https://a.b)",
        "row",
        "row[2023]",
        "growth(2023)",
        "2022..2023",
        "2023",
        "partners",
        "trade[flow: exports, partner: *]",
        "exports + imports",
        "share(row, of: exports)[2023]",
        "top(trade, by: partner)",
        "rank(partners)",
        "$partner",
        "genitive",
        "title",
        "en",
        "ru",
        "ar",
        "zh",
        "Klingon",
        "#1F5FA8",
        "A4 landscape",
        "100 x 10 mm",
        "- notes",
        "- text: x\n  id: a",
        "- table: {rows: partners, columns: [2023], total: yes}",
        "[",
        "high",
        "low",
        "million",
        "region",
        "partner",
        "dark",
        "print",
        "2024-06-26",
        "9999-99-99",
        "{page} / {pages}",
    };

    return words[take(m) % (sizeof words / sizeof *words)];
}

static double number(struct machine *m)
{
    static const double numbers[] = { 0,      1,   -1,       14.7,      1e-9, 1e15, -1e300, 1e308,
                                      5e-324, NAN, INFINITY, -INFINITY, 100,  0.5,  60,     4000 };
    uint8_t byte = take(m);

    return byte < 128 ? numbers[byte % 16] : byte - 128;
}

static sheaf_period period(struct machine *m)
{
    uint8_t byte = take(m);

    if (byte < 32)
        return (sheaf_period){ (sheaf_period_unit)(byte % 8),
                               (int32_t)(number(m) > 1 ? INT32_MAX : -7),
                               byte % 3 ? 12 : INT32_MIN };
    if (byte < 96)
        return sheaf_period_month(2022, 1 + byte % 14);
    return byte < 112 ? sheaf_period_number(number(m)) : sheaf_period_year(2000 + byte % 32);
}

/* A failed object says why. */
static void require_said(const sheaf_error *error)
{
    require(error != NULL);
    require((error->status == SHEAF_OK) == (error->message[0] == '\0'));
    require(utf8_valid(error->message, strlen(error->message), NULL));
}

static int count_bytes(void *context, const void *bytes, size_t n)
{
    (void)bytes;
    *(size_t *)context += n;
    return 0;
}

static bool may_output(struct machine *m)
{
    return m->n_outputs++ < MOST_OUTPUTS;
}

/* Series and lists. */
static void make_series(struct machine *m)
{
    size_t i = slot(m);

    sheaf_series_destroy(m->series[i]);
    m->series[i] = sheaf_series_create(NULL, word(m), word(m), (int)take(m) % 30 - 4);
    if (take(m) % 2)
        for (int year = 2019; year < 2024; year++)
            sheaf_series_add(m->series[i], sheaf_period_year(year), number(m), take(m) % 3,
                             SHEAF_NORMAL);
}

static void add_observation(struct machine *m)
{
    sheaf_series *series = m->series[slot(m)];

    sheaf_series_add(series, period(m), number(m), (int)take(m) % 24 - 4,
                     (sheaf_observation_status)(take(m) % 16));
    require_said(sheaf_series_error(series));
}

static void describe_series(struct machine *m)
{
    static void (*const set[])(sheaf_series *, const char *) = {
        sheaf_series_set_label, sheaf_series_set_reporter, sheaf_series_set_partner,
        sheaf_series_set_flow,  sheaf_series_set_product,  sheaf_series_set_source,
        sheaf_series_set_x,
    };

    set[take(m) % 7](m->series[slot(m)], word(m));
}

static void compute(struct machine *m)
{
    static sheaf_series *(*const of_two[])(const sheaf_series *, const sheaf_series *) = {
        sheaf_series_sum,      sheaf_series_difference, sheaf_series_multiply, sheaf_series_divide,
        sheaf_series_turnover, sheaf_series_balance,    sheaf_series_cover,    sheaf_series_share,
    };
    const sheaf_series *a = m->series[slot(m)], *b = m->series[slot(m)];
    size_t to = slot(m);
    uint8_t which = take(m) % 10;
    sheaf_series *made = which < 8    ? of_two[which](a, b)
                         : which == 8 ? sheaf_series_growth(a)
                                      : sheaf_series_index(a, period(m));

    require_said(sheaf_series_error(made));
    sheaf_series_destroy(m->series[to]);
    m->series[to] = made;
}

static void make_list(struct machine *m)
{
    size_t i = slot(m);
    const sheaf_table *table = m->tables[slot(m)];
    const char *expression = word(m);

    sheaf_series_list_destroy(m->lists[i]);
    m->lists[i] = sheaf_table_evaluate(table, expression);
    require_said(sheaf_series_list_error(m->lists[i]));
}

static void make_table(struct machine *m)
{
    static const char trade[] =
        "period,partner,flow,value,unit,unit_mult\n2022,CHN,exports,13.1,USD,9\n"
        "2023,CHN,exports,14.7,USD,9\n2023,DEU,exports,0.9,USD,9\n"
        "2023,CHN,imports,16.8,USD,9\n2023,World,exports,78.7,USD,9\n";
    size_t i = slot(m), n = take(m);

    sheaf_table_destroy(m->tables[i]);
    m->tables[i] = n % 4 > 0 || n > (size_t)(m->end - m->at)
                       ? sheaf_table_read_bytes(m->context, "trade", trade, sizeof trade - 1)
                       : sheaf_table_read_bytes(m->context, "bytes", m->at, n);
    require_said(sheaf_table_error(m->tables[i]));
}

/* Themes. */
static void make_theme(struct machine *m)
{
    size_t i = slot(m);
    uint32_t colors[9];

    sheaf_theme_destroy(m->themes[i]);
    m->themes[i] = sheaf_theme_create(m->context, word(m));
    for (size_t k = 0; k < 9; k++)
        colors[k] = (uint32_t)take(m) * 65793;
    if (take(m) % 2)
        sheaf_theme_set_colors(m->themes[i], colors, take(m) % 12 > 9 ? 0 : take(m) % 9);
    sheaf_theme_set_paper(m->themes[i], (uint32_t)take(m) << 24 | (uint32_t)take(m) * 257);
    sheaf_theme_set_scale(m->themes[i], number(m));
    sheaf_theme_set_size(m->themes[i], word(m), number(m));
    sheaf_theme_set_transparent(m->themes[i], take(m) % 2);
    require_said(sheaf_theme_error(m->themes[i]));
}

/* Charts. */
static void make_chart(struct machine *m)
{
    size_t i = slot(m);

    sheaf_chart_destroy(m->charts[i]);
    m->charts[i] = sheaf_chart_create(take(m) % 4 ? m->context : NULL,
                                      (sheaf_chart_type)(take(m) % (sheaf_chart_type_count() + 2)));
}

static void fill_chart(struct machine *m)
{
    sheaf_chart *chart = m->charts[slot(m)];

    sheaf_chart_add(chart, m->series[slot(m)]);
    require_said(sheaf_chart_error(chart));
}

static void set_chart(struct machine *m)
{
    sheaf_chart *chart = m->charts[slot(m)];
    const sheaf_period periods[] = { period(m), period(m) };

    switch (take(m) % 16) {
    case 0:
        sheaf_chart_set_title(chart, word(m));
        break;
    case 1:
        sheaf_chart_set_subtitle(chart, word(m));
        break;
    case 2:
        sheaf_chart_set_source(chart, word(m));
        break;
    case 3:
        sheaf_chart_set_language(chart, word(m));
        break;
    case 4:
        sheaf_chart_add_target(chart, word(m), number(m), number(m), word(m), (int)take(m) % 30);
        break;
    case 5:
        sheaf_chart_add_event(chart, periods[0], word(m));
        break;
    case 6:
        sheaf_chart_add_band(chart, periods[0], periods[1], word(m));
        break;
    case 7:
        sheaf_chart_add_reference(chart, number(m), word(m));
        break;
    case 8:
        sheaf_chart_add_callout(chart, word(m), periods[0], word(m));
        break;
    case 9:
        sheaf_chart_set_periods(chart, periods, take(m) % 3);
        break;
    case 10:
        sheaf_chart_set_base(chart, (sheaf_base)(take(m) % 5));
        break;
    case 11:
        sheaf_chart_set_axis(chart, (sheaf_axis)(take(m) % 5));
        break;
    case 12:
        sheaf_chart_set_flags(chart, (sheaf_flags)(take(m) % 5));
        break;
    case 13:
        sheaf_chart_set_theme(chart, m->themes[slot(m)]);
        break;
    case 14:
        sheaf_chart_set_plots(chart, (sheaf_chart_type)(take(m) % 50));
        break;
    default:
        sheaf_chart_set_base_period(chart, periods[0]);
        break;
    }
    require_said(sheaf_chart_error(chart));
}

static void write_chart(struct machine *m)
{
    sheaf_chart *chart = m->charts[slot(m)];
    size_t n = 0;
    double width = 60 + 4.0 * take(m), height = 14 + 3.0 * take(m);
    sheaf_format format = (sheaf_format)(take(m) % 6);

    if (!may_output(m))
        return;
    if (take(m) % 16 == 0)
        width = number(m);
    sheaf_status status =
        sheaf_chart_write_sink(chart, format, (sheaf_sink){ &n, count_bytes }, width, height, 0.5);
    require((status == SHEAF_OK) == (n > 0));
    require_said(sheaf_chart_error(chart));
}

/* Pictures. */
static void lay_out(struct machine *m)
{
    size_t i = slot(m);
    sheaf_chart *chart = m->charts[slot(m)];
    double width = take(m) % 16 ? 10 + 3.0 * take(m) : number(m), height = 10 + 3.0 * take(m);

    if (!may_output(m))
        return;
    sheaf_picture_destroy(m->pictures[i]);
    m->pictures[i] = sheaf_chart_layout(chart, width, height);
    require_said(sheaf_chart_error(chart));
    require((m->pictures[i] != NULL) == (sheaf_chart_status(chart) == SHEAF_OK));
}

static void ask_picture(struct machine *m)
{
    const sheaf_picture *picture = m->pictures[slot(m)];
    sheaf_datum datum = SHEAF_DATUM_INIT;
    size_t n = sheaf_picture_datum_count(picture);

    require(!sheaf_picture_datum(picture, n, &datum));
    require(n == 0 || sheaf_picture_datum(picture, take(m) % n, &datum));
    require(datum.text != NULL && datum.label != NULL);
    if (sheaf_picture_hit(picture, number(m), number(m), &datum))
        require(datum.series != NULL);
    require(sheaf_picture_description(picture) != NULL);
}

static void draw_picture(struct machine *m)
{
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 40, 30);
    cairo_t *cr = cairo_create(surface);

    sheaf_picture_draw(m->pictures[slot(m)], take(m) % 16 ? cr : NULL, number(m), 0);
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
}

/* Sheets. */
static void make_sheet(struct machine *m)
{
    size_t i = slot(m);

    sheaf_sheet_destroy(m->sheets[i]);
    m->sheets[i] = sheaf_sheet_create(take(m) % 4 ? m->context : NULL);
    sheaf_sheet_set_root(m->sheets[i], "/nowhere"); /* blocks name no file */
    sheaf_sheet_set_title(m->sheets[i], word(m));
}

static void know(struct machine *m)
{
    sheaf_sheet *sheet = m->sheets[slot(m)];
    uint8_t which = take(m) % 4;

    if (which == 0)
        sheaf_sheet_add_series(sheet, m->series[slot(m)]);
    else if (which == 1)
        sheaf_sheet_add_list(sheet, word(m), m->lists[slot(m)]);
    else if (which == 2)
        sheaf_sheet_set_name(sheet, word(m), word(m), word(m));
    require_said(sheaf_sheet_error(sheet));
}

static void add_table(struct machine *m)
{
    sheaf_sheet *sheet = m->sheets[slot(m)];
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

static void add_block(struct machine *m)
{
    sheaf_sheet *sheet = m->sheets[slot(m)];

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
        sheaf_sheet_add_chart(sheet, m->charts[slot(m)]);
        break;
    case 5:
        sheaf_sheet_add_figure(sheet, word(m), m->series[slot(m)], period(m), take(m) % 2);
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

static void set_sheet(struct machine *m)
{
    sheaf_sheet *sheet = m->sheets[slot(m)];
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
        sheaf_sheet_set_theme(sheet, m->themes[slot(m)]);
        break;
    default:
        sheaf_sheet_set_pdf(sheet, (sheaf_pdf)(take(m) % 3));
        break;
    }
    require_said(sheaf_sheet_error(sheet));
}

static void write_sheet(struct machine *m)
{
    sheaf_sheet *sheet = m->sheets[slot(m)];
    size_t n = 0;
    const sheaf_sink sink = { &n, count_bytes };

    if (!may_output(m))
        return;
    sheaf_status status = take(m) % 2 ? sheaf_sheet_write_pdf_sink(sheet, sink)
                                      : sheaf_sheet_write_html_sink(sheet, sink);
    require((status == SHEAF_OK) == (n > 0));
    require_said(sheaf_sheet_error(sheet));
}

static void destroy_some(struct machine *m)
{
    size_t i = slot(m);

    switch (take(m) % 4) {
    case 0:
        sheaf_series_destroy(m->series[i]);
        m->series[i] = NULL;
        break;
    case 1:
        sheaf_chart_destroy(m->charts[i]);
        m->charts[i] = NULL;
        break;
    case 2:
        sheaf_theme_destroy(m->themes[i]);
        m->themes[i] = NULL;
        break;
    default:
        sheaf_series_list_destroy(m->lists[i]);
        m->lists[i] = NULL;
        break;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    static void (*const calls[])(struct machine *) = {
        make_series, add_observation, describe_series, compute,   make_list,   make_table,
        make_theme,  make_chart,      fill_chart,      set_chart, write_chart, lay_out,
        ask_picture, draw_picture,    make_sheet,      know,      add_table,   add_block,
        set_sheet,   write_sheet,     destroy_some,
    };
    struct machine m = { .at = data, .end = data + n, .context = sheaf_context_create(NULL) };

    for (int i = 0; i < MOST_CALLS && m.at < m.end; i++)
        calls[take(&m) % (sizeof calls / sizeof *calls)](&m);
    sheaf_context_destroy(m.context); /* what was made with it goes on */
    for (size_t i = 0; i < SLOTS; i++) {
        sheaf_sheet_destroy(m.sheets[i]);
        sheaf_picture_destroy(m.pictures[i]);
        sheaf_chart_destroy(m.charts[i]);
        sheaf_theme_destroy(m.themes[i]);
        sheaf_table_destroy(m.tables[i]);
        sheaf_series_list_destroy(m.lists[i]);
        sheaf_series_destroy(m.series[i]);
    }
    return 0;
}
