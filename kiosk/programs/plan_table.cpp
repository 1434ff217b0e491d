#include "kiosk/programs/plan_table.h"

#include <algorithm>
#include <format>

namespace motlan {
namespace {

constexpr int kRowHeight = 56;
constexpr int kTop = 96;
constexpr int kWidth = 1200;

std::string_view words_of(AskReason reason) {
    switch (reason) {
        case AskReason::DeclarationOfWill: return "only the citizen can know it";
        case AskReason::NotPublished: return "no source has published it";
        case AskReason::NotFound: return "the source looked and has nothing";
        case AskReason::Incomplete: return "the source has a part of it";
        case AskReason::SourceSilent: return "the source is silent and the law lets us ask";
        case AskReason::SourceUnusable:
            return "the source's answer cannot be used and the law lets us ask";
        case AskReason::Disputed: return "the citizen says that the source is wrong";
    }
    return "";
}

std::string marked(std::string_view law, bool is_verified) {
    return std::string(law) + (is_verified ? "" : " (unconfirmed)");
}

std::string source_name(const PlanContext& context, const SourceId& id) {
    const Source* source = context.sources.find(id);
    return source != nullptr ? source->name.vi : id.value();
}

void tell(const PlanContext& context, const Item& item, const Acquisition& how, PlanRow& row) {
    row.law = marked(item.basis.document, item.basis.verified);
    if (how.is_asked()) {
        row.is_asked = true;
        row.how = std::format("asked: {}", words_of(*how.asked_because));
        return;
    }
    const std::string from = how.source ? source_name(context, *how.source) : std::string();
    switch (how.from) {
        case Provenance::Source: {
            row.how = "not asked: " + from;
            const Source* source = context.sources.find(*how.source);
            const Publication* act =
                source != nullptr ? source->publication_of(item.concept_id, context.day) : nullptr;
            if (act != nullptr) row.law = marked(act->act, act->verified);
            break;
        }
        case Provenance::CardQr:
        case Provenance::CardChip: row.how = "not asked: the card says it"; break;
        case Provenance::Vneid: row.how = "not asked: VNeID says it"; break;
        case Provenance::Relation: row.how = "not asked: who named the person says it"; break;
        case Provenance::Citizen:
        case Provenance::Scan: row.how = "given"; break;
        case Provenance::Pending: row.how = "not asked: the office looks it up"; break;
    }
}

std::string escaped(std::string_view text) {
    std::string safe;
    for (const char letter : text) {
        switch (letter) {
            case '<': safe += "&lt;"; break;
            case '&': safe += "&amp;"; break;
            default: safe += letter;
        }
    }
    return safe;
}

std::string text_at(int x, int y, int size, std::string_view text) {
    return std::format("<text x=\"{}\" y=\"{}\" font-size=\"{}\">{}</text>\n", x, y, size,
                       escaped(text));
}

}  // namespace

std::vector<PlanRow> plan_table(const PlanContext& context, const AcquisitionPlan& plan) {
    std::vector<PlanRow> rows;
    for (const Item& item : context.procedure.items) {
        PlanRow row{.item = item.id.value(), .label = item.label.vi, .how = {}, .law = {}};
        const Acquisition* how = plan.find(item.id);
        if (how != nullptr) {
            tell(context, item, *how, row);
        } else if (std::ranges::contains(plan.undecided, item.id)) {
            row.how =
                item.when ? "open: only when " + to_text(*item.when) : "open: one way of several";
        } else {
            row.how = "not needed";
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

std::string plan_picture(const PlanContext& context, const std::vector<PlanRow>& rows) {
    const int height = kTop + kRowHeight * static_cast<int>(rows.size()) + 16;
    std::string svg = std::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} "
        "{1}\" font-family=\"Noto Sans, sans-serif\">\n<rect width=\"{0}\" height=\"{1}\" "
        "fill=\"#f4f7fa\"/>\n",
        kWidth, height);
    svg += text_at(24, 44, 26, context.procedure.code.value() + "  " + context.procedure.name.vi);
    const auto asked = std::ranges::count(rows, true, &PlanRow::is_asked);
    svg += text_at(24, 76, 18, std::format("{} of {} are asked", asked, rows.size()));
    for (int y = kTop; const PlanRow& row : rows) {
        svg += std::format(
            "<rect x=\"16\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"8\" fill=\"{}\"/>\n", y,
            kWidth - 32, kRowHeight - 8, row.is_asked ? "#fbdcd7" : "#dff1e4");
        svg += text_at(32, y + 22, 17, row.label) + text_at(32, y + 41, 12, row.item);
        svg += text_at(520, y + 22, 15, row.how) + text_at(520, y + 41, 12, row.law);
        y += kRowHeight;
    }
    return svg + "</svg>\n";
}

}  // namespace motlan
