/* spec.c - specs on the command line. */
#include "spec.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "progress.h"
#include "told.h"

static bool ends_in(const char *path, const char *suffix)
{
    size_t n = strlen(path), length = strlen(suffix);

    return n > length && strcasecmp(path + n - length, suffix) == 0;
}

/* Data in JSON have no key "sheaf" near their beginning. */
static bool says_sheaf(const char *path)
{
    char head[2048];
    FILE *file = fopen(path, "rb");
    size_t n = file != NULL ? fread(head, 1, sizeof head - 1, file) : 0;

    head[n] = '\0';
    if (file != NULL)
        fclose(file);
    return strstr(head, "\"sheaf\"") != NULL;
}

bool is_spec(const char *path)
{
    return ends_in(path, ".yaml") || ends_in(path, ".yml") ||
           (ends_in(path, ".json") && says_sheaf(path));
}

int refuse_specs(const struct command *command, const char *const *paths, int n)
{
    for (int i = 0; i < n; i++)
        if (is_spec(paths[i]))
            return usage_error(
                command,
                "'%s' is the spec of a sheet, and no data; 'sheaf sheet %s -o FILE.pdf' makes it",
                paths[i], paths[i]);
    return EXIT_FINE;
}

int set_parameters(const struct command *command, const char *const *values, sheaf_sheet *sheet)
{
    for (const char *const *set = option_repeated(values); *set != NULL; set++) {
        const char *equals = strchr(*set, '=');
        char *name = equals != NULL ? strndup(*set, (size_t)(equals - *set)) : NULL;

        if (equals == NULL || equals == *set || equals[1] == '\0') {
            free(name);
            return usage_error(command, "'%s' in --set is not 'name=value'", *set);
        }
        if (name == NULL)
            return out_of_memory();
        sheaf_sheet_set_parameter(sheet, name, equals + 1);
        free(name);
    }
    return EXIT_FINE;
}

int report_sheet(const sheaf_sheet *sheet)
{
    size_t n = sheaf_sheet_error_count(sheet);
    int code = EXIT_FINE;

    for (size_t i = 0; i < n; i++) {
        int own = report(sheaf_sheet_error_at(sheet, i));
        code = i == 0 ? own : code;
    }
    if (n > 1) {
        char number[32], text[128];

        snprintf(number, sizeof number, "%zu", n);
        words_write(text, sizeof text, "%s mistakes", (const char *const[]){ number });
        fprintf(stderr, "%s\n", text);
    }
    return code;
}

size_t print_sheet_warnings(FILE *out, const sheaf_sheet *sheet)
{
    sheaf_warning warning = SHEAF_WARNING_INIT;
    size_t n = 0;

    for (size_t i = 0; sheaf_sheet_warning(sheet, i, &warning); i++) {
        print_warning(out, &warning);
        n += !warning.is_note;
    }
    return n;
}

/* Within the quotes of YAML and JSON. */
static void print_quoted(const char *text)
{
    putchar('"');
    for (; *text != '\0'; text++)
        if (*text == '\n')
            fputs("\\n", stdout);
        else if (*text == '\t')
            fputs("\\t", stdout);
        else {
            if (*text == '"' || *text == '\\')
                putchar('\\');
            putchar(*text);
        }
    putchar('"');
}

/* YAML's keys on one line have at most 1024 characters. */
enum { LONG_KEY = 900 };

/* The texts that the language lacks; NULL without memory. The caller frees. */
static sheaf_untranslated *untranslated_texts(const sheaf_sheet *sheet, size_t n)
{
    sheaf_untranslated *texts = calloc(n > 0 ? n : 1, sizeof *texts);

    for (size_t i = 0; texts != NULL && i < n; i++) {
        texts[i].size = sizeof *texts;
        sheaf_sheet_untranslated(sheet, i, &texts[i]);
    }
    return texts;
}

/* The first i texts have this one: its key is in the catalogue already. */
static bool is_printed(const sheaf_untranslated *texts, size_t i)
{
    for (size_t k = 0; k < i; k++)
        if (texts[k].differs == NULL && strcmp(texts[k].text, texts[i].text) == 0)
            return true;
    return false;
}

/* "# spec.yaml, line 3, 7": the lines of all texts that are the same as the i-th. */
static void print_lines(const char *path, const sheaf_untranslated *texts, size_t i, size_t n)
{
    printf("# %s, line %zu", path, texts[i].line);
    for (size_t k = i + 1, last = texts[i].line; k < n; k++)
        if (texts[k].differs == NULL && texts[k].line != last &&
            strcmp(texts[k].text, texts[i].text) == 0) {
            last = texts[k].line;
            printf(", %zu", last);
        }
    putchar('\n');
}

/* A catalogue to be filled in, of each text once: where it stands is a comment. False: no memory. */
static bool print_missing(const sheaf_sheet *sheet, const char *path)
{
    const size_t n = sheaf_sheet_untranslated_count(sheet);
    sheaf_untranslated *texts = untranslated_texts(sheet, n);

    for (size_t i = 0; texts != NULL && i < n; i++) {
        if (texts[i].differs != NULL) {
            printf("# %s, line %zu: other figures than in the own language: %s\n", path,
                   texts[i].line, texts[i].differs);
            continue;
        }
        const bool is_long = strlen(texts[i].text) > LONG_KEY;

        if (is_printed(texts, i))
            continue;
        print_lines(path, texts, i, n);
        fputs(is_long ? "? " : "", stdout);
        print_quoted(texts[i].text);
        fputs(is_long ? "\n: \"\"\n" : ": \"\"\n", stdout);
    }
    free(texts);
    return texts != NULL;
}

int check_spec(const struct command *command, const char *const *values,
               const struct spec_options *options, const char *path)
{
    const char *language = options->missing != NULL ? options->missing : options->language;
    sheaf_context *context = reading_context();
    sheaf_sheet *sheet = sheaf_sheet_create(context);
    size_t n_warnings = 0;

    sheaf_context_destroy(context); /* the sheet holds it */
    sheaf_sheet_set_root(sheet, options->root);
    progress_begin();
    sheaf_sheet_load(sheet, path);
    progress_end();
    if (language != NULL)
        sheaf_sheet_set_language(sheet, language);
    int code = set_parameters(command, values, sheet);
    if (code == EXIT_FINE) {
        progress_begin();
        sheaf_sheet_check(sheet);
        progress_end();
        bool is_told = true;

        if (options->missing != NULL)
            is_told = print_missing(sheet, path);
        else
            n_warnings = print_sheet_warnings(stdout, sheet);
        code = finish_output() != EXIT_FINE || !is_told ? EXIT_SYSTEM : report_sheet(sheet);
    }
    sheaf_sheet_destroy(sheet);
    return code == EXIT_FINE && n_warnings > 0 ? EXIT_INPUT : code;
}
