#include "kiosk/programs/kioskctl_audit.h"

#include <format>
#include <print>

#include "kiosk/core/json.h"
#include "kiosk/programs/kept_outbox.h"

namespace motlan {
namespace {

std::string fields_of(const Tree& record) {
    std::string text;
    for (const auto& [name, value] : record.table_at("fields")) {
        text += std::format("\t{}={}", name, value.text() ? *value.text() : to_json(value));
    }
    return text;
}

int list(const AuditBook& book, bool is_json) {
    int status = kFine;
    for (const AuditRecord& record : book.records) {
        const auto tree = parse_audit_record(record.text);
        if (!tree) status = kFoundWrong;
        if (is_json || !tree) {
            std::println("{}", record.text);
            continue;
        }
        std::println("{}\t{}\t{}\t{}{}", record.number, tree->text_at("time"),
                     tree->text_at("actor"), tree->text_at("event"), fields_of(*tree));
    }
    return status;
}

void print_json(const AuditVerdict& verdict) {
    Tree::Table table{{"anchored_until", verdict.anchored_until},
                      {"ok", !verdict.broken && !verdict.forked},
                      {"records", verdict.records},
                      {"signed_until", verdict.signed_until}};
    if (verdict.broken) {
        table.emplace("fault", code(Fault::AuditBroken));
        table.emplace("reason", to_text(verdict.broken->damage));
        table.emplace("record", verdict.broken->record);
    } else if (verdict.forked) {
        table.emplace("fault", code(Fault::AuditForked));
        table.emplace("record", *verdict.forked);
    }
    std::println("{}", to_json(Tree(std::move(table))));
}

void print_text(const AuditVerdict& verdict) {
    if (verdict.broken) {
        std::println("{}: the log breaks at record {}: {}", code(Fault::AuditBroken),
                     verdict.broken->record, to_text(verdict.broken->damage));
    } else {
        std::println("{} records hold", verdict.records);
    }
    if (verdict.forked) {
        std::println("{}: the province knows another history of this kiosk (record {})",
                     code(Fault::AuditForked), *verdict.forked);
    }
    std::println("signed until record {}, known to the province until record {}",
                 verdict.signed_until, verdict.anchored_until);
}

int verify(const AuditBook& book, const Enrolment& enrolment, bool is_json) {
    const AuditVerdict verdict =
        check_audit(book, {.ca = enrolment.ca, .kiosk = enrolment.province.kiosk});
    if (is_json) print_json(verdict);
    if (!is_json) print_text(verdict);
    return verdict.broken || verdict.forked ? kFoundWrong : kFine;
}

}  // namespace

int audit_command(std::string_view verb, Arguments arguments) {
    const bool is_json = arguments.size() == 1 && arguments[0] == "--json";
    if (!is_json && !arguments.empty()) return complain("audit", "only --json may follow", kUsage);
    SystemDisk disk;
    const SystemClock clock;
    const auto kept = open_kept_outbox(disk, clock);
    if (!kept) return complain("audit", to_text(kept.error()), kFoundWrong);
    const auto book = kept->outbox.audit_book();
    if (!book) return complain("audit", code(book.error()), kFoundWrong);
    return verb == "list" ? list(*book, is_json) : verify(*book, kept->enrolment, is_json);
}

}  // namespace motlan
