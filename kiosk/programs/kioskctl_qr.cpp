#include "kiosk/programs/kioskctl_qr.h"

#include <chrono>
#include <cstdio>
#include <expected>
#include <filesystem>
#include <format>
#include <print>
#include <string>
#include <vector>

#include "kiosk/core/file.h"
#include "kiosk/core/json.h"
#include "kiosk/core/utf8.h"
#include "kiosk/eye/client.h"
#include "kiosk/imaging/picture_file.h"

namespace motlan {
namespace {

constexpr std::string_view kUsage =
    "usage: kioskctl qr read [--json] IMAGE…\n"
    "\n"
    "Reads the QR code of each picture (JPEG or PNG) with the kiosk's own decoder.\n"
    "One line per picture: path, tab, payload; or path, tab, \"unreadable\" and why.\n"
    "--json  one object per line: path, ok, text (and base64 when the payload is not\n"
    "        UTF-8) or reason, ms, step\n"
    "Exit status: 0 all read, 1 one or more not, 2 wrong usage.\n";

struct Reading {
    Result<CodeSighting> seen;
    double milliseconds = 0;
};

Result<EncodedPicture> picture_at(const std::filesystem::path& path) {
    return read_file(path, kEncodedLimit).and_then([](Bytes bytes) {
        return picture_of_file(std::move(bytes));
    });
}

Reading read(EyeClient& eye, const std::filesystem::path& path) {
    const auto start = std::chrono::steady_clock::now();
    auto seen = picture_at(path).and_then(
        [&](const EncodedPicture& picture) { return eye.read_code(picture); });
    const std::chrono::duration<double, std::milli> spent =
        std::chrono::steady_clock::now() - start;
    return {std::move(seen), spent.count()};
}

std::string_view reason_of(CardHint hint) {
    switch (hint) {
        case CardHint::TooDark: return "the picture is too dark";
        case CardHint::Glare: return "a reflection covers the code";
        case CardHint::Blur: return "the picture is blurred";
        case CardHint::TooFar: return "the code is too small";
        case CardHint::TooNear: return "the code is cut off";
        case CardHint::HoldStill: return "a code is there, but too much of it is damaged";
        case CardHint::NoCard:
        case CardHint::WrongSide:
        case CardHint::CodeSeen: return "no code was found";
    }
    return "no code was found";
}

std::string reason_of(Fault fault) {
    const auto sentence = [&]() -> std::string_view {
        switch (fault) {
            case Fault::StorageFailed: return "the file cannot be opened";
            case Fault::PictureTooLarge: return "larger than 64 MiB or 40 megapixels";
            case Fault::PictureUnreadable:
                return "not a whole JPEG or PNG picture of 8 pixels or more";
            default: return "the decoder could not be asked";
        }
    }();
    return std::format("{} ({})", sentence, code(fault));
}

std::string reason_of(const Result<CodeSighting>& seen) {
    return seen ? std::string(reason_of(seen->hint)) : reason_of(seen.error());
}

bool is_read(const Reading& reading) { return reading.seen && reading.seen->payload; }

// A control character as C writes it; empty for any other character.
std::string escape_of(unsigned char byte) {
    switch (byte) {
        case '\n': return "\\n";
        case '\r': return "\\r";
        case '\t': return "\\t";
        default: return byte < 0x20 || byte == 0x7F ? std::format("\\x{:02x}", byte) : "";
    }
}

// One line stays one line, and nothing that a code holds can steer the terminal: control
// characters are escaped, and every byte above ASCII too when the payload is not UTF-8.
std::string escaped(std::string_view text) {
    const bool is_text = is_utf8(text);
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        const std::string escape = escape_of(byte);
        // C2 80 to C2 9F are the control characters U+0080 to U+009F.
        if (is_text && byte == 0xC2 && static_cast<unsigned char>(text[at + 1]) < 0xA0) {
            out += std::format("\\u00{:02x}", static_cast<unsigned char>(text[++at]));
        } else if (!escape.empty()) {
            out += escape;
        } else if (byte >= 0x80 && !is_text) {
            out += std::format("\\x{:02x}", byte);
        } else {
            out += text[at];
        }
    }
    return out;
}

std::string to_line(std::string_view path, const Reading& reading) {
    if (is_read(reading))
        return std::format("{}\t{}", path, escaped(as_text(*reading.seen->payload)));
    return std::format("{}\tunreadable: {}", path, reason_of(reading.seen));
}

std::string to_json_line(std::string_view path, const Reading& reading) {
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
    return to_json(line);
}

// kiosk-eye stands beside this program.
std::filesystem::path eye_program() {
    std::error_code error;
    return std::filesystem::read_symlink("/proc/self/exe", error).replace_filename("kiosk-eye");
}

struct Command {
    bool is_json = false;
    bool is_help = false;
    std::vector<std::string_view> paths;
};

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
        } else if (argument == "--help") {
            command.is_help = true;
        } else {
            return std::unexpected(std::format("unknown option {}", argument));
        }
    }
    if (command.paths.empty() && !command.is_help)
        return std::unexpected("name at least one picture");
    return command;
}

// Whether every picture was read.
bool read_all(EyeClient& eye, const Command& command) {
    bool all_read = true;
    for (const std::string_view path : command.paths) {
        const Reading reading = read(eye, path);
        std::println("{}", command.is_json ? to_json_line(path, reading) : to_line(path, reading));
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
