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

/* Goes through the rows of a selection. */
struct walk {
    const struct selection *s;
    size_t index; /* in the list of rows, if there is one */
    uint32_t row; /* NO_INDEX: there are no more */
    bool is_in_order;
};

static struct walk first_of(const struct selection *s)
{
    struct walk walk = { .s = s, .is_in_order = select_is_in_order(s), .row = NO_INDEX };

    if (walk.is_in_order)
        walk.row = table_series(s->table, s->series[0])->first;
    else if (s->count > 0)
        walk.row = s->rows[0];
    return walk;
}

/* Passes over n rows, which are neighbours in the table if they are several. */
static inline void go_on(struct walk *walk, size_t n)
{
    const struct selection *s = walk->s;

    if (walk->is_in_order)
        walk->row = table_next_row(s->table, walk->row + n - 1);
    else
        walk->row = ++walk->index < s->count ? s->rows[walk->index] : NO_INDEX;
}

/* How many rows from the next on share all but period, line and value. */
static inline size_t count_alike(const struct walk *walk)
{
    return walk->is_in_order ? table_count_alike(walk->s->table, walk->row) : 1;
}

static int largest_multiplier(const struct selection *s)
{
    struct walk walk = first_of(s);
    int largest = table_row_multiplier(s->table, walk.row);

    for (; walk.row != NO_INDEX; go_on(&walk, count_alike(&walk))) {
        int multiplier = table_row_multiplier(s->table, walk.row);
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

/* Whether a figure with these flags, a number of a valid period, is plain. */
static inline bool may_be_plain(struct row_flags flags, int multiplier)
{
    return flags.multiplier == multiplier && flags.status == SHEAF_NORMAL &&
           (flags.confidentiality == 'F' || flags.confidentiality == 0) &&
           flags.decimals <= MOST_DECIMALS && flags.decimals >= LEAST_DECIMALS;
}

/* Makes the run ready for a figure. */
static inline void open_run(sheaf_series *series, struct plain_rows *rows, sheaf_period period,
                            char confidentiality, const char *file)
{
    struct plain_run *run = &rows->run;

    if (run->n < PLAIN_ROWS && run->unit == period.unit && run->length == period.count &&
        run->file == file && run->confidentiality == confidentiality)
        return;
    put_run(series, rows);
    run->unit = period.unit;
    run->length = period.count;
    run->file = file;
    run->confidentiality = confidentiality;
}

/* How many of n rows that are alike, at most, one run takes: of one file, with lines that plain figures hold and
 * valid periods, which ascend. */
static size_t count_for_run(const sheaf_table *table, uint32_t row, size_t n)
{
    const struct row_chunk *chunk = table_chunk(table, row);
    const sheaf_period first = table_row_period(table, row);
    uint32_t line = table_chunk_line(chunk, row % ROWS_A_CHUNK);

    if (n == 1 || chunk->lines != NULL || table->file_run_count > 0 || n > MOST_PLAIN_LINE - line)
        return 1;
    const sheaf_period last = table_row_period(table, row + n - 1);
    return last.unit == first.unit && last.count == first.count && period_valid(last) ? n : 1;
}

/* Takes plain figures of the row and of those after it, of n that are alike. Returns how many. */
static size_t take_plain(sheaf_series *series, const sheaf_table *table, uint32_t row, size_t n,
                         int multiplier, struct plain_rows *rows)
{
    const struct row_chunk *chunk = table_chunk(table, row);
    const struct row_flags flags = table_row_flags(table, row);
    const double *values = chunk->values + row % ROWS_A_CHUNK;
    const sheaf_period *periods = &table->periods[table_row_period_number(table, row)];
    const uint32_t line = table_chunk_line(chunk, row % ROWS_A_CHUNK);
    const uint32_t places = (uint32_t)(flags.decimals - LEAST_DECIMALS);
    size_t taken = 0;

    if (!may_be_plain(flags, multiplier) || chunk->growths != NULL || chunk->bounds != NULL ||
        !isfinite(values[0]) || line > MOST_PLAIN_LINE || !period_valid(periods[0]))
        return 0;
    open_run(series, rows, periods[0], (char)flags.confidentiality,
             table->file_run_count == 0 ? table->name : table_row_file(table, row));
    struct plain_observation *figures = rows->figures + rows->run.n;
    const size_t room = PLAIN_ROWS - rows->run.n;
    n = n == 1 ? 1 : count_for_run(table, row, n < room ? n : room);
    for (; taken < n && isfinite(values[taken]); taken++) {
        if (periods[taken].unit != periods[0].unit || periods[taken].count != periods[0].count)
            break;
        figures[taken] =
            (struct plain_observation){ .value = values[taken],
                                        .start = periods[taken].start,
                                        .line = (line + (uint32_t)taken) & MOST_PLAIN_LINE,
                                        .places = places & 63U };
    }
    rows->run.n += taken;
    return taken;
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
    struct walk walk = first_of(s);

    while (walk.row != NO_INDEX) {
        size_t taken =
            take_plain(series, s->table, walk.row, count_alike(&walk), multiplier, &rows);

        if (taken == 0) {
            put_run(series, &rows);
            add_row(series, s->table, walk.row, multiplier);
        }
        go_on(&walk, taken > 0 ? taken : 1);
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
