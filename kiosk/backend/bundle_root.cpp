#include "kiosk/backend/bundle_root.h"

#include <set>

#include "kiosk/core/json.h"
#include "kiosk/core/timestamp.h"

namespace motlan {
namespace {

bool read_signers(const Tree& tree, BundleRoot& root) {
    std::set<std::string> keys;
    for (const Tree& entry : tree.list_at("signers")) {
        auto signer = entry.text() != nullptr ? Certificate::from_pem(*entry.text())
                                              : fail(Fault::MessageMalformed);
        // The same key twice would let one person sign for two.
        if (!signer || !keys.insert(key_hash(*signer)).second) return false;
        root.signers.push_back(*std::move(signer));
    }
    return !root.signers.empty() && root.signers.size() <= kStatementSigners;
}

}  // namespace

Result<BundleRoot> parse_root(std::string_view content) {
    const auto tree = parse_json(content);
    if (!tree || tree->text_at("type") != "motlan-root") return fail(Fault::BundleForged);
    const auto expires = parse_timestamp(tree->text_at("expires"));
    const std::int64_t threshold = tree->number_at("threshold");
    BundleRoot root{.version = tree->number_at("version"),
                    .expires = expires.value_or(WallTime{}),
                    .threshold = static_cast<std::size_t>(threshold)};
    if (!expires || root.version < 1 || !read_signers(*tree, root) || threshold < 1 ||
        root.threshold > root.signers.size()) {
        return fail(Fault::BundleForged);
    }
    return root;
}

bool is_signed_by_enough(const Statement& statement, const BundleRoot& root,
                         const std::function<bool(const Certificate&)>& holds) {
    return count_signers(statement, root.signers, holds) >= root.threshold;
}

Result<BundleRoot> follow_root(const Statement& statement, const BundleRoot& present,
                               const std::function<bool(const Certificate&)>& holds) {
    auto next = parse_root(as_text(statement.content));
    if (!next) return fail(next.error());
    if (next->version <= present.version) return present;
    const bool follows = next->version == present.version + 1 &&
                         is_signed_by_enough(statement, present, holds) &&
                         is_signed_by_enough(statement, *next, holds);
    if (!follows) return fail(Fault::BundleForged);
    return next;
}

}  // namespace motlan
