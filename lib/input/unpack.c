/* unpack.c - unpacks gzip (RFC 1952) and zstd (RFC 8878).
 *
 * Both formats may hold several members (gzip) or frames (zstd); their contents are joined. Zeros
 * after the last gzip member are padding, as for gzip itself. */
#include "input/unpack.h"

#include <string.h>
#include <zlib.h>
#include <zstd.h>
#include <zstd_errors.h>

#include "base/file.h"

enum { BLOCK = 65536 };

static bool failed(const struct unpack *unpack)
{
    return unpack->error->status != SHEAF_OK;
}

static void fail_input(struct unpack *unpack, const char *message)
{
    fail_at(unpack->error, SHEAF_BAD_INPUT, (struct place){ .file = unpack->name }, "%s", message);
}

/* Reads up to n bytes of the file as they are. */
static size_t read_source(struct unpack *unpack, char *into, size_t n)
{
    size_t got = n < unpack->memory_n ? n : unpack->memory_n;

    if (failed(unpack) || unpack->ended)
        return 0;
    if (unpack->path == NULL) {
        if (got > 0) { /* nothing may be at NULL */
            memcpy(into, unpack->memory, got);
            unpack->memory += got;
            unpack->memory_n -= got;
        }
    } else if (file_read_piece(unpack->descriptor, unpack->path, into, n, &got, unpack->error) !=
               SHEAF_OK) {
        return 0;
    }
    unpack->ended = got < n;
    unpack->packed_total += got;
    return got;
}

/* Makes sure that the block has an unread byte. False at the end. */
static bool refill(struct unpack *unpack)
{
    if (unpack->at == unpack->n) {
        unpack->at = 0;
        unpack->n = read_source(unpack, unpack->block, BLOCK);
    }
    return unpack->at < unpack->n;
}

/* Formats that are recognised only to say what to do instead. */
static const struct {
    const char *magic;
    size_t n;
    const char *message;
} others[] = {
    { "\xFD"
      "7zXZ",
      6, "this is packed with xz; unpack it, or pack it with gzip or zstd" },
    { "BZh", 3, "this is packed with bzip2; unpack it, or pack it with gzip or zstd" },
    { "7z\xBC\xAF\x27\x1C", 6, "this is a 7z archive; unpack it and name the file inside" },
    { "%PDF-", 5, "this is a PDF; ask its publisher for the table as CSV" },
};

static void find_packing(struct unpack *unpack)
{
    const char *block = unpack->block;
    size_t n = unpack->n;

    unpack->packing = NOT_PACKED;
    if (n >= 2 && memcmp(block, "\x1F\x8B", 2) == 0)
        unpack->packing = PACKED_GZIP;
    else if (n >= 4 && (memcmp(block, "\x28\xB5\x2F\xFD", 4) == 0 ||
                        ((block[0] & 0xF0) == 0x50 && memcmp(block + 1, "\x2A\x4D\x18", 3) == 0)))
        unpack->packing = PACKED_ZSTD;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (n >= others[i].n && memcmp(block, others[i].magic, others[i].n) == 0)
            fail_input(unpack, others[i].message);
}

static void start_gzip(struct unpack *unpack)
{
    z_stream *stream = memory_resize(unpack->alloc, NULL, 0, sizeof *stream);

    if (stream != NULL)
        *stream = (z_stream){ .next_in = Z_NULL };
    if (stream == NULL || inflateInit2(stream, 15 + 16) != Z_OK) { /* 16: gzip, nothing else */
        memory_free(unpack->alloc, stream, sizeof *stream);
        fail_memory(unpack->error);
        return;
    }
    unpack->stream = stream;
}

void unpack_open(struct unpack *unpack, const sheaf_alloc *alloc, const char *name,
                 const char *path, const void *memory, size_t n, sheaf_error *error)
{
    *unpack = (struct unpack){ .alloc = alloc,
                               .error = error,
                               .name = name,
                               .path = path,
                               .descriptor = -1,
                               .memory = memory,
                               .memory_n = n,
                               .between = true };
    if (path != NULL && file_open(path, &unpack->descriptor, error) != SHEAF_OK)
        return;
    unpack->block = memory_resize(alloc, NULL, 0, BLOCK);
    if (unpack->block == NULL) {
        fail_memory(error);
        return;
    }
    refill(unpack);
    if (!failed(unpack))
        find_packing(unpack);
    if (unpack->packing == PACKED_GZIP)
        start_gzip(unpack);
    if (unpack->packing == PACKED_ZSTD && (unpack->stream = ZSTD_createDStream()) == NULL)
        fail_memory(error);
}

void unpack_close(struct unpack *unpack)
{
    if (unpack->packing == PACKED_GZIP && unpack->stream != NULL) {
        inflateEnd(unpack->stream);
        memory_free(unpack->alloc, unpack->stream, sizeof(z_stream));
    } else if (unpack->packing == PACKED_ZSTD) {
        ZSTD_freeDStream(unpack->stream);
    }
    unpack->stream = NULL;
    memory_free(unpack->alloc, unpack->block, BLOCK);
    unpack->block = NULL;
    file_close(unpack->descriptor);
    unpack->descriptor = -1;
}

static size_t read_plain(struct unpack *unpack, char *into, size_t n)
{
    size_t got = unpack->n - unpack->at;

    got = got < n ? got : n;
    memcpy(into, unpack->block + unpack->at, got);
    unpack->at += got;
    return got < n ? got + read_source(unpack, into + got, n - got) : got;
}

/* One step of inflate. Returns the number of bytes written. */
static size_t inflate_some(struct unpack *unpack, char *into, size_t n)
{
    z_stream *stream = unpack->stream;
    int result;

    if (unpack->between && unpack->block[unpack->at] == '\0') {
        unpack->at++;
        return 0;
    }
    if (unpack->between)
        inflateReset(stream);
    unpack->between = false;
    stream->next_in = (Bytef *)unpack->block + unpack->at;
    stream->avail_in = (uInt)(unpack->n - unpack->at);
    stream->next_out = (Bytef *)into;
    stream->avail_out = n < BLOCK ? (uInt)n : BLOCK;
    n = stream->avail_out;
    result = inflate(stream, Z_NO_FLUSH);
    unpack->at = unpack->n - stream->avail_in;
    unpack->between = result == Z_STREAM_END;
    if (result == Z_MEM_ERROR)
        fail_memory(unpack->error);
    else if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR)
        fail_input(unpack, "this gzip file is damaged; get it again");
    return n - stream->avail_out;
}

static size_t decompress_some(struct unpack *unpack, char *into, size_t n)
{
    ZSTD_inBuffer in = { unpack->block, unpack->n, unpack->at };
    ZSTD_outBuffer out = { into, n, 0 };
    size_t result = ZSTD_decompressStream(unpack->stream, &out, &in);

    unpack->at = in.pos;
    unpack->between = result == 0;
    if (ZSTD_getErrorCode(result) == ZSTD_error_memory_allocation)
        fail_memory(unpack->error);
    else if (ZSTD_isError(result))
        fail_input(unpack, "this zstd file is damaged; get it again");
    return out.pos;
}

static void check_ratio(struct unpack *unpack)
{
    if (unpack->total > UNPACK_ALWAYS_ALLOWED &&
        unpack->total / UNPACK_RATIO_LIMIT > unpack->packed_total)
        fail_at(unpack->error, SHEAF_BAD_INPUT, (struct place){ .file = unpack->name },
                "this unpacks to more than %d times its size, as no table does; if it is one, "
                "unpack it first",
                UNPACK_RATIO_LIMIT);
}

size_t unpack_read(struct unpack *unpack, char *into, size_t n)
{
    size_t made = 0;

    if (failed(unpack))
        return 0;
    if (unpack->packing == NOT_PACKED) {
        made = read_plain(unpack, into, n);
        unpack->total += made;
        return made;
    }
    while (made < n && !failed(unpack)) {
        bool more = refill(unpack);
        size_t step;

        if (!more && unpack->between)
            break;
        step = unpack->packing == PACKED_GZIP ? inflate_some(unpack, into + made, n - made)
                                              : decompress_some(unpack, into + made, n - made);
        made += step;
        unpack->total += step;
        check_ratio(unpack);
        if (!more && step == 0 && !unpack->between)
            fail_input(unpack, "this packed file ends too early; get it again");
    }
    return failed(unpack) ? 0 : made;
}
