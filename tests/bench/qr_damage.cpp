#include "tests/bench/qr_damage.h"

#include <qrencode.h>

#include <algorithm>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "kiosk/imaging/qr_restore.h"
#include "tests/bench/qr_scene.h"

namespace motlan::testing {
namespace {

using Random = std::mt19937_64;
using Belief = std::vector<float>;

double within(Random& random, double least, double most) {
    return std::uniform_real_distribution<double>(least, most)(random);
}

Belief printed(std::uint64_t seed, QRecLevel level) {
    const std::string payload = invented_payload(seed);
    const std::unique_ptr<QRcode, void (*)(QRcode*)> code(
        QRcode_encodeData(static_cast<int>(payload.size()),
                          reinterpret_cast<const unsigned char*>(payload.data()), 0, level),
        QRcode_free);
    Belief modules;
    for (int i = 0; i < code->width * code->width; ++i) {
        modules.push_back((code->data[i] & 1) != 0 ? 1.0F : -1.0F);
    }
    return modules;
}

void hide_patch(Belief& belief, int modules, Random& random) {
    const int side = static_cast<int>(within(random, 4, modules / 2.5));
    const int left = static_cast<int>(within(random, 0, modules - side));
    const int top = static_cast<int>(within(random, 0, modules - side));
    for (int y = top; y < top + side; ++y) {
        std::fill_n(belief.begin() + std::ptrdiff_t{y} * modules + left, side, 0.0F);
    }
}

Belief damaged(Belief belief, int modules, Random& random) {
    const double wrong = within(random, 0, 0.12);
    const double certain = within(random, 0.05, 1);
    for (float& one : belief) {
        one *= static_cast<float>(within(random, 0.3, 5));
        if (within(random, 0, 1) < wrong) one *= -static_cast<float>(within(random, 0.02, certain));
    }
    for (int patches = static_cast<int>(within(random, 0, 5)); patches > 0; --patches) {
        hide_patch(belief, modules, random);
    }
    return belief;
}

}  // namespace

DamageCount damage_codes(int count, std::uint64_t seed) {
    Random random(seed);
    DamageCount counted{.shown = count};
    for (int i = 0; i < count; ++i) {
        const Belief modules = printed(random(), i % 2 == 0 ? QR_ECLEVEL_M : QR_ECLEVEL_L);
        int side = 21;
        while (side * side < static_cast<int>(modules.size())) side += 4;
        const auto code = restore_code(qr_layout(side), damaged(modules, side, random));
        if (!code.is_whole) continue;
        const bool is_exact = std::ranges::equal(
            code.modules, modules,
            [](QrModule module, float level) { return (module == QrModule::Dark) == (level > 0); });
        ++(is_exact ? counted.restored : counted.wrong);
    }
    return counted;
}

}  // namespace motlan::testing
