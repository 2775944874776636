/* themes.c - themes. */
#include "api/machine.h"

void make_theme(struct machine *m)
{
    size_t i = slot(m);
    uint32_t colors[9];

    put(m, KIND_sheaf_theme, i, sheaf_theme_create(m->context, word(m)));
    for (size_t k = 0; k < 9; k++)
        colors[k] = (uint32_t)take(m) * 65793;
    if (take(m) % 2)
        sheaf_theme_set_colors(m->objects[KIND_sheaf_theme][i], colors,
                               take(m) % 12 > 9 ? 0 : take(m) % 9);
    sheaf_theme_set_paper(m->objects[KIND_sheaf_theme][i],
                          (uint32_t)take(m) << 24 | (uint32_t)take(m) * 257);
    sheaf_theme_set_scale(m->objects[KIND_sheaf_theme][i], number(m));
    sheaf_theme_set_size(m->objects[KIND_sheaf_theme][i], word(m), number(m));
    sheaf_theme_set_transparent(m->objects[KIND_sheaf_theme][i], take(m) % 2);
    require_said(sheaf_theme_error(m->objects[KIND_sheaf_theme][i]));
}
