/* base.h - what every Sheaf object shares: status, error, allocator, output.
 *
 * How to use the library in one paragraph. Objects are made by a `create` or
 * `read` function and freed by the matching `destroy`; everything else borrows.
 * A constructor never returns NULL: out of memory, it returns a shared inert
 * object on which every call does nothing and whose status says why. The first
 * failure while an object is built sticks to it; ask for it once, at the end.
 * Output functions (write, draw) return their status and do not change the
 * object, except that its message is that of the last call; those on const
 * objects take a sheaf_error, which they overwrite and which may be NULL.
 * Arguments are copied unless the comment says otherwise. All text is UTF-8,
 * without control characters other than tabs and line ends.
 *
 * Threads: the library keeps no global mutable state. Different objects may be
 * used from different threads at the same time; one object must not, but for
 * contexts (context.h) and pictures (picture.h), which many threads may use.
 */
#ifndef SHEAF_BASE_H
#define SHEAF_BASE_H

#include <stddef.h>
#include <stdint.h>

/* Define SHEAF_STATIC if you link libsheaf.a: the functions are then called directly. A library or
 * program that links libsheaf.a does not export them. */
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
    SHEAF_SYSTEM,       /* the operating system or a library refused: disk, permission */
    SHEAF_CANCELLED     /* the program ended the call, from a callback of its own (context.h) */
} sheaf_status;

/* The standard words for a status: "out of memory". Static; never NULL. */
SHEAF_API const char *sheaf_status_text(sheaf_status status);

/* What failed, where, and the way out. Filled in by the library, read by you.
 * All strings are NUL-terminated UTF-8, cut at a whole character if too long. */
typedef struct sheaf_error {
    sheaf_status status;
    char file[256];    /* as the caller named it; "" when no file is meant; of a workbook with its
                          sheet: "book.xlsx: sheet 'Data'" */
    size_t line;       /* from 1; 0: no line; of a sheet its row */
    size_t column;     /* from 1, in code points; 0: no column; of a sheet its column */
    size_t length;     /* code points to underline from column on; 0: unknown */
    char message[512]; /* one sentence, no full stop: "'12,5' is not a number here (…)" */
    /* The bytes of message with the setting that solves the problem, as a spec writes it
     * ("decimal: ','"), for programs that write it differently; length 0: there is none. */
    size_t setting, setting_length;
    char excerpt[256]; /* the source line that line names, without its end; "" if unknown */
} sheaf_error;

/* Writes "FILE:LINE:COLUMN: error: MESSAGE" (as much of it as is known; of a workbook "book.xlsx:
 * sheet 'Data', cell C14: error: MESSAGE") into out, cut to capacity bytes with its NUL; returns the full
 * length in bytes. */
SHEAF_API size_t sheaf_error_text(const sheaf_error *error, char *out, size_t capacity);

/* Writes text as one line that cannot command a terminal, cut as above: tabs and line ends become
 * spaces; other control characters, those that change the direction of text, and bytes that are not
 * UTF-8 become U+FFFD. Messages, excerpts, the output of sheaf_error_text and the texts of tables
 * that are read are safe already; names of files and texts that a program gives may turn direction. */
SHEAF_API size_t sheaf_printable(const char *text, char *out, size_t capacity);

/* Structs. A struct that the library may extend begins with its size, so that a program compiled
 * against an older header still works: initialise it with its SHEAF_…_INIT. Size 0, as in a zeroed
 * struct, stands for the first version. Elements of an array are all of one size. The others (error,
 * allocator, sink, period, spans, box, observation, column of a file, filter, name) never change;
 * additions to them will be functions.
 *
 * Names. The first argument of a constructor is what it needs: a context if it reads or draws, an
 * allocator if it only holds figures; NULL means a private context, or malloc. A function that ends
 * in _with takes the same arguments and options. */

/* NULL. A NULL object counts as a failed one: its status is SHEAF_BAD_ARGUMENT, it is empty, and
 * calls on it do nothing. A NULL text, array, path or sink that is required fails the call's object
 * with SHEAF_BAD_ARGUMENT. Functions that accept NULL say so. */

/* Memory. resize(context, NULL, 0, n) allocates n bytes; resize(context, p,
 * old, n) grows or shrinks; resize(context, p, old, 0) frees and returns NULL.
 * On failure it returns NULL and leaves p alone. Blocks are aligned as malloc's.
 * resize is called from the thread that uses the object. Objects that are used in several threads
 * at once need an allocator each, or one that is thread-safe.
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
