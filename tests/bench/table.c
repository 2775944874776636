/* table.c - reads a data file: bench_table FILE [report]. The report sets the processor's time
 * against the file's size, and the memory against the columns kept: four bytes for a word,
 * eight for a value. */
#include <sheaf/sheaf.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/stat.h>

static double seconds(struct timeval time)
{
    return (double)time.tv_sec + (double)time.tv_usec * 1e-6;
}

static void report(const char *path, const sheaf_table *table)
{
    struct rusage usage;
    struct stat file;
    double size = stat(path, &file) == 0 ? (double)file.st_size : 0, time, columns;

    getrusage(RUSAGE_SELF, &usage);
    time = seconds(usage.ru_utime) + seconds(usage.ru_stime);
    columns = (double)sheaf_table_row_count(table) *
              (8 + 4 * (1 + (double)sheaf_table_dimension_count(table)));
    printf("%-44s %9.1f million rows, %.0f MB/s, memory %.1f MiB (%.2f of the columns kept)\n",
           path, (double)sheaf_table_row_count(table) / 1e6, size / 1e6 / time,
           (double)usage.ru_maxrss / 1024, (double)usage.ru_maxrss * 1024 / columns);
}

int main(int n, char **words)
{
    sheaf_table *table = n > 1 ? sheaf_table_read(NULL, words[1]) : NULL;
    int code = sheaf_table_status(table) != SHEAF_OK;

    if (code != 0)
        fprintf(stderr, "%s\n", table != NULL ? sheaf_table_error(table)->message : "no file");
    else if (n > 2)
        report(words[1], table);
    sheaf_table_destroy(table);
    return code;
}
