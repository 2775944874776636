/* write_xlsx.c - a table as an XLSX workbook with one sheet, the columns of the tidy CSV.
 *
 * Cells are typed: values are numbers that show their decimals, years numbers, months and days
 * dates, everything else is text. libxlsxwriter writes to a file only, and does not notice when its
 * temporary files find the disk full: it writes into memory, and what it wrote is checked. */
#include <errno.h>
#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/calendar.h"
#include "base/file.h"
#include "base/number.h"
#include "table/table.h"
#include "write/writer.h"
#include "write/xlsx_api.h"
#include "write/xlsx_check.h"

enum {
    SHEET_ROWS = 1048576,
    MOST_DECIMALS = 9, /* that a format shows; more are told by the column decimals */
    EXACT_DIGITS = 15  /* that a spreadsheet keeps of a number */
};

struct xlsx {
    struct xlsx_api api;
    struct buffer *into;
    lxw_workbook *book;
    lxw_worksheet *sheet;
    lxw_format *header, *month, *day, *decimals[MOST_DECIMALS + 1];
    struct writer_columns columns;
    uint32_t row;
    uint16_t column;
};

static bool failed(const struct xlsx *x)
{
    return x->into->error->status != SHEAF_OK;
}

static void note(struct xlsx *x, lxw_error error)
{
    if (error == LXW_ERROR_MEMORY_MALLOC_FAILED)
        fail_memory(x->into->error);
    else if (error == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED)
        fail(x->into->error, SHEAF_BAD_INPUT,
             "row %u has a text of more than 32,767 characters, which no workbook holds; write CSV",
             x->row + 1);
    else if (error != LXW_NO_ERROR)
        fail(x->into->error, SHEAF_SYSTEM,
             "the workbook cannot be written (libxlsxwriter's error %d)", (int)error);
}

static void put_text(struct xlsx *x, const char *text, lxw_format *format)
{
    if (text[0] != '\0')
        note(x, x->api.worksheet_write_string(x->sheet, x->row, x->column, text, format));
    x->column++;
}

static void put_number(struct xlsx *x, double number, lxw_format *format)
{
    note(x, x->api.worksheet_write_number(x->sheet, x->row, x->column++, number, format));
}

/* Cells ------------------------------------------------------------------------- */

static size_t significant_digits(const char *text)
{
    size_t digits = 0;

    for (; *text != '\0' && *text != 'e'; text++)
        digits += *text >= '0' && *text <= '9' && (digits > 0 || *text != '0');
    return digits;
}

/* A number with more digits than a spreadsheet keeps stays whole as text. */
static void put_value(struct xlsx *x, double value, int decimals)
{
    char text[NUMBER_GIVEN];
    int shown = decimals < 0 ? 0 : decimals > MOST_DECIMALS ? MOST_DECIMALS : decimals;

    number_write_given(text, value, decimals);
    if (isnan(value))
        x->column++;
    else if (significant_digits(text) > EXACT_DIGITS)
        put_text(x, text, NULL);
    else
        put_number(x, value, x->decimals[shown]);
}

/* Days from 1899-12-30 are dates of a spreadsheet from 1900-03-01 on. */
static double day_number(sheaf_period period)
{
    struct date day;

    sheaf_period_first_day(period, &day.year, &day.month, &day.day);
    return date_to_days(day) - date_to_days((struct date){ 1899, 12, 30 });
}

static void put_period(struct xlsx *x, sheaf_period period)
{
    char text[SHEAF_PERIOD_TEXT];
    int64_t year;

    sheaf_period_write(period, text);
    if (period.unit == SHEAF_NUMBER)
        put_number(x, sheaf_period_as_number(period), NULL);
    else if (number_read_integer(text, strlen(text), 1000, 9999, &year))
        put_number(x, (double)year, NULL);
    else if (period.count == 1 && (period.unit == SHEAF_DAYS || period.unit == SHEAF_MONTHS) &&
             day_number(period) > 60)
        put_number(x, day_number(period), period.unit == SHEAF_DAYS ? x->day : x->month);
    else
        put_text(x, text, NULL);
}

static void put_letter(struct xlsx *x, char letter)
{
    put_text(x, (char[]){ letter, '\0' }, NULL);
}

/* Rows -------------------------------------------------------------------------- */

static void write_headers(struct xlsx *x, const sheaf_table *table)
{
    const struct {
        const char *header;
        bool is_needed;
    } others[] = { { "value", true },
                   { "unit_mult", x->columns.multiplier },
                   { "decimals", x->columns.decimals },
                   { "status", x->columns.status },
                   { "conf_status", x->columns.confidentiality },
                   { "derived", x->columns.derived },
                   { "growth_pct", x->columns.growth } };

    put_text(x, table_x(table)[0] != '\0' ? table_x(table) : "period", x->header);
    for (size_t i = 0; i < sheaf_table_dimension_count(table); i++)
        put_text(x, sheaf_table_dimension(table, i), x->header);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (others[i].is_needed)
            put_text(x, others[i].header, x->header);
    x->api.worksheet_freeze_panes(x->sheet, 1, 0);
}

static void write_row(struct xlsx *x, const sheaf_table *table, size_t index, const sheaf_row *row)
{
    x->column = 0;
    put_period(x, row->period);
    for (size_t d = 0; d < sheaf_table_dimension_count(table); d++)
        put_text(x, sheaf_table_row_member(table, index, d), NULL);
    put_value(x, row->value, row->decimals);
    if (x->columns.multiplier)
        put_number(x, row->multiplier, NULL);
    if (x->columns.decimals)
        put_number(x, row->decimals, NULL);
    if (x->columns.status)
        put_letter(x, (char)row->status);
    if (x->columns.confidentiality)
        put_letter(x, row->confidentiality);
    if (x->columns.derived)
        put_text(x, row->derived ? "true" : "false", NULL);
    if (x->columns.growth)
        put_value(x, row->stated_growth, row->stated_growth_decimals);
}

/* What the format of a cell does not show of the decimals. */
static bool needs_decimals(const sheaf_table *table)
{
    sheaf_row row = SHEAF_ROW_INIT;

    for (size_t i = 0; sheaf_table_row(table, i, &row); i++)
        if (row.decimals < 0 || row.decimals > MOST_DECIMALS)
            return true;
    return false;
}

static void write_rows(struct xlsx *x, const sheaf_table *table)
{
    sheaf_row row = SHEAF_ROW_INIT;

    x->columns = writer_columns(table);
    x->columns.decimals |= needs_decimals(table);
    write_headers(x, table);
    for (size_t i = 0; sheaf_table_row(table, i, &row) && !failed(x); i++) {
        x->row = (uint32_t)i + 1;
        write_row(x, table, i, &row);
    }
}

/* The workbook ------------------------------------------------------------------ */

static lxw_format *new_format(struct xlsx *x, const char *code)
{
    lxw_format *format = x->api.workbook_add_format(x->book);

    if (format == NULL)
        fail_memory(x->into->error);
    else if (code != NULL)
        x->api.format_set_num_format(format, code);
    return format;
}

static void add_formats(struct xlsx *x)
{
    static const char zeros[] = "0.000000000";

    x->header = new_format(x, NULL);
    if (x->header != NULL)
        x->api.format_set_bold(x->header);
    x->month = new_format(x, "yyyy-mm");
    x->day = new_format(x, "yyyy-mm-dd");
    for (int i = 1; i <= MOST_DECIMALS; i++) {
        char code[sizeof zeros];

        snprintf(code, sizeof code, "%.*s", 2 + i, zeros);
        x->decimals[i] = new_format(x, code);
    }
}

/* Makes the workbook in the file of that name. */
static void write_book(struct xlsx *x, const sheaf_table *table, const char *path)
{
    lxw_workbook_options options = { .constant_memory = LXW_TRUE };
    lxw_doc_properties properties = { .created =
                                          946684800 }; /* 2000-01-01: the same bytes always */

    x->book = x->api.workbook_new_opt(path, &options);
    if (x->book == NULL) {
        fail_memory(x->into->error);
        return;
    }
    note(x, x->api.workbook_set_properties(x->book, &properties));
    x->sheet = x->api.workbook_add_worksheet(x->book, "Data");
    if (x->sheet == NULL)
        fail(x->into->error, SHEAF_SYSTEM, "there is no room for the workbook's temporary files");
    if (!failed(x))
        add_formats(x);
    if (!failed(x))
        write_rows(x, table);
    note(x, x->api.workbook_close(x->book));
}

/* libxlsxwriter writes numbers with the decimal mark of the thread's locale. */
static void write_in_c(struct xlsx *x, const sheaf_table *table, const char *path)
{
    locale_t plain = newlocale(LC_NUMERIC_MASK, "C", (locale_t)0), before;

    if (plain == (locale_t)0) {
        fail_memory(x->into->error);
        return;
    }
    before = uselocale(plain);
    write_book(x, table, path);
    uselocale(before);
    freelocale(plain);
}

static void take_bytes(struct xlsx *x, int file, const char *path)
{
    off_t size = lseek(file, 0, SEEK_END);

    if (size < 0 || lseek(file, 0, SEEK_SET) < 0) {
        fail_system(x->into->error, "", "read the workbook", errno);
        return;
    }
    if (file_read(path, SIZE_MAX, x->into, x->into->error) == SHEAF_OK)
        xlsx_check(x->into->bytes, x->into->length, x->into->error);
}

static void write_xlsx(const sheaf_table *table, struct buffer *into)
{
    struct xlsx x = { .into = into };
    char path[40];
    int file;

    if (sheaf_table_row_count(table) >= SHEET_ROWS) {
        fail(into->error, SHEAF_BAD_INPUT,
             "a sheet holds %d rows below its headers, and the table has %zu; write CSV",
             SHEET_ROWS - 1, sheaf_table_row_count(table));
        return;
    }
    if (!xlsx_api_load(&x.api, into->error))
        return;
    file = memfd_create("sheaf", MFD_CLOEXEC);
    if (file < 0) {
        fail_system(into->error, "", "make a file in memory", errno);
        return;
    }
    snprintf(path, sizeof path, "/proc/self/fd/%d", file);
    write_in_c(&x, table, path);
    if (!failed(&x))
        take_bytes(&x, file, path);
    close(file);
}

const struct writer xlsx_writer = { SHEAF_XLSX, "xlsx", write_xlsx };
