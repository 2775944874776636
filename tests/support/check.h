/* check.h - what every test file includes: cmocka and the headers it wants first. */
#ifndef TESTS_SUPPORT_CHECK_H
#define TESTS_SUPPORT_CHECK_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka.h needs the above. */
#include <cmocka.h>
#undef fail     /* base/error.h has its own */
#undef fail_msg /* it calls the macro fail */
#define fail_msg(message, ...)                                                                     \
    do {                                                                                           \
        print_error("ERROR: " message "\n", ##__VA_ARGS__);                                        \
        _fail(__FILE__, __LINE__);                                                                 \
    } while (0)

#define LENGTH(array) (sizeof(array) / sizeof *(array))

#endif
