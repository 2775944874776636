/* paragraph.h - text cleaned and cut into items that HarfBuzz can shape, and lines
 * made of its slices; for the files of this room only. */
#ifndef SHEAF_TEXT_PARAGRAPH_H
#define SHEAF_TEXT_PARAGRAPH_H

#include "text/object.h"

/* A stretch of one style; the bytes up to end belong to it. */
struct stretch {
    size_t end;
    const struct text_style *style;
    const char *uri;
    const char *language; /* of words in another than the locale's; NULL: none are */
};

struct shaped;

/* One face, script, direction and stretch: what is shaped at once. */
struct item {
    size_t start, end;
    struct face *face;
    hb_script_t script;
    uint8_t level;   /* bidi embedding level: odd is right to left */
    bool is_blank;   /* spaces only */
    bool is_missing; /* one cluster that no face has: a box of the style's own face is drawn */
    bool is_plain;   /* nothing that combines, in a linked face */
    const struct stretch *stretch;
    const struct shaped *whole; /* all of it, shaped in its paragraph; NULL: not yet */
};

/* Bytes are well-formed UTF-8 without control characters. */
struct paragraph {
    struct text *text;
    struct arena *work; /* keeps everything here */
    const char *bytes;
    size_t length;
    const struct stretch *stretches;
    size_t n_stretches;
    bool right_to_left;
    struct item *items; /* in logical order */
    size_t n_items, item_capacity;
};

/* Writes the text as paragraphs hold it, which is never longer than three times n:
 * ill-formed bytes become U+FFFD, white space of any kind but no-break spaces
 * becomes a space (a line end '\n' when keep_lines), other controls go. Returns
 * the length. */
size_t clean_text(const char *utf8, size_t n, bool keep_lines, char *out);

/* DIRECTION_FOUND: by the characters and the locale. */
enum direction { DIRECTION_FOUND = 0, DIRECTION_RIGHTWARDS, DIRECTION_LEFTWARDS };

/* Fills items. bytes and stretches (at least one, the last ending at length) must
 * outlive the paragraph. False after a failure. */
bool paragraph_itemize(struct paragraph *paragraph, struct text *text, struct arena *work,
                       const char *bytes, size_t length, const struct stretch *stretches,
                       size_t n_stretches, enum direction direction);

/* Gives the text's foreign words stretches of their own. False: memory ran out. */
bool paragraph_split_foreign(struct paragraph *paragraph);

/* Letters, figures, punctuation and symbols of Latin, Greek and Cyrillic that
 * neither combine nor are combined with. */
bool is_plain_code(uint32_t code);

/* End of the cluster (a character and the marks on it) that starts at `at`. */
size_t cluster_end(const char *bytes, size_t length, size_t at);
/* Start of the cluster that ends at `at` > 0. */
size_t cluster_before(const char *bytes, size_t length, size_t at);
/* `end` without the white space before it. */
size_t trim_end(const char *bytes, size_t start, size_t end);

/* Sets the slice [start, end) as one line. hang: white space at its end is kept but
 * hangs over the width, as where a paragraph is broken. */
struct text_line *line_of_paragraph(const struct paragraph *paragraph, size_t start, size_t end,
                                    bool hang, struct arena *into);
/* Everything but the runs: an empty line has its style's height. NULL after a failure. */
struct text_line *line_empty(const struct paragraph *paragraph, size_t start, struct arena *into);
/* The same, shortened so that an ellipsis fits behind it; the ellipsis is always
 * there. */
struct text_line *line_cut_short(const struct paragraph *paragraph, size_t start, size_t end,
                                 double width, struct arena *into);
/* Whether the bytes begin with what stands where a text is cut. */
bool begins_with_ellipsis(const char *bytes, size_t length);
/* Says of a line with an ellipsis what it is a part of. False after a failure. */
bool line_tell_whole(struct text *text, struct text_line *line, const char *whole, double needed,
                     double room, size_t lines, struct arena *into);
/* Advance of the cluster starting at each byte, 0 at other bytes; length entries.
 * As set in one line. The items keep what is shaped for it, and lines take from it. */
double *paragraph_advances(const struct paragraph *paragraph);

#endif
