// Any text as a source's list of relatives: refused as a whole, or people or companies with all
// that is needed.
#include <algorithm>

#include "kiosk/core/bytes.h"
#include "kiosk/core/expects.h"
#include "kiosk/domain/behalf.h"

using namespace motlan;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    static const CivilDate kToday = CivilDate::make(2026, 11, 23).value();
    const auto companies = parse_relatives(as_text({bytes, size}), ForWhom::Company);
    for (const Relative& each : companies.value_or(std::vector<Relative>())) {
        expects(!std::get<Company>(each.who).name.reveal().empty());
    }
    auto people = parse_relatives(as_text({bytes, size}), ForWhom::Child);
    if (!people) return 0;
    expects(people->size() <= 20);
    for (const Relative& each : *people) {
        expects(!std::get<Profile>(each.who).full_name.reveal().empty() && !each.ground.empty());
        expects(std::get<Profile>(each.who).read_from == ReadFrom::Relation);
    }
    const std::size_t all = people->size();
    expects(eligible(*std::move(people), ForWhom::Child, kToday).size() <= all);
    return 0;
}
