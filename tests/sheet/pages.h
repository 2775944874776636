/* pages.h - sheets for tests: read from text, laid out, written as dumps. */
#ifndef TESTS_SHEET_PAGES_H
#define TESTS_SHEET_PAGES_H

#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "scene/scene.h"
#include "sheet/layout/layout.h"
#include "sheet/model.h"
#include "sheet/spec/spec.h"
#include "support/golden.h"

/* The start of a spec that knows the sample's data. */
#define PAGES_HEAD                                                                                 \
    "sheaf: 1\n"                                                                                   \
    "title: A test\n"                                                                              \
    "deck: What it shows\n"                                                                        \
    "header: Tests\n"                                                                              \
    "date: 2024-06-26\n"                                                                           \
    "data: {trade: kaz-chn.csv}\n"                                                                 \
    "series:\n"                                                                                    \
    "  turnover: imply(trade[flow:turnover])\n"                                                    \
    "  exports: imply(trade[flow:exports])\n"                                                      \
    "  imports: turnover - exports\n"                                                              \
    "sheet:\n"

/* A part of a spec n times; '#' is 1, 2, 3 … there, so that the rows of a table have names. */
static inline void pages_repeat(struct buffer *into, const char *part, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const char *mark = strchr(part, '#');
        char number[32] = "";

        buffer_put(into, part, mark != NULL ? (size_t)(mark - part) : strlen(part));
        if (mark != NULL)
            snprintf(number, sizeof number, "%zu", i + 1);
        buffer_text(into, number);
        buffer_text(into, mark != NULL ? mark + 1 : "");
    }
}

/* Data files are those of samples/kaz-chn. Fails the test when the spec is wrong. */
static inline sheaf_sheet *pages_read(sheaf_context *context, const char *text)
{
    char path[600];
    sheaf_sheet *sheet = sheaf_sheet_create(context);

    snprintf(path, sizeof path, "%s/samples/kaz-chn/test.yaml", golden_source_folder());
    if (sheet_is_well(sheet))
        spec_read(sheet, path, text, strlen(text));
    return sheet;
}

/* A spec that knows data files d: NAME.csv, which is written beside it into the build folder. */
static inline sheaf_sheet *pages_read_data(const char *name, const char *data, const char *spec)
{
    char path[600];
    sheaf_sheet *sheet = sheaf_sheet_create(NULL);

    snprintf(path, sizeof path, "%s/tests/sheet/%s.csv", golden_build_folder(), name);
    assert_true(golden_make_folders(path));
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_true(fputs(data, file) >= 0);
    assert_int_equal(fclose(file), 0);
    snprintf(path, sizeof path, "%s/tests/sheet/%s.yaml", golden_build_folder(), name);
    spec_read(sheet, path, spec, strlen(spec));
    return sheet;
}

/* All pages of a sheet, dumped one after the other; the caller frees. Returns how
 * many there are; 0, and the message in into, after a failure. */
static inline size_t pages_dump(sheaf_sheet *sheet, struct buffer *into)
{
    struct sheet_pages *pages = sheet_layout(sheet);
    size_t n = pages != NULL ? pages->n : 0;

    buffer_init(into, NULL, NULL);
    if (pages == NULL)
        buffer_text(into, sheaf_sheet_message(sheet));
    for (size_t i = 0; i < n; i++)
        scene_dump(pages->scenes[i], into);
    sheet_pages_destroy(pages);
    return n;
}

/* How often a word occurs. */
static inline size_t pages_count(const char *text, const char *word)
{
    size_t n = 0;

    for (; (text = strstr(text, word)) != NULL; text += strlen(word))
        n++;
    return n;
}

#endif
