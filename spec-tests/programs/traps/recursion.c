// Calls itself without end, with a frame that is all in registers.
#include <stdio.h>

static volatile int more = 1;

__attribute__((noinline)) static int dig(int depth) {
    if (!more) return depth;
    int left = dig(depth + 1), right = dig(depth + 2);
    return left ^ right;
}

int main(void) {
    puts("before");
    fflush(stdout);
    return dig(0);
}
