/* new.c - sheaf new: a first spec from the data. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "spec.h"
#include "told.h"

enum { OUTPUT, FORCE, SELECT, WITHOUT, LANGUAGE, READING };

static const struct option options[] = {
    [OUTPUT] = { 'o', "output", "SPEC", "write here; - is standard output (the default)" },
    [FORCE] = { '\0', "force", NULL, "replace a file that is there already" },
    [SELECT] = { 's', "select", "'DIMENSION: MEMBER, …'",
                 "of these rows only; the same dimension twice is\n"
                 "either, 'partner: !World' leaves a member out" },
    [WITHOUT] = { '\0', "without", "'DIMENSION: MEMBER, …'",
                  "without these rows: as '!' in --select" },
    [LANGUAGE] = { 'l', "lang", "LANGUAGE,…",
                   "of the spec's texts and comments: en, ru, kk, zh,\n"
                   "fr, de, ar, ug; of several, each text is in all" },
    READING_ROWS(READING),
    { '\0', NULL, NULL, NULL },
};

/* Of real paths, the second as seen from the folder that is the first; the caller frees. NULL: no
 * memory. */
static char *seen_from(const char *folder, const char *file)
{
    size_t shared = 0, up = 0, n;

    for (size_t i = 0; folder[i] == file[i] && file[i] != '\0'; i++)
        if (file[i] == '/')
            shared = i + 1;
    if (strncmp(folder, file, strlen(folder)) == 0 && file[strlen(folder)] == '/')
        shared = strlen(folder) + 1;
    if (shared <= strlen(folder) && folder[shared] != '\0')
        up = 1;
    for (const char *c = folder + (shared < strlen(folder) ? shared : strlen(folder)); *c != '\0';
         c++)
        up += *c == '/';
    n = 3 * up;
    char *path = malloc(n + strlen(file + shared) + 1);
    for (size_t i = 0; path != NULL && i < up; i++)
        memcpy(path + 3 * i, "../", 3);
    if (path != NULL)
        strcpy(path + n, file + shared);
    return path;
}

static bool is_beside(const char *output)
{
    return strchr(output, '/') == NULL;
}

/* How a spec at output names the data file; the caller frees. NULL: no memory. */
static char *named_in_spec(const char *output, const char *data)
{
    if (output == NULL || strcmp(output, "-") == 0 || is_beside(output) || data[0] == '/' ||
        strcmp(data, "-") == 0 || strncmp(data, "odbc:", 5) == 0)
        return strdup(data);
    char *folder = strndup(output, (size_t)(strrchr(output, '/') + 1 - output));
    char *from = folder != NULL ? realpath(folder, NULL) : NULL, *to = realpath(data, NULL);
    char *path = from != NULL && to != NULL ? seen_from(from, to) : strdup(data);

    free(folder);
    free(from);
    free(to);
    return path;
}

/* What is edited by hand is never lost. A device is no file. */
static int check_new(const struct command *command, const char *const *values, const char *data)
{
    const char *output = values[OUTPUT];
    struct stat at;
    int code = strncmp(data, "odbc:", 5) != 0 ? check_output(command, output, data) : EXIT_FINE;

    if (code != EXIT_FINE || output == NULL || writes_on_stdout(output) || values[FORCE] != NULL ||
        lstat(output, &at) != 0 || S_ISCHR(at.st_mode) || S_ISFIFO(at.st_mode))
        return code;
    return usage_error(command, "%s is there already; --force replaces it", output);
}

static int check_periods(const struct command *command, const sheaf_filter *filters, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(filters[i].dimension, "period") == 0)
            return usage_error(command, "a spec says itself which periods a chart shows "
                                        "('periods: 2019..2023'); leave 'period' out of --select");
    return EXIT_FINE;
}

static sheaf_status write_spec(const sheaf_table *table, const sheaf_suggest_options *suggest,
                               const char *output, sheaf_error *error)
{
    if (output == NULL || strcmp(output, "-") == 0)
        return sheaf_sheet_suggest_sink(table, suggest, standard_output(), error);
    return sheaf_sheet_suggest(table, suggest, output, error);
}

static void warn_of_choice(void *context, const sheaf_suggest_choice *choice)
{
    sheaf_warning warning = SHEAF_WARNING_INIT;
    char message[1024];

    words_write(
        message, sizeof message,
        "the data have several; the spec shows %s %s, not %s: %s shows that",
        (const char *const[]){ choice->dimension, choice->taken, choice->other, choice->how });
    warning.file = context;
    warning.message = message;
    print_warning(stderr, &warning);
}

static int make_spec(const char *const *values, const char *data, const struct reading *reading,
                     const sheaf_filter *filters, size_t n_filters)
{
    const char *output = values[OUTPUT];
    const bool has_name = output != NULL && strcmp(output, "-") != 0;
    char *file = named_in_spec(output, data);
    sheaf_suggest_options suggest = SHEAF_SUGGEST_OPTIONS_INIT;
    sheaf_context *context = reading_context();
    sheaf_table *table = sheaf_table_read_with(context, data, &reading->options);
    sheaf_error error;
    int code = EXIT_FINE;

    suggest.file = file;
    suggest.reading = &reading->options;
    suggest.filters = filters;
    suggest.n_filters = n_filters;
    suggest.language = values[LANGUAGE];
    suggest.chosen = warn_of_choice;
    suggest.context = (void *)(uintptr_t)(strcmp(data, "-") == 0 ? "standard input" : data);
    if (has_name)
        suggest.spec = strrchr(output, '/') != NULL ? strrchr(output, '/') + 1 : output;
    print_warnings(stderr, table);
    if (file == NULL)
        code = out_of_memory();
    else if (write_spec(table, &suggest, output, &error) != SHEAF_OK)
        code = report_data(&error);
    sheaf_table_destroy(table);
    sheaf_context_destroy(context);
    free(file);
    return code;
}

static int run_new(const struct command *command, const char *const *values,
                   const char *const *operands, int n_operands)
{
    struct pairs chosen = { 0 }, left_out = { 0 };
    sheaf_filter filters[2 * MOST_PAIRS];
    struct reading reading = { 0 };
    size_t n = 0;

    if (n_operands != 1)
        return usage_error(command,
                           n_operands == 0 ? "name a data file" : "one data file at a time");
    int code = refuse_specs(command, operands, n_operands);
    if (code == EXIT_FINE)
        code = check_new(command, values, operands[0]);
    if (code == EXIT_FINE)
        code = reading_read(command, values + READING, &reading);
    if (code == EXIT_FINE)
        code = pairs_read(command, "select", values[SELECT], &chosen);
    if (code == EXIT_FINE)
        code = pairs_read_left_out(command, values[WITHOUT], &left_out);
    if (code == EXIT_FINE) {
        n = pairs_filters(&left_out, filters, pairs_filters(&chosen, filters, 0));
        code = check_periods(command, filters, n);
    }
    if (code == EXIT_FINE)
        code = make_spec(values, operands[0], &reading, filters, n);
    pairs_free(&chosen);
    pairs_free(&left_out);
    reading_free(&reading);
    return code;
}

const struct command new_command = {
    .name = "new",
    .usage = "DATA [OPTION]…",
    .summary = "Write a first spec for a data file, to be edited.",
    .options = options,
    .examples =
        "  sheaf new trade.csv -o trade.yaml && sheaf sheet trade.yaml -o trade.pdf\n"
        "  sheaf new book.xlsx --sheet Exports -o book.yaml\n"
        "  sheaf new comtrade.csv --select 'reporter: KAZ' --without 'partner: EU' -o kaz.yaml\n"
        "  sheaf new odbc:DSN=trade --query 'SELECT …' -o -\n",
    .run = run_new,
};
