/* color.c - placeholder so that the frame configures. */
