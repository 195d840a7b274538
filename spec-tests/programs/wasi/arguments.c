// Arguments, environment, standard input, exit status.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

extern char **environ;

static void bye(void) { puts("at exit"); }

int main(int argc, char **argv) {
    printf("%d arguments\n", argc - 1);
    for (int i = 1; i < argc; i++) printf("[%s]\n", argv[i]);
    int count = 0;
    while (environ[count]) count++;
    printf("%d variables\n", count);
    const char *names[] = {"NAME", "EMPTY", "WITH_EQUALS", "MISSING"};
    for (int i = 0; i < 4; i++) {
        const char *value = getenv(names[i]);
        printf("%s=%s\n", names[i], value ? value : "(not set)");
    }
    setenv("MISSING", "set", 1);
    printf("MISSING=%s\n", getenv("MISSING"));
    char line[100];
    int lines = 0;
    size_t bytes = 0;
    while (fgets(line, sizeof line, stdin)) {
        lines++;
        bytes += strlen(line);
    }
    printf("standard input: %d lines, %zu bytes\n", lines, bytes);
    printf("a file is no terminal: %d\n", isatty(0));
    fprintf(stderr, "to standard error\n");
    atexit(bye);
    exit(42);
}
