/* write_csv.c - a table as tidy CSV, and as SDMX-CSV 2.0.
 *
 * SDMX-CSV: https://github.com/sdmx-twg/sdmx-csv (version 2.0.0, data messages). A row
 * names its structure and the action I (information), then dimensions, the period and
 * the observation with its attributes; a missing value is NaN. There is no registered
 * structure for a table that was put together, so a name of our own stands for it. */
#include <math.h>
#include <string.h>

#include "write/writer.h"

#include "base/number.h"
#include "table/table.h"

struct style {
    const char *leading_headers, *leading_cells; /* columns before the dimensions; "" for none */
    const char *period, *value, *low, *high, *multiplier, *decimals, *status, *confidentiality,
        *derived, *estimated, *growth;
    const char *missing;
    const char *label; /* of the names that series have beside their expressions; NULL: none */
    struct {
        const char *dimension, *header;
    } headers[8]; /* headers of dimensions that differ from their names; ends with NULL */
};

static const struct style tidy = {
    .leading_headers = "",
    .leading_cells = "",
    .period = "period",
    .value = "value",
    .low = "low",
    .high = "high",
    .multiplier = "unit_mult",
    .decimals = "decimals",
    .status = "status",
    .confidentiality = "conf_status",
    .derived = "derived",
    .estimated = "estimated",
    .growth = "growth_pct",
    .missing = "",
    .label = "series label",
};

static const struct style sdmx = {
    .leading_headers = "STRUCTURE,STRUCTURE_ID,ACTION,",
    .leading_cells = "dataflow,SHEAF:TRADE(1.0),I,",
    .period = "TIME_PERIOD",
    .value = "OBS_VALUE",
    .low = "LOW",
    .high = "HIGH",
    .multiplier = "UNIT_MULT",
    .decimals = "DECIMALS",
    .status = "OBS_STATUS",
    .confidentiality = "CONF_STATUS",
    .derived = "DERIVED",
    .estimated = "ESTIMATED",
    .growth = "GROWTH_PCT",
    .missing = "NaN",
    .headers = { { "reporter", "REF_AREA" },
                 { "partner", "COUNTERPART_AREA" },
                 { "flow", "FLOW" },
                 { "product", "PRODUCT" },
                 { "indicator", "INDICATOR" },
                 { "unit", "UNIT_MEASURE" },
                 { "source", "SOURCE" },
                 { NULL, NULL } },
};

static const char *header_of(const struct style *style, const char *dimension)
{
    for (size_t i = 0; style->headers[i].dimension != NULL; i++)
        if (strcmp(style->headers[i].dimension, dimension) == 0)
            return style->headers[i].header;
    return dimension;
}

/* True if the dimension is that of series, and one of them has a name beside its expression. */
static bool has_labels(const sheaf_table *table, const struct style *style, size_t dimension)
{
    const char *name = sheaf_table_dimension(table, dimension);

    if (style->label == NULL || strcmp(name, "series") != 0)
        return false;
    for (size_t i = 0; i < sheaf_table_member_count(table, name); i++) {
        const char *label = sheaf_table_member_name(table, name, i);

        if (label[0] != '\0' && strcmp(label, sheaf_table_member(table, name, i)) != 0)
            return true;
    }
    return false;
}

/* The name of a row's member, or the member if it has none. */
static const char *label_of(const sheaf_table *table, size_t row, size_t dimension)
{
    uint32_t member = table_row_member(table, row, dimension);
    const char *name = table_member_name(table, dimension, member);

    return name[0] != '\0' ? name : table_member(table, dimension, member);
}

/* Whether a spreadsheet would compute the text: OWASP, CSV injection. A number is one there, too. */
static bool is_formula(const char *text)
{
    double value;
    int decimals;

    return text[0] != '\0' && strchr("=+-@\t\r", text[0]) != NULL &&
           !number_read(text, strlen(text), &value, &decimals);
}

static void write_text(const sheaf_table *table, struct buffer *into, const char *text)
{
    if (!table_is_safe(table) || !is_formula(text)) {
        writer_field(into, text);
        return;
    }
    buffer_text(into, "\"'");
    for (; *text != '\0'; text++) {
        if (*text == '"')
            buffer_byte(into, '"');
        buffer_byte(into, *text);
    }
    buffer_byte(into, '"');
}

static void write_header(const sheaf_table *table, const struct style *style,
                         const struct writer_columns *columns, struct buffer *into)
{
    buffer_text(into, style->leading_headers);
    if (style == &tidy) {
        write_text(table, into, table_x(table)[0] != '\0' ? table_x(table) : style->period);
        buffer_byte(into, ',');
    }
    for (size_t i = 0; i < sheaf_table_dimension_count(table); i++) {
        write_text(table, into, header_of(style, sheaf_table_dimension(table, i)));
        buffer_byte(into, ',');
        if (has_labels(table, style, i))
            buffer_format(into, "%s,", style->label);
    }
    if (style != &tidy)
        buffer_format(into, "%s,", style->period);
    buffer_text(into, style->value);
    if (columns->bounds)
        buffer_format(into, ",%s,%s", style->low, style->high);
    if (columns->multiplier)
        buffer_format(into, ",%s", style->multiplier);
    if (columns->decimals)
        buffer_format(into, ",%s", style->decimals);
    if (columns->status)
        buffer_format(into, ",%s", style->status);
    if (columns->confidentiality)
        buffer_format(into, ",%s", style->confidentiality);
    if (columns->derived)
        buffer_format(into, ",%s", style->derived);
    if (columns->estimated)
        buffer_format(into, ",%s", style->estimated);
    if (columns->growth)
        buffer_format(into, ",%s", style->growth);
    buffer_byte(into, '\n');
}

static void write_bounds(const sheaf_row *row, const struct style *style, struct buffer *into)
{
    const double bounds[] = { row->low, row->high };
    char number[NUMBER_GIVEN];

    for (size_t i = 0; i < 2; i++) {
        number_write(number, bounds[i]);
        buffer_format(into, ",%s", isnan(bounds[i]) ? style->missing : number);
    }
}

static void write_observation(const sheaf_row *row, const struct style *style,
                              const struct writer_columns *columns, struct buffer *into)
{
    char number[NUMBER_GIVEN];

    writer_value(number, row);
    buffer_text(into, isnan(row->value) ? style->missing : number);
    if (columns->bounds)
        write_bounds(row, style, into);
    if (columns->multiplier)
        buffer_format(into, ",%d", row->multiplier);
    if (columns->decimals)
        buffer_format(into, ",%d", row->decimals);
    if (columns->status)
        buffer_format(into, ",%c", (int)row->status);
    if (columns->confidentiality)
        buffer_format(into, ",%c", row->confidentiality);
    if (columns->derived)
        buffer_text(into, row->derived ? ",true" : ",false");
    if (columns->estimated)
        buffer_text(into, row->estimated ? ",true" : ",false");
    if (columns->growth) {
        number_write_given(number, row->stated_growth, row->stated_growth_decimals);
        buffer_format(into, ",%s", number);
    }
    buffer_byte(into, '\n');
}

static void write_period(struct buffer *into, const char *period)
{
    buffer_text(into, period);
    buffer_byte(into, ',');
}

/* The row's members, as all rows of its series have them. */
static void write_members(const sheaf_table *table, size_t row, size_t labelled,
                          struct buffer *into)
{
    for (size_t d = 0; d < sheaf_table_dimension_count(table); d++) {
        write_text(table, into, sheaf_table_row_member(table, row, d));
        buffer_byte(into, ',');
        if (d == labelled) {
            write_text(table, into, label_of(table, row, d));
            buffer_byte(into, ',');
        }
    }
}

static void write_rows(const sheaf_table *table, const struct style *style, struct buffer *into)
{
    struct writer_columns columns = writer_columns(table);
    size_t width = sheaf_table_dimension_count(table), labelled = SIZE_MAX;
    char period[SHEAF_PERIOD_TEXT];
    sheaf_row row = SHEAF_ROW_INIT;
    struct buffer members;

    buffer_init(&members, &into->alloc, into->error);
    write_header(table, style, &columns, into);
    for (size_t d = 0; d < width; d++)
        if (has_labels(table, style, d))
            labelled = d;
    for (size_t i = 0; sheaf_table_row(table, i, &row) && !into->failed; i++) {
        sheaf_period_write(row.period, period);
        buffer_text(into, style->leading_cells);
        if (style == &tidy)
            write_period(into, period);
        if (i == 0 || !table_rows_are_alike(table, i - 1, i)) {
            buffer_clear(&members);
            write_members(table, i, labelled, &members);
            into->failed |= members.failed;
        }
        buffer_put(into, members.bytes, members.length);
        if (style != &tidy)
            write_period(into, period);
        write_observation(&row, style, &columns, into);
    }
    buffer_free(&members);
}

static void write_tidy(const sheaf_table *table, struct buffer *into)
{
    write_rows(table, &tidy, into);
}

static void write_sdmx(const sheaf_table *table, struct buffer *into)
{
    write_rows(table, &sdmx, into);
}

const struct writer csv_writer = { SHEAF_CSV, "csv", write_tidy };
const struct writer sdmx_csv_writer = { SHEAF_SDMX_CSV, "sdmx-csv", write_sdmx };
