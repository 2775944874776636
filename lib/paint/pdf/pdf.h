/* pdf.h - the parts of the PDF painter, to each other.
 *
 * Operators, fonts, tags and metadata are written here; haru.h keeps the objects. */
#ifndef SHEAF_PAINT_PDF_PDF_H
#define SHEAF_PAINT_PDF_PDF_H

#include <hb.h>

#include "base/buffer.h"
#include "paint/paint.h"
#include "paint/pdf/cache.h"
#include "paint/pdf/haru.h"
#include "scene/structure.h"

/* What pages name in their resource dictionaries. */
enum pdf_resource_kind { RESOURCE_FONT, RESOURCE_STATE, RESOURCE_IMAGE, RESOURCE_KINDS };
struct pdf_resource {
    enum pdf_resource_kind kind;
    char name[16];
    unsigned number; /* of its object; 0: not made yet */
    size_t page;     /* the last page whose resources list it */
};

/* A glyph that the document uses. */
struct pdf_glyph {
    uint32_t id;
    unsigned code;    /* in content streams; set by pdf_make_subset */
    double width;     /* thousandths of an em, as the PDF states it */
    const char *text; /* in the Unicode map; NULL: it has none */
    size_t length;
};

struct pdf_font {
    struct pdf_resource resource;
    const struct font *font;
    struct pdf_face *face;
    char tag[7];     /* of the subset */
    bool has_extra;  /* glyphs can have extra codes */
    bool has_blanks; /* … and there is a space */
    uint32_t *slots; /* by glyph id: index into glyphs plus 1 */
    unsigned n_slots;
    struct pdf_glyph *glyphs;
    size_t n_glyphs, glyph_capacity;
    /* Extra codes for glyphs, each with its own text in the Unicode map: boxes for the characters
     * that no face draws, and blanks, which select the space's glyph and carry letters of ligatures
     * or marked spaces (see text.c). */
    struct pdf_glyph *extra;
    size_t n_extra, extra_capacity;
    struct pdf_font *next;
};

/* The graphics state that the content stream has set so far. */
struct pdf_state {
    struct matrix matrix; /* from the scene's coordinates in use to the PDF page's */
    int decimals;         /* that coordinates need under matrix */
    struct color fill, stroke;
    struct stroke pen;
    const struct pdf_font *font;
    double font_size;
};

/* What an element of the structure tree holds: there are some for each cell of tables of thousands. */
enum pdf_kid_kind { KID_ELEMENT, KID_MARK, KID_PAGE };
struct pdf_kid {
    struct pdf_kid *next;
    unsigned kind : 2; /* pdf_kid_kind */
    /* The index of an element; of a marked-content sequence its number on its page; the number of the
     * object of the page on which the sequences behind it are. */
    unsigned number : 30;
};
/* Its object is made at the end, because empty elements are left out. */
struct pdf_element {
    const struct structure_element *of;
    const char *type; /* standard structure type: "P" */
    struct pdf_element *parent;
    struct pdf_kid *kids, **last_kid;
    unsigned page;       /* its first page's object's number */
    unsigned last_page;  /* the same of the page of its last sequence */
    unsigned object;     /* its object's number; 0: it has none */
    unsigned annotation; /* number of a link's object; 0: none */
    unsigned note : 30;  /* number of a note; 0: none */
    bool has_marks : 1, is_used : 1;
};

/* An entry of the parent tree: the elements of a page, by MCID, or the element of an annotation. */
struct pdf_parents {
    struct pdf_element **elements;
    size_t n;
    bool is_page;
    struct pdf_parents *next;
};

/* A place that links or the outline lead to. */
struct pdf_place {
    const char *name;                  /* NULL: none */
    const char *title;                 /* in the outline; NULL: it is not there */
    int level;                         /* of the title, from 1 */
    unsigned page;                     /* its object's number */
    double left, top;                  /* in PDF coordinates */
    const struct pdf_element *element; /* that begins there; NULL: none does */
    struct pdf_place *next;
};

struct pdf_structure {
    struct structure *of;
    struct pdf_element **elements; /* by the index of the scenes'; NULL: nothing of it was drawn */
    size_t n_elements, element_capacity;
    const struct structure_place *place, *next_place; /* of the innermost group, and of the next */
    const struct structure_place **outer;             /* of the groups around */
    size_t n_outer, outer_capacity;
    const struct structure_run *next_run;
    /* The open marked-content sequence. */
    bool is_open;
    struct pdf_element *marked; /* NULL: an artifact */
    enum structure_artifact artifact;
    const char *language; /* of its words, where it is not the element's; NULL: it is */
    size_t depth;         /* number of saved states when it was opened */
    /* The page's elements by MCID. */
    struct pdf_element **marks;
    size_t n_marks, mark_capacity;
    struct pdf_parents *page_parents;
    struct pdf_parents *first_parents, *last_parents;
    int n_keys; /* of the parent tree */
    int n_notes;
    unsigned root;         /* number of its object */
    struct haru_made made; /* objects of the elements */
    size_t next_made;      /* the element that is looked at next when they are written */
    unsigned namespace; /* number of the object that stands for the types of PDF 2.0; 0: none does */
};

struct pdf {
    struct painter painter; /* first: operations get this */
    sheaf_alloc alloc;
    struct arena arena; /* all that lives as long as the document */
    struct haru_document *document;
    const struct pdf_options *options;
    struct pdf_options own_options; /* a copy, which gets late files */
    struct buffer body;             /* of the object being written */
    struct buffer content;          /* the page's operators */

    struct worker *worker;   /* of the options' context; NULL: no context */
    struct pdf_cache *cache; /* the worker's, or this document's own */
    struct pdf_font *fonts, **last_font;
    struct pdf_resource fill_alpha[256], stroke_alpha[256];
    size_t n_fonts, n_images;

    struct haru_object *page;
    size_t n_pages;
    double width, height;
    struct buffer resources[RESOURCE_KINDS];

    struct pdf_state state, *saved;
    size_t n_saved, saved_capacity;
    struct pdf_structure structure;
    struct buffer link_words;               /* of the open link */
    struct pdf_place *places, **last_place; /* in the order of their pages */
    struct pdf_place **unsettled;           /* the first whose element is not known */
    size_t n_places;
    unsigned *files; /* numbers of the objects that stand for the options' files */
    bool has_rtl;    /* some text runs from right to left */
    bool has_title;  /* some page has the document's title */
};

static inline bool pdf_failed(const struct pdf *pdf)
{
    return pdf->painter.error.status != SHEAF_OK;
}

/* painter.c - what paint_pdf does. */
sheaf_status pdf_paint(const struct scene *const *pages, size_t n_pages,
                       const struct pdf_options *options, const sheaf_alloc *alloc,
                       const struct haru_memory *memory, struct buffer *into, sheaf_error *error);

/* object.c - objects and streams. Every function does nothing after a failure. */

/* Copies libharu's first failure to the painter; true: there is none. */
bool pdf_check(struct pdf *pdf);
/* A new indirect object, to be filled later; NULL on failure. */
struct haru_object *pdf_reserve(struct pdf *pdf);
/* Empties pdf->body to write the entries of an object into. */
struct buffer *pdf_begin(struct pdf *pdf);
/* Makes pdf->body the body of an object. */
void pdf_fill(struct pdf *pdf, struct haru_object *object);
/* reserve and fill; returns the number. */
unsigned pdf_make(struct pdf *pdf);
/* A new stream object with pdf->body as further entries; returns its number. */
unsigned pdf_stream(struct pdf *pdf, const void *bytes, size_t n, bool deflated);
/* Makes pdf->content the page's content stream. */
void pdf_fill_page(struct pdf *pdf);

/* Values in bodies and content streams. */
void pdf_put_name(struct buffer *into, const char *name, size_t n);   /* "/Name#20x " */
void pdf_put_text(struct buffer *into, const char *utf8);             /* a text string */
void pdf_put_bytes(struct buffer *into, const char *text);            /* the text's own bytes */
void pdf_put_utf16(struct buffer *into, const char *utf8, size_t n);  /* hex digits only */
void pdf_put_hex(struct buffer *into, unsigned value, size_t digits); /* at most 8 */
void pdf_put_numbers(struct buffer *into, const double *values, size_t n, int decimals);
void pdf_put_matrix(struct buffer *into, const struct matrix *matrix);
void pdf_put_count(struct buffer *into, size_t count);        /* "12" */
void pdf_put_reference(struct buffer *into, unsigned number); /* "12 0 R " */

/* A hash that is the same on every machine. */
uint64_t pdf_hash(uint64_t start, const char *bytes, size_t n);

/* Lists an object in the page's resources, once a page. */
void pdf_use(struct pdf *pdf, struct pdf_resource *resource);

/* document.c - the document around the pages. */
void pdf_open_document(struct pdf *pdf, const struct haru_memory *memory);
/* Catalogue, information and metadata, then the bytes. */
void pdf_save(struct pdf *pdf, struct buffer *into);

/* outline.c - places in the document: bookmarks, names, labels of pages. */
/* The way back from a note to which no mark or flag has led: a flag of charts alone, say. */
bool pdf_leads_nowhere(const struct pdf *pdf, const struct group *group);
/* Remembers a group that has a name or a title. */
void pdf_note_place(struct pdf *pdf, const struct group *group, const struct box *bounds);
/* Places noted since the last call begin with this element. */
void pdf_settle_places(struct pdf *pdf, const struct pdf_element *element);
/* The number of the element that begins at the place of this name; 0: there is no such place. */
unsigned pdf_target_of(const struct pdf *pdf, const char *name);
/* Writes what the catalogue says of places; the entries are put at the end of `into`. */
void pdf_write_places(struct pdf *pdf, struct buffer *into);

/* file.c - files inside the document. */
/* Embeds the options' files; called before the pages are drawn. */
void pdf_write_files(struct pdf *pdf);
/* The entry of a figure's or table's element, or, for 0, of the catalogue, that names its files;
 * nothing where it has none. */
void pdf_put_files_of(struct pdf *pdf, struct buffer *into, size_t data);
/* The tree of their names; returns its number; 0: there are none. */
unsigned pdf_write_file_names(struct pdf *pdf);

/* archive.c */
bool pdf_is_for_archives(const struct pdf_options *options);
unsigned pdf_write_output_intent(struct pdf *pdf);
/* XMP that names PDF/A-3a and PDF/UA-1, or PDF/A-4 (4f with files) and PDF/UA-2. */
void pdf_put_identification(const struct pdf_options *options, struct buffer *into);

/* font.c */
struct pdf_font *pdf_find_font(struct pdf *pdf, const struct font *font);
struct pdf_glyph *pdf_find_glyph(struct pdf *pdf, struct pdf_font *font, uint32_t id);
/* A glyph's extra code with this text; a new one if there is none, which is possible only before the
 * fonts are embedded. The font must have extra codes. */
struct pdf_glyph *pdf_find_extra(struct pdf *pdf, struct pdf_font *font, uint32_t id,
                                 const char *text, size_t length);
/* The same of the space's glyph. The font must have blanks. */
struct pdf_glyph *pdf_find_blank(struct pdf *pdf, struct pdf_font *font, const char *text,
                                 size_t length);
/* The first code of a glyph that the font has. */
static inline unsigned pdf_code_of(const struct pdf_font *font, uint32_t id)
{
    return font->glyphs[font->slots[id] - 1].code;
}
void pdf_release_fonts(struct pdf *pdf);

/* embed.c */
void pdf_embed_fonts(struct pdf *pdf);

/* subset.c - the file of the font's glyphs; sets their codes and the font's tag. */
void pdf_make_subset(struct pdf *pdf, struct pdf_font *font, struct buffer *into);

/* cluster.c - what the glyphs of a run stand for. */
/* Glyphs that together stand for some characters of a run. */
struct pdf_cluster {
    size_t first, n_glyphs; /* in logical order */
    const char *text;
    size_t length;
    bool is_even; /* as many characters as glyphs, one each */
};
static inline const struct glyph *pdf_logical_glyph(const struct glyph_run *run, size_t i)
{
    return &run->glyphs[run->right_to_left ? run->n_glyphs - 1 - i : i];
}
/* The cluster whose first glyph is number `first` in logical order. Characters
 * before the first cluster belong to it. */
struct pdf_cluster pdf_cluster_at(const struct glyph_run *run, size_t first);
/* True for the glyph of a default-ignorable character, which is not shown. */
bool pdf_is_ignorable(const struct glyph_run *run, const struct glyph *glyph);
/* What the glyphs of a cluster stand for, one after the other: each its own
 * character, or all the first and nothing the others. at starts at cluster->text. */
size_t pdf_next_glyph_text(const struct pdf_cluster *cluster, const char **at, const char **text);
/* Length of the next character that is not ignorable; 0: there is none. */
size_t pdf_next_letter(const struct pdf_cluster *cluster, const char **at, const char **text);
/* True for a right-to-left cluster with fewer glyphs than letters: its first glyph maps to the
 * first letter, and blanks to the others. Clusters of more than MAX_SPELLED_OUT letters are left
 * as they are. */
enum { MAX_SPELLED_OUT = 16 };
bool pdf_is_spelled_out(const struct pdf_font *font, const struct glyph_run *run,
                        const struct pdf_cluster *cluster);
/* True if the run is the box of a character that no face draws, and has an extra code for it. */
bool pdf_is_box(const struct pdf_font *font, const struct glyph_run *run);
/* U+200F or U+200E, and a space: see text.c. */
extern const char pdf_rtl_space[], pdf_ltr_space[];
void pdf_collect_glyphs(struct painter *painter, const struct glyph_run *run);

/* text.c */
void pdf_show_glyphs(struct painter *painter, const struct glyph_run *run);

/* space.c - the spaces between runs of text. */
/* The space to show before the run; NULL: none is needed. */
const struct pdf_glyph *pdf_leading_space(struct pdf *pdf, struct pdf_font *font,
                                          const struct structure_run *run);
/* The space where the pen moves back between runs: pdf.js keeps it, because its text begins with a
 * direction mark. */
const struct pdf_glyph *pdf_marked_space(struct pdf *pdf, struct pdf_font *font,
                                         const struct glyph_run *run);

/* state.c - graphics parameters, set only when they change. */
void pdf_save_state(struct pdf *pdf);
void pdf_restore_state(struct pdf *pdf);
void pdf_set_fill(struct pdf *pdf, struct color color);
void pdf_set_stroke(struct pdf *pdf, struct color color);
void pdf_set_fill_alpha(struct pdf *pdf, uint8_t alpha);
void pdf_set_stroke_alpha(struct pdf *pdf, uint8_t alpha);
void pdf_set_pen(struct pdf *pdf, const struct stroke *pen);
void pdf_put_point(struct pdf *pdf, struct point point);
void pdf_put_path(struct pdf *pdf, const struct path *path);

/* path.c, image.c */
void pdf_draw_path(struct painter *painter, const struct path_mark *mark);
void pdf_draw_image(struct painter *painter, const struct image_mark *image);

/* structure.c - tags: what marks belong to. */
void pdf_open_structure(struct pdf *pdf);
/* Reads what the page says that is drawn next. */
void pdf_read_page(struct pdf *pdf, const struct scene *page);
void pdf_release_structure(struct pdf *pdf);
void pdf_begin_page_structure(struct pdf *pdf);
void pdf_end_page_structure(struct pdf *pdf);
void pdf_open_group(struct painter *painter, const struct group *group, const struct box *bounds);
void pdf_close_group(struct painter *painter, const struct group *group);
/* Called before each mark: opens the marked-content sequence that it belongs to. */
void pdf_mark(struct pdf *pdf);
/* The same for words in a language, NULL: the element's, which gets a sequence of its own: poppler loses
 * what follows a Span within one. False: it has none, where saved states do not allow it. */
bool pdf_mark_language(struct pdf *pdf, const char *language);
/* Called before each push and pop, so that sequences and saved states nest. */
void pdf_mark_push(struct pdf *pdf);
void pdf_mark_pop(struct pdf *pdf);

/* element.c - elements as objects. */
/* The element that was made of a scene's; NULL: none was. */
static inline struct pdf_element *pdf_element_of(const struct pdf *pdf,
                                                 const struct structure_element *of)
{
    return of->index < pdf->structure.n_elements ? pdf->structure.elements[of->index] : NULL;
}
/* The element that is drawn of a scene's, which it becomes now if it was not yet. NULL after a
 * failure. */
struct pdf_element *pdf_take_element(struct pdf *pdf, const struct structure_element *of,
                                     const char *type);
/* Makes the page's next marked-content sequence the element's. */
void pdf_add_mark(struct pdf *pdf, struct pdf_element *element);
/* Adds the annotation of a link that is drawn: over the element's bounds. */
void pdf_add_annotation(struct pdf *pdf, struct pdf_element *element, const struct group *group);
/* A new entry of the parent tree, under the key structure->n_keys - 1. */
struct pdf_parents *pdf_add_parents(struct pdf *pdf, bool is_page);
void pdf_set_parents(struct pdf *pdf, struct pdf_parents *parents,
                     struct pdf_element *const *elements, size_t n);
/* The entries of the next element's object, while the document is saved; for haru_output. */
const char *pdf_make_element(void *context, size_t *n);
/* Writes the tree; returns the root's number. */
unsigned pdf_write_structure(struct pdf *pdf);

#endif
