/* scan.h - finds bytes many at a time: where the fields of a table end, where a text stops
 * being ASCII. */
#ifndef SHEAF_BASE_SCAN_H
#define SHEAF_BASE_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SCAN_BLOCK = 64 };

/* A walk from one of two bytes to the next, block by block. */
struct scan {
    const char *block, *end;
    uint64_t hits;  /* a bit for each byte of the block that is one of them and still to come, the
                     * first lowest */
    uint64_t rough; /* the same for spaces, tabs and quotes beside one of them, first or last */
    uint64_t a, b;  /* the byte looked for, eight times */
};

/* Neither a nor b is NUL. */
void scan_start(struct scan *scan, const char *at, const char *end, char a, char b);
/* Goes on to the next block; false when there is none. */
bool scan_refill(struct scan *scan);
/* Passes over those before at, which lies beyond what scan_next gave. */
void scan_skip(struct scan *scan, const char *at);

/* The next one; the end when there is none. */
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

/* The first byte above 0x7F; the end when there is none. */
const char *scan_past_ascii(const char *at, const char *end);

#endif
