// kioskctl test report: what all tests of this kiosk came to, as a page that is signed and kept.
#include <print>

#include "kiosk/backend/enrolment.h"
#include "kiosk/care/places.h"
#include "kiosk/care/report_file.h"
#include "kiosk/core/file.h"
#include "kiosk/core/version.h"
#include "kiosk/programs/kioskctl_doctor.h"
#include "kiosk/programs/kioskctl_test.h"

namespace motlan {
namespace {

TestReport report_of(const Places& where, std::string_view number, std::string_view who) {
    const auto enrolment = read_enrolment(where.state / "enrolment");
    return {.kiosk = enrolment ? enrolment->province.kiosk : std::string(),
            .version = std::string(version()),
            .number = std::string(number),
            .who = std::string(who),
            .at = SystemClock().wall(),
            .results = TestHistory(where.state / "tests").read_all(),
            .devices = usual_devices()};
}

}  // namespace

int test_report_command(Arguments arguments) {
    if (arguments.size() != 3)
        return complain("test report",
                        "a FILE, the report's NUMBER and the NAME of who signs are needed", kUsage);
    const std::filesystem::path file = arguments[0];
    const auto typeface = Typeface::open(kFontFolder);
    if (!typeface)
        return complain("test report", "the letters of Noto Sans are not there", kFoundWrong);
    const auto pdf = report_pdf(*typeface, report_of(places(), arguments[1], arguments[2]));
    const auto written = pdf ? write_file(file, *pdf) : fail(pdf.error());
    if (!written) return complain_unwritten("test report", file.string(), written.error());
    std::println("{}: print it on A4 and sign it", file.string());
    return kFine;
}

}  // namespace motlan
