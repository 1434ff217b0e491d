#include "drivers/escpos/escpos_printer.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "drivers/serial_reader/serial_line.h"

namespace motlan {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

/// No slip takes more than so many times as long as a printer may take no byte.
constexpr int kMostStalls = 10;

/// Between two looks at a printer that has a slip and is silent.
constexpr milliseconds kGlance{250};

milliseconds left_of(steady_clock::time_point end) {
    const auto left = std::chrono::ceil<milliseconds>(end - steady_clock::now());
    return std::max(left, milliseconds::zero());
}

/// What happened to the line before the time was over.
short wait_for(int line, short what, milliseconds patience) {
    pollfd watched{.fd = line, .events = what, .revents = 0};
    const int count = ::poll(&watched, 1, static_cast<int>(patience.count()));
    return count > 0 ? watched.revents : short{0};
}

}  // namespace

// A serial line needs its speed; to anything else, bytes are simply written.
Result<void> EscposPrinter::open() {
    if (line_.is_open()) return {};
    const int flags = O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC;
    Descriptor opened(::open(settings_.node.c_str(), flags));
    // Another program prints just now, such as the running kiosk beside kioskctl.
    if (!opened.is_open() && errno == EBUSY) return fail(Fault::PrinterBusy);
    if (!opened.is_open()) return fail(Fault::PrinterUnavailable);
    if (::isatty(opened.number()) != 0) {
        auto line = open_line({.node = settings_.node, .baud = settings_.baud});
        if (!line) return fail(Fault::PrinterUnavailable);
        opened = *std::move(line);
    }
    struct stat about{};
    const bool is_file = ::fstat(opened.number(), &about) == 0 && S_ISREG(about.st_mode);
    if (is_file) ::lseek(opened.number(), 0, SEEK_END);
    line_ = std::move(opened);
    return {};
}

Result<void> EscposPrinter::lost() {
    line_ = Descriptor();
    return fail(Fault::PrinterUnavailable);
}

// Fails with Fault::PrinterBusy when the printer takes no byte for that long: a slow line may take
// longer for a slip.
Result<void> EscposPrinter::send(ByteView bytes, milliseconds patience) {
    auto end = steady_clock::now() + patience;
    const auto last = steady_clock::now() + kMostStalls * patience;
    while (!bytes.empty()) {
        const short ready = wait_for(line_.number(), POLLOUT, left_of(end));
        if (ready == 0) return fail(Fault::PrinterBusy);
        if ((ready & (POLLERR | POLLHUP | POLLNVAL)) != 0) return lost();
        const ssize_t sent = ::write(line_.number(), bytes.data(), bytes.size());
        if (sent < 0 && errno != EAGAIN && errno != EINTR) return lost();
        if (sent <= 0) continue;
        bytes = bytes.subspan(static_cast<std::size_t>(sent));
        end = std::min(steady_clock::now() + patience, last);
    }
    return {};
}

// What came until the time was over or something did; nothing is no fault.
Result<Bytes> EscposPrinter::receive(milliseconds patience) {
    constexpr std::size_t kMost = 256;
    const short ready = wait_for(line_.number(), POLLIN, patience);
    if (ready == 0) return Bytes{};
    if ((ready & POLLIN) == 0) return lost().transform([] { return Bytes{}; });
    Bytes bytes(kMost);
    const ssize_t got = ::read(line_.number(), bytes.data(), bytes.size());
    const bool is_later = got < 0 && (errno == EAGAIN || errno == EINTR);
    if (got <= 0 && !is_later) return lost().transform([] { return Bytes{}; });
    bytes.resize(static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    is_done_ = is_done_ || says_done(bytes);
    return bytes;
}

// Bytes that a serial line has still to send: a question would stand behind them.
int EscposPrinter::unsent() const {
    int bytes = 0;
    const bool is_serial = ::isatty(line_.number()) != 0;
    return is_serial && ::ioctl(line_.number(), TIOCOUTQ, &bytes) == 0 ? bytes : 0;
}

// Nothing when the printer does not answer. An answer does not say to what: one that came too late
// for its question must not pass for the next one's.
std::optional<std::uint8_t> EscposPrinter::ask(PrinterQuestion question) {
    const auto words = escpos_question(question);
    const auto begun = steady_clock::now();
    auto late = receive(milliseconds{0});
    while (late && !late->empty() && steady_clock::now() < begun + patience_.answer)
        late = receive(milliseconds{0});
    if (!late || !send(words, patience_.answer)) return std::nullopt;
    const auto end = steady_clock::now() + patience_.answer;
    while (line_.is_open() && steady_clock::now() < end) {
        const auto bytes = receive(left_of(end));
        if (!bytes) return std::nullopt;
        if (const auto answer = escpos_answer(*bytes)) return answer;
    }
    return std::nullopt;
}

// A printer that is asked and stays silent is switched off, or its line is cut.
DeviceStatus EscposPrinter::ask_all() {
    if (const auto opened = open(); !opened) return {.fault = opened.error()};
    if (!settings_.answers) return {};
    std::array<std::uint8_t, kPrinterQuestions.size()> answers{};
    for (std::size_t i = 0; i < answers.size(); ++i) {
        const auto answer = ask(kPrinterQuestions.at(i));
        if (!answer) return {.fault = Fault::PrinterUnavailable};
        answers.at(i) = *answer;
    }
    return status_in(answers);
}

void EscposPrinter::look() { status_ = ask_all(); }

// Where paper or cover stops the printer it never comes to the question at the slip's end.
Result<void> EscposPrinter::wait_until_done() {
    auto end = steady_clock::now() + patience_.slip;
    int before = unsent();
    while (steady_clock::now() < end) {
        const auto bytes = receive(kGlance);
        if (!bytes) return fail(bytes.error());
        const int left = unsent();
        const bool is_moving = std::exchange(before, left) > left;
        if (is_moving) end = steady_clock::now() + patience_.slip;
        if (bytes->empty() && !is_moving) look();
        if (is_done_) return {};
        if (const auto fault = status().fault) return fail(*fault);
    }
    return fail(Fault::PrinterBusy);
}

Result<void> EscposPrinter::print(const ImageView& slip) {
    look();
    if (const auto fault = status().fault) return fail(*fault);
    is_done_ = false;
    auto printed = send(escpos_slip(slip), patience_.slip);
    if (!printed && printed.error() == Fault::PrinterBusy) {
        look();
        printed = fail(status().fault.value_or(Fault::PrinterBusy));
    }
    if (printed && settings_.answers) printed = wait_until_done();
    if (printed || printed.error() != Fault::PrinterUnavailable) return printed;
    status_ = DeviceStatus{.fault = Fault::PrinterUnavailable};
    return printed;
}

}  // namespace motlan
