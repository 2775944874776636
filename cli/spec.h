/* spec.h - what the commands that read a spec share: parameters, and mistakes. */
#ifndef CLI_SPEC_H
#define CLI_SPEC_H

#include "reading.h"

/* True of a file that is a spec by its name, or, of JSON, by its first key. */
bool is_spec(const char *path);
/* For commands that read data: a spec among the files is refused, with what makes a sheet of it. Returns an
 * exit code. */
int refuse_specs(const struct command *command, const char *const *paths, int n);
/* Sets what --set has said, "name=value" each. Returns an exit code. */
int set_parameters(const struct command *command, const char *const *values, sheaf_sheet *sheet);
/* Prints all that is wrong with the sheet; returns the exit code. */
int report_sheet(const sheaf_sheet *sheet);
/* Returns how many are warnings: notes are none. */
size_t print_sheet_warnings(FILE *out, const sheaf_sheet *sheet);
/* sheaf check of a spec; values: of --lang, --set, --missing and --root, which may be NULL. */
struct spec_options {
    const char *language, *missing, *root;
};
int check_spec(const struct command *command, const char *const *values,
               const struct spec_options *options, const char *path);

#endif
