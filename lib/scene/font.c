/* font.c - reference counts of fonts. */
#include "scene/font.h"

#include <string.h>

/* The count is all that changes in a font, so pointers to fonts are const everywhere else. */
static int *references(const struct font *font)
{
    return (int *)&font->references;
}

const struct font *font_retain(const struct font *font)
{
    if (font != NULL && font->release != NULL)
        __atomic_add_fetch(references(font), 1, __ATOMIC_RELAXED);
    return font;
}

void font_release(const struct font *font)
{
    if (font != NULL && font->release != NULL &&
        __atomic_sub_fetch(references(font), 1, __ATOMIC_ACQ_REL) == 0)
        font->release(font);
}

bool font_same(const struct font *a, const struct font *b)
{
    if (a == b)
        return true;
    if (a->length != b->length || a->index != b->index)
        return false;
    return a->bytes == b->bytes ||
           (strcmp(a->name, b->name) == 0 && memcmp(a->bytes, b->bytes, a->length) == 0);
}
