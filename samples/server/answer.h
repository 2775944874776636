/* answer.h - what a request is answered with, made in memory. */
#ifndef ANSWER_H
#define ANSWER_H

#include <sheaf/sheaf.h>

/* What one request may cost. */
struct limits {
    size_t pages, rows, bytes; /* bytes: of its body */
    double seconds;
};

struct request {
    const char *name, *format; /* of /partner.pdf: "partner", "pdf" */
    char *body;                /* NULL: GET */
    size_t n, capacity;
    int is_too_large; /* the body is, and is not kept */
    /* The value of a key of the query, and all pairs; in the request's own way. */
    void *query;
    const char *(*value)(void *query, const char *key);
    void (*each)(void *query, void (*take)(void *context, const char *key, const char *value),
                 void *context);
};

struct answer {
    int code; /* of HTTP */
    const char *type;
    char *bytes; /* the caller frees them */
    size_t n, capacity;
};

/* The context for all requests: its memory runs out for a thread whose request takes too long. */
sheaf_context *answer_context(void);

/* Answers from any thread. The current folder is the one that holds specs and data. */
void answer(sheaf_context *context, const struct limits *limits, const struct request *request,
            struct answer *out);
void answer_words(struct answer *out, int code, const char *words);

#endif
