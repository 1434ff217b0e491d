#include "tests/province/setup.h"

#include <sys/stat.h>

#include <charconv>
#include <format>
#include <functional>
#include <ranges>
#include <vector>

#include "kiosk/core/file.h"
#include "kiosk/core/json.h"
#include "kiosk/core/toml.h"
#include "tests/province/openssl.h"
#include "tests/province/publisher.h"

namespace motlan::province {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kFileLimit = std::size_t{64} << 10U;

std::unexpected<Problem> problem(const fs::path& file, std::string reason) {
    return std::unexpected(Problem{.file = file.string(), .reason = std::move(reason)});
}

Checked<void> write(const fs::path& file, std::string_view text) {
    if (!write_file(file, as_bytes(text))) return problem(file, "cannot be written");
    return {};
}

Checked<void> write(const fs::path& folder, std::string_view name,
                    const Result<Identity>& identity) {
    if (!identity) return problem(folder / name, "its key cannot be made");
    return write(folder / std::format("{}.key", name), identity->key).and_then([&] {
        return write(folder / std::format("{}.pem", name), identity->certificate);
    });
}

Checked<std::string> read(const fs::path& file) {
    auto text = read_text(file, kFileLimit);
    if (!text) return problem(file, "cannot be read");
    return *std::move(text);
}

// Fills a folder beside the wanted one, then renames it: what a killed start left is made anew.
Checked<void> make_whole(const fs::path& folder,
                         const std::function<Checked<void>(const fs::path&)>& fill) {
    const fs::path fresh = folder.string() + ".part";
    std::error_code trouble;
    if (fs::exists(folder) && !fs::is_empty(folder, trouble))
        return problem(folder, "holds something else");
    fs::remove_all(fresh, trouble);
    fs::create_directories(fresh, trouble);
    if (trouble || ::chmod(fresh.c_str(), S_IRWXU) != 0) return problem(fresh, "cannot be made");
    if (auto filled = fill(fresh); !filled) {
        fs::remove_all(fresh, trouble);
        return filled;
    }
    fs::rename(fresh, folder, trouble);
    if (trouble || !sync_folder(fs::absolute(folder).parent_path()))
        return problem(folder, "cannot be made");
    return {};
}

Checked<void> copy_people(const fs::path& from, const fs::path& to) {
    std::error_code trouble;
    fs::create_directories(to, trouble);
    for (const auto& entry : fs::directory_iterator(from, trouble)) {
        if (entry.path().extension() != ".toml") continue;
        const auto person = read(entry.path());
        if (!person) return std::unexpected(person.error());
        if (auto copied = write(to / entry.path().filename(), *person); !copied) return copied;
    }
    if (trouble) return problem(from, "cannot be read");
    return {};
}

// Also in a province that was made before bundles had a root.
Checked<void> make_first_root(const fs::path& folder) {
    if (fs::exists(folder / "root.json")) return {};
    return make_signers(folder, 1).and_then([&]() -> Checked<void> {
        std::vector<Identity> signers;
        for (int n = 0; n < kSigners; ++n) {
            auto signer = read_identity(folder, signer_name(1, n));
            if (!signer) return std::unexpected(signer.error());
            signers.push_back(*std::move(signer));
        }
        return write(folder / "root.json", to_json(root_of(1, signers, SystemClock().wall())));
    });
}

Checked<void> fill_home(const fs::path& folder, const fs::path& people) {
    const auto authority = make_authority(kAuthorityName);
    auto done = write(folder, "ca", authority);
    struct Part {
        std::string_view name;
        Role role;
    };
    for (const Part& part : {Part{"server", Role::Server}, Part{"recipient", Role::Recipient},
                             Part{"receipts", Role::Receipts}, Part{"answers", Role::Answers}}) {
        if (!done) return done;
        done = write(folder, part.name, issue(*authority, part.role, part.name));
    }
    if (done && !Ledger::open(folder / "ledger.db"))
        return problem(folder / "ledger.db", "cannot be made");
    return done.and_then([&] { return make_first_root(folder); }).and_then([&] {
        return copy_people(people, folder / "people");
    });
}

Checked<std::string> address_of(const fs::path& folder, const Enrolment& enrolment) {
    if (!enrolment.address.empty()) return enrolment.address;
    const int port = stored_port(folder);
    if (port == 0) return problem(folder, "was never served: give an address");
    return std::format("https://127.0.0.1:{}", port);
}

// Names stand in certificates and on slips.
bool is_kiosk_name(std::string_view name) {
    return !name.empty() && name.size() <= 32 &&
           name.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") ==
               std::string_view::npos;
}

Checked<void> write_address(const fs::path& out, const Enrolment& enrolment,
                            std::string_view key_pin) {
    return write(out / "province.toml",
                 std::format("address = \"{}\"\nkiosk = \"{}\"\npins = [\"{}\"]\n",
                             enrolment.address, enrolment.kiosk, key_pin));
}

// What tells whom to believe: given anew at each enrolment.
Checked<void> write_trust(const fs::path& folder, const fs::path& out) {
    const auto root = read(folder / "root.json");
    const auto revoked = revocation_list(folder);
    if (!root) return std::unexpected(root.error());
    if (!revoked) return std::unexpected(revoked.error());
    return write(out / "root.json", *root).and_then([&] {
        return write(out / "revocation.crl", as_text(*revoked));
    });
}

// Whether the folder is this kiosk's at this province.
bool is_enrolled(const Home& home, const Enrolment& enrolment) {
    const auto authority = read(enrolment.out / "ca.pem");
    const auto device = read(enrolment.out / "device.pem");
    if (!authority || !device || *authority != home.authority.certificate) return false;
    const CertificateOwner certificate = read_certificate(*device);
    const BioOwner der = writing();
    if (!certificate || i2d_X509_bio(der.get(), certificate.get()) != 1) return false;
    return holder(written(der), *authority, Role::KioskDevice) == enrolment.kiosk;
}

// A key and its certificate; or the certificate alone, of a key that the kiosk has made.
Checked<void> write_identity(const fs::path& out, const Home& home, const Enrolment& enrolment,
                             const std::string& stem, Role role) {
    const std::string& name = enrolment.kiosk;
    if (enrolment.requests.empty()) return write(out, stem, issue(home.authority, role, name));
    const auto request = read(enrolment.requests / (stem + ".csr"));
    if (!request) return std::unexpected(request.error());
    const auto certificate = certify(home.authority, role, name, *request);
    if (!certificate)
        return problem(enrolment.requests / (stem + ".csr"), "is no request of this kiosk");
    return write(out / (stem + ".pem"), *certificate);
}

Checked<void> fill_enrolment(const fs::path& out, const Home& home, const Enrolment& enrolment,
                             std::string_view key_pin) {
    return write_identity(out, home, enrolment, "tls", Role::KioskTls)
        .and_then([&] { return write_identity(out, home, enrolment, "device", Role::KioskDevice); })
        .and_then([&] { return write(out / "ca.pem", home.authority.certificate); })
        .and_then([&] { return write_address(out, enrolment, key_pin); });
}

}  // namespace

Checked<void> init_province(const fs::path& folder, const fs::path& people) {
    if (fs::exists(folder / "ca.pem")) {
        return make_first_root(folder).and_then(
            [&] { return copy_people(people, folder / "people"); });
    }
    return make_whole(folder, [&](const fs::path& fresh) { return fill_home(fresh, people); });
}

Checked<Home> read_home(const fs::path& folder) {
    Home home;
    struct Part {
        const char* name;
        Identity* to;
    };
    for (const Part& part :
         {Part{"ca", &home.authority}, Part{"server", &home.server}, Part{"answers", &home.answers},
          Part{"recipient", &home.office.recipient}, Part{"receipts", &home.office.receipts}}) {
        auto identity = read_identity(folder, part.name);
        if (!identity) return std::unexpected(identity.error());
        *part.to = *std::move(identity);
    }
    home.office.authority = home.authority.certificate;
    return home;
}

Checked<void> enrol_kiosk(const fs::path& folder, const Enrolment& wanted) {
    const auto home = read_home(folder);
    if (!home) return std::unexpected(home.error());
    const auto address = address_of(folder, wanted);
    if (!address) return std::unexpected(address.error());
    const auto key_pin = pin(home->server.certificate);
    if (!key_pin) return problem(folder / "server.pem", "is not a certificate");
    if (!is_kiosk_name(wanted.kiosk))
        return problem(wanted.out, "a kiosk's name is made of A-Z, 0-9 and -");
    const Enrolment enrolment{
        .kiosk = wanted.kiosk, .out = wanted.out, .address = *address, .requests = wanted.requests};
    if (is_enrolled(*home, enrolment)) {
        return write_trust(folder, enrolment.out).and_then([&] {
            return write_address(enrolment.out, enrolment, *key_pin);
        });
    }
    return make_whole(enrolment.out, [&](const fs::path& fresh) {
        return fill_enrolment(fresh, *home, enrolment, *key_pin).and_then([&] {
            return write_trust(folder, fresh);
        });
    });
}

Checked<Identity> read_identity(const fs::path& folder, const std::string& name) {
    const auto certificate = read(folder / (name + ".pem"));
    const auto key = read(folder / (name + ".key"));
    if (!certificate) return std::unexpected(certificate.error());
    if (!key) return std::unexpected(key.error());
    return Identity{.certificate = *certificate, .key = *key};
}

Checked<void> make_signers(const fs::path& folder, int root) {
    const auto authority = read_identity(folder, "ca");
    if (!authority) return std::unexpected(authority.error());
    for (int n = 0; n < kSigners; ++n) {
        const std::string name = signer_name(root, n);
        if (read_identity(folder, name)) continue;
        if (auto made = write(folder, name, issue(*authority, Role::Bundles, name)); !made)
            return made;
    }
    return {};
}

Checked<Bytes> revocation_list(const fs::path& folder) {
    const auto authority = read_identity(folder, "ca");
    if (!authority) return std::unexpected(authority.error());
    std::vector<std::string> certificates;
    const std::string names = read_text(folder / "revoked", kFileLimit).value_or("");
    for (const auto line : std::views::split(names, '\n')) {
        if (line.empty()) continue;
        const auto identity = read_identity(folder, std::string(std::string_view(line)));
        if (!identity) return std::unexpected(identity.error());
        certificates.push_back(identity->certificate);
    }
    auto list = revocation_list(*authority, certificates);
    if (!list) return problem(folder / "revoked", "its list cannot be signed");
    return *std::move(list);
}

int stored_port(const fs::path& folder) {
    const std::string text = read_text(folder / "port", 16).value_or("");
    int port = 0;
    std::from_chars(text.data(), text.data() + text.size(), port);
    return port > 0 && port < 65'536 ? port : 0;
}

fs::path invented_people() { return PROVINCE_PEOPLE; }

}  // namespace motlan::province
