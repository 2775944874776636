/* provenance.h - where each figure of a sheet is from, as JSON. */
#ifndef SHEAF_PUBLISH_PROVENANCE_H
#define SHEAF_PUBLISH_PROVENANCE_H

#include "base/buffer.h"
#include "publish/files.h"

struct provenance {
    const char *spec; /* its path; "": there is none */
    const char *language;
    const struct shown_figures
        *figures; /* of texts, key figures and tables; NULL: there are none */
};

/* Writes these figures, and then those of charts. files name the data that a figure is among. */
void provenance_write(const struct provenance *provenance, struct document_files *files,
                      struct buffer *into);

#endif
