#include "kiosk/outbox/shelf.h"

#include <fcntl.h>
#include <openssl/evp.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <format>
#include <memory>

#include "kiosk/core/descriptor.h"
#include "kiosk/core/file.h"
#include "kiosk/core/folder.h"
#include "kiosk/outbox/signed_document.h"

namespace motlan {
namespace {

constexpr std::size_t kStep = std::size_t{256} << 10U;
// One that names 64 parts has less than 16 KiB.
constexpr std::size_t kLabelLimit = std::size_t{64} << 10U;

std::string label_file(Confirmation confirmation) {
    return confirmation == Confirmation::Confirmed ? "label.cms" : "label-unconfirmed.cms";
}

std::string part_file(std::size_t part) { return std::format("part-{:03}.cms", part); }

Result<std::size_t> read_at(int file, std::int64_t offset, std::span<std::uint8_t> into) {
    std::size_t have = 0;
    while (have < into.size()) {
        const ssize_t got = ::pread(file, into.data() + have, into.size() - have,
                                    offset + static_cast<std::int64_t>(have));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return fail(Fault::StorageFailed);
        if (got == 0) break;
        have += static_cast<std::size_t>(got);
    }
    return have;
}

Descriptor open_to_read(const std::filesystem::path& path) {
    return Descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
}

}  // namespace

std::string_view to_text(ShelfDamage damage) {
    switch (damage) {
        case ShelfDamage::LabelMissing: return "the label is missing";
        case ShelfDamage::LabelForged: return "the label's signature does not hold";
        case ShelfDamage::LabelOfOtherDossier: return "the label is not the one that was entered";
        case ShelfDamage::PartMissing: return "a part is missing";
        case ShelfDamage::PartChanged: return "a part is not what the label says";
        case ShelfDamage::Quarantined: return "set aside: nobody knows where it came from";
        case ShelfDamage::NotEntered: return "not entered yet";
        case ShelfDamage::EntryDamaged: return "its entry in the store cannot be read";
    }
    return {};
}

std::vector<SealedFile> files_of(const SealedDossier& sealed) {
    std::vector<SealedFile> files{
        {label_file(Confirmation::Confirmed), sealed.label},
        {label_file(Confirmation::Unconfirmed), sealed.unconfirmed_label}};
    for (std::size_t part = 0; part < sealed.parts.size(); ++part)
        files.push_back({part_file(part), sealed.parts[part]});
    return files;
}

Result<void> Shelf::write(Disk& disk, const SealedDossier& sealed) const {
    if (const auto made = disk.make_folder(folder_); !made) return made;
    std::vector<NewFile> files;
    for (const SealedFile& file : files_of(sealed))
        files.push_back({folder_ / file.name, file.bytes});
    const auto written = disk.write(files);
    return written ? disk.sync_folder(folder_) : written;
}

Result<Bytes> Shelf::read(const std::string& file, std::int64_t offset, std::size_t size) const {
    if (store_) {
        auto kept = store_->piece(folder_.filename().string(), file, offset, size);
        if (!kept) return fail(Fault::StorageFailed);
        if (*kept) return **std::move(kept);
    }
    const Descriptor opened = open_to_read(folder_ / file);
    if (!opened.is_open()) return fail(Fault::StorageFailed);
    Bytes bytes(size);
    const auto have = read_at(opened.number(), offset, bytes);
    if (!have) return fail(have.error());
    bytes.resize(*have);
    return bytes;
}

Result<Bytes> Shelf::label(Confirmation confirmation) const {
    return read(label_file(confirmation), 0, kLabelLimit);
}

Result<Bytes> Shelf::piece(std::size_t part, std::int64_t offset, std::size_t size) const {
    return read(part_file(part), offset, size);
}

bool Shelf::is_readable() const {
    std::error_code trouble;
    if (!std::filesystem::is_directory(folder_, trouble)) return !trouble;
    const auto files = entries_of(folder_);
    return files && std::ranges::all_of(*files, [this](const std::filesystem::path& file) {
               return mark_of_file(file.filename().string()).has_value();
           });
}

Result<void> Shelf::copy(const DossierMark& mark, Confirmation confirmation, Disk& disk,
                         const std::filesystem::path& into) const {
    const auto document = label(confirmation);
    if (!document || sha256(*document) != mark.label) return fail(Fault::RecordDamaged);
    auto step = disk.make_folder(into);
    if (step) step = disk.write(std::array{NewFile{into / label_file(confirmation), *document}});
    for (std::size_t part = 0; step && part < mark.parts.size(); ++part) {
        const auto size = static_cast<std::size_t>(mark.parts[part].size);
        const auto sealed = piece(part, 0, size);
        if (!sealed || mark_of(*sealed) != mark.parts[part]) return fail(Fault::RecordDamaged);
        step = disk.write(std::array{NewFile{into / part_file(part), *sealed}});
    }
    return step ? disk.sync_folder(into) : step;
}

Result<Label> Shelf::verified_label(Confirmation confirmation, const Certificate& ca) const {
    const auto document = label(confirmation).and_then([&ca](const Bytes& cms) {
        return open_old_document(cms, Trust{.ca = ca, .role = Role::Device});
    });
    const auto content = document.and_then(
        [](const SignedDocument& opened) { return parse_label(as_text(opened.content)); });
    if (!content || content->confirmation != confirmation) return fail(Fault::RecordDamaged);
    return *content;
}

std::optional<PartMark> Shelf::mark_of_file(const std::string& file) const {
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> digest(EVP_MD_CTX_new(),
                                                                         &EVP_MD_CTX_free);
    if (!digest || EVP_DigestInit_ex2(digest.get(), EVP_sha256(), nullptr) != 1)
        return std::nullopt;
    PartMark mark;
    while (true) {
        const auto step = read(file, mark.size, kStep);
        if (!step) return std::nullopt;
        if (step->empty()) break;
        EVP_DigestUpdate(digest.get(), step->data(), step->size());
        mark.size += std::ssize(*step);
    }
    Bytes hash(32);
    EVP_DigestFinal_ex(digest.get(), hash.data(), nullptr);
    mark.sha256 = to_hex(hash);
    return mark;
}

std::vector<Finding> Shelf::inspect(const DossierMark& mark, Confirmation confirmation,
                                    const Certificate& ca) const {
    const std::string name = folder_.filename().string();
    const auto sent = label(confirmation);
    if (!sent) return {{name, ShelfDamage::LabelMissing, {}}};
    const auto content = verified_label(confirmation, ca);
    if (!content) return {{name, ShelfDamage::LabelForged, {}}};
    std::vector<Finding> findings;
    if (sha256(*sent) != mark.label || content->dossier != mark.dossier ||
        content->kiosk != mark.kiosk || content->parts != mark.parts) {
        findings.push_back({name, ShelfDamage::LabelOfOtherDossier, {}});
    }
    for (std::size_t part = 0; part < mark.parts.size(); ++part) {
        const auto found = mark_of_file(part_file(part));
        if (!found) findings.push_back({name, ShelfDamage::PartMissing, part});
        if (found && *found != mark.parts[part])
            findings.push_back({name, ShelfDamage::PartChanged, part});
    }
    return findings;
}

}  // namespace motlan
