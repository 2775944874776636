/* archives.h - ZIP archives in memory, packed from texts, for tests of workbooks. */
#ifndef TESTS_SUPPORT_ARCHIVES_H
#define TESTS_SUPPORT_ARCHIVES_H

#include <stddef.h>

struct packed_file {
    const char *name, *text;
    size_t n; /* bytes of text; 0: up to its NUL */
};

struct packed {
    char *bytes;
    size_t n;
};

/* The archive of these files in their order. The caller frees bytes. */
struct packed archive_pack(const struct packed_file *files, size_t count);

#endif
