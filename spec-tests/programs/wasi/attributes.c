// Attributes of files: types, sizes, links, times, access.
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

// Prints the result of a call, and whether it failed with the error that was expected.
static void call(const char *what, long long result, int expected) {
    int error = errno;
    printf("%s: %lld%s\n", what, result, result >= 0 ? "" : error == expected ? ", as expected" : ", another error");
}

static const char *type(const struct stat *st) {
    return S_ISREG(st->st_mode)   ? "file"
           : S_ISDIR(st->st_mode) ? "directory"
           : S_ISLNK(st->st_mode) ? "link"
           : S_ISCHR(st->st_mode) ? "device"
                                  : "other";
}

static void times(const char *path) {
    struct stat st;
    if (stat(path, &st)) printf("stat %s failed\n", path);
    printf("%s: atime %lld.%09ld mtime %lld.%09ld\n", path, (long long)st.st_atim.tv_sec, st.st_atim.tv_nsec,
           (long long)st.st_mtim.tv_sec, st.st_mtim.tv_nsec);
}

int main(void) {
    int fd = open("file", O_CREAT | O_RDWR, 0666);
    write(fd, "12345", 5);
    mkdir("dir", 0777);
    symlink("file", "link");
    link("file", "dir/hard");

    struct stat st, other;
    const char *paths[] = {"file", "dir", "link", "dir/hard", "dir/", "."};
    for (int i = 0; i < 6; i++) {
        stat(paths[i], &st);
        lstat(paths[i], &other);
        printf("%s: %s, itself %s\n", paths[i], type(&st), type(&other));
    }
    stat("file", &st);
    stat("dir/hard", &other);
    printf("size %lld links %d same inode %d same device %d\n", (long long)st.st_size, (int)st.st_nlink,
           st.st_ino == other.st_ino, st.st_dev == other.st_dev);
    lstat("link", &other);
    printf("length of the link %lld, another inode %d\n", (long long)other.st_size, st.st_ino != other.st_ino);
    fstat(fd, &other);
    printf("by descriptor: same inode %d, %s\n", st.st_ino == other.st_ino, type(&other));
    call("missing", stat("missing", &st), ENOENT);
    call("below a file", stat("file/x", &st), ENOTDIR);
    call("file with a slash", stat("file/", &st), ENOTDIR);

    struct timespec set[2] = {{1000000000, 123456789}, {1234567890, 987654321}};
    printf("utimensat %d\n", utimensat(AT_FDCWD, "link", set, 0));
    times("file");
    set[0].tv_nsec = UTIME_OMIT;
    set[1] = (struct timespec){1, 5};
    printf("futimens %d\n", futimens(fd, set));
    times("dir/hard");
    set[0] = set[1] = (struct timespec){77, 0};
    printf("of the link itself %d\n", utimensat(AT_FDCWD, "link", set, AT_SYMLINK_NOFOLLOW));
    lstat("link", &st);
    printf("link: mtime %lld\n", (long long)st.st_mtim.tv_sec);
    times("file");
    time_t before = time(NULL);
    set[0].tv_nsec = set[1].tv_nsec = UTIME_NOW;
    futimens(fd, set);
    fstat(fd, &st);
    printf("now %d\n", st.st_mtim.tv_sec >= before - 1 && st.st_mtim.tv_sec <= before + 60);

    printf("access: file %d missing %d for writing %d\n", access("file", R_OK), access("missing", F_OK),
           access("file", W_OK));
    close(fd);
    unlink("dir/hard");
    stat("file", &st);
    printf("links %d\n", (int)st.st_nlink);
    return 0;
}
