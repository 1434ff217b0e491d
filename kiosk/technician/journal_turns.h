// The part of a desk's step that is about the log: which lines of it are shown, and the word that
// is looked for in them. For the sources of this folder only.
#pragma once

#include "kiosk/technician/care_desk.h"

namespace motlan {

/// Shows the lines that are wished, once they are read.
void read_lines(CareTurn& turn, JournalWish wish);

/// Into the word that is typed on its page, as long as it stays one.
void seek(CareDesk& desk, const LettersFelt& felt);
/// Without its last letter.
void seek_less(CareDesk& desk);

}  // namespace motlan
