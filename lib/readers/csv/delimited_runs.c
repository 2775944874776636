/* delimited_runs.c - reads rows of days that are as the row above but for their day and their number.
 *
 * Long series are such rows: "2023-04-15,KZ,12.5". What stands around the day and the number is compared with
 * the row above, byte by byte, and so means the same. A row that differs in anything else, or that reaches to
 * the end of the window, is left to delimited_row. */
#include <string.h>

#include "base/number_form.h"
#include "readers/csv/delimited_parts.h"

enum {
    DAY = 10,             /* bytes of 2023-04-15 */
    MOST_LOOKED_AT = 1024 /* bytes of a row; longer ones are few */
};

/* What stands in rows beside what is read. */
struct piece {
    const char *text;
    size_t n;
    uint64_t word, mask; /* its first eight bytes */
};

/* What stands around the day and the number of the row above. */
struct shape {
    struct piece before, between, after; /* after ends with a line feed */
    bool is_day_first;
    size_t most;             /* bytes of such a row that are looked at */
    struct number_form form; /* of the latest number */
};

/* Days whose rows are to be added. */
struct days {
    double values[RUN_ROWS];
    int32_t days[RUN_ROWS];
    size_t n;
    int decimals; /* of all */
    size_t line;  /* of the first */
};

static bool is_bare(const struct csv_field *field)
{
    return field->text == field->raw && field->n == field->raw_n;
}

static bool are_cached(const struct delimited *s)
{
    for (size_t i = 0; i < s->n_runs; i++)
        if (s->runs[i].latest == NULL)
            return false;
    return true;
}

/* Whether rows that look like the latest mean the same: it was a plain row of one line, with a day. */
static bool may_repeat(const struct delimited *s)
{
    const struct csv *csv = &s->csv;

    return s->was_plain && s->reads_days && s->period_column < csv->count &&
           s->year_start_column == SIZE_MAX && s->layout.frequency_column == NO_COLUMN &&
           csv->lines == NULL && csv->line == csv->row_line + 1 && csv->at[-1] == '\n' &&
           csv->fields[s->period_column].n == DAY && is_bare(&csv->fields[s->period_column]) &&
           is_bare(&csv->fields[s->values[0]]) && are_cached(s);
}

/* Eight bytes and more can be read from its start on. */
static struct piece piece_of(const char *text, const char *end)
{
    static const unsigned char ones[] = { 255, 255, 255, 255, 255, 255, 255, 255 };
    struct piece piece = { .text = text, .n = (size_t)(end - text) };

    memcpy(&piece.word, text, sizeof piece.word);
    memcpy(&piece.mask, ones, piece.n < sizeof ones ? piece.n : sizeof ones);
    return piece;
}

static inline bool is_piece(const char *at, const struct piece *piece)
{
    uint64_t word;

    memcpy(&word, at, sizeof word);
    return ((word ^ piece->word) & piece->mask) == 0 &&
           (piece->n <= sizeof word || memcmp(at, piece->text, piece->n) == 0);
}

/* False: rows are no such, or the window ends. */
static bool take_shape(const struct delimited *s, struct shape *shape)
{
    if (!may_repeat(s))
        return false;
    const struct csv_field *day = &s->csv.fields[s->period_column];
    const struct csv_field *number = &s->csv.fields[s->values[0]];
    const struct csv_field *first = day < number ? day : number;
    const struct csv_field *second = day < number ? number : day;

    shape->most = (size_t)(s->csv.at - s->csv.row) + DAY + NUMBER_PREFIX + sizeof(uint64_t);
    if (shape->most > MOST_LOOKED_AT || (size_t)(s->csv.end - s->csv.at) < shape->most)
        return false;
    shape->before = piece_of(s->csv.row, first->raw);
    shape->between = piece_of(first->raw + first->raw_n, second->raw);
    shape->after = piece_of(second->raw + second->raw_n, s->csv.at);
    shape->is_day_first = day < number;
    shape->form = (struct number_form){ .ends = 1 };
    return true;
}

/* The bytes of the number that begins at text; 0: it is none, or one for delimited_row. */
static inline size_t read_number(struct shape *shape, const char *text, double *value,
                                 int *decimals)
{
    if (!number_read_alike(text, &shape->form, value))
        return number_read_prefix(text, &shape->form, value, decimals);
    *decimals = shape->form.decimals;
    return shape->form.n;
}

static inline bool read_day(struct delimited *s, const char *text, int32_t *day)
{
    unsigned tens = (unsigned)(unsigned char)text[8] - '0';
    unsigned ones = (unsigned)(unsigned char)text[9] - '0';
    unsigned number = 10 * tens + ones;
    sheaf_period period;

    /* Fast path: another day of the month before. */
    if (memcmp(text, s->month.text, sizeof s->month.text) == 0 && tens <= 9 && ones <= 9 &&
        number >= 1 && number <= (unsigned)s->month.days) {
        *day = s->month.before + (int32_t)number;
        return true;
    }
    if (!delimited_read_day(s, &(struct csv_field){ .text = text, .n = DAY }, &period))
        return false;
    *day = period.start;
    return true;
}

/* The end of a row of that shape; NULL: it is another. */
static inline const char *read_row(struct delimited *s, struct shape *shape, const char *at,
                                   int32_t *day, double *value, int *decimals)
{
    size_t n;

    if (!is_piece(at, &shape->before))
        return NULL;
    at += shape->before.n;
    if (shape->is_day_first) {
        const char *date = at;

        at += DAY;
        if (!is_piece(at, &shape->between) || !read_day(s, date, day))
            return NULL;
        at += shape->between.n;
        n = read_number(shape, at, value, decimals);
        at += n;
    } else {
        n = read_number(shape, at, value, decimals);
        at += n;
        if (!is_piece(at, &shape->between) || !read_day(s, at + shape->between.n, day))
            return NULL;
        at += shape->between.n + DAY;
    }
    return n > 0 && is_piece(at, &shape->after) ? at + shape->after.n : NULL;
}

static void put_days(struct delimited *s, struct days *days)
{
    s->plain_row.decimals = (int8_t)days->decimals;
    s->plain_row.line = (uint32_t)days->line;
    table_put_days(s->table, &s->plain_row, s->series,
                   &(struct table_days){ days->values, days->days, days->n });
    days->line += days->n;
    days->n = 0;
}

/* The position after the last of the rows that follow the shape, with days that ascend. */
static const char *read_rows(struct delimited *s, struct shape *shape, struct days *days,
                             int32_t before)
{
    const char *at = s->csv.at, *end;
    double value;
    int32_t day;
    int decimals;

    while ((size_t)(s->csv.end - at) >= shape->most &&
           (end = read_row(s, shape, at, &day, &value, &decimals)) != NULL && day > before) {
        if (days->n == RUN_ROWS || (days->n > 0 && decimals != days->decimals)) {
            put_days(s, days);
            if (delimited_failed(s))
                return at;
        }
        days->decimals = decimals;
        days->values[days->n] = value;
        days->days[days->n++] = day;
        before = day;
        at = end;
    }
    if (days->n > 0)
        put_days(s, days);
    return at;
}

size_t delimited_run(struct delimited *s)
{
    enum { LONGEST_WAIT = 64 };
    struct shape shape;
    struct days days;
    const char *at;
    size_t rows;
    sheaf_period latest;

    if (s->run.rows_to_wait > 0) {
        s->run.rows_to_wait--;
        return 0;
    }
    if (!s->was_plain || !take_shape(s, &shape))
        return 0;
    latest = table_period(s->table, s->run.period);
    days.n = 0;
    days.line = s->csv.line;
    at = read_rows(s, &shape, &days, latest.start);
    rows = days.line - s->csv.line;
    /* Where rows of several series alternate, looking for runs would cost more than it gives. */
    s->run.wait = rows > 0 ? 0 : s->run.wait < LONGEST_WAIT ? 2 * s->run.wait + 1 : s->run.wait;
    s->run.rows_to_wait = s->run.wait;
    if (rows > 0)
        csv_pass(&s->csv, at, rows);
    return rows;
}
