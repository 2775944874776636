/* delimited_members.c - reads the members of a row. Each text is looked up once; the texts of
 * adjacent columns are looked up together. */
#include <string.h>

#include "readers/csv/delimited_parts.h"

static bool look_up(struct delimited *s, struct members *members, const struct csv_field *field)
{
    uint32_t member;
    int power;

    if (!members_find(members, &s->layout.lookup, &s->csv, field, &member, &power))
        return false;
    s->layout.members[members->dimension] = member;
    s->unit_power = power != 0 ? power : s->unit_power;
    return true;
}

static bool is_number(const struct csv_field *field)
{
    size_t digits = 0;

    while (digits < field->n && field->text[digits] >= '0' && field->text[digits] <= '9')
        digits++;
    return digits == field->n;
}

/* Names the member that was just looked up after the longest text of the columns with the same
 * meaning. Some of these hold codes, too: numbers are no names. */
static void note_name(struct delimited *s, const struct layout_column *column)
{
    size_t dimension = column->members.dimension;
    uint32_t member = s->layout.members[dimension];
    struct csv_field name = { .n = 0 };

    if (table_member_name(s->table, dimension, member)[0] != '\0')
        return;
    for (int at = column->fallback; at != NO_COLUMN; at = s->layout.columns[at].fallback) {
        struct csv_field text = field_trimmed(&s->csv.fields[at]);

        if (text.n > name.n && !is_number(&text))
            name = text;
    }
    table_name_member(s->table, dimension, member, name.text, name.n);
}

/* An empty cell is replaced by the cell of a column with the same meaning (fallback). */
void delimited_member(struct delimited *s, size_t at)
{
    struct layout_column *column = &s->layout.columns[at];
    const struct csv_field *field = &s->csv.fields[at];

    while (field->n == 0 && column->fallback != NO_COLUMN) {
        field = &s->csv.fields[column->fallback];
        column = &s->layout.columns[column->fallback];
    }
    if (look_up(s, &column->members, field) && column->fallback != NO_COLUMN)
        note_name(s, column);
}

void delimited_members_in_texts(struct delimited *s)
{
    for (size_t i = 0; i < s->layout.n_texts && !delimited_failed(s); i++)
        look_up(s, &s->layout.texts[i].members, &s->csv.fields[s->layout.texts[i].column]);
}

/* Several members at once ----------------------------------------------------------------- */

/* The meaning of a text that names several members. */
struct meaning {
    int power;       /* power of ten of its unit */
    uint32_t series; /* cached id of the row's series; NO_SERIES: none */
    uint32_t others; /* count of changes of the other runs for which series is valid */
    uint32_t members[];
};

enum { NO_SERIES = UINT32_MAX };

static struct meaning *meaning_of(uint64_t found)
{
    return (struct meaning *)(uintptr_t)found;
}

/* Adds a meaning of n members, which the caller sets, to the cache. NULL: failed. */
static struct meaning *remember(struct delimited *s, struct string_cache *cache, const char *text,
                                size_t length, size_t n)
{
    struct meaning *meaning =
        arena_take(&s->arena, 1, sizeof *meaning + n * sizeof meaning->members[0]);

    if (meaning == NULL ||
        !string_cache_add(cache, &s->arena, text, length, (uint64_t)(uintptr_t)meaning))
        return NULL;
    meaning->power = s->unit_power;
    meaning->series = NO_SERIES;
    return meaning;
}

static void take_power(struct delimited *s, int power)
{
    s->unit_power = power != 0 ? power : s->unit_power;
}

/* Runs ------------------------------------------------------------------------------------ */

static bool is_of_run(const struct layout_column *column)
{
    return column->role == COLUMN_DIMENSION && column->fallback == NO_COLUMN;
}

void delimited_list_runs(struct delimited *s)
{
    const struct layout *layout = &s->layout;

    uint32_t *dimensions = arena_array(&s->arena, uint32_t, layout->count);

    s->runs = arena_array(&s->arena, struct column_run, layout->count);
    for (size_t i = 0; i < layout->count && !delimited_failed(s); i++) {
        if (!is_of_run(&layout->columns[i]))
            continue;
        dimensions[i] = (uint32_t)layout->columns[i].members.dimension;
        if (i == 0 || !is_of_run(&layout->columns[i - 1]))
            s->runs[s->n_runs++] = (struct column_run){ .first = i, .dimensions = dimensions + i };
        s->runs[s->n_runs - 1].count++;
    }
}

void delimited_free_runs(struct delimited *s)
{
    for (size_t i = 0; i < s->n_runs; i++)
        string_cache_free(&s->runs[i].cache, &s->arena.alloc);
}

/* Texts of several columns are cached only while they repeat. If most rows have a new text, the
 * cache would need more memory than the table. */
static bool is_worth_caching(const struct delimited *s, const struct column_run *run)
{
    enum { ALWAYS = 16384, ROWS_A_TEXT = 4 };

    return run->cache.count < ALWAYS + s->rows / ROWS_A_TEXT;
}

static void note_change(struct delimited *s, struct column_run *run, struct meaning *meaning)
{
    run->latest = meaning;
    run->changes++;
    s->changes++;
    s->changed = run;
    s->is_series_known = false;
}

/* Looks up a text that is not in the cache, column by column. */
static bool read_run(struct delimited *s, struct column_run *run, const char *text, size_t n)
{
    int power = s->unit_power;
    struct meaning *meaning;

    s->unit_power = 0;
    note_change(s, run, NULL);
    for (size_t i = run->first; i < run->first + run->count; i++)
        if (!look_up(s, &s->layout.columns[i].members, &s->csv.fields[i]))
            return false;
    if (is_worth_caching(s, run)) {
        meaning = remember(s, &run->cache, text, n, run->count);
        for (size_t i = 0; i < run->count && meaning != NULL; i++)
            meaning->members[i] = s->layout.members[run->dimensions[i]];
        run->latest = meaning;
    }
    s->unit_power = s->unit_power != 0 ? s->unit_power : power;
    return !delimited_failed(s);
}

static void put_members(struct delimited *s, const struct column_run *run)
{
    for (size_t i = 0; i < run->count && run->latest != NULL; i++)
        s->layout.members[run->dimensions[i]] = run->latest->members[i];
}

static void take_run(struct delimited *s, struct column_run *run, struct meaning *meaning)
{
    if (meaning != run->latest)
        note_change(s, run, meaning);
    if (!s->only_runs)
        put_members(s, run);
    take_power(s, meaning->power);
}

void delimited_dimensions(struct delimited *s)
{
    for (struct column_run *run = s->runs, *end = run + s->n_runs; run < end; run++) {
        const struct csv_field *first = &s->csv.fields[run->first];
        const struct csv_field *last = first + run->count - 1;
        size_t n = (size_t)(last->raw + last->raw_n - first->raw);
        uint64_t found;

        if (string_cache_find(&run->cache, first->raw, n, &found))
            take_run(s, run, meaning_of(found));
        else if (!read_run(s, run, first->raw, n))
            return;
    }
}

/* Fast path: if the series key consists only of cached column groups and no other group changed,
 * reuse the series id cached with this text. */
uint32_t delimited_series(struct delimited *s)
{
    struct meaning *meaning = s->only_runs && s->changed != NULL ? s->changed->latest : NULL;
    uint32_t others = s->changes - (s->changed != NULL ? s->changed->changes : 0), series;

    if (meaning != NULL && meaning->series != NO_SERIES && meaning->others == others)
        return meaning->series;
    for (size_t i = 0; i < s->n_runs && s->only_runs; i++)
        put_members(s, &s->runs[i]);
    series = table_intern_series(s->table, s->layout.members);
    if (meaning != NULL) {
        meaning->series = series;
        meaning->others = others;
    }
    return series;
}

const char *delimited_unit(struct delimited *s)
{
    size_t unit = s->layout.unit_dimension;

    for (size_t i = 0; i < s->n_runs && s->only_runs; i++)
        put_members(s, &s->runs[i]);
    return unit != SIZE_MAX ? table_member(s->table, unit, s->layout.members[unit]) : "";
}

/* Several members in one column ----------------------------------------------------------- */

/* Looks up each part of "M,EUR,KZ". */
static bool read_compound(struct delimited *s, const struct csv_field *field,
                          struct layout_column *column)
{
    const char *at = field->text, *end = field->text + field->n;
    int power = s->unit_power;
    struct meaning *meaning;

    s->unit_power = 0;
    for (size_t p = 0; p < column->n_parts; p++) {
        const char *comma = memchr(at, ',', (size_t)(end - at));
        struct csv_field part = *field;

        if ((comma == NULL) != (p + 1 == column->n_parts)) {
            csv_fail(&s->csv, field, "'%.*s' has not the %zu parts that the header has",
                     delimited_quoted(field), field->text, column->n_parts);
            return false;
        }
        part.text = at;
        part.n = (size_t)((comma != NULL ? comma : end) - at);
        if (!look_up(s, &column->parts[p], &part))
            return false;
        at = comma != NULL ? comma + 1 : end;
    }
    meaning = remember(s, &s->compounds, field->text, field->n, column->n_parts);
    for (size_t p = 0; p < column->n_parts && meaning != NULL; p++)
        meaning->members[p] = s->layout.members[column->parts[p].dimension];
    s->unit_power = s->unit_power != 0 ? s->unit_power : power;
    return meaning != NULL;
}

/* Looks all parts up as one text first. */
void delimited_compound(struct delimited *s, const struct csv_field *field,
                        struct layout_column *column)
{
    uint64_t found;
    const struct meaning *meaning;

    if (!string_cache_find(&s->compounds, field->text, field->n, &found)) {
        read_compound(s, field, column);
        return;
    }
    meaning = meaning_of(found);
    for (size_t p = 0; p < column->n_parts; p++)
        s->layout.members[column->parts[p].dimension] = meaning->members[p];
    take_power(s, meaning->power);
}
