/* theme.c - the theme and the logo that a spec names. */
#include <string.h>

#include "chart/theme_assets.h"
#include "chart/theme_object.h"
#include "sheet/spec/root.h"
#include "sheet/spec/spec.h"
#include "sheet/spec/texts.h"

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

enum { LOGO_FILE, LOGO_ALTERNATIVE, LOGO_KEYS };
static const struct spec_key logo_keys[LOGO_KEYS] = {
    [LOGO_FILE] = { "file", SPEC_TEXT, true, NULL },
    [LOGO_ALTERNATIVE] = { "alternative", SPEC_TEXT | SPEC_WORDS, true, NULL },
};
const struct grammar logo_grammar = { "a logo", "logo", logo_keys, LOGO_KEYS };

bool spec_read_logo(struct spec_reader *reader, const struct node *node,
                    const struct theme_logo **logo)
{
    sheaf_sheet *sheet = reader->sheet;
    const struct theme_source source = { .context = sheet->context,
                                         .file = reader->path,
                                         .allow = sheet->root != NULL ? allow_below_root : NULL,
                                         .who = reader };
    const struct node *values[LOGO_KEYS];
    const char *why;

    if (node == NULL)
        return true;
    if (!keys_read(reader, node, &logo_grammar, values))
        return false;
    const char *words = spec_words(reader, values[LOGO_ALTERNATIVE]);
    if (words == NULL)
        return false;
    if (words[0] == '\0') {
        spec_fail(reader, values[LOGO_ALTERNATIVE]->place, LOGO_WORDS_MISTAKE);
        return false;
    }
    *logo = theme_open_logo(&source, values[LOGO_FILE]->text, words, &sheet->arena, &why);
    if (*logo != NULL)
        sheet_add_input(sheet, (*logo)->file);
    else if (why != NULL)
        spec_fail(reader, values[LOGO_FILE]->place, "%s", why);
    return sheet_is_well(sheet);
}
