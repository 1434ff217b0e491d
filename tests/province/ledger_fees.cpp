// The ledger's half for fees and opinions: what is due and was paid, what citizens said.
#include "tests/province/ledger.h"

namespace motlan::province {

Result<std::optional<LedgerFee>> Ledger::fee_of(const std::string& dossier) {
    const std::lock_guard lock(database_);
    const auto rows = database_.run(
        "SELECT dong, paid, payload, expires, code FROM fees JOIN dossiers ON "
        "dossiers.id=fees.dossier WHERE dossier=?",
        {dossier});
    if (!rows) return fail(rows.error());
    if (rows->empty()) return std::optional<LedgerFee>();
    const Row& row = rows->front();
    return LedgerFee{.code = text_of(row[4]),
                     .dong = number_of(row[0]),
                     .paid = number_of(row[1]),
                     .payload = text_of(row[2]),
                     .expires = text_of(row[3])};
}

Result<void> Ledger::demand(const std::string& dossier, std::int64_t dong) {
    const std::lock_guard lock(database_);
    const auto stored = database_.run(
        "INSERT INTO fees(dossier, dong, paid, payload, expires) VALUES(?1,?2,0,'','') ON CONFLICT "
        "(dossier) DO UPDATE SET dong=?2, paid=0, payload='', expires=''",
        {dossier, dong});
    if (!stored) return fail(stored.error());
    return {};
}

Result<void> Ledger::note_code(const std::string& dossier, const std::string& payload,
                               const std::string& expires) {
    const std::lock_guard lock(database_);
    const auto stored = database_.run("UPDATE fees SET payload=?, expires=? WHERE dossier=?",
                                      {payload, expires, dossier});
    if (!stored) return fail(stored.error());
    return {};
}

Result<void> Ledger::note_paid(const std::string& dossier, std::int64_t paid) {
    const std::lock_guard lock(database_);
    const auto stored = database_.run("UPDATE fees SET paid=? WHERE dossier=?", {paid, dossier});
    if (!stored) return fail(stored.error());
    return {};
}

Result<std::optional<LedgerTrial>> Ledger::trial_of(const std::string& id) {
    const std::lock_guard lock(database_);
    const auto rows =
        database_.run("SELECT kiosk, payload, made, state FROM trials WHERE id=?", {id});
    if (!rows) return fail(rows.error());
    if (rows->empty()) return std::optional<LedgerTrial>();
    const Row& row = rows->front();
    return LedgerTrial{.kiosk = text_of(row[0]),
                       .payload = text_of(row[1]),
                       .made = number_of(row[2]),
                       .state = text_of(row[3])};
}

Result<void> Ledger::store_trial(const std::string& id, const LedgerTrial& trial) {
    const std::lock_guard lock(database_);
    const auto stored = database_.run(
        "INSERT INTO trials(id, kiosk, payload, made, state) VALUES(?1,?2,?3,?4,?5) ON CONFLICT "
        "(id) DO UPDATE SET state=?5",
        {id, trial.kiosk, trial.payload, trial.made, trial.state});
    if (!stored) return fail(stored.error());
    return {};
}

Result<std::vector<LedgerOpinion>> Ledger::opinions() {
    const std::lock_guard lock(database_);
    const auto rows = database_.run(
        "SELECT kind, form FROM opinions JOIN dossiers ON dossiers.id=opinions.dossier ORDER BY "
        "dossiers.sequence");
    if (!rows) return fail(rows.error());
    std::vector<LedgerOpinion> all;
    for (const Row& row : *rows) all.push_back({text_of(row[0]), text_of(row[1])});
    return all;
}

Result<void> Ledger::store_opinion(const std::string& dossier, const LedgerOpinion& opinion) {
    const auto stored = database_.run("INSERT INTO opinions(dossier, kind, form) VALUES(?,?,?)",
                                      {dossier, opinion.kind, opinion.form});
    if (!stored) return fail(stored.error());
    return {};
}

}  // namespace motlan::province
