/* draft.h - what a first spec is made from: the shape of a table, and the pieces of the spec.
 *
 * The shape is found once: which dimensions vary, which member of each the main series is of, and
 * between which members there is something to compare. The pieces are made from it, tried on the
 * table itself, and those that do not hold are left out. */
#ifndef SHEAF_SHEET_DRAFT_DRAFT_H
#define SHEAF_SHEET_DRAFT_DRAFT_H

#include "base/buffer.h"
#include "sheaf/sheet.h"
#include "text/drafts.h"

enum { DRAFT_FLOWS = 5, LARGEST_SHOWN = 10, DRAFT_LANGUAGES = 8, DRAFT_BLANKS = 4 };

/* What stands in the blanks of a text. */
#define BLANKS(...) ((const char *const[DRAFT_BLANKS]){ __VA_ARGS__ })

/* How the main series is chosen in a dimension. */
enum draft_focus {
    FOCUS_NONE,      /* all rows that are left have one member: no filter */
    FOCUS_IMPLICIT,  /* the indicator "value", which is meant where none is named */
    FOCUS_MEMBER,    /* a filter */
    FOCUS_PARAMETER, /* a filter by a parameter, whose default is the member */
    FOCUS_SUM        /* the total of its parts */
};

struct draft_dimension {
    const char *name;
    size_t index; /* in the view */
    enum draft_focus focus;
    const char *member; /* of the focus; NULL: none */
    const char
        *of_flow[DRAFT_FLOWS]; /* of columns, each with its flow: the member of a flow in place of
                                       * that of the focus; NULL: that one */
    const char *parameter;     /* its name */
    const char *chosen; /* "CHN | RUS": the caller's own choice, as an expression; NULL: none */
    size_t n_parts;     /* members that may stand beside each other */
    size_t n_others;    /* wholes, groups and the unspecified beside them */
    bool *is_part;      /* by number of the member in the view */
    bool *is_other;
    double *size;       /* of each: its last value, in the unit … */
    sheaf_period *last; /* … and when */
    int depth;          /* of the product codes compared; 0: the only one */
    bool is_complete;   /* its parts leave nothing of the stated whole */
    bool is_whole;      /* the member is the stated sum of all */
    bool has_largest;   /* its parts are ranked by top() … */
    bool adds_up;       /* … and make a total */
    bool splits_units;
    bool is_compared;
    bool has_others_listed; /* its other members are in draft->others */
};

struct draft_piece {
    const char *text; /* lines, without the indentation of their place */
    enum {
        PIECE_HEAD,
        PIECE_GROUP,
        PIECE_SETTING,
        PIECE_PARAMETER,
        PIECE_SERIES,
        PIECE_VALUE,
        PIECE_BLOCK
    } kind;
    const char *name;   /* of a parameter or a series */
    bool is_beside;     /* a block that shares a row with its neighbours */
    bool is_left_out;   /* it did not hold, or is not yet needed */
    size_t first, last; /* its lines, once joined */
    struct draft_piece *next;
};

struct draft {
    const sheaf_suggest_options *options;
    const sheaf_table *table;
    sheaf_table *view; /* the rows that the caller chose; owned */
    struct arena arena;
    sheaf_error *error;

    const char *languages[DRAFT_LANGUAGES]; /* of its texts; the first also of its comments */
    size_t n_languages, language;           /* language: in which is said what is being said */

    struct draft_dimension *dimensions;
    size_t n_dimensions;
    bool makes_no_sum; /* of parts: they were found to make none */
    size_t flow;       /* the index of that dimension in the view; SIZE_MAX: there is none */
    const char *flows[DRAFT_FLOWS];      /* as the table spells them, the main one first */
    const char *flow_names[DRAFT_FLOWS]; /* of their series in the spec */
    size_t n_flows;
    const char *unit_column_member; /* the unit of the main series; NULL: no such dimension */
    const char *data;               /* its name in expressions */

    const char *main; /* the series that the title tells of */
    sheaf_period first, last;
    sheaf_period *periods; /* of the main series, of the length of the last, in time */
    size_t n_periods;
    size_t other_flow;  /* that has a later or another figure for a part of a year … */
    sheaf_period other; /* … in this period; no period: none has */
    sheaf_period
        left_out; /* the last period of another length that has a value; no period: there is none */
    size_t n_left_out;   /* periods of such lengths */
    bool has_other_base; /* the same part of the year before is there, or implied */
    bool
        before_forecasts; /* the last period is followed by forecasts, which no headline tells as facts */
    bool has_growth, has_implied_base, is_per_cent, over_numbers;
    bool is_named_per_cent; /* the unit, by what the figures are called */
    const char *others; /* an expression of what no chart shows; NULL: none, or it cannot be one */
    bool has_unit, tried_one_page;
    const char *quantity; /* the indicator that is one; NULL: there is none */
    bool has_unit_value;  /* it can be divided by the quantity */
    bool computes_turnover, computes_imports, computes_balance, tells_rise;

    struct draft_piece *pieces, **next_piece;
};

/* True while memory lasts. */
bool draft_is_well(const struct draft *draft);

/* Each fills its part; failures go to the draft's error. */
void draft_find_shape(struct draft *draft);  /* shape.c */
void draft_find_parts(struct draft *draft);  /* parts.c */
void draft_find_course(struct draft *draft); /* course.c */
void draft_find_others(struct draft *draft); /* others.c */
/* Says what is shown of several (choices.c). */
void draft_tell_choices(struct draft *draft);
void draft_make_head(struct draft *draft); /* head.c */

/* usage.c: the commands that check and draw the spec; a path's name without its end. */
void draft_add_usage(struct draft *draft);
const char *draft_stem(struct draft *draft, const char *path);

/* say.c: in the draft's arena; NULL when memory runs out. */
void draft_find_languages(struct draft *draft);
/* The text in the language that is being said; blanks NULL: it has none. */
const char *draft_say(struct draft *draft, enum draft_text text, const char *const *blanks);
/* "# …\n", a line or more. */
const char *draft_comment(struct draft *draft, enum draft_text text, const char *const *blanks);
/* What is said of something in one language. */
typedef const char *draft_saying(struct draft *draft, const void *of);
/* It in all languages: a scalar of YAML, or a mapping of languages on one line. */
const char *draft_each(struct draft *draft, draft_saying *say, const void *of);
/* The same as folded lines, of a block's key that ends at its colon. */
const char *draft_folded(struct draft *draft, draft_saying *say, const void *of);
/* A text without blanks in all languages. */
const char *draft_words(struct draft *draft, enum draft_text text);
/* A flow as the language calls it, as markup. */
const char *draft_flow_word(struct draft *draft, size_t flow, bool inside);
/* "Exports by month" */
const char *draft_shown_how(struct draft *draft, const char *what, const char *how);
/* The text with spaces in place of '_'. */
const char *draft_spaced(struct draft *draft, const char *text);

void draft_make_series(struct draft *draft);  /* series.c */
void draft_add_quantity(struct draft *draft); /* quantity.c */
void draft_make_blocks(struct draft *draft);  /* blocks.c */
void draft_add_others(struct draft *draft);   /* others.c: the table of draft->others */
/* "2022, 2023": the last periods as columns of a table. */
void draft_put_periods(struct draft *draft, struct buffer *into);
/* The blocks of one dimension's parts, and the table of them (blocks_of_parts.c). */
void draft_add_parts(struct draft *draft, const struct draft_dimension *dimension);
void draft_add_table_of_parts(struct draft *draft, const struct draft_dimension *dimension);
/* Joins the pieces that hold. */
void draft_join(struct draft *draft, struct buffer *into); /* join.c */

/* What the series of the flows and those that follow from them are called. */
void draft_name_series(struct draft *draft); /* series.c */
bool draft_has_flow(const struct draft *draft, const char *flow);
/* Whether it is a word that a sentence can hold. */
bool draft_is_flow_word(const char *flow);
const char *draft_parts_name(struct draft *draft, size_t flow,
                             const struct draft_dimension *dimension);
/* The dimension whose parts the table lists; NULL: it lists the flows
 * (blocks_of_parts.c). */
const struct draft_dimension *draft_listed(const struct draft *draft);
/* The series that its parts are shares of, where the dimension states it: "world". */
const char *draft_whole_name(const struct draft_dimension *dimension);
/* Of how many flows parts are shown: of exports and imports, or of the first. */
size_t draft_parts_flows(const struct draft *draft);
/* "year" or "period": the parameter that is the latest one; and what the figures are called where
 * there are no flows, as a text with markup or as plain words (title.c). */
const char *draft_moment(const struct draft *draft);
const char *draft_label(struct draft *draft, bool as_markup);
/* The same without a parameter; with what the figures are of, in the first title (title.c). */
const char *draft_own_label(struct draft *draft, bool as_markup);
void draft_add_title(struct draft *draft);
const char *draft_only_member(struct draft *draft, const char *name);
/* The parameter that they are named after; NULL: none. */
const char *draft_label_parameter(const struct draft *draft);

/* What messages about a draft call it. */
#define DRAFT_FILE "the first spec"

void draft_add(struct draft *draft, int kind, const char *name, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
/* What the setting that makes one page of two is called. */
#define PAGES "pages"
/* The last piece is left out until it is needed. */
void draft_hold_back(struct draft *draft);
/* The last piece shares a row with its neighbours. */
void draft_beside(struct draft *draft);

/* expressions.c: in the draft's arena; NULL when memory runs out. */
/* "trade[flow: exports, partner: $partner]"; skip: a dimension that gets no filter of its own, or
 * NULL; extra: a filter more, or NULL. literal: the members in place of the parameters. */
const char *draft_selection(struct draft *draft, size_t flow, const struct draft_dimension *skip,
                            const char *extra, bool literal);
/* The main series of a flow: the selection, summed where the focus is a sum. */
const char *draft_main(struct draft *draft, size_t flow, bool literal);
/* The same of another member of a dimension. */
const char *draft_main_of(struct draft *draft, struct draft_dimension *dimension,
                          const char *member, bool literal);
/* The n largest parts of a dimension. with_rest: and the rest of the whole. */
const char *draft_parts(struct draft *draft, size_t flow, const struct draft_dimension *dimension,
                        size_t n, bool with_rest, bool literal);
/* The sum of its parts, literally. */
const char *draft_total(struct draft *draft, size_t flow, const struct draft_dimension *dimension);
/* The whole of a dimension that states one, as a selection; NULL: it states none. */
const char *draft_whole(struct draft *draft, size_t flow, const struct draft_dimension *dimension);
/* Whether it gives a series with a value. The list, which the caller destroys, if asked for. */
bool draft_gives(struct draft *draft, const char *expression, sheaf_series_list **list);

/* quote.c */
/* A member within an expression; NULL: it has both kinds of quote. */
const char *draft_member(struct arena *arena, const char *member);
/* Whether a filter can choose it. */
bool draft_can_name(const char *member);
/* A scalar of YAML: as it is where it can be, else in quotes. */
void draft_scalar(struct buffer *into, const char *text);
const char *draft_yaml(struct arena *arena, const char *text);
/* Letters, digits and '_' of a text, as a name; other where nothing is left. */
const char *draft_name(struct arena *arena, const char *text, const char *other);
/* Its first letter, of ASCII, as a capital. */
const char *draft_capital(struct draft *draft, const char *text);
/* A text in which no sign is markup or opens a field. */
const char *draft_plain(struct arena *arena, const char *text);

#endif
