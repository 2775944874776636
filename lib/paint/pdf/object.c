/* object.c - objects and streams, and how values are written in them. */
#include "paint/pdf/pdf.h"

#include <string.h>

#include "base/strings.h"

bool pdf_check(struct pdf *pdf)
{
    if (haru_is_out_of_memory(pdf->document))
        fail_memory(&pdf->painter.error);
    else if (haru_error(pdf->document) != 0)
        fail(&pdf->painter.error, SHEAF_SYSTEM, "libharu refused to write the PDF: error 0x%04lX",
             haru_error(pdf->document));
    return !pdf_failed(pdf);
}

struct haru_object *pdf_reserve(struct pdf *pdf)
{
    if (pdf_failed(pdf))
        return NULL;
    struct haru_object *object = haru_reserve(pdf->document);
    return pdf_check(pdf) ? object : NULL;
}

struct buffer *pdf_begin(struct pdf *pdf)
{
    buffer_clear(&pdf->body);
    return &pdf->body;
}

/* Copies pdf->body into the arena, where the object can borrow it; NULL after a failure. */
static struct haru_body *take_body(struct pdf *pdf)
{
    if (pdf_failed(pdf))
        return NULL;
    struct haru_body *body = arena_new(&pdf->arena, struct haru_body);
    char *entries = arena_text(&pdf->arena, pdf->body.bytes, pdf->body.length);
    if (body == NULL || entries == NULL)
        return NULL;
    *body = (struct haru_body){ .entries = entries, .n_entries = pdf->body.length };
    return body;
}

void pdf_fill(struct pdf *pdf, struct haru_object *object)
{
    struct haru_body *body = take_body(pdf);

    if (body != NULL && object != NULL)
        haru_set_body(object, body);
}

unsigned pdf_make(struct pdf *pdf)
{
    struct haru_object *object = pdf_reserve(pdf);

    pdf_fill(pdf, object);
    return haru_number(object);
}

/* Files of figures as JSON and CSV become a tenth of what they are. */
#define LARGE_STREAM   ((size_t)1 << 20)
#define EXPECTED_SHARE 4

/* Compresses into at most `most` bytes. NULL after a failure, or, with *n 0, where they are too few. */
static void *deflate_into(struct pdf *pdf, struct libdeflate_compressor *compressor,
                          const void *bytes, size_t *n, size_t most)
{
    char *deflated = memory_resize(&pdf->alloc, NULL, 0, most);

    if (deflated == NULL) {
        fail_memory(&pdf->painter.error);
        return NULL;
    }
    *n = libdeflate_zlib_compress(compressor, bytes, *n, deflated, most);
    void *kept = *n > 0 ? arena_text(&pdf->arena, deflated, *n) : NULL;
    memory_free(&pdf->alloc, deflated, most);
    return kept;
}

/* Compresses *n bytes into zlib's format and sets *n to the new number; NULL after a failure. */
static void *deflate(struct pdf *pdf, const void *bytes, size_t *n)
{
    struct libdeflate_compressor *compressor =
        pdf_cache_compressor(pdf->cache, &pdf->painter.error);

    if (compressor == NULL)
        return NULL;
    const size_t all = *n;
    if (all > LARGE_STREAM) {
        void *kept = deflate_into(pdf, compressor, bytes, n, all / EXPECTED_SHARE);
        if (kept != NULL || pdf_failed(pdf))
            return kept;
        *n = all;
    }
    return deflate_into(pdf, compressor, bytes, n, libdeflate_zlib_compress_bound(compressor, all));
}

unsigned pdf_stream(struct pdf *pdf, const void *bytes, size_t n, bool deflated)
{
    if (pdf_failed(pdf))
        return 0;
    if (deflated)
        bytes = deflate(pdf, bytes, &n);
    else
        bytes = arena_text(&pdf->arena, bytes, n);
    if (bytes == NULL)
        return 0;
    if (deflated)
        buffer_text(&pdf->body, "/Filter /FlateDecode\n");
    buffer_text(&pdf->body, "/Length ");
    pdf_put_count(&pdf->body, n);
    struct haru_body *body = take_body(pdf);
    struct haru_object *stream = pdf_reserve(pdf);
    if (body == NULL || stream == NULL)
        return 0;
    body->stream = bytes;
    body->n_stream = n;
    haru_set_body(stream, body);
    return haru_number(stream);
}

void pdf_fill_page(struct pdf *pdf)
{
    size_t n = pdf->content.length;
    void *deflated = pdf_failed(pdf) ? NULL : deflate(pdf, pdf->content.bytes, &n);

    buffer_text(pdf_begin(pdf), "/Filter /FlateDecode\n");
    struct haru_body *body = take_body(pdf);
    if (body == NULL || deflated == NULL)
        return;
    body->stream = deflated;
    body->n_stream = n;
    haru_set_content(pdf->page, body);
    pdf_check(pdf);
}

void pdf_put_hex(struct buffer *into, unsigned value, size_t digits)
{
    char text[8];

    for (size_t i = digits; i-- > 0; value >>= 4)
        text[i] = "0123456789ABCDEF"[value & 15];
    buffer_put(into, text, digits);
}

void pdf_put_name(struct buffer *into, const char *name, size_t n)
{
    buffer_byte(into, '/');
    for (size_t i = 0; i < n; i++) {
        unsigned char byte = (unsigned char)name[i];
        if (byte > ' ' && byte < 0x7F && strchr("#%()<>[]{}/", byte) == NULL) {
            buffer_byte(into, name[i]);
        } else {
            buffer_byte(into, '#');
            pdf_put_hex(into, byte, 2);
        }
    }
    buffer_byte(into, ' ');
}

void pdf_put_bytes(struct buffer *into, const char *text)
{
    buffer_byte(into, '<');
    for (; *text != '\0'; text++)
        pdf_put_hex(into, (unsigned char)*text, 2);
    buffer_byte(into, '>');
}

void pdf_put_utf16(struct buffer *into, const char *utf8, size_t n)
{
    const char *end = utf8 + n;

    while (utf8 < end) {
        uint32_t code = utf8_next(&utf8, end);
        if (code == UTF8_INVALID)
            code = 0xFFFD;
        if (code >= 0x10000) {
            pdf_put_hex(into, 0xD800 + ((code - 0x10000) >> 10), 4);
            code = 0xDC00 + ((code - 0x10000) & 0x3FF);
        }
        pdf_put_hex(into, code, 4);
    }
}

static void put_ascii(struct buffer *into, const char *text)
{
    buffer_byte(into, '(');
    for (; *text != '\0'; text++) {
        if (strchr("()\\", *text) != NULL)
            buffer_byte(into, '\\');
        buffer_byte(into, *text);
    }
    buffer_byte(into, ')');
}

static bool is_plain(const char *text)
{
    while (*text >= ' ' && *text < 0x7F)
        text++;
    return *text == '\0';
}

void pdf_put_text(struct buffer *into, const char *utf8)
{
    if (is_plain(utf8)) {
        put_ascii(into, utf8);
        return;
    }
    buffer_text(into, "<FEFF");
    pdf_put_utf16(into, utf8, strlen(utf8));
    buffer_byte(into, '>');
}

void pdf_put_numbers(struct buffer *into, const double *values, size_t n, int decimals)
{
    for (size_t i = 0; i < n; i++) {
        buffer_fixed(into, values[i], decimals);
        buffer_byte(into, ' ');
    }
}

void pdf_put_matrix(struct buffer *into, const struct matrix *matrix)
{
    const double values[] = {
        matrix->xx, matrix->yx, matrix->xy, matrix->yy, matrix->x0, matrix->y0
    };

    pdf_put_numbers(into, values, 6, 6);
}

/* A tagged page has thousands of these; with printf they took a tenth of the time. */
void pdf_put_count(struct buffer *into, size_t count)
{
    char text[24], *at = text + sizeof text;

    do
        *--at = (char)('0' + count % 10);
    while ((count /= 10) > 0);
    buffer_put(into, at, (size_t)(text + sizeof text - at));
}

void pdf_put_reference(struct buffer *into, unsigned number)
{
    pdf_put_count(into, number);
    buffer_text(into, " 0 R ");
}

/* Little-endian; compilers make one load of it. */
static uint64_t read_word(const unsigned char *at)
{
    return (uint64_t)at[0] | (uint64_t)at[1] << 8 | (uint64_t)at[2] << 16 | (uint64_t)at[3] << 24 |
           (uint64_t)at[4] << 32 | (uint64_t)at[5] << 40 | (uint64_t)at[6] << 48 |
           (uint64_t)at[7] << 56;
}

static uint64_t hash_word(uint64_t value, uint64_t word)
{
    value = (value ^ word) * UINT64_C(1099511628211);
    return value ^ value >> 29;
}

/* FNV-1a with steps of eight bytes; the shift mixes the high bits into the low ones. */
uint64_t pdf_hash(uint64_t start, const char *bytes, size_t n)
{
    const unsigned char *at = (const unsigned char *)bytes;
    uint64_t value = start ^ UINT64_C(14695981039346656037), rest = 0;

    for (; n >= 8; n -= 8, at += 8)
        value = hash_word(value, read_word(at));
    if (n == 0)
        return value;
    for (size_t k = 0; k < n; k++)
        rest |= (uint64_t)at[k] << (8 * k);
    return hash_word(value, rest);
}

void pdf_use(struct pdf *pdf, struct pdf_resource *resource)
{
    if (resource->page == pdf->n_pages)
        return;
    resource->page = pdf->n_pages;
    buffer_format(&pdf->resources[resource->kind], "/%s %u 0 R\n", resource->name,
                  resource->number);
}
