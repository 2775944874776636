/* write_text.c - a table as text for people: aligned columns, explained statuses, counted sources.
 *
 *     trade.csv: tidy, 3 observations, 2023 to 2024-T1
 *     reporter KAZ · partner CHN · unit USD billion
 *
 *     period    flow      value
 *     2023      turnover   31.5
 *     2024-T1   turnover    9    [p]
 *
 *     [p] provisional: 1
 *     source kazinform: 3
 *
 * Members that all rows share are written once, above the rows. The first few formulas of
 * derived figures follow. */
#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "table/table.h"
#include "vocabulary/member_kinds.h"
#include "write/text_terminal.h"
#include "write/text_value.h"
#include "write/writer.h"

struct text {
    const sheaf_table *table;
    struct buffer *into;
    struct arena *arena;
    bool *varies;         /* [dimension]: it is a column */
    const char ***shown;  /* [dimension][member]: the text in the column */
    size_t *widths;       /* [dimension]: of the column */
    size_t period, value; /* widths of these columns */
    size_t before, after; /* widths of values before and after the decimal point */
    int multiplier;       /* of all rows, if one_multiplier */
    bool one_multiplier, flagged, several_files;
    sheaf_period first, last;
    size_t statuses[128], not_computed;
    size_t confidential, computed, estimated;
};

/* "72 Iron and steel" if the file names its codes; only the code of countries and flows, which are
 * well known; only the name of series, which have expressions for codes. */
static const char *shown_member(struct text *t, size_t dimension, size_t index)
{
    const char *called = sheaf_table_dimension(t->table, dimension);
    const char *member = sheaf_table_member(t->table, called, index);
    const char *name = sheaf_table_member_name(t->table, called, index);

    if (name[0] == '\0' || member_has_localized_name(called, member))
        return member;
    name = terminal_shorten(t->arena, name);
    if (strcmp(called, "series") == 0)
        return name;
    return name != NULL ? arena_format(t->arena, "%s %s", member, name) : NULL;
}

static size_t larger(size_t a, size_t b)
{
    return a > b ? a : b;
}

/* Gathers what the columns need ---------------------------------------------------- */

static void measure_row(struct text *t, size_t index, const sheaf_row *row)
{
    char number[NUMBER_GIVEN], period[SHEAF_PERIOD_TEXT], flags[ROW_FLAGS];
    size_t bytes = row_value(t->table, index, row, number);
    size_t n = value_columns(number, bytes), point = value_point(number);

    t->before = larger(t->before, point);
    t->after = larger(t->after, n - point);
    t->period = larger(t->period, sheaf_period_write(row->period, period));
    t->one_multiplier &= row->multiplier == t->multiplier;
    if (t->first.unit == SHEAF_NO_PERIOD || sheaf_period_compare(row->period, t->first) < 0)
        t->first = row->period;
    if (t->last.unit == SHEAF_NO_PERIOD || sheaf_period_compare(t->last, row->period) < 0)
        t->last = row->period;
    if (row_is_not_computed(row))
        t->not_computed++;
    else
        t->statuses[(unsigned char)row->status & 127] += row_shows_status(t->table, row);
    t->confidential += row->confidentiality != 'F';
    t->estimated += row_is_derived(row) && row->estimated;
    t->computed += row_is_derived(row) && !row->estimated;
    row_flags(t->table, row, flags);
    t->flagged |= flags[0] != '\0';
}

/* Counts members in rows: readers may have added members that no row has. */
static bool varies(const sheaf_table *table, size_t dimension)
{
    for (size_t i = 1; i < sheaf_table_row_count(table); i++)
        if (table_row_member(table, i, dimension) != table_row_member(table, 0, dimension))
            return true;
    return false;
}

static void measure_dimension(struct text *t, size_t dimension)
{
    const char *name = sheaf_table_dimension(t->table, dimension);
    size_t count = sheaf_table_member_count(t->table, name);
    const char **shown = arena_array(t->arena, const char *, count);

    t->varies[dimension] = count > 1 && varies(t->table, dimension);
    t->widths[dimension] = terminal_width(name);
    t->shown[dimension] = shown;
    for (size_t m = 0; shown != NULL && m < count; m++) {
        shown[m] = shown_member(t, dimension, m);
        if (shown[m] == NULL)
            shown[m] = ""; /* memory ran out; the arena's error says so */
        t->widths[dimension] = larger(t->widths[dimension], terminal_width(shown[m]));
    }
}

static const char *header_of_periods(const sheaf_table *table)
{
    return table_x(table)[0] != '\0' ? table_x(table) : "period";
}

static void measure(struct text *t)
{
    sheaf_row row = SHEAF_ROW_INIT;
    const char *file;

    t->period = terminal_width(header_of_periods(t->table));
    t->one_multiplier = true;
    if (sheaf_table_row(t->table, 0, &row))
        t->multiplier = row.multiplier;
    file = sheaf_table_row(t->table, 0, &row) ? row.file : "";
    for (size_t i = 0; sheaf_table_row(t->table, i, &row); i++) {
        measure_row(t, i, &row);
        t->several_files |= row.file != file;
    }
    t->value = larger(t->before + t->after, strlen("value"));
    for (size_t d = 0; d < sheaf_table_dimension_count(t->table); d++)
        measure_dimension(t, d);
}

/* Writes them -------------------------------------------------------------------------- */

static void put_summary(struct text *t)
{
    char first[SHEAF_PERIOD_TEXT], last[SHEAF_PERIOD_TEXT];
    sheaf_row row = SHEAF_ROW_INIT;
    size_t n = sheaf_table_row_count(t->table);

    sheaf_period_write(t->first, first);
    sheaf_period_write(t->last, last);
    terminal_put(t->into, sheaf_table_row(t->table, 0, &row) ? row.file : "");
    if (t->several_files)
        buffer_text(t->into, " and more");
    buffer_format(t->into, ": %s, %zu observation%s, %s%s%s\n", sheaf_table_format(t->table), n,
                  n == 1 ? "" : "s", first, strcmp(first, last) != 0 ? " to " : "",
                  strcmp(first, last) != 0 ? last : "");
    if (sheaf_table_title(t->table)[0] != '\0') {
        terminal_put(t->into, sheaf_table_title(t->table));
        buffer_text(t->into, "\n");
    }
}

/* "USD billion", "USD billion at 2019 prices" */
static void put_unit(struct buffer *into, const char *unit, const char *multiplier)
{
    const char *prices = strstr(unit, " at ");
    char currency[4];

    if (prices == NULL || prices - unit != 3) {
        terminal_put(into, unit);
        buffer_format(into, " %s", multiplier);
        return;
    }
    snprintf(currency, sizeof currency, "%.3s", unit);
    terminal_put(into, currency);
    buffer_format(into, " %s", multiplier);
    terminal_put(into, prices);
}

/* "reporter KAZ · unit USD billion": what all rows share; no line if they share nothing. */
static void put_constants(struct text *t)
{
    const char *word = t->one_multiplier ? multiplier_word(t->multiplier) : NULL;
    const char *between = "";
    size_t before = t->into->length;

    for (size_t d = 0; d < sheaf_table_dimension_count(t->table); d++) {
        const char *name = sheaf_table_dimension(t->table, d);
        const char *member = "";

        if (t->shown[d] != NULL && sheaf_table_row_count(t->table) > 0)
            member = t->shown[d][table_row_member(t->table, 0, d)];
        if (t->varies[d] || member[0] == '\0')
            continue;
        buffer_text(t->into, between);
        terminal_put(t->into, name);
        buffer_byte(t->into, ' ');
        if (strcmp(name, "unit") == 0 && word != NULL) {
            put_unit(t->into, member, word);
            word = NULL;
        } else {
            terminal_put(t->into, member);
        }
        between = " \u00B7 ";
    }
    if (word != NULL)
        buffer_format(t->into, "%sin %s", between, word);
    else if (t->one_multiplier && t->multiplier != 0 && multiplier_word(t->multiplier) == NULL)
        buffer_format(t->into, "%sin 10^%d", between, t->multiplier);
    buffer_text(t->into, t->into->length > before ? "\n\n" : "\n");
}

static void put_headers(struct text *t)
{
    terminal_cell(t->into, header_of_periods(t->table), t->period);
    for (size_t d = 0; d < sheaf_table_dimension_count(t->table); d++)
        if (t->varies[d])
            terminal_cell(t->into, sheaf_table_dimension(t->table, d), t->widths[d]);
    terminal_spaces(t->into, t->value - strlen("value"));
    buffer_text(t->into, "value");
    if (!t->one_multiplier)
        buffer_text(t->into, "  unit_mult");
    buffer_byte(t->into, '\n');
}

/* Aligns values at the decimal point; those without one end before it. */
static void put_value(struct text *t, size_t index, const sheaf_row *row)
{
    char number[NUMBER_GIVEN], flags[ROW_FLAGS];
    size_t bytes = row_value(t->table, index, row, number);
    size_t n = value_columns(number, bytes), point = value_point(number);
    size_t lead = t->value - t->before - t->after;

    row_flags(t->table, row, flags);
    terminal_spaces(t->into, lead + t->before - point);
    buffer_text(t->into, number);
    if (flags[0] != '\0' || !t->one_multiplier)
        terminal_spaces(t->into, t->after - (n - point));
    if (!t->one_multiplier)
        buffer_format(t->into, "  %9d", row->multiplier);
    if (flags[0] != '\0')
        buffer_format(t->into, "  %s", flags);
    buffer_byte(t->into, '\n');
}

static void put_rows(struct text *t)
{
    char period[SHEAF_PERIOD_TEXT];
    sheaf_row row = SHEAF_ROW_INIT;

    for (size_t i = 0; sheaf_table_row(t->table, i, &row) && !t->into->failed; i++) {
        sheaf_period_write(row.period, period);
        terminal_cell(t->into, period, t->period);
        for (size_t d = 0; d < sheaf_table_dimension_count(t->table); d++)
            if (t->varies[d] && t->shown[d] != NULL)
                terminal_cell(t->into, t->shown[d][table_row_member(t->table, i, d)], t->widths[d]);
        put_value(t, i, &row);
    }
}

/* The first few sentences on how derived figures were computed. */
static void put_derivations(struct text *t)
{
    size_t n = table_derivation_count(t->table);

    for (size_t i = 0; i < n && i < DERIVATIONS_KEPT; i++) {
        buffer_text(t->into, "    ");
        terminal_put(t->into, table_derivation(t->table, i));
        buffer_byte(t->into, '\n');
    }
    if (n > DERIVATIONS_KEPT)
        buffer_format(t->into, "    \u2026 and %zu more\n", n - DERIVATIONS_KEPT);
}

static void put_statuses(struct text *t)
{
    if (t->flagged || t->computed > 0 || t->estimated > 0)
        buffer_byte(t->into, '\n');
    sheaf_flags wanted = table_flags(t->table);

    if (t->estimated > 0)
        buffer_format(t->into, "%sown estimate: %zu\n", wanted == SHEAF_FLAGS_NONE ? "" : "[est] ",
                      t->estimated);
    if (t->computed > 0)
        buffer_format(t->into, "%scomputed: %zu\n", wanted == SHEAF_FLAGS_ALL ? "[d] " : "",
                      t->computed);
    put_derivations(t);
    for (char letter = 'B', last = 'Z'; letter <= last; letter++) {
        char flag[STATUS_FLAG];

        status_flag(letter, flag);
        if (t->statuses[(unsigned char)letter] > 0)
            buffer_format(t->into, "[%s] %s: %zu\n", flag, status_word(letter),
                          t->statuses[(unsigned char)letter]);
    }
    if (t->not_computed > 0)
        buffer_format(t->into, "[nc] not computed, because it needs figures above zero: %zu\n",
                      t->not_computed);
    if (t->confidential > 0)
        buffer_format(t->into, "[c] confidential: %zu\n", t->confidential);
}

/* How many observations each source gave. */
static void put_sources(struct text *t)
{
    size_t dimension = table_find_dimension(t->table, "source");
    size_t count = sheaf_table_member_count(t->table, "source");
    size_t *rows;

    if (count == 0)
        return;
    rows = arena_array(t->arena, size_t, count);
    for (size_t i = 0; i < sheaf_table_row_count(t->table) && rows != NULL; i++)
        rows[table_row_member(t->table, i, dimension)]++;
    buffer_byte(t->into, '\n');
    for (size_t m = 0; m < count && rows != NULL; m++) {
        const char *source = sheaf_table_member(t->table, "source", m);

        buffer_text(t->into, "source ");
        terminal_put(t->into, source[0] != '\0' ? source : "not named");
        buffer_format(t->into, ": %zu\n", rows[m]);
    }
}

/* Of rows, one name each; NULL: it is whole. */
static const char *name_cut(struct text *t, size_t dimension, size_t member)
{
    const char *called = sheaf_table_dimension(t->table, dimension);
    const char *name = sheaf_table_member_name(t->table, called, member);

    if (member_has_localized_name(called, sheaf_table_member(t->table, called, member)) ||
        terminal_shorten(t->arena, name) == name)
        return NULL;
    return name;
}

/* Names that are cut in the rows, in full; of very many, where they are whole. */
static void put_names(struct text *t)
{
    enum { MOST_NAMES = 20 };
    size_t cut = 0;

    for (int writes = 0; writes < 2; writes++)
        for (size_t d = 0; d < sheaf_table_dimension_count(t->table); d++) {
            const char *called = sheaf_table_dimension(t->table, d);
            for (size_t m = 0; m < sheaf_table_member_count(t->table, called); m++) {
                const char *name = name_cut(t, d, m);
                cut += writes == 0 && name != NULL;
                if (writes == 0 || name == NULL || cut > MOST_NAMES)
                    continue;
                buffer_text(t->into, "name ");
                terminal_put(t->into, sheaf_table_member(t->table, called, m));
                buffer_text(t->into, ": ");
                terminal_put(t->into, name);
                buffer_byte(t->into, '\n');
            }
            if (writes == 0 && d + 1 == sheaf_table_dimension_count(t->table) && cut > 0)
                buffer_byte(t->into, '\n');
        }
    if (cut > MOST_NAMES)
        buffer_format(t->into, "%zu names are cut here; CSV and JSON have them whole\n", cut);
}

static void write_text(const sheaf_table *table, struct buffer *into)
{
    struct arena arena;
    struct text t = { .table = table, .into = into, .arena = &arena };
    size_t count = sheaf_table_dimension_count(table);

    arena_init(&arena, &into->alloc, into->error);
    t.varies = arena_array(&arena, bool, count);
    t.widths = arena_array(&arena, size_t, count);
    t.shown = arena_array(&arena, const char **, count);
    if (t.varies != NULL && t.widths != NULL && t.shown != NULL) {
        measure(&t);
        put_summary(&t);
        put_constants(&t);
        put_headers(&t);
        put_rows(&t);
        put_statuses(&t);
        put_sources(&t);
        put_names(&t);
    }
    arena_free(&arena);
}

const struct writer text_writer = { SHEAF_TEXT, "table", write_text };
