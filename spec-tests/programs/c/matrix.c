// Floats: the product of two square matrices. The argument is their size.
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv) {
    int n = argc > 1 ? atoi(argv[1]) : 120;
    double *a = malloc(sizeof(double) * n * n), *b = malloc(sizeof(double) * n * n), *c = malloc(sizeof(double) * n * n);
    if (!a || !b || !c) return 1;
    for (int i = 0; i < n * n; i++) {
        a[i] = i % 7 - 3 + i * 0.001;
        b[i] = i % 5 - 2 - i * 0.002;
    }
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++) {
            double sum = 0;
            for (int k = 0; k < n; k++) sum += a[i * n + k] * b[k * n + j];
            c[i * n + j] = sum;
        }
    double trace = 0, all = 0;
    for (int i = 0; i < n * n; i++) all += c[i];
    for (int i = 0; i < n; i++) trace += c[i * n + i];
    printf("n = %d, trace %.6f, sum %.6f\n", n, trace, all);
    return 0;
}
