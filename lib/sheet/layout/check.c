/* check.c - all that an output does, but for the drawing. */
#include "sheet/layout/layout.h"
#include "sheet/spec/parameters.h"

sheaf_status sheaf_sheet_check(sheaf_sheet *sheet)
{
    sheaf_error *error = sheet_begin_output(sheet);
    if (error->status == SHEAF_OK)
        spec_warn_unused(sheet);
    struct sheet_pages *pages = error->status == SHEAF_OK ? sheet_layout(sheet) : NULL;

    if (pages != NULL && pages->title[0] == '\0')
        fail(error, SHEAF_BAD_INPUT, UNTITLED_MISTAKE);
    sheet_pages_destroy(pages);
    return error->status;
}
