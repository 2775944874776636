/* reader.h - the state of reading one spec. */
#ifndef SHEAF_SHEET_SPEC_READER_H
#define SHEAF_SHEET_SPEC_READER_H

#include "readers/kept_table.h"
#include "sheet/model.h"
#include "sheet/spec/keys.h"
#include "sheet/words/markup.h"

struct named_table {
    const char *name;
    bool failed; /* its failure is told already */
    struct kept_table *kept;
    sheaf_table *rest;           /* without the members that are left out; NULL: none are */
    const sheaf_table *table;    /* the rest, or the one that is kept */
    struct kept_table *previous; /* of the last release; NULL: not given */
    sheaf_table *previous_rest;  /* the same without those members */
    bool *used;                  /* its series that expressions read, by number; NULL: none yet */
    struct named_table *next;
};

/* A series of the spec, or several, computed when first asked for. */
struct spec_series {
    const char *name;
    const struct node *expression;
    const struct node *label;            /* NULL: none */
    const struct named_series *named;    /* NULL: not yet computed */
    const struct named_series *previous; /* of the last release's data; NULL: not computed */
    bool open;       /* is being computed: if it is needed now, it depends on itself */
    bool failed;     /* its failure is told already */
    bool is_nothing; /* that is not told: it has no data */
    struct spec_series *next;
};

/* A figure that the spec names once: "values: {rise: growth(turnover)[2023]}". */
struct spec_value {
    const char *name;
    const struct node *expression;
    struct spec_value *next;
};

struct spec_reader {
    sheaf_sheet *sheet;
    struct document document;
    struct arena arena; /* of the tree; gone once the spec is read */
    const char *path;
    const char *main_language; /* in which a text is that has no other */
    const struct node *texts;  /* the catalogues' name; NULL: there are none */
    struct catalogue *catalogues;
    struct spec_source *sources;
    struct named_table *tables;
    struct spec_series *entries;
    struct spec_value *values;
    bool is_added;    /* a program's blocks, behind those of the spec */
    bool is_previous; /* the last release's data are read: what has been revised */
    bool is_repeated; /* the failure follows from one that is told already */
};

/* Puts a failure of the spec aside, to be told with the others, so that reading goes on. False: it
 * cannot, since memory ran out. */
bool spec_go_on(struct spec_reader *reader);
/* Of a failure that is only that there are no data (the sheet's is_nothing): spec_forget_nothing
 * forgets it, spec_warn_nothing makes it a warning. Neither does anything to another failure. */
void spec_forget_nothing(struct spec_reader *reader);
void spec_warn_nothing(struct spec_reader *reader);
/* Passes over what has no data among others that have: with a warning, unless the spec has
 * parameters. False: the failure is another. */
bool spec_pass_over(struct spec_reader *reader);
/* As spec_fail, of something that has no data. */
void spec_fail_nothing(struct spec_reader *reader, struct place at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* Fails because of something that has failed before. */
void spec_fail_again(struct spec_reader *reader);

/* The node, or the value of the parameter that it names: "$page". NULL after a failure. */
const struct node *spec_value(struct spec_reader *reader, const struct node *node);

/* Fails at a place of the spec. */
void spec_fail(struct spec_reader *reader, struct place at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* "WHAT 'word'; did you mean 'near'?", or what there is when nothing is near. */
void spec_fail_unknown(struct spec_reader *reader, struct place at, const char *what,
                       const char *word, const char *const *known, size_t n);

/* A scalar's text in the sheet's arena; NULL for NULL or after a failure. */
const char *spec_string(struct spec_reader *reader, const struct node *node);
/* The figure of that name, n bytes; NULL: there is none. */
const struct spec_value *spec_find_value(const struct spec_reader *reader, const char *name,
                                         size_t n);
/* A scalar's text as markup; NULL for NULL or after a failure. */
struct markup *spec_markup(struct spec_reader *reader, const struct node *node, unsigned flags);
bool spec_period(struct spec_reader *reader, const struct node *node, sheaf_period *period);
/* The n bytes at text of the node as a period. */
bool scope_period(const struct sheet_scope *scope, const char *text, size_t n,
                  sheaf_period *period);
bool spec_date(struct spec_reader *reader, const struct node *node, struct date *date);

#endif
