/* publish.h - the last step of every document: finished bytes to where they go. */
#ifndef SHEAF_PUBLISH_PUBLISH_H
#define SHEAF_PUBLISH_PUBLISH_H

#include "base/buffer.h"
#include "sheaf/sheet.h"
#include "sheet/layout/layout.h"

/* The sizes that a chart is laid out for, in pixels or points: from a sparkline's on. */
enum {
    CHART_LEAST_WIDTH = 60,
    CHART_LEAST_HEIGHT = 14,
    CHART_MOST_WIDTH = 4000,
    CHART_MOST_HEIGHT = 3000
};

/* Tells the program of the pages that are written. False: failed into error. */
bool publish_goes_on(const sheaf_context *context, const char *name, size_t written, size_t total,
                     sheaf_error *error);
/* A failed buffer writes nothing. */
void publish_file(const char *path, const struct buffer *bytes, sheaf_error *error);
void publish_sink(const sheaf_sink *sink, const struct buffer *bytes, sheaf_error *error);

/* The sheet as a page of the web, behind what the buffer has. False after a failure. */
bool publish_html(sheaf_sheet *sheet, struct buffer *into, sheaf_error *error);
/* The laid-out sheet as a PDF, behind what the buffer has. False after a failure. */
bool publish_pdf(const sheaf_sheet *sheet, struct sheet_pages *pages, struct buffer *into,
                 sheaf_error *error);
/* False, and an error, where a file that the sheet was read from would be replaced. */
bool publish_spares_inputs(const sheaf_sheet *sheet, const char *path, sheaf_error *error);

#endif
