/* slices.h - the slices of a spec's data: one for each value of the parameters that many sheets are
 * made by, such as a slice a partner. */
#ifndef SHEAF_SHEET_SPEC_SLICES_H
#define SHEAF_SHEET_SPEC_SLICES_H

#include "sheet/spec/reader.h"

enum { MOST_SLICED = 4 };

/* A parameter, and the members of the dimension that "$name" selects from, in the order of the table. */
struct sliced {
    const char *name, *dimension;
    const char **members;
    const char **names; /* the file's own names of them; "": it has none */
    size_t n;
    const char **left_out; /* wholes, groups and the unspecified, of which no sheet is made */
    size_t n_left_out;
};

struct slices {
    struct sliced sliced[MOST_SLICED];
    size_t n_sliced;
    /* A number for each slice: that of its first member, times the number of members of the second
     * parameter, plus that of its second member, and so on. */
    uint32_t *numbers;
    size_t n;
};

/* Finds the slices by n parameters. Where several select from one table, those whose members occur
 * together in a row; otherwise each with each. where narrows the tables that have its dimension; a
 * whole or a group that it names is not left out. All that slices hold is in the arena. False: the
 * sheet has failed. */
bool spec_find_slices(sheaf_sheet *sheet, const char *const *parameters, size_t n,
                      const sheaf_filter *where, size_t n_where, struct arena *arena,
                      struct slices *slices) __attribute__((warn_unused_result));

/* A member as readers call it in the text's language: by the author's name, by that of the country,
 * by the file's own (named), or by its code. In the arena. */
const char *spec_member_name(const sheaf_sheet *sheet, struct text *text, const char *member,
                             const char *named, struct arena *arena);

/* The data that "$name" selects from, and the dimension that it is a member of: of the first
 * "trade[partner: $name]" in the document; through a series of the spec, too. False: there is none. */
struct slice_place {
    const char *data, *dimension; /* in the arena */
};
bool slice_find_place(const struct node *root, const char *name, struct arena *arena,
                      struct slice_place *place);

#endif
