#include "kiosk/staff/badge.h"

#include <algorithm>
#include <optional>

#include "kiosk/core/utf8.h"
#include "kiosk/outbox/base45.h"

namespace motlan {
namespace {

constexpr std::string_view kBeginning = "MLB1:";
constexpr std::size_t kLongestName = 60;  // bytes
// A badge that was made a little before our clock says so is no forgery.
constexpr std::chrono::days kClockSlack{1};

/// Takes bytes off the front; once there are too few, everything is refused.
class Reader {
public:
    explicit Reader(ByteView bytes) : rest_(bytes) {}

    ByteView take(std::size_t count) {
        is_short_ = is_short_ || count > rest_.size();
        if (is_short_) return {};
        const ByteView taken = rest_.first(count);
        rest_ = rest_.subspan(count);
        return taken;
    }
    ByteView rest() { return take(rest_.size()); }
    /// A whole number, the most significant byte first.
    std::int64_t number(std::size_t bytes) {
        std::int64_t number = 0;
        for (const std::uint8_t byte : take(bytes)) number = number * 256 + byte;
        return number;
    }
    WallTime time() { return WallTime(std::chrono::milliseconds(number(6))); }
    [[nodiscard]] bool is_short() const { return is_short_; }

private:
    ByteView rest_;
    bool is_short_ = false;
};

std::optional<StaffRole> role_of(std::int64_t number) {
    if (number == 'A') return StaffRole::Attendant;
    if (number == 'S') return StaffRole::Supervisor;
    if (number == 'T') return StaffRole::Technician;
    return std::nullopt;
}

/// Composed letters and spaces between them: it is shown to citizens.
bool is_name(std::string_view name) {
    return !name.empty() && name.size() <= kLongestName && to_nfc(name) == std::string(name) &&
           trimmed(name) == name && std::ranges::none_of(name, [](char letter) {
               const auto byte = static_cast<unsigned char>(letter);
               return byte < 0x20 || byte == 0x7F;
           });
}

}  // namespace

bool is_badge_code(std::string_view text) { return text.starts_with(kBeginning); }

Result<UnprovenBadge> parse_badge(std::string_view text) {
    if (!is_badge_code(text) || text.size() > kBadgeCodeLimit) return fail(Fault::BadgeForged);
    const auto bytes = from_base45(text.substr(kBeginning.size()));
    UnprovenBadge read{.words = to_bytes(kBeginning)};
    if (!bytes || bytes->size() <= read.signature.size()) return fail(Fault::BadgeForged);
    const ByteView words = ByteView(*bytes).first(bytes->size() - read.signature.size());
    Reader reader(words);
    std::ranges::copy(reader.take(read.signer.size()), read.signer.begin());
    read.badge.id = BadgeId(to_hex(reader.take(8)));
    const auto role = role_of(reader.number(1));
    read.badge.issued = reader.time();
    read.badge.expires = reader.time();
    const auto length = static_cast<std::size_t>(reader.number(1));
    const std::string number(as_text(reader.take(length)));
    read.badge.who.name = as_text(reader.rest());
    if (reader.is_short() || !role || !is_staff_number(number) || !is_name(read.badge.who.name))
        return fail(Fault::BadgeForged);
    read.badge.who.number = StaffNumber(number);
    read.badge.who.role = *role;
    std::ranges::copy(words, std::back_inserter(read.words));
    std::ranges::copy(ByteView(*bytes).last(read.signature.size()), read.signature.begin());
    return read;
}

Result<Badge> verify_badge(std::string_view text, const BadgeTrust& trust, WallTime now) {
    auto read = parse_badge(text);
    if (!read) return fail(read.error());
    const Badge& badge = read->badge;
    const Certificate* signer = find_signer(trust.signers, read->signer);
    const bool is_signed = signer != nullptr &&
                           check_certificate(*signer, trust.ca, Role::Badge, now).has_value() &&
                           is_signed_by_key_of(*signer, read->words, read->signature);
    const bool is_short_lived =
        badge.expires - badge.issued <= longest_badge_life(badge.who.role) &&
        badge.issued <= now + kClockSlack;
    if (!is_signed || !is_short_lived) return fail(Fault::BadgeForged);
    if (now >= badge.expires) return fail(Fault::BadgeExpired);
    if (std::ranges::contains(trust.revoked, badge.id)) return fail(Fault::BadgeRevoked);
    return std::move(read->badge);
}

}  // namespace motlan
