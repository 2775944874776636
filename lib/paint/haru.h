/* haru.h - the parts of the PDF painter, to each other.
 *
 * libharu keeps the objects, the cross-reference table and the save. What stands
 * inside an object or a stream is text of our own: libharu's numbers are single
 * precision, its arrays and names bounded, and its own page operators know no
 * shading, no tags and no subset fonts. So an object here is an empty libharu
 * dictionary with a body that is written into it at the save. */
#ifndef SHEAF_PAINT_HARU_H
#define SHEAF_PAINT_HARU_H

#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_objects.h>
#include <hpdf_pages.h>
#include <hpdf_streams.h>

#include <hb.h>
#include <zlib.h>

#include "base/buffer.h"
#include "paint/paint.h"

#if HPDF_VERSION_ID < 20300 || HPDF_VERSION_ID >= 20400
#error "this file reads libharu's structures, which 2.4 changes: check every use, then raise this"
#endif

/* What pages name in their resource dictionaries. */
enum haru_resource_kind {
    RESOURCE_FONT,
    RESOURCE_STATE,
    RESOURCE_PATTERN,
    RESOURCE_IMAGE,
    RESOURCE_KINDS
};
struct haru_resource {
    enum haru_resource_kind kind;
    char name[16];
    unsigned number; /* of the object; 0: not made yet */
    size_t page;     /* the last page that lists it */
};

/* One glyph of a font, as it was used. */
struct haru_glyph {
    uint32_t id;
    unsigned code;    /* what content streams write; known after the subsetting */
    double width;     /* thousandths of an em, as the PDF states it */
    const char *text; /* what it stands for; NULL: nothing, or too much to say */
    size_t length;
};

struct haru_font {
    struct haru_resource resource;
    const struct font *font;
    hb_face_t *face;
    hb_font_t *shape; /* for advances, in the font's own units */
    bool is_compact;  /* a CFF table, no glyf */
    char tag[7];      /* of the subset */
    uint32_t space;   /* the glyph of U+0020; 0: none */
    uint32_t *slots;  /* by glyph id: index into glyphs plus 1 */
    unsigned n_slots;
    struct haru_glyph *glyphs;
    size_t n_glyphs, glyph_capacity;
    struct haru_font *next;
};

/* The graphics parameters as the content stream has set them. */
struct haru_state {
    struct matrix matrix; /* from the scene's coordinates in use to the PDF page's */
    int decimals;         /* that coordinates need under matrix */
    struct color fill, stroke;
    bool fill_is_pattern, stroke_is_pattern;
    struct stroke pen;
    const struct haru_font *font;
    double font_size;
};

/* The latest text, so that the next can be told from its continuation. */
struct haru_said {
    size_t sequence;         /* in which it stands */
    struct point start, end; /* on the page: its left and right ends */
    uint32_t last;           /* character */
};

/* An element of the structure tree. It becomes an object at the end, when it is
 * known whether anything lies in it. */
struct haru_kid {
    struct haru_element *element; /* NULL: a marked-content sequence, numbered */
    size_t mark;
    struct haru_kid *next;
};
struct haru_element {
    enum role role;
    const char *type;                   /* standard structure type: "P" */
    struct haru_element *parent, *next; /* next: in order of creation */
    struct haru_kid *kids, **last_kid;
    unsigned page; /* its object's number */
    const char *alt, *language;
    enum header_scope scope;
    int columns, rows;
    struct box bounds;
    int note;            /* number of a note; 0: none */
    unsigned annotation; /* number of a link's object; 0: none */
    bool has_marks, is_used;
    HPDF_Dict object;
};

/* An entry of the parent tree: the elements of a page's sequences, by MCID, or
 * the one of an annotation. */
struct haru_parents {
    struct haru_element **elements;
    size_t n;
    bool is_page;
    struct haru_parents *next;
};

/* To whom marks belong now. */
enum haru_artifact { ARTIFACT_NONE = 0, ARTIFACT_PLAIN, ARTIFACT_HEADER, ARTIFACT_FOOTER };
struct haru_owner {
    struct haru_element *element; /* the innermost */
    enum haru_artifact artifact;  /* of a group within it */
    bool in_figure;
};

struct haru_structure {
    struct haru_element *document, *last;
    struct haru_owner owner;
    struct haru_owner *outer; /* of the groups around */
    size_t n_outer, outer_capacity;
    /* The open marked-content sequence. */
    bool is_open;
    size_t n_sequences;          /* so far */
    struct haru_element *marked; /* NULL: an artifact */
    enum haru_artifact artifact;
    size_t depth; /* of saved states when it was opened */
    /* Of the page: who owns each MCID. */
    struct haru_element **marks;
    size_t n_marks, mark_capacity;
    struct haru_parents *page_parents;
    struct haru_parents *first_parents, *last_parents;
    int n_keys; /* of the parent tree */
    int n_notes;
    bool has_title;
};

struct haru {
    struct painter painter; /* first: operations get this */
    sheaf_alloc alloc;
    struct arena arena; /* bodies and records, until the end */
    HPDF_Doc document;
    const struct pdf_options *options;
    z_stream deflater;
    bool has_deflater;
    struct buffer body;    /* an object in the making */
    struct buffer content; /* the page's operators */

    struct haru_font *fonts, **last_font;
    struct haru_resource fill_alpha[256], stroke_alpha[256];
    struct haru_resource gradient; /* the latest, and what it was made from */
    struct paint gradient_paint;
    struct matrix gradient_matrix;
    size_t n_fonts, n_patterns, n_masks, n_images;

    HPDF_Page page;
    size_t n_pages;
    double width, height;
    struct buffer resources[RESOURCE_KINDS];
    HPDF_Array annotations; /* of the page; NULL: none yet */

    struct haru_state state, *saved;
    size_t n_saved, saved_capacity;
    struct haru_structure structure;
    struct haru_said said;
};

static inline bool haru_failed(const struct haru *haru)
{
    return haru->painter.error.status != SHEAF_OK;
}

/* Where libharu's own memory comes from; NULL: malloc. Its functions have no
 * context, so that only a test of running out has a use for this. */
struct haru_memory {
    HPDF_Alloc_Func take;
    HPDF_Free_Func release;
};
/* haru.c - what paint_pdf does. */
sheaf_status haru_paint(const struct scene *const *pages, size_t n_pages,
                        const struct pdf_options *options, const sheaf_alloc *alloc,
                        const struct haru_memory *memory, struct buffer *into, sheaf_error *error);

/* haru_object.c - objects and streams. Every function does nothing after a failure. */

/* Records libharu's first complaint; true: there is none. */
bool haru_check(struct haru *haru);
/* A new indirect object, to be filled later; NULL on failure. */
HPDF_Dict haru_reserve(struct haru *haru);
/* An object's number: "12 0 R"; 0 for NULL. */
unsigned haru_number(const void *object);
/* Empties haru->body to write the entries of an object into. */
struct buffer *haru_begin(struct haru *haru);
/* Gives the body to an object that has none yet. */
void haru_fill(struct haru *haru, HPDF_Dict object);
/* reserve and fill; returns the number. */
unsigned haru_make(struct haru *haru);
/* Adds to a dictionary of libharu's own; key is a name without its slash. */
void haru_add(struct haru *haru, HPDF_Dict to, const char *key, void *value);
/* A new stream with the body as its further entries. */
enum packing { PACK_NOT, PACK_TEXT, PACK_OUTLINES };
unsigned haru_stream(struct haru *haru, const void *bytes, size_t n, enum packing packing);
/* The same into a stream object that libharu has made. */
void haru_fill_stream(struct haru *haru, HPDF_Dict stream, const void *bytes, size_t n,
                      enum packing packing);
void haru_deflate_end(struct haru *haru);

/* Values in bodies and content. */
void haru_put_name(struct buffer *into, const char *name, size_t n);   /* "/Name#20x " */
void haru_put_text(struct buffer *into, const char *utf8);             /* a text string */
void haru_put_utf16(struct buffer *into, const char *utf8, size_t n);  /* hex digits only */
void haru_put_hex(struct buffer *into, unsigned value, size_t digits); /* at most 8 */
void haru_put_ascii(struct buffer *into, const char *text);            /* "(escaped)" */
void haru_put_numbers(struct buffer *into, const double *values, size_t n, int decimals);
void haru_put_matrix(struct buffer *into, const struct matrix *matrix);
void haru_put_count(struct buffer *into, size_t count);        /* "12" */
void haru_put_reference(struct buffer *into, unsigned number); /* "12 0 R " */

/* Tells contents apart; the same on every machine. */
uint64_t haru_hash(uint64_t start, const char *bytes, size_t n);

/* Names an object in the resources of the page. */
void haru_use(struct haru *haru, struct haru_resource *resource);

/* haru_document.c - the document around the pages. */
void haru_open_document(struct haru *haru, const struct haru_memory *memory);
/* Catalogue, information and metadata, then the bytes. */
void haru_save(struct haru *haru, struct buffer *into);

/* haru_archive.c */
bool haru_is_for_archives(const struct pdf_options *options);
unsigned haru_write_output_intent(struct haru *haru);
/* Of the standards that are followed, as XMP. */
void haru_put_identification(struct buffer *into);

/* haru_font.c */
struct haru_font *haru_find_font(struct haru *haru, const struct font *font);
struct haru_glyph *haru_find_glyph(struct haru *haru, struct haru_font *font, uint32_t id);
void haru_embed_fonts(struct haru *haru);
void haru_release_fonts(struct haru *haru);

/* haru_cff.c - the character identifiers (CIDs) of a CFF table. */
/* True when glyphs are known by CIDs; then cids[glyph] gets them, n at most.
 * Damaged tables give false. */
bool cff_read_cids(const uint8_t *bytes, size_t length, uint16_t *cids, size_t n);

/* haru_text.c */
void haru_collect_glyphs(struct painter *painter, const struct glyph_run *run);
void haru_show_glyphs(struct painter *painter, const struct glyph_run *run);

/* haru_space.c - the spaces between runs of text. */
/* The glyph to show before the run; NULL: none. */
const struct haru_glyph *haru_leading_space(struct haru *haru, struct haru_font *font,
                                            const struct glyph_run *run);
void haru_note_said(struct haru *haru, const struct glyph_run *run); /* after it was shown */

/* haru_state.c - graphics parameters, set only when they change. */
void haru_save_state(struct haru *haru);
void haru_restore_state(struct haru *haru);
void haru_set_fill(struct haru *haru, struct color color);
void haru_set_stroke(struct haru *haru, struct color color);
void haru_set_fill_alpha(struct haru *haru, uint8_t alpha);
void haru_set_stroke_alpha(struct haru *haru, uint8_t alpha);
void haru_set_pen(struct haru *haru, const struct stroke *pen);
void haru_put_point(struct haru *haru, struct point point);
void haru_put_path(struct haru *haru, const struct path *path);
struct box haru_path_box(const struct path *path);

/* haru_paint.c, haru_gradient.c, haru_image.c */
void haru_draw_path(struct painter *painter, const struct path_mark *mark);
void haru_set_gradient(struct haru *haru, const struct paint *paint, bool for_stroke);
/* Masks by the gradient's alpha within box; between save and restore. */
void haru_set_gradient_mask(struct haru *haru, const struct paint *paint, const struct box *box);
void haru_draw_image(struct painter *painter, const struct image_mark *image);

/* haru_structure.c - tags: what marks belong to. */
void haru_open_structure(struct haru *haru);
void haru_release_structure(struct haru *haru);
void haru_begin_page_structure(struct haru *haru);
void haru_end_page_structure(struct haru *haru);
void haru_collect_group(struct painter *painter, const struct group *group,
                        const struct box *bounds);
void haru_open_group(struct painter *painter, const struct group *group, const struct box *bounds);
void haru_close_group(struct painter *painter, const struct group *group);
/* Before each mark: opens the sequence that it belongs in. */
void haru_mark(struct haru *haru);
/* Before each push and pop, so that sequences and states nest. */
void haru_mark_push(struct haru *haru);
void haru_mark_pop(struct haru *haru);

/* haru_element.c - elements as objects. NULL on failure. */
struct haru_element *haru_add_element(struct haru *haru, struct haru_element *parent,
                                      const struct group *group, const char *type);
/* Gives the element the page's next sequence. */
void haru_add_mark(struct haru *haru, struct haru_element *element);
/* The area of a link on the page, in page coordinates. */
void haru_add_annotation(struct haru *haru, struct haru_element *element, const struct group *group,
                         const struct box *bounds);
/* A new entry of the parent tree, under the key structure->n_keys - 1. */
struct haru_parents *haru_add_parents(struct haru *haru, bool is_page);
void haru_set_parents(struct haru *haru, struct haru_parents *parents,
                      struct haru_element *const *elements, size_t n);
/* Writes the tree; returns the root's number. */
unsigned haru_write_structure(struct haru *haru);

#endif
