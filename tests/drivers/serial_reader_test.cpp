// The reader on a line that is played by a pseudo terminal: real system calls, real termios. What
// only hardware shows: the speed of a real line, and how a USB reader goes away in mid-sentence.
#include "drivers/serial_reader/serial_reader.h"

#include <fcntl.h>
#include <linux/major.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <termios.h>
#include <unistd.h>

#include <cstdlib>
#include <string>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "drivers/serial_reader/serial_line.h"
#include "tests/support/folder.h"
#include "tests/support/hand_clock.h"

using namespace motlan;
using namespace std::chrono_literals;

namespace {

/// The reader's end of a line, plugged in under a name that stays the same.
class PlayedReader {
public:
    explicit PlayedReader(std::filesystem::path name)
        : name_(std::move(name)), end_(::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC)) {
        REQUIRE(end_.is_open());
        REQUIRE(::grantpt(end_.number()) == 0);
        REQUIRE(::unlockpt(end_.number()) == 0);
        std::filesystem::create_symlink(::ptsname(end_.number()), name_);
    }
    ~PlayedReader() { unplug(); }
    PlayedReader(const PlayedReader&) = delete;
    PlayedReader& operator=(const PlayedReader&) = delete;

    void send(std::string_view bytes) const {
        REQUIRE(::write(end_.number(), bytes.data(), bytes.size()) ==
                static_cast<ssize_t>(bytes.size()));
    }
    void unplug() {
        std::error_code ignored;
        std::filesystem::remove(name_, ignored);
        end_ = Descriptor();
    }
    [[nodiscard]] termios line() const {
        termios how{};
        REQUIRE(::tcgetattr(end_.number(), &how) == 0);
        return how;
    }

private:
    std::filesystem::path name_;
    Descriptor end_;
};

struct Bench {
    testing::Folder folder;
    std::filesystem::path node = folder.path() / "reader";
    testing::HandClock clock;
    SerialReader reader{{.node = node}, clock};

    /// The next code's text, or the code of its fault.
    std::string next() {
        const auto came = reader.next(0ms);
        if (!came) return std::string(code(came.error()));
        return *came ? std::string(as_text(**came)) : "nothing";
    }
};

}  // namespace

TEST_CASE("a scanned card comes through the line whole", "[drivers]") {
    Bench bench;
    const PlayedReader played(bench.node);
    REQUIRE(bench.reader.start());
    const std::string card = "040200000017||Nguyễn Thị Hương|15012000|Nữ|Kim Liên|15012022";

    played.send(card + "\r\n");

    CHECK(bench.next() == card);
    CHECK(bench.next() == "nothing");
    CHECK(bench.reader.status().is_ready());
}

TEST_CASE("no byte is changed on its way, nor sent back", "[drivers]") {
    Bench bench;
    const PlayedReader played(bench.node);
    REQUIRE(bench.reader.start());
    std::string bytes = "(";
    for (char each = 1; each < 0x7F; ++each)
        if (each != '\r' && each != '\n') bytes += each;
    bytes += ")";

    played.send(bytes + "\r\n");

    CHECK(bench.next() == bytes);
    CHECK((played.line().c_lflag & static_cast<tcflag_t>(ECHO | ICANON | ISIG)) == 0);
}

TEST_CASE("the line has the speed that was asked for", "[drivers]") {
    Bench bench;
    const PlayedReader played(bench.node);
    SerialReader fast({.node = bench.node, .baud = 115200}, bench.clock);

    REQUIRE(fast.start());
    const termios how = played.line();

    CHECK(::cfgetispeed(&how) == B115200);
    CHECK(SerialReader({.node = bench.node, .baud = 12345}, bench.clock).start().error() ==
          Fault::ReaderUnavailable);
}

TEST_CASE("silence ends a code, and a pause inside one does not", "[drivers]") {
    Bench bench;
    const PlayedReader played(bench.node);
    REQUIRE(bench.reader.start());

    played.send("một ");
    CHECK(bench.next() == "nothing");
    bench.clock.move(99ms);
    CHECK(bench.next() == "nothing");
    played.send("hai");
    CHECK(bench.next() == "nothing");
    bench.clock.move(100ms);

    CHECK(bench.next() == "một hai");
}

TEST_CASE("a code that is refused keeps the reader going", "[drivers]") {
    Bench bench;
    const PlayedReader played(bench.node);
    REQUIRE(bench.reader.start());

    played.send("Nguy\xEAn\r\nsau\r\n");

    CHECK(bench.next() == "READ-03");
    CHECK(bench.next() == "sau");
}

TEST_CASE("a flood is refused in pieces and leaves the reader usable", "[drivers]") {
    Bench bench;
    const PlayedReader played(bench.node);
    REQUIRE(bench.reader.start());

    for (int i = 0; i < 40; ++i) {
        played.send(std::string(1000, 'x'));
        REQUIRE(bench.next() == "nothing");
    }
    played.send("\r\nsau\r\n");

    CHECK(bench.next() == "CARD-05");
    CHECK(bench.next() == "sau");
}

TEST_CASE("what was scanned before the start is forgotten", "[drivers]") {
    Bench bench;
    const PlayedReader played(bench.node);
    REQUIRE(bench.reader.start());
    played.send("trước\r\nnửa ");
    REQUIRE(bench.next() == "trước");

    played.send("còn lại");
    REQUIRE(bench.reader.start());
    played.send("sau\r\n");

    CHECK(bench.next() == "sau");
}

TEST_CASE("an unplugged reader is a fault and a replugged one starts again", "[drivers]") {
    Bench bench;
    PlayedReader first(bench.node);
    REQUIRE(bench.reader.start());
    first.send("nửa");
    REQUIRE(bench.next() == "nothing");

    first.unplug();
    CHECK(bench.next() == "READ-01");
    CHECK(bench.reader.status().fault == Fault::ReaderUnavailable);
    CHECK(bench.reader.start().error() == Fault::ReaderUnavailable);
    CHECK(bench.next() == "READ-01");

    const PlayedReader second(bench.node);
    REQUIRE(bench.reader.start());
    second.send("mã\r\n");
    CHECK(bench.next() == "mã");
    CHECK(bench.reader.status().is_ready());
}

TEST_CASE("a stopped reader lets others have the line", "[drivers]") {
    Bench bench;
    const PlayedReader played(bench.node);
    REQUIRE(bench.reader.start());
    int is_ours_alone = 0;
    const Descriptor other(::open(bench.node.c_str(), O_RDWR | O_NOCTTY));
    if (other.is_open()) ::ioctl(other.number(), TIOCGEXCL, &is_ours_alone);
    CHECK((!other.is_open() || is_ours_alone != 0));

    bench.reader.stop();

    CHECK(bench.next() == "READ-01");
    const Descriptor next(::open(bench.node.c_str(), O_RDWR | O_NOCTTY));
    REQUIRE(next.is_open());
    REQUIRE(::ioctl(next.number(), TIOCGEXCL, &is_ours_alone) == 0);
    CHECK(is_ours_alone == 0);
}

TEST_CASE("what is no serial line is no reader", "[drivers]") {
    const testing::HandClock clock;
    const std::string node = GENERATE("/dev/serial/by-id/not-there", "/dev/null", "/tmp");
    SerialReader reader({.node = node}, clock);

    CHECK(reader.start().error() == Fault::ReaderUnavailable);
    CHECK(reader.status().fault == Fault::ReaderUnavailable);
}

TEST_CASE("a node that types keys is told from a line by its name", "[drivers]") {
    CHECK(types_keys("/dev/input/event3"));
    CHECK(types_keys("/dev/hidraw0"));
    CHECK_FALSE(types_keys("/dev/ttyACM0"));
    CHECK_FALSE(types_keys("/dev/serial/by-id/usb-input-hidraw"));

    const testing::HandClock clock;
    SerialReader reader({.node = "/dev/input/event3"}, clock);
    CHECK(reader.status().fault == Fault::ReaderIsKeyboard);
    CHECK(reader.start().error() == Fault::ReaderIsKeyboard);
}

TEST_CASE("a node that types keys is told from a line by its number", "[drivers]") {
    const testing::Folder folder;
    const auto node = folder.path() / "reader";
    constexpr unsigned kFirstEvent = 64;
    if (::mknod(node.c_str(), S_IFCHR | 0600, makedev(INPUT_MAJOR, kFirstEvent)) != 0)
        SKIP("nodes of devices cannot be made here");

    CHECK(types_keys(node));
    CHECK(open_line({.node = node}).error() == Fault::ReaderIsKeyboard);
}
