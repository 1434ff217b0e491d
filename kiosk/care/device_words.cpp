#include "kiosk/care/device_words.h"

#include <algorithm>
#include <format>

namespace motlan {

Phrase kind_words(DeviceKind kind, Language language) {
    std::string key = std::format("care.kind.{}", name(kind));
    std::ranges::replace(key, ' ', '_');
    const auto text = find_text(key);
    return text ? phrase(*text, language) : plain(std::string(name(kind)));
}

Phrase identity_words(const FoundDevice& device, Language language) {
    const auto told = [language](const std::string& words) {
        return words.empty() ? phrase(Text::CareDevicesUntold, language).shown : words;
    };
    return plain(phrase(Text::CareDevicesIdentity, language,
                        {{"title", device.title},
                         {"serial", told(device.serial)},
                         {"release", told(device.firmware)}})
                     .shown);
}

}  // namespace motlan
