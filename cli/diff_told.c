/* diff_told.c - the changes between two releases as a table for people.
 *
 *     3 figures of 2 sheets changed; 1 sheet came, 40 are the same
 *
 *           change  before  after  unit   figure              sheet
 *            +4.2%    56.9   59.4  USD bn exports, DEU, 2023  DEU.en.pdf and 3 more
 *     confidential                        imports, DEU, 2023  DEU.en.pdf
 *
 * The sheets of many languages or partners show one figure: it is told once. */
#include "diff_told.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "told.h"

enum { CELL = 120, ABOUT = 400, COLUMNS = 5, MOST_NAMED = 20 };

enum column { CHANGE, BEFORE, AFTER, UNIT, FIGURE };

struct row {
    char cells[COLUMNS][ABOUT];
};

/* Cells ------------------------------------------------------------------------- */

/* "+4.2%", "−0.3 pts"; of what was nothing before, or in another unit, "new". */
static void write_change(char out[CELL], const sheaf_diff_figure *figure)
{
    const double size = fabs(figure->percent);
    const char *unit = figure->is_in_points ? in_words("pts") : "%";
    const char *space = figure->is_in_points ? " " : "";
    const char *sign = figure->percent < 0 ? "\xE2\x88\x92" : "+";

    if (figure->change != SHEAF_FIGURE_CHANGED)
        snprintf(out, CELL, "%s",
                 in_words(figure->change == SHEAF_FIGURE_HIDDEN  ? "confidential"
                          : figure->change == SHEAF_FIGURE_SHOWN ? "published"
                          : figure->change == SHEAF_FIGURE_CAME  ? "came"
                                                                 : "went"));
    else if (!isfinite(size))
        snprintf(out, CELL, "%s", in_words(isnan(figure->difference) ? "other unit" : "from 0"));
    else if (size < 0.05)
        snprintf(out, CELL, "%s%.1g%s%s", sign, size, space, unit);
    else
        snprintf(out, CELL, "%s%.*f%s%s", sign, size < 1000 ? 1 : 0, size, space, unit);
}

/* Without zeros at the end, and without a sign before 0; "" for what is not told. */
static void write_value(char out[ABOUT], double value, int decimals)
{
    out[0] = '\0';
    if (isnan(value))
        return;
    size_t n = (size_t)snprintf(out, ABOUT, "%.*f", decimals, value);
    while (decimals > 0 && n > 1 && (out[n - 1] == '0' || out[n - 1] == '.'))
        if (out[--n] == '.')
            break;
    out[n] = '\0';
    if (strcmp(out, "-0") == 0)
        memcpy(out, "0", 2);
}

/* As sheets round a figure, a small change may not be seen: both have so many decimals that it is. */
static void write_values(struct row *row, const sheaf_diff_figure *figure)
{
    enum { FEWEST = 2, MOST = 12 };

    for (int decimals = FEWEST; decimals <= MOST; decimals++) {
        write_value(row->cells[BEFORE], figure->before, decimals);
        write_value(row->cells[AFTER], figure->after, decimals);
        if (strcmp(row->cells[BEFORE], row->cells[AFTER]) != 0)
            break;
    }
}

static void write_unit(char out[ABOUT], const sheaf_diff_figure *figure)
{
    static const char *const words[] = { [0] = "", [3] = "th", [6] = "m", [9] = "bn", [12] = "tn" };
    const int power = figure->unit_mult;
    const bool has_word =
        power >= 0 && (size_t)power < sizeof words / sizeof *words && words[power] != NULL;
    char unit[CELL];

    sheaf_printable(figure->unit, unit, sizeof unit);
    if (has_word)
        snprintf(out, ABOUT, "%s%s%s", unit, power > 0 ? " " : "", in_words(words[power]));
    else
        snprintf(out, ABOUT, "%s \xC3\x97 10^%d", unit, power);
}

/* "exports, DEU, 2023", "DEU, share in exports, 2023". */
static void write_about(char out[ABOUT], const sheaf_diff_figure *figure)
{
    const char *series = figure->series;
    const char *const parts[] = { series,
                                  figure->reporter,
                                  figure->partner,
                                  figure->product,
                                  strstr(series, figure->flow) == NULL ? figure->flow : "",
                                  figure->measure,
                                  figure->period };
    char all[2 * ABOUT] = "";
    size_t n = 0;

    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (parts[i][0] == '\0' || (i > 0 && strcmp(parts[i], series) == 0))
            continue;
        snprintf(all + n, sizeof all - n, "%s%s", n > 0 ? ", " : "", parts[i]);
        n = strlen(all);
    }
    sheaf_printable(all, out, ABOUT);
}

static void write_row(struct row *row, const sheaf_diff_figure *figure)
{
    write_change(row->cells[CHANGE], figure);
    write_values(row, figure);
    write_unit(row->cells[UNIT], figure);
    write_about(row->cells[FIGURE], figure);
}

/* The same change, of another sheet. */
static bool is_again(const sheaf_diff_figure *a, const sheaf_diff_figure *b)
{
    return a->change == b->change && strcmp(a->series, b->series) == 0 &&
           strcmp(a->reporter, b->reporter) == 0 && strcmp(a->partner, b->partner) == 0 &&
           strcmp(a->flow, b->flow) == 0 && strcmp(a->product, b->product) == 0 &&
           strcmp(a->measure, b->measure) == 0 && strcmp(a->period, b->period) == 0 &&
           a->unit_mult == b->unit_mult && (a->before == b->before || isnan(a->before)) &&
           (a->after == b->after || isnan(a->after));
}

/* How many from index on are the same change. */
static size_t run_from(const sheaf_diff *diff, size_t index)
{
    sheaf_diff_figure first = SHEAF_DIFF_FIGURE_INIT, figure = SHEAF_DIFF_FIGURE_INIT;
    size_t n = 1;

    sheaf_diff_figure_at(diff, index, &first);
    while (sheaf_diff_figure_at(diff, index + n, &figure) && is_again(&first, &figure))
        n++;
    return n;
}

/* The table --------------------------------------------------------------------- */

static void print_cell(const char *text, size_t width, bool right)
{
    const size_t own = columns_of(text), blank = own < width ? width - own : 0;

    if (right)
        printf("%*s%s  ", (int)blank, "", text);
    else
        printf("%s%*s  ", text, (int)blank, "");
}

static void print_row(const struct row *row, const size_t widths[COLUMNS], const char *sheet,
                      size_t n)
{
    char name[ABOUT], more[CELL], all[2 * ABOUT + CELL];

    sheaf_printable(sheet, name, sizeof name);
    snprintf(more, sizeof more, "%zu", n - 1);
    words_write(all, sizeof all, "%s and %s more", (const char *const[]){ name, more });
    for (size_t c = 0; c < COLUMNS; c++)
        print_cell(row->cells[c], widths[c], c < UNIT);
    printf("%s\n", n > 1 ? all : name);
}

static void print_figures(const sheaf_diff *diff)
{
    static const char *const heads[COLUMNS] = { "change", "before", "after", "unit", "figure" };
    sheaf_diff_figure figure = SHEAF_DIFF_FIGURE_INIT;
    struct row row, head;
    size_t widths[COLUMNS];

    for (size_t c = 0; c < COLUMNS; c++) {
        snprintf(head.cells[c], ABOUT, "%s", in_words(heads[c]));
        widths[c] = columns_of(head.cells[c]);
    }
    for (size_t i = 0; sheaf_diff_figure_at(diff, i, &figure); i += run_from(diff, i)) {
        write_row(&row, &figure);
        for (size_t c = 0; c < COLUMNS; c++)
            if (columns_of(row.cells[c]) > widths[c])
                widths[c] = columns_of(row.cells[c]);
    }
    putchar('\n');
    print_row(&head, widths, in_words("sheet"), 1);
    for (size_t i = 0; sheaf_diff_figure_at(diff, i, &figure);) {
        const size_t n = run_from(diff, i);

        write_row(&row, &figure);
        print_row(&row, widths, figure.sheet, n);
        i += n;
    }
}

/* Sheets ------------------------------------------------------------------------ */

static size_t count_sheets(const sheaf_diff *diff, sheaf_sheet_change change)
{
    sheaf_diff_sheet sheet = SHEAF_DIFF_SHEET_INIT;
    size_t n = 0;

    for (size_t i = 0; sheaf_diff_sheet_at(diff, i, &sheet); i++)
        n += sheet.change == change;
    return n;
}

/* A text with one blank. */
static void print_count(const char *english, size_t n)
{
    char number[CELL], text[ABOUT];

    snprintf(number, sizeof number, "%zu", n);
    words_write(text, sizeof text, english, (const char *const[]){ number });
    fputs(text, stdout);
}

static void print_sheets(const sheaf_diff *diff, sheaf_sheet_change change, const char *title)
{
    sheaf_diff_sheet sheet = SHEAF_DIFF_SHEET_INIT;
    size_t n = 0;

    for (size_t i = 0; sheaf_diff_sheet_at(diff, i, &sheet); i++) {
        char name[ABOUT], message[2 * ABOUT];

        if (sheet.change != change)
            continue;
        if (n++ == 0)
            printf("\n%s\n", in_words(title));
        if (n > MOST_NAMED)
            continue;
        sheaf_printable(sheet.name, name, sizeof name);
        sheaf_printable(sheet.message, message, sizeof message);
        printf("  %s%s%s\n", name, message[0] != '\0' ? ": " : "", message);
    }
    if (n > MOST_NAMED) {
        printf("  ");
        print_count("and %s more", n - MOST_NAMED);
        putchar('\n');
    }
}

/* Of figures, each of them once. */
static size_t count_changes(const sheaf_diff *diff)
{
    size_t n = 0;

    for (size_t i = 0; i < sheaf_diff_figure_count(diff); i += run_from(diff, i))
        n++;
    return n;
}

static void print_sum(const sheaf_diff *diff)
{
    static const struct {
        sheaf_sheet_change change;
        const char *words;
    } others[] = { { SHEAF_SHEET_CAME, "%s came" },
                   { SHEAF_SHEET_WENT, "%s went" },
                   { SHEAF_SHEET_OPAQUE, "%s differ without data" },
                   { SHEAF_SHEET_UNREADABLE, "%s could not be read" },
                   { SHEAF_SHEET_SAME, "%s the same" } };
    static const char *const sums[2][2] = {
        { "%s figures of %s sheets changed", "%s figures of %s sheet changed" },
        { "%s figure of %s sheets changed", "%s figure of %s sheet changed" }
    };
    const size_t figures = count_changes(diff), sheets = count_sheets(diff, SHEAF_SHEET_CHANGED);

    char numbers[2][CELL], text[ABOUT];
    bool any = false;

    snprintf(numbers[0], CELL, "%zu", figures);
    snprintf(numbers[1], CELL, "%zu", sheets);
    words_write(text, sizeof text, sums[figures == 1][sheets == 1],
                (const char *const[]){ numbers[0], numbers[1] });
    fputs(text, stdout);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        const size_t n = count_sheets(diff, others[i].change);

        if (n == 0)
            continue;
        if (any)
            fputs(", ", stdout);
        else
            printf("; %s: ", in_words("sheets"));
        print_count(others[i].words, n);
        any = true;
    }
    putchar('\n');
}

void print_diff_table(const sheaf_diff *diff)
{
    print_sum(diff);
    if (sheaf_diff_figure_count(diff) > 0)
        print_figures(diff);
    print_sheets(diff, SHEAF_SHEET_CAME, "Sheets that came");
    print_sheets(diff, SHEAF_SHEET_WENT, "Sheets that went");
    print_sheets(diff, SHEAF_SHEET_OPAQUE, "Sheets that differ, without data to compare");
}

void print_diff_trouble(const sheaf_diff *diff)
{
    sheaf_diff_sheet sheet = SHEAF_DIFF_SHEET_INIT;

    fflush(stdout);
    for (size_t i = 0; sheaf_diff_sheet_at(diff, i, &sheet); i++)
        if (sheet.change == SHEAF_SHEET_UNREADABLE)
            fprintf(stderr, "%s\n", sheet.message);
}
