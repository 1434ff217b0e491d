#include "drivers/ipp_printer/printer_words.h"

#include <string_view>

namespace motlan {

std::string plain_line(std::string said) {
    std::erase_if(said, [](unsigned char letter) { return letter < ' ' || letter == 0x7F; });
    return said;
}

// The standard leaves this key to the makers, who write it in these ways.
std::string serial_in(const std::string& device_id) {
    const std::string id = ";" + device_id;
    for (const std::string_view key : {";SN:", ";SERN:", ";SERIALNUMBER:"}) {
        const std::size_t at = id.find(key);
        if (at == std::string::npos) continue;
        const std::size_t begin = at + key.size();
        return id.substr(begin, id.find(';', begin) - begin);
    }
    return {};
}

}  // namespace motlan
