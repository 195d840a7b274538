// Shifts and tables: the CRC-32 of made-up bytes. The argument is their number.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv) {
    uint32_t n = argc > 1 ? (uint32_t)atoi(argv[1]) : 3000000, table[256], crc = ~0u, state = 1;
    for (uint32_t i = 0; i < 256; i++) {
        uint32_t c = i;
        for (int k = 0; k < 8; k++) c = c & 1 ? c >> 1 ^ 0xedb88320u : c >> 1;
        table[i] = c;
    }
    for (uint32_t i = 0; i < n; i++) {
        state = state * 1664525u + 1013904223u;
        crc = crc >> 8 ^ table[(crc ^ state >> 24) & 0xff];
    }
    printf("crc32 of %u bytes: %08x\n", n, ~crc);
    return 0;
}
