#include "kiosk/ipc/memory.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <cerrno>
#include <utility>

namespace motlan {
namespace {

constexpr int kSeals = F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE;

Result<const std::uint8_t*> map(int number, std::size_t size) {
    if (size == 0) return nullptr;
    void* address = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, number, 0);
    if (address == MAP_FAILED) return fail(Fault::StorageFailed);
    return static_cast<const std::uint8_t*>(address);
}

}  // namespace

SharedMemory::SharedMemory(Descriptor descriptor, const std::uint8_t* address, std::size_t size)
    : descriptor_(std::move(descriptor)), address_(address), size_(size) {}

SharedMemory::SharedMemory(SharedMemory&& other) noexcept
    : descriptor_(std::move(other.descriptor_)),
      address_(std::exchange(other.address_, nullptr)),
      size_(std::exchange(other.size_, 0)) {}

SharedMemory& SharedMemory::operator=(SharedMemory&& other) noexcept {
    if (this == &other) return *this;
    unmap();
    descriptor_ = std::move(other.descriptor_);
    address_ = std::exchange(other.address_, nullptr);
    size_ = std::exchange(other.size_, 0);
    return *this;
}

SharedMemory::~SharedMemory() { unmap(); }

void SharedMemory::unmap() {
    if (address_ != nullptr) ::munmap(const_cast<std::uint8_t*>(address_), size_);
}

Result<SharedMemory> SharedMemory::copy_of(ByteView bytes) {
    Descriptor memory(::memfd_create("motlan", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    if (!memory.is_open()) return fail(Fault::StorageFailed);
    for (std::size_t done = 0; done < bytes.size();) {
        const ssize_t written = ::write(memory.number(), bytes.data() + done, bytes.size() - done);
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return fail(Fault::StorageFailed);
        done += static_cast<std::size_t>(written);
    }
    if (::fcntl(memory.number(), F_ADD_SEALS, kSeals) != 0) return fail(Fault::StorageFailed);
    return adopt(std::move(memory), bytes.size());
}

Result<SharedMemory> SharedMemory::adopt(Descriptor descriptor, std::size_t limit) {
    const int seals = ::fcntl(descriptor.number(), F_GET_SEALS);
    if (seals < 0 || (seals & kSeals) != kSeals) return fail(Fault::MessageMalformed);
    struct stat status{};
    if (::fstat(descriptor.number(), &status) != 0) return fail(Fault::MessageMalformed);
    const auto size = static_cast<std::size_t>(status.st_size);
    if (size > limit) return fail(Fault::MessageMalformed);
    const auto address = map(descriptor.number(), size);
    if (!address) return fail(address.error());
    return SharedMemory(std::move(descriptor), *address, size);
}

}  // namespace motlan
