// What the province publishes to its kiosks (formats, section 3): bundles signed by two of three,
// roots that take over from each other, files by their hash, the list of revoked certificates.
// Misbehaves on purpose when it is told to. Thread-safe.
#pragma once

#include <filesystem>
#include <mutex>
#include <string>
#include <vector>

#include "kiosk/core/clock.h"
#include "kiosk/core/tree.h"
#include "tests/province/authority.h"
#include "tests/province/ledger.h"

namespace motlan::province {

/// How many of a root's signers there are, and how many of them must sign.
inline constexpr int kSigners = 3;
inline constexpr int kThreshold = 2;

/// good · old: version 1 again · forged: by signers of an authority that only looks like ours ·
/// one_signer: one signature too few · expired: yesterday · endless: more bytes than any bundle has
/// · other_files: files whose bytes are not the bundle's · endless_files: files longer than it
/// says.
enum class BundleMood : std::uint8_t {
    Good,
    Old,
    Forged,
    OneSigner,
    Expired,
    Endless,
    OtherFiles,
    EndlessFiles,
};

/// The root's content: its version and the certificates of its signers.
[[nodiscard]] Tree root_of(int version, const std::vector<Identity>& signers, WallTime now);

/// The name of a signer's files in the province's folder, e.g. "bundles-1"; `n` counts from 0.
[[nodiscard]] std::string signer_name(int root, int n);

class Publisher {
public:
    /// `folder` is the province's: its files "catalogue/…" go into every bundle. Everything
    /// outlives it.
    Publisher(std::filesystem::path folder, Ledger& ledger, const Clock& clock);

    /// The newest bundle, made anew once a day.
    Result<PublishedBundle> newest();
    /// The file of that hash. Fails with Fault::StorageFailed when no bundle has it.
    Result<Bytes> file(const std::string& sha256);

    /// Obeys "publish", "rotate" (a new root), "revoke NAME" (a certificate by its file's name),
    /// "badge ID" (takes that badge back) or the name of a mood; false when it cannot.
    bool obey(const std::vector<std::string>& words);
    /// "; bundle MOOD" unless it is good.
    [[nodiscard]] std::string to_text();

private:
    struct Draft;
    Result<PublishedBundle> publish(WallTime not_before);
    Result<Tree> content(const Draft& draft);
    Result<Tree::List> files();
    Result<Tree> list_file(const std::string& name, ByteView bytes);
    Result<Bytes> sign_all(const Draft& draft);
    Result<PublishedBundle> misbehave(PublishedBundle newest);
    bool rotate();
    bool revoke(const std::string& name);
    [[nodiscard]] int root_version() const;
    [[nodiscard]] Result<std::vector<Identity>> signers(int root) const;

    std::filesystem::path folder_;
    Ledger& ledger_;
    const Clock& clock_;
    std::mutex mutex_;  // guards the mood and what lies in the folder
    BundleMood mood_ = BundleMood::Good;
};

}  // namespace motlan::province
