#include "tests/province/province.h"

#include <fcntl.h>
#include <sys/file.h>

#include <format>
#include <ranges>
#include <vector>

#include "kiosk/core/file.h"
#include "tests/province/control.h"
#include "tests/province/desk.h"
#include "tests/province/gate.h"
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

// A port that was asked for must be had; the one of last time only if it is free.
Result<std::unique_ptr<Gate>> open_gate(const std::filesystem::path& folder, int wanted, int inner) {
    if (wanted != 0) return Gate::open(wanted, inner);
    return Gate::open(stored_port(folder), inner).or_else([&](Fault) { return Gate::open(0, inner); });
}

}  // namespace

// In the order of making; the last is taken down first.
struct Province::Parts {
    Descriptor lock;
    Home home;
    Sources sources;
    Moods moods;
    SystemClock clock;
    std::unique_ptr<Ledger> ledger;
    std::unique_ptr<Desk> desk;
    std::unique_ptr<Server> server;
    std::unique_ptr<Gate> gate;
    std::unique_ptr<Control> control;
};

Checked<std::unique_ptr<Province>> Province::start(const std::filesystem::path& folder,
                                                   const ProvinceOptions& options) {
    auto home = read_home(folder);
    if (!home) return std::unexpected(home.error());
    auto sources = Sources::read(folder / "people");
    if (!sources) return std::unexpected(sources.error());
    auto parts = std::make_unique<Parts>();
    parts->lock = lock_folder(folder);
    if (!parts->lock.is_open()) return problem(folder, "is served by another program");
    auto ledger = Ledger::open(folder / "ledger.db");
    if (!ledger) return problem(folder / "ledger.db", "cannot be opened");
    parts->home = *std::move(home);
    parts->sources = *std::move(sources);
    parts->ledger = *std::move(ledger);
    parts->desk = std::make_unique<Desk>(DeskTools{.keys = parts->home.office,
                                                   .answers = parts->home.answers,
                                                   .bundles = parts->home.bundles,
                                                   .sources = parts->sources,
                                                   .moods = parts->moods,
                                                   .ledger = *parts->ledger,
                                                   .clock = parts->clock,
                                                   .source_patience = options.source_patience});
    auto server = Server::start(parts->home.server, parts->home.authority.certificate,
                                [desk = parts->desk.get()](const Request& request) { return desk->answer(request); });
    if (!server) return problem(folder, "its server cannot start");
    parts->server = *std::move(server);
    auto gate = open_gate(folder, options.port, parts->server->port());
    if (!gate) return problem(folder, std::format("port {} is taken", options.port));
    parts->gate = *std::move(gate);
    if (!write_file(folder / "port", as_bytes(std::to_string(parts->gate->port())))) {
        return problem(folder / "port", "cannot be written");
    }
    std::unique_ptr<Province> province(new Province(std::move(parts)));
    auto control = Control::open(folder / "control.sock", [self = province.get()](std::string_view line) {
        return self->control(line);
    });
    if (!control) return problem(folder / "control.sock", "cannot be made; is its path longer than 107 bytes?");
    province->parts_->control = *std::move(control);
    return province;
}

Province::Province(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Province::~Province() = default;

int Province::port() const { return parts_->gate->port(); }

std::string Province::address() const { return std::format("https://127.0.0.1:{}", port()); }

std::string Province::control(std::string_view line) {
    std::vector<std::string> words;
    for (const auto word : std::views::split(line, ' ')) {
        if (!word.empty()) words.emplace_back(std::string_view(word));
    }
    if (words == std::vector<std::string>{"status"}) {
        return std::format("ok network {}; {}", parts_->gate->road(), parts_->moods.to_text());
    }
    bool obeyed = false;
    if (words.size() == 2 && words[0] == "network") obeyed = parts_->gate->set(words[1]);
    if (words.size() == 2 && words[0] == "receipt") obeyed = parts_->moods.set_receipt(words[1]);
    if (words.size() == 3 && words[0] == "source") obeyed = parts_->moods.set_source(words[1], words[2]);
    return obeyed ? "ok" : "error unknown command";
}

}  // namespace motlan::province
