#include "tests/province/province.h"

#include <fcntl.h>
#include <sys/file.h>

#include <format>
#include <ranges>
#include <vector>

#include "kiosk/core/file.h"
#include "kiosk/core/json.h"
#include "tests/province/control.h"
#include "tests/province/desk.h"
#include "tests/province/events.h"
#include "tests/province/gate.h"
#include "tests/province/payments.h"
#include "tests/province/publisher.h"
#include "tests/province/server.h"
#include "tests/province/setup.h"

namespace motlan::province {
namespace {

std::unexpected<Problem> problem(const std::filesystem::path& file, std::string reason) {
    return std::unexpected(Problem{.file = file.string(), .reason = std::move(reason)});
}

// Held as long as the folder is served.
Descriptor lock_folder(const std::filesystem::path& folder) {
    Descriptor lock(::open((folder / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    return ::flock(lock.number(), LOCK_EX | LOCK_NB) == 0 ? std::move(lock) : Descriptor();
}

// "ok", then each opinion's form, as the unit that controls procedures reads it.
std::string opinions_text(Ledger& ledger) {
    const auto all = ledger.opinions();
    if (!all) return "error they cannot be read";
    std::string text = std::format("ok {}", all->size());
    for (const LedgerOpinion& opinion : *all) text += " " + opinion.form;
    return text;
}

// A port that was asked for must be had; the one of last time only if it is free.
Result<std::unique_ptr<Gate>> open_gate(const std::filesystem::path& folder, int wanted,
                                        int inner) {
    if (wanted != 0) return Gate::open(wanted, inner);
    return Gate::open(stored_port(folder), inner).or_else([&](Fault) {
        return Gate::open(0, inner);
    });
}

}  // namespace

// In the order of making; the last is taken down first.
struct Province::Parts {
    Descriptor lock;
    Home home;
    Sources sources;
    Moods moods;
    SystemClock clock;
    Calls calls;
    std::unique_ptr<Ledger> ledger;
    std::unique_ptr<Publisher> publisher;
    std::unique_ptr<Desk> desk;
    std::unique_ptr<Server> server;
    std::unique_ptr<Gate> gate;
    std::unique_ptr<Control> control;

    Checked<void> open(const std::filesystem::path& folder);
    Checked<void> serve(const std::filesystem::path& folder, const ProvinceOptions& options);
    bool obey(std::vector<std::string> words);
};

// Takes the folder and reads what is in it.
Checked<void> Province::Parts::open(const std::filesystem::path& folder) {
    auto opened_home = read_home(folder);
    if (!opened_home) return std::unexpected(opened_home.error());
    auto people = Sources::read(folder / "people");
    if (!people) return std::unexpected(people.error());
    lock = lock_folder(folder);
    if (!lock.is_open()) return problem(folder, "is served by another program");
    auto opened_ledger = Ledger::open(Ledger::place_in(folder));
    if (!opened_ledger) return problem(folder, "its ledger cannot be opened");
    home = *std::move(opened_home);
    sources = *std::move(people);
    ledger = *std::move(opened_ledger);
    return {};
}

Checked<void> Province::Parts::serve(const std::filesystem::path& folder,
                                     const ProvinceOptions& options) {
    publisher = std::make_unique<Publisher>(folder, *ledger, clock);
    desk = std::make_unique<Desk>(DeskTools{.keys = home.office,
                                            .answers = home.answers,
                                            .publisher = *publisher,
                                            .sources = sources,
                                            .moods = moods,
                                            .ledger = *ledger,
                                            .calls = calls,
                                            .clock = clock,
                                            .source_patience = options.source_patience});
    auto started = Server::start(home.server, home.authority.certificate,
                                 [this](const Request& request) { return desk->answer(request); },
                                 {.connections = options.most_kiosks});
    if (!started) return problem(folder, "its server cannot start");
    server = *std::move(started);
    auto opened = open_gate(folder, options.port, server->port());
    if (!opened) return problem(folder, std::format("port {} is taken", options.port));
    gate = *std::move(opened);
    if (!write_file(folder / "port", as_bytes(std::to_string(gate->port())))) {
        return problem(folder / "port", "cannot be written");
    }
    return {};
}

Checked<std::unique_ptr<Province>> Province::start(const std::filesystem::path& folder,
                                                   const ProvinceOptions& options) {
    std::unique_ptr<Province> province(new Province(std::make_unique<Parts>()));
    Parts& parts = *province->parts_;
    const auto ready = parts.open(folder).and_then([&] { return parts.serve(folder, options); });
    if (!ready) return std::unexpected(ready.error());
    const auto socket = folder / "control.sock";
    auto control = Control::open(
        socket, [self = province.get()](std::string_view line) { return self->control(line); });
    if (!control) return problem(socket, "cannot be made; is its path longer than 107 bytes?");
    parts.control = *std::move(control);
    return province;
}

bool Province::Parts::obey(std::vector<std::string> words) {
    if (words.size() < 2) return false;
    const std::string what = words[0];
    if (what == "bundle") return publisher->obey({words.begin() + 1, words.end()});
    if (what == "network") return gate->set({words.begin() + 1, words.end()});
    if (words.size() == 2 && what == "receipt") return moods.set_receipt(words[1]);
    if (words.size() == 2 && what == "follow") return moods.set_follow(words[1]);
    if (words.size() == 2 && what == "payment") return moods.set_payment(words[1]);
    if (words.size() == 2 && what == "dossiers") return moods.set_dossiers(words[1]);
    if (words.size() == 3 && what == "source") return moods.set_source(words[1], words[2]);
    return false;
}

Province::Province(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Province::~Province() = default;

int Province::port() const { return parts_->gate->port(); }

std::string Province::address() const { return std::format("https://127.0.0.1:{}", port()); }

std::string Province::control(std::string_view line) {
    if (constexpr std::string_view kEvent = "event "; line.starts_with(kEvent)) {
        return say(parts_->home.office, *parts_->ledger, parts_->clock.wall(),
                   line.substr(kEvent.size()));
    }
    if (constexpr std::string_view kPay = "pay "; line.starts_with(kPay)) {
        return receive_money(parts_->home.office, *parts_->ledger, parts_->clock.wall(),
                             line.substr(kPay.size()));
    }
    if (constexpr std::string_view kOver = "expire "; line.starts_with(kOver)) {
        return expire_code(*parts_->ledger, parts_->clock.wall(), line.substr(kOver.size()));
    }
    if (line == "calls")
        return "ok " + to_json(Tree(parts_->calls.content(parts_->clock.steady())));
    if (line == "opinions") return opinions_text(*parts_->ledger);
    std::vector<std::string> words;
    for (const auto word : std::views::split(line, ' ')) {
        if (!word.empty()) words.emplace_back(std::string_view(word));
    }
    if (words.size() == 1 && words[0] == "status")
        return std::format("ok network {}; {}{}", parts_->gate->road(), parts_->moods.to_text(),
                           parts_->publisher->to_text());
    if (words.size() == 3 && words[0] == "call") {
        const Tree call = Tree::Table{{"language", "vi"},
                                      {"since", rfc3339(parts_->clock.wall())},
                                      {"step", words[2]},
                                      {"unhurried", false}};
        parts_->calls.open(words[1], call, parts_->clock.steady());
        return "ok";
    }
    if (words.size() == 3 && words[0] == "take")
        return parts_->calls.take(words[1], words[2], parts_->clock.steady()) ? "ok" : "error";
    if (words.size() == 1 && words[0] == "carried") {
        const Carried& carried = parts_->gate->carried();
        return std::format("ok {} {} {}", carried.from_kiosks.load(), carried.to_kiosks.load(),
                           carried.cuts.load());
    }
    return parts_->obey(words) ? "ok" : "error unknown command";
}

}  // namespace motlan::province
