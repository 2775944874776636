#include "text/figures.h"

void figures_close(struct text *text)
{
    (void)text;
}
