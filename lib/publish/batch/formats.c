/* formats.c - the formats that a batch writes. */
#include <stdio.h>
#include <string.h>

#include "paint/paint.h"
#include "publish/batch/batch.h"
#include "publish/publish.h"

/* Sharp in print at half the page, and on any screen. */
static const double dots_per_inch = 150;

static void paint_as_pdf(sheaf_sheet *sheet, struct sheet_pages *pages, size_t page,
                         struct buffer *into, sheaf_error *error)
{
    (void)page;
    publish_pdf(sheet, pages, into, error); /* a failure is in error */
}

static void paint_as_png(sheaf_sheet *sheet, struct sheet_pages *pages, size_t page,
                         struct buffer *into, sheaf_error *error)
{
    const struct paint_metadata metadata = { .title = pages->title,
                                             .subject = pages->subject,
                                             .language = pages->language,
                                             .creator = "Sheaf" };

    if (!publish_goes_on(sheet->context, sheet->file, page, pages->n, error))
        return;
    const struct scene *open = scene_unfold(pages->scenes[page]);
    sheaf_status status =
        paint_png(open, dots_per_inch / 72, dots_per_inch, &metadata, into, error);
    (void)status; /* it sticks to error */
    scene_unfold_end(open, pages->scenes[page]);
    if (page + 1 == pages->n)
        publish_goes_on(sheet->context, sheet->file, pages->n, pages->n, error);
}

static void paint_as_html(sheaf_sheet *sheet, struct sheet_pages *pages, size_t page,
                          struct buffer *into, sheaf_error *error)
{
    (void)pages;
    (void)page;
    publish_html(sheet, into, error); /* a failure is in error, or the sheet's */
}

static const struct batch_format formats[] = {
    { "pdf", false, false, paint_as_pdf },
    { "html", false, true, paint_as_html },
    { "png", true, false, paint_as_png },
};

const struct batch_format *batch_format_named(const char *name)
{
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (strcmp(formats[i].name, name) == 0)
            return &formats[i];
    return NULL;
}

void batch_format_names(char *out, size_t capacity)
{
    size_t n = 0;

    out[0] = '\0';
    for (size_t i = 0; i < sizeof formats / sizeof *formats && n < capacity; i++)
        n += (size_t)snprintf(out + n, capacity - n, "%s%s", i > 0 ? ", " : "", formats[i].name);
}
