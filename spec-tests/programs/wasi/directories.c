// Making, listing, walking and removing directories.
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

// Prints the result of a call, and whether it failed with the error that was expected.
static void call(const char *what, long long result, int expected) {
    int error = errno;
    printf("%s: %lld%s\n", what, result, result >= 0 ? "" : error == expected ? ", as expected" : ", another error");
}

static int compare(const void *a, const void *b) { return strcmp(*(char **)a, *(char **)b); }

// Names in order, with a letter for the type.
static int list(const char *path, int print) {
    DIR *dir = opendir(path);
    if (!dir) {
        printf("opendir %s: errno is ENOENT %d ENOTDIR %d\n", path, errno == ENOENT, errno == ENOTDIR);
        return -1;
    }
    char *names[4096];
    int count = 0;
    struct dirent *entry;
    while ((entry = readdir(dir))) {
        char type = entry->d_type == DT_DIR ? 'd' : entry->d_type == DT_REG ? 'f' : entry->d_type == DT_LNK ? 'l' : '?';
        names[count] = malloc(strlen(entry->d_name) + 3);
        sprintf(names[count++], "%s %c", entry->d_name, type);
    }
    closedir(dir);
    qsort(names, count, sizeof *names, compare);
    for (int i = 0; i < count; i++) {
        if (print) printf("  %s\n", names[i]);
        free(names[i]);
    }
    return count;
}

static void touch(const char *path) {
    int fd = open(path, O_CREAT | O_WRONLY, 0666);
    if (fd < 0) printf("open %s failed: %d\n", path, errno);
    close(fd);
}

int main(void) {
    call("mkdir", mkdir("tree", 0777), 0);
    call("mkdir again", mkdir("tree", 0777), EEXIST);
    call("mkdir in what is not there", mkdir("no/dir", 0777), ENOENT);
    mkdir("tree/branch", 0777);
    mkdir("tree/branch/twig", 0777);
    touch("tree/file");
    symlink("branch", "tree/link");
    printf("tree:\n");
    list("tree", 1);
    printf("through the link:\n");
    list("tree/link", 1);
    list("nothing", 1);
    list("tree/file", 1);
    call("rmdir of one that is not empty", rmdir("tree"), ENOTEMPTY);
    call("rmdir of a file", rmdir("tree/file"), ENOTDIR);
    call("unlink of a directory", unlink("tree/branch"), EISDIR);

    // Many entries: several buffers.
    mkdir("many", 0777);
    char path[64];
    for (int i = 0; i < 1500; i++) {
        sprintf(path, "many/entry number %d", i);
        touch(path);
    }
    printf("many: %d\n", list("many", 0));

    // Positions: each leads back to the same entry.
    DIR *dir = opendir("many");
    long positions[1502];
    char names[1502][32];
    int count = 0;
    struct dirent *entry;
    while (positions[count] = telldir(dir), (entry = readdir(dir))) strcpy(names[count++], entry->d_name);
    int same = 0;
    for (int i = count - 1; i >= 0; i -= 13) {
        seekdir(dir, positions[i]);
        entry = readdir(dir);
        same += entry && !strcmp(entry->d_name, names[i]);
    }
    printf("entries %d, found again %d\n", count, same);
    rewinddir(dir);
    entry = readdir(dir);
    printf("rewound %d\n", entry && !strcmp(entry->d_name, names[0]));

    // Removed while listed.
    rewinddir(dir);
    int removed = 0;
    while ((entry = readdir(dir))) {
        if (entry->d_name[0] == '.') continue;
        sprintf(path, "many/%s", entry->d_name);
        removed += unlink(path) == 0;
    }
    closedir(dir);
    printf("removed %d, then rmdir %d\n", removed, rmdir("many"));

    // Relative to a directory's descriptor.
    int fd = open("tree/branch", O_RDONLY | O_DIRECTORY);
    int file = openat(fd, "leaf", O_CREAT | O_WRONLY, 0666);
    printf("openat %d\n", file >= 0);
    call("mkdirat", mkdirat(fd, "bud", 0777), 0);
    close(file);
    dir = fdopendir(fd);
    count = 0;
    while (readdir(dir)) count++;
    closedir(dir);
    printf("entries %d\n", count);
    call("rename of a directory", rename("tree/branch", "moved"), 0);
    list("moved", 1);
    call("into itself", rename("moved", "moved/twig/x"), EINVAL);
    call("unlink", unlink("moved/leaf"), 0);
    call("rmdir", rmdir("moved/bud"), 0);
    call("rmdir", rmdir("moved/twig"), 0);
    call("rmdir", rmdir("moved"), 0);
    call("unlink", unlink("tree/link"), 0);
    call("unlink", unlink("tree/file"), 0);
    call("rmdir", rmdir("tree"), 0);
    list(".", 1);
    return 0;
}
