/* depfile.h - the options --depfile and --depfile-format: what an output is made from, for programs that
 * make it again. */
#ifndef CLI_DEPFILE_H
#define CLI_DEPFILE_H

#include "command.h"

/* The rows of a command's table of options. */
#define DEPFILE_OPTION                                                                             \
    {                                                                                              \
        '\0', "depfile", "FILE", "write what the output is made from, as make and\nninja read it"  \
    }
#define DEPFILE_FORMAT_OPTION                                                                      \
    {                                                                                              \
        '\0', "depfile-format", "FORMAT",                                                          \
            "make (the default), json, or zero: the inputs, each\nended by a NUL"                  \
    }

struct depfile {
    const char *path, *format; /* path NULL: none is wanted */
    char **names[2];           /* inputs, outputs */
    size_t n[2], capacity[2];
    bool has_failed; /* memory */
};

/* Takes the options' values. A makefile needs outputs that are files. Returns an exit code. */
int depfile_open(const struct command *command, const char *path, const char *format,
                 bool has_output, struct depfile *depfile);
/* Each name once; NULL and "-" are none. */
void depfile_add_input(struct depfile *depfile, const char *path);
void depfile_add_output(struct depfile *depfile, const char *path);
/* The files that the theme is made from; NULL: none. */
void depfile_add_theme(struct depfile *depfile, const sheaf_theme *theme);
/* Writes it, if one is wanted. Returns an exit code. */
int depfile_write(const struct depfile *depfile);
void depfile_free(struct depfile *depfile);

#endif
