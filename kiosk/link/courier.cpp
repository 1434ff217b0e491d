#include "kiosk/link/courier.h"

#include <algorithm>
#include <utility>

#include "kiosk/core/log.h"

namespace motlan {

Result<Receipted> Courier::carry(const DossierRecord& record, const Trust& receipts) {
    const DossierId& id = record.mark.dossier;
    if (record.state == DossierState::Released) {
        if (const auto uploaded = upload(record); !uploaded) return fail(uploaded.error());
        if (const auto marked = outbox_.mark_uploaded(id); !marked) return fail(marked.error());
        log(LogEvent::DossierUploaded);
    }
    auto completion = province_.complete(id);
    if (completion && completion->are_parts_missing) {
        // The province has lost its place or ours was ahead: from the announcement again.
        if (const auto uploaded = upload(record); !uploaded) return fail(uploaded.error());
        completion = province_.complete(id);
        if (completion && completion->are_parts_missing) return fail(Fault::BackendAnswerMalformed);
    }
    if (!completion) return fail(completion.error());
    if (completion->receipt.empty()) return Receipted();
    return settle(record, completion->receipt, receipts);
}

Result<void> Courier::upload(const DossierRecord& record) {
    const auto label = outbox_.shelf(record.mark.dossier).label(record.confirmation);
    if (!label) return fail(label.error());
    if (sha256(*label) != record.mark.label) return fail(Fault::RecordDamaged);
    send_checkpoint();
    auto step = province_.announce(record.mark.dossier, *label);
    for (std::size_t part = 0; step && part < record.mark.parts.size(); ++part) {
        step = upload_part(record, part);
    }
    return step;
}

// The log is evidence, the dossier is the citizen's: it goes whatever becomes of the checkpoint.
void Courier::send_checkpoint() {
    const auto newest = outbox_.checkpoint_to_send();
    if (!newest) log(LogEvent::FaultSeen, {{"fault", newest.error()}});
    if (!newest || newest->empty()) return;
    const auto sent = province_.send_checkpoint(*newest);
    if (sent) note_audit(std::nullopt);
    if (!sent && sent.error() == Fault::AuditForked) note_audit(sent.error());
}

void Courier::note_audit(std::optional<Fault> fault) {
    if (fault == std::exchange(audit_fault_, fault) || !fault) return;
    log(LogEvent::FaultSeen, {{"fault", *fault}});
    const auto noted = outbox_.note({AuditEvent::HistoryForked, {{"fault", *fault}}});
    if (!noted) log(LogEvent::FaultSeen, {{"fault", noted.error()}});
}

Result<void> Courier::upload_part(const DossierRecord& record, std::size_t part) {
    auto upload = province_.open_upload(record.mark.dossier, part);
    if (!upload) return fail(upload.error());
    const std::int64_t size = record.mark.parts[part].size;
    // A province whose offset goes back and forth is left alone after a while.
    const std::int64_t most_steps = size / kLeastPiece + 16;
    for (std::int64_t steps = 0; !upload->is_complete; ++steps) {
        if (upload->offset > size || steps == most_steps)
            return fail(Fault::BackendAnswerMalformed);
        if (const auto appended = append(*upload, record, part); !appended) return appended;
    }
    return upload->offset == size ? Result<void>() : fail(Fault::BackendAnswerMalformed);
}

Result<void> Courier::append(Upload& upload, const DossierRecord& record, std::size_t part) {
    const std::int64_t size = record.mark.parts[part].size;
    const std::int64_t wished =
        std::min({piece_size_, province_.wise_piece(), upload.append_limit, size - upload.offset});
    const auto piece = outbox_.shelf(record.mark.dossier)
                           .piece(part, upload.offset, static_cast<std::size_t>(wished));
    if (!piece) return fail(piece.error());
    if (std::ssize(*piece) != wished) return fail(Fault::RecordDamaged);
    const bool is_last = upload.offset + wished == size;
    const auto appended = province_.append(upload, *piece, is_last);
    piece_size_ =
        appended ? std::min(piece_size_ * 2, kMostPiece) : std::max(piece_size_ / 2, kLeastPiece);
    return appended;
}

Result<Receipted> Courier::settle(const DossierRecord& record, ByteView receipt,
                                  const Trust& receipts) {
    const DossierId& id = record.mark.dossier;
    const auto verified = outbox_.acknowledge(id, receipt, receipts);
    if (!verified) return fail(verified.error());
    const bool is_accepted = verified->event == ReceiptEvent::SubmissionAcceptance;
    if (is_accepted) log(LogEvent::DossierAcknowledged);
    if (!is_accepted) log(LogEvent::DossierParked, {{"fault", Fault::DossierRejected}});
    // A failed purge is repeated at the next start; the receipt is safe.
    if (is_accepted && !outbox_.purge(id)) {
        log(LogEvent::FaultSeen, {{"fault", Fault::StorageFailed}});
    }
    return proven_time(receipt, *verified, receipts);
}

}  // namespace motlan
