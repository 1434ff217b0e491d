#include "kiosk/ui/widgets/qr.h"

#include "kiosk/ui/paint.h"

#include <qrencode.h>

#include <memory>
#include <string>

namespace motlan {

QrModules qr_modules(std::string_view words) {
    const std::string text(words);
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString(text.c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), &QRcode_free);
    if (!code) return {};
    QrModules modules{code->width, {}};
    for (int i = 0; i < code->width * code->width; ++i)
        modules.dark.push_back((code->data[i] & 1U) != 0);
    return modules;
}

void draw_qr(Ui& ui, const Rect& box, std::string_view words, const std::string& id) {
    const QrModules modules = qr_modules(words);
    if (modules.side == 0) return;
    const int unit = std::min(box.w, box.h) / (modules.side + 2 * kQuietModules);
    const int plate = unit * (modules.side + 2 * kQuietModules);
    const Rect white = box.centered(plate, plate);
    ui.paint().fill(white, Colour::hex(0xFFFFFF), ui.dp(12));
    auto dark = modules.dark.begin();
    for (int y = 0; y < modules.side; ++y) {
        for (int x = 0; x < modules.side; ++x) {
            if (!*dark++) continue;
            ui.paint().fill({white.x + (x + kQuietModules) * unit,
                             white.y + (y + kQuietModules) * unit, unit, unit},
                            Colour::hex(0x000000));
        }
    }
    ui.add({.id = id,
            .role = NodeRole::Illustration,
            .label = ui.text(Text::QrPicture),
            .rect = white});
}

}  // namespace motlan
