/* told.h - how messages are told: for people, in colour on a terminal, or as JSON, a line each. */
#ifndef CLI_TOLD_H
#define CLI_TOLD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* From now on messages are JSON: --json. */
void tell_as_json(void);
bool tells_as_json(void);

struct told_place {
    const char *file; /* "": none */
    size_t line, column, length;
};

/* {"level": "error", "file": …, "line": 3, "column": 5, "length": 2, "message": …}, of the place what
 * is known; place NULL: nothing is. */
void tell_json(FILE *out, const char *level, const struct told_place *place, const char *message);
/* From now on the message of an error goes here and nowhere else, without its place; NULL: to standard
 * error again. */
void tell_into(char *text, size_t capacity);
/* Whether it went there. NULL: nothing is said, and whether it would. */
bool told_into(const char *message);

/* In quotes, escaped. */
void print_json_text(FILE *out, const char *text);

/* From now on what is printed for people is in this language (a tag of BCP 47) as far as there are words: --lang. */
void tell_in(const char *tag);
/* The text in the language that was told, else in that of the environment (LC_ALL, LC_MESSAGES, LANG). */
const char *in_words(const char *english);

/* The text in that language, with the values in its blanks, which are "%s", in their order. */
void words_write(char *out, size_t capacity, const char *english, const char *const *values);
/* How many columns of a terminal a text takes. */
size_t columns_of(const char *text);

/* Whether out is a terminal that wants colours: not with NO_COLOR (no-color.org) or TERM=dumb. */
bool wants_color(FILE *out);
/* A line whose first `level` behind byte `from` ("error", "warning", before a colon) is told in words, with
 * the colour (an SGR parameter) where out wants colours. */
void print_leveled(FILE *out, const char *line, size_t from, const char *level, const char *color);

#endif
