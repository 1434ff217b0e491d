// Whether something with the outline of a card has come before a camera, in pictures of some 160 by
// 90 pixels. Knows nothing of codes.
#pragma once

#include <array>
#include <optional>

#include "kiosk/core/image.h"
#include "kiosk/imaging/page_quad.h"
#include "kiosk/imaging/page_report.h"

namespace motlan {

/// The picture with its longer side at most 160 pixels; it is grey and not empty.
[[nodiscard]] Image card_glance(const ImageView& grey);

/// What is new before a camera.
struct CardNews {
    Image picture;     ///< where something is new, and black elsewhere
    double share = 0;  ///< of the picture, 0 to 1
};

/// A place that a camera looks at, as it is without a card. What stands or hangs there is known,
/// and what comes and stays becomes part of it.
class CardPlace {
public:
    CardPlace() = default;
    explicit CardPlace(Image glance) : seen_(std::move(glance)) {}

    [[nodiscard]] bool is_seen_by(const ImageView& glance) const {
        return glance.width == seen_.width && glance.height == seen_.height;
    }

    /// What has come; nothing when that is less than a card covers.
    [[nodiscard]] std::optional<CardNews> news_in(const ImageView& glance) const;

    /// How much the picture shows the same in whatever light: correlation, -1 to 1; 0 where either
    /// is even.
    [[nodiscard]] double likeness(const ImageView& glance) const;

    /// Comes a sixteenth nearer to what the picture shows.
    void learn(const ImageView& glance);

private:
    Image seen_;
};

/// Something with four straight sides, of which the picture may cut off two, and the proportions
/// of an identity card.
struct CardSight {
    PageCorners corners{};
    bool is_cut_off = false;
    double width = 0;  ///< its longer side, as a share of the picture's width
};
[[nodiscard]] std::optional<CardSight> find_card(const ImageView& news);

/// The four sides between corners, and whether a place lies between them.
using CardSides = std::array<PageLine, 4>;
[[nodiscard]] CardSides sides_of(const PageCorners& corners);
[[nodiscard]] bool is_between(const CardSides& sides, PagePoint at);

/// What is to be seen between four corners, and what has become of it.
struct CardChange {
    double print = 0;  ///< standard deviation of the levels: blank paper has little
    double moved = 0;  ///< mean difference to the earlier picture, as a share of it
};
/// Both pictures are grey and equally large.
[[nodiscard]] CardChange change_between(const ImageView& earlier, const ImageView& now,
                                        const PageCorners& corners);

}  // namespace motlan
