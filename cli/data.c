/* data.c - sheaf data: what was read, for people or for the next program; and sheaf check:
 * what is strange in it. */
#include <stdlib.h>
#include <string.h>

#include "progress.h"
#include "spec.h"

enum { OUTPUT, TO, SELECT, WITHOUT, SERIES, LANGUAGE, FLAGS, SAFE, QUIET, READING };

static const struct option data_options[] = {
    [OUTPUT] = { 'o', "output", "FILE", "write here; - is standard output (the default)" },
    [TO] = { '\0', "to", "FORMAT",
             "table (for people, the default), csv, json,\n"
             "sdmx-csv or xlsx" },
    [SELECT] = { 's', "select", "'DIMENSION: MEMBER, …'",
                 "only these rows; the same dimension twice is either;\n"
                 "'period: 2019..2023' is a range, 'partner: !World'\n"
                 "leaves a member out" },
    [WITHOUT] = { '\0', "without", "'DIMENSION: MEMBER, …'",
                  "without these rows: as '!' in --select" },
    [SERIES] = { '\0', "series", "'EXPRESSION; …'",
                 "what is computed from them, instead of the rows:\n"
                 "'exports + imports; growth(exports)'" },
    [LANGUAGE] = { 'l', "lang", "LANGUAGE",
                   "of the names of computed series in csv, beside\n"
                   "their expressions: en, ru, kk, zh, fr, de, ar, ug" },
    [FLAGS] = { '\0', "flags", "WHICH",
                "which figures are told apart in a table for\n"
                "people: estimated ones and those that their\n"
                "source flags (estimated, the default), computed\n"
                "ones too (all), or none" },
    [SAFE] = { '\0', "safe", NULL,
               "in csv and sdmx-csv an apostrophe before texts that\n"
               "are formulas to a spreadsheet: =HYPERLINK(…)" },
    [QUIET] = QUIET_OPTION,
    READING_ROWS(READING),
    { '\0', NULL, NULL, NULL },
};

enum { CHECK_LANGUAGE = READING_OPTIONS, CHECK_MISSING, CHECK_ROOT, CHECK_QUIET };

static const struct option check_options[] = {
    READING_ROWS(0),
    [CHECK_LANGUAGE] = { 'l', "lang", "LANGUAGE",
                         "print for people in this language; of a spec, check\n"
                         "its texts in it" },
    [CHECK_MISSING] = { '\0', "missing", "LANGUAGE",
                        "of a spec: print the texts that this language lacks,\n"
                        "as a catalogue to be filled in" },
    [CHECK_ROOT] = { '\0', "root", "FOLDER",
                     "of a spec: read no file that is not below this folder" },
    [CHECK_QUIET] = QUIET_OPTION,
    { '\0', NULL, NULL, NULL },
};

/* One table of all files; NULL: no memory for their list. */
static sheaf_table *read_files(const char *const *files, int n, const sheaf_read_options *options)
{
    sheaf_table **tables = calloc((size_t)n, sizeof *tables), *joined;
    sheaf_context *context = reading_context();

    if (tables == NULL) {
        sheaf_context_destroy(context);
        return NULL;
    }
    progress_begin();
    for (int i = 0; i < n; i++)
        tables[i] = sheaf_table_read_with(context, files[i], options);
    joined = n == 1 ? tables[0] : sheaf_table_join((const sheaf_table *const *)tables, (size_t)n);
    for (int i = 0; i < n && n > 1; i++)
        sheaf_table_destroy(tables[i]);
    progress_end();
    free(tables);
    sheaf_context_destroy(context);
    return joined;
}

static int select_rows(const struct command *command, const char *const *values,
                       sheaf_table **table)
{
    struct pairs chosen, left_out = { 0 };
    sheaf_filter filters[2 * MOST_PAIRS];
    int code = pairs_read(command, "select", values[SELECT], &chosen);

    if (code == EXIT_FINE)
        code = pairs_read_left_out(command, values[WITHOUT], &left_out);
    if (code == EXIT_FINE && chosen.count + left_out.count > 0) {
        sheaf_table *all = *table;
        size_t n = pairs_filters(&left_out, filters, pairs_filters(&chosen, filters, 0));

        *table = sheaf_table_filter(all, filters, n);
        sheaf_table_destroy(all);
    }
    pairs_free(&chosen);
    pairs_free(&left_out);
    return code;
}

/* An expression without any observation is refused: in a pipe nobody would notice the empty table. */
static int check_result(const sheaf_series_list *list, const char *expression)
{
    sheaf_error nothing = { .status = SHEAF_BAD_INPUT };
    const sheaf_series *series;

    for (size_t i = 0; (series = sheaf_series_list_at(list, i)) != NULL; i++)
        if (sheaf_series_count(series) > 0)
            return EXIT_FINE;
    snprintf(nothing.message, sizeof nothing.message, "'%.200s' gives no observation", expression);
    return sheaf_series_list_status(list) == SHEAF_OK ? report(&nothing) : EXIT_FINE;
}

/* Adds what an expression gives to the list. */
static int evaluate(const sheaf_table *table, const char *expression, sheaf_series_list *all)
{
    sheaf_series_list *list = sheaf_table_evaluate(table, expression);
    int code = check_result(list, expression);

    sheaf_series_list_append(all, list);
    sheaf_series_list_destroy(list);
    return code;
}

/* The table of the series that the expressions give. */
static int compute(const struct command *command, const char *const *values,
                   sheaf_data_format format, sheaf_table **table)
{
    struct pairs pairs;
    int code = expressions_read(command, "series", values[SERIES], &pairs);

    if (code == EXIT_FINE && pairs.count > 0 && sheaf_table_status(*table) == SHEAF_OK) {
        sheaf_series_list *all = sheaf_series_list_create(NULL);
        sheaf_table *rows = *table, *computed;
        sheaf_row first = SHEAF_ROW_INIT;

        for (size_t i = 0; i < pairs.count && code == EXIT_FINE; i++)
            code = evaluate(rows, pairs.items[i].word, all);
        if (format == SHEAF_CSV)
            sheaf_series_list_call_by_words(all, values[LANGUAGE]);
        computed = sheaf_table_from_series(all, sheaf_table_row(rows, 0, &first) ? first.file : "");
        sheaf_series_list_destroy(all);
        sheaf_table_destroy(rows);
        *table = computed;
    }
    pairs_free(&pairs);
    return code;
}

/* The table's own failure among it. */
static int write_table(const char *output, sheaf_data_format format, const sheaf_table *table)
{
    sheaf_error error;
    bool to_stream = output == NULL || strcmp(output, "-") == 0;
    sheaf_status status = to_stream
                              ? sheaf_table_write_sink(table, format, standard_output(), &error)
                              : sheaf_table_write(table, format, output, &error);

    return status == SHEAF_OK ? EXIT_FINE : report_data(&error);
}

static int show(const struct command *command, const char *const *values, const char *const *files,
                int n, const sheaf_read_options *options, sheaf_data_format format)
{
    sheaf_flags flags = SHEAF_FLAGS_ESTIMATED;
    int code = check_flags(command, values[FLAGS], &flags);
    sheaf_table *table;

    if (code != EXIT_FINE)
        return code;
    table = read_files(files, n, options);
    if (table == NULL)
        return out_of_memory();
    code = select_rows(command, values, &table);
    sheaf_table_check(table);
    print_warnings(stderr, table);
    if (code == EXIT_FINE)
        code = compute(command, values, format, &table);
    sheaf_table_set_flags(table, flags);
    sheaf_table_set_safe(table, values[SAFE] != NULL);
    if (code == EXIT_FINE)
        code = write_table(values[OUTPUT], format, table);
    sheaf_table_destroy(table);
    return code;
}

/* To rewrite a file in a format that is read back may be meant; as a table for people it is lost, and
 * what is appended to it (>>) spoils it. */
static int check_outputs(const struct command *command, const char *output,
                         sheaf_data_format format, const char *const *files, int n)
{
    int code = EXIT_FINE;

    if (format != SHEAF_TEXT && output != NULL && output[0] != '\0' && !writes_on_stdout(output))
        return EXIT_FINE;
    for (int i = 0; i < n && code == EXIT_FINE; i++)
        code = check_output(command, output, files[i]);
    return code;
}

static int run_data(const struct command *command, const char *const *values,
                    const char *const *operands, int n_operands)
{
    static const char *const formats[] = { "table", "csv", "json", "sdmx-csv", "xlsx" };
    const char *to = values[TO] != NULL ? values[TO] : "table";
    struct reading reading = { 0 };
    sheaf_data_format format;
    int code;

    if (n_operands == 0)
        return usage_error(command, "name a data file");
    if (!sheaf_data_format_named(to, &format))
        return usage_error(command, "no data format '%s' to write%s", to,
                           suggestion("", to, formats, sizeof formats / sizeof *formats));
    if (values[SAFE] != NULL && format != SHEAF_CSV && format != SHEAF_SDMX_CSV)
        return usage_error(command, "--safe is for csv and sdmx-csv; '%s' has no formulas", to);
    code = refuse_specs(command, operands, n_operands);
    if (code == EXIT_FINE)
        code = reading_read(command, values + READING, &reading);
    if (code == EXIT_FINE)
        code = check_outputs(command, values[OUTPUT], format, operands, n_operands);
    if (code == EXIT_FINE)
        code = show(command, values, operands, n_operands, &reading.options, format);
    reading_free(&reading);
    return code;
}

static int print_findings(const char *const *files, int n, const sheaf_read_options *options)
{
    sheaf_table *table = read_files(files, n, options);
    int code = EXIT_FINE;

    if (table == NULL)
        return out_of_memory();
    progress_begin();
    sheaf_table_check(table);
    progress_end();
    if (print_warnings(stdout, table) > 0)
        code = EXIT_INPUT; /* findings are what this command is for */
    if (finish_output() != EXIT_FINE)
        code = EXIT_SYSTEM;
    if (sheaf_table_status(table) != SHEAF_OK)
        code = report_data(sheaf_table_error(table));
    sheaf_table_destroy(table);
    return code;
}

/* What says how data are read is for data files: a spec says that itself. */
static int run_check_spec(const struct command *command, const char *const *values,
                          const char *const *operands, int n_operands)
{
    const struct spec_options options = { values[CHECK_LANGUAGE], values[CHECK_MISSING],
                                          values[CHECK_ROOT] };

    if (n_operands > 1)
        return usage_error(command, "one spec at a time, and no data beside it");
    for (int i = 0; i < READING_OPTIONS; i++)
        if (values[i] != NULL && i != READ_SET)
            return usage_error(command, "--%s is for data files; a spec says it itself",
                               check_options[i].name);
    if (check_folder(command, "root", options.root) != EXIT_FINE)
        return EXIT_USAGE;
    return check_spec(command, values, &options, operands[0]);
}

static int run_check(const struct command *command, const char *const *values,
                     const char *const *operands, int n_operands)
{
    struct reading reading = { 0 };
    int code;

    if (n_operands == 0)
        return usage_error(command, "name a data file or a spec");
    for (int i = 0; i < n_operands; i++)
        if (is_spec(operands[i]))
            return run_check_spec(command, values, operands, n_operands);
    if (option_repeated(values)[0] != NULL && option_repeated(values)[1] != NULL)
        return usage_error(command, "--set is given twice");
    for (int i = CHECK_LANGUAGE; i <= CHECK_ROOT; i++)
        if (i != CHECK_LANGUAGE && values[i] != NULL)
            return usage_error(command, "--%s is for specs, and '%s' is none",
                               check_options[i].name, operands[0]);
    code = reading_read(command, values, &reading);
    if (code == EXIT_FINE)
        code = check_outputs(command, NULL, SHEAF_TEXT, operands, n_operands);
    if (code == EXIT_FINE)
        code = print_findings(operands, n_operands, &reading.options);
    reading_free(&reading);
    return code;
}

const struct command data_command = {
    .name = "data",
    .usage = "FILE… [OPTION]…",
    .summary = "Show what a data file says, or write it for the next program.",
    .options = data_options,
    .examples = "  sheaf data comtrade.csv --select 'reporter: KAZ, partner: CHN'\n"
                "  sheaf data exports.csv --set 'flow: exports, unit: USD, unit_mult: 3' --to csv\n"
                "  sheaf data nama.tsv.gz --to sdmx-csv -o nama.csv\n"
                "  sheaf data trade.csv --series 'exports + imports; growth(exports)'\n"
                "  sheaf data trade.db --query 'SELECT * FROM trade WHERE year > 2018'\n",
    .list_title = "Formats read (--from), each also packed with gzip or zstd",
    .listed = sheaf_table_format_at,
    .run = run_data,
};

const struct command check_command = {
    .name = "check",
    .usage = "FILE… [OPTION]…",
    .summary = "Tell what is strange in a data file, or wrong in a spec.",
    .options = check_options,
    .repeated = "set",
    .examples = "  sheaf check trade.csv && sheaf sheet trade.yaml -o trade.pdf\n"
                "  sheaf check profile.yaml --set partner=DEU\n"
                "  sheaf check profile.yaml --missing ru >> texts/ru.yaml\n"
                "\nWith findings the exit code is 1.\n",
    .run = run_check,
};
