/* theme.c - the theme that a spec names. */
#include <string.h>

#include "chart/theme_object.h"
#include "sheet/spec/root.h"
#include "sheet/spec/spec.h"

/* What a theme names lies below the root folder as well, where there is one. */
static const char *allow_below_root(void *who, const char *path, struct arena *arena)
{
    const struct spec_reader *reader = who;

    return root_resolve(reader->sheet->root, path, arena);
}

static sheaf_theme *open_theme(struct spec_reader *reader, const struct node *node)
{
    if (!theme_is_file(node->text))
        return sheaf_theme_create(reader->sheet->context, node->text);
    const char *path = spec_path(reader, node);
    if (path == NULL)
        return NULL;
    sheet_add_input(reader->sheet, path);
    return theme_read_within(reader->sheet->context, path,
                             reader->sheet->root != NULL ? allow_below_root : NULL, reader);
}

/* What the sheet is made from, beside the theme's own file. */
static void add_inputs(struct spec_reader *reader, const struct theme *look)
{
    for (size_t i = 0; look->faces != NULL && i < CHOSEN_FACES; i++)
        if (look->faces->paths[i] != NULL)
            sheet_add_input(reader->sheet, look->faces->paths[i]);
    if (look->logo != NULL)
        sheet_add_input(reader->sheet, look->logo->file);
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

bool spec_read_theme(struct spec_reader *reader, const struct node *node, sheaf_theme **theme)
{
    sheaf_sheet *sheet = reader->sheet;
    sheaf_warning warning = SHEAF_WARNING_INIT;

    if (node == NULL)
        return true;
    *theme = open_theme(reader, node);
    if (!sheet_is_well(sheet))
        return false;
    tell_failure(reader, node, sheaf_theme_error(*theme));
    for (size_t i = 0; sheaf_theme_warning(*theme, i, &warning); i++)
        sheet_add_warning(sheet, &warning);
    if (sheet_is_well(sheet))
        add_inputs(reader, theme_look(*theme));
    return sheet_is_well(sheet);
}
