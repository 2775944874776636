/* markup_pieces.h - a paragraph's parts as they are written; for the files of this folder that write markup. */
#ifndef SHEAF_SHEET_WORDS_MARKUP_PIECES_H
#define SHEAF_SHEET_WORDS_MARKUP_PIECES_H

#include "sheet/words/markup.h"

/* Joins a figure and its status mark, so that no line begins with the mark. */
#define NO_BREAK_SPACE "\xC2\xA0"

/* A part as it is written, in reading order. */
struct markup_piece {
    const char *words, *flag; /* flag: "[p]"; NULL: none */
    const char *flag_uri;     /* of the note that explains it; NULL: there is none */
    const struct markup_part *part;
    bool strong, italic;
    const char *uri;
    struct markup_piece *next;
};

struct writing {
    const sheaf_sheet *sheet;
    struct text *text;
    struct arena *arena;
    sheaf_period own;                   /* of what a label labels */
    const struct page_facts *page;      /* of a header or footer; NULL: of none */
    const struct markup_styles *styles; /* NULL: no flags are wanted */
    struct markup_piece *first, **last;
    size_t n;
};

/* The paragraph's figures and names are written in its own language. False after a failure, which is
 * the text's. */
bool markup_write_pieces(struct writing *writing, const struct markup *markup, struct text *text);

/* In the paragraph's language; fails where the text does. NULL after a failure. */
struct text *markup_begin_language(const struct markup *markup, struct text *text);
void markup_end_language(struct text *own, struct text *text);

#endif
