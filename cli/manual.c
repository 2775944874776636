/* manual.c - the manual page of a command, made when Sheaf is built from its table of options and
 * from what sheaf.1 says of it: sheaf --manual COMMAND sheaf.1. */
#include "manual.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "manual_section.h"

/* What sheaf.1 says of a command. */
struct words {
    const char *page;
    struct manual_lines section;
    struct manual_lines reading; /* how data are read; none: it reads none */
};

/* The headings of sheaf.1 on what several commands share. */
#define READING_HEADING   "How data files are read"
#define DATABASES_HEADING "Databases"

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

/* The words of sheaf.1, else those of --help. */
static void print_words(const struct words *words, const struct option *option)
{
    struct manual_lines lines[2];

    if (!manual_item(words->page, words->section, option->name, lines) &&
        !manual_item(words->page, words->reading, option->name, lines)) {
        print_prose(option->help);
        return;
    }
    manual_print(lines[0]);
    manual_print(lines[1]);
}

static void print_item(const struct words *words, const struct option *option)
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
    print_words(words, option);
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

/* Lines that begin with two spaces are typed as they are; others are sentences. */
static void print_examples(const char *at)
{
    bool is_typed = false;

    puts(".Sh EXAMPLES");
    while (*at != '\0') {
        const size_t n = strcspn(at, "\n");
        const bool was_typed = is_typed;
        const char *line = at;

        if (n > 0) {
            is_typed = strncmp(at, "  ", 2) == 0;
            line = is_typed ? at + 2 : at;
            if (is_typed != was_typed)
                puts(is_typed ? ".Bd -literal" : ".Ed\n.Pp");
            fputs("\\&", stdout);
        }
        for (; line < at + n; line++)
            print_character(*line);
        if (n > 0)
            putchar('\n');
        at += n + (at[n] == '\n');
    }
    if (is_typed)
        puts(".Ed");
}

static void upper(const char *word, char *out, size_t capacity)
{
    size_t n = 0;

    for (; word[n] != '\0' && n + 1 < capacity; n++)
        out[n] = (char)(word[n] >= 'a' && word[n] <= 'z' ? word[n] - 'a' + 'A' : word[n]);
    out[n] = '\0';
}

static bool has_option(const struct command *command, const char *name)
{
    for (size_t i = 0; option_at(command, i) != NULL; i++)
        if (strcmp(option_at(command, i)->name, name) == 0)
            return true;
    return false;
}

static struct words words_of(const struct command *command, const char *page)
{
    struct words words = { .page = page };
    char heading[64];

    snprintf(heading, sizeof heading, "sheaf %s:", command->name);
    words.section = manual_section(page, heading);
    if (has_option(command, "from"))
        words.reading = manual_section(page, READING_HEADING);
    return words;
}

static bool tells_exits(struct manual_lines paragraph)
{
    return manual_begins(paragraph, "The exit status is ");
}

static void print_description(const struct command *command, const struct words *words)
{
    struct manual_lines rest = manual_after_list(words->section), paragraph;

    puts("\n.Sh DESCRIPTION");
    print_prose(command->summary);
    manual_print(manual_before_list(words->section));
    while (manual_paragraph(&rest, &paragraph))
        if (!tells_exits(paragraph)) {
            puts(".Pp");
            manual_print(paragraph);
        }
    puts(
        ".Pp\nWhat all commands share, such as\n.Sq \\-\nfor standard input, is in\n.Xr sheaf 1 .");
    if (words->reading.from == NULL)
        return;
    puts(".Ss " READING_HEADING);
    manual_print(manual_before_list(words->reading));
    puts(".Ss " DATABASES_HEADING);
    manual_print(manual_section(words->page, DATABASES_HEADING));
}

static void print_exits(const struct command *command, const struct words *words)
{
    struct manual_lines rest = manual_after_list(words->section), paragraph;

    puts(".Sh EXIT STATUS");
    while (manual_paragraph(&rest, &paragraph))
        if (tells_exits(paragraph)) {
            manual_print(paragraph);
            return;
        }
    print_prose(command_exits(command));
}

static void print_page(const struct command *command, const struct words *words)
{
    char title[64];
    const size_t length = strlen(command->summary);

    upper(command->name, title, sizeof title);
    printf(".\\\" Made from the command's table of options and from sheaf.1.\n"
           ".Dd November 30, 2026\n.Dt SHEAF-%s 1\n.Os\n.Sh NAME\n.Nm sheaf-%s\n.Nd ",
           title, command->name);
    /* A name's description has no full stop (mdoc(7)). */
    for (size_t i = 0; i < length - (command->summary[length - 1] == '.'); i++)
        print_character(command->summary[i]);
    printf("\n.Sh SYNOPSIS\n.Nm sheaf\n.Cm %s\n.Ar ", command->name);
    print_word(command->usage);
    print_description(command, words);
    puts(".Sh OPTIONS\n.Bl -tag -width Ds");
    for (size_t i = 0; option_at(command, i) != NULL; i++)
        print_item(words, option_at(command, i));
    print_item(words, &help_option);
    puts(".El");
    print_listed(command);
    print_exits(command, words);
    print_examples(command->examples);
    puts(".Sh SEE ALSO\n.Xr sheaf 1 ,\n.Xr sheaf-spec 5");
}

int print_manual(const struct command *command, const char *page_path)
{
    char *page = manual_read(page_path);

    if (page == NULL)
        return EXIT_SYSTEM;
    const struct words words = words_of(command, page);
    print_page(command, &words);
    free(page);
    return finish_output();
}
