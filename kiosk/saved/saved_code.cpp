#include "kiosk/saved/saved_code.h"

#include <algorithm>
#include <iterator>

#include "kiosk/domain/saved_slip.h"
#include "kiosk/outbox/base45.h"
#include "kiosk/saved/saved_time.h"

namespace motlan {
namespace {

constexpr std::size_t kFixedSize = kSavedSecretSize + kSavedTimeSize;

bool is_kiosk_name(std::string_view name) {
    return !name.empty() && name.size() <= kLongestKioskName &&
           std::ranges::all_of(name, [](char letter) { return letter > ' ' && letter < 0x7F; });
}

}  // namespace

std::string to_text(const SavedCode& code) {
    Bytes bytes;
    std::ranges::copy(code.secret.reveal(), std::back_inserter(bytes));
    std::ranges::copy(saved_time(code.until), std::back_inserter(bytes));
    std::ranges::copy(code.kiosk, std::back_inserter(bytes));
    return std::string(kSavedMark) + to_base45(bytes);
}

Result<SavedCode> parse_saved_code(std::string_view text) {
    if (!is_saved_code(text) || text.size() > kSavedCodeLimit) return fail(Fault::SavedUnknown);
    const auto bytes = from_base45(text.substr(kSavedMark.size()));
    if (!bytes || bytes->size() <= kFixedSize) return fail(Fault::SavedUnknown);
    const ByteView secret = ByteView(*bytes).first(kSavedSecretSize);
    SavedCode code;
    code.secret = Personal(Bytes(secret.begin(), secret.end()));
    code.until = saved_time(ByteView(*bytes).subspan(kSavedSecretSize));
    code.kiosk = as_text(ByteView(*bytes).subspan(kFixedSize));
    if (!is_kiosk_name(code.kiosk)) return fail(Fault::SavedUnknown);
    return code;
}

}  // namespace motlan
