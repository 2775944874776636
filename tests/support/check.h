/* check.h - what every test file includes: cmocka and the headers it wants first. */
#ifndef TESTS_SUPPORT_CHECK_H
#define TESTS_SUPPORT_CHECK_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka.h needs the above. */
#include <cmocka.h>
#undef fail /* base/error.h has its own */

#define LENGTH(array) (sizeof(array) / sizeof *(array))

#endif
