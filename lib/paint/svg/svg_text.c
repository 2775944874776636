/* svg_text.c - see svg_text.h. */
#include "paint/svg/svg_text.h"

#include <string.h>

/* Maps Cairo's numbers to 1, 2, … in order of first appearance. */
struct numbers {
    unsigned long *met;
    size_t n, capacity;
};

static size_t number_anew(struct numbers *numbers, unsigned long number, sheaf_error *error)
{
    size_t i = 0;

    while (i < numbers->n && numbers->met[i] != number)
        i++;
    if (i == numbers->n &&
        memory_grow(NULL, error, &numbers->met, &numbers->capacity, i + 1, sizeof *numbers->met))
        numbers->met[numbers->n++] = number;
    return i + 1;
}

/* Length of an identifier's name before its number, if Cairo's number continues from picture to
 * picture in a process; else 0. */
static size_t numbered_name(const char *text)
{
    static const char *const names[] = { "id=\"surface", "#surface", "id=\"image", "#image" };

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        size_t n = strlen(names[i]);
        if (strncmp(text, names[i], n) == 0 && text[n] >= '0' && text[n] <= '9')
            return n;
    }
    return 0;
}

static void put_renumbered(const char *text, struct buffer *into, sheaf_error *error)
{
    struct numbers numbers = { 0 };
    const char *written = text;

    for (const char *at = text; (at = strpbrk(at, "i#")) != NULL;) {
        size_t name = numbered_name(at);
        if (name == 0) {
            at++;
            continue;
        }
        at += name;
        buffer_put(into, written, (size_t)(at - written));
        unsigned long number = 0;
        for (; *at >= '0' && *at <= '9'; at++)
            number = 10 * number + (unsigned long)(*at - '0');
        buffer_integer(into, (int64_t)number_anew(&numbers, number, error));
        written = at;
    }
    buffer_text(into, written);
    memory_free(NULL, numbers.met, numbers.capacity * sizeof *numbers.met);
}

/* XML 1.0 allows no control characters: they become spaces. */
static void put_escaped(struct buffer *into, const char *text)
{
    for (; *text != '\0'; text++)
        if (*text == '&')
            buffer_text(into, "&amp;");
        else if (*text == '<')
            buffer_text(into, "&lt;");
        else if (*text == '>')
            buffer_text(into, "&gt;");
        else if (*text == '"')
            buffer_text(into, "&quot;");
        else
            buffer_byte(into, (unsigned char)*text < 0x20 && *text != '\n' ? ' ' : *text);
}

static void put_element(struct buffer *into, const char *name, const char *text)
{
    if (text == NULL || text[0] == '\0')
        return;
    buffer_format(into, "<%s>", name);
    put_escaped(into, text);
    buffer_format(into, "</%s>\n", name);
}

void svg_finish(const struct buffer *svg, const struct paint_metadata *metadata,
                struct buffer *into, sheaf_error *error)
{
    const char *tag = svg->length > 0 ? strstr(svg->bytes, "<svg ") : NULL;
    const char *end = tag != NULL ? strchr(tag, '>') : NULL;

    if (end == NULL) {
        fail(error, SHEAF_SYSTEM, "Cairo wrote no SVG");
        return;
    }
    buffer_put(into, svg->bytes, (size_t)(end - svg->bytes));
    buffer_text(into, " role=\"img\"");
    if (metadata->language != NULL && metadata->language[0] != '\0') {
        buffer_text(into, " xml:lang=\"");
        put_escaped(into, metadata->language);
        buffer_byte(into, '"');
    }
    buffer_text(into, ">\n");
    put_element(into, "title", metadata->title);
    put_element(into, "desc", metadata->alternative);
    end++;
    put_renumbered(*end == '\n' ? end + 1 : end, into, error);
}
