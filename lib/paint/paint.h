/* paint.h - all painters. Each turns scenes into bytes and knows neither data nor charts nor
 * files. */
#ifndef SHEAF_PAINT_PAINT_H
#define SHEAF_PAINT_PAINT_H

#include <cairo.h>

#include "base/buffer.h"
#include "context/context.h"
#include "scene/painter.h"

/* Draws the scene on a context at its current origin, one scene point a user
 * unit; the context is left as it was found. */
sheaf_status paint_cairo(const struct scene *scene, cairo_t *context, sheaf_error *error);
/* Some data picked out: what stands for others is pale. */
struct paint_selection {
    const struct scene_datum
        *data; /* by series, then by period, ALL_PERIODS last; their values do not matter */
    size_t n;
    struct color paper; /* to which pale colours come near */
};
/* The same, for a scene that will be drawn again: kept lives as long as the scene, is of this scene
 * only, and may be used by many threads at once. selection: NULL draws all as it is. */
struct coverages;
sheaf_status paint_cairo_again(const struct scene *scene, struct coverages *kept,
                               const struct paint_selection *selection, cairo_t *context,
                               sheaf_error *error);

/* Moves the origin to (x, y) and lets nothing be drawn outside of a rectangle there, until the end, which
 * takes what was returned and leaves the context as it was found, its current path as well. */
cairo_path_t *paint_cairo_begin(cairo_t *context, double x, double y, double width, double height);
void paint_cairo_end(cairo_t *context, cairo_path_t *path);

/* Texts that pictures carry (PNG text chunks, SVG title and desc, PDF info);
 * any may be NULL. */
struct paint_metadata {
    const char *title, *subject, *source, *alternative, *language, *author, *creator;
};

/* pixels_per_point is the resolution, dots_per_inch what the pHYs chunk says. Lossless: a palette
 * if there are at most 256 colours, RGB otherwise; of a transparent scene RGBA. */
sheaf_status paint_png(const struct scene *scene, double pixels_per_point, double dots_per_inch,
                       const struct paint_metadata *metadata, struct buffer *into,
                       sheaf_error *error);
/* The same for pixels that are there already: RGB rows. Tests use it. */
sheaf_status png_write(const uint8_t *rgb, int width, int height, double dots_per_inch,
                       const struct paint_metadata *metadata, struct buffer *into,
                       sheaf_error *error);

/* An image as PNG, of 3 or 4 channels. */
void paint_png_image(const struct image_mark *image, struct buffer *into, sheaf_error *error);

sheaf_status paint_eps(const struct scene *scene, const struct paint_metadata *metadata,
                       struct buffer *into, sheaf_error *error);

/* SVG with real text. */
enum svg_text {
    SVG_TEXT_NAMED = 0, /* faces by their families */
    SVG_TEXT_EMBEDDED,  /* with subsets of them in a <style> */
    SVG_TEXT_OUTLINES   /* shapes: no text is left */
};
/* A datum that is seen but has no group of its own, such as a point of a line. */
struct svg_datum {
    size_t series, period; /* as the scene's groups count them */
    struct box box;        /* on the page */
    const char *label;
};
/* More data than SVG_MOST_SYMBOLS without marks of their own get none at all: they would be no walk for
 * a reader, and a large file. */
enum { SVG_MOST_PREFIX = 64, SVG_MOST_SYMBOLS = 1000 };
/* A square of a picture that counts data, and what it holds. */
struct svg_square {
    struct box box;
    const char *label;
};
struct svg_options {
    struct paint_metadata metadata; /* title, alternative, language */
    /* Of title and alternative, where not the picture's; NULL: it is */
    const char *title_language, *alternative_language;
    enum svg_text text;
    const char
        *prefix; /* of all ids, an identifier of at most SVG_MOST_PREFIX bytes; NULL or "": one
                         * that depends on the picture */
    const struct svg_datum *data;
    size_t n_data;
    const char *table; /* all figures as CSV, for <metadata>; table_length 0: none */
    size_t table_length;
    const struct svg_square *squares;
    size_t n_squares;
    /* For pages that change colours: words on an area of another colour than this say which it is, and
     * their own, as data-on="#1f5fa8 #ffffff". NULL: they do not. */
    const struct color *paper;
};
/* options: NULL for defaults. A failure leaves `into` as it was. */
sheaf_status paint_svg(const struct scene *scene, const struct svg_options *options,
                       struct buffer *into, sheaf_error *error);

/* A file inside a document. */
struct pdf_file {
    const char *name, *type; /* "chart-1.csv", "text/csv" */
    const char *about;       /* what it is, for people; NULL: nothing is said */
    const void *bytes;
    size_t n;
    bool is_source; /* the document was made of it; false: it holds data */
    size_t data; /* of the figures and tables with this number (struct group); 0: of the document */
};

/* A page of the web: semantic HTML with its style, script and pictures, and nothing to fetch. A failure
 * leaves `into` as it was. */
struct web_page;
sheaf_status paint_html(const struct web_page *page, struct buffer *into, sheaf_error *error);
/* A page that lists others, with a search by name. */
struct html_index_page {
    const char *name, *date; /* date: "2024-06-26"; "": none */
    const struct html_index_link {
        const char *language, *language_name, *address; /* relative to the index */
    } * links;
    size_t n_links;
};
struct html_index {
    const char *title, *language;
    const char *name, *languages, *date, *search; /* words of the page */
    bool right_to_left;
    const struct html_index_page *pages;
    size_t n_pages;
};
sheaf_status paint_html_index(const struct html_index *index, struct buffer *into,
                              sheaf_error *error);

/* Files that are made and compressed before the pages are drawn, and pages that are forgotten when they are
 * drawn, so that neither is held beside what a long document takes at its end. */
struct pdf_options;
struct pdf_late_files {
    void *context;
    /* Sets files and n_files. A failure is in error. */
    void (*make)(void *context, struct pdf_options *options, sheaf_error *error);
    /* Their bytes are no longer read. */
    void (*forget)(void *context);
    /* The scenes are no longer read. */
    void (*drawn)(void *context);
};

/* The fact sheet's painter: a tagged PDF through libharu, a scene a page. */
struct pdf_options {
    sheaf_context *context; /* keeps fonts between documents; NULL: fonts are opened for this one */
    const char *name;       /* of the sheet's spec, for progress; NULL: it has none */
    struct paint_metadata metadata;
    const char *date;             /* "2024-06-26" for the info dictionary; NULL: none */
    const struct pdf_file *files; /* with names that differ */
    size_t n_files;
    const struct pdf_late_files *late_files; /* NULL: files are there */
    bool is_2; /* PDF 2.0 with PDF/UA-2 and PDF/A-4; false: 1.7 with PDF/UA-1 and PDF/A-3a */
};
sheaf_status paint_pdf(const struct scene *const *pages, size_t n_pages,
                       const struct pdf_options *options, const sheaf_alloc *alloc,
                       struct buffer *into, sheaf_error *error);

#endif
