#include "kiosk/care/config_door.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <thread>
#include <utility>

#include "kiosk/care/settings_text.h"

namespace motlan {
namespace {

using namespace std::chrono_literals;

constexpr auto kPatience = 20s;
constexpr auto kPause = 250ms;
constexpr auto kNames =
    std::to_array<std::string_view>({"begun", "unchanged", "held", "overtaken", "needs_second",
                                     "second_refused", "wrong", "no_door", "not_written"});
constexpr std::string_view kKeep = "keep";
constexpr std::string_view kTakeBack = "take_back";

Message to_message(const DoorReply& reply) {
    Tree::Table body{{"answer", name(reply.answer)}, {"who", reply.who}};
    if (reply.fault) body.emplace("fault", code(*reply.fault));
    if (reply.problem)
        body.emplace("problem", Tree::Table{{"file", reply.problem->file},
                                            {"line", reply.problem->line},
                                            {"key", reply.problem->key},
                                            {"reason", reply.problem->reason}});
    return {.body = Tree(std::move(body)), .blocks = {}};
}

DoorReply to_reply(const Tree& body) {
    const auto* const found = std::ranges::find(kNames, body.text_at("answer"));
    if (found == kNames.end()) return {};
    DoorReply reply{.answer = static_cast<DoorAnswer>(found - kNames.begin()),
                    .who = std::string(body.text_at("who"))};
    reply.fault = fault_of(body.text_at("fault"));
    if (const Tree* problem = body.find("problem"))
        reply.problem = Problem{
            std::string(problem->text_at("file")), static_cast<int>(problem->number_at("line")),
            std::string(problem->text_at("key")), std::string(problem->text_at("reason"))};
    return reply;
}

DoorAnswer answer_of(Outcome outcome) {
    switch (outcome) {
        case Outcome::Unchanged: return DoorAnswer::Unchanged;
        case Outcome::Held: return DoorAnswer::Held;
        case Outcome::Overtaken: return DoorAnswer::Overtaken;
        case Outcome::NeedsSecond: return DoorAnswer::NeedsSecond;
        case Outcome::Written:
        case Outcome::Kept:
        case Outcome::RolledBack:
        case Outcome::NotKept: break;
    }
    return DoorAnswer::Begun;
}

/// The two texts of a wish, each in a block of its own; nothing when one is missing.
std::optional<ConfigWish> wish_in(const Message& message) {
    if (message.blocks.size() != 2) return std::nullopt;
    const Tree& body = message.body;
    const std::string_view by = body.text_at("by");
    if (!is_staff_number(by)) return std::nullopt;
    return ConfigWish{.former = std::string(as_text(message.blocks[0].bytes())),
                      .text = std::string(as_text(message.blocks[1].bytes())),
                      .by = StaffNumber(std::string(by)),
                      .badge = std::string(body.text_at("badge")),
                      .pin = std::string(body.text_at("pin"))};
}

/// The second technician of a wish, who is another than the first.
Result<std::optional<StaffNumber>> second_of(const ConfigWish& wish, const JudgeBadge& judge) {
    if (wish.badge.empty()) return std::nullopt;
    const auto who = judge(wish.badge, wish.pin);
    if (!who) return fail(who.error());
    if (who->role != StaffRole::Technician || who->number == wish.by)
        return fail(Fault::BadgeForged);
    return who->number;
}

/// Root's commands open what kiosk.toml names. A kiosk that was taken over must not lead them to
/// anything but devices and folders of its own.
std::optional<Problem> astray(const ConfigPlace& place, const ConfigWish& wish) {
    for (const std::string& path : changed_settings(wish.former, wish.text)) {
        const std::string value = setting_in(wish.text, path).value_or("");
        const bool is_node = value.empty() || value.starts_with("/dev/");
        const bool is_strange = (path.ends_with(".path") && !is_node) ||
                                (path == "printer.folder" && value.starts_with("/")) ||
                                value.contains("..");
        if (is_strange)
            return Problem{place.file.string(), 0, path,
                           "at the screen only devices under /dev and own folders may be named"};
    }
    return std::nullopt;
}

DoorReply change(const ConfigPlace& place, const ConfigWish& wish, const JudgeBadge& judge,
                 const std::function<void()>& on_begun) {
    if (auto problem = astray(place, wish))
        return {.answer = DoorAnswer::Wrong, .problem = std::move(problem)};
    const auto second = second_of(wish, judge);
    if (!second) return {.answer = DoorAnswer::SecondRefused, .fault = second.error()};
    const auto outcome = change_config(
        place, {.former = wish.former, .text = wish.text, .by = wish.by.value(), .second = *second},
        {.pause = [] { std::this_thread::sleep_for(kPause); }, .on_begun = on_begun});
    if (outcome) return {.answer = answer_of(*outcome), .who = config_holder(place)};
    // What no kiosk could start with has another reason than what the disk did not take.
    const bool is_disk = outcome.error().reason.starts_with("cannot be ");
    return {.answer = is_disk ? DoorAnswer::NotWritten : DoorAnswer::Wrong,
            .problem = outcome.error()};
}

/// The answer to one question; nothing when nobody is there.
std::optional<Tree> ask(const std::filesystem::path& door, const Message& question) {
    auto channel = Channel::connect(door);
    if (!channel || !channel->send(question)) return std::nullopt;
    auto answer = channel->receive(kPatience);
    if (!answer) return std::nullopt;
    return std::move(answer->body);
}

}  // namespace

std::string_view name(DoorAnswer answer) { return kNames.at(std::to_underlying(answer)); }

std::filesystem::path config_door(const std::filesystem::path& runtime) {
    return runtime / "settings.sock";
}

DoorReply ask_to_change(const std::filesystem::path& door, const ConfigWish& wish) {
    Message question{.body = Tree::Table{{"verb", "change"},
                                         {"by", wish.by.value()},
                                         {"badge", wish.badge},
                                         {"pin", wish.pin}},
                     .blocks = {}};
    for (const std::string* text : {&wish.former, &wish.text}) {
        auto block = SharedMemory::copy_of(as_bytes(*text));
        if (!block) return {.answer = DoorAnswer::NotWritten};
        question.blocks.push_back(*std::move(block));
    }
    const auto answer = ask(door, question);
    return answer ? to_reply(*answer) : DoorReply{};
}

bool ask_to_answer(const std::filesystem::path& door, TrialAnswer answer) {
    const auto said =
        ask(door, {.body = Tree::Table{{"verb", answer == TrialAnswer::Keep ? kKeep : kTakeBack}},
                   .blocks = {}});
    return said && said->truth_at("told");
}

void serve_at_door(Channel& channel, const ConfigPlace& place, const JudgeBadge& judge) {
    const auto question = channel.receive(kPatience);
    if (!question) return;
    const std::string_view verb = question->body.text_at("verb");
    if (verb == kKeep || verb == kTakeBack) {
        const auto told =
            answer_trial(place, verb == kKeep ? TrialAnswer::Keep : TrialAnswer::TakeBack);
        // Who has asked may be gone; what was said stands all the same.
        static_cast<void>(
            channel.send({.body = Tree::Table{{"told", told.value_or(false)}}, .blocks = {}}));
        return;
    }
    const auto wish = wish_in(*question);
    if (verb != "change" || !wish) return;
    bool is_answered = false;
    const auto reply = change(place, *wish, judge, [&] {
        is_answered = true;
        static_cast<void>(channel.send(to_message({.answer = DoorAnswer::Begun})));
    });
    if (!is_answered) static_cast<void>(channel.send(to_message(reply)));
}

}  // namespace motlan
