/* courses.h - courses of partners over a few years, and what a chart of them says and where it shows them. */
#ifndef SHEAF_TEST_COURSES_H
#define SHEAF_TEST_COURSES_H

#include <stddef.h>

#include "scene/scene.h"
#include "sheaf/chart.h"
#include "sheaf/picture.h"

enum { N_COURSES = 5 };

/* The years from 2019 on. */
void course_add(sheaf_chart *chart, const char *partner, const char *unit, const double *values,
                int n);
void course_add_five(sheaf_chart *chart);
/* The alternative text, or the message. The caller frees. */
char *course_said(sheaf_chart *chart, double width, double height);
void course_says(sheaf_chart_type type, void (*fill)(sheaf_chart *chart), const char *words);
/* The words that come one after another in the alternative text. */
void course_says_in_order(sheaf_chart_type type, void (*fill)(sheaf_chart *chart),
                          const char *const *words, size_t n);
/* Where the figure of a series in a period lies; its middle. */
struct point course_datum_at(const sheaf_picture *picture, const char *series, int year);
void assert_near(double a, double b);

#endif
