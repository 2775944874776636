/* cuts.h - the texts that a document shows cut for want of room, and the warnings that name them. */
#ifndef SHEAF_TEXT_CUTS_H
#define SHEAF_TEXT_CUTS_H

#include "base/memory.h"
#include "scene/scene.h"

/* One text, however often it is cut. */
struct cut_note {
    struct cut_note *next;
    struct cut_text text; /* where it lacks most */
    const char *where;    /* "the legend" */
    size_t of_pages;      /* of what each page repeats: which of its texts, from 1; 0: it is none */
    struct place place;   /* in a spec; line 0: none */
    const char *message;
};

/* Those of a document's last output. */
struct cuts {
    struct arena arena;
    struct cut_note *first, *last;
    const struct scene *scene; /* whose cuts are noted, up to the one below */
    const struct scene_cut *noted;
};

/* Forgets all. error: gets a failure to note one; it outlives the cuts or the next call. */
void cuts_begin(struct cuts *cuts, const sheaf_alloc *alloc, sheaf_error *error);
void cuts_free(struct cuts *cuts);
/* Adds what a scene shows cut and was not noted at an earlier call: scenes come one after the other. */
void cuts_note(struct cuts *cuts, const struct scene *scene, struct place place);
/* The same of what each page repeats, with its own number and section: told once, where it lacks most. */
void cuts_note_repeated(struct cuts *cuts, const struct scene *scene, const char *at);
/* Writes the messages: "'WHOLE' is cut in the legend: WHAT HELPS". way_out NULL: by the width that each
 * needs, in millimetres. */
void cuts_write(struct cuts *cuts, const char *way_out);
const struct cut_note *cuts_at(const struct cuts *cuts, size_t index); /* NULL: there are fewer */

#endif
