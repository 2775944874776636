/* pdf.c - the files within a PDF (ISO 32000-1, 7.11.4: the tree of names EmbeddedFiles), read by
 * libqpdf, whose C interface turns exceptions into errors.
 *
 * Streams are unpacked here, so that a small file cannot fill the memory. Files that are packed
 * otherwise than Sheaf packs them, with FlateDecode or not at all, are passed over. */
#include "compare/pdf.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "base/strings.h"
#include "compare/pdf_api.h"

struct pdf_reader {
    struct pdf_api api;
};

struct pdf_reader *pdf_reader_create(const sheaf_alloc *alloc, sheaf_error *error)
{
    struct pdf_reader *reader = memory_resize(alloc, NULL, 0, sizeof *reader);

    if (reader == NULL) {
        fail_memory(error);
        return NULL;
    }
    if (pdf_api_load(&reader->api, error))
        return reader;
    pdf_reader_destroy(reader, alloc);
    return NULL;
}

void pdf_reader_destroy(struct pdf_reader *reader, const sheaf_alloc *alloc)
{
    if (reader != NULL)
        memory_free(alloc, reader, sizeof *reader);
}

/* Trees are Kids in Kids; a broken one may be a circle. */
enum { TREE_DEPTH = 16, TREE_NODES = 10000, MOST_FILES = 10000, BLOCK = 65536 };

struct walk {
    const struct pdf_api *api;
    qpdf_data pdf;
    const char *path;
    bool (*take)(void *context, const char *name, const char *bytes, size_t n);
    void *context;
    struct buffer unpacked;
    sheaf_error *error;
    size_t n_nodes, n_files, n_bytes;
};

static bool fail_pdf(struct walk *walk, const char *what)
{
    fail_at(walk->error, SHEAF_BAD_INPUT, (struct place){ .file = walk->path }, "%s", what);
    return false;
}

static bool inflate_stream(struct walk *walk, z_stream *stream)
{
    unsigned char block[BLOCK];
    int status = Z_OK;

    while (status == Z_OK && !walk->unpacked.failed) {
        stream->next_out = block;
        stream->avail_out = sizeof block;
        status = inflate(stream, Z_NO_FLUSH);
        const size_t n = sizeof block - stream->avail_out;
        walk->n_bytes += n;
        if (walk->n_bytes > PDF_FILES_BYTES)
            return fail_pdf(walk, "the files in this PDF unpack to more than 64 MB");
        buffer_put(&walk->unpacked, block, n);
    }
    if (walk->unpacked.failed)
        return fail_memory(walk->error) == SHEAF_OK;
    return status == Z_STREAM_END || fail_pdf(walk, "a file in this PDF is damaged");
}

static bool unpack(struct walk *walk, unsigned char *bytes, size_t n)
{
    z_stream stream = { .next_in = bytes, .avail_in = (uInt)n };

    buffer_clear(&walk->unpacked);
    if (inflateInit(&stream) != Z_OK)
        return fail_memory(walk->error) == SHEAF_OK;
    const bool well = inflate_stream(walk, &stream);
    inflateEnd(&stream);
    return well;
}

/* A filter's name, alone or as the only one of an array, without parameters. */
static bool is_flate(const struct walk *walk, qpdf_oh dictionary)
{
    const struct pdf_api *api = walk->api;
    qpdf_oh filter = api->qpdf_oh_get_key(walk->pdf, dictionary, "/Filter");

    if (api->qpdf_oh_is_array(walk->pdf, filter) &&
        api->qpdf_oh_get_array_n_items(walk->pdf, filter) == 1)
        filter = api->qpdf_oh_get_array_item(walk->pdf, filter, 0);
    return api->qpdf_oh_is_name_and_equals(walk->pdf, filter, "/FlateDecode") &&
           api->qpdf_oh_is_null(walk->pdf,
                                api->qpdf_oh_get_key(walk->pdf, dictionary, "/DecodeParms"));
}

static bool take_stream(struct walk *walk, const char *name, qpdf_oh stream)
{
    const struct pdf_api *api = walk->api;
    const qpdf_oh dictionary = api->qpdf_oh_get_dict(walk->pdf, stream);
    const bool flate = is_flate(walk, dictionary);
    unsigned char *raw = NULL;
    size_t n = 0;

    if (!flate &&
        !api->qpdf_oh_is_null(walk->pdf, api->qpdf_oh_get_key(walk->pdf, dictionary, "/Filter")))
        return true;
    api->qpdf_oh_get_stream_data(walk->pdf, stream, qpdf_dl_none, NULL, &raw, &n);
    if (raw == NULL || n > PDF_FILES_BYTES) {
        free(raw);
        return fail_pdf(walk, "a file in this PDF cannot be read");
    }
    bool well = !flate || unpack(walk, raw, n);
    if (well && flate)
        well = walk->take(walk->context, name,
                          walk->unpacked.bytes != NULL ? walk->unpacked.bytes : "",
                          walk->unpacked.length);
    else if (well)
        well = walk->take(walk->context, name, (const char *)raw, n);
    free(raw);
    return well;
}

static bool take_file(struct walk *walk, qpdf_oh name, qpdf_oh specification)
{
    const struct pdf_api *api = walk->api;

    if (!api->qpdf_oh_is_dictionary(walk->pdf, specification))
        return true;
    const qpdf_oh files = api->qpdf_oh_get_key(walk->pdf, specification, "/EF");
    if (!api->qpdf_oh_is_dictionary(walk->pdf, files))
        return true;
    const qpdf_oh stream = api->qpdf_oh_get_key(walk->pdf, files, "/F");
    if (!api->qpdf_oh_is_stream(walk->pdf, stream))
        return true;
    if (++walk->n_files > MOST_FILES)
        return fail_pdf(walk, "this PDF holds too many files");
    /* The text of the handle lasts until the next call. */
    char copy[256];
    utf8_write_printable(copy, sizeof copy, api->qpdf_oh_get_utf8_value(walk->pdf, name),
                         strlen(api->qpdf_oh_get_utf8_value(walk->pdf, name)));
    return take_stream(walk, copy, stream);
}

/* NOLINTNEXTLINE(misc-no-recursion): at most TREE_DEPTH deep */
static bool walk_tree(struct walk *walk, qpdf_oh node, int depth)
{
    const struct pdf_api *api = walk->api;

    if (!api->qpdf_oh_is_dictionary(walk->pdf, node))
        return true;
    if (depth == TREE_DEPTH || ++walk->n_nodes > TREE_NODES)
        return fail_pdf(walk, "the list of files in this PDF is damaged");
    const qpdf_oh names = api->qpdf_oh_get_key(walk->pdf, node, "/Names");
    const qpdf_oh kids = api->qpdf_oh_get_key(walk->pdf, node, "/Kids");
    const int n_names = api->qpdf_oh_is_array(walk->pdf, names)
                            ? api->qpdf_oh_get_array_n_items(walk->pdf, names)
                            : 0;
    const int n_kids = api->qpdf_oh_is_array(walk->pdf, kids)
                           ? api->qpdf_oh_get_array_n_items(walk->pdf, kids)
                           : 0;

    for (int i = 0; i + 1 < n_names; i += 2)
        if (!take_file(walk, api->qpdf_oh_get_array_item(walk->pdf, names, i),
                       api->qpdf_oh_get_array_item(walk->pdf, names, i + 1)))
            return false;
    for (int i = 0; i < n_kids; i++)
        if (!walk_tree(walk, api->qpdf_oh_get_array_item(walk->pdf, kids, i), depth + 1))
            return false;
    return true;
}

static bool walk_pdf(struct walk *walk, const char *bytes, size_t n)
{
    const struct pdf_api *api = walk->api;

    api->qpdf_silence_errors(walk->pdf);
    api->qpdf_set_suppress_warnings(walk->pdf, QPDF_TRUE);
    api->qpdf_set_attempt_recovery(walk->pdf, QPDF_FALSE);
    if ((api->qpdf_read_memory(walk->pdf, walk->path, bytes, n, NULL) & QPDF_ERRORS) != 0) {
        char why[256];
        const char *told =
            api->qpdf_get_error_message_detail(walk->pdf, api->qpdf_get_error(walk->pdf));
        utf8_write_printable(why, sizeof why, told != NULL ? told : "",
                             told != NULL ? strlen(told) : 0);
        fail_at(walk->error, SHEAF_BAD_INPUT, (struct place){ .file = walk->path },
                "this is no PDF that can be read (%s)", why);
        return false;
    }
    const qpdf_oh names = api->qpdf_oh_get_key(walk->pdf, api->qpdf_get_root(walk->pdf), "/Names");
    if (!api->qpdf_oh_is_dictionary(walk->pdf, names))
        return true;
    return walk_tree(walk, api->qpdf_oh_get_key(walk->pdf, names, "/EmbeddedFiles"), 0);
}

bool pdf_each_file(const struct pdf_reader *reader, const char *path, const char *bytes, size_t n,
                   bool (*take)(void *context, const char *name, const char *bytes, size_t n),
                   void *context, const sheaf_alloc *alloc, sheaf_error *error)
{
    struct walk walk = { .api = &reader->api,
                         .pdf = reader->api.qpdf_init(),
                         .path = path,
                         .take = take,
                         .context = context,
                         .error = error };

    if (walk.pdf == NULL)
        return fail_memory(error) == SHEAF_OK;
    buffer_init(&walk.unpacked, alloc, error);
    const bool well = walk_pdf(&walk, bytes, n);
    buffer_free(&walk.unpacked);
    walk.api->qpdf_cleanup(&walk.pdf);
    return well;
}
