/* markup.h - text with strong words and figures in it.
 *
 *     In {period:2024-T1} **turnover** reached {turnover[2024-T1]}.
 *
 * A value in braces is an expression with a period, kept as its observation and
 * written in the sheet's language when it is laid out: in the digits that people read, or
 * in so many decimals as the author says, "{turnover[2023], decimals: 2}". "{{" is a brace. Blank
 * lines end paragraphs; other line ends are spaces. */
#ifndef SHEAF_SHEET_WORDS_MARKUP_H
#define SHEAF_SHEET_WORDS_MARKUP_H

#include "document/node.h"
#include "sheet/model.h"
#include "text/text.h"

struct spec_reader;

/* The origin of a text: a node of a spec or, if reader is NULL, an argument of a function. */
struct sheet_scope {
    sheaf_sheet *sheet;
    struct spec_reader *reader;
    const struct node *node;
    const struct document *document; /* of the node; NULL: the spec */
    const char *language; /* of the text, BCP 47, where it is not the sheet's; NULL: it is */
};

/* Fails with the place of the n bytes at `at`, which are part of the scope's text. */
sheaf_status scope_fail(const struct sheet_scope *scope, const char *at, size_t n,
                        const char *format, ...) __attribute__((format(printf, 4, 5)));

/* A document without a title is neither PDF/A-3a nor PDF/UA. */
#define BLANK_TITLE_MISTAKE "the title is blank; name what the sheet is about"

enum markup_kind { MARKUP_TEXT, MARKUP_VALUE, MARKUP_PERIOD, MARKUP_OWN_PERIOD };

struct markup_part {
    enum markup_kind kind;
    bool strong;
    const char *text;           /* MARKUP_TEXT */
    const sheaf_series *series; /* MARKUP_VALUE: for its unit */
    sheaf_observation observation;
    int decimals;        /* of the value, as the author says; or DECIMALS_FOR_PEOPLE */
    sheaf_period period; /* MARKUP_PERIOD */
    struct markup_part *next;
};

/* A paragraph; further ones follow by next. */
struct markup {
    struct markup_part *parts;
    const char *language; /* BCP 47, where it is not the sheet's; NULL: it is */
    struct markup *next;
};

enum {
    MARKUP_PARAGRAPHS = 1, /* blank lines split; otherwise they are spaces */
    MARKUP_LABEL = 2,      /* {period} stands for the period of what is labelled */
    MARKUP_CHART = 4       /* {unit} is left for the chart */
};

/* NULL after a failure. Without MARKUP_PARAGRAPHS one paragraph results. */
struct markup *markup_read(const struct sheet_scope *scope, const char *text, size_t n,
                           unsigned flags);

/* True of a paragraph that shows nothing: without figures and periods, only spaces. */
bool markup_is_blank(const struct markup *markup);

/* The paragraph in the language of text, without status flags such as [p]: for labels, headings
 * and metadata. {period} stands for period, which may be none. */
char *markup_text(const struct markup *markup, struct text *text, struct arena *arena,
                  sheaf_period period);

/* The paragraph as styled spans: regular and semibold text, and status flags in their own style.
 * NULL after a failure. */
struct markup_styles {
    const struct text_style *regular, *strong, *flag;
    sheaf_flags flags; /* those that the author wants */
};
struct text_span *markup_spans(const struct markup *markup, struct text *text, struct arena *arena,
                               const struct markup_styles *styles, size_t *n);

/* The text with all its line breaks forbidden. NULL after a failure, and if text is NULL because
 * of one. */
const char *unbroken(struct arena *arena, const char *text);

/* Collects the figures in the paragraphs, for the notes. */
struct shown;
/* NULL: nothing. */
void markup_show(const struct markup *markup, struct shown *shown);

#endif
