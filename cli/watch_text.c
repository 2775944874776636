/* watch_text.c - text that grows, and JSON in it. */
#include "watch_text.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "command.h"

void *watch_need(void *memory)
{
    if (memory == NULL)
        exit(out_of_memory());
    return memory;
}

void grow_bytes(struct growing *text, const void *bytes, size_t n)
{
    if (text->n + n + 1 > text->capacity) {
        text->capacity = 2 * (text->n + n + 1);
        text->bytes = watch_need(realloc(text->bytes, text->capacity));
    }
    if (n > 0)
        memcpy(text->bytes + text->n, bytes, n);
    text->n += n;
    text->bytes[text->n] = '\0';
}

void grow(struct growing *text, const char *format, ...)
{
    char line[512];
    va_list arguments;

    va_start(arguments, format);
    const int n = vsnprintf(line, sizeof line, format, arguments);
    va_end(arguments);
    grow_bytes(text, line, n < (int)sizeof line ? (size_t)n : sizeof line - 1);
}

void grow_string(struct growing *text, const char *string)
{
    if (string == NULL) {
        grow_bytes(text, "null", 4);
        return;
    }
    grow_bytes(text, "\"", 1);
    for (const char *at = string; *at != '\0'; at++)
        if (*at == '"' || *at == '\\')
            grow(text, "\\%c", *at);
        else if ((unsigned char)*at < ' ' || *at == '<' || *at == '\x7F')
            grow(text, "\\u%04x", (unsigned)(unsigned char)*at);
        else
            grow_bytes(text, at, 1);
    grow_bytes(text, "\"", 1);
}
