// A kernel as a native program: calls it as the engines do, and answers in their form.

#include "kernel.h"
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double seconds(clockid_t clock) {
  struct timespec time;
  clock_gettime(clock, &time);
  return time.tv_sec + time.tv_nsec * 1e-9;
}

int main(int argc, char **argv) {
  i32 scale = argc > 1 ? atoi(argv[1]) : 1;
  double cpu = seconds(CLOCK_PROCESS_CPUTIME_ID), wall = seconds(CLOCK_MONOTONIC);
  i64 result = run(scale);
  cpu = seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu;
  wall = seconds(CLOCK_MONOTONIC) - wall;
  printf("{\"Ok\":{\"cpu\":%.9f,\"wall\":%.9f,\"result\":%lld}}\n", cpu, wall, (long long)result);
  return 0;
}
