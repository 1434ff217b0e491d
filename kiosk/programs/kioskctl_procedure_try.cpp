#include <algorithm>
#include <format>
#include <optional>
#include <print>

#include "kiosk/app/person_file.h"
#include "kiosk/core/file.h"
#include "kiosk/core/json.h"
#include "kiosk/programs/catalogue_files.h"
#include "kiosk/programs/kioskctl_procedure.h"
#include "kiosk/programs/plan_table.h"

namespace motlan {
namespace {

/// What show and try were called with.
struct Call {
    std::string code;
    std::filesystem::path person;
    std::filesystem::path picture;
    std::set<SourceId> down;
    bool is_json = false;
};

/// Nothing when a word is not known or a value is missing.
std::optional<Call> read_call(Arguments arguments) {
    Call call;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string_view word = arguments[i];
        const bool has_value = i + 1 < arguments.size();
        if (word == "--json") {
            call.is_json = true;
        } else if (word == "--person" && has_value) {
            call.person = arguments[++i];
        } else if (word == "--picture" && has_value) {
            call.picture = arguments[++i];
        } else if (word == "--down" && has_value) {
            call.down.insert(SourceId(std::string(arguments[++i])));
        } else if (word.starts_with("-") || !call.code.empty()) {
            return std::nullopt;
        } else {
            call.code = word;
        }
    }
    return call.code.empty() ? std::nullopt : std::optional(call);
}

int report(const Problem& problem) {
    std::println(stderr, "kioskctl procedure: {}", to_text(problem));
    return kFoundWrong;
}

void print(const PlanContext& context, const std::vector<PlanRow>& rows, bool is_json) {
    if (is_json) {
        for (const PlanRow& row : rows) {
            std::println("{}", to_json(Tree::Table{{"asked", row.is_asked},
                                                   {"how", row.how},
                                                   {"item", row.item},
                                                   {"label", row.label},
                                                   {"law", row.law}}));
        }
        return;
    }
    const Procedure& procedure = context.procedure;
    std::println("{}  {} (version {})", procedure.code.value(), procedure.name.vi,
                 procedure.version);
    std::println("result: {}; in {}", procedure.result.vi, procedure.time_limit.vi);
    for (const LegalBasis& basis : procedure.basis) {
        std::println("by {}{}", basis.document, basis.verified ? "" : " (unconfirmed)");
    }
    std::println("");
    for (const PlanRow& row : rows) {
        std::println("{:<20} {}\n{:<20} {}", row.item, row.label, "", row.how);
        if (!row.law.empty()) std::println("{:<20} {}", "", row.law);
    }
    const auto asked = std::ranges::count(rows, true, &PlanRow::is_asked);
    std::println("\n{} of {} are asked", asked, rows.size());
}

int show(const PlanContext& context, const AcquisitionPlan& plan, const Call& call) {
    const auto rows = plan_table(context, plan);
    print(context, rows, call.is_json);
    if (call.picture.empty()) return kFine;
    if (write_file(call.picture, as_bytes(plan_picture(context, rows)))) return kFine;
    return report({call.picture.string(), 0, "", "the picture cannot be written"});
}

AcquisitionPlan plan_for(const PlanContext& context, const PersonFile& person,
                         const std::set<SourceId>& down) {
    const auto queries =
        needed_queries(context.procedure, context.sources, context.day, {person.profile, Acting{}});
    const SourceWords words = person.words(queries, down);
    return plan(context.procedure, context.sources, context.day,
                {words, person.profile, {}, {}, {}});
}

}  // namespace

int procedure_show(Arguments arguments) {
    const auto call = read_call(arguments);
    if (!call || !call->person.empty() || !call->down.empty()) {
        std::println(stderr, "kioskctl procedure: show [--json] [--picture FILE] CODE is needed");
        return kUsage;
    }
    const auto sources = usual_sources();
    if (!sources) return report(sources.error());
    const auto found = find_procedure(call->code, *sources);
    if (!found) return report(found.error());
    const PlanContext context{found->procedure, *sources, today()};
    return show(context, expected_plan(found->procedure, *sources, today()), *call);
}

int procedure_try(Arguments arguments) {
    const auto call = read_call(arguments);
    if (!call || call->person.empty()) {
        std::println(stderr,
                     "kioskctl procedure: try [--json] CODE --person FILE [--down SOURCE]… is "
                     "needed");
        return kUsage;
    }
    const auto sources = usual_sources();
    if (!sources) return report(sources.error());
    for (const SourceId& down : call->down) {
        if (sources->find(down) != nullptr) continue;
        return report({"", 0, "--down", "there is no source " + down.value()});
    }
    const auto found = find_procedure(call->code, *sources);
    if (!found) return report(found.error());
    const auto person = read_person(call->person, today());
    if (!person) return report(person.error());
    const PlanContext context{found->procedure, *sources, today()};
    return show(context, plan_for(context, *person, call->down), *call);
}

}  // namespace motlan
