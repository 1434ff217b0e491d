// Staff at the kiosk: their badge and PIN are checked on a thread of its own, and what they do is
// written into the audit log.
#pragma once

#include <filesystem>

#include "kiosk/app/event_queue.h"
#include "kiosk/app/province.h"
#include "kiosk/app/worker.h"
#include "kiosk/staff/sign_in.h"

namespace motlan {

class StaffDesk {
public:
    /// `state` is $STATE_DIRECTORY; everything else must outlive it.
    StaffDesk(const std::filesystem::path& state, const Clock& clock, Province& province,
              EventQueue& events);

    /// Posts StaffAdmitted or StaffRefused.
    void sign_in(const SignStaffIn& wish);
    /// Notes that somebody helps, or has helped and what that changed: hashes, no values.
    void note(const NoteHelp& note);
    /// Notes that somebody goes to a kiosk from which help was called; nothing of whoever looks.
    void note(const ListCalls& wish) const;
    /// Notes that a paper is taken while its source is silent.
    void note(const NoteException& note) const;
    /// Notes who has witnessed a declaration: one record for each of the two.
    void note(const NoteWitness& note) const;
    /// Posts DeedsRead or DeedsNotRead.
    void read(const ReadDeeds& wish);

private:
    void write(const StaffNumber& staff, const HelpEdit& edit);

    StaffEntrance entrance_;
    const Clock& clock_;
    Province& province_;
    EventQueue& events_;
    std::string salt_;  ///< drawn when a value is hashed first; empty: not yet
    Worker worker_;     // last: its thread uses all of the above
};

}  // namespace motlan
