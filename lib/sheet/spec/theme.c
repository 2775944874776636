/* theme.c - the theme that a spec names. */
#include <string.h>

#include "chart/theme_object.h"
#include "sheet/spec/spec.h"

static sheaf_theme *open_theme(struct spec_reader *reader, const struct node *node)
{
    if (!theme_is_file(node->text))
        return sheaf_theme_create(reader->sheet->context, node->text);
    const char *path = spec_path(reader, node);
    if (path == NULL)
        return NULL;
    sheet_add_input(reader->sheet, path);
    return sheaf_theme_read(reader->sheet->context, path);
}

/* A mistake within a theme's file has its place there; that there is none is the spec's mistake. */
static void tell_failure(struct spec_reader *reader, const struct node *node,
                         const sheaf_error *error)
{
    if (error->status == SHEAF_OK)
        return;
    if (error->line > 0 || error->status == SHEAF_NO_MEMORY)
        error_take(&reader->sheet->error, error);
    else
        spec_fail(reader, node->place, "%s", error->message);
}

bool spec_read_theme(struct spec_reader *reader, const struct node *node)
{
    sheaf_sheet *sheet = reader->sheet;
    sheaf_warning warning = SHEAF_WARNING_INIT;

    if (node == NULL)
        return true;
    sheet->theme = open_theme(reader, node);
    if (!sheet_is_well(sheet))
        return false;
    tell_failure(reader, node, sheaf_theme_error(sheet->theme));
    for (size_t i = 0; sheaf_theme_warning(sheet->theme, i, &warning); i++)
        sheet_add_warning(sheet, &warning);
    return sheet_is_well(sheet);
}
