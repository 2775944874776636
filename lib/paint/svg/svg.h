/* svg.h - the parts of the SVG painter, to each other.
 *
 * A scene is replayed twice. The first pass gathers the faces and, for each group, the style of its
 * first marks, which the group then states once for all; the second pass writes. Everything is
 * said in attributes: an SVG within a page must not change the page's style, nor need a content
 * security policy to allow any (only embedded faces need a <style>). */
#ifndef SHEAF_PAINT_SVG_SVG_H
#define SHEAF_PAINT_SVG_SVG_H

#include <hb.h>

#include "base/buffer.h"
#include "paint/paint.h"

struct svg_face {
    const struct font *font;
    struct svg_face *next;
    hb_face_t *face;
    hb_font_t *shape;
    const char *families; /* "Inter,'Helvetica Neue',Arial,sans-serif": not escaped */
    int weight;           /* 100 to 900 */
    hb_set_t *letters;    /* that runs use */
    unsigned number;      /* from 1 on, in the order of use */
};

/* Attributes that elements inherit from the groups around them. */
struct svg_style {
    const struct svg_face *face; /* NULL: none is said */
    double size;
    bool tabular;
    bool has_fill;
    struct color fill;
};

struct svg_level {
    struct svg_style style;
    struct matrix matrix; /* to the page */
    int decimals;         /* that coordinates need under matrix */
    size_t group;         /* the innermost, as svg->groups counts; SIZE_MAX: none */
};

enum svg_data_state {
    SVG_UNMARKED,
    SVG_MARKED, /* a group stands for it */
    SVG_TOLD    /* it has had its symbol */
};

enum { SVG_LINE = 16 };

struct svg {
    struct painter painter; /* first: operations get this */
    const struct svg_options *options;
    const struct scene *scene;
    struct buffer *out;
    struct arena arena;
    struct svg_face *faces, **last_face;
    unsigned n_faces, n_clips;
    struct svg_style *groups; /* what each group says, in the order of their beginnings */
    size_t n_groups, group_capacity, next_group;
    struct svg_level *levels; /* the page, and what is open in it */
    size_t n_levels, level_capacity;
    const struct glyph_run *line[SVG_LINE]; /* runs that wait to be written as one text */
    int n_line;
    uint32_t *data_index; /* hash table of options->data: index plus 1 */
    size_t index_size;
    uint8_t *data_state; /* of each of options->data: enum svg_data_state */
    size_t n_unmarked;   /* of them, those that no group stands for */
    uint64_t hash;       /* of the scene */
    char prefix[SVG_MOST_PREFIX + 1];
};

static inline struct svg *svg_of(struct painter *painter)
{
    return (struct svg *)painter;
}
static inline bool svg_failed(const struct svg *svg)
{
    return svg->painter.error.status != SHEAF_OK;
}
static inline struct svg_level *svg_level(const struct svg *svg)
{
    return &svg->levels[svg->n_levels - 1];
}

/* put.c - values in attributes. */
void svg_put_attribute(struct buffer *into, const char *name, const char *text);
/* ` NAME="VALUE"` with at most so many decimals. */
void svg_put_number(struct buffer *into, const char *name, double value, int decimals);
/* ` NAME="#1b2430"`, and ` NAME-opacity="0.5"` unless it is opaque. */
void svg_put_color(struct buffer *into, const char *name, struct color color);
/* Path data. */
void svg_put_path(struct buffer *into, const struct path *path, int decimals);
void svg_put_points(struct buffer *into, char verb, const struct point *points, size_t n,
                    int decimals);

/* face.c */
/* The face of a font; NULL after a failure. */
struct svg_face *svg_find_face(struct svg *svg, const struct font *font);
void svg_note_letters(struct svg *svg, struct svg_face *face, const struct glyph_run *run);
void svg_release_faces(struct svg *svg);
/* The style of a run: whether its digits are tabular shows in their glyphs. */
struct svg_style svg_run_style(struct svg *svg, const struct glyph_run *run);
/* <style> with a subset of each face, for options that ask for it. */
void svg_embed_faces(struct svg *svg);

/* style.c - only what differs from what is inherited; *inherited becomes what holds then. */
void svg_put_style(struct svg *svg, const struct svg_style *style, struct svg_style *inherited);

/* path.c */
void svg_draw_path(struct painter *painter, const struct path_mark *mark);

/* text.c */
void svg_draw_glyphs(struct painter *painter, const struct glyph_run *run);
/* Writes the runs that wait. Called before anything else is written. */
void svg_end_line(struct svg *svg);

/* outline.c - a run as a path, for options that ask for it. */
void svg_draw_outlines(struct svg *svg, const struct glyph_run *run);

/* group.c - what groups are, for designers and for those who cannot see the picture. */
void svg_index_data(struct svg *svg);
void svg_note_group(struct svg *svg, const struct group *group);
void svg_open_group(struct painter *painter, const struct group *group, const struct box *bounds);
void svg_close_group(struct painter *painter, const struct group *group);
/* Those of the data that no group stands for, of a series or (ALL_SERIES) of all. */
#define ALL_SERIES SIZE_MAX
void svg_put_data(struct svg *svg, size_t series);
/* The options' squares, in page coordinates. */
void svg_put_squares(struct svg *svg);

/* painter.c */
bool svg_push_level(struct svg *svg);

/* collect.c */
extern const struct painter_operations svg_collecting;
void svg_hash_text(struct svg *svg, const char *text);

#endif
