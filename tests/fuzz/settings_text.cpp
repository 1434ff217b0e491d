// Any bytes as a value that a technician gives kiosk.toml, as a kiosk.toml to change, and as a text
// that is to leave the machine. A value never brings keys of its own.
#include <cstddef>
#include <cstdint>

#include "kiosk/care/redactor.h"
#include "kiosk/care/settings_text.h"
#include "kiosk/core/expects.h"
#include "kiosk/core/toml.h"

using namespace motlan;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    constexpr std::string_view kShown = "name = \"x\"\n[camera]\n# path = \"y\"\nwidth = 1\n";
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    if (const auto changed = with_setting(kShown, "camera.path", text); changed && !text.empty()) {
        const auto read = parse_toml(*changed, "");
        const Tree* camera = read ? read->find("camera") : nullptr;
        expects(!read || (camera != nullptr && camera->text_at("path") == text));
        expects(!read || (camera->table()->size() == 2 && read->table()->size() == 2));
    }
    static_cast<void>(with_setting(text, "camera.path", "z"));
    static_cast<void>(find_personal(text));
    return 0;
}
