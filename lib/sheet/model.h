/* model.h - what a fact sheet holds, whether read from a spec or built by calls.
 *
 * Everything but series, tables and charts lives in the sheet's arena. */
#ifndef SHEAF_SHEET_MODEL_H
#define SHEAF_SHEET_MODEL_H

#include "base/calendar.h"
#include "context/context.h"
#include "scene/scene.h"
#include "sheaf/algebra.h"
#include "sheaf/sheet.h"
#include "sheaf/theme.h"
#include "sheet/page_format.h"
#include "table/digest.h"
#include "text/cuts.h"
#include "text/missing.h"

struct block;
struct block_id;
struct block_reference;
struct markup;
struct theme_logo;
struct member_names;
struct spec_parameter;
struct sheet_pages;
struct sheet_spec;
struct sheet_target;
struct told;

/* A source of figures, as the notes print it. */
struct sheet_source {
    const char *id, *title, *link; /* link may be NULL */
    struct date date;              /* year 0: none */
    bool of_spec;
    struct sheet_source *next;
};

/* A file that the sheet was read from: its spec, or data. */
struct sheet_input {
    const char *path; /* "-": standard input */
    bool is_table;    /* data, which the sheet's digest covers */
    struct sheet_input *next;
};

/* A series, a list of several, or a program's table, that expressions may name; one of the three. */
struct named_series {
    const char *name;
    const sheaf_series *series;
    const sheaf_series_list *list;
    const sheaf_table *table;    /* the program's own */
    const sheaf_table *previous; /* of the last release, beside table; NULL: not given */
    bool of_spec;
    struct named_series *next;
};

/* Objects that are destroyed with the sheet. */
struct owned {
    sheaf_series *series;
    sheaf_series_list *list;
    sheaf_chart *chart;
    struct owned *next;
};

/* How an author wants figures told. */
struct display {
    sheaf_flags flags;
    bool has_flags; /* false: as the sheet's */
    bool ranges;    /* "48–53%" in place of "50%" */
};

struct block_list {
    struct block *first, *last;
};

/* A text that the sheet's language lacks, or has with other figures: as it is in the spec, and where. */
struct untranslated {
    const char *text;
    const char *differs; /* NULL: the language lacks it */
    size_t line, column;
    struct untranslated *next;
};

struct text_foreign;

/* Warnings about the pages of the last output; "": none. */
struct page_remarks {
    char too_long[160], margins[200], last_page[200];
    size_t fewer_pages; /* that last_page proposes; 0: it proposes none */
};

/* What stands above or below the blocks of every page, from left to right; mirrored where the language
 * is written from right to left. */
struct page_line {
    const struct markup *slots[3]; /* by sheaf_slot; NULL: as usual; a blank one: nothing */
};

/* The same sheet in another language, as a page of the web. */
struct sheet_translation {
    const char *language, *address;
    struct sheet_translation *next;
};

/* A band of colour behind title and deck. */
struct cover {
    bool is_wanted, has_color;
    struct color color; /* otherwise that of exports */
};

struct open_group {
    struct block *block;
    struct open_group *outer;
};

/* What a program has said, so that the spec does not. */
enum {
    SAID_TITLE = 1,
    SAID_DECK = 2,
    SAID_HEADER = 4,
    SAID_FOOTER = 8,
    SAID_LANGUAGE = 16,
    SAID_DATE = 32,
    SAID_PAGE = 64,
    SAID_FLAGS = 128,
    SAID_THEME = 256,
    SAID_PAGES = 512,
    SAID_COVER = 1024,
    SAID_LOGO = 2048,
    SAID_NUMBERS = 4096,
    SAID_CONTENTS = 8192,
    SAID_RELEASE = 16384,
    SAID_NEXT = 32768,
    SAID_EXTRACTED = 65536,
    SAID_ATTACHMENTS = 131072,
    SAID_PDF = 262144,
    SAID_AUTHOR = 524288
};

/* Of a table of contents that no block asks for. */
enum contents_choice { CONTENTS_WHERE_LONG = 0, CONTENTS_ALWAYS, CONTENTS_NEVER };

struct sheaf_sheet {
    sheaf_context *context; /* held */
    sheaf_alloc alloc;      /* the context's */
    sheaf_error error;      /* the first failure of construction; it stays */
    sheaf_error output;     /* of the last call, while construction is well */
    struct arena arena;
    const char *file; /* of the spec, for messages; NULL: there is none */
    const char *root; /* the folder that a spec's files must be below; NULL: any will do */

    const struct markup *title, *deck; /* NULL: none */
    struct page_line header, footer;
    const char *language, *font_folder;
    const char *author; /* NULL: none */
    struct date date;   /* year 0: none */
    struct date made;   /* of the PDF where there is no other; year 0: none */
    struct page_format page;
    size_t most_pages; /* 0: as many as needed */
    size_t page_limit; /* of a PDF that is written; 0: none */
    struct cover cover;
    const struct theme_logo *logo; /* NULL: the theme's */
    sheaf_theme *theme;            /* owned; NULL: the default one */
    sheaf_flags flags;             /* which statuses are told, unless a block says otherwise */

    struct sheet_spec *spec;          /* NULL: none was read */
    const sheaf_table *table_at_hand; /* in place of the spec's data files; NULL: they are read */
    bool is_nothing;                  /* the failure is that there are no data */
    bool is_ready; /* the spec's data and blocks are as parameters and language say */
    unsigned said; /* by a program: SAID_… */
    struct spec_parameter *parameters;
    struct member_names *names; /* an author's; the last one first */
    struct sheet_source *sources, *last_source;
    struct sheet_translation *translations, *last_translation;
    struct sheet_input *inputs; /* the last one first */
    struct sheet_input *wanted; /* the same, of files that are not there and need not be */
    struct named_series *series;
    struct block_id *ids;               /* those that authors gave blocks */
    struct block_reference *references; /* texts that name blocks */
    struct sheet_target *targets;       /* what can be named, of the last layout */
    size_t n_targets, target_capacity;
    struct sheet_pages
        *pages;   /* as they were drawn last; NULL: the sheet was changed since, or none was */
    bool numbers; /* charts and tables are numbered */
    bool leaves_out_files; /* the PDF holds no data */
    bool is_pdf_2;         /* the PDF is 2.0 */
    enum contents_choice contents;
    struct date release, next_release, extracted; /* year 0: none */
    struct block_list blocks;                     /* of a program */
    struct block_list spec_blocks;                /* of the spec, before them; see sheet_blocks */
    struct open_group *open; /* rows and columns begun and not yet ended, innermost first */
    struct owned *owned;
    struct told *first_told, *last_told; /* the calls that filled it in; see journal.h */
    sheaf_warning *warnings;             /* about data files */
    size_t warning_count, warning_capacity;
    struct untranslated *untranslated;  /* in the order of their lines */
    const struct text_foreign *foreign; /* labels that fell back to another language */
    sheaf_error *told;                  /* all failures of the spec, in its order */
    size_t n_told, told_capacity;
    bool wants_digest;          /* of the data that it reads; for who makes many */
    struct table_digest digest; /* once it is ready */
    struct missing missing;     /* from the last output */
    struct cuts cuts;           /* the same */
    struct page_remarks remarks;
};

/* Adds a failure to those that the spec has, unless it is one of them. False: there is no memory. */
bool sheet_tell(sheaf_sheet *sheet, const sheaf_error *error);
/* The blocks of the spec and of the program. */
struct block *sheet_blocks(const sheaf_sheet *sheet);

/* True while construction has not failed. */
/* sheaf_sheet_create with memory of its own, which goes with the sheet; NULL: the context's. */
sheaf_sheet *sheet_create(sheaf_context *context, const sheaf_alloc *alloc);

bool sheet_is_well(const sheaf_sheet *sheet);
/* The same, for functions that change the sheet; an earlier output's failure is forgotten. */
bool sheet_may_change(sheaf_sheet *sheet);
/* The same, for functions whose texts may name series of the spec, which is evaluated now. */
bool sheet_may_add(sheaf_sheet *sheet);
/* Where an output tells its failure: empty, unless construction failed. Never NULL. */
sheaf_error *sheet_begin_output(sheaf_sheet *sheet);

/* Adds a copy of a warning; its texts are copied. */
void sheet_add_warning(sheaf_sheet *sheet, const sheaf_warning *warning);
/* Logs what warnings tell of the output that is laid out, beside those of spec and data. */
void sheet_log_output(const sheaf_sheet *sheet);

/* Puts a source behind the others. */
void sheet_add_source(sheaf_sheet *sheet, struct sheet_source *source);

/* Remembers a file that is read, so that no output replaces it. The path is copied. */
void sheet_add_input(sheaf_sheet *sheet, const char *path);
/* Remembers a file that would be read if it were there. The path is copied. */
void sheet_add_wanted(sheaf_sheet *sheet, const char *path);

/* Hands the object over to the sheet, which destroys it even if this call fails. NULL after a
 * failure; a failed object makes the sheet fail. */
const sheaf_series *sheet_keep_series(sheaf_sheet *sheet, sheaf_series *series);
const sheaf_series_list *sheet_keep_list(sheaf_sheet *sheet, sheaf_series_list *list);
sheaf_chart *sheet_keep_chart(sheaf_sheet *sheet, sheaf_chart *chart);
/* Copies the series; the sheet owns the copy. */
const sheaf_series *sheet_copy_series(sheaf_sheet *sheet, const sheaf_series *series);

#endif
