// Symbolic and hard links, renaming, removing.
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

// Prints the result of a call, and whether it failed with the error that was expected.
static void call(const char *what, long long result, int expected) {
    int error = errno;
    printf("%s: %lld%s\n", what, result, result >= 0 ? "" : error == expected ? ", as expected" : ", another error");
}

static void put(const char *path, const char *text) {
    FILE *f = fopen(path, "w");
    if (!f) {
        printf("fopen %s: errno %d\n", path, errno);
        return;
    }
    fputs(text, f);
    fclose(f);
}

static void show(const char *path) {
    char text[64];
    FILE *f = fopen(path, "r");
    if (!f) {
        printf("%s: ENOENT %d ELOOP %d\n", path, errno == ENOENT, errno == ELOOP);
        return;
    }
    printf("%s: %s\n", path, fgets(text, sizeof text, f) ? text : "(empty)");
    fclose(f);
}

int main(void) {
    put("a", "content of a");
    put("b", "content of b");
    mkdir("dir", 0777);
    call("symlink", symlink("../a", "dir/link"), 0);
    call("symlink again", symlink("x", "dir/link"), EEXIST);
    char target[64] = "";
    call("readlink", readlink("dir/link", target, sizeof target - 1), 0);
    printf("%s\n", target);
    char cut[4] = "";
    call("readlink", readlink("dir/link", cut, 3), 0);
    printf("%s\n", cut);
    call("readlink of a file", readlink("a", target, 9), EINVAL);
    show("dir/link");

    call("link", link("a", "hard"), 0);
    call("rename", rename("b", "a"), 0);
    show("a");
    show("hard");
    show("b");
    show("dir/link");
    call("rename of the link", rename("dir/link", "dir/other"), 0);
    show("dir/other");
    call("rename to a directory", rename("a", "dir"), EISDIR);
    call("rename of nothing", rename("nothing", "x"), ENOENT);

    symlink("two", "one");
    symlink("one", "two");
    show("one");
    symlink("gone", "dangling");
    show("dangling");
    call("not followed", open("dangling", O_RDONLY | O_NOFOLLOW), ELOOP);
    put("dangling", "made through the link");
    show("gone");
    call("exclusive", open("dangling", O_CREAT | O_EXCL | O_WRONLY, 0666), EEXIST);

    const char *all[] = {"a", "hard", "dir/other", "one", "two", "dangling", "gone"};
    for (int i = 0; i < 7; i++)
        if (unlink(all[i])) printf("unlink %s: errno %d\n", all[i], errno);
    call("unlink again", unlink("a"), ENOENT);
    call("rmdir", rmdir("dir"), 0);

    // A file that was removed lives on while it is open.
    put("temporary", "still here");
    int fd = open("temporary", O_RDONLY);
    unlink("temporary");
    ssize_t n = read(fd, target, sizeof target);
    printf("%.*s\n", (int)n, target);
    close(fd);
    return 0;
}
