// Bytes in memory: counts primes with the sieve of Eratosthenes. The argument says below which number.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int argc, char **argv) {
    unsigned n = argc > 1 ? (unsigned)atoi(argv[1]) : 2000000, count = 0;
    unsigned char *composite = calloc(n, 1);
    if (!composite) return 1;
    for (unsigned i = 2; i < n; i++) {
        if (composite[i]) continue;
        count++;
        for (unsigned long long j = (unsigned long long)i * i; j < n; j += i) composite[j] = 1;
    }
    printf("%u primes below %u\n", count, n);
    free(composite);
    return 0;
}
