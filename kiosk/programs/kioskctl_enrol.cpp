#include "kiosk/programs/kioskctl_enrol.h"

#include <array>
#include <filesystem>
#include <format>
#include <optional>
#include <print>
#include <string>
#include <system_error>

#include "kiosk/backend/enrolment.h"
#include "kiosk/care/places.h"
#include "kiosk/core/clock.h"
#include "kiosk/core/file.h"
#include "kiosk/outbox/key_request.h"
#include "kiosk/programs/owner.h"

namespace motlan {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kFileLimit = std::size_t{64} << 10U;
// Beside what is in force: where keys are made, and where they wait for their certificates.
constexpr std::string_view kMaking = "enrolment.next";
constexpr std::string_view kWaiting = "enrolment.new";
constexpr std::array<std::string_view, 2> kStems{"device", "tls"};

int refuse(std::string_view verb, std::string_view reason, Fault fault) {
    return complain(std::format("enrol {}", verb), std::format("{} ({})", reason, code(fault)),
                    kFoundWrong);
}

/// An empty folder of the kiosk's own.
bool make_folder(const fs::path& state, const fs::path& folder) {
    std::error_code problem;
    fs::remove_all(folder, problem);
    return fs::create_directory(folder, problem) &&
           (fs::permissions(folder, fs::perms::owner_all, problem), !problem) &&
           give_to_owner_of(state, folder).has_value();
}

struct Wish {
    std::string kiosk;
    fs::path out;
    KeyStore store = KeyStore::File;
    bool is_again = false;  ///< in the place of keys that wait
};

Result<void> make_key(const Wish& wish, const fs::path& folder, std::string_view stem) {
    // A TPM cannot do all that TLS 1.3 asks of a key (security design 4.3), so that one is a file.
    const KeyStore store = stem == "device" ? wish.store : KeyStore::File;
    const auto made = make_key_request(wish.kiosk, store);
    if (!made) return fail(made.error());
    const fs::path key = folder / std::format("{}.key", stem);
    return write_file(key, as_bytes(made->key))
        .and_then([&] { return give_to_owner_of(places().state, key); })
        .and_then([&] {
            return write_file(wish.out / std::format("{}.csr", stem), as_bytes(made->request),
                              Sharing::ReadByAll);
        });
}

bool has_waiting(const fs::path& state) {
    std::error_code problem;
    return fs::exists(state / kWaiting / "device.key", problem);
}

/// What waited before goes only now, when all that takes its place is written.
bool let_wait(const fs::path& state) {
    std::error_code problem;
    fs::remove_all(state / kWaiting, problem);
    fs::rename(state / kMaking, state / kWaiting, problem);
    return !problem && sync_folder(state).has_value();
}

int request(const Wish& wish) {
    const fs::path state = places().state;
    std::error_code problem;
    if (has_waiting(state) && !wish.is_again)
        return refuse("request", "keys wait for their certificates already; --again forgets them",
                      Fault::EnrolmentRefused);
    fs::create_directories(wish.out, problem);
    const fs::path making = state / kMaking;
    if (problem || !make_folder(state, making))
        return refuse("request", "the keys cannot be kept", Fault::StorageFailed);
    for (const std::string_view stem : kStems) {
        if (const auto made = make_key(wish, making, stem); !made)
            return refuse("request",
                          wish.store == KeyStore::Tpm ? "the TPM does not make a key"
                                                      : "a key cannot be made",
                          made.error());
    }
    if (!let_wait(state)) return refuse("request", "the keys cannot be kept", Fault::StorageFailed);
    std::println("The keys of {} are made and stay here{}. Have the province certify:", wish.kiosk,
                 wish.store == KeyStore::Tpm ? ", the signing key in the TPM" : "");
    for (const std::string_view stem : kStems)
        std::println("  {}", (wish.out / std::format("{}.csr", stem)).string());
    return kFine;
}

/// What the province hands back, but for the keys, which it never had.
constexpr std::array<std::string_view, 6> kHandedBack{"province.toml", "ca.pem",  "root.json",
                                                      "device.pem",    "tls.pem", "revocation.crl"};

Checked<void> take_in(const fs::path& from, const fs::path& waiting) {
    for (const std::string_view name : kHandedBack) {
        const auto text = read_text(from / name, kFileLimit);
        const bool is_optional = name == "revocation.crl";
        if (!text && is_optional) continue;
        const fs::path to = waiting / name;
        if (!text || !write_file(to, as_bytes(*text)) || !give_to_owner_of(places().state, to))
            return std::unexpected(
                Problem{(from / name).string(), 0, "", "is needed and cannot be taken in"});
    }
    const auto enrolment = read_enrolment(waiting);
    if (!enrolment) return std::unexpected(enrolment.error());
    const WallTime now = SystemClock().wall();
    if (const auto key = read_device_key(waiting, *enrolment, now); !key)
        return std::unexpected(key.error());
    if (const auto key = read_tls_key(waiting, *enrolment, now); !key)
        return std::unexpected(key.error());
    return {};
}

/// The former enrolment stays beside it: what was sealed with it is signed with its key.
bool put_in_force(const fs::path& state) {
    std::error_code problem;
    const fs::path current = state / "enrolment";
    const fs::path former = state / "enrolment.old";
    // Cut off between the two renames, there is nothing but the former one: it must not go.
    if (fs::exists(current, problem)) {
        fs::remove_all(former, problem);
        fs::rename(current, former, problem);
    }
    if (problem) return false;
    fs::rename(state / kWaiting, current, problem);
    return !problem && sync_folder(state).has_value();
}

int accept(const fs::path& from) {
    const fs::path state = places().state;
    std::error_code problem;
    if (!has_waiting(state))
        return refuse("accept", "no keys wait here: kioskctl enrol request makes them",
                      Fault::EnrolmentRefused);
    if (const auto taken = take_in(from, state / kWaiting); !taken)
        return refuse("accept", to_text(taken.error()), Fault::EnrolmentRefused);
    if (!put_in_force(state))
        return refuse("accept", "the enrolment cannot be put in force", Fault::StorageFailed);
    const auto enrolment = read_enrolment(state / "enrolment");
    std::println("This kiosk is {} of {}.", enrolment ? enrolment->province.kiosk : std::string(),
                 enrolment ? enrolment->province.host : std::string());
    if (fs::exists(state / "enrolment.old", problem))
        std::println("systemctl restart kiosk-link makes the link use its new certificate.");
    return kFine;
}

/// A kiosk that is enrolled keeps its name and the place of its signing key: who renews its
/// certificates need not know either, and a key does not leave the TPM by mistake.
void renew(Wish& wish) {
    const fs::path folder = places().state / "enrolment";
    const auto enrolment = read_enrolment(folder);
    if (!enrolment) return;
    if (wish.kiosk.empty()) wish.kiosk = enrolment->province.kiosk;
    const auto key = read_text(folder / "device.key", kFileLimit);
    if (key && store_of(*key) == KeyStore::Tpm) wish.store = KeyStore::Tpm;
}

std::optional<Wish> read_wish(Arguments arguments) {
    Wish wish;
    for (std::size_t n = 0; n < arguments.size(); ++n) {
        if (arguments[n] == "--tpm")
            wish.store = KeyStore::Tpm;
        else if (arguments[n] == "--again")
            wish.is_again = true;
        else if (arguments[n] == "--kiosk" && n + 1 < arguments.size())
            wish.kiosk = arguments[++n];
        else if (arguments[n].starts_with("-") || !wish.out.empty())
            return std::nullopt;
        else
            wish.out = arguments[n];
    }
    renew(wish);
    if (wish.kiosk.empty() || wish.kiosk.size() > 64 || wish.out.empty()) return std::nullopt;
    return wish;
}

}  // namespace

int enrol_command(std::string_view verb, Arguments arguments) {
    if (verb == "accept") {
        if (arguments.size() == 1) return accept(arguments.front());
        return complain("enrol accept", "one FOLDER is needed", kUsage);
    }
    if (const auto wish = read_wish(arguments)) return request(*wish);
    return complain("enrol request",
                    "one FOLDER is needed, and --kiosk NAME where none is enrolled yet", kUsage);
}

}  // namespace motlan
