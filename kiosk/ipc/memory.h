// A block of memory that one process fills and another reads without copying: a sealed memfd.
// What arrives from another process cannot shrink or change under the reader.
#pragma once

#include <cstddef>

#include "kiosk/core/bytes.h"
#include "kiosk/core/descriptor.h"
#include "kiosk/core/result.h"

namespace motlan {

class SharedMemory {
public:
    /// Copies the bytes into new sealed memory. Fails with Fault::StorageFailed.
    static Result<SharedMemory> copy_of(ByteView bytes);

    /// Takes a received descriptor; it must be sealed against change and at most `limit` bytes.
    /// Fails with Fault::MessageMalformed.
    static Result<SharedMemory> adopt(Descriptor descriptor, std::size_t limit);

    SharedMemory(SharedMemory&& other) noexcept;
    SharedMemory& operator=(SharedMemory&& other) noexcept;
    SharedMemory(const SharedMemory&) = delete;
    SharedMemory& operator=(const SharedMemory&) = delete;
    ~SharedMemory();

    [[nodiscard]] ByteView bytes() const { return {address_, size_}; }
    [[nodiscard]] int descriptor() const { return descriptor_.number(); }

private:
    SharedMemory(Descriptor descriptor, const std::uint8_t* address, std::size_t size);
    void unmap();

    Descriptor descriptor_;
    const std::uint8_t* address_ = nullptr;
    std::size_t size_ = 0;
};

}  // namespace motlan
