#include "kiosk/chip/chip_files.h"

#include <algorithm>
#include <array>

#include "kiosk/chip/joined.h"

namespace motlan {
namespace {

// Doc 9303-10 section 3.1.
constexpr std::array<std::uint8_t, 7> kApplication = {0xA0, 0x00, 0x00, 0x02, 0x47, 0x10, 0x01};

// Tag and length of any file that we read.
constexpr std::size_t kHeading = 5;
// Up to here an offset fits the command; beyond, it is an object of its own, and so is the
// answer: tag and a length of up to three bytes (ISO/IEC 7816-4 section 11.2.2).
constexpr std::size_t kShortOffsets = 0x8000;
constexpr std::size_t kWrapping = 4;

std::uint8_t high(std::size_t number) { return static_cast<std::uint8_t>(number >> 8U); }
std::uint8_t low(std::size_t number) { return static_cast<std::uint8_t>(number); }

Result<Bytes> read_binary(ChipSession& session, const Command& command) {
    auto answer = session.send(command);
    if (!answer) return fail(answer.error());
    if (!answer->is_done() && answer->status != status::kEndOfFile) {
        return fail(Fault::ChipMalformed);
    }
    return std::move(answer->content);
}

Result<Bytes> read_near(ChipSession& session, std::size_t offset, std::size_t count) {
    return read_binary(session,
                       {.ins = 0xB0, .p1 = high(offset), .p2 = low(offset), .expected = count});
}

Result<Bytes> read_far(ChipSession& session, std::size_t offset, std::size_t count) {
    const Bytes position = element(0x54, Bytes{high(offset), low(offset)});
    const auto wrapped =
        read_binary(session, {.ins = 0xB1, .content = position, .expected = count + kWrapping});
    if (!wrapped) return fail(wrapped.error());
    const auto content = only(*wrapped, 0x53);
    if (!content) return fail(content.error());
    // A shorter length than we made room for leaves room for bytes that we did not ask for.
    const ByteView asked = content->first(std::min(count, content->size()));
    return Bytes(asked.begin(), asked.end());
}

/// Some of the bytes from `offset` on, at least one and at most `count`.
Result<Bytes> read_piece(ChipSession& session, std::size_t offset, std::size_t count) {
    count = std::min(count, session.content_limit() - kWrapping);
    auto piece = offset < kShortOffsets ? read_near(session, offset, count)
                                        : read_far(session, offset, count);
    if (piece && (piece->empty() || piece->size() > count)) return fail(Fault::ChipMalformed);
    return piece;
}

Result<void> select(ChipSession& session, std::uint8_t how, ByteView name, Fault refused) {
    const auto answer = session.send(
        {.ins = 0xA4, .p1 = how, .p2 = 0x0C, .content = Bytes(name.begin(), name.end())});
    if (!answer) return fail(answer.error());
    if (!answer->is_done()) return fail(refused);
    return {};
}

}  // namespace

Result<void> select_application(ChipSession& session) {
    return select(session, 0x04, kApplication, Fault::ChipMalformed);
}

Result<Bytes> read_file(ChipSession& session, const ChipFile& file, const Arrival& arrival) {
    const Bytes id = {high(file.id), low(file.id)};
    if (const auto selected = select(session, 0x02, id, Fault::ChipLocked); !selected) {
        return fail(selected.error());
    }
    auto bytes = read_piece(session, 0, kHeading);
    if (!bytes) return bytes;
    const auto whole = whole_size(*bytes);
    if (!whole || *whole > file.limit || bytes->front() != file.tag) {
        return fail(Fault::ChipMalformed);
    }
    while (bytes->size() < *whole) {
        const auto piece = read_piece(session, bytes->size(), *whole - bytes->size());
        if (!piece) return piece;
        append(*bytes, *piece);
        if (arrival) arrival(bytes->size(), *whole);
    }
    bytes->resize(*whole);
    return bytes;
}

}  // namespace motlan
