/* nonsense_is_survived.c - every function of the headers is called as it is meant to be, and then with each of its
 * arguments in turn NULL or nonsense: nothing crashes, what is made is well or says why not, and a failure that is
 * returned has a message. The calls are made from the headers (calls/generate.cmake). */
#include "support/check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <sheaf/sheaf.h>

#include "calls/trial.h"

enum { MOST_VALUES = 64 };

/* What failed is said by an object of the call, or by the error that it was given. */
static void require_message(struct trial *trial, const struct call *call)
{
    bool said = trial->giver.error != NULL && trial->giver.error->message[0] != '\0';

    for (size_t i = 0; i < trial->n_objects; i++) {
        const sheaf_error *error = object_error(trial->objects[i].kind, trial->objects[i].object);

        object_require_said(&trial->giver, trial->objects[i].kind, trial->objects[i].object);
        said = said || (error != NULL && error->message[0] != '\0');
    }
    /* A picture has no message, and neither has a context that is told a program. */
    if (strncmp(call->function, "sheaf_picture_", 14) == 0 ||
        strncmp(call->function, "sheaf_context_", 14) == 0)
        return;
    if (trial->giver.status != SHEAF_OK && !said && !trial->giver.is_null)
        fail_msg("%s, choice %zu, value %zu: status %d and no message", call->function,
                 trial->number, trial->value, (int)trial->giver.status);
}

/* False: there is no such choice. */
static bool try(struct trial *trial, const struct call *call, size_t number, size_t value)
{
    trial->number = number;
    trial->value = value;
    trial->chosen = 0;
    trial->there_is = false;
    trial->giver.function = call->function;
    if (getenv("SHEAF_CALL") != NULL)
        print_message("  choice %zu, value %zu\n", number, value);
    if (call->names_file && !objects_write_files()) /* the last call may have written over them */
        fail_msg("%s: the files cannot be written", call->function);
    call->call(&trial->giver);
    require_message(trial, call);
    trial_clear(trial);
    return trial->there_is;
}

/* What is left out is there, and says why. */
static void functions_left_out_exist(void **state)
{
    (void)state;
    for (size_t i = 0; i < n_calls_left_out; i++) {
        size_t k = 0;

        while (k < n_calls && strcmp(calls[k].function, calls_left_out[i].function) != 0)
            k++;
        if (k == n_calls || calls_left_out[i].reason[0] == '\0')
            fail_msg("%s is left out, and not there", calls_left_out[i].function);
    }
}

static void no_argument_crashes(void **state)
{
    struct trial trial;
    const char *only = getenv("SHEAF_CALL"); /* one function, to look at */
    size_t n = 0;

    (void)state;
    trial_begin(&trial, sheaf_context_create(NULL), NULL);
    for (const struct call *call = calls; call < calls + n_calls; call++) {
        if (call_is_left_out(call, false) || (only != NULL && strcmp(only, call->function) != 0))
            continue;
        try(&trial, call, SIZE_MAX, 0); /* all makes sense */
        n++;
        const size_t choices = trial.chosen;
        for (size_t number = 0; number < choices; number++)
            for (size_t value = 1; value < MOST_VALUES && try(&trial, call, number, value); value++)
                n++;
    }
    sheaf_context_destroy(trial.context);
    print_message("  %zu functions, %zu calls\n", n_calls, n);
    assert_true(only != NULL || n > 10 * n_calls);
}

static int enter_folder(void **state)
{
    (void)state;
    mkdir("nonsense", 0755); /* it may be there from before */
    return chdir("nonsense") == 0 && objects_write_files() ? 0 : -1;
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(no_argument_crashes),
                                        cmocka_unit_test(functions_left_out_exist) };

    return cmocka_run_group_tests(tests, enter_folder, NULL);
}
