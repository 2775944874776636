/* coverage.c - which faces draw a text, for those who ask before they print. */
#include <stdio.h>
#include <string.h>

#include "base/sized.h"
#include "base/strings.h"
#include "scene/font.h"
#include "scene/script.h"
#include "text/object.h"

/* Text that is set has 10 points; the choice is the same for all sizes of texts. */
static const struct text_style plain = { .size = 10 };

/* Blanks and controls belong to what stands before them. */
static bool draws_nothing(uint32_t code)
{
    return script_is_space(code) || code < 0x20;
}

/* The face of the character at *at, which is passed; NULL: none has it, or a failure. */
static struct face *face_at(struct text *text, const char **at, const char *end, bool *is_blank)
{
    uint32_t code = utf8_next(at, end);
    bool is_missing = false;
    size_t n = 1;

    *is_blank = draws_nothing(code);
    if (*is_blank)
        return NULL;
    struct face *face = faces_for(text, &plain, &code, &n, &is_missing);
    return is_missing ? NULL : face;
}

static void take_run(struct text *text, const char *from, size_t begin, sheaf_face_run *run)
{
    const char *at = from + begin, *end = from + strlen(from);
    struct face *face = NULL;
    bool has_begun = false;

    while (at < end) {
        const char *before = at;
        bool is_blank;
        struct face *next = face_at(text, &at, end, &is_blank);

        if (!is_blank && has_begun && next != face) {
            at = before;
            break;
        }
        if (!is_blank) {
            face = next;
            has_begun = true;
        }
    }
    run->begin = begin;
    run->end = (size_t)(at - from);
    run->is_missing = has_begun && face == NULL;
    run->is_linked = face != NULL && face->is_linked;
    snprintf(run->face, sizeof run->face, "%s", face != NULL ? face->font->name : "");
}

bool sheaf_text_face(sheaf_context *context, const char *language, const char *font_folder,
                     const char *text, size_t begin, sheaf_face_run *run)
{
    sheaf_face_run own = { sizeof own, "", 0, 0, false, false };
    sheaf_error error = { 0 };

    if (text == NULL || run == NULL || begin >= strlen(text))
        return false;
    context = context_hold(context);
    struct text *set = text_begin(context, language, font_folder, &error);
    if (error.status == SHEAF_OK)
        take_run(set, text, begin, &own);
    text_end(set);
    context_drop(context);
    if (error.status != SHEAF_OK)
        return false;
    return sized_give(run, sizeof *run, &own, sizeof own);
}
