/* quick_digests_are_those_of_libmd.c - SHA-256 by the processor's instructions is SHA-256. */
#include "support/check.h"

#include <string.h>

#include "base/digest_quick.h"

enum { LONGEST = 300, LARGE = 100000 };

static void check(const uint8_t *bytes, size_t n)
{
    const struct digest expected = digest_of(bytes, n);
    const bool kinds[] = { false, digest_is_quick() };

    for (size_t i = 0; i < LENGTH(kinds); i++) {
        const struct digest got = digest_quick(kinds[i], bytes, n);
        if (memcmp(&got, &expected, sizeof got) != 0)
            fail_msg("of %zu bytes", n);
    }
}

static void test_every_length(void **state)
{
    static uint8_t bytes[LARGE];

    (void)state;
    for (size_t i = 0; i < LARGE; i++)
        bytes[i] = (uint8_t)(i * 167 + i / 251);
    for (size_t n = 0; n <= LONGEST; n++)
        check(bytes + n % 3, n); /* aligned or not */
    check(bytes, LARGE);
    check(NULL, 0);
    print_message("  by instructions: %s\n", digest_is_quick() ? "yes" : "no");
}

/* FIPS 180-4's example. */
static void test_known_answer(void **state)
{
    const struct digest digest = digest_quick(digest_is_quick(), "abc", 3);
    char text[DIGEST_TEXT];

    (void)state;
    digest_text(&digest, text);
    assert_string_equal(text, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_length),
        cmocka_unit_test(test_known_answer),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
