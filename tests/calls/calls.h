/* calls.h - every public function as a call whose arguments somebody gives: made from the headers
 * (generate.cmake), so that a function that is added is called, too. */
#ifndef TESTS_CALLS_CALLS_H
#define TESTS_CALLS_CALLS_H

#include <stdbool.h>
#include <stddef.h>

struct giver;

struct call {
    const char *function;
    void (*call)(struct giver *g);
    size_t n_arguments;
    bool names_file; /* of yours, or a folder */
};
extern const struct call calls[];
extern const size_t n_calls;

/* Functions that generated calls leave out, with the reason. */
struct left_out {
    const char *function, *reason;
    bool only_fuzzed; /* not called by the fuzzer, but with nonsense */
};
extern const struct left_out calls_left_out[];
extern const size_t n_calls_left_out;
/* Whether it is; the fuzzer leaves out what names a file, too. */
bool call_is_left_out(const struct call *call, bool fuzzed);

#endif
