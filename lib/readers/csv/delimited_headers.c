/* delimited_headers.c - finds the row of headers, the format and the separator in the first rows. */
#include "base/number.h"
#include "base/strings.h"
#include "readers/cell.h"
#include "readers/csv/delimited_parts.h"
#include "readers/csv/header_lines.h"
#include "readers/csv/period_evidence.h"
#include "readers/csv/series_lines.h"
#include "readers/csv/stacked_headers.h"
#include "readers/csv/worded_period.h"
#include "readers/period_question.h"

enum { MAX_PREAMBLE_ROWS = 60 };

static bool is_period_header(const struct csv_field *field)
{
    const struct format_column *columns = tidy_format.columns;
    struct csv_field text = field_trimmed(field);
    enum header_role role;

    for (size_t i = 0; columns[i].header != NULL; i++)
        if (columns[i].role == COLUMN_PERIOD &&
            string_is_ignoring_case(text.text, text.n, columns[i].header))
            return true;
    if (text.n == 0 || !utf8_valid(text.text, text.n, NULL))
        return false;
    role = header_find(text.text, text.n).role;
    return role == HEADER_PERIOD || role == HEADER_YEAR || role == HEADER_MONTH ||
           role == HEADER_QUARTER || role == HEADER_WEEK;
}

/* Financial years are periods here, though it may have to be asked which. */
static bool field_is_period(const struct csv_field *field, const struct period_usage *usage)
{
    struct csv_field text = field_trimmed(field);
    struct flagged_period found;

    return period_is_financial(text.text, text.n) ||
           flagged_period_read(text.text, text.n, usage, &found);
}

static bool field_has_period(const struct csv_field *field, const struct period_usage *usage)
{
    struct worded_period worded;

    return worded_period_read(field->text, field->n, usage, &worded) && worded.is_understood;
}

/* True for a period, and for what may be several ones: 01/02/2023. */
static bool field_may_be_period(const struct csv_field *field)
{
    static const struct period_usage nothing = { .frequency = '\0' };

    return field_is_period(field, &nothing) || period_question(field->text, field->n) != NULL;
}

/* How the headers of a row write their periods: Jan-23 is a month beside Feb-23. */
static struct period_usage usage_of_row(const struct sample_row *row)
{
    struct period_usage usage = { .frequency = '\0' };
    struct period_evidence evidence = { .month = 0 };

    for (size_t i = 0; i < row->count; i++) {
        struct csv_field field = field_trimmed(&row->fields[i]);

        period_evidence_add(&evidence, &field);
    }
    period_evidence_settle(&evidence, &usage);
    return usage;
}

/* True for a row with a number that is no period: a row of figures, some of which look like months
 * (389012 like December 3890), beside 4102345, which does not. */
static bool has_figures(const struct sample_row *row, const struct period_usage *usage)
{
    for (size_t i = 0; i < row->count; i++) {
        struct csv_field field = field_trimmed(&row->fields[i]);

        if (field.n > 0 && !field_is_period(&field, usage) &&
            cell_read(field.text, field.n, '\0').kind == CELL_NUMBER)
            return true;
    }
    return false;
}

/* A number that stands for a period in a header: 2023, 202304. A month of the year 3890 is a
 * figure. */
static bool field_is_far_off(const struct csv_field *field)
{
    enum { FIRST_YEAR = 1500, LAST_YEAR = 2300 };
    struct csv_field text = field_trimmed(field);
    int64_t number;

    if (!number_read_integer(text.text, text.n, 0, INT64_MAX, &number))
        return false;
    while (number > 9999)
        number /= 10;
    return number < FIRST_YEAR || number > LAST_YEAR;
}

/* True when an earlier row of the same width has a word in every cell: that row is the headers. */
static bool has_words_above(const struct sample *sample, size_t row)
{
    for (size_t i = 0; i < row; i++) {
        bool is_words = sample->rows[i].count == sample->rows[row].count;

        for (size_t k = 0; k < sample->rows[i].count && is_words; k++) {
            const struct csv_field *field = &sample->rows[i].fields[k];

            is_words = field->n > 0 && cell_read(field->text, field->n, '\0').kind == CELL_WRONG;
        }
        if (is_words)
            return true;
    }
    return false;
}

/* True for a row with a header for periods above a period, or with several headers that are
 * periods. */
static bool is_generic_headers(const struct sample *sample, size_t row)
{
    const struct sample_row *headers = &sample->rows[row];
    struct period_usage usage = usage_of_row(headers);
    size_t periods = 0, words = 0;

    for (size_t i = 0; i < headers->count; i++) {
        bool is_period = (field_is_period(&headers->fields[i], &usage) &&
                          !field_is_far_off(&headers->fields[i])) ||
                         field_has_period(&headers->fields[i], &usage);

        periods += is_period;
        words += !is_period && headers->fields[i].n > 0;
        if (!is_period && row + 1 < sample->count && is_period_header(&headers->fields[i])) {
            struct csv_field below = sample_cell(sample, row + 1, i);

            if (field_may_be_period(&below))
                return true;
        }
    }
    return periods >= 2 && words >= 1 && !has_figures(headers, &usage) &&
           !has_words_above(sample, row);
}

static bool has_named_columns(const sheaf_read_options *options, const struct sample_row *headers)
{
    size_t found = 0, wanted = 0;

    for (size_t i = 0; i < options->n_columns; i++) {
        wanted++;
        found += options->columns[i].header != NULL &&
                 headers_have(headers->fields, headers->count, options->columns[i].header);
    }
    if (options->period != NULL) {
        wanted++;
        found += headers_have(headers->fields, headers->count, options->period);
    }
    return wanted > 0 && found == wanted;
}

/* True when the row is the headers. Sets the format if the row shows it. */
static bool is_headers(struct delimited *s, size_t row)
{
    const struct sample_row *headers = &s->sample.rows[row];
    const struct delimited_format *format = s->layout.format;

    if (format != NULL && format->recognises != NULL)
        return format->recognises(headers->fields, headers->count);
    if (format == NULL) {
        format = format_of_headers(headers->fields, headers->count);
        if (format != NULL) {
            s->layout.format = format;
            return true;
        }
    }
    return has_named_columns(s->layout.options, headers) || is_generic_headers(&s->sample, row);
}

/* Headers in two lines, or lines that describe the columns; the last of them counts as the headers. */
static bool has_several_lines(struct delimited *s, size_t row)
{
    s->has_two_lines = header_lines_are_two(&s->sample, row);
    s->series_lines = s->has_two_lines ? 0 : series_lines_count(&s->sample, row);
    s->stacked_lines =
        s->has_two_lines || s->series_lines > 0 ? 0 : stacked_headers_count(&s->sample, row);
    if (s->has_two_lines)
        s->header = row + 1;
    else if (s->series_lines + s->stacked_lines > 0)
        s->header = row + s->series_lines + s->stacked_lines - 1;
    return s->has_two_lines || s->series_lines + s->stacked_lines > 0;
}

static bool find_headers(struct delimited *s)
{
    size_t rows = s->sample.count < MAX_PREAMBLE_ROWS ? s->sample.count : MAX_PREAMBLE_ROWS;
    size_t header = s->layout.options->header;

    for (size_t i = 0; i < (header > 0 ? s->sample.count : rows); i++) {
        if (header > 0 && s->sample.rows[i].line < header)
            continue;
        s->header = i;
        if (s->layout.format == NULL && has_several_lines(s, i))
            return true;
        if (is_headers(s, i) || header > 0)
            return true;
    }
    return false;
}

/* If no headers are known, they are the first row that is followed by one of the same width. */
static void assume_headers(struct delimited *s)
{
    s->header = 0;
    for (size_t i = 0; i + 1 < s->sample.count && i < MAX_PREAMBLE_ROWS; i++)
        if (s->sample.rows[i].count > 1 &&
            s->sample.rows[i + 1].count - s->sample.rows[i].count <= 1) {
            s->header = i;
            return;
        }
}

static void take(struct delimited *s, const char *bytes, size_t n, char separator)
{
    sample_take(&s->sample, table_alloc(s->table), bytes, n, separator, table_error(s->table));
    for (size_t i = 0; i < s->sample.count && s->csv.lines != NULL; i++)
        s->sample.rows[i].line = s->csv.lines[s->sample.rows[i].line - 1];
}

/* Tries the separator of the options; without one, the most frequent of the first line, then each
 * separator until one gives known headers. */
void delimited_find_headers(struct delimited *s, const char *bytes, size_t n)
{
    static const char others[] = { ',', ';', '\t', '|' };
    const char *given = s->layout.options->separator;
    char first;

    take(s, bytes, n, given != NULL ? given[0] : '\0');
    first = s->sample.separator;
    if (delimited_failed(s) || find_headers(s) || given != NULL)
        return;
    for (size_t i = 0; i < sizeof others && !delimited_failed(s); i++) {
        sample_free(&s->sample);
        take(s, bytes, n, others[i]);
        if (delimited_failed(s) || find_headers(s))
            return;
    }
    sample_free(&s->sample);
    take(s, bytes, n, first);
    assume_headers(s);
}
