/* missing.c - the warning about characters that no face draws: see missing.h. */
#include "text/missing.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include <unicode/uscript.h>

#include "base/strings.h"

static UScriptCode script_of(uint32_t code)
{
    UErrorCode status = U_ZERO_ERROR;

    return uscript_getScript((UChar32)code, &status);
}

/* The scripts that Debian's package of Han faces draws. */
static bool is_east_asian(uint32_t code)
{
    switch (script_of(code)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_HANGUL:
    case USCRIPT_BOPOMOFO:
        return true;
    default:
        return false;
    }
}

/* What to install. A font of coloured emoji is no help: it has pictures, which are not drawn. */
static const char *way_out(const struct missing *missing)
{
    for (size_t i = 0; i < missing->n; i++)
        if (!is_east_asian(missing->codes[i]))
            return "install a font that has its outlines (fonts-noto-core has most scripts)";
    return "install fonts-noto-cjk";
}

/* "'\u5916' (U+5916, Han)" */
static size_t name_code(char *out, size_t capacity, uint32_t code)
{
    UScriptCode script = script_of(code);
    bool named = script > USCRIPT_INHERITED && script != USCRIPT_UNKNOWN;
    char shown[5] = "";

    shown[utf8_write(shown, code)] = '\0';
    int length = snprintf(out, capacity, "'%s' (U+%04" PRIX32 "%s%s)", shown, code,
                          named ? ", " : "", named ? uscript_getName(script) : "");
    return length > 0 && (size_t)length < capacity ? (size_t)length : 0;
}

static void write_message(struct missing *missing)
{
    char names[LONGEST_MISSING_MESSAGE / 2 + 64] = "";
    size_t length = 0, named = missing->n < MISSING_NAMED ? missing->n : MISSING_NAMED;

    for (size_t i = 0; i < named; i++) {
        const char *between = i == 0 ? "" : i + 1 == missing->n ? " or " : ", ";
        length += (size_t)snprintf(names + length, sizeof names - length, "%s", between);
        length += name_code(names + length, sizeof names - length, missing->codes[i]);
    }
    snprintf(missing->message, sizeof missing->message,
             "no face here draws %s%s; a box stands for %s; %s, or name a folder with --fonts",
             names, named < missing->n ? " and others" : "", missing->n == 1 ? "it" : "each",
             way_out(missing));
}

void missing_note(struct missing *missing, const struct scene *scene)
{
    size_t n = scene_missing(scene, missing->codes, missing->n, MISSING_NAMED + 1);

    if (n == missing->n)
        return;
    missing->n = n;
    write_message(missing);
}

const char *missing_message(const struct missing *missing)
{
    return missing->n > 0 ? missing->message : NULL;
}
