#include "tests/province/events.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <format>
#include <ranges>

#include "kiosk/core/timestamp.h"

namespace motlan::province {
namespace {

// Who speaks; one office for the whole stand-in.
constexpr const char* kUnit = "Trung tâm Phục vụ hành chính công phường Trường Vinh";

struct Plain {
    std::string_view name;
    std::int64_t status;
    std::string_view words;
};

// The national codes (domain notes 4.2) that need nothing but words.
constexpr auto kPlain = std::to_array<Plain>({
    {"refused", 3, "Hồ sơ không thuộc thẩm quyền giải quyết của cơ quan chúng tôi."},
    {"in_work", 4, "Chuyên viên đang xem xét hồ sơ."},
    {"withdrawn", 7, "Hồ sơ được rút theo yêu cầu của ông/bà."},
    {"stopped", 8, "Cơ quan dừng giải quyết hồ sơ."},
    {"decided", 9, "Kết quả đã có. Mời ông/bà đến nhận."},
    {"delivered", 10, "Ông/bà đã nhận kết quả."},
});

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(' ');
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

// Takes the part before the mark off the text.
std::string_view take(std::string_view& text, std::string_view mark) {
    const auto at = text.find(mark);
    const std::string_view part = text.substr(0, at);
    text = at == std::string_view::npos ? std::string_view() : text.substr(at + mark.size());
    return trimmed(part);
}

std::string words_or(std::string_view words, std::string_view otherwise) {
    return std::string(trimmed(words).empty() ? otherwise : trimmed(words));
}

std::optional<std::int64_t> to_number(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, trouble] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_one = trouble == std::errc() && end == text.data() + text.size() && number > 0;
    return is_one ? std::optional(number) : std::nullopt;
}

std::optional<Saying> supplement(std::string_view rest) {
    Tree::List wishes;
    while (!rest.empty()) {
        std::string_view one = take(rest, ";");
        const std::string_view concept_id = take(one, " ");
        const std::string_view words = take(one, "§");
        if (!concept_id.contains('.')) return std::nullopt;
        wishes.emplace_back(
            Tree::Table{{"concept", concept_id},
                        {"legal_basis", trimmed(one)},
                        {"words", words_or(words, "Đề nghị ông/bà bổ sung giấy tờ này.")}});
    }
    if (wishes.empty()) return std::nullopt;
    return Saying{.status = 5,
                  .more = {{"words", "Hồ sơ cần bổ sung."}, {"wishes", std::move(wishes)}}};
}

// 17:00 in Vietnam that many days from now.
std::string day_after(WallTime now, std::int64_t days) {
    using namespace std::chrono;
    return to_timestamp(floor<std::chrono::days>(now + kVietnamOffset) + std::chrono::days(days) +
                        hours{17} - kVietnamOffset);
}

std::optional<Saying> late(std::string_view rest, WallTime now) {
    const auto days = to_number(take(rest, " "));
    if (!days || *days > 3650) return std::nullopt;
    return Saying{.status = 4,
                  .more = {{"apology", true},
                           {"due", day_after(now, *days)},
                           {"words", words_or(rest,
                                              "Cơ quan xin lỗi ông/bà vì chưa giải quyết xong hồ "
                                              "sơ đúng hẹn và xin hẹn lại ngày trả kết quả.")}}};
}

std::optional<Saying> payment(std::string_view rest) {
    const auto dong = to_number(take(rest, " "));
    if (!dong) return std::nullopt;
    return Saying{
        .status = 6,
        .more = {{"dong", *dong}, {"words", words_or(rest, "Đề nghị ông/bà nộp phí, lệ phí.")}}};
}

// Refused, withdrawn, stopped, delivered: nothing is said after that.
bool is_end(std::int64_t status) {
    return status == 3 || status == 7 || status == 8 || status == 10;
}

Result<std::optional<LedgerEntry>> find(Ledger& ledger, const std::string& dossier) {
    if (dossier != "last") return ledger.look_up(dossier);
    return ledger.received().transform([](std::vector<LedgerEntry> all) {
        return all.empty() ? std::optional<LedgerEntry>() : std::move(all.back());
    });
}

}  // namespace

std::optional<Saying> read_saying(std::string_view command, WallTime now) {
    const std::string_view name = take(command, " ");
    if (name == "supplement") return supplement(command);
    if (name == "late") return late(command, now);
    if (name == "payment") return payment(command);
    const auto plain = std::ranges::find(kPlain, name, &Plain::name);
    if (plain == kPlain.end()) return std::nullopt;
    return Saying{.status = plain->status, .more = {{"words", words_or(command, plain->words)}}};
}

Saying accepted(const LedgerEntry& entry) {
    return {.status = 2, .more = {{"due", entry.due}, {"words", "Hồ sơ đã được tiếp nhận."}}};
}

Result<LedgerEvent> make_event(const OfficeKeys& keys, const LedgerEntry& entry,
                               std::int64_t sequence, const Saying& saying,
                               const std::string& time) {
    Tree::Table content = saying.more;
    content.insert({{"code", entry.code},
                    {"dossier", entry.dossier},
                    {"kiosk", entry.kiosk},
                    {"procedure", entry.filing.procedure},
                    {"sequence", sequence},
                    {"status", saying.status},
                    {"time", time},
                    {"type", "motlan-event"},
                    {"unit", kUnit},
                    {"version", 1}});
    auto document = sign(content, keys.receipts);
    if (!document) return fail(document.error());
    return LedgerEvent{.sequence = sequence,
                       .status = saying.status,
                       .time = time,
                       .due = std::string(Tree(content).text_at("due")),
                       .document = *std::move(document)};
}

std::string say(const OfficeKeys& keys, Ledger& ledger, WallTime now, std::string_view command) {
    const std::string dossier(take(command, " "));
    const auto saying = read_saying(command, now);
    if (!saying) return "error not an event";
    const auto entry = find(ledger, dossier);
    if (!entry || !*entry || (*entry)->code.empty()) return "error no such accepted dossier";
    const auto before = ledger.events_of((*entry)->dossier);
    if (before && !before->empty() && is_end(before->back().status)) return "error it has ended";
    const std::int64_t dong = Tree(saying->more).number_at("dong");
    if (dong > 0 && !ledger.demand((*entry)->dossier, dong)) return "error it cannot be stored";
    const auto added =
        ledger.add_event((*entry)->dossier, [&](const Filing& filing, std::int64_t sequence) {
            LedgerEntry of = **entry;
            of.filing = filing;
            return make_event(keys, of, sequence, *saying, rfc3339(now));
        });
    return added ? std::format("ok {}", added->sequence) : "error it cannot be stored";
}

}  // namespace motlan::province
