// Reading, writing, seeking, appending and cutting files, through stdio and by descriptor.
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

// Prints the result of a call, and whether it failed with the error that was expected.
static void call(const char *what, long long result, int expected) {
    int error = errno;
    printf("%s: %lld%s\n", what, result, result >= 0 ? "" : error == expected ? ", as expected" : ", another error");
}

static void die(const char *what) {
    printf("%s: %s\n", what, strerror(errno));
    exit(1);
}

int main(void) {
    FILE *f = fopen("numbers.txt", "w");
    if (!f) die("fopen");
    for (int i = 0; i < 20000; i++) fprintf(f, "line %d\n", i);
    if (fclose(f)) die("fclose");

    f = fopen("numbers.txt", "r");
    char line[64];
    long sum = 0;
    int count = 0;
    while (fgets(line, sizeof line, f)) {
        int n;
        if (sscanf(line, "line %d", &n) != 1) die("sscanf");
        sum += n;
        count++;
    }
    printf("lines %d sum %ld eof %d at %ld\n", count, sum, feof(f) != 0, ftell(f));
    fseek(f, -11, SEEK_END);
    fgets(line, sizeof line, f);
    printf("last: %s", line);
    rewind(f);
    printf("first: %s", fgets(line, sizeof line, f));
    fclose(f);

    f = fopen("numbers.txt", "a+");
    fputs("appended\n", f);
    fseek(f, 0, SEEK_SET);
    fputs("appended too\n", f);
    fclose(f);
    struct stat st;
    stat("numbers.txt", &st);
    printf("size after appending %lld\n", (long long)st.st_size);

    int fd = open("raw.bin", O_RDWR | O_CREAT | O_TRUNC, 0666);
    if (fd < 0) die("open");
    struct iovec out[3] = {{"abc", 3}, {"", 0}, {"defgh", 5}};
    printf("writev %zd\n", writev(fd, out, 3));
    printf("pwrite %zd\n", pwrite(fd, "XY", 2, 1));
    char a[3] = "", b[8] = "";
    printf("lseek %lld\n", (long long)lseek(fd, -6, SEEK_CUR));
    struct iovec in[2] = {{a, 2}, {b, 7}};
    ssize_t done = readv(fd, in, 2);
    printf("readv %zd %s %s\n", done, a, b);
    char whole[16] = "";
    done = pread(fd, whole, 15, 0);
    printf("pread %zd %s\n", done, whole);
    printf("ftruncate %d\n", ftruncate(fd, 4));
    done = pread(fd, whole, 15, 0);
    printf("pread %zd %.4s\n", done, whole);
    printf("ftruncate %d\n", ftruncate(fd, 10));
    done = read(fd, whole, 15);
    printf("read %zd, end at %lld\n", done, (long long)lseek(fd, 0, SEEK_END));
    printf("past the end %lld\n", (long long)lseek(fd, 100, SEEK_END));
    printf("write %zd\n", write(fd, "!", 1));
    fstat(fd, &st);
    printf("size %lld\n", (long long)st.st_size);
    call("seek before the start", lseek(fd, -1, SEEK_SET), EINVAL);
    call("fsync", fsync(fd), 0);
    call("fdatasync", fdatasync(fd), 0);
    printf("posix_fallocate %d\n", posix_fallocate(fd, 0, 4096));
    fstat(fd, &st);
    printf("size %lld\n", (long long)st.st_size);
    call("close", close(fd), 0);
    call("close again", close(fd), EBADF);

    fd = open("raw.bin", O_RDONLY);
    call("write to what was opened for reading", write(fd, "x", 1), EBADF);
    close(fd);
    fd = open("raw.bin", O_WRONLY);
    call("read from what was opened for writing", read(fd, whole, 1), EBADF);
    close(fd);

    // A megabyte at a time, and what it looks like afterwards.
    size_t size = 1 << 20;
    unsigned char *data = malloc(size);
    unsigned state = 1;
    for (size_t i = 0; i < size; i++) data[i] = (state = state * 1103515245 + 12345) >> 16;
    f = fopen("big.bin", "wb");
    for (int i = 0; i < 4; i++)
        if (fwrite(data, 1, size, f) != size) die("fwrite");
    fclose(f);
    f = fopen("big.bin", "rb");
    unsigned hash = 2166136261u;
    unsigned char buffer[3000];
    size_t n, total = 0;
    while ((n = fread(buffer, 1, sizeof buffer, f)) > 0) {
        total += n;
        for (size_t i = 0; i < n; i++) hash = (hash ^ buffer[i]) * 16777619u;
    }
    printf("total %zu hash %08x\n", total, hash);
    fclose(f);
    free(data);
    return 0;
}
