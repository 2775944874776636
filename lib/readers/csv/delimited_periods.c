/* delimited_periods.c - reads the period of a row from one column, where each text is read once, or
 * from two. */
#include <math.h>
#include <string.h>

#include "base/calendar.h"
#include "base/number.h"
#include "readers/csv/dates.h"
#include "readers/csv/delimited_parts.h"
#include "readers/period_question.h"
#include "readers/reporting_year.h"

static void fail_period(struct delimited *s, const struct csv_field *field)
{
    const char *question = period_question(field->text, field->n);

    if (!csv_check_text(&s->csv, field))
        return;
    if (field->n == 0)
        csv_fail(&s->csv, field, "this row has no period");
    else if (question != NULL)
        csv_fail(&s->csv, field, "'%.*s' %s", delimited_quoted(field), field->text, question);
    else
        csv_fail(&s->csv, field,
                 "'%.*s' is not a period, or could be several; write it as 2023, 2023-Q1, "
                 "2023-04 or 2024-01-01/P4M",
                 delimited_quoted(field), field->text);
}

static void fail_day(struct delimited *s, const struct csv_field *field)
{
    csv_fail(&s->csv, field,
             "'%.*s' is no %s day of a month, as those above are; say what the dates stand for, "
             "with " SETTING("frequency: D or M"),
             delimited_quoted(field), field->text, s->layout.has_month_ends ? "last" : "first");
}

/* True for a date that does not stand for its month as the dates of the sample do. */
static bool is_within_month(const struct delimited *s, sheaf_period period)
{
    int year, month, day;

    sheaf_period_first_day(period, &year, &month, &day);
    return s->layout.frequency == 'M' && s->layout.is_guessed_frequency &&
           day != (s->layout.has_month_ends && period.unit == SHEAF_DAYS
                       ? date_days_in_month(year, month)
                       : 1);
}

/* The meaning of a text in the cache: the number of its period, and the status of its flag. */
static uint64_t meaning_of(uint32_t number, char status)
{
    return number | (uint64_t)(unsigned char)status << 32;
}

static uint32_t take_meaning(struct delimited *s, uint64_t meaning)
{
    s->period_status = (char)(meaning >> 32);
    return (uint32_t)meaning;
}

/* In some formats 202452 is the year 2024. */
static bool is_year_as_month(const struct delimited *s, const struct csv_field *text)
{
    return s->layout.format->has_month_52 && text->n == 6 && memcmp(text->text + 4, "52", 2) == 0;
}

/* A row "Total" among months or quarters does not say of which period it is: the rows above it may be a
 * part of a year. */
static void skip_total(struct delimited *s, const struct csv_field *field)
{
    table_warn(s->table, "total",
               (struct place){ .file = table_name(s->table), .line = s->csv.row_line },
               "the row '%.*s' does not say of which period it is and is skipped; if it is of a "
               "year, write the year beside the word",
               delimited_quoted(field), field->text);
}

/* Reads what is a period only by its place or with other words: a month below its year, "Total 2023".
 * False: it is neither. */
static bool read_by_place(struct delimited *s, const struct csv_field *field,
                          const struct period_usage *usage, sheaf_period *period)
{
    return year_row_part(&s->year, field, period) || year_total_read(field, usage, period);
}

/* A plain number in place of a period. */
static uint32_t read_number(struct delimited *s, const struct csv_field *field)
{
    struct cell cell;
    sheaf_period period;
    uint32_t number;

    delimited_number(s, field, &cell);
    if (delimited_failed(s))
        return SKIPPED_ROW;
    if (cell.kind == CELL_MISSING) {
        csv_fail(&s->csv, field, "this row has no number in '%.60s', over which the rows run",
                 s->layout.columns[s->period_column].header);
        return SKIPPED_ROW;
    }
    period = sheaf_period_number(cell.value);
    if (fabs(sheaf_period_as_number(period) - cell.value) > 1e-12 * fabs(cell.value) ||
        period.unit == SHEAF_NO_PERIOD) {
        csv_fail(&s->csv, field,
                 "'%.*s' has more than the nine digits that tell places on an axis apart; round it",
                 delimited_quoted(field), field->text);
        return SKIPPED_ROW;
    }
    number = table_intern_period(s->table, period);
    if (!delimited_failed(s))
        string_cache_add(&s->periods, &s->arena, field->text, field->n, meaning_of(number, '\0'));
    return number;
}

/* Reads a text that is not in the cache. */
static uint32_t read_period(struct delimited *s, const struct csv_field *field,
                            const struct period_usage *usage)
{
    bool is_labelled = s->layout.columns[s->period_column].is_labelled;
    struct csv_field text = is_labelled ? field_code(field) : field_trimmed(field);
    struct flagged_period found;
    uint32_t number;

    s->period_status = '\0';
    found = (struct flagged_period){ .flag_n = 0 };
    if (is_year_as_month(s, &text))
        text.n = 4;
    if (!flagged_period_read(text.text, text.n, usage, &found)) {
        if (is_whole_year_word(text.text, text.n)) {
            skip_total(s, &text);
            return SKIPPED_ROW;
        }
        if (read_by_place(s, &text, usage, &found.period))
            return table_intern_period(s->table, found.period);
        fail_period(s, field);
        return SKIPPED_ROW;
    }
    if (is_within_month(s, found.period)) {
        fail_day(s, field);
        return SKIPPED_ROW;
    }
    if (found.flag_n > 0)
        warn_of_flag(s->table, &found, text.text, text.n, s->csv.row_line);
    s->period_status = found.status;
    number = table_intern_period(s->table, period_of_frequency(found.period, s->layout.frequency));
    if (!delimited_failed(s) && usage == &s->layout.usage)
        string_cache_add(&s->periods, &s->arena, field->text, field->n,
                         meaning_of(number, found.status));
    return number;
}

/* Takes the flag off a year: "2023p". */
static void take_flag_of_year(struct delimited *s, struct csv_field *year)
{
    struct flagged_period found;

    s->period_status = '\0';
    if (year->n == 4 || !flagged_period_read(year->text, year->n, &s->layout.usage, &found) ||
        found.flag_n == 0)
        return;
    warn_of_flag(s->table, &found, year->text, year->n, s->csv.row_line);
    s->period_status = found.status;
    year->n = (size_t)(found.flag - year->text);
    *year = field_trimmed(year);
}

/* A merged cell has the year in its first row only. */
static void take_year_above(struct delimited *s, struct csv_field *year)
{
    *year = (struct csv_field){ .text = s->year.text, .n = s->year.n };
    table_warn(s->table, "year above",
               (struct place){ .file = table_name(s->table), .line = s->csv.row_line },
               "a row without a year takes that of the rows above, %.*s", (int)year->n, year->text);
}

/* A year in one column, a month or quarter in another. */
static uint32_t combine_period(struct delimited *s)
{
    const struct csv_field *cells = s->csv.fields;
    const struct layout_column *part_column = &s->layout.columns[s->layout.part_column];
    struct csv_field year = field_trimmed(&cells[s->layout.year_column]);
    struct csv_field part = field_trimmed(&cells[s->layout.part_column]);
    sheaf_period period = { SHEAF_NO_PERIOD, 0, 0 };

    take_flag_of_year(s, &year);
    if (year.n > 0)
        year_row_set(&s->year, &year);
    else if (s->year.n > 0)
        take_year_above(s, &year);
    if (!period_of_columns(&year, &part, part_column->part, &s->layout.usage, &period))
        csv_fail(&s->csv, &cells[s->layout.part_column],
                 "'%.*s' of '%.*s' is not a period; a month is 1 to 12, a quarter Q1 to Q4",
                 delimited_quoted(&part), part.text, delimited_quoted(&year), year.text);
    return table_intern_period(s->table, period);
}

/* The frequency that the row gives; '\0': none, or the options decide. */
static char frequency_of_row(const struct delimited *s)
{
    const struct layout_column *column;
    struct csv_field code;

    if (s->layout.frequency_column == NO_COLUMN || s->layout.options->frequency != NULL)
        return '\0';
    column = &s->layout.columns[s->layout.frequency_column];
    code = s->csv.fields[s->layout.frequency_column];
    code = column->is_labelled ? field_code(&code) : field_trimmed(&code);
    return frequency_read(code.text, code.n);
}

/* If the row gives its frequency, a date stands for the period of that frequency that contains
 * it. */
static uint32_t apply_frequency(struct delimited *s, uint32_t number)
{
    sheaf_period period;

    if (delimited_failed(s) || s->layout.options->frequency != NULL)
        return number;
    period = table_period(s->table, number);
    if (period.unit != SHEAF_DAYS)
        return number;
    return table_intern_period(s->table, period_of_frequency(period, frequency_of_row(s)));
}

/* True when the row says that its period is a week. Nearly all rows say otherwise, by a letter. */
static bool is_weekly(const struct delimited *s)
{
    const struct csv_field *code;

    if (s->layout.frequency_column == NO_COLUMN)
        return false;
    code = &s->csv.fields[s->layout.frequency_column];
    return code->n > 0 && (*code->text | 0x20) == 'w' && frequency_of_row(s) == 'W';
}

static void take_year_row(struct delimited *s, const struct csv_field *field)
{
    struct csv_field text = field_trimmed(field);

    (void)year_row_take(&s->year, &text, &s->layout.usage);
}

/* In SDMX the reporting year may begin in another month than January. */
static uint32_t apply_year_start(struct delimited *s, uint32_t number)
{
    const struct layout_column *column = &s->layout.columns[s->period_column];
    const struct csv_field *field = &s->csv.fields[s->period_column];
    struct csv_field text = column->is_labelled ? field_code(field) : field_trimmed(field);
    struct csv_field start = field_code(&s->csv.fields[s->year_start_column]);
    sheaf_period period = table_period(s->table, number);

    reporting_year_apply(s->table,
                         (struct place){ .file = table_name(s->table), .line = s->csv.row_line },
                         &text, &start, &period);
    return delimited_failed(s) ? SKIPPED_ROW : table_intern_period(s->table, period);
}

bool delimited_reads_days(const struct delimited *s)
{
    const struct period_usage *usage = &s->layout.usage;

    return s->layout.frequency == '\0' && !s->layout.has_numbers && !s->layout.has_year_rows &&
           usage->financial_year == FINANCIAL_YEAR_UNKNOWN && !usage->has_split_years &&
           !usage->has_t_quarters;
}

static void keep_month(struct delimited *s, const char *text, struct date day)
{
    memcpy(s->month.text, text, sizeof s->month.text);
    s->month.before = date_to_days(day) - day.day;
    s->month.days = date_days_in_month(day.year, day.month);
}

/* Each day occurs once a series: the cache of texts would take longer to search than the text to read, and 64
 * bytes a day. */
bool delimited_read_day(struct delimited *s, const struct csv_field *field, sheaf_period *period)
{
    struct date day;

    if (field->n != 10 || !s->reads_days)
        return false;
    unsigned tens = (unsigned)(unsigned char)field->text[8] - '0';
    unsigned ones = (unsigned)(unsigned char)field->text[9] - '0';
    int number = (int)(10 * tens + ones);
    /* Fast path: another day of the month before. */
    if (memcmp(field->text, s->month.text, sizeof s->month.text) != 0 || tens > 9 || ones > 9 ||
        number < 1 || number > s->month.days) {
        if (!date_read(field->text, field->n, &day))
            return false;
        keep_month(s, field->text, day);
        number = day.day;
    }
    *period = (sheaf_period){ SHEAF_DAYS, s->month.before + number, 1 };
    return true;
}

uint32_t delimited_period(struct delimited *s)
{
    const struct csv_field *field;
    sheaf_period period;
    uint64_t meaning;
    uint32_t number;

    if (s->period_column != SIZE_MAX &&
        delimited_read_day(s, &s->csv.fields[s->period_column], &period)) {
        s->period_status = '\0';
        number = table_intern_period(s->table, period);
    } else if (s->period_column != SIZE_MAX && is_weekly(s)) {
        struct period_usage weekly = s->layout.usage;

        weekly.frequency = 'W';
        number = read_period(s, &s->csv.fields[s->period_column], &weekly);
    } else if (s->period_column != SIZE_MAX) {
        field = &s->csv.fields[s->period_column];
        if (s->layout.has_year_rows)
            take_year_row(s, field);
        number = string_cache_find(&s->periods, field->text, field->n, &meaning)
                     ? take_meaning(s, meaning)
                 : s->layout.has_numbers ? read_number(s, field)
                                         : read_period(s, field, &s->layout.usage);
    } else if (s->layout.year_column != NO_COLUMN) {
        number = combine_period(s);
    } else {
        number = table_intern_period(s->table, s->layout.period);
    }
    if (number == SKIPPED_ROW || delimited_failed(s))
        return number;
    if (s->layout.frequency_column != NO_COLUMN)
        number = apply_frequency(s, number);
    return s->year_start_column == SIZE_MAX ? number : apply_year_start(s, number);
}

/* Periods in headers ---------------------------------------------------------------------- */

/* Columns for years, beside a column that says which month of the year a row is. */
static uint32_t part_of_header(struct delimited *s, const struct layout_column *column)
{
    const struct layout_column *part_column = &s->layout.columns[s->layout.part_column];
    const struct csv_field *cell = &s->csv.fields[s->layout.part_column];
    struct csv_field part = field_trimmed(cell), year = { .text = "" };
    char written[SHEAF_PERIOD_TEXT];
    sheaf_period period = { SHEAF_NO_PERIOD, 0, 0 };

    year.n = sheaf_period_write(column->period, written);
    year.text = written;
    if (!period_of_columns(&year, &part, part_column->part, &s->layout.usage, &period))
        csv_fail(&s->csv, cell,
                 "'%.*s' of '%s' is not a period; a month is 1 to 12, a quarter Q1 to Q4",
                 delimited_quoted(&part), part.text, written);
    return table_intern_period(s->table, period);
}

/* A month below its header, of the row's year, which may begin in any month. */
static uint32_t part_of_row(struct delimited *s, const struct layout_column *column,
                            uint32_t number)
{
    sheaf_period year = table_period(s->table, number), period = year;

    if (year.unit != SHEAF_MONTHS || year.count != 12)
        csv_fail(&s->csv, &s->csv.fields[s->period_column],
                 "the columns are parts of a year, and this is none");
    period.start += (column->first_month - 1 - year.start % 12 + 12) % 12;
    period.count = column->month_count;
    return table_intern_period(s->table, period);
}

/* The year to the end of the row's month. */
static uint32_t year_to_date(struct delimited *s, uint32_t number)
{
    int year, month;

    sheaf_period_last_day(table_period(s->table, number), &year, &month, NULL);
    return table_intern_period(s->table, sheaf_period_months(year, 1, month));
}

uint32_t delimited_column_period(struct delimited *s, const struct layout_column *column,
                                 uint32_t number)
{
    if (column->month_count > 0)
        return part_of_row(s, column, number);
    if (column->is_year_to_date)
        return year_to_date(s, number);
    if (column->period.unit == SHEAF_NO_PERIOD)
        return number;
    if (s->layout.part_column != NO_COLUMN && s->layout.year_column == NO_COLUMN &&
        column->period.unit == SHEAF_MONTHS && column->period.count == 12)
        return part_of_header(s, column);
    return table_intern_period(s->table, column->period);
}
