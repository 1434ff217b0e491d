#include "kiosk/app/plain_parts.h"

#include <span>
#include <utility>

#include "kiosk/core/json.h"

namespace motlan {
namespace {

std::string reason_of(const Page& page) {
    return page.kept_because ? std::string(name(*page.kept_because)) : std::string();
}

/// The pages as one PDF, with what is doubted about them.
Result<PlainPart> paper_part(const std::string& item, std::span<const Page> pages, EyeClient& eye,
                             Sight& sight) {
    std::vector<PageToBind> packed;
    std::vector<KeptPage> kept;
    for (const Page& page : pages) {
        packed.push_back({page.packed, sight.text_of(page.sheet, page.turns), page.turns});
        if (page.doubts.empty()) continue;
        kept.push_back({static_cast<int>(packed.size()), page.doubts, reason_of(page)});
    }
    auto bound = eye.bind_pages(packed);
    if (!bound) return fail(bound.error());
    return PlainPart{item, PartKind::Paper, *std::move(bound), std::move(kept)};
}

PlainPart form_part(const Tree& form) { return {"form", PartKind::Form, to_bytes(to_json(form))}; }

}  // namespace

Result<std::vector<PlainPart>> parts_of(const Dossier& dossier, EyeClient& eye, Sight& sight) {
    std::vector<PlainPart> parts{form_part(form_of(dossier))};
    for (const auto& [item, pages] : dossier.papers) {
        auto paper = paper_part(item.value(), pages, eye, sight);
        if (!paper) return fail(paper.error());
        parts.push_back(*std::move(paper));
    }
    return parts;
}

Result<std::vector<PlainPart>> parts_of(const StoreOpinion& store, EyeClient* eye, Sight& sight) {
    std::vector<PlainPart> parts{form_part(form_of(store.opinion, store.said))};
    const auto* request = std::get_if<UnlawfulRequest>(&store.opinion);
    if (request == nullptr || !request->photo) return parts;
    if (eye == nullptr) return fail(Fault::EyeUnavailable);
    auto photo = paper_part(std::string(kDemandPhoto), {&*request->photo, 1}, *eye, sight);
    if (!photo) return fail(photo.error());
    parts.push_back(*std::move(photo));
    return parts;
}

}  // namespace motlan
