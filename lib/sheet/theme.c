/* theme.c - the theme that a sheet is drawn in. */
#include "chart/theme_object.h"
#include "sheet/model.h"

void sheaf_sheet_set_theme(sheaf_sheet *sheet, const sheaf_theme *theme)
{
    if (!sheet_may_change(sheet))
        return;
    sheet->said |= SAID_THEME;
    sheaf_theme_destroy(sheet->theme);
    sheet->theme = theme != NULL ? theme_copy(sheet->context, theme) : NULL;
    if (sheet->theme != NULL)
        error_take(&sheet->error, sheaf_theme_error(sheet->theme));
}

const sheaf_theme *sheaf_sheet_get_theme(const sheaf_sheet *sheet)
{
    return sheet != NULL ? sheet->theme : NULL;
}
