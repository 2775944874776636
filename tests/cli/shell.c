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
