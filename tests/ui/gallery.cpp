// Writes every sample screen as a picture, with a page to leaf through them:
// ui_gallery FOLDER [portrait|landscape] [vi|en] [normal|medium|large|largest]
// [light|dark|contrast] [low] [left] [NAME…]. Without words of a look: a set of looks that shows
// them all.
#include <algorithm>
#include <array>
#include <filesystem>
#include <format>
#include <print>
#include <string>
#include <vector>

#include "kiosk/core/file.h"
#include "kiosk/core/png.h"
#include "tests/ui/drawing.h"
#include "tests/ui/sample_states.h"

namespace {

using namespace motlan;
using motlan::testing::Look;

/// What the words on the command line ask for; the rest are names.
struct Wish {
    Look look{motlan::testing::kPortrait, {}, ""};
    std::vector<std::string> names;
    bool has_look = false;

    void read(const std::string& word) {
        const bool is_of_look = read_look(word);
        has_look = has_look || is_of_look;
        if (!is_of_look) return names.push_back(word);
        look.name += (look.name.empty() ? "" : " ") + word;
    }
    [[nodiscard]] bool wants(const std::string& name) const {
        return names.empty() ||
               std::ranges::any_of(names, [&](const auto& n) { return name.starts_with(n); });
    }

private:
    bool read_look(const std::string& word) {
        Comfort& comfort = look.comfort;
        if (word == "landscape") look.panel = motlan::testing::kLandscape;
        if (word == "en") comfort.language = Language::English;
        if (word == "medium") comfort.size = TextSize::Medium;
        if (word == "large") comfort.size = TextSize::Large;
        if (word == "largest") comfort.size = TextSize::ExtraLarge;
        if (word == "dark") comfort.theme = ColourTheme::Dark;
        if (word == "contrast") comfort.theme = ColourTheme::HighContrast;
        if (word == "low") comfort.is_low = true;
        if (word == "left") comfort.is_mirrored = true;
        constexpr std::array<std::string_view, 13> kWords{
            "portrait", "landscape", "vi",   "en",       "normal", "medium", "large",
            "largest",  "light",     "dark", "contrast", "low",    "left"};
        return std::ranges::contains(kWords, word);
    }
};

/// Each value of each way to look at least once, in few pictures.
std::vector<Look> usual_looks() {
    std::vector<Look> looks;
    for (const auto& words :
         std::vector<std::vector<std::string>>{{"portrait", "vi"},
                                               {"portrait", "en", "dark"},
                                               {"portrait", "vi", "medium", "low"},
                                               {"portrait", "vi", "largest"},
                                               {"landscape", "vi", "contrast"},
                                               {"landscape", "en", "large", "left"}}) {
        Wish wish;
        for (const std::string& word : words) wish.read(word);
        looks.push_back(wish.look);
    }
    return looks;
}

std::string file_name(const std::string& sample, const Look& look) {
    std::string name = sample + "." + look.name + ".png";
    std::ranges::replace(name, ' ', '_');
    return name;
}

constexpr std::string_view kPage = R"(<!doctype html><html lang="vi"><meta charset="utf-8">
<title>Một Lần: every screen</title>
<style>body{{margin:0;font:18px/1.5 "Noto Sans",sans-serif;background:#f2f6fa;color:#14202b}}
header{{position:sticky;top:0;background:#fff;border-bottom:2px solid #d5dee7;padding:12px 24px}}
button{{font:inherit;padding:8px 16px;margin:4px;border:2px solid #0b4a7f;border-radius:8px;
background:#fff;color:#0b4a7f}}button[aria-pressed=true]{{background:#0b4a7f;color:#fff}}
main{{display:flex;flex-wrap:wrap;gap:24px;padding:24px}}figure{{margin:0}}
img{{height:640px;border-radius:8px;box-shadow:0 2px 12px #0003;background:#fff}}
dialog{{border:0;padding:0;max-width:100vw;max-height:100vh}}dialog img{{height:96vh}}</style>
<header><b>Một Lần</b> · {} screens · arrow keys leaf through, Escape closes<div id="looks"></div></header>
<main id="all"></main><dialog><img alt=""></dialog>
<script>
const looks={}, names={};
const all=document.getElementById("all"), bar=document.getElementById("looks");
const sheet=document.querySelector("dialog"), big=sheet.firstChild; let look=0, at=0;
const file=i=>(names[i]+"."+looks[look]+".png").replaceAll(" ","_");
function open(i){{at=(i+names.length)%names.length;big.src=file(at);big.alt=names[at];
if(!sheet.open)sheet.showModal()}}
function fill(){{all.replaceChildren(...names.map((n,i)=>{{const f=document.createElement("figure");
const p=document.createElement("img");p.src=file(i);p.alt=n;p.loading="lazy";p.onclick=()=>open(i);
const c=document.createElement("figcaption");c.textContent=n;f.append(p,c);return f}}));
bar.replaceChildren(...looks.map((l,i)=>{{const b=document.createElement("button");b.textContent=l;
b.setAttribute("aria-pressed",i===look);b.onclick=()=>{{look=i;fill()}};return b}}))}}
onkeydown=e=>{{if(sheet.open&&e.key==="ArrowRight")open(at+1);if(sheet.open&&e.key==="ArrowLeft")open(at-1)}};
fill();
</script></html>
)";

std::string list_of(const std::vector<std::string>& words) {
    std::string list;
    for (const std::string& word : words) list += (list.empty() ? "\"" : ",\"") + word + "\"";
    return "[" + list + "]";
}

bool write_pictures(const std::filesystem::path& folder, const Look& look,
                    std::vector<motlan::testing::Sample>& samples) {
    motlan::testing::Glass glass(look.panel);
    for (motlan::testing::Sample& sample : samples) {
        sample.state.comfort = look.comfort;
        glass.forget();
        const Image picture = glass.picture(sample.state);
        const auto written =
            write_file(folder / file_name(sample.name, look), encode_png(picture.view()));
        if (!written) return false;
    }
    return true;
}

}  // namespace

int main(int count, char** words) {
    if (count < 2) return 2;
    const std::filesystem::path folder = words[1];
    std::filesystem::create_directories(folder);
    Wish wish;
    for (int i = 2; i < count; ++i) wish.read(words[i]);
    std::vector<motlan::testing::Sample> samples = motlan::testing::samples();
    std::erase_if(samples, [&](const auto& sample) { return !wish.wants(sample.name); });
    const std::vector<Look> looks = wish.has_look ? std::vector{wish.look} : usual_looks();
    std::vector<std::string> names;
    std::vector<std::string> look_names;
    for (const auto& sample : samples) names.push_back(sample.name);
    for (const Look& look : looks) {
        if (!write_pictures(folder, look, samples)) return 1;
        look_names.push_back(look.name);
    }
    const std::string page = std::format(kPage, names.size(), list_of(look_names), list_of(names));
    const std::filesystem::path index = folder / "index.html";
    if (!write_file(index, to_bytes(page))) return 1;
    std::println("{} pictures, to leaf through: {}", names.size() * looks.size(), index.string());
    return 0;
}
