#include "kiosk/app/diary.h"

namespace motlan {

Result<void> Diary::note(const AuditEntry& entry) const {
    const auto enrolment = read_enrolment(places_.enrolment());
    if (!enrolment) return fail(Fault::NotEnrolled);
    SystemDisk disk;
    auto outbox = open_outbox(places_, enrolment->ca, disk, clock_);
    return outbox ? outbox->note(entry) : fail(outbox.error());
}

Result<AuditBook> Diary::book() const {
    const auto enrolment = read_enrolment(places_.enrolment());
    if (!enrolment) return fail(Fault::NotEnrolled);
    SystemDisk disk;
    const auto outbox = open_outbox(places_, enrolment->ca, disk, clock_);
    return outbox ? outbox->audit_book() : fail(outbox.error());
}

Result<void> Diary::checkpoint() const { return sign(1); }

Result<void> Diary::checkpoint_when_due() const { return sign(kMostUnsigned); }

Result<void> Diary::sign(std::int64_t least) const {
    const auto enrolment = read_enrolment(places_.enrolment());
    if (!enrolment) return fail(Fault::NotEnrolled);
    SystemDisk disk;
    auto outbox = open_outbox(places_, enrolment->ca, disk, clock_);
    if (!outbox) return fail(outbox.error());
    const auto is_unsigned = outbox->unsigned_records();
    if (!is_unsigned) return fail(is_unsigned.error());
    if (*is_unsigned < least) return {};
    const auto device = read_device_key(places_.enrolment(), *enrolment, clock_.wall());
    return device ? outbox->checkpoint(*device) : fail(Fault::NotEnrolled);
}

}  // namespace motlan
