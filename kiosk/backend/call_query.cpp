#include "kiosk/backend/call_query.h"

#include <algorithm>

#include "kiosk/backend/fresh_answer.h"
#include "kiosk/core/json.h"
#include "kiosk/core/timestamp.h"

namespace motlan {
namespace {

constexpr std::size_t kLongestName = 64;

/// Shown to staff and sent back: nothing but what a certificate's name may have.
bool is_kiosk(std::string_view text) {
    return !text.empty() && text.size() <= kLongestName &&
           std::ranges::all_of(text, [](char letter) {
               return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                      (letter >= '0' && letter <= '9') || letter == '-';
           });
}

std::optional<Language> language_of(std::string_view code) {
    for (const Language language : {Language::Vietnamese, Language::English})
        if (language_code(language) == code) return language;
    return std::nullopt;
}

std::optional<WaitingKiosk> read_waiting(const Tree& tree) {
    const std::string_view kiosk = tree.text_at("kiosk");
    const auto since = parse_timestamp(tree.text_at("since"));
    const auto step = call_step_of(tree.text_at("step"));
    const auto language = language_of(tree.text_at("language"));
    const Tree* unhurried = tree.find("unhurried");
    const bool is_whole = unhurried != nullptr && unhurried->truth() != nullptr;
    if (!is_kiosk(kiosk) || !since || !step || !language || !is_whole) return std::nullopt;
    WaitingKiosk waiting{.kiosk = std::string(kiosk),
                         .call = {*since, *step, *language, tree.truth_at("unhurried")}};
    if (tree.find("taken_by") == nullptr) return waiting;
    const std::string_view staff = tree.text_at("taken_by");
    if (!is_staff_number(staff)) return std::nullopt;
    waiting.taken_by = StaffNumber(std::string(staff));
    return waiting;
}

bool is_answer_to(const Tree& tree, const CallQuery& query) {
    return tree.text_at("type") == "motlan-calls" && tree.number_at("version") == 1 &&
           tree.text_at("query") == query.id;
}

}  // namespace

Tree::Table to_table(const HelpCall& call) {
    return {{"language", language_code(call.language)},
            {"since", to_timestamp(call.since)},
            {"step", name(call.step)},
            {"unhurried", call.is_unhurried}};
}

Tree to_tree(const CallQuery& query) {
    Tree::Table table{{"query", query.id}};
    if (query.call) table.emplace("call", to_table(*query.call));
    if (query.is_over) table.emplace("over", true);
    if (query.take)
        table.emplace("take", Tree::Table{{"kiosk", query.take->kiosk},
                                          {"staff", query.take->staff.value()}});
    return Tree(std::move(table));
}

Result<CallList> parse_calls(std::string_view content, const CallQuery& query) {
    const auto tree = parse_json(content);
    const Tree* waiting = tree ? tree->find("waiting") : nullptr;
    if (!tree || !is_answer_to(*tree, query) || waiting == nullptr || waiting->list() == nullptr ||
        waiting->list()->size() > kMostCalls)
        return fail(Fault::BackendAnswerMalformed);
    CallList calls;
    for (const Tree& entry : *waiting->list()) {
        auto read = read_waiting(entry);
        if (!read || calls.find(read->kiosk) != nullptr) return fail(Fault::BackendAnswerMalformed);
        calls.waiting.push_back(*std::move(read));
    }
    std::ranges::stable_sort(calls.waiting, {},
                             [](const WaitingKiosk& each) { return each.call.since; });
    if (tree->find("last") != nullptr) {
        calls.last = parse_timestamp(tree->text_at("last"));
        if (!calls.last) return fail(Fault::BackendAnswerMalformed);
    }
    return calls;
}

Result<CallList> open_calls(ByteView cms, const CallQuery& query, const Trust& trust, WallTime at) {
    const auto document = open_document(cms, trust, at);
    if (!document) return fail(Fault::BackendAnswerMalformed);
    const std::string_view content = as_text(document->content);
    auto calls = parse_calls(content, query);
    if (!calls) return calls;
    if (!is_fresh(content, at)) return fail(Fault::BackendAnswerMalformed);
    return calls;
}

}  // namespace motlan
