/* theme_read_assets.h - the keys of a theme for sizes, faces and a logo. */
#ifndef SHEAF_CHART_THEME_READ_ASSETS_H
#define SHEAF_CHART_THEME_READ_ASSETS_H

#include "chart/theme_assets.h"
#include "document/keys.h"

/* NULL: the theme does not say it. False after a failure, which is told with its place. */
bool theme_read_assets(const struct grammar_reader *reader, const struct theme_source *source,
                       const struct node *sizes, const struct node *faces, const struct node *logo,
                       struct theme *theme);

#endif
