#include "cli/shell.h"

#include "support/check.h"
#include "support/golden.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char folder[] = "/tmp/sheaf-cli-XXXXXX";

int shell_enter(void **state)
{
    char program[4096];

    (void)state;
    snprintf(program, sizeof program, "%s/cli/sheaf", golden_build_folder());
    setenv("sheaf", program, 1);
    setenv("LC_ALL", "C", 1); /* messages in English, wherever the tests run */
    setenv("source", golden_source_folder(), 1);
    return mkdtemp(folder) == NULL || chdir(folder) != 0;
}

int shell_leave(void **state)
{
    char line[128];

    (void)state;
    snprintf(line, sizeof line, "rm -rf '%s'", folder);
    return chdir("/") != 0 || system(line) != 0;
}

struct process shell(const char *line)
{
    return process_run("/bin/sh", "-c", line, NULL);
}

int shell_count_files(void)
{
    DIR *stream = opendir(".");
    int n = -2; /* itself and its parent */

    assert_non_null(stream);
    while (readdir(stream) != NULL)
        n++;
    closedir(stream);
    return n;
}

void shell_check(struct shell_case what)
{
    struct process run = shell(what.line);

    print_message("  %s\n", what.line);
    if (run.status != what.status || strstr(run.output, what.says) == NULL)
        fail_msg("exit code %d, output:\n%s", run.status, run.output);
    process_free(&run);
}

void shell_check_all(const struct shell_case *cases, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        shell_check(cases[i]);
        assert_int_equal(shell_count_files(), 0);
    }
}
