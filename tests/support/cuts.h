/* cuts.h - finds texts that are shown with an ellipsis and named by no warning. */
#ifndef TESTS_SUPPORT_CUTS_H
#define TESTS_SUPPORT_CUTS_H

#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "scene/scene.h"

/* The index-th message of an object; NULL: there are fewer. */
typedef const char *cuts_message(const void *object, size_t index);

static inline bool cuts_are_told(const void *object, cuts_message *message, const char *words,
                                 size_t n)
{
    const char *told;

    for (size_t i = 0; (told = message(object, i)) != NULL; i++)
        for (const char *at = told; *at != '\0'; at++)
            if (strstr(told, "' is cut in ") != NULL && strncmp(at, words, n) == 0)
                return true;
    return false;
}

/* Writes the first text that is cut silently; "": there is none. The ellipsis between signed figures,
 * which stands behind a no-break space, cuts nothing. */
static inline void cuts_find_silent(const struct scene *scene, const void *object,
                                    cuts_message *message, char *out, size_t capacity)
{
    const char *ellipsis = "\xE2\x80\xA6", *text = " text \"";
    sheaf_error error = { 0 };
    struct buffer dump;

    out[0] = '\0';
    buffer_init(&dump, NULL, &error);
    scene_dump(scene, &dump);
    for (const char *at = strstr(dump.bytes, ellipsis); at != NULL && out[0] == '\0';
         at = strstr(at + 1, ellipsis)) {
        const char *from = at, *part;
        while (from > dump.bytes && from[-1] != '"' && from[-1] != '\n')
            from--;
        bool is_text = (size_t)(from - dump.bytes) >= strlen(text) &&
                       memcmp(from - strlen(text), text, strlen(text)) == 0;
        if (!is_text || (at - from >= 2 && memcmp(at - 2, "\xC2\xA0", 2) == 0))
            continue;
        part = from;
        for (const char *c = from; c + 1 < at; c++) /* of a phrase the name is cut */
            part = c[0] == ',' && c[1] == ' ' ? c + 2 : part;
        if (!cuts_are_told(object, message, part, (size_t)(at - part)))
            snprintf(out, capacity, "%.*s", (int)(at - from), from);
    }
    buffer_free(&dump);
}

#endif
