/* sqlite_log.c - applies a write-ahead log to the bytes of its database in memory. A log is left
 * beside a database that was copied while a program wrote to it.
 *
 * SQLite itself would write an index of the log to a file, and nothing may be written. The log is a
 * header and frames of one page each. Each frame repeats the header's salts and has a checksum over
 * everything before it. A transaction ends with a frame that holds the number of pages of the
 * database (sqlite.org/fileformat2.html#walformat). */
#include <string.h>

#include "readers/sql/sqlite_parts.h"

enum { HEADER = 32, FRAME_HEADER = 24, LITTLE_ENDIAN_SUMS = 0x377F0682 };

struct log {
    const unsigned char *at, *end; /* remaining frames */
    bool big_endian;               /* byte order of words for checksums */
    uint32_t page_size, salts[2], sums[2];
};

/* A page of the log. pages: number of pages in the database after this frame, if it ends a
 * transaction; else 0. */
struct frame {
    uint32_t number, pages;
    const unsigned char *page;
};

static uint32_t word_at(const unsigned char *at, bool big_endian)
{
    return big_endian
               ? (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3]
               : (uint32_t)at[3] << 24 | (uint32_t)at[2] << 16 | (uint32_t)at[1] << 8 | at[0];
}

static void add_sums(struct log *log, const unsigned char *at, size_t n)
{
    for (const unsigned char *end = at + n; at < end; at += 8) {
        log->sums[0] += word_at(at, log->big_endian) + log->sums[1];
        log->sums[1] += word_at(at + 4, log->big_endian) + log->sums[0];
    }
}

static bool has_sums(const struct log *log, const unsigned char *at)
{
    return word_at(at, true) == log->sums[0] && word_at(at + 4, true) == log->sums[1];
}

/* False: this is no log of a database with pages of this size. */
static bool begin(struct log *log, const unsigned char *bytes, size_t n, uint32_t page_size)
{
    if (n < HEADER || (word_at(bytes, true) & ~1u) != LITTLE_ENDIAN_SUMS)
        return false;
    *log = (struct log){ .at = bytes + HEADER,
                         .end = bytes + n,
                         .big_endian = (bytes[3] & 1) != 0,
                         .page_size = word_at(bytes + 8, true),
                         .salts = { word_at(bytes + 16, true), word_at(bytes + 20, true) } };
    add_sums(log, bytes, HEADER - 8);
    return page_size >= 512 && page_size <= 65536 && (page_size & (page_size - 1)) == 0 &&
           log->page_size == page_size && has_sums(log, bytes + HEADER - 8);
}

/* Reads the next frame. False after the last one that is complete and valid. */
static bool next(struct log *log, struct frame *frame)
{
    const unsigned char *at = log->at;

    if ((size_t)(log->end - at) < FRAME_HEADER + log->page_size ||
        word_at(at + 8, true) != log->salts[0] || word_at(at + 12, true) != log->salts[1])
        return false;
    *frame = (struct frame){ word_at(at, true), word_at(at + 4, true), at + FRAME_HEADER };
    add_sums(log, at, 8);
    add_sums(log, frame->page, log->page_size);
    log->at = frame->page + log->page_size;
    return has_sums(log, at + 16) && frame->number > 0;
}

static void put_page(struct buffer *database, const struct log *log, const struct frame *frame)
{
    memcpy(database->bytes + (size_t)(frame->number - 1) * log->page_size, frame->page,
           log->page_size);
}

/* Sets the length of the database in pages; new ones are zeros. False when memory runs out. */
static bool set_pages(struct buffer *database, uint32_t page_size, uint32_t pages)
{
    static const char zeros[4096] = { 0 };
    size_t length = (size_t)pages * page_size;

    while (database->length < length && !database->failed)
        buffer_put(database, zeros,
                   length - database->length < sizeof zeros ? length - database->length
                                                            : sizeof zeros);
    database->length = length;
    return !database->failed;
}

static uint32_t page_size_of(const struct buffer *database)
{
    const unsigned char *bytes = (const unsigned char *)database->bytes;
    uint32_t size = (uint32_t)bytes[16] << 8 | bytes[17];

    return size == 1 ? 65536 : size;
}

void sqlite_put_log(struct buffer *database, const struct buffer *bytes)
{
    const unsigned char *start = (const unsigned char *)bytes->bytes;
    uint32_t page_size = page_size_of(database), pages = 0, max = 0;
    const unsigned char *committed = NULL;
    struct frame frame;
    struct log log;

    if (!begin(&log, start, bytes->length, page_size))
        return;
    while (next(&log, &frame)) {
        max = frame.number > max ? frame.number : max;
        if (frame.pages > 0) {
            committed = log.at;
            pages = frame.pages;
        }
    }
    /* Frames may hold pages beyond the end, which a later transaction has removed. */
    max = max > pages ? max : pages;
    if (committed == NULL || (uint64_t)max * page_size > INPUT_WHOLE_LIMIT)
        return;
    if (!set_pages(database, page_size, max) || !begin(&log, start, bytes->length, page_size))
        return;
    while (log.at < committed && next(&log, &frame))
        put_page(database, &log, &frame);
    set_pages(database, page_size, pages);
}
