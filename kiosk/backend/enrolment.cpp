#include "kiosk/backend/enrolment.h"

#include <sys/stat.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "kiosk/core/fields.h"
#include "kiosk/core/file.h"
#include "kiosk/core/toml.h"
#include "kiosk/outbox/dossier_id.h"

namespace motlan {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kFileLimit = std::size_t{64} << 10U;
constexpr std::string_view kScheme = "https://";

std::unexpected<Problem> refuse(const fs::path& file, std::string reason) {
    return std::unexpected(Problem{file.string(), 0, "", std::move(reason)});
}

// Letters, digits, dot and hyphen: DNS names and IPv4 addresses (RFC 1123 section 2.1).
bool is_host(std::string_view host) {
    return !host.empty() && host.size() <= 253 && std::ranges::all_of(host, [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') ||
               letter == '.' || letter == '-';
    });
}

bool read_address(std::string_view address, ProvinceAddress& into) {
    if (!address.starts_with(kScheme)) return false;
    address.remove_prefix(kScheme.size());
    const std::size_t colon = address.find(':');
    if (colon == std::string_view::npos) return false;
    into.host = address.substr(0, colon);
    const std::string_view port = address.substr(colon + 1);
    const char* end = port.data() + port.size();
    const auto [stop, trouble] = std::from_chars(port.data(), end, into.port);
    return is_host(into.host) && trouble == std::errc() && stop == end && into.port >= 1 &&
           into.port <= 65535;
}

Checked<std::string> read(const fs::path& file) {
    auto text = read_text(file, kFileLimit);
    if (!text) return refuse(file, "this file cannot be read");
    return *std::move(text);
}

Checked<Certificate> read_certificate(const fs::path& file) {
    const auto text = read(file);
    if (!text) return std::unexpected(text.error());
    auto certificate = Certificate::from_pem(*text);
    if (!certificate) return refuse(file, "a certificate in PEM is needed here");
    return *std::move(certificate);
}

Checked<BundleRoot> read_root(const fs::path& file) {
    const auto text = read(file);
    if (!text) return std::unexpected(text.error());
    auto root = parse_root(*text);
    if (!root) return refuse(file, "the signers of bundles are needed here");
    return *std::move(root);
}

// Without a slash at its end, which would hide what stands above it.
fs::path whole_path(const fs::path& folder) {
    return folder.has_filename() ? folder : folder.parent_path();
}

// A file of its own that nobody else may open.
bool is_private(const fs::path& file) {
    struct stat status{};
    return ::lstat(file.c_str(), &status) == 0 && S_ISREG(status.st_mode) &&
           (status.st_mode & 077U) == 0;
}

Checked<PrivateKey> read_key(const fs::path& stem, const Enrolment& enrolment, Role role,
                             WallTime now) {
    const fs::path key_file = stem.string() + ".key";
    const fs::path certificate_file = stem.string() + ".pem";
    auto certificate = read_certificate(certificate_file);
    if (!certificate) return std::unexpected(certificate.error());
    if (!check_certificate(*certificate, enrolment.ca, role, now)) {
        return refuse(certificate_file,
                      "this certificate is not for this use, not valid now or "
                      "not signed by ca.pem");
    }
    if (certificate->common_name() != enrolment.province.kiosk) {
        return refuse(certificate_file, "this certificate is of another kiosk");
    }
    const auto text = read(key_file);
    if (!text) return std::unexpected(text.error());
    if (!is_private(key_file)) return refuse(key_file, "this file needs mode 0600");
    auto key = PrivateKey::from_pem(*text, *std::move(certificate));
    if (!key) return refuse(key_file, "a P-256 key of the certificate beside it is needed here");
    return *std::move(key);
}

}  // namespace

Checked<ProvinceAddress> parse_province(std::string_view text, std::string_view file) {
    const auto tree = parse_toml(text, file);
    if (!tree) return std::unexpected(tree.error());
    Fields fields(*tree, std::string(file));
    ProvinceAddress province;
    if (!read_address(fields.text("address"), province)) {
        fields.refuse("address", "https://host:port is needed here, in small letters");
    }
    province.kiosk = fields.text("kiosk");
    if (province.kiosk.empty() || province.kiosk.size() > 64) {
        fields.refuse("kiosk", "a name of 1 to 64 bytes is needed here");
    }
    province.pins = fields.texts("pins");
    if (province.pins.empty() || province.pins.size() > 2 ||
        !std::ranges::all_of(province.pins, is_sha256)) {
        fields.refuse("pins", "one or two SHA-256 in small hexadecimal are needed here");
    }
    if (auto problem = fields.done()) return std::unexpected(*std::move(problem));
    return province;
}

Checked<Enrolment> read_enrolment(const fs::path& folder) {
    const fs::path file = folder / "province.toml";
    const auto text = read(file);
    if (!text) return std::unexpected(text.error());
    auto province = parse_province(*text, file.string());
    if (!province) return std::unexpected(province.error());
    auto ca = read_certificate(folder / "ca.pem");
    if (!ca) return std::unexpected(ca.error());
    auto root = read_root(folder / "root.json");
    if (!root) return std::unexpected(root.error());
    return Enrolment{*std::move(province), *std::move(ca), *std::move(root), whole_path(folder)};
}

Checked<PrivateKey> read_device_key(const fs::path& folder, const Enrolment& enrolment,
                                    WallTime now) {
    return read_key(folder / "device", enrolment, Role::Device, now);
}

Checked<PrivateKey> read_tls_key(const fs::path& folder, const Enrolment& enrolment, WallTime now) {
    return read_key(folder / "tls", enrolment, Role::TlsClient, now);
}

}  // namespace motlan
