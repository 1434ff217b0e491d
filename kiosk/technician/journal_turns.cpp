#include "kiosk/technician/journal_turns.h"

#include <utility>

#include "kiosk/core/tone.h"
#include "kiosk/flow/draft.h"

namespace motlan {

void read_lines(CareTurn& turn, JournalWish wish) {
    CareDesk& desk = turn.desk;
    desk.page = CarePage::Journal;
    desk.wish = std::move(wish);
    desk.journal.reset();
    turn.jobs.emplace_back(ReadJournal{desk.wish});
}

void seek(CareDesk& desk, const LettersFelt& felt) {
    if (desk.page != CarePage::Search) return;
    std::string longer = with_letters(desk.sought, felt.letters, kLongestSought);
    if (is_sought_word(longer)) desk.sought = std::move(longer);
}

void seek_less(CareDesk& desk) {
    if (desk.page == CarePage::Search) desk.sought = without_last_letter(desk.sought);
}

}  // namespace motlan
