/* object.c - objects and streams: libharu's number and place, our text. */
#include "paint/pdf/pdf.h"

#include <string.h>

#include "base/strings.h"

enum { PIECE = 16384 }; /* of deflated output */

/* Measured on a page of three charts: level 6 takes twice as long to make the content a tenth
 * smaller, 2 percent of the file; outlines differ by less than one percent at any level. */
static const int levels[] = { [PACK_NOT] = 0, [PACK_TEXT] = 3, [PACK_OUTLINES] = 1 };
/* Streams are some kilobytes: tables for them are cleared sooner than zlib's usual ones,
 * and they come out longer by 0.4 percent. */
enum { DEFLATE_WINDOW = 15, DEFLATE_MEMORY = 6 };

struct body {
    const char *text;
    size_t length;
};

bool pdf_check(struct pdf *pdf)
{
    HPDF_STATUS code =
        pdf->document == NULL ? HPDF_FAILD_TO_ALLOC_MEM : pdf->document->error.error_no;

    if (code == HPDF_FAILD_TO_ALLOC_MEM)
        fail_memory(&pdf->painter.error);
    else if (code != HPDF_OK)
        fail(&pdf->painter.error, SHEAF_SYSTEM, "libharu refused to write the PDF: error 0x%04lX",
             (unsigned long)code);
    return !pdf_failed(pdf);
}

unsigned pdf_number(const void *object)
{
    const HPDF_Obj_Header *header = object;

    return header == NULL ? 0 : header->obj_id & 0x00FFFFFF;
}

HPDF_Dict pdf_reserve(struct pdf *pdf)
{
    if (pdf_failed(pdf))
        return NULL;
    HPDF_Dict object = HPDF_Dict_New(pdf->document->mmgr);
    if (object != NULL && HPDF_Xref_Add(pdf->document->xref, object) != HPDF_OK)
        object = NULL; /* the failed add has freed it */
    return pdf_check(pdf) ? object : NULL;
}

struct buffer *pdf_begin(struct pdf *pdf)
{
    buffer_clear(&pdf->body);
    return &pdf->body;
}

static HPDF_STATUS write_body(HPDF_Dict object, HPDF_Stream stream)
{
    const struct body *body = object->attr;

    return HPDF_Stream_Write(stream, (const HPDF_BYTE *)body->text, (HPDF_UINT)body->length);
}

void pdf_fill(struct pdf *pdf, HPDF_Dict object)
{
    if (pdf_failed(pdf))
        return;
    struct body *body = arena_new(&pdf->arena, struct body);
    char *text = arena_text(&pdf->arena, pdf->body.bytes, pdf->body.length);
    if (body == NULL || text == NULL)
        return;
    *body = (struct body){ text, pdf->body.length };
    object->attr = body;
    object->write_fn = write_body;
}

unsigned pdf_make(struct pdf *pdf)
{
    HPDF_Dict object = pdf_reserve(pdf);

    pdf_fill(pdf, object);
    return pdf_number(object);
}

void pdf_add(struct pdf *pdf, HPDF_Dict to, const char *key, void *value)
{
    if (pdf_failed(pdf))
        return;
    if (value != NULL)
        HPDF_Dict_Add(to, key, value);
    pdf_check(pdf);
}

/* zlib frees without a size, so each block begins with its own. */
enum { BLOCK_HEADER = 16 };

static voidpf take_block(voidpf opaque, uInt count, uInt size)
{
    size_t n = (size_t)count * size + BLOCK_HEADER;
    char *block = memory_resize(opaque, NULL, 0, n);

    if (block == NULL)
        return Z_NULL;
    memcpy(block, &n, sizeof n);
    return block + BLOCK_HEADER;
}

static void free_block(voidpf opaque, voidpf address)
{
    char *block = (char *)address - BLOCK_HEADER;
    size_t n;

    memcpy(&n, block, sizeof n);
    memory_free(opaque, block, n);
}

/* One deflater serves all streams. */
static bool ready_deflater(struct pdf *pdf, int level)
{
    if (pdf->has_deflater)
        return deflateReset(&pdf->deflater) == Z_OK &&
               deflateParams(&pdf->deflater, level, Z_DEFAULT_STRATEGY) == Z_OK;
    pdf->deflater = (z_stream){ .zalloc = take_block, .zfree = free_block, .opaque = &pdf->alloc };
    pdf->has_deflater = deflateInit2(&pdf->deflater, level, Z_DEFLATED, DEFLATE_WINDOW,
                                     DEFLATE_MEMORY, Z_DEFAULT_STRATEGY) == Z_OK;
    if (!pdf->has_deflater)
        fail_memory(&pdf->painter.error);
    return pdf->has_deflater;
}

void pdf_deflate_end(struct pdf *pdf)
{
    if (pdf->has_deflater)
        deflateEnd(&pdf->deflater);
    pdf->has_deflater = false;
}

static void write_deflated(struct pdf *pdf, HPDF_Stream stream, const void *bytes, size_t n,
                           enum packing packing)
{
    HPDF_BYTE piece[PIECE];
    z_stream *z = &pdf->deflater;

    if (n > UINT32_MAX / 2) {
        fail(&pdf->painter.error, SHEAF_BAD_INPUT, "a part of the PDF is larger than 2 GB");
        return;
    }
    if (!ready_deflater(pdf, levels[packing]))
        return;
    z->next_in = (z_const Bytef *)bytes;
    z->avail_in = (uInt)n;
    int status;
    do {
        z->next_out = piece;
        z->avail_out = PIECE;
        status = deflate(z, Z_FINISH);
        HPDF_Stream_Write(stream, piece, PIECE - z->avail_out);
    } while (status == Z_OK && pdf_check(pdf));
}

void pdf_fill_stream(struct pdf *pdf, HPDF_Dict stream, const void *bytes, size_t n,
                     enum packing packing)
{
    if (packing != PACK_NOT)
        buffer_text(&pdf->body, "/Filter /FlateDecode\n");
    pdf_fill(pdf, stream);
    if (pdf_failed(pdf))
        return;
    if (packing != PACK_NOT)
        write_deflated(pdf, stream->stream, bytes, n, packing);
    else
        HPDF_Stream_Write(stream->stream, bytes, (HPDF_UINT)n);
    pdf_check(pdf);
}

unsigned pdf_stream(struct pdf *pdf, const void *bytes, size_t n, enum packing packing)
{
    if (pdf_failed(pdf))
        return 0;
    HPDF_Dict stream = HPDF_DictStream_New(pdf->document->mmgr, pdf->document->xref);
    if (!pdf_check(pdf))
        return 0;
    pdf_fill_stream(pdf, stream, bytes, n, packing);
    return pdf_number(stream);
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

void pdf_put_ascii(struct buffer *into, const char *text)
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
        pdf_put_ascii(into, utf8);
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

/* A tagged page holds some thousands of these: printf would be a tenth of all time. */
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

/* Compilers make one load of it. */
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

/* Eight bytes a step, in the way of FNV-1a; the shift lets high bits reach low ones. */
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
