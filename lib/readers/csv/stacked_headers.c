/* stacked_headers.c - finds headers in several lines and joins them to one.
 *
 * A merged cell has its text in its first column. So a text counts for the columns to its right as
 * well, up to the next text of its line or of a line above. The first column heads the rows and
 * lends its text to none. The lines belong together if joining them makes headers that are
 * understood, each with a period, or with a flow, measure and unit, of which no line has all. */
#include "readers/csv/stacked_headers.h"

#include <string.h>

#include "base/strings.h"
#include "readers/cell.h"
#include "readers/csv/worded_period.h"

enum { MOST_LINES = 3, LONGEST = WORDED_PERIOD_LONGEST };

/* The column whose text counts for a column of a line; column itself if its own does, or if none
 * does. */
static size_t column_of_text(const struct sample *sample, size_t first, size_t row, size_t column)
{
    for (size_t at = column; at > 0; at--) {
        if (sample_cell(sample, row, at).n > 0)
            return at;
        for (size_t i = first; i < row; i++)
            if (sample_cell(sample, i, at).n > 0)
                return column;
    }
    return column;
}

/* Writes the texts of a column, from the upper line down, with commas between them. Returns the length;
 * 0: there are none, or they are too long. *count: how many there are. */
static size_t write_joined(const struct sample *sample, size_t row, size_t lines, size_t column,
                           char text[LONGEST], size_t *count)
{
    size_t length = 0;

    *count = 0;
    for (size_t i = row; i < row + lines; i++) {
        bool is_last = i + 1 == row + lines;
        size_t from = is_last ? column : column_of_text(sample, row, i, column);
        struct csv_field cell = sample_cell(sample, i, from);

        if (cell.n == 0)
            continue;
        if (length + cell.n + 2 > LONGEST)
            return 0;
        if (length > 0) {
            memcpy(text + length, ", ", 2);
            length += 2;
        }
        memcpy(text + length, cell.text, cell.n);
        length += cell.n;
        ++*count;
    }
    return length;
}

static bool is_measured(const char *text, size_t n)
{
    struct header words = header_find(text, n);

    return words.role == HEADER_VALUE && words.unclear == NULL;
}

/* What a joined header is. */
enum joined { JOINED_NOTHING, JOINED_MEASURE, JOINED_PERIOD };

static enum joined read_joined(const char *text, size_t n)
{
    static const struct period_usage nothing = { .frequency = '\0' };
    struct worded_period worded;
    struct flagged_period plain;

    if (n == 0 || !utf8_valid(text, n, NULL))
        return JOINED_NOTHING;
    if (flagged_period_read(text, n, &nothing, &plain))
        return JOINED_PERIOD;
    if (worded_period_read(text, n, &nothing, &worded))
        return worded.is_understood || worded.words.role == HEADER_GROWTH ? JOINED_PERIOD
                                                                          : JOINED_NOTHING;
    return is_measured(text, n) ? JOINED_MEASURE : JOINED_NOTHING;
}

static bool is_year(const struct csv_field *cell)
{
    static const struct period_usage nothing = { .frequency = '\0' };
    struct flagged_period found;

    return flagged_period_read(cell->text, cell->n, &nothing, &found);
}

/* True for a row with a number that is no period, nor a part of one ("1月"). */
static bool has_figures(const struct sample *sample, size_t row)
{
    for (size_t i = 1; i < sample->rows[row].count; i++) {
        struct csv_field field = sample_cell(sample, row, i);
        struct cell cell = cell_read(field.text, field.n, '\0');

        if (field.n > 0 && !is_year(&field) && cell.kind == CELL_NUMBER && cell.flag_n == 0)
            return true;
    }
    return false;
}

static bool is_empty(const struct sample *sample, size_t row)
{
    for (size_t i = 1; i < sample->rows[row].count; i++)
        if (sample_cell(sample, row, i).n > 0)
            return false;
    return true;
}

/* True for a row with a number, or a sign for a missing one, beyond its first column. */
static bool is_of_data(const struct sample *sample, size_t row)
{
    for (size_t i = 1; i < sample->rows[row].count; i++) {
        struct csv_field cell = sample_cell(sample, row, i);

        if (cell.n > 0 && cell_read(cell.text, cell.n, '\0').kind != CELL_WRONG)
            return true;
    }
    return false;
}

/* Each line says something of a column beyond the first, none has figures, and figures follow. */
static bool may_be_stacked(const struct sample *sample, size_t row, size_t lines)
{
    if (row + lines >= sample->count || !is_of_data(sample, row + lines))
        return false;
    for (size_t i = row; i < row + lines; i++)
        if (is_empty(sample, i) || has_figures(sample, i))
            return false;
    return true;
}

static bool lines_are_stacked(const struct sample *sample, size_t row, size_t lines)
{
    size_t periods = 0, measures = 0, others = 0;

    if (!may_be_stacked(sample, row, lines))
        return false;
    for (size_t i = 1; i < sample->rows[row + lines - 1].count; i++) {
        char text[LONGEST];
        size_t count, n = write_joined(sample, row, lines, i, text, &count);
        enum joined joined = count > 1 ? read_joined(text, n) : JOINED_NOTHING;

        periods += joined == JOINED_PERIOD;
        measures += joined == JOINED_MEASURE;
        others += count > 1 && joined == JOINED_NOTHING;
    }
    return periods + measures >= 2 && periods + measures > others &&
           (periods == 0 || measures == 0);
}

size_t stacked_headers_count(const struct sample *sample, size_t row)
{
    for (size_t lines = MOST_LINES; lines >= 2; lines--)
        if (lines_are_stacked(sample, row, lines))
            return lines;
    return 0;
}

void stacked_headers_join(const struct sample *sample, size_t row, size_t lines, struct csv *csv,
                          struct arena *arena)
{
    for (size_t i = 0; i < csv->count; i++) {
        char text[LONGEST];
        size_t count, n = write_joined(sample, row, lines, i, text, &count);

        if (n == 0)
            continue;
        csv->fields[i].text = arena_text(arena, text, n);
        csv->fields[i].n = csv->fields[i].text != NULL ? n : 0;
    }
}
