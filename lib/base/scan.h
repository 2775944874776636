/* scan.h - finds bytes, many at a time: ends of fields, the first byte that is not ASCII. */
#ifndef SHEAF_BASE_SCAN_H
#define SHEAF_BASE_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SCAN_BLOCK = 64 };

/* Finds all occurrences of two bytes, block by block. */
struct scan {
    const char *block, *end;
    uint64_t hits;  /* a bit for each occurrence still to come in the block; lowest bit first */
    uint64_t rough; /* spaces, tabs and quotes beside an occurrence or at an end of the block */
    uint64_t a, b;  /* the byte, repeated eight times */
};

/* a and b must not be NUL. */
void scan_start(struct scan *scan, const char *at, const char *end, char a, char b);
/* Goes on to the next block; false when there is none. */
bool scan_refill(struct scan *scan);
/* Skips occurrences before at, which lies after the last one that scan_next gave. */
void scan_skip(struct scan *scan, const char *at);

/* The next occurrence; the end if there is none. */
static inline const char *scan_next(struct scan *scan)
{
    const char *at;

    while (scan->hits == 0)
        if (!scan_refill(scan))
            return scan->end;
    at = scan->block + __builtin_ctzll(scan->hits);
    scan->hits &= scan->hits - 1;
    return at;
}

/* The first byte above 0x7F; the end if there is none. */
const char *scan_past_ascii(const char *at, const char *end);

#endif
