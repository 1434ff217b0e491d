// Writes every sample screen as a picture, to look at: ui_gallery FOLDER [portrait|landscape]
// [vi|en] [normal|large|largest] [light|dark] [NAME…].
#include <algorithm>
#include <filesystem>
#include <print>
#include <string>
#include <vector>

#include "kiosk/core/file.h"
#include "kiosk/core/png.h"
#include "kiosk/ui/screens/screens.h"
#include "kiosk/ui/window.h"
#include "tests/ui/sample_states.h"

namespace {

using namespace motlan;

/// What the words on the command line ask for; the rest are names.
struct Wish {
    Panel panel;
    Comfort comfort;
    std::vector<std::string> names;

    void read(const std::string& word) {
        if (word == "landscape")
            panel = {1920, 1080, 4.034};
        else if (word == "en")
            comfort.language = Language::English;
        else if (word == "large")
            comfort.size = TextSize::Large;
        else if (word == "largest")
            comfort.size = TextSize::ExtraLarge;
        else if (word == "dark")
            comfort.theme = ColourTheme::HighContrast;
        else if (word != "portrait" && word != "vi" && word != "normal" && word != "light")
            names.push_back(word);
    }
    [[nodiscard]] bool wants(const std::string& name) const {
        return names.empty() ||
               std::ranges::any_of(names, [&](const auto& n) { return name.starts_with(n); });
    }
};

}  // namespace

int main(int count, char** words) {
    if (count < 2) return 2;
    const std::filesystem::path folder = words[1];
    std::filesystem::create_directories(folder);
    Wish wish;
    for (int i = 2; i < count; ++i) wish.read(words[i]);
    auto window =
        Window::open({.panel = wish.panel, .place = WindowPlace::Nowhere, .title = "gallery"});
    if (!window) return 1;
    for (motlan::testing::Sample& sample : motlan::testing::samples()) {
        if (!wish.wants(sample.name)) continue;
        sample.state.comfort = wish.comfort;
        window->refresh();
        window->show([&](Ui& ui) {
            static_cast<void>(draw_state(ui, sample.state, motlan::testing::sample_office()));
        });
        const auto written =
            write_file(folder / (sample.name + ".png"), encode_png(window->picture().view()));
        if (!written) return 1;
        std::println("{}", sample.name);
    }
}
