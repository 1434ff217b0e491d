#include "kiosk/app/chip_reader.h"

#include <memory>
#include <utility>

#include "kiosk/chip/chip_reading.h"
#include "kiosk/chip/likely_zones.h"
#include "kiosk/core/log.h"

namespace motlan {

Checked<ChipReading> chip_reading(const DeviceSettings& devices,
                                  const std::filesystem::path& config) {
    const auto& chip = devices.chip;
    if (!chip) return ChipReading{};
    auto countries = read_country_certificates(chip->trust);
    if (countries && !countries->empty())
        return ChipReading{*std::move(countries), chip->reads_face};
    return std::unexpected(
        Problem{.file = config.string(),
                .key = "chip.trust",
                .reason = "a folder with certificates of the issuing State (PEM), and nothing "
                          "else in it, is needed here"});
}

void ChipReader::read(const Profile& shown) {
    if (terminal_ == nullptr) return;
    worker_.add([this, shown](const std::stop_token& stop) { read(shown, stop); });
}

void ChipReader::read(const Profile& shown, const std::stop_token& stop) {
    const CitizenNumber number = shown.number.reveal();
    const ChipWishes wishes{
        .countries = how_.countries,
        .face = how_.reads_face,
        .zones = likely_zones(shown),
        .progress = [this](int percent) { events_.post(ChipProgressed{percent}); }};
    auto card = read_chip(*terminal_, number, wishes, stop);
    while (!card && card.error() == Fault::ChipAbsent && !stop.stop_requested()) {
        card = read_chip(*terminal_, number, wishes, stop);
    }
    terminal_->rest();
    if (stop.stop_requested()) return;
    if (card) return tell(*std::move(card));
    log(LogEvent::FaultSeen, {{"fault", card.error()}});
    events_.post(ChipFailed{card.error()});
}

// A face that cannot be shown is no reason to do without the rest; one that the State has not
// signed is never shown, so nobody decodes it.
void ChipReader::tell(ChipCard card) {
    if (!card.face || card.trust != ChipTrust::Authentic)
        return events_.post(ChipRead{std::move(card), nullptr});
    sight_.with_eye([this, card = std::move(card)](Result<EyeClient*> eye) {
        auto seen = eye.and_then([&](EyeClient* open) { return open->view(*card.face); });
        events_.post(
            ChipRead{card, seen ? std::make_shared<const Image>(*std::move(seen)) : nullptr});
    });
}

}  // namespace motlan
