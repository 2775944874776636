/* layout_headers.c - what one column is for: by the caller, the format's list, the vocabulary. */
#include <string.h>

#include "base/strings.h"
#include "readers/csv/layout_parts.h"

/* What the caller said ------------------------------------------------------------- */

void layout_use_role(struct column *column, const char *role)
{
    static const struct format_column roles[] = {
        { "", USE_PASSED, "" },
        { "period", USE_PERIOD, "" },
        { "year", USE_YEAR, "" },
        { "month", USE_PART, "" },
        { "quarter", USE_PART, "" },
        { "frequency", USE_FREQUENCY, "freq" },
        { "freq", USE_FREQUENCY, "freq" },
        { "value", USE_VALUE, "" },
        { "unit_mult", USE_MULTIPLIER, "" },
        { "decimals", USE_DECIMALS, "" },
        { "status", USE_STATUS, "" },
        { "conf_status", USE_CONFIDENTIALITY, "" },
        { "derived", USE_DERIVED, "" },
        { "growth_pct", USE_GROWTH, "" },
    };

    column->is_named = true;
    column->use = USE_DIMENSION;
    column->name = role;
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        if (strcmp(roles[i].header, role) == 0) {
            column->use = roles[i].use;
            column->name = roles[i].name;
            column->is_quarter = strcmp(role, "quarter") == 0;
        }
}

static bool is_listed(const char *name, const char *const *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (list[i] != NULL && strcmp(list[i], name) == 0)
            return true;
    return false;
}

static bool use_as_said(const struct layout *layout, struct column *column)
{
    const sheaf_read_options *options = layout->options;

    for (size_t i = 0; i < options->n_columns; i++)
        if (options->columns[i].header != NULL &&
            strcmp(options->columns[i].header, column->header) == 0)
            layout_use_role(column,
                            options->columns[i].role != NULL ? options->columns[i].role : "");
    if (options->period != NULL && strcmp(options->period, column->header) == 0)
        layout_use_role(column, "period");
    else if (is_listed(column->header, options->values, options->n_values))
        layout_use_role(column, "value");
    else if (is_listed(column->header, options->dimensions, options->n_dimensions))
        layout_use_role(column, column->header);
    if (column->is_named && column->use == USE_VALUE)
        column->words = header_find(column->header, strlen(column->header));
    return column->is_named;
}

/* What the headers say ---------------------------------------------------------------- */

bool layout_use_as_listed(const struct layout *layout, struct column *column)
{
    const struct format_column *columns = layout->format->columns;

    for (size_t i = 0; columns != NULL && columns[i].header != NULL; i++)
        if (string_equal_ignoring_case(column->header, columns[i].header)) {
            column->use = columns[i].use;
            column->name = columns[i].name;
            column->rank = i;
            return true;
        }
    return false;
}

/* A column of values of the format, or one that says its unit or marks its estimates. */
static bool use_as_measured(const struct layout *layout, struct column *column)
{
    for (const struct format_measure *measure = layout->format->measures;
         measure != NULL && measure->header != NULL; measure++)
        if (string_equal_ignoring_case(column->header, measure->header)) {
            column->use = USE_VALUE;
            column->measure = measure;
        } else if (measure->unit_header != NULL &&
                   string_equal_ignoring_case(column->header, measure->unit_header)) {
            column->use = USE_UNIT;
        } else if (measure->mark_header != NULL &&
                   string_equal_ignoring_case(column->header, measure->mark_header)) {
            column->use = USE_MARK;
        } else {
            continue;
        }
    return column->use != USE_PASSED;
}

/* Reporter or partner: settled when all columns are known. */
const char layout_countries[] = "country";

static bool use_as_worded(struct column *column)
{
    static const struct {
        enum column_role role;
        enum column_use use;
        const char *name;
    } uses[] = { { ROLE_PERIOD, USE_PERIOD, "" },
                 { ROLE_YEAR, USE_YEAR, "" },
                 { ROLE_MONTH, USE_PART, "" },
                 { ROLE_QUARTER, USE_PART, "" },
                 { ROLE_FREQUENCY, USE_FREQUENCY, "freq" },
                 { ROLE_VALUE, USE_VALUE, "" },
                 { ROLE_MULTIPLIER, USE_MULTIPLIER, "" },
                 { ROLE_DECIMALS, USE_DECIMALS, "" },
                 { ROLE_STATUS, USE_STATUS, "" },
                 { ROLE_CONFIDENTIALITY, USE_CONFIDENTIALITY, "" },
                 { ROLE_GROWTH, USE_GROWTH, "" },
                 { ROLE_REPORTER, USE_DIMENSION, "reporter" },
                 { ROLE_PARTNER, USE_DIMENSION, "partner" },
                 { ROLE_COUNTRY, USE_DIMENSION, layout_countries },
                 { ROLE_FLOW, USE_DIMENSION, "flow" },
                 { ROLE_PRODUCT, USE_DIMENSION, "product" },
                 { ROLE_INDICATOR, USE_DIMENSION, "indicator" },
                 { ROLE_UNIT, USE_DIMENSION, "unit" },
                 { ROLE_SOURCE, USE_DIMENSION, "source" } };

    column->words = header_find(column->header, strlen(column->header));
    for (size_t i = 0; i < sizeof uses / sizeof *uses; i++)
        if (uses[i].role == column->words.role) {
            column->use = uses[i].use;
            column->name = uses[i].name;
            column->is_quarter = column->words.role == ROLE_QUARTER;
            return true;
        }
    return false;
}

static bool is_closed(const struct layout *layout)
{
    return layout->format->is_closed || layout->options->n_values > 0;
}

/* By the vocabulary, in files of no particular format; a header that is a period says so itself. */
static bool use_as_understood(const struct layout *layout, struct column *column)
{
    sheaf_period period;

    return layout->format->recognises == NULL && !header_read_period(column->header, &period) &&
           use_as_worded(column);
}

static void use_column(const struct layout *layout, struct column *column)
{
    const sheaf_read_options *options = layout->options;

    column->rank = SIZE_MAX;
    column->unit_column = column->mark_column = column->fallback = NO_COLUMN;
    column->name = "";
    if (column->header[0] == '\0') {
        column->use = USE_UNNAMED;
    } else if (!use_as_said(layout, column) && !layout_use_as_listed(layout, column) &&
               !use_as_measured(layout, column) && !use_as_understood(layout, column)) {
        column->is_unknown = true;
        column->use = is_closed(layout) ? USE_PASSED : USE_DIMENSION;
        column->name = column->header;
    }
    /* Another column was named in its place. */
    if (!column->is_named && ((column->use == USE_PERIOD && options->period != NULL) ||
                              (column->use == USE_VALUE && options->n_values > 0)))
        column->use = USE_PASSED;
}

/* "FREQ: Frequency" is FREQ, with cells that have labels as well; "ATTR_1[;]" holds several
 * values. */
bool layout_read_header(struct layout *layout, const struct csv_field *field, struct column *column)
{
    struct csv_field text = field_trimmed(field), whole;

    if (!csv_check_text(layout->csv, &text))
        return false;
    whole = text;
    if (layout->format->has_names && memchr(text.text, ':', text.n) != NULL) {
        text = field_code(&text);
        column->is_labelled = true;
    }
    column->header = arena_text(layout->arena, text.text, text.n);
    if (column->header == NULL)
        return false;
    use_column(layout, column);
    if (layout->format->has_names && memchr(whole.text, '[', whole.n) != NULL && !column->is_named)
        column->use = USE_PASSED;
    return !layout_failed(layout);
}
