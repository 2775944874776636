/* scene.h - one page as an ordered list of marks with meaning; knows no device.
 *
 * Unit: point (1/72 in); origin top left, y down. A scene is built once, front to
 * back, then only read: replayed through painters, dumped, asked for bounds.
 * Building never fails half way: the first failure sticks, later calls do
 * nothing. Arguments are copied. */
#ifndef SHEAF_SCENE_SCENE_H
#define SHEAF_SCENE_SCENE_H

#include "base/memory.h"
#include "scene/font.h"

struct point {
    double x, y;
};
struct box {
    double left, top, right, bottom;
}; /* empty: left > right */
/* x' = xx x + xy y + x0; y' = yx x + yy y + y0 (as cairo_matrix_t). */
struct matrix {
    double xx, yx, xy, yy, x0, y0;
};

/* sRGB, not premultiplied; alpha 255 is opaque. */
struct color {
    uint8_t red, green, blue, alpha;
};

enum paint_kind { PAINT_NONE = 0, PAINT_SOLID, PAINT_HATCH };
struct paint {
    enum paint_kind kind;
    struct color color;      /* solid, or the hatch's lines */
    struct color background; /* hatch: between the lines (alpha 0: transparent) */
    double angle;            /* hatch: degrees, counter-clockwise from the x axis: 45 rises */
    double spacing, width;   /* hatch: between line centres, and of a line; points */
};

enum line_cap { CAP_BUTT = 0, CAP_ROUND, CAP_SQUARE };
enum line_join { JOIN_MITER = 0, JOIN_ROUND, JOIN_BEVEL };
struct stroke {
    double width; /* points; 0: no stroke */
    enum line_cap cap;
    enum line_join join;
    double dash[4]; /* on, off, on, off; n_dash 0: solid */
    int n_dash;     /* 0, 2 or 4 */
    double dash_phase;
};

/* What a group is. The first ones are the document's structure and become structure elements in a
 * PDF; the chart roles name the parts of a figure; artifacts are decoration. */
enum role {
    ROLE_NONE = 0,
    ROLE_DOCUMENT,
    ROLE_SECTION,
    ROLE_TITLE, /* the document's title: one a document */
    ROLE_HEADING1,
    ROLE_HEADING2,
    ROLE_HEADING3,
    ROLE_PARAGRAPH,
    ROLE_FIGURE, /* alt required */
    ROLE_CAPTION,
    ROLE_TABLE,
    ROLE_TABLE_HEAD, /* rows of headers, and then all others */
    ROLE_TABLE_BODY,
    ROLE_ROW,
    ROLE_HEADER_CELL,
    ROLE_CELL,
    ROLE_LIST,
    ROLE_LIST_ITEM,
    ROLE_LIST_LABEL, /* its bullet or number, and then its body */
    ROLE_LIST_BODY,
    ROLE_QUOTE,
    ROLE_NOTE,
    ROLE_CONTENTS, /* a table of contents, its entries, and the link of each */
    ROLE_CONTENTS_ITEM,
    ROLE_REFERENCE,
    ROLE_LINK,     /* uri required */
    ROLE_SPAN,     /* text in another language, or with an expansion */
    ROLE_ARTIFACT, /* decoration: rules, backgrounds */
    ROLE_HEADER,
    ROLE_FOOTER, /* pagination artifacts */
    /* inside figures */
    ROLE_CHART_TITLE,
    ROLE_CHART_SUBTITLE,
    ROLE_CHART_SOURCE,
    ROLE_PLOT,
    ROLE_AXIS_X,
    ROLE_AXIS_Y,
    ROLE_GRID,
    ROLE_LEGEND,
    ROLE_SERIES, /* label: the series */
    ROLE_DATUM,  /* label: "exports, 2023, $14.7 bn" */
    ROLE_DATUM_LABEL,
    ROLE_ANNOTATION /* label: "2022: new customs rules"; no datum, and never hit */
};
const char *role_name(enum role role); /* "figure", "axis-x": as dumps write it */

/* What a chart's group stands for: a figure, counted as the chart's data are. */
struct scene_datum {
    size_t series, period;
    double value; /* NaN: none */
};
#define ALL_PERIODS SIZE_MAX /* a whole series */

enum header_scope { SCOPE_NONE = 0, SCOPE_COLUMN, SCOPE_ROW };
/* A place of a document that links and the outline lead to. The first link to "#note.1" is itself the
 * place "note.1.back". */
struct scene_place {
    const char *id;       /* one place has it; NULL: no link leads there */
    const char *bookmark; /* its title in the outline; NULL: it is not there */
    int level;            /* of the bookmark, from 1 */
    double top;           /* on the page; 0: that of the group */
};
enum list_labels { LABELS_NONE = 0, LABELS_BULLETS, LABELS_NUMBERS };
struct group {
    enum role role;
    const char *label;        /* what the group is, for hit tests and dumps; NULL: nothing */
    const char *alt;          /* text alternative; NULL: none */
    const char *alt_language; /* of it, BCP 47, where it is not that of the group's words */
    const char *written;      /* the text, where it is shown in capitals; NULL: as it is drawn */
    const char *language;     /* BCP 47 when it differs from the outer group's */
    const char *uri;          /* ROLE_LINK; "#exports" leads to the group with this id */
    struct scene_place place; /* that the group begins */
    const struct scene_datum *datum; /* ROLE_SERIES, ROLE_DATUM; NULL: nothing is known */
    enum list_labels labels;         /* ROLE_LIST */
    enum header_scope scope;         /* ROLE_HEADER_CELL */
    uint64_t whole;                  /* groups of one number, role and parent are one element over
                                      * pages; 0: this one is an element of its own */
    int columns, rows;               /* cells spanned; 0 means 1 */
    size_t data; /* ROLE_FIGURE, ROLE_TABLE: which of the document's files hold its
                                      * data, from 1; 0: none */
};

/* What a line that ends in an ellipsis is a part of. */
struct cut_text {
    const char *whole;   /* the text in full */
    double needed, room; /* width that it takes in one line, and of one of its lines */
    size_t lines;        /* that it may take */
};

struct glyph {
    uint32_t id;
    double x, y, advance;
    uint32_t cluster;
};
/* glyph.x and y: the glyph's origin relative to the run's origin, points, y down;
 * advance: along x, points. cluster: byte offset into text of the first character
 * that the glyph stands for; glyphs are in visual order (left to right). */
struct glyph_run {
    const struct font *font;
    double size; /* points an em */
    struct color color;
    struct point origin; /* on the baseline */
    const char *text;    /* UTF-8 in logical order; length bytes */
    size_t length;
    const struct glyph *glyphs;
    size_t n_glyphs;
    bool right_to_left;
    bool is_missing; /* no face draws the text, which is one character and its marks: the glyph is
                      * a box that stands for it */
    const char *language; /* BCP 47, where it is not that of the groups around; NULL: it is */
};

/* A text that a scene shows cut, in drawing order. */
struct scene_cut {
    const struct scene_cut *next;
    struct cut_text text;
    enum role role; /* of the innermost group around it */
};

enum path_verb { VERB_MOVE, VERB_LINE, VERB_CURVE, VERB_CLOSE };
struct path {
    const uint8_t *verbs; /* path_verb */
    size_t n_verbs;
    const struct point *points; /* 1 for move and line, 3 for curve, 0 for close */
    size_t n_points;
};
struct path_mark {
    struct path path;
    struct paint fill; /* nonzero winding */
    struct paint stroke_paint;
    struct stroke stroke;
};

/* 8-bit sRGB pixels, rows top to bottom without padding, 3 (RGB) or 4 (RGBA, not
 * premultiplied) bytes each; drawn into place. */
struct image_mark {
    int width, height, channels;
    const uint8_t *pixels;
    struct box place;
};

struct scene;

/* Never NULL: out of memory gives a shared inert scene. width, height > 0. */
struct scene *scene_create(const sheaf_alloc *alloc, double width, double height);
void scene_destroy(struct scene *scene);
sheaf_status scene_status(const struct scene *scene);
const sheaf_error *scene_error(const struct scene *scene);
double scene_width(const struct scene *scene);
double scene_height(const struct scene *scene);
/* A page has a white ground, unless it is transparent: then what lies below shows through. */
void scene_set_transparent(struct scene *scene);
bool scene_is_transparent(const struct scene *scene);

/* Groups nest; every open needs its close. */
void scene_open(struct scene *scene, const struct group *group);
void scene_open_role(struct scene *scene, enum role role); /* a group with nothing else said */
void scene_close(struct scene *scene);
/* The next group that is opened begins this place. Copied. */
void scene_place_next(struct scene *scene, const struct scene_place *place);
/* Figures and tables that are opened from now on have these data; see struct group. */
void scene_set_data(struct scene *scene, size_t data);

/* The current path, as in Cairo; the next draw, fill, stroke or clip consumes it. */
void scene_move_to(struct scene *scene, double x, double y);
void scene_line_to(struct scene *scene, double x, double y);
void scene_curve_to(struct scene *scene, struct point a, struct point b, struct point to);
void scene_close_path(struct scene *scene);
void scene_rectangle(struct scene *scene, double x, double y, double width, double height);
void scene_circle(struct scene *scene, double x, double y, double radius);
/* Draws the current path as one mark. PAINT_NONE leaves fill or stroke out; stroke may be NULL. */
void scene_draw(struct scene *scene, const struct paint *fill, const struct paint *stroke_paint,
                const struct stroke *stroke);
void scene_fill(struct scene *scene, struct color color);
void scene_stroke(struct scene *scene, struct color color,
                  double width); /* butt caps, miter joins */

void scene_glyphs(struct scene *scene, const struct glyph_run *run);
void scene_image(struct scene *scene, const struct image_mark *image);

/* Clips to the current path, or transforms, until the matching pop. Pushes and
 * groups nest within each other. */
void scene_push_clip(struct scene *scene);
void scene_push_transform(struct scene *scene, const struct matrix *matrix);
void scene_pop(struct scene *scene);

/* Ends building: fails when groups or pushes are left open. */
void scene_finish(struct scene *scene);

/* Keeps a finished scene in a tenth of its memory. It is then no longer read but through scene_unfold,
 * and forgets the texts that it shows cut. Of a scene that has failed or is open, nothing changes. */
void scene_fold(struct scene *scene);
/* The scene with its marks: itself, or one of its own that scene_unfold_end destroys. Borrows nothing.
 * After a failure it has failed. */
const struct scene *scene_unfold(const struct scene *scene);
void scene_unfold_end(const struct scene *open, const struct scene *scene);

/* Everything drawn so far, stroke widths included, clips applied. */
struct box scene_bounds(const struct scene *scene);

/* The innermost group with a label or alt at a point; NULL: none. */
const struct group *scene_hit(const struct scene *scene, double x, double y);

/* What lies in a box of the page, which other words should not cover. Grids and artifacts do not
 * count. The scene may still be open. */
enum { TOUCHES_TEXT = 1, TOUCHES_MARKS = 2 };
unsigned scene_touched(const struct scene *scene, const struct box *box);

/* The colour of the area below the middle of a run, the one that replay gives to painters. False: none
 * lies there, or a hatched one. */
bool scene_ground(const struct scene *scene, const struct glyph_run *run, struct color *ground);

/* What the picture is called for those who do not see it, in a sentence: of a chart its title or what
 * it is. NULL until it is set; the first one stays. */
void scene_set_name(struct scene *scene, const char *name);
const char *scene_name(const struct scene *scene);

/* The first text alternative of the scene, which in a chart's scene is the chart's; NULL: none. */
const char *scene_alternative(const struct scene *scene);

/* Adds the characters for which boxes stand to n codes that are there, unless they are among them.
 * Returns how many there are then, at most `most`. */
size_t scene_missing(const struct scene *scene, uint32_t *codes, size_t n, size_t most);

/* Says that what is drawn next is a part of this text, or nothing of it. Copied. */
void scene_note_cut(struct scene *scene, const struct cut_text *text);
/* The first of these texts; NULL: there are none. */
const struct scene_cut *scene_cuts(const struct scene *scene);

/* Appends a stable, readable text: a line a mark, groups indented, numbers to at
 * most 3 decimals. What golden tests compare. */
struct buffer;
void scene_dump(const struct scene *scene, struct buffer *into);

struct color color_hex(uint32_t rgb); /* 0x1F5FA8, opaque */
/* Reads all n bytes as "#1F5FA8". False: they are no colour. */
bool color_read(const char *text, size_t n, struct color *color);
/* Between two colours: share 1 is the first, 0 the other, whose alpha does not count. */
struct color color_mix(struct color color, struct color other, double share);
/* A channel's share of the light, 0 to 1. */
double color_linear(uint8_t channel);
/* WCAG 2: the contrast of opaque colours, 1 to 21. */
double color_contrast(struct color a, struct color b);
struct color color_alpha(struct color color, double alpha);
struct paint paint_color(struct color color);
struct paint paint_none(void);

#endif
