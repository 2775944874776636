/* labels.h - labels kept from touching. */
#ifndef SHEAF_CHART_LABELS_H
#define SHEAF_CHART_LABELS_H

#include <stdbool.h>
#include <stddef.h>

struct spread_block {
    double sum; /* of where its labels would begin */
    size_t n;   /* of its labels */
};
struct spread_label {
    double wanted; /* given: where its middle would be */
    double size;   /* given: how much it takes */
    double place;  /* found: where its middle is */
    struct spread_block block;
};

/* Moves labels, given in the order of their wishes, as little as possible (least squares), so that
 * none touch and all lie within [low, high]. False if they do not fit; the positions are then
 * undefined. */
bool labels_spread(struct spread_label *labels, size_t n, double low, double high);

#endif
