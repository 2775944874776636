/* sheets.c - what one more sheet costs in a context that has made some already:
 * bench_sheets SPEC.yaml [SHEETS [LANGUAGE]]. Times are the processor's, medians; the last part
 * makes SHEETS sheets (1,000) on one thread and on two. With a language only so many sheets are
 * made, for tools that count instructions. */
#include <pthread.h>
#include <sheaf/sheaf.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { ROUNDS = 60, MOST_THREADS = 2 };

static double clock_ms(clockid_t clock)
{
    struct timespec time;

    clock_gettime(clock, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec * 1e-6;
}

static int compare(const void *a, const void *b)
{
    const double *x = a, *y = b;

    return (*x > *y) - (*x < *y);
}

static double median(double *times, size_t n)
{
    qsort(times, n, sizeof *times, compare);
    return times[n / 2];
}

static int count_bytes(void *context, const void *bytes, size_t n)
{
    (void)bytes;
    *(size_t *)context += n;
    return 0;
}

static void stop(const sheaf_error *error)
{
    if (error->status == SHEAF_OK)
        return;
    fprintf(stderr, "bench_sheets: %s\n", error->message);
    exit(1);
}

/* Milliseconds of one sheet, in its parts. */
struct cost {
    double read, layout, pdf;
    size_t bytes;
};

static struct cost make_sheet(sheaf_context *context, const char *spec, const char *language)
{
    struct cost cost = { .bytes = 0 };
    double start = clock_ms(CLOCK_THREAD_CPUTIME_ID);
    sheaf_sheet *sheet = sheaf_sheet_read(context, spec);

    if (language != NULL)
        sheaf_sheet_set_language(sheet, language);
    double was_read = clock_ms(CLOCK_THREAD_CPUTIME_ID);
    size_t pages;
    sheaf_sheet_page_count(sheet, &pages);
    double laid_out = clock_ms(CLOCK_THREAD_CPUTIME_ID);
    sheaf_sheet_write_pdf_sink(sheet, (sheaf_sink){ &cost.bytes, count_bytes });
    stop(sheaf_sheet_error(sheet));
    sheaf_sheet_destroy(sheet);
    double end = clock_ms(CLOCK_THREAD_CPUTIME_ID);
    cost.read = was_read - start;
    cost.layout = laid_out - was_read;
    cost.pdf = end - laid_out; /* laid out once more, painted, closed */
    return cost;
}

static void measure(const char *spec, const char *language)
{
    static double read[ROUNDS], layout[ROUNDS], whole[ROUNDS];
    sheaf_context *context = sheaf_context_create(NULL);
    struct cost cost = make_sheet(context, spec, language);
    double cold = cost.read + cost.pdf;

    for (size_t i = 0; i < ROUNDS; i++) {
        cost = make_sheet(context, spec, language);
        read[i] = cost.read;
        layout[i] = cost.layout;
        whole[i] = cost.read + cost.pdf;
    }
    double usual = median(whole, ROUNDS);
    printf("%-10s %8.2f %8.2f %8.2f %8.2f %8.0f %8.1f KB\n", language, cold, median(read, ROUNDS),
           median(layout, ROUNDS), usual, 1e3 / usual, (double)cost.bytes / 1000);
    sheaf_context_destroy(context);
}

struct share {
    sheaf_context *context;
    const char *spec;
    int sheets;
    double cpu;
};

static void *make_share(void *data)
{
    struct share *share = data;

    for (int i = 0; i < share->sheets; i++) {
        size_t written = 0;
        sheaf_sheet *sheet = sheaf_sheet_read(share->context, share->spec);
        sheaf_sheet_write_pdf_sink(sheet, (sheaf_sink){ &written, count_bytes });
        stop(sheaf_sheet_error(sheet));
        sheaf_sheet_destroy(sheet);
    }
    share->cpu = clock_ms(CLOCK_THREAD_CPUTIME_ID);
    return NULL;
}

static void make_many(const char *spec, int sheets, int n_threads)
{
    struct share shares[MOST_THREADS];
    pthread_t threads[MOST_THREADS];
    sheaf_context *context = sheaf_context_create(NULL);
    double start = clock_ms(CLOCK_MONOTONIC), cpu = 0;

    for (int i = 0; i < n_threads; i++) {
        shares[i] =
            (struct share){ .context = context, .spec = spec, .sheets = sheets / n_threads };
        if (pthread_create(&threads[i], NULL, make_share, &shares[i]) != 0)
            exit(1);
    }
    for (int i = 0; i < n_threads; i++) {
        pthread_join(threads[i], NULL);
        cpu += shares[i].cpu;
    }
    double wall = clock_ms(CLOCK_MONOTONIC) - start;
    printf("%d sheets on %d thread%s %*s %8.2f ms of CPU a sheet, %6.0f sheets/s\n", sheets,
           n_threads, n_threads == 1 ? "" : "s", n_threads == 1 ? 1 : 0, "", cpu / sheets,
           1e3 * sheets / wall);
    sheaf_context_destroy(context);
}

static void make_some(const char *spec, int sheets, const char *language)
{
    sheaf_context *context = sheaf_context_create(NULL);

    for (int i = 0; i < sheets; i++) {
        size_t written = 0;
        sheaf_sheet *sheet = sheaf_sheet_read(context, spec);
        sheaf_sheet_set_language(sheet, language);
        sheaf_sheet_write_pdf_sink(sheet, (sheaf_sink){ &written, count_bytes });
        stop(sheaf_sheet_error(sheet));
        sheaf_sheet_destroy(sheet);
    }
    sheaf_context_destroy(context);
}

int main(int n_words, char **words)
{
    static const char *const languages[] = { "en", "ru", "ar", "zh" };
    int sheets = n_words >= 3 ? atoi(words[2]) : 1000;

    if (n_words < 2 || n_words > 4 || sheets < 1)
        return fprintf(stderr, "usage: bench_sheets SPEC.yaml [SHEETS [LANGUAGE]]\n"), 2;
    if (n_words == 4) {
        make_some(words[1], sheets, words[3]);
        return 0;
    }
    printf("%-10s %8s %8s %8s %8s %8s\n", "one sheet", "first", "read", "layout", "all ms",
           "a second");
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
        measure(words[1], languages[i]);
    for (int n_threads = 1; n_threads <= MOST_THREADS; n_threads++)
        make_many(words[1], sheets, n_threads);
    return 0;
}
