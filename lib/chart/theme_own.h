/* theme_own.h - what a public theme holds; for theme_object.c and theme_set.c only. */
#ifndef SHEAF_CHART_THEME_OWN_H
#define SHEAF_CHART_THEME_OWN_H

#include "base/memory.h"
#include "chart/theme_object.h"

struct warning;

struct sheaf_theme {
    sheaf_context *context; /* held */
    sheaf_alloc alloc;      /* the context's */
    sheaf_error error;
    struct arena arena, said; /* of the theme's own texts; of the warnings */
    const char *file;         /* "": it was not read from one */
    struct theme look;
    struct warning *warnings;
};

/* False for NULL as well. */
bool theme_is_well(const sheaf_theme *theme);
/* Makes the theme's warnings anew after a change, and tells the program of those that there were not before. */
void theme_warn_of_change(sheaf_theme *theme);

#endif
