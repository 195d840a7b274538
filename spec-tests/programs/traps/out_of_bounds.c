// Reads far behind the end of memory.
#include <stdio.h>

static int *volatile pointer = (int *)0xfffffff0;

int main(void) {
    puts("before");
    fflush(stdout);
    return *pointer;
}
