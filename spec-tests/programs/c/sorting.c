// Function pointers, strings and the heap: sorts words by several orders, through a table of comparisons.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef int compare(const void *, const void *);

static int forwards(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }
static int backwards(const void *a, const void *b) { return forwards(b, a); }
static int by_length(const void *a, const void *b) {
    size_t x = strlen(*(char *const *)a), y = strlen(*(char *const *)b);
    return x != y ? (x > y) - (x < y) : forwards(a, b);
}

int main(void) {
    static const char text[] = "a bee gathers nectar from flowers and a hive of bees makes honey from nectar";
    compare *const orders[] = {forwards, backwards, by_length};
    for (int order = 0; order < 3; order++) {
        char *copy = malloc(sizeof text), *words[32];
        memcpy(copy, text, sizeof text);
        int n = 0;
        for (char *word = strtok(copy, " "); word; word = strtok(NULL, " ")) words[n++] = word;
        qsort(words, n, sizeof *words, orders[order]);
        for (int i = 0; i < n; i++) printf("%s%c", words[i], i + 1 < n ? ' ' : '\n');
        free(copy);
    }
    return 0;
}
