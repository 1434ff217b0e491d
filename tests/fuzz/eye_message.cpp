// Any request to the eye: the body is what stands before the first zero byte, the block what
// follows it. Each is answered, with values or with a fault.
#include <algorithm>

#include "kiosk/core/expects.h"
#include "kiosk/core/json.h"
#include "kiosk/eye/service.h"

using namespace motlan;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const ByteView all(bytes, size);
    const auto end = std::ranges::find(all, std::uint8_t{0});
    const auto body = parse_json(as_text(ByteView(all.begin(), end)));
    if (!body) return 0;
    Message request{.body = *body, .blocks = {}};
    if (end != all.end()) {
        auto memory = SharedMemory::copy_of(ByteView(end + 1, all.end()));
        if (memory) request.blocks.push_back(*std::move(memory));
    }
    EyeMemory memory;
    const Message answered = answer(request, memory);
    expects(answered.body.table() != nullptr);
    return 0;
}
