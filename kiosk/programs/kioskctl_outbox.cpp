#include "kiosk/programs/kioskctl_outbox.h"

#include <format>
#include <print>

#include "kiosk/core/json.h"
#include "kiosk/core/timestamp.h"
#include "kiosk/programs/kept_outbox.h"

namespace motlan {
namespace {

enum class Form : std::uint8_t { Text, Json };

Tree::Table to_table(const DossierRecord& record, std::int64_t size) {
    Tree::Table table{{"confirmed", record.confirmation == Confirmation::Confirmed},
                      {"dossier", record.mark.dossier.value()},
                      {"entered", to_timestamp(record.entered)},
                      {"parts", std::ssize(record.mark.parts)},
                      {"size", size},
                      {"state", to_text(record.state)}};
    if (record.parked) table.emplace("parked", code(*record.parked));
    return table;
}

void print(const DossierRecord& record, Form form) {
    const std::int64_t size = size_of(record.mark.parts);
    if (form == Form::Json) {
        std::println("{}", to_json(Tree(to_table(record, size))));
        return;
    }
    const std::string parked =
        record.parked ? std::format("\tparked {}", code(*record.parked)) : std::string();
    std::println("{}\t{}\t{}\t{} bytes\t{}{}", record.mark.dossier.value(), to_text(record.state),
                 record.confirmation == Confirmation::Confirmed ? "confirmed" : "unconfirmed", size,
                 to_timestamp(record.entered), parked);
}

int list(const Outbox& outbox, Form form) {
    const auto records = outbox.list();
    if (!records) return complain("outbox", code(records.error()), kFoundWrong);
    for (const DossierRecord& record : *records) print(record, form);
    return kFine;
}

void print(const Finding& finding, Form form) {
    if (form == Form::Text) {
        const std::string part =
            finding.part ? std::format("\tpart {}", *finding.part) : std::string();
        std::println("{}\t{}{}", finding.folder, to_text(finding.damage), part);
        return;
    }
    Tree::Table table{
        {"folder", finding.folder}, {"ok", false}, {"reason", to_text(finding.damage)}};
    if (finding.part) table.emplace("part", static_cast<std::int64_t>(*finding.part));
    std::println("{}", to_json(Tree(std::move(table))));
}

int verify(const Outbox& outbox, Form form) {
    const auto findings = outbox.verify();
    if (!findings) return complain("outbox", code(findings.error()), kFoundWrong);
    for (const Finding& finding : *findings) print(finding, form);
    if (!findings->empty()) return kFoundWrong;
    std::println("{}",
                 form == Form::Json ? R"({"ok":true})" : "every stored byte is as its label says");
    return kFine;
}

}  // namespace

int outbox_command(std::string_view verb, Arguments arguments) {
    const bool is_json = arguments.size() == 1 && arguments[0] == "--json";
    if (!is_json && !arguments.empty()) return complain("outbox", "only --json may follow", kUsage);
    SystemDisk disk;
    const SystemClock clock;
    const auto kept = open_kept_outbox(disk, clock);
    if (!kept) return complain("outbox", to_text(kept.error()), kFoundWrong);
    const Form form = is_json ? Form::Json : Form::Text;
    if (verb == "list") return list(kept->outbox, form);
    if (verb == "verify") return verify(kept->outbox, form);
    return complain("outbox", "list or verify is needed", kUsage);
}

}  // namespace motlan
