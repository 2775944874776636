/* layout_headers.c - finds the role of a single column from the options, the format's list, or the
 * vocabulary. */
#include <string.h>

#include "base/strings.h"
#include "readers/csv/layout_parts.h"

/* Options of the caller ------------------------------------------------------------ */

void layout_set_role(struct layout_column *column, const char *role)
{
    static const struct format_column roles[] = {
        { "", COLUMN_SKIPPED, "" },
        { "period", COLUMN_PERIOD, "" },
        { "year", COLUMN_YEAR, "" },
        { "month", COLUMN_YEAR_PART, "" },
        { "quarter", COLUMN_YEAR_PART, "" },
        { "week", COLUMN_YEAR_PART, "" },
        { "frequency", COLUMN_FREQUENCY, "freq" },
        { "freq", COLUMN_FREQUENCY, "freq" },
        { "value", COLUMN_VALUE, "" },
        { "unit_mult", COLUMN_MULTIPLIER, "" },
        { "decimals", COLUMN_DECIMALS, "" },
        { "status", COLUMN_STATUS, "" },
        { "conf_status", COLUMN_CONFIDENTIALITY, "" },
        { "derived", COLUMN_DERIVED, "" },
        { "growth_pct", COLUMN_GROWTH, "" },
    };

    column->is_named = true;
    column->role = COLUMN_DIMENSION;
    column->name = role;
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        if (strcmp(roles[i].header, role) == 0) {
            column->role = roles[i].role;
            column->name = roles[i].name;
            column->part = strcmp(role, "quarter") == 0 ? PERIOD_PART_QUARTER
                           : strcmp(role, "week") == 0  ? PERIOD_PART_WEEK
                                                        : PERIOD_PART_MONTH;
        }
}

static bool is_listed(const char *name, const char *const *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (list[i] != NULL && strcmp(list[i], name) == 0)
            return true;
    return false;
}

static struct header words_of(const struct layout *layout, const char *header)
{
    struct header words = header_find(header, strlen(header));

    header_join_price(layout->arena, &words);
    return words;
}

static bool set_role_by_options(const struct layout *layout, struct layout_column *column)
{
    const sheaf_read_options *options = layout->options;

    for (size_t i = 0; i < options->n_columns; i++)
        if (options->columns[i].header != NULL &&
            strcmp(options->columns[i].header, column->header) == 0)
            layout_set_role(column,
                            options->columns[i].role != NULL ? options->columns[i].role : "");
    if (options->period != NULL && strcmp(options->period, column->header) == 0)
        layout_set_role(column, "period");
    else if (is_listed(column->header, options->values, options->n_values))
        layout_set_role(column, "value");
    else if (is_listed(column->header, options->dimensions, options->n_dimensions))
        layout_set_role(column, column->header);
    if (column->is_named && (column->role == COLUMN_VALUE || column->role == COLUMN_PERIOD))
        column->words = words_of(layout, column->header);
    return column->is_named;
}

/* Headers ----------------------------------------------------------------------------- */

/* "low" and the like mean so only in tables that Sheaf wrote, which tell derived values. */
static bool needs_derived(enum column_role role)
{
    return role == COLUMN_ESTIMATED || role == COLUMN_LOW || role == COLUMN_HIGH;
}

static bool has_header(const struct layout *layout, const char *header)
{
    for (size_t i = 0; i < layout->csv->count; i++)
        if (string_is_ignoring_case(layout->csv->fields[i].text, layout->csv->fields[i].n, header))
            return true;
    return false;
}

/* False for a header that means so only in tables that Sheaf wrote, in any other. */
static bool is_own(const struct layout *layout, enum column_role role)
{
    if (needs_derived(role))
        return has_header(layout, "derived");
    if (role == COLUMN_SKIPPED && layout->format->recognises == NULL)
        return has_header(layout, "decimals") && has_header(layout, "unit_mult") &&
               (has_header(layout, "formula")
                    ? has_header(layout, "derived")
                    : has_header(layout, "file") && has_header(layout, "line"));
    return true;
}

bool layout_set_listed_role(const struct layout *layout, struct layout_column *column)
{
    const struct format_column *columns = layout->format->columns;

    for (size_t i = 0; columns != NULL && columns[i].header != NULL; i++)
        if (string_equal_ignoring_case(column->header, columns[i].header) &&
            is_own(layout, columns[i].role)) {
            column->role = columns[i].role;
            column->name = columns[i].name;
            column->rank = i;
            if (column->role == COLUMN_CODE) {
                column->role = COLUMN_DIMENSION;
                column->is_code = true;
            }
            return true;
        }
    return false;
}

/* A column of values of the format, of their units, or of flags of estimates. */
static bool set_measure_role(const struct layout *layout, struct layout_column *column)
{
    for (const struct format_measure *measure = layout->format->measures;
         measure != NULL && measure->header != NULL; measure++)
        if (string_equal_ignoring_case(column->header, measure->header)) {
            column->role = COLUMN_VALUE;
            column->measure = measure;
        } else if (measure->unit_header != NULL &&
                   string_equal_ignoring_case(column->header, measure->unit_header)) {
            column->role = COLUMN_UNIT;
        } else if (measure->estimate_header != NULL &&
                   string_equal_ignoring_case(column->header, measure->estimate_header)) {
            column->role = COLUMN_ESTIMATE_FLAG;
        } else {
            continue;
        }
    return column->role != COLUMN_SKIPPED;
}

/* A header that only the format's own function reads. */
static bool set_own_role(const struct layout *layout, struct layout_column *column)
{
    struct format_header meaning = { .role = COLUMN_VALUE };

    if (layout->format->read_header == NULL ||
        !layout->format->read_header(column->header, layout->csv->fields, layout->csv->count,
                                     &meaning))
        return false;
    column->role = meaning.role;
    if (meaning.dimension != NULL)
        column->name = meaning.dimension;
    column->period = meaning.period;
    column->first_month = meaning.month;
    column->month_count = meaning.month > 0;
    column->is_year_to_date = meaning.is_year_to_date;
    column->measure = meaning.measure;
    column->words.flow = meaning.flow;
    return true;
}

/* Reporter or partner: layout_resolve_countries decides once all columns are known. */
const char layout_countries[] = "country";

static bool set_role_of_words(const struct layout *layout, struct layout_column *column)
{
    static const struct {
        enum header_role header;
        enum column_role role;
        const char *name;
    } roles[] = { { HEADER_PERIOD, COLUMN_PERIOD, "" },
                  { HEADER_YEAR, COLUMN_YEAR, "" },
                  { HEADER_MONTH, COLUMN_YEAR_PART, "" },
                  { HEADER_QUARTER, COLUMN_YEAR_PART, "" },
                  { HEADER_WEEK, COLUMN_YEAR_PART, "" },
                  { HEADER_FREQUENCY, COLUMN_FREQUENCY, "freq" },
                  { HEADER_VALUE, COLUMN_VALUE, "" },
                  { HEADER_MULTIPLIER, COLUMN_MULTIPLIER, "" },
                  { HEADER_DECIMALS, COLUMN_DECIMALS, "" },
                  { HEADER_STATUS, COLUMN_STATUS, "" },
                  { HEADER_CONFIDENTIALITY, COLUMN_CONFIDENTIALITY, "" },
                  { HEADER_GROWTH, COLUMN_GROWTH, "" },
                  { HEADER_REPORTER, COLUMN_DIMENSION, "reporter" },
                  { HEADER_PARTNER, COLUMN_DIMENSION, "partner" },
                  { HEADER_COUNTRY, COLUMN_DIMENSION, layout_countries },
                  { HEADER_FLOW, COLUMN_DIMENSION, "flow" },
                  { HEADER_PRODUCT, COLUMN_DIMENSION, "product" },
                  { HEADER_INDICATOR, COLUMN_DIMENSION, "indicator" },
                  { HEADER_UNIT, COLUMN_DIMENSION, "unit" },
                  { HEADER_SOURCE, COLUMN_DIMENSION, "source" } };

    column->words = words_of(layout, column->header);
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        if (roles[i].header == column->words.role) {
            column->role = roles[i].role;
            column->name = roles[i].name;
            column->part = column->words.role == HEADER_QUARTER ? PERIOD_PART_QUARTER
                           : column->words.role == HEADER_WEEK  ? PERIOD_PART_WEEK
                                                                : PERIOD_PART_MONTH;
            return true;
        }
    return false;
}

static bool is_closed(const struct layout *layout)
{
    return layout->format->is_closed || layout->options->n_values > 0;
}

/* The vocabulary applies to the default format only, and not to headers that are periods. */
static bool set_role_by_vocabulary(const struct layout *layout, struct layout_column *column)
{
    struct flagged_period period;

    return layout->format->recognises == NULL &&
           !header_read_period(layout, column->header, &period) &&
           set_role_of_words(layout, column);
}

static void set_role(const struct layout *layout, struct layout_column *column)
{
    const sheaf_read_options *options = layout->options;

    column->rank = SIZE_MAX;
    column->unit_column = column->estimate_column = NO_COLUMN;
    column->growth_column = column->flag_column = NO_COLUMN;
    column->fallback = NO_COLUMN;
    column->name = "";
    if (column->header[0] == '\0') {
        column->role = COLUMN_UNNAMED;
    } else if (!set_role_by_options(layout, column) && !layout_set_listed_role(layout, column) &&
               !set_measure_role(layout, column) && !set_own_role(layout, column) &&
               !set_role_by_vocabulary(layout, column)) {
        column->is_unknown = true;
        column->role = is_closed(layout) ? COLUMN_SKIPPED : COLUMN_DIMENSION;
        column->name = column->header;
    }
    /* The options name another column for this role. */
    if (!column->is_named && ((column->role == COLUMN_PERIOD && options->period != NULL) ||
                              (column->role == COLUMN_VALUE && options->n_values > 0)))
        column->role = COLUMN_SKIPPED;
}

/* "Exports, 2015=100" are in parts of their base, and no amounts of exports. */
static void take_base_of_index(struct layout *layout, struct layout_column *column)
{
    const char *at = column->header;
    size_t digits;

    for (; *at != '\0'; at += digits > 0 ? digits : 1) {
        const char *rest;

        digits = strspn(at, "0123456789");
        rest = at + digits + strspn(at + digits, " ");
        if (digits != 4 || *rest != '=')
            continue;
        rest += 1 + strspn(rest + 1, " ");
        if (strncmp(rest, "100", 3) != 0 || (rest[3] != '\0' && strchr(" ),;", rest[3]) == NULL))
            continue;
        column->words.unit = arena_format(layout->arena, "%.4s = 100", at);
        column->is_unknown |= column->words.flow != NULL;
        column->words.flow = NULL;
        column->words.multiplier = 0;
        return;
    }
}

/* In SDMX-CSV, "FREQ: Frequency" is FREQ, and its cells have labels too. "ATTR_1[;]" has several
 * values in a cell and is skipped. */
bool layout_read_header(struct layout *layout, const struct csv_field *field,
                        struct layout_column *column)
{
    struct csv_field text = field_trimmed(field), header;

    if (!csv_check_text(layout->csv, &text))
        return false;
    header = text;
    if (layout->format->has_names && memchr(text.text, ':', text.n) != NULL) {
        text = field_code(&text);
        column->is_labelled = true;
    }
    column->header = arena_text(layout->arena, text.text, text.n);
    if (column->header == NULL)
        return false;
    set_role(layout, column);
    if (layout->format->recognises == NULL && !column->is_named)
        take_base_of_index(layout, column);
    if (layout->format->has_names && memchr(header.text, '[', header.n) != NULL &&
        !column->is_named)
        column->role = COLUMN_SKIPPED;
    return !layout_failed(layout);
}
