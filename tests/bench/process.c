/* process.c - times whole processes: bench_process ROUNDS NAME COMMAND [WORD]… -- …
 *
 * The programs take turns, round by round, so that whatever else the machine does
 * falls on all of them; each row gives the median, its ratio to the first program,
 * and the largest resident set. What they print goes nowhere. */
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MOST_PROGRAMS = 16, MOST_ROUNDS = 1000 };

struct program {
    const char *name;
    char **words;
    double times[MOST_ROUNDS]; /* milliseconds */
    long memory;               /* KiB */
};

static double now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec * 1e-6;
}

static void run_once(struct program *program, int round, posix_spawn_file_actions_t *silence)
{
    extern char **environ;
    pid_t child;
    int status;
    struct rusage usage;
    double start = now();

    if (posix_spawn(&child, program->words[0], silence, NULL, program->words, environ) != 0 ||
        wait4(child, &status, 0, &usage) != child || status != 0) {
        fprintf(stderr, "bench_process: %s failed\n", program->name);
        exit(1);
    }
    program->times[round] = now() - start;
    if (usage.ru_maxrss > program->memory)
        program->memory = usage.ru_maxrss;
}

static int compare(const void *a, const void *b)
{
    const double *x = a, *y = b;

    return (*x > *y) - (*x < *y);
}

int main(int n_words, char **words)
{
    static struct program programs[MOST_PROGRAMS];
    int n = 0, rounds = n_words > 1 ? atoi(words[1]) : 0;
    posix_spawn_file_actions_t silence;

    if (rounds < 1 || rounds > MOST_ROUNDS)
        return fprintf(stderr, "usage: bench_process ROUNDS NAME COMMAND [WORD]… [-- …]\n"), 2;
    for (int i = 2; i + 1 < n_words && n < MOST_PROGRAMS; n++) {
        programs[n].name = words[i];
        programs[n].words = words + i + 1;
        while (i < n_words && strcmp(words[i], "--") != 0)
            i++;
        words[i++] = NULL;
    }
    posix_spawn_file_actions_init(&silence);
    posix_spawn_file_actions_addopen(&silence, 1, "/dev/null", O_WRONLY, 0);
    for (int round = -1; round < rounds; round++) /* one round to warm up */
        for (int i = 0; i < n; i++)
            run_once(&programs[i], round < 0 ? 0 : round, &silence);
    posix_spawn_file_actions_destroy(&silence);
    printf("%-44s %9s %8s %10s\n", "whole process", "ms", "ratio", "MiB");
    for (int i = 0; i < n; i++) {
        qsort(programs[i].times, (size_t)rounds, sizeof(double), compare);
        printf("%-44s %9.2f %8.2f %10.1f\n", programs[i].name, programs[i].times[rounds / 2],
               programs[i].times[rounds / 2] / programs[0].times[rounds / 2],
               (double)programs[i].memory / 1024);
    }
    return 0;
}
