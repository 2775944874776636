/* subjects.h - what a series is about, by the names that tables have for it. */
#ifndef SHEAF_DATA_SUBJECTS_H
#define SHEAF_DATA_SUBJECTS_H

#include "sheaf/series.h"

struct subject {
    const char *dimension;
    const char *(*of)(const sheaf_series *series);
};

enum { SUBJECTS = 7 };
extern const struct subject subjects[SUBJECTS];

/* NULL: none is called so. */
const struct subject *subject_named(const char *dimension);

#endif
