/* figures.h - what the formatters keep open; for the files of this room only. */
#ifndef SHEAF_TEXT_FIGURES_H
#define SHEAF_TEXT_FIGURES_H

#include "text/object.h"

void figures_close(struct text *text);

#endif
