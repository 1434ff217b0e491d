#include "kiosk/ui/page_words.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>

#include "kiosk/core/expects.h"
#include "kiosk/flow/paper_state.h"

namespace motlan {
namespace {

/// A doubt of any of these leaves the check failed or untold.
constexpr std::array kAgainstCorners{Fault::PageNotFound, Fault::PageCutOff, Fault::PageBlank};
constexpr std::array kAgainstUpright{Fault::PageUpsideDown, Fault::PageBlank};
constexpr std::array kAgainstSharp{Fault::PageBlurred, Fault::PageDark, Fault::PageTextTooSmall,
                                   Fault::PageTextLost, Fault::PageBlank};

bool has_none_of(const Page& page, std::span<const Fault> faults) {
    return std::ranges::none_of(
        faults, [&](Fault fault) { return std::ranges::contains(page.doubts, fault); });
}

}  // namespace

// Which way up it is says whoever has turned it.
std::vector<Text> passed_checks(const Page& page, bool are_edges_seen) {
    std::vector<Text> passed;
    if (are_edges_seen && has_none_of(page, kAgainstCorners)) passed.push_back(Text::PageCorners);
    if (page.turns == 0 && has_none_of(page, kAgainstUpright)) passed.push_back(Text::PageUpright);
    if (has_none_of(page, kAgainstSharp)) passed.push_back(Text::PageSharp);
    return passed;
}

// Whatever else the eye may say is said whole.
Phrase doubt_words(const Ui& ui, Fault doubt) {
    const auto text = find_text("doubt." + std::string(code(doubt)));
    return ui.text(text.value_or(fault_text(doubt)));
}

Text scan_fault_text(Fault fault, const Office& office) {
    const std::string key = "fault." + std::string(code(fault));
    std::optional<Text> own;
    if (office.has_feeder) own = find_text(key + ".feeder");
    if (office.has_document_camera) own = find_text(key + ".camera");
    return own.value_or(fault_text(fault));
}

Phrase scan_fault_words(const Ui& ui, Fault fault) {
    return ui.text(scan_fault_text(fault, ui.office()));
}

Phrase late_doubt_words(const Ui& ui, const Visit& visit, const ItemId& item) {
    const auto pages = visit.papers.find(item);
    if (pages == visit.papers.end()) return {};
    const auto doubtful = doubtful_page(pages->second);
    if (!doubtful) return {};
    const Fault doubt = pages->second[*doubtful].doubts.front();
    return ui.text(Text::PapersDoubtful, {{"doubt", doubt_words(ui, doubt).shown}});
}

Phrase reason_words(const Ui& ui, KeepReason reason) {
    const auto text = find_text("keep." + std::string(name(reason)));
    expects(text.has_value());
    return ui.text(*text);
}

}  // namespace motlan
