/* sheets_are_watched.c - sheaf watch: what it serves and refuses, and that it follows every change. */
#include "support/check.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "cli/shell.h"

static const char spec[] = "sheaf: 1\n"
                           "parameters: {partner: CHN}\n"
                           "language: en\n"
                           "title: First title\n"
                           "texts: texts/{lang}.yaml\n"
                           "theme: house.yaml\n"
                           "data: {trade: data.csv}\n"
                           "series: {exports: \"trade[partner: $partner]\"}\n"
                           "sheet:\n"
                           "  - text: \"Exports were {exports[2023]}.\"\n";
static const char data[] = "period,partner,value,unit\n2023,CHN,41,USD\n2023,DEU,52,USD\n";

/* A sheet that is watched ---------------------------------------------------------- */

struct watched {
    pid_t process;
    int output; /* its standard output */
    unsigned port;
};

static void save(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");

    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

/* spec.yaml with one line instead of another. */
static void edit(const char *from, const char *to)
{
    const char *at = strstr(spec, from);
    char text[sizeof spec + 200];

    assert_non_null(at);
    snprintf(text, sizeof text, "%.*s%s%s", (int)(at - spec), spec, to, at + strlen(from));
    save("spec.yaml", text);
}

static void begin_files(void)
{
    mkdir("texts", 0700);
    save("spec.yaml", spec);
    save("data.csv", data);
    save("house.yaml", "theme: 1\nname: house\npaper: '#FDFCFB'\n");
}

static struct watched watch(const char *first, const char *second)
{
    struct watched watched;
    char line[200] = "";
    size_t n = 0;
    int ends[2];

    begin_files();
    assert_int_equal(pipe(ends), 0);
    watched.process = fork();
    assert_true(watched.process >= 0);
    if (watched.process == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL); /* where a test fails */
        dup2(ends[1], STDOUT_FILENO);
        close(ends[0]);
        signal(SIGINT, SIG_DFL);
        execl(getenv("sheaf"), "sheaf", "watch", "spec.yaml", "--port", "0", "-q", first, second,
              (char *)NULL);
        _exit(127);
    }
    close(ends[1]);
    watched.output = ends[0];
    while (n + 1 < sizeof line && strchr(line, '\n') == NULL && read(ends[0], line + n, 1) == 1)
        n++;
    const char *port = strstr(line, "http://127.0.0.1:");
    assert_non_null(port);
    watched.port = (unsigned)strtoul(port + strlen("http://127.0.0.1:"), NULL, 10);
    assert_in_range(watched.port, 1, 65535);
    return watched;
}

static void end(struct watched *watched)
{
    int status = -1;

    kill(watched->process, SIGINT);
    assert_int_equal(waitpid(watched->process, &status, 0), watched->process);
    close(watched->output);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
}

/* A small client ------------------------------------------------------------------- */

static int join_it(const struct watched *watched)
{
    const struct sockaddr_in address = { .sin_family = AF_INET,
                                         .sin_port = htons((uint16_t)watched->port),
                                         .sin_addr = { htonl(INADDR_LOOPBACK) } };
    const struct timeval patience = { .tv_sec = 60 };
    const int client = socket(AF_INET, SOCK_STREAM, 0);

    assert_true(client >= 0);
    setsockopt(client, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    assert_int_equal(connect(client, (const void *)&address, sizeof address), 0);
    return client;
}

/* Header and body; the caller frees it. */
static char *hear(int client)
{
    size_t n = 0, capacity = 1 << 20;
    char *text = malloc(capacity + 1);
    ssize_t got;

    assert_non_null(text);
    while (n < capacity && (got = recv(client, text + n, capacity - n, 0)) > 0)
        n += (size_t)got;
    text[n] = '\0';
    close(client);
    return text;
}

/* Of "GET /state"; host NULL: as it should be. */
static int say(const struct watched *watched, const char *request, const char *host,
               const char *more)
{
    const int client = join_it(watched);
    char text[1024], own[40];

    snprintf(own, sizeof own, "127.0.0.1:%u", watched->port);
    const int n =
        snprintf(text, sizeof text, "%s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n%s\r\n",
                 request, host != NULL ? host : own, more);
    assert_int_equal(send(client, text, (size_t)n, MSG_NOSIGNAL), n);
    return client;
}

static char *ask(const struct watched *watched, const char *request)
{
    return hear(say(watched, request, NULL, ""));
}

static void answers(const struct watched *watched, const char *request, const char *says)
{
    char *text = ask(watched, request);

    if (strstr(text, says) == NULL)
        fail_msg("%s does not say '%s':\n%.3000s", request, says, text);
    free(text);
}

static unsigned long long version_in(const char *state)
{
    const char *at = strstr(state, "\"version\":");

    if (at == NULL)
        fail_msg("no state:\n%s", state);
    return strtoull(at + strlen("\"version\":"), NULL, 10);
}

static unsigned long long version_of(const struct watched *watched)
{
    char *state = ask(watched, "GET /state");
    const unsigned long long version = version_in(state);

    free(state);
    return version;
}

/* Waits until the state is another than `before` and says so; several changes may come one after the other. */
static void waits_for(const struct watched *watched, unsigned long long before, const char *query,
                      const char *says)
{
    const time_t latest = time(NULL) + 30;
    char request[200];

    for (bool found = false; !found;) {
        snprintf(request, sizeof request, "GET /state?after=%llu%s", before, query);
        char *state = ask(watched, request);
        before = version_in(state);
        found = strstr(state, says) != NULL;
        if (time(NULL) > latest)
            fail_msg("the state never says '%s':\n%s", says, state);
        free(state);
    }
}

static const char well[] = "\"well\":true", broken[] = "\"well\":false";

/* Tests ------------------------------------------------------------------------------ */

static void a_sheet_is_served(void **state)
{
    static const struct {
        const char *request, *says;
    } cases[] = {
        { "GET /", "HTTP/1.1 200 OK" },
        { "GET /", "Cache-Control: no-store" },
        { "GET /", "Content-Security-Policy: default-src 'none'; script-src 'self'" },
        { "GET /watch.js", "text/javascript" },
        { "GET /watch.css", "text/css" },
        { "GET /state", "\"spec\":\"spec.yaml\",\"folder\":\"\",\"well\":true" },
        { "GET /state",
          "\"parameters\":[{\"name\":\"partner\",\"value\":\"CHN\",\"members\":[[\"CHN\","
          "\"China\"],[\"DEU\",\"Germany\"]]}]" },
        { "GET /state?lang=ru&set.partner=DEU", "[\"DEU\",\"Германия\"]" },
        { "GET /page/0", "image/svg+xml" },
        { "GET /page/0", "#fdfcfb" },
        { "GET /page/1", "404" },
        { "GET /page/-1", "404" },
        { "GET /page/99999999999999999999", "404" },
        { "GET /page/0x", "404" },
        { "GET /sheet", "First title" },
        { "GET /sheet", "$41" },
        { "GET /sheet?lang=&set.partner=DEU", "$52" },
        { "GET /state?set.partner=DEU", "\"language\":\"\"" },
        { "GET /state?lang=&set.nothing=1", "no parameter named '$nothing'" },
        { "GET /state?lang=xx", "'xx' is no known language" },
    };
    struct watched watched = watch(NULL, NULL);

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        print_message("  %s\n", cases[i].request);
        answers(&watched, cases[i].request, cases[i].says);
    }
    end(&watched);
}

/* The page around the sheet has its words with the state, but for those that are the same in English. */
static void the_page_has_words(void **state)
{
    static const struct {
        const char *language, *says;
    } cases[] = {
        { "ru,en", "\"words\":{\"en\":\"ru\",\"Language\":\"Язык\"" },
        { "ru,en", "\"drawn in %s ms\":\"построено за %s мс\"" },
        { "ru,en", "\"%s mistakes\":\"ошибок: %s\"" },
        { "ar", "\"words\":{\"en\":\"ar\"" },
        { "en,ru", "\"words\":{}" },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct watched watched = watch("--lang", cases[i].language);

        print_message("  %s: %s\n", cases[i].language, cases[i].says);
        answers(&watched, "GET /state", cases[i].says);
        end(&watched);
    }
}

static void others_are_refused(void **state)
{
    static const struct {
        const char *request, *host, *more, *says;
    } cases[] = {
        { "GET /", "evil.example", "", "403" },
        { "GET /", "evil.example:80", "", "403" },
        { "GET /", "127.0.0.1", "", "403" },
        { "GET /", "127.0.0.1:1", "", "403" },
        { "GET /", "localhost.evil.example:%u", "", "403" },
        { "GET /", "localhost:%u", "", "200" },
        { "GET /", "[::1]:%u", "", "200" },
        { "GET /", NULL, "Sec-Fetch-Site: cross-site\r\n", "200" },
        { "GET /state", NULL, "Sec-Fetch-Site: cross-site\r\n", "403" },
        { "GET /page/0", NULL, "Sec-Fetch-Site: same-site\r\n", "403" },
        { "GET /page/0", NULL, "Sec-Fetch-Site: same-origin\r\n", "200" },
        { "POST /", NULL, "Content-Length: 0\r\n", "405" },
        { "PUT /state", NULL, "Content-Length: 0\r\n", "405" },
        { "HEAD /", NULL, "", "405" },
        { "GET /../spec.yaml", NULL, "", "404" },
        { "GET /..%2Fspec.yaml", NULL, "", "404" },
        { "GET /spec.yaml", NULL, "", "404" },
        { "GET //etc/passwd", NULL, "", "404" },
        { "GET /page/../../spec.yaml", NULL, "", "404" },
        { "GET /state?set.partner=../secret", NULL, "", "400" },
        { "GET /state?set.partner=%2Fetc%2Fpasswd", NULL, "", "400" },
        { "GET /state?set.partner=odbc:DSN=trade", NULL, "", "400" },
        { "GET /state?set.=1", NULL, "", "400" },
        { "GET /state?set.partner=", NULL, "", "400" },
    };
    struct watched watched = watch(NULL, NULL);

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        char host[60] = "", status[16];
        const char *name = cases[i].host, *port = name != NULL ? strstr(name, "%u") : NULL;

        if (port != NULL) {
            snprintf(host, sizeof host, "%.*s%u", (int)(port - name), name, watched.port);
            name = host;
        }
        char *text = hear(say(&watched, cases[i].request, name, cases[i].more));
        print_message("  %s %s %s\n", cases[i].request, name != NULL ? name : "", cases[i].says);
        snprintf(status, sizeof status, "HTTP/1.1 %s ", cases[i].says);
        if (strncmp(text, status, strlen(status)) != 0)
            fail_msg("%.200s", text);
        free(text);
    }
    end(&watched);
}

static void edits_are_followed(void **state)
{
    struct watched watched = watch(NULL, NULL);
    unsigned long long version = version_of(&watched);

    (void)state;
    edit("First title", "Second title");
    waits_for(&watched, version, "", well);
    answers(&watched, "GET /sheet", "Second title");

    /* Editors put a new file in the place of the old one, or take the old one away first. */
    version = version_of(&watched);
    save("spec.new", spec);
    assert_int_equal(rename("spec.new", "spec.yaml"), 0);
    waits_for(&watched, version, "", well);
    answers(&watched, "GET /sheet", "First title");
    version = version_of(&watched);
    assert_int_equal(rename("spec.yaml", "spec.yaml~"), 0);
    edit("First title", "Third title");
    waits_for(&watched, version, "", well);
    answers(&watched, "GET /sheet", "Third title");
    end(&watched);
}

static void a_broken_edit_keeps_the_last_page(void **state)
{
    struct watched watched = watch(NULL, NULL);
    unsigned long long version = version_of(&watched);

    (void)state;
    edit("sheet:", "shet:");
    waits_for(&watched, version, "", broken);
    answers(&watched, "GET /state",
            "\"file\":\"spec.yaml\",\"line\":9,\"column\":1,\"message\":\"a sheet");
    answers(&watched, "GET /state", "\"excerpt\":\"shet:\"");
    answers(&watched, "GET /sheet", "First title");
    answers(&watched, "GET /page/0", "200 OK");

    version = version_of(&watched);
    save("spec.yaml", "");
    waits_for(&watched, version, "", broken);
    answers(&watched, "GET /sheet", "First title");

    version = version_of(&watched);
    assert_int_equal(unlink("spec.yaml"), 0);
    waits_for(&watched, version, "", "No such file");
    answers(&watched, "GET /sheet", "First title");

    version = version_of(&watched);
    edit("First title", "Mended title");
    waits_for(&watched, version, "", well);
    answers(&watched, "GET /sheet", "Mended title");
    end(&watched);
}

static void a_sheet_may_be_broken_from_the_start(void **state)
{
    struct watched watched = watch("--theme", "missing.yaml");

    (void)state;
    answers(&watched, "GET /state", broken);
    answers(&watched, "GET /state", "missing.yaml");
    answers(&watched, "GET /page/0", "404");
    answers(&watched, "GET /sheet", "404");
    const unsigned long long version = version_of(&watched);
    save("missing.yaml", "theme: 1\nname: found\npaper: '#FAFAF0'\n");
    waits_for(&watched, version, "", well);
    answers(&watched, "GET /page/0", "#fafaf0");
    assert_int_equal(unlink("missing.yaml"), 0);
    end(&watched);
}

static void data_texts_and_themes_are_followed(void **state)
{
    struct watched watched = watch(NULL, NULL);
    unsigned long long version = version_of(&watched);

    (void)state;
    /* As long as before, and at once. */
    for (int i = 0; i < 5; i++) {
        char rows[sizeof data], figure[8];

        snprintf(rows, sizeof rows,
                 "period,partner,value,unit\n2023,CHN,7%d,USD\n2023,DEU,52,USD\n", i);
        snprintf(figure, sizeof figure, "$7%d", i);
        save("data.csv", rows);
        waits_for(&watched, version, "", well);
        answers(&watched, "GET /sheet", figure);
        version = version_of(&watched);
    }
    answers(&watched, "GET /sheet?lang=de", "First title");
    save("texts/de.yaml", "\"First title\": \"Titel aus dem Katalog\"\n");
    waits_for(&watched, version, "&lang=de", well);
    answers(&watched, "GET /sheet?lang=de", "Titel aus dem Katalog");
    version = version_of(&watched);
    save("house.yaml", "theme: 1\nname: house\npaper: '#F9F8F7'\n");
    waits_for(&watched, version, "", well);
    answers(&watched, "GET /page/0", "#f9f8f7");

    /* A folder that goes, and comes back. */
    version = version_of(&watched);
    edit("data.csv", "more/rows.csv");
    waits_for(&watched, version, "", broken);
    version = version_of(&watched);
    assert_int_equal(mkdir("more", 0700), 0);
    save("more/rows.csv", data);
    waits_for(&watched, version, "", well);
    answers(&watched, "GET /sheet", "$41");
    version = version_of(&watched);
    assert_int_equal(rename("more", "less"), 0);
    waits_for(&watched, version, "", broken);
    version = version_of(&watched);
    assert_int_equal(rename("less", "more"), 0);
    waits_for(&watched, version, "", well);
    end(&watched);
    assert_int_equal(unlink("more/rows.csv") | rmdir("more") | unlink("texts/de.yaml"), 0);
}

static void files_may_be_looked_at_instead(void **state)
{
    struct watched watched = watch("--poll", NULL);
    const unsigned long long version = version_of(&watched);

    (void)state;
    edit("First title", "Polled title");
    waits_for(&watched, version, "", well);
    answers(&watched, "GET /sheet", "Polled title");
    end(&watched);
}

/* Two readers are told of one change; one that sends half a request, or hears nothing, keeps nobody up. */
static void readers_do_not_hold_up_each_other(void **state)
{
    struct watched watched = watch(NULL, NULL);
    const int half = join_it(&watched);
    char request[80];

    (void)state;
    assert_int_equal(send(half, "GET / HT", 8, MSG_NOSIGNAL), 8);
    const int deaf = say(&watched, "GET /page/0", NULL, "");
    snprintf(request, sizeof request, "GET /state?after=%llu", version_of(&watched));
    const int first = say(&watched, request, NULL, "");
    const int second = say(&watched, request, NULL, "");
    const int leaving = say(&watched, request, NULL, "");
    close(leaving);
    answers(&watched, "GET /state", well); /* all of the above has arrived */
    edit("First title", "Second title");
    for (int i = 0; i < 2; i++) {
        char *text = hear(i == 0 ? first : second);

        assert_non_null(strstr(text, well));
        free(text);
    }
    answers(&watched, "GET /sheet", "Second title");
    const int last = say(&watched, "GET /state", NULL, "");
    free(hear(last));
    snprintf(request, sizeof request, "GET /state?after=%llu", version_of(&watched));
    const int waiting = say(&watched, request, NULL, "");
    end(&watched); /* while one waits */
    close(waiting);
    close(half);
    close(deaf);
}

static void what_happens_is_told_in_json(void **state)
{
    char line[2000] = "";
    struct watched watched = watch("--json", NULL);
    const unsigned long long version = version_of(&watched);

    (void)state;
    edit("sheet:", "shet:");
    waits_for(&watched, version, "", broken);
    for (size_t n = 0; n + 1 < sizeof line && strstr(line, "shet") == NULL;)
        assert_int_equal(read(watched.output, line + n++, 1), 1);
    assert_non_null(strstr(line, "{\"event\":\"drawn\""));
    assert_non_null(strstr(line, "\"errors\":1"));
    end(&watched);
}

static void wrong_words_are_explained(void **state)
{
    struct watched watched = watch(NULL, NULL);
    char line[100], says[100];

    (void)state;
    shell_check((struct shell_case){ "$sheaf watch", 2, "name a spec" });
    shell_check((struct shell_case){ "$sheaf watch a b", 2, "one spec at a time" });
    shell_check((struct shell_case){ "$sheaf watch -", 2, "standard input does not change" });
    shell_check((struct shell_case){ "$sheaf watch no.yaml", 2, "there is no file no.yaml" });
    shell_check((struct shell_case){ "$sheaf watch spec.yaml --lang en,xx", 2,
                                     "'xx' is no known language" });
    shell_check((struct shell_case){ "$sheaf watch spec.yaml --port x", 2, "'x' is no port" });
    shell_check((struct shell_case){ "$sheaf watch spec.yaml --port 65536", 2, "is no port" });
    shell_check((struct shell_case){ "$sheaf watch spec.yaml --set x", 2, "is not 'name=value'" });
    shell_check((struct shell_case){ "$sheaf watch spec.yaml --port 0 > /dev/full", 3,
                                     "cannot write the output" });
    snprintf(line, sizeof line, "$sheaf watch spec.yaml --port %u", watched.port);
    snprintf(says, sizeof says, "port %u is in use, perhaps by another sheaf watch; --port 0",
             watched.port);
    shell_check((struct shell_case){ line, 3, says });
    end(&watched);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sheet_is_served),
        cmocka_unit_test(the_page_has_words),
        cmocka_unit_test(others_are_refused),
        cmocka_unit_test(edits_are_followed),
        cmocka_unit_test(a_broken_edit_keeps_the_last_page),
        cmocka_unit_test(a_sheet_may_be_broken_from_the_start),
        cmocka_unit_test(data_texts_and_themes_are_followed),
        cmocka_unit_test(files_may_be_looked_at_instead),
        cmocka_unit_test(readers_do_not_hold_up_each_other),
        cmocka_unit_test(what_happens_is_told_in_json),
        cmocka_unit_test(wrong_words_are_explained),
    };
    return cmocka_run_group_tests_name("cli/sheets_are_watched", tests, shell_enter, shell_leave);
}
