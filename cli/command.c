/* command.c - reading words, printing help and messages. */
#include "command.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "choices.h"
#include "progress.h"
#include "told.h"

/* Messages ------------------------------------------------------------------- */

/* The text has one blank, for what is to be typed. */
static void print_hint(const struct command *command)
{
    const char *text = in_words("Try '%s'."), *blank = strstr(text, "%s");

    fprintf(stderr, "%.*ssheaf %s%s--help%s\n", (int)(blank - text), text,
            command != NULL ? command->name : "", command != NULL ? " " : "", blank + 2);
}

int usage_error(const struct command *command, const char *format, ...)
{
    char raw[2048], text[3 * sizeof raw]; /* U+FFFD takes three bytes */
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(raw, sizeof raw, format, arguments);
    va_end(arguments);
    sheaf_printable(raw, text, sizeof text);
    if (told_into(text))
        return EXIT_USAGE;
    if (tells_as_json()) {
        tell_json(stderr, "error", NULL, text);
        return EXIT_USAGE;
    }
    fprintf(stderr, "sheaf: %s", text);
    fputc('\n', stderr);
    print_hint(command);
    return EXIT_USAGE;
}

int out_of_memory(void)
{
    fputs("sheaf: out of memory\n", stderr);
    return EXIT_SYSTEM;
}

const char *suggestion(const char *prefix, const char *word, const char *const *candidates,
                       size_t n)
{
    static char text[512];
    const char *nearest = sheaf_nearest(word, candidates, n);
    size_t length = 0;

    text[0] = '\0';
    if (nearest != NULL) {
        snprintf(text, sizeof text, "; did you mean '%s%s'?", prefix, nearest);
        return text;
    }
    for (size_t i = 0; i < n && prefix[0] == '\0' && length < sizeof text; i++)
        length += (size_t)snprintf(text + length, sizeof text - length, "%s%s",
                                   i == 0 ? "; there is " : ", ", candidates[i]);
    return text;
}

int finish_output(void)
{
    if (fflush(stdout) == 0 && !ferror(stdout))
        return EXIT_FINE;
    fprintf(stderr, "sheaf: error: cannot write the output: %s\n", strerror(errno));
    return EXIT_SYSTEM;
}

static void print_excerpt(const sheaf_error *error)
{
    const char *at = error->excerpt;
    size_t length = error->length > 0 ? error->length : 1;

    fprintf(stderr, "%5zu | %s\n      | ", error->line, error->excerpt);
    for (size_t column = 1; column < error->column && *at != '\0'; column++) {
        fputc(*at == '\t' ? '\t' : ' ', stderr);
        do
            at++;
        while (((unsigned char)*at & 0xC0) == 0x80);
    }
    fputc('^', stderr);
    for (size_t i = 1; i < length && *at != '\0'; i++, at++) {
        fputc('~', stderr);
        while (((unsigned char)at[1] & 0xC0) == 0x80)
            at++;
    }
    fputc('\n', stderr);
}

int report(const sheaf_error *error)
{
    char text[3 * sizeof error->file + sizeof error->message + 64];

    if (told_into(error->message))
        return EXIT_INPUT;
    if (tells_as_json()) {
        tell_json(stderr, "error",
                  &(struct told_place){ error->file, error->line, error->column, error->length },
                  error->message);
    } else {
        sheaf_error_text(error, text, sizeof text);
        fputs(error->file[0] == '\0' ? "sheaf: " : "", stderr);
        print_leveled(stderr, text, strlen(error->file), "error", "31");
        if (error->excerpt[0] != '\0' && error->column > 0)
            print_excerpt(error);
    }
    switch (error->status) {
    case SHEAF_OK:
        return EXIT_FINE;
    case SHEAF_BAD_ARGUMENT:
        return EXIT_USAGE;
    case SHEAF_BAD_INPUT:
        return EXIT_INPUT;
    case SHEAF_NO_MEMORY:
    case SHEAF_NO_FACE:
    case SHEAF_SYSTEM:
    case SHEAF_CANCELLED:
        break;
    }
    return EXIT_SYSTEM;
}

int check_language(const struct command *command, const char *language)
{
    sheaf_sheet *sheet = sheaf_sheet_create(NULL);
    int code = EXIT_FINE;

    sheaf_sheet_set_language(sheet, language);
    if (sheaf_sheet_status(sheet) == SHEAF_BAD_ARGUMENT)
        code = usage_error(command, "%s", sheaf_sheet_error(sheet)->message);
    else if (sheaf_sheet_status(sheet) != SHEAF_OK)
        code = report(sheaf_sheet_error(sheet));
    sheaf_sheet_destroy(sheet);
    return code;
}

/* Options -------------------------------------------------------------------- */

/* What every command takes that has no own option of that name. */
static const struct option common_options[] = {
    { '\0', "json", NULL, "messages as JSON, a line each" },
    { 'l', "lang", "LANGUAGE",
      "what is printed for people in this language: en, ru,\n"
      "kk, zh, fr, de, ar, ug (that of the environment)" },
    QUIET_OPTION,
};

enum { COMMON_OPTIONS = sizeof common_options / sizeof *common_options };

const struct option help_option = { 'h', "help", NULL, "print this" };

const char *command_exits(const struct command *command)
{
    return command->exits != NULL
               ? command->exits
               : "0 all is well, 1 the input is wrong, 2 the command line is wrong,\n"
                 "3 the system failed. On failure no output is written.";
}

static bool has_option(const struct command *command, const char *name)
{
    for (const struct option *option = command->options; option->name != NULL; option++)
        if (strcmp(option->name, name) == 0)
            return true;
    return false;
}

const struct option *option_at(const struct command *command, size_t index)
{
    size_t n = 0;

    while (command->options[n].name != NULL)
        n++;
    if (index < n)
        return &command->options[index];
    for (size_t i = 0; i < COMMON_OPTIONS; i++)
        if (!has_option(command, common_options[i].name) && n++ == index)
            return &common_options[i];
    return NULL;
}

bool option_repeats(const struct command *command, const struct option *option)
{
    if (command->repeated != NULL && strcmp(command->repeated, option->name) == 0)
        return true;
    for (size_t i = 0; i < MOST_OPTIONS && command->options[i].name != NULL; i++)
        if (option == &command->options[i])
            return (command->repeats >> i & 1) != 0;
    return false;
}

/* Help ----------------------------------------------------------------------- */

enum { HEADING_WIDTH = 26 };

static void print_option(const struct option *option)
{
    char heading[64];

    snprintf(heading, sizeof heading, "%c%c%c --%s%s%s", option->letter != '\0' ? '-' : ' ',
             option->letter != '\0' ? option->letter : ' ', option->letter != '\0' ? ',' : ' ',
             option->name, option->argument != NULL ? " " : "",
             option->argument != NULL ? option->argument : "");
    if (strlen(heading) > HEADING_WIDTH)
        printf("  %s\n%-29s", heading, "");
    else
        printf("  %-*s ", HEADING_WIDTH, heading);
    for (const char *at = option->help; *at != '\0'; at++) {
        putchar(*at);
        if (*at == '\n')
            printf("%-29s", "");
    }
    putchar('\n');
}

/* Words beside each other, in lines of a terminal's width. */
static void print_list(const char *title, const char *(*listed)(size_t index))
{
    const char *word;
    size_t column = 0;

    printf("\n%s\n ", title);
    for (size_t i = 0; (word = listed(i)) != NULL; i++) {
        if (column + strlen(word) > 76) {
            fputs("\n ", stdout);
            column = 0;
        }
        column += (size_t)printf(" %s", word);
    }
    putchar('\n');
}

static int print_help(const struct command *command)
{
    printf("%s\n\n%s: sheaf %s %s\n\n%s\n", in_words(command->summary), in_words("Usage"),
           command->name, command->usage, in_words("Options"));
    for (size_t i = 0; option_at(command, i) != NULL; i++)
        print_option(option_at(command, i));
    print_option(&help_option);
    printf("\n%s\n%s", in_words("Examples"), command->examples);
    if (command->listed != NULL)
        print_list(command->list_title, command->listed);
    printf("\n%s: %s\n", in_words("Exit codes"), command_exits(command));
    return finish_output();
}

/* Words ---------------------------------------------------------------------- */

struct reader {
    const struct command *command;
    char *const *words;
    int n_words, at;
    const char *values[MOST_OPTIONS + MOST_REPEATED + 1]; /* the repeated ones behind the others */
    size_t n_repeated;
    char *joined[MOST_OPTIONS]; /* of options that were given again; NULL: not */
};

const char *const *option_repeated(const char *const *values)
{
    return values + MOST_OPTIONS;
}

static int unknown_option(const struct reader *reader, const char *word)
{
    const char *names[MOST_OPTIONS];
    size_t n = 0;

    for (; n < MOST_OPTIONS && option_at(reader->command, n) != NULL; n++)
        names[n] = option_at(reader->command, n)->name;
    return usage_error(reader->command, "unknown option '%s'%s", word,
                       suggestion("--", word + strspn(word, "-"), names, n));
}

/* Adds a line to what the option was given before. */
static int join(struct reader *reader, size_t index, const char *more)
{
    const char *before = reader->values[index];
    size_t n = strlen(before), length = strlen(more);
    char *joined = malloc(n + length + 2);

    if (joined == NULL)
        return out_of_memory();
    memcpy(joined, before, n);
    joined[n] = '\n';
    memcpy(joined + n + 1, more, length + 1);
    free(reader->joined[index]);
    reader->values[index] = reader->joined[index] = joined;
    return EXIT_FINE;
}

/* What an option does that all commands take. */
static void heed_common(const char *name)
{
    if (strcmp(name, "quiet") == 0)
        progress_silence();
    else if (strcmp(name, "json") == 0)
        tell_as_json();
}

/* Stores the option's argument: the rest of its own word, or the next word. */
static int take(struct reader *reader, size_t index, const char *rest)
{
    const struct option *option = option_at(reader->command, index);
    bool is_repeated =
        reader->command->repeated != NULL && strcmp(reader->command->repeated, option->name) == 0;

    if (reader->values[index] != NULL && !is_repeated &&
        (reader->command->repeats >> index & 1) == 0)
        return usage_error(reader->command, "--%s is given twice", option->name);
    if (option->argument == NULL) {
        if (rest != NULL)
            return usage_error(reader->command, "--%s takes no argument", option->name);
        reader->values[index] = "";
        heed_common(option->name);
        return EXIT_FINE;
    }
    if (rest == NULL) {
        if (reader->at == reader->n_words)
            return usage_error(reader->command, "--%s needs its %s", option->name,
                               option->argument);
        rest = reader->words[reader->at++];
    }
    if (check_choice(reader->command, option, rest) != EXIT_FINE)
        return EXIT_USAGE;
    if (reader->values[index] != NULL && !is_repeated)
        return join(reader, index, rest);
    const bool is_language = strcmp(option->name, "lang") == 0;
    if (is_language && strchr(rest, ',') == NULL && /* a list is the command's to check */
        check_language(reader->command, rest) != EXIT_FINE)
        return EXIT_USAGE;
    if (is_language)
        tell_in(rest);
    reader->values[index] = rest;
    if (!is_repeated)
        return EXIT_FINE;
    if (reader->n_repeated == MOST_REPEATED)
        return usage_error(reader->command, "--%s is given more than %d times", option->name,
                           MOST_REPEATED);
    reader->values[MOST_OPTIONS + reader->n_repeated++] = rest;
    return EXIT_FINE;
}

static int read_long(struct reader *reader, const char *word)
{
    const char *equals = strchr(word, '=');
    size_t n = equals != NULL ? (size_t)(equals - word) : strlen(word);

    for (size_t i = 0; option_at(reader->command, i) != NULL; i++) {
        const char *name = option_at(reader->command, i)->name;
        if (strlen(name) + 2 == n && strncmp(word + 2, name, n - 2) == 0)
            return take(reader, i, equals != NULL ? equals + 1 : NULL);
    }
    return unknown_option(reader, word);
}

static int read_short(struct reader *reader, const char *word)
{
    for (size_t i = 0; option_at(reader->command, i) != NULL; i++)
        if (option_at(reader->command, i)->letter == word[1])
            return take(reader, i, word[2] != '\0' ? word + 2 : NULL);
    return unknown_option(reader, word);
}

/* Sorts the words into options and operands, which have room for all of them. */
static int read_words(struct reader *reader, const char **operands, int *n_operands, bool *help)
{
    bool options_end = false;
    int code = EXIT_FINE;

    while (reader->at < reader->n_words && code == EXIT_FINE && !*help) {
        const char *word = reader->words[reader->at++];

        if (options_end || word[0] != '-' || word[1] == '\0')
            operands[(*n_operands)++] = word;
        else if (strcmp(word, "--") == 0)
            options_end = true;
        else if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0)
            *help = true;
        else
            code = word[1] == '-' ? read_long(reader, word) : read_short(reader, word);
    }
    return code;
}

int command_main(const struct command *command, int n_words, char *const *words)
{
    struct reader reader = { .command = command, .words = words, .n_words = n_words };
    const char **operands = calloc((size_t)n_words + 1, sizeof *operands);
    int n_operands = 0, code;
    bool help = false;

    if (operands == NULL)
        return out_of_memory();
    code = read_words(&reader, operands, &n_operands, &help);
    if (help)
        code = print_help(command);
    if (!help && code == EXIT_FINE)
        code = command->run(command, reader.values, operands, n_operands);
    for (size_t i = 0; i < MOST_OPTIONS; i++)
        free(reader.joined[i]);
    free(operands);
    return code;
}

/* Values --------------------------------------------------------------------- */

/* Digits and at most one point: the command line is in no locale. */
static const char *scan_number(const char *at, double *value)
{
    double place = 1;
    int digits = 0;

    *value = 0;
    for (; *at >= '0' && *at <= '9' && digits < 9; at++, digits++)
        *value = *value * 10 + (*at - '0');
    if (*at == '.')
        for (at++; *at >= '0' && *at <= '9' && digits < 12; at++, digits++)
            *value += (*at - '0') * (place /= 10);
    return digits > 0 && *value > 0 ? at : NULL;
}

bool read_number(const char *text, double *value)
{
    const char *end = scan_number(text, value);

    return end != NULL && *end == '\0';
}

bool read_size(const char *text, double *width, double *height)
{
    const char *end = scan_number(text, width);

    if (end == NULL)
        return false;
    if (*end == 'x' || *end == 'X')
        end++;
    else if (strncmp(end, "\xC3\x97", 2) == 0) /* U+00D7 */
        end += 2;
    else
        return false;
    return read_number(end, height);
}

int check_folder(const struct command *command, const char *option, const char *path)
{
    struct stat status;

    if (path == NULL || (stat(path, &status) == 0 && S_ISDIR(status.st_mode)))
        return EXIT_FINE;
    return usage_error(command, "there is no folder '%s' (--%s)", path, option);
}

int check_pdf(const struct command *command, const char *pdf, const char *attachments)
{
    if (pdf != NULL && strcmp(pdf, "1.7") != 0 && strcmp(pdf, "2.0") != 0)
        return usage_error(command, "--pdf is 1.7 or 2.0, not '%s'", pdf);
    if (attachments != NULL && strcmp(attachments, "yes") != 0 && strcmp(attachments, "no") != 0)
        return usage_error(command, "--attachments is yes or no, not '%s'", attachments);
    return EXIT_FINE;
}

int check_flags(const struct command *command, const char *text, sheaf_flags *flags)
{
    if (text == NULL || sheaf_flags_named(text, flags))
        return EXIT_FINE;
    return usage_error(command, "--flags is estimated, all or none, not '%s'", text);
}

static bool same_file(const struct stat *a, const struct stat *b)
{
    return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

bool writes_on_stdout(const char *output)
{
    struct stat written, stream;

    return output == NULL || strcmp(output, "-") == 0 ||
           (stat(output, &written) == 0 && fstat(STDOUT_FILENO, &stream) == 0 &&
            same_file(&written, &stream));
}

int check_output(const struct command *command, const char *output, const char *input)
{
    struct stat written, read;
    bool on_stdout = writes_on_stdout(output);

    if (output != NULL && output[0] == '\0')
        return usage_error(command, "the output's name is empty; name a file");
    if ((on_stdout ? fstat(STDOUT_FILENO, &written) : stat(output, &written)) != 0 ||
        (strcmp(input, "-") == 0 ? fstat(STDIN_FILENO, &read) : stat(input, &read)) != 0 ||
        !S_ISREG(written.st_mode) || !same_file(&written, &read)) /* a device may be both */
        return EXIT_FINE;
    if (on_stdout)
        return usage_error(command, "standard output goes into the input; name another file");
    return usage_error(command, "the output %s is the input; name another file", output);
}

sheaf_context *reading_context(void)
{
    static const char itself[] = "/proc/self/exe";
    const char *const program[] = { access(itself, X_OK) == 0 ? itself : "sheaf", "--serve-odbc",
                                    NULL };
    sheaf_context *context = sheaf_context_create(NULL);

    sheaf_context_set_odbc_program(context, program);
    return context;
}

static int write_out(void *context, const void *bytes, size_t n)
{
    const char *at = bytes;

    (void)context;
    while (n > 0) {
        ssize_t written = write(STDOUT_FILENO, at, n);

        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return errno;
        at += written;
        n -= (size_t)written;
    }
    return 0;
}

sheaf_sink standard_output(void)
{
    return (sheaf_sink){ NULL, write_out };
}
