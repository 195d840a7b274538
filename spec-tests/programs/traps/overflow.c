// Divides the smallest number by minus one.
#include <limits.h>
#include <stdio.h>

static volatile int smallest = INT_MIN, minus_one = -1;

int main(void) {
    puts("before");
    fflush(stdout);
    return smallest / minus_one;
}
