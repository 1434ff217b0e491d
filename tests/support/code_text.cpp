#include "tests/support/code_text.h"

#include <iconv.h>

namespace motlan::testing {
namespace {

/// The text of bytes in a charset, as UTF-8; empty when it is none.
std::string converted(std::string_view bytes, const char* charset) {
    const iconv_t converter = ::iconv_open("UTF-8", charset);
    std::string in(bytes);
    std::string out(in.size() * 4 + 4, '\0');
    char* from = in.data();
    char* to = out.data();
    std::size_t from_left = in.size();
    std::size_t to_left = out.size();
    const bool is_whole = ::iconv(converter, &from, &from_left, &to, &to_left) == 0;
    ::iconv_close(converter);
    out.resize(is_whole ? out.size() - to_left : 0);
    return out;
}

}  // namespace

bool is_same_text(std::string_view bytes, const std::string& text) {
    return bytes == text || converted(bytes, "CP932") == text ||
           converted(bytes, "ISO-8859-1") == text;
}

}  // namespace motlan::testing
