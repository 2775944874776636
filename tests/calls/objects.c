/* objects.c - one of each kind that is well, from what one page of data holds. */
#include <stdio.h>
#include <string.h>

#include "base/strings.h"
#include "calls/give.h"

const char call_csv[] = "period,partner,flow,value,unit,unit_mult\n2022,CHN,exports,13.1,USD,9\n"
                        "2023,CHN,exports,14.7,USD,9\n2023,DEU,exports,0.9,USD,9\n"
                        "2023,CHN,imports,16.8,USD,9\n2023,WLD,exports,78.7,USD,9\n";
static const char spec[] =
    "sheaf: 1\ntitle: Trade\nparameters: {partner: CHN}\ndata: {trade: data.csv}\n"
    "series: {exports: \"trade[flow: exports, partner: $partner]\"}\n"
    "sheet:\n- text: \"Exports: {exports[2023]}\"\n";

static bool write_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    const bool done = file != NULL && fputs(text, file) >= 0;

    return file != NULL && fclose(file) == 0 && done;
}

bool objects_write_files(void)
{
    return write_file("data.csv", call_csv) && write_file("spec.yaml", spec) &&
           write_file("theme.yaml", "theme: 1\npaper: \"#FFFFFF\"\n");
}

static sheaf_series *make_series(const sheaf_alloc *alloc)
{
    static const double values[] = { 6.8, 8, 9.1, 13.1, 14.7 };
    sheaf_series *series = sheaf_series_from_years("exports", "USD", 9, 2019, values, 5);

    sheaf_series_set_flow(series, "exports");
    sheaf_series_set_partner(series, "CHN");
    sheaf_series *copy = sheaf_series_copy(alloc, series); /* in its memory */
    sheaf_series_destroy(series);
    return copy;
}

static sheaf_series_list *make_list(const sheaf_alloc *alloc)
{
    sheaf_series_list *list = sheaf_series_list_create(alloc);

    sheaf_series_list_add(list, make_series(alloc));
    return list;
}

static sheaf_chart *make_chart(sheaf_context *context)
{
    sheaf_chart *chart = sheaf_chart_create(context, SHEAF_LINES);

    sheaf_chart_take(chart, make_series(NULL));
    sheaf_chart_add_event(chart, sheaf_period_year(2021), "An event");
    return chart;
}

static sheaf_picture *make_picture(sheaf_context *context)
{
    sheaf_chart *chart = make_chart(context);
    sheaf_picture *picture = sheaf_chart_layout(chart, 300, 200);

    sheaf_chart_destroy(chart);
    return picture;
}

static sheaf_sheet *make_sheet(sheaf_context *context)
{
    sheaf_sheet *sheet = sheaf_sheet_create(context);
    sheaf_series *series = make_series(NULL);
    sheaf_series_list *list = make_list(NULL);

    sheaf_sheet_set_title(sheet, "Trade");
    sheaf_sheet_add_series(sheet, series);
    sheaf_sheet_add_list(sheet, "partners", list);
    sheaf_sheet_add_text(sheet, "Exports: {exports[2023]}");
    sheaf_series_list_destroy(list);
    sheaf_series_destroy(series);
    return sheet;
}

static sheaf_batch *make_batch(sheaf_context *context)
{
    sheaf_batch_options options = SHEAF_BATCH_OPTIONS_INIT;

    options.each = "partner";
    options.output = "out/{partner}.pdf";
    return sheaf_batch_create(context, "spec.yaml", &options);
}

void *object_make(enum kind kind, sheaf_context *context, const sheaf_alloc *alloc)
{
    switch (kind) {
    case KIND_sheaf_series:
        return make_series(alloc);
    case KIND_sheaf_series_list:
        return make_list(alloc);
    case KIND_sheaf_table:
        return sheaf_table_read_bytes(context, "trade", call_csv, strlen(call_csv));
    case KIND_sheaf_theme:
        return sheaf_theme_create(context, "dark");
    case KIND_sheaf_chart:
        return make_chart(context);
    case KIND_sheaf_sheet:
        return make_sheet(context);
    case KIND_sheaf_picture:
        return make_picture(context);
    case KIND_sheaf_bytes:
        return sheaf_bytes_create(alloc);
    case KIND_sheaf_batch:
        return make_batch(context);
    case KIND_sheaf_diff:
        return sheaf_diff_create(alloc, ".", ".", NULL, NULL);
    default:
        return sheaf_context_create(alloc);
    }
}

static bool ends_in(const char *function, const char *end)
{
    const size_t n = strlen(function), m = strlen(end);

    return n >= m && strcmp(function + n - m, end) == 0;
}

static void prepare_sheet(sheaf_sheet *sheet, const char *function)
{
    sheaf_series *series = make_series(NULL);
    sheaf_chart *chart = make_chart(NULL);

    if (ends_in(function, "_set_decimals") || ends_in(function, "_set_ranges"))
        sheaf_sheet_add_figure(sheet, NULL, series, sheaf_period_year(2023), false);
    if (ends_in(function, "_set_height") || ends_in(function, "_set_described"))
        sheaf_sheet_add_chart(sheet, chart);
    if (ends_in(function, "_set_definitions"))
        sheaf_sheet_add_notes(sheet, NULL, 0);
    if (ends_in(function, "_row") || ends_in(function, "_column") || ends_in(function, "_span") ||
        ends_in(function, "_scale")) {
        if (!ends_in(function, "_begin_row"))
            sheaf_sheet_begin_row(sheet);
        if (ends_in(function, "_end_column"))
            sheaf_sheet_begin_column(sheet);
        sheaf_sheet_add_text(sheet, "Beside");
        if (ends_in(function, "_scale"))
            sheaf_sheet_end_row(sheet);
    }
    sheaf_chart_destroy(chart);
    sheaf_series_destroy(series);
}

void object_prepare(enum kind kind, void *object, const char *function)
{
    if (kind == KIND_sheaf_sheet)
        prepare_sheet(object, function);
    else if (kind == KIND_sheaf_chart && ends_in(function, "_remove_target"))
        sheaf_chart_add_target(object, "Beef", 500, 300, "t", 3);
}

const sheaf_error *object_error(enum kind kind, const void *object)
{
    switch (kind) {
    case KIND_sheaf_series:
        return sheaf_series_error(object);
    case KIND_sheaf_series_list:
        return sheaf_series_list_error(object);
    case KIND_sheaf_table:
        return sheaf_table_error(object);
    case KIND_sheaf_theme:
        return sheaf_theme_error(object);
    case KIND_sheaf_chart:
        return sheaf_chart_error(object);
    case KIND_sheaf_sheet:
        return sheaf_sheet_error(object);
    case KIND_sheaf_batch:
        return sheaf_batch_error(object);
    case KIND_sheaf_diff:
        return sheaf_diff_error(object);
    default:
        return NULL;
    }
}

void object_destroy(enum kind kind, void *object)
{
    switch (kind) {
    case KIND_sheaf_series:
        sheaf_series_destroy(object);
        break;
    case KIND_sheaf_series_list:
        sheaf_series_list_destroy(object);
        break;
    case KIND_sheaf_table:
        sheaf_table_destroy(object);
        break;
    case KIND_sheaf_theme:
        sheaf_theme_destroy(object);
        break;
    case KIND_sheaf_chart:
        sheaf_chart_destroy(object);
        break;
    case KIND_sheaf_sheet:
        sheaf_sheet_destroy(object);
        break;
    case KIND_sheaf_picture:
        sheaf_picture_destroy(object);
        break;
    case KIND_sheaf_bytes:
        sheaf_bytes_destroy(object);
        break;
    case KIND_sheaf_batch:
        sheaf_batch_destroy(object);
        break;
    case KIND_sheaf_diff:
        sheaf_diff_destroy(object);
        break;
    default:
        sheaf_context_destroy(object);
        break;
    }
}

void object_require_said(struct giver *g, enum kind kind, const void *object)
{
    const sheaf_error *error = object_error(kind, object);

    if (error == NULL)
        return;
    call_require(g, (error->status == SHEAF_OK) == (error->message[0] == '\0'));
    call_require(g, utf8_valid(error->message, strlen(error->message), NULL));
}
