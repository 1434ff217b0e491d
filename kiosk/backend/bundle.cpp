#include "kiosk/backend/bundle.h"

#include <algorithm>
#include <array>
#include <ranges>

#include "kiosk/backend/bundle_folder.h"
#include "kiosk/core/json.h"
#include "kiosk/core/timestamp.h"
#include "kiosk/core/whole_number.h"

namespace motlan {
namespace {

// More than any province needs, little enough to read at once.
constexpr std::size_t kListLimit = 64;
constexpr std::size_t kKiosksLimit = 2000;
constexpr std::size_t kRevokedLimit = 5000;

std::optional<std::vector<std::string>> texts(const Tree& tree, std::string_view key,
                                              std::size_t limit = kListLimit) {
    const Tree* list = tree.find(key);
    if (list == nullptr || list->list() == nullptr || list->list()->size() > limit) {
        return std::nullopt;
    }
    std::vector<std::string> found;
    for (const Tree& entry : *list->list()) {
        if (entry.text() == nullptr || entry.text()->empty()) return std::nullopt;
        found.push_back(*entry.text());
    }
    return found;
}

bool read_certificates(const Tree& tree, std::string_view key, std::vector<Certificate>& into) {
    const auto pems = texts(tree, key);
    for (const std::string& pem : pems.value_or(std::vector<std::string>())) {
        auto certificate = Certificate::from_pem(pem);
        if (!certificate) return false;
        into.push_back(*std::move(certificate));
    }
    return pems.has_value();
}

// A field that a reader must understand to act on the bundle; we know these.
bool knows_critical(const Tree& tree) {
    static constexpr std::array<std::string_view, 14> kKnown{
        "badge_signers",   "critical",   "expires",        "files",    "issued",
        "kiosks",          "recipients", "revoked_badges", "software", "source_signers",
        "receipt_signers", "sources",    "type",           "version"};
    if (tree.find("critical") == nullptr) return true;
    const auto critical = texts(tree, "critical");
    return critical && std::ranges::all_of(*critical, [](const std::string& name) {
               return std::ranges::contains(kKnown, name);
           });
}

bool read_people(const Tree& tree, Bundle& bundle) {
    auto sources = texts(tree, "sources");
    if (!sources) return false;
    bundle.sources = *std::move(sources);
    const auto is_short = [](const std::string& name) { return name.size() <= 16; };
    return std::ranges::all_of(bundle.sources, is_short) &&
           read_certificates(tree, "recipients", bundle.recipients) &&
           read_certificates(tree, "receipt_signers", bundle.receipt_signers) &&
           read_certificates(tree, "source_signers", bundle.source_signers) &&
           !bundle.recipients.empty() && bundle.recipients.size() <= 2 &&
           !bundle.receipt_signers.empty();
}

// Sixteen hexadecimal digits, as a badge says them.
bool is_badge_id(const std::string& text) {
    return text.size() == 16 && std::ranges::all_of(text, [](char letter) {
               return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'f');
           });
}

// Who issues badges of staff and which were taken back; a bundle may say nothing of them.
bool read_badges(const Tree& tree, Bundle& bundle) {
    if (tree.find("badge_signers") != nullptr &&
        !read_certificates(tree, "badge_signers", bundle.badge_signers)) {
        return false;
    }
    if (tree.find("revoked_badges") == nullptr) return true;
    const auto revoked = texts(tree, "revoked_badges", kRevokedLimit);
    if (!revoked || !std::ranges::all_of(*revoked, is_badge_id)) return false;
    for (const std::string& id : *revoked) bundle.revoked_badges.emplace_back(id);
    return true;
}

// Three numbers and two dots; nothing for anything else.
std::optional<std::array<std::int64_t, 3>> software_version(std::string_view text) {
    std::array<std::int64_t, 3> numbers{};
    std::size_t count = 0;
    for (const auto part : std::views::split(text, '.')) {
        const auto number = whole_number(std::string_view(part));
        if (!number || *number < 0 || count == numbers.size()) return std::nullopt;
        numbers.at(count++) = *number;
    }
    return count == numbers.size() ? std::optional(numbers) : std::nullopt;
}

// For whom it is meant, as far as it says so.
bool read_meant(const Tree& tree, Bundle& bundle) {
    bundle.software = tree.text_at("software");
    if (tree.find("kiosks") != nullptr) {
        bundle.kiosks = texts(tree, "kiosks", kKiosksLimit);
        if (!bundle.kiosks) return false;
    }
    return tree.find("software") == nullptr || software_version(bundle.software).has_value();
}

using Holds = std::function<bool(const Certificate&)>;

/// Whose signatures count.
struct Judges {
    Holds bundle;
    std::function<Holds(const BundleRoot&)> root_after;
};

bool anybody(const Certificate&) { return true; }

Result<Bundle> open(ByteView published, const Enrolment& enrolment, const Judges& judges) {
    auto statements = read_statements(published, enrolment.ca);
    if (!statements || statements->empty()) return fail(Fault::BundleForged);
    BundleRoot root = enrolment.root;
    Statement last = std::move(statements->back());
    statements->pop_back();
    for (const Statement& statement : *statements) {
        auto next = follow_root(statement, root, judges.root_after(root));
        if (!next) return fail(next.error());
        root = *std::move(next);
    }
    const Holds& holds = judges.bundle;
    if (!is_signed_by_enough(last, root, holds)) return fail(Fault::BundleForged);
    auto bundle = parse_bundle(as_text(last.content));
    if (!bundle) return bundle;
    std::erase_if(last.signers, [&](const Certificate& signer) { return !holds(signer); });
    bundle->root = std::move(root);
    bundle->signers = std::move(last.signers);
    return bundle;
}

}  // namespace

Trust Bundle::receipt_trust(const Enrolment& enrolment) const {
    return {.ca = enrolment.ca, .role = Role::Receipt, .signers = receipt_signers};
}

Trust Bundle::source_trust(const Enrolment& enrolment) const {
    return {.ca = enrolment.ca, .role = Role::SourceAnswer, .signers = source_signers};
}

const BundleFile* Bundle::file(std::string_view name) const {
    const auto found = std::ranges::find(files, name, &BundleFile::name);
    return found == files.end() ? nullptr : &*found;
}

BundleFloor floor_of(const Bundle& bundle) { return {bundle.root.version, bundle.version}; }

Result<Bundle> parse_bundle(std::string_view content) {
    const auto tree = parse_json(content);
    if (!tree || tree->text_at("type") != "motlan-bundle" || !knows_critical(*tree)) {
        return fail(Fault::BundleForged);
    }
    const auto issued = parse_timestamp(tree->text_at("issued"));
    const auto expires = parse_timestamp(tree->text_at("expires"));
    auto files = parse_bundle_files(tree->list_at("files"));
    Bundle bundle{.version = tree->number_at("version")};
    if (!issued || !expires || !files || bundle.version < 1 || !read_people(*tree, bundle) ||
        !read_badges(*tree, bundle) || !read_meant(*tree, bundle)) {
        return fail(Fault::BundleForged);
    }
    bundle.issued = *issued;
    bundle.expires = *expires;
    bundle.files = *std::move(files);
    return bundle;
}

// A root that is in service here was signed by people who could sign when they did; whoever was
// taken back since then makes no further one.
Result<Bundle> open_bundle(ByteView published, const Enrolment& enrolment, WallTime at) {
    const auto folders = bundle_folders(enrolment.bundles());
    const std::int64_t present = folders.empty() ? 0 : folders.front().floor.root;
    const auto revoked = known_revocations(enrolment);
    const Holds is_in_service = [&](const Certificate& signer) {
        return !revoked || !revoked->revokes(signer);
    };
    return open(
        published, enrolment,
        {.bundle =
             [&](const Certificate& signer) {
                 return check_certificate(signer, enrolment.ca, Role::Bundle, at).has_value();
             },
         .root_after =
             [&](const BundleRoot& root) {
                 return root.version < present ? Holds(anybody) : is_in_service;
             }});
}

Result<Bundle> open_kept_bundle(ByteView published, const Enrolment& enrolment) {
    return open(published, enrolment,
                {.bundle = anybody, .root_after = [](const BundleRoot&) { return anybody; }});
}

Result<Bundle> without_revoked(Bundle bundle, const RevocationList& revoked) {
    const auto is_revoked = [&](const Certificate& each) { return revoked.revokes(each); };
    for (auto* list : {&bundle.recipients, &bundle.receipt_signers, &bundle.source_signers,
                       &bundle.badge_signers, &bundle.signers}) {
        std::erase_if(*list, is_revoked);
    }
    const Statement signed_by{.content = {}, .signers = bundle.signers};
    if (!is_signed_by_enough(signed_by, bundle.root, anybody)) return fail(Fault::BundleForged);
    return bundle;
}

Result<void> check_newer(const Bundle& bundle, const BundleFloor& floor, WallTime now) {
    if (floor_of(bundle) < floor) return fail(Fault::BundleOlder);
    if (bundle.expires <= now || bundle.root.expires <= now) return fail(Fault::BundleExpired);
    return {};
}

Result<void> check_meant(const Bundle& bundle, std::string_view kiosk) {
    const bool is_other = bundle.kiosks && !std::ranges::contains(*bundle.kiosks, kiosk);
    const bool is_too_new = !bundle.software.empty() &&
                            software_version(bundle.software) > software_version(KIOSK_VERSION);
    if (is_other || is_too_new) return fail(Fault::BundleForged);
    return {};
}

WallTime proven_time(const Bundle& bundle, const Enrolment& enrolment) {
    const auto could_sign = [&](const Certificate& signer) {
        return check_certificate(signer, enrolment.ca, Role::Bundle, bundle.issued).has_value();
    };
    const Statement signed_by{.content = {}, .signers = bundle.signers};
    return is_signed_by_enough(signed_by, bundle.root, could_sign) ? bundle.issued : WallTime{};
}

Result<void> check_usable(const Bundle& bundle, const Enrolment& enrolment, WallTime now) {
    const auto holds = [&](const Certificate& recipient) {
        return check_certificate(recipient, enrolment.ca, Role::Recipient, now).has_value();
    };
    if (bundle.expires + kBundleGrace <= now || bundle.recipients.empty() ||
        !std::ranges::all_of(bundle.recipients, holds)) {
        return fail(Fault::BundleExpired);
    }
    return {};
}

}  // namespace motlan
