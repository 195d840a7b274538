// Prints its arguments and environment, then copies standard input in capitals; the exit status is the number of arguments.
#include <ctype.h>
#include <stdio.h>

extern char **environ;

int main(int argc, char **argv) {
    for (int i = 1; i < argc; i++) printf("argument %d: %s\n", i, argv[i]);
    for (char **e = environ; *e; e++) printf("environment: %s\n", *e);
    for (int c; (c = getchar()) != EOF;) putchar(toupper(c));
    return argc - 1;
}
