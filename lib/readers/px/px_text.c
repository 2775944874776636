/* px_text.c - the text of a PX file, through the window of its input. */
#include "readers/px/px_parts.h"

#include <string.h>

void px_text_open(struct px_text *text, struct input *input, const char *name)
{
    size_t n;
    const char *bytes = input_text(input, &n);

    *text = (struct px_text){
        .input = input, .name = name, .at = bytes, .end = bytes + n, .line = 1, .column = 1
    };
}

int px_peek_slowly(struct px_text *text)
{
    size_t n;

    if (text->has_ended)
        return PX_END;
    text->has_ended = !input_slide(text->input, text->end, text->line);
    if (text->has_ended)
        return PX_END;
    text->at = input_text(text->input, &n);
    text->end = text->at + n;
    return n > 0 ? (unsigned char)*text->at : PX_END;
}

void px_skip_space(struct px_text *text)
{
    int byte = px_peek(text);

    while (byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n') {
        px_next(text);
        byte = px_peek(text);
    }
}

bool px_read_quoted(struct px *px)
{
    struct place start = px_place(px);
    int byte;

    px_next(&px->text);
    buffer_clear(&px->word);
    while ((byte = px_next(&px->text)) != '"' && byte != PX_END) {
        if (byte == '\r' || byte == '\0')
            continue;
        buffer_byte(&px->word, byte == '\n' ? ' ' : (char)byte);
        if (px->word.length > PX_STRING_LIMIT)
            break;
    }
    if (px_failed(px) || px->word.failed)
        return false;
    if (byte != '"')
        fail_at(table_error(px->builder.table), SHEAF_BAD_INPUT, start,
                byte == PX_END ? "this quoted text has no end"
                               : "this quoted text is longer than %d bytes; is its end missing?",
                PX_STRING_LIMIT);
    return byte == '"';
}
