// vm_worker: what a kiosk does while its power is cut. Seals and keeps dossiers of nobody, asks the
// link to deliver them, and says on its output what was promised, one line at a time.
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <expected>
#include <format>
#include <memory>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <thread>
#include <type_traits>

#include "kiosk/backend/bundle.h"
#include "kiosk/core/version.h"
#include "kiosk/link/client.h"
#include "kiosk/outbox/outbox.h"

namespace motlan {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kMostPaper = 600'000;

// At once and whole: what is said here is checked after the power cut.
void say(const std::string& line) {
    const std::string whole = line + "\n";
    if (::write(STDOUT_FILENO, whole.data(), whole.size()) < 0) std::exit(EXIT_FAILURE);
}

// What cannot be done is told, and this life ends.
template <typename Value, typename Trouble>
Value must(std::string_view step, std::expected<Value, Trouble> done) {
    if (done) return *std::move(done);
    if constexpr (std::is_same_v<Trouble, Fault>)
        say(std::format("trouble {} {}", step, code(done.error())));
    else
        say(std::format("trouble {} {}", step, to_text(done.error())));
    std::exit(EXIT_FAILURE);
}

// The kiosk of this machine; everything opened that a visit opens.
class Kiosk {
public:
    explicit Kiosk(std::filesystem::path state)
        : state_(std::move(state)),
          enrolment_(must("enrolment", read_enrolment(state_ / "enrolment"))),
          device_(must("key", read_device_key(state_ / "enrolment", enrolment_, clock_.wall()))),
          outbox_(must("open", Outbox::open({state_ / "outbox", enrolment_.ca}, disk_, clock_))) {}

    Outbox& outbox() { return outbox_; }

    // The link has it as soon as it has reached the province once.
    Bundle bundle(LinkClient& link) {
        while (true) {
            const auto cms = link.bundle();
            if (cms) return must("bundle", open_bundle(*cms, enrolment_, clock_.wall()));
            std::this_thread::sleep_for(50ms);
        }
    }

    SealedDossier seal_one(const Bundle& bundle, std::size_t paper_size) {
        const std::vector<PlainPart> parts{
            {"form", PartKind::Form, to_bytes(R"({"type":"motlan-form","version":1})")},
            {"old_extract", PartKind::Paper, Bytes(paper_size, 'p')}};
        const ManifestWords words{.dossier = must("id", new_dossier_id()),
                                  .procedure = "2.000635",
                                  .software = std::string(version()),
                                  .boot = boot_id(),
                                  .bundle = bundle.version,
                                  .sealed = clock_.wall()};
        return must("seal",
                    seal(parts, words,
                         {enrolment_.province.kiosk, device_, enrolment_.ca, bundle.recipients}));
    }

private:
    std::filesystem::path state_;
    SystemClock clock_;
    SystemDisk disk_;
    Enrolment enrolment_;
    PrivateKey device_;
    Outbox outbox_;
};

LinkClient connect() {
    const std::filesystem::path socket =
        std::filesystem::path(std::getenv("RUNTIME_DIRECTORY")) / "link.sock";
    while (true) {
        auto link = LinkClient::connect(socket);
        if (link) return *std::move(link);
        std::this_thread::sleep_for(20ms);
    }
}

void keep(Kiosk& kiosk, const SealedDossier& sealed, bool speaks_too_early) {
    const DossierId& id = sealed.mark.dossier;
    say("sealing " + id.value());
    if (speaks_too_early) say("kept " + id.value());
    if (const auto kept = kiosk.outbox().add(sealed); !kept) {
        say(std::format("refused {} {}", id.value(), code(kept.error())));
        return;
    }
    say("kept " + id.value());
    if (kiosk.outbox().release(id)) say("released " + id.value());
}

// What is in the outbox after recovery, and everything that is wrong with it.
void look(Kiosk& kiosk) {
    if (const auto done = kiosk.outbox().recover(); !done)
        say(std::format("trouble recover {}", code(done.error())));
    const auto rows = kiosk.outbox().list();
    if (!rows) return say(std::format("trouble list {}", code(rows.error())));
    for (const DossierRecord& row : *rows) {
        say(std::format("row {} {} {} {}", row.mark.dossier.value(), to_text(row.state),
                        row.confirmation == Confirmation::Confirmed ? "confirmed" : "unconfirmed",
                        row.parked ? code(*row.parked) : "-"));
    }
    const auto findings = kiosk.outbox().verify();
    if (!findings) return say(std::format("trouble verify {}", code(findings.error())));
    for (const Finding& finding : *findings)
        say(std::format("finding {} {}", finding.folder, to_text(finding.damage)));
    say("looked");
}

// Until the province's bundle is here, so that dossiers can be sealed without a road to it.
void fetch(Kiosk& kiosk) {
    LinkClient link = connect();
    static_cast<void>(kiosk.bundle(link));
}

// Adds until the power goes; some citizens wait for their receipt, some walk away. With a planted
// defect nobody waits.
void work(Kiosk& kiosk, unsigned seed, std::string_view defect) {
    std::mt19937 chance(seed);
    const bool is_sound = defect == "-";
    LinkClient link = connect();
    const Bundle bundle = kiosk.bundle(link);
    while (true) {
        const std::size_t paper = chance() % kMostPaper;
        const SealedDossier sealed = kiosk.seal_one(bundle, paper);
        keep(kiosk, sealed, defect == "early_word");
        const std::chrono::milliseconds patience{is_sound && chance() % 3 != 0 ? 20'000 : 1};
        if (link.deliver(sealed.mark.dossier, patience))
            say("receipt " + sealed.mark.dossier.value());
    }
}

// Waits until everything is at the province; the link goes on by itself meanwhile.
bool drain(Kiosk& kiosk, std::chrono::minutes patience) {
    LinkClient link = connect();
    const auto deadline = std::chrono::steady_clock::now() + patience;
    while (std::chrono::steady_clock::now() < deadline) {
        bool is_empty = true;
        for (const auto state : {DossierState::Released, DossierState::Uploaded}) {
            const auto rows = kiosk.outbox().list(state);
            if (!rows) return false;
            for (const DossierRecord& row : *rows) {
                is_empty = false;
                if (link.deliver(row.mark.dossier, 60s)) say("receipt " + row.mark.dossier.value());
            }
        }
        if (is_empty) return true;
    }
    return false;
}

// One dossier over whatever road there is.
void carry(Kiosk& kiosk, std::size_t size) {
    LinkClient link = connect();
    const SealedDossier sealed = kiosk.seal_one(kiosk.bundle(link), size);
    std::size_t sealed_size = sealed.label.size();
    for (const SealedBytes& part : sealed.parts) sealed_size += part.size();
    say(std::format("size {}", sealed_size));
    keep(kiosk, sealed, false);
    drain(kiosk, 120min);
}

int run(std::span<char*> words) {
    const std::string play = words.size() > 1 ? words[1] : "";
    const char* state = std::getenv("STATE_DIRECTORY");
    if (state == nullptr || play.empty()) return 2;
    const unsigned long number = words.size() > 2 ? std::strtoul(words[2], nullptr, 10) : 0;
    if (play == "work" && words.size() != 4) return 2;
    Kiosk kiosk(state);
    if (play == "look") look(kiosk);
    if (play == "work") work(kiosk, static_cast<unsigned>(number), words[3]);
    if (play == "fetch") fetch(kiosk);
    if (play == "drain" && drain(kiosk, 10min)) look(kiosk);
    if (play == "carry") {
        carry(kiosk, number);
        look(kiosk);
    }
    return 0;
}

}  // namespace
}  // namespace motlan

int main(int count, char** words) { return motlan::run({words, static_cast<std::size_t>(count)}); }
