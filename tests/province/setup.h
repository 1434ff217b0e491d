// Makes a province and enrols kiosks: keys, certificates, ledger, people. Folders appear whole or
// not at all; private keys have mode 0600.
#pragma once

#include <filesystem>
#include <string>

#include "kiosk/core/problem.h"
#include "tests/province/office.h"

namespace motlan::province {

/// Everything the province keeps in its folder.
struct Home {
    Identity authority;
    Identity server;
    Identity answers;
    OfficeKeys office;
};

/// Makes the folder unless it is a province already; then only the people are brought up to date.
[[nodiscard]] Checked<void> init_province(const std::filesystem::path& folder,
                                          const std::filesystem::path& people);

/// Reads what init_province made.
[[nodiscard]] Checked<Home> read_home(const std::filesystem::path& folder);

struct Enrolment {
    std::string kiosk;                    ///< name, e.g. "NA-VINH-03"
    std::filesystem::path out;            ///< the enrolment folder to make (formats, section 1)
    std::string address;                  ///< empty: the port that the province served on last
    std::filesystem::path requests = {};  ///< device.csr and tls.csr of keys made elsewhere
};

/// Makes the kiosk's keys and certificates. A folder that is this kiosk's already keeps its keys
/// and gets the address anew.
[[nodiscard]] Checked<void> enrol_kiosk(const std::filesystem::path& folder,
                                        const Enrolment& enrolment);

/// Reads a key and its certificate from the folder by their name.
[[nodiscard]] Checked<Identity> read_identity(const std::filesystem::path& folder,
                                              const std::string& name);

/// Writes a key and its certificate into the folder by that name.
[[nodiscard]] Checked<void> write_identity(const std::filesystem::path& folder,
                                           std::string_view name, const Result<Identity>& identity);

/// Makes the signers of a root, those that are not there yet.
[[nodiscard]] Checked<void> make_signers(const std::filesystem::path& folder, int root);

/// The list of certificates that the province took back: their names stand in its file "revoked".
[[nodiscard]] Checked<Bytes> revocation_list(const std::filesystem::path& folder);

/// The port that the province served on last; 0 when it never did.
[[nodiscard]] int stored_port(const std::filesystem::path& folder);

/// Where people that nobody met are kept in this source tree.
[[nodiscard]] std::filesystem::path invented_people();

}  // namespace motlan::province
