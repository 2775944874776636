/* depfile.c - what an output is made from, as make, as JSON, or as a list ended by NULs. */
#include "depfile.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { INPUTS, OUTPUTS };

int depfile_open(const struct command *command, const char *path, const char *format,
                 bool has_output, struct depfile *depfile)
{
    static const char *const formats[] = { "make", "json", "zero" };
    const size_t n = sizeof formats / sizeof *formats;
    size_t i = 0;

    *depfile = (struct depfile){ .path = path, .format = format != NULL ? format : formats[0] };
    while (i < n && strcmp(depfile->format, formats[i]) != 0)
        i++;
    if (format != NULL && path == NULL)
        return usage_error(command, "--depfile-format is for --depfile FILE");
    if (i == n)
        return usage_error(command, "no format '%s' of a depfile%s", format,
                           suggestion("", format, formats, n));
    if (path != NULL && i == 0 && !has_output)
        return usage_error(command, "a depfile for make names the output; name a file with -o");
    return EXIT_FINE;
}

static void add(struct depfile *depfile, int kind, const char *path)
{
    char ***names = &depfile->names[kind];
    size_t *n = &depfile->n[kind], *capacity = &depfile->capacity[kind];

    if (depfile->path == NULL || path == NULL || strcmp(path, "-") == 0)
        return;
    for (size_t i = 0; i < *n; i++)
        if (strcmp((*names)[i], path) == 0)
            return;
    if (*n == *capacity) {
        const size_t room = *capacity > 0 ? 2 * *capacity : 16;
        char **larger = realloc(*names, room * sizeof **names);

        if (larger == NULL) {
            depfile->has_failed = true;
            return;
        }
        *names = larger;
        *capacity = room;
    }
    (*names)[*n] = strdup(path);
    if ((*names)[*n] == NULL)
        depfile->has_failed = true;
    else
        ++*n;
}

void depfile_add_input(struct depfile *depfile, const char *path)
{
    add(depfile, INPUTS, path);
}

void depfile_add_output(struct depfile *depfile, const char *path)
{
    add(depfile, OUTPUTS, path);
}

void depfile_add_theme(struct depfile *depfile, const sheaf_theme *theme)
{
    for (size_t i = 0; sheaf_theme_input(theme, i) != NULL; i++)
        add(depfile, INPUTS, sheaf_theme_input(theme, i));
}

/* Whether make and ninja read the name as the same one. Both end a name at a control character or ninja at
 * one of the others; make takes them for patterns, recipes and variables. Backslashes before a separator
 * are halved by make and kept by ninja. */
static bool is_expressible(const char *path, int kind)
{
    const size_t n = strlen(path);

    if (n == 0 || path[0] == '~' || path[n - 1] == '\\' || path[n - 1] == ':')
        return false;
    for (size_t i = 0; i < n; i++)
        if ((unsigned char)path[i] < ' ' || path[i] == 0x7f ||
            strchr(";=*|<>^`", path[i]) != NULL || (path[i] == '%' && kind == OUTPUTS) ||
            (path[i] == '\\' && (path[i + 1] == '#' || path[i + 1] == ':')))
            return false;
    return true;
}

/* The first name that no makefile can hold; NULL: there is none. */
static const char *find_inexpressible(const struct depfile *depfile)
{
    for (int kind = INPUTS; kind <= OUTPUTS; kind++)
        for (size_t i = 0; i < depfile->n[kind]; i++)
            if (!is_expressible(depfile->names[kind][i], kind))
                return depfile->names[kind][i];
    return NULL;
}

/* A space, "#" and ":" have a backslash before them, "$" another "$". A backslash stands for itself but
 * before a space, where it is doubled. */
static void put_dependency(FILE *file, const char *path)
{
    for (; *path != '\0'; path++) {
        if (*path == '\\' && path[strspn(path, "\\")] == ' ')
            putc('\\', file);
        else if (*path == ' ' || *path == '#' || *path == ':')
            putc('\\', file);
        else if (*path == '$')
            putc('$', file);
        putc(*path, file);
    }
}

static void put_make(FILE *file, const struct depfile *depfile)
{
    for (size_t i = 0; i < depfile->n[OUTPUTS]; i++) {
        if (i > 0)
            putc(' ', file);
        put_dependency(file, depfile->names[OUTPUTS][i]);
    }
    putc(':', file);
    for (size_t i = 0; i < depfile->n[INPUTS]; i++) {
        fputs(" \\\n  ", file);
        put_dependency(file, depfile->names[INPUTS][i]);
    }
    putc('\n', file);
}

static void put_zero(FILE *file, const struct depfile *depfile)
{
    for (size_t i = 0; i < depfile->n[INPUTS]; i++) {
        fputs(depfile->names[INPUTS][i], file);
        putc('\0', file);
    }
}

static void put_json_names(FILE *file, const struct depfile *depfile, int kind)
{
    putc('[', file);
    for (size_t i = 0; i < depfile->n[kind]; i++) {
        fputs(i > 0 ? ", \"" : "\"", file);
        for (const char *at = depfile->names[kind][i]; *at != '\0'; at++)
            if (*at == '"' || *at == '\\')
                fprintf(file, "\\%c", *at);
            else if ((unsigned char)*at < ' ')
                fprintf(file, "\\u%04x", (unsigned)*at);
            else
                putc(*at, file);
        putc('"', file);
    }
    putc(']', file);
}

static void put_json(FILE *file, const struct depfile *depfile)
{
    fputs("{\"inputs\": ", file);
    put_json_names(file, depfile, INPUTS);
    fputs(", \"outputs\": ", file);
    put_json_names(file, depfile, OUTPUTS);
    fputs("}\n", file);
}

int depfile_write(const struct depfile *depfile)
{
    if (depfile->path == NULL)
        return EXIT_FINE;
    if (depfile->has_failed)
        return out_of_memory();
    const char *refused = strcmp(depfile->format, "make") == 0 ? find_inexpressible(depfile) : NULL;
    if (refused != NULL) {
        char name[300];

        sheaf_printable(refused, name, sizeof name);
        fprintf(stderr,
                "sheaf: '%s' cannot stand in a depfile for make and ninja; rename it, or say "
                "--depfile-format json\n",
                name);
        return EXIT_INPUT;
    }
    FILE *file = fopen(depfile->path, "we");
    if (file != NULL) {
        if (strcmp(depfile->format, "json") == 0)
            put_json(file, depfile);
        else if (strcmp(depfile->format, "zero") == 0)
            put_zero(file, depfile);
        else
            put_make(file, depfile);
        const bool failed = ferror(file) != 0;
        if (fclose(file) == 0 && !failed)
            return EXIT_FINE;
    }
    fprintf(stderr, "sheaf: cannot write %s\n", depfile->path);
    return EXIT_SYSTEM;
}

void depfile_free(struct depfile *depfile)
{
    for (int kind = INPUTS; kind <= OUTPUTS; kind++) {
        for (size_t i = 0; i < depfile->n[kind]; i++)
            free(depfile->names[kind][i]);
        free(depfile->names[kind]);
    }
}
