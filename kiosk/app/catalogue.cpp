#include "kiosk/app/catalogue.h"

#include <algorithm>
#include <format>
#include <span>
#include <thread>
#include <tuple>

#include "kiosk/core/folder.h"
#include "kiosk/core/toml.h"

namespace motlan {
namespace {

constexpr std::size_t kProcedureLimit = 5000;
/// Fewer files than this are not worth a thread of their own.
constexpr std::size_t kFilesOfThread = 64;

using Files = std::vector<std::filesystem::path>;
using Read = std::vector<Checked<Procedure>>;

/// Reads a document of the catalogue with the reader of its kind.
template <typename Reader>
auto read_with(const std::filesystem::path& file, Reader reader) {
    return read_toml(file).and_then(
        [&](const Tree& document) { return reader(document, file.string()); });
}

void read_files(std::span<const std::filesystem::path> files, const SourceRegister& sources,
                const CivilDate& today, std::span<Checked<Procedure>> read) {
    for (std::size_t i = 0; i < files.size(); ++i) {
        read[i] = read_with(files[i], [&](const Tree& document, const std::string& file) {
            return parse_procedure(document, file, sources, today);
        });
    }
}

/// Every thread reads a stretch of the files into places of its own.
Read read_all(const Files& files, const SourceRegister& sources, const CivilDate& today) {
    Read read(files.size(), std::unexpected(Problem{}));
    const std::size_t share = std::max(
        kFilesOfThread, files.size() / std::max(1U, std::thread::hardware_concurrency()) + 1);
    std::vector<std::jthread> threads;
    for (std::size_t from = 0; from < files.size(); from += share) {
        const std::size_t count = std::min(share, files.size() - from);
        const auto work = [=, &files, &sources, &today, &read] {
            read_files(std::span(files).subspan(from, count), sources, today,
                       std::span(read).subspan(from, count));
        };
        if (files.size() <= share) {
            work();
        } else {
            threads.emplace_back(work);
        }
    }
    threads.clear();
    return read;
}

/// Sorts what is in force today; an overlap of versions is a problem.
Checked<std::vector<Procedure>> in_force(std::vector<Procedure> procedures,
                                         const std::filesystem::path& folder,
                                         const CivilDate& today) {
    if (const auto overlap = find_overlap(procedures)) {
        return std::unexpected(
            Problem{folder.string(), 0, "",
                    std::format("versions {} and {} of procedure {} are in force on the same day",
                                overlap->first->version, overlap->second->version,
                                overlap->first->code.value())});
    }
    std::erase_if(procedures, [&](const Procedure& each) { return !each.is_in_force(today); });
    std::ranges::stable_sort(procedures, {}, [](const Procedure& each) {
        return std::tie(each.rank, each.code.value());
    });
    if (!procedures.empty()) return procedures;
    return std::unexpected(
        Problem{folder.string(), 0, "", "there is no procedure in force in this folder"});
}

}  // namespace

std::vector<std::filesystem::path> toml_files(const std::filesystem::path& folder) {
    Files files;
    for (auto& entry : entries_of(folder).value_or(Files())) {
        if (entry.extension() == ".toml") files.push_back(std::move(entry));
        if (files.size() >= kProcedureLimit) break;
    }
    std::ranges::sort(files);
    return files;
}

Checked<std::vector<Procedure>> read_procedures(const std::filesystem::path& folder,
                                                const SourceRegister& sources,
                                                const CivilDate& today) {
    std::vector<Procedure> procedures;
    for (Checked<Procedure>& read : read_all(toml_files(folder), sources, today)) {
        if (!read) return std::unexpected(std::move(read).error());
        procedures.push_back(*std::move(read));
    }
    return procedures;
}

Checked<Office> read_office(const Settings& settings, const CivilDate& today) {
    auto sources = read_with(settings.sources, SourceRegister::parse);
    if (!sources) return std::unexpected(sources.error());
    auto holidays = read_with(settings.holidays, Holidays::parse);
    if (!holidays) return std::unexpected(holidays.error());
    auto units = read_with(settings.units, Units::parse);
    if (!units) return std::unexpected(units.error());
    auto procedures = read_procedures(settings.procedures, *sources, today);
    if (procedures) {
        procedures = in_force(*std::move(procedures), settings.procedures, today);
    }
    if (!procedures) return std::unexpected(procedures.error());
    const auto book = read_with(settings.search, parse_search_book);
    if (!book) return std::unexpected(book.error());
    Office office{.center_name = settings.center_name,
                  .other_counter = settings.other_counter,
                  .counters = settings.counters,
                  .procedures = *std::move(procedures),
                  .sources = *std::move(sources),
                  .today = today,
                  .holidays = *std::move(holidays),
                  .units = *std::move(units),
                  .published = settings.published,
                  .tone_style = settings.tone_style};
    office.words = WordBook(place_names(office.units), office.tone_style);
    office.search = Search(office.procedures, *book);
    office.guide = within(book->guide, office.procedures);
    return office;
}

}  // namespace motlan
