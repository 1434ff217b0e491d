#include "kiosk/app/last_catalogue.h"

#include <fcntl.h>

#include <array>
#include <cstdio>
#include <map>
#include <string>
#include <system_error>

#include "kiosk/core/file.h"

namespace motlan {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kFileLimit = std::size_t{1} << 20U;
constexpr std::array kSingleFiles{&Settings::sources, &Settings::holidays, &Settings::units,
                                  &Settings::search};

/// The files of a catalogue by the name that they have in a copy.
using Contents = std::map<fs::path, std::string>;

Contents contents_of(const Settings& settings) {
    Contents contents;
    const auto take = [&](const fs::path& file, const fs::path& name) {
        if (auto text = read_text(file, kFileLimit)) contents.emplace(name, *std::move(text));
    };
    for (const auto file : kSingleFiles) take(settings.*file, (settings.*file).filename());
    for (const fs::path& file : toml_files(settings.procedures)) {
        take(file, "procedures" / file.filename());
    }
    return contents;
}

Settings with_copy(Settings settings, const fs::path& copy) {
    for (const auto file : kSingleFiles) settings.*file = copy / (settings.*file).filename();
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

}  // namespace

Checked<SoundOffice> read_sound_office(const Settings& settings, const fs::path& state,
                                       const CivilDate& today) {
    auto newest = read_office(settings, today);
    if (newest) {
        keep(settings, state);
        return SoundOffice{*std::move(newest), {}};
    }
    auto last = read_office(with_copy(settings, state / "catalogue"), today);
    if (!last) return std::unexpected(newest.error());
    return SoundOffice{*std::move(last), newest.error()};
}

}  // namespace motlan
