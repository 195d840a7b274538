// Divides by zero.
#include <stdio.h>

static volatile int zero;

int main(void) {
    puts("before");
    fflush(stdout);
    return 7 / zero;
}
