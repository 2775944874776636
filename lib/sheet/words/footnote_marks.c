/* footnote_marks.c - the raised numbers that lead to footnotes and back. */
#include <string.h>

#include "sheet/words/markup_pieces.h"

/* "¹²"; "" for 0. NULL after a failure. */
const char *raised_number(struct arena *arena, int number)
{
    static const char *const digits[] = { "\xE2\x81\xB0", "\xC2\xB9",     "\xC2\xB2",
                                          "\xC2\xB3",     "\xE2\x81\xB4", "\xE2\x81\xB5",
                                          "\xE2\x81\xB6", "\xE2\x81\xB7", "\xE2\x81\xB8",
                                          "\xE2\x81\xB9" };

    if (number <= 0)
        return "";
    if (number < 10)
        return digits[number];
    const char *first = raised_number(arena, number / 10);
    return first != NULL ? arena_format(arena, "%s%s", first, digits[number % 10]) : NULL;
}

const char *footnote_id(struct arena *arena, int number)
{
    return arena_format(arena, "note.%d", number);
}

const struct text_span *footnote_spans(struct arena *arena, int number,
                                       const struct text_style *style,
                                       const struct text_span *spans, size_t *n)
{
    const char *raised = raised_number(arena, number);
    const char *mark = raised != NULL ? arena_format(arena, "%s" NO_BREAK_SPACE, raised) : NULL;
    struct text_span *all = arena_array(arena, struct text_span, *n + 1);

    if (mark == NULL || all == NULL)
        return NULL;
    all[0] = (struct text_span){ mark, style, NULL };
    all[0].uri = arena_format(arena, "#note.%d.back", number);
    if (all[0].uri == NULL)
        return NULL;
    memcpy(all + 1, spans, *n * sizeof *spans);
    *n += 1;
    return all;
}
