/* terminals_show_previews.c - sheaf chart and sheaf sheet without -o on a terminal: what they ask it, and
 * that what they draw there is the picture. The test is the terminal. */
#include "support/check.h"

#include <pty.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include <cairo.h>

#include "cli/shell.h"
#include "support/golden.h"

enum { MOST_SHOWN = 4 << 20, COLUMNS = 80, ROWS = 24, CELL_WIDTH = 10, CELL_HEIGHT = 20 };

struct shown {
    char *bytes;
    size_t n;
    int status; /* of the exit, or 128 and a signal */
    bool is_set_back;
};

struct terminal {
    const char *name, *no_color; /* TERM, NO_COLOR; NULL: not set */
    const char *answer;          /* to DA1; NULL: none */
};

static void become(const struct terminal *terminal, const char *line)
{
    setenv("TERM", terminal->name, 1);
    setenv("COLORTERM", "truecolor", 1);
    if (terminal->no_color != NULL)
        setenv("NO_COLOR", terminal->no_color, 1);
    else
        unsetenv("NO_COLOR");
    execl("/bin/sh", "sh", "-c", line, (char *)NULL);
    _exit(127);
}

static bool is_cooked(int master)
{
    struct termios now;

    return tcgetattr(master, &now) == 0 && (now.c_lflag & ICANON) != 0 && (now.c_lflag & ECHO) != 0;
}

/* Runs a command line on it. */
static struct shown show(const struct terminal *terminal, const char *line)
{
    struct winsize size = { ROWS, COLUMNS, COLUMNS * CELL_WIDTH, ROWS * CELL_HEIGHT };
    struct shown shown = { .bytes = calloc(1, MOST_SHOWN + 1) };
    bool has_answered = terminal->answer == NULL;
    int master, status;

    print_message("  %s\n", line);
    const pid_t child = forkpty(&master, NULL, NULL, &size);
    assert_true(child >= 0);
    assert_non_null(shown.bytes);
    if (child == 0)
        become(terminal, line);
    shown.is_set_back = true;
    while (shown.n < MOST_SHOWN) {
        const ssize_t got = read(master, shown.bytes + shown.n, MOST_SHOWN - shown.n);

        if (got <= 0) /* EIO at the end */
            break;
        shown.n += (size_t)got;
        shown.is_set_back = is_cooked(master);
        if (!has_answered && strstr(shown.bytes, "\x1B[c") != NULL) {
            const size_t n = strlen(terminal->answer);
            assert_int_equal(write(master, terminal->answer, n), (ssize_t)n);
            has_answered = true;
        }
    }
    waitpid(child, &status, 0);
    close(master);
    shown.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return shown;
}

/* Decoding --------------------------------------------------------------------------- */

struct image {
    unsigned *pixels; /* 0xRRGGBB */
    int width, height;
};

static unsigned from_percent(const unsigned parts[3])
{
    unsigned color = 0;

    for (int i = 0; i < 3; i++)
        color = color << 8 | (parts[i] * 255 + 50) / 100;
    return color;
}

static unsigned number(const char **at)
{
    return (unsigned)strtoul(*at, (char **)(uintptr_t)at, 10);
}

/* "#3;2;100;0;0" sets a colour, "#3" chooses it. */
static unsigned read_color(const char **at, unsigned palette[256])
{
    unsigned parts[3];

    ++*at;
    const unsigned index = number(at);
    assert_in_range(index, 0, 255);
    if (strncmp(*at, ";2;", 3) != 0)
        return index;
    *at += 2;
    for (int i = 0; i < 3; i++) {
        ++*at;
        parts[i] = number(at);
        assert_in_range(parts[i], 0, 100);
    }
    palette[index] = from_percent(parts);
    return index;
}

static void put_sixel(struct image *image, int x, int y, int bits, unsigned color)
{
    for (int i = 0; i < 6; i++)
        if ((bits >> i & 1) != 0) {
            assert_in_range(x, 0, image->width - 1);
            assert_in_range(y + i, 0, image->height - 1);
            image->pixels[(y + i) * image->width + x] = color;
        }
}

static struct image decode_sixels(const struct shown *shown)
{
    const char *at = strstr(shown->bytes, "\x1BP");
    unsigned palette[256] = { 0 }, color = 0;
    struct image image = { NULL, 0, 0 };
    int x = 0, y = 0;

    assert_non_null(at);
    at = strchr(at, '"');
    assert_non_null(at);
    assert_int_equal(sscanf(at, "\"1;1;%d;%d", &image.width, &image.height), 2);
    image.pixels = calloc((size_t)image.width * (size_t)image.height, sizeof *image.pixels);
    for (at += strcspn(at, "#"); *at != '\x1B' && *at != '\0';) {
        unsigned times = 1;

        if (*at == '#') {
            color = read_color(&at, palette);
            continue;
        }
        if (*at == '!') {
            at++;
            times = number(&at);
        }
        if (*at == '$' || *at == '-')
            x = 0;
        if (*at == '-')
            y += 6;
        if (*at >= '?')
            for (; times > 0; times--)
                put_sixel(&image, x++, y, *at - '?', palette[color]);
        at++;
    }
    assert_memory_equal(at, "\x1B\\", 2);
    return image;
}

/* The mean difference of a channel from the picture in a file. */
static double difference(const struct image *image, const char *path)
{
    cairo_surface_t *surface = cairo_image_surface_create_from_png(path);
    double sum = 0;

    assert_int_equal(cairo_surface_status(surface), CAIRO_STATUS_SUCCESS);
    assert_int_equal(cairo_image_surface_get_width(surface), image->width);
    assert_int_equal(cairo_image_surface_get_height(surface), image->height);
    for (int y = 0; y < image->height; y++)
        for (int x = 0; x < image->width; x++) {
            uint32_t pixel;

            memcpy(&pixel,
                   cairo_image_surface_get_data(surface) +
                       (size_t)y * (size_t)cairo_image_surface_get_stride(surface) + (size_t)x * 4,
                   sizeof pixel);
            for (int shift = 0; shift <= 16; shift += 8)
                sum += abs((int)(pixel >> shift & 0xFF) -
                           (int)(image->pixels[y * image->width + x] >> shift & 0xFF));
        }
    cairo_surface_destroy(surface);
    return sum / (3.0 * image->width * image->height);
}

/* Tests ----------------------------------------------------------------------------- */

static const char chart_line[] = "$sheaf chart $source/tests/bench/months.csv";
static const struct terminal sixel_terminal = { "xterm", NULL, "\x1B[?62;4;22c" };
static const struct terminal plain_terminal = { "xterm", NULL, "\x1B[?62;22c" };
static const struct terminal kitty_terminal = { "xterm-kitty", NULL,
                                                "\x1B_Gi=31;OK\x1B\\\x1B[?62;c" };

static void draw_for_comparison(void)
{
    shell_check((struct shell_case){
        "$sheaf chart $source/tests/bench/months.csv --size 800x440 -o same.png", 0, "" });
}

static void sixels_are_the_picture(void **state)
{
    struct shown shown = show(&sixel_terminal, chart_line);
    struct image image = decode_sixels(&shown);

    (void)state;
    draw_for_comparison();
    assert_int_equal(shown.status, 0);
    assert_true(difference(&image, "same.png") < 3); /* 5 bits a channel: 2 on average */
    free(image.pixels);
    free(shown.bytes);
}

static size_t decode_base64(const char *at, size_t n, unsigned char *out)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    unsigned bits = 0, n_bits = 0;
    size_t length = 0;

    for (size_t i = 0; i < n && at[i] != '='; i++) {
        const char *digit = strchr(digits, at[i]);

        assert_non_null(digit);
        bits = bits << 6 | (unsigned)(digit - digits);
        n_bits += 6;
        if (n_bits >= 8)
            out[length++] = (unsigned char)(bits >> (n_bits -= 8));
    }
    return length;
}

static void kitty_gets_the_png(void **state)
{
    struct shown shown = show(&kitty_terminal, chart_line);
    unsigned char *png = calloc(1, shown.n + 1), *file = calloc(1, shown.n + 1);
    const char *at = strstr(shown.bytes, "\x1B_Ga=T,f=100,");
    size_t n = 0;

    (void)state;
    assert_non_null(png);
    assert_non_null(file);
    for (; at != NULL; at = strstr(at + 1, "\x1B_G")) {
        const char *from = strchr(at, ';') + 1;
        const size_t length = strcspn(from, "\x1B");

        assert_in_range(length, 1, 4096);
        n += decode_base64(from, length, png + n);
    }
    draw_for_comparison();
    FILE *stream = fopen("same.png", "rb");
    assert_non_null(stream);
    assert_int_equal(fread(file, 1, shown.n, stream), n);
    fclose(stream);
    assert_memory_equal(file, png, n);
    free(png);
    free(file);
    free(shown.bytes);
}

/* Without the sequences that begin with ESC, and without CR. */
static char *plain_text(const struct shown *shown)
{
    char *text = calloc(1, shown->n + 1), *to = text;

    assert_non_null(text);
    for (const char *at = shown->bytes; *at != '\0'; at++)
        if (at[0] == '\x1B' && at[1] == '_')
            at = strstr(at, "\x1B\\") + 1;
        else if (at[0] == '\x1B')
            at += 2 + strspn(at + 2, "0123456789;?");
        else if (*at != '\r')
            *to++ = *at;
    return text;
}

/* Lines of as many cells, before the description. */
static void assert_cells(const char *text, const char *prefix)
{
    int rows = 0;

    for (; strncmp(text, prefix, strlen(prefix)) == 0; text += strcspn(text, "\n") + 1, rows++)
        assert_int_equal(strcspn(text, "\n"), 3 * COLUMNS);
    assert_int_equal(rows, ROWS - 2);
    assert_non_null(strstr(text, "Exports \xE2\x80\x93 first Jan 2022: 6.09"));
}

static void blocks_fill_the_terminal(void **state)
{
    struct shown shown = show(&plain_terminal, chart_line);
    char *text = plain_text(&shown);

    (void)state;
    assert_int_equal(shown.status, 0);
    assert_cells(text, "\u2580");
    assert_non_null(strstr(shown.bytes, "\x1B[38;2;255;255;255m")); /* paper */
    assert_true(shown.is_set_back);
    free(text);
    free(shown.bytes);
}

/* A terminal that does not answer, and one whose program is to use no colours. */
static void dots_are_those_of_the_fixture(void **state)
{
    enum { LONGEST = 1 << 14 };
    struct shown shown = show(&(struct terminal){ "vt100", "1", NULL }, chart_line);
    char *text = plain_text(&shown), *known = calloc(1, LONGEST), path[600];
    size_t n_different = 0;

    (void)state;
    snprintf(path, sizeof path, "%s/tests/cli/fixtures/preview.txt", golden_source_folder());
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    assert_non_null(known);
    const size_t n = fread(known, 1, LONGEST - 1, file);
    fclose(file);
    assert_cells(text, "\xE2");
    assert_int_equal(strlen(text), n);
    for (size_t i = 0; i < n; i++)
        n_different += text[i] != known[i];
    assert_true(n_different * 50 < n); /* letters may be drawn a little differently elsewhere */
    assert_null(strstr(shown.bytes, "\x1B[38"));
    free(known);
    free(text);
    free(shown.bytes);
}

static void a_sheet_shows_its_first_page(void **state)
{
    struct shown shown =
        show(&sixel_terminal, "$sheaf sheet $source/samples/kaz-chn/kaz-chn.yaml 2>/dev/null");
    struct image image = decode_sixels(&shown);

    (void)state;
    assert_int_equal(shown.status, 0);
    assert_in_range(image.width, 780, 800); /* the terminal's width */
    assert_in_range(image.height, 1100, 1140);
    free(image.pixels);
    free(shown.bytes);
}

static void mistakes_are_told_as_ever(void **state)
{
    static const struct {
        const char *line;
        int status;
        const char *says;
    } wrong[] = {
        { "$sheaf chart no.csv", 1, "no.csv: " },
        { "$sheaf sheet no.yaml", 1, "no.yaml: " },
        { "$sheaf chart $source/tests/bench/months.csv -o -", 2, "name the output" },
        { "$sheaf chart $source/tests/bench/months.csv -f png", 2, "not for a terminal" },
        { "$sheaf chart $source/tests/bench/months.csv | cat", 0, "name the output" },
        { "TERM=dumb $sheaf chart $source/tests/bench/months.csv", 2, "name the output" },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(wrong); i++) {
        struct shown shown = show(&plain_terminal, wrong[i].line);

        if (shown.status != wrong[i].status || strstr(shown.bytes, wrong[i].says) == NULL)
            fail_msg("exit code %d, output:\n%s", shown.status, shown.bytes);
        assert_true(shown.is_set_back);
        free(shown.bytes);
    }
}

/* Ctrl-C while the terminal is asked: the program ends, and the terminal is as it was. */
static void it_can_be_stopped(void **state)
{
    const struct terminal stopping = { "xterm", NULL, "\x03" };
    struct shown shown =
        show(&stopping, "$sheaf chart $source/tests/bench/months.csv; s=$?; stty -a; exit $s");

    (void)state;
    assert_true(shown.status == 130 || shown.status == 128 + 2);
    free(shown.bytes);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(sixels_are_the_picture),
        cmocka_unit_test(kitty_gets_the_png),
        cmocka_unit_test(blocks_fill_the_terminal),
        cmocka_unit_test(dots_are_those_of_the_fixture),
        cmocka_unit_test(a_sheet_shows_its_first_page),
        cmocka_unit_test(mistakes_are_told_as_ever),
        cmocka_unit_test(it_can_be_stopped),
    };
    return cmocka_run_group_tests_name("cli/terminals_show_previews", tests, shell_enter,
                                       shell_leave);
}
