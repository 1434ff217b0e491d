#include "kiosk/domain/check.h"

#include <algorithm>
#include <array>
#include <format>

#include "kiosk/core/utf8.h"

namespace motlan {
namespace {

// ux 8, rule 2: at most twelve words a sentence. A legal name inside may make it a little longer.
constexpr std::ptrdiff_t kMostWords = 16;
// ux 8, rule 10. A short text has room for one long word more.
constexpr double kEnglishShare = 1.3;
constexpr std::size_t kEnglishRoom = 16;
// ux 4, big choice list: one to five words and a hint of eight.
constexpr std::ptrdiff_t kMostChoiceWords = 8;

// ux 8, rules 1 and 3: words of an office, or words that push a citizen away.
constexpr auto kJargon = std::to_array<std::string_view>(
    {"thành phần hồ sơ", "xác thực", "định danh", "truy xuất", "hệ thống", "tải lên", "bấm vào đây",
     "thất bại", "không hợp lệ", "lỗi không xác định", "người dùng", "công dân"});
// What the voice can spell out (ux 8, rule 4) and what is a name of its own.
constexpr auto kSpoken = std::to_array<std::string_view>(
    {"CSDL", "UBND", "VNeID", "QR", "CCCD", "CMND", "BHYT", "BHXH", "ID"});

std::string_view next_sentence(std::string_view& rest) {
    const std::size_t end = rest.find_first_of(".?!;:");
    const std::string_view sentence = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    return sentence;
}

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    constexpr std::string_view kBetween = " ,.?!;:()/\n\t\"";
    while (!text.empty()) {
        const std::size_t begin = text.find_first_not_of(kBetween);
        if (begin == std::string_view::npos) break;
        text.remove_prefix(begin);
        const std::size_t end = std::min(text.find_first_of(kBetween), text.size());
        words.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return words;
}

/// A word of capitals only. The number of a form, "CT01", is none: it is spelled letter by letter.
bool is_abbreviation(std::string_view word) {
    return word.size() >= 2 &&
           std::ranges::all_of(word, [](char letter) { return letter >= 'A' && letter <= 'Z'; });
}

/// Gathers the remarks about one procedure.
class Check {
public:
    explicit Check(const Procedure& procedure) : procedure_(procedure) {}

    std::vector<Remark> run() {
        check_words("name", procedure_.name);
        check_words("result", procedure_.result);
        check_time();
        for (const LegalBasis& basis : procedure_.basis) check_basis("basis", basis);
        check_basis("fee.basis", procedure_.fee.basis);
        for (const Item& item : procedure_.items) check_item(item);
        for (const Alternative& each : procedure_.alternatives) {
            check_words(std::format("alternative.{}.label", each.id.value()), each.label);
        }
        return std::move(remarks_);
    }

private:
    void mend(std::string key, std::string_view rule, std::string reason) {
        remarks_.push_back({std::move(key), rule, std::move(reason), true});
    }
    void note(std::string key, std::string_view rule, std::string reason) {
        remarks_.push_back({std::move(key), rule, std::move(reason), false});
    }

    void check_words(const std::string& key, const Words& words) {
        const std::string vi = key + ".vi";
        for (std::string_view rest = words.vi; !rest.empty();)
            check_length(vi, next_sentence(rest));
        const std::string lower = to_lower(words.vi);
        for (const std::string_view word : kJargon) {
            if (lower.contains(word))
                mend(vi, "jargon", std::format("\"{}\" is office jargon", word));
        }
        for (const std::string_view word : words_of(words.vi)) {
            if (!is_abbreviation(word) || std::ranges::contains(kSpoken, word)) continue;
            mend(vi, "no-spoken-form", std::format("the voice cannot speak \"{}\"", word));
        }
        const auto most =
            static_cast<std::size_t>(static_cast<double>(count_letters(words.vi)) * kEnglishShare);
        if (count_letters(words.en) > most + kEnglishRoom) {
            mend(key + ".en", "long-english", "the English is more than 1.3 times as long");
        }
    }

    void check_length(const std::string& key, std::string_view sentence) {
        const std::ptrdiff_t words = std::ssize(words_of(sentence));
        if (words <= kMostWords) return;
        mend(key, "long-sentence",
             std::format("a sentence has {} words, {} are enough", words, kMostWords));
    }

    void check_basis(const std::string& key, const LegalBasis& basis) {
        if (!basis.verified) {
            note(key, "unverified",
                 std::format("\"{}\" has still to be confirmed", basis.document));
        }
    }

    void check_time() {
        check_words("time_limit", procedure_.time_limit);
        if (!procedure_.term) {
            note("term", "no-due-day",
                 "without a term the due day cannot be told before the receipt");
        } else {
            check_basis("term.basis", procedure_.term->basis);
        }
        if (!procedure_.fee.dong) {
            note("fee.dong", "no-fee",
                 "the sum is not known; the citizen is sent to the counter for it");
        }
    }

    void check_item(const Item& item) {
        const std::string key = "item." + item.id.value();
        check_words(key + ".label", item.label);
        check_words(key + ".why", item.why);
        check_basis(key + ".basis", item.basis);
        if (const auto* paper = std::get_if<Paper>(&item.otherwise)) {
            check_words(key + ".paper.how", paper->how);
        } else if (const auto* question = std::get_if<Question>(&item.otherwise)) {
            check_question(key + ".question", *question);
        }
    }

    void check_question(const std::string& key, const Question& question) {
        check_words(key + ".text", question.text);
        if (!question.text.vi.ends_with('?') || !question.text.en.ends_with('?')) {
            mend(key + ".text", "no-question", "a question ends with a question mark");
        }
        const auto* choices = std::get_if<ChoiceQuestion>(&question.kind);
        if (choices == nullptr) return;
        for (const Choice& choice : choices->choices) {
            const std::string choice_key = key + ".choice." + choice.value;
            check_words(choice_key, choice.label);
            if (std::ssize(words_of(choice.label.vi)) <= kMostChoiceWords) continue;
            mend(choice_key + ".vi", "long-choice", "a choice has at most eight words");
        }
    }

    const Procedure& procedure_;
    std::vector<Remark> remarks_;
};

}  // namespace

std::vector<Remark> check_procedure(const Procedure& procedure) { return Check(procedure).run(); }

}  // namespace motlan
