/* markup.c - writes texts and the figures in them in the sheet's language. */
#include "sheet/words/markup.h"

#include "base/buffer.h"
#include "sheet/words/markup_pieces.h"

static char *write_plain(struct writing *writing, const struct markup *markup, struct text *text)
{
    struct arena *arena = writing->arena;
    struct buffer joined;
    char *copy = NULL;

    if (!markup_write_pieces(writing, markup, text))
        return NULL;
    buffer_init(&joined, &arena->alloc, arena->error);
    for (const struct markup_piece *piece = writing->first; piece != NULL; piece = piece->next)
        buffer_text(&joined, piece->words);
    if (!joined.failed && text_error(text)->status == SHEAF_OK)
        copy = arena_text(arena, joined.length > 0 ? joined.bytes : "", joined.length);
    buffer_free(&joined);
    for (char *c = copy; c != NULL && *c != '\0'; c++)
        *c = *c == '\n' ? ' ' : *c; /* a hard break: these texts have none */
    return copy;
}

char *markup_text(const struct markup *markup, struct text *text, struct arena *arena,
                  sheaf_period period)
{
    struct writing writing = { .arena = arena, .own = period };

    return write_plain(&writing, markup, text);
}

char *markup_text_on_page(const struct markup *markup, struct text *text, struct arena *arena,
                          const struct page_facts *facts)
{
    struct writing writing = { .arena = arena, .page = facts };

    return write_plain(&writing, markup, text);
}

static const struct text_style *style_of(const struct markup_styles *styles,
                                         const struct markup_piece *piece)
{
    if (piece->strong && piece->italic && styles->strong_italic != NULL)
        return styles->strong_italic;
    if (piece->strong)
        return styles->strong;
    return piece->italic && styles->italic != NULL ? styles->italic : styles->regular;
}

struct text_span *markup_spans(const struct markup *markup, struct text *text, struct arena *arena,
                               const struct markup_styles *styles, size_t *n)
{
    struct writing writing = { .arena = arena, .styles = styles };

    *n = 0;
    if (!markup_write_pieces(&writing, markup, text))
        return NULL;
    struct text_span *spans = arena_array(arena, struct text_span, 2 * writing.n + 1);
    if (spans == NULL)
        return NULL;
    for (const struct markup_piece *piece = writing.first; piece != NULL; piece = piece->next) {
        spans[(*n)++] = (struct text_span){ piece->words, style_of(styles, piece), piece->uri };
        if (piece->flag != NULL)
            spans[(*n)++] = (struct text_span){ piece->flag, styles->flag,
                                                piece->uri != NULL ? piece->uri : piece->flag_uri };
    }
    if (*n == 0)
        spans[(*n)++] = (struct text_span){ "", styles->regular, NULL };
    return spans;
}
