// sealed_dossiers FOLDER COUNT: so many sealed dossiers of all sizes below the folder, each with
// what a province needs to open it, for programs that are not ours.
#include <charconv>
#include <filesystem>
#include <format>
#include <print>

#include "kiosk/core/file.h"
#include "tests/support/hand_clock.h"
#include "tests/support/kept_dossier.h"

namespace motlan::testing {
namespace {

bool write_keys(const std::filesystem::path& folder, const Keys& keys) {
    return write_file(folder / "ca.pem", as_bytes(keys.authority.identity().certificate)) &&
           write_file(folder / "recipient.pem", as_bytes(keys.recipient.certificate)) &&
           write_file(folder / "recipient.key", as_bytes(keys.recipient.key));
}

bool write_dossier(const std::filesystem::path& folder, const SealedDossier& sealed) {
    std::filesystem::create_directories(folder);
    bool is_written = write_file(folder / "label.cms", sealed.label).has_value();
    for (std::size_t n = 0; n < sealed.parts.size(); ++n) {
        const auto part = folder / std::format("part-{:03}.cms", n);
        is_written = is_written && write_file(part, sealed.parts[n]);
    }
    return is_written;
}

}  // namespace
}  // namespace motlan::testing

int main(int count, char** arguments) {
    using namespace motlan::testing;
    std::size_t wanted = 0;
    const std::string_view number = count == 3 ? arguments[2] : "";
    std::from_chars(number.data(), number.data() + number.size(), wanted);
    if (wanted == 0) {
        std::println(stderr, "sealed_dossiers FOLDER COUNT");
        return 2;
    }
    const Keys keys;
    const motlan::WallTime now = HandClock().wall();
    for (std::size_t n = 0; n < wanted; ++n) {
        const auto folder = std::filesystem::path(arguments[1]) / std::format("{:05}", n);
        // Sizes around the steps of the padding, up to four of them.
        const std::size_t size = n * 7919 % (4 * 65536) + 30;
        if (!write_dossier(folder, sealed_dossier(keys, now, size)) || !write_keys(folder, keys))
            return 1;
    }
    return 0;
}
