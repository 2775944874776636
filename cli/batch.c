/* batch.c - sheaf batch: many sheets of one spec. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "batch_told.h"
#include "depfile.h"
#include "pairs.h"
#include "progress.h"
#include "reading.h"
#include "signals.h"

enum {
    EACH,
    WHERE,
    LANGUAGE,
    FORMAT,
    OUTPUT,
    JOBS,
    SHARD,
    MERGE,
    RESUME,
    KEEP_GOING,
    SET,
    FLAGS,
    FONTS,
    THEME,
    ROOT,
    DEPFILE,
    DEPFILE_FORMAT,
    JSON,
    QUIET
};

static const struct option options[] = {
    [EACH] = { '\0', "each", "NAME[,NAME]",
               "a sheet for each member that this parameter of the\n"
               "spec selects; of several, for each combination that\n"
               "the data have. Wholes and groups are left out" },
    [WHERE] = { '\0', "where", "'DIMENSION: MEMBER, …'",
                "only these members, or without !these; a whole or a\n"
                "group that is named is made" },
    [LANGUAGE] = { 'l', "lang", "LANGUAGE,…", "in each of these languages (the spec's)" },
    [FORMAT] = { '\0', "format", "pdf,html,png",
                 "in each of these formats (that\nof the files' names, or pdf)" },
    [OUTPUT] = { 'o', "output", "NAME",
                 "the files' names: 'out/{lang}/{partner}.{format}';\n"
                 "{partner, name} is the name in the sheet's language,\n"
                 "{page} the page of a PNG" },
    [JOBS] = { 'j', "jobs", "N", "so many threads (one for each processor)" },
    [SHARD] = { '\0', "shard", "K/N", "only the K-th of N equal parts of the sheets" },
    [MERGE] = { '\0', "merge", NULL,
                "the operands are the reports of shards: write them as\n"
                "one, beside the first or to --output" },
    [RESUME] = { '\0', "resume", NULL, "leave sheets as they are that would be the same" },
    [KEEP_GOING] = { '\0', "keep-going", NULL, "make the others when a sheet has failed" },
    [SET] = { '\0', "set", "NAME=VALUE",
              "another parameter of the spec instead of its default;\n"
              "once for each" },
    [FLAGS] = { '\0', "flags", "WHICH", "as sheaf sheet: estimated, all or none" },
    [FONTS] = { '\0', "fonts", "FOLDER", "look here first for faces of other scripts" },
    [THEME] = { '\0', "theme", "NAME|FILE", "colours and sizes instead of the spec's" },
    [ROOT] = { '\0', "root", "FOLDER", "read no data file that is not below this folder" },
    [DEPFILE] = DEPFILE_OPTION,
    [DEPFILE_FORMAT] = DEPFILE_FORMAT_OPTION,
    [JSON] = { '\0', "json", NULL, "messages and the sum as JSON, a line each" },
    [QUIET] = { 'q', "quiet", NULL, "no progress and no sum, only messages" },
    { '\0', NULL, NULL, NULL },
};

/* The command line, as the library takes it. */
struct batch_words {
    struct pairs where, languages, formats;
    const char *language_words[MOST_PAIRS], *format_words[MOST_PAIRS];
    sheaf_filter filters[MOST_PAIRS];
    sheaf_parameter parameters[MOST_REPEATED];
    char *names[MOST_REPEATED];
    sheaf_batch_options options;
};

static void free_words(struct batch_words *words)
{
    pairs_free(&words->where);
    pairs_free(&words->languages);
    pairs_free(&words->formats);
    for (size_t i = 0; i < MOST_REPEATED; i++)
        free(words->names[i]);
}

/* "12"; *end is what follows. 0: no number. */
static unsigned read_count(const char *text, const char **end)
{
    unsigned value = 0;

    for (; *text >= '0' && *text <= '9' && value < 100000; text++)
        value = 10 * value + (unsigned)(*text - '0');
    *end = text;
    return value;
}

static int read_numbers(const struct command *command, const char *const *values,
                        sheaf_batch_options *batch)
{
    const char *end;

    if (values[JOBS] != NULL) {
        batch->threads = read_count(values[JOBS], &end);
        if (batch->threads == 0 || *end != '\0')
            return usage_error(command, "'%s' is no number of threads (--jobs)", values[JOBS]);
    }
    if (values[SHARD] == NULL)
        return EXIT_FINE;
    batch->shard = read_count(values[SHARD], &end);
    if (*end == '/')
        batch->shards = read_count(end + 1, &end);
    if (batch->shard == 0 || batch->shards < batch->shard || *end != '\0')
        return usage_error(command, "'%s' is no shard; the first of four is 1/4 (--shard)",
                           values[SHARD]);
    return EXIT_FINE;
}

static int read_set(const struct command *command, const char *const *values,
                    struct batch_words *words)
{
    /* NOLINTBEGIN(clang-analyzer-unix.Malloc): words has the names; free_words frees them */
    for (const char *const *set = option_repeated(values); *set != NULL; set++) {
        const char *equals = strchr(*set, '=');
        const size_t n = words->options.n_parameters;

        if (equals == NULL || equals == *set || equals[1] == '\0')
            return usage_error(command, "'%s' in --set is not 'name=value'", *set);
        words->names[n] = strndup(*set, (size_t)(equals - *set));
        if (words->names[n] == NULL)
            return out_of_memory();
        words->parameters[n] = (sheaf_parameter){ words->names[n], equals + 1 };
        words->options.n_parameters++;
    }
    /* NOLINTEND(clang-analyzer-unix.Malloc) */
    words->options.parameters = words->parameters;
    return EXIT_FINE;
}

static int read_lists(const struct command *command, const char *const *values,
                      struct batch_words *words)
{
    int code = pairs_read(command, "where", values[WHERE], &words->where);

    if (code == EXIT_FINE)
        code = words_read(command, "lang", values[LANGUAGE], &words->languages);
    if (code == EXIT_FINE)
        code = words_read(command, "format", values[FORMAT], &words->formats);
    for (size_t i = 0; i < words->languages.count; i++)
        words->language_words[i] = words->languages.items[i].word;
    for (size_t i = 0; i < words->formats.count; i++)
        words->format_words[i] = words->formats.items[i].word;
    words->options.where = words->filters;
    words->options.n_where = pairs_filters(&words->where, words->filters, 0);
    words->options.languages = words->language_words;
    words->options.n_languages = words->languages.count;
    words->options.formats = words->format_words;
    words->options.n_formats = words->formats.count;
    return code;
}

static int read_options(const struct command *command, const char *const *values,
                        struct batch_words *words)
{
    sheaf_batch_options *batch = &words->options;

    batch->each = values[EACH];
    batch->output = values[OUTPUT];
    batch->resume = values[RESUME] != NULL;
    batch->keep_going = values[KEEP_GOING] != NULL;
    batch->root = values[ROOT];
    batch->font_folder = values[FONTS];
    batch->theme = values[THEME];
    batch->has_flags = values[FLAGS] != NULL;
    int code = check_flags(command, values[FLAGS], &batch->flags);
    if (code == EXIT_FINE)
        code = check_folder(command, "fonts", values[FONTS]);
    if (code == EXIT_FINE)
        code = check_folder(command, "root", values[ROOT]);
    if (code == EXIT_FINE)
        code = read_numbers(command, values, batch);
    if (code == EXIT_FINE)
        code = read_lists(command, values, words);
    return code == EXIT_FINE ? read_set(command, values, words) : code;
}

/* The progress looks for them, so that sheets in hand are finished. Threads inherit this. */
static void block_ending(void)
{
    static const int ending[] = { SIGINT, SIGTERM };

    signals_block(ending, sizeof ending / sizeof *ending);
}

/* The sheets are many: they are made when the report is. */
static int write_depfile(const struct command *command, const char *const *values,
                         const sheaf_batch *batch)
{
    char report_path[PATH_BYTES];
    struct depfile depfile;
    int code = depfile_open(command, values[DEPFILE], values[DEPFILE_FORMAT], true, &depfile);

    if (code != EXIT_FINE)
        return code;
    sheaf_batch_report_path(batch, report_path, sizeof report_path);
    depfile_add_output(&depfile, report_path);
    for (size_t i = 0; sheaf_batch_input(batch, i) != NULL; i++)
        depfile_add_input(&depfile, sheaf_batch_input(batch, i));
    code = depfile_write(&depfile);
    depfile_free(&depfile);
    return code;
}

static int make_all(const struct command *command, const char *const *values, sheaf_batch *batch)
{
    struct telling telling = { .quiet = values[QUIET] != NULL,
                               .json = values[JSON] != NULL,
                               .on_terminal = isatty(STDERR_FILENO) };
    int code = write_depfile(command, values, batch);

    if (code != EXIT_FINE)
        return code;
    tell_left_out(&telling, batch);
    block_ending();
    const sheaf_status status = sheaf_batch_run(batch, tell_progress, &telling);
    tell_messages(&telling, batch);
    if (telling.progress.size > 0)
        tell_sum(&telling, batch);
    if (status != SHEAF_OK)
        code = report(sheaf_batch_error(batch));
    const int printed = finish_output();
    return code != EXIT_FINE ? code : printed;
}

/* As a run over all would have ended. */
static int code_of_merged(const sheaf_batch_merged *merged)
{
    const bool again = merged->missing > 0 || merged->may_retry ||
                       (merged->not_reached > 0 && merged->failed == 0);

    return again ? EXIT_SYSTEM : merged->failed > 0 ? EXIT_INPUT : EXIT_FINE;
}

static int merge(const struct command *command, const char *const *values,
                 const char *const *operands, int n_operands)
{
    sheaf_batch_merged merged = SHEAF_BATCH_MERGED_INIT;
    char beside[PATH_BYTES];
    sheaf_error error;

    for (size_t i = 0; options[i].name != NULL; i++)
        if (values[i] != NULL && i != MERGE && i != OUTPUT && i != QUIET)
            return usage_error(command, "--merge makes no sheets; --%s is for those that do",
                               options[i].name);
    if (n_operands == 0)
        return usage_error(command, "name the reports of the shards: --merge out/report.*-8.json");
    const char *slash = strrchr(operands[0], '/');
    snprintf(beside, sizeof beside, "%.*sreport.json",
             slash != NULL ? (int)(slash + 1 - operands[0]) : 0, operands[0]);
    const char *output = values[OUTPUT] != NULL ? values[OUTPUT] : beside;
    const sheaf_status status =
        sheaf_batch_merge(operands, (size_t)n_operands, output, &merged, &error);
    if (status == SHEAF_BAD_ARGUMENT)
        return usage_error(command, "%s", error.message);
    if (status != SHEAF_OK)
        return report(&error);
    tell_merged(&merged, output, values[QUIET] != NULL);
    return code_of_merged(&merged);
}

static int run(const struct command *command, const char *const *values,
               const char *const *operands, int n_operands)
{
    struct batch_words words = { .options = SHEAF_BATCH_OPTIONS_INIT };

    if (values[MERGE] != NULL)
        return merge(command, values, operands, n_operands);
    if (n_operands != 1)
        return usage_error(command, n_operands == 0 ? "name a spec" : "one spec at a time");
    if (values[EACH] == NULL)
        return usage_error(command, "say what there is a sheet for: --each partner");
    if (values[OUTPUT] == NULL)
        return usage_error(command, "name the output: -o 'out/{%s}.pdf'", "partner");
    int code = read_options(command, values, &words);
    if (code == EXIT_FINE) {
        sheaf_context *context = reading_context();

        if (values[JSON] != NULL)
            progress_silence();
        progress_begin();
        sheaf_batch *batch = sheaf_batch_create(context, operands[0], &words.options);
        progress_end();

        sheaf_context_destroy(context); /* the batch holds it */
        code = sheaf_batch_status(batch) == SHEAF_BAD_ARGUMENT
                   ? usage_error(command, "%s", sheaf_batch_error(batch)->message)
               : sheaf_batch_status(batch) != SHEAF_OK ? report(sheaf_batch_error(batch))
                                                       : make_all(command, values, batch);
        sheaf_batch_destroy(batch);
    }
    free_words(&words);
    return code;
}

const struct command batch_command = {
    .name = "batch",
    .usage = "SPEC.yaml --each NAME -o 'out/{NAME}.pdf' [OPTION]…",
    .summary = "Make many sheets of one spec: one for each partner or product.",
    .options = options,
    .repeated = "set",
    .examples = "  sheaf batch partner.yaml --each partner -o 'out/{partner}.pdf'\n"
                "  sheaf batch partner.yaml --each partner --lang en,ru,zh -o "
                "'out/{lang}/{partner}.pdf' --keep-going\n"
                "  sheaf batch partner.yaml --each partner --where 'partner: DEU, partner: FRA' "
                "-o '{partner, name}.pdf'\n"
                "  sheaf batch --merge out/report.*-8.json\n"
                "  sheaf batch partner.yaml --each partner -o 'out/{partner}.pdf' --shard 1/8\n",
    .exits = "0 all sheets are there, 1 the input is wrong, of the spec or of some\n"
             "sheets, 2 the command line is wrong, 3 another try may help: --resume goes on.",
    .run = run,
};
