// Clocks, and waiting for them and for descriptors.
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

static long long now(clockid_t clock) {
    struct timespec t;
    if (clock_gettime(clock, &t)) return -1;
    return t.tv_sec * 1000000000LL + t.tv_nsec;
}

int main(void) {
    printf("realtime %d\n", now(CLOCK_REALTIME) > 1600000000000000000LL);
    printf("time %d\n", time(NULL) - now(CLOCK_REALTIME) / 1000000000 <= 1);
    struct timespec resolution;
    printf("resolution %d", clock_getres(CLOCK_MONOTONIC, &resolution));
    printf(" %d\n", resolution.tv_sec == 0 && resolution.tv_nsec > 0);

    long long start = now(CLOCK_MONOTONIC);
    long long last = start;
    int steady = 1;
    for (int i = 0; i < 1000; i++) {
        long long t = now(CLOCK_MONOTONIC);
        steady &= t >= last;
        last = t;
    }
    printf("steady %d\n", steady);

    struct timespec nap = {0, 30000000};
    start = now(CLOCK_MONOTONIC);
    printf("nanosleep %d\n", nanosleep(&nap, NULL));
    long long slept = now(CLOCK_MONOTONIC) - start;
    printf("slept enough %d, not for ever %d\n", slept >= 30000000, slept < 20000000000);
    long long until = now(CLOCK_REALTIME) + 20000000;
    struct timespec at = {until / 1000000000, until % 1000000000};
    printf("absolute %d,", clock_nanosleep(CLOCK_REALTIME, TIMER_ABSTIME, &at, NULL));
    printf(" then %d\n", now(CLOCK_REALTIME) >= until);
    printf("usleep %d, yield %d\n", usleep(1000), sched_yield());

    int fd = open("file", O_CREAT | O_RDWR, 0666);
    struct pollfd fds[2] = {{fd, POLLIN, 0}, {fd, POLLOUT, 0}};
    printf("poll %d:", poll(fds, 2, 1000));
    printf(" %d %d\n", fds[0].revents == POLLIN, fds[1].revents == POLLOUT);
    close(fd);
    return 0;
}
