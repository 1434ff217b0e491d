#include "kiosk/backend/spare_memory.h"

#include <malloc.h>
#include <openssl/crypto.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <mutex>
#include <new>

namespace motlan {
namespace {

/// Hands out one block behind the other and begins anew when all of them came back.
class SpareMemory {
public:
    void* take(std::size_t size) {
        const std::scoped_lock lock(mutex_);
        const std::size_t room = sizeof(Head) + (size + kStep - 1) / kStep * kStep;
        if (size > kSize || room > kSize - used_) return nullptr;
        auto* head = new (&memory_[used_]) Head{size};
        used_ += room;
        ++held_;
        return head + 1;
    }

    // Whatever it held is wiped: the next block here need not be of the same kind.
    void give(void* block) {
        ::explicit_bzero(block, size_of(block));
        const std::scoped_lock lock(mutex_);
        if (--held_ == 0) used_ = 0;
    }

    [[nodiscard]] static std::size_t size_of(const void* block) {
        return (static_cast<const Head*>(block) - 1)->size;
    }

    [[nodiscard]] bool owns(const void* block) const {
        const std::less_equal<const void*> is_not_behind;
        return is_not_behind(memory_.data(), block) &&
               is_not_behind(block, memory_.data() + kSize - 1);
    }

private:
    static constexpr std::size_t kStep = alignof(std::max_align_t);
    static constexpr std::size_t kSize = std::size_t{256} << 10U;
    struct alignas(kStep) Head {
        std::size_t size;
    };

    std::mutex mutex_;
    alignas(kStep) std::array<std::uint8_t, kSize> memory_{};
    std::size_t used_ = 0;
    std::size_t held_ = 0;
};

constinit SpareMemory spare;

void* take(std::size_t size, const char*, int) {
    void* block = std::malloc(size);
    return block != nullptr ? block : spare.take(size);
}

void give(void* block, const char*, int) {
    if (spare.owns(block)) {
        spare.give(block);
    } else {
        std::free(block);
    }
}

std::size_t size_of(void* block) {
    return spare.owns(block) ? SpareMemory::size_of(block) : ::malloc_usable_size(block);
}

void* retake(void* old, std::size_t size, const char* file, int line) {
    if (old == nullptr) return take(size, file, line);
    if (size == 0) {
        give(old, file, line);
        return nullptr;
    }
    void* grown = spare.owns(old) ? nullptr : std::realloc(old, size);
    if (grown != nullptr) return grown;
    void* moved = take(size, file, line);
    if (moved == nullptr) return nullptr;
    std::memcpy(moved, old, std::min(size, size_of(old)));
    give(old, file, line);
    return moved;
}

}  // namespace

void keep_spare_memory() { static_cast<void>(CRYPTO_set_mem_functions(take, retake, give)); }

}  // namespace motlan
