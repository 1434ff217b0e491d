// What the screen means: one node for everything that is read, said or touched (ux 0.2).
// Touch, speech, journeys and audits all work on this tree, never on pixels.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/core/tree.h"
#include "kiosk/ui/geometry.h"
#include "kiosk/ui/theme.h"
#include "kiosk/ui/wording.h"

namespace motlan {

enum class NodeRole : std::uint8_t {
    Heading,
    Text,
    Button,
    Choice,
    Key,
    Field,
    Illustration,
    Status,
    Progress,
    Slider,
    Group,
    Dialog,
};
[[nodiscard]] std::string_view name(NodeRole role);

/// Who may see and hear it: everybody, only masked, nobody but the holder.
enum class Privacy : std::uint8_t { Public, Masked, Secret };
[[nodiscard]] std::string_view name(Privacy privacy);

/// How text was set, for the audits of size, contrast and clipping.
struct Setting {
    Rect extent;  ///< what the letters cover
    double cap_mm = 0;
    Colour ink;
    Colour ground;
    bool is_cut = false;        ///< some of it did not fit
    bool is_shortened = false;  ///< the end of it was left out, and "…" says so
};

struct Node {
    std::string id;
    NodeRole role = NodeRole::Text;
    Phrase label;
    std::string value;   ///< "selected", a percentage, what was typed so far
    std::string news{};  ///< of a status: what is said again when it changes; empty: its label
    Phrase why_not{};    ///< why it cannot be chosen now
    Rect rect;
    bool is_touchable = false;
    bool is_enabled = true;
    bool is_primary = false;
    bool is_selected = false;
    bool is_covered = false;      ///< a dialog lies over it
    bool is_for_holding = false;  ///< does what it does while a finger lies on it
    bool is_repeating = false;    ///< chosen again and again while a finger lies on it
    Privacy privacy = Privacy::Public;
    std::string provenance;  ///< where the value came from, e.g. "source:dc"
    std::string legal_ref;
    std::optional<Setting> setting;

    /// Can a finger or a key choose it now?
    [[nodiscard]] bool is_live() const { return is_touchable && is_enabled && !is_covered; }
    /// The one thing to do here, which cannot be done now: choosing it tells why.
    [[nodiscard]] bool is_explained() const {
        return is_touchable && is_primary && !is_enabled && !is_covered && !why_not.is_empty();
    }
    /// What a loudspeaker may say: never a private value (ux 6.4 rule 5).
    [[nodiscard]] std::string speech_public() const;
    /// What headphones may say.
    [[nodiscard]] std::string speech_private() const;
};

class SemanticTree {
public:
    /// Forgets all nodes.
    void begin() { nodes_.clear(); }
    void add(Node node) { nodes_.push_back(std::move(node)); }
    /// Reads the node after all others so far; nothing when it is not shown.
    void read_last(std::string_view id);
    /// Puts every node so far under a dialog.
    void cover();

    [[nodiscard]] const std::vector<Node>& nodes() const { return nodes_; }
    /// The node with that id; nullptr when none is shown.
    [[nodiscard]] const Node* find(std::string_view id) const;
    /// The node under a finger that is live or says why it is not; nullptr when there is none.
    [[nodiscard]] const Node* at(Point point) const;
    /// The tree as a document, boxes in pixels and millimetres. Private values are masked.
    [[nodiscard]] Tree to_document(double px_per_mm) const;

private:
    std::vector<Node> nodes_;
};

}  // namespace motlan
