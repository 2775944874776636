/* error.h - one place where failures are made, so that one breakpoint sees all.
 *
 * The first failure wins: every function here does nothing when error already
 * holds one. error may be NULL where the caller does not care. */
#ifndef SHEAF_BASE_ERROR_H
#define SHEAF_BASE_ERROR_H

#include <stdarg.h>

#include "sheaf/base.h"

/* A point in an input, for messages. file may be NULL. */
struct place {
    const char *file;
    size_t line, column, length; /* as in sheaf_error */
};

/* In a format, encloses the setting that solves the problem, as a spec writes it ("decimal: ','"). */
#define SETTING(text) "\x02" text "\x03"
/* Writes a message like utf8_write_printable, without the two characters of SETTING. *setting and
 * *setting_length are the bytes that they enclosed; length 0 if there were none or no room. */
size_t message_write(char *out, size_t capacity, const char *text, size_t *setting,
                     size_t *setting_length);

/* Writes "FILE:LINE:COLUMN: ", as much of it as is known. A file that ends in ": sheet 'NAME'" is a
 * sheet of a workbook: ", cell C14: " and ", row 14: " follow. Returns the length; at most
 * PLACE_TEXT bytes with the NUL. */
enum { PLACE_TEXT = 4096 + 100 }; /* a path, and the rest */
size_t place_write(char out[PLACE_TEXT], const char *file, size_t line, size_t column);

/* format follows printf, without floating-point conversions. Returns status. */
sheaf_status fail(sheaf_error *error, sheaf_status status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
sheaf_status fail_at(sheaf_error *error, sheaf_status status, struct place at, const char *format,
                     ...) __attribute__((format(printf, 4, 5)));
sheaf_status fail_memory(sheaf_error *error);
/* "FILE: cannot WHAT: strerror(number)" with SHEAF_SYSTEM. */
sheaf_status fail_system(sheaf_error *error, const char *file, const char *what, int number);
/* "cannot write PATH: strerror(number)". error->file stays empty, because it is for inputs. */
sheaf_status fail_write(sheaf_error *error, const char *path, int number);

/* Sets file, line and column of an error that has none yet. */
void error_set_place(sheaf_error *error, struct place at);

/* Copies the error's line out of text (n bytes) as its excerpt. Does nothing if the error has an
 * excerpt already, or no line. */
void error_set_excerpt(sheaf_error *error, const char *text, size_t n);
/* The same, if the caller knows where the line begins; n bytes from line on are readable. */
void error_set_excerpt_line(sheaf_error *error, const char *line, size_t n);

/* Copies from into to if to holds no failure yet. */
void error_take(sheaf_error *to, const sheaf_error *from);

#endif
