// Calls a function through a pointer of another type.
#include <stdio.h>

__attribute__((noinline)) static int function(int x) { return x; }

static int (*volatile right)(int) = function;

int main(void) {
    puts("before");
    fflush(stdout);
    double (*wrong)(double, double) = (double (*)(double, double))right;
    return (int)wrong(1, 2);
}
