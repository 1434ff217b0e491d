#include "kiosk/app/saved_works.h"

#include <algorithm>
#include <memory>
#include <type_traits>
#include <utility>

#include "kiosk/core/log.h"
#include "kiosk/core/png.h"
#include "kiosk/eye/text_words.h"
#include "kiosk/saved/saved_shelf.h"

namespace motlan {
namespace {

constexpr std::chrono::minutes kTidyPause{5};
constexpr std::chrono::seconds kAfterStart{10};
/// Pages that come back are counted from here: the eye counts the sheets of this visit from 0.
constexpr int kFirstSavedSheet = 1'000'000;

Result<SavedPlace> place_of(const ProvincePlaces& places) {
    const auto enrolment = read_enrolment(places.enrolment());
    if (!enrolment) return fail(Fault::NotEnrolled);
    SavedPlace place;
    place.folder = places.state / "saved";
    place.kiosk = enrolment->province.kiosk;
    return place;
}

/// Does something with the shelf of this kiosk.
template <typename Job>
auto with_shelf(const ProvincePlaces& places, const Clock& clock, const Job& job) {
    using Done = std::invoke_result_t<Job, SavedShelf&>;
    auto place = place_of(places);
    if (!place) return Done(fail(place.error()));
    SystemDisk disk;
    SavedShelf shelf(*std::move(place), disk, clock);
    return job(shelf);
}

Fault told(Fault fault) {
    log(LogEvent::FaultSeen, {{"fault", fault}});
    return fault;
}

/// A page that cannot be shown any more is white: what is filed of it is there all the same.
Picture white_page() {
    constexpr int kWide = 70;
    constexpr int kHigh = 99;
    Image white(kWide, kHigh, PixelFormat::Rgba);
    std::ranges::fill(white.pixels, std::uint8_t{255});
    return std::make_shared<const Image>(std::move(white));
}

Picture preview_of(const SavedPage& saved, const Result<EyeClient*>& eye) {
    const EncodedPicture png{.coding = PictureCoding::Png, .bytes = saved.preview};
    auto seen = eye.and_then([&](EyeClient* open) { return open->view(png); });
    return seen ? std::make_shared<const Image>(*std::move(seen)) : white_page();
}

}  // namespace

void SavedWorks::save(SaveWork wish) {
    worker_.add([this, wish = std::move(wish)](const std::stop_token&) mutable {
        const auto saved = seal_away(wish);
        if (saved) {
            log(LogEvent::WorkSaved);
            events_.post(WorkSaved{*saved});
        } else {
            events_.post(WorkNotSaved{told(saved.error())});
        }
    });
}

Result<SavedSlip> SavedWorks::seal_away(SaveWork& wish) {
    for (auto& [item, pages] : wish.work.papers) {
        for (SavedPage& saved : pages) {
            if (saved.page.preview) saved.preview = encode_png(saved.page.preview->view());
            const auto text = sight_.text_of(saved.page.sheet, saved.page.turns);
            if (text) saved.text = words_of(*text);
        }
    }
    const auto plain = bytes_of(wish.work);
    if (!plain) return fail(plain.error());
    return with_shelf(places_, clock_,
                      [&](SavedShelf& shelf) { return shelf.keep(*plain, wish.holder); });
}

void SavedWorks::look_for(const LookForSaved& wish) {
    worker_.add([this, wish](const std::stop_token&) {
        const auto found = with_shelf(places_, clock_, [&](SavedShelf& shelf) {
            return shelf.find(as_text(wish.code.reveal()));
        });
        if (found) {
            events_.post(SavedFound{*found});
        } else {
            events_.post(SavedNotFound{told(found.error())});
        }
    });
}

void SavedWorks::open(const OpenSaved& wish) {
    worker_.add([this, wish](const std::stop_token&) {
        auto work = take(wish);
        if (!work) return events_.post(WorkNotOpened{told(work.error())});
        log(LogEvent::WorkOpened);
        show_pages(*std::move(work));
    });
}

Result<SavedWork> SavedWorks::take(const OpenSaved& wish) {
    const auto plain = with_shelf(places_, clock_, [&](SavedShelf& shelf) {
        return shelf.take(wish.code.reveal(), wish.holder);
    });
    if (!plain) return fail(plain.error());
    return parse_saved_work(*plain);
}

// The card has been shown: the thread of the eye need not look for it any more.
void SavedWorks::show_pages(SavedWork work) {
    sight_.stop_watching();
    sight_.with_eye([this, work = std::move(work)](const Result<EyeClient*>& eye) mutable {
        int sheet = kFirstSavedSheet;
        for (auto& [item, pages] : work.papers) {
            for (SavedPage& saved : pages) {
                saved.page.sheet = sheet++;
                saved.page.preview = preview_of(saved, eye);
                auto text = text_of(saved.text);
                if (text) sight_.know_text(saved.page.sheet, saved.page.turns, *std::move(text));
                saved.preview = {};
                saved.text = {};
            }
        }
        events_.post(WorkOpened{std::move(work)});
    });
}

void SavedWorks::tidy() {
    const SteadyTime now = clock_.steady();
    // Not beside the first picture of a kiosk that starts.
    if (!tidied_) tidied_ = now - kTidyPause + kAfterStart;
    if (now - *tidied_ < kTidyPause) return;
    tidied_ = now;
    worker_.add([this](const std::stop_token&) {
        const auto tidied =
            with_shelf(places_, clock_, [](SavedShelf& shelf) { return shelf.tidy(); });
        if (!tidied && tidied.error() != Fault::NotEnrolled) told(tidied.error());
    });
}

}  // namespace motlan
