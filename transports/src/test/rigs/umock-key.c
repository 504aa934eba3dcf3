/* umock-key PORT COMMAND...
 *
 * Runs COMMAND in a umockdev testbed that has one FIDO HID device, /dev/hidraw0. Its packets go to whoever listens on
 * loopback PORT, as frames of 64 bytes both ways; when that one goes, the device hangs up. Ends with the status of
 * COMMAND, and passes signals on to it.
 *
 * Not for python-fido2 on HID: it gives HIDIOCGRDESC a buffer of the descriptor's length, the emulated ioctl fills 4100
 * bytes, and Python dies.
 *
 *   gcc -o umock-key umock-key.c $(pkg-config --cflags --libs umockdev-1.0) -lpthread
 */
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <umockdev.h>
#include <unistd.h>

#define PACKET 64
#define DESCRIPTOR "06D0F10901A1010920150026FF007508954081020921150026FF00750895409102C0"
#define DESCRIPTOR_SIZE 34
#define DESCRIPTOR_ROOM 4096
#define USB "/devices/pci0000:00/0000:00:14.0/usb1/1-1"
#define HID USB "/1-1:1.0/0003:1209:F1D0.0001"

/* The link "device" is how hidapi finds the report descriptor; without it the usage page reads as 0. */
static const char *devices =
    "P: " USB "\nN: bus/usb/001/002\nE: DEVTYPE=usb_device\nE: SUBSYSTEM=usb\n"
    "A: idVendor=1209\\n\nA: idProduct=f1d0\\n\nA: manufacturer=Test Maker\\n\n"
    "A: product=Software FIDO Key\\n\nA: serial=SOFT0001\\n\nA: bcdDevice=0100\\n\n\n"
    "P: " USB "/1-1:1.0\nE: DEVTYPE=usb_interface\nE: SUBSYSTEM=usb\nA: bInterfaceNumber=00\\n\n\n"
    "P: " HID "\nE: SUBSYSTEM=hid\nE: DRIVER=hid-generic\nE: HID_ID=0003:00001209:0000F1D0\n"
    "E: HID_NAME=Test Maker Software FIDO Key\nE: HID_PHYS=usb-1/input0\nE: HID_UNIQ=SOFT0001\n"
    "H: report_descriptor=" DESCRIPTOR "\n\n"
    "P: " HID "/hidraw/hidraw0\nN: hidraw0\nE: SUBSYSTEM=hidraw\nL: device=../../../0003:1209:F1D0.0001\n"
    "E: DEVNAME=/dev/hidraw0\nE: MAJOR=240\nE: MINOR=0\nA: dev=240:0\\n\n\n";

static int device, host;
static pid_t child;

static void die(const char *what) {
    perror(what);
    exit(2);
}

static int read_all(int fd, uint8_t *into, size_t size) {
    for (size_t have = 0; have < size;) {
        ssize_t n = read(fd, into + have, size - have);
        if (n <= 0) return 0;
        have += n;
    }
    return 1;
}

static void write_all(int fd, const uint8_t *from, size_t size) {
    for (size_t done = 0; done < size;) {
        ssize_t n = write(fd, from + done, size - done);
        if (n < 0) return;
        done += n;
    }
}

static void pass_on(int signal) {
    kill(child, signal);
}

/* Until the key goes: then the device hangs up. A host writes a report number before each packet. */
static void *carry(void *unused) {
    (void)unused;
    uint8_t report[1 + PACKET];
    struct pollfd ends[] = {{.fd = device, .events = POLLIN}, {.fd = host, .events = POLLIN}};
    while (poll(ends, 2, -1) >= 0) {
        if (ends[1].revents) {
            if (!read_all(host, report, PACKET)) break;
            write_all(device, report, PACKET);
        }
        if (ends[0].revents & POLLIN) {
            if (read_all(device, report, sizeof report)) write_all(host, report + 1, PACKET);
        } else if (ends[0].revents) {
            usleep(20000); /* nobody has the device open */
        }
    }
    close(device);
    return NULL;
}

static void connect_to(int port) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    int one = 1;
    host = socket(AF_INET, SOCK_STREAM, 0);
    if (connect(host, (struct sockaddr *)&address, sizeof address)) die("connect");
    setsockopt(host, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
}

static void load_ioctls(UMockdevTestbed *testbed) {
    char path[] = "/tmp/umock-key-XXXXXX";
    FILE *file = fdopen(mkstemp(path), "w");
    fprintf(file, "@DEV /dev/hidraw0\nHIDIOCGRDESCSIZE 0 %02x000000\n", DESCRIPTOR_SIZE);
    fprintf(file, "HIDIOCGRDESC 0 %02x000000" DESCRIPTOR, DESCRIPTOR_SIZE);
    for (int i = DESCRIPTOR_SIZE; i < DESCRIPTOR_ROOM; i++) fputs("00", file);
    fputs("\nHIDIOCGRAWINFO 0 030000000912D0F1\n", file);
    fclose(file);
    GError *error = NULL;
    if (!umockdev_testbed_load_ioctl(testbed, "/dev/hidraw0", path, &error)) {
        fprintf(stderr, "%s\n", error->message);
        exit(2);
    }
    unlink(path);
}

int main(int count, char **arguments) {
    if (count < 3) {
        fputs("usage: umock-key PORT COMMAND...\n", stderr);
        return 2;
    }
    UMockdevTestbed *testbed = umockdev_testbed_new();
    GError *error = NULL;
    if (!umockdev_testbed_add_from_string(testbed, devices, &error)) {
        fprintf(stderr, "%s\n", error->message);
        return 2;
    }
    load_ioctls(testbed);
    device = umockdev_testbed_get_dev_fd(testbed, "/dev/hidraw0");
    if (device < 0) die("hidraw0");
    fcntl(device, F_SETFD, FD_CLOEXEC);
    connect_to(atoi(arguments[1]));

    pthread_t thread;
    pthread_create(&thread, NULL, carry, NULL);

    child = fork();
    if (child == 0) {
        setenv("LD_PRELOAD", "libumockdev-preload.so.0", 1);
        execvp(arguments[2], arguments + 2);
        die(arguments[2]);
    }
    signal(SIGINT, pass_on);
    signal(SIGTERM, pass_on);
    /* the emulated ioctls live on the default main context: keep it turning */
    int status;
    while (waitpid(child, &status, WNOHANG) == 0) {
        while (g_main_context_iteration(NULL, FALSE)) {}
        usleep(1000);
    }
    g_object_unref(testbed);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
