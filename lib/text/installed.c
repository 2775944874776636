/* installed.c - the faces that Fontconfig knows, in the order in which they suit a script.
 *
 * A configuration of our own is used, so that no state is shared with other users of Fontconfig
 * in the program. Fontconfig sorts all faces once for a script, a region and a weight; what draws
 * a character is then the first that has it. */
#include "text/installed.h"

#include <errno.h>
#include <pthread.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <fontconfig/fontconfig.h>
#include <unicode/uscript.h>

#include "context/keep.h"
#include "text/han.h"

struct system {
    FcConfig *config;
    pthread_mutex_t lock;
};

/* Fontconfig passes over folders for which memory runs out; the faces in them would be missing
 * ever after. Its caches are open, so that this asks the system for little. */
static bool all_folders_were_read(FcConfig *config)
{
    FcStrList *folders = FcConfigGetFontDirs(config);
    bool all = folders != NULL;

    for (FcChar8 *folder; all && (folder = FcStrListNext(folders)) != NULL;) {
        if (access((const char *)folder, R_OK | X_OK) != 0)
            continue;
        FcCache *cache = FcDirCacheRead(folder, FcFalse, config);
        all = cache != NULL;
        if (all)
            FcDirCacheUnload(cache);
    }
    if (folders != NULL)
        FcStrListDone(folders);
    return all;
}

/* Where memory runs out while Fontconfig reads a folder, it leaves faces out, and may write what it
 * has into the cache that all programs of the machine share. So it is started only with room to
 * spare: it maps whole files of fonts (27 MB for Han) whose cache is not there yet. */
static bool has_room_for_fontconfig(void)
{
    const size_t room = (size_t)64 << 20;
    void *block = mmap(NULL, room, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

    if (block == MAP_FAILED)
        return false;
    munmap(block, room);
    return true;
}

/* NULL when memory runs out. Without any set-up, Fontconfig gives its own. */
static FcConfig *load_fonts(void)
{
    if (!has_room_for_fontconfig())
        return NULL;
    errno = 0;
    FcConfig *config = FcInitLoadConfigAndFonts();

    if (config != NULL && errno != ENOMEM && all_folders_were_read(config))
        return config;
    if (config != NULL)
        FcConfigDestroy(config);
    return NULL;
}

static void *make_system(sheaf_context *context, const void *key, size_t n, sheaf_error *error)
{
    struct system *system = memory_resize(context_alloc(context), NULL, 0, sizeof *system);

    (void)key;
    (void)n;
    if (system == NULL) {
        fail_memory(error);
        return NULL;
    }
    system->config = load_fonts();
    if (system->config == NULL) {
        memory_free(context_alloc(context), system, sizeof *system);
        fail_memory(error);
        return NULL;
    }
    pthread_mutex_init(&system->lock, NULL);
    return system;
}

static void free_system(const sheaf_alloc *alloc, void *thing)
{
    struct system *system = thing;

    FcConfigDestroy(system->config);
    pthread_mutex_destroy(&system->lock);
    memory_free(alloc, system, sizeof *system);
}

static const struct keep_kind systems = { make_system, free_system, 0 };

/* What the order of faces depends on: the key, without gaps. */
struct order_key {
    const struct han_region *region;
    int32_t script; /* UScriptCode; USCRIPT_HAN for all that Han faces draw, USCRIPT_COMMON for
                     * symbols */
    int32_t semibold;
};

static void add_families(FcPattern *pattern, const struct order_key *key)
{
    char family[96] = "Noto Sans ";

    if (key->script == USCRIPT_HAN) {
        FcPatternAddString(pattern, FC_FAMILY, (const FcChar8 *)key->region->family);
    } else if (key->script != USCRIPT_COMMON) {
        strncat(family, uscript_getName((UScriptCode)key->script),
                sizeof family - strlen(family) - 1);
        FcPatternAddString(pattern, FC_FAMILY, (const FcChar8 *)family);
    } else {
        FcPatternAddString(pattern, FC_FAMILY, (const FcChar8 *)"Noto Sans Symbols");
        FcPatternAddString(pattern, FC_FAMILY, (const FcChar8 *)"Noto Sans Symbols2");
        FcPatternAddString(pattern, FC_FAMILY, (const FcChar8 *)"Noto Sans Math");
    }
    FcPatternAddString(pattern, FC_FAMILY, (const FcChar8 *)"sans-serif");
}

/* The language is always said, because Fontconfig would take the machine's. */
static FcPattern *make_pattern(const struct system *system, const struct order_key *key)
{
    const char *language = key->script == USCRIPT_HAN ? key->region->fontconfig_language : "en";
    FcPattern *pattern = FcPatternCreate();

    if (pattern == NULL)
        return NULL;
    add_families(pattern, key);
    FcPatternAddString(pattern, FC_LANG, (const FcChar8 *)language);
    FcPatternAddInteger(pattern, FC_WEIGHT, key->semibold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR);
    FcPatternAddInteger(pattern, FC_SLANT, FC_SLANT_ROMAN);
    FcPatternAddBool(pattern, FC_SCALABLE, FcTrue);
    FcPatternAddBool(pattern, FC_COLOR, FcFalse);
    FcPatternAddBool(pattern, FC_VARIABLE, FcFalse);
    FcConfigSubstitute(system->config, pattern, FcMatchPattern);
    FcDefaultSubstitute(pattern);
    return pattern;
}

struct order {
    FcFontSet *sorted; /* empty where nothing is installed */
};

static void free_order(const sheaf_alloc *alloc, void *thing)
{
    struct order *order = thing;

    FcFontSetDestroy(order->sorted);
    memory_free(alloc, order, sizeof *order);
}

/* NULL when memory runs out, whatever the result says. errno tells of what Fontconfig does not. */
static FcFontSet *sort_faces(struct system *system, const struct order_key *key)
{
    FcFontSet *sorted = NULL;
    FcResult result;

    pthread_mutex_lock(&system->lock);
    errno = 0;
    FcPattern *pattern = make_pattern(system, key);
    if (pattern != NULL) {
        sorted = FcFontSort(system->config, pattern, FcFalse, NULL, &result);
        FcPatternDestroy(pattern);
    }
    bool short_of_memory = errno == ENOMEM;
    pthread_mutex_unlock(&system->lock);
    if (sorted == NULL || !short_of_memory)
        return sorted;
    FcFontSetDestroy(sorted);
    return NULL;
}

static void *make_order(sheaf_context *context, const void *key, size_t n, sheaf_error *error)
{
    struct system *system = context_keep(context, &systems, NULL, 0, error);
    struct order *order =
        system == NULL ? NULL : memory_resize(context_alloc(context), NULL, 0, sizeof *order);
    struct order_key wanted;

    if (order == NULL) {
        fail_memory(error);
        return NULL;
    }
    memcpy(&wanted, key, n);
    *order = (struct order){ sort_faces(system, &wanted) };
    if (order->sorted != NULL)
        return order;
    memory_free(context_alloc(context), order, sizeof *order);
    fail_memory(error);
    return NULL;
}

static const struct keep_kind orders = { make_order, free_order, 0 };

static const struct order *order_for(const struct wanted *wanted, sheaf_error *error)
{
    UErrorCode status = U_ZERO_ERROR;
    UScriptCode script = uscript_getScript((UChar32)wanted->codes[0], &status);
    struct order_key key;

    memset(&key, 0, sizeof key);
    key.script = is_han(wanted->codes[0])     ? USCRIPT_HAN
                 : script > USCRIPT_INHERITED ? script
                                              : USCRIPT_COMMON;
    key.region = key.script == USCRIPT_HAN ? han_region_of(wanted->locale) : NULL;
    key.semibold = wanted->semibold;
    return context_keep(wanted->context, &orders, &key, sizeof key, error);
}

/* The face of a pattern if it really has the cluster. */
static struct face *open_match(const struct wanted *wanted, FcPattern *match, sheaf_error *error)
{
    FcCharSet *characters;
    FcChar8 *path;
    unsigned count;
    int index;

    if (FcPatternGetCharSet(match, FC_CHARSET, 0, &characters) != FcResultMatch ||
        !FcCharSetHasChar(characters, wanted->codes[0]) ||
        FcPatternGetString(match, FC_FILE, 0, &path) != FcResultMatch ||
        FcPatternGetInteger(match, FC_INDEX, 0, &index) != FcResultMatch)
        return NULL;
    /* The upper half of an index is an instance of a variable font. */
    struct face *face = face_keep_file(wanted->context, (const char *)path,
                                       (unsigned)index & 0xFFFF, &count, error);
    return face != NULL && face_covers(face, wanted->codes, wanted->n) ? face : NULL;
}

struct face *find_installed(const struct wanted *wanted, sheaf_error *error)
{
    const struct order *order = order_for(wanted, error);
    struct face *face = NULL;

    if (order == NULL)
        return NULL;
    for (int i = 0; face == NULL && i < order->sorted->nfont && error->status == SHEAF_OK; i++)
        face = open_match(wanted, order->sorted->fonts[i], error);
    return face;
}

/* A family that an author names --------------------------------------------------------- */

static FcPattern *family_pattern(const struct system *system, const struct family_face *wanted)
{
    FcPattern *pattern = FcPatternCreate();

    if (pattern == NULL)
        return NULL;
    FcPatternAddString(pattern, FC_FAMILY, (const FcChar8 *)wanted->family);
    FcPatternAddString(pattern, FC_LANG, (const FcChar8 *)"en");
    FcPatternAddInteger(pattern, FC_WEIGHT,
                        wanted->semibold ? FC_WEIGHT_DEMIBOLD : FC_WEIGHT_REGULAR);
    FcPatternAddInteger(pattern, FC_SLANT, wanted->italic ? FC_SLANT_ITALIC : FC_SLANT_ROMAN);
    FcPatternAddBool(pattern, FC_SCALABLE, FcTrue);
    FcPatternAddBool(pattern, FC_VARIABLE, FcFalse);
    FcConfigSubstitute(system->config, pattern, FcMatchPattern);
    FcDefaultSubstitute(pattern);
    return pattern;
}

/* Fontconfig gives some face always: whether it is of this family. */
static bool is_of_family(FcPattern *match, const struct family_face *wanted)
{
    FcChar8 *family;
    int slant;

    if (wanted->italic && (FcPatternGetInteger(match, FC_SLANT, 0, &slant) != FcResultMatch ||
                           slant == FC_SLANT_ROMAN))
        return false;
    for (int i = 0; FcPatternGetString(match, FC_FAMILY, i, &family) == FcResultMatch; i++)
        if (FcStrCmpIgnoreCase(family, (const FcChar8 *)wanted->family) == 0)
            return true;
    return false;
}

const char *installed_family(sheaf_context *context, const struct family_face *wanted,
                             unsigned *index, struct arena *arena)
{
    struct system *system = context_keep(context, &systems, NULL, 0, arena->error);
    const char *path = NULL;
    FcResult result;
    FcChar8 *file;
    int at = 0;

    if (system == NULL)
        return NULL;
    pthread_mutex_lock(&system->lock);
    FcPattern *pattern = family_pattern(system, wanted);
    FcPattern *match = pattern != NULL ? FcFontMatch(system->config, pattern, &result) : NULL;
    if (pattern == NULL)
        fail_memory(arena->error);
    if (match != NULL && is_of_family(match, wanted) &&
        FcPatternGetString(match, FC_FILE, 0, &file) == FcResultMatch &&
        FcPatternGetInteger(match, FC_INDEX, 0, &at) == FcResultMatch)
        path = arena_string(arena, (const char *)file);
    *index = (unsigned)at & 0xFFFF;
    if (match != NULL)
        FcPatternDestroy(match);
    if (pattern != NULL)
        FcPatternDestroy(pattern);
    pthread_mutex_unlock(&system->lock);
    return path;
}
