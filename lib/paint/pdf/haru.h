/* haru.h - libharu, behind one file: objects, cross-reference table and save.
 *
 * What stands inside an object or a stream is text of our own. libharu's numbers are
 * single precision, its arrays and names bounded, and its page operators know no
 * tags and no subset fonts. So an object here is an empty libharu dictionary with a
 * body, which is written when the document is saved. */
#ifndef SHEAF_PAINT_PDF_HARU_H
#define SHEAF_PAINT_PDF_HARU_H

#include <stdbool.h>
#include <stddef.h>

struct haru_document; /* libharu's HPDF_Doc */
struct haru_object;   /* libharu's HPDF_Dict, indirect */

/* libharu's allocator; NULL members: malloc and free. Its functions get no context,
 * so only a test that runs out of memory sets them. */
struct haru_memory {
    void *(*take)(unsigned size);
    void (*release)(void *block);
};

/* The inside of an object. Both texts are borrowed until the document is closed. */
struct haru_body {
    const char *entries; /* of the dictionary, without its brackets */
    size_t n_entries;
    const void *stream; /* with a filter already applied; NULL: the object is no stream */
    size_t n_stream;
    void *output; /* of the save in progress */
};

/* NULL when memory runs out. */
struct haru_document *haru_open(const struct haru_memory *memory);
void haru_close(struct haru_document *document); /* NULL: nothing happens */

/* libharu's first failure sticks to the document: its code, 0 for none. */
unsigned long haru_error(const struct haru_document *document);
bool haru_is_out_of_memory(const struct haru_document *document);

/* A new indirect object without a body; NULL on failure. */
struct haru_object *haru_reserve(struct haru_document *document);
/* An object's number, as in "12 0 R"; 0 for NULL. */
unsigned haru_number(const struct haru_object *object);
/* Objects of which libharu keeps nothing, where it would keep 170 bytes: dictionaries that are made when they
 * are written. Their numbers are from the next one on; there is one such group a document. */
struct haru_made {
    unsigned first, n;
};
unsigned haru_next_number(const struct haru_document *document);
struct haru_made haru_reserve_made(struct haru_document *document, unsigned n);
/* body is borrowed until the document is closed. */
void haru_set_body(struct haru_object *object, struct haru_body *body);
struct haru_object *haru_catalog(struct haru_document *document);
struct haru_object *haru_information(struct haru_document *document);
struct haru_object *haru_trailer(struct haru_document *document);

/* Pages are libharu's own: they get entries one by one. NULL on failure. */
struct haru_object *haru_add_page(struct haru_document *document, double width, double height);
void haru_set_number(struct haru_document *document, struct haru_object *page, const char *key,
                     int value);
void haru_set_name(struct haru_document *document, struct haru_object *page, const char *key,
                   const char *name);
void haru_set_object(struct haru_object *page, const char *key, struct haru_object *value);
void haru_add_annotation(struct haru_document *document, struct haru_object *page,
                         struct haru_object *annotation);
/* The page's operators: body's entries and stream. */
void haru_set_content(struct haru_object *page, struct haru_body *body);

/* What the file is passed to, piece by piece, and who makes the entries of the objects that are made. */
struct haru_output {
    bool (*write)(void *context, const void *bytes, size_t n); /* false: gives up */
    void *context;
    struct haru_made made;
    /* Those of the next object, borrowed until the next call; NULL: gives up. */
    const char *(*make)(void *maker, size_t *n);
    void *maker;
};
/* A PDF 2.0 has no information dictionary. */
void haru_save(struct haru_document *document, bool is_2, struct haru_output *output);

#endif
