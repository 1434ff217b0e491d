#include "kiosk/programs/kioskctl_qr.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <expected>
#include <filesystem>
#include <format>
#include <print>
#include <string>
#include <utility>
#include <vector>

#include "kiosk/core/file.h"
#include "kiosk/core/folder.h"
#include "kiosk/core/json.h"
#include "kiosk/core/utf8.h"
#include "kiosk/eye/client.h"
#include "kiosk/imaging/picture_file.h"
#include "kiosk/programs/kioskctl_qr_text.h"

namespace motlan {
namespace {

constexpr std::string_view kUsage =
    "usage: kioskctl qr read [--json] [--explain] IMAGE…\n"
    "       kioskctl qr read [--json] [--explain] --frames FOLDER\n"
    "\n"
    "Reads the QR code of each picture (JPEG or PNG) with the kiosk's own decoder.\n"
    "One line per picture: path, tab, payload; or path, tab, \"unreadable\" and why. The payload\n"
    "of an identity card is personal: it is printed and kept nowhere.\n"
    "--frames   the JPEG and PNG files of a folder, in the order of their names, are pictures\n"
    "           of one camera: one line for all of them, with the folder as path\n"
    "--explain  a further tab and which step of the decoder read it, and from which picture\n"
    "--json     one object per line: path, ok, text (and base64 when the payload is not\n"
    "           UTF-8) or reason, ms, step\n"
    "Exit status: 0 all read, 1 one or more not, 2 wrong usage.\n";

struct Reading {
    Result<CodeSighting> seen;
    double milliseconds = 0;
    std::string picture;  ///< of a sequence: the one that it was read with
};

Result<EncodedPicture> picture_at(const std::filesystem::path& path) {
    return read_file(path, kEncodedLimit).and_then([](Bytes bytes) {
        return picture_of_file(std::move(bytes));
    });
}

Reading read(EyeClient& eye, const std::filesystem::path& path, EyeClient::Sequence sequence) {
    const auto start = std::chrono::steady_clock::now();
    const int before = eye.child();
    auto seen = picture_at(path).and_then(
        [&](const EncodedPicture& picture) { return eye.read_code(picture, sequence); });
    // Another eye than before: the picture may be sound, but the decoder did not come to its end.
    if (!seen && eye.child() != before) seen = fail(Fault::EyeUnavailable);
    const std::chrono::duration<double, std::milli> spent =
        std::chrono::steady_clock::now() - start;
    return {std::move(seen), spent.count(), {}};
}

bool is_read(const Reading& reading) { return reading.seen && reading.seen->payload; }

// The pictures of a folder, by name.
std::vector<std::filesystem::path> pictures_in(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    for (auto& entry : entries_of(folder).value_or(std::vector<std::filesystem::path>())) {
        const std::string kind = to_lower(entry.extension().string());
        if (kind == ".png" || kind == ".jpg" || kind == ".jpeg") files.push_back(std::move(entry));
    }
    std::ranges::sort(files);
    return files;
}

// A picture that cannot be opened or decoded is skipped, as a camera's bad picture is.
Reading read_sequence(EyeClient& eye, const std::filesystem::path& folder) {
    Reading last{.seen = fail(Fault::StorageFailed)};
    double spent = 0;
    auto sequence = EyeClient::Sequence::Alone;
    for (const auto& file : pictures_in(folder)) {
        Reading reading = read(eye, file, std::exchange(sequence, EyeClient::Sequence::GoesOn));
        spent += reading.milliseconds;
        if (reading.seen || !last.seen) last = std::move(reading);
        if (!is_read(last)) continue;
        last.picture = file.filename().string();
        break;
    }
    last.milliseconds = spent;
    return last;
}

struct Command {
    bool is_json = false;
    bool is_help = false;
    bool is_explained = false;
    bool is_sequence = false;
    std::vector<std::string_view> paths;
};

std::string explained(const Reading& reading) {
    if (!is_read(reading)) return "";
    const std::string step = step_of(*reading.seen);
    return reading.picture.empty() ? step : std::format("{}, with {}", step, reading.picture);
}

std::string to_line(std::string_view path, const Reading& reading, const Command& command) {
    if (!is_read(reading)) return std::format("{}\tunreadable: {}", path, reason_of(reading.seen));
    std::string line = std::format("{}\t{}", path, escaped(as_text(*reading.seen->payload)));
    if (command.is_explained) line += "\t" + explained(reading);
    return line;
}

std::string to_json_line(std::string_view path, const Reading& reading, const Command& command) {
    Tree::Table line{{"path", path}, {"ok", is_read(reading)}, {"ms", reading.milliseconds}};
    if (!is_read(reading)) {
        line.emplace("reason", reason_of(reading.seen));
        return to_json(line);
    }
    const std::string_view text = as_text(*reading.seen->payload);
    // Bytes that are no text are replaced in "text" (U+FFFD) and whole in "base64".
    line.emplace("text", text);
    if (!is_utf8(text)) line.emplace("base64", to_base64(*reading.seen->payload));
    line.emplace("step", reading.seen->step);
    if (command.is_explained) line.emplace("explained", explained(reading));
    return to_json(line);
}

// kiosk-eye stands beside this program.
std::filesystem::path eye_program() {
    std::error_code error;
    return std::filesystem::read_symlink("/proc/self/exe", error).replace_filename("kiosk-eye");
}

std::expected<Command, std::string> command_of(std::span<const std::string_view> arguments) {
    Command command;
    bool has_options = true;
    for (const std::string_view argument : arguments) {
        if (!has_options || !argument.starts_with("-")) {
            command.paths.push_back(argument);
        } else if (argument == "--") {
            has_options = false;
        } else if (argument == "--json") {
            command.is_json = true;
        } else if (argument == "--explain") {
            command.is_explained = true;
        } else if (argument == "--frames") {
            command.is_sequence = true;
        } else if (argument == "--help") {
            command.is_help = true;
        } else {
            return std::unexpected(std::format("unknown option {}", argument));
        }
    }
    if (command.is_help) return command;
    if (command.paths.empty()) return std::unexpected("name at least one picture");
    if (command.is_sequence && command.paths.size() > 1) {
        return std::unexpected("--frames takes one folder");
    }
    return command;
}

// Whether every picture was read.
bool read_all(EyeClient& eye, const Command& command) {
    bool all_read = true;
    for (const std::string_view path : command.paths) {
        const Reading reading = command.is_sequence ? read_sequence(eye, path)
                                                    : read(eye, path, EyeClient::Sequence::Alone);
        std::println("{}", command.is_json ? to_json_line(path, reading, command)
                                           : to_line(path, reading, command));
        all_read = all_read && is_read(reading);
    }
    return all_read;
}

}  // namespace

int qr_read(std::span<const std::string_view> arguments) {
    const auto command = command_of(arguments);
    if (!command) {
        std::print(stderr, "kioskctl qr read: {}\n\n{}", command.error(), kUsage);
        return 2;
    }
    if (command->is_help) {
        std::print("{}", kUsage);
        return 0;
    }
    auto eye = EyeClient::start(eye_program());
    if (!eye) {
        std::println(stderr, "kioskctl qr read: {} does not start", eye_program().string());
        return 1;
    }
    return read_all(*eye, *command) ? 0 : 1;
}

}  // namespace motlan
