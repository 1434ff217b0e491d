#include "kiosk/backend/environment.h"

#include <openssl/crypto.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/backend/spare_memory.h"

namespace motlan {
namespace {

bool is_distrusted(std::string_view variable) {
    constexpr std::array<std::string_view, 4> kBeginnings{"SSL", "OPENSSL", "CURL", "NETRC"};
    std::string name(variable.substr(0, variable.find('=')));
    std::ranges::transform(name, name.begin(), [](char letter) {
        return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
    });
    return name.ends_with("_PROXY") || std::ranges::any_of(kBeginnings, [&name](auto beginning) {
               return name.starts_with(beginning);
           });
}

}  // namespace

void distrust_environment() {
    keep_spare_memory();
    std::vector<std::string> names;
    for (char** entry = ::environ; entry != nullptr && *entry != nullptr; ++entry) {
        const std::string_view variable(*entry);
        if (is_distrusted(variable)) names.emplace_back(variable.substr(0, variable.find('=')));
    }
    for (const std::string& name : names) ::unsetenv(name.c_str());
    OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG, nullptr);
}

}  // namespace motlan
