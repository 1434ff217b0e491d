#include "kiosk/programs/kioskctl_bundle.h"

#include <algorithm>
#include <format>
#include <print>

#include "kiosk/backend/bundle_folder.h"
#include "kiosk/care/places.h"
#include "kiosk/core/file.h"
#include "kiosk/core/floor_clock.h"
#include "kiosk/core/json.h"
#include "kiosk/core/timestamp.h"
#include "kiosk/link/bundle_store.h"

namespace motlan {
namespace {

namespace fs = std::filesystem;

/// The bundle in service, and what a technician wants to know of it.
struct Shown {
    KeptBundle kept;
    RevocationList revoked;
    std::int64_t damaged = 0;  ///< files that are not the bundle's
    std::string_view state;    ///< "in_service", "expired" (and still in service) or "ended"
    bool is_list_fresh = false;
};

std::string_view state_of(const Bundle& bundle, const Enrolment& enrolment, WallTime now) {
    if (!check_usable(bundle, enrolment, now)) return "ended";
    return bundle.expires <= now ? "expired" : "in_service";
}

Result<Shown> look(const Enrolment& enrolment, WallTime now) {
    auto kept = read_kept_bundle(enrolment.bundles(), enrolment);
    if (!kept) return fail(kept.error());
    auto revoked = known_revocations(enrolment);
    if (!revoked) return fail(revoked.error());
    const auto damaged = std::ranges::count_if(kept->bundle.files, [&](const BundleFile& file) {
        return !read_bundle_file(kept->folder, file);
    });
    return Shown{.kept = *kept,
                 .revoked = *revoked,
                 .damaged = damaged,
                 .state = state_of(kept->bundle, enrolment, now),
                 .is_list_fresh = revoked->is_fresh(now)};
}

Tree names_of(const std::vector<Certificate>& certificates) {
    Tree::List names;
    for (const Certificate& each : certificates) names.emplace_back(each.common_name());
    return names;
}

Tree to_tree(const Shown& shown) {
    const Bundle& bundle = shown.kept.bundle;
    Tree::List files;
    for (const BundleFile& file : bundle.files) files.emplace_back(file.name);
    return Tree::Table{{"damaged", shown.damaged},
                       {"expires", to_timestamp(bundle.expires)},
                       {"files", std::move(files)},
                       {"issued", to_timestamp(bundle.issued)},
                       {"revocations", Tree::Table{{"count", std::ssize(shown.revoked.serials)},
                                                   {"fresh", shown.is_list_fresh},
                                                   {"issued", to_timestamp(shown.revoked.issued)}}},
                       {"root", bundle.root.version},
                       {"root_expires", to_timestamp(bundle.root.expires)},
                       {"signers", names_of(bundle.signers)},
                       {"state", shown.state},
                       {"threshold", static_cast<std::int64_t>(bundle.root.threshold)},
                       {"version", bundle.version}};
}

void print_text(const Shown& shown) {
    const Bundle& bundle = shown.kept.bundle;
    std::println("bundle {} under root {}: {}", bundle.version, bundle.root.version, shown.state);
    std::println("issued {}, expires {}", to_timestamp(bundle.issued),
                 to_timestamp(bundle.expires));
    std::println("{} of {} signers needed, signed by {}", bundle.root.threshold,
                 bundle.root.signers.size(), bundle.signers.size());
    std::println("{} certificates taken back as of {}{}", shown.revoked.serials.size(),
                 to_timestamp(shown.revoked.issued),
                 shown.is_list_fresh ? "" : ": this list is too old");
    for (const BundleFile& file : bundle.files) std::println("  {:>9} {}", file.size, file.name);
    if (shown.damaged > 0) std::println("{} of them are damaged", shown.damaged);
}

int show(const Enrolment& enrolment, const Clock& clock, bool is_json) {
    const auto shown = look(enrolment, clock.wall());
    if (!shown) {
        return complain("bundle show",
                        std::format("there is no bundle that holds ({})", code(shown.error())),
                        kFoundWrong);
    }
    if (is_json) std::println("{}", to_json(to_tree(*shown)));
    if (!is_json) print_text(*shown);
    const bool is_fine =
        shown->damaged == 0 && shown->state == "in_service" && shown->is_list_fresh;
    return is_fine ? kFine : kFoundWrong;
}

/// Only the names that the signed list says are ever opened.
int import(const Enrolment& enrolment, const Clock& clock, const fs::path& folder) {
    const auto published = read_file(folder / kPublished, kStatementsLimit);
    if (!published) {
        return complain("bundle import", (folder / kPublished).string() + " cannot be read",
                        kFoundWrong);
    }
    SystemDisk disk;
    BundleStore store({enrolment, clock, disk});
    const auto accepted = store.accept(
        *published, [&](const BundleFile& file) { return read_bundle_file(folder, file); });
    if (!accepted) {
        return complain(
            "bundle import",
            std::format("refused ({}); bundle {} stays", code(accepted.error()), store.version()),
            kFoundWrong);
    }
    std::println("bundle {} is in service", store.version());
    return kFine;
}

}  // namespace

int bundle_command(std::string_view verb, Arguments arguments) {
    const bool is_json = verb == "show" && !arguments.empty() && arguments.front() == "--json";
    if (is_json) arguments = arguments.subspan(1);
    if (arguments.size() != (verb == "import" ? 1U : 0U)) {
        return complain("bundle", "show [--json] or import FOLDER is needed", kUsage);
    }
    const fs::path state = places().state;
    const auto enrolment = read_enrolment(state / "enrolment");
    if (!enrolment) return complain("bundle", to_text(enrolment.error()), kFoundWrong);
    const SystemClock machine;
    const FloorClock clock(machine, state / "clock_floor");
    return verb == "import" ? import(*enrolment, clock, arguments.front())
                            : show(*enrolment, clock, is_json);
}

}  // namespace motlan
