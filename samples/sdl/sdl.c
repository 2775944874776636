/* sdl.c - a chart in a window of SDL 2: laid out when the window's size changes, drawn once a size,
 * and the figure under the pointer in the window's title.
 *
 *     cc sdl.c $(pkg-config --cflags --libs sheaf sdl2) -o sdl
 *     ./sdl trade.csv [EXPRESSION]    # "turnover"; without one, each flow of the file
 *
 * The left and right keys walk through the figures, D changes between light and dark, Escape ends. */
#include <SDL.h>
#include <sheaf/sheaf.h>
#include <stdbool.h>
#include <stdio.h>

enum { REACH = 16 }; /* pixels between the pointer and the mark that it means */

struct view {
    SDL_Window *window;
    sheaf_chart *chart;
    sheaf_picture *picture; /* NULL: it has to be laid out */
    size_t at;              /* the figure that keys have walked to */
    bool is_dark, has_box;
    sheaf_box box; /* of the figure that was told last, in this picture */
};

static bool lay_out(struct view *view)
{
    int width, height;

    SDL_GetWindowSize(view->window, &width, &height);
    sheaf_picture_destroy(view->picture);
    view->has_box = false;
    view->picture = sheaf_chart_layout(view->chart, width, height);
    if (view->picture == NULL)
        fprintf(stderr, "%s\n", sheaf_chart_message(view->chart));
    return view->picture != NULL;
}

/* The window's own pixels are Cairo's, where they have its format. */
static bool draw(const struct view *view)
{
    SDL_Surface *window = SDL_GetWindowSurface(view->window);
    SDL_Surface *pixels =
        window == NULL
            ? NULL
            : SDL_CreateRGBSurfaceWithFormat(0, window->w, window->h, 32, SDL_PIXELFORMAT_RGB888);
    if (pixels == NULL)
        return false;
    cairo_surface_t *surface = cairo_image_surface_create_for_data(
        pixels->pixels, CAIRO_FORMAT_RGB24, pixels->w, pixels->h, pixels->pitch);
    cairo_t *cr = cairo_create(surface);
    const bool drawn = sheaf_picture_draw(view->picture, cr, 0, 0) == SHEAF_OK;

    if (view->has_box) {
        cairo_set_source_rgb(cr, 0.5, 0.5, 0.5); /* seen on light and on dark */
        cairo_set_line_width(cr, 2);
        cairo_rectangle(cr, view->box.left - 3, view->box.top - 3,
                        view->box.right - view->box.left + 6, view->box.bottom - view->box.top + 6);
        cairo_stroke(cr);
    }
    cairo_destroy(cr);
    cairo_surface_destroy(surface); /* draws what is left to draw into the pixels */
    SDL_BlitSurface(pixels, NULL, window, NULL);
    SDL_FreeSurface(pixels);
    SDL_UpdateWindowSurface(view->window);
    return drawn;
}

static bool tell(struct view *view, const sheaf_datum *datum)
{
    SDL_SetWindowTitle(view->window, datum->label);
    printf("%s\n", datum->label);
    view->box = datum->box;
    view->has_box = true;
    return draw(view);
}

static bool walk(struct view *view, bool onwards)
{
    const size_t n = sheaf_picture_datum_count(view->picture);
    sheaf_datum datum = SHEAF_DATUM_INIT;

    if (n > 0)
        view->at = (view->at + (onwards ? 1 : n - 1)) % n;
    return !sheaf_picture_datum(view->picture, view->at, &datum) || tell(view, &datum);
}

static bool set_theme(struct view *view, bool is_dark)
{
    sheaf_theme *theme = sheaf_theme_create(NULL, is_dark ? "dark" : "default");

    view->is_dark = is_dark;
    sheaf_chart_set_theme(view->chart, theme);
    sheaf_theme_destroy(theme);
    return lay_out(view) && draw(view);
}

/* False: the program ends. */
static bool handle(struct view *view, const SDL_Event *event)
{
    sheaf_datum datum = SHEAF_DATUM_INIT;

    switch (event->type) {
    case SDL_QUIT:
        return false;
    case SDL_WINDOWEVENT:
        if (event->window.event == SDL_WINDOWEVENT_SIZE_CHANGED)
            return lay_out(view) && draw(view);
        return event->window.event != SDL_WINDOWEVENT_EXPOSED || draw(view);
    case SDL_MOUSEMOTION:
        if (sheaf_picture_nearest(view->picture, event->motion.x, event->motion.y, REACH, &datum))
            return tell(view, &datum);
        return true;
    case SDL_KEYDOWN:
        if (event->key.keysym.sym == SDLK_RIGHT || event->key.keysym.sym == SDLK_LEFT)
            return walk(view, event->key.keysym.sym == SDLK_RIGHT);
        if (event->key.keysym.sym == SDLK_d)
            return set_theme(view, !view->is_dark);
        return event->key.keysym.sym != SDLK_ESCAPE;
    default:
        return true;
    }
}

static sheaf_chart *read_chart(const char *path, const char *expression)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_AUTO);
    sheaf_table *table = sheaf_table_read(NULL, path);
    if (expression == NULL)
        expression = sheaf_table_member_count(table, "flow") > 1 ? "data[flow: *]" : "data";
    sheaf_series_list *series = sheaf_table_evaluate(table, expression);

    for (size_t i = 0; i < sheaf_series_list_count(series); i++)
        sheaf_chart_add(chart, sheaf_series_list_at(series, i));
    if (sheaf_series_list_status(series) != SHEAF_OK)
        fprintf(stderr, "%s\n", sheaf_series_list_error(series)->message);
    sheaf_series_list_destroy(series);
    sheaf_table_destroy(table);
    return chart;
}

int main(int n_words, char **words)
{
    struct view view = { 0 };
    SDL_Event event;

    if (n_words != 2 && n_words != 3)
        return fprintf(stderr, "usage: sdl FILE [EXPRESSION]\n"), 2;
    if (SDL_Init(SDL_INIT_VIDEO) != 0)
        return fprintf(stderr, "sdl: %s\n", SDL_GetError()), 1;
    view.chart = read_chart(words[1], n_words == 3 ? words[2] : NULL);
    view.window = SDL_CreateWindow(words[1], SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, 800,
                                   500, SDL_WINDOW_RESIZABLE);
    const bool begun = view.window != NULL && lay_out(&view) && draw(&view);
    for (bool runs = begun; runs && SDL_WaitEvent(&event);)
        runs = handle(&view, &event);
    sheaf_picture_destroy(view.picture);
    sheaf_chart_destroy(view.chart);
    SDL_DestroyWindow(view.window);
    SDL_Quit();
    return !begun;
}
