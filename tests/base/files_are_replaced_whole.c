/* files_are_replaced_whole.c - output appears whole or not at all, and nothing is
 * left beside it. */
#include "support/check.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

static char folder[] = "/tmp/sheaf-files-XXXXXX";
static char path[64];

static int enter_folder(void **state)
{
    (void)state;
    if (mkdtemp(folder) == NULL)
        return -1;
    snprintf(path, sizeof path, "%s/out.txt", folder);
    return 0;
}

static int count_files(void)
{
    DIR *stream = opendir(folder);
    int n = 0;

    assert_non_null(stream);
    for (struct dirent *entry; (entry = readdir(stream)) != NULL;)
        n += entry->d_name[0] != '.' || strlen(entry->d_name) > 2;
    closedir(stream);
    return n;
}

static int leave_folder(void **state)
{
    (void)state;
    unlink(path);
    return rmdir(folder);
}

static void assert_holds(const char *file, const char *text)
{
    struct buffer buffer;
    sheaf_error error = { SHEAF_OK };

    buffer_init(&buffer, NULL, &error);
    assert_int_equal(file_read(file, 1 << 20, &buffer, &error), SHEAF_OK);
    assert_int_equal(buffer.length, strlen(text));
    assert_memory_equal(buffer.bytes, text, buffer.length);
    buffer_free(&buffer);
}

static void a_file_is_made_and_replaced(void **state)
{
    struct stat now;

    (void)state;
    assert_int_equal(file_replace(path, "one", 3, NULL), SHEAF_OK);
    assert_holds(path, "one");
    assert_int_equal(chmod(path, 0640), 0);
    assert_int_equal(file_replace(path, "three", 5, NULL), SHEAF_OK);
    assert_holds(path, "three");
    assert_int_equal(stat(path, &now), 0);
    assert_int_equal(now.st_mode & 07777, 0640);
    assert_int_equal(count_files(), 1);
}

static void a_link_keeps_pointing(void **state)
{
    char link[80];
    struct stat now;

    (void)state;
    snprintf(link, sizeof link, "%s/link", folder);
    assert_int_equal(symlink(path, link), 0);
    assert_int_equal(file_replace(link, "through", 7, NULL), SHEAF_OK);
    assert_int_equal(lstat(link, &now), 0);
    assert_true(S_ISLNK(now.st_mode));
    assert_holds(path, "through");
    assert_int_equal(unlink(link), 0);
}

/* As cp, tee and the shell do. */
static void a_link_to_nothing_makes_what_it_names(void **state)
{
    char link[80], second[80];
    struct stat now;

    (void)state;
    snprintf(link, sizeof link, "%s/link", folder);
    snprintf(second, sizeof second, "%s/second", folder);
    unlink(path);
    assert_int_equal(symlink("second", link), 0);
    assert_int_equal(symlink("./out.txt", second), 0);
    assert_int_equal(file_replace(link, "new", 3, NULL), SHEAF_OK);
    assert_holds(path, "new");
    assert_int_equal(lstat(link, &now), 0);
    assert_true(S_ISLNK(now.st_mode));
    assert_int_equal(lstat(second, &now), 0);
    assert_true(S_ISLNK(now.st_mode));
    assert_int_equal(count_files(), 3);
    assert_int_equal(unlink(link), 0);
    assert_int_equal(unlink(second), 0);
}

static void a_ring_of_links_is_refused(void **state)
{
    char link[80];
    sheaf_error error = { SHEAF_OK };

    (void)state;
    snprintf(link, sizeof link, "%s/link", folder);
    assert_int_equal(symlink("link", link), 0);
    assert_int_equal(file_replace(link, "x", 1, &error), SHEAF_SYSTEM);
    assert_non_null(strstr(error.message, "link: Too many levels of symbolic links"));
    assert_int_equal(unlink(link), 0);
}

/* A log that others append to is not replaced. */
static void an_open_stream_is_written_to(void **state)
{
    char name[64];
    int log = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND, 0666);

    (void)state;
    assert_true(log >= 0);
    assert_int_equal(write(log, "before ", 7), 7);
    snprintf(name, sizeof name, "/dev/fd/%d", log);
    assert_int_equal(file_replace(name, "one ", 4, NULL), SHEAF_OK);
    snprintf(name, sizeof name, "/proc/self/fd/%d", log);
    assert_int_equal(file_replace(name, "two ", 4, NULL), SHEAF_OK);
    assert_int_equal(write(log, "after", 5), 5);
    close(log);
    assert_holds(path, "before one two after");
    /* Open for reading only, it is no stream to write to. */
    log = open(path, O_RDONLY);
    snprintf(name, sizeof name, "/dev/fd/%d", log);
    assert_int_equal(file_replace(name, "new", 3, NULL), SHEAF_OK);
    close(log);
    assert_holds(path, "new");
}

static void a_full_disk_leaves_the_old_file(void **state)
{
    struct rlimit old, small = { 4096, 4096 };
    sheaf_error error = { SHEAF_OK };
    char *large = calloc(1, 1 << 20);

    (void)state;
    assert_non_null(large);
    assert_int_equal(file_replace(path, "kept", 4, NULL), SHEAF_OK);
    /* A limit on file size stands in for a full disk: the write fails half way. */
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &old), 0);
    small.rlim_max = old.rlim_max;
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    sheaf_status status = file_replace(path, large, 1 << 20, &error);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &old), 0);
    free(large);
    assert_int_equal(status, SHEAF_SYSTEM);
    assert_non_null(strstr(error.message, "out.txt: File too large"));
    assert_holds(path, "kept");
    assert_int_equal(count_files(), 1);
}

static void devices_are_written_directly(void **state)
{
    sheaf_error error = { SHEAF_OK };

    (void)state;
    assert_int_equal(file_replace("/dev/null", "x", 1, NULL), SHEAF_OK);
    if (access("/dev/full", W_OK) != 0)
        skip();
    assert_int_equal(file_replace("/dev/full", "x", 1, &error), SHEAF_SYSTEM);
    assert_string_equal(error.message, "cannot write /dev/full: No space left on device");
}

static void bad_names_are_explained(void **state)
{
    static const struct {
        const char *path;
        sheaf_status status;
        const char *message;
    } reads[] = {
        { "/nowhere/at/all", SHEAF_BAD_INPUT,
          "cannot open '/nowhere/at/all': No such file or directory" },
        { "/tmp", SHEAF_BAD_INPUT, "this is a folder; name a file in it" },
        { "", SHEAF_BAD_INPUT, "cannot open '': No such file or directory" },
    };
    struct buffer buffer;

    (void)state;
    buffer_init(&buffer, NULL, NULL);
    for (size_t i = 0; i < LENGTH(reads); i++) {
        sheaf_error error = { SHEAF_OK };

        assert_int_equal(file_read(reads[i].path, 100, &buffer, &error), reads[i].status);
        assert_string_equal(error.message, reads[i].message);
    }
    sheaf_error error = { SHEAF_OK };
    assert_int_equal(file_replace("/nowhere/at/all", "x", 1, &error), SHEAF_SYSTEM);
    assert_int_equal(file_replace(folder, "x", 1, NULL), SHEAF_SYSTEM);
    buffer_free(&buffer);
}

static void more_than_the_limit_is_refused(void **state)
{
    struct buffer buffer;
    sheaf_error error = { SHEAF_OK };

    (void)state;
    buffer_init(&buffer, NULL, NULL);
    assert_int_equal(file_read("/dev/zero", 2 << 20, &buffer, &error), SHEAF_BAD_INPUT);
    assert_string_equal(error.message, "this file is larger than the 2 MiB that are read");
    buffer_free(&buffer);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_is_made_and_replaced),
        cmocka_unit_test(a_link_keeps_pointing),
        cmocka_unit_test(a_link_to_nothing_makes_what_it_names),
        cmocka_unit_test(a_ring_of_links_is_refused),
        cmocka_unit_test(an_open_stream_is_written_to),
        cmocka_unit_test(a_full_disk_leaves_the_old_file),
        cmocka_unit_test(devices_are_written_directly),
        cmocka_unit_test(bad_names_are_explained),
        cmocka_unit_test(more_than_the_limit_is_refused),
    };
    return cmocka_run_group_tests_name("base/files_are_replaced_whole", tests, enter_folder,
                                       leave_folder);
}
