#include "kiosk/domain/search_book.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "kiosk/core/fields.h"
#include "kiosk/core/utf8.h"
#include "kiosk/domain/search_text.h"

namespace motlan {
namespace {

constexpr std::size_t kMostLetters = 60;
constexpr std::size_t kMostPhrases = 200;
constexpr std::size_t kMostSayings = 5000;

bool is_sound(const std::string& phrase) {
    return to_nfc(phrase) == phrase && count_letters(phrase) <= kMostLetters &&
           !search_words(phrase).empty();
}

std::vector<std::string> read_phrases(Fields& fields, std::string_view key) {
    std::vector<std::string> phrases = fields.texts(key);
    if (phrases.size() > kMostPhrases) fields.refuse(key, "at most 200 texts are taken here");
    if (!std::ranges::all_of(phrases, is_sound)) {
        fields.refuse(key, "texts have a word, at most 60 letters, and are in NFC");
    }
    return phrases;
}

/// The table `key` with the lists vi and en, added to what is there.
void read_both(Fields& fields, std::string_view key, Saying& saying) {
    const Tree* table = fields.table(key);
    if (table == nullptr) return;
    Fields inner(*table, fields.file(), fields.path_of(key));
    std::ranges::move(read_phrases(inner, "vi"), std::back_inserter(saying.phrases));
    std::ranges::move(read_phrases(inner, "en"), std::back_inserter(saying.english));
    if (auto problem = inner.done()) fields.refuse(*std::move(problem));
}

Saying read_saying(const Tree& tree, Fields& above, const std::string& path) {
    Fields fields(tree, above.file(), above.path_of(path));
    Saying saying{.code = ProcedureCode(fields.text("code"))};
    read_both(fields, "words", saying);
    read_both(fields, "events", saying);
    if (saying.code.value().empty()) fields.refuse("code", "the code is empty");
    if (saying.phrases.empty() || saying.english.empty()) {
        fields.refuse("words", "say it in Vietnamese and in English");
    }
    if (auto problem = fields.done()) above.refuse(*std::move(problem));
    return saying;
}

std::vector<Saying> read_sayings(Fields& fields) {
    std::vector<Saying> sayings;
    const Tree::List* list = fields.list("procedure");
    const std::size_t count = list != nullptr ? list->size() : 0;
    if (count > kMostSayings) fields.refuse("procedure", "at most 5000 procedures are taken");
    for (std::size_t i = 0; i < count && !fields.failed(); ++i) {
        sayings.push_back(read_saying((*list)[i], fields, "procedure[" + std::to_string(i) + "]"));
    }
    std::vector<std::string> codes;
    for (const Saying& saying : sayings) codes.push_back(saying.code.value());
    std::ranges::sort(codes);
    const auto twice = std::ranges::adjacent_find(codes);
    if (twice != codes.end()) fields.refuse("procedure", *twice + " stands here twice");
    return sayings;
}

/// Lists of single words that mean the same.
std::vector<std::vector<std::string>> read_same(Fields& fields) {
    std::vector<std::vector<std::string>> same;
    const Tree::List* lists = fields.list("same");
    for (std::size_t i = 0; lists != nullptr && i < lists->size(); ++i) {
        std::vector<std::string> words;
        for (const Tree& word :
             (*lists)[i].list() != nullptr ? *(*lists)[i].list() : Tree::List{}) {
            const bool is_word = word.text() != nullptr && search_words(*word.text()).size() == 1;
            if (is_word) words.push_back(*word.text());
        }
        const bool is_whole = (*lists)[i].list() && words.size() == (*lists)[i].list()->size();
        if (!is_whole || words.size() < 2) fields.refuse("same", "two or more words are needed");
        same.push_back(std::move(words));
    }
    return same;
}

}  // namespace

Checked<SearchBook> parse_search_book(const Tree& document, const std::string& file) {
    Fields fields(document, file);
    SearchBook book{.sayings = read_sayings(fields), .same = read_same(fields)};
    book.fillers = read_phrases(fields, "fillers");
    book.guide = read_guide(fields);
    if (auto problem = fields.done()) return std::unexpected(*std::move(problem));
    return book;
}

}  // namespace motlan
