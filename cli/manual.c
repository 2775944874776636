/* manual.c - the manual page of a command, made from its table when Sheaf is built:
 * sheaf --manual COMMAND. */
#include "manual.h"

#include <stdio.h>
#include <string.h>

/* A character that troff would take for something else. */
static void print_character(char c)
{
    if (c == '\\')
        fputs("\\e", stdout);
    else if (c == '-')
        fputs("\\-", stdout); /* a minus, which can be copied, and no hyphen */
    else
        putchar(c);
}

/* A word that is no macro, whatever it is called. */
static void print_word(const char *word)
{
    putchar('"');
    fputs("\\&", stdout);
    for (; *word != '\0'; word++)
        if (*word == '"')
            fputs("\\(dq", stdout);
        else
            print_character(*word);
    putchar('"');
}

static bool begins_sentence(const char *at)
{
    return at[0] == '.' && (at[1] == ' ' || at[1] == '\n') && at[2] >= 'A' && at[2] <= 'Z';
}

/* Prose: lines flow together, each sentence begins one. */
static void print_prose(const char *text)
{
    fputs("\\&", stdout);
    for (; *text != '\0'; text++)
        if (begins_sentence(text)) {
            fputs(".\n\\&", stdout);
            text++;
        } else if (*text == '\n') {
            fputs(text[1] != '\0' ? "\n\\&" : "", stdout);
        } else {
            print_character(*text);
        }
    putchar('\n');
}

static void print_item(const struct option *option)
{
    printf(".It ");
    if (option->letter != '\0')
        printf("Fl %c , ", option->letter);
    printf("Fl -%s", option->name);
    if (option->argument != NULL) {
        printf(" Ar ");
        print_word(option->argument);
    }
    putchar('\n');
    print_prose(option->help);
}

static void print_listed(const struct command *command)
{
    const char *word;

    if (command->listed == NULL)
        return;
    puts(".Pp");
    print_prose(command->list_title);
    puts(".Bd -ragged -offset indent");
    for (size_t i = 0; (word = command->listed(i)) != NULL; i++) {
        fputs(".Cm ", stdout);
        print_word(word);
        putchar('\n');
    }
    puts(".Ed");
}

static void print_examples(const char *at)
{
    puts(".Sh EXAMPLES\n.Bd -literal");
    while (*at != '\0') {
        const size_t n = strcspn(at, "\n");
        const char *line = n > 2 && strncmp(at, "  ", 2) == 0 ? at + 2 : at;

        fputs("\\&", stdout);
        for (; line < at + n; line++)
            print_character(*line);
        putchar('\n');
        at += n + (at[n] == '\n');
    }
    puts(".Ed");
}

static void upper(const char *word, char *out, size_t capacity)
{
    size_t n = 0;

    for (; word[n] != '\0' && n + 1 < capacity; n++)
        out[n] = (char)(word[n] >= 'a' && word[n] <= 'z' ? word[n] - 'a' + 'A' : word[n]);
    out[n] = '\0';
}

int print_manual(const struct command *command)
{
    char title[64];
    const size_t length = strlen(command->summary);

    upper(command->name, title, sizeof title);
    printf(".\\\" Made from the table of options of the command.\n"
           ".Dd November 30, 2026\n.Dt SHEAF-%s 1\n.Os\n.Sh NAME\n.Nm sheaf-%s\n.Nd ",
           title, command->name);
    /* A name's description has no full stop (mdoc(7)). */
    for (size_t i = 0; i < length - (command->summary[length - 1] == '.'); i++)
        print_character(command->summary[i]);
    printf("\n.Sh SYNOPSIS\n.Nm sheaf\n.Cm %s\n.Ar ", command->name);
    print_word(command->usage);
    puts("\n.Sh DESCRIPTION");
    print_prose(command->summary);
    puts(".Xr sheaf 1\nsays more of it.\n.Sh OPTIONS\n.Bl -tag -width Ds");
    for (size_t i = 0; option_at(command, i) != NULL; i++)
        print_item(option_at(command, i));
    print_item(&help_option);
    puts(".El");
    print_listed(command);
    puts(".Sh EXIT STATUS");
    print_prose(command_exits(command));
    print_examples(command->examples);
    puts(".Sh SEE ALSO\n.Xr sheaf 1 ,\n.Xr sheaf-spec 5");
    return finish_output();
}
