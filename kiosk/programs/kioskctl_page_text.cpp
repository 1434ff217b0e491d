#include "kiosk/programs/kioskctl_page_text.h"

#include <format>
#include <print>
#include <string>

namespace motlan {
namespace {

std::vector<std::pair<std::string_view, double>> scores_of(const ProcessedPage& done) {
    const PageScores& s = done.report.scores;
    std::vector<std::pair<std::string_view, double>> scores{{"edge", s.edge},
                                                            {"turn", s.turn},
                                                            {"skew", s.skew},
                                                            {"blur_mm", s.blur_mm},
                                                            {"letter_mm", s.letter_mm},
                                                            {"letter_pixels", s.letter_pixels},
                                                            {"paper", s.paper},
                                                            {"contrast", s.contrast},
                                                            {"noise", s.noise},
                                                            {"glare", s.glare},
                                                            {"ink", s.ink},
                                                            {"colour", s.colour}};
    if (done.read_share) scores.emplace_back("text_read", *done.read_share);
    return scores;
}

}  // namespace

Tree::Table json_of(std::string_view path, const ProcessedPage& done) {
    const PageReport& report = done.report;
    const PageLayers& layers = done.page.layers;
    Tree::List faults;
    for (const Fault fault : report.faults) faults.emplace_back(std::string(code(fault)));
    Tree::List corners;
    for (const PagePoint& corner : report.corners) {
        corners.emplace_back(Tree::List{corner.x, corner.y});
    }
    Tree::Table scores;
    for (const auto& [name, value] : scores_of(done)) scores.emplace(name, value);
    Tree::Table spent;
    for (const auto& [step, ms] : done.steps.spent()) spent.emplace(step, ms);
    const auto words = done.page.text ? done.page.text->words.size() : 0;
    return {{"path", path},
            {"faults", std::move(faults)},
            {"corners", std::move(corners)},
            {"angle", report.angle_degrees},
            {"turn", degrees(report.turn)},
            {"paper", name(report.size)},
            {"width", layers.width},
            {"height", layers.height},
            {"dpi", layers.dpi},
            {"words", static_cast<std::int64_t>(words)},
            {"scores", std::move(scores)},
            {"ms", std::move(spent)}};
}

void print_table(std::string_view path, const ProcessedPage& done) {
    const PageReport& report = done.report;
    const PageLayers& layers = done.page.layers;
    std::println("{}", path);
    std::print("  faults   ");
    for (const Fault fault : report.faults) std::print("{} ", code(fault));
    std::println("{}", report.faults.empty() ? "none" : "");
    std::print("  corners ");
    for (const PagePoint& corner : report.corners) std::print(" {:.0f},{:.0f}", corner.x, corner.y);
    std::println("\n  angle    {:.2f}° and a turn of {}°", report.angle_degrees,
                 degrees(report.turn));
    std::println("  page     {} {:.0f} × {:.0f} mm, {} × {} pixels at {} dpi", name(report.size),
                 report.width_mm, report.height_mm, layers.width, layers.height, layers.dpi);
    std::print("  scores  ");
    for (const auto& [name, value] : scores_of(done)) std::print(" {} {:.3g}", name, value);
    std::println("\n  bytes    print {}, coloured ink {} + {}, paper {}", layers.print.size(),
                 layers.colour_mask.size(), layers.colour.size(), layers.background.size());
    if (done.page.text) std::println("  words    {}", done.page.text->words.size());
    std::print("  ms      ");
    for (const auto& [step, ms] : done.steps.spent()) std::print(" {} {:.0f}", step, ms);
    std::println("");
}

}  // namespace motlan
