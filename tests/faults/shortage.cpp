// A library to preload: the n-th allocation of the program fails (NO_MEMORY_AT, counted from 1), or
// all from there on (NO_MEMORY_FROM); or the n-th write takes only a part (SHORT_WRITE_AT), or all
// from there on (SHORT_WRITE_FROM); or the n-th draw of random bytes for ids, keys and signatures
// fails (NO_CHANCE_AT), or all from there on (NO_CHANCE_FROM). At its end the program's counts go
// to COUNTS_TO.
#define OPENSSL_SUPPRESS_DEPRECATED  // for the one way to stand before every draw
#include <fcntl.h>
#include <openssl/rand.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <initializer_list>

// The C library's own names for what it would do.
// NOLINTBEGIN(readability-identifier-naming)
extern "C" {
void* __libc_malloc(std::size_t size);
void* __libc_calloc(std::size_t count, std::size_t size);
void* __libc_realloc(void* old, std::size_t size);
}
// NOLINTEND(readability-identifier-naming)

namespace {

/// Counts one kind of call and says which of them to spoil.
class Turn {
public:
    bool is_spoiled() {
        const long number = ++count_;
        return number == at_ || (from_ != 0 && number >= from_);
    }
    void arm(const char* at, const char* from) {
        at_ = number_of(at);
        from_ = number_of(from);
    }
    [[nodiscard]] long count() const { return count_; }
    void restart() { count_ = 0; }

private:
    static long number_of(const char* variable) {
        const char* text = std::getenv(variable);
        return text == nullptr ? 0 : std::atol(text);
    }

    std::atomic<long> count_ = 0;
    long at_ = 0;
    long from_ = 0;
};

Turn allocations;
Turn writes;
Turn draws;

int draw(unsigned char* into, int size) {
    return draws.is_spoiled() ? 0 : RAND_OpenSSL()->bytes(into, size);
}

int has_chance() { return RAND_OpenSSL()->status(); }

const RAND_METHOD kChance{.seed = nullptr,
                          .bytes = draw,
                          .cleanup = nullptr,
                          .add = nullptr,
                          .pseudorand = draw,
                          .status = has_chance};

// Only where draws are counted or spoiled: OpenSSL allocates to hear of it, and a program that
// chooses OpenSSL's allocator must come before that.
void stand_before_draws() {
    for (const char* wish : {"COUNTS_TO", "NO_CHANCE_AT", "NO_CHANCE_FROM"})
        if (std::getenv(wish) != nullptr) RAND_set_rand_method(&kChance);
}

__attribute__((constructor)) void begin() {
    stand_before_draws();
    draws.arm("NO_CHANCE_AT", "NO_CHANCE_FROM");
    allocations.restart();
    allocations.arm("NO_MEMORY_AT", "NO_MEMORY_FROM");
    writes.arm("SHORT_WRITE_AT", "SHORT_WRITE_FROM");
}

__attribute__((destructor)) void report() {
    const char* file = std::getenv("COUNTS_TO");
    if (file == nullptr) return;
    char line[96];
    const int size = std::snprintf(line, sizeof line, "%ld %ld %ld\n", allocations.count(),
                                   writes.count(), draws.count());
    const int opened = ::open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    [[maybe_unused]] const auto written =
        ::syscall(SYS_write, opened, line, static_cast<std::size_t>(size));
}

void* none() {
    errno = ENOMEM;
    return nullptr;
}

std::size_t part_of(std::size_t size) {
    return size > 1 && writes.is_spoiled() ? (size + 1) / 2 : size;
}

}  // namespace

extern "C" {

void* malloc(std::size_t size) noexcept {
    return allocations.is_spoiled() ? none() : __libc_malloc(size);
}
void* calloc(std::size_t count, std::size_t size) noexcept {
    return allocations.is_spoiled() ? none() : __libc_calloc(count, size);
}
void* realloc(void* old, std::size_t size) noexcept {
    return allocations.is_spoiled() ? none() : __libc_realloc(old, size);
}
ssize_t write(int file, const void* bytes, std::size_t size) {
    return ::syscall(SYS_write, file, bytes, part_of(size));
}
ssize_t pwrite(int file, const void* bytes, std::size_t size, off_t offset) {
    return ::syscall(SYS_pwrite64, file, bytes, part_of(size), offset);
}
ssize_t pwrite64(int file, const void* bytes, std::size_t size, off_t offset) {
    return ::syscall(SYS_pwrite64, file, bytes, part_of(size), offset);
}

}  // extern "C"
