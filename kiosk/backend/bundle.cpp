#include "kiosk/backend/bundle.h"

#include <algorithm>
#include <optional>

#include "kiosk/core/json.h"
#include "kiosk/core/timestamp.h"

namespace motlan {
namespace {

// More than any province needs, little enough to read at once.
constexpr std::size_t kListLimit = 64;

std::optional<std::vector<Certificate>> certificates(const Tree& tree, std::string_view key) {
    const Tree* list = tree.find(key);
    if (list == nullptr || list->list() == nullptr || list->list()->size() > kListLimit) {
        return std::nullopt;
    }
    std::vector<Certificate> found;
    for (const Tree& entry : *list->list()) {
        if (entry.text() == nullptr) return std::nullopt;
        auto certificate = Certificate::from_pem(*entry.text());
        if (!certificate) return std::nullopt;
        found.push_back(*std::move(certificate));
    }
    return found;
}

std::optional<std::vector<std::string>> source_names(const Tree& tree) {
    const Tree* list = tree.find("sources");
    if (list == nullptr || list->list() == nullptr || list->list()->size() > kListLimit) {
        return std::nullopt;
    }
    std::vector<std::string> found;
    for (const Tree& entry : *list->list()) {
        if (entry.text() == nullptr || entry.text()->empty() || entry.text()->size() > 16) {
            return std::nullopt;
        }
        found.push_back(*entry.text());
    }
    return found;
}

}  // namespace

Trust Bundle::receipt_trust(const Enrolment& enrolment) const {
    return {.ca = enrolment.ca, .role = Role::Receipt, .signers = receipt_signers};
}

Trust Bundle::source_trust(const Enrolment& enrolment) const {
    return {.ca = enrolment.ca, .role = Role::SourceAnswer, .signers = source_signers};
}

Result<Bundle> parse_bundle(std::string_view content) {
    const auto tree = parse_json(content);
    if (!tree || tree->text_at("type") != "motlan-bundle") return fail(Fault::BundleForged);
    const auto issued = parse_timestamp(tree->text_at("issued"));
    const auto expires = parse_timestamp(tree->text_at("expires"));
    auto recipients = certificates(*tree, "recipients");
    auto receipt_signers = certificates(*tree, "receipt_signers");
    auto source_signers = certificates(*tree, "source_signers");
    auto sources = source_names(*tree);
    const std::int64_t version = tree->number_at("version");
    if (!issued || !expires || !recipients || !receipt_signers || !source_signers || !sources ||
        version < 1 || recipients->empty() || recipients->size() > 2 || receipt_signers->empty()) {
        return fail(Fault::BundleForged);
    }
    return Bundle{version,
                  *issued,
                  *expires,
                  *std::move(recipients),
                  *std::move(receipt_signers),
                  *std::move(source_signers),
                  *std::move(sources)};
}

Result<Bundle> open_bundle(ByteView cms, const Enrolment& enrolment, WallTime at) {
    const Trust trust{.ca = enrolment.ca,
                      .role = Role::Bundle,
                      .signers = std::span(&enrolment.bundle_signer, 1)};
    const auto document = open_document(cms, trust, at);
    if (!document) return fail(Fault::BundleForged);
    return parse_bundle(as_text(document->content));
}

Result<void> check_newer(const Bundle& bundle, std::int64_t floor, WallTime now) {
    if (bundle.version < floor) return fail(Fault::BundleOlder);
    if (bundle.expires <= now) return fail(Fault::BundleExpired);
    return {};
}

Result<void> check_usable(const Bundle& bundle, const Enrolment& enrolment, WallTime now) {
    const auto holds = [&](const Certificate& recipient) {
        return check_certificate(recipient, enrolment.ca, Role::Recipient, now).has_value();
    };
    if (bundle.expires <= now || !std::ranges::all_of(bundle.recipients, holds)) {
        return fail(Fault::BundleExpired);
    }
    return {};
}

}  // namespace motlan
