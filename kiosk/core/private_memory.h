// Keeps what passes through this program out of files, other programs and the next visit.
// Linking it is half of it: the program's free() wipes every block before it is used again.
#pragma once

namespace motlan {

/// First thing in main, before any thread: no core dump, no reading by other programs of the same
/// user, no page in the swap. False where the system's limit does not let all memory be locked.
[[nodiscard]] bool keep_memory_private();

}  // namespace motlan
