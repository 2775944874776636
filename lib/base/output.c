/* output.c - resolves an output path: to an open stream, or through links to a file. */
#include "base/output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool same_file(const struct stat *a, const struct stat *b)
{
    return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

static bool is_open_on(int descriptor, const struct stat *file)
{
    struct stat stream;
    int mode = fcntl(descriptor, F_GETFL);

    return mode >= 0 && (mode & O_ACCMODE) != O_RDONLY && fstat(descriptor, &stream) == 0 &&
           same_file(&stream, file);
}

/* 7 for "/dev/fd/7"; -1 for other paths. */
static int descriptor_in(const char *path)
{
    static const char *const folders[] = { "/dev/fd/", "/proc/self/fd/" };

    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        size_t n = strlen(folders[i]);

        if (strncmp(path, folders[i], n) == 0 && path[n] >= '0' && path[n] <= '9' &&
            strspn(path + n, "0123456789") == strlen(path + n) && strlen(path + n) < 9)
            return (int)strtol(path + n, NULL, 10);
    }
    return -1;
}

int output_stream(const char *path)
{
    const int candidates[] = { descriptor_in(path), STDOUT_FILENO, STDERR_FILENO };
    struct stat file;

    if (stat(path, &file) != 0)
        return -1;
    for (size_t i = 0; i < sizeof candidates / sizeof *candidates; i++)
        if (candidates[i] >= 0 && is_open_on(candidates[i], &file))
            return candidates[i];
    return -1;
}

/* The link's target; a relative one is relative to the link's folder. NULL: errno says why. */
static char *follow(const char *link, size_t length)
{
    const char *slash = strrchr(link, '/');
    size_t folder = slash != NULL ? (size_t)(slash + 1 - link) : 0;
    char *next = malloc(folder + length + 1);

    if (next == NULL)
        return NULL;
    ssize_t n = readlink(link, next + folder, length + 1);
    if (n < 0 || (size_t)n > length) { /* the link has changed since its length was read */
        errno = n < 0 ? errno : ELOOP;
        free(next);
        return NULL;
    }
    next[folder + (size_t)n] = '\0';
    if (next[folder] == '/')
        memmove(next, next + folder, (size_t)n + 1);
    else
        memcpy(next, link, folder);
    return next;
}

/* Linux follows as many. */
enum { MOST_LINKS = 40 };

char *output_target(const char *path)
{
    char *target = strdup(path);
    struct stat link;

    for (int i = 0; target != NULL && lstat(target, &link) == 0 && S_ISLNK(link.st_mode); i++) {
        char *next = NULL;

        if (i < MOST_LINKS)
            next = follow(target, link.st_size > 0 ? (size_t)link.st_size : 4096);
        else
            errno = ELOOP;
        free(target);
        target = next;
    }
    return target;
}

bool output_is_input(const char *output, const char *input)
{
    struct stat written, read;

    if (stat(output, &written) != 0 || !S_ISREG(written.st_mode))
        return false;
    int failure = strcmp(input, "-") == 0 ? fstat(STDIN_FILENO, &read) : stat(input, &read);
    return failure == 0 && same_file(&written, &read);
}
