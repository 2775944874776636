/* faces.c - which face draws a character: the linked faces first. */
#include "text/faces.h"

#include <inttypes.h>
#include <string.h>

#include <unicode/uscript.h>

#include "base/strings.h"
#include "fonts.h"

/* From this size on the display cut of Inter is finer; it exists in semibold only. */
static const double display_size = 18;

void faces_init(struct faces *faces, struct arena *arena, const char *locale, const char *folder,
                sheaf_error *error)
{
    *faces = (struct faces){
        .alloc = &arena->alloc, .error = error, .arena = arena, .locale = locale, .folder = folder
    };
}

static struct face *open_linked(struct faces *faces, enum linked_face which)
{
    static const char *const names[LINKED_FACES] = {
        [LINKED_REGULAR] = "Inter-Regular",
        [LINKED_ITALIC] = "Inter-Italic",
        [LINKED_SEMIBOLD] = "Inter-SemiBold",
        [LINKED_SEMIBOLD_ITALIC] = "Inter-SemiBoldItalic",
        [LINKED_DISPLAY] = "InterDisplay-SemiBold",
        [LINKED_ARABIC] = "NotoSansArabic-Regular",
        [LINKED_ARABIC_BOLD] = "NotoSansArabic-Bold",
    };
    const char *name = names[which];

    if (faces->linked[which] != NULL)
        return faces->linked[which];
    for (const struct linked_font *font = linked_fonts; font->name != NULL; font++)
        if (strcmp(font->name, name) == 0)
            return faces->linked[which] = face_open_linked(faces, name, font->bytes,
                                                           (size_t)(font->end - font->bytes));
    fail(faces->error, SHEAF_SYSTEM, "the face '%s' was not linked into the library", name);
    return NULL;
}

struct face *faces_of_style(struct faces *faces, const struct text_style *style)
{
    if (style->semibold && style->italic)
        return open_linked(faces, LINKED_SEMIBOLD_ITALIC);
    if (style->semibold)
        return open_linked(faces, style->size >= display_size ? LINKED_DISPLAY : LINKED_SEMIBOLD);
    return open_linked(faces, style->italic ? LINKED_ITALIC : LINKED_REGULAR);
}

static bool is_arabic(uint32_t code)
{
    UErrorCode status = U_ZERO_ERROR;

    return uscript_getScript((UChar32)code, &status) == USCRIPT_ARABIC ||
           uscript_hasScript((UChar32)code, USCRIPT_ARABIC);
}

/* What to install for the scripts whose package's name does not say it. */
static const char *package_for(UScriptCode script)
{
    switch (script) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_HANGUL:
    case USCRIPT_BOPOMOFO:
        return "install fonts-noto-cjk";
    default:
        return "install a font that has it (fonts-noto-core has most scripts)";
    }
}

static void fail_missing(struct faces *faces, uint32_t code)
{
    UErrorCode status = U_ZERO_ERROR;
    UScriptCode script = uscript_getScript((UChar32)code, &status);
    bool named = script > USCRIPT_INHERITED && script != USCRIPT_UNKNOWN;
    char shown[5] = "";

    shown[utf8_write(shown, code)] = '\0';
    fail(faces->error, SHEAF_NO_FACE,
         "no font face for '%s' (U+%04" PRIX32 "%s%s); %s or name a folder with --fonts", shown,
         code, named ? ", " : "", named ? uscript_getName(script) : "", package_for(script));
}

static struct face *find_cluster(struct faces *faces, const struct text_style *style,
                                 const uint32_t *codes, size_t n)
{
    struct face *face = faces_of_style(faces, style);

    if (face == NULL || face_covers(face, codes, n))
        return face;
    if (is_arabic(codes[0])) {
        face = open_linked(faces, style->semibold ? LINKED_ARABIC_BOLD : LINKED_ARABIC);
        if (face == NULL || face_covers(face, codes, n))
            return face;
    }
    face = faces_find_open(faces, style, codes, n);
    return face != NULL ? face : faces_find(faces, style, codes, n);
}

struct face *faces_for(struct faces *faces, const struct text_style *style, const uint32_t *codes,
                       size_t *n)
{
    struct face *face = find_cluster(faces, style, codes, *n);

    while (face == NULL && *n > 1 && faces->error->status == SHEAF_OK)
        face = find_cluster(faces, style, codes, --*n);
    if (face == NULL && faces->error->status == SHEAF_OK)
        fail_missing(faces, codes[0]);
    return face;
}

void faces_close(struct faces *faces)
{
    for (size_t i = 0; i < LINKED_FACES; i++)
        face_close(faces, faces->linked[i]);
    faces_close_found(faces);
}
