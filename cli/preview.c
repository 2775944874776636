/* preview.c - what the terminal can show, and a PNG on it. */
#include "preview.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "command.h"
#include "preview_draw.h"
#include "told.h"

enum { ANSWER_BYTES = 256, LONGEST_WAIT_MS = 300 };

bool preview_is_possible(void)
{
    const char *terminal = getenv("TERM");

    return isatty(STDOUT_FILENO) && terminal != NULL && terminal[0] != '\0' &&
           strcmp(terminal, "dumb") != 0;
}

/* Asking ------------------------------------------------------------------------- */

/* A picture of one pixel that is not shown, to which kitty's protocol answers "OK", and DA1, to which all
 * terminals answer: its answer is the end. */
static const char question[] = "\x1B_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\x1B\\\x1B[c";

/* The end of DA1's answer, "\e[?62;4;22c"; NULL: it is not whole. *begin: behind the question mark. */
static const char *find_attributes(const char *answer, const char **begin)
{
    const char *at = strstr(answer, "\x1B[?");

    if (at == NULL)
        return NULL;
    *begin = at + 3;
    at = *begin + strspn(*begin, "0123456789;");
    return *at == 'c' ? at : NULL;
}

static void read_answer(int terminal, char answer[ANSWER_BYTES])
{
    struct pollfd waits = { .fd = terminal, .events = POLLIN };
    const char *begin;
    size_t n = 0;

    answer[0] = '\0';
    while (n + 1 < ANSWER_BYTES && poll(&waits, 1, LONGEST_WAIT_MS) > 0) {
        const ssize_t got = read(terminal, answer + n, ANSWER_BYTES - 1 - n);

        if (got <= 0)
            return;
        n += (size_t)got;
        answer[n] = '\0';
        if (find_attributes(answer, &begin) != NULL)
            return;
    }
}

/* The terminal neither shows its answer nor waits for a line meanwhile. Signals wait, so that it is always
 * set back. A program in the background would be stopped, and does not ask. */
static void ask(char answer[ANSWER_BYTES])
{
    const char *name = ttyname(STDOUT_FILENO);
    const int terminal = name != NULL ? open(name, O_RDWR | O_NOCTTY | O_CLOEXEC) : -1;
    struct termios before, raw;
    sigset_t all, unblocked;

    answer[0] = '\0';
    if (terminal < 0)
        return;
    if (tcgetpgrp(terminal) == getpgrp() && tcgetattr(terminal, &before) == 0) {
        sigfillset(&all);
        sigprocmask(SIG_BLOCK, &all, &unblocked);
        raw = before;
        raw.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
        raw.c_cc[VMIN] = 0;
        raw.c_cc[VTIME] = 0;
        if (tcsetattr(terminal, TCSADRAIN, &raw) == 0) {
            if (write(terminal, question, strlen(question)) == (ssize_t)strlen(question))
                read_answer(terminal, answer);
            tcsetattr(terminal, TCSADRAIN, &before);
        }
        sigprocmask(SIG_SETMASK, &unblocked, NULL);
    }
    close(terminal);
}

static bool has_attribute(const char *answer, const char *attribute)
{
    const char *at = NULL, *end = find_attributes(answer, &at);
    const size_t length = strlen(attribute);

    while (end != NULL && at < end) {
        const size_t n = strcspn(at, ";c");

        if (n == length && strncmp(at, attribute, n) == 0)
            return true;
        at += n + 1;
    }
    return false;
}

static enum preview_way choose_way(void)
{
    const char *terminal = getenv("TERM");
    char answer[ANSWER_BYTES];

    /* The console of Linux would print the question. */
    if (terminal != NULL && strncmp(terminal, "linux", 5) == 0)
        answer[0] = '\0';
    else
        ask(answer);
    if (strstr(answer, "\x1B_Gi=31;OK") != NULL)
        return PREVIEW_KITTY;
    if (has_attribute(answer, "4"))
        return PREVIEW_SIXELS;
    return wants_color(stdout) ? PREVIEW_BLOCKS : PREVIEW_DOTS;
}

static double at_most(double value, double most)
{
    return value < most ? value : most;
}

struct preview preview_ask(void)
{
    /* Where the terminal does not tell, its cells are of 10 by 20 pixels, and it has 80 by 24. */
    struct winsize window = { 0 };
    struct preview preview = { .columns = 80, .rows = 24 };
    double cell_width = 10, cell_height = 20;

    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &window) == 0 && window.ws_col > 0 && window.ws_row > 0) {
        preview.columns = window.ws_col;
        preview.rows = window.ws_row;
        if (window.ws_xpixel > 0 && window.ws_ypixel > 0) {
            cell_width = (double)window.ws_xpixel / window.ws_col;
            cell_height = (double)window.ws_ypixel / window.ws_row;
        }
    }
    preview.way = choose_way();
    const int rows = preview.rows > 8 ? preview.rows - 2 : 6; /* the prompt stays in sight */
    preview.width = at_most(preview.columns * cell_width, 1600);
    preview.height = at_most(rows * cell_height, preview.width * 5 / 8);
    return preview;
}

/* The PNG ------------------------------------------------------------------------- */

static int collect(void *context, const void *bytes, size_t n)
{
    struct preview_png *png = context;

    if (png->n + n > png->capacity) {
        const size_t capacity = 2 * (png->n + n);
        unsigned char *larger = realloc(png->bytes, capacity);

        if (larger == NULL)
            return ENOMEM;
        png->bytes = larger;
        png->capacity = capacity;
    }
    memcpy(png->bytes + png->n, bytes, n);
    png->n += n;
    return 0;
}

sheaf_sink preview_sink(struct preview_png *png)
{
    return (sheaf_sink){ png, collect };
}

void preview_free(struct preview_png *png)
{
    free(png->bytes);
    *png = (struct preview_png){ NULL, 0, 0 };
}

static unsigned number_at(const unsigned char *at)
{
    return (unsigned)at[0] << 24 | (unsigned)at[1] << 16 | (unsigned)at[2] << 8 | at[3];
}

/* IHDR is the first chunk (PNG, 5.6). */
bool preview_size(const struct preview_png *png, unsigned *width, unsigned *height)
{
    if (png->n < 24 || memcmp(png->bytes, "\x89PNG", 4) != 0)
        return false;
    *width = number_at(png->bytes + 16);
    *height = number_at(png->bytes + 20);
    return true;
}

int preview_show(const struct preview *preview, const struct preview_png *png)
{
    bool is_drawn;

    switch (preview->way) {
    case PREVIEW_KITTY:
        draw_kitty(png);
        is_drawn = true;
        break;
    case PREVIEW_SIXELS:
        is_drawn = draw_sixels(png);
        break;
    case PREVIEW_BLOCKS:
    case PREVIEW_DOTS:
    default:
        is_drawn = draw_cells(preview, png);
        break;
    }
    return is_drawn ? finish_output() : out_of_memory();
}
