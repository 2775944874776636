/* languages.c - one output a language. */
#include "languages.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char blank[] = "{lang}";

static void *need(void *memory)
{
    if (memory == NULL)
        exit(out_of_memory());
    return memory;
}

static char *copy(const char *text, size_t n)
{
    char *own = need(malloc(n + 1));

    memcpy(own, text, n);
    own[n] = '\0';
    return own;
}

/* The pattern with the language in its blanks. */
static char *fill(const char *pattern, const char *language)
{
    size_t n_blanks = 0;

    for (const char *at = strstr(pattern, blank); at != NULL; at = strstr(at + 1, blank))
        n_blanks++;
    char *path = need(malloc(strlen(pattern) + n_blanks * strlen(language) + 1)), *to = path;
    for (const char *at = pattern; *at != '\0';) {
        bool is_blank = strncmp(at, blank, strlen(blank)) == 0;
        size_t n = is_blank ? strlen(language) : 1;
        memcpy(to, is_blank ? language : at, n);
        to += n;
        at += is_blank ? strlen(blank) : 1;
    }
    *to = '\0';
    return path;
}

static bool has_language(const struct languages *languages, const char *language)
{
    for (size_t i = 0; i < languages->n; i++)
        if (strcmp(languages->outputs[i].language, language) == 0)
            return true;
    return false;
}

int languages_read(const struct command *command, const char *list, const char *pattern,
                   struct languages *languages)
{
    bool has_blank = strstr(pattern, blank) != NULL;

    if (list == NULL && has_blank)
        return usage_error(command, "which languages is {lang} of? --lang en,ru");
    if (list != NULL && strchr(list, ',') != NULL && !has_blank)
        return usage_error(command, "several languages make a file each: -o 'out/{lang}.html'");
    size_t most = 1;
    for (const char *at = list; at != NULL && *at != '\0'; at++)
        most += *at == ',';
    languages->outputs = need(calloc(most, sizeof *languages->outputs));
    if (list == NULL) {
        languages->outputs[languages->n++].path = copy(pattern, strlen(pattern));
        return EXIT_FINE;
    }
    for (const char *at = list;; at++) {
        char *language = copy(at, strcspn(at, ","));
        at += strlen(language);
        if (language[0] == '\0' || has_language(languages, language)) {
            int code = usage_error(command,
                                   language[0] == '\0' ? "'%s' names a language in vain"
                                                       : "'%s' names a language twice",
                                   list);
            free(language);
            return code;
        }
        languages->outputs[languages->n++] =
            (struct output){ .language = language, .path = fill(pattern, language) };
        if (*at == '\0')
            return EXIT_FINE;
    }
}

void languages_free(struct languages *languages)
{
    for (size_t i = 0; i < languages->n; i++) {
        free(languages->outputs[i].language);
        free(languages->outputs[i].path);
    }
    free(languages->outputs);
    *languages = (struct languages){ 0 };
}

/* Bytes that a path of an address may hold as they are (RFC 3986), without the colon. */
static bool is_plain(char c)
{
    return c != '\0' &&
           strchr("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/", c) != NULL;
}

char *address_from(const char *page, const char *file)
{
    size_t shared = 0, n_up = 0;

    for (size_t i = 0; page[i] != '\0' && page[i] == file[i]; i++)
        if (page[i] == '/')
            shared = i + 1;
    for (const char *at = strchr(page + shared, '/'); at != NULL; at = strchr(at + 1, '/'))
        n_up++;
    char *address = need(malloc(3 * (n_up + strlen(file + shared)) + 1)), *to = address;
    for (; n_up > 0; n_up--)
        to += sprintf(to, "../");
    for (const char *at = file + shared; *at != '\0'; at++)
        to += is_plain(*at) ? sprintf(to, "%c", *at) : sprintf(to, "%%%02X", (unsigned char)*at);
    return address;
}
