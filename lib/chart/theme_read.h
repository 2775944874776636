/* theme_read.h - an author's theme: a YAML file that changes a built-in one. */
#ifndef SHEAF_CHART_THEME_READ_H
#define SHEAF_CHART_THEME_READ_H

#include "chart/theme.h"
#include "document/keys.h"

/* Fills theme from n bytes; file names them in messages. Texts come from the arena. False after a
 * failure, which is in error, with its place. */
bool theme_read(struct theme *theme, const char *file, const char *text, size_t n,
                struct arena *arena, sheaf_error *error);

/* The mappings of a theme's file; a test holds samples/theme.schema.json to them. */
extern const struct grammar theme_grammar, theme_flows_grammar;

#endif
