/* theme_object.h - the public theme, for those who draw with it. */
#ifndef SHEAF_CHART_THEME_OBJECT_H
#define SHEAF_CHART_THEME_OBJECT_H

#include "base/memory.h"
#include "chart/theme.h"
#include "sheaf/theme.h"

/* A copy in this context, without warnings. A failed theme gives a failed copy, NULL one that says
 * so. */
sheaf_theme *theme_copy(sheaf_context *context, const sheaf_theme *theme)
    __attribute__((warn_unused_result));

/* sheaf_theme_read for a theme whose faces and logo may lie in some places only, which `allow` knows
 * (theme_assets.h). */
sheaf_theme *theme_read_within(sheaf_context *context, const char *path,
                               const char *(*allow)(void *who, const char *path,
                                                    struct arena *arena),
                               void *who) __attribute__((warn_unused_result));

/* Whether a word with '.' or '/' names a file, not a built-in theme. */
bool theme_is_file(const char *name_or_path);

/* The look itself, which lives as long as the theme; the default one for NULL and for a failed theme. */
const struct theme *theme_look(const sheaf_theme *theme);

#endif
