/* context.h - a context for the rooms above: held by what is made with it, counted for tests. */
#ifndef SHEAF_CONTEXT_CONTEXT_H
#define SHEAF_CONTEXT_CONTEXT_H

#include "base/memory.h"
#include "sheaf/context.h"

/* One more holder. NULL: a private context, whose only holder is the caller. Never NULL; the
 * status may tell of missing memory. */
sheaf_context *context_hold(sheaf_context *context) __attribute__((warn_unused_result));
/* Frees the context with its last holder. NULL: nothing happens. */
void context_drop(sheaf_context *context);

const sheaf_alloc *context_alloc(const sheaf_context *context);
const sheaf_error *context_error(const sheaf_context *context);

/* As sheaf_context_set_odbc_program has it; NULL: none. */
const char *const *context_odbc_program(const sheaf_context *context);

/* As sheaf_context_set_callbacks has them. Never NULL. */
const sheaf_callbacks *context_callbacks(const sheaf_context *context);
/* Tells the program, if it wants to hear, and fails with SHEAF_CANCELLED where it ends the call. name may be
 * NULL. True: go on. */
bool context_progress(const sheaf_context *context, sheaf_task task, const char *name, size_t done,
                      size_t total, sheaf_error *error);
void context_log(const sheaf_context *context, const struct sheaf_warning *warning);

/* What a context did since it was made. Tests ask: work that is kept is not done twice. */
enum counted {
    COUNTED_WORKERS,    /* private states made */
    COUNTED_FACES,      /* font faces opened */
    COUNTED_SHAPINGS,   /* calls of HarfBuzz */
    COUNTED_FORMATTERS, /* ICU objects opened */
    COUNTED_COUNTRIES,  /* names of countries asked for */
    COUNTED_TABLES,     /* data files read */
    COUNTED_KINDS
};
void context_count(sheaf_context *context, enum counted what);
size_t context_counted(const sheaf_context *context, enum counted what);

#endif
