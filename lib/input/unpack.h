/* unpack.h - the bytes of a data file, from a path, standard input or memory; of a gzip or
 * zstd file (found by its first bytes) those that are packed in it. */
#ifndef SHEAF_INPUT_UNPACK_H
#define SHEAF_INPUT_UNPACK_H

#include "base/memory.h"

enum packing { PACKING_UNKNOWN, NOT_PACKED, PACKED_GZIP, PACKED_ZSTD };

/* unpacked / packed of the most repetitive statistics is below 100; what promises more, and
 * much of it, is made to fill the memory. */
enum { UNPACK_RATIO_LIMIT = 250, UNPACK_ALWAYS_ALLOWED = 64 << 20 };

struct unpack {
    const sheaf_alloc *alloc;
    sheaf_error *error;
    const char *name; /* for messages */
    const char *path; /* NULL: memory */
    int descriptor;
    const char *memory; /* what of it is not read yet */
    size_t memory_n;
    enum packing packing;
    void *stream;          /* z_stream or ZSTD_DStream */
    char *block;           /* as in the file */
    size_t at, n;          /* of the block: used, filled */
    bool ended;            /* nothing follows the block */
    bool between;          /* no member, or frame, is begun */
    uint64_t packed_total; /* bytes read */
    uint64_t total;        /* bytes given out */
};

/* path or memory; what is given must outlive unpack. Fails into error. */
void unpack_open(struct unpack *unpack, const sheaf_alloc *alloc, const char *name,
                 const char *path, const void *memory, size_t n, sheaf_error *error);
void unpack_close(struct unpack *unpack);

/* Fills into with n bytes, fewer only at the end of the file and on failure; returns how many. */
size_t unpack_read(struct unpack *unpack, char *into, size_t n);

#endif
