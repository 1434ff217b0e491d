#include "kiosk/app/staff_desk.h"

#include "kiosk/app/deeds.h"

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

void StaffDesk::note(const NoteHelp& note) const {
    const HelpRecord& help = note.record;
    if (!note.is_over) {
        province_.note(
            {AuditEvent::HelpGranted, {{"staff", help.staff}, {"scope", word_of(help.scope)}}});
        return;
    }
    province_.note({AuditEvent::HelpEnded,
                    {{"staff", help.staff},
                     {"scope", word_of(help.scope)},
                     {"entered", std::int64_t{help.entered}},
                     {"confirmed", std::int64_t{help.confirmed}}}});
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
