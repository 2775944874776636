/* keys_explain_what_is_drawn.c - in every golden chart the key explains each special mark that the plot
 * has (hatches, dots and dashes, rings, whiskers, signs in brackets), and shows no mark and no colour
 * that the plot has not. */
#include "support/check.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "support/golden.h"

enum form { HATCH_RISING, HATCH_FALLING, DOTTED, DASHED, RING, WHISKER, FORMS };
static const char *const form_names[FORMS] = {
    "own estimates' hatch", "provisional hatch", "dots", "dashes", "rings", "whiskers"
};

/* What a part of a picture shows. */
struct shown {
    size_t forms[FORMS];
    struct buffer words; /* all texts, one after the other */
    struct buffer paths; /* colours of paths */
};

struct picture {
    char name[300];
    double width;
    struct shown key, plot;
};

/* Rings that are explained beside them: "2015" stands over the open dots. */
static const char *const named_rings[] = { "dumbbell", "products" };
/* Below this width a key has no room for more than the names of series. */
static const double least_width = 250;

static bool begins(const char *text, const char *with)
{
    return strncmp(text, with, strlen(with)) == 0;
}

/* The number behind a word of a line; -1: the word is not there. */
static double number_behind(const char *line, const char *word)
{
    const char *at = strstr(line, word);

    return at != NULL ? strtod(at + strlen(word), NULL) : -1;
}

static size_t count(const char *line, const char *word)
{
    size_t n = 0;

    for (const char *at = line; (at = strstr(at, word)) != NULL; at += strlen(word))
        n++;
    return n;
}

/* A stroke of two points. */
static bool is_stroke(const char *line, double *x0, double *y0, double *x1, double *y1)
{
    return sscanf(line, "path M %lf,%lf L %lf,%lf stroke", x0, y0, x1, y1) == 4 &&
           count(line, " L ") == 1 && strstr(line, " Z ") == NULL;
}

/* A line down and two across its ends, which come next. */
static bool is_whisker(const char *line, const char *next, const char *last)
{
    double x[3][2], y[3][2];

    return is_stroke(line, &x[0][0], &y[0][0], &x[0][1], &y[0][1]) &&
           is_stroke(next, &x[1][0], &y[1][0], &x[1][1], &y[1][1]) &&
           is_stroke(last, &x[2][0], &y[2][0], &x[2][1], &y[2][1]) && x[0][0] == x[0][1] &&
           y[1][0] == y[1][1] && y[2][0] == y[2][1] && y[1][0] == y[0][0] && y[2][0] == y[0][1];
}

static void see_path(struct shown *shown, const char *line)
{
    double dash = number_behind(line, " dash ");
    const char *comma = dash >= 0 ? strchr(strstr(line, " dash "), ',') : NULL;
    double share = comma != NULL ? dash / strtod(comma + 1, NULL) : -1;

    /* The theme's hatches, by which series are told apart, have lines of paper. */
    if (strstr(line, "hatch #") != NULL && strstr(line, "hatch #FFFFFF") == NULL)
        shown->forms[number_behind(line, " angle ") > 90 ? HATCH_FALLING : HATCH_RISING]++;
    /* Leaders are finely dashed. */
    shown->forms[DOTTED] += share >= 0 && share < 0.05;
    shown->forms[DASHED] += share > 1;
    shown->forms[RING] += count(line, " C ") == 4 && strstr(line, " fill #FFFFFF stroke ") != NULL;
    for (const char *at = line; (at = strchr(at, '#')) != NULL; at++)
        buffer_put(&shown->paths, at, 7);
}

static void see_text(struct shown *shown, const char *line)
{
    const char *begin = strchr(line, '"'), *end = strstr(line, "\" at ");

    assert_true(begin != NULL && end != NULL && end > begin);
    buffer_put(&shown->words, begin + 1, (size_t)(end - begin - 1));
}

static size_t indent_of(const char *line)
{
    return strspn(line, " ");
}

/* A line of the dump, with the two after it; where: what the line is a part of. */
static void see(struct shown *where, char *const *lines, size_t i)
{
    const char *line = lines[i] + indent_of(lines[i]);

    if (begins(line, "text "))
        see_text(where, line);
    if (!begins(line, "path "))
        return;
    see_path(where, line);
    where->forms[WHISKER] += is_whisker(line, lines[i + 1] + indent_of(lines[i + 1]),
                                        lines[i + 2] + indent_of(lines[i + 2]));
}

/* The dump as lines, two empty ones at its end. */
static char **lines_of(char *text, size_t *n)
{
    size_t room = 2;

    for (const char *at = text; *at != '\0'; at++)
        room += *at == '\n';
    char **lines = calloc(room + 2, sizeof *lines);
    assert_non_null(lines);
    *n = 0;
    for (char *at = strtok(text, "\n"); at != NULL; at = strtok(NULL, "\n"))
        lines[(*n)++] = at;
    lines[*n] = lines[*n + 1] = text + strlen(text);
    return lines;
}

static void read_picture(struct picture *picture, const char *path)
{
    sheaf_error error = { 0 };
    struct buffer text;
    size_t n;
    struct shown *where = NULL;
    size_t depth = 0;

    buffer_init(&text, NULL, &error);
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    char chunk[4096];
    for (size_t got; (got = fread(chunk, 1, sizeof chunk, file)) > 0;)
        buffer_put(&text, chunk, got);
    fclose(file);
    char **lines = lines_of(text.bytes, &n);
    picture->width = number_behind(lines[0], "scene ");
    for (size_t i = 1; i < n; i++) {
        size_t indent = indent_of(lines[i]);
        if (where != NULL && indent <= depth)
            where = NULL;
        if (where != NULL)
            see(where, lines, i);
        else if (strcmp(lines[i] + indent, "legend") == 0 ||
                 strcmp(lines[i] + indent, "plot") == 0) {
            where = lines[i][indent] == 'l' ? &picture->key : &picture->plot;
            depth = indent;
        }
    }
    free(lines);
    buffer_free(&text);
}

static bool has(const struct buffer *buffer, const char *text)
{
    return buffer->length > 0 && strstr(buffer->bytes, text) != NULL;
}

static size_t check_forms(const struct picture *picture)
{
    size_t faults = 0;

    for (int form = 0; form < FORMS; form++) {
        size_t in_key = picture->key.forms[form], in_plot = picture->plot.forms[form];
        bool named = picture->width < least_width;
        for (size_t i = 0; form == RING && i < LENGTH(named_rings); i++)
            named = named || begins(picture->name, named_rings[i]);
        named = named || (form == WHISKER && begins(picture->name, "box"));
        if (in_key > 0 && in_plot == 0)
            print_error("%s: the key explains %s, which are not drawn\n", picture->name,
                        form_names[form]);
        if (in_plot > 0 && in_key == 0 && !named)
            print_error("%s: no key explains %s\n", picture->name, form_names[form]);
        faults += (in_key > 0 && in_plot == 0) || (in_plot > 0 && in_key == 0 && !named);
    }
    return faults;
}

/* "[p]" beside a figure. */
static size_t check_signs(const struct picture *picture)
{
    size_t faults = 0;

    for (char letter = 'a'; letter <= 'z'; letter++) {
        const char sign[] = { '[', letter, ']', '\0' };
        bool in_key = has(&picture->key.words, sign), in_plot = has(&picture->plot.words, sign);
        if (in_key == in_plot || (in_plot && picture->width < least_width))
            continue;
        print_error("%s: %s is in the %s only\n", picture->name, sign, in_key ? "key" : "plot");
        faults++;
    }
    return faults;
}

/* Statuses are explained in grey, which stands for every colour. */
static bool is_grey(const char *color)
{
    unsigned red, green, blue;

    if (sscanf(color, "#%2x%2x%2x", &red, &green, &blue) != 3)
        return false;
    unsigned most = red > green ? red : green, least = red < green ? red : green;
    most = blue > most ? blue : most;
    least = blue < least ? blue : least;
    return most - least <= 25;
}

/* Scales of colours are shown whole; parts too thin to be seen are named all the same. */
static size_t check_colors(const struct picture *picture)
{
    static const char *const whole[] = { "heatmap", "tiles", "marimekko" };
    size_t faults = 0;

    for (size_t i = 0; i < LENGTH(whole); i++)
        if (begins(picture->name, whole[i]))
            return 0;
    for (size_t at = 0; at + 7 <= picture->key.paths.length; at += 7) {
        char color[8] = { 0 };
        memcpy(color, picture->key.paths.bytes + at, 7);
        if (is_grey(color) || has(&picture->plot.paths, color))
            continue;
        print_error("%s: the key's %s is nowhere in the plot\n", picture->name, color);
        faults++;
    }
    return faults;
}

static size_t check_picture(const char *folder, const char *name)
{
    struct picture picture = { 0 };
    struct buffer *buffers[] = { &picture.key.words, &picture.key.paths, &picture.plot.words,
                                 &picture.plot.paths };
    sheaf_error error = { 0 };
    char path[4096 + sizeof picture.name];

    for (size_t i = 0; i < LENGTH(buffers); i++)
        buffer_init(buffers[i], NULL, &error);
    snprintf(picture.name, sizeof picture.name, "%s", name);
    snprintf(path, sizeof path, "%s/%s", folder, name);
    read_picture(&picture, path);
    size_t faults = check_forms(&picture) + check_signs(&picture) + check_colors(&picture);
    for (size_t i = 0; i < LENGTH(buffers); i++)
        buffer_free(buffers[i]);
    return faults;
}

static void keys_explain_each_mark_and_no_other(void **state)
{
    char folder[4000];
    size_t pictures = 0, faults = 0;

    (void)state;
    snprintf(folder, sizeof folder, "%s/tests/golden/chart", golden_source_folder());
    DIR *open = opendir(folder);
    assert_non_null(open);
    for (const struct dirent *entry; (entry = readdir(open)) != NULL;) {
        size_t n = strlen(entry->d_name);
        if (n < 6 || strcmp(entry->d_name + n - 6, ".scene") != 0)
            continue;
        pictures++;
        faults += check_picture(folder, entry->d_name);
    }
    closedir(open);
    print_message("  %zu pictures\n", pictures);
    assert_true(pictures > 100);
    assert_int_equal(faults, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_explain_each_mark_and_no_other),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
