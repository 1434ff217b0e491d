#include "kiosk/care/test_scanner.h"

#include "kiosk/care/test_sheet.h"

namespace motlan {
namespace {

// ux 7, T05. An edge is missing where more than a scanner's own margin of uncertainty is.
constexpr double kMostSkew = 1;
constexpr double kMostMissing = 0.5;
constexpr double kLeastDpi = 200;
constexpr double kLeastEvenness = 80;
constexpr double kMostColourError = 15;
constexpr double kLeastContrast = 120;
constexpr double kMostSpecks = 10;

std::vector<Figure> figures_of(const SheetReading& sheet, ScanColour colour) {
    std::vector<Figure> figures{
        {.name = "skew", .value = sheet.skew_degrees, .most = kMostSkew},
        {.name = "edge_missing", .value = sheet.edge_missing_mm, .most = kMostMissing},
        {.name = "dpi", .value = sheet.dpi, .least = kLeastDpi},
        {.name = "evenness", .value = sheet.evenness, .least = kLeastEvenness},
        {.name = "contrast", .value = sheet.contrast, .least = kLeastContrast}};
    if (colour == ScanColour::Colour)
        figures.push_back(
            {.name = "colour_error", .value = sheet.colour_error, .most = kMostColourError});
    return figures;
}

std::vector<Figure> figures_of(const GlassReading& glass) {
    return {{.name = "specks", .value = static_cast<double>(glass.specks), .most = kMostSpecks},
            {.name = "evenness", .value = glass.evenness, .least = kLeastEvenness}};
}

}  // namespace

TestResult test_scanner(DocumentScanner& scanner, const ScanSettings& settings,
                        const DecodeScan& decode) {
    const auto scanned = scanner.scan(settings, [](int) {});
    if (!scanned && scanned.error() == Fault::ScannerNoPaper)
        return not_tested(DeviceTest::Scanner, TestReason::NoTestSheet);
    if (!scanned) return failed_by(DeviceTest::Scanner, scanned.error());
    const auto picture = decode(*scanned);
    if (!picture) return failed_by(DeviceTest::Scanner, picture.error());
    const int dpi = scanned->dpi > 0 ? scanned->dpi : settings.dpi;
    if (const auto sheet = read_test_sheet(picture->view(), dpi))
        return judged(DeviceTest::Scanner, figures_of(*sheet, settings.colour));
    if (const auto glass = read_empty_glass(picture->view(), dpi))
        return judged(DeviceTest::Scanner, figures_of(*glass));
    return not_tested(DeviceTest::Scanner, TestReason::NoTestSheet);
}

}  // namespace motlan
