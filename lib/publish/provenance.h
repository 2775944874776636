/* provenance.h - where each figure of a sheet is from, as JSON. */
#ifndef SHEAF_PUBLISH_PROVENANCE_H
#define SHEAF_PUBLISH_PROVENANCE_H

#include "base/buffer.h"
#include "publish/files.h"

/* Writes the figures of texts, key figures and tables of laid-out pages, and then those of charts.
 * files name the data that a figure is among. */
void provenance_write(const sheaf_sheet *sheet, const struct sheet_pages *pages,
                      const struct sheet_files *files, struct buffer *into);

#endif
