/* log.c - what a sheet's output gives warnings of, to the program's log. */
#include "sheet/model.h"

void sheet_log_output(const sheaf_sheet *sheet)
{
    sheaf_warning warning = SHEAF_WARNING_INIT;

    if (context_callbacks(sheet->context)->log == NULL)
        return;
    for (size_t i = sheet->warning_count; sheaf_sheet_warning(sheet, i, &warning); i++)
        context_log(sheet->context, &warning);
}
