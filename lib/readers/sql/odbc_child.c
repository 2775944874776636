/* odbc_child.c - starts the process that reads a database, talks to it, and sees it end. */
#include "readers/sql/odbc_child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "readers/sql/odbc_frames.h"

extern char **environ;

enum { END_MILLISECONDS = 7000 /* more than a query that is cancelled takes (odbc_serve.c) */ };

static int64_t milliseconds(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* The child's standard input is the socket. What drivers print goes nowhere: one message tells what
 * failed. */
static int spawn(const char *const *program, int socket, pid_t *process)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t none;
    int failure = posix_spawn_file_actions_init(&actions);

    if (failure != 0)
        return failure;
    failure = posix_spawnattr_init(&attributes);
    if (failure != 0) {
        posix_spawn_file_actions_destroy(&actions);
        return failure;
    }
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    failure = posix_spawn_file_actions_adddup2(&actions, socket, STDIN_FILENO);
    for (int i = STDOUT_FILENO; i <= STDERR_FILENO && failure == 0; i++)
        failure = posix_spawn_file_actions_addopen(&actions, i, "/dev/null", O_WRONLY, 0);
    if (failure == 0)
        failure = posix_spawnp(process, program[0], &actions, &attributes, (char *const *)program,
                               environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return failure;
}

bool odbc_child_start(struct odbc_child *child, const char *const *program, sheaf_error *error)
{
    int sockets[2], failure = 0;

    *child = (struct odbc_child){ .socket = -1 };
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets) != 0) {
        fail_system(error, NULL, "start the process that reads the database", errno);
        return false;
    }
    /* dup2 on itself would leave the descriptor to be closed at exec. */
    if (sockets[1] == STDIN_FILENO)
        failure = fcntl(sockets[1], F_SETFD, 0) != 0 ? errno : 0;
    if (failure == 0)
        failure = spawn(program, sockets[1], &child->process);
    close(sockets[1]);
    child->socket = sockets[0];
    if (failure == 0)
        return true;
    child->process = 0;
    fail_system(error, NULL, "start the process that reads the database", failure);
    return false;
}

void odbc_child_expect(struct odbc_child *child, int seconds)
{
    child->deadline = milliseconds() + (int64_t)seconds * 1000;
}

void odbc_child_opened(void *context)
{
    struct odbc_child *child = context;

    child->deadline = 0; /* a query may take as long as it likes */
}

/* False: it took too long. */
static bool wait_for_bytes(struct odbc_child *child)
{
    struct pollfd waiting = { .fd = child->socket, .events = POLLIN };

    while (child->deadline > 0) {
        int64_t left = child->deadline - milliseconds();

        if (left <= 0)
            return false;
        if (poll(&waiting, 1, (int)left) > 0)
            return true;
    }
    return true;
}

ssize_t odbc_child_read(void *context, void *into, size_t n)
{
    struct odbc_child *child = context;
    ssize_t got;

    if (!wait_for_bytes(child)) {
        child->is_late = true;
        return -1;
    }
    do
        got = read(child->socket, into, n);
    while (got < 0 && errno == EINTR);
    return got;
}

bool odbc_child_send(void *context, struct buffer *frames)
{
    const struct odbc_child *child = context;

    return frames_send(child->socket, frames);
}

/* Waits until the child has ended, or is to be killed. The result is waitpid's. */
static pid_t wait_a_while(const struct odbc_child *child, int *state)
{
    int64_t until = milliseconds() + (child->is_late ? 0 : END_MILLISECONDS);
    struct timespec pause = { .tv_nsec = 200000 };
    pid_t ended;

    while (
        ((ended = waitpid(child->process, state, WNOHANG)) == 0 || (ended < 0 && errno == EINTR)) &&
        milliseconds() < until) {
        nanosleep(&pause, NULL);
        if (pause.tv_nsec < 50000000)
            pause.tv_nsec *= 2;
    }
    return ended;
}

bool odbc_child_end(struct odbc_child *child, int *state)
{
    pid_t ended = 0;

    *state = 0;
    if (child->socket >= 0)
        close(child->socket);
    if (child->process > 0) {
        ended = wait_a_while(child, state);
        if (ended == 0) {
            kill(child->process, SIGKILL);
            while ((ended = waitpid(child->process, state, 0)) < 0 && errno == EINTR)
                ;
        }
    }
    *child = (struct odbc_child){ .socket = -1 };
    return ended > 0;
}
