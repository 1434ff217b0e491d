#include "kiosk/app/staff_desk.h"

#include <format>

#include "kiosk/app/deeds.h"
#include "kiosk/core/log.h"
#include "kiosk/outbox/random.h"

namespace motlan {
namespace {

Word word_of(StaffRole role) {
    if (role == StaffRole::Technician) return "technician";
    if (role == StaffRole::Supervisor) return "supervisor";
    return "attendant";
}

Word word_of(HelpScope scope) {
    if (scope == HelpScope::Type) return "type";
    return "guide";
}

Word word_of(ExceptionReason reason) {
    switch (reason) {
        case ExceptionReason::Deadline: break;
        case ExceptionReason::NoOtherAccess: return "no_other_access";
        case ExceptionReason::LongOutage: return "long_outage";
    }
    return "deadline";
}

Word word_of(SigningNeed need) {
    if (need == SigningNeed::CannotSign) return "cannot_sign";
    return "cannot_read";
}

}  // namespace

StaffDesk::StaffDesk(const std::filesystem::path& state, const Clock& clock, Province& province,
                     EventQueue& events)
    : entrance_(state, clock), clock_(clock), province_(province), events_(events) {}

void StaffDesk::sign_in(const SignStaffIn& wish) {
    worker_.add([this, wish](const std::stop_token&) {
        const auto who = entrance_.sign_in(as_text(wish.badge), wish.pin);
        if (!who) {
            province_.note({AuditEvent::StaffRefused, {{"fault", who.error()}}});
            events_.post(StaffRefused{who.error()});
            return;
        }
        province_.note(
            {AuditEvent::StaffSignedIn, {{"staff", who->number}, {"role", word_of(who->role)}}});
        events_.post(StaffAdmitted{*who});
    });
}

void StaffDesk::note(const NoteHelp& note) {
    const HelpRecord& help = note.record;
    if (!note.is_over) {
        AuditEntry granted{AuditEvent::HelpGranted,
                           {{"staff", help.staff}, {"scope", word_of(help.scope)}}};
        if (note.only) granted.fields.push_back({"item", ListedName(note.only->value())});
        province_.note(granted);
        return;
    }
    province_.note({AuditEvent::HelpEnded,
                    {{"staff", help.staff},
                     {"scope", word_of(help.scope)},
                     {"entered", std::int64_t{help.entered}},
                     {"confirmed", std::int64_t{help.confirmed}}}});
    for (const HelpEdit& edit : note.edits) write(help.staff, edit);
}

// The salt ends with the visit, so nobody can try which value a hash might be of. A hash without
// one would tell the value, so a machine that has no randomness writes down who edited what, and no
// hash.
void StaffDesk::write(const StaffNumber& staff, const HelpEdit& edit) {
    if (salt_.empty()) salt_ = random_id().value_or("");
    if (salt_.empty()) log(LogEvent::FaultSeen, {{"fault", Fault::SealingFailed}});
    const auto hashed = [this, &edit](const std::string& value) {
        return digest_of(as_bytes(std::format("{} {} {}", salt_, edit.item.value(), value)));
    };
    AuditEntry entry{AuditEvent::HelpEdited,
                     {{"staff", staff},
                      {"item", ListedName(edit.item.value())},
                      {"confirmed", std::int64_t{edit.is_confirmed}}}};
    if (!salt_.empty() && !edit.before.reveal().empty())
        entry.fields.push_back({"before", hashed(edit.before.reveal())});
    if (!salt_.empty() && !edit.after.reveal().empty())
        entry.fields.push_back({"after", hashed(edit.after.reveal())});
    province_.note(entry);
}

void StaffDesk::note(const ListCalls& wish) const {
    if (!wish.taken.empty()) province_.note({AuditEvent::CallTaken, {{"staff", wish.staff}}});
}

void StaffDesk::note(const NoteException& note) const {
    province_.note({AuditEvent::PaperExcepted,
                    {{"staff", note.exception.staff}, {"reason", word_of(note.exception.reason)}}});
}

void StaffDesk::note(const NoteWitness& note) const {
    const Word need = word_of(note.statement.need);
    province_.note({AuditEvent::DeclarationWitnessed,
                    {{"staff", note.statement.reader}, {"need", need}, {"role", "reader"}}});
    province_.note({AuditEvent::DeclarationWitnessed,
                    {{"staff", note.statement.witness}, {"need", need}, {"role", "witness"}}});
}

void StaffDesk::read(const ReadDeeds& wish) {
    worker_.add([this, wish](const std::stop_token&) {
        const auto book = province_.audit_book();
        if (!book) return events_.post(DeedsNotRead{book.error()});
        events_.post(DeedsRead{deeds_of(*book, wish.staff, CivilDate::of(clock_.wall()))});
    });
}

}  // namespace motlan
