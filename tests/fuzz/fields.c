/* fields.c - one text with fields, as a paragraph and as a text of several: what is read can be written
 * in every language or is a failure that is told. Its first byte chooses the language. */
#include <stdlib.h>
#include <string.h>

#include "base/strings.h"
#include "require.h"
#include "sheaf/sheaf.h"
#include "sheet/model.h"
#include "sheet/words/markup.h"

static sheaf_series *make_series(void)
{
    sheaf_series *series = sheaf_series_create(NULL, "x", "%", 0);
    static const double values[] = { -12.24, 0, 0.04, 1, 3, 11 };

    for (int i = 0; i < 6; i++)
        sheaf_series_add(series, sheaf_period_year(2018 + i), values[i], 2, SHEAF_NORMAL);
    return series;
}

static void write_all(const struct markup *markup, const char *language)
{
    sheaf_error error = { 0 };
    struct arena arena;
    struct text *text = text_begin(NULL, language, NULL, &error);

    arena_init(&arena, NULL, &error);
    for (; markup != NULL && error.status == SHEAF_OK; markup = markup->next) {
        const char *words = markup_text(markup, text, &arena, sheaf_period_year(2023));
        require((words != NULL) == (error.status == SHEAF_OK));
        require(words == NULL || utf8_valid(words, strlen(words), NULL));
        require(words != NULL || error.message[0] != '\0');
    }
    text_end(text);
    arena_free(&arena);
}

static void read_as(const char *text, size_t n, unsigned flags, const char *language)
{
    sheaf_sheet *sheet = sheaf_sheet_create(NULL);
    sheaf_series *series = make_series();
    const struct sheet_scope scope = { .sheet = sheet };

    sheaf_sheet_add_series(sheet, series);
    sheaf_sheet_set_parameter(sheet, "partner", "NLD");
    sheaf_sheet_set_parameter(sheet, "year", "2023");
    sheaf_sheet_set_parameter(sheet, "n", "5");
    const struct markup *markup = markup_read(&scope, text, n, flags);
    require((markup != NULL) == (sheet->error.status == SHEAF_OK));
    write_all(markup, language);
    sheaf_series_destroy(series);
    sheaf_sheet_destroy(sheet);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    static const char *const languages[] = { "en", "ru", "kk", "zh", "ar", "de", "fr", "ug" };
    const char *language = languages[n > 0 ? data[0] % 8 : 0];
    char *text = malloc(n + 1); /* of its own length, so that a byte behind it is found */
    size_t length = n > 0 ? n - 1 : 0;

    if (text == NULL)
        return 0;
    if (length > 0)
        memcpy(text, data + 1, length);
    text[length] = '\0';
    read_as(text, length, 0, language);
    read_as(text, length, MARKUP_PARAGRAPHS | MARKUP_LABEL, language);
    free(text);
    return 0;
}
