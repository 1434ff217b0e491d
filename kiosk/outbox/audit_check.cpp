#include "kiosk/outbox/audit_check.h"

#include <algorithm>

#include "kiosk/outbox/audit_checkpoint.h"
#include "kiosk/outbox/receipt.h"

namespace motlan {
namespace {

/// Where the log stood, by somebody's signature.
struct Witness {
    AuditMark mark;
    AuditDamage damage = AuditDamage::CheckpointOfOtherHistory;  ///< if the log says otherwise
};

/// Collects breaks and keeps the first by record.
class Breaks {
public:
    void add(std::int64_t record, AuditDamage damage) {
        if (!first_ || record < first_->record) first_ = AuditBreak{record, damage};
    }
    [[nodiscard]] const std::optional<AuditBreak>& first() const { return first_; }

private:
    std::optional<AuditBreak> first_;
};

std::vector<Witness> witnesses_of(const AuditBook& book, const AuditTrust& trust, Breaks& breaks) {
    std::vector<Witness> witnesses;
    for (const auto& [count, document] : book.checkpoints) {
        const auto checkpoint = open_checkpoint(document, trust.ca);
        const bool holds =
            checkpoint && checkpoint->kiosk == trust.kiosk && checkpoint->mark.count == count;
        if (!holds) breaks.add(count, AuditDamage::CheckpointForged);
        if (holds) witnesses.push_back({checkpoint->mark, AuditDamage::CheckpointOfOtherHistory});
    }
    for (const Bytes& cms : book.receipts) {
        const auto document = open_old_document(cms, {.ca = trust.ca, .role = Role::Receipt});
        const auto receipt = document.and_then(
            [](const SignedDocument& opened) { return parse_receipt(as_text(opened.content)); });
        if (!receipt) breaks.add(book.start.count + 1, AuditDamage::ReceiptForged);
        if (receipt && receipt->checkpoint)
            witnesses.push_back({*receipt->checkpoint, AuditDamage::ReceiptOfOtherHistory});
    }
    std::ranges::stable_sort(witnesses, {}, [](const Witness& each) { return each.mark.count; });
    return witnesses;
}

// The newest record of that event; an empty one when there is none.
AuditRecord newest_of(AuditEvent event, const AuditBook& book) {
    AuditRecord newest;
    for (const AuditRecord& record : book.records) {
        const auto tree = parse_audit_record(record.text);
        if (tree && tree->text_at("event") == name(event)) newest = record;
    }
    return newest;
}

// What the newest record about dropped records says; zeros when there is none.
AuditMark told_start(const AuditBook& book) {
    const auto tree = parse_audit_record(newest_of(AuditEvent::RecordsDropped, book).text);
    const Tree* fields = tree ? tree->find("fields") : nullptr;
    return fields != nullptr ? read_mark(*fields).value_or(AuditMark{}) : AuditMark{};
}

bool is_well_formed(const AuditRecord& record) {
    const auto tree = parse_audit_record(record.text);
    return tree && tree->number_at("count") == record.number;
}

// The chain up to its first break, which ends it.
std::vector<AuditMark> chain_of(const AuditBook& book, Breaks& breaks) {
    std::vector<AuditMark> chain{book.start};
    for (const AuditRecord& record : book.records) {
        const AuditMark& last = chain.back();
        const std::int64_t next = last.count + 1;
        if (record.number != next) {
            breaks.add(next, AuditDamage::RecordMissing);
            break;
        }
        if (chained_hash(last.hash, record.text) != record.hash) {
            breaks.add(next, AuditDamage::RecordChanged);
            break;
        }
        if (!is_well_formed(record)) breaks.add(next, AuditDamage::RecordMalformed);
        chain.push_back({record.number, record.hash});
    }
    return chain;
}

}  // namespace

std::string_view to_text(AuditDamage damage) {
    switch (damage) {
        case AuditDamage::RecordMissing: return "the record is missing";
        case AuditDamage::RecordMalformed: return "the record is not one that a kiosk writes";
        case AuditDamage::RecordChanged: return "the record is not the one that was chained";
        case AuditDamage::CheckpointForged: return "the checkpoint's signature does not hold";
        case AuditDamage::CheckpointOfOtherHistory: return "the signed checkpoint tells otherwise";
        case AuditDamage::ReceiptForged: return "a stored receipt's signature does not hold";
        case AuditDamage::ReceiptOfOtherHistory: return "the province's receipt tells otherwise";
        case AuditDamage::StartUnexplained: return "earlier records were dropped unlawfully";
    }
    return {};
}

AuditVerdict check_audit(const AuditBook& book, const AuditTrust& trust) {
    AuditVerdict verdict;
    Breaks breaks;
    const std::vector<Witness> witnesses = witnesses_of(book, trust, breaks);
    const std::vector<AuditMark> chain = chain_of(book, breaks);
    if (told_start(book) != book.start)
        breaks.add(book.start.count + 1, AuditDamage::StartUnexplained);
    for (const Witness& witness : witnesses) {
        if (witness.mark.count < book.start.count) continue;
        const auto at = static_cast<std::size_t>(witness.mark.count - book.start.count);
        if (at >= chain.size()) breaks.add(chain.back().count + 1, AuditDamage::RecordMissing);
        const bool holds = at < chain.size() && chain[at] == witness.mark;
        if (at < chain.size() && !holds) breaks.add(witness.mark.count, witness.damage);
        const bool is_anchor = witness.damage == AuditDamage::ReceiptOfOtherHistory;
        auto& until = is_anchor ? verdict.anchored_until : verdict.signed_until;
        if (holds) until = std::max(until, witness.mark.count);
    }
    verdict.broken = breaks.first();
    verdict.records = chain.back().count - book.start.count;
    const std::int64_t fork = newest_of(AuditEvent::HistoryForked, book).number;
    if (fork > verdict.anchored_until) verdict.forked = fork;
    return verdict;
}

}  // namespace motlan
