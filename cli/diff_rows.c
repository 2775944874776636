/* diff_rows.c - the changes between two releases as CSV (RFC 4180) and JSON (RFC 8259). */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "diff_told.h"

static const char *const figure_words[] = {
    [SHEAF_FIGURE_CHANGED] = "changed",
    [SHEAF_FIGURE_CAME] = "came",
    [SHEAF_FIGURE_WENT] = "went",
    [SHEAF_FIGURE_HIDDEN] = "became confidential",
    [SHEAF_FIGURE_SHOWN] = "no more confidential",
};
static const char *const sheet_words[] = {
    [SHEAF_SHEET_SAME] = "same",     [SHEAF_SHEET_CHANGED] = "changed",
    [SHEAF_SHEET_CAME] = "came",     [SHEAF_SHEET_WENT] = "went",
    [SHEAF_SHEET_OPAQUE] = "opaque", [SHEAF_SHEET_UNREADABLE] = "unreadable",
};

void write_digits(char out[NUMBER_DIGITS], double value)
{
    value = value == 0 ? 0 : value; /* never -0 */
    for (int digits = 15; digits <= 17; digits++) {
        snprintf(out, NUMBER_DIGITS, "%.*g", digits, value);
        if (strtod(out, NULL) == value)
            return;
    }
}

/* Of a figure in per cent the change is in percentage points. */
static const char *unit_of_percent(const sheaf_diff_figure *figure)
{
    return !isfinite(figure->percent) ? "" : figure->is_in_points ? "pp" : "%";
}

/* CSV --------------------------------------------------------------------------- */

static void put_field(const char *text, char end)
{
    if (strpbrk(text, ",\"\r\n") == NULL) {
        printf("%s%c", text, end);
        return;
    }
    putchar('"');
    for (; *text != '\0'; text++) {
        if (*text == '"')
            putchar('"');
        putchar(*text);
    }
    printf("\"%c", end);
}

/* Nothing for what is not finite. */
static void put_number(double value, char end)
{
    char digits[NUMBER_DIGITS] = "";

    if (isfinite(value))
        write_digits(digits, value);
    printf("%s%c", digits, end);
}

static void put_sheet_row(const sheaf_diff_sheet *sheet)
{
    put_field(sheet->name, ',');
    printf("sheet %s,,,,,,,,,,,,,,,,\n", sheet_words[sheet->change]);
}

void print_diff_csv(const sheaf_diff *diff)
{
    sheaf_diff_figure figure = SHEAF_DIFF_FIGURE_INIT;
    sheaf_diff_sheet sheet = SHEAF_DIFF_SHEET_INIT;

    puts("sheet,change,series,reporter,partner,flow,product,measure,period,unit,unit_mult,before,"
         "after,"
         "difference,percent,percent_unit,before_shown,after_shown");
    for (size_t i = 0; sheaf_diff_figure_at(diff, i, &figure); i++) {
        put_field(figure.sheet, ',');
        put_field(figure_words[figure.change], ',');
        put_field(figure.series, ',');
        put_field(figure.reporter, ',');
        put_field(figure.partner, ',');
        put_field(figure.flow, ',');
        put_field(figure.product, ',');
        put_field(figure.measure, ',');
        put_field(figure.period, ',');
        put_field(figure.unit, ',');
        printf("%d,", figure.unit_mult);
        put_number(figure.before, ',');
        put_number(figure.after, ',');
        put_number(figure.difference, ',');
        put_number(figure.percent, ',');
        put_field(unit_of_percent(&figure), ',');
        put_field(figure.before_text, ',');
        put_field(figure.after_text, '\n');
    }
    for (size_t i = 0; sheaf_diff_sheet_at(diff, i, &sheet); i++)
        if (sheet.change != SHEAF_SHEET_SAME && sheet.change != SHEAF_SHEET_CHANGED)
            put_sheet_row(&sheet);
}

/* JSON -------------------------------------------------------------------------- */

static void put_string(const char *text)
{
    putchar('"');
    for (const unsigned char *at = (const unsigned char *)text; *at != '\0'; at++)
        if (*at == '"' || *at == '\\')
            printf("\\%c", *at);
        else if (*at < ' ')
            printf("\\u%04x", *at);
        else
            putchar(*at);
    putchar('"');
}

static void put_text_member(const char *key, const char *text)
{
    if (text[0] == '\0')
        return;
    printf(", \"%s\": ", key);
    put_string(text);
}

static void put_number_member(const char *key, double value)
{
    char digits[NUMBER_DIGITS];

    if (!isfinite(value))
        return;
    write_digits(digits, value);
    printf(", \"%s\": %s", key, digits);
}

static void put_figure(const sheaf_diff_figure *figure)
{
    printf("{\"change\": \"%s\", \"sheet\": ", figure_words[figure->change]);
    put_string(figure->sheet);
    put_text_member("series", figure->series);
    put_text_member("reporter", figure->reporter);
    put_text_member("partner", figure->partner);
    put_text_member("flow", figure->flow);
    put_text_member("product", figure->product);
    put_text_member("measure", figure->measure);
    put_text_member("period", figure->period);
    put_text_member("unit", figure->unit);
    printf(", \"unit_mult\": %d", figure->unit_mult);
    put_number_member("before", figure->before);
    put_number_member("after", figure->after);
    put_number_member("difference", figure->difference);
    put_number_member("percent", figure->percent);
    put_text_member("percent_unit", unit_of_percent(figure));
    put_text_member("before_shown", figure->before_text);
    put_text_member("after_shown", figure->after_text);
    putchar('}');
}

static void put_sheet(const sheaf_diff_sheet *sheet)
{
    fputs("{\"sheet\": ", stdout);
    put_string(sheet->name);
    printf(", \"change\": \"%s\", \"figures\": %zu, \"changed\": %zu", sheet_words[sheet->change],
           sheet->figures, sheet->changed);
    put_text_member("message", sheet->message);
    putchar('}');
}

/* Sheets that are the same are counted, not listed. */
void print_diff_json(const sheaf_diff *diff)
{
    sheaf_diff_figure figure = SHEAF_DIFF_FIGURE_INIT;
    sheaf_diff_sheet sheet = SHEAF_DIFF_SHEET_INIT;
    const char *between = "\n    ";
    size_t same = 0;

    fputs("{\n  \"sheets\": [", stdout);
    for (size_t i = 0; sheaf_diff_sheet_at(diff, i, &sheet); i++) {
        same += sheet.change == SHEAF_SHEET_SAME;
        if (sheet.change == SHEAF_SHEET_SAME)
            continue;
        fputs(between, stdout);
        put_sheet(&sheet);
        between = ",\n    ";
    }
    printf("],\n  \"same\": %zu,\n  \"figures\": [", same);
    for (size_t i = 0; sheaf_diff_figure_at(diff, i, &figure); i++) {
        fputs(i > 0 ? ",\n    " : "\n    ", stdout);
        put_figure(&figure);
    }
    puts("]\n}");
}
