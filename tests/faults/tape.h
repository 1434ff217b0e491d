// A recorded run: every change of a folder in order, what was synced, and what was promised
// meanwhile. From it every state can be made that a power cut may legally leave on the disk.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "tests/faults/calls.h"

namespace motlan::testing {

/// What the program has said by then; after it, no power cut may take it back.
enum class Said : std::uint8_t { Promised, Told, Asked, Acknowledged, Purged };

/// One change. Files and folders are numbered when they are made; 0 is the top.
struct Step {
    enum class Kind : std::uint8_t { Make, Data, Size, Sync, Move, Drop, Say };
    Kind kind = Kind::Sync;
    int node = 0;
    int folder = 0;  ///< where the name stands
    std::string name = {};
    int to_folder = 0;
    std::string to_name = {};
    bool is_folder = false;
    std::int64_t offset = 0;
    Bytes bytes = {};
    Said said = Said::Promised;  ///< about the dossier `name`
};

/// Chooses calls that are only pretended: how a program that forgets them would run.
using Omission = std::function<bool(const Call&)>;

class Tape final : public Witness {
public:
    explicit Tape(std::filesystem::path top, Omission omits = {});

    bool allows(const Call& call) override;
    void saw(const Call& call) override;
    void say(Said said, const std::string& dossier);
    /// Begins with what stands in that folder already, all of it synced.
    void take_in(const std::filesystem::path& folder);

    [[nodiscard]] const std::vector<Step>& steps() const { return steps_; }

private:
    [[nodiscard]] bool is_ours(const std::string& path) const;
    [[nodiscard]] int node_of(const std::filesystem::path& path) const;
    void make(const Call& call, bool is_folder);
    void move(const Call& call);
    void drop(const Call& call);

    std::string top_;
    Omission omits_;
    std::map<std::string, int> nodes_;
    int next_node_ = 1;
    std::vector<Step> steps_;
};

}  // namespace motlan::testing
