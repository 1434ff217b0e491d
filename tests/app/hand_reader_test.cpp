// The thread that listens to a code reader, against a reader that is played.
#include "kiosk/app/hand_reader.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <string>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/bytes.h"

using namespace motlan;

namespace {

/// A reader whose codes and mishaps a test lays out before it.
class PlayedReader final : public QrReader {
public:
    void scan(Result<std::optional<Bytes>> code) {
        const std::scoped_lock lock(mutex_);
        scanned_.push_back(std::move(code));
    }
    void scan(std::string_view code) { scan(to_bytes(code)); }
    void plug(std::optional<Fault> fault) {
        const std::scoped_lock lock(mutex_);
        fault_ = fault;
    }

    Result<void> start() override {
        const std::scoped_lock lock(mutex_);
        if (fault_) return fail(*fault_);
        is_started_ = true;
        return {};
    }
    Result<std::optional<Bytes>> next(std::chrono::milliseconds) override {
        const std::scoped_lock lock(mutex_);
        if (!is_started_ || fault_) return fail(Fault::ReaderUnavailable);
        if (scanned_.empty()) return std::nullopt;
        auto code = std::move(scanned_.front());
        scanned_.pop_front();
        return code;
    }
    void stop() override { is_started_ = false; }
    [[nodiscard]] DeviceStatus status() const override { return {}; }

private:
    std::mutex mutex_;  // the test's thread and the reader's
    std::deque<Result<std::optional<Bytes>>> scanned_;
    std::optional<Fault> fault_;
    bool is_started_ = false;
};

/// One that sends codes, good ones and others, as fast as it is asked for them.
class FloodingReader final : public QrReader {
public:
    Result<void> start() override { return {}; }
    Result<std::optional<Bytes>> next(std::chrono::milliseconds) override {
        const int asked = ++asked_;
        asked_.notify_all();
        if (asked % 2 == 0) return fail(Fault::ReaderNotUtf8);
        return to_bytes("mã");
    }
    void stop() override {}
    [[nodiscard]] DeviceStatus status() const override { return {}; }
    /// Waits until it has been asked so often.
    void await_asked(int times) const {
        for (int asked = asked_; asked < times; asked = asked_) asked_.wait(asked);
    }

private:
    std::atomic<int> asked_ = 0;
};

struct Bench {
    PlayedReader reader;
    std::mutex mutex;
    std::condition_variable came;
    EventQueue events{[this] {
        const std::scoped_lock lock(mutex);
        came.notify_all();
    }};
    std::deque<Event> waiting;

    /// The next event in one word: the code, or the code of the fault.
    std::string next() {
        std::unique_lock lock(mutex);
        came.wait(lock, [this] {
            for (Event& event : events.take()) waiting.push_back(std::move(event));
            return !waiting.empty();
        });
        const Event event = std::move(waiting.front());
        waiting.pop_front();
        if (const auto* read = std::get_if<CardCodeRead>(&event))
            return std::string(as_text(read->payload));
        const auto* refused = std::get_if<CodeRefused>(&event);
        return refused != nullptr ? std::string(code(refused->fault)) : "another event";
    }
};

}  // namespace

TEST_CASE("codes come in their order, and what is none with its reason", "[app]") {
    Bench bench;
    bench.reader.scan("một");
    bench.reader.scan(fail(Fault::ReaderNotUtf8));
    bench.reader.scan(fail(Fault::QrTooLong));
    bench.reader.scan("hai");
    HandReader listening(&bench.reader, bench.events);

    listening.watch();

    CHECK(bench.next() == "một");
    CHECK(bench.next() == "READ-03");
    CHECK(bench.next() == "CARD-05");
    CHECK(bench.next() == "hai");
}

TEST_CASE("nothing is listened to before the watch and after its end", "[app]") {
    Bench bench;
    HandReader listening(&bench.reader, bench.events);
    listening.watch();
    bench.reader.scan("một");
    REQUIRE(bench.next() == "một");

    listening.stop_watching();
    listening.watch();
    bench.reader.scan("hai");

    CHECK(bench.next() == "hai");
}

TEST_CASE("a reader that is missing is said once and found again", "[app]") {
    Bench bench;
    bench.reader.plug(Fault::ReaderUnavailable);
    HandReader listening(&bench.reader, bench.events);

    listening.watch();
    CHECK(bench.next() == "READ-01");
    bench.reader.plug(std::nullopt);
    bench.reader.scan("mã");

    CHECK(bench.next() == "mã");
}

TEST_CASE("a reader that is unplugged in the middle is said", "[app]") {
    Bench bench;
    HandReader listening(&bench.reader, bench.events);
    listening.watch();
    bench.reader.scan("mã");
    REQUIRE(bench.next() == "mã");

    bench.reader.plug(Fault::ReaderUnavailable);
    CHECK(bench.next() == "READ-01");
    bench.reader.plug(Fault::ReaderIsKeyboard);

    CHECK(bench.next() == "READ-02");
}

TEST_CASE("a reader that never pauses does not fill the memory", "[app]") {
    FloodingReader reader;
    EventQueue events([] {});
    HandReader listening(&reader, events);
    listening.watch();
    reader.await_asked(100'000);
    listening.stop_watching();

    CHECK(events.take().size() < 100);
}

TEST_CASE("a kiosk without a reader listens to nothing", "[app]") {
    Bench bench;
    HandReader listening(nullptr, bench.events);

    listening.watch();
    listening.stop_watching();

    CHECK(bench.events.take().empty());
}
