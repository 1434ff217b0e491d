// Time of one keystroke in a search over 3,000 generated procedures, each with a long name and
// eight sayings of words that citizens use. Types every phrase of tests/data/search_phrases.toml
// letter by letter. Prints "<what>\t<milliseconds>" for tests/bench/run.
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <format>
#include <limits>
#include <print>
#include <random>
#include <string>
#include <vector>

#include "kiosk/core/fields.h"
#include "kiosk/core/toml.h"
#include "kiosk/core/utf8.h"
#include "kiosk/domain/search.h"
#include "tests/support/checkout.h"

using namespace motlan;

namespace {

constexpr int kProcedures = 3000;
constexpr int kSayings = 8;
constexpr int kTries = 5;

using Texts = std::vector<std::string>;

Texts read_phrases() {
    Texts phrases;
    const auto document = read_toml(checkout() / "tests/data/search_phrases.toml");
    if (!document) return phrases;
    const Tree table(document->table_at("phrases"));
    Fields fields(table, "search_phrases.toml");
    for (const auto& entry : document->table_at("phrases")) {
        for (std::string& phrase : fields.texts(entry.first)) phrases.push_back(std::move(phrase));
    }
    return phrases;
}

/// Makes sentences of the phrases' words, always the same ones.
class Author {
public:
    explicit Author(const Texts& phrases) {
        for (const std::string& phrase : phrases) {
            for (SearchWord& word : search_words(phrase)) words_.push_back(std::move(word.written));
        }
    }

    std::string sentence(std::size_t words) {
        std::string text;
        for (std::size_t i = 0; i < words; ++i) text += words_[random_() % words_.size()] + " ";
        return text;
    }

private:
    Texts words_;
    std::mt19937_64 random_{20261123};
};

Search generated_search(Author author) {
    std::vector<Procedure> procedures;
    SearchBook book;
    for (int i = 0; i < kProcedures; ++i) {
        Procedure procedure;
        procedure.code = ProcedureCode(std::format("9.{:06}", i));
        procedure.name = {author.sentence(12), author.sentence(10)};
        procedure.short_name = {author.sentence(5), author.sentence(4)};
        Saying saying{.code = procedure.code};
        for (int said = 0; said < kSayings; ++said) saying.phrases.push_back(author.sentence(3));
        saying.english = {author.sentence(3), author.sentence(3)};
        book.sayings.push_back(std::move(saying));
        procedures.push_back(std::move(procedure));
    }
    return {procedures, book};
}

/// The best of some tries: what the search takes, not what else the machine does.
double keystroke(const Search& search, const std::string& text) {
    double best = std::numeric_limits<double>::max();
    for (int i = 0; i < kTries; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        static_cast<void>(search.find(text));
        const std::chrono::duration<double, std::milli> took =
            std::chrono::steady_clock::now() - begin;
        best = std::min(best, took.count());
    }
    return best;
}

}  // namespace

int main() {
    const Texts phrases = read_phrases();
    if (phrases.empty()) return EXIT_FAILURE;
    const Search search = generated_search(Author(phrases));
    std::vector<double> times;
    std::size_t found = 0;
    for (const std::string& phrase : phrases) {
        const std::u32string letters = to_letters(phrase);
        for (std::size_t typed = 1; typed <= letters.size(); ++typed) {
            const std::string text = from_letters(letters.substr(0, typed));
            found += search.find(text).places.size();
            times.push_back(keystroke(search, text));
        }
    }
    std::ranges::sort(times);
    std::println("median of {} keystrokes\t{:.3f}", times.size(), times[times.size() / 2]);
    std::println("99 of 100 keystrokes\t{:.3f}", times[times.size() * 99 / 100]);
    std::println("slowest keystroke\t{:.3f}", times.back());
    return found > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
