#include "kiosk/care/sealed_diagnostics.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <format>
#include <numeric>
#include <system_error>

#include "kiosk/backend/bundle_folder.h"
#include "kiosk/backend/enrolment.h"
#include "kiosk/core/expects.h"
#include "kiosk/core/file.h"
#include "kiosk/outbox/envelope.h"

namespace motlan {
namespace {

namespace fs = std::filesystem;

// POSIX.1-1988, section 10.1.1: where the fields of a header stand, and how long it is.
constexpr std::size_t kBlock = 512;
constexpr std::size_t kNameLimit = 100;
constexpr std::size_t kMode = 100;
constexpr std::size_t kSize = 124;
constexpr std::size_t kTime = 136;
constexpr std::size_t kCheck = 148;
constexpr std::size_t kKind = 156;
constexpr std::size_t kMagic = 257;

using Header = std::array<char, kBlock>;

void put(Header& header, std::size_t at, std::string_view text) {
    std::ranges::copy(text, header.begin() + static_cast<std::ptrdiff_t>(at));
}

Header header_of(std::string_view name, std::size_t size, WallTime at) {
    expects(name.size() < kNameLimit);
    const auto seconds = std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count();
    Header header{};
    put(header, 0, name);
    put(header, kMode, "0000644");
    put(header, kSize, std::format("{:011o}", size));
    put(header, kTime, std::format("{:011o}", seconds));
    put(header, kCheck, "        ");
    header[kKind] = '0';
    put(header, kMagic, std::string_view("ustar\00000", 8));
    const unsigned sum = std::accumulate(
        header.begin(), header.end(), 0U,
        [](unsigned all, char one) { return all + static_cast<unsigned char>(one); });
    put(header, kCheck, std::format("{:06o}", sum));
    header[kCheck + 6] = '\0';
    return header;
}

void append(Bytes& archive, std::string_view bytes) {
    const ByteView view = as_bytes(bytes);
    archive.insert(archive.end(), view.begin(), view.end());
}

}  // namespace

Bytes archive_of(const DiagnosticFiles& files, WallTime at) {
    Bytes archive;
    for (const auto& [name, text] : files) {
        const Header header = header_of(name, text.size(), at);
        append(archive, {header.data(), header.size()});
        append(archive, text);
        archive.resize((archive.size() + kBlock - 1) / kBlock * kBlock);
    }
    archive.resize(archive.size() + 2 * kBlock);
    return archive;
}

Result<fs::path> write_diagnostics(const DiagnosticFiles& files, const fs::path& state,
                                   const fs::path& folder, WallTime at) {
    const auto enrolment = read_enrolment(state / "enrolment");
    if (!enrolment) return fail(Fault::NotEnrolled);
    const auto kept = read_kept_bundle(enrolment->bundles(), *enrolment);
    if (!kept) return fail(kept.error());
    const auto sealed =
        Envelope::to(kept->bundle.recipients).and_then([&](const Envelope& envelope) {
            return envelope.seal(archive_of(files, at));
        });
    if (!sealed) return fail(sealed.error());
    std::error_code problem;
    fs::create_directories(folder, problem);
    const auto seconds = std::chrono::floor<std::chrono::seconds>(at + kVietnamOffset);
    fs::path file = folder / std::format("motlan-{}-{:%Y%m%d-%H%M%S}.tar.cms",
                                         enrolment->province.kiosk, seconds);
    const auto written = write_synced(file, *sealed);
    if (written) return file;
    fs::remove(file, problem);
    return fail(written.error() == Fault::DiskFull ? Fault::DiskFull : Fault::MediumUnavailable);
}

}  // namespace motlan
