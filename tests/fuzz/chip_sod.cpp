// Any bytes as the security object of a chip: never authentic, for nobody of the issuing State
// has signed them over these files.
#include "kiosk/chip/passive_authentication.h"
#include "kiosk/core/expects.h"

using namespace motlan;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const Bytes zone = {0x61, 0x00};
    const std::vector<ChipContent> files = {{1, zone}};
    const std::vector<CountryCertificate> countries = {Bytes{0x30, 0x00}};
    const auto with_files = authenticate({bytes, size}, files, countries);
    expects(!with_files || *with_files == ChipTrust::Unchecked);
    (void)authenticate({bytes, size}, {}, countries);
    return 0;
}
