/* Tests for samples/server: what it answers, what it refuses, and that its memory stays flat. */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "support/check.h"
#include "support/http.h"

static struct http_server server;
static int connection = -1;
static struct http_answer got;
static char program[4096], folder[4096];

/* Limits that small requests reach: 2 pages, 50 rows, 5 seconds. */
static int start(void **state)
{
    char *arguments[] = { program, "-p", "0", "-P", "2", "-r", "50", "-s", "5", folder, NULL };

    (void)state;
    snprintf(program, sizeof program, "%s/samples/server", getenv("SHEAF_BUILD"));
    snprintf(folder, sizeof folder, "%s/samples/partner", getenv("SHEAF_SOURCE"));
    if (access(program, X_OK) != 0)
        return 0;
    setenv("MALLOC_ARENA_MAX", "1", 1); /* an arena a thread grows by chance */
    /* Under AddressSanitizer freed memory is kept, 256 MB by default, and what it holds comes and goes. */
    setenv("ASAN_OPTIONS", "quarantine_size_mb=8", 0);
    return http_start(&server, arguments) && (connection = http_connect(&server)) >= 0 ? 0 : -1;
}

static int stop(void **state)
{
    (void)state;
    free(got.body);
    if (server.pid == 0)
        return 0;
    close(connection);
    return http_stop(&server);
}

static void need_server(void)
{
    if (server.pid == 0) {
        print_message("skipped: libmicrohttpd-dev is not installed, samples/server is not built\n");
        skip();
    }
}

#define SPEC(sheet) "sheaf: 1\ntitle: A sheet\nsheet:\n" sheet
#define ROW         "2023,exports,1\n"

static const struct {
    const char *path, *body; /* NULL: GET */
    int code;
    const char *says; /* in its first bytes, or anywhere in a message */
} cases[] = {
    { "/partner.pdf?partner=DEU", NULL, 200, "%PDF-1.7" },
    { "/partner.html?partner=DEU&language=ru", NULL, 200, "<!DOCTYPE html>" },
    { "/sheet.pdf", SPEC("- text: Hello\n"), 200, "%PDF-1.7" },
    { "/chart.png?type=bars", "period,flow,value\n2022,exports,2\n2023,exports,3\n", 200,
      "\x89PNG" },
    { "/chart.svg?series=2*exports&title=Twice&width=600&height=400",
      "period,flow,value\n2022,exports,2\n2023,exports,3\n", 200, "<svg" },
    /* Messages. */
    { "/partner.pdf?partnr=DEU", NULL, 400, "no parameter named '$partnr'" },
    { "/partner.pdf?language=klingon!", NULL, 400, "no known language" },
    { "/sheet.pdf", "sheaf: 1\ntitel: x\n", 400,
      "body:2:1: error: a sheet's spec has no key 'titel'" },
    { "/chart.png", "a,b\n", 400, "body:1:1: error: no 'period' column" },
    { "/chart.png", "", 400, "error: " },
    { "/chart.png?type=baars", "period,flow,value\n" ROW, 400, "no chart type of this name" },
    { "/chart.png?width=1e9", "period,flow,value\n" ROW, 400, "error: " },
    { "/chart.png?series=exports%20%2B", "period,flow,value\n" ROW, 400, "series:1:" },
    { "/nothing.pdf", NULL, 404, "no spec of this name" },
    { "/partner.exe", NULL, 404, "a sheet is .pdf or .html" },
    { "/", NULL, 404, "a sheet is /NAME.pdf" },
    { "/other.pdf", "x", 404, "a spec to /sheet.pdf" },
    /* No path outside. */
    { "/../profile/profile.pdf", NULL, 404, "no spec of this name" },
    { "/..%2fprofile%2fprofile.pdf", NULL, 404, "no spec of this name" },
    { "/%2fetc%2fpasswd.pdf", NULL, 404, "no spec of this name" },
    { "/partner%00.pdf", NULL, 404, "a sheet is /NAME.pdf" },
    { "/sheet.pdf", "sheaf: 1\ntitle: x\ndata: {t: {file: /etc/passwd}}\nsheet: [{text: x}]\n", 400,
      "'/etc/passwd' is no file below the root folder" },
    { "/sheet.pdf",
      "sheaf: 1\ntitle: x\ndata: {t: {file: ../profile/mirror.csv}}\nsheet: [{text: x}]\n", 400,
      "no file below the root folder" },
    { "/sheet.pdf",
      "sheaf: 1\ntitle: x\nlogo: {file: ../kaz-chn/kaz-chn.png, alternative: x}\nsheet: [{text: "
      "x}]\n",
      400, "is no file that can be read" },
    /* Limits. */
    { "/sheet.pdf", SPEC("- text: 1\n- page break\n- text: 2\n"), 200, "%PDF-1.7" },
    { "/sheet.pdf", SPEC("- text: 1\n- page break\n- text: 2\n- page break\n- text: 3\n"), 400,
      "the sheet has 3 pages, more than the 2 that are allowed" },
};

static void requests_are_answered_or_told_why(void **state)
{
    (void)state;
    need_server();
    for (size_t i = 0; i < LENGTH(cases); i++) {
        print_message("  %s\n", cases[i].path);
        assert_true(cases[i].body == NULL ? http_get(&server, connection, cases[i].path, &got)
                                          : http_post(&server, connection, cases[i].path,
                                                      cases[i].body, strlen(cases[i].body), &got));
        if (got.code != cases[i].code || got.code >= 400)
            print_message("    %d %s", got.code, got.body);
        assert_int_equal(got.code, cases[i].code);
        if (got.code == 200)
            assert_memory_equal(got.body, cases[i].says, strlen(cases[i].says));
        else
            assert_non_null(strstr(got.body, cases[i].says));
    }
}

static void rows_are_counted(void **state)
{
    char body[2048] = "period,flow,value\n";

    (void)state;
    need_server();
    for (int rows = 50; rows <= 51; rows++) {
        size_t n = strlen("period,flow,value\n");
        for (int i = 0; i < rows; i++)
            n += (size_t)snprintf(body + n, sizeof body - n, "%d,exports,%d\n", 1970 + i, i);
        assert_true(http_post(&server, connection, "/chart.png", body, n, &got));
        assert_int_equal(got.code, rows == 50 ? 200 : 413);
    }
}

/* The same server with a microsecond a request: none is done in time, and none does harm. */
static void late_requests_are_ended(void **state)
{
    struct http_server late = { 0 };
    char *arguments[] = { program, "-p", "0", "-s", "0.000001", folder, NULL };

    (void)state;
    need_server();
    assert_true(http_start(&late, arguments));
    const int own = http_connect(&late);
    for (int i = 0; i < 50; i++) {
        assert_true(http_get(&late, own, "/partner.pdf", &got));
        assert_int_equal(got.code, 503);
        assert_string_equal(got.body, "the request takes longer than is allowed\n");
        assert_true(http_post(&late, own, "/chart.png", "period,flow,value\n" ROW, 33, &got));
        assert_int_equal(got.code, 503);
    }
    close(own);
    assert_int_equal(http_stop(&late), 0);
}

static void another_host_is_refused(void **state)
{
    static const char request[] =
        "GET /partner.pdf HTTP/1.1\r\nHost: attacker.example\r\nConnection: close\r\n\r\n";
    const int own = server.pid != 0 ? http_connect(&server) : -1;

    (void)state;
    need_server();
    assert_true(http_ask(own, request, sizeof request - 1, &got));
    assert_int_equal(got.code, 421);
    close(own);
}

static void a_large_body_is_refused_before_it_comes(void **state)
{
    static const char request[] = "POST /chart.png HTTP/1.1\r\nHost: 127.0.0.1:%hu\r\n"
                                  "Content-Length: 99999999999\r\n\r\n";
    char line[256];
    const int own = server.pid != 0 ? http_connect(&server) : -1;

    (void)state;
    need_server();
    const int n = snprintf(line, sizeof line, request, server.port);
    assert_true(http_ask(own, line, (size_t)n, &got));
    assert_int_equal(got.code, 413);
    close(own);
}

/* One client: sheets of six partners in two languages. */
static void *ask(void *failures)
{
    static const char *const partners[] = { "DEU", "FRA", "USA", "CHN", "ESP", "BVT" };
    struct http_answer answer = { 0 };
    const int own = http_connect(&server);
    char path[128];

    for (int i = 0; i < 250 && own >= 0; i++) {
        snprintf(path, sizeof path, "/partner.pdf?partner=%s&language=%s", partners[i % 6],
                 i / 6 % 2 == 0 ? "en" : "ru");
        if (!http_get(&server, own, path, &answer) || answer.code != 200)
            ++*(int *)failures;
    }
    *(int *)failures += own < 0;
    free(answer.body);
    close(own);
    return NULL;
}

static void ask_at_once(void)
{
    pthread_t threads[4];
    int failures[4] = { 0 };

    for (int i = 0; i < 4; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, ask, &failures[i]), 0);
    for (int i = 0; i < 4; i++) {
        pthread_join(threads[i], NULL);
        assert_int_equal(failures[i], 0);
    }
}

/* 2,000 requests by four clients. How many are in hand at once moves the memory by a megabyte or two; a leak
 * of 5 KB a request, less than any sheet or chart has, would show as 5 MB in the second half. */
static void memory_stays_flat(void **state)
{
    (void)state;
    need_server();
    ask_at_once();
    const long before = http_memory(&server);
    ask_at_once();
    const long after = http_memory(&server);
    print_message("  %ld KB, then %ld KB\n", before, after);
    assert_true(before > 0 && after < before + 5000);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(requests_are_answered_or_told_why),
        cmocka_unit_test(rows_are_counted),
        cmocka_unit_test(late_requests_are_ended),
        cmocka_unit_test(another_host_is_refused),
        cmocka_unit_test(a_large_body_is_refused_before_it_comes),
        cmocka_unit_test(memory_stays_flat),
    };
    return cmocka_run_group_tests_name("samples/server_answers_in_bounds", tests, start, stop);
}
