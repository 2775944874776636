/* xlsx_check.h - checks that a workbook just written is whole. */
#ifndef SHEAF_WRITE_XLSX_CHECK_H
#define SHEAF_WRITE_XLSX_CHECK_H

#include <stddef.h>

#include "base/error.h"

/* Fails unless each file in the archive ends with the end of an element: one that was cut because a
 * disk was full does not. */
void xlsx_check(const char *bytes, size_t n, sheaf_error *error);

#endif
