/* markup_wrap.c - titles, decks and headings: one paragraph in one style, with bold, italic and links. */
#include "sheet/words/markup.h"

/* Neighbours that look alike become one, so that letters are set as in one text. */
static bool join_alike(struct arena *arena, struct text_span *spans, size_t *n)
{
    size_t kept = 0;

    for (size_t i = 1; i < *n; i++) {
        struct text_span *last = &spans[kept];

        if (spans[i].style != last->style || spans[i].uri != last->uri) {
            spans[++kept] = spans[i];
            continue;
        }
        last->utf8 = arena_format(arena, "%s%s", last->utf8, spans[i].utf8);
        if (last->utf8 == NULL)
            return false;
    }
    *n = kept + 1;
    return true;
}

struct text_block *markup_wrap(const struct markup *markup, struct text *text, struct arena *arena,
                               const struct text_style *style, double width)
{
    struct text_style *faces = arena_array(arena, struct text_style, 3);
    size_t n = 0;

    if (faces == NULL)
        return NULL;
    faces[0] = faces[1] = *style;
    faces[0].semibold = faces[1].italic = true;
    faces[2] = faces[0];
    faces[2].italic = true;
    const struct markup_styles styles = {
        .regular = style, .strong = &faces[0], .italic = &faces[1], .strong_italic = &faces[2]
    };
    struct text_span *spans = markup_spans(markup, text, arena, &styles, &n);
    return spans != NULL && join_alike(arena, spans, &n)
               ? text_wrap(text, arena, spans, n, width, 0)
               : NULL;
}
