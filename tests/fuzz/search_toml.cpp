// Any text as search.toml: refused with a reason, or a guide that ends; and the same text typed.
#include <vector>

#include "kiosk/core/bytes.h"
#include "kiosk/core/expects.h"
#include "kiosk/core/toml.h"
#include "kiosk/domain/search.h"

using namespace motlan;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view text = as_text({bytes, size});
    Procedure procedure;
    procedure.code = ProcedureCode("1");
    procedure.name = {std::string(text.substr(0, 100)), "name"};
    const std::vector procedures{procedure};
    SearchBook book;
    if (const auto document = parse_toml(text, "search.toml")) {
        auto read = parse_search_book(*document, "search.toml");
        expects(read.has_value() || !read.error().reason.empty());
        if (read) book = *std::move(read);
    }
    const Guide guide = within(book.guide, procedures);
    expects(reachable(guide, guide.first).size() <= 1);
    const Search search(procedures, book);
    expects(search.find(text).places.size() <= Search::kPage);
    return 0;
}
