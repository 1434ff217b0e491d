#include "kiosk/programs/kioskctl_procedure.h"

#include <algorithm>
#include <format>
#include <iterator>
#include <print>

#include "kiosk/core/json.h"
#include "kiosk/domain/check.h"
#include "kiosk/domain/difference.h"
#include "kiosk/programs/catalogue_files.h"

namespace motlan {
namespace {

/// One line of the report.
struct Finding {
    Problem problem;
    std::string rule;
    bool is_error = true;
};

void print(const Finding& finding, bool is_json) {
    const Problem& problem = finding.problem;
    if (!is_json) {
        std::println("{}: {} [{}]", finding.is_error ? "mend" : "note", to_text(problem),
                     finding.rule);
        return;
    }
    std::println("{}", to_json(Tree::Table{{"error", finding.is_error},
                                           {"file", problem.file},
                                           {"key", problem.key},
                                           {"line", problem.line},
                                           {"reason", problem.reason},
                                           {"rule", finding.rule}}));
}

std::vector<Finding> findings_in(const ProcedureFile& read) {
    std::vector<Finding> found;
    for (const Remark& remark : check_procedure(read.procedure)) {
        found.push_back({{read.file.string(), read.line_of(remark.key), remark.key, remark.reason},
                         std::string(remark.rule),
                         remark.is_error});
    }
    return found;
}

/// Two files whose versions are in force on the same day.
std::vector<Finding> overlaps(const std::vector<ProcedureFile>& files) {
    std::vector<Procedure> procedures;
    for (const ProcedureFile& each : files) procedures.push_back(each.procedure);
    const auto pair = find_overlap(procedures);
    if (!pair) return {};
    const auto index = static_cast<std::size_t>(pair->second - procedures.data());
    return {{{files[index].file.string(), files[index].line_of("from"), "from",
              std::format("versions {} and {} of {} are in force on the same day",
                          pair->first->version, pair->second->version, pair->first->code.value())},
             "overlap"}};
}

std::vector<Finding> check(const std::vector<std::filesystem::path>& paths,
                           const SourceRegister& sources) {
    std::vector<Finding> found;
    std::vector<ProcedureFile> sound;
    for (const std::filesystem::path& file : files_at(paths)) {
        auto read = read_procedure_file(file, sources);
        if (!read) {
            found.push_back({read.error(), "does-not-load"});
            continue;
        }
        std::ranges::copy(findings_in(*read), std::back_inserter(found));
        sound.push_back(*std::move(read));
    }
    std::ranges::copy(overlaps(sound), std::back_inserter(found));
    return found;
}

int refuse(std::string_view reason) {
    std::println(stderr, "kioskctl procedure: {}", reason);
    return kUsage;
}

}  // namespace

int procedure_check(Arguments arguments) {
    bool is_json = false;
    std::vector<std::filesystem::path> paths;
    for (const std::string_view argument : arguments) {
        if (argument == "--json") {
            is_json = true;
        } else if (argument.starts_with("-")) {
            return refuse(std::format("check: {} is not known", argument));
        } else {
            paths.emplace_back(argument);
        }
    }
    if (paths.empty()) return refuse("check: a file or folder is needed");
    const auto sources = usual_sources();
    if (!sources) {
        print({sources.error(), "does-not-load"}, is_json);
        return kFoundWrong;
    }
    const auto found = check(paths, *sources);
    for (const Finding& finding : found) print(finding, is_json);
    const auto errors = std::ranges::count(found, true, &Finding::is_error);
    if (!is_json) {
        std::println("{} to mend, {} to know", errors, std::ssize(found) - errors);
    }
    return errors == 0 ? kFine : kFoundWrong;
}

int procedure_diff(Arguments arguments) {
    if (arguments.size() != 2) return refuse("diff: two files are needed");
    const auto sources = usual_sources();
    if (!sources) return std::println(stderr, "{}", to_text(sources.error())), kFoundWrong;
    const auto before = read_procedure_file(arguments[0], *sources);
    const auto after = read_procedure_file(arguments[1], *sources);
    for (const auto* each : {&before, &after}) {
        if (!*each) return std::println(stderr, "{}", to_text(each->error())), kFoundWrong;
    }
    const auto said = differences(before->procedure, after->procedure);
    for (const std::string& sentence : said) std::println("{}", sentence);
    if (said.empty()) std::println("nothing differs");
    return kFine;
}

}  // namespace motlan
