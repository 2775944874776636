/* eps.c - single pictures as EPS, through Cairo.
 *
 * Cairo writes the clock into EPS; it is taken out, so that the same scene gives the same bytes. */
#include <cairo-ps.h>
#include <string.h>

#include "base/strings.h"
#include "paint/paint.h"

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

sheaf_status paint_eps(const struct scene *scene, const struct paint_metadata *metadata,
                       struct buffer *into, sheaf_error *error)
{
    static const struct paint_metadata none;
    sheaf_error own = { 0 };
    struct buffer bytes;

    error_take(&own, scene_error(scene));
    buffer_init(&bytes, &into->alloc, &own);
    if (own.status == SHEAF_OK) {
        cairo_surface_t *surface = create_eps(&bytes, scene_width(scene), scene_height(scene),
                                              metadata != NULL ? metadata : &none);
        draw(scene, surface, &own);
        cairo_surface_destroy(surface);
    }
    if (own.status == SHEAF_OK)
        finish_eps(&bytes, into);
    if (into->failed)
        fail_memory(&own);
    buffer_free(&bytes);
    error_take(error, &own);
    return own.status;
}
