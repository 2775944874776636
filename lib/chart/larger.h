/* larger.h - a larger size of a picture that would do, for messages. */
#ifndef SHEAF_CHART_LARGER_H
#define SHEAF_CHART_LARGER_H

#include <stdbool.h>

enum { MAX_PICTURE_WIDTH = 4000, MAX_PICTURE_HEIGHT = 3000 }; /* of a file: see sheaf/chart.h */

struct picture_size {
    double width, height;
};

struct larger_sizes {
    bool (*would_do)(void *own, double width, double height);
    void *own;
    double enlarged_from; /* from this width on labels grow in proportion */
    bool evenly; /* towards a picture of a usual shape; else wider, and higher than a strip */
};

/* From a size that does not do to a small one that does; false: it found none, and size stays. */
bool larger_find(const struct larger_sizes *sizes, struct picture_size *size);

#endif
