/* server.c - what samples/server makes a second of the processor's time, beside a batch of the same
 * sheets, and how its memory grows: bench_server SERVER FOLDER [REQUESTS]. 200 partners, four clients
 * that keep their connections; 100,000 requests unless told otherwise. */
#include <pthread.h>
#include <sheaf/sheaf.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>

#include "inputs.h"
#include "support/http.h"

enum { PARTNERS = 200, CLIENTS = 4, PARTS = 5 };

static struct http_server server;
static int requests = 100000;

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

/* A client's share of one part of the requests. */
static void *ask(void *number)
{
    struct http_answer answer = { 0 };
    const int socket = http_connect(&server);
    char path[128];

    for (int i = 0; i < requests / PARTS / CLIENTS; i++) {
        snprintf(path, sizeof path, "/batch.pdf?partner=P%d", (7 * i + *(int *)number) % PARTNERS);
        if (!http_get(&server, socket, path, &answer) || answer.code != 200)
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
        for (int i = 0; i < CLIENTS; i++) {
            numbers[i] = i;
            if (pthread_create(&clients[i], NULL, ask, &numbers[i]) != 0)
                stop("no thread");
        }
        for (int i = 0; i < CLIENTS; i++)
            pthread_join(clients[i], NULL);
        const double rate =
            (requests / PARTS / CLIENTS * CLIENTS) / (http_seconds(&server) - begin);
        printf(
            "server, %6d requests: %4.0f a CPU-second, %.2f of the batch's %.0f; memory %.1f MB\n",
            (part + 1) * (requests / PARTS), rate, rate / batch, batch,
            (double)http_memory(&server) / 1000);
        fflush(stdout);
    }
    return http_stop(&server);
}
