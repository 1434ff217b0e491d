#include "kiosk/care/province_rounds.h"

#include <algorithm>
#include <array>
#include <chrono>

#include "kiosk/app/standing.h"
#include "kiosk/backend/fresh_answer.h"
#include "kiosk/link/client.h"
#include "kiosk/outbox/random.h"

namespace motlan {
namespace {

// Odd, so that one of them is the median.
constexpr std::size_t kRounds = 5;
// Nobody waits longer at the kiosk for a figure.
constexpr std::chrono::seconds kPatience{20};

using Milliseconds = std::chrono::duration<double, std::milli>;

struct Round {
    Milliseconds took{};
    Milliseconds apart{};
};

/// The province made its answer somewhere between question and answer: in the middle, as NTP has it
/// (RFC 5905 section 8).
Result<Round> make_round(const RoundTrial& trial) {
    const WallTime wall = trial.clock.wall();
    const SteadyTime begun = trial.clock.steady();
    const auto answer = trial.ask();
    const Milliseconds took = trial.clock.steady() - begun;
    if (!answer) return fail(answer.error());
    const auto answered = trial.open(*answer);
    if (!answered) return fail(answered.error());
    return Round{took, Milliseconds(*answered - wall) - took / 2};
}

}  // namespace

Result<ProvinceRounds> time_rounds(const RoundTrial& trial) {
    const SteadyTime end = trial.clock.steady() + kPatience;
    if (const auto opening = trial.ask(); !opening) return fail(opening.error());
    std::array<Round, kRounds> rounds{};
    for (Round& round : rounds) {
        if (trial.clock.steady() > end) return fail(Fault::BackendUnreachable);
        const auto made = make_round(trial);
        if (!made) return fail(made.error());
        round = *made;
    }
    std::ranges::sort(rounds, {}, &Round::took);
    constexpr double kSecond = 1000;
    return ProvinceRounds{rounds[kRounds / 2].took.count(),
                          std::chrono::abs(rounds.front().apart).count() / kSecond};
}

Result<WallTime> answered_at(ByteView cms, const CallQuery& query, const Trust& trust,
                             WallTime at) {
    const auto document = open_document(cms, trust, at);
    if (!document) return fail(Fault::BackendAnswerMalformed);
    const std::string_view content = as_text(document->content);
    if (const auto calls = parse_calls(content, query); !calls) return fail(calls.error());
    const auto moment = answer_moment(content);
    if (!moment) return fail(Fault::BackendAnswerMalformed);
    return *moment;
}

Result<std::optional<ProvinceRounds>> time_province(const Places& places, const Clock& clock) {
    auto link = LinkClient::connect(places.link());
    if (!link) return fail(link.error());
    const auto stand = standing({.state = places.state, .link = places.link()}, clock.wall());
    if (!stand) return std::nullopt;
    CallQuery query;
    const auto rounds =
        time_rounds({.ask = [&]() -> Result<Bytes> {
                         auto id = random_id();
                         if (!id) return fail(id.error());
                         query.id = *std::move(id);
                         return link->call(query);
                     },
                     .open =
                         [&](ByteView answer) {
                             return answered_at(answer, query, stand->receipts(), clock.wall());
                         },
                     .clock = clock});
    if (rounds) return *rounds;
    if (rounds.error() == Fault::BackendRefused) return std::nullopt;
    return fail(rounds.error());
}

}  // namespace motlan
