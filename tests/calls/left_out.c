/* left_out.c - the functions that are not called with whatever comes, and why. */
#include <string.h>

#include "calls/calls.h"

const struct left_out calls_left_out[] = {
    { "sheaf_odbc_serve", "changes the process; tests/readers has it serve in one of its own",
      false },
    { "sheaf_sheet_add_data", "its table must live on: tests/fuzz/api/sheets.c calls it so", true },
};
const size_t n_calls_left_out = sizeof calls_left_out / sizeof *calls_left_out;

bool call_is_left_out(const struct call *call, bool fuzzed)
{
    if (fuzzed && call->names_file) /* fuzzers touch no files; batches and readers have their own */
        return true;
    for (size_t i = 0; i < n_calls_left_out; i++)
        if (strcmp(call->function, calls_left_out[i].function) == 0)
            return fuzzed || !calls_left_out[i].only_fuzzed;
    return false;
}
