// The bytes of a sealed part.
#pragma once

#include <cstdint>
#include <memory>
#include <new>
#include <utility>
#include <vector>

namespace motlan {

/// Allocates as std::allocator does, but leaves what a vector adds by its size as it is: it is
/// written over at once, and zeros before would take a fifth of the time of sealing.
template <typename T>
struct LeavesAsItIs : std::allocator<T> {
    using std::allocator<T>::allocator;
    // The name and the shape that the standard library asks for.
    template <typename U>
    struct rebind {                     // NOLINT(readability-identifier-naming)
        using other = LeavesAsItIs<U>;  // NOLINT(readability-identifier-naming)
    };

    void construct(T* place) noexcept { ::new (static_cast<void*>(place)) T; }
    template <typename Value>
    void construct(T* place, Value&& value) {
        std::construct_at(place, std::forward<Value>(value));
    }
};

/// Holds nothing that can be read on this machine.
using SealedBytes = std::vector<std::uint8_t, LeavesAsItIs<std::uint8_t>>;

}  // namespace motlan
