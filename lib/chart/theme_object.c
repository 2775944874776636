/* theme_object.c - the public theme: read or named, checked, copied by what is drawn with it. */
#include "chart/theme_own.h"

#include <string.h>

#include "base/file.h"
#include "base/sized.h"
#include "base/strings.h"
#include "chart/theme_assets.h"
#include "chart/theme_change.h"
#include "chart/theme_check.h"
#include "chart/theme_read.h"
#include "context/context.h"

struct warning {
    const char *message;
    struct warning *next;
};

/* What there is when there is no memory, and what NULL stands for. */
static const sheaf_theme inert = {
    .error = { .status = SHEAF_NO_MEMORY, .message = "out of memory" },
};
static const sheaf_theme absent = {
    .error = { .status = SHEAF_BAD_ARGUMENT, .message = "there is no theme (NULL)" },
};

static const sheaf_theme *present(const sheaf_theme *theme)
{
    return theme != NULL ? theme : &absent;
}

bool theme_is_well(const sheaf_theme *theme)
{
    return present(theme)->error.status == SHEAF_OK;
}

size_t sheaf_theme_count(void)
{
    return theme_count();
}

const char *sheaf_theme_name(size_t index)
{
    return index < theme_count() ? theme_at(index)->name : NULL;
}

static sheaf_theme *create(sheaf_context *context)
{
    context = context_hold(context);
    sheaf_theme *theme = memory_resize(context_alloc(context), NULL, 0, sizeof *theme);

    if (theme == NULL) {
        context_drop(context);
        return (sheaf_theme *)&inert;
    }
    *theme = (sheaf_theme){
        .context = context, .alloc = *context_alloc(context), .file = "", .look = *theme_default()
    };
    arena_init(&theme->arena, &theme->alloc, &theme->error);
    arena_init(&theme->said, &theme->alloc, &theme->error);
    error_take(&theme->error, context_error(context));
    return theme;
}

void sheaf_theme_destroy(sheaf_theme *theme)
{
    if (theme == NULL || theme == &inert)
        return;
    arena_free(&theme->said);
    arena_free(&theme->arena);
    sheaf_alloc alloc = theme->alloc;
    sheaf_context *context = theme->context;
    memory_free(&alloc, theme, sizeof *theme);
    context_drop(context);
}

sheaf_theme *sheaf_theme_create(sheaf_context *context, const char *name)
{
    sheaf_theme *theme = create(context);

    if (!theme_is_well(theme))
        return theme;
    if (name == NULL)
        fail(&theme->error, SHEAF_BAD_ARGUMENT, "there is no name of a theme (NULL)");
    else if (theme_named(name) != NULL)
        theme->look = *theme_named(name);
    else
        theme_fail_unknown(&theme->error, name);
    return theme;
}

/* Warnings ---------------------------------------------------------------------------------- */

struct telling {
    sheaf_theme *theme;
    struct warning **last;
};

static void keep_warning(void *context, const char *message)
{
    struct telling *telling = context;
    struct warning *warning = arena_new(&telling->theme->said, struct warning);
    const char *copy = arena_string(&telling->theme->said, message);

    if (warning == NULL || copy == NULL)
        return;
    warning->message = copy;
    *telling->last = warning;
    telling->last = &warning->next;
}

/* Makes the theme's warnings anew. */
static void theme_warn(sheaf_theme *theme)
{
    struct telling telling = { theme, &theme->warnings };

    arena_free(&theme->said);
    theme->warnings = NULL;
    theme_check(&theme->look, keep_warning, &telling);
}

/* Whether a list has a warning of these words. */
static bool is_among(const struct warning *list, const char *message)
{
    for (; list != NULL; list = list->next)
        if (strcmp(list->message, message) == 0)
            return true;
    return false;
}

void theme_warn_of_change(sheaf_theme *theme)
{
    struct arena before = theme->said;
    const struct warning *old = theme->warnings;
    sheaf_warning warning = SHEAF_WARNING_INIT;

    arena_init(&theme->said, &theme->alloc, &theme->error);
    theme_warn(theme);
    for (size_t i = 0; sheaf_theme_warning(theme, i, &warning); i++)
        if (!is_among(old, warning.message))
            context_log(theme->context, &warning);
    arena_free(&before);
}

static const struct warning *warning_at(const sheaf_theme *theme, size_t index)
{
    const struct warning *warning = theme_is_well(theme) ? theme->warnings : NULL;

    while (warning != NULL && index-- > 0)
        warning = warning->next;
    return warning;
}

size_t sheaf_theme_warning_count(const sheaf_theme *theme)
{
    size_t n = 0;

    while (warning_at(theme, n) != NULL)
        n++;
    return n;
}

bool sheaf_theme_warning(const sheaf_theme *theme, size_t index, sheaf_warning *warning)
{
    const struct warning *kept = warning_at(theme, index);
    sheaf_warning own = SHEAF_WARNING_INIT;

    if (kept == NULL || warning == NULL)
        return false;
    own.message = kept->message;
    own.file = theme->file;
    own.count = 1;
    return sized_give(warning, sizeof *warning, &own, sizeof own);
}

/* Files ------------------------------------------------------------------------------------- */

static void read_bytes(sheaf_theme *theme, struct theme_source source, const char *path,
                       const char *text, size_t n)
{
    theme->file = arena_string(&theme->arena, strcmp(path, "-") == 0 ? "standard input" : path);
    const char *copy = arena_text(&theme->arena, text, n); /* names of members stay in it */

    source.context = theme->context;
    source.file = theme->file;
    if (theme->file == NULL || copy == NULL)
        theme->file = "";
    else if (theme_read(&theme->look, &source, copy, n, &theme->arena, &theme->error))
        theme_warn(theme);
}

sheaf_theme *
theme_read_within(sheaf_context *context, const char *path,
                  const char *(*allow)(void *who, const char *path, struct arena *arena), void *who)
{
    const struct theme_source source = { .allow = allow, .who = who };
    sheaf_theme *theme = create(context);
    struct buffer bytes;

    if (!theme_is_well(theme))
        return theme;
    if (path == NULL) {
        fail(&theme->error, SHEAF_BAD_ARGUMENT, "there is no theme to read (NULL)");
        return theme;
    }
    buffer_init(&bytes, &theme->alloc, &theme->error);
    if (file_read(path, DOCUMENT_BYTES, &bytes, &theme->error) == SHEAF_OK)
        read_bytes(theme, source, path, bytes.length > 0 ? bytes.bytes : "", bytes.length);
    buffer_free(&bytes);
    return theme;
}

static sheaf_theme *log_warnings(sheaf_theme *theme)
{
    sheaf_warning warning = SHEAF_WARNING_INIT;

    for (size_t i = 0; sheaf_theme_warning(theme, i, &warning); i++)
        context_log(theme->context, &warning);
    return theme;
}

sheaf_theme *sheaf_theme_read(sheaf_context *context, const char *path)
{
    return log_warnings(theme_read_within(context, path, NULL, NULL));
}

sheaf_theme *sheaf_theme_read_bytes(sheaf_context *context, const char *path, const void *bytes,
                                    size_t n)
{
    sheaf_theme *theme = create(context);

    if (!theme_is_well(theme))
        return theme;
    if (path == NULL || (bytes == NULL && n > 0))
        fail(&theme->error, SHEAF_BAD_ARGUMENT, "there is no theme to read (NULL)");
    else if (n > DOCUMENT_BYTES)
        fail_at(&theme->error, SHEAF_BAD_INPUT, (struct place){ .file = path },
                "a theme has at most %d bytes", (int)DOCUMENT_BYTES);
    else
        read_bytes(theme, (struct theme_source){ .file = NULL }, path, n > 0 ? bytes : "", n);
    return log_warnings(theme);
}

bool theme_is_file(const char *name_or_path)
{
    return strpbrk(name_or_path, "./") != NULL;
}

sheaf_status sheaf_theme_status(const sheaf_theme *theme)
{
    return present(theme)->error.status;
}

const char *sheaf_theme_message(const sheaf_theme *theme)
{
    return present(theme)->error.message;
}

const char *sheaf_theme_input(const sheaf_theme *theme, size_t index)
{
    const struct theme *look = theme_is_well(theme) ? &theme->look : NULL;
    const char *paths[CHOSEN_FACES + 2];
    size_t n = 0;

    if (look != NULL && theme->file[0] != '\0')
        paths[n++] = theme->file;
    for (size_t i = 0; look != NULL && look->faces != NULL && i < CHOSEN_FACES; i++)
        if (look->faces->paths[i] != NULL)
            paths[n++] = look->faces->paths[i];
    if (look != NULL && look->logo != NULL)
        paths[n++] = look->logo->file;
    return index < n ? paths[index] : NULL;
}

const sheaf_error *sheaf_theme_error(const sheaf_theme *theme)
{
    return &present(theme)->error;
}

/* Drawing ----------------------------------------------------------------------------------- */

static bool copy_members(struct arena *arena, struct theme *look)
{
    struct theme_member *members = arena_array(arena, struct theme_member, look->n_members + 1);

    if (members == NULL)
        return false;
    for (size_t i = 0; i < look->n_members; i++) {
        members[i] = look->members[i];
        members[i].name = arena_string(arena, look->members[i].name);
        if (members[i].name == NULL)
            return false;
    }
    look->members = members;
    return true;
}

sheaf_theme *theme_copy(sheaf_context *context, const sheaf_theme *theme)
{
    sheaf_theme *copy = create(context);

    if (!theme_is_well(copy))
        return copy;
    if (!theme_is_well(theme)) {
        error_take(&copy->error, &present(theme)->error);
        return copy;
    }
    struct theme look = theme->look;
    look.name = arena_string(&copy->arena, theme->look.name);
    if (look.name != NULL && copy_members(&copy->arena, &look) &&
        theme_copy_assets(&look, copy->context, &copy->arena))
        copy->look = look;
    return copy;
}

sheaf_theme *sheaf_theme_copy(const sheaf_theme *theme, sheaf_context *context)
{
    sheaf_theme *copy = theme_copy(context, theme);

    if (!theme_is_well(copy))
        return copy;
    const char *file = arena_string(&copy->arena, theme->file);
    if (file != NULL)
        copy->file = file;
    if (theme->warnings != NULL)
        theme_warn(copy);
    return copy;
}

const struct theme *theme_look(const sheaf_theme *theme)
{
    return theme_is_well(theme) ? &theme->look : theme_default();
}
