/* file.c - reads files, entirely or piece by piece; replaces files atomically. */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/output.h"

/* Reading ------------------------------------------------------------------ */

static struct place in_file(const char *path)
{
    return (struct place){ .file = strcmp(path, "-") == 0 ? "standard input" : path };
}

/* A wrong name (no such file, a directory) is SHEAF_BAD_INPUT, anything else SHEAF_SYSTEM. */
static sheaf_status fail_open(sheaf_error *error, const char *path, int number)
{
    bool named_wrongly = number == ENOENT || number == ENOTDIR || number == EISDIR ||
                         number == ENAMETOOLONG || number == ELOOP || number == EINVAL;

    return fail_at(error, named_wrongly ? SHEAF_BAD_INPUT : SHEAF_SYSTEM, in_file(path),
                   "cannot open '%.400s': %s", path, strerrordesc_np(number));
}

sheaf_status file_open(const char *path, int *descriptor, sheaf_error *error)
{
    *descriptor = strcmp(path, "-") == 0 ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    return *descriptor >= 0 ? SHEAF_OK : fail_open(error, path, errno);
}

void file_close(int descriptor)
{
    if (descriptor >= 0 && descriptor != STDIN_FILENO)
        close(descriptor);
}

sheaf_status file_read_piece(int descriptor, const char *path, void *into, size_t n, size_t *got,
                             sheaf_error *error)
{
    *got = 0;
    while (*got < n) {
        ssize_t count = read(descriptor, (char *)into + *got, n - *got);

        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0 && errno == EISDIR)
            return fail_at(error, SHEAF_BAD_INPUT, in_file(path),
                           "this is a folder; name a file in it");
        if (count < 0)
            return fail_system(error, in_file(path).file, "read this file", errno);
        if (count == 0)
            break;
        *got += (size_t)count;
    }
    return SHEAF_OK;
}

static sheaf_status read_all(int descriptor, const char *path, size_t limit, struct buffer *into,
                             sheaf_error *error)
{
    char block[65536];
    size_t before = into->length, n = sizeof block;

    while (n == sizeof block) {
        sheaf_status status = file_read_piece(descriptor, path, block, sizeof block, &n, error);

        if (status != SHEAF_OK)
            return status;
        if (n > limit - (into->length - before))
            return fail_at(error, SHEAF_BAD_INPUT, in_file(path),
                           "this file is larger than the %zu MiB that are read", limit >> 20);
        buffer_put(into, block, n);
        if (into->failed)
            return fail_memory(error);
    }
    return SHEAF_OK;
}

sheaf_status file_read(const char *path, size_t limit, struct buffer *into, sheaf_error *error)
{
    int descriptor;
    sheaf_status status = file_open(path, &descriptor, error);

    if (status == SHEAF_OK)
        status = read_all(descriptor, path, limit, into, error);
    file_close(descriptor);
    return status;
}

/* Writing ------------------------------------------------------------------ */

int file_write_all(int descriptor, const char *bytes, size_t n)
{
    while (n > 0) {
        ssize_t written = write(descriptor, bytes, n);

        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return errno;
        bytes += written;
        n -= (size_t)written;
    }
    return 0;
}

/* Writes to a device or a pipe, which cannot be replaced. */
static sheaf_status write_directly(const char *path, const void *bytes, size_t n,
                                   sheaf_error *error)
{
    int descriptor = open(path, O_WRONLY | O_CLOEXEC);

    if (descriptor < 0)
        return fail_write(error, path, errno);
    int number = file_write_all(descriptor, bytes, n);
    if (close(descriptor) != 0 && number == 0)
        number = errno;
    return number == 0 ? SHEAF_OK : fail_write(error, path, number);
}

/* A file being written. It has no name where the file system allows that (O_TMPFILE), so that even a
 * killed process leaves nothing behind. */
struct draft {
    int descriptor;
    bool named;
    char *name;    /* beside the target */
    size_t length; /* of name's block */
};

enum { NAME_TRIES = 100 };

/* Another candidate for the draft's name. Names may be guessed; O_EXCL makes them safe. */
static void next_name(struct draft *draft, const char *path, int attempt)
{
    const char *slash = strrchr(path, '/');
    int folder = slash == NULL ? 0 : (int)(slash + 1 - path);

    snprintf(draft->name, draft->length, "%.*s.%.64s.%ld-%d.part", folder, path, path + folder,
             (long)getpid(), attempt);
}

static int open_named(struct draft *draft, const char *path, mode_t mode)
{
    for (int i = 0; i < NAME_TRIES; i++) {
        next_name(draft, path, i);
        draft->descriptor = open(draft->name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
        if (draft->descriptor >= 0) {
            draft->named = true;
            return 0;
        }
        if (errno != EEXIST)
            return errno;
    }
    return EEXIST;
}

static int open_draft(struct draft *draft, const char *path, mode_t mode)
{
    const char *slash = strrchr(path, '/');
    size_t folder = slash == NULL ? 0 : (size_t)(slash - path) + 1;

    memcpy(draft->name, folder == 0 ? "." : path, folder == 0 ? 1 : folder);
    draft->name[folder == 0 ? 1 : folder] = '\0';
    draft->descriptor = open(draft->name, O_TMPFILE | O_WRONLY | O_CLOEXEC, mode);
    if (draft->descriptor >= 0)
        return 0;
    return open_named(draft, path, mode);
}

static int give_name(struct draft *draft, const char *path)
{
    char descriptor[64];

    if (draft->named)
        return 0;
    snprintf(descriptor, sizeof descriptor, "/proc/self/fd/%d", draft->descriptor);
    for (int i = 0; i < NAME_TRIES; i++) {
        next_name(draft, path, i);
        if (linkat(AT_FDCWD, descriptor, AT_FDCWD, draft->name, AT_SYMLINK_FOLLOW) == 0) {
            draft->named = true;
            return 0;
        }
        if (errno != EEXIST)
            return errno;
    }
    return EEXIST;
}

/* If an unnamed draft cannot be given a name (no /proc), it is written again to a named one. */
static int write_draft(struct draft *draft, const char *path, const void *bytes, size_t n,
                       mode_t mode)
{
    int number = file_write_all(draft->descriptor, bytes, n);

    if (number == 0 && fsync(draft->descriptor) != 0)
        number = errno;
    if (number == 0 && give_name(draft, path) != 0) {
        close(draft->descriptor);
        number = open_named(draft, path, mode);
        if (number == 0)
            number = file_write_all(draft->descriptor, bytes, n);
        if (number == 0 && fsync(draft->descriptor) != 0)
            number = errno;
    }
    return number;
}

static int replace(struct draft *draft, const char *path, const void *bytes, size_t n,
                   const struct stat *old)
{
    mode_t mode = old != NULL ? old->st_mode & 07777 : 0666;
    int number = open_draft(draft, path, mode);

    if (number != 0)
        return number;
    number = write_draft(draft, path, bytes, n, mode);
    if (number == 0 && old != NULL && fchmod(draft->descriptor, mode) != 0)
        number = errno;
    if (draft->descriptor >= 0 && close(draft->descriptor) != 0 && number == 0)
        number = errno;
    if (number == 0 && rename(draft->name, path) != 0)
        number = errno;
    if (number != 0 && draft->named)
        unlink(draft->name);
    return number;
}

/* Appends to an open stream, which others may write to as well. */
static sheaf_status write_stream(int descriptor, const char *path, const void *bytes, size_t n,
                                 sheaf_error *error)
{
    int number = file_write_all(descriptor, bytes, n);

    return number == 0 ? SHEAF_OK : fail_write(error, path, number);
}

/* Follows symbolic links: the file that they lead to is created or replaced. */
static sheaf_status write_file(const char *path, const void *bytes, size_t n,
                               const struct stat *old, sheaf_error *error)
{
    char *target = output_target(path);
    int number = target == NULL ? errno : 0;
    struct draft draft = { .descriptor = -1 };

    if (target != NULL) {
        draft.length = strlen(target) + 64 + 80;
        draft.name = malloc(draft.length);
        number = draft.name != NULL ? replace(&draft, target, bytes, n, old) : ENOMEM;
    }
    free(draft.name);
    free(target);
    if (number == ENOMEM)
        return fail_memory(error);
    return number == 0 ? SHEAF_OK : fail_write(error, path, number);
}

sheaf_status file_replace(const char *path, const void *bytes, size_t n, sheaf_error *error)
{
    struct stat old;

    if (path == NULL)
        return fail(error, SHEAF_BAD_ARGUMENT, "there is no file to write (NULL)");
    if (path[0] == '\0')
        return fail(error, SHEAF_BAD_ARGUMENT, "the name of the file to write is empty");
    int stream = output_stream(path);
    bool exists = stat(path, &old) == 0;
    if (stream >= 0)
        return write_stream(stream, path, bytes, n, error);
    if (exists && S_ISDIR(old.st_mode))
        return fail_write(error, path, EISDIR);
    if (exists && !S_ISREG(old.st_mode))
        return write_directly(path, bytes, n, error);
    if (exists && access(path, W_OK) != 0) /* rename would ignore the file's permissions */
        return fail_write(error, path, errno);
    return write_file(path, bytes, n, exists ? &old : NULL, error);
}

sheaf_status sink_write(const sheaf_sink *sink, const void *bytes, size_t n, sheaf_error *error)
{
    int number;

    if (sink->write == NULL)
        return fail(error, SHEAF_BAD_ARGUMENT, "there is no sink to write to (NULL)");
    number = sink->write(sink->context, bytes, n);
    return number == 0 ? SHEAF_OK : fail_system(error, NULL, "write the output", number);
}
