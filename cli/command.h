/* command.h - what the commands share: options, exit codes, messages.
 *
 * A command is one file with one `struct command` and one row in main.c. */
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include <sheaf/sheaf.h>

enum exit_code {
    EXIT_FINE = 0,
    EXIT_INPUT = 1, /* a data file or a spec is wrong */
    EXIT_USAGE = 2, /* the command line is wrong */
    EXIT_SYSTEM = 3 /* disk, memory, permission, a missing font */
};

struct option {
    char letter;          /* 'o' for -o; '\0': none */
    const char *name;     /* "output" for --output */
    const char *argument; /* "FILE", as help shows it; NULL: takes none */
    const char *help;     /* may hold several lines */
};

struct command {
    const char *name, *usage, *summary;
    const struct option *options; /* ends with a NULL name */
    const char *repeated;         /* the option that may be given several times; NULL: none */
    const char *examples;
    const char *exits; /* what its exit codes mean; NULL: as of all */
    /* Bit i: options[i] may be given again; its value is then all of them, a line each. */
    unsigned long long repeats;
    const char *list_title; /* of what is listed after the examples; NULL: nothing is */
    const char *(*listed)(size_t index);
    /* values[i]: what options[i] was given ("" for one without argument), NULL if
     * it was not. operands: the other words. */
    int (*run)(const struct command *command, const char *const *values,
               const char *const *operands, int n_operands);
};

enum { MOST_OPTIONS = 64, MOST_REPEATED = 64 }; /* options: the bits of `repeats` */

/* All that the option which may be repeated was given, ended by NULL; its value is the last. */
const char *const *option_repeated(const char *const *values);

/* The commands by their position in the help; NULL beyond the last. */
const struct command *command_at(size_t index);

/* The options that a command takes: its own, then those of all commands that it has no own of. NULL
 * beyond the last. */
const struct option *option_at(const struct command *command, size_t index);
extern const struct option help_option;
/* What its exit codes mean. */
const char *command_exits(const struct command *command);
/* Whether it may be given again. */
bool option_repeats(const struct command *command, const struct option *option);

/* Reads the words after the command's name, answers --help, and runs it. */
int command_main(const struct command *command, int n_words, char *const *words);

/* Refuses a language (BCP 47) that is none. */
int check_language(const struct command *command, const char *language);
/* "sheaf: MESSAGE" and where to read more; returns EXIT_USAGE. */
int usage_error(const struct command *command, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Says so; returns EXIT_SYSTEM. */
int out_of_memory(void);

/* "; did you mean '--title'?"; where none is near, "; there is bars, lines" for words, which have no
 * prefix, and "" for options, which --help lists. The result holds until the next call. */
const char *suggestion(const char *prefix, const char *word, const char *const *candidates,
                       size_t n);

/* Writes out what is printed, or says why that failed; returns EXIT_FINE or EXIT_SYSTEM. */
int finish_output(void);

/* Prints the error with its source line and a caret; returns the exit code. */
int report(const sheaf_error *error);

/* Says so when the option names a folder that is not there. Returns an exit code. */
int check_folder(const struct command *command, const char *option, const char *path);

/* Reads --flags; text NULL: unchanged. Returns an exit code. */
int check_flags(const struct command *command, const char *text, sheaf_flags *flags);
/* Of --pdf and --attachments; NULL: not given. */
int check_pdf(const struct command *command, const char *pdf, const char *attachments);

/* Whether the output, NULL and "-" among others, goes on from where standard output is. */
bool writes_on_stdout(const char *output);
/* Says so when the output has no name, or is, under whatever name, the file that is read. Returns an
 * exit code. */
int check_output(const struct command *command, const char *output, const char *input);

/* A context that reads databases by this program, in a process of its own (--serve-odbc). */
sheaf_context *reading_context(void);

/* A sink on standard output. */
sheaf_sink standard_output(void);

/* "1200x750" with whole or fractional numbers; false: not a size. */
bool read_size(const char *text, double *width, double *height);
/* A positive number such as "2" or "1.5". */
bool read_number(const char *text, double *value);

#endif
