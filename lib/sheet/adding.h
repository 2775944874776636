/* adding.h - what the functions that fill a sheet in share; for the files of this folder only. */
#ifndef SHEAF_SHEET_ADDING_H
#define SHEAF_SHEET_ADDING_H

#include "sheet/blocks/block.h"
#include "sheet/journal.h"

/* A text of the caller's as markup; NULL where it is NULL or empty, and after a failure. */
const struct markup *sheet_words(sheaf_sheet *sheet, const char *text, unsigned flags);
/* Appends a block to the innermost open row or column, or to the page. NULL: nothing happens. */
void sheet_append(sheaf_sheet *sheet, struct block *block);

#endif
