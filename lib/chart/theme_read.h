/* theme_read.h - an author's theme: a YAML file that changes a built-in one. */
#ifndef SHEAF_CHART_THEME_READ_H
#define SHEAF_CHART_THEME_READ_H

#include "chart/theme_assets.h"
#include "document/keys.h"

/* Fills theme from n bytes; the source's file names them in messages, and the faces and the logo lie
 * beside it. Texts come from the arena. False after a failure, which is in error, with its place. */
bool theme_read(struct theme *theme, const struct theme_source *source, const char *text, size_t n,
                struct arena *arena, sheaf_error *error);

/* The mappings of a theme's file; a test holds samples/theme.schema.json to them. */
extern const struct grammar theme_grammar, theme_flows_grammar, theme_faces_grammar,
    theme_sizes_grammar, theme_logo_grammar;

#endif
