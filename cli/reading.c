/* reading.c - the options about data files, and the warnings that come of reading. */
#include "reading.h"

#include <string.h>

#include "told.h"

static bool read_line_number(const char *text, size_t *line)
{
    *line = 0;
    for (; *text >= '0' && *text <= '9' && *line < 1000000; text++)
        *line = *line * 10 + (size_t)(*text - '0');
    return *text == '\0' && *line > 0;
}

/* The mark itself, or the word for one that is hard to type. */
static const char *separator_of(const char *text)
{
    return strcmp(text, "tab") == 0 || strcmp(text, "\\t") == 0 ? "\t" : text;
}

static int check_marks(const struct command *command, const sheaf_read_options *options)
{
    if (options->separator != NULL &&
        (strlen(options->separator) != 1 || strchr(",;\t|", options->separator[0]) == NULL))
        return usage_error(command, "'%s' is no separator; there are ',', ';', '|' and tab",
                           options->separator);
    if (options->decimal != NULL && strcmp(options->decimal, ".") != 0 &&
        strcmp(options->decimal, ",") != 0)
        return usage_error(command, "'%s' is no decimal mark; there are '.' and ','",
                           options->decimal);
    if (options->frequency != NULL &&
        (strlen(options->frequency) != 1 || strchr("ASTQMWD", options->frequency[0]) == NULL))
        return usage_error(command, "'%s' is no frequency; there are A, S, T, Q, M, W and D",
                           options->frequency);
    if (options->x != NULL && strcmp(options->x, "number") != 0)
        return usage_error(command, "rows do not run over '%s'; there is number", options->x);
    return EXIT_FINE;
}

int reading_read(const struct command *command, const char *const *values, struct reading *reading)
{
    sheaf_read_options *options = &reading->options;
    int code = pairs_read(command, "columns", values[READ_COLUMNS], &reading->columns);

    if (code == EXIT_FINE)
        code = pairs_read(command, "set", values[READ_SET], &reading->constants);
    if (code != EXIT_FINE)
        return code;
    for (size_t i = 0; i < reading->columns.count; i++)
        reading->column_items[i] =
            (sheaf_column){ reading->columns.items[i].word, reading->columns.items[i].key };
    for (size_t i = 0; i < reading->constants.count; i++)
        reading->constant_items[i] =
            (sheaf_filter){ reading->constants.items[i].key, reading->constants.items[i].word };
    *options = (sheaf_read_options){
        .size = sizeof *options,
        .format = values[READ_FROM],
        .encoding = values[READ_ENCODING],
        .separator = values[READ_SEPARATOR] != NULL ? separator_of(values[READ_SEPARATOR]) : NULL,
        .decimal = values[READ_DECIMAL],
        .frequency = values[READ_FREQUENCY],
        .financial_year = values[READ_FINANCIAL_YEAR],
        .dates = values[READ_DATES],
        .x = values[READ_X],
        .query = values[READ_QUERY],
        .sheet = values[READ_SHEET],
        .columns = reading->column_items,
        .n_columns = reading->columns.count,
        .constants = reading->constant_items,
        .n_constants = reading->constants.count,
    };
    if (values[READ_HEADER] != NULL && !read_line_number(values[READ_HEADER], &options->header))
        return usage_error(command, "'%s' is no line number", values[READ_HEADER]);
    return check_marks(command, options);
}

void reading_free(struct reading *reading)
{
    pairs_free(&reading->columns);
    pairs_free(&reading->constants);
}

/* Names of settings ------------------------------------------------------------ */

static const struct option reading_options[] = { READING_ROWS(0) };

/* A spec's "format" is the option from, as the output has a format, too. */
static const char *option_of(const char *key, size_t n)
{
    static const char *const of_charts[] = { "periods", "axis", "of" };

    if (n == 6 && strncmp(key, "format", n) == 0)
        return "from";
    if (n == 14 && strncmp(key, "financial_year", n) == 0)
        return "financial-year";
    for (size_t i = 0; i < sizeof of_charts / sizeof *of_charts; i++)
        if (strlen(of_charts[i]) == n && strncmp(of_charts[i], key, n) == 0)
            return of_charts[i];
    for (size_t i = 0; i < READING_OPTIONS; i++)
        if (strlen(reading_options[i].name) == n && strncmp(reading_options[i].name, key, n) == 0)
            return reading_options[i].name;
    return NULL;
}

/* "decimal: ','" is --decimal ',', "set: {unit: USD}" --set 'unit: USD', and what is no key of
 * reading is a member to select. */
static void write_option(char *out, size_t capacity, const char *setting, size_t n)
{
    const char *colon = memchr(setting, ':', n), *word, *end = setting + n;
    const char *option = colon != NULL ? option_of(setting, (size_t)(colon - setting)) : NULL;

    word = option != NULL ? colon + 1 + (colon[1] == ' ') : setting;
    if (option != NULL && *word == '{')
        snprintf(out, capacity, "--%s '%.*s'", option, (int)(end - word - 2), word + 1);
    else if (option != NULL)
        snprintf(out, capacity, "--%s %.*s", option, (int)(end - word), word);
    else
        snprintf(out, capacity, "--select '%.*s'", (int)n, setting);
}

static void name_options(char *out, size_t capacity, const char *message, size_t at, size_t n)
{
    char option[256] = "";

    if (n > 0)
        write_option(option, sizeof option, message + at, n);
    snprintf(out, capacity, "%.*s%s%s", (int)(n > 0 ? at : strlen(message)), message, option,
             n > 0 ? message + at + n : "");
}

int report_data(const sheaf_error *error)
{
    sheaf_error own = *error;

    name_options(own.message, sizeof own.message, error->message, error->setting,
                 error->setting_length);
    return report(&own);
}

void print_warning(FILE *out, const sheaf_warning *warning)
{
    char text[4096];

    if (told_into(NULL))
        return;
    if (tells_as_json()) {
        tell_json(out, warning->is_note ? "note" : "warning",
                  &(struct told_place){ warning->file, warning->line, warning->column, 0 },
                  warning->message);
        return;
    }
    sheaf_warning_text(warning, text, sizeof text);
    fputs(warning->file[0] == '\0' ? "sheaf: " : "", out);
    print_leveled(out, text, strlen(warning->file), warning->is_note ? "note" : "warning", "33");
}

static void print_data_warning(FILE *out, const sheaf_warning *warning)
{
    sheaf_warning own = *warning;
    char message[768];

    name_options(message, sizeof message, warning->message, warning->setting,
                 warning->setting_length);
    own.message = message;
    print_warning(out, &own);
}

size_t print_warnings(FILE *out, const sheaf_table *table)
{
    sheaf_warning warning = SHEAF_WARNING_INIT;
    size_t n = 0;

    for (; sheaf_table_warning(table, n, &warning); n++)
        print_data_warning(out, &warning);
    return n;
}
