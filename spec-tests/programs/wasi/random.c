// Random bytes: of any number, and not the same twice.
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int main(void) {
    unsigned char a[256], b[256];
    printf("%d %d\n", getentropy(a, sizeof a), getentropy(b, sizeof b));
    printf("differ %d\n", memcmp(a, b, sizeof a) != 0);
    int seen[256] = {0}, kinds = 0;
    for (int i = 0; i < 64; i++) {
        getentropy(a, sizeof a);
        for (int j = 0; j < 256; j++) seen[a[j]]++;
    }
    for (int i = 0; i < 256; i++) kinds += seen[i] > 0;
    printf("every value %d\n", kinds == 256);
    return 0;
}
