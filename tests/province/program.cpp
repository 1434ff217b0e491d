// The program `province`: makes, serves and inspects a province for demo and tests.
#include <sys/resource.h>
#include <unistd.h>

#include <charconv>
#include <csignal>
#include <format>
#include <iostream>
#include <map>
#include <optional>
#include <ranges>
#include <set>
#include <vector>

#include "kiosk/core/file.h"
#include "kiosk/core/json.h"
#include "kiosk/core/png.h"
#include "kiosk/core/version.h"
#include "tests/province/archive.h"
#include "tests/province/badges.h"
#include "tests/province/province.h"
#include "tests/province/publisher.h"
#include "tests/province/setup.h"
#include "tests/province/stick.h"
#include "tests/support/card_picture.h"

namespace motlan::province {
namespace {

constexpr std::string_view kHelp =
    R"(province: a working province for the demo, the tests and integrators

  province init DIR [--people FOLDER] [--database postgresql://…]
      Makes keys, certificates, ledger and invented people; again: brings the people up to date.
      The ledger is an SQLite file in DIR, or that PostgreSQL database from now on.
  province enrol DIR --kiosk NAME --out FOLDER [--address URL] [--requests FOLDER]
      Makes a kiosk's enrolment folder; again: brings its address up to date. With the requests
      of `kioskctl enrol request` it only certifies the keys that the kiosk has made and keeps.
  province serve DIR [--port N] [--ready-fd N] [--kiosks N] [--obey "COMMAND; …"]
      Serves on 127.0.0.1 until SIGTERM or SIGINT; the port stands in DIR/port. Writes one byte to
      the ready descriptor when kiosks may come. At most 32 or --kiosks connections at once.
      Commands, by --obey at the start or one a line on DIR/control.sock:
        network up|cut|slow|rate BYTES_A_SECOND|frail PERCENT_OF_MIBS SEED
        source NAME up|silent|wrong_signature|incomplete|not_found|stale|contradictory
        receipt good|forged|other_dossier|other_label|other_parts|huge|fresh|late
        dossiers good|twice|deaf|busy|refusing|portal|ahead|behind|done|careless
        follow good|forged|stale|other_query|other_citizen|forged_event|other_dossier|gap|
               backwards|contradiction
        payment good|silent|forged|other_sum|bad_crc|other_dossier|other_query|swapped|uncalled|
                unrefunded|untested
        event DOSSIER in_work|refused|withdrawn|stopped|decided|delivered [WORDS]
        event DOSSIER supplement CONCEPT [WORDS [§ LAW]] [; CONCEPT …]
        event DOSSIER late DAYS [WORDS]
        event DOSSIER payment DONG [WORDS]          (DOSSIER: an id, a code or "last")
        bundle good|old|forged|one_signer|expired|endless|other_files|endless_files
        bundle publish|rotate|revoke NAME    NAME of a certificate's file in DIR, e.g. bundles-1
        bundle badge ID                      takes a badge of staff back
        calls                                who waits for staff, at which kiosk
        call KIOSK STEP                      somebody calls there, for half a minute
        take KIOSK NUMBER                    that member of staff goes there
        status
        carried
      The files in DIR/catalogue go into every bundle, from the next one published.
  province badge DIR --number NUMBER --name NAME --role attendant|supervisor|technician
                 [--days N] [--out FILE]
      Issues a badge of staff and prints its id and its code; draws it as a card (PNG).
  province ledger DIR [--json]
      The dossiers that were received.
  province import DIR STICK
      Takes in the dossiers that `kioskctl outbox export` wrote into the folder STICK and writes
      their receipts beside them. A dossier that came over the network as well stays one.
  province open DIR DOSSIER --out FOLDER
      Opens a dossier (id or code) as the office does: decrypts, checks, writes its parts.

Exit status: 0 done, 1 it failed (the reason is on standard error), 2 wrong usage.
)";

constexpr int kFailed = 1;
constexpr int kWrongUsage = 2;
constexpr auto kSourcePatience = std::chrono::seconds{3};

// What was typed: words in order and options by name.
struct CommandLine {
    std::vector<std::string> words;
    std::map<std::string, std::string> options;

    [[nodiscard]] std::string option(const std::string& name) const {
        const auto at = options.find(name);
        return at == options.end() ? std::string() : at->second;
    }
    // Exactly so many words and no other options than these.
    [[nodiscard]] bool fits(std::size_t count, const std::set<std::string>& allowed) const {
        for (const auto& [name, value] : options) {
            if (!allowed.contains(name)) return false;
        }
        return words.size() == count;
    }
};

CommandLine read_command_line(const std::vector<std::string>& arguments) {
    CommandLine line;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const bool is_option = arguments[i].starts_with("--");
        const bool has_value = arguments[i] != "--json" && i + 1 < arguments.size();
        if (!is_option) line.words.push_back(arguments[i]);
        if (is_option) line.options[arguments[i]] = has_value ? arguments[i + 1] : "";
        if (is_option && has_value) ++i;
    }
    return line;
}

int wrong_usage() {
    std::cerr << "province: wrong usage; see province --help\n";
    return kWrongUsage;
}

int report(const Checked<void>& done) {
    if (done) return 0;
    std::cerr << "province: " << to_text(done.error()) << "\n";
    return kFailed;
}

int init(const CommandLine& line) {
    const std::string people = line.option("--people");
    const std::filesystem::path folder = line.words[1];
    const auto made =
        init_province(folder, people.empty() ? invented_people() : std::filesystem::path(people));
    const std::string database = line.option("--database");
    if (!made || database.empty()) return report(made);
    if (!Ledger::open(database))
        return report(std::unexpected(Problem{.file = database, .reason = "cannot be opened"}));
    if (!write_file(folder / "database", as_bytes(database)))
        return report(std::unexpected(Problem{.file = folder, .reason = "cannot be written"}));
    return 0;
}

int enrol(const CommandLine& line) {
    return report(enrol_kiosk(line.words[1], {.kiosk = line.option("--kiosk"),
                                              .out = line.option("--out"),
                                              .address = line.option("--address"),
                                              .requests = line.option("--requests")}));
}

// The number of an option, 0 when it was not given; nothing when it is no number.
std::optional<int> number(const std::string& text) {
    int value = 0;
    const char* end = text.data() + text.size();
    if (text.empty()) return 0;
    if (std::from_chars(text.data(), end, value).ptr != end || value < 0 || value > 65'535)
        return std::nullopt;
    return value;
}

// A connection takes three descriptors; the usual limit is low, the hard one is not.
void allow_all_files() {
    rlimit files{};
    if (::getrlimit(RLIMIT_NOFILE, &files) != 0) return;
    files.rlim_cur = files.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &files);
}

bool draw_badge(const std::filesystem::path& file, const std::string& code) {
    const Image card = testing::draw_card(code, {.level = testing::CodeLevel::L, .side_mm = 26});
    const Image held = testing::draw_held_card(card, {});
    return write_file(file, encode_png(held.view())).has_value();
}

char role_letter(std::string_view role) {
    if (role == "attendant") return 'A';
    if (role == "supervisor") return 'S';
    return role == "technician" ? 'T' : '\0';
}

int issue_badge(const CommandLine& line) {
    const auto days = number(line.option("--days"));
    const std::string role = line.option("--role");
    const char letter = role_letter(role);
    if (!days || letter == 0) return wrong_usage();
    const auto signer = read_identity(line.words[1], "badges");
    if (!signer) return report(std::unexpected(signer.error()));
    const WallTime now = SystemClock().wall();
    const std::string id = random_id().substr(0, 16);
    const auto code = badge_code({.number = line.option("--number"),
                                  .name = line.option("--name"),
                                  .role = letter,
                                  .id = id,
                                  .issued = now,
                                  .expires = now + std::chrono::days(*days == 0 ? 60 : *days)},
                                 *signer);
    const std::string out = line.option("--out");
    if (!code || (!out.empty() && !draw_badge(out, *code)))
        return report(std::unexpected(Problem{.file = out, .reason = "cannot be written"}));
    std::cout << id << "\t" << *code << "\n";
    return 0;
}

bool obey_all(Province& province, const std::string& commands) {
    for (const auto command : std::views::split(commands, ';')) {
        const std::string answer = province.control(std::string_view(command));
        if (!commands.empty() && !answer.starts_with("ok")) return false;
    }
    return true;
}

int serve(const CommandLine& line) {
    const auto port = number(line.option("--port"));
    const auto ready = number(line.option("--ready-fd"));
    const auto kiosks = number(line.option("--kiosks"));
    if (!port || !ready || !kiosks) return wrong_usage();
    allow_all_files();
    // Blocked before any thread starts, so that only this one is woken.
    sigset_t ends{};
    sigemptyset(&ends);
    sigaddset(&ends, SIGTERM);
    sigaddset(&ends, SIGINT);
    ::pthread_sigmask(SIG_BLOCK, &ends, nullptr);
    const auto province =
        Province::start(line.words[1], {.port = *port,
                                        .source_patience = kSourcePatience,
                                        .most_kiosks = *kiosks == 0 ? 32U : unsigned(*kiosks)});
    if (!province) return report(std::unexpected(province.error()));
    if (!obey_all(**province, line.option("--obey"))) return wrong_usage();
    std::cout << "province: serving " << (*province)->address() << "\n" << std::flush;
    if (*ready != 0 && (::write(*ready, "\n", 1) != 1 || ::close(*ready) != 0)) {
        std::cerr << "province: nobody waits on the ready descriptor\n";
    }
    int received = 0;
    ::sigwait(&ends, &received);
    return 0;
}

Tree to_tree(const LedgerEntry& entry) {
    Tree::List parts;
    for (const LabelPart& part : entry.parts) {
        parts.emplace_back(Tree::Table{{"sha256", part.sha256}, {"size", part.size}});
    }
    return Tree::Table{
        {"code", entry.code},     {"dossier", entry.dossier},    {"due", entry.due},
        {"kiosk", entry.kiosk},   {"label", entry.label_sha256}, {"parts", std::move(parts)},
        {"reason", entry.reason}, {"sequence", entry.sequence},  {"time", entry.time}};
}

int ledger(const CommandLine& line) {
    const std::filesystem::path folder = line.words[1];
    const auto opened = std::filesystem::exists(folder / "ca.pem")
                            ? Ledger::open(Ledger::place_in(folder))
                            : fail(Fault::StorageFailed);
    const auto entries = opened ? (*opened)->received() : fail(Fault::StorageFailed);
    if (!entries)
        return report(std::unexpected(
            Problem{.file = folder.string(), .reason = "its ledger cannot be read"}));
    if (line.options.contains("--json")) {
        Tree::List list;
        for (const LedgerEntry& entry : *entries) list.push_back(to_tree(entry));
        std::cout << to_json(list) << "\n";
        return 0;
    }
    for (const LedgerEntry& entry : *entries) {
        std::cout << std::format("{:>6}  {}  {}  {}  {}  {} parts\n", entry.sequence, entry.time,
                                 entry.dossier, entry.code.empty() ? entry.reason : entry.code,
                                 entry.kiosk, entry.parts.size());
    }
    return 0;
}

int import_stick(const CommandLine& line) {
    const std::filesystem::path folder = line.words[1];
    const auto home = read_home(folder);
    if (!home) return report(std::unexpected(home.error()));
    const auto ledger = Ledger::open(Ledger::place_in(folder));
    if (!ledger)
        return report(
            std::unexpected(Problem{.file = folder.string(), .reason = "cannot be opened"}));
    const Sources nobody;
    const Moods moods;
    const SystemClock clock;
    Calls calls;
    Publisher publisher(folder, **ledger, clock);
    Desk desk({.keys = home->office,
               .answers = home->answers,
               .publisher = publisher,
               .sources = nobody,
               .moods = moods,
               .ledger = **ledger,
               .calls = calls,
               .clock = clock,
               .source_patience = {}});
    const auto taken = take_in(desk, line.words[2], home->office.authority);
    if (!taken) return report(std::unexpected(taken.error()));
    bool is_whole = true;
    for (const TakenIn& each : *taken) {
        is_whole = is_whole && each.refusal.empty();
        std::cout << each.folder << "\t" << (each.refusal.empty() ? "receipt" : each.refusal)
                  << "\n";
    }
    return is_whole ? 0 : kFailed;
}

int open_one(const CommandLine& line) {
    const std::filesystem::path folder = line.words[1];
    const auto opened = open_received(folder, line.words[2]);
    if (!opened) return report(std::unexpected(opened.error()));
    if (const auto done = write_parts(*opened, line.option("--out")); !done) return report(done);
    std::cout << (opened->reason.empty() ? "accepted" : "refused: " + opened->reason) << "\n";
    return opened->reason.empty() ? 0 : kFailed;
}

int run(const std::vector<std::string>& arguments) {
    const CommandLine line = read_command_line(arguments);
    if (line.options.contains("--help")) return (std::cout << kHelp), 0;
    if (line.options.contains("--version"))
        return (std::cout << "province " << version() << "\n"), 0;
    const std::string command = line.words.empty() ? "" : line.words[0];
    if (command == "init" && line.fits(2, {"--people", "--database"})) return init(line);
    if (command == "enrol" && line.fits(2, {"--kiosk", "--out", "--address", "--requests"}))
        return enrol(line);
    if (command == "serve" && line.fits(2, {"--port", "--ready-fd", "--kiosks", "--obey"}))
        return serve(line);
    if (command == "badge" && line.fits(2, {"--number", "--name", "--role", "--days", "--out"}))
        return issue_badge(line);
    if (command == "ledger" && line.fits(2, {"--json"})) return ledger(line);
    if (command == "import" && line.fits(3, {})) return import_stick(line);
    if (command == "open" && line.fits(3, {"--out"}) && !line.option("--out").empty())
        return open_one(line);
    return wrong_usage();
}

}  // namespace
}  // namespace motlan::province

int main(int count, char** arguments) {
    return motlan::province::run({arguments + 1, arguments + count});
}
