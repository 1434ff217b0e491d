#include "kiosk/programs/kioskctl_medium.h"

#include <format>
#include <print>

#include "kiosk/core/json.h"
#include "kiosk/outbox/medium.h"
#include "kiosk/programs/kept_outbox.h"

namespace motlan {
namespace {

/// What became of one dossier.
struct Outcome {
    DossierId dossier;
    std::string_view word;  ///< "written", "there_already", "no_receipt", "acknowledged" …
    std::optional<Fault> fault = {};
};

/// What a dossier is carried with, and what was done with it.
using Carry = std::function<Outcome(KeptOutbox& kept, const DossierRecord& record)>;

Outcome carry_out(KeptOutbox& kept, const Medium& stick, const DossierRecord& record) {
    const DossierId& id = record.mark.dossier;
    const auto written = stick.write(record, kept.outbox.shelf(id), kept.enrolment.ca);
    if (!written) return {id, "not_written", written.error()};
    if (!*written) return {id, "there_already"};
    const auto noted = kept.outbox.note({AuditEvent::DossierExported, {{"dossier", id}}});
    return {id, "written", noted ? std::nullopt : std::optional(noted.error())};
}

Outcome carry_in(KeptOutbox& kept, const Medium& stick, const DossierId& id, const Trust& trust) {
    const auto receipt = stick.receipt(id);
    if (!receipt) return {id, "not_read", receipt.error()};
    if (receipt->empty()) return {id, "no_receipt"};
    const auto verified = kept.outbox.acknowledge(id, *receipt, trust);
    if (!verified) return {id, "not_believed", verified.error()};
    if (verified->event == ReceiptEvent::SubmissionRejection) return {id, "rejected"};
    const auto purged = kept.outbox.purge(id);
    return {id, "acknowledged", purged ? std::nullopt : std::optional(purged.error())};
}

void print(const Outcome& outcome, bool is_json) {
    if (!is_json) {
        const std::string fault = outcome.fault ? std::format("\t{}", code(*outcome.fault)) : "";
        std::println("{}\t{}{}", outcome.dossier.value(), outcome.word, fault);
        return;
    }
    Tree::Table table{{"dossier", outcome.dossier.value()},
                      {"ok", !outcome.fault.has_value()},
                      {"outcome", outcome.word}};
    if (outcome.fault) table.emplace("fault", code(*outcome.fault));
    std::println("{}", to_json(Tree(std::move(table))));
}

// A held dossier is being shown to its citizen; it may be carried a moment later.
int each_waiting(KeptOutbox& kept, const Carry& carry, bool is_json) {
    int status = kFine;
    for (const auto state : {DossierState::Released, DossierState::Uploaded}) {
        const auto records = kept.outbox.list(state);
        if (!records) return complain("outbox", code(records.error()), kFoundWrong);
        for (const DossierRecord& record : *records) {
            const Outcome outcome = carry(kept, record);
            print(outcome, is_json);
            if (outcome.fault) status = kFoundWrong;
        }
    }
    return status;
}

}  // namespace

int medium_command(std::string_view verb, Arguments arguments) {
    const bool is_json = arguments.size() == 2 && arguments[1] == "--json";
    if (arguments.size() != (is_json ? 2U : 1U) || arguments[0].starts_with("-"))
        return complain("outbox", "a folder of a memory stick is needed", kUsage);
    const std::filesystem::path folder = arguments[0];
    std::error_code trouble;
    if (!std::filesystem::is_directory(folder, trouble)) {
        const auto reason =
            std::format("{} is no folder ({})", arguments[0], code(Fault::MediumUnavailable));
        return complain("outbox", reason, kFoundWrong);
    }
    SystemDisk disk;
    const SystemClock clock;
    auto kept = open_kept_outbox(disk, clock);
    if (!kept) return complain("outbox", to_text(kept.error()), kFoundWrong);
    const Medium stick(folder, disk);
    if (verb == "export") {
        return each_waiting(
            *kept,
            [&stick](KeptOutbox& from, const DossierRecord& record) {
                return carry_out(from, stick, record);
            },
            is_json);
    }
    const auto bundle = kept->bundle();
    if (!bundle) return complain("outbox", to_text(bundle.error()), kFoundWrong);
    const Trust trust = bundle->receipt_trust(kept->enrolment);
    return each_waiting(
        *kept,
        [&](KeptOutbox& into, const DossierRecord& record) {
            return carry_in(into, stick, record.mark.dossier, trust);
        },
        is_json);
}

}  // namespace motlan
