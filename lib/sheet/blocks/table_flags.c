/* table_flags.c - what the flags of a table mean, in one line between its title and its headers, where
 * the sheet has no notes that say it. */
#include "base/buffer.h"
#include "sheet/blocks/table_parts.h"
#include "text/format.h"

static unsigned flags_used(const struct sheet_layout *layout, const struct table_layout *table)
{
    const struct table_content *content = table->content;
    unsigned flags = 0;

    for (size_t i = 0; i < content->n_rows; i++)
        for (size_t k = 0; k < content->n_columns; k++) {
            const struct table_figure *figure = table_cell_figure(table, i, k);

            if (figure->is_known && !column_is_spark(&content->columns[k]))
                flags |= table_cell_flags(layout, table, figure);
        }
    return flags;
}

/* "[p] provisional; [e] estimated"; NULL after a failure. */
static const char *flags_words(struct sheet_layout *layout, unsigned flags)
{
    struct buffer words;
    bool well = true;

    buffer_init(&words, &layout->arena.alloc, layout->arena.error);
    for (unsigned flag = 0; well && flag < FLAG_COUNT; flag++) {
        if ((flags >> flag & 1) == 0)
            continue;
        const char *sign = flags_text(1U << flag, &layout->arena);
        const char *word = format_word(layout->text, flag_word(flag));

        well = sign != NULL && word != NULL;
        if (words.length > 0)
            buffer_text(&words, punctuation_of(text_locale(layout->text))->semicolon);
        buffer_text(&words, well ? sign : "");
        buffer_text(&words, "\xC2\xA0");
        buffer_text(&words, well ? word : "");
    }
    const char *text =
        well && !words.failed ? arena_text(&layout->arena, words.bytes, words.length) : NULL;
    buffer_free(&words);
    return text;
}

bool table_set_flags(struct sheet_layout *layout, struct table_layout *table)
{
    unsigned flags = flags_used(layout, table);
    struct text_style style = layout->theme->note;

    if (flags == 0 || layout->shown.has_notes)
        return true;
    const char *words = flags_words(layout, flags);
    const struct text_span span = { words, &style, NULL };
    if (words == NULL)
        return false;
    table->flags = text_wrap(layout->text, &layout->arena, &span, 1, table->plan.width, 0);
    if (table->flags == NULL)
        return false;
    table->title_height += table->flags->height + 4;
    layout->told_flags |= flags;
    return true;
}
