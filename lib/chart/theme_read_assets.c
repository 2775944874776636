/* theme_read_assets.c - reads the sizes, the faces and the logo of an author's theme. */
#include "chart/theme_read_assets.h"

#include "base/number.h"
#include "chart/theme_change.h"
#include "chart/theme_read.h"

static const struct spec_key size_keys[THEME_SIZES] = {
    [SIZE_TITLE] = { "title", SPEC_NUMBER, false, NULL },
    [SIZE_DECK] = { "deck", SPEC_NUMBER, false, NULL },
    [SIZE_SECTION] = { "section", SPEC_NUMBER, false, NULL },
    [SIZE_BODY] = { "body", SPEC_NUMBER, false, NULL },
    [SIZE_FIGURES] = { "figures", SPEC_NUMBER, false, NULL },
    [SIZE_TABLE] = { "table", SPEC_NUMBER, false, NULL },
    [SIZE_HEADLINE] = { "headline", SPEC_NUMBER, false, NULL },
    [SIZE_SUBTITLE] = { "subtitle", SPEC_NUMBER, false, NULL },
    [SIZE_LABELS] = { "labels", SPEC_NUMBER, false, NULL },
    [SIZE_NOTES] = { "notes", SPEC_NUMBER, false, NULL },
};
const struct grammar theme_sizes_grammar = { "the sizes of texts", "sizes", size_keys,
                                             THEME_SIZES };

static const struct spec_key face_keys[CHOSEN_FACES] = {
    [CHOSEN_REGULAR] = { "regular", SPEC_TEXT, true, NULL },
    [CHOSEN_SEMIBOLD] = { "semibold", SPEC_TEXT, true, NULL },
    [CHOSEN_ITALIC] = { "italic", SPEC_TEXT, false, NULL },
};
const struct grammar theme_faces_grammar = { "the faces of a theme", "faces", face_keys,
                                             CHOSEN_FACES };

enum { LOGO_FILE, LOGO_ALTERNATIVE, LOGO_KEYS };
static const struct spec_key logo_keys[LOGO_KEYS] = {
    [LOGO_FILE] = { "file", SPEC_TEXT, true, NULL },
    [LOGO_ALTERNATIVE] = { "alternative", SPEC_TEXT, true, NULL },
};
const struct grammar theme_logo_grammar = { "a logo", "logo", logo_keys, LOGO_KEYS };

static bool read_sizes(const struct grammar_reader *reader, const struct node *mapping,
                       struct theme *theme)
{
    const struct node *values[THEME_SIZES];

    if (!grammar_read(reader, mapping, &theme_sizes_grammar, values))
        return false;
    for (size_t i = 0; i < THEME_SIZES; i++) {
        double ratio = 0;
        if (values[i] == NULL)
            continue;
        number_read(values[i]->text, values[i]->length, &ratio, NULL);
        if (!(ratio >= THEME_LEAST_RATIO && ratio <= THEME_MOST_RATIO)) {
            grammar_fail(reader, values[i]->place,
                         "a text is 0.8 to 2 times as large as it was, not %.20s times",
                         values[i]->text);
            return false;
        }
        theme_scale_texts(theme, (enum theme_size)i, ratio);
    }
    return true;
}

static bool read_faces(const struct grammar_reader *reader, const struct theme_source *source,
                       const struct node *mapping, struct theme *theme)
{
    const struct node *values[CHOSEN_FACES];
    const char *names[CHOSEN_FACES], *why;
    size_t wrong;

    if (!grammar_read(reader, mapping, &theme_faces_grammar, values))
        return false;
    for (size_t i = 0; i < CHOSEN_FACES; i++)
        names[i] = values[i] != NULL ? values[i]->text : NULL;
    if (theme_open_faces(theme, source, names, &wrong, reader->arena, &why))
        return true;
    if (why != NULL)
        grammar_fail(reader, values[wrong]->place, "%s", why);
    return false;
}

static bool read_logo(const struct grammar_reader *reader, const struct theme_source *source,
                      const struct node *mapping, struct theme *theme)
{
    const struct node *values[LOGO_KEYS];
    const char *why;

    if (!grammar_read(reader, mapping, &theme_logo_grammar, values))
        return false;
    if (values[LOGO_ALTERNATIVE]->length == 0) {
        grammar_fail(reader, values[LOGO_ALTERNATIVE]->place, LOGO_WORDS_MISTAKE);
        return false;
    }
    const struct theme_logo *logo = theme_open_logo(
        source, values[LOGO_FILE]->text, values[LOGO_ALTERNATIVE]->text, reader->arena, &why);
    if (logo != NULL)
        theme->logo = logo;
    else if (why != NULL)
        grammar_fail(reader, values[LOGO_FILE]->place, "%s", why);
    return logo != NULL;
}

bool theme_read_assets(const struct grammar_reader *reader, const struct theme_source *source,
                       const struct node *sizes, const struct node *faces, const struct node *logo,
                       struct theme *theme)
{
    return (sizes == NULL || read_sizes(reader, sizes, theme)) &&
           (faces == NULL || read_faces(reader, source, faces, theme)) &&
           (logo == NULL || read_logo(reader, source, logo, theme));
}
