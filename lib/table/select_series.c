/* select_series.c - the series of the rows that a selection has left: its unit, members and nature, and
 * the observations in one power of ten. */
#include <math.h>
#include <string.h>

#include "base/strings.h"
#include "period/period.h"
#include "series/attributes.h"
#include "series/rounding.h"
#include "series/series.h"
#include "table/select_parts.h"
#include "vocabulary/amounts.h"
#include "vocabulary/wholes.h"

/* The members of a dimension that the rows have, joined by "; " (only sources can be several).
 * "" if the table lacks the dimension. */
const char *select_common_member(struct selection *s, const char *name)
{
    size_t dimension = table_find_dimension(s->table, name);
    const char **names, *all = "";
    size_t count = dimension == SIZE_MAX ? 0 : select_members_left(s, dimension, &names);

    for (size_t i = 0; i < count && all != NULL; i++)
        all = i == 0 ? names[0] : arena_format(&s->arena, "%s; %s", all, names[i]);
    return all != NULL ? all : "";
}

/* The file's name for the member, if all rows have the same one; else "". */
static const char *common_name(struct selection *s, const char *name)
{
    size_t dimension = table_find_dimension(s->table, name);
    const char **names;

    return dimension != SIZE_MAX && select_members_left(s, dimension, &names) == 1
               ? table_member_name(s->table, dimension, select_member_of(s, 0, dimension))
               : "";
}

/* True of what people read: "road", "净重"; not of codes and flags ("A", "C00", "XDC_V", "true"). */
static bool is_in_words(const char *text)
{
    static const char *const flags[] = { "true", "false", "yes", "no", "value" };
    size_t letters = 0;

    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
        if (string_equal_ignoring_case(text, flags[i]))
            return false;
    for (const char *at = text; *at != '\0'; at++) {
        if (*at == '_')
            return false;
        letters += (*at >= 'a' && *at <= 'z') || (unsigned char)*at >= 0x80;
    }
    return letters >= 3;
}

/* What the file calls the only member left: by its name, or by what is a word itself; else "". */
static const char *only_member_in_words(struct selection *s, const char *dimension)
{
    const char *name = common_name(s, dimension);
    size_t d = table_find_dimension(s->table, dimension);
    const char **names;

    if (name == NULL || name[0] != '\0' || d == SIZE_MAX || select_members_left(s, d, &names) != 1)
        return name;
    return is_in_words(names[0]) ? names[0] : "";
}

/* "customs_procedure" as it is read. */
static const char *without_underscores(struct selection *s, const char *name)
{
    char *copy = arena_string(&s->arena, name);

    for (char *at = copy; at != NULL && (at = strchr(at, '_')) != NULL;)
        *at = ' ';
    return copy != NULL ? copy : "";
}

/* The members left of the file's own dimensions, a line each: "transport: road". A whole (all modes
 * of transport) restricts nothing and is left out. */
static const char *other_members(struct selection *s)
{
    const char *lines = "";

    for (size_t d = 0; d < s->table->dimension_count && !select_failed(s) && lines != NULL; d++) {
        const char *dimension = s->table->dimensions[d].name, *member;

        if (series_attribute_named(dimension) != NULL || strcmp(dimension, "indicator") == 0)
            continue;
        member = only_member_in_words(s, dimension);
        if (member == NULL || !is_in_words(member) ||
            member_role_of(dimension, select_common_member(s, dimension), member) == MEMBER_WHOLE)
            continue;
        lines = arena_format(&s->arena, "%s%s%s: %s", lines, lines[0] != '\0' ? "\n" : "",
                             without_underscores(s, dimension), member);
    }
    return lines != NULL ? lines : "";
}

static int largest_multiplier(const struct selection *s)
{
    int largest = table_row_multiplier(s->table, s->rows[0]);

    for (size_t i = 1; i < s->count; i++) {
        int multiplier = table_row_multiplier(s->table, s->rows[i]);
        largest = multiplier > largest ? multiplier : largest;
    }
    return largest;
}

static sheaf_observation observation_of(const struct table_row *row)
{
    struct interval open = row->has_bounds ? (struct interval){ row->low, row->high }
                                           : rounding_interval(row->value, row->decimals);

    return (sheaf_observation){ .period = row->period,
                                .value = row->value,
                                .low = open.low,
                                .high = open.high,
                                .decimals = row->decimals,
                                .status = (sheaf_observation_status)row->status,
                                .confidentiality = row->confidentiality,
                                .derived = row->derived,
                                .estimated = row->estimated,
                                .has_stated_growth = !isnan(row->growth),
                                .stated_growth = row->growth,
                                .stated_growth_decimals = row->growth_decimals,
                                .line = row->line };
}

enum { PLAIN_ROWS = 512 };

/* Plain figures of rows that follow each other, which the series takes together. */
struct plain_rows {
    struct plain_run run;
    struct plain_observation figures[PLAIN_ROWS];
};

static void put_run(sheaf_series *series, struct plain_rows *rows)
{
    rows->run.figures = rows->figures;
    series_add_plain(series, &rows->run);
    rows->run.n = 0;
}

/* Whether a row, of a chunk without bounds and growths, has a plain figure. */
static bool is_plain(const struct row_chunk *chunk, size_t at, sheaf_period period, int multiplier)
{
    const struct row_flags *flags = &chunk->flags[at];

    return flags->multiplier == multiplier && flags->status == SHEAF_NORMAL &&
           (flags->confidentiality == 'F' || flags->confidentiality == 0) &&
           flags->decimals <= MOST_DECIMALS && flags->decimals >= LEAST_DECIMALS &&
           isfinite(chunk->values[at]) && table_chunk_line(chunk, at) <= MOST_PLAIN_LINE &&
           period_valid(period);
}

/* False: the row's figure is not plain. */
static bool take_plain(sheaf_series *series, const sheaf_table *table, uint32_t number,
                       int multiplier, struct plain_rows *rows)
{
    const struct row_chunk *chunk = table_chunk(table, number);
    size_t at = number % ROWS_A_CHUNK;
    sheaf_period period = table->periods[chunk->periods[at]];
    struct plain_run *run = &rows->run;

    if (chunk->growths != NULL || chunk->bounds != NULL || !is_plain(chunk, at, period, multiplier))
        return false;
    const char *file = table->file_run_count == 0 ? table->name : table_row_file(table, number);
    char confidentiality = (char)chunk->flags[at].confidentiality;
    if (run->n == PLAIN_ROWS || run->unit != period.unit || run->length != period.count ||
        run->file != file || run->confidentiality != confidentiality) {
        put_run(series, rows);
        run->unit = period.unit;
        run->length = period.count;
        run->file = file;
        run->confidentiality = confidentiality;
    }
    rows->figures[run->n++] = (struct plain_observation){
        .value = chunk->values[at],
        .start = period.start,
        .line = table_chunk_line(chunk, at) & MOST_PLAIN_LINE,
        .places = (uint32_t)(chunk->flags[at].decimals - LEAST_DECIMALS) & 63U
    };
    return true;
}

static void add_row(sheaf_series *series, const sheaf_table *table, uint32_t number, int multiplier)
{
    const struct table_row row = table_row_at(table, number);
    sheaf_observation observation = observation_of(&row);

    observation.file = table_row_file(table, number);
    observation = observation_in_larger_unit(&observation, multiplier - row.multiplier);
    sheaf_series_add_observation(series, &observation);
}

static void add_rows(sheaf_series *series, const struct selection *s, int multiplier)
{
    struct plain_rows rows = { .run = { .n = 0 } };

    for (size_t i = 0; i < s->count; i++)
        if (!take_plain(series, s->table, s->rows[i], multiplier, &rows)) {
            put_run(series, &rows);
            add_row(series, s->table, s->rows[i], multiplier);
        }
    put_run(series, &rows);
}

/* Of a price, an index or a share, by the indicator and what the file calls it. */
static enum series_nature nature_of(struct selection *s)
{
    return measure_can_be_added(select_common_member(s, "indicator")) &&
                   measure_can_be_added(common_name(s, "indicator"))
               ? SERIES_AMOUNT
               : SERIES_RATE;
}

/* What is measured: the indicator, else the column of a wide file that the series is of but not called
 * by ("population" of Germany), else the title of a file in which no column says it. */
static const char *measure_of(struct selection *s, const char *name)
{
    const char *indicator = only_member_in_words(s, "indicator");
    const char *column = select_common_member(s, "series");

    if (indicator == NULL || indicator[0] != '\0' || select_common_member(s, "flow")[0] != '\0')
        return indicator;
    if (column[0] == '\0')
        return sheaf_table_title(s->table);
    return strcmp(column, name) != 0 ? without_underscores(s, column) : "";
}

sheaf_series *select_make_series(struct selection *s, const char *name, const char *label)
{
    int multiplier = largest_multiplier(s);
    sheaf_series *series =
        sheaf_series_create(&s->arena.alloc, name, select_common_member(s, "unit"), multiplier);

    sheaf_series_set_label(series, label);
    sheaf_series_set_reporter(series, select_common_member(s, "reporter"));
    sheaf_series_set_partner(series, select_common_member(s, "partner"));
    sheaf_series_set_flow(series, select_common_member(s, "flow"));
    sheaf_series_set_product(series, select_common_member(s, "product"));
    series_set_measure(series, measure_of(s, name));
    series_set_other_members(series, other_members(s));
    series_set_product_name(series, common_name(s, "product"));
    sheaf_series_set_source(series, select_common_member(s, "source"));
    series_set_nature(series, nature_of(s));
    sheaf_series_set_x(series, without_underscores(s, table_x(s->table)));
    add_rows(series, s, multiplier);
    series_take_error(series, &s->error); /* common_member may have run out of memory */
    return series;
}
