// The calls by which a program changes its disk, seen and bent from inside: a program that links
// calls.cpp has its definitions before the C library's, also for SQLite. The calls are still made.
#pragma once

#include <cstdint>
#include <string>

#include "kiosk/core/bytes.h"

namespace motlan::testing {

enum class CallKind : std::uint8_t { Create, Write, Resize, Sync, MakeFolder, Rename, Remove };

/// One call, named by the path at that moment.
struct Call {
    CallKind kind = CallKind::Write;
    std::string path;
    std::string to = {};      ///< of a rename
    std::int64_t offset = 0;  ///< of a write; the new size of a resize
    ByteView bytes = {};
};

/// Sees the calls of its own thread's program; one at a time.
class Witness {
public:
    virtual ~Witness() = default;
    /// False: the call is answered as if it had been done.
    virtual bool allows(const Call& call) = 0;
    /// It was done.
    virtual void saw(const Call& call) = 0;
};

/// While it lives, the witness sees every call. The C library's names are global, so is this.
class Watch {
public:
    explicit Watch(Witness& witness);
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;
    ~Watch();
};

}  // namespace motlan::testing
