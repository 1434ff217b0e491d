#include "kiosk/domain/search_guide.h"

#include <algorithm>
#include <set>
#include <utility>

namespace motlan {
namespace {

constexpr std::size_t kMostAnswers = 12;  ///< two pages of six

std::string place(std::string_view key, std::size_t index) {
    return std::string(key) + "[" + std::to_string(index) + "]";
}

GuideAnswer read_answer(const Tree& tree, Fields& above, const std::string& path) {
    Fields fields(tree, above.file(), above.path_of(path));
    GuideAnswer answer{.id = fields.text("id"), .label = read_words(fields, "label")};
    if (tree.find("hint") != nullptr) answer.hint = read_words(fields, "hint");
    answer.question = fields.maybe_text("question").value_or("");
    for (std::string& code : fields.texts("procedures")) answer.codes.emplace_back(std::move(code));
    if (answer.id.empty()) fields.refuse("id", "the id is empty");
    if (answer.question.empty() == answer.codes.empty()) {
        fields.refuse("question", "an answer leads either to a question or to procedures");
    }
    if (auto problem = fields.done()) above.refuse(*std::move(problem));
    return answer;
}

GuideQuestion read_question(const Tree& tree, Fields& above, const std::string& path) {
    Fields fields(tree, above.file(), above.path_of(path));
    GuideQuestion question{.id = fields.text("id"), .text = read_words(fields, "text")};
    const Tree::List* answers = fields.list("answers");
    const std::size_t count = answers != nullptr ? answers->size() : 0;
    if (count < 2 || count > kMostAnswers) {
        fields.refuse("answers", "a question has from 2 to 12 answers");
    }
    std::set<std::string> ids;
    for (std::size_t i = 0; i < count && count <= kMostAnswers; ++i) {
        question.answers.push_back(read_answer((*answers)[i], fields, place("answers", i)));
        if (!ids.insert(question.answers.back().id).second) {
            fields.refuse("answers", "two answers have the same id");
        }
    }
    if (auto problem = fields.done()) above.refuse(*std::move(problem));
    return question;
}

/// Notes every question from `id` on. False when one is not there or comes too late.
bool walk(const Guide& guide, std::string_view id, std::size_t depth, std::set<std::string>& met) {
    const GuideQuestion* question = guide.find(id);
    if (question == nullptr || depth > kMostQuestions) return false;
    met.insert(question->id);
    return std::ranges::all_of(question->answers, [&](const GuideAnswer& answer) {
        return answer.question.empty() || walk(guide, answer.question, depth + 1, met);
    });
}

void check_ways(const Guide& guide, Fields& fields) {
    std::set<std::string> ids;
    for (const GuideQuestion& question : guide.questions) ids.insert(question.id);
    if (ids.size() != guide.questions.size()) {
        fields.refuse("question", "two questions have the same id");
    }
    std::set<std::string> met;
    for (const auto& [key, start] : {std::pair("first", &guide.first), {"unsure", &guide.unsure}}) {
        if (!walk(guide, *start, 1, met)) {
            fields.refuse(key, "leads to a question that is not there, or to more than three");
        }
    }
    if (met != ids) fields.refuse("question", "nobody can come to one of the questions");
}

/// Leaves out the codes that are not there, and then what leads nowhere.
std::vector<GuideAnswer> answers_within(const Guide& guide, const GuideQuestion& question,
                                        const std::set<ProcedureCode>& known) {
    std::vector<GuideAnswer> kept;
    for (GuideAnswer answer : question.answers) {
        std::erase_if(answer.codes, [&](const auto& code) { return !known.contains(code); });
        const auto ahead =
            answer.question.empty() ? answer.codes : reachable(guide, answer.question);
        const bool leads_on = std::ranges::any_of(
            ahead, [&](const ProcedureCode& code) { return known.contains(code); });
        if (leads_on) kept.push_back(std::move(answer));
    }
    return kept;
}

}  // namespace

const GuideQuestion* Guide::find(std::string_view id) const {
    const auto found = std::ranges::find(questions, id, &GuideQuestion::id);
    return found != questions.end() ? &*found : nullptr;
}

Guide read_guide(Fields& fields) {
    Guide guide{.first = fields.text("first"), .unsure = fields.text("unsure")};
    const Tree::List* questions = fields.list("question");
    for (std::size_t i = 0; questions != nullptr && i < questions->size(); ++i) {
        guide.questions.push_back(read_question((*questions)[i], fields, place("question", i)));
    }
    if (!fields.failed()) check_ways(guide, fields);
    return guide;
}

Guide within(const Guide& guide, std::span<const Procedure> procedures) {
    std::set<ProcedureCode> known;
    for (const Procedure& procedure : procedures) known.insert(procedure.code);
    Guide kept{.first = guide.first, .unsure = guide.unsure};
    for (const GuideQuestion& question : guide.questions) {
        kept.questions.push_back(
            {question.id, question.text, answers_within(guide, question, known)});
    }
    return kept;
}

std::vector<ProcedureCode> reachable(const Guide& guide, std::string_view question) {
    std::vector<ProcedureCode> codes;
    const GuideQuestion* asked = guide.find(question);
    if (asked == nullptr) return codes;
    for (const GuideAnswer& answer : asked->answers) {
        const auto ahead =
            answer.question.empty() ? answer.codes : reachable(guide, answer.question);
        for (const ProcedureCode& code : ahead) {
            if (!std::ranges::contains(codes, code)) codes.push_back(code);
        }
    }
    return codes;
}

}  // namespace motlan
