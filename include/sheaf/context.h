/* context.h - what charts and sheets share, so that each of many costs less than the first.
 *
 * A context keeps open what is dear to open: font faces, the choice of faces for characters,
 * formats of numbers and periods by language, fonts as PDFs embed them, and the data files that
 * specs name, which are read again when they change. Installed fonts and folders of fonts are
 * looked through once. What is made with a context is the same, byte for byte, as what is made
 * without one.
 *
 * Threads: one context may be used by many threads at once, each with its own charts and sheets.
 * Its allocator, then, is called from all of them.
 */
#ifndef SHEAF_CONTEXT_H
#define SHEAF_CONTEXT_H

#include <stdbool.h>

#include "sheaf/base.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct sheaf_context sheaf_context;

/* Never NULL; ask the status. alloc: for the context and for all that is made with it. Where a
 * context is asked for, NULL means a private one, with malloc's allocator. */
SHEAF_API sheaf_context *sheaf_context_create(const sheaf_alloc *alloc);
/* NULL: nothing happens. Charts and sheets that were made with it stay usable: the context goes
 * with the last of them. */
SHEAF_API void sheaf_context_destroy(sheaf_context *context);

SHEAF_API sheaf_status sheaf_context_status(const sheaf_context *context);
/* "" while all is well. Lives as long as the context. */
SHEAF_API const char *sheaf_context_message(const sheaf_context *context);

/* Whether words of a language (BCP 47: "de", "en-US") can be divided at the ends of narrow lines: patterns
 * for it are installed (Debian: hyphen-de …). There are some for English, German, French and Russian;
 * without them only soft hyphens count. */
SHEAF_API bool sheaf_hyphenates(const char *language);

/* A text of the command line - a head of its help, what a command does - in a language (BCP 47), by its
 * English words; those themselves where there is no other. For programs that explain themselves as sheaf
 * does. Lives as long as the program; NULL for NULL. */
SHEAF_API const char *sheaf_command_text(const char *language, const char *english);

/* A stretch of a text that one face draws. */
typedef struct sheaf_face_run {
    size_t size;       /* of the struct, as the caller was compiled: = SHEAF_FACE_RUN_INIT */
    char face[128];    /* its PostScript name, "Inter-Regular"; "" where no face has it */
    size_t begin, end; /* bytes of the text; end is where the next one begins */
    bool is_linked;    /* the face is part of the library: the same on every machine */
    bool is_missing;   /* no face has it: a box stands for each character */
} sheaf_face_run;
#define SHEAF_FACE_RUN_INIT                                                                        \
    {                                                                                              \
        sizeof(sheaf_face_run), "", 0, 0, false, false                                             \
    }

/* Which face draws the text, UTF-8, from byte `begin` on, and how far; character by character, marks apart.
 * language: BCP 47, NULL: English. font_folder: searched before what is installed; NULL: none. context:
 * NULL for a private one; faces that it opens stay open in it. False, and *run untouched, at the text's
 * end, for NULL, and when memory runs out. */
SHEAF_API bool sheaf_text_face(sheaf_context *context, const char *language,
                               const char *font_folder, const char *text, size_t begin,
                               sheaf_face_run *run);

/* What a long call is doing: what its progress counts. */
typedef enum {
    SHEAF_READING_ROWS, /* of a data file, a database or an Arrow table; total is 0 until all are read */
    SHEAF_PLACING_BLOCKS, /* of a sheet: each is measured, with all that stands in it */
    SHEAF_DRAWING_PAGES, /* of a sheet: what stands on each is put together, for an output, a check, or the first
                            call that asks for pages; a page of the web has none */
    SHEAF_WRITING_PAGES /* of a sheet or a chart, into a format; what is written as one piece is one page */
} sheaf_task;

typedef struct sheaf_progress {
    size_t size; /* of the struct, as the library was compiled */
    sheaf_task task;
    const char *name; /* of the data, or of the sheet's spec; "": it has none. Lives for the call */
    size_t done, total; /* done never falls in a task, and is total at its end */
} sheaf_progress;

struct sheaf_warning; /* sheaf/table.h */

/* How a program hears of long calls, and ends them. The library prints nothing. */
typedef struct sheaf_callbacks {
    size_t size; /* of the struct, as the caller was compiled: = SHEAF_CALLBACKS_INIT */
    void *user;  /* is given to both; each may be NULL: then nothing of the kind is told */
    /* A warning with its place: those that sheaf_table_warning, sheaf_sheet_warning, sheaf_chart_warning and
     * sheaf_theme_warning have. Those of a table are told when it is read, those of a spec and its data while
     * it is, those of a theme when it is read or changed, those of a chart or sheet when it is laid out for an output:
     * again for each output, and for each sheet of a batch. Failures are what calls return. */
    void (*log)(void *user, const struct sheaf_warning *warning);
    /* Called before the first row, block or page and behind the last; between them once a block or page
     * that is begun (blocks are begun again on a turned page and where a sheet is laid out anew in smaller type,
     * at most six times; done then stays), once in 16,384 rows, and once for each 64 KiB or more of a file
     * that are read into memory. Nothing is called by time. False: the call ends with SHEAF_CANCELLED,
     * nothing is written to a file or sink, and all objects but one that was being read are as before. */
    bool (*progress)(void *user, const sheaf_progress *progress);
} sheaf_callbacks;
#define SHEAF_CALLBACKS_INIT                                                                       \
    {                                                                                              \
        sizeof(sheaf_callbacks), NULL, NULL, NULL                                                  \
    }

/* Has the callbacks called for all that is read and made with the context; the struct is copied. NULL: none
 * are. Set them before the context is used. They are called in the thread that makes the call, and in those of
 * a batch, in several at once: with one context for several threads they must be thread-safe. They return by
 * returning (no longjmp, no exception), soon, as the call waits; and within them nothing is called of this
 * context, of what is made with it, or of the object in work: sheaf_warning_text and what takes no such
 * object may be. Returns SHEAF_OK, or why they are not set. */
SHEAF_API sheaf_status sheaf_context_set_callbacks(sheaf_context *context,
                                                   const sheaf_callbacks *callbacks);

/* A font in memory (TrueType, OpenType, or a collection, all of whose faces are added), for charts, sheets and
 * themes: a theme names its family, as it does one that is installed, and characters that the library's own
 * faces lack are drawn with it. It counts behind a chart's or sheet's own font folder and before what is
 * installed, and gives the same bytes as the same file there. The bytes are copied. Add faces before the
 * context is used, from one thread. A theme goes with a face into such contexts only as have it.
 * Returns the status of error (which may be NULL): SHEAF_BAD_INPUT for what is no font or cut off, has no
 * outlines or no map of Unicode characters, or forbids that documents hold a part of it (fsType of OS/2),
 * SHEAF_BAD_ARGUMENT for a context that has been used; then nothing is added. */
SHEAF_API sheaf_status sheaf_context_add_face(sheaf_context *context, const void *bytes, size_t n,
                                              sheaf_error *error);

/* ODBC databases ("odbc:DSN=trade", see sheaf_table_read) are read by drivers, which are code of
 * others: one may change the locale of its process, block signals, start threads, or crash. A
 * context that is told a program has the program read them, in a process of its own, and only rows
 * come back; without one (NULL) drivers are loaded into this process. arguments: the program, its
 * arguments and NULL; copied. With them it is to call sheaf_odbc_serve(0), and nothing else. Set it
 * before the context is used. Returns SHEAF_OK, or why it is not set. */
SHEAF_API sheaf_status sheaf_context_set_odbc_program(sheaf_context *context,
                                                      const char *const *arguments);
/* Answers, on the socket that such a process has as its standard input (0), with the rows that are
 * asked for. Changes the process: its signals and LC_ALL. Returns the exit code for main. */
SHEAF_API int sheaf_odbc_serve(int socket);

#ifdef __cplusplus
}
#endif
#endif
