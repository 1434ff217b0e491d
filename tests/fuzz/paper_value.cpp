// Any words as the print of a page: no value, or values of the shape that was asked for.
#include <algorithm>
#include <string>

#include "kiosk/core/bytes.h"
#include "kiosk/core/expects.h"
#include "kiosk/core/utf8.h"
#include "kiosk/domain/citizen_number.h"
#include "kiosk/domain/paper_title.h"
#include "kiosk/domain/paper_value.h"

using namespace motlan;

namespace {

PageText page_of(std::string_view bytes) {
    PageText page{.width = 2480, .height = 3508, .dpi = 300, .words = {}};
    int line = 0;
    while (!bytes.empty()) {
        const std::size_t end = std::min(bytes.find_first_of(" \n"), bytes.size());
        auto word = to_nfc(bytes.substr(0, end));
        if (word && !word->empty())
            page.words.push_back({.text = *std::move(word), .confidence = 90, .line = line});
        if (end < bytes.size() && bytes[end] == '\n') ++line;
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
    }
    return page;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const PageText page = page_of(as_text(ByteView(bytes, size)));
    const std::vector<std::string> labels{"Số căn cước", "Họ và tên", "sinh ngày"};
    for (const auto shape : {ValueShape::PersonNumber, ValueShape::Date, ValueShape::Name}) {
        for (const std::string& value : values_on({ItemId("paper"), shape, labels}, page)) {
            expects(is_nfc(value) && !value.empty() && trimmed(value) == value);
            expects(shape != ValueShape::PersonNumber || CitizenNumber::parse(value));
            expects(shape != ValueShape::Date || value.size() == 10);
        }
    }
    [[maybe_unused]] const auto verdict = title_verdict(labels, page);
    return 0;
}
