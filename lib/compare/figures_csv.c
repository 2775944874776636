/* figures_csv.c - reads the CSV of a chart or table, as write/write_csv.c writes it. */
#include <string.h>

#include "base/number.h"
#include "base/strings.h"
#include "compare/figures.h"
#include "input/csv.h"

enum column {
    SERIES,
    REPORTER,
    PARTNER,
    FLOW,
    PRODUCT,
    MEASURE,
    PERIOD,
    UNIT,
    VALUE,
    UNIT_MULT,
    CONF_STATUS,
    SHOWN,
    DERIVED
};

static const char *const names[] = {
    [SERIES] = "series",
    [REPORTER] = "reporter",
    [PARTNER] = "partner",
    [FLOW] = "flow",
    [PRODUCT] = "product",
    [MEASURE] = "measure",
    [PERIOD] = "period",
    [UNIT] = "unit",
    [VALUE] = "value",
    [UNIT_MULT] = "unit_mult",
    [CONF_STATUS] = "conf_status",
    [SHOWN] = "shown",
    [DERIVED] = "derived",
};
enum { COLUMNS = sizeof names / sizeof *names };

struct columns {
    bool there[COLUMNS];
    size_t at[COLUMNS];
};

/* In pages, as SDMX has them. */
static const char *const page_names[COLUMNS] = { [PERIOD] = "TIME_PERIOD",
                                                 [VALUE] = "OBS_VALUE",
                                                 [UNIT] = "UNIT_MEASURE",
                                                 [UNIT_MULT] = "UNIT_MULT" };

static bool is_column(const struct csv_field *field, size_t column)
{
    return string_is(field->text, field->n, names[column]) ||
           (page_names[column] != NULL && string_is(field->text, field->n, page_names[column]));
}

static void read_header(const struct csv *csv, struct columns *columns)
{
    memset(columns, 0, sizeof *columns);
    for (size_t i = 0; i < csv->count; i++)
        for (size_t c = 0; c < COLUMNS; c++)
            if (!columns->there[c] && is_column(&csv->fields[i], c)) {
                columns->there[c] = true;
                columns->at[c] = i;
            }
}

static const struct csv_field *field_of(const struct csv *csv, const struct columns *columns,
                                        enum column column)
{
    static const struct csv_field none = { "", 0, "", 0 };

    return columns->there[column] && columns->at[column] < csv->count
               ? &csv->fields[columns->at[column]]
               : &none;
}

static const char *take_text(struct arena *arena, const struct csv *csv,
                             const struct columns *columns, enum column column)
{
    const struct csv_field *field = field_of(csv, columns, column);

    return field->n > 0 ? arena_text(arena, field->text, field->n) : "";
}

/* Of a file whose figures the provenance tells only those that are confidential and stated: of a computed
 * one only the provenance says what it measures. */
static bool take_row(struct figure_list *figures, const struct csv *csv,
                     const struct columns *columns, bool is_told)
{
    const struct csv_field *value = field_of(csv, columns, VALUE),
                           *conf = field_of(csv, columns, CONF_STATUS),
                           *multiplier = field_of(csv, columns, UNIT_MULT),
                           *derived = field_of(csv, columns, DERIVED);
    const bool is_confidential = conf->n > 0 && !string_is(conf->text, conf->n, "F");
    struct arena *arena = figures->arena;
    double number = 0;
    int decimals;
    int64_t power = 0;

    figures->has_blanks |= value->n == 0;
    if (is_told && (!is_confidential || string_is(derived->text, derived->n, "true")))
        return true;
    if (!is_confidential &&
        (value->n == 0 || !number_read(value->text, value->n, &number, &decimals)))
        return true;
    struct read_figure *figure = figures_add(figures);
    if (figure == NULL)
        return false;
    figure->series = take_text(arena, csv, columns, SERIES);
    figure->reporter = take_text(arena, csv, columns, REPORTER);
    figure->partner = take_text(arena, csv, columns, PARTNER);
    figure->flow = take_text(arena, csv, columns, FLOW);
    figure->product = take_text(arena, csv, columns, PRODUCT);
    figure->measure = take_text(arena, csv, columns, MEASURE);
    figure->period = take_text(arena, csv, columns, PERIOD);
    figure->unit = take_text(arena, csv, columns, UNIT);
    figure->is_confidential = is_confidential;
    if (!is_confidential) {
        figure->value = number;
        figure->shown = take_text(arena, csv, columns, columns->there[SHOWN] ? SHOWN : VALUE);
    }
    if (number_read_integer(multiplier->text, multiplier->n, -99, 99, &power))
        figure->unit_mult = (int)power;
    return figure->series != NULL && figure->reporter != NULL && figure->partner != NULL &&
           figure->flow != NULL && figure->product != NULL && figure->measure != NULL &&
           figure->period != NULL && figure->unit != NULL && figure->shown != NULL;
}

bool figures_read_csv(struct figure_list *figures, const struct spare_file *file)
{
    sheaf_error *error = figures->arena->error;
    struct columns columns;
    struct csv csv;
    bool well = true;

    csv_start(&csv, &figures->arena->alloc, figures->path, file->bytes, file->n, error);
    csv.separator = ',';
    if (csv_next(&csv)) {
        read_header(&csv, &columns);
        while (well && csv_next(&csv))
            well = take_row(figures, &csv, &columns, file->is_told);
    }
    csv_end(&csv);
    return well && error->status == SHEAF_OK;
}
