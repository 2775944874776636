/* web_page.h - a document as a page of the web: its parts in reading order, each a scene whose groups
 * say what stands in it. No part has a place: the browser gives it one. */
#ifndef SHEAF_SCENE_WEB_PAGE_H
#define SHEAF_SCENE_WEB_PAGE_H

#include "scene/scene.h"

enum web_part_kind {
    WEB_TEXT,    /* headings, paragraphs, lists, tables */
    WEB_FIGURES, /* key figures: a paragraph each */
    WEB_CALLOUT,
    WEB_NOTES,
    WEB_CONTENTS, /* what leads to the sections */
    WEB_CHART,
    WEB_ROW,   /* its parts stand side by side where there is room */
    WEB_COLUMN /* its parts stand above each other, in a row */
};

/* A figure of a chart, in words and as it is in the data. */
struct web_datum {
    size_t series_index, period_index; /* as the scene's groups count them */
    struct box box;                    /* in the scene */
    const char *label;                 /* all that is to be said */
    const char *series, *period;       /* "Exports", "Jan–Apr 2024"; period "": it has none */
    const char *text;                  /* the value in words */
    const char *code;                  /* the period as data have it: "2024-01/P4M" */
    const char *unit;
    double value; /* in unit * 10^multiplier; NaN: none */
    int multiplier;
    char status; /* of SDMX */
};

/* A chart laid out for one width. */
struct web_picture {
    struct scene *scene;
    struct web_datum *data;
    size_t n_data;
};

struct web_part {
    enum web_part_kind kind;
    struct scene *scene;             /* of texts and tables; NULL: of another kind */
    struct web_picture wide, narrow; /* WEB_CHART */
    const char *name, *alternative;  /* WEB_CHART: what it is called and what it says */
    const char *name_language, *alternative_language; /* where not the page's; NULL: it is */
    int span;                      /* of the twelve columns of its row; 0: an equal share */
    bool has_ground;               /* WEB_CHART: of another colour than the page's */
    struct web_part *inner, *last; /* WEB_ROW, WEB_COLUMN */
    struct web_part *next;
};

/* The same document in another language. */
struct web_translation {
    const char *language, *name; /* "ru", "русский" */
    const char *address;         /* relative to the page; NULL: it is the page itself */
    struct web_translation *next;
};

struct web_words {
    const char *data, *download, *languages, *period, *series, *table;
};

struct web_colors {
    struct color paper, ink, grey, weak, axis, hairline;
    struct color band, on_band; /* of a cover */
    bool has_band;
};

/* From the side where lines begin. */
struct web_line {
    const char *slots[3];     /* NULL: nothing */
    const char *languages[3]; /* where they are not the page's; NULL: they are */
};

struct web_page {
    struct arena arena; /* of all that is here but the scenes */
    const char *title;  /* in one line, without markup */
    const char *description, *language, *date /* "2024-06-26"; "" */, *date_words;
    bool right_to_left;
    struct scene *heading, *deck; /* the title and the deck as they are written; NULL: none */
    struct web_line header, footer;
    const struct image_mark *logo; /* NULL: none */
    const char *logo_name;
    struct web_colors colors;
    struct web_words words;
    struct web_translation *translations; /* the page's own among them; NULL: there is no other */
    struct web_part parts;                /* inner: the first */
    /* All figures that it shows, as CSV for programs; NULL: none. has_charts: those of charts, too. */
    const char *figures;
    size_t figures_length;
    bool figures_have_charts;
};

/* Scenes, arena and the page itself; NULL: nothing happens. */
void web_page_destroy(struct web_page *page);

#endif
