#include "tests/province/moods.h"

#include <algorithm>
#include <array>
#include <optional>

#include "tests/province/sources.h"

namespace motlan::province {
namespace {

// In the order of the enums.
constexpr std::array<std::string_view, 7> kSourceMoods{
    "up", "silent", "wrong_signature", "incomplete", "not_found", "stale", "contradictory"};
constexpr std::array<std::string_view, 8> kReceiptMoods{
    "good", "forged", "other_dossier", "other_label", "other_parts", "huge", "fresh", "late"};
constexpr std::array<std::string_view, 10> kDossierMoods{
    "good", "twice", "deaf", "busy", "refusing", "portal", "ahead", "behind", "done", "careless"};
constexpr std::array<std::string_view, 10> kFollowMoods{
    "good",         "forged",        "stale", "other_query", "other_citizen",
    "forged_event", "other_dossier", "gap",   "backwards",   "contradiction"};
constexpr std::array<std::string_view, 11> kPayMoods{
    "good",        "silent",  "forged",   "other_sum",  "bad_crc", "other_dossier",
    "other_query", "swapped", "uncalled", "unrefunded", "untested"};

template <typename Mood, std::size_t N>
std::optional<Mood> mood_of(const std::array<std::string_view, N>& names, std::string_view name) {
    const auto at = std::ranges::find(names, name);
    if (at == names.end()) return std::nullopt;
    return static_cast<Mood>(at - names.begin());
}

}  // namespace

bool Moods::set_source(const std::string& source, std::string_view mood) {
    const auto wanted = mood_of<SourceMood>(kSourceMoods, mood);
    if (!wanted || !is_source(source)) return false;
    const std::lock_guard lock(mutex_);
    sources_[source] = *wanted;
    return true;
}

bool Moods::set_receipt(std::string_view mood) {
    const auto wanted = mood_of<ReceiptMood>(kReceiptMoods, mood);
    if (!wanted) return false;
    const std::lock_guard lock(mutex_);
    receipt_ = *wanted;
    return true;
}

bool Moods::set_follow(std::string_view mood) {
    const auto wanted = mood_of<FollowMood>(kFollowMoods, mood);
    if (!wanted) return false;
    const std::lock_guard lock(mutex_);
    follow_ = *wanted;
    return true;
}

bool Moods::set_dossiers(std::string_view mood) {
    const auto wanted = mood_of<DossierMood>(kDossierMoods, mood);
    if (!wanted) return false;
    const std::lock_guard lock(mutex_);
    dossiers_ = *wanted;
    return true;
}

bool Moods::set_payment(std::string_view mood) {
    const auto wanted = mood_of<PayMood>(kPayMoods, mood);
    if (!wanted) return false;
    const std::lock_guard lock(mutex_);
    payment_ = *wanted;
    return true;
}

SourceMood Moods::source(const std::string& name) const {
    const std::lock_guard lock(mutex_);
    const auto at = sources_.find(name);
    return at == sources_.end() ? SourceMood::Up : at->second;
}

ReceiptMood Moods::receipt() const {
    const std::lock_guard lock(mutex_);
    return receipt_;
}

FollowMood Moods::follow() const {
    const std::lock_guard lock(mutex_);
    return follow_;
}

DossierMood Moods::dossiers() const {
    const std::lock_guard lock(mutex_);
    return dossiers_;
}

PayMood Moods::payment() const {
    const std::lock_guard lock(mutex_);
    return payment_;
}

std::string Moods::to_text() const {
    const std::lock_guard lock(mutex_);
    std::string text =
        "receipt " + std::string(kReceiptMoods.at(static_cast<std::size_t>(receipt_)));
    if (follow_ != FollowMood::Good) {
        text += "; follow " + std::string(kFollowMoods.at(static_cast<std::size_t>(follow_)));
    }
    if (dossiers_ != DossierMood::Good)
        text += "; dossiers " + std::string(kDossierMoods.at(static_cast<std::size_t>(dossiers_)));
    if (payment_ != PayMood::Good)
        text += "; payment " + std::string(kPayMoods.at(static_cast<std::size_t>(payment_)));
    for (const auto& [name, mood] : sources_) {
        if (mood == SourceMood::Up) continue;
        text +=
            "; source " + name + " " + std::string(kSourceMoods.at(static_cast<std::size_t>(mood)));
    }
    return text;
}

}  // namespace motlan::province
