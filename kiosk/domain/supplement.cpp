#include "kiosk/domain/supplement.h"

#include <algorithm>
#include <ranges>

namespace motlan {
namespace {

const std::vector<SupplementWish>& open_wishes(const FollowedDossier& dossier) {
    static const std::vector<SupplementWish> kNone;
    const DossierEvent& latest = dossier.latest();
    return latest.status == DossierStatus::SupplementAsked ? latest.wishes : kNone;
}

const Item* item_about(const Procedure* procedure, const ConceptId& concept_id) {
    if (procedure == nullptr) return nullptr;
    const auto found = std::ranges::find(procedure->items, concept_id, &Item::concept_id);
    return found == procedure->items.end() ? nullptr : &*found;
}

/// The catalogue's own rules where it has any; else a paper or a text that is asked for only when
/// nobody holds it.
Item item_for(const SupplementWish& wish, const Procedure* procedure) {
    const Item* known = item_about(procedure, wish.about);
    Item item = known != nullptr ? *known : Item{};
    item.id = ItemId(wish.about.value());
    item.concept_id = wish.about;
    item.when.reset();
    if (known != nullptr) return item;
    item.basis.document = wish.legal_basis;
    if (is_document(wish.about)) item.otherwise = Paper{};
    if (!is_document(wish.about)) item.otherwise = Question{{}, TextQuestion{}};
    return item;
}

/// An item of its own needs words for the screen: the officer's.
void say_in_words_of(Item& item, const SupplementWish& wish) {
    const Words words{wish.words, wish.words};
    if (item.label.vi.empty()) item.label = words;
    if (item.why.vi.empty()) item.why = words;
    if (item.basis.document.empty()) item.basis.document = wish.legal_basis;
    auto* paper = std::get_if<Paper>(&item.otherwise);
    if (paper != nullptr && paper->how.vi.empty()) paper->how = words;
    auto* question = std::get_if<Question>(&item.otherwise);
    if (question != nullptr && question->text.vi.empty()) question->text = words;
}

/// The wishes as a procedure of their own, so that the one planner decides here as well.
Procedure as_procedure(const std::vector<SupplementWish>& wishes, const Procedure* filed) {
    Procedure made;
    for (const SupplementWish& wish : wishes) {
        Item item = item_for(wish, filed);
        if (made.find(item.id) == nullptr) made.items.push_back(std::move(item));
    }
    return made;
}

bool is_of_everybody(const Procedure* procedure, const ConceptId& concept_id) {
    const Item* item = item_about(procedure, concept_id);
    return item != nullptr && !item->when &&
           std::ranges::none_of(procedure->alternatives, [item](const Alternative& alternative) {
               return alternative.way_of(item->id).has_value();
           });
}

bool was_asked_before(const FollowedDossier& dossier, const ConceptId& concept_id) {
    const auto asks = [&](const DossierEvent& event) {
        return std::ranges::contains(event.wishes, concept_id, &SupplementWish::about);
    };
    return std::ranges::any_of(dossier.events | std::views::take(dossier.events.size() - 1), asks);
}

}  // namespace

std::vector<CheckedWish> check_wishes(const FollowedDossier& dossier, const WishRules& rules,
                                      const Known& known) {
    const std::vector<SupplementWish>& wishes = open_wishes(dossier);
    const AcquisitionPlan made =
        plan(as_procedure(wishes, rules.procedure), rules.sources, rules.day, known);
    std::vector<CheckedWish> all;
    for (const SupplementWish& wish : wishes) {
        const Acquisition& obtained = *made.find(ItemId(wish.about.value()));
        all.push_back({.wish = wish,
                       .obtained = obtained,
                       .is_source_unasked = obtained.from == Provenance::Pending &&
                                            obtained.source && !known.words.contains(wish.about),
                       .is_in_dossier = is_of_everybody(rules.procedure, wish.about),
                       .was_asked_before = was_asked_before(dossier, wish.about)});
    }
    return all;
}

bool may_be_added(const CheckedWish& wish) {
    return wish.obtained.is_asked() && !wish.is_in_dossier && !wish.wish.legal_basis.empty();
}

Procedure supplement_of(const FollowedDossier& dossier, const WishRules& rules,
                        const Known& known) {
    Procedure made;
    made.code = ProcedureCode(dossier.procedure);
    made.name = {dossier.code, dossier.code};
    made.fee.dong = 0;
    if (rules.procedure != nullptr) {
        made.name = rules.procedure->name;
        made.version = rules.procedure->version;
        made.authorities = rules.procedure->authorities;
    }
    for (const CheckedWish& one : check_wishes(dossier, rules, known)) {
        if (one.obtained.is_asked() && !may_be_added(one)) continue;
        Item item = item_for(one.wish, rules.procedure);
        say_in_words_of(item, one.wish);
        if (made.find(item.id) == nullptr) made.items.push_back(std::move(item));
    }
    return made;
}

std::map<SourceId, std::vector<ConceptId>> supplement_queries(
    const FollowedDossier& dossier, const SourceRegister& sources, const CivilDate& day,
    const std::optional<Profile>& profile) {
    return needed_queries(as_procedure(open_wishes(dossier), nullptr), sources, day, {profile});
}

}  // namespace motlan
