#include "kiosk/app/source_words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "kiosk/backend/source_query.h"
#include "kiosk/core/log.h"
#include "kiosk/core/utf8.h"
#include "kiosk/link/client.h"
#include "kiosk/outbox/random.h"

namespace motlan {
namespace {

Result<SourceAnswer> ask(const SourceQuery& query, const ProvincePlaces& places,
                         const Clock& clock) {
    auto link = LinkClient::connect(places.link);
    if (!link) return fail(link.error());
    const auto stand = standing(places, clock.wall());
    if (!stand) return fail(stand.error());
    const auto answer = link->query(query);
    if (!answer) return fail(answer.error());
    return open_answer(*answer, query, stand->answers(), clock.wall());
}

SourceVerdict verdict_of(const SourceAnswer& answer, const std::string& concept_name) {
    if (answer.values.contains(concept_name)) return SourceVerdict::Held;
    return answer.status == AnswerStatus::Incomplete ? SourceVerdict::Incomplete
                                                     : SourceVerdict::NotFound;
}

SourceVerdict verdict_of(Fault fault) {
    switch (fault) {
        case Fault::SourceAnswerForged: return SourceVerdict::Forged;
        case Fault::SourceAnswerStale: return SourceVerdict::Stale;
        case Fault::SourceAnswerContradictory: return SourceVerdict::Contradictory;
        default: return SourceVerdict::Silent;
    }
}

constexpr auto kOfApplication = std::to_array<const char*>(
    {"person.birth_date", "person.full_name", "person.number", "person.residence", "person.sex"});

/// The value of a concept, composed (NFC); empty when the answer has none that is plain text.
std::string value_of(const SourceAnswer& answer, const char* concept_name) {
    const auto found = answer.values.find(concept_name);
    if (found == answer.values.end()) return {};
    const auto is_control = [](char letter) { return static_cast<unsigned char>(letter) < 0x20; };
    auto text = to_nfc(found->second.reveal());
    return text && std::ranges::none_of(*text, is_control) ? *std::move(text) : std::string();
}

/// Who that is; without a number, a name and a day of birth it is nobody.
Result<Profile> profile_of(const SourceAnswer& answer) {
    const auto number = CitizenNumber::parse(value_of(answer, "person.number"));
    const auto birth = CivilDate::parse_iso(value_of(answer, "person.birth_date"));
    std::string name = value_of(answer, "person.full_name");
    if (!number || !birth || name.empty()) return fail(Fault::VneidUnknown);
    return Profile{.number = Personal(*number),
                   .full_name = Personal(std::move(name)),
                   .birth_date = Personal(*birth),
                   .sex = sex_of(value_of(answer, "person.sex")),
                   .address = Personal(value_of(answer, "person.residence")),
                   .read_from = ReadFrom::Vneid};
}

}  // namespace

SourceWords ask_source(const QuerySource& query, const ProvincePlaces& places, const Clock& clock) {
    SourceQuery question{.id = random_id().value_or(""),
                         .citizen = Personal(query.profile.number.reveal().digits()),
                         .concepts = {},
                         .consent = query.consent.reference,
                         .procedure = query.procedure.value(),
                         .source = query.source.value()};
    if (query.company) question.company = Personal(query.company->digits());
    for (const ConceptId& each : query.concepts) question.concepts.push_back(each.value());

    log(LogEvent::SourceQueried);
    const auto answer = ask(question, places, clock);
    if (answer) {
        log(LogEvent::SourceAnswered);
    } else {
        log(LogEvent::SourceAnswered, {{"fault", answer.error()}});
    }
    SourceWords words;
    for (const ConceptId& each : query.concepts) {
        SourceWord word{
            .verdict = answer ? verdict_of(*answer, each.value()) : verdict_of(answer.error()),
            .source = query.source,
            .at = answer ? answer->answered : clock.wall(),
            .query = question.id};
        if (word.verdict == SourceVerdict::Held) word.value = answer->values.at(each.value());
        words.emplace(each, std::move(word));
    }
    return words;
}

Result<Profile> resolve_code(const ResolveCode& resolve, const ProvincePlaces& places,
                             const Clock& clock) {
    const SourceQuery question{.id = random_id().value_or(""),
                               .code = Personal(std::string(as_text(resolve.code.reveal()))),
                               .concepts = {kOfApplication.begin(), kOfApplication.end()},
                               .consent = resolve.reference,
                               .procedure = resolve.procedure.value(),
                               .source = "vneid"};
    log(LogEvent::SourceQueried);
    const auto profile = ask(question, places, clock).and_then(profile_of);
    if (profile) {
        log(LogEvent::SourceAnswered);
    } else {
        log(LogEvent::SourceAnswered, {{"fault", profile.error()}});
    }
    return profile;
}

}  // namespace motlan
