#include "kiosk/backend/payment_query.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "kiosk/backend/fresh_answer.h"
#include "kiosk/core/json.h"
#include "kiosk/core/timestamp.h"
#include "kiosk/core/utf8.h"
#include "kiosk/domain/vietqr.h"

namespace motlan {
namespace {

constexpr std::int64_t kMostDong = 1'000'000'000;
constexpr std::size_t kLongestText = 200;

std::optional<PaymentState> state_of(std::string_view text) {
    using enum PaymentState;
    for (const PaymentState state : {Nothing, Waiting, Paid, Short, Expired, Refunded}) {
        if (name(state) == text) return state;
    }
    return std::nullopt;
}

bool is_sum(std::int64_t dong) { return dong >= 0 && dong <= kMostDong; }

/// Short and without anything that a screen cannot show.
bool read_words(const Tree& tree, std::string_view key, std::string& into) {
    into = tree.text_at(key);
    const bool has_control = std::ranges::any_of(
        into, [](char sign) { return static_cast<unsigned char>(sign) < 0x20 || sign == 0x7F; });
    auto composed = to_nfc(into);
    if (!composed || has_control || count_letters(*composed) > kLongestText) return false;
    into = *std::move(composed);
    return true;
}

/// What a bank takes as purpose has no marks between letters and digits.
std::string bare(std::string_view text) {
    std::string letters;
    std::ranges::copy_if(text, std::back_inserter(letters), [](char sign) {
        return (sign >= '0' && sign <= '9') || (sign >= 'A' && sign <= 'Z');
    });
    return letters;
}

/// The code is for this sum and this dossier, and can be paid once.
bool may_be_drawn(const Payment& payment) {
    const auto code = parse_vietqr(payment.payload);
    return code && code->is_for_once && code->dong == payment.dong && !payment.payee.empty() &&
           !payment.code.empty() && bare(code->purpose).contains(bare(payment.code));
}

/// What belongs to each state, and nothing else.
bool is_of_one_piece(const Payment& payment) {
    switch (payment.state) {
        case PaymentState::Nothing: return payment.dong == 0 && payment.payload.empty();
        case PaymentState::Waiting: return payment.paid == 0 && may_be_drawn(payment);
        case PaymentState::Paid: return payment.dong > 0 && payment.paid == payment.dong;
        case PaymentState::Short:
            return payment.dong > 0 && payment.paid > 0 && payment.paid != payment.dong;
        case PaymentState::Expired: return payment.dong > 0 && payment.payload.empty();
        case PaymentState::Refunded: return payment.dong > 0 && payment.paid == 0;
    }
    return false;
}

/// A dossier's fee is no test and is not given back by asking; a test costs what it costs, and says
/// that it is one wherever it is read.
bool is_of_its_kind(const Tree& tree, const Payment& payment, const PaymentQuery& query) {
    const bool is_test = query.test != PaymentTest::None;
    if ((tree.find("test") != nullptr) != is_test || tree.truth_at("test") != is_test) return false;
    if (!is_test) return payment.state != PaymentState::Refunded;
    return payment.dong == kTestDong && payment.code.starts_with(kTestMark);
}

bool is_answer_to(const Tree& tree, const PaymentQuery& query) {
    return tree.text_at("type") == "motlan-payment" && tree.number_at("version") == 1 &&
           tree.text_at("query") == query.id && tree.text_at("dossier") == query.dossier.value();
}

}  // namespace

Tree to_tree(const PaymentQuery& query) {
    Tree::Table words{{"dossier", query.dossier.value()},
                      {"new_code", query.wants_new_code},
                      {"query", query.id}};
    if (query.test != PaymentTest::None)
        words.emplace("test", query.test == PaymentTest::Pay ? "pay" : "refund");
    return Tree(std::move(words));
}

Result<Payment> parse_payment(std::string_view content, const PaymentQuery& query) {
    const auto tree = parse_json(content);
    if (!tree || !is_answer_to(*tree, query)) return fail(Fault::PaymentForged);
    const auto state = state_of(tree->text_at("state"));
    Payment payment{.dossier = query.dossier.value(),
                    .dong = tree->number_at("dong"),
                    .paid = tree->number_at("paid"),
                    .payload = std::string(tree->text_at("payload"))};
    const bool is_waiting = state == PaymentState::Waiting;
    const auto expires = parse_timestamp(tree->text_at("expires"));
    if (!state || !is_sum(payment.dong) || !is_sum(payment.paid) || (is_waiting && !expires) ||
        !read_words(*tree, "code", payment.code) || !read_words(*tree, "payee", payment.payee) ||
        !read_words(*tree, "basis", payment.basis)) {
        return fail(Fault::PaymentForged);
    }
    payment.state = *state;
    payment.expires = expires.value_or(WallTime{});
    if (!is_of_one_piece(payment) || !is_of_its_kind(*tree, payment, query))
        return fail(Fault::PaymentForged);
    return payment;
}

Result<Payment> open_payment(ByteView cms, const PaymentQuery& query, const Trust& trust,
                             WallTime at) {
    const auto document = open_document(cms, trust, at);
    if (!document) return fail(Fault::PaymentForged);
    const std::string_view content = as_text(document->content);
    auto payment = parse_payment(content, query);
    if (!payment) return payment;
    if (!is_fresh(content, at)) return fail(Fault::PaymentForged);
    return payment;
}

}  // namespace motlan
