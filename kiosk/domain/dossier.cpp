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
        const auto value = from_card(item.concept_id, dossier.profile);
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

Tree answers_of(const std::map<ItemId, Personal<std::string>>& said, const Procedure& procedure,
                const char* word) {
    Tree::List entries;
    for (const auto& [id, value] : said) {
        const Item* item = procedure.find(id);
        if (item == nullptr) continue;
        entries.emplace_back(Tree::Table{
            {"concept", item->concept_id.value()}, {"item", id.value()}, {word, value.reveal()}});
    }
    return entries;
}

Tree profile_of(const Profile& profile) {
    Tree::Table table{{"address", profile.address.reveal()},
                      {"birth_date", profile.birth_date.reveal().to_iso()},
                      {"full_name", profile.full_name.reveal()},
                      {"number", profile.number.reveal().digits()},
                      {"read_from", name(provenance_of(profile.read_from))}};
    if (profile.old_number) table.emplace("old_number", profile.old_number->reveal());
    if (profile.sex) table.emplace("sex", *profile.sex == Sex::Male ? "male" : "female");
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

}  // namespace

BurdenReceipt count_burden(const Procedure& procedure, const AcquisitionPlan& plan) {
    BurdenReceipt burden;
    for (const Acquisition& acquisition : plan.items) {
        ++burden.needed;
        ++(acquisition.is_asked() ? burden.asked : burden.not_asked);
        const Item* item = procedure.find(acquisition.item);
        const bool is_paper = item != nullptr && item->concept_id.value().starts_with("document.");
        if (is_paper && !acquisition.is_asked()) ++burden.papers_spared;
    }
    return burden;
}

Tree form_of(const Dossier& dossier) {
    const BurdenReceipt burden = count_burden(dossier.procedure, dossier.plan);
    Tree::Table form{
        {"answers", answers_of(dossier.answers, dossier.procedure, "value")},
        {"burden", Tree::Table{{"asked", burden.asked},
                               {"needed", burden.needed},
                               {"not_asked", burden.not_asked},
                               {"papers_spared", burden.papers_spared}}},
        {"consent", consent_of(dossier)},
        {"declaration",
         Tree::Table{{"given", to_timestamp(dossier.declared)},
                     {"text", std::string(language_code(dossier.language)) + ":declaration:1"}}},
        {"disputes", answers_of(dossier.disputes, dossier.procedure, "statement")},
        {"items", items_of(dossier)},
        {"language", language_code(dossier.language)},
        {"procedure", Tree::Table{{"code", dossier.procedure.code.value()},
                                  {"version", dossier.procedure.version}}},
        {"profile", profile_of(dossier.profile)},
        {"type", "motlan-form"},
        {"version", 1}};
    if (dossier.fee) form.emplace("fee", Tree::Table{{"dong", *dossier.fee}});
    if (!dossier.supplements.empty()) form.emplace("supplements", dossier.supplements);
    return form;
}

}  // namespace motlan
