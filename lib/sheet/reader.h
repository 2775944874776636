/* reader.h - the state of reading one spec. */
#ifndef SHEAF_SHEET_READER_H
#define SHEAF_SHEET_READER_H

#include "sheet/keys.h"
#include "sheet/markup.h"
#include "sheet/model.h"

struct named_table {
    const char *name;
    sheaf_table *table;
    struct named_table *next;
};

/* A series of the spec, or several, computed when first asked for. */
struct entry {
    const char *name;
    const struct node *expression;
    const struct node *label;         /* NULL: none */
    const struct named_series *named; /* NULL: not yet computed */
    bool open;                        /* being computed: asked for again, it would need itself */
    struct entry *next;
};

struct reader {
    sheaf_sheet *sheet;
    struct document document;
    struct arena arena; /* of the tree; gone once the spec is read */
    const char *path;
    struct named_table *tables;
    struct entry *entries;
};

/* Fails at a place of the spec. */
void reader_fail(struct reader *reader, struct place at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* "WHAT 'word'; did you mean 'near'?", or what there is when nothing is near. */
void reader_fail_unknown(struct reader *reader, struct place at, const char *what, const char *word,
                         const char *const *known, size_t n);

/* A scalar's text in the sheet's arena; NULL for NULL or after a failure. */
const char *reader_string(struct reader *reader, const struct node *node);
/* A scalar's text as markup; NULL for NULL or after a failure. */
struct markup *reader_markup(struct reader *reader, const struct node *node, unsigned flags);
bool reader_period(struct reader *reader, const struct node *node, sheaf_period *period);
/* The n bytes at text of the node as a period. */
bool scope_period(const struct scope *scope, const char *text, size_t n, sheaf_period *period);
bool reader_date(struct reader *reader, const struct node *node, struct date *date);

#endif
