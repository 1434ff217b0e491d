#include "kiosk/app/catalogue.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "kiosk/core/toml.h"

namespace motlan {
namespace {

constexpr std::size_t kProcedureLimit = 5000;

std::vector<std::filesystem::path> toml_files(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    std::error_code problem;
    for (const auto& entry : std::filesystem::directory_iterator(folder, problem)) {
        if (entry.path().extension() == ".toml") files.push_back(entry.path());
        if (files.size() >= kProcedureLimit) break;
    }
    std::ranges::sort(files);
    return files;
}

}  // namespace

Checked<Office> read_office(const Settings& settings, const CivilDate& today) {
    const auto sources_document = read_toml(settings.sources);
    if (!sources_document) return std::unexpected(sources_document.error());
    auto sources = SourceRegister::parse(*sources_document, settings.sources.string());
    if (!sources) return std::unexpected(sources.error());

    Office office{.center_name = settings.center_name,
                  .procedures = {},
                  .sources = *std::move(sources),
                  .today = today};
    for (const std::filesystem::path& file : toml_files(settings.procedures)) {
        const auto document = read_toml(file);
        if (!document) return std::unexpected(document.error());
        auto procedure = parse_procedure(*document, file.string(), office.sources, today);
        if (!procedure) return std::unexpected(procedure.error());
        office.procedures.push_back(*std::move(procedure));
    }
    if (office.procedures.empty()) {
        return std::unexpected(
            Problem{settings.procedures.string(), 0, "", "there is no procedure in this folder"});
    }
    return office;
}

}  // namespace motlan
