#include "drivers/escpos/escpos_printer.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>

#include "drivers/serial_reader/serial_line.h"

namespace motlan {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

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

// Fails with Fault::PrinterBusy when the printer takes no more bytes in time.
Result<void> EscposPrinter::send(ByteView bytes, milliseconds patience) {
    const auto end = steady_clock::now() + patience;
    while (!bytes.empty()) {
        const short ready = wait_for(line_.number(), POLLOUT, left_of(end));
        if (ready == 0) return fail(Fault::PrinterBusy);
        if ((ready & (POLLERR | POLLHUP | POLLNVAL)) != 0) return lost();
        const ssize_t sent = ::write(line_.number(), bytes.data(), bytes.size());
        if (sent < 0 && errno != EAGAIN && errno != EINTR) return lost();
        if (sent > 0) bytes = bytes.subspan(static_cast<std::size_t>(sent));
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

// Nothing when the printer does not answer.
std::optional<std::uint8_t> EscposPrinter::ask(PrinterQuestion question) {
    const auto words = escpos_question(question);
    if (!send(words, patience_.answer)) return std::nullopt;
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
    if (!open()) return {.fault = Fault::PrinterUnavailable};
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
    const auto end = steady_clock::now() + patience_.slip;
    while (steady_clock::now() < end) {
        const auto bytes = receive(kGlance);
        if (!bytes) return fail(bytes.error());
        if (bytes->empty()) look();
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
