#include "kiosk/outbox/dossier_event.h"

#include <algorithm>
#include <ranges>

#include "kiosk/core/json.h"
#include "kiosk/core/timestamp.h"
#include "kiosk/core/utf8.h"

namespace motlan {
namespace {

constexpr std::size_t kNameLimit = 200;    // bytes of a code, a unit, a law
constexpr std::size_t kWordsLimit = 2000;  // bytes of what an officer wrote
// More than any fee of the catalogue; a screen can show it.
constexpr std::int64_t kMostDong = 100'000'000'000;
// Both clocks may be wrong by minutes.
constexpr std::chrono::minutes kAhead{10};

/// A text for people under that key; false when it is too long, no text, or more than plain.
/// A missing one is empty.
bool read_text(const Tree& tree, std::string_view key, std::size_t limit, std::string& into) {
    const Tree* found = tree.find(key);
    if (found == nullptr) return true;
    const std::string* text = found->text();
    const auto is_control = [](char letter) {
        return static_cast<unsigned char>(letter) < 0x20 || letter == 0x7F;
    };
    if (text == nullptr || text->size() > limit || !is_nfc(*text) ||
        std::ranges::any_of(*text, is_control)) {
        return false;
    }
    into = *text;
    return true;
}

bool read_name(const Tree& tree, std::string_view key, std::string& into) {
    return read_text(tree, key, kNameLimit, into) && !into.empty();
}

/// A word like "document.birth_certificate".
bool is_concept(std::string_view text) {
    return text.contains('.') && std::ranges::all_of(text, [](char letter) {
               return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') ||
                      letter == '.' || letter == '_';
           });
}

bool read_wishes(const Tree& tree, std::vector<SupplementWish>& into) {
    const Tree* found = tree.find("wishes");
    if (found != nullptr && found->list() == nullptr) return false;
    for (const Tree& entry : tree.list_at("wishes")) {
        SupplementWish wish;
        std::string about;
        if (into.size() == kWishLimit || !read_name(entry, "concept", about) ||
            !is_concept(about) || !read_text(entry, "words", kWordsLimit, wish.words) ||
            !read_text(entry, "legal_basis", kNameLimit, wish.legal_basis)) {
            return false;
        }
        wish.about = ConceptId(std::move(about));
        into.push_back(std::move(wish));
    }
    return true;
}

/// A day that is promised lies ahead; an apology promises one.
bool read_due(const Tree& tree, DossierEvent& event) {
    const Tree* due = tree.find("due");
    const Tree* apology = tree.find("apology");
    if (apology != nullptr && apology->truth() == nullptr) return false;
    event.is_apology = tree.truth_at("apology");
    if (due == nullptr) return !event.is_apology;
    event.due = parse_timestamp(tree.text_at("due"));
    return event.due && *event.due > event.time;
}

/// Wishes come with the request for them and money with the request to pay, and not else.
bool is_of_one_piece(const DossierEvent& event) {
    return (event.status == DossierStatus::SupplementAsked) == !event.wishes.empty() &&
           (event.status == DossierStatus::PaymentAsked) == (event.dong != 0) && event.dong >= 0 &&
           event.dong <= kMostDong;
}

bool read_event(const Tree& tree, DossierEvent& event) {
    const std::int64_t status = tree.number_at("status");
    const auto time = parse_timestamp(tree.text_at("time"));
    if (status < 1 || status > 10 || !time) return false;
    event.status = static_cast<DossierStatus>(status);
    event.sequence = tree.number_at("sequence");
    event.time = *time;
    event.dong = tree.number_at("dong");
    return event.sequence >= 1 && event.sequence <= std::int64_t{kEventLimit} &&
           read_name(tree, "unit", event.unit) &&
           read_text(tree, "words", kWordsLimit, event.words) && read_due(tree, event) &&
           read_wishes(tree, event.wishes) && is_of_one_piece(event);
}

bool is_end(DossierStatus status) {
    return status == DossierStatus::Refused || status == DossierStatus::Withdrawn ||
           status == DossierStatus::Stopped || status == DossierStatus::Delivered;
}

/// The first word is that it came, was accepted or was refused.
bool may_begin(const DossierEvent& event) {
    return event.status == DossierStatus::Sent || event.status == DossierStatus::Accepted ||
           event.status == DossierStatus::Refused;
}

/// What is sent was not sent before, an end is an end, and whoever apologises promises a later
/// day. What else an office may do after what is not for a kiosk to say.
bool may_follow(const DossierEvent& event, const FollowedDossier& so_far) {
    const auto promised = due(so_far);
    const bool is_later = !promised || !event.due || *event.due > *promised;
    return event.status != DossierStatus::Sent && !is_end(so_far.latest().status) &&
           event.time >= so_far.latest().time && (!event.is_apology || is_later);
}

bool is_about(const ProvinceEvent& event, const ProvinceEvent& first, const DossierId& dossier) {
    return event.dossier == dossier && event.code == first.code &&
           event.procedure == first.procedure && event.kiosk == first.kiosk;
}

}  // namespace

Result<ProvinceEvent> parse_event(std::string_view content) {
    const auto tree = parse_json(content);
    if (!tree || tree->text_at("type") != "motlan-event" || tree->number_at("version") != 1) {
        return fail(Fault::EventForged);
    }
    ProvinceEvent event;
    const auto dossier = parse_dossier_id(tree->text_at("dossier"));
    if (!dossier || !read_name(*tree, "code", event.code) ||
        !read_name(*tree, "procedure", event.procedure) ||
        !read_name(*tree, "kiosk", event.kiosk) || !read_event(*tree, event.event)) {
        return fail(Fault::EventForged);
    }
    event.dossier = *dossier;
    return event;
}

Result<ProvinceEvent> open_event(ByteView cms, const Trust& trust) {
    const auto document = open_old_document(cms, trust);
    if (!document) return fail(Fault::EventForged);
    return parse_event(as_text(document->content));
}

Result<FollowedDossier> join_events(const DossierId& dossier, std::span<const ProvinceEvent> events,
                                    WallTime seen) {
    if (events.empty() || events.size() > kEventLimit) return fail(Fault::EventForged);
    const ProvinceEvent& first = events.front();
    FollowedDossier joined{.id = dossier.value(),
                           .code = first.code,
                           .procedure = first.procedure,
                           .received = first.event.time,
                           .seen = seen};
    for (const ProvinceEvent& each : events) {
        const bool fits =
            joined.events.empty() ? may_begin(each.event) : may_follow(each.event, joined);
        if (!fits || !is_about(each, first, dossier) || each.event.time > seen + kAhead ||
            each.event.sequence != std::ssize(joined.events) + 1) {
            return fail(Fault::EventForged);
        }
        joined.events.push_back(each.event);
    }
    return joined;
}

}  // namespace motlan
