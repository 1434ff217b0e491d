#include "kiosk/domain/words.h"

#include "kiosk/core/utf8.h"

namespace motlan {

std::string_view language_code(Language language) {
    return language == Language::Vietnamese ? "vi" : "en";
}

Words read_words(Fields& fields, std::string_view key) {
    const Tree* table = fields.table(key);
    if (table == nullptr) {
        fields.refuse(key, "both languages are needed: { vi = \"…\", en = \"…\" }");
        return {};
    }
    Fields inner(*table, fields.file(), fields.path_of(key));
    Words words{.vi = inner.text("vi"), .en = inner.text("en")};
    const auto check = [&inner](std::string_view name, const std::string& text) {
        if (text.empty()) inner.refuse(name, "the text is empty");
        if (!is_nfc(text)) inner.refuse(name, "write the text in NFC");
    };
    check("vi", words.vi);
    check("en", words.en);
    if (auto problem = inner.done()) fields.refuse(*std::move(problem));
    return words;
}

}  // namespace motlan
