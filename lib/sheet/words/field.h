/* field.h - what stands in the braces of a text: a figure, a name or a period, and its sentence.
 *
 *     field  = '{' expression { ',' option } [ '?' branch { '|' branch } ] [ '||' text ] '}'
 *     option = decimals=2 | little=0.5 | abs | no sign | no unit | no flags | code | ordinal | form
 *     branch = [ label '=' ] text
 *     label  = up down same little · zero one two few many other · tie · 0 1 2 …
 *
 * Two or three branches without labels are rose | fell | same. The sign is that of the figure as shown,
 * the plural that of the number as shown. '||' is what comes where there is no figure. */
#ifndef SHEAF_SHEET_WORDS_FIELD_H
#define SHEAF_SHEET_WORDS_FIELD_H

#include "chart/words/amounts.h"
#include "sheet/words/markup.h"

enum field_kind { FIELD_VALUE, FIELD_NUMBER, FIELD_PERIOD, FIELD_NAME };

enum {
    FIELD_ABSOLUTE = 1, /* abs, no sign */
    FIELD_NO_UNIT = 2,
    FIELD_NO_FLAGS = 4,
    FIELD_CODE = 8,
    FIELD_ORDINAL = 16
};

/* LABEL_PLURAL + one of enum plural. */
enum field_label {
    LABEL_UP,
    LABEL_DOWN,
    LABEL_SAME,
    LABEL_LITTLE,
    LABEL_TIE,
    LABEL_EXACT,
    LABEL_PLURAL,
    LABEL_OTHER = LABEL_PLURAL + 5
};

struct field_branch {
    enum field_label label;
    long exact; /* LABEL_EXACT */
    struct markup_part *parts;
    struct place place; /* of the label */
    struct field_branch *next;
};

struct field {
    enum field_kind kind;
    const char *words;          /* as the author wrote it, for messages */
    struct place place;         /* of these */
    const sheaf_series *series; /* FIELD_VALUE: for its unit */
    sheaf_observation observation;
    bool is_tied;        /* a rank that others share */
    double number;       /* FIELD_NUMBER */
    int decimals;        /* as the author says; or DECIMALS_FOR_PEOPLE. FIELD_NUMBER: as it has */
    sheaf_period period; /* FIELD_PERIOD */
    const char *member;  /* FIELD_NAME */
    const struct member_names *names; /* of the member, an author's; NULL: none */
    const char *name_in_data;         /* of a member that is no country, the file's; NULL: none */
    unsigned options;
    const char *form; /* names of forms; "" none */
    double little;    /* at most so much counts as little; below 0: none is */
    struct field_branch *branches;
    bool by_sign;                /* its branches are chosen by sign: {} has none there */
    struct markup_part *missing; /* NULL: the figure is there */
};

/* True where there is no figure, so that the text behind '||' comes. */
bool field_is_missing(const struct field *field);
/* The branch that suits the figure; NULL where none is wanted, or after a failure of the text: the
 * language lacks a label's category, or an exactly unchanged figure has no branch. */
const struct field_branch *field_choose(const struct field *field, struct text *text);
/* Where a field stands: a set. */
enum field_position { FIELD_IN_BRANCH = 1, FIELD_BEFORE_NOUN = 2 };
/* The figure, name or period in words; within a branch that its sign chose, without that; as an ordinal
 * before its noun with the hyphen that joins them. NULL after a failure, which is the text's. */
const char *field_words(const struct field *field, struct text *text, struct arena *arena,
                        unsigned position);

#endif
