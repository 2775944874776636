/* markup.h - texts with markup (CommonMark) and fields in them.
 *
 *     In {$year} **turnover** {growth(turnover)[$year] ? rose by {} | fell by {} | did not change}.
 *
 * A field is an expression with a period, a parameter or a period, and what is to be made of it
 * (field.h); its figure is kept as its observation and written in the text's language when it is laid
 * out. Bold, italic, links and hard breaks may stand in every text; lists, quotations, sub-headings and
 * footnotes only in texts of several paragraphs. "{#exports}" is the name of a block ("chart 2"). "{{" is a brace, "\{" too. */
#ifndef SHEAF_SHEET_WORDS_MARKUP_H
#define SHEAF_SHEET_WORDS_MARKUP_H

#include "document/node.h"
#include "sheet/model.h"
#include "text/text.h"

struct spec_reader;
struct field;
struct shown;

/* The origin of a text: a node of a spec or, if reader is NULL, an argument of a function. */
struct sheet_scope {
    sheaf_sheet *sheet;
    struct spec_reader *reader;
    const struct node *node;
    const struct document *document; /* of the node; NULL: the spec */
    const char *language; /* of the text, BCP 47, where it is not the sheet's; NULL: it is */
    const struct sheet_rows *rows; /* in the columns of a table; NULL: there are no rows */
};

/* Fails with the place of the n bytes at `at`, which are part of the scope's text. */
sheaf_status scope_fail(const struct sheet_scope *scope, const char *at, size_t n,
                        const char *format, ...) __attribute__((format(printf, 4, 5)));
/* Notes that the text names the block with this id, n bytes; by_name: not only by a link. The copy of the
 * id; NULL after a failure. */
const char *scope_refer(const struct sheet_scope *scope, const char *at, size_t place_n,
                        const char *id, size_t n, bool by_name);
/* Adds a warning of the sheet with that place. */
void scope_warn(const struct sheet_scope *scope, const char *at, size_t n, const char *message);
/* The place itself; line 0 where a program gave the text. */
struct place scope_place(const struct sheet_scope *scope, const char *at, size_t n);

/* A document without a title is neither PDF/A-3a nor PDF/UA. */
#define BLANK_TITLE_MISTAKE "the title is blank; name what the sheet is about"

enum markup_kind {
    MARKUP_TEXT,
    MARKUP_FIELD,
    MARKUP_SELF,       /* {} within a branch: the figure of the field around it */
    MARKUP_OWN_PERIOD, /* {period} of a label */
    MARKUP_OF_PAGE,    /* {page} and the like of a header or footer */
    MARKUP_FOOTNOTE,   /* the number of a footnote */
    MARKUP_REFERENCE   /* {#exports}: name or number of a block, with a link to it */
};

/* What headers and footers may say of their page. */
enum page_field {
    PAGE_FIELD_PAGE,
    PAGE_FIELD_PAGES,
    PAGE_FIELD_SECTION,
    PAGE_FIELD_TITLE,
    PAGE_FIELD_DATE,
    PAGE_FIELDS
};
extern const char *const page_field_names[PAGE_FIELDS];

struct markup_part {
    enum markup_kind kind;
    enum page_field page_field; /* MARKUP_OF_PAGE */
    bool strong, italic;
    bool before_noun;          /* of an ordinal: a hyphen joins the noun to its figure */
    bool number_only;          /* MARKUP_REFERENCE: "2", not "chart 2" */
    const char *uri;           /* of a link; NULL: none */
    const char *text;          /* MARKUP_TEXT; the id of MARKUP_REFERENCE */
    const struct field *field; /* MARKUP_FIELD and MARKUP_SELF */
    const struct markup *note; /* MARKUP_FOOTNOTE */
    struct markup_part *next;
};

enum markup_block {
    MARKUP_PARAGRAPH,
    MARKUP_QUOTE,
    MARKUP_QUOTE_SOURCE, /* the last paragraph of a quotation, if it begins with a dash */
    MARKUP_SUBHEADING
};
enum { MARKUP_LIST_DEPTH = 2 };

/* One item of a list and the list that holds it. */
struct markup_item {
    int list, item; /* numbers that tell lists and items of one text apart */
    long number;    /* as it is shown; -1: a bullet */
};

/* A paragraph; further ones follow by next. */
struct markup {
    enum markup_block block;
    struct markup_part *parts;
    struct markup_item items[MARKUP_LIST_DEPTH]; /* that it stands in, outermost first */
    int depth;                                   /* how many these are */
    bool begins_item;                            /* of the innermost: it has the bullet or number */
    const sheaf_sheet *sheet;
    const char *language; /* BCP 47, where it is not the sheet's; NULL: it is */
    const char *given;    /* as it was written, for who asks; NULL: nobody can */
    struct markup *next;
};

enum {
    MARKUP_PARAGRAPHS = 1, /* blank lines split; otherwise they are spaces */
    MARKUP_LABEL = 2,      /* {period} stands for the period of what is labelled */
    MARKUP_CHART = 4,      /* {unit} is left for the chart */
    MARKUP_PAGE = 8,       /* {page}, {pages}, {section}, {title} and {date} are of the page */
    MARKUP_GIVEN = 16      /* programs can ask for it as it was written (sheet_get.c) */
};

/* NULL after a failure. Without MARKUP_PARAGRAPHS one paragraph results. */
struct markup *markup_read(const struct sheet_scope *scope, const char *text, size_t n,
                           unsigned flags);

/* A label: no markup, and no field but parameters, "{$partner, the}"; every other sign is itself. NULL
 * after a failure. */
struct markup *markup_read_label(const struct sheet_scope *scope, const char *text, size_t n);

/* Its language where that is not the sheet's; NULL: it is, or markup is NULL. */
const char *markup_language(const struct markup *markup);
/* True of a paragraph that shows nothing: without figures and periods, only spaces. */
bool markup_is_blank(const struct markup *markup);

/* The paragraph in its language, or that of text, without markup and without status flags such as [p]:
 * for labels, headings and metadata. {period} stands for period, which may be none. NULL after a
 * failure, which is the text's. */
char *markup_text(const struct markup *markup, struct text *text, struct arena *arena,
                  sheaf_period period);

/* The same of a header or footer; its fields in words. */
struct page_facts {
    const char *page, *pages, *section, *title, *date;
};
char *markup_text_on_page(const struct markup *markup, struct text *text, struct arena *arena,
                          const struct page_facts *facts);
/* Whether the paragraph has this field; NULL: it has none. */
bool markup_has_page_field(const struct markup *markup, enum page_field field);

/* The paragraph as styled spans: text, and status flags in their own style. NULL after a failure. */
struct markup_styles {
    const struct text_style *regular, *strong, *flag; /* flag NULL: no flags */
    const struct text_style *italic, *strong_italic;  /* NULL: as without */
    sheaf_flags flags;                                /* those that the author wants */
    const struct shown *shown;                        /* has the numbers of footnotes; NULL: none */
};
struct text_span *markup_spans(const struct markup *markup, struct text *text, struct arena *arena,
                               const struct markup_styles *styles, size_t *n);

/* A title, deck or heading: the paragraph in one style, with its bold, italic and links, but without
 * status flags. NULL after a failure. */
struct text_block *markup_wrap(const struct markup *markup, struct text *text, struct arena *arena,
                               const struct text_style *style, double width);

/* The text with all its line breaks forbidden. NULL after a failure, and if text is NULL because
 * of one. */
const char *unbroken(struct arena *arena, const char *text);

/* The mark of a footnote, "¹"; NULL after a failure. */
const char *raised_number(struct arena *arena, int number);
/* Spans with the mark of a footnote before them; *n becomes their number. NULL after a failure. */
const struct text_span *footnote_spans(struct arena *arena, int number,
                                       const struct text_style *style,
                                       const struct text_span *spans, size_t *n);

/* What the mark of a footnote links to. NULL after a failure. */
const char *footnote_id(struct arena *arena, int number);

/* Collects the figures and footnotes in the paragraphs, for the notes. NULL: nothing. */
void markup_show(const struct markup *markup, struct shown *shown);

#endif
