#include "kiosk/domain/dossier.h"

#include <algorithm>

#include "kiosk/core/timestamp.h"

namespace motlan {
namespace {

Tree item_of(const Dossier& dossier, const Acquisition& acquisition, const Item& item) {
    Tree::Table entry{{"concept", item.concept_id.value()},
                      {"item", item.id.value()},
                      {"provenance", name(acquisition.from)}};
    if (acquisition.asked_because) entry.emplace("reason", name(*acquisition.asked_because));
    if (acquisition.source) entry.emplace("source", acquisition.source->value());
    const auto word = dossier.words.find(item.concept_id);
    if (word != dossier.words.end()) {
        entry.emplace("query", word->second.query);
        entry.emplace("time", to_timestamp(word->second.at));
    }
    if (acquisition.from == Provenance::Source && word != dossier.words.end()) {
        entry.emplace("value", word->second.value.reveal());
    }
    if (is_from_profile(acquisition.from)) {
        const auto value = from_card(item.concept_id, subject_of(dossier.profile, dossier.behalf));
        if (value) entry.emplace("value", value->reveal());
    }
    return entry;
}

Tree items_of(const Dossier& dossier) {
    Tree::List entries;
    for (const Acquisition& acquisition : dossier.plan.items) {
        const Item* item = dossier.procedure.find(acquisition.item);
        if (item != nullptr) entries.push_back(item_of(dossier, acquisition, *item));
    }
    return entries;
}

Tree::Table said_of(const Item& item, const char* word, const Personal<std::string>& value) {
    return {
        {"concept", item.concept_id.value()}, {"item", item.id.value()}, {word, value.reveal()}};
}

Tree answers_of(const Dossier& dossier) {
    Tree::List entries;
    for (const auto& [id, value] : dossier.answers) {
        const Item* item = dossier.procedure.find(id);
        if (item == nullptr) continue;
        Tree::Table entry = said_of(*item, "value", value);
        if (dossier.on_papers.contains(id)) entry.emplace("read_from", name(Provenance::Scan));
        entries.emplace_back(std::move(entry));
    }
    return entries;
}

Tree disputes_of(const Dossier& dossier) {
    Tree::List entries;
    for (const auto& [id, value] : dossier.disputes) {
        const Item* item = dossier.procedure.find(id);
        if (item != nullptr) entries.emplace_back(said_of(*item, "statement", value));
    }
    return entries;
}

Tree profile_of(const Profile& profile) {
    Tree::Table table = person_in_form(profile);
    table.emplace("address", profile.address.reveal());
    table.emplace("read_from", name(provenance_of(profile.read_from)));
    if (profile.old_number) table.emplace("old_number", profile.old_number->reveal());
    if (profile.issued) table.emplace("issued", profile.issued->reveal().to_iso());
    return table;
}

Tree consent_of(const Dossier& dossier) {
    if (!dossier.consent) return Tree::Table{{"refused", true}};
    Tree::List items;
    for (const auto& [concept_id, word] : dossier.words) items.emplace_back(concept_id.value());
    return Tree::Table{
        {"given", to_timestamp(dossier.consent->given)},
        {"items", std::move(items)},
        {"reference", dossier.consent->reference},
        {"text", std::string(language_code(dossier.consent->language)) + ":consent:1"}};
}

Tree oddities_of(const Dossier& dossier) {
    Tree::List list;
    for (const CardOddity oddity : dossier.oddities) list.emplace_back(name(oddity));
    return list;
}

}  // namespace

BurdenReceipt count_burden(const Procedure& procedure, const AcquisitionPlan& plan,
                           const std::optional<Behalf>& behalf) {
    BurdenReceipt burden;
    for (const Acquisition& acquisition : plan.items) {
        ++burden.needed;
        ++(acquisition.is_asked() ? burden.asked : burden.not_asked);
        const Item* item = procedure.find(acquisition.item);
        const bool is_paper = item != nullptr && item->concept_id.value().starts_with("document.");
        if (is_paper && !acquisition.is_asked()) ++burden.papers_spared;
    }
    if (!behalf) return burden;
    burden.for_whom = behalf->whom;
    if (!acting_of(behalf).is_known) return burden;
    ++burden.needed;
    ++burden.not_asked;
    ++burden.papers_spared;
    return burden;
}

Tree form_of(const Dossier& dossier) {
    const BurdenReceipt burden = count_burden(dossier.procedure, dossier.plan, dossier.behalf);
    Tree::Table form{
        {"answers", answers_of(dossier)},
        {"burden", Tree::Table{{"asked", burden.asked},
                               {"needed", burden.needed},
                               {"not_asked", burden.not_asked},
                               {"papers_spared", burden.papers_spared}}},
        {"consent", consent_of(dossier)},
        {"declaration",
         Tree::Table{{"given", to_timestamp(dossier.declared)},
                     {"text", std::string(language_code(dossier.language)) + ":declaration:1"}}},
        {"disputes", disputes_of(dossier)},
        {"items", items_of(dossier)},
        {"language", language_code(dossier.language)},
        {"procedure", Tree::Table{{"code", dossier.procedure.code.value()},
                                  {"version", dossier.procedure.version}}},
        {"profile", profile_of(dossier.profile)},
        {"type", "motlan-form"},
        {"version", 1}};
    if (dossier.behalf) form.emplace("behalf", form_of(*dossier.behalf));
    if (!dossier.oddities.empty()) form.emplace("card_oddities", oddities_of(dossier));
    if (dossier.fee) form.emplace("fee", Tree::Table{{"dong", *dossier.fee}});
    if (!dossier.supplements.empty()) form.emplace("supplements", dossier.supplements);
    return form;
}

}  // namespace motlan
