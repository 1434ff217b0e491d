#include "kiosk/domain/vietqr.h"

#include <algorithm>
#include <charconv>
#include <format>
#include <map>
#include <optional>

namespace motlan {
namespace {

constexpr std::string_view kNapas = "A000000727";
constexpr std::string_view kToAccount = "QRIBFTTA";
constexpr std::string_view kDong = "704";
constexpr std::size_t kCrcSigns = 4;
constexpr std::size_t kLongestAccount = 19;
/// More than any fee, and far from where a number ends.
constexpr std::int64_t kMostDong = 1'000'000'000;

using Fields = std::map<std::string, std::string, std::less<>>;

bool is_digits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_alphanumeric(std::string_view text) {
    return std::ranges::all_of(text, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    });
}

std::optional<std::int64_t> number_of(std::string_view digits) {
    std::int64_t number = 0;
    const auto [end, trouble] =
        std::from_chars(digits.data(), digits.data() + digits.size(), number);
    const bool is_whole =
        is_digits(digits) && trouble == std::errc() && end == digits.data() + digits.size();
    return is_whole ? std::optional(number) : std::nullopt;
}

/// Two digits of id, two of length, the value, and nothing left over; each id once.
std::optional<Fields> fields_of(std::string_view text) {
    Fields fields;
    while (!text.empty()) {
        if (text.size() < 4 || !is_digits(text.substr(0, 4))) return std::nullopt;
        const auto length = static_cast<std::size_t>(*number_of(text.substr(2, 2)));
        if (length == 0 || text.size() < 4 + length) return std::nullopt;
        const bool is_new =
            fields.emplace(std::string(text.substr(0, 2)), std::string(text.substr(4, length)))
                .second;
        if (!is_new) return std::nullopt;
        text.remove_prefix(4 + length);
    }
    return fields;
}

std::string_view value(const Fields& fields, std::string_view id) {
    const auto found = fields.find(id);
    return found == fields.end() ? std::string_view() : std::string_view(found->second);
}

bool has_true_crc(std::string_view text) {
    if (text.size() <= kCrcSigns || text.size() > kVietQrLimit) return false;
    const std::string_view body = text.substr(0, text.size() - kCrcSigns);
    return body.ends_with("6304") &&
           text.substr(body.size()) == std::format("{:04X}", payment_crc(body));
}

/// The bank and the account that the money goes to.
bool read_payee(std::string_view template_38, VietQr& code) {
    const auto outer = fields_of(template_38);
    if (!outer || value(*outer, "00") != kNapas || value(*outer, "02") != kToAccount) return false;
    const auto inner = fields_of(value(*outer, "01"));
    if (!inner) return false;
    code.bank = value(*inner, "00");
    code.account = value(*inner, "01");
    return code.bank.size() == 6 && is_digits(code.bank) && !code.account.empty() &&
           code.account.size() <= kLongestAccount && is_alphanumeric(code.account);
}

bool read_amount(std::string_view amount, VietQr& code) {
    if (amount.empty()) return !code.is_for_once;
    const auto dong = number_of(amount);
    code.dong = dong.value_or(0);
    return dong && *dong > 0 && *dong <= kMostDong;
}

bool read_purpose(std::string_view template_62, VietQr& code) {
    if (template_62.empty()) return true;
    const auto more = fields_of(template_62);
    if (!more) return false;
    code.purpose = value(*more, "08");
    return true;
}

}  // namespace

std::uint16_t payment_crc(std::string_view text) {
    std::uint16_t crc = 0xFFFF;
    for (const char sign : text) {
        crc ^= static_cast<std::uint16_t>(static_cast<unsigned char>(sign) << 8U);
        for (int bit = 0; bit < 8; ++bit) {
            const bool is_high = (crc & 0x8000U) != 0;
            crc = static_cast<std::uint16_t>(crc << 1U);
            if (is_high) crc ^= 0x1021U;
        }
    }
    return crc;
}

Result<VietQr> parse_vietqr(std::string_view text) {
    const auto fields = has_true_crc(text) ? fields_of(text) : std::nullopt;
    if (!fields) return fail(Fault::PaymentForged);
    const std::string_view method = value(*fields, "01");
    VietQr code;
    code.is_for_once = method == "12";
    const bool holds = text.starts_with("000201") && (method == "11" || method == "12") &&
                       value(*fields, "53") == kDong && value(*fields, "58") == "VN" &&
                       read_payee(value(*fields, "38"), code) &&
                       read_amount(value(*fields, "54"), code) &&
                       read_purpose(value(*fields, "62"), code);
    if (!holds) return fail(Fault::PaymentForged);
    return code;
}

}  // namespace motlan
