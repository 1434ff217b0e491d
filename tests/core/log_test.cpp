// The log: lines that a machine can read and that cannot hold a person.
#include <string>
#include <string_view>
#include <type_traits>
#include <catch2/catch_test_macros.hpp>
#include <unistd.h>

#include "kiosk/core/json.h"
#include "kiosk/core/log.h"
#include "kiosk/core/personal.h"

namespace motlan {
namespace {

// Free text cannot become a word of the log: only a literal can.
static_assert(!std::is_constructible_v<Word, std::string>);
static_assert(!std::is_constructible_v<Word, std::string_view>);
static_assert(!std::is_constructible_v<Word, const char*>);
static_assert(!std::is_constructible_v<decltype(LogField::value), std::string>);
static_assert(!std::is_constructible_v<decltype(LogField::value), Personal<std::string>>);

/// What `write` puts on standard error.
template <typename Write>
std::string standard_error_of(Write write) {
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    const int kept = ::dup(STDERR_FILENO);
    ::dup2(ends[1], STDERR_FILENO);
    write();
    ::dup2(kept, STDERR_FILENO);
    ::close(kept);
    ::close(ends[1]);
    char buffer[4096];
    const auto got = ::read(ends[0], buffer, sizeof buffer);
    ::close(ends[0]);
    return {buffer, static_cast<std::size_t>(got)};
}

}  // namespace

TEST_CASE("a log line is one JSON object with the event and its fields", "[core]") {
    const std::string line = standard_error_of([] {
        log(LogEvent::UploadDelayed, {{"fault", Fault::BackendUnreachable},
                                      {"tries", std::int64_t{3}},
                                      {"road", Word("link")}});
    });

    REQUIRE(line.ends_with('\n'));
    const auto tree = parse_json(std::string_view(line).substr(0, line.size() - 1));
    REQUIRE(tree.has_value());
    CHECK(tree->text_at("event") == "upload_delayed");
    CHECK(tree->text_at("fault") == "NET-02");
    CHECK(tree->number_at("tries") == 3);
    CHECK(tree->text_at("road") == "link");
    CHECK(tree->table()->size() == 6);
}

TEST_CASE("every event has its own name", "[core]") {
    CHECK(name(LogEvent::ProgramStarted) == "program_started");
    CHECK(name(LogEvent::DossierAcknowledged) == "dossier_acknowledged");
    CHECK(name(LogEvent::DeviceFound) == "device_found");
}

}  // namespace motlan
