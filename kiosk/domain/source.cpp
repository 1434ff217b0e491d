#include "kiosk/domain/source.h"

#include <algorithm>
#include <format>

namespace motlan {
namespace {

Publication read_publication(const Tree& entry, Fields& above, const std::string& path) {
    Fields fields(entry, above.file(), path);
    const std::string concept_name = fields.text("concept");
    const std::string act = fields.text("act");
    const auto from = CivilDate::parse_iso(fields.text("from"));
    const bool verified = fields.truth("verified");
    if (concept_name.empty()) fields.refuse("concept", "the text is empty");
    if (act.empty()) fields.refuse("act", "the text is empty");
    if (!from) fields.refuse("from", "a date is needed here: \"2026-01-01\"");
    if (auto problem = fields.done()) above.refuse(*std::move(problem));
    return {.concept_id = ConceptId(concept_name),
            .act = act,
            .from = from.value_or(CivilDate::of({})),
            .verified = verified};
}

bool is_known(const Source& source, const Publication& publication) {
    return std::ranges::contains(source.publications, publication.concept_id,
                                 &Publication::concept_id);
}

std::optional<Correction> read_correction(Fields& above) {
    const Tree* entry = above.table("correction");
    if (entry == nullptr) return std::nullopt;
    Fields fields(*entry, above.file(), above.path_of("correction"));
    Correction correction{.place = read_words(fields, "place"),
                          .verified = fields.truth("verified")};
    if (auto problem = fields.done()) above.refuse(*std::move(problem));
    return correction;
}

Source read_source(const Tree& entry, Fields& above, const std::string& path) {
    Fields fields(entry, above.file(), path);
    Source source{
        .id = SourceId(fields.text("id")), .name = read_words(fields, "name"), .publications = {}};
    if (source.id.value().empty()) fields.refuse("id", "the text is empty");
    source.correction = read_correction(fields);
    const Tree::List* entries = fields.list("publishes");
    for (std::size_t i = 0; entries != nullptr && i < entries->size(); ++i) {
        const std::string inner = fields.path_of(std::format("publishes[{}]", i));
        Publication publication = read_publication((*entries)[i], fields, inner);
        if (is_known(source, publication)) {
            fields.refuse(
                {above.file(), (*entries)[i].line(), inner, "this concept is listed twice"});
        }
        source.publications.push_back(std::move(publication));
    }
    if (auto problem = fields.done()) above.refuse(*std::move(problem));
    return source;
}

}  // namespace

const Publication* Source::publication_of(const ConceptId& concept_id, const CivilDate& day) const {
    const auto found = std::ranges::find_if(publications, [&](const Publication& publication) {
        return publication.concept_id == concept_id && publication.from.day() <= day.day();
    });
    return found == publications.end() ? nullptr : &*found;
}

Checked<SourceRegister> SourceRegister::parse(const Tree& document, const std::string& file) {
    SourceRegister known;
    Fields fields(document, file);
    const Tree::List* entries = fields.list("source");
    for (std::size_t i = 0; entries != nullptr && i < entries->size(); ++i) {
        const std::string path = std::format("source[{}]", i);
        Source source = read_source((*entries)[i], fields, path);
        if (known.find(source.id) != nullptr) {
            fields.refuse(
                {file, (*entries)[i].line(), path + ".id", "this source is listed twice"});
        }
        known.sources_.push_back(std::move(source));
    }
    if (auto problem = fields.done()) return std::unexpected(*std::move(problem));
    return known;
}

const Source* SourceRegister::find(const SourceId& id) const {
    const auto found = std::ranges::find(sources_, id, &Source::id);
    return found == sources_.end() ? nullptr : &*found;
}

const Source* SourceRegister::publisher_of(const ConceptId& concept_id,
                                           const CivilDate& day) const {
    const auto found = std::ranges::find_if(sources_, [&](const Source& source) {
        return source.publication_of(concept_id, day) != nullptr;
    });
    return found == sources_.end() ? nullptr : &*found;
}

}  // namespace motlan
