/* targets.h - blocks that other parts of a sheet name: by numbers, links, bookmarks, contents. */
#ifndef SHEAF_SHEET_TARGETS_H
#define SHEAF_SHEET_TARGETS_H

#include "document/node.h"
#include "sheet/model.h"

struct block_type;
struct text;

enum target_kind { TARGET_OTHER = 0, TARGET_SECTION, TARGET_CHART, TARGET_TABLE };

/* A block of the sheet that has an id, a number or a title. */
struct sheet_target {
    enum target_kind kind;
    const char *id;                  /* an author's; NULL: none */
    int number;                      /* among charts or among tables; 0: it has none */
    int level;                       /* in the outline, from 1 */
    const struct block *block, *top; /* top: that stands on the page, and holds block or is it */
};

/* An id that an author gave, perhaps to a block that is left out. */
struct block_id {
    const char *id;
    const struct block_type *type;
    bool of_spec;
    struct block_id *next;
};

/* Where a text names a block. */
struct block_reference {
    const char *id;
    struct place place; /* line 0: in a text of a program */
    bool by_name;       /* it wants name or number, not only a link */
    bool of_spec;
    struct block_reference *next;
};

/* True for an id as authors may write it: letters of ASCII, digits, - and _, a letter first. */
#define ID_MISTAKE "an id is of letters, digits, - and _, and begins with a letter: exports-2023"
bool id_is_valid(const char *id, size_t n);
/* Declares an id, n bytes. NULL: memory ran out, or there is such an id already; *is_twice tells which. */
const char *targets_declare(sheaf_sheet *sheet, const char *id, size_t n,
                            const struct block_type *type, bool *is_twice);
/* Notes that a text names a block. False: memory ran out. */
bool targets_refer(sheaf_sheet *sheet, const struct block_reference *reference);
/* Why the reference cannot be shown, in the sheet's arena; NULL: it can, or memory ran out. */
const char *targets_mistake(sheaf_sheet *sheet, const struct block_reference *reference);
/* Forgets what the spec has declared and named. */
void targets_forget(sheaf_sheet *sheet);

/* Lists the blocks that are there, in reading order, and checks the references of a program's texts.
 * False after a failure, which error gets. */
bool targets_list(sheaf_sheet *sheet, sheaf_error *error);
/* NULL: there is none. */
const struct sheet_target *target_named(const sheaf_sheet *sheet, const char *id);
const struct sheet_target *target_of(const sheaf_sheet *sheet, const struct block *block);

/* "chart 2", as inside a sentence; of a section its heading. "" for what has no name. NULL after a
 * failure. */
const char *target_name(const struct sheet_target *target, struct text *text, struct arena *arena);
/* The title with the number before it: "Chart 2. Exports rose". title: NULL or "" for none. Without a
 * number the title as it is. NULL after a failure, or if there is neither. */
const char *target_title(const struct sheet_target *target, const char *title, struct text *text,
                         struct arena *arena);

#endif
