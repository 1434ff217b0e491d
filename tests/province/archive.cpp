#include "tests/province/archive.h"

#include <sys/stat.h>

#include <format>

#include "kiosk/core/file.h"
#include "tests/province/setup.h"

namespace motlan::province {
namespace {

std::unexpected<Problem> problem(const std::filesystem::path& file, std::string reason) {
    return std::unexpected(Problem{.file = file.string(), .reason = std::move(reason)});
}

std::string file_name(const OpenedPart& part, std::size_t number) {
    if (number == 0) return "manifest.cms";
    if (number == 1) return "form.json";
    return std::format("paper-{}.{}", number, part.media == "application/pdf" ? "pdf" : "bin");
}

}  // namespace

Checked<Opened> open_received(const std::filesystem::path& folder, const std::string& dossier) {
    const auto home = read_home(folder);
    if (!home) return std::unexpected(home.error());
    const auto ledger = Ledger::open(Ledger::place_in(folder));
    if (!ledger) return problem(folder / "ledger.db", "cannot be opened");
    const auto entry = (*ledger)->look_up(dossier);
    if (!entry) return problem(folder / "ledger.db", "cannot be read");
    if (!*entry) return problem(folder, "has no dossier of this id or code");
    std::vector<Bytes> sealed;
    for (int n = 0; n < std::ssize((*entry)->parts); ++n) {
        auto part = (*ledger)->part((*entry)->dossier, n);
        if (!part) return problem(folder / "ledger.db", "cannot be read");
        sealed.push_back(*std::move(part));
    }
    return open_dossier(home->office, **entry, sealed);
}

Checked<void> write_parts(const Opened& opened, const std::filesystem::path& folder) {
    std::error_code trouble;
    std::filesystem::create_directories(folder, trouble);
    if (trouble || ::chmod(folder.c_str(), S_IRWXU) != 0) return problem(folder, "cannot be made");
    for (std::size_t n = 0; n < opened.parts.size(); ++n) {
        const std::filesystem::path file = folder / file_name(opened.parts[n], n);
        if (!write_file(file, opened.parts[n].content)) return problem(file, "cannot be written");
    }
    return {};
}

}  // namespace motlan::province
