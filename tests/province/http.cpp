#include "tests/province/http.h"

#include <array>
#include <format>
#include <utility>

namespace motlan::province {
namespace {

struct Entry {
    int status;
    std::string_view title;
    std::string_view type = "about:blank";
};

// In the order of Refusal, which begins at 1.
constexpr std::array<Entry, 17> kEntries{{
    {400, "The request is malformed"},
    {403, "The label was made by another kiosk"},
    {404, "Nothing of this name for this kiosk"},
    {409, "This id is taken by another label"},
    {422, "The label does not hold"},
    {409, "The offset is another one",
     "https://iana.org/assignments/http-problem-types#mismatching-upload-offset"},
    {400, "The digest is missing or wrong"},
    {422, "The part is not the label's"},
    {409, "Parts are missing"},
    {413, "The body is too large"},
    {404, "There is no source of this name"},
    {504, "The source is silent"},
    {400, "The end is not at the part's size",
     "https://iana.org/assignments/http-problem-types#inconsistent-upload-length"},
    {409, "The dossier is complete"},
    {415, "Another content type is needed"},
    {503, "The province cannot now"},
    {409, "A later or another history of this kiosk is known"},
}};

}  // namespace

Answer refuse(Refusal refusal, std::map<std::string, std::string> headers,
              std::string_view members) {
    const int number = std::to_underlying(refusal);
    const Entry& entry = kEntries.at(static_cast<std::size_t>(number) - 1);
    if (refusal == Refusal::Later) headers.emplace("Retry-After", "5");
    return {.status = entry.status,
            .type = "application/problem+json",
            .body = std::format(
                R"({{"code":"PRV-{:02}","status":{},"title":"{}","type":"{}"{}{}}})", number,
                entry.status, entry.title, entry.type, members.empty() ? "" : ",", members),
            .headers = std::move(headers)};
}

}  // namespace motlan::province
