#include "kiosk/app/last_catalogue.h"

#include <fcntl.h>

#include <array>
#include <cstdio>
#include <format>
#include <map>
#include <string>
#include <system_error>

#include "kiosk/backend/bundle_folder.h"
#include "kiosk/core/file.h"
#include "kiosk/core/whole_number.h"
#include "kiosk/outbox/dossier_id.h"

namespace motlan {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kFileLimit = std::size_t{1} << 20U;
constexpr std::string_view kTrial = "catalogue_trial";
constexpr std::int64_t kTrials = 2;

/// A file of the catalogue: its name in a bundle, and where the settings say it is.
struct SingleFile {
    std::string_view name;
    fs::path Settings::* setting;
};
constexpr std::array kSingleFiles{SingleFile{"sources.toml", &Settings::sources},
                                  SingleFile{"holidays.toml", &Settings::holidays},
                                  SingleFile{"units.toml", &Settings::units},
                                  SingleFile{"search.toml", &Settings::search}};

/// The files of a catalogue by the name that they have in a copy.
using Contents = std::map<fs::path, std::string>;

Contents contents_of(const Settings& settings) {
    Contents contents;
    const auto take = [&](const fs::path& file, const fs::path& name) {
        if (auto text = read_text(file, kFileLimit)) contents.emplace(name, *std::move(text));
    };
    for (const SingleFile& file : kSingleFiles) take(settings.*file.setting, file.name);
    for (const fs::path& file : toml_files(settings.procedures)) {
        take(file, "procedures" / file.filename());
    }
    return contents;
}

Settings with_copy(Settings settings, const fs::path& copy) {
    for (const SingleFile& file : kSingleFiles) settings.*file.setting = copy / file.name;
    settings.procedures = copy / "procedures";
    return settings;
}

bool write_all(const Contents& contents, const fs::path& folder) {
    std::error_code problem;
    fs::remove_all(folder, problem);
    fs::create_directories(folder / "procedures", problem);
    for (const auto& [name, text] : contents) {
        if (!write_file(folder / name, as_bytes(text))) return false;
    }
    return true;
}

/// The new copy takes the old one's place in one step; a cut before it leaves the old one.
void keep(const Settings& settings, const fs::path& state) {
    const fs::path copy = state / "catalogue";
    const fs::path newer = state / "catalogue.new";
    const Contents contents = contents_of(settings);
    if (contents == contents_of(with_copy(settings, copy)) || !write_all(contents, newer)) return;
    std::error_code problem;
    if (fs::exists(copy, problem)) {
        ::renameat2(AT_FDCWD, newer.c_str(), AT_FDCWD, copy.c_str(), RENAME_EXCHANGE);
        fs::remove_all(newer, problem);
    } else {
        fs::rename(newer, copy, problem);
    }
}

/// What tells one catalogue from another.
std::string mark_of(const Contents& contents) {
    std::string all;
    for (const auto& [name, text] : contents) all += std::format("{} {}\n", name.string(), text);
    return sha256(as_bytes(all));
}

/// Counts a start with a catalogue that is not the last good one; two that came to nothing are
/// enough. Nothing is counted for the one that is.
Checked<Settings> begin_trial(const Settings& newest, const fs::path& state) {
    const fs::path file = state / kTrial;
    const Contents contents = contents_of(newest);
    const Contents good = contents_of(with_copy(newest, state / "catalogue"));
    if (good.empty() || good == contents) return newest;
    const std::string name = mark_of(contents);
    const std::string text = read_text(file, kFileLimit).value_or("");
    const bool is_same = text.starts_with(name + " ");
    const std::int64_t before =
        is_same ? whole_number(std::string_view(text).substr(name.size() + 1)).value_or(0) : 0;
    if (before >= kTrials) {
        return std::unexpected(Problem{newest.procedures.string(), 0, "",
                                       "the kiosk has not started with this catalogue twice"});
    }
    static_cast<void>(write_file(file, as_bytes(std::format("{} {}", name, before + 1))));
    return newest;
}

Checked<SoundOffice> read_from(const Settings& settings, const CivilDate& today) {
    return read_office(settings, today).transform([&](Office office) {
        return SoundOffice{std::move(office), {}, settings};
    });
}

}  // namespace

Settings with_folder(Settings settings, const fs::path& folder) {
    std::error_code problem;
    for (const SingleFile& file : kSingleFiles) {
        if (fs::exists(folder / file.name, problem)) settings.*file.setting = folder / file.name;
    }
    if (!toml_files(folder / "procedures").empty()) settings.procedures = folder / "procedures";
    return settings;
}

Checked<Settings> with_bundle(const Settings& settings, const fs::path& state) {
    const auto enrolment = read_enrolment(state / "enrolment");
    if (!enrolment) return settings;
    const auto kept = read_kept_bundle(enrolment->bundles(), *enrolment);
    if (!kept) return settings;
    for (const BundleFile& file : kept->bundle.files) {
        if (!read_bundle_file(kept->folder, file)) {
            return std::unexpected(
                Problem{(kept->folder / file.name).string(), 0, "", "this file is damaged"});
        }
    }
    Settings carried = with_folder(settings, kept->folder);
    if (carried.procedures != settings.procedures)
        carried.published = CivilDate::of(kept->bundle.issued);
    return carried;
}

Checked<SoundOffice> read_sound_office(const Settings& settings, const fs::path& state,
                                       const CivilDate& today) {
    const auto newest = with_bundle(settings, state).and_then([&](const Settings& carried) {
        return begin_trial(carried, state);
    });
    auto read = newest.and_then([&](const Settings& from) { return read_from(from, today); });
    if (read) return read;
    // What does not load is told by its line, however often it is tried.
    std::error_code problem;
    if (newest) fs::remove(state / kTrial, problem);
    for (const Settings& older : {with_copy(settings, state / "catalogue"), settings}) {
        auto last = read_from(older, today);
        if (!last) continue;
        last->refused = read.error();
        return last;
    }
    return std::unexpected(read.error());
}

void keep_sound_office(const SoundOffice& office, const fs::path& state) {
    if (office.refused) return;
    keep(office.read_from, state);
    std::error_code problem;
    fs::remove(state / kTrial, problem);
}

}  // namespace motlan
