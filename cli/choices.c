/* choices.c - the words that options and operands may be.
 *
 * A row without a command holds for all commands that have the option; rows of a command stand
 * before it. */
#include "choices.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

static const char *type_at(size_t index)
{
    return sheaf_chart_type_name((sheaf_chart_type)index);
}

static const char *command_name_at(size_t index)
{
    const struct command *command = command_at(index);

    return command != NULL ? command->name : NULL;
}

static const struct choices rows[] = {
    { "chart", "x", "number", NULL, false },
    { "chart", "format", "png svg pdf eps", NULL, true },
    { "batch", "format", "pdf html png", NULL, false },
    { "data", "to", "table csv json sdmx-csv xlsx", NULL, false },
    { "diff", "to", "table csv json", NULL, false },
    { "completion", NULL, "bash zsh fish", NULL, true },
    { "schema", NULL, "sheet theme", NULL, true },
    { "help", NULL, NULL, command_name_at, true },
    { NULL, "type", NULL, type_at, false },
    { NULL, "of", "bars lines area", NULL, false },
    { NULL, "lang", "en ru kk zh fr de ar ug", NULL, false },
    { NULL, "missing", "en ru kk zh fr de ar ug", NULL, false },
    { NULL, "theme", NULL, sheaf_theme_name, false },
    { NULL, "flags", "estimated all none", NULL, true },
    { NULL, "base", "auto zero data", NULL, false },
    { NULL, "axis", "linear log symlog", NULL, true },
    { NULL, "attachments", "yes no", NULL, true },
    { NULL, "description", "full short", NULL, true },
    { NULL, "depfile-format", "make json zero", NULL, true },
    { NULL, "pdf", "1.7 2.0", NULL, false },
    { NULL, "from", NULL, sheaf_table_format_at, false },
    { NULL, "encoding", "UTF-8 UTF-16 windows-1251 windows-1252 GB18030", NULL, false },
    { NULL, "separator", ", ; | tab", NULL, false },
    { NULL, "decimal", ". ,", NULL, false },
    { NULL, "frequency", "A S T Q M W D", NULL, false },
    { NULL, "dates", "day-first month-first", NULL, true },
    { NULL, "x", "number", NULL, false },
    { NULL, "financial-year", "calendar 4", NULL, false },
};

const struct choices *choices_of(const struct command *command, const struct option *option)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const bool is_same_option =
            option == NULL ? rows[i].option == NULL
                           : rows[i].option != NULL && strcmp(rows[i].option, option->name) == 0;
        if (is_same_option &&
            (rows[i].command == NULL || strcmp(rows[i].command, command->name) == 0))
            return &rows[i];
    }
    return NULL;
}

const char *choice_at(const struct choices *choices, size_t index, size_t *length)
{
    const char *word = NULL;

    if (choices == NULL)
        return NULL;
    if (choices->listed != NULL) {
        word = choices->listed(index);
        *length = word != NULL ? strlen(word) : 0;
        return word;
    }
    word = choices->words;
    for (; index > 0; index--) {
        word += strcspn(word, " ");
        if (*word == '\0')
            return NULL;
        word++;
    }
    *length = strcspn(word, " ");
    return word;
}

bool names_file(const struct option *option)
{
    return option->argument != NULL && strstr(option->argument, "FILE") != NULL;
}

bool names_folder(const struct option *option)
{
    return option->argument != NULL && strcmp(option->argument, "FOLDER") == 0;
}

enum { MOST_CHOICES = 16, LONGEST_CHOICE = 32 };

/* "linear, log or symlog" */
static void enumerate(const char *const *words, size_t n, char *out, size_t capacity)
{
    size_t length = 0;

    for (size_t i = 0; i < n && length < capacity; i++)
        length += (size_t)snprintf(out + length, capacity - length, "%s%s",
                                   i == 0       ? ""
                                   : i + 1 == n ? " or "
                                                : ", ",
                                   words[i]);
}

int check_choice(const struct command *command, const struct option *option, const char *word)
{
    const struct choices *choices = choices_of(command, option);
    char copies[MOST_CHOICES][LONGEST_CHOICE], all[MOST_CHOICES * LONGEST_CHOICE];
    const char *names[MOST_CHOICES], *at;
    size_t n = 0, length = 0;

    if (choices == NULL || !choices->is_closed || choices->listed != NULL)
        return EXIT_FINE;
    for (; n < MOST_CHOICES && (at = choice_at(choices, n, &length)) != NULL; n++) {
        snprintf(copies[n], sizeof copies[n], "%.*s", (int)length, at);
        names[n] = copies[n];
        if (strcasecmp(word, names[n]) == 0)
            return EXIT_FINE;
    }
    if (sheaf_nearest(word, names, n) == NULL)
        return EXIT_FINE;
    enumerate(names, n, all, sizeof all);
    return usage_error(command, "--%s is %s, not '%s'%s", option->name, all, word,
                       suggestion("", word, names, n));
}
