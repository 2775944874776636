/* host.c - a program that loads a plug-in and has it draw: host PLUGIN OUT.png */
#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

int main(int n_words, char **words)
{
    int (*draw)(const char *path);
    void *plugin, *symbol;

    if (n_words != 3)
        return 2;
    plugin = dlopen(words[1], RTLD_NOW | RTLD_LOCAL);
    symbol = plugin != NULL ? dlsym(plugin, "plugin_draw") : NULL;
    if (symbol == NULL) {
        fprintf(stderr, "%s\n", dlerror());
        return 1;
    }
    memcpy(&draw, &symbol, sizeof draw);
    return draw(words[2]);
}
