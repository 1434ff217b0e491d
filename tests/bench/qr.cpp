// Reads generated card pictures with every code reader at hand: the 29 rows one picture at a
// time, sequences of 8 pictures, small badly damaged codes, damaged modules, what people are told,
// public photos where they are, and what kiosk-eye takes. Prints "<what>\t<value>\t<limit>\t
// <reached or MISSED>"; rates in percent, times in milliseconds of one core.
//
//     bench_qr [--frames N] [--seed N] [--row TEXT] [--sequences N] [--damaged N]
//              [--restored N] [--guide N] [--only READER] [--keep FOLDER]
//
// --keep writes the pictures as PGM files and reads nothing.
#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <format>
#include <fstream>
#include <map>
#include <optional>
#include <print>

#include "kiosk/core/file.h"
#include "kiosk/imaging/picture_file.h"
#include "tests/bench/figure.h"
#include "tests/bench/qr_camera.h"
#include "tests/bench/qr_damage.h"
#include "tests/bench/qr_eye.h"
#include "tests/bench/qr_guide.h"
#include "tests/bench/qr_readers.h"
#include "tests/bench/qr_stains.h"
#include "tests/bench/qr_tally.h"
#include "tests/support/checkout.h"

using namespace motlan;
using namespace motlan::testing;

namespace {

struct Options {
    int frames = 10;
    int sequences = 4;
    int damaged = 200;
    int restored = 2000;
    int guide = 2;
    std::uint64_t seed = 20261123;
    std::string row;
    std::string only;
    std::string keep;
};

std::optional<int> number(std::string_view text) {
    int value = 0;
    const auto end = std::from_chars(text.data(), text.data() + text.size(), value).ptr;
    if (end != text.data() + text.size() || value < 0) return std::nullopt;
    return value;
}

std::optional<Options> options_of(std::span<char*> arguments) {
    Options options;
    if (arguments.size() % 2 != 1) return std::nullopt;
    const std::map<std::string_view, std::string*> texts{
        {"--row", &options.row}, {"--only", &options.only}, {"--keep", &options.keep}};
    const std::map<std::string_view, int*> numbers{{"--frames", &options.frames},
                                                   {"--sequences", &options.sequences},
                                                   {"--damaged", &options.damaged},
                                                   {"--guide", &options.guide},
                                                   {"--restored", &options.restored}};
    for (std::size_t i = 1; i < arguments.size(); i += 2) {
        const std::string_view name = arguments[i];
        const std::string_view value = arguments[i + 1];
        const auto count = number(value);
        if (texts.contains(name)) {
            *texts.at(name) = value;
        } else if (count && numbers.contains(name)) {
            *numbers.at(name) = *count;
        } else if (count && name == "--seed") {
            options.seed = static_cast<std::uint64_t>(*count);
        } else {
            return std::nullopt;
        }
    }
    return options;
}

std::vector<Reader> chosen_readers(const Options& options) {
    std::vector<Reader> chosen = readers();
    std::erase_if(chosen, [&](const Reader& reader) {
        return !options.only.empty() && reader.name != options.only;
    });
    return chosen;
}

std::uint64_t seed_of(const Options& options, std::size_t row, int picture) {
    return options.seed * 1'000'000 + row * 10'000 + static_cast<std::uint64_t>(picture);
}

std::vector<std::size_t> chosen_rows(const Options& options) {
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < scene_rows().size(); ++row) {
        if (scene_rows()[row].name.contains(options.row)) rows.push_back(row);
    }
    return rows;
}

void keep(const Options& options, std::string name, const Image& picture) {
    std::ranges::replace(name, ' ', '_');
    std::ofstream file(std::filesystem::path(options.keep) / (name + ".pgm"), std::ios::binary);
    file << std::format("P5 {} {} 255\n", picture.width, picture.height) << as_text(picture.pixels);
}

void single_pictures(const Options& options, Tally& tally) {
    for (const std::size_t at : chosen_rows(options)) {
        const SceneRow& row = scene_rows()[at];
        for (int i = 0; i < options.frames; ++i) {
            const Scene scene = draw_scene(row, seed_of(options, at, i));
            const Image picture = photograph(printed_card(scene), scene);
            if (!options.keep.empty()) keep(options, std::format("{}-{:03}", row.name, i), picture);
            if (options.keep.empty()) tally.single(row.name, scene.payload, picture);
        }
        tally.print_row(row.name);
    }
    tally.print_all();
}

void sequence(const Options& options, std::size_t at, Glare glare, Tally& tally) {
    const SceneRow& row = scene_rows()[at];
    const std::string name =
        std::format("8 pictures of {}{}", row.name, glare == Glare::Moves ? ", moving" : "");
    for (int i = 0; i < options.sequences; ++i) {
        Scene scene = draw_scene(row, seed_of(options, at, 5000 + i));
        const Image card = printed_card(scene);
        std::vector<Image> pictures;
        for (int step = 0; step < 8; ++step) {
            scene = next_scene(scene, row, glare, step);
            pictures.push_back(photograph(card, scene));
            if (!options.keep.empty()) {
                keep(options, std::format("{}-{:03}-{}", name, i, step), pictures.back());
            }
        }
        if (options.keep.empty()) tally.sequence(name, scene.payload, pictures);
    }
    tally.print_row(name);
}

void sequences(const Options& options, Tally& tally) {
    constexpr auto kRows = std::to_array<std::string_view>(
        {"clean M", "1.7 px a module", "blur 0.6-0.8", "motion 1.4-2.2", "dark 0.08-0.15",
         "glare M", "scratches and dirt", "kiosk hard"});
    for (const std::size_t at : chosen_rows(options)) {
        if (!std::ranges::contains(kRows, scene_rows()[at].name)) continue;
        sequence(options, at, Glare::Stays, tally);
        if (scene_rows()[at].glare.most > 0) sequence(options, at, Glare::Moves, tally);
    }
}

// Small pictures, so that there can be many: every row in turn, scratched and burnt, each of them
// stained in ten ways.
void damaged_codes(const Options& options, Tally& tally) {
    constexpr int kWays = 10;
    for (int i = 0; i * kWays < options.damaged; ++i) {
        const std::size_t at = static_cast<std::size_t>(i) % scene_rows().size();
        Scene scene =
            draw_scene(scene_rows()[at], seed_of(options, at, 9000) + 7 * std::uint64_t(i));
        scene.frame_width = scene.frame_height = 320;
        scene.shift_x = scene.shift_y = 0;
        scene.scratches = i % 13;
        if (i % 3 == 0) scene.glare = {0.1 * (i % 7 - 3), 0.1 * (i % 5 - 2), 0.25, 0.2, 400};
        const Image picture = photograph(printed_card(scene), scene);
        for (int way = 0; way < kWays; ++way) {
            tally.single("damaged", scene.payload,
                         stained(picture, scene.seed + std::uint64_t(way)));
        }
    }
    tally.print_row("damaged");
}

void photos(Tally& tally) {
    const auto folder = checkout() / "../shared/data/qr-photos";
    if (!std::filesystem::exists(folder)) {
        std::println(stderr, "bench_qr: no photos at ../shared/data/qr-photos, left out");
        return;
    }
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() != ".png") continue;
        const auto text =
            read_text(std::filesystem::path(entry.path()).replace_extension(".txt"), 65536);
        const auto photo =
            read_file(entry.path(), kEncodedLimit)
                .and_then([](Bytes bytes) { return picture_of_file(std::move(bytes)); })
                .and_then([](const EncodedPicture& picture) {
                    return decode_picture(view_of(picture), {});
                });
        if (text && photo) tally.photo("public photos", *text, *photo);
    }
    tally.print_photos("public photos");
}

void damaged_modules(const Options& options) {
    const DamageCount counted = damage_codes(options.restored, options.seed);
    std::println("{} codes of damaged modules, restored\t{}\t", counted.shown, counted.restored);
    print_figure(std::format("{} codes of damaged modules, wrong", counted.shown), counted.wrong,
                 {}, at_most(0));
}

}  // namespace

int main(int count, char** arguments) {
    const auto options = options_of({arguments, static_cast<std::size_t>(count)});
    if (!options) {
        std::println(stderr,
                     "usage: bench_qr [--frames N] [--seed N] [--row TEXT] [--sequences N]\n"
                     "                [--damaged N] [--restored N] [--guide N] [--only READER]\n"
                     "                [--keep FOLDER]");
        return 2;
    }
    Tally tally(chosen_readers(*options));
    if (options->frames > 0) single_pictures(*options, tally);
    if (options->sequences > 0) sequences(*options, tally);
    if (!options->keep.empty()) return EXIT_SUCCESS;
    if (options->damaged > 0) damaged_codes(*options, tally);
    if (options->restored > 0) damaged_modules(*options);
    if (options->guide > 0 && options->row.empty()) measure_guide(options->guide, options->seed);
    if (options->row.empty()) photos(tally);
    if (options->row.empty()) measure_eye(options->seed);
    tally.print_wrong();
    return EXIT_SUCCESS;
}
