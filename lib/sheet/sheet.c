/* sheet.c - placeholder so that the frame configures. */
