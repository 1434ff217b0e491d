#include "kiosk/programs/catalogue_files.h"

#include <algorithm>
#include <iterator>
#include <system_error>

#include "kiosk/app/catalogue.h"
#include "kiosk/care/places.h"
#include "kiosk/core/toml.h"

namespace motlan {
namespace {

Checked<Settings> usual_settings() { return read_settings(usual_config(), places().state); }

std::string_view take_step(std::string_view& path) {
    const std::size_t end = path.find('.');
    const std::string_view step = path.substr(0, end);
    path = end == std::string_view::npos ? std::string_view{} : path.substr(end + 1);
    return step;
}

/// The entry of a list of tables that has this id or value.
const Tree* entry_of(const Tree& list, std::string_view id) {
    const Tree::List* entries = list.list();
    if (entries == nullptr) return nullptr;
    const auto found = std::ranges::find_if(*entries, [&](const Tree& entry) {
        return entry.text_at("id") == id || entry.text_at("value") == id;
    });
    return found == entries->end() ? nullptr : &*found;
}

}  // namespace

CivilDate today() { return CivilDate::of(SystemClock().wall()); }

int ProcedureFile::line_of(std::string_view key) const {
    const Tree* at = &document;
    int line = 0;
    while (!key.empty()) {
        const std::string_view step = take_step(key);
        const Tree* next = at->list() != nullptr ? entry_of(*at, step) : at->find(step);
        if (next == nullptr) break;
        at = next;
        if (at->line() > 0) line = at->line();
    }
    return line;
}

Checked<SourceRegister> usual_sources() {
    const auto settings = usual_settings();
    if (!settings) return std::unexpected(settings.error());
    const auto document = read_toml(settings->sources);
    if (!document) return std::unexpected(document.error());
    return SourceRegister::parse(*document, settings->sources.string());
}

Checked<std::filesystem::path> usual_procedures() {
    return usual_settings().transform([](const Settings& settings) { return settings.procedures; });
}

Checked<ProcedureFile> read_procedure_file(const std::filesystem::path& file,
                                           const SourceRegister& sources) {
    auto document = read_toml(file);
    if (!document) return std::unexpected(document.error());
    auto procedure = parse_procedure(*document, file.string(), sources, today());
    if (!procedure) return std::unexpected(procedure.error());
    return ProcedureFile{file, *std::move(document), *std::move(procedure)};
}

std::vector<std::filesystem::path> files_at(const std::vector<std::filesystem::path>& paths) {
    std::vector<std::filesystem::path> files;
    for (const std::filesystem::path& path : paths) {
        std::error_code problem;
        if (!std::filesystem::is_directory(path, problem)) {
            files.push_back(path);
            continue;
        }
        std::ranges::copy(toml_files(path), std::back_inserter(files));
    }
    std::ranges::sort(files);
    return files;
}

Checked<ProcedureFile> find_procedure(std::string_view code, const SourceRegister& sources) {
    const auto folder = usual_procedures();
    if (!folder) return std::unexpected(folder.error());
    for (const std::filesystem::path& file : toml_files(*folder)) {
        auto read = read_procedure_file(file, sources);
        if (!read) return std::unexpected(read.error());
        const Procedure& procedure = read->procedure;
        if (procedure.code.value() == code && procedure.is_in_force(today())) return read;
    }
    return std::unexpected(Problem{folder->string(), 0, "",
                                   "no procedure " + std::string(code) + " is in force today"});
}

}  // namespace motlan
