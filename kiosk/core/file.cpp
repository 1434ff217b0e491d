#include "kiosk/core/file.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <array>
#include <cerrno>
#include <utility>
#include <vector>

#include "kiosk/core/descriptor.h"

namespace motlan {
namespace {

Result<void> write_all(int number, ByteView bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(number, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return fail(storage_fault(errno));
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return {};
}

Result<void> share(const std::filesystem::path& file, Sharing sharing) {
    if (sharing == Sharing::Nobody) return {};
    const ::mode_t mode = sharing == Sharing::ReadByAll ? 0644 : 0660;
    const bool is_done = ::fchmodat(AT_FDCWD, file.c_str(), mode, AT_SYMLINK_NOFOLLOW) == 0;
    return is_done ? Result<void>() : fail(storage_fault(errno));
}

}  // namespace

Fault storage_fault(int error_number) {
    const bool full = error_number == ENOSPC || error_number == EDQUOT || error_number == EFBIG;
    return full ? Fault::DiskFull : Fault::StorageFailed;
}

Result<Bytes> read_file(const std::filesystem::path& path, std::size_t limit, Links links) {
    const int refused = links == Links::Refused ? O_NOFOLLOW : 0;
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | refused));
    if (!file.is_open()) return fail(Fault::StorageFailed);
    Bytes bytes;
    while (true) {
        constexpr std::size_t kStep = std::size_t{64} << 10U;
        const std::size_t have = bytes.size();
        if (have > limit) return fail(Fault::PictureTooLarge);
        bytes.resize(have + kStep);
        const ssize_t got = ::read(file.number(), bytes.data() + have, kStep);
        bytes.resize(have + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
        if (got == 0) return bytes;
        if (got < 0 && errno != EINTR) return fail(Fault::StorageFailed);
    }
}

Result<std::string> read_text(const std::filesystem::path& path, std::size_t limit, Links links) {
    return read_file(path, limit, links).transform([](const Bytes& bytes) {
        return std::string(as_text(bytes));
    });
}

Result<void> write_synced(std::span<const NewFile> files) {
    std::vector<Descriptor> written;
    for (const NewFile& file : files) {
        const int flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW;
        Descriptor opened(::open(file.path.c_str(), flags, 0600));
        if (!opened.is_open()) return fail(storage_fault(errno));
        if (const auto done = write_all(opened.number(), file.bytes); !done) return done;
        // Only a hint: fsync tells whether the bytes arrived.
        static_cast<void>(::sync_file_range(opened.number(), 0, 0, SYNC_FILE_RANGE_WRITE));
        written.push_back(std::move(opened));
    }
    for (const Descriptor& file : written) {
        if (::fsync(file.number()) != 0) return fail(storage_fault(errno));
    }
    return {};
}

Result<void> write_synced(const std::filesystem::path& path, ByteView bytes) {
    return write_synced(std::array{NewFile{path, bytes}});
}

Result<void> sync_folder(const std::filesystem::path& folder) {
    const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!opened.is_open() || ::fsync(opened.number()) != 0) return fail(storage_fault(errno));
    return {};
}

Result<void> write_file(const std::filesystem::path& path, ByteView bytes, Sharing sharing) {
    // A device or a folder of that name is nothing to put a file in the place of.
    std::error_code unseen;
    const auto kind = std::filesystem::symlink_status(path, unseen).type();
    using enum std::filesystem::file_type;
    if (kind != not_found && kind != regular && kind != symlink) return fail(Fault::StorageFailed);
    const std::filesystem::path fresh = path.string() + ".new";
    const auto written = write_synced(fresh, bytes).and_then([&] { return share(fresh, sharing); });
    if (!written) {
        ::unlink(fresh.c_str());
        return written;
    }
    if (::rename(fresh.c_str(), path.c_str()) != 0) {
        const Fault fault = storage_fault(errno);
        ::unlink(fresh.c_str());
        return fail(fault);
    }
    return sync_folder(path.has_parent_path() ? path.parent_path() : ".");
}

}  // namespace motlan
