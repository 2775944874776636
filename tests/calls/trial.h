/* trial.h - calls of which all arguments make sense, or all but one: on objects made for each call. */
#ifndef TESTS_CALLS_TRIAL_H
#define TESTS_CALLS_TRIAL_H

#include "calls/calls.h"
#include "calls/give.h"

enum { MOST_OBJECTS = 32 };

/* The giver of a call of which one choice is not the first: all others make sense. */
struct trial {
    struct giver giver;
    const sheaf_alloc *alloc; /* of objects; NULL: malloc's */
    size_t number;            /* of the choice; SIZE_MAX: none, all makes sense */
    size_t value;             /* what is chosen there */
    size_t chosen;            /* choices so far */
    bool there_is;            /* such a value */
    sheaf_context *context;
    struct {
        enum kind kind;
        void *object;
    } objects[MOST_OBJECTS];
    size_t n_objects;
};

/* Of a context that is warm, because a private one opens faces each time. */
void trial_begin(struct trial *trial, sheaf_context *context, const sheaf_alloc *alloc);
/* Frees what a call was given and what it returned. */
void trial_clear(struct trial *trial);

#endif
