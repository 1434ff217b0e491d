#include "tests/province/payments.h"

#include <charconv>
#include <format>

#include "tests/province/events.h"

namespace motlan::province {
namespace {

std::string field(std::string_view id, std::string_view value) {
    return std::format("{}{:02}{}", id, value.size(), value);
}

// CRC-16/CCITT-FALSE, EMVCo merchant-presented QR 4.7.3.
unsigned crc_of(std::string_view text) {
    unsigned crc = 0xFFFF;
    for (const char sign : text) {
        crc ^= static_cast<unsigned>(static_cast<unsigned char>(sign)) << 8U;
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc & 0x8000U) != 0 ? (crc << 1U) ^ 0x1021U : crc << 1U;
        crc &= 0xFFFFU;
    }
    return crc;
}

// The dossier that a command names, and what follows.
struct Meant {
    std::optional<LedgerEntry> entry;
    std::string_view rest;
};
Meant read(Ledger& ledger, std::string_view command) {
    const std::size_t space = command.find(' ');
    const std::string name(command.substr(0, space));
    Meant meant;
    if (space != std::string_view::npos) meant.rest = command.substr(space + 1);
    if (name == "last") {
        auto all = ledger.received();
        if (all && !all->empty()) meant.entry = std::move(all->back());
        return meant;
    }
    auto found = ledger.look_up(name);
    if (found) meant.entry = *std::move(found);
    return meant;
}

std::optional<std::int64_t> sum_of(std::string_view text, std::int64_t otherwise) {
    if (text.empty()) return otherwise;
    std::int64_t dong = 0;
    const auto [end, trouble] = std::from_chars(text.data(), text.data() + text.size(), dong);
    const bool is_sum = trouble == std::errc() && end == text.data() + text.size() && dong > 0;
    return is_sum ? std::optional(dong) : std::nullopt;
}

// Where payment was asked for, the work goes on.
void go_on(const OfficeKeys& keys, Ledger& ledger, WallTime now, const std::string& dossier) {
    const auto events = ledger.events_of(dossier);
    if (!events || events->empty() || events->back().status != 6) return;
    static_cast<void>(say(keys, ledger, now, dossier + " in_work Đã nhận đủ phí, lệ phí."));
}

}  // namespace

std::string vietqr(std::int64_t dong, std::string_view purpose) {
    const std::string account = field("00", "970436") + field("01", "0000012345");
    const std::string body =
        field("00", "01") + field("01", "12") +
        field("38", field("00", "A000000727") + field("01", account) + field("02", "QRIBFTTA")) +
        field("53", "704") + field("54", std::to_string(dong)) + field("58", "VN") +
        field("62", field("08", purpose)) + "6304";
    return std::format("{}{:04X}", body, crc_of(body));
}

std::string receive_money(const OfficeKeys& keys, Ledger& ledger, WallTime now,
                          std::string_view command) {
    const Meant meant = read(ledger, command);
    if (!meant.entry) return "error no such dossier";
    const auto fee = ledger.fee_of(meant.entry->dossier);
    if (!fee || !*fee) return "error nothing is due";
    const auto dong = sum_of(meant.rest, (*fee)->dong);
    if (!dong) return "error not a sum";
    const std::int64_t paid = (*fee)->paid + *dong;
    if (!ledger.note_paid(meant.entry->dossier, paid)) return "error it cannot be stored";
    if (paid == (*fee)->dong) go_on(keys, ledger, now, meant.entry->dossier);
    return std::format("ok {}", paid);
}

std::string expire_code(Ledger& ledger, WallTime now, std::string_view command) {
    const Meant meant = read(ledger, command);
    const auto fee = meant.entry ? ledger.fee_of(meant.entry->dossier) : fail(Fault::StorageFailed);
    if (!fee || !*fee || (*fee)->payload.empty()) return "error no code is out";
    const auto stored = ledger.note_code(meant.entry->dossier, (*fee)->payload, rfc3339(now));
    return stored ? "ok" : "error it cannot be stored";
}

}  // namespace motlan::province
