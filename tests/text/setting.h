/* setting.h - a text object with its arena and error, for the tests of text. */
#ifndef TESTS_TEXT_SETTING_H
#define TESTS_TEXT_SETTING_H

#include <string.h>

#include "text/format.h"
#include "text/text.h"

struct setting {
    sheaf_error error;
    struct arena arena;
    struct text *text;
};

static inline void setting_open(struct setting *setting, const char *locale, const char *folder)
{
    setting->error = (sheaf_error){ .status = SHEAF_OK };
    arena_init(&setting->arena, NULL, &setting->error);
    setting->text = text_begin(NULL, locale, folder, &setting->error);
    assert_non_null(setting->text);
}

static inline void setting_close(struct setting *setting)
{
    text_end(setting->text);
    arena_free(&setting->arena);
}

static inline void assert_no_failure(const struct setting *setting)
{
    if (setting->error.status != SHEAF_OK)
        fail_msg("%s", setting->error.message);
}

/* The runs' texts in visual order, "|" between runs. */
static inline const char *visual_text(struct setting *setting, const struct text_line *line)
{
    const char *out = "";

    for (size_t i = 0; i < line->n_runs; i++)
        out = arena_format(&setting->arena, "%s%s%.*s", out, i > 0 ? "|" : "",
                           (int)line->runs[i].length, line->runs[i].text);
    return out;
}

#endif
