#include "kiosk/core/fault.h"

#include <algorithm>
#include <array>
#include <utility>

#include "kiosk/core/expects.h"

namespace motlan {
namespace {

struct Entry {
    Fault fault;
    std::string_view code;
    Remedy remedy;
};

constexpr auto kEntries = std::to_array<Entry>({
    {Fault::IdQrUnreadable, "CARD-01", Remedy::TryAgain},
    {Fault::QrNotIdCard, "CARD-02", Remedy::TryAgain},
    {Fault::QrIsHealthCard, "CARD-03", Remedy::TryAgain},
    {Fault::QrIsPaymentCode, "CARD-04", Remedy::TryAgain},
    {Fault::QrTooLong, "CARD-05", Remedy::TryAgain},
    {Fault::TextNotUtf8, "CARD-06", Remedy::TryAgain},
    {Fault::CitizenNumberMalformed, "CARD-07", Remedy::AskStaff},
    {Fault::CivilDateMalformed, "CARD-08", Remedy::AskStaff},
    {Fault::VneidUnknown, "CARD-09", Remedy::TryAgain},
    {Fault::CameraUnavailable, "CAM-01", Remedy::CallTechnician},
    {Fault::ReaderUnavailable, "READ-01", Remedy::CallTechnician},
    {Fault::ReaderIsKeyboard, "READ-02", Remedy::CallTechnician},
    {Fault::ReaderNotUtf8, "READ-03", Remedy::CallTechnician},
    {Fault::ChipReaderUnavailable, "CHIP-01", Remedy::CallTechnician},
    {Fault::ChipAbsent, "CHIP-02", Remedy::TryAgain},
    {Fault::ChipRemoved, "CHIP-03", Remedy::TryAgain},
    {Fault::ChipOfOtherCard, "CHIP-04", Remedy::TryAgain},
    {Fault::ChipLocked, "CHIP-05", Remedy::AskStaff},
    {Fault::ChipMalformed, "CHIP-06", Remedy::AskStaff},
    {Fault::ChipForged, "CHIP-07", Remedy::AskStaff},
    {Fault::ScannerUnavailable, "SCAN-01", Remedy::CallTechnician},
    {Fault::ScannerCoverOpen, "SCAN-02", Remedy::TryAgain},
    {Fault::ScannerJam, "SCAN-03", Remedy::AskStaff},
    {Fault::ScannerNoPaper, "SCAN-04", Remedy::TryAgain},
    {Fault::ScannerBusy, "SCAN-05", Remedy::TryAgain},
    {Fault::ScannerShortPage, "SCAN-06", Remedy::TryAgain},
    {Fault::ScannerCancelled, "SCAN-07", Remedy::TryAgain},
    {Fault::PageBlank, "SCAN-08", Remedy::TryAgain},
    {Fault::PageTooSmall, "SCAN-09", Remedy::TryAgain},
    {Fault::PictureUnreadable, "SCAN-10", Remedy::TryAgain},
    {Fault::PictureTooLarge, "SCAN-11", Remedy::TryAgain},
    {Fault::PageNotFound, "SCAN-12", Remedy::TryAgain},
    {Fault::PageCutOff, "SCAN-13", Remedy::TryAgain},
    {Fault::PageBlurred, "SCAN-14", Remedy::TryAgain},
    {Fault::PageGlare, "SCAN-15", Remedy::TryAgain},
    {Fault::PageDark, "SCAN-16", Remedy::TryAgain},
    {Fault::PageUpsideDown, "SCAN-17", Remedy::TryAgain},
    {Fault::PageTextTooSmall, "SCAN-18", Remedy::TryAgain},
    {Fault::PageTextLost, "SCAN-19", Remedy::TryAgain},
    {Fault::PageDuplicate, "SCAN-20", Remedy::TryAgain},
    {Fault::PageOtherPaper, "SCAN-21", Remedy::TryAgain},
    {Fault::PageHeld, "SCAN-25", Remedy::TryAgain},
    {Fault::ScannerWarmingUp, "SCAN-22", Remedy::TryAgain},
    {Fault::ScannerDoubleFeed, "SCAN-23", Remedy::TryAgain},
    {Fault::ScannerUnplugged, "SCAN-24", Remedy::CallTechnician},
    {Fault::PrinterUnavailable, "PRN-01", Remedy::AskStaff},
    {Fault::PrinterPaperOut, "PRN-02", Remedy::AskStaff},
    {Fault::PrinterPaperLow, "PRN-03", Remedy::AskStaff},
    {Fault::PrinterCoverOpen, "PRN-04", Remedy::AskStaff},
    {Fault::PrinterBusy, "PRN-05", Remedy::TryAgain},
    {Fault::PrinterRefused, "PRN-06", Remedy::CallTechnician},
    {Fault::LinkUnavailable, "NET-01", Remedy::CallTechnician},
    {Fault::BackendUnreachable, "NET-02", Remedy::TryAgain},
    {Fault::BackendUntrusted, "NET-03", Remedy::CallTechnician},
    {Fault::BackendRefused, "NET-04", Remedy::CallTechnician},
    {Fault::BackendAnswerMalformed, "NET-05", Remedy::CallTechnician},
    {Fault::SourceSilent, "SRC-01", Remedy::TryAgain},
    {Fault::SourceAnswerForged, "SRC-02", Remedy::CallTechnician},
    {Fault::SourceAnswerStale, "SRC-03", Remedy::CallTechnician},
    {Fault::SourceAnswerContradictory, "SRC-04", Remedy::CallTechnician},
    {Fault::ReceiptForged, "SUB-01", Remedy::CallTechnician},
    {Fault::ReceiptForOtherDossier, "SUB-02", Remedy::CallTechnician},
    {Fault::DossierRejected, "SUB-03", Remedy::AskStaff},
    {Fault::EventForged, "SUB-04", Remedy::CallTechnician},
    {Fault::DossierUnknown, "SUB-05", Remedy::TryAgain},
    {Fault::PaymentUnavailable, "PAY-01", Remedy::AskStaff},
    {Fault::PaymentForged, "PAY-02", Remedy::CallTechnician},
    {Fault::PaymentExpired, "PAY-03", Remedy::TryAgain},
    {Fault::DiskFull, "DISK-01", Remedy::CallTechnician},
    {Fault::StorageFailed, "DISK-02", Remedy::CallTechnician},
    {Fault::RecordDamaged, "DISK-03", Remedy::CallTechnician},
    {Fault::SealingFailed, "SEAL-01", Remedy::CallTechnician},
    {Fault::AuditBroken, "AUD-01", Remedy::CallTechnician},
    {Fault::AuditForked, "AUD-02", Remedy::CallTechnician},
    {Fault::MediumUnavailable, "DISK-04", Remedy::CallTechnician},
    {Fault::SavedUnknown, "SAVE-01", Remedy::AskStaff},
    {Fault::SavedExpired, "SAVE-02", Remedy::AskStaff},
    {Fault::SavedElsewhere, "SAVE-03", Remedy::AskStaff},
    {Fault::SavedOtherCard, "SAVE-04", Remedy::TryAgain},
    {Fault::SavedDamaged, "SAVE-05", Remedy::CallTechnician},
    {Fault::SavedNoRoom, "SAVE-06", Remedy::CallTechnician},
    {Fault::SavedTooLarge, "SAVE-07", Remedy::AskStaff},
    {Fault::SavedNotOffered, "SAVE-08", Remedy::AskStaff},
    {Fault::BadgeForged, "STF-01", Remedy::CallTechnician},
    {Fault::BadgeExpired, "STF-02", Remedy::CallTechnician},
    {Fault::BadgeRevoked, "STF-03", Remedy::CallTechnician},
    {Fault::PinWrong, "STF-04", Remedy::TryAgain},
    {Fault::PinLocked, "STF-05", Remedy::CallTechnician},
    {Fault::ConfigInvalid, "CFG-01", Remedy::CallTechnician},
    {Fault::CatalogueInvalid, "CFG-02", Remedy::CallTechnician},
    {Fault::NotEnrolled, "CFG-03", Remedy::CallTechnician},
    {Fault::BundleForged, "CFG-04", Remedy::CallTechnician},
    {Fault::BundleOlder, "CFG-05", Remedy::CallTechnician},
    {Fault::BundleExpired, "CFG-06", Remedy::CallTechnician},
    {Fault::KeyStoreUnavailable, "CFG-07", Remedy::CallTechnician},
    {Fault::EnrolmentRefused, "CFG-08", Remedy::CallTechnician},
    {Fault::ExportRefused, "CFG-09", Remedy::CallTechnician},
    {Fault::EyeUnavailable, "KSK-01", Remedy::CallTechnician},
    {Fault::SpeechUnavailable, "SND-01", Remedy::CallTechnician},
    {Fault::TouchUnavailable, "INP-01", Remedy::CallTechnician},
    {Fault::KeypadUnavailable, "INP-02", Remedy::CallTechnician},
    {Fault::MessageMalformed, "KSK-02", Remedy::CallTechnician},
    {Fault::BrokenAssumption, "KSK-03", Remedy::CallTechnician},
});

constexpr auto kFaults = [] {
    std::array<Fault, kEntries.size()> faults{};
    std::ranges::transform(kEntries, faults.begin(), &Entry::fault);
    return faults;
}();

constexpr bool in_order() {
    for (std::size_t i = 0; i < kEntries.size(); ++i) {
        if (std::to_underlying(kEntries[i].fault) != i) return false;
    }
    return true;
}
static_assert(in_order(), "the table lists every fault once, in the order of the enum");
static_assert(kEntries.back().fault == Fault::BrokenAssumption, "the table is complete");

}  // namespace

std::string_view code(Fault fault) { return kEntries.at(std::to_underlying(fault)).code; }

std::optional<Fault> fault_of(std::string_view code) {
    const auto found = std::ranges::find(kEntries, code, &Entry::code);
    return found == kEntries.end() ? std::nullopt : std::optional(found->fault);
}

Remedy remedy(Fault fault) { return kEntries.at(std::to_underlying(fault)).remedy; }

std::span<const Fault> all_faults() { return kFaults; }

}  // namespace motlan
