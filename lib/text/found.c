/* found.c - faces that are not linked in: from the caller's folder, then from
 * Fontconfig. A configuration of our own is used, so that no state is shared with
 * other users of Fontconfig in the program. */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include <fontconfig/fontconfig.h>
#include <unicode/uscript.h>

#include "base/strings.h"
#include "text/faces.h"

/* Han characters look different in each of these; a face's PostScript name ends
 * in the tag ("NotoSansCJKsc-Bold"), and its family ("Noto Sans CJK SC"). */
struct han_region {
    const char *locale, *tag, *fontconfig_language, *family;
};
static const struct han_region han_regions[] = {
    { "zh-hant-hk", "hk", "zh-hk", "Noto Sans CJK HK" },
    { "zh-hk", "hk", "zh-hk", "Noto Sans CJK HK" },
    { "zh-mo", "hk", "zh-hk", "Noto Sans CJK HK" },
    { "zh-hant", "tc", "zh-tw", "Noto Sans CJK TC" },
    { "zh-tw", "tc", "zh-tw", "Noto Sans CJK TC" },
    { "ja", "jp", "ja", "Noto Sans CJK JP" },
    { "ko", "kr", "ko", "Noto Sans CJK KR" },
    { "", "sc", "zh-cn", "Noto Sans CJK SC" }, /* every other locale */
};

static bool starts_with_ignoring_case(const char *text, const char *start)
{
    for (; *start != '\0'; text++, start++) {
        char c = *text >= 'A' && *text <= 'Z' ? (char)(*text + 'a' - 'A') : *text;
        if (c != *start)
            return false;
    }
    return true;
}

static const struct han_region *region_of(const char *locale)
{
    const struct han_region *region = han_regions;

    while (!starts_with_ignoring_case(locale, region->locale))
        region++;
    return region;
}

static bool is_han(uint32_t code)
{
    UErrorCode status = U_ZERO_ERROR;

    switch (uscript_getScript((UChar32)code, &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_HANGUL:
    case USCRIPT_BOPOMOFO:
        return true;
    default: /* punctuation and full-width forms that Han faces share */
        return (code >= 0x3000 && code <= 0x303F) || (code >= 0xFF00 && code <= 0xFFEF);
    }
}

static struct face *keep(struct faces *faces, struct face *face, bool semibold)
{
    if (face == NULL)
        return NULL;
    if (!memory_grow(faces->alloc, faces->error, &faces->found, &faces->found_capacity,
                     faces->n_found + 1, sizeof *faces->found)) {
        face_close(faces, face);
        return NULL;
    }
    faces->found[faces->n_found++] = (struct found_face){ face, semibold };
    return face;
}

struct face *faces_find_open(struct faces *faces, const struct text_style *style,
                             const uint32_t *codes, size_t n)
{
    for (size_t i = 0; i < faces->n_found; i++)
        if (faces->found[i].semibold == style->semibold &&
            face_covers(faces->found[i].face, codes, n))
            return faces->found[i].face;
    return NULL;
}

void faces_close_found(struct faces *faces)
{
    for (size_t i = 0; i < faces->n_found; i++)
        face_close(faces, faces->found[i].face);
    memory_free(faces->alloc, faces->found, faces->found_capacity * sizeof *faces->found);
    if (faces->system != NULL)
        FcConfigDestroy(faces->system);
}

/* The folder --------------------------------------------------------------- */

static bool names_font_file(const char *name)
{
    size_t n = strlen(name);

    return n > 4 && name[0] != '.' &&
           (string_equal_ignoring_case(name + n - 4, ".otf") ||
            string_equal_ignoring_case(name + n - 4, ".ttf") ||
            string_equal_ignoring_case(name + n - 4, ".ttc"));
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* A folder that cannot be read is a mistake to be told, but only where it is
 * needed: here. */
static void read_folder(struct faces *faces)
{
    size_t capacity = 0;
    DIR *folder = opendir(faces->folder);
    char **files = NULL;

    faces->folder_was_read = true;
    if (folder == NULL) {
        fail(faces->error, SHEAF_BAD_ARGUMENT, "cannot read the folder of fonts '%s'",
             faces->folder);
        return;
    }
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        if (!names_font_file(entry->d_name))
            continue;
        char *path = arena_format(faces->arena, "%s/%s", faces->folder, entry->d_name);
        if (path == NULL || !memory_grow(faces->alloc, faces->error, &files, &capacity,
                                         faces->n_files + 1, sizeof *files))
            break;
        files[faces->n_files++] = path;
    }
    closedir(folder);
    if (faces->n_files > 0) {
        qsort(files, faces->n_files, sizeof *files, compare_names);
        faces->files = arena_array(faces->arena, char *, faces->n_files);
        if (faces->files != NULL)
            memcpy(faces->files, files, faces->n_files * sizeof *files);
        else
            faces->n_files = 0;
    }
    memory_free(faces->alloc, files, capacity * sizeof *files);
}

/* How well a face of the folder suits: its region first, then its weight, then
 * that it is a plain sans serif. */
static int suitability(const struct faces *faces, const struct face *face, bool semibold)
{
    const char *name = face->font->name, *tag = region_of(faces->locale)->tag;
    size_t family = strcspn(name, "-");
    bool region = family > 2 && starts_with_ignoring_case(name + family - 2, tag);

    return 8 * region + 4 * (face->font->is_bold == semibold) + 2 * !face->font->is_italic +
           (strstr(name, "Serif") == NULL && strstr(name, "Mono") == NULL);
}

static struct face *find_in_folder(struct faces *faces, bool semibold, const uint32_t *codes,
                                   size_t n)
{
    struct face *best = NULL;

    if (!faces->folder_was_read)
        read_folder(faces);
    for (size_t i = 0; i < faces->n_files && faces->error->status == SHEAF_OK; i++) {
        unsigned count = 1;
        for (unsigned index = 0; index < count; index++) {
            struct face *face =
                face_open_file(faces, faces->files[i], index, index == 0 ? &count : NULL);
            if (face == NULL)
                continue;
            if (face_covers(face, codes, n) &&
                (best == NULL ||
                 suitability(faces, face, semibold) > suitability(faces, best, semibold))) {
                face_close(faces, best);
                best = face;
            } else {
                face_close(faces, face);
            }
        }
    }
    return best;
}

/* Fontconfig --------------------------------------------------------------- */

static void add_families(FcPattern *pattern, const struct han_region *region, uint32_t code)
{
    UErrorCode status = U_ZERO_ERROR;
    UScriptCode script = uscript_getScript((UChar32)code, &status);
    char family[96] = "Noto Sans ";

    if (is_han(code)) {
        FcPatternAddString(pattern, FC_FAMILY, (const FcChar8 *)region->family);
    } else if (script > USCRIPT_INHERITED) {
        strncat(family, uscript_getName(script), sizeof family - strlen(family) - 1);
        FcPatternAddString(pattern, FC_FAMILY, (const FcChar8 *)family);
    } else {
        FcPatternAddString(pattern, FC_FAMILY, (const FcChar8 *)"Noto Sans Symbols");
        FcPatternAddString(pattern, FC_FAMILY, (const FcChar8 *)"Noto Sans Symbols2");
        FcPatternAddString(pattern, FC_FAMILY, (const FcChar8 *)"Noto Sans Math");
    }
    FcPatternAddString(pattern, FC_FAMILY, (const FcChar8 *)"sans-serif");
}

/* NULL when memory runs out. */
static FcPattern *make_pattern(const struct faces *faces, bool semibold, const uint32_t *codes,
                               size_t n)
{
    const struct han_region *region = region_of(faces->locale);
    FcPattern *pattern = FcPatternCreate();
    FcCharSet *characters = FcCharSetCreate();

    if (pattern != NULL && characters != NULL) {
        for (size_t i = 0; i < n; i++)
            FcCharSetAddChar(characters, codes[i]);
        add_families(pattern, region, codes[0]);
        FcPatternAddCharSet(pattern, FC_CHARSET, characters);
        if (is_han(codes[0]))
            FcPatternAddString(pattern, FC_LANG, (const FcChar8 *)region->fontconfig_language);
        FcPatternAddInteger(pattern, FC_WEIGHT, semibold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR);
        FcPatternAddInteger(pattern, FC_SLANT, FC_SLANT_ROMAN);
        FcPatternAddBool(pattern, FC_SCALABLE, FcTrue);
        FcPatternAddBool(pattern, FC_COLOR, FcFalse);
        FcPatternAddBool(pattern, FC_VARIABLE, FcFalse);
        FcConfigSubstitute(faces->system, pattern, FcMatchPattern);
        FcDefaultSubstitute(pattern);
    }
    if (characters != NULL)
        FcCharSetDestroy(characters);
    return pattern;
}

/* The face of a match if it really has the cluster. */
static struct face *open_match(struct faces *faces, FcPattern *match, const uint32_t *codes,
                               size_t n)
{
    FcChar8 *path;
    int index;

    if (FcPatternGetString(match, FC_FILE, 0, &path) != FcResultMatch ||
        FcPatternGetInteger(match, FC_INDEX, 0, &index) != FcResultMatch)
        return NULL;
    /* The upper half of an index is an instance of a variable font. */
    struct face *face = face_open_file(faces, (const char *)path, (unsigned)index & 0xFFFF, NULL);
    if (face != NULL && !face_covers(face, codes, n)) {
        face_close(faces, face);
        face = NULL;
    }
    return face;
}

/* The best match is nearly always right; the whole list is for the rest. */
static struct face *open_best(struct faces *faces, FcPattern *pattern, const uint32_t *codes,
                              size_t n)
{
    FcResult result;
    struct face *face = NULL;
    FcPattern *match = FcFontMatch(faces->system, pattern, &result);

    if (match != NULL) {
        face = open_match(faces, match, codes, n);
        FcPatternDestroy(match);
    }
    if (face != NULL)
        return face;

    FcFontSet *sorted = FcFontSort(faces->system, pattern, FcFalse, NULL, &result);
    for (int i = 0; sorted != NULL && face == NULL && i < sorted->nfont; i++) {
        FcCharSet *characters;
        if (FcPatternGetCharSet(sorted->fonts[i], FC_CHARSET, 0, &characters) == FcResultMatch &&
            FcCharSetHasChar(characters, codes[0]))
            face = open_match(faces, sorted->fonts[i], codes, n);
    }
    if (sorted != NULL)
        FcFontSetDestroy(sorted);
    return face;
}

static struct face *find_in_system(struct faces *faces, bool semibold, const uint32_t *codes,
                                   size_t n)
{
    struct face *face = NULL;

    if (faces->system == NULL)
        faces->system = FcInitLoadConfigAndFonts();
    if (faces->system == NULL)
        return NULL;
    FcPattern *pattern = make_pattern(faces, semibold, codes, n);
    if (pattern != NULL) {
        face = open_best(faces, pattern, codes, n);
        FcPatternDestroy(pattern);
    }
    return face;
}

struct face *faces_find(struct faces *faces, const struct text_style *style, const uint32_t *codes,
                        size_t n)
{
    struct face *face = NULL;

    if (faces->folder != NULL)
        face = find_in_folder(faces, style->semibold, codes, n);
    if (face == NULL && faces->error->status == SHEAF_OK)
        face = find_in_system(faces, style->semibold, codes, n);
    return keep(faces, face, style->semibold);
}
