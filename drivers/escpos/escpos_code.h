// The bytes that a receipt printer is told and answers, after Epson's ESC/POS command reference
// (Application Programming Guide, "Command List"). Slips go as pictures: code pages for
// Vietnamese differ by maker. Pure.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>

#include "kiosk/core/bytes.h"
#include "kiosk/core/image.h"
#include "kiosk/device/device_status.h"

namespace motlan {

/// Rows in one band of a picture: 128 of 576 dots are 9 KB, less than the smallest buffer.
inline constexpr int kBandRows = 128;

/// A whole slip: ESC @, the grey picture in bands of GS v 0 (a dot is ink where the pixel is
/// darker than half), GS V 66 to feed and cut, GS r 1 to be told when all of that is done.
[[nodiscard]] Bytes escpos_slip(const ImageView& slip);

/// The four questions that a printer answers at once, whatever it is doing (DLE EOT n).
enum class PrinterQuestion : std::uint8_t { Printer = 1, Offline = 2, Error = 3, Paper = 4 };
inline constexpr std::array kPrinterQuestions{PrinterQuestion::Printer, PrinterQuestion::Offline,
                                              PrinterQuestion::Error, PrinterQuestion::Paper};

[[nodiscard]] std::array<std::uint8_t, 3> escpos_question(PrinterQuestion question);

/// The answer to a question among the bytes of a printer: bits 0 and 7 are clear, bits 1 and 4 are
/// set. Bytes of other kinds, such as flow control and unasked-for status, are passed over.
[[nodiscard]] std::optional<std::uint8_t> escpos_answer(ByteView bytes);

/// True when one of the bytes says that all that was sent before GS r has been done: bits 4 and 7
/// are clear in it (GS r 1).
[[nodiscard]] bool says_done(ByteView bytes);

/// What the answers to kPrinterQuestions, in that order, say: cover open, paper out, low, broken.
[[nodiscard]] DeviceStatus status_in(const std::array<std::uint8_t, 4>& answers);

}  // namespace motlan
