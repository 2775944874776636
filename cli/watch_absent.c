/* watch_absent.c - sheaf watch where there was no libmicrohttpd when Sheaf was built. */
#include "watch.h"

#include <stdio.h>

int watch_serve(const struct watch_order *order)
{
    (void)order;
    fputs(
        "sheaf: error: this sheaf was built without libmicrohttpd, which serves the page; build it "
        "again where libmicrohttpd-dev is installed\n",
        stderr);
    return EXIT_SYSTEM;
}
