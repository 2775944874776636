/* main.c - sheaf: the command line of libsheaf. */
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "command.h"
#include "manual.h"
#include "told.h"

extern const struct command chart_command, sheet_command, batch_command, data_command,
    check_command, diff_command, new_command, watch_command, completion_command, fonts_command,
    gallery_command, schema_command;

static const struct command *const commands[] = {
    &chart_command,      &sheet_command, &watch_command,   &batch_command,
    &data_command,       &check_command, &diff_command,    &new_command,
    &completion_command, &fonts_command, &gallery_command, &schema_command,
};

enum { COMMANDS = sizeof commands / sizeof *commands };

const struct command *command_at(size_t index)
{
    return index < COMMANDS ? commands[index] : NULL;
}

static int print_overview(void)
{
    printf("%s\n\n%s: sheaf %s …\n\n",
           in_words("Sheaf turns trade figures into charts and fact sheets."), in_words("Usage"),
           in_words("COMMAND"));
    for (size_t i = 0; i < COMMANDS; i++)
        printf("  %-10s %s\n", commands[i]->name, in_words(commands[i]->summary));
    printf("\n%s\n"
           "  -h, --help     print this; after a command: its options and examples\n"
           "      --version  print the version\n\n%s\n",
           in_words("Options"), in_words("Examples"));
    puts("  sheaf chart trade.csv -o trade.png\n"
         "  sheaf sheet kaz-chn.yaml -o kaz-chn.pdf\n"
         "  sheaf watch kaz-chn.yaml\n"
         "  sheaf batch partner.yaml --each partner -o 'out/{partner}.pdf'\n"
         "  sheaf data comtrade.csv --select 'reporter: KAZ, partner: CHN'\n"
         "  sheaf check trade.csv\n"
         "  sheaf diff out-may out-june\n"
         "  sheaf new trade.csv -o trade.yaml");
    return finish_output();
}

/* With what its results may lack here. */
static int print_version(void)
{
    static const char *const languages[] = { "en", "en-US", "de", "fr", "ru" };
    const char *separator = "; no hyphenation patterns for ";

    printf("sheaf %s", sheaf_version());
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
        if (!sheaf_hyphenates(languages[i])) {
            printf("%s%s", separator, languages[i]);
            separator = ", ";
        }
    putchar('\n');
    return finish_output();
}

/* "name a command: chart, sheet, … or diff" */
static int no_command(void)
{
    char names[512];
    size_t length = 0;

    for (size_t i = 0; i < COMMANDS && length < sizeof names; i++)
        length += (size_t)snprintf(names + length, sizeof names - length, "%s%s",
                                   i == 0              ? ""
                                   : i + 1 == COMMANDS ? " or "
                                                       : ", ",
                                   commands[i]->name);
    return usage_error(NULL, "name a command: %s", names);
}

static int unknown_command(const char *word)
{
    const char *names[COMMANDS];

    for (size_t i = 0; i < COMMANDS; i++)
        names[i] = commands[i]->name;
    return usage_error(NULL, "unknown command '%s'%s", word, suggestion("", word, names, COMMANDS));
}

int main(int n_words, char **words)
{
    /* A limit on a file's size is then a failed write, with its message. */
    signal(SIGXFSZ, SIG_IGN);
    if (n_words < 2)
        return no_command();
    if (strcmp(words[1], "--help") == 0 || strcmp(words[1], "-h") == 0 ||
        (strcmp(words[1], "help") == 0 && n_words == 2))
        return print_overview();
    if (strcmp(words[1], "--version") == 0) {
        return print_version();
    }
    if (strcmp(words[1], "--serve-odbc") == 0 && n_words == 2)
        return sheaf_odbc_serve(0); /* of reading_context */
    for (size_t i = 0; i < COMMANDS; i++) {
        if (strcmp(words[1], commands[i]->name) == 0)
            return command_main(commands[i], n_words - 2, words + 2);
        if (n_words == 4 && strcmp(words[1], "--manual") == 0 &&
            strcmp(words[2], commands[i]->name) == 0)
            return print_manual(commands[i], words[3]); /* of the build */
        if (n_words == 3 && strcmp(words[1], "help") == 0 &&
            strcmp(words[2], commands[i]->name) == 0)
            return command_main(commands[i], 1, (char *const[]){ (char[]){ "--help" } });
    }
    return unknown_command(words[strcmp(words[1], "help") == 0 ? 2 : 1]); /* help alone is above */
}
