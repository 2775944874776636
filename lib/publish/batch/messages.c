/* messages.c - collects what sheets had to tell. */
#include "publish/batch/messages.h"

#include <string.h>

void messages_begin(struct messages *messages, const sheaf_alloc *alloc)
{
    *messages = (struct messages){ .n = 0 };
    arena_init(&messages->arena, alloc, NULL);
}

void messages_free(struct messages *messages)
{
    arena_free(&messages->arena);
}

void messages_add(struct messages *messages, sheaf_status status, const char *text,
                  const char *sheet, size_t index)
{
    if (messages->messages == NULL)
        messages->messages = arena_array(&messages->arena, struct message, MOST_MESSAGES);
    if (messages->messages == NULL)
        return;
    for (size_t i = 0; i < messages->n; i++) {
        struct message *known = &messages->messages[i];

        if (known->status != status || strcmp(known->text, text) != 0)
            continue;
        known->count += known->last != index;
        known->last = index;
        return;
    }
    struct message message = { .status = status, .count = 1, .last = index };
    if (messages->n == MOST_MESSAGES)
        return;
    message.text = arena_string(&messages->arena, text);
    message.sheet = arena_string(&messages->arena, sheet);
    if (message.text != NULL && message.sheet != NULL)
        messages->messages[messages->n++] = message;
}

const struct message *messages_at(const struct messages *messages, size_t index)
{
    for (int warnings = 0; warnings < 2; warnings++)
        for (size_t i = 0; i < messages->n; i++)
            if ((messages->messages[i].status == SHEAF_OK) == warnings && index-- == 0)
                return &messages->messages[i];
    return NULL;
}
