/* messages.h - what sheets had to tell: each message once, counted. */
#ifndef SHEAF_PUBLISH_BATCH_MESSAGES_H
#define SHEAF_PUBLISH_BATCH_MESSAGES_H

#include "base/memory.h"

enum { MOST_MESSAGES = 1000 }; /* so that memory does not grow with the sheets */

struct message {
    sheaf_status status; /* SHEAF_OK: a warning */
    const char *text, *sheet;
    size_t count;
    size_t last; /* the sheet that told it last, so that each counts once */
};

struct messages {
    struct arena arena;
    struct message *messages; /* failures and warnings as they came */
    size_t n;
};

void messages_begin(struct messages *messages, const sheaf_alloc *alloc);
void messages_free(struct messages *messages);
/* Copies text and sheet if the message is new. Without memory it is not kept. */
void messages_add(struct messages *messages, sheaf_status status, const char *text,
                  const char *sheet, size_t index);
/* Failures before warnings; NULL beyond the last. */
const struct message *messages_at(const struct messages *messages, size_t index);

#endif
