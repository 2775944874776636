/* vector.c - single pictures as SVG, EPS and PDF, through Cairo.
 *
 * Cairo writes the clock into EPS and PDF and a counter of the process into SVG;
 * all three are taken out, so that the same scene gives the same bytes. */
#include <cairo-pdf.h>
#include <cairo-ps.h>
#include <cairo-svg.h>
#include <string.h>

#include "base/strings.h"
#include "paint/paint.h"
#include "paint/svg/svg_text.h"

enum {
    MAX_COMMENT = 255
}; /* bytes of a comment line in EPS, by the Document Structuring Conventions */

static cairo_status_t put_bytes(void *into, const unsigned char *bytes, unsigned n)
{
    struct buffer *buffer = into;

    buffer_put(buffer, bytes, n);
    return buffer->failed ? CAIRO_STATUS_NO_MEMORY : CAIRO_STATUS_SUCCESS;
}

static bool is_given(const char *text)
{
    return text != NULL && text[0] != '\0';
}

/* EPS ------------------------------------------------------------------------ */

/* "%%KEY: text" on one line, cut at a whole character. */
static void add_comment(cairo_surface_t *surface, const char *key, const char *text)
{
    char line[MAX_COMMENT + 1];
    size_t n = strlen(key), length = is_given(text) ? strlen(text) : 0;

    if (length == 0)
        return;
    if (n + length > MAX_COMMENT)
        length = utf8_floor(text, MAX_COMMENT - n);
    memcpy(line, key, n);
    memcpy(line + n, text, length);
    line[n + length] = '\0';
    for (char *at = line; *at != '\0'; at++)
        if ((unsigned char)*at < 0x20)
            *at = ' ';
    cairo_ps_surface_dsc_comment(surface, line);
}

static cairo_surface_t *create_eps(struct buffer *bytes, double width, double height,
                                   const struct paint_metadata *metadata)
{
    cairo_surface_t *surface = cairo_ps_surface_create_for_stream(put_bytes, bytes, width, height);

    cairo_ps_surface_set_eps(surface, 1);
    add_comment(surface, "%%Title: ", metadata->title);
    return surface;
}

/* Copies everything but the creation date. */
static void finish_eps(const struct buffer *bytes, struct buffer *into)
{
    const char *date = bytes->length > 0 ? strstr(bytes->bytes, "\n%%CreationDate:") : NULL;
    const char *next = date != NULL ? strchr(date + 1, '\n') : NULL;

    if (next == NULL) {
        buffer_put(into, bytes->bytes, bytes->length);
        return;
    }
    buffer_put(into, bytes->bytes, (size_t)(date - bytes->bytes));
    buffer_put(into, next, (size_t)(bytes->bytes + bytes->length - next));
}

/* PDF ------------------------------------------------------------------------ */

static void add_entry(cairo_surface_t *surface, cairo_pdf_metadata_t key, const char *text)
{
    if (is_given(text))
        cairo_pdf_surface_set_metadata(surface, key, text);
}

static cairo_surface_t *create_pdf(struct buffer *bytes, double width, double height,
                                   const struct paint_metadata *metadata)
{
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(put_bytes, bytes, width, height);

    add_entry(surface, CAIRO_PDF_METADATA_TITLE, metadata->title);
    add_entry(surface, CAIRO_PDF_METADATA_SUBJECT,
              is_given(metadata->subject) ? metadata->subject : metadata->alternative);
    add_entry(surface, CAIRO_PDF_METADATA_CREATOR, metadata->creator);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, NULL); /* none */
    return surface;
}

/* All formats ---------------------------------------------------------------- */

static cairo_surface_t *create_surface(enum vector_format format, struct buffer *bytes,
                                       double width, double height,
                                       const struct paint_metadata *metadata)
{
    cairo_surface_t *surface;

    switch (format) {
    case PAINT_EPS:
        return create_eps(bytes, width, height, metadata);
    case PAINT_CAIRO_PDF:
        return create_pdf(bytes, width, height, metadata);
    default:
        surface = cairo_svg_surface_create_for_stream(put_bytes, bytes, width, height);
        cairo_svg_surface_restrict_to_version(surface, CAIRO_SVG_VERSION_1_1);
        cairo_svg_surface_set_document_unit(surface, CAIRO_SVG_UNIT_PX);
        return surface;
    }
}

static void draw(const struct scene *scene, cairo_surface_t *surface, sheaf_error *error)
{
    cairo_t *context = cairo_create(surface);

    paint_cairo(scene, context, error);
    cairo_show_page(context);
    cairo_status_t status = cairo_status(context);
    cairo_destroy(context);
    cairo_surface_finish(surface);
    if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_surface_status(surface);
    if (status == CAIRO_STATUS_NO_MEMORY)
        fail_memory(error);
    else if (status != CAIRO_STATUS_SUCCESS)
        fail(error, SHEAF_SYSTEM, "Cairo cannot write the picture: %s",
             cairo_status_to_string(status));
}

sheaf_status paint_vector(const struct scene *scene, enum vector_format format,
                          const struct paint_metadata *metadata, struct buffer *into,
                          sheaf_error *error)
{
    static const struct paint_metadata none;
    sheaf_error own = { 0 };
    struct buffer bytes;

    if (metadata == NULL)
        metadata = &none;
    error_take(&own, scene_error(scene));
    buffer_init(&bytes, &into->alloc, &own);
    if (own.status == SHEAF_OK) {
        cairo_surface_t *surface =
            create_surface(format, &bytes, scene_width(scene), scene_height(scene), metadata);
        draw(scene, surface, &own);
        cairo_surface_destroy(surface);
    }
    if (own.status == SHEAF_OK && format == PAINT_EPS)
        finish_eps(&bytes, into);
    else if (own.status == SHEAF_OK && format == PAINT_SVG)
        svg_finish(&bytes, metadata, into, &own);
    else if (own.status == SHEAF_OK)
        buffer_put(into, bytes.bytes, bytes.length);
    if (into->failed)
        fail_memory(&own);
    buffer_free(&bytes);
    error_take(error, &own);
    return own.status;
}
