/* html.h - the parts of the HTML painter, to each other.
 *
 * A scene's groups become a tree (structure.c), the tree elements (element.c, table.c, figures.c), and
 * charts SVG (chart.c). Names, figures and texts are only ever written by escape_markup and
 * html_put_attribute, which escape them. */
#ifndef SHEAF_PAINT_HTML_HTML_H
#define SHEAF_PAINT_HTML_HTML_H

#include "base/buffer.h"
#include "paint/paint.h"
#include "scene/web_page.h"

enum html_kind { HTML_GROUP, HTML_TEXT, HTML_AREA };

struct html_node {
    enum html_kind kind;
    const struct group *group; /* HTML_GROUP; NULL: the scene */
    struct box bounds;         /* HTML_GROUP, HTML_AREA; on the page */
    struct color fill;         /* HTML_AREA */
    /* HTML_TEXT */
    const char *text;
    size_t length;
    double size, left, right, baseline;
    bool strong, italic;
    const char *language; /* where its words are in another than those around; NULL: none */
    bool space;           /* its place says that a space stands before it */
    struct html_node *outer, *first, *last, *next;
};

struct html_name {
    const char *name;
    struct html_name *next;
};

/* A page being written. */
struct html {
    const struct web_page *page;
    struct buffer *out;
    struct arena *arena;
    sheaf_error *error;
    const struct scene *scene;  /* the one whose tree is written */
    bool strong, italic;        /* open elements of the line being written */
    bool ignores_weight;        /* it is strong altogether */
    bool begins;                /* an element, before whose text no space stands */
    const struct web_part *row; /* of charts alone, which is being written; NULL: none */
    bool in_section, in_part;   /* in_part: sections do not begin within rows and boxes */
    unsigned level;             /* of the last heading */
    unsigned n_sections, n_charts, n_marks, n_frames;
    unsigned n_refs;         /* footnotes 1 to n_refs have been referred to */
    struct html_name *flags; /* the flags that have */
};

/* structure.c - the groups and texts of a scene; NULL after a failure. */
struct html_node *html_tree(const struct scene *scene, const char *language, struct arena *arena,
                            sheaf_error *error);
enum role html_role(const struct html_node *node);
/* The first node of a role in the tree; NULL: there is none. */
const struct html_node *html_find(const struct html_node *node, enum role role);

/* put.c */
void html_put_string(struct buffer *into, const char *text);
void html_put_attribute(struct buffer *into, const char *name, const char *text);
/* The attribute lang and, where the language runs against what is around, dir. NULL and "": nothing.
 * node: the one whose words are in it; NULL: those of the page's own lines. */
void html_put_language(struct html *html, const struct html_node *node, const char *language);
/* Bytes as the data of a URI: all but letters, digits and "-._~" in hexadecimal. */
void html_put_encoded(struct buffer *into, const char *bytes, size_t n);
/* Whether a link may be followed: to the web, to mail, within the page, or relative. */
bool html_address_is_safe(const char *address);

/* element.c */
/* The texts within a node, with their emphasis and links, and nothing around. */
void html_put_line(struct html *html, const struct html_node *node);
/* The same in plain words. */
const char *html_words(const struct html *html, const struct html_node *node);
void html_put_runs(struct html *html, const struct html_node *first, const struct html_node *end);
void html_put_nodes(struct html *html, const struct html_node *node);
/* A table of contents with its heading. */
void html_put_contents(struct html *html, const struct html_node *tree);
void html_end_section(struct html *html);
/* A frame in which what is too wide is scrolled. */
void html_begin_frame(struct html *html, const char *name);
void html_end_frame(struct html *html);

/* table.c */
void html_put_table(struct html *html, const struct html_node *table);
/* figures.c */
void html_put_figures(struct html *html, const struct html_node *tree);
/* chart.c */
void html_put_chart(struct html *html, const struct web_part *part);
/* A group of the scene as a small picture in a line; place: what it shows of the page. */
void html_put_mark(struct html *html, const struct html_node *node, const struct box *place);
/* data.c - the figures behind a chart. */
void html_put_data(struct html *html, const struct web_part *part);

/* style.c */
void html_put_style(struct buffer *into, const struct web_page *page, const struct buffer *body);
/* words_on.c - rules for a dark screen, of words on the marks of charts. */
void html_put_words_on(struct buffer *into, const struct web_colors *colors,
                       const struct buffer *body);
extern const char html_script[];
/* dark.c - what a colour of a page on paper becomes on a dark screen. */
struct color html_dark(const struct web_colors *colors, struct color color);
/* The same of words on an area of a colour: another where they could not be read on what becomes of it. */
struct color html_dark_words(const struct web_colors *colors, struct color words,
                             struct color area);
bool html_is_dark(const struct web_colors *colors);

/* page.c */
void html_put_hash(struct buffer *into, const char *bytes, size_t n);

#endif
