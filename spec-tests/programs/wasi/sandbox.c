// Attempts to leave the granted directory, all of which fail; nothing tells what is outside.
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *name(int result) {
    if (result >= 0) return "success";
    switch (errno) {
    case EPERM: return "EPERM";
    case ENOENT: return "ENOENT";
    case ENOTCAPABLE: return "ENOTCAPABLE";
    case EXDEV: return "EXDEV";
    case ELOOP: return "ELOOP";
    case EBADF: return "EBADF";
    default: return "another error";
    }
}

int main(void) {
    struct stat st;
    char text[64];
    int fd = open(".", O_RDONLY | O_DIRECTORY);
    printf("the directory itself: %s\n", name(fd));
    mkdir("dir", 0777);
    close(open("file", O_CREAT | O_WRONLY, 0666));
    const char *outside[] = {"..", "../", "../x", "dir/../../x", "/etc/passwd"};
    for (int i = 0; i < 5; i++) {
        const char *path = outside[i];
        printf("%s:", path);
        printf(" open %s,", name(openat(fd, path, O_RDONLY)));
        printf(" create %s,", name(openat(fd, path, O_CREAT | O_WRONLY, 0666)));
        printf(" stat %s,", name(fstatat(fd, path, &st, 0)));
        printf(" mkdir %s,", name(mkdirat(fd, path, 0777)));
        printf(" unlink %s,", name(unlinkat(fd, path, 0)));
        printf(" rmdir %s,", name(unlinkat(fd, path, AT_REMOVEDIR)));
        printf(" rename from %s,", name(renameat(fd, path, fd, "new")));
        printf(" rename to %s,", name(renameat(fd, "file", fd, path)));
        printf(" link from %s,", name(linkat(fd, path, fd, "new", 0)));
        printf(" link to %s,", name(linkat(fd, "file", fd, path, 0)));
        printf(" symlink %s,", name(symlinkat("x", fd, path)));
        printf(" readlink %s\n", name((int)readlinkat(fd, path, text, sizeof text)));
    }
    printf("absolute link: %s\n", name(symlinkat("/etc/passwd", fd, "absolute")));
    printf("relative link: %s\n", name(symlinkat("../x", fd, "relative")));
    printf("through it: %s\n", name(openat(fd, "relative", O_RDONLY)));
    printf("about it: %s\n", name(fstatat(fd, "relative", &st, AT_SYMLINK_NOFOLLOW)));
    printf("what was not granted: %s\n", name(open("/etc/passwd", O_RDONLY)));
    return 0;
}
