/* base.h - what every Sheaf object shares: status, error, allocator, output.
 *
 * How to use the library in one paragraph. Objects are made by a `create` or
 * `read` function and freed by the matching `destroy`; everything else borrows.
 * A constructor never returns NULL: out of memory, it returns a shared inert
 * object on which every call does nothing and whose status says why. The first
 * failure of what builds an object sticks to it; ask for it once, at the end.
 * Output (write, draw) returns its status and leaves the object as it was, whose
 * message tells of the last call; on const objects it takes a sheaf_error, which
 * it overwrites and which may be NULL. Arguments are
 * copied unless the comment says otherwise. All text is UTF-8.
 *
 * Threads: the library keeps no global mutable state. Different objects may be
 * used from different threads at the same time; one object must not, but for
 * contexts (context.h) and pictures (picture.h), which many threads may use.
 */
#ifndef SHEAF_BASE_H
#define SHEAF_BASE_H

#include <stddef.h>
#include <stdint.h>

/* Define SHEAF_STATIC where you link libsheaf.a: the functions are then called directly. In no case
 * does what you link it into show them. */
#if defined(SHEAF_STATIC)
#define SHEAF_API
#else
#define SHEAF_API __attribute__((visibility("default")))
#endif

#ifdef __cplusplus
extern "C" {
#endif

typedef enum {
    SHEAF_OK = 0,
    SHEAF_NO_MEMORY,    /* an allocation failed */
    SHEAF_BAD_ARGUMENT, /* the call is wrong: the programmer's mistake */
    SHEAF_BAD_INPUT,    /* a data file or a spec is wrong: its author's mistake */
    SHEAF_NO_FACE,      /* the library was built without a face that it needs: a character that no
                           face draws is a box, and a warning */
    SHEAF_SYSTEM        /* the operating system or a library refused: disk, permission */
} sheaf_status;

/* The standard words for a status: "out of memory". Static; never NULL. */
SHEAF_API const char *sheaf_status_text(sheaf_status status);

/* What failed, where, and the way out. Filled in by the library, read by you.
 * All strings are NUL-terminated UTF-8, cut at a whole character if too long. */
typedef struct sheaf_error {
    sheaf_status status;
    char file[256];    /* as the caller named it; "" when no file is meant */
    size_t line;       /* from 1; 0: no line */
    size_t column;     /* from 1, in code points; 0: no column */
    size_t length;     /* code points to underline from column on; 0: unknown */
    char message[512]; /* one sentence, no full stop: "'12,5' is not a number here (…)" */
    /* The bytes of message that name what settles it, as a spec writes it ("decimal: ','"), for
     * programs that call it otherwise; length 0: none do. */
    size_t setting, setting_length;
    char excerpt[256]; /* the source line that line names, without its end; "" if unknown */
} sheaf_error;

/* Writes "FILE:LINE:COLUMN: error: MESSAGE" (as much of it as is known) into
 * out, cut to capacity bytes with its NUL; returns the full length in bytes. */
SHEAF_API size_t sheaf_error_text(const sheaf_error *error, char *out, size_t capacity);

/* Writes text as one line that a terminal shows and does not obey, cut as above: tabs and line
 * ends are spaces; other control characters, those that turn the direction of text, and what is no
 * UTF-8 are U+FFFD. Messages, excerpts and what sheaf_error_text writes are so already; names of
 * files and members are as they were given. */
SHEAF_API size_t sheaf_printable(const char *text, char *out, size_t capacity);

/* Structs. Those that you fill in or have filled and that may grow begin with their size, so that a
 * program that was compiled before goes on as it was: begin with their SHEAF_…_INIT. A size of 0, of
 * a zeroed struct, stands for the first version. The others (error, allocator, sink, period, box,
 * observation, column, pick, name) stay as they are; what is to be said beyond them gets functions
 * of its own.
 *
 * Names. What a function needs to make something comes first: a context for what reads or draws, an
 * allocator for what only holds figures; NULL is a private context, or malloc. A function that ends in
 * _with takes the same and options. */

/* NULL. A NULL object is a failed one: its status is SHEAF_BAD_ARGUMENT, it holds nothing, and
 * what is done to it does nothing. A NULL text, array, path or sink that is needed fails the
 * object in hand with SHEAF_BAD_ARGUMENT. Where NULL means something, the function says so. */

/* Memory. resize(context, NULL, 0, n) allocates n bytes; resize(context, p,
 * old, n) grows or shrinks; resize(context, p, old, 0) frees and returns NULL.
 * On failure it returns NULL and leaves p alone. Blocks are aligned as malloc's.
 * resize is called from whichever thread uses the object: objects that are used from several
 * threads at a time need allocators of their own, or one that may be called so.
 * Wherever an allocator is asked for, NULL or a zeroed one means malloc's. The struct is copied;
 * its context must outlive every object made with it. The libraries below
 * (ICU, HarfBuzz, FreeType, Cairo, libharu) use their own memory. */
typedef struct sheaf_alloc {
    void *context;
    void *(*resize)(void *context, void *block, size_t old_size, size_t new_size);
} sheaf_alloc;

/* Where output goes when it is not a file: write takes all n bytes and returns
 * 0, or returns an errno value, which ends the output with SHEAF_SYSTEM. */
typedef struct sheaf_sink {
    void *context;
    int (*write)(void *context, const void *bytes, size_t n);
} sheaf_sink;

/* The candidate nearest to word, for "did you mean": as Sheaf's own messages find
 * it. NULL when none is within a third of the word's length (letters added, left
 * out, swapped or wrong; case does not count). */
SHEAF_API const char *sheaf_nearest(const char *word, const char *const *candidates, size_t n);

/* The version of this header: 1.4.2 is SHEAF_VERSION_ENCODE(1, 4, 2), to be compared by #if. */
#define SHEAF_VERSION_MAJOR                       0
#define SHEAF_VERSION_MINOR                       1
#define SHEAF_VERSION_PATCH                       0
#define SHEAF_VERSION_ENCODE(major, minor, patch) ((major)*1000000 + (minor)*1000 + (patch))
#define SHEAF_VERSION_NUMBER                                                                       \
    SHEAF_VERSION_ENCODE(SHEAF_VERSION_MAJOR, SHEAF_VERSION_MINOR, SHEAF_VERSION_PATCH)

/* "1.4.2": of the library that runs, not of the header. */
SHEAF_API const char *sheaf_version(void);

#ifdef __cplusplus
}
#endif
#endif
