/* text.h - text set in lines: faces chosen, shaped, ordered, measured, broken.
 *
 * A text object is one call's use of one locale: its faces, shaper and formatters are its
 * context's and stay there for the next call. Everything that is set comes from an arena that
 * the caller gives. Unit: point. One thread at a time. Fails into the error that the call gave;
 * then results are NULL, and the drawing and measuring functions accept NULL as an empty line. */
#ifndef SHEAF_TEXT_TEXT_H
#define SHEAF_TEXT_TEXT_H

#include "scene/scene.h"
#include "sheaf/context.h"

struct text;

/* An author's faces, for the characters that they have; all others are drawn as without. They are
 * opened in one context and live as long as it. */
enum chosen_face { CHOSEN_REGULAR, CHOSEN_SEMIBOLD, CHOSEN_ITALIC, CHOSEN_FACES };
struct chosen_faces {
    const char *paths[CHOSEN_FACES]; /* NULL of CHOSEN_ITALIC: italics stand upright */
    unsigned indexes[CHOSEN_FACES];  /* in files that hold several */
    const char *
        added[CHOSEN_FACES]; /* PostScript names of those that a program added, in place of paths */
    struct face *opened[CHOSEN_FACES];
};

struct text_style {
    double size;    /* points an em */
    double leading; /* baseline to baseline; 0: 1.3 size */
    bool semibold, italic;
    bool tabular;    /* figures of one width */
    double tracking; /* added between characters, in thousandths of an em */
    struct color color;
    const struct chosen_faces *faces; /* NULL: the linked ones */
    const char *language;             /* BCP 47, of words in another than the locale's; NULL */
};

/* A well-formed BCP 47 tag whose language ICU knows (ISO 639). */
bool text_language_is_known(const char *language);
/* The script that a tag says or that its language is mostly written in there: "Hant" of zh-TW (ICU); ""
 * where that is not known. */
void text_script_of_language(const char *tag, char script[5]);
/* Whether readers of one may be given the other: regions do not matter, scripts do. */
bool text_languages_agree(const char *a, const char *b);

/* Whether a language, BCP 47, is written from right to left. */
bool text_language_is_leftward(const char *language);

/* context: NULL for a private one. locale: BCP 47. font_folder (may be NULL): searched before
 * Fontconfig for faces of scripts that are not linked in; the context reads it once. error gets
 * the first failure, and outlives text. */
struct text *text_begin(sheaf_context *context, const char *locale, const char *font_folder,
                        sheaf_error *error);
void text_end(struct text *text); /* NULL: nothing happens */
/* Forgets what was found of words, once that takes some megabytes: between the words of a long table. */
void text_forget_when_full(struct text *text);
const char *text_locale(const struct text *text);
bool text_is_right_to_left(const struct text *text); /* the locale's script */
sheaf_error *text_error(struct text *text);

/* Words in another language than the locale's, such as a label that has no translation. */
struct text_foreign {
    const char *words, *language; /* BCP 47 */
    const struct text_foreign *next;
};
/* Where they stand as whole words in what is set from now on, their glyphs say their language; where
 * several fit, the longest. They are borrowed until others, or NULL, are set. Returns those before. */
const struct text_foreign *text_set_foreign(struct text *text, const struct text_foreign *first);
/* The language of exactly these words, if they are among those that are set; NULL: they are not. */
const char *text_language_of(const struct text *text, const char *words);

/* One line, as it will be drawn: x from its left edge, y from its baseline. */
struct text_line {
    double width;           /* sum of advances */
    double ascent, descent; /* of the faces used, both positive */
    double cap_height;      /* of the first face */
    double leading;
    const struct glyph_run *runs; /* visual order; origins relative to the line's left end */
    const char *const *uris;      /* of each run; NULL: no link */
    size_t n_runs;
    bool
        is_divided; /* its last run is the hyphen of a divided word, whose text is none of the line's */
    bool cut;       /* it had to be shortened, and ends in an ellipsis */
    const struct cut_text *whole; /* what it is a part of; NULL: nothing more */
};

struct text_line *text_set(struct text *text, struct arena *arena, const char *utf8,
                           const struct text_style *style);
/* Cuts at a whole character with an ellipsis so that it is at most width wide. */
struct text_line *text_fit(struct text *text, struct arena *arena, const char *utf8,
                           const struct text_style *style, double width);
double text_width(struct text *text, const char *utf8, const struct text_style *style);
/* The same of the first n bytes with an ellipsis behind them. */
double text_width_cut(struct text *text, const char *utf8, size_t n,
                      const struct text_style *style);

enum text_align { ALIGN_LEFT = 0, ALIGN_CENTER, ALIGN_RIGHT };
/* x is the left end, the middle or the right end. */
void text_line_draw(const struct text_line *line, struct scene *scene, double x, double baseline,
                    enum text_align align);

/* A paragraph: spans of different style run on, broken to a width by UAX 14. */
struct text_span {
    const char *utf8;
    const struct text_style *style;
    const char *uri; /* NULL: no link */
};
/* Plain words as spans: "https://…" in them is a link, and so is "[words](https://…)". At least one;
 * NULL after a failure. */
struct text_span *text_spans_of(struct arena *arena, const char *utf8,
                                const struct text_style *style, size_t *n);
struct text_block {
    const struct text_line *const *lines;
    size_t n_lines;
    double width;    /* of the widest line */
    double height;   /* n_lines * leading */
    double leading;  /* the largest of the spans' */
    double baseline; /* of the first line, from the top */
    bool right_to_left;
    bool cut; /* max_lines was reached: the last line ends in an ellipsis */
};

/* A text that is drawn cut is noted by the scene (scene_cuts), and so ends up among the warnings of
 * the chart or sheet: nothing is cut silently. max_lines 0: as many as needed. A word wider than width is broken. '\n' breaks. */
struct text_block *text_wrap(struct text *text, struct arena *arena, const struct text_span *spans,
                             size_t n, double width, size_t max_lines);
/* Running text: in lines of less than 28 ems words may be divided, as the language (BCP 47) has it, where a
 * line would be poorly filled otherwise. The hyphen at such a line's end is a soft hyphen as text. */
struct text_block *text_wrap_prose(struct text *text, struct arena *arena,
                                   const struct text_span *spans, size_t n, double width,
                                   const char *language);
/* The same of a head or a name where nothing else makes it fit: only a word that is wider than the column is
 * divided, at the end of the text, too. */
struct text_block *text_wrap_for_need(struct text *text, struct arena *arena,
                                      const struct text_span *spans, size_t n, double width,
                                      const char *language);
/* The width that it needs then: of its widest piece, with its hyphen, between two places where lines may
 * end. */
double text_longest_piece(struct text *text, const char *utf8, const struct text_style *style,
                          const char *language);
/* Words that stand around a text that may be cut. */
struct text_around {
    const char *(*put)(void *context, const char *utf8); /* NULL after a failure */
    void *context;
};
/* In at most so many lines: whole, or else as many whole words of the text as have room, with an
 * ellipsis. around NULL: there are none. NULL: not one word has room, or memory ran out. */
struct text_block *text_wrap_words(struct text *text, struct arena *arena, const char *utf8,
                                   const struct text_style *style, double width, size_t max_lines,
                                   const struct text_around *around);
/* The block, which is whole, as a part of what another, which is cut, is a part of. NULL: memory ran
 * out. */
struct text_block *text_block_part_of(struct text *text, struct arena *arena,
                                      const struct text_block *block, const struct text_block *cut);
/* top: of the block; the first baseline lies where the leading centres the line.
 * width: of the column, for lines that hang from the right (right to left). */
void text_block_draw(const struct text_block *block, struct scene *scene, double x, double top,
                     double width);
/* Distance from the top to the first baseline. */
double text_block_first_baseline(const struct text_block *block);

#endif
