#include "kiosk/imaging/qr_reed_solomon.h"

#include <algorithm>
#include <array>
#include <vector>

#include "kiosk/core/expects.h"

namespace motlan {
namespace {

using Word = std::uint8_t;
constexpr int kOrder = 255;

struct Field {
    std::array<Word, kOrder + kOrder> power{};
    std::array<int, 256> log{};
};

constexpr Field make_field() {
    Field field;
    int value = 1;
    for (int i = 0; i < kOrder; ++i) {
        field.power.at(static_cast<std::size_t>(i)) = static_cast<Word>(value);
        field.power.at(static_cast<std::size_t>(i + kOrder)) = static_cast<Word>(value);
        field.log.at(static_cast<std::size_t>(value)) = i;
        value <<= 1;
        if (value > kOrder) value ^= 285;
    }
    return field;
}
constexpr Field kField = make_field();

Word power(int exponent) { return kField.power[static_cast<std::size_t>(exponent % kOrder)]; }

Word times(Word a, Word b) {
    return a == 0 || b == 0 ? Word{0} : power(kField.log[a] + kField.log[b]);
}

Word over(Word a, Word b) {
    return a == 0 ? Word{0} : power(kField.log[a] + kOrder - kField.log[b]);
}

// Lowest power first; as long as there are check words, plus one.
using Polynomial = std::vector<Word>;

Word value_at(const Polynomial& polynomial, Word x) {
    Word sum = 0;
    for (std::size_t i = polynomial.size(); i-- > 0;) {
        sum = static_cast<Word>(times(sum, x) ^ polynomial[i]);
    }
    return sum;
}

Polynomial syndromes_of(std::span<const Word> words, int checks) {
    Polynomial syndromes(static_cast<std::size_t>(checks));
    for (int i = 0; i < checks; ++i) {
        Word sum = 0;
        for (const Word word : words) sum = static_cast<Word>(times(sum, power(i)) ^ word);
        syndromes[static_cast<std::size_t>(i)] = sum;
    }
    return syndromes;
}

void add_times_x(Polynomial& to, const Polynomial& from, Word factor) {
    for (std::size_t i = 1; i < to.size(); ++i) to[i] ^= times(factor, from[i - 1]);
}

// The locator of errors and erasures by Berlekamp and Massey, begun with the erasures
// (Blahut, Theory and Practice of Error Control Codes, 1983, chapter 9.2).
Polynomial locator_of(const Polynomial& syndromes, std::span<const int> erased, int length) {
    const int checks = static_cast<int>(syndromes.size());
    Polynomial locator{1};
    locator.resize(static_cast<std::size_t>(checks) + 1);
    for (const int at : erased) {
        const Polynomial before = locator;
        add_times_x(locator, before, power(length - 1 - at));
    }
    Polynomial other = locator;
    int degree = static_cast<int>(erased.size());
    const int gone = degree;
    for (int step = gone + 1; step <= checks; ++step) {
        Word discrepancy = 0;
        for (int i = 0; i < step; ++i) {
            discrepancy ^= times(locator[static_cast<std::size_t>(i)],
                                 syndromes[static_cast<std::size_t>(step - 1 - i)]);
        }
        Polynomial next = locator;
        add_times_x(next, other, discrepancy);
        if (discrepancy != 0 && 2 * degree <= step + gone - 1) {
            degree = step + gone - degree;
            other = locator;
            for (Word& word : other) word = over(word, discrepancy);
        } else {
            std::shift_right(other.begin(), other.end(), 1);
            other[0] = 0;
        }
        locator = std::move(next);
    }
    return locator;
}

struct Wrong {
    int at = 0;
    Word by = 0;
};

// Where the locator says that words are wrong, and by what (Forney's formula).
std::optional<std::vector<Wrong>> wrongs_of(const Polynomial& locator, const Polynomial& syndromes,
                                            int length) {
    Polynomial evaluator(syndromes.size());
    for (std::size_t i = 0; i < evaluator.size(); ++i) {
        for (std::size_t j = 0; j <= i; ++j) evaluator[i] ^= times(locator[j], syndromes[i - j]);
    }
    Polynomial slope(locator.size());
    for (std::size_t i = 1; i < locator.size(); i += 2) slope[i - 1] = locator[i];
    std::vector<Wrong> wrongs;
    for (int at = 0; at < length; ++at) {
        const Word inverse = power(kOrder - (length - 1 - at) % kOrder);
        if (value_at(locator, inverse) != 0) continue;
        const Word steepness = value_at(slope, inverse);
        if (steepness == 0) return std::nullopt;
        wrongs.push_back(
            {at, times(power(length - 1 - at), over(value_at(evaluator, inverse), steepness))});
    }
    const auto last = std::find_if(locator.rbegin(), locator.rend(), [](Word w) { return w != 0; });
    const auto degree = static_cast<std::size_t>(locator.rend() - last) - 1;
    if (wrongs.size() != degree) return std::nullopt;
    return wrongs;
}

}  // namespace

std::optional<int> restore_block(std::span<std::uint8_t> words, int checks,
                                 std::span<const int> erased) {
    expects(words.size() <= kLongestBlock && checks >= 0 &&
            static_cast<std::size_t>(checks) < words.size());
    if (erased.size() > static_cast<std::size_t>(checks)) return std::nullopt;
    const Polynomial syndromes = syndromes_of(words, checks);
    if (std::ranges::all_of(syndromes, [](Word word) { return word == 0; })) return 0;
    const int length = static_cast<int>(words.size());
    const auto wrongs = wrongs_of(locator_of(syndromes, erased, length), syndromes, length);
    if (!wrongs) return std::nullopt;
    std::vector<Word> restored(words.begin(), words.end());
    int errors = 0;
    for (const Wrong& wrong : *wrongs) {
        restored[static_cast<std::size_t>(wrong.at)] ^= wrong.by;
        errors += std::ranges::contains(erased, wrong.at) ? 0 : 1;
    }
    const Polynomial left = syndromes_of(restored, checks);
    if (std::ranges::any_of(left, [](Word word) { return word != 0; })) return std::nullopt;
    std::ranges::copy(restored, words.begin());
    return errors;
}

}  // namespace motlan
