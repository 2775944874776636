#include "support/process.h"

#include "support/check.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MAX_ARGUMENTS = 32 };

extern char **environ;

static void read_all(int from, struct process *process)
{
    size_t capacity = 0;

    for (;;) {
        if (capacity - process->length < 4096) {
            capacity = 2 * capacity + 8192;
            process->output = realloc(process->output, capacity);
            assert_non_null(process->output);
        }
        ssize_t n = read(from, process->output + process->length, capacity - process->length - 1);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            break;
        process->length += (size_t)n;
    }
    process->output[process->length] = '\0';
}

static int spawn(char *const arguments[], int output, pid_t *child)
{
    posix_spawn_file_actions_t actions;

    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, output, STDERR_FILENO);
    int failure = posix_spawnp(child, arguments[0], &actions, NULL, arguments, environ);
    posix_spawn_file_actions_destroy(&actions);
    return failure;
}

struct process process_run(const char *program, ...)
{
    struct process process = { .status = -1 };
    char *arguments[MAX_ARGUMENTS + 1] = { (char *)program };
    int pipes[2], state;
    pid_t child;
    va_list list;

    va_start(list, program);
    for (int i = 1; i <= MAX_ARGUMENTS; i++)
        if ((arguments[i] = va_arg(list, char *)) == NULL)
            break;
    va_end(list);
    assert_null(arguments[MAX_ARGUMENTS]);
    assert_int_equal(pipe2(pipes, O_CLOEXEC), 0);
    int failure = spawn(arguments, pipes[1], &child);
    close(pipes[1]);
    read_all(pipes[0], &process);
    close(pipes[0]);
    if (failure == 0 && waitpid(child, &state, 0) == child && WIFEXITED(state))
        process.status = WEXITSTATUS(state);
    return process;
}

void process_free(struct process *process)
{
    free(process->output);
    *process = (struct process){ .status = -1 };
}

bool process_exists(const char *program)
{
    const char *path = getenv("PATH");
    char file[4096];

    while (path != NULL && *path != '\0') {
        int n = (int)strcspn(path, ":");
        snprintf(file, sizeof file, "%.*s/%s", n, path, program);
        if (access(file, X_OK) == 0)
            return true;
        path += n + (path[n] == ':');
    }
    return false;
}

void process_need(const char *program)
{
    if (process_exists(program))
        return;
    print_message("%s is not installed: skipped\n", program);
    skip();
}
