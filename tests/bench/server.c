/* server.c - what samples/server makes a second of the processor's time, beside a batch of the same
 * sheets, and how its memory grows: bench_server SERVER FOLDER [REQUESTS]. 200 partners, four clients
 * that keep their connections; 100,000 requests unless told otherwise. The first tenth asks for sheets
 * only, as the batch makes; of the others every fifth is a chart of posted data. */
#include <pthread.h>
#include <sheaf/sheaf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "inputs.h"
#include "support/http.h"

enum { PARTNERS = 200, CLIENTS = 4, PARTS = 10, CHART_EVERY = 5 };

static struct http_server server;
static int requests = 100000;
static bool with_charts; /* set while no client runs */

static void stop(const char *what)
{
    fprintf(stderr, "bench_server: %s\n", what);
    exit(1);
}

static double own_seconds(void)
{
    struct rusage used;

    getrusage(RUSAGE_SELF, &used);
    return (double)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
           1e-6 * (double)(used.ru_utime.tv_usec + used.ru_stime.tv_usec);
}

/* Sheets a second of the processor's time. */
static double batch_rate(const char *folder)
{
    char path[4096], output[4096];
    sheaf_batch_options options = SHEAF_BATCH_OPTIONS_INIT;

    snprintf(path, sizeof path, "%s/batch.yaml", folder);
    snprintf(output, sizeof output, "%s/out/{partner}.pdf", folder);
    options.each = "partner";
    options.output = output;
    sheaf_batch *batch = sheaf_batch_create(NULL, path, &options);
    sheaf_batch_run(batch, NULL, NULL); /* faces and outlines are kept from here on */
    const double begin = own_seconds();
    if (sheaf_batch_run(batch, NULL, NULL) != SHEAF_OK)
        stop(sheaf_batch_error(batch)->message);
    const double rate = (double)sheaf_batch_count(batch) / (own_seconds() - begin);
    sheaf_batch_destroy(batch);
    return rate;
}

static bool ask_chart(int socket, int i, struct http_answer *answer)
{
    char body[128];

    snprintf(body, sizeof body, "period,flow,value\n2022,exports,%d.5\n2023,exports,%d\n", i % 90,
             1 + i % 70);
    return http_post(&server, socket, "/chart.png?type=bars", body, strlen(body), answer);
}

static bool ask_sheet(int socket, int i, struct http_answer *answer)
{
    char path[128];

    snprintf(path, sizeof path, "/batch.pdf?partner=P%d", i % PARTNERS);
    return http_get(&server, socket, path, answer);
}

/* A client's share of one part of the requests. */
static void *ask(void *number)
{
    struct http_answer answer = { 0 };
    const int socket = http_connect(&server);

    for (int i = 0; i < requests / PARTS / CLIENTS; i++) {
        const int which = 7 * i + *(int *)number;
        const bool is_chart = with_charts && i % CHART_EVERY == 0;

        if (!(is_chart ? ask_chart : ask_sheet)(socket, which, &answer) || answer.code != 200)
            stop(answer.code != 0 ? answer.body : "the server does not answer");
    }
    free(answer.body);
    return NULL;
}

int main(int n_words, char **words)
{
    pthread_t clients[CLIENTS];
    int numbers[CLIENTS];

    if (n_words > 3)
        requests = atoi(words[3]);
    if (n_words < 3 || requests < PARTS * CLIENTS)
        return fprintf(stderr, "usage: bench_server SERVER FOLDER [REQUESTS]\n"), 2;
    if (!bench_write_inputs(words[2], PARTNERS))
        stop("the spec and data cannot be written");
    const double batch = batch_rate(words[2]);
    char *arguments[] = { words[1], "-p", "0", words[2], NULL };
    if (!http_start(&server, arguments))
        stop("the server does not start");
    for (int part = 0; part < PARTS; part++) {
        const double begin = http_seconds(&server);

        with_charts = part > 0;
        for (int i = 0; i < CLIENTS; i++) {
            numbers[i] = i;
            if (pthread_create(&clients[i], NULL, ask, &numbers[i]) != 0)
                stop("no thread");
        }
        for (int i = 0; i < CLIENTS; i++)
            pthread_join(clients[i], NULL);
        const double rate =
            (requests / PARTS / CLIENTS * CLIENTS) / (http_seconds(&server) - begin);
        printf("server, %6d requests: %4.0f %s a CPU-second, %.2f of the batch's %.0f; memory %.1f "
               "MB\n",
               (part + 1) * (requests / PARTS), rate, with_charts ? "sheets and charts" : "sheets",
               rate / batch, batch, (double)http_memory(&server) / 1000);
        fflush(stdout);
    }
    return http_stop(&server);
}
