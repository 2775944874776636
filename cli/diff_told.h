/* diff_told.h - what sheaf diff prints on standard output. */
#ifndef CLI_DIFF_TOLD_H
#define CLI_DIFF_TOLD_H

#include "command.h"

/* For people: the sum, then the figures in columns, a change that many sheets show once. */
void print_diff_table(const sheaf_diff *diff);
/* For programs: a row or an object for each figure of each sheet. */
void print_diff_csv(const sheaf_diff *diff);
void print_diff_json(const sheaf_diff *diff);

/* The sheets that could not be compared, on standard error. */
void print_diff_trouble(const sheaf_diff *diff);

/* The shortest digits that read back as the same number. */
enum { NUMBER_DIGITS = 32 };
void write_digits(char out[NUMBER_DIGITS], double value);

#endif
