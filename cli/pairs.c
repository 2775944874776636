/* pairs.c - cuts lists into their words. */
#include "pairs.h"

#include <stdlib.h>
#include <string.h>

char *text_trim(char *text)
{
    size_t n;

    text += strspn(text, " \t");
    n = strlen(text);
    while (n > 0 && (text[n - 1] == ' ' || text[n - 1] == '\t'))
        text[--n] = '\0';
    return text;
}

/* The word without the spaces around it, and without quotes that enclose all of it. */
static char *trim_word(char *text)
{
    size_t n;

    text = text_trim(text);
    n = strlen(text);
    if (n >= 2 && (*text == '"' || *text == '\'') && strchr(text + 1, *text) == text + n - 1) {
        text[n - 1] = '\0';
        text++;
    }
    return text;
}

/* Ends the item at the separator, outside of quotes; NULL after the last item. */
static char *cut(char *item, char separator)
{
    char quote = '\0';

    for (; *item != '\0'; item++) {
        if (quote != '\0')
            quote = *item == quote ? '\0' : quote;
        else if (*item == '"' || *item == '\'')
            quote = *item;
        else if (*item == separator) {
            *item = '\0';
            return item + 1;
        }
    }
    return NULL;
}

/* The item's key, ended at its colon; NULL without one. */
static char *take_key(char **item)
{
    char *key = *item, *rest = cut(key, ':');

    if (rest == NULL)
        return NULL;
    *item = rest;
    return trim_word(key);
}

static int read(const struct command *command, const char *option, const char *text,
                struct pairs *pairs, bool keyed, char separator)
{
    *pairs = (struct pairs){ .copy = text != NULL ? strdup(text) : NULL };
    if (text == NULL)
        return EXIT_FINE;
    if (pairs->copy == NULL)
        return out_of_memory();
    for (char *item = pairs->copy, *next; item != NULL; item = next) {
        next = cut(item, separator);
        if (pairs->count == MOST_PAIRS)
            return usage_error(command, "--%s takes at most %d items", option, MOST_PAIRS);
        pairs->items[pairs->count].key = keyed ? take_key(&item) : NULL;
        if (keyed && pairs->items[pairs->count].key == NULL)
            return usage_error(command, "'%s' in --%s is not '%s'", text_trim(item), option,
                               strcmp(option, "columns") == 0 ? "role: column"
                                                              : "dimension: member");
        /* An expression keeps its quotes: it may begin with one name and end with another. */
        pairs->items[pairs->count++].word = separator == ';' ? text_trim(item) : trim_word(item);
    }
    return EXIT_FINE;
}

int pairs_read(const struct command *command, const char *option, const char *text,
               struct pairs *pairs)
{
    return read(command, option, text, pairs, true, ',');
}

int pairs_read_left_out(const struct command *command, const char *text, struct pairs *pairs)
{
    int code = pairs_read(command, "without", text, pairs);
    char *at;

    if (code != EXIT_FINE || pairs->count == 0)
        return code;
    pairs->marked = at = malloc(strlen(text) + 2 * pairs->count);
    if (at == NULL)
        return out_of_memory();
    for (size_t i = 0; i < pairs->count; i++) {
        const char *word = pairs->items[i].word;
        size_t n = strlen(word);

        if (*word == '!')
            return usage_error(command,
                               "--without leaves out what it names, so that '%s: %s' is left out "
                               "twice; write '%s: %s', or --select '%s: %s' to keep it alone",
                               pairs->items[i].key, word, pairs->items[i].key, word + 1,
                               pairs->items[i].key, word + 1);
        pairs->items[i].word = at;
        *at++ = '!';
        memcpy(at, word, n + 1);
        at += n + 1;
    }
    return EXIT_FINE;
}

size_t pairs_filters(const struct pairs *pairs, sheaf_filter *filters, size_t n)
{
    for (size_t i = 0; i < pairs->count; i++)
        filters[n++] = (sheaf_filter){ pairs->items[i].key, pairs->items[i].word };
    return n;
}

int words_read(const struct command *command, const char *option, const char *text,
               struct pairs *pairs)
{
    return read(command, option, text, pairs, false, ',');
}

int expressions_read(const struct command *command, const char *option, const char *text,
                     struct pairs *pairs)
{
    return read(command, option, text, pairs, false, ';');
}

void pairs_free(struct pairs *pairs)
{
    free(pairs->copy);
    free(pairs->marked);
    *pairs = (struct pairs){ 0 };
}
