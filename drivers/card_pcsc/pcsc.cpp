#include "drivers/card_pcsc/pcsc.h"

#include <algorithm>

#include "kiosk/device/chip_terminal.h"

namespace motlan {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr DWORD kStatusSize = 2;

// What pcscd says when a card is not, or not yet, or no longer well on the reader.
bool is_cards_fault(LONG result) {
    return result == SCARD_E_NO_SMARTCARD || result == SCARD_W_REMOVED_CARD ||
           result == SCARD_W_RESET_CARD || result == SCARD_W_UNPOWERED_CARD ||
           result == SCARD_W_UNRESPONSIVE_CARD || result == SCARD_W_UNSUPPORTED_CARD ||
           result == SCARD_E_PROTO_MISMATCH || result == SCARD_E_NOT_TRANSACTED;
}

bool is_readable(DWORD event) {
    return (event & SCARD_STATE_PRESENT) != 0 && (event & SCARD_STATE_MUTE) == 0;
}

bool is_gone(DWORD event) {
    return (event & (SCARD_STATE_UNKNOWN | SCARD_STATE_UNAVAILABLE | SCARD_STATE_IGNORE)) != 0;
}

DWORD left_until(steady_clock::time_point end) {
    const auto left = std::chrono::ceil<milliseconds>(end - steady_clock::now());
    return static_cast<DWORD>(std::max(left, milliseconds::zero()).count());
}

}  // namespace

Result<Bytes> PcscCard::exchange(ByteView command) const {
    const SCARD_IO_REQUEST* form = protocol_ == SCARD_PROTOCOL_T0 ? SCARD_PCI_T0 : SCARD_PCI_T1;
    Bytes answer(kChipAnswerLimit);
    DWORD size = answer.size();
    const LONG result =
        SCardTransmit(card_, form, command.data(), command.size(), nullptr, answer.data(), &size);
    if (result != SCARD_S_SUCCESS) {
        return fail(is_cards_fault(result) ? Fault::ChipRemoved : Fault::ChipReaderUnavailable);
    }
    // Some readers report a card that went away as an answer without a status.
    if (size < kStatusSize) return fail(Fault::ChipRemoved);
    answer.resize(size);
    return answer;
}

void PcscContext::close() {
    if (context_) SCardReleaseContext(*context_);
    context_.reset();
}

std::string PcscContext::list() {
    if (!context_) {
        SCARDCONTEXT fresh = 0;
        const LONG opened = SCardEstablishContext(SCARD_SCOPE_SYSTEM, nullptr, nullptr, &fresh);
        if (opened != SCARD_S_SUCCESS) return {};
        context_ = fresh;
    }
    DWORD size = 0;
    LONG result = SCardListReaders(*context_, nullptr, nullptr, &size);
    std::string names(size, '\0');
    if (result == SCARD_S_SUCCESS) {
        result = SCardListReaders(*context_, nullptr, names.data(), &size);
    }
    if (result == SCARD_S_SUCCESS) return names.substr(0, size);
    if (result != SCARD_E_NO_READERS_AVAILABLE) close();
    return {};
}

Result<std::string> PcscContext::reader_named(const std::string& part) {
    const bool was_open = context_.has_value();
    std::string names = list();
    // A conversation from before pcscd was started again ends here; the next one is fresh.
    if (was_open && !context_) names = list();
    for (std::size_t at = 0; at < names.size() && names[at] != '\0';) {
        std::string name = names.c_str() + at;
        if (name.contains(part)) return name;
        at += name.size() + 1;
    }
    return fail(Fault::ChipReaderUnavailable);
}

LONG PcscContext::connect(const std::string& reader, std::optional<PcscCard>& card) {
    SCARDHANDLE number = 0;
    DWORD protocol = 0;
    const LONG result = SCardConnect(*context_, reader.c_str(), SCARD_SHARE_EXCLUSIVE,
                                     SCARD_PROTOCOL_T0 | SCARD_PROTOCOL_T1, &number, &protocol);
    if (result == SCARD_S_SUCCESS) card.emplace(number, protocol);
    return result;
}

Result<void> PcscContext::wake(const std::string& reader, milliseconds patience,
                               std::optional<PcscCard>& card) {
    if (!context_) return fail(Fault::ChipReaderUnavailable);
    const auto end = steady_clock::now() + patience;
    SCARD_READERSTATE state{};
    state.szReader = reader.c_str();
    state.dwCurrentState = SCARD_STATE_UNAWARE;
    while (true) {
        const LONG waited = SCardGetStatusChange(*context_, left_until(end), &state, 1);
        if (waited == SCARD_E_TIMEOUT) return fail(Fault::ChipAbsent);
        if (waited != SCARD_S_SUCCESS) close();
        if (waited != SCARD_S_SUCCESS || is_gone(state.dwEventState)) break;
        const bool is_there = is_readable(state.dwEventState);
        const LONG connected = is_there ? connect(reader, card) : SCARD_E_NO_SMARTCARD;
        if (connected == SCARD_S_SUCCESS) return {};
        if (!is_cards_fault(connected)) break;
        // From here on only a change of this state wakes us.
        state.dwCurrentState = state.dwEventState;
    }
    return fail(Fault::ChipReaderUnavailable);
}

}  // namespace motlan
