// kioskctl: the technician's commands. Sees no personal data.
#include <algorithm>
#include <array>
#include <cstdio>
#include <exception>
#include <print>
#include <ranges>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/backend/environment.h"
#include "kiosk/core/private_memory.h"
#include "kiosk/core/version.h"
#include "kiosk/programs/command.h"
#include "kiosk/programs/kioskctl_audit.h"
#include "kiosk/programs/kioskctl_bundle.h"
#include "kiosk/programs/kioskctl_camera.h"
#include "kiosk/programs/kioskctl_card.h"
#include "kiosk/programs/kioskctl_config.h"
#include "kiosk/programs/kioskctl_counters.h"
#include "kiosk/programs/kioskctl_medium.h"
#include "kiosk/programs/kioskctl_outbox.h"
#include "kiosk/programs/kioskctl_procedure.h"
#include "kiosk/programs/kioskctl_qr.h"
#include "kiosk/programs/kioskctl_receipt.h"

namespace motlan {
namespace {

constexpr auto kCommands = std::to_array<KioskctlCommand>({
    {"audit list", "[--json]", "list what this kiosk did, without personal data",
     [](Arguments rest) { return audit_command("list", rest); }},
    {"audit verify", "[--json]",
     "check the chain of the audit log, its checkpoints and the province's receipts",
     [](Arguments rest) { return audit_command("verify", rest); }},
    {"bundle import", "FOLDER", "install a bundle from a memory stick, checked as over the network",
     [](Arguments rest) { return bundle_command("import", rest); }},
    {"bundle show", "[--json]", "tell which bundle is in service, who signed it, what it carries",
     [](Arguments rest) { return bundle_command("show", rest); }},
    {"camera", "[--json] [--seconds N] [FILE]", "tell each second what the card camera sees",
     camera_command},
    {"card", "[--json] [--seconds N | --code PICTURE] [FILE]",
     "tell each second what lies on the chip reader, or open a chip once", card_command},
    {"config check", "[--json] [--bundle FOLDER] [FILE]",
     "read the configuration and the catalogue, or what a bundle is to carry; say what is wrong",
     config_check},
    {"counters", "[--json] [MONTH]",
     "add up what a month's visits asked, spared and got from sources, e.g. of 2026-11", counters},
    {"outbox export", "FOLDER [--json]",
     "copy every sealed dossier that waits to a memory stick; it stays here until a receipt comes",
     [](Arguments rest) { return medium_command("export", rest); }},
    {"outbox import", "FOLDER [--json]", "take the province's receipts in from a memory stick",
     [](Arguments rest) { return medium_command("import", rest); }},
    {"outbox list", "[--json]", "list the dossiers that this kiosk keeps, without personal data",
     [](Arguments rest) { return outbox_command("list", rest); }},
    {"outbox verify", "[--json]", "compare every stored byte with its signed label",
     [](Arguments rest) { return outbox_command("verify", rest); }},
    {"procedure check", "[--json] PATH…",
     "check procedures of the catalogue: what does not load, what an author should mend",
     procedure_check},
    {"procedure diff", "OLD NEW", "tell what changed between two files of a procedure",
     procedure_diff},
    {"procedure show", "[--json] [--picture FILE] CODE",
     "tell what a procedure asks and why, and draw it", procedure_show},
    {"procedure try", "[--json] CODE --person FILE [--down SOURCE]…",
     "plan a visit of an invented person without a screen", procedure_try},
    {"qr read", "[--json] [--explain] IMAGE… | --frames FOLDER",
     "read the QR code of pictures, as the kiosk does", qr_read},
    {"receipt verify", "[--json] FILE|CODE", "check a province's receipt, or the code on a slip",
     [](Arguments rest) { return receipt_command("verify", rest); }},
});

void print_help() {
    std::println("kioskctl: look after a Một Lần kiosk\n");
    for (const KioskctlCommand& command : kCommands) {
        std::println("  kioskctl {} {}\n      {}", command.name, command.usage, command.purpose);
    }
    std::println("  kioskctl --help | --man | --version\n");
    std::println("Exit status: 0 fine, 1 something is wrong, 2 called wrongly.");
}

/// A man page (groff), made from the same table.
void print_man() {
    std::println(".TH KIOSKCTL 1 \"\" \"Một Lần {}\"", version());
    std::println(".SH NAME\nkioskctl \\- look after a Một Lần kiosk\n.SH COMMANDS");
    for (const KioskctlCommand& command : kCommands) {
        std::println(".TP\n.B {}\n.I {}\n.br\n{}.", command.name, command.usage, command.purpose);
    }
    std::println(
        ".SH ENVIRONMENT\n.TP\n.B STATE_DIRECTORY\nwhere the kiosk keeps its keys and "
        "its outbox.\n.TP\n.B RUNTIME_DIRECTORY\nwhere its sockets are.");
    std::println(".SH EXIT STATUS\n0 fine, 1 something is wrong, 2 called wrongly.");
}

std::size_t words_of(std::string_view name) {
    return 1 + static_cast<std::size_t>(std::ranges::count(name, ' '));
}

std::string joined(Arguments words) {
    return words | std::views::join_with(' ') | std::ranges::to<std::string>();
}

const KioskctlCommand* find(std::span<const std::string_view> words) {
    const auto names = [words](const KioskctlCommand& command) {
        const std::size_t count = words_of(command.name);
        return count <= words.size() && joined(words.first(count)) == command.name;
    };
    const auto found = std::ranges::find_if(kCommands, names);
    return found == kCommands.end() ? nullptr : &*found;
}

int run(std::span<const std::string_view> words) {
    if (words.size() == 1 && words[0] == "--version") {
        std::println("kioskctl {}", version());
        return kFine;
    }
    if (words.size() == 1 && words[0] == "--man") return print_man(), kFine;
    if (words.size() == 1 && words[0] == "--help") return print_help(), kFine;
    if (const KioskctlCommand* command = find(words))
        return command->run(words.subspan(words_of(command->name)));
    if (words.empty()) {
        std::println(stderr, "kioskctl: a command is needed; kioskctl --help lists them");
    } else {
        std::println(stderr, "kioskctl: {} is not a command; kioskctl --help lists them", words[0]);
    }
    return kUsage;
}

}  // namespace
}  // namespace motlan

// What is thrown here is a full disk under standard output, or the end of memory.
int main(int count, char** arguments) try {
    motlan::distrust_environment();
    // It holds no more than a card that it was given to read, so it need not be locked.
    static_cast<void>(motlan::keep_memory_private());
    const std::vector<std::string_view> words(arguments + 1, arguments + count);
    const int status = motlan::run(words);
    if (std::fflush(stdout) == 0) return status;
    std::perror("kioskctl: standard output");
    return motlan::kFoundWrong;
} catch (const std::exception& failure) {
    std::fprintf(stderr, "kioskctl: %s\n", failure.what());
    return motlan::kFoundWrong;
}
