// The ledger's half for what comes after the receipt: whose a dossier is, and what was said of it.
#include "tests/province/ledger.h"

namespace motlan::province {
namespace {

Cell cell(const std::string& text) { return text.empty() ? Cell{} : Cell{text}; }

}  // namespace

Result<void> Ledger::store_event(const std::string& dossier, const LedgerEvent& event) {
    const auto stored = database_.run(
        "INSERT INTO events(dossier, sequence, status, time, due, document) VALUES(?,?,?,?,?,?)",
        {dossier, event.sequence, event.status, event.time, cell(event.due), event.document});
    if (!stored) return fail(stored.error());
    return {};
}

Result<void> Ledger::store_filing(const LedgerEntry& entry) {
    if (entry.filing.opinion) return store_opinion(entry.dossier, *entry.filing.opinion);
    if (entry.filing.citizen.empty() || !entry.filing.supplements.empty()) return {};
    const auto stored =
        database_.run("INSERT INTO filings(dossier, citizen, procedure) VALUES(?,?,?)",
                      {entry.dossier, entry.filing.citizen, entry.filing.procedure});
    if (!stored) return fail(stored.error());
    if (entry.filing.dong > 0) {
        if (const auto due = demand(entry.dossier, entry.filing.dong); !due) return due;
    }
    return store_event(entry.dossier, entry.filing.accepted);
}

Result<std::vector<LedgerEvent>> Ledger::events_of(const std::string& dossier) {
    const std::lock_guard lock(database_);
    const auto rows = database_.run(
        "SELECT sequence, status, time, due, document FROM events WHERE dossier=? ORDER BY "
        "sequence",
        {dossier});
    if (!rows) return fail(rows.error());
    std::vector<LedgerEvent> events;
    for (const Row& row : *rows) {
        events.push_back({.sequence = number_of(row[0]),
                          .status = number_of(row[1]),
                          .time = text_of(row[2]),
                          .due = text_of(row[3]),
                          .document = bytes_of(row[4])});
    }
    return events;
}

Result<std::vector<std::string>> Ledger::filed_by(const std::string& citizen, std::int64_t most) {
    const std::lock_guard lock(database_);
    const auto rows = database_.run(
        "SELECT filings.dossier FROM filings JOIN dossiers ON dossiers.id=filings.dossier "
        "WHERE citizen=? ORDER BY dossiers.sequence DESC LIMIT ?",
        {citizen, most});
    if (!rows) return fail(rows.error());
    std::vector<std::string> dossiers;
    for (const Row& row : *rows) dossiers.push_back(text_of(row[0]));
    return dossiers;
}

Result<LedgerEvent> Ledger::add_event(const std::string& dossier, const MakeEvent& make) {
    const std::lock_guard lock(database_);
    Transaction transaction(database_);
    if (!transaction.is_open()) return fail(Fault::StorageFailed);
    const auto filed =
        database_.run("SELECT citizen, procedure FROM filings WHERE dossier=?", {dossier});
    const auto last =
        database_.run("SELECT coalesce(max(sequence), 0) FROM events WHERE dossier=?", {dossier});
    if (!filed || filed->empty() || !last) return fail(Fault::StorageFailed);
    const Filing filing{.citizen = text_of(filed->front()[0]),
                        .procedure = text_of(filed->front()[1]),
                        .accepted = {}};
    auto event = make(filing, number_of(last->front()[0]) + 1);
    if (!event) return event;
    if (const auto stored = store_event(dossier, *event); !stored) return fail(stored.error());
    if (const auto committed = transaction.commit(); !committed) return fail(committed.error());
    return event;
}

}  // namespace motlan::province
