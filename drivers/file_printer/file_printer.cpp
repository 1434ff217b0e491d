#include "drivers/file_printer/file_printer.h"

#include <string>
#include <system_error>

#include "kiosk/core/file.h"
#include "kiosk/core/png.h"

namespace motlan {

Result<void> FilePrinter::print(const ImageView& slip) {
    std::error_code problem;
    std::filesystem::create_directories(folder_, problem);
    std::filesystem::path path;
    do {
        path = folder_ / ("slip-" + std::to_string(++printed_) + ".png");
    } while (std::filesystem::exists(path, problem));
    if (!write_file(path, encode_png(slip))) return fail(Fault::PrinterUnavailable);
    return {};
}

}  // namespace motlan
