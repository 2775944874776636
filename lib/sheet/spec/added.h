/* added.h - blocks that a program adds in the words of a spec. */
#ifndef SHEAF_SHEET_SPEC_ADDED_H
#define SHEAF_SHEET_SPEC_ADDED_H

#include "sheet/model.h"

/* Reads a list of blocks, n bytes of YAML or JSON, behind those that there are. Failures stay in the
 * sheet. */
void added_read(sheaf_sheet *sheet, const char *yaml, size_t n);

#endif
