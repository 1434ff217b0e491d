// Any text as a source's answer: refused, or with asked concepts only.
#include <algorithm>

#include "kiosk/backend/source_query.h"
#include "kiosk/core/expects.h"

using namespace motlan;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    static const SourceQuery kQuery{.id = std::string(32, '7'),
                                    .citizen = Personal<std::string>("040200000017"),
                                    .concepts = {"person.full_name", "person.birth_date"},
                                    .consent = "c1",
                                    .procedure = "2.000635",
                                    .source = "dc"};
    const auto answer = parse_answer(as_text({bytes, size}), kQuery);
    if (!answer) return 0;
    for (const auto& [name, value] : answer->values) {
        expects(std::ranges::contains(kQuery.concepts, name));
    }
    return 0;
}
