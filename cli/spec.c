/* spec.c - specs on the command line. */
#include "spec.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

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
    if (n > 1)
        fprintf(stderr, "%zu mistakes\n", n);
    return code;
}

size_t print_sheet_warnings(FILE *out, const sheaf_sheet *sheet)
{
    sheaf_warning warning = SHEAF_WARNING_INIT;
    size_t n = 0;

    for (; sheaf_sheet_warning(sheet, n, &warning); n++)
        print_warning(out, &warning);
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

/* A catalogue to be filled in: where each text stands is a comment. */
static void print_missing(const sheaf_sheet *sheet, const char *path)
{
    sheaf_untranslated text = SHEAF_UNTRANSLATED_INIT;

    for (size_t i = 0; sheaf_sheet_untranslated(sheet, i, &text); i++) {
        if (text.differs != NULL) {
            printf("# %s, line %zu: other figures than in the own language: %s\n", path, text.line,
                   text.differs);
            continue;
        }
        printf("# %s, line %zu\n%s", path, text.line, strlen(text.text) > LONG_KEY ? "? " : "");
        print_quoted(text.text);
        fputs(strlen(text.text) > LONG_KEY ? "\n: \"\"\n" : ": \"\"\n", stdout);
    }
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
    sheaf_sheet_load(sheet, path);
    if (language != NULL)
        sheaf_sheet_set_language(sheet, language);
    int code = set_parameters(command, values, sheet);
    if (code == EXIT_FINE) {
        sheaf_sheet_check(sheet);
        if (options->missing != NULL)
            print_missing(sheet, path);
        else
            n_warnings = print_sheet_warnings(stdout, sheet);
        code = finish_output() != EXIT_FINE ? EXIT_SYSTEM : report_sheet(sheet);
    }
    sheaf_sheet_destroy(sheet);
    return code == EXIT_FINE && n_warnings > 0 ? EXIT_INPUT : code;
}
