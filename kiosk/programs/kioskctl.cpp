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
#include "kiosk/care/places.h"
#include "kiosk/core/private_memory.h"
#include "kiosk/core/version.h"
#include "kiosk/programs/command.h"
#include "kiosk/programs/command_pages.h"
#include "kiosk/programs/kioskctl_audit.h"
#include "kiosk/programs/kioskctl_bundle.h"
#include "kiosk/programs/kioskctl_camera.h"
#include "kiosk/programs/kioskctl_card.h"
#include "kiosk/programs/kioskctl_config.h"
#include "kiosk/programs/kioskctl_counters.h"
#include "kiosk/programs/kioskctl_doctor.h"
#include "kiosk/programs/kioskctl_enrol.h"
#include "kiosk/programs/kioskctl_export.h"
#include "kiosk/programs/kioskctl_medium.h"
#include "kiosk/programs/kioskctl_outbox.h"
#include "kiosk/programs/kioskctl_page.h"
#include "kiosk/programs/kioskctl_print.h"
#include "kiosk/programs/kioskctl_procedure.h"
#include "kiosk/programs/kioskctl_qr.h"
#include "kiosk/programs/kioskctl_receipt.h"
#include "kiosk/programs/kioskctl_scan.h"
#include "kiosk/programs/kioskctl_service.h"
#include "kiosk/programs/kioskctl_staff.h"
#include "kiosk/programs/kioskctl_test.h"
#include "kiosk/programs/owner.h"

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
    {"camera controls", "[--json] [--file FILE]",
     "list what the card camera lets be set, from where to where, and how it is now",
     [](Arguments rest) { return camera_controls("controls", rest); }},
    {"camera reset", "[--file FILE] [--dry] [--keep]",
     "leave exposure, gain, brightness and focus to the card camera again, as with config set",
     [](Arguments rest) { return camera_controls("reset", rest); }},
    {"camera save", "[--file FILE] [--dry] [--keep] CONTROL=VALUE…",
     "set the card camera so at every start of it, as with config set",
     [](Arguments rest) { return camera_controls("save", rest); }},
    {"camera set", "[--json] [--file FILE] CONTROL=VALUE…",
     "try values, e.g. gain=32, and tell how sharp and bright the picture is before and after",
     [](Arguments rest) { return camera_controls("set", rest); }},
    {"camera", "[--json] [--seconds N] [FILE]", "tell each second what the card camera sees",
     camera_command},
    {"card", "[--json] [--seconds N | --code PICTURE [--zone LINE]] [FILE]",
     "tell each second what lies on the chip reader, or open a chip once", card_command},
    {"config answer", "[--file FILE]",
     "change kiosk.toml for the kiosk's screen, which asks at standard input; started by systemd",
     [](Arguments rest) { return config_change("answer", rest); }},
    {"config apply", "[--file FILE] [--dry] [--keep] [--second BADGE] NEW",
     "put a whole new kiosk.toml in force: checked, tried by the kiosk, taken back if not kept",
     [](Arguments rest) { return config_change("apply", rest); }},
    {"config check", "[--json] [--bundle FOLDER] [FILE]",
     "read the configuration and the catalogue, or what a bundle is to carry; say what is wrong",
     config_check},
    {"config history", "[--file FILE]", "list the former versions of kiosk.toml",
     [](Arguments rest) { return config_change("history", rest); }},
    {"config keep", "[--file FILE]", "keep the change that the kiosk is trying now",
     [](Arguments rest) { return config_change("keep", rest); }},
    {"config rollback", "[--file FILE] [--dry] [--keep] [--second BADGE] [VERSION]",
     "put a former version in force again",
     [](Arguments rest) { return config_change("rollback", rest); }},
    {"config set", "[--file FILE] [--dry] [--keep] [--second BADGE] KEY=VALUE…",
     "change values of kiosk.toml, e.g. card_camera.path=/dev/video0, as with config apply",
     [](Arguments rest) { return config_change("set", rest); }},
    {"config settle", "[--file FILE]",
     "take back a change whose trial was cut off; the kiosk's unit does it before each start",
     [](Arguments rest) { return config_change("settle", rest); }},
    {"config undo", "[--file FILE]", "take back at once the change that the kiosk is trying now",
     [](Arguments rest) { return config_change("undo", rest); }},
    {"counters", "[--json] [MONTH]",
     "add up what a month's visits asked, spared and got from sources, e.g. of 2026-11", counters},
    {"devices", "[--json]",
     "list what is plugged in with serial number and release, and the setting that makes it used",
     devices},
    {"diagnostics", "[--without log|tests|settings|state]… FOLDER",
     "write what helps somebody far away, sealed for the province; refused if anything looks "
     "personal",
     diagnostics},
    {"doctor", "[--json]", "tell on one page what is wrong with this kiosk and what to do", doctor},
    {"enrol accept", "FOLDER", "take in what the province made of this kiosk's requests",
     [](Arguments rest) { return enrol_command("accept", rest); }},
    {"enrol request", "[--kiosk NAME] [--tpm] [--again] FOLDER",
     "make this kiosk's keys, first or next, here or in its TPM, and ask for their certificates",
     [](Arguments rest) { return enrol_command("request", rest); }},
    {"log",
     "[--follow] [--lines N] [--since hour|today|DAY] [--unit kiosk|kiosk-link|kiosk-screen|"
     "kiosk-rests] [--search WORD] [EVENT|CODE]",
     "show what happened, newest last: of a time, of a program, with a word in it", show_log},
    {"metrics", "[--write FILE]", "print the figures of this kiosk for Prometheus", metrics},
    {"outbox export", "FOLDER [--json]",
     "copy every sealed dossier that waits to a memory stick; it stays here until a receipt comes",
     [](Arguments rest) { return medium_command("export", rest); }},
    {"outbox import", "FOLDER [--json]", "take the province's receipts in from a memory stick",
     [](Arguments rest) { return medium_command("import", rest); }},
    {"outbox list", "[--json]", "list the dossiers that this kiosk keeps, without personal data",
     [](Arguments rest) { return outbox_command("list", rest); }},
    {"outbox verify", "[--json]", "compare every stored byte with its signed label",
     [](Arguments rest) { return outbox_command("verify", rest); }},
    {"page process", "[--json] [--photo] [--no-text] [--dpi N] IMAGE… -o OUT.pdf",
     "prepare pictures of pages as the kiosk does, bind them, tell what each step saw",
     page_process},
    {"print", "--test [FILE]", "tell how the printer is, and print a slip that names nobody",
     print_command},
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
    {"scan", "--list | -o OUT.pdf [--source glass|feeder|both_sides] [FILE]",
     "list the scanners, or scan as a visit does", scan_command},
    {"service close", "", "let nobody begin a visit any more; one that goes on is not interrupted",
     [](Arguments rest) { return service_command("close", rest); }},
    {"service open", "", "serve citizens again",
     [](Arguments rest) { return service_command("open", rest); }},
    {"service plan", "FROM TO|none", "rest by itself, e.g. 2026-12-05T22:00 2026-12-06T05:00",
     [](Arguments rest) { return service_command("plan", rest); }},
    {"service show", "[--json]", "tell whether it serves citizens, and when it will rest",
     [](Arguments rest) { return service_command("show", rest); }},
    {"staff calls", "[--json]", "list the kiosks before which somebody waits for staff",
     staff_calls},
    {"staff enrol", "NUMBER|CODE", "set a staff member's PIN: asked for, or the first line given",
     [](Arguments rest) { return staff_command("enrol", rest); }},
    {"staff list", "[--json]", "list who may sign in here, wrong tries and who is locked",
     [](Arguments rest) { return staff_command("list", rest); }},
    {"staff remove", "NUMBER", "let somebody sign in here no more",
     [](Arguments rest) { return staff_command("remove", rest); }},
    {"staff unlock", "NUMBER|--strangers",
     "forget wrong PINs: somebody's, or those tried with badges that are not known here",
     [](Arguments rest) { return staff_command("unlock", rest); }},
    {"test report", "FILE NUMBER NAME",
     "write the results of all tests as a page of PDF: the report's number, who signs it",
     test_report_command},
    {"test sheet", "FILE", "write the sheet that the scanner is tested with, to be printed",
     test_sheet_command},
    {"test skip", "NAME repair|awaited|unused",
     "note why a device need not be tested now, for doctor and the report", test_skip_command},
    {"test", "[--json] [--history] [--file FILE] NAME…|all",
     "test camera, scanner, printer, reader, card, sound, touch, display, reach, keypad, network, "
     "payment, traces",
     test_command},
    {"traces", "", "look for anything that visits could have left: none may be found", traces},
});

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

/// Changes what the kiosk must not change by itself, or reads the system's journal.
bool keeps_root(std::span<const std::string_view> words) {
    constexpr std::array<std::string_view, 5> kWords{"config", "diagnostics", "enrol", "log",
                                                     "traces"};
    const bool is_saved =
        words.size() > 1 && words[0] == "camera" && (words[1] == "save" || words[1] == "reset");
    return is_saved || std::ranges::contains(kWords, words.front());
}

int run(std::span<const std::string_view> words) {
    if (words.size() == 1 && words[0] == "--version") {
        std::println("kioskctl {}", version());
        return kFine;
    }
    if (words.size() == 1 && words[0] == "--man") return print_man(kCommands), kFine;
    if (words.size() == 1 && words[0] == "--completion") return print_completion(kCommands), kFine;
    if (words.size() == 1 && words[0] == "--help") return print_help(kCommands), kFine;
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
    const std::vector<std::string_view> words(arguments + 1, arguments + count);
    // Before memory is locked: another user may lock less of it than root already has.
    const bool is_root = words.empty() || motlan::keeps_root(words);
    if (!is_root && !motlan::become_owner_of(motlan::places().state))
        return motlan::complain(words.front(), "this user cannot act for the kiosk",
                                motlan::kFoundWrong);
    // It holds no more than a card that it was given to read, so it need not be locked.
    static_cast<void>(motlan::keep_memory_private());
    const int status = motlan::run(words);
    if (std::fflush(stdout) == 0) return status;
    std::perror("kioskctl: standard output");
    return motlan::kFoundWrong;
} catch (const std::exception& failure) {
    std::fprintf(stderr, "kioskctl: %s\n", failure.what());
    return motlan::kFoundWrong;
}
