/* workbooks.h - workbooks in memory, packed from the XML of their parts as Excel, LibreOffice and
 * openpyxl write them. */
#ifndef TESTS_SUPPORT_WORKBOOKS_H
#define TESTS_SUPPORT_WORKBOOKS_H

#include <stdbool.h>

#include "support/archives.h"

enum { TEST_SHEETS = 6 };

struct test_workbook {
    /* XLSX: sheets whose name is not NULL. */
    struct {
        const char *name;
        const char *state; /* NULL: shown */
        const char *xml;   /* inside <worksheet> */
    } sheets[TEST_SHEETS];
    const char *strings; /* inside <sst>; NULL: there is no such part */
    const char *formats; /* codes of the styles 1, 2 … with a bar between; NULL: no styles */
    bool dates_from_1904;
    /* ODS, if content is not NULL: inside <office:spreadsheet>. */
    const char *content, *styles;
    /* Bytes of a part that nobody reads, which makes the archive as large as a real one. */
    const char *noise;
    size_t noise_n;
};

/* The caller frees bytes. */
struct packed workbook_pack(const struct test_workbook *book);

#endif
