/* color_difference.h - how far two colours are apart, for every kind of colour vision. Pure. */
#ifndef SHEAF_SCENE_COLOR_DIFFERENCE_H
#define SHEAF_SCENE_COLOR_DIFFERENCE_H

#include "scene/scene.h"

/* CIE L*a*b*, of the white D65. */
struct lab {
    double l, a, b;
};

enum vision { VISION_FULL, VISION_PROTANOPIA, VISION_DEUTERANOPIA, VISION_TRITANOPIA, VISIONS };

/* An opaque colour as such eyes see it: Machado, Oliveira, Fernandes 2009, severity 1. */
struct lab color_seen(struct color color, enum vision vision);
/* CIEDE2000: about 1 is just noticed, 14 is told apart at a glance. */
double color_difference(struct lab one, struct lab other);
/* The smallest difference of two colours for any vision, and, unless NULL, which that is. */
double color_least_difference(struct color one, struct color other, enum vision *vision);

#endif
