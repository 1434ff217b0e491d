#include "kiosk/chip/country_certificate.h"

#include <openssl/pem.h>

#include <algorithm>

#include "kiosk/chip/openssl.h"
#include "kiosk/core/file.h"
#include "kiosk/core/folder.h"

namespace motlan {
namespace {

constexpr std::size_t kFileLimit = 64U << 10U;
constexpr std::size_t kFileCountLimit = 256;
constexpr int kPlainAuthority = 1;  // X509_check_ca: version 3, basic constraints say so

/// The certificates of one file; empty when anything in it is something else.
std::vector<CountryCertificate> certificates_of(const Bytes& pem) {
    const BioPtr reader(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    std::vector<CountryCertificate> found;
    while (BIO_pending(reader.get()) > 0) {
        const X509Ptr native(PEM_read_bio_X509(reader.get(), nullptr, nullptr, nullptr));
        ERR_clear_error();
        if (!native || X509_check_ca(native.get()) != kPlainAuthority) return {};
        CountryCertificate der(static_cast<std::size_t>(i2d_X509(native.get(), nullptr)));
        unsigned char* end = der.data();
        i2d_X509(native.get(), &end);
        found.push_back(std::move(der));
    }
    return found;
}

Result<std::vector<std::filesystem::path>> files_of(const std::filesystem::path& folder) {
    std::error_code problem;
    auto files = entries_of(folder);
    const bool is_there = std::filesystem::is_directory(folder, problem);
    if (!files || !is_there || files->size() > kFileCountLimit) return fail(Fault::ConfigInvalid);
    std::ranges::sort(*files);
    return files;
}

}  // namespace

Result<std::vector<CountryCertificate>> read_country_certificates(
    const std::filesystem::path& folder) {
    if (folder.empty()) return {};
    const auto files = files_of(folder);
    if (!files) return fail(files.error());
    std::vector<CountryCertificate> all;
    for (const auto& file : *files) {
        const auto pem = read_file(file, kFileLimit);
        const auto found = pem ? certificates_of(*pem) : std::vector<CountryCertificate>{};
        if (found.empty()) return fail(Fault::ConfigInvalid);
        all.insert(all.end(), found.begin(), found.end());
    }
    return all;
}

}  // namespace motlan
