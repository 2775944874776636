/* functions.h - whether tests try all functions of the expression language. */
#ifndef TESTS_SUPPORT_FUNCTIONS_H
#define TESTS_SUPPORT_FUNCTIONS_H

#include <stddef.h>

/* Fails the test when there is a function that none of n expressions begins with. */
void assert_functions_tried(const char *const *expressions, size_t n);

#endif
