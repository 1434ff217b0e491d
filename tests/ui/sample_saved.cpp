#include "tests/ui/sample_saved.h"

#include <utility>

namespace motlan::testing {
namespace {

State with(Screen screen, WallTime now) {
    State state{.screen = std::move(screen), .reference = "sample"};
    state.now = now;
    return state;
}

/// As long as a code is for a kiosk with a usual name.
SavedSlip slip(WallTime now) {
    SavedSlip made;
    made.kiosk = "NA-TRUONGVINH-03";
    made.until = now + std::chrono::hours(24);
    made.code = Personal(std::string(
        "MLS1:AT1BH7QF6B8KM0A1.GJ0+3N$F9X5M-QR:1A0NWE8JZ2B5TC%4G7XG0S8*L4P3VDR6K9Y2U7H1WX"));
    return made;
}

}  // namespace

std::vector<Sample> saved_samples(const SavedParts& parts) {
    const WallTime now = parts.now;
    const SavedSlip saved = slip(now);
    std::vector<Sample> all;
    const auto find = [&](Screen screen, const char* name) {
        all.push_back({name, with(std::move(screen), now)});
    };
    find(FindDossier{.preview = parts.camera, .saved = saved}, "find_dossier.saved");
    find(
        FindDossier{
            .preview = parts.camera, .saved = saved, .holder = SavedHolder{parts.profile, {}}},
        "find_dossier.opening");
    find(FindDossier{.preview = parts.camera,
                     .refused = Fault::SavedOtherCard,
                     .refusals = 3,
                     .saved = saved},
         "find_dossier.saved_other_card");
    find(FindDossier{.preview = parts.camera, .refused = Fault::SavedUnknown, .refusals = 1},
         "find_dossier.saved_gone");
    find(SavingWork{parts.visit}, "saving_work");
    find(SavingWork{parts.visit, false, Fault::SavedNoRoom}, "saving_work.no_room");
    find(SavedForLater{saved}, "saved_for_later");
    find(SavedForLater{saved, SlipStage::Printed}, "saved_for_later.printed");
    find(SavedForLater{saved, SlipStage::NotPrinted, Fault::PrinterPaperOut},
         "saved_for_later.not_printed");
    State asked = with(ReviewAll{parts.visit}, now);
    asked.overlay = StillThere{{}, 24};
    all.push_back({"overlay.still_there.save", std::move(asked)});
    return all;
}

}  // namespace motlan::testing
