// Any bytes as the answers of a chip: first to a whole reading, then to the reading of each file
// in the open, whose contents go to those who take them apart. Every one ends by itself.
#include <algorithm>
#include <utility>

#include "kiosk/chip/card_face.h"
#include "kiosk/chip/chip_files.h"
#include "kiosk/chip/chip_reading.h"
#include "kiosk/chip/pace_offer.h"
#include "kiosk/core/expects.h"

using namespace motlan;

namespace {

/// Each answer is a length and so many bytes; after the last, the last again for ever.
class AnyChip final : public ChipTerminal {
public:
    explicit AnyChip(ByteView bytes) : rest_(bytes) {}

    Result<void> wake(std::chrono::milliseconds) override { return {}; }
    Result<Bytes> exchange(ByteView command) override {
        expects(command.size() >= 4 && command.size() <= 261);
        expects(++exchanges_ <= kExchangeLimit);
        if (!rest_.empty()) {
            const std::size_t size = std::min<std::size_t>(rest_.front(), rest_.size() - 1);
            last_ = rest_.subspan(1, size);
            rest_ = rest_.subspan(1 + size);
        }
        return Bytes(last_.begin(), last_.end());
    }
    void rest() override {}
    [[nodiscard]] DeviceStatus status() const override { return {}; }

private:
    ByteView rest_;
    ByteView last_;
    int exchanges_ = 0;
};

void read_in_the_open(ByteView bytes) {
    AnyChip chip(bytes);
    ChipSession session(chip);
    const auto access = read_file(session, chip_file::kCardAccess);
    expects(!access || access->size() <= chip_file::kCardAccess.limit);
    if (access) (void)best_offer(*access);
    const auto face = read_file(session, chip_file::kFace);
    expects(!face || face->size() <= chip_file::kFace.limit);
    if (face) (void)face_of(*face);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const auto number = CitizenNumber::parse("040200000017");
    const ChipWishes wishes = {
        .face = true,
        .zones = {{"200000017", "000115", "250115"}, {"200000017", "000115", "400115"}}};
    AnyChip chip({bytes, size});
    const auto card = read_chip(chip, *number, wishes);
    expects(!card && std::to_underlying(card.error()) >= std::to_underlying(Fault::ChipAbsent) &&
            std::to_underlying(card.error()) <= std::to_underlying(Fault::ChipForged));
    read_in_the_open({bytes, size});
    return 0;
}
