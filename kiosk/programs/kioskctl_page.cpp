#include "kiosk/programs/kioskctl_page.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <expected>
#include <filesystem>
#include <format>
#include <optional>
#include <print>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "kiosk/core/file.h"
#include "kiosk/core/json.h"
#include "kiosk/core/whole_number.h"
#include "kiosk/imaging/jpeg.h"
#include "kiosk/imaging/legible.h"
#include "kiosk/imaging/page_file.h"
#include "kiosk/imaging/picture_file.h"
#include "kiosk/imaging/prepared_page.h"
#include "kiosk/programs/command.h"
#include "kiosk/programs/kioskctl_page_text.h"
#include "kiosk/reading/client.h"

namespace motlan {
namespace {

constexpr std::string_view kHelp =
    "usage: kioskctl page process [--json] [--photo] [--no-text] [--dpi N] IMAGE… -o OUT.pdf\n"
    "\n"
    "Prepares each picture (JPEG, JPEG 2000 or PNG) as the kiosk does, reads its print and binds "
    "all\n"
    "into one PDF/A-2b. A table per page: what was found wrong, corners, angle, scores, bytes,\n"
    "milliseconds of each step.\n"
    "--photo    the pictures come from a document camera; all four edges must be seen\n"
    "--no-text  do not read the print\n"
    "--dpi N    dots per inch of the pictures, where they are known\n"
    "--json     one object per line instead: one for each page, then one for the file\n"
    "Exit status: 0 fine, 1 a picture has faults or could not be used, 2 wrong usage.\n";

struct Command {
    bool is_json = false;
    bool is_photo = false;
    bool is_help = false;
    bool reads_text = true;
    int dpi = 0;
    std::string_view out;
    std::vector<std::string_view> images;
};

Result<Image> decoded(std::string_view path) {
    auto file =
        read_file(std::filesystem::path(path), kEncodedLimit).transform_error([](Fault why) {
            return why == Fault::PictureTooLarge ? why : Fault::PictureUnreadable;
        });
    return std::move(file).and_then(picture_of_file).and_then([](const EncodedPicture& picture) {
        const bool is_grey = picture.coding == PictureCoding::Jpeg && is_grey_jpeg(picture.bytes);
        return decode_picture(view_of(picture),
                              {.format = is_grey ? PixelFormat::Grey : PixelFormat::Rgb});
    });
}

/// `earlier` are the pages before this one, to notice the same sheet again.
Result<ProcessedPage> processed(std::string_view path, const Command& command, ReaderClient* reader,
                                std::span<const PageFingerprint> earlier) {
    ProcessedPage done;
    const auto picture = decoded(path);
    if (!picture) return fail(picture.error());
    done.steps.done("decode");
    auto prepared = prepare_page(picture->view(),
                                 {.source = command.is_photo ? PageSource::Photo : PageSource::Scan,
                                  .dpi = command.dpi,
                                  .earlier = earlier});
    if (!prepared) return fail(prepared.error());
    done.report = std::move(prepared->report);
    done.steps.done("prepare");
    const InkMasks ink = split_ink(prepared->picture.view());
    auto layers = take_apart(prepared->picture.view(), prepared->dpi, ink);
    if (!layers) return fail(layers.error());
    done.page.layers = *std::move(layers);
    done.steps.done("layers");
    if (reader == nullptr) return done;
    const Bytes bits = bits_of(legible_ink(ink, prepared->dpi));
    auto reading =
        reader->read({prepared->picture.width, prepared->picture.height, prepared->dpi, bits});
    done.steps.done("read");
    // A page that could not be read in time is a page all the same.
    if (!reading && reading.error() != Fault::PictureUnreadable) return fail(reading.error());
    if (!reading || reading->is_text_lost()) done.report.faults.push_back(Fault::PageTextLost);
    if (!reading) return done;
    done.read_share = reading->share;
    done.page.text = std::move(reading->text);
    return done;
}

/// Whether the file to write is one of the pictures, by whatever name: it would be lost.
bool is_written_over(const Command& command) {
    return std::ranges::any_of(command.images, [&](std::string_view image) {
        std::error_code error;
        return std::filesystem::equivalent(std::filesystem::path(image),
                                           std::filesystem::path(command.out), error);
    });
}

std::expected<Command, std::string> command_of(std::span<const std::string_view> arguments) {
    Command command;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string_view argument = arguments[i];
        const bool has_next = i + 1 < arguments.size();
        if (argument == "--json") {
            command.is_json = true;
        } else if (argument == "--photo") {
            command.is_photo = true;
        } else if (argument == "--no-text") {
            command.reads_text = false;
        } else if (argument == "--help") {
            command.is_help = true;
        } else if (argument == "-o" && has_next) {
            command.out = arguments[++i];
        } else if (argument == "--dpi" && has_next) {
            const auto dpi = whole_number(arguments[++i]).value_or(0);
            if (dpi < 50 || dpi > 2400) return std::unexpected("--dpi is 50 to 2400");
            command.dpi = static_cast<int>(dpi);
        } else if (argument.starts_with("-")) {
            return std::unexpected(std::format("unknown option {}", argument));
        } else {
            command.images.push_back(argument);
        }
    }
    if (command.is_help) return command;
    if (command.images.empty()) return std::unexpected("name at least one picture");
    if (command.out.empty()) return std::unexpected("-o names the file to write");
    if (is_written_over(command)) {
        return std::unexpected(
            std::format("{} is one of the pictures; -o names another file", command.out));
    }
    return command;
}

void tell_page(const Command& command, std::string_view path, const ProcessedPage& page) {
    if (!command.is_json) return print_table(path, page);
    std::println("{}", to_json(json_of(path, page)));
}

void tell_refused(const Command& command, std::string_view path, Fault fault) {
    if (!command.is_json) return std::println("{}\n  refused  {}", path, code(fault));
    const Tree::List faults{std::string(code(fault))};
    std::println("{}", to_json(Tree::Table{{"path", path}, {"faults", faults}}));
}

void tell_file(const Command& command, std::size_t pages, std::size_t bytes, double ms) {
    if (!command.is_json) {
        std::println("{}: {} pages, {} bytes, bound in {:.0f} ms", command.out, pages, bytes, ms);
        return;
    }
    std::println("{}", to_json(Tree::Table{{"file", command.out},
                                           {"pages", static_cast<std::int64_t>(pages)},
                                           {"bytes", static_cast<std::int64_t>(bytes)},
                                           {"ms", Tree::Table{{"bind", ms}}}}));
}

// Each page with its table; the file gets those that could be used.
int process_all(const Command& command, ReaderClient* reader) {
    std::vector<FilePage> pages;
    std::vector<PageFingerprint> seen;
    bool all_fine = true;
    for (const std::string_view path : command.images) {
        auto done = processed(path, command, reader, seen);
        all_fine = all_fine && done && done->report.faults.empty();
        if (!done) {
            tell_refused(command, path, done.error());
            continue;
        }
        tell_page(command, path, *done);
        seen.push_back(std::move(done->report.fingerprint));
        pages.push_back(std::move(done->page));
    }
    Steps steps;
    const auto file = bind_pages(pages);
    steps.done("bind");
    if (!file) return complain("page process", "no page could be bound", kFoundWrong);
    if (!write_file(std::filesystem::path(command.out), *file)) {
        return complain("page process", "the file cannot be written", kFoundWrong);
    }
    tell_file(command, pages.size(), file->size(), steps.spent().front().second);
    return all_fine ? kFine : kFoundWrong;
}

// kiosk-eye stands beside this program.
std::filesystem::path eye_program() {
    std::error_code error;
    return std::filesystem::read_symlink("/proc/self/exe", error).replace_filename("kiosk-eye");
}

}  // namespace

int page_process(std::span<const std::string_view> arguments) {
    const auto command = command_of(arguments);
    if (!command) {
        std::print(stderr, "kioskctl page process: {}\n\n{}", command.error(), kHelp);
        return kUsage;
    }
    if (command->is_help) return std::print("{}", kHelp), kFine;
    if (!command->reads_text) return process_all(*command, nullptr);
    auto reader = ReaderClient::start(eye_program());
    if (!reader) return complain("page process", "the reader does not start", kFoundWrong);
    return process_all(*command, &*reader);
}

}  // namespace motlan
