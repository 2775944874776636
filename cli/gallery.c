/* gallery.c - sheaf gallery: every chart type on one's own data, on one sheet. A type that does not suit
 * says why. */
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "chart_series.h"
#include "progress.h"
#include "spec.h"
#include "theme.h"
#include "told.h"

enum { OUTPUT, SELECT, WITHOUT, PERIODS, BY, LANGUAGE, FONTS, THEME, QUIET, READING };

static const struct option options[] = {
    [OUTPUT] = { 'o', "output", "FILE", "write here: .pdf, .html or .png" },
    [SELECT] = { 's', "select", "'DIMENSION: MEMBER, …'", "only these rows" },
    [WITHOUT] = { '\0', "without", "'DIMENSION: MEMBER, …'", "without these rows" },
    [PERIODS] = { 'p', "periods", "PERIOD..PERIOD", "only these" },
    [BY] = { 'b', "by", "DIMENSION", "a series for each member of this column" },
    [LANGUAGE] = { 'l', "lang", "LANGUAGE",
                   "numbers, periods and words: en, ru, kk, zh, fr,\n"
                   "de, ar, ug" },
    [FONTS] = { '\0', "fonts", "FOLDER", "look here first for faces of other scripts" },
    [THEME] = { '\0', "theme", "NAME|FILE", "colours and sizes" },
    [QUIET] = QUIET_OPTION,
    READING_ROWS(READING),
    { '\0', NULL, NULL, NULL },
};

enum { IN_A_ROW = 4, MOST_TYPES = 64, LONGEST_REASON = 600 };

/* Points: a chart's least size in which its words fit, mostly. */
static const double chart_width = 250, chart_height = 165;

struct gallery {
    const struct command *command;
    const char *const *values;
    const sheaf_theme *theme;
    sheaf_context *context;
    sheaf_table *table;
    sheaf_sheet *sheet;
    char last_period[SHEAF_PERIOD_TEXT];
    size_t n_drawn;
    char reasons[MOST_TYPES][LONGEST_REASON]; /* "": it is drawn */
};

/* What a chart is drawn of, as --select and --periods say it; NULL: all. */
struct choice {
    const char *selected, *periods;
};

/* Adds the figures as sheaf chart does; what fails goes into the reason. */
static bool add_figures(const struct gallery *gallery, sheaf_chart_type type, struct choice choice,
                        sheaf_chart *chart, char *reason)
{
    const char *const *values = gallery->values;
    struct chart_series series = { .command = gallery->command, .by = values[BY] };

    chart_series_suit(&series, type);
    tell_into(reason, LONGEST_REASON);
    int code = chart_series_select(&series, choice.selected, values[WITHOUT]);
    if (code == EXIT_FINE)
        code = chart_series_periods(&series, choice.periods);
    if (code == EXIT_FINE)
        code = chart_series_add(&series, chart, sheaf_table_filter(gallery->table, NULL, 0));
    tell_into(NULL, 0);
    chart_series_free(&series);
    return code == EXIT_FINE;
}

static void set_look(const struct gallery *gallery, sheaf_chart *chart)
{
    const char *const *values = gallery->values;

    if (values[LANGUAGE] != NULL)
        sheaf_chart_set_language(chart, values[LANGUAGE]);
    if (values[FONTS] != NULL)
        sheaf_chart_set_font_folder(chart, values[FONTS]);
    if (gallery->theme != NULL)
        sheaf_chart_set_theme(chart, gallery->theme);
}

/* NULL, and a reason: no chart of the type can be drawn of what is chosen. */
static sheaf_chart *try_chart(const struct gallery *gallery, sheaf_chart_type type,
                              struct choice choice, char *reason)
{
    sheaf_chart *chart = sheaf_chart_create(gallery->context, type);

    if (add_figures(gallery, type, choice, chart, reason)) {
        set_look(gallery, chart);
        sheaf_picture *picture = sheaf_chart_layout(chart, chart_width, chart_height);
        if (picture != NULL) {
            sheaf_picture_destroy(picture);
            return chart;
        }
        snprintf(reason, LONGEST_REASON, "%s", sheaf_chart_message(chart));
    }
    sheaf_chart_destroy(chart);
    return NULL;
}

static bool has_dimension(const struct gallery *gallery, const char *name)
{
    for (size_t i = 0; i < sheaf_table_dimension_count(gallery->table); i++)
        if (strcmp(sheaf_table_dimension(gallery->table, i), name) == 0)
            return sheaf_table_member_count(gallery->table, name) > 1;
    return false;
}

static void find_last_period(struct gallery *gallery)
{
    sheaf_row row = SHEAF_ROW_INIT;
    sheaf_period last = { SHEAF_NO_PERIOD, 0, 0 };

    for (size_t i = 0; sheaf_table_row(gallery->table, i, &row); i++)
        if (last.unit == SHEAF_NO_PERIOD || sheaf_period_compare(last, row.period) < 0)
            last = row.period;
    if (last.unit != SHEAF_NO_PERIOD)
        sheaf_period_write(last, gallery->last_period);
}

/* What is selected besides, in this order, where a type does not suit all of the data: many suit one flow,
 * some one period of it, others the flows with all partners together. */
static const struct {
    const char *dimension, *select;
    bool in_last_period;
} attempts[] = { { "flow", "flow: exports", false },
                 { "flow", "flow: exports", true },
                 { "partner", "partner: World", false },
                 { NULL, "", true } };

/* The chart of a type; NULL, and a reason, if it does not suit. */
static sheaf_chart *make_chart(const struct gallery *gallery, sheaf_chart_type type, char *reason)
{
    const char *selected = gallery->values[SELECT], *periods = gallery->values[PERIODS];
    char more[2048], other[LONGEST_REASON];
    bool is_first = true;
    sheaf_chart *chart;

    if (sheaf_chart_type_takes_targets(type)) {
        snprintf(reason, LONGEST_REASON, "it draws targets, which data do not have");
        return NULL;
    }
    chart = try_chart(gallery, type, (struct choice){ selected, periods }, reason);
    for (size_t i = 0; chart == NULL && i < sizeof attempts / sizeof *attempts; i++) {
        const char *dimension = attempts[i].dimension;

        if (attempts[i].in_last_period && (periods != NULL || gallery->last_period[0] == '\0'))
            continue;
        if (dimension != NULL && (!has_dimension(gallery, dimension) ||
                                  (selected != NULL && strstr(selected, dimension) != NULL)))
            continue;
        snprintf(more, sizeof more, "%s%s%s", selected != NULL ? selected : "",
                 selected != NULL && dimension != NULL ? ", " : "", attempts[i].select);
        const struct choice choice = { more[0] != '\0' ? more : NULL, attempts[i].in_last_period
                                                                          ? gallery->last_period
                                                                          : periods };
        chart = try_chart(gallery, type, choice, is_first ? reason : other);
        is_first = false; /* the reason against one flow says more than that there are several */
    }
    return chart;
}

static void add_charts(struct gallery *gallery)
{
    for (size_t i = 1; i < sheaf_chart_type_count() && i < MOST_TYPES; i++) { /* 0: auto */
        const sheaf_chart_type type = (sheaf_chart_type)i;
        sheaf_chart *chart = make_chart(gallery, type, gallery->reasons[i]);

        if (chart == NULL)
            continue;
        gallery->reasons[i][0] = '\0';
        if (gallery->n_drawn++ % IN_A_ROW == 0)
            sheaf_sheet_begin_row(gallery->sheet);
        sheaf_chart_set_title(chart, sheaf_chart_type_name(type));
        sheaf_sheet_add_chart(gallery->sheet, chart);
        sheaf_sheet_set_height(gallery->sheet, chart_height);
        sheaf_sheet_set_span(gallery->sheet, 12 / IN_A_ROW);
        if (gallery->n_drawn % IN_A_ROW == 0)
            sheaf_sheet_end_row(gallery->sheet);
        sheaf_chart_destroy(chart);
    }
    if (gallery->n_drawn % IN_A_ROW != 0)
        sheaf_sheet_end_row(gallery->sheet);
}

/* Text for CommonMark with fields: what could be markup is escaped. */
static void escape(const char *text, char *out, size_t capacity)
{
    size_t n = 0;

    for (; *text != '\0' && n + 3 < capacity; text++) {
        if (strchr("\\`*_{}[]<>#|~&!", *text) != NULL)
            out[n++] = '\\';
        out[n++] = *text;
    }
    out[n] = '\0';
}

/* A list, which is read in columns. */
static void add_reasons(struct gallery *gallery)
{
    enum { CAPACITY = 1 << 16 };
    char *text = calloc(1, CAPACITY), escaped[2 * LONGEST_REASON];
    size_t length = 0;

    for (size_t i = 1; i < MOST_TYPES && text != NULL; i++)
        if (gallery->reasons[i][0] != '\0') {
            escape(gallery->reasons[i], escaped, sizeof escaped);
            length += (size_t)snprintf(text + length, CAPACITY - length, "- **%s**: %s\n",
                                       sheaf_chart_type_name((sheaf_chart_type)i), escaped);
        }
    if (length > 0) {
        sheaf_sheet_add_heading(gallery->sheet, "What does not suit these data");
        sheaf_sheet_add_text(gallery->sheet, text);
    }
    free(text);
}

static const char *ending_of(const char *path)
{
    const char *dot = strrchr(path, '.');

    return dot != NULL && strchr(dot, '/') == NULL ? dot + 1 : "";
}

static int write_to_file(void *context, const void *bytes, size_t n)
{
    return fwrite(bytes, 1, n, context) == n ? 0 : errno;
}

static int cannot_write(const char *path)
{
    char shown[4096];

    sheaf_printable(path, shown, sizeof shown);
    fprintf(stderr, "sheaf: error: cannot write %s: %s\n", shown, strerror(errno));
    return EXIT_SYSTEM;
}

/* Into a file that is opened here. */
static int write_page(const struct gallery *gallery, const char *path)
{
    enum { DOTS_PER_INCH = 110 };
    FILE *file = fopen(path, "wb");

    if (file == NULL)
        return cannot_write(path);
    const sheaf_status status = sheaf_sheet_write_png_sink(gallery->sheet, 0, DOTS_PER_INCH,
                                                           (sheaf_sink){ file, write_to_file });
    if (fclose(file) != 0 && status == SHEAF_OK)
        return cannot_write(path);
    return status == SHEAF_OK ? EXIT_FINE : report(sheaf_sheet_error(gallery->sheet));
}

/* Through a draft beside it, so that a failure leaves the old file; a device is written to as it is. */
static int write_png(const struct gallery *gallery, const char *path)
{
    char draft[PATH_MAX + 8], real[PATH_MAX];
    struct stat status;

    if (stat(path, &status) == 0 && !S_ISREG(status.st_mode))
        return write_page(gallery, path);
    if (realpath(path, real) == NULL)
        snprintf(real, sizeof real, "%s", path);
    snprintf(draft, sizeof draft, "%s.new", real);
    int code = write_page(gallery, draft);
    if (code == EXIT_FINE && rename(draft, real) != 0)
        code = cannot_write(path);
    if (code != EXIT_FINE)
        remove(draft);
    return code;
}

static int write_sheet(const struct gallery *gallery)
{
    const char *path = gallery->values[OUTPUT];

    if (strcasecmp(ending_of(path), "png") == 0)
        return write_png(gallery, path);
    const sheaf_status status = strcasecmp(ending_of(path), "pdf") == 0
                                    ? sheaf_sheet_write_pdf(gallery->sheet, path)
                                    : sheaf_sheet_write_html(gallery->sheet, path);
    return status == SHEAF_OK ? EXIT_FINE : report(sheaf_sheet_error(gallery->sheet));
}

/* One page, as high as its rows. */
static void set_paper(struct gallery *gallery, size_t n_rows)
{
    char paper[64];
    sheaf_page_format format = SHEAF_PAGE_FORMAT_INIT;
    const double width = IN_A_ROW * (chart_width + 24) + 72;
    const double height = (double)n_rows * (chart_height + 34) + 420;

    snprintf(paper, sizeof paper, "%d x %d pt", (int)width, (int)height);
    format.paper = paper;
    sheaf_sheet_set_page_format(gallery->sheet, &format);
}

static int make(struct gallery *gallery, const char *path)
{
    char title[1024];
    const char *slash = strrchr(path, '/');

    gallery->sheet = sheaf_sheet_create(gallery->context);
    escape(slash != NULL ? slash + 1 : path, title, sizeof title);
    sheaf_sheet_set_title(gallery->sheet, title);
    if (gallery->values[LANGUAGE] != NULL)
        sheaf_sheet_set_language(gallery->sheet, gallery->values[LANGUAGE]);
    if (gallery->values[FONTS] != NULL)
        sheaf_sheet_set_font_folder(gallery->sheet, gallery->values[FONTS]);
    if (gallery->theme != NULL)
        sheaf_sheet_set_theme(gallery->sheet, gallery->theme);
    progress_begin();
    find_last_period(gallery);
    add_charts(gallery);
    add_reasons(gallery);
    set_paper(gallery, (gallery->n_drawn + IN_A_ROW - 1) / IN_A_ROW);
    int code = write_sheet(gallery);
    progress_end();
    sheaf_sheet_destroy(gallery->sheet);
    return code;
}

static int check(const struct command *command, const char *const *values,
                 const char *const *operands, int n_operands)
{
    const char *ending = values[OUTPUT] != NULL ? ending_of(values[OUTPUT]) : "";

    if (n_operands != 1)
        return usage_error(command, n_operands == 0 ? "name a data file" : "one file at a time");
    if (values[OUTPUT] == NULL)
        return usage_error(command, "name the output: -o FILE.pdf, FILE.html or FILE.png");
    if (strcasecmp(ending, "pdf") != 0 && strcasecmp(ending, "html") != 0 &&
        strcasecmp(ending, "png") != 0)
        return usage_error(command, "end '%s' in .pdf, .html or .png", values[OUTPUT]);
    int code = refuse_specs(command, operands, n_operands);
    if (code == EXIT_FINE)
        code = check_output(command, values[OUTPUT], operands[0]);
    return code == EXIT_FINE ? check_folder(command, "fonts", values[FONTS]) : code;
}

static int run(const struct command *command, const char *const *values,
               const char *const *operands, int n_operands)
{
    struct reading reading = { 0 };
    sheaf_theme *theme = NULL;
    struct gallery *gallery = calloc(1, sizeof *gallery);

    if (gallery == NULL)
        return out_of_memory();
    int code = check(command, values, operands, n_operands);
    if (code == EXIT_FINE)
        code = theme_open(command, values[THEME], &theme);
    if (code == EXIT_FINE)
        code = reading_read(command, values + READING, &reading);
    if (code == EXIT_FINE) {
        *gallery = (struct gallery){
            .command = command, .values = values, .theme = theme, .context = reading_context()
        };
        gallery->table = sheaf_table_read_with(gallery->context, operands[0], &reading.options);
        sheaf_table_check(gallery->table);
        print_warnings(stderr, gallery->table);
        code = sheaf_table_status(gallery->table) == SHEAF_OK
                   ? make(gallery, operands[0])
                   : report_data(sheaf_table_error(gallery->table));
        sheaf_table_destroy(gallery->table);
        sheaf_context_destroy(gallery->context);
    }
    reading_free(&reading);
    sheaf_theme_destroy(theme);
    free(gallery);
    return code;
}

const struct command gallery_command = {
    .name = "gallery",
    .usage = "DATA -o FILE.pdf|FILE.html|FILE.png [OPTION]…",
    .summary = "Draw every chart type from one data file, on one sheet.",
    .options = options,
    .examples = "  sheaf gallery trade.csv -o types.pdf\n"
                "  sheaf gallery trade.csv --select 'flow: exports' --by partner -o types.png\n"
                "\nTypes that do not suit the data are listed below, with the reason.\n",
    .run = run,
};
