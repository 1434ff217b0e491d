#include "kiosk/care/language.h"

#include <cstdlib>
#include <string_view>

namespace motlan {

Language technicians_language() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);
        if (value != nullptr && *value != '\0')
            return std::string_view(value).starts_with("vi") ? Language::Vietnamese
                                                             : Language::English;
    }
    return Language::English;
}

}  // namespace motlan
