/* reading.c - the options about data files, and the warnings that come of reading. */
#include "reading.h"

#include <string.h>

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
            (sheaf_pick){ reading->constants.items[i].key, reading->constants.items[i].word };
    *options = (sheaf_read_options){
        .format = values[READ_FROM],
        .encoding = values[READ_ENCODING],
        .separator = values[READ_SEPARATOR] != NULL ? separator_of(values[READ_SEPARATOR]) : NULL,
        .decimal = values[READ_DECIMAL],
        .frequency = values[READ_FREQUENCY],
        .query = values[READ_QUERY],
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

void print_warning(FILE *out, const sheaf_warning *warning)
{
    char text[1024];

    sheaf_warning_text(warning, text, sizeof text);
    fprintf(out, "%s\n", text);
}

size_t print_warnings(FILE *out, const sheaf_table *table)
{
    sheaf_warning warning;
    size_t n = 0;

    for (; sheaf_table_warning(table, n, &warning); n++)
        print_warning(out, &warning);
    return n;
}
