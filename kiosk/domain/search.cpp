#include "kiosk/domain/search.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

namespace motlan {
namespace {

/// How surely a typed word means a term. The order matters, the exact figures little: they do best
/// when each saying of the book is left out in turn and looked for, within sentences and with
/// slips.
constexpr double kOtherMarks = 0.8;   ///< marks were typed, and others than the term's
constexpr double kOtherWord = 0.2;    ///< as before, and what was typed is a word of its own
constexpr double kMaybeFiller = 0.6;  ///< no marks were typed, so it may be a filler as well
constexpr double kBeginning = 0.4;    ///< one letter of many; more letters add up to kGrowth
constexpr double kGrowth = 0.3;
constexpr double kAlreadyWhole = 0.25;
constexpr double kWithoutTelex = 0.9;
constexpr double kSlip = 0.6;
/// Words shorter than this have too many neighbours for a slip to mean anything.
constexpr std::size_t kLeastForSlip = 4;
/// What a phrase that fits counts for, beside the words that the whole procedure knows.
constexpr double kFitShare = 2;
/// A procedure below this share of the best one is not shown.
constexpr double kLeastShare = 0.15;
/// Less of what was said than this is known: what was found is only near.
constexpr double kLeastKnown = 0.34;

/// A term that a typed word may mean.
struct Match {
    const SearchTerm* term;
    double likeness;

    [[nodiscard]] double gain() const { return likeness * term->weight; }
};
using Matches = std::vector<Match>;

double marks_share(const SearchWord& typed, std::string_view written) {
    return !typed.has_marks() || typed.written == written ? 1.0 : kOtherMarks;
}

void add_equal(const SearchIndex& index, const SearchWord& typed, double likeness, Matches& found) {
    const auto alike = index.equal(typed.plain);
    const auto is_meant = [&](const SearchTerm& term) {
        return typed.has_marks() ? term.word.written == typed.written : term.is_filler;
    };
    double others = typed.has_marks() ? kOtherMarks : 1.0;
    if (std::ranges::any_of(alike, is_meant))
        others = typed.has_marks() ? kOtherWord : kMaybeFiller;
    for (const SearchTerm& term : alike) {
        found.push_back({&term, likeness * (is_meant(term) ? 1.0 : others)});
    }
}

/// The word that stands for it where it has that meaning: "vo de", the wife gave birth, is "đẻ".
void add_same(const SearchIndex& index, const SearchWord& typed, Matches& found) {
    const auto same = index.maybe_same.find(typed.written);
    if (same != index.maybe_same.end()) add_equal(index, same->second, kOtherMarks, found);
}

/// Words that the typed one begins; less likely where it is a whole word already.
void add_longer(const SearchIndex& index, const SearchWord& typed, Matches& found) {
    const double likeness = found.empty() ? 1.0 : kAlreadyWhole;
    for (const SearchTerm& term : index.beginning(typed.plain)) {
        if (term.word.plain == typed.plain) continue;
        const std::string_view written = term.word.written;
        const double share =
            static_cast<double>(typed.plain.size()) / static_cast<double>(term.word.plain.size());
        const double marks = marks_share(typed, written.substr(0, typed.written.size()));
        found.push_back({&term, (kBeginning + kGrowth * share) * marks * likeness});
    }
}

void add_slips(const SearchIndex& index, const SearchWord& typed, Matches& found) {
    for (const SearchTerm& term : index.terms) {
        const std::string& plain = term.word.plain;
        if (std::max(plain.size(), typed.plain.size()) < kLeastForSlip) continue;
        if (is_one_slip_apart(typed.plain, plain)) found.push_back({&term, kSlip});
    }
}

/// The terms that a typed word may mean, the most telling first.
Matches matches_of(const SearchIndex& index, const SearchWord& typed, bool is_unfinished) {
    Matches found;
    add_equal(index, typed, 1.0, found);
    add_same(index, typed, found);
    if (is_unfinished) add_longer(index, typed, found);
    if (found.empty()) {
        const std::string plain = without_telex(typed.plain);
        add_equal(index, {plain, plain}, kWithoutTelex, found);
    }
    if (found.empty()) add_slips(index, typed, found);
    std::ranges::stable_sort(found, std::ranges::greater(), &Match::gain);
    return found;
}

/// What the typed words give to each phrase and each procedure. A word gives once, at its best.
class Tally {
public:
    explicit Tally(const SearchIndex& index)
        : index_(index), phrases_(index.phrases.size()), procedures_(index.procedures) {}

    void add(const Matches& matches, std::uint32_t word) {
        for (const Match& match : matches) {
            for (const auto& [phrase, place] : match.term->places) {
                give(phrases_[phrase], match.gain(), word, place);
                give(procedures_[index_.phrases[phrase].procedure], match.gain(), word);
            }
        }
        said_ += matches.empty() ? index_.most_weight : matches.front().gain();
    }

    /// Everything that was said, by words or by one phrase that fits: the more, the better.
    [[nodiscard]] Found found() const {
        std::vector<double> fits(procedures_.size());
        for (std::size_t i = 0; i < phrases_.size(); ++i) {
            const Sum& sum = phrases_[i];
            if (sum.gained <= 0) continue;
            const SearchPhrase& phrase = index_.phrases[i];
            const double covered = std::min(1.0, sum.gained / phrase.weight);
            double& fit = fits[phrase.procedure];
            fit = std::max(fit, (sum.gained + sum.in_order) * covered);
        }
        std::vector<Hit> hits;
        for (std::size_t i = 0; i < procedures_.size(); ++i) {
            const double gained = procedures_[i].gained;
            if (gained > 0) hits.push_back({i, gained + kFitShare * fits[i], gained});
        }
        return best_of(std::move(hits));
    }

private:
    struct Sum {
        double gained = 0;
        double in_order = 0;      ///< of words that begin both, or stand side by side in both
        double last = 0;          ///< what the last word gave
        std::uint32_t word = 0;   ///< the last one that gave
        std::uint32_t place = 0;  ///< where that one stands in the phrase
    };

    struct Hit {
        std::size_t place;
        double score;
        double known;  ///< how much of what was said it has
    };

    [[nodiscard]] Found best_of(std::vector<Hit> hits) const {
        std::ranges::stable_sort(hits, std::ranges::greater(), &Hit::score);
        Found found;
        if (hits.empty()) return found;
        found.is_sure = hits.front().known >= kLeastKnown * said_;
        const std::size_t most = found.is_sure ? Search::kPage : Search::kNearest;
        for (const Hit& hit : hits) {
            if (found.places.size() == most || hit.score < kLeastShare * hits.front().score) break;
            found.places.push_back(hit.place);
        }
        return found;
    }

    static void give(Sum& sum, double gain, std::uint32_t word, std::uint32_t place = 0) {
        if (sum.word == word) return;
        const bool is_next = sum.word + 1 == word && sum.place + 1 == place;
        const double in_order = is_next ? sum.last + gain : 0;
        sum = {sum.gained + gain, sum.in_order + in_order, gain, word, place};
    }

    const SearchIndex& index_;
    std::vector<Sum> phrases_;
    std::vector<Sum> procedures_;
    double said_ = 0;
};

}  // namespace

Found Search::find(std::string_view typed) const {
    const std::vector<SearchWord> words = index_.words_of(typed);
    const bool is_unfinished = !typed.ends_with(' ');
    Tally tally(index_);
    std::uint32_t number = 0;
    for (const SearchWord& word : words) {
        ++number;
        tally.add(matches_of(index_, word, is_unfinished && number == words.size()), number);
    }
    return tally.found();
}

}  // namespace motlan
