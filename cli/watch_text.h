/* watch_text.h - text that grows, and JSON in it. Without memory the program ends. */
#ifndef CLI_WATCH_TEXT_H
#define CLI_WATCH_TEXT_H

#include <stddef.h>

struct growing {
    char *bytes; /* with a NUL behind them; to be freed */
    size_t n, capacity;
};

void *watch_need(void *memory);
void grow_bytes(struct growing *text, const void *bytes, size_t n);
void grow(struct growing *text, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* In quotes; safe within a page, too. NULL: null. */
void grow_string(struct growing *text, const char *string);

#endif
