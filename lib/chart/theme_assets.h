/* theme_assets.h - what a theme takes from other files: an author's faces, and a logo. */
#ifndef SHEAF_CHART_THEME_ASSETS_H
#define SHEAF_CHART_THEME_ASSETS_H

#include "base/memory.h"
#include "chart/theme.h"
#include "sheaf/context.h"

/* Where files are sought. */
struct theme_source {
    sheaf_context *context; /* in which faces are opened */
    const char *file;       /* of the theme: relative paths begin in its folder; NULL: none */
    /* NULL: any file may be read. Else the path that may be, in the arena, or NULL. */
    const char *(*allow)(void *who, const char *path, struct arena *arena);
    void *who;
};

/* Each of names is a file, if it has '.' or '/', or an installed family; that of CHOSEN_ITALIC may be
 * NULL. False: *why, or if that is NULL the arena's error, says why, of names[*wrong]. */
bool theme_open_faces(struct theme *theme, const struct theme_source *source,
                      const char *const names[CHOSEN_FACES], size_t *wrong, struct arena *arena,
                      const char **why);

#define LOGO_WORDS_MISTAKE "a logo needs words for readers who do not see it, such as whose it is"
/* A PNG or a JPEG and what screen readers say instead of it, in the arena. NULL: as above. */
const struct theme_logo *theme_open_logo(const struct theme_source *source, const char *path,
                                         const char *alternative, struct arena *arena,
                                         const char **why);

/* A copy in the arena; NULL: memory ran out. */
const struct theme_logo *theme_copy_logo(const struct theme_logo *logo, struct arena *arena);

/* Opens the faces of a copied theme in another context, and copies texts and pixels. */
bool theme_copy_assets(struct theme *theme, sheaf_context *context, struct arena *arena);

#endif
