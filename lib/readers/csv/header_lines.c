/* header_lines.c - finds and joins two lines of headers, as spreadsheets with merged cells give. */
#include "readers/csv/header_lines.h"

#include <string.h>

#include "base/number.h"

#include "period/period_words.h"
#include "readers/cell.h"
#include "readers/csv/dates.h"
#include "readers/csv/flagged_period.h"

/* A year that stands above several columns, with its flag: "2023p". */
struct year_above {
    struct csv_field year; /* n 0: there is none */
    const char *flag;
    size_t flag_n;
};

/* The year in a field of the upper row, or the latest one to its left: a merged cell has its text in
 * its first column. */
static bool take_year(const struct sample *sample, size_t row, size_t column,
                      struct year_above *above)
{
    static const struct period_usage nothing = { .frequency = '\0' };
    struct csv_field cell = sample_cell(sample, row, column);
    struct flagged_period found;

    if (cell.n == 0)
        return above->year.n > 0;
    *above = (struct year_above){ .flag_n = 0 };
    if (!flagged_period_read(cell.text, cell.n, &nothing, &found) ||
        found.period.unit != SHEAF_MONTHS || found.period.count != 12)
        return false;
    *above = (struct year_above){ cell, found.flag, found.flag_n };
    if (found.flag_n > 0)
        above->year.n = (size_t)(found.flag - cell.text);
    while (above->year.text[above->year.n - 1] == ' ')
        above->year.n--;
    return true;
}

static bool read_part(const struct csv_field *year, const struct csv_field *part,
                      sheaf_period *period)
{
    bool is_roman = part->n > 0 && part->n <= 3;

    for (size_t i = 0; i < part->n; i++)
        is_roman &= part->text[i] == 'I' || part->text[i] == 'V';
    return part->n > 0 &&
           period_read_parts(year->text, year->n, part->text, part->n,
                             is_roman ? PERIOD_PART_QUARTER : PERIOD_PART_MONTH, period);
}

/* A figure below a year is no month, unless the months of the year are there in order: 1, 2, 3 … */
static bool is_figure(const struct csv_field *part, int *latest)
{
    int64_t number;

    if (!number_read_integer(part->text, part->n, 0, INT32_MAX, &number))
        return part->n > 0 && cell_read(part->text, part->n, '\0').kind != CELL_WRONG;
    if (number != *latest % 12 + 1)
        return true;
    *latest = (int)number;
    return false;
}

bool header_lines_are_two(const struct sample *sample, size_t row)
{
    struct year_above above = { .flag_n = 0 };
    size_t parts = 0, others = 0, numbers = 0;
    int latest = 0;

    if (row + 1 >= sample->count)
        return false;
    for (size_t i = 0; i < sample->rows[row + 1].count; i++) {
        struct csv_field below = sample_cell(sample, row + 1, i);
        int before = latest;
        sheaf_period period;

        if (!take_year(sample, row, i, &above) || below.n == 0)
            continue;
        if (is_figure(&below, &latest))
            return false;
        numbers += latest != before;
        if (read_part(&above.year, &below, &period))
            parts++;
        else
            others++;
    }
    return parts >= 2 && parts > others && (numbers == 0 || numbers >= 12);
}

/* The text of a header that is a part of a year, or "Total" for all of it; the flag of the year stays
 * behind it. */
static void join(struct csv_field *field, const struct year_above *above, struct arena *arena)
{
    /* Comtrade's code for the whole year, which period_read_parts knows. */
    static const struct csv_field whole = { .text = "52", .n = 2 };
    struct csv_field part = field_trimmed(field);
    char text[SHEAF_PERIOD_TEXT];
    const char *joined;
    sheaf_period period;

    if (!read_part(&above->year, &part, &period) &&
        !(is_whole_year_word(part.text, part.n) && read_part(&above->year, &whole, &period)))
        return;
    sheaf_period_write(period, text);
    joined = arena_format(arena, "%s%s%.*s", text, above->flag_n > 0 ? " " : "", (int)above->flag_n,
                          above->flag_n > 0 ? above->flag : "");
    field->text = joined != NULL ? joined : "";
    field->n = strlen(field->text);
}

void header_lines_join(const struct sample *sample, size_t row, struct csv *csv,
                       struct arena *arena)
{
    struct year_above year = { .flag_n = 0 };

    for (size_t i = 0; i < csv->count; i++) {
        struct csv_field above = sample_cell(sample, row, i);

        if (take_year(sample, row, i, &year)) {
            join(&csv->fields[i], &year, arena);
        } else if (csv->fields[i].n == 0 && above.n > 0) {
            csv->fields[i].text = arena_text(arena, above.text, above.n);
            csv->fields[i].n = csv->fields[i].text != NULL ? above.n : 0;
        }
    }
}
