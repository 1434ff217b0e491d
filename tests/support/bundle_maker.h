// A province's keys and pen: bundles and roots as formats.md 3 wants them, for tests that then
// change one thing.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "kiosk/backend/bundle.h"
#include "kiosk/outbox/dossier_id.h"
#include "tests/support/enrolled.h"
#include "tests/support/hand_clock.h"

namespace motlan::testing {

using Signers = std::vector<Identity>;

/// Signs it by each of them and lays the documents end to end.
inline Bytes signed_by(const Tree& content, const Signers& signers, WallTime at) {
    Bytes documents;
    for (const Identity& signer : signers) {
        const Bytes one = sign_document(as_bytes(to_json(content)), signer.read_key(), at).value();
        documents.insert(documents.end(), one.begin(), one.end());
    }
    return documents;
}

inline Bytes joined(Bytes first, const Bytes& second) {
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

struct BundleMaker : Enrolled {
    HandClock clock;
    Enrolment enrolment = read_enrolment(folder()).value();
    Identity receipts = authority.issue("receipts", kReceipts);
    Identity answers = authority.issue("answers", kAnswers);
    Identity recipient = authority.issue("recipient", kRecipient);
    std::map<std::string, Bytes> files{{std::string(kRevocations), authority.revocations()}};

    /// How a bundle lists a file.
    [[nodiscard]] static Tree listed(const std::string& name, ByteView bytes) {
        return Tree::Table{{"name", name}, {"sha256", sha256(bytes)}, {"size", std::ssize(bytes)}};
    }
    /// The content of a good bundle.
    [[nodiscard]] Tree::Table table(std::int64_t version = 7) const {
        Tree::List list;
        for (const auto& [name, bytes] : files) list.push_back(listed(name, bytes));
        return {{"expires", to_timestamp(clock.wall() + std::chrono::days(7))},
                {"files", std::move(list)},
                {"issued", to_timestamp(clock.wall())},
                {"receipt_signers", Tree::List{receipts.certificate}},
                {"recipients", Tree::List{recipient.certificate}},
                {"source_signers", Tree::List{answers.certificate}},
                {"sources", Tree::List{"dc", "ht"}},
                {"type", "motlan-bundle"},
                {"version", version}};
    }
    /// Signed by the first two of the enrolled signers.
    [[nodiscard]] Bytes published(const Tree::Table& content) const {
        return signed_by(content, {signers[0], signers[1]}, clock.wall());
    }
    [[nodiscard]] Bytes published(std::int64_t version = 7) const {
        return published(table(version));
    }
    /// New signers for a root that comes.
    [[nodiscard]] Signers fresh_signers() const {
        return {authority.issue("bundles-4", kBundles), authority.issue("bundles-5", kBundles),
                authority.issue("bundles-6", kBundles)};
    }
    /// A root signed by two of those before and two of its own.
    [[nodiscard]] Bytes next_root(int version, const Signers& before, const Signers& own) const {
        return signed_by(root_of(own, version), {before[0], before[1], own[0], own[1]},
                         clock.wall());
    }
    [[nodiscard]] Signers enrolled_signers() const { return {signers.begin(), signers.end()}; }
};

}  // namespace motlan::testing
