#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/descriptor.h"
#include "kiosk/core/file.h"
#include "kiosk/core/private_memory.h"

using namespace motlan;

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kWipes = false;  // the sanitizer's allocator is in service
#else
constexpr bool kWipes = true;
#endif

constexpr int kMark = 0xA5;
constexpr std::size_t kSmallest = 24;
// Not from the heap: it would lie where the block was, and overwrite what is looked for.
std::array<unsigned char, 100'000> seen;

/// The allocator keeps its own there, once a block was given back; any byte may be like the mark.
constexpr std::size_t kOfAllocator = 16;

/// How many marks the kernel still sees where a block was, behind its first bytes; a block that
/// went back to the system cannot be read at all.
std::size_t marks_left(std::uintptr_t place, std::size_t size) {
    const Descriptor memory(::open("/proc/self/mem", O_RDONLY | O_CLOEXEC));
    const ssize_t got = ::pread(memory.number(), seen.data(), size - kOfAllocator,
                                static_cast<off_t>(place + kOfAllocator));
    return static_cast<std::size_t>(
        std::count(seen.begin(), seen.begin() + std::max<ssize_t>(got, 0), kMark));
}

std::uintptr_t place_of(const void* block) { return reinterpret_cast<std::uintptr_t>(block); }

std::atomic<bool> is_giving_back = false;

/// Gives back so large a block that whoever sees the mark finds the thread still at it.
void* give_back(void* block) {
    int before = 0;
    ::pthread_setcanceltype(PTHREAD_CANCEL_ASYNCHRONOUS, &before);
    is_giving_back = true;
    std::free(block);
    return nullptr;
}

}  // namespace

TEST_CASE("a block that is given back holds nothing, whoever gives it back", "[core]") {
    if (!kWipes) SKIP("a sanitizer's allocator is in service");
    for (const std::size_t size : {kSmallest, std::size_t{200}, std::size_t{5'000}, 100'000UL}) {
        void* block = std::malloc(size);
        std::memset(block, kMark, size);
        const std::uintptr_t place = place_of(block);
        REQUIRE(marks_left(place, size) == size - kOfAllocator);
        std::free(block);

        auto text = std::make_unique<std::string>(size, static_cast<char>(kMark));
        const std::uintptr_t letters = place_of(text->data());
        REQUIRE(marks_left(letters, size) == size - kOfAllocator);
        text.reset();

        const std::size_t left = marks_left(place, size) + marks_left(letters, size);
        INFO(size << " bytes");
        CHECK(left == 0);
    }
}

TEST_CASE("a block that grows or shrinks leaves nothing in its old place", "[core]") {
    if (!kWipes) SKIP("a sanitizer's allocator is in service");
    for (const std::size_t next : {std::size_t{100}, std::size_t{3'000}, std::size_t{90'000}}) {
        constexpr std::size_t kSize = 2'000;
        auto* block = static_cast<unsigned char*>(std::malloc(kSize));
        std::memset(block, kMark, kSize);
        const std::uintptr_t place = place_of(block);

        auto* moved = static_cast<unsigned char*>(std::realloc(block, next));

        const std::size_t left = place == place_of(moved) ? 0 : marks_left(place, kSize);
        const auto kept = std::count(moved, moved + std::min(kSize, next), kMark);
        std::free(moved);
        const std::size_t left_at_last = marks_left(place, kSize);
        INFO(next << " bytes");
        CHECK(left + left_at_last == 0);
        CHECK(kept == static_cast<std::ptrdiff_t>(std::min(kSize, next)));
    }
}

// As SANE ends the reader of a page, wherever it stands.
TEST_CASE("a thread that is ended while it gives a block back ends alone", "[core]") {
    if (!kWipes) SKIP("a sanitizer's allocator is in service");
    constexpr std::size_t kLarge = std::size_t{256} << 20U;
    void* block = std::malloc(kLarge);
    REQUIRE(block != nullptr);
    pthread_t thread{};
    REQUIRE(::pthread_create(&thread, nullptr, give_back, block) == 0);
    while (!is_giving_back) ::sched_yield();

    ::pthread_cancel(thread);
    void* end = nullptr;
    ::pthread_join(thread, &end);

    CHECK(end == PTHREAD_CANCELED);
}

TEST_CASE("a private program dumps no core, and all its memory is locked where it may be",
          "[core]") {
    const bool is_locked = keep_memory_private();

    rlimit core{};
    REQUIRE(::getrlimit(RLIMIT_CORE, &core) == 0);
    CHECK(core.rlim_max == 0);
    CHECK(::prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) == 0);
    const auto status = read_text("/proc/self/status", 1U << 14U);
    REQUIRE(status);
    if (kWipes) CHECK(status->contains("VmLck:\t       0 kB") != is_locked);
}
