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

enum { CELL = 120, ABOUT = 400, COLUMNS = 5, MOST_NAMED = 20 };

enum column { CHANGE, BEFORE, AFTER, UNIT, FIGURE };

struct row {
    char cells[COLUMNS][ABOUT];
};

/* Cells ------------------------------------------------------------------------- */

static size_t width_of(const char *text)
{
    size_t width = 0;

    for (; *text != '\0'; text++)
        width += ((unsigned char)*text & 0xC0) != 0x80;
    return width;
}

/* "+4.2%", "−0.3 pts"; of what was nothing before, or in another unit, "new". */
static void write_change(char out[CELL], const sheaf_diff_figure *figure)
{
    const double size = fabs(figure->percent);
    const bool in_points = strcmp(figure->unit, "%") == 0 || strcmp(figure->unit, "pp") == 0;
    const char *sign = figure->percent < 0 ? "\xE2\x88\x92" : "+";

    if (figure->change != SHEAF_FIGURE_CHANGED)
        snprintf(out, CELL, "%s",
                 figure->change == SHEAF_FIGURE_HIDDEN  ? "confidential"
                 : figure->change == SHEAF_FIGURE_SHOWN ? "published"
                 : figure->change == SHEAF_FIGURE_CAME  ? "came"
                                                        : "went");
    else if (!isfinite(size))
        snprintf(out, CELL, isnan(figure->difference) ? "other unit" : "from 0");
    else if (size < 0.05)
        snprintf(out, CELL, "%s%.1g%s", sign, size, in_points ? " pts" : "%");
    else
        snprintf(out, CELL, "%s%.*f%s", sign, size < 1000 ? 1 : 0, size, in_points ? " pts" : "%");
}

/* Without zeros at the end; "" for what is not told. */
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
    static const char *const words[] = {
        [0] = "", [3] = " th", [6] = " m", [9] = " bn", [12] = " tn"
    };
    const int power = figure->unit_mult;
    const bool has_word =
        power >= 0 && (size_t)power < sizeof words / sizeof *words && words[power] != NULL;
    char unit[CELL];

    sheaf_printable(figure->unit, unit, sizeof unit);
    if (has_word)
        snprintf(out, ABOUT, "%s%s", unit, words[power]);
    else
        snprintf(out, ABOUT, "%s \xC3\x97 10^%d", unit, power);
}

/* "exports, DEU, 2023": what the series' name does not say already. */
static void write_about(char out[ABOUT], const sheaf_diff_figure *figure)
{
    const char *const parts[] = { figure->series, figure->reporter, figure->partner,
                                  figure->product, figure->period };
    char all[2 * ABOUT] = "";
    size_t n = 0;

    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (parts[i][0] == '\0')
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
           strcmp(a->period, b->period) == 0 && a->unit_mult == b->unit_mult &&
           (a->before == b->before || isnan(a->before)) &&
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
    const size_t own = width_of(text), blank = own < width ? width - own : 0;

    if (right)
        printf("%*s%s  ", (int)blank, "", text);
    else
        printf("%s%*s  ", text, (int)blank, "");
}

static void print_row(const struct row *row, const size_t widths[COLUMNS], const char *sheet,
                      size_t n)
{
    char name[ABOUT];

    sheaf_printable(sheet, name, sizeof name);
    for (size_t c = 0; c < COLUMNS; c++)
        print_cell(row->cells[c], widths[c], c < UNIT);
    if (n > 1)
        printf("%s and %zu more\n", name, n - 1);
    else
        printf("%s\n", name);
}

static void print_figures(const sheaf_diff *diff)
{
    struct row row = { .cells = { "change", "before", "after", "unit", "figure" } };
    sheaf_diff_figure figure = SHEAF_DIFF_FIGURE_INIT;
    const struct row head = row;
    size_t widths[COLUMNS];

    for (size_t c = 0; c < COLUMNS; c++)
        widths[c] = strlen(head.cells[c]);
    for (size_t i = 0; sheaf_diff_figure_at(diff, i, &figure); i += run_from(diff, i)) {
        write_row(&row, &figure);
        for (size_t c = 0; c < COLUMNS; c++)
            if (width_of(row.cells[c]) > widths[c])
                widths[c] = width_of(row.cells[c]);
    }
    putchar('\n');
    print_row(&head, widths, "sheet", 1);
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

static void print_sheets(const sheaf_diff *diff, sheaf_sheet_change change, const char *title)
{
    sheaf_diff_sheet sheet = SHEAF_DIFF_SHEET_INIT;
    size_t n = 0;

    for (size_t i = 0; sheaf_diff_sheet_at(diff, i, &sheet); i++) {
        char name[ABOUT], message[2 * ABOUT];

        if (sheet.change != change)
            continue;
        if (n++ == 0)
            printf("\n%s\n", title);
        if (n > MOST_NAMED)
            continue;
        sheaf_printable(sheet.name, name, sizeof name);
        sheaf_printable(sheet.message, message, sizeof message);
        printf("  %s%s%s\n", name, message[0] != '\0' ? ": " : "", message);
    }
    if (n > MOST_NAMED)
        printf("  and %zu more\n", n - MOST_NAMED);
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
    } others[] = { { SHEAF_SHEET_CAME, "came" },
                   { SHEAF_SHEET_WENT, "went" },
                   { SHEAF_SHEET_OPAQUE, "differ without data" },
                   { SHEAF_SHEET_UNREADABLE, "could not be read" },
                   { SHEAF_SHEET_SAME, "the same" } };
    const size_t figures = count_changes(diff), sheets = count_sheets(diff, SHEAF_SHEET_CHANGED);

    printf("%zu %s of %zu %s changed", figures, figures == 1 ? "figure" : "figures", sheets,
           sheets == 1 ? "sheet" : "sheets");
    const char *between = "; sheets: ";
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        const size_t n = count_sheets(diff, others[i].change);

        if (n == 0)
            continue;
        printf("%s%zu %s", between, n, others[i].words);
        between = ", ";
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
