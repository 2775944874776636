/* unpack.h - the bytes of a data file from a path, standard input or memory. A gzip or zstd file
 * is recognised by its first bytes and unpacked. */
#ifndef SHEAF_INPUT_UNPACK_H
#define SHEAF_INPUT_UNPACK_H

#include "base/memory.h"

enum packing { PACKING_UNKNOWN, NOT_PACKED, PACKED_GZIP, PACKED_ZSTD };

/* Against decompression bombs. The most repetitive statistics unpack to less than 100 times their
 * size. */
enum { UNPACK_RATIO_LIMIT = 250, UNPACK_ALWAYS_ALLOWED = 64 << 20 };

struct unpack {
    const sheaf_alloc *alloc;
    sheaf_error *error;
    const char *name; /* for messages */
    const char *path; /* NULL: memory */
    int descriptor;
    const char *memory; /* the part that is not read yet */
    size_t memory_n;
    enum packing packing;
    void *stream;          /* z_stream or ZSTD_DStream */
    char *block;           /* bytes of the file */
    size_t at, n;          /* of the block: next byte, end */
    bool ended;            /* the file ends with the block */
    bool between;          /* the next byte starts a member or frame */
    uint64_t packed_total; /* bytes read */
    uint64_t total;        /* bytes returned */
};

/* Reads path, or memory if path is NULL; both must outlive unpack. Fails into error. */
void unpack_open(struct unpack *unpack, const sheaf_alloc *alloc, const char *name,
                 const char *path, const void *memory, size_t n, sheaf_error *error);
void unpack_close(struct unpack *unpack);

/* Writes n bytes to into, fewer only at the end of the file and on failure. Returns how many. */
size_t unpack_read(struct unpack *unpack, char *into, size_t n);

#endif
