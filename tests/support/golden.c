#include "support/golden.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "support/check.h"
#include "support/picture.h"

enum { PATH = 1024, THRESHOLD = 16 };
static const double allowed_share = 0.001;

static const char *environment(const char *name, const char *otherwise)
{
    const char *value = getenv(name);

    return value != NULL && value[0] != '\0' ? value : otherwise;
}

const char *golden_source_folder(void)
{
    return environment("SHEAF_SOURCE", TEST_SOURCE);
}

const char *golden_build_folder(void)
{
    return environment("SHEAF_BUILD", TEST_BUILD);
}

static bool writes(void)
{
    return strcmp(environment("SHEAF_GOLDEN", ""), "write") == 0;
}

static void golden_path(char path[PATH], const char *name)
{
    snprintf(path, PATH, "%s/tests/golden/%s", golden_source_folder(), name);
}

/* BUILD/golden/NAME with something put before the last dot: "bars.made.scene". */
static void made_path(char path[PATH], const char *name, const char *what)
{
    const char *dot = strrchr(name, '.');
    int stem = dot != NULL ? (int)(dot - name) : (int)strlen(name);

    snprintf(path, PATH, "%s/golden/%.*s.%s%s", golden_build_folder(), stem, name, what,
             dot != NULL ? dot : "");
}

bool golden_make_folders(const char *path)
{
    char folder[PATH];

    snprintf(folder, sizeof folder, "%s", path);
    for (char *at = folder + 1; *at != '\0'; at++)
        if (*at == '/') {
            *at = '\0';
            if (mkdir(folder, 0777) != 0 && errno != EEXIST)
                return false;
            *at = '/';
        }
    return true;
}

static void write_file(const char *path, const void *bytes, size_t n)
{
    FILE *file = golden_make_folders(path) ? fopen(path, "wb") : NULL;
    bool done = file != NULL && fwrite(bytes, 1, n, file) == n;

    if (file != NULL && fclose(file) != 0)
        done = false;
    if (!done)
        print_error("cannot write '%s': %s\n", path, strerror(errno));
}

/* The whole file, malloc'ed with a NUL behind; NULL when it cannot be read. */
static char *read_file(const char *path, size_t *n)
{
    FILE *file = fopen(path, "rb");
    char *bytes = NULL;
    struct stat facts;

    if (file == NULL)
        return NULL;
    if (fstat(fileno(file), &facts) == 0 && S_ISREG(facts.st_mode))
        bytes = malloc((size_t)facts.st_size + 1);
    if (bytes != NULL) {
        *n = fread(bytes, 1, (size_t)facts.st_size, file);
        bytes[*n] = '\0';
    }
    fclose(file);
    return bytes;
}

static size_t line_length(const char *text, size_t n)
{
    const char *end = n > 0 ? memchr(text, '\n', n) : NULL;

    return end != NULL ? (size_t)(end - text) : n;
}

static void print_first_difference(const char *want, size_t n_want, const char *got, size_t n_got)
{
    size_t a = 0, b = 0;

    for (int line = 1; a <= n_want && b <= n_got; line++) {
        size_t x = line_length(want + a, n_want - a), y = line_length(got + b, n_got - b);
        if (x != y || memcmp(want + a, got + b, x) != 0 || (a + x == n_want) != (b + y == n_got)) {
            print_error("line %d should be\n  %.*s\nbut is\n  %.*s\n", line, (int)x, want + a,
                        (int)y, got + b);
            return;
        }
        a += x + 1;
        b += y + 1;
    }
}

void golden_check_text(const char *name, const void *bytes, size_t n, const char *file, int line)
{
    char path[PATH], made[PATH];
    size_t n_want = 0;

    golden_path(path, name);
    char *want = read_file(path, &n_want);
    bool same = want != NULL && n_want == n && (n == 0 || memcmp(want, bytes, n) == 0);
    if (!same && writes()) {
        write_file(path, bytes, n);
        print_message("golden file written: %s\n", path);
        same = true;
    }
    if (!same) {
        made_path(made, name, "made");
        write_file(made, bytes, n);
        if (want == NULL)
            print_error("there is no golden file '%s'\n", path);
        else
            print_first_difference(want, n_want, n > 0 ? bytes : "", n);
        print_error("made: %s\nIf that is right: tests/golden/remake\n", made);
    }
    free(want);
    if (!same)
        _fail(file, line);
}

static bool pictures_agree(const struct picture *want, const struct picture *got, const char *name)
{
    char path[PATH];
    struct picture shown;

    if (want->width != got->width || want->height != got->height) {
        print_error("the picture should have %d x %d pixels but has %d x %d\n", want->width,
                    want->height, got->width, got->height);
        return false;
    }
    struct picture_difference difference = picture_compare(want, got, THRESHOLD, 0, &shown);
    bool agree = difference.share <= allowed_share;
    if (!agree) {
        made_path(path, name, "difference");
        if (golden_make_folders(path) && picture_write_file(&shown, path))
            print_error("difference: %s\n", path);
        print_error("%.2f %% of the pixels differ by more than %d (mean %.3f, largest %d)\n",
                    100 * difference.share, THRESHOLD, difference.mean, difference.largest);
    }
    picture_free(&shown);
    return agree;
}

void golden_check_picture(const char *name, const void *png, size_t n, const char *file, int line)
{
    char path[PATH], made[PATH];
    struct picture want, got;

    if (!picture_read(&got, png, n)) {
        print_error("these are not the bytes of a PNG: %s\n", name);
        _fail(file, line);
    }
    golden_path(path, name);
    bool there = picture_read_file(&want, path);
    bool same;
    if (writes()) {
        same = there && want.width == got.width && want.height == got.height &&
               picture_compare(&want, &got, 0, 0, NULL).largest == 0;
        if (!same) {
            write_file(path, png, n);
            print_message("golden picture written: %s\n", path);
        }
        same = true;
    } else {
        same = there && pictures_agree(&want, &got, name);
        if (!there)
            print_error("there is no golden picture '%s'\n", path);
    }
    if (!same) {
        made_path(made, name, "made");
        write_file(made, png, n);
        print_error("made: %s\nIf that is right: tests/golden/remake\n", made);
    }
    picture_free(&want);
    picture_free(&got);
    if (!same)
        _fail(file, line);
}
