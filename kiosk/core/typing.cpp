#include "kiosk/core/typing.h"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <span>

#include "kiosk/core/utf8.h"

namespace motlan {
namespace {

constexpr std::string_view kTelexTones = "zfrxsj";  // in the order of SyllableTone
constexpr std::string_view kVniTones = "023415";

/// What a mark key makes of a letter.
struct Mark {
    char key;
    char32_t from;
    char32_t to;
};
constexpr auto kTelexMarks = std::to_array<Mark>({{'a', U'a', U'â'},
                                                  {'e', U'e', U'ê'},
                                                  {'o', U'o', U'ô'},
                                                  {'w', U'a', U'ă'},
                                                  {'w', U'o', U'ơ'},
                                                  {'w', U'u', U'ư'}});
constexpr auto kVniMarks = std::to_array<Mark>({{'6', U'a', U'â'},
                                                {'6', U'e', U'ê'},
                                                {'6', U'o', U'ô'},
                                                {'7', U'o', U'ơ'},
                                                {'7', U'u', U'ư'},
                                                {'8', U'a', U'ă'}});

/// The last word, which a key may change; what stands before it.
struct Word {
    std::string before;
    SyllableLetters letters;
};

bool is_letter(const SyllableLetter& letter) {
    return letter.is_vowel || letter.plain == U'đ' ||
           (letter.plain >= U'a' && letter.plain <= U'z');
}

Word last_word(std::string_view text) {
    SyllableLetters all = letters_of(text);
    const auto last = std::ranges::find_last_if_not(all, is_letter);
    const auto begin = last.empty() ? all.begin() : last.begin() + 1;
    Word word{.before = text_of({all.begin(), begin}), .letters = {begin, all.end()}};
    return word;
}

/// The rhyme as it is written without its tone.
std::u32string rhyme_of(const SyllableLetters& letters, const Nucleus& nucleus) {
    std::u32string rhyme;
    for (std::size_t i = nucleus.begin; i < letters.size(); ++i) rhyme += letters[i].plain;
    return rhyme;
}

bool is_well_formed(const SyllableLetters& letters) {
    const auto nucleus = nucleus_of(letters);
    return nucleus && begins_rhyme(rhyme_of(letters, *nucleus));
}

/// Whether it can still become a syllable: the marks may be missing.
bool is_possible(const SyllableLetters& letters) {
    const auto nucleus = nucleus_of(letters);
    if (!nucleus) return false;
    const auto bare = [](std::u32string text) {
        std::ranges::transform(text, text.begin(), without_mark);
        return text;
    };
    const std::u32string rhyme = bare(rhyme_of(letters, *nucleus));
    return std::ranges::any_of(
        rhymes(), [&](const std::u32string& each) { return bare(each).starts_with(rhyme); });
}

/// The tone stands where the changed syllable wants it.
SyllableLetters settled(SyllableLetters letters, ToneStyle style) {
    if (const auto nucleus = nucleus_of(letters)) {
        set_tone(letters, *nucleus, tone_of(letters, *nucleus), style);
    }
    return letters;
}

SyllableLetter letter_of(char32_t key) { return letters_of(from_letters({&key, 1})).front(); }

/// "uơ" or "ưo" before anything else is "ươ": nobody types both horns in time.
void join_horns(SyllableLetters& letters) {
    const auto nucleus = nucleus_of(letters);
    if (!nucleus || letters.size() - nucleus->begin < 3) return;
    SyllableLetter& first = letters[nucleus->begin];
    SyllableLetter& second = letters[nucleus->begin + 1];
    const bool has_one_horn = (first.plain == U'u' && second.plain == U'ơ') ||
                              (first.plain == U'ư' && second.plain == U'o');
    if (!has_one_horn) return;
    first.plain = U'ư';
    second.plain = U'ơ';
}

SyllableLetters with_letter(SyllableLetters letters, char32_t key, ToneStyle style) {
    letters.push_back(letter_of(key));
    if (!letters.back().is_vowel && !is_well_formed(letters)) return letters;
    SyllableLetters joined = letters;
    join_horns(joined);
    return settled(is_well_formed(joined) ? std::move(joined) : std::move(letters), style);
}

using Changed = std::optional<SyllableLetters>;

/// đ: beside its letter, or from the end of the syllable when it begins with d.
Changed with_stroke(const SyllableLetters& letters, char32_t key, ToneStyle style) {
    if (letters.empty()) return std::nullopt;
    const auto stroke = [&](std::size_t place) -> Changed {
        SyllableLetters changed = letters;
        const bool is_undone = changed[place].plain == U'đ';
        changed[place].plain = is_undone ? U'd' : U'đ';
        return is_undone ? with_letter(std::move(changed), key, style) : std::move(changed);
    };
    const std::size_t last = letters.size() - 1;
    const auto is_d = [](const SyllableLetter& letter) {
        return letter.plain == U'd' || letter.plain == U'đ';
    };
    const bool is_doubled = last > 0 && is_d(letters[last]) && is_d(letters[last - 1]);
    if (is_d(letters[last])) return is_doubled ? std::nullopt : stroke(last);
    return is_d(letters.front()) && is_possible(letters) ? stroke(0) : std::nullopt;
}

/// Both letters of "uo" have a horn when something follows them, else only the o.
Changed with_horns(const SyllableLetters& letters, const Nucleus& nucleus) {
    SyllableLetters changed = letters;
    for (std::size_t i = nucleus.begin; i + 1 < nucleus.end; ++i) {
        if (letters[i].plain != U'u' || without_mark(letters[i + 1].plain) != U'o') continue;
        if (letters[i + 1].plain == U'ơ') continue;
        changed[i + 1].plain = U'ơ';
        if (i + 2 < letters.size()) changed[i].plain = U'ư';
        if (is_well_formed(changed)) return changed;
    }
    return std::nullopt;
}

/// The mark that this key puts on one of the vowels so that the rhyme holds.
Changed with_mark(const SyllableLetters& letters, const Nucleus& nucleus,
                  std::span<const Mark> marks, char key) {
    const auto makes_horns = [key](const Mark& mark) { return mark.key == key && mark.to == U'ơ'; };
    if (std::ranges::any_of(marks, makes_horns)) {
        if (auto changed = with_horns(letters, nucleus)) return changed;
    }
    for (const Mark& mark : marks) {
        if (mark.key != key) continue;
        for (std::size_t i = nucleus.begin; i < nucleus.end; ++i) {
            if (without_mark(letters[i].plain) != mark.from || letters[i].plain == mark.to)
                continue;
            SyllableLetters changed = letters;
            changed[i].plain = mark.to;
            if (is_well_formed(changed)) return changed;
        }
    }
    return std::nullopt;
}

/// The key again: its marks go, the letter itself stays.
Changed without_marks(SyllableLetters letters, const Nucleus& nucleus, std::span<const Mark> marks,
                      char key) {
    bool is_changed = false;
    for (std::size_t i = nucleus.begin; i < nucleus.end; ++i) {
        const auto is_its = [&](const Mark& mark) {
            return mark.key == key && mark.to == letters[i].plain;
        };
        if (!std::ranges::any_of(marks, is_its)) continue;
        letters[i].plain = without_mark(letters[i].plain);
        is_changed = true;
    }
    return is_changed ? Changed(std::move(letters)) : std::nullopt;
}

Changed marked(const SyllableLetters& letters, std::span<const Mark> marks, char32_t key,
               ToneStyle style) {
    const auto small = static_cast<char>(letter_of(key).plain);
    const auto nucleus = nucleus_of(letters);
    const bool is_mark = std::ranges::contains(marks, small, &Mark::key);
    if (!nucleus || !is_mark) return std::nullopt;
    if (auto changed = with_mark(letters, *nucleus, marks, small)) {
        return settled(*std::move(changed), style);
    }
    return without_marks(letters, *nucleus, marks, small).transform([&](SyllableLetters plain) {
        plain.push_back(letter_of(key));
        return plain;
    });
}

/// A final that only a whole rhyme has; half-written and foreign words take tones while open.
bool may_have_tone(const SyllableLetters& letters, const Nucleus& nucleus) {
    return nucleus.end == letters.size() || is_well_formed(letters);
}

Changed toned(SyllableLetters letters, SyllableTone tone, char32_t key, ToneStyle style) {
    const auto nucleus = nucleus_of(letters);
    if (!nucleus || !may_have_tone(letters, *nucleus) || !takes(letters, *nucleus, tone)) {
        return std::nullopt;
    }
    const SyllableTone before = tone_of(letters, *nucleus);
    if (tone == SyllableTone::None && before == SyllableTone::None) return std::nullopt;
    const bool is_undone = tone == before;
    set_tone(letters, *nucleus, is_undone ? SyllableTone::None : tone, style);
    if (is_undone) letters.push_back(letter_of(key));
    return letters;
}

/// What a key does beyond being a letter.
Changed composed(const SyllableLetters& letters, char32_t key, TypingWay way, ToneStyle style) {
    const char32_t plain = letter_of(key).plain;
    if (plain > U'z') return std::nullopt;
    const auto small = static_cast<char>(plain);
    const bool is_telex = way == TypingWay::Telex;
    if (small == (is_telex ? 'd' : '9')) return with_stroke(letters, key, style);
    const auto tone = (is_telex ? kTelexTones : kVniTones).find(small);
    if (tone != std::string_view::npos) {
        return toned(letters, static_cast<SyllableTone>(tone), key, style);
    }
    return marked(letters, is_telex ? std::span<const Mark>(kTelexMarks) : kVniMarks, key, style);
}

}  // namespace

std::string with_key(std::string_view text, char32_t key, TypingWay way, ToneStyle style) {
    Word word = last_word(text);
    if (way != TypingWay::Direct) {
        if (const auto changed = composed(word.letters, key, way, style)) {
            return word.before + text_of(*changed);
        }
    }
    return word.before + text_of(with_letter(std::move(word.letters), key, style));
}

char32_t in_name(std::string_view text, char32_t letter) {
    const bool begins = text.empty() || text.ends_with(' ') || text.ends_with('-');
    const std::u32string capital = to_letters(to_upper(from_letters({&letter, 1})));
    return begins && capital.size() == 1 ? capital.front() : letter;
}

}  // namespace motlan
