#include "tests/province/publisher.h"

#include <algorithm>
#include <array>
#include <format>
#include <ranges>

#include "kiosk/core/file.h"
#include "kiosk/core/json.h"
#include "tests/province/badges.h"
#include "tests/province/document.h"
#include "tests/province/office.h"
#include "tests/province/setup.h"
#include "tests/province/sources.h"

namespace motlan::province {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr auto kBundleAge = 24h;
constexpr auto kBundleLife = 30 * 24h;
constexpr auto kRootLife = 700 * 24h;
constexpr std::size_t kFileLimit = std::size_t{4} << 20U;
constexpr std::size_t kEndless = std::size_t{6} << 20U;

// In the order of the enum.
constexpr std::array<std::string_view, 8> kMoods{
    "good", "old", "forged", "one_signer", "expired", "endless", "other_files", "endless_files"};

Result<Bytes> joined(Bytes first, const Bytes& second) {
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

Result<Bytes> sign_by(const Tree& content, const std::vector<Identity>& signers, int count) {
    Result<Bytes> documents = Bytes();
    for (int n = 0; n < count && documents; ++n) {
        const auto document = sign(content, signers.at(static_cast<std::size_t>(n)));
        documents = document ? joined(*std::move(documents), *document) : fail(document.error());
    }
    return documents;
}

// People of an authority with our authority's name and another key.
Result<std::vector<Identity>> strangers() {
    const auto authority = make_authority(kAuthorityName);
    std::vector<Identity> found;
    for (int n = 0; n < kSigners; ++n) {
        auto stranger = authority ? issue(*authority, Role::Bundles, signer_name(1, n))
                                  : fail(authority.error());
        if (!stranger) return fail(stranger.error());
        found.push_back(*std::move(stranger));
    }
    return found;
}

}  // namespace

// What a bundle is to say and who is to sign it.
struct Publisher::Draft {
    std::int64_t version = 0;
    WallTime now;
    WallTime expires;
    std::vector<Identity> signers;
    int signatures = kThreshold;
};

Tree root_of(int version, const std::vector<Identity>& signers, WallTime now) {
    Tree::List certificates;
    for (const Identity& signer : signers) certificates.emplace_back(signer.certificate);
    return Tree::Table{{"expires", rfc3339(now + kRootLife)},
                       {"signers", std::move(certificates)},
                       {"threshold", kThreshold},
                       {"type", "motlan-root"},
                       {"version", version}};
}

std::string signer_name(int root, int n) {
    return std::format("bundles-{}", (root - 1) * kSigners + n + 1);
}

Publisher::Publisher(fs::path folder, Ledger& ledger, const Clock& clock)
    : folder_(std::move(folder)), ledger_(ledger), clock_(clock) {}

int Publisher::root_version() const {
    const auto text = read_text(folder_ / "root.json", kFileLimit);
    const auto root = text ? parse_json(*text) : fail(Fault::StorageFailed);
    return root ? static_cast<int>(root->number_at("version")) : 0;
}

Result<std::vector<Identity>> Publisher::signers(int root) const {
    std::vector<Identity> found;
    for (int n = 0; n < kSigners; ++n) {
        auto identity = read_identity(folder_, signer_name(root, n));
        if (!identity) return fail(Fault::StorageFailed);
        found.push_back(*std::move(identity));
    }
    return found;
}

// Puts a file where kiosks find it by its hash, and into the bundle's list.
Result<Tree> Publisher::list_file(const std::string& name, ByteView bytes) {
    std::error_code trouble;
    fs::create_directories(folder_ / "files", trouble);
    const std::string hash = sha256(bytes);
    if (const auto kept = write_file(folder_ / "files" / hash, bytes); !kept) {
        return fail(kept.error());
    }
    return Tree(Tree::Table{{"name", name}, {"sha256", hash}, {"size", std::ssize(bytes)}});
}

Result<Tree::List> Publisher::files() {
    const auto list = revocation_list(folder_);
    if (!list) return fail(Fault::SealingFailed);
    auto entry = list_file("revocation.crl", *list);
    if (!entry) return fail(entry.error());
    Tree::List entries{*std::move(entry)};
    std::error_code trouble;
    for (const auto& found : fs::recursive_directory_iterator(folder_ / "catalogue", trouble)) {
        if (!found.is_regular_file()) continue;
        const auto bytes = read_file(found.path(), kFileLimit);
        entry = bytes ? list_file(
                            found.path().lexically_relative(folder_ / "catalogue").generic_string(),
                            *bytes)
                      : fail(bytes.error());
        if (!entry) return fail(entry.error());
        entries.push_back(*std::move(entry));
    }
    return entries;
}

Result<Tree> Publisher::content(const Draft& draft) {
    const auto home = read_home(folder_);
    auto listed = files();
    if (!home || !listed) return fail(Fault::StorageFailed);
    Tree::List sources;
    for (const std::string& name : source_names()) sources.emplace_back(name);
    Tree::Table bundle{{"expires", rfc3339(draft.expires)},
                       {"files", *std::move(listed)},
                       {"issued", rfc3339(draft.now)},
                       {"receipt_signers", Tree::List{home->office.receipts.certificate}},
                       {"recipients", Tree::List{home->office.recipient.certificate}},
                       {"source_signers", Tree::List{home->answers.certificate}},
                       {"sources", std::move(sources)},
                       {"type", "motlan-bundle"},
                       {"version", draft.version}};
    add_badges(folder_, bundle);
    return Tree(std::move(bundle));
}

// Later roots first, then the bundle.
Result<Bytes> Publisher::sign_all(const Draft& draft) {
    const auto words = content(draft);
    if (!words) return fail(words.error());
    const auto documents = sign_by(*words, draft.signers, draft.signatures);
    if (!documents) return documents;
    return joined(read_file(folder_ / "roots.cms", kFileLimit).value_or(Bytes()), *documents);
}

Result<PublishedBundle> Publisher::publish(WallTime not_before) {
    const WallTime now = clock_.wall();
    return ledger_.bundle(not_before, now, [&](std::int64_t version) -> Result<Bytes> {
        auto people = signers(root_version());
        if (!people) return fail(people.error());
        return sign_all({.version = version,
                         .now = now,
                         .expires = now + kBundleLife,
                         .signers = *std::move(people)});
    });
}

Result<PublishedBundle> Publisher::newest() {
    const std::lock_guard lock(mutex_);
    // A folder without files was made before bundles carried any.
    const bool is_first = !fs::exists(folder_ / "files");
    const auto fresh = is_first ? std::chrono::milliseconds(-1) : kBundleAge;
    auto bundle = publish(clock_.wall() - fresh);
    return bundle && mood_ != BundleMood::Good ? misbehave(*std::move(bundle)) : std::move(bundle);
}

Result<PublishedBundle> Publisher::misbehave(PublishedBundle newest) {
    const WallTime now = clock_.wall();
    auto people = mood_ == BundleMood::Forged ? strangers() : signers(root_version());
    if (!people) return fail(people.error());
    Draft draft{.version = newest.version + 1,
                .now = now,
                .expires = now + kBundleLife,
                .signers = *std::move(people)};
    switch (mood_) {
        case BundleMood::Endless: return PublishedBundle{draft.version, Bytes(kEndless, 0x30)};
        case BundleMood::Old: draft.version = 1; break;
        case BundleMood::OneSigner: draft.signatures = 1; break;
        case BundleMood::Expired: draft.expires = now - 24h; break;
        case BundleMood::Good:
        case BundleMood::Forged:
        case BundleMood::OtherFiles:
        case BundleMood::EndlessFiles: break;
    }
    return sign_all(draft).transform(
        [&](Bytes document) { return PublishedBundle{draft.version, std::move(document)}; });
}

Result<Bytes> Publisher::file(const std::string& sha256) {
    const std::lock_guard lock(mutex_);
    auto bytes = read_file(folder_ / "files" / sha256, kFileLimit);
    if (bytes && mood_ == BundleMood::OtherFiles) bytes->back() ^= 1U;
    if (bytes && mood_ == BundleMood::EndlessFiles) bytes->resize(kEndless);
    return bytes;
}

bool Publisher::rotate() {
    const int present = root_version();
    const auto old = signers(present);
    if (!old || !make_signers(folder_, present + 1)) return false;
    const auto next = signers(present + 1);
    if (!next) return false;
    const Tree root = root_of(present + 1, *next, clock_.wall());
    const auto by_old = sign_by(root, *old, kThreshold);
    const auto by_new = sign_by(root, *next, kThreshold);
    if (!by_old || !by_new) return false;
    const auto chain = joined(read_file(folder_ / "roots.cms", kFileLimit).value_or(Bytes()),
                              joined(*by_old, *by_new).value());
    return write_file(folder_ / "roots.cms", *chain) &&
           write_file(folder_ / "root.json", as_bytes(to_json(root)));
}

bool Publisher::revoke(const std::string& name) {
    const auto names = read_text(folder_ / "revoked", kFileLimit).value_or("");
    return read_identity(folder_, name) &&
           write_file(folder_ / "revoked", as_bytes(names + name + "\n"));
}

bool Publisher::obey(const std::vector<std::string>& words) {
    const std::lock_guard lock(mutex_);
    const auto mood = words.size() == 1 ? std::ranges::find(kMoods, words[0]) : kMoods.end();
    if (mood != kMoods.end()) {
        mood_ = static_cast<BundleMood>(mood - kMoods.begin());
        return true;
    }
    const bool is_publish = words == std::vector<std::string>{"publish"};
    const bool done = is_publish || (words == std::vector<std::string>{"rotate"} && rotate()) ||
                      (words.size() == 2 && words[0] == "revoke" && revoke(words[1])) ||
                      (words.size() == 2 && words[0] == "badge" && revoke_badge(folder_, words[1]));
    return done && publish(clock_.wall() + 1ms);
}

std::string Publisher::to_text() {
    const std::lock_guard lock(mutex_);
    if (mood_ == BundleMood::Good) return {};
    return std::format("; bundle {}", kMoods.at(static_cast<std::size_t>(mood_)));
}

}  // namespace motlan::province
