/* tables_are_kept_until_files_change.c - a data file is read once a context, and again when it has changed. */
#include "support/check.h"

#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "readers/kept_table.h"
#include "support/quota.h"

enum { THREADS = 8 };

static char folder[] = "/tmp/sheaf-kept-XXXXXX";
static char path[64];

static int make_folder(void **state)
{
    (void)state;
    if (mkdtemp(folder) == NULL)
        return -1;
    snprintf(path, sizeof path, "%s/trade.csv", folder);
    return 0;
}

static int remove_folder(void **state)
{
    (void)state;
    remove(path);
    return rmdir(folder);
}

static void write_file(const char *text)
{
    FILE *file = fopen(path, "w");

    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

/* Sets the time of modification to some seconds ago; the time of the inode's change is now. */
static void set_age(int seconds)
{
    struct timespec now, times[2];

    clock_gettime(CLOCK_REALTIME, &now);
    now.tv_sec -= seconds;
    times[0] = times[1] = now;
    assert_int_equal(utimensat(AT_FDCWD, path, times, 0), 0);
}

static const sheaf_read_options plain = { .format = NULL };

static struct kept_table *read_it(sheaf_context *context, const sheaf_read_options *options)
{
    sheaf_error error = { 0 };
    struct kept_table *kept = kept_table_read(context, path, options, &error);

    assert_non_null(kept);
    assert_int_equal(error.status, SHEAF_OK);
    return kept;
}

static double first_value(const struct kept_table *kept)
{
    sheaf_row row = SHEAF_ROW_INIT;

    assert_int_equal(sheaf_table_status(kept_table(kept)), SHEAF_OK);
    assert_true(sheaf_table_row(kept_table(kept), 0, &row));
    return row.value;
}

static void test_a_file_is_read_once(void **state)
{
    sheaf_context *context = sheaf_context_create(NULL);
    const sheaf_alloc *alloc = context_alloc(context);

    (void)state;
    write_file("period,value\n2022,14.7\n2023,15\n");
    struct kept_table *first = read_it(context, &plain), *second = read_it(context, &plain);
    assert_ptr_equal(kept_table(first), kept_table(second));
    sleep(2); /* now its time tells it apart from any later change */
    struct kept_table *third = read_it(context, &plain);
    assert_ptr_equal(kept_table(first), kept_table(third));
    kept_table_drop(alloc, third);
    third = read_it(context, &plain);
    assert_ptr_equal(kept_table(first), kept_table(third));
    assert_int_equal(context_counted(context, COUNTED_TABLES), 1);

    const sheaf_read_options other = { .frequency = "A" };
    struct kept_table *fourth = read_it(context, &other);
    assert_ptr_not_equal(kept_table(first), kept_table(fourth));
    assert_int_equal(context_counted(context, COUNTED_TABLES), 2);
    kept_table_drop(alloc, first);
    kept_table_drop(alloc, second);
    kept_table_drop(alloc, third);
    kept_table_drop(alloc, fourth);
    kept_table_drop(alloc, NULL);

    write_file("period,value\n2022,25.8\n2023,15\n");
    first = read_it(context, &plain);
    assert_true(first_value(first) == 25.8);
    kept_table_drop(alloc, first);
    sheaf_context_destroy(context);
}

/* Changes that keep the length and time of the file, as far as possible. */
static void overwrite(void)
{
    write_file("period,value\n2022,25.8\n2023,15\n");
}

static void overwrite_in_secret(void)
{
    struct stat facts;

    assert_int_equal(stat(path, &facts), 0);
    overwrite();
    const struct timespec times[2] = { facts.st_atim, facts.st_mtim };
    assert_int_equal(utimensat(AT_FDCWD, path, times, 0), 0);
}

static void replace(void)
{
    char other[80];

    snprintf(other, sizeof other, "%s.new", path);
    assert_int_equal(rename(path, other), 0);
    overwrite();
    assert_int_equal(remove(other), 0);
}

static void test_a_changed_file_is_read_again(void **state)
{
    static const struct {
        const char *name;
        void (*change)(void);
        int age;
    } cases[] = {
        { "at once", overwrite, 0 },
        { "later", overwrite, 100 },
        { "keeping its time", overwrite_in_secret, 100 },
        { "by another file", replace, 100 },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_context *context = sheaf_context_create(NULL);

        print_message("  %s\n", cases[i].name);
        write_file("period,value\n2022,14.7\n2023,15\n");
        set_age(cases[i].age);
        struct kept_table *before = read_it(context, &plain);
        cases[i].change();
        struct kept_table *after = read_it(context, &plain);
        assert_true(first_value(after) == 25.8);
        assert_true(first_value(before) == 14.7); /* whoever holds it keeps it */
        kept_table_drop(context_alloc(context), before);
        kept_table_drop(context_alloc(context), after);
        sheaf_context_destroy(context);
    }
}

static void test_what_cannot_be_read_says_so_each_time(void **state)
{
    sheaf_context *context = sheaf_context_create(NULL);

    (void)state;
    write_file("no table\n");
    for (int i = 0; i < 2; i++) {
        struct kept_table *kept = read_it(context, &plain);
        assert_int_equal(sheaf_table_status(kept_table(kept)), SHEAF_BAD_INPUT);
        kept_table_drop(context_alloc(context), kept);
    }
    remove(path);
    struct kept_table *kept = read_it(context, &plain);
    assert_int_equal(sheaf_table_status(kept_table(kept)), SHEAF_BAD_INPUT);
    kept_table_drop(context_alloc(context), kept);
    assert_int_equal(context_counted(context, COUNTED_TABLES), 3);
    sheaf_context_destroy(context);
}

static void *read_in_thread(void *context)
{
    sheaf_error error = { 0 };
    struct kept_table *kept = kept_table_read(context, path, &plain, &error);
    sheaf_series *series = sheaf_table_select(kept_table(kept), NULL, 0);
    bool well = sheaf_series_count(series) == 2;

    sheaf_series_destroy(series);
    kept_table_drop(context_alloc(context), kept);
    return well ? context : NULL;
}

static void test_threads_read_it_once(void **state)
{
    sheaf_context *context = sheaf_context_create(NULL);
    pthread_t threads[THREADS];

    (void)state;
    write_file("period,value\n2022,14.7\n2023,15\n");
    for (int i = 0; i < THREADS; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, read_in_thread, context), 0);
    for (int i = 0; i < THREADS; i++) {
        void *result;
        assert_int_equal(pthread_join(threads[i], &result), 0);
        assert_ptr_equal(result, context);
    }
    assert_int_equal(context_counted(context, COUNTED_TABLES), 1);
    sheaf_context_destroy(context);
}

static sheaf_status keep_and_drop(const sheaf_alloc *alloc, const void *unused)
{
    sheaf_context *context = sheaf_context_create(alloc);
    sheaf_error error = { 0 };

    (void)unused;
    for (int i = 0; i < 2; i++) {
        struct kept_table *kept = kept_table_read(context, path, &plain, &error);
        if (kept != NULL && error.status == SHEAF_OK)
            error.status = sheaf_table_status(kept_table(kept));
        kept_table_drop(context_alloc(context), kept);
    }
    sheaf_context_destroy(context);
    return error.status;
}

static void test_memory_runs_out_cleanly(void **state)
{
    (void)state;
    write_file("period,value\n2022,14.7\n2023,15\n");
    assert_true(quota_sweep(keep_and_drop, NULL) > 5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_file_is_read_once),
        cmocka_unit_test(test_a_changed_file_is_read_again),
        cmocka_unit_test(test_what_cannot_be_read_says_so_each_time),
        cmocka_unit_test(test_threads_read_it_once),
        cmocka_unit_test(test_memory_runs_out_cleanly),
    };

    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
