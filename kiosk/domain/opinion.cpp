#include "kiosk/domain/opinion.h"

#include <array>
#include <utility>

#include "kiosk/core/timestamp.h"

namespace motlan {
namespace {

constexpr int kLeastPraise = 4;

template <typename Enum, std::size_t Count>
std::string_view at(const std::array<std::string_view, Count>& names, Enum value) {
    return names.at(static_cast<std::size_t>(std::to_underlying(value)));
}

Tree::Table base_of(std::string_view type, const Said& said) {
    return Tree::Table{{"language", language_code(said.language)},
                       {"said", to_timestamp(said.at)},
                       {"type", type},
                       {"version", 1}};
}

Tree evidence_of(const std::vector<HeldThen>& evidence) {
    Tree::List list;
    for (const HeldThen& held : evidence) {
        list.emplace_back(Tree::Table{{"concept", held.about.value()},
                                      {"query", held.query},
                                      {"source", held.source.value()},
                                      {"time", to_timestamp(held.at)}});
    }
    return list;
}

struct FormOf {
    const Said& said;

    Tree operator()(const Rating& rating) const {
        Tree::Table form = base_of("motlan-rating", said);
        Tree::List reasons;
        for (const RatingReason reason : rating.reasons) reasons.emplace_back(name(reason));
        form["grade"] = rating.grade;
        form["reasons"] = std::move(reasons);
        if (!rating.procedure.empty()) form["procedure"] = rating.procedure;
        return form;
    }
    Tree operator()(const UnlawfulRequest& request) const {
        Tree::Table form = base_of("motlan-report", said);
        if (request.demand) form["demand"] = name(*request.demand);
        if (request.place) form["place"] = name(*request.place);
        if (!request.counter.empty()) form["counter"] = request.counter;
        if (request.photo) form["photo"] = true;
        if (request.day) form["day"] = name(*request.day);
        if (!request.words.reveal().empty()) form["words"] = request.words.reveal();
        if (!request.phone.reveal().empty()) form["phone"] = request.phone.reveal();
        if (!request.procedure.empty()) form["procedure"] = request.procedure;
        if (!request.with_evidence) return form;
        if (!request.dossier.empty()) form["dossier"] = request.dossier;
        if (!request.evidence.empty()) form["held"] = evidence_of(request.evidence);
        return form;
    }
};

}  // namespace

std::string_view name(RatingReason reason) {
    static constexpr std::array<std::string_view, 6> kNames{"clear",   "fast", "few_papers",
                                                            "unclear", "slow", "many_papers"};
    return at(kNames, reason);
}

bool fits(RatingReason reason, int grade) {
    const bool is_praise = reason <= RatingReason::FewPapers;
    return grade >= kLeastGrade && is_praise == (grade >= kLeastPraise);
}

std::string_view name(Demand demand) {
    static constexpr std::array<std::string_view, 6> kNames{
        "household_book", "residence_paper", "copies", "issued_result", "money", "other"};
    return at(kNames, demand);
}

std::string_view name(DemandPlace place) {
    static constexpr std::array<std::string_view, 4> kNames{"center", "commune", "department",
                                                            "message"};
    return at(kNames, place);
}

std::string_view name(DemandDay day) {
    static constexpr std::array<std::string_view, 4> kNames{"today", "yesterday", "this_week",
                                                            "earlier"};
    return at(kNames, day);
}

std::vector<HeldThen> held_in(const SourceWords& words) {
    std::vector<HeldThen> held;
    for (const auto& [about, word] : words) {
        if (word.verdict == SourceVerdict::Held) {
            held.push_back({about, word.source, word.at, word.query});
        }
    }
    return held;
}

bool UnlawfulRequest::is_complete() const { return demand && place && day; }

Tree form_of(const Opinion& opinion, const Said& said) { return std::visit(FormOf{said}, opinion); }

std::string_view kind_of(const Opinion& opinion) {
    return std::holds_alternative<Rating>(opinion) ? "rating" : "report";
}

}  // namespace motlan
