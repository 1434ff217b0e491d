#include "kiosk/domain/source.h"

#include <algorithm>

namespace motlan {
namespace {

Publication read_publication(const Tree& entry, Fields& above, const std::string& path) {
    Fields fields(entry, above.file(), path);
    const std::string concept_name = fields.text("concept");
    const std::string act = fields.text("act");
    const auto from = CivilDate::parse_iso(fields.text("from"));
    const bool verified = fields.truth("verified");
    if (!from) fields.refuse("from", "a date is needed here: \"2026-01-01\"");
    if (auto problem = fields.done()) above.refuse(*std::move(problem));
    return {.concept_id = ConceptId(concept_name),
            .act = act,
            .from = from.value_or(CivilDate::of({})),
            .verified = verified};
}

Source read_source(const Tree& entry, const std::string& file, const std::string& path,
                   std::optional<Problem>& problem) {
    Fields fields(entry, file, path);
    Source source{.id = SourceId(fields.text("id")), .name = read_words(fields, "name"), .publications = {}};
    if (const Tree::List* entries = fields.list("publishes")) {
        for (std::size_t i = 0; i < entries->size(); ++i) {
            const std::string inner = fields.path_of("publishes[" + std::to_string(i) + "]");
            source.publications.push_back(read_publication((*entries)[i], fields, inner));
        }
    }
    if (auto found = fields.done(); found && !problem) problem = std::move(found);
    return source;
}

}  // namespace

Checked<SourceRegister> SourceRegister::parse(const Tree& document, const std::string& file) {
    SourceRegister known;
    std::optional<Problem> problem;
    Fields fields(document, file);
    if (const Tree::List* entries = fields.list("source")) {
        for (std::size_t i = 0; i < entries->size(); ++i) {
            const std::string path = "source[" + std::to_string(i) + "]";
            Source source = read_source((*entries)[i], file, path, problem);
            if (known.find(source.id) != nullptr) {
                fields.refuse({file, (*entries)[i].line(), path + ".id", "this source is listed twice"});
            }
            known.sources_.push_back(std::move(source));
        }
    }
    if (problem) return std::unexpected(*std::move(problem));
    if (auto found = fields.done()) return std::unexpected(*std::move(found));
    return known;
}

const Source* SourceRegister::find(const SourceId& id) const {
    const auto found = std::ranges::find(sources_, id, &Source::id);
    return found == sources_.end() ? nullptr : &*found;
}

const Source* SourceRegister::publisher_of(const ConceptId& concept_id, const CivilDate& day) const {
    for (const Source& source : sources_) {
        for (const Publication& publication : source.publications) {
            const bool in_force = publication.from.day() <= day.day();
            if (publication.concept_id == concept_id && in_force) return &source;
        }
    }
    return nullptr;
}

}  // namespace motlan
