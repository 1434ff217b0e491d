#include "kiosk/app/journey.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "kiosk/core/fields.h"
#include "kiosk/core/toml.h"

namespace motlan {
namespace {

constexpr std::int64_t kLongestWait = 60'000;

/// Reads one step; pictures are looked for beside the journey first.
struct StepReader {
    Fields& fields;
    const PictureFolders& folders;

    std::filesystem::path picture(const std::string& name) {
        for (const std::filesystem::path& folder : folders) {
            if (std::filesystem::exists(folder / name)) return folder / name;
        }
        fields.refuse("", "the picture " + name + " is not there");
        return {};
    }

    /// An empty name takes the card away.
    std::filesystem::path card(const std::string& name) {
        return name.empty() ? std::filesystem::path() : picture(name);
    }

    std::vector<std::filesystem::path> pictures() {
        std::vector<std::filesystem::path> found;
        for (const std::string& name : fields.texts("lay_paper")) found.push_back(picture(name));
        return found;
    }

    std::optional<JourneyStep> read(std::string_view verb) {
        if (verb == "tap") return TapStep{fields.text(verb)};
        if (verb == "type") return TypeStep{fields.text(verb)};
        if (verb == "show_card") return ShowCardStep{card(fields.text(verb))};
        if (verb == "lay_paper") return LayPaperStep{pictures()};
        if (verb == "expect") {
            return ExpectStep{fields.text(verb), fields.maybe_text("says").value_or(""), false};
        }
        if (verb == "expect_gone") return ExpectStep{fields.text(verb), "", true};
        if (verb == "finish") return FinishStep{fields.text(verb)};
        if (verb == "shot") return ShotStep{fields.text(verb)};
        if (verb == "wait") {
            return WaitStep{std::chrono::milliseconds(fields.number(verb, 1, kLongestWait))};
        }
        if (verb == "fault") return FaultStep{fields.text(verb)};
        if (verb == "province") return ProvinceStep{fields.text(verb)};
        return std::nullopt;
    }
};

constexpr auto kVerbs =
    std::to_array<std::string_view>({"tap", "type", "show_card", "lay_paper", "expect",
                                     "expect_gone", "finish", "shot", "wait", "fault", "province"});

JourneyLine read_line(const Tree& entry, Fields& above, std::size_t place,
                      const PictureFolders& folders) {
    Fields fields(entry, above.file(), "step[" + std::to_string(place) + "]");
    JourneyLine line{.step = WaitStep{}, .line = entry.line()};
    const auto verb = std::ranges::find_if(
        kVerbs, [&](std::string_view each) { return entry.find(each) != nullptr; });
    if (verb == kVerbs.end()) {
        fields.refuse("", "this step has no verb that is known");
    } else if (auto step = StepReader{fields, folders}.read(*verb)) {
        line.step = *std::move(step);
    }
    if (auto problem = fields.done()) above.refuse(*std::move(problem));
    return line;
}

}  // namespace

Checked<Journey> read_journey(const std::filesystem::path& file, const PictureFolders& folders) {
    const auto document = read_toml(file);
    if (!document) return std::unexpected(document.error());

    PictureFolders whole{std::filesystem::absolute(file).parent_path()};
    whole.insert(whole.end(), folders.begin(), folders.end());
    Fields fields(*document, file.string());
    Journey journey{.name = fields.text("name"),
                    .submits = fields.truth_or("submits", true),
                    .papers = fields.maybe_text("papers").value_or(""),
                    .steps = {}};
    constexpr auto kPapers = std::to_array<std::string_view>({"", "glass", "feeder", "camera"});
    if (!std::ranges::contains(kPapers, journey.papers))
        fields.refuse("papers", "glass, feeder or camera is meant");
    const Tree::List* entries = fields.list("step");
    if (entries == nullptr || entries->empty()) {
        fields.refuse("step", "a journey needs at least one step");
    } else {
        for (std::size_t i = 0; i < entries->size(); ++i) {
            journey.steps.push_back(read_line((*entries)[i], fields, i, whole));
        }
    }
    if (auto problem = fields.done()) return std::unexpected(*std::move(problem));
    return journey;
}

}  // namespace motlan
