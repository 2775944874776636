/* functions.h - whether tests try all functions of the expression language. */
#ifndef TESTS_SUPPORT_FUNCTIONS_H
#define TESTS_SUPPORT_FUNCTIONS_H

#include <stddef.h>

/* Fails the test when there is a function that none of the expressions of n cases begins with:
 * the first case's, and one each so many bytes further on. */
void assert_functions_tried(const char *const *first, size_t n, size_t bytes);

#endif
