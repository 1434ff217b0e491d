// The closed list of everything that can go wrong and that somebody can act on.
// A fault is named after what a person can see or do. Its code stands on the screen,
// in the log and in the strings ("fault.SCAN-03.citizen", "fault.SCAN-03.technician").
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace motlan {

enum class Fault : std::uint8_t {
    // The card that a citizen shows.
    IdQrUnreadable,
    QrNotIdCard,
    QrIsHealthCard,
    QrIsPaymentCode,
    QrTooLong,
    TextNotUtf8,
    CitizenNumberMalformed,
    CivilDateMalformed,
    VneidUnknown,
    CameraUnavailable,
    ReaderUnavailable,
    ReaderIsKeyboard,
    ReaderNotUtf8,
    // The chip of that card.
    ChipReaderUnavailable,
    ChipAbsent,
    ChipRemoved,
    ChipOfOtherCard,
    ChipLocked,
    ChipMalformed,
    ChipForged,
    // The papers.
    ScannerUnavailable,
    ScannerCoverOpen,
    ScannerJam,
    ScannerNoPaper,
    ScannerBusy,
    ScannerShortPage,
    ScannerCancelled,
    PageBlank,
    PageTooSmall,
    PictureUnreadable,
    PictureTooLarge,
    PageNotFound,
    PageCutOff,
    PageBlurred,
    PageGlare,
    PageDark,
    PageUpsideDown,
    PageTextTooSmall,
    PageTextLost,
    PageDuplicate,
    PageOtherPaper,
    PageHeld,
    ScannerWarmingUp,
    ScannerDoubleFeed,
    ScannerUnplugged,
    // The slip.
    PrinterUnavailable,
    PrinterPaperOut,
    PrinterPaperLow,
    PrinterCoverOpen,
    PrinterBusy,
    PrinterRefused,
    // The province and the road to it.
    LinkUnavailable,
    BackendUnreachable,
    BackendUntrusted,
    BackendRefused,
    BackendAnswerMalformed,
    SourceSilent,
    SourceAnswerForged,
    SourceAnswerStale,
    SourceAnswerContradictory,
    ReceiptForged,
    ReceiptForOtherDossier,
    DossierRejected,
    EventForged,
    DossierUnknown,
    // The fee.
    PaymentUnavailable,
    PaymentForged,
    PaymentExpired,
    // What is kept on this machine.
    DiskFull,
    StorageFailed,
    RecordDamaged,
    SealingFailed,
    AuditBroken,
    AuditForked,
    MediumUnavailable,
    // What a citizen has saved to go on later.
    SavedUnknown,
    SavedExpired,
    SavedElsewhere,
    SavedOtherCard,
    SavedDamaged,
    SavedNoRoom,
    SavedTooLarge,
    SavedNotOffered,
    // The badge of staff and technicians.
    BadgeForged,
    BadgeExpired,
    BadgeRevoked,
    PinWrong,
    PinLocked,
    // How this machine was set up.
    ConfigInvalid,
    CatalogueInvalid,
    NotEnrolled,
    BundleForged,
    BundleOlder,
    BundleExpired,
    KeyStoreUnavailable,
    EnrolmentRefused,
    ExportRefused,
    // Inside the machine.
    EyeUnavailable,
    SpeechUnavailable,
    TouchUnavailable,
    KeypadUnavailable,
    MessageMalformed,
    BrokenAssumption,
};

/// Who can help: the citizen by trying again, the officer nearby, or a technician.
enum class Remedy : std::uint8_t { TryAgain, AskStaff, CallTechnician };

/// The code that stands on the screen, e.g. "SCAN-03". Never changes once published.
[[nodiscard]] std::string_view code(Fault fault);

/// The fault of that code; nothing for a code that is not ours.
[[nodiscard]] std::optional<Fault> fault_of(std::string_view code);

/// What to do about it.
[[nodiscard]] Remedy remedy(Fault fault);

/// Every fault there is, in the order of the list above; for the string tests.
[[nodiscard]] std::span<const Fault> all_faults();

}  // namespace motlan
