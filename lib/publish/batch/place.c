/* place.c - whole files, many in a folder. */
#include "publish/batch/place.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/file.h"
#include "publish/batch/batch.h"

/* Of a path its folder: all before the last slash. */
static size_t folder_length(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash != NULL ? (size_t)(slash - path) : 0;
}

bool place_make_folder(const char *path, sheaf_error *error)
{
    char folder[PATH_BYTES];
    const size_t n = folder_length(path);

    memcpy(folder, path, n);
    folder[n] = '\0';
    if (n == 0 || access(folder, F_OK) == 0)
        return true;
    for (size_t i = 1; i <= n; i++) {
        if (folder[i] != '/' && folder[i] != '\0')
            continue;
        const char kept = folder[i];
        folder[i] = '\0';
        if (mkdir(folder, 0777) != 0 && errno != EEXIST) {
            fail(error, SHEAF_SYSTEM, "cannot make the folder '%.300s': %s", folder,
                 strerrordesc_np(errno));
            return false;
        }
        folder[i] = kept;
    }
    return true;
}

void place_sweep(const char *path, const char *drafts)
{
    char name[PATH_BYTES];
    const size_t n = folder_length(path), length = strlen(drafts);

    memcpy(name, path, n);
    memcpy(name + n, n > 0 || path[0] == '/' ? "/" : ".", 2);
    DIR *folder = opendir(name);
    if (folder == NULL)
        return;
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;)
        if (strncmp(entry->d_name, drafts, length) == 0)
            unlinkat(dirfd(folder), entry->d_name, 0);
    closedir(folder);
}

static bool name_draft(const char *path, const char *drafts, size_t worker, char out[PATH_BYTES])
{
    const size_t n = folder_length(path);
    const int length = snprintf(out, PATH_BYTES, "%.*s%s%s%zu", (int)n, path,
                                n > 0 || path[0] == '/' ? "/" : "", drafts, worker);

    return length > 0 && length < PATH_BYTES;
}

/* Gives the unnamed file the name, or, where there is one of that name, replaces that. */
static int give_name(int descriptor, const char *path, const char *draft)
{
    char file[64];

    snprintf(file, sizeof file, "/proc/self/fd/%d", descriptor);
    if (linkat(AT_FDCWD, file, AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0)
        return 0;
    if (errno != EEXIST)
        return errno;
    unlink(draft); /* of a killed run */
    if (linkat(AT_FDCWD, file, AT_FDCWD, draft, AT_SYMLINK_FOLLOW) != 0)
        return errno;
    if (rename(draft, path) == 0)
        return 0;
    const int number = errno;
    unlink(draft);
    return number;
}

static int write_unnamed(const char *path, const void *bytes, size_t n, const char *draft)
{
    char folder[PATH_BYTES];
    const size_t length = folder_length(path);

    memcpy(folder, path, length);
    memcpy(folder + length, length > 0 || path[0] == '/' ? "/" : ".", 2);
    const int descriptor = open(folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666);
    if (descriptor < 0)
        return errno;
    int number = file_write_all(descriptor, bytes, n);
    if (number == 0)
        number = give_name(descriptor, path, draft);
    if (close(descriptor) != 0 && number == 0)
        number = errno;
    return number;
}

static int write_draft(const char *path, const void *bytes, size_t n, const char *draft)
{
    unlink(draft);
    const int descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor < 0)
        return errno;
    int number = file_write_all(descriptor, bytes, n);
    if (close(descriptor) != 0 && number == 0)
        number = errno;
    if (number == 0 && rename(draft, path) != 0)
        number = errno;
    if (number != 0)
        unlink(draft);
    return number;
}

bool place_file(const char *path, const void *bytes, size_t n, const char *drafts, size_t worker,
                sheaf_error *error)
{
    char draft[PATH_BYTES];
    int number = name_draft(path, drafts, worker, draft) ? 0 : ENAMETOOLONG;

    if (number == 0)
        number = write_unnamed(path, bytes, n, draft);
    /* File systems without unnamed files, and systems without /proc. */
    if (number == EOPNOTSUPP || number == EISDIR || number == ENOENT || number == EINVAL)
        number = write_draft(path, bytes, n, draft);
    if (number == 0)
        return true;
    fail_write(error, path, number);
    return false;
}

bool place_sync(const char *folder, sheaf_error *error)
{
    const int descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    int number = descriptor < 0 || syncfs(descriptor) != 0 ? errno : 0;

    if (descriptor >= 0)
        close(descriptor);
    if (number != 0)
        fail_system(error, folder, "bring the sheets to the disk", number);
    return number == 0;
}
