// A receipt printer at the other end of a pseudo terminal: takes ESC/POS as a real one does,
// answers DLE EOT at once and GS r in its turn, and prints dots on paper that a test can look at.
// Where it has no paper or its cover is open, it stops taking what is in line and still answers.
#pragma once

#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <termios.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <mutex>
#include <thread>
#include <vector>

#include "kiosk/core/bytes.h"
#include "kiosk/core/descriptor.h"
#include "kiosk/core/expects.h"

namespace motlan::testing {

class EscposTwin {
public:
    explicit EscposTwin(std::filesystem::path name)
        : name_(std::move(name)), end_(::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC)) {
        expects(end_.is_open() && ::grantpt(end_.number()) == 0 && ::unlockpt(end_.number()) == 0);
        // Held open, so that the line does not end between two of the kiosk's visits to it.
        held_ = Descriptor(::open(::ptsname(end_.number()), O_RDWR | O_NOCTTY | O_CLOEXEC));
        termios raw{};
        ::tcgetattr(held_.number(), &raw);
        ::cfmakeraw(&raw);
        ::tcsetattr(held_.number(), TCSANOW, &raw);
        std::filesystem::create_symlink(::ptsname(end_.number()), name_);
        thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
    }
    EscposTwin(const EscposTwin&) = delete;
    EscposTwin& operator=(const EscposTwin&) = delete;
    ~EscposTwin() { unplug(); }

    void unplug() {
        if (thread_.joinable()) {
            thread_.request_stop();
            thread_.join();
        }
        std::error_code ignored;
        std::filesystem::remove(name_, ignored);
        held_ = Descriptor();
        end_ = Descriptor();
    }

    std::atomic<bool> is_silent = false;
    /// Bytes that come over the line in one go, about two hundred times a second.
    std::atomic<std::size_t> at_once = 4096;
    std::atomic<bool> is_cover_open = false;
    std::atomic<bool> is_paper_low = false;
    /// Rows of dots that are left on the roll.
    std::atomic<int> rows_left = 1 << 20;

    /// Every row that was printed, packed eight dots to a byte.
    [[nodiscard]] std::vector<Bytes> paper() {
        const std::scoped_lock lock(mutex_);
        return paper_;
    }
    [[nodiscard]] int cuts() const { return cuts_; }

private:
    [[nodiscard]] bool is_stopped() const { return is_cover_open || rows_left <= 0; }

    void run(const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            pollfd watched{.fd = end_.number(), .events = POLLIN, .revents = 0};
            if (::poll(&watched, 1, 5) > 0 && (watched.revents & POLLIN) != 0) take();
            while (!is_stopped() && obey()) {
            }
        }
    }

    void take() {
        Bytes bytes(at_once);
        if (at_once < 4096) std::this_thread::sleep_for(std::chrono::milliseconds(5));
        const ssize_t got = ::read(end_.number(), bytes.data(), bytes.size());
        for (ssize_t i = 0; i < got; ++i) take(bytes[static_cast<std::size_t>(i)]);
    }

    // A printer looks for its real-time questions wherever they stand, also inside of a picture.
    void take(std::uint8_t byte) {
        line_.push_back(byte);
        const std::size_t n = line_.size();
        if (n < 3 || line_[n - 3] != 0x10 || line_[n - 2] != 0x04 || byte < 1 || byte > 4) return;
        line_.resize(n - 3);
        if (!is_silent) say(answer(byte));
    }

    [[nodiscard]] std::uint8_t answer(int question) const {
        std::uint8_t bits = 0x12;
        const bool is_out = rows_left <= 0;
        if (question == 1 && is_stopped()) bits |= 0x08;
        if (question == 2 && is_cover_open) bits |= 0x04;
        if (question == 2 && is_out) bits |= 0x20;
        if (question == 4 && (is_paper_low || is_out)) bits |= 0x0C;
        if (question == 4 && is_out) bits |= 0x60;
        return bits;
    }

    void say(std::uint8_t byte) const { expects(::write(end_.number(), &byte, 1) == 1); }

    /// Does the first thing in line; false when it is not there whole.
    bool obey() {
        if (starts({0x1B, '@'})) return drop(2);
        if (starts({0x1D, 'V', 66}) && line_.size() >= 4) return ++cuts_, drop(4);
        if (starts({0x1D, 'r', 1})) {
            if (!is_silent) say(is_paper_low ? 0x03 : 0x00);
            return drop(3);
        }
        return starts({0x1D, 'v', '0', 0}) && line_.size() >= 8 && print_band();
    }

    bool print_band() {
        const std::size_t wide = line_[4] + 256U * line_[5];
        const std::size_t rows = line_[6] + 256U * line_[7];
        if (line_.size() < 8 + wide * rows) return false;
        const std::scoped_lock lock(mutex_);
        for (std::size_t y = 0; y < rows && rows_left > 0; ++y, --rows_left) {
            const auto row = line_.begin() + static_cast<std::ptrdiff_t>(8 + y * wide);
            paper_.emplace_back(row, row + static_cast<std::ptrdiff_t>(wide));
        }
        return drop(8 + wide * rows);
    }

    [[nodiscard]] bool starts(std::initializer_list<std::uint8_t> with) const {
        return line_.size() >= with.size() && std::equal(with.begin(), with.end(), line_.begin());
    }
    bool drop(std::size_t count) {
        line_.erase(line_.begin(), line_.begin() + static_cast<std::ptrdiff_t>(count));
        return true;
    }

    std::filesystem::path name_;
    Descriptor end_;
    Descriptor held_;
    Bytes line_;
    std::mutex mutex_;
    std::vector<Bytes> paper_;
    std::atomic<int> cuts_ = 0;
    std::jthread thread_;
};

}  // namespace motlan::testing
