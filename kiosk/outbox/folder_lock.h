// One process at a time: a lock file that ends with its process, however it ends.
#pragma once

#include <chrono>
#include <filesystem>

#include "kiosk/core/descriptor.h"
#include "kiosk/core/result.h"

namespace motlan {

class FolderLock {
public:
    /// Takes the lock, waiting for the other process at most that long.
    /// Fails with Fault::StorageFailed when it is still taken.
    static Result<FolderLock> take(const std::filesystem::path& file,
                                   std::chrono::milliseconds patience);

private:
    explicit FolderLock(Descriptor file) : file_(std::move(file)) {}

    Descriptor file_;
};

}  // namespace motlan
