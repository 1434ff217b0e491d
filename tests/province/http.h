// One request and its answer, without the HTTP library, so that the desk is plain functions.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "kiosk/core/bytes.h"

namespace motlan::province {

/// No body is longer than this; the server refuses it before reading it whole.
inline constexpr std::size_t kBodyLimit = std::size_t{1} << 20U;

struct Request {
    std::string method;
    std::string path;
    std::string kiosk;  ///< common name of the client's certificate
    std::map<std::string, std::string, std::less<>> headers;  ///< names in small letters
    std::string body;

    [[nodiscard]] std::string_view header(std::string_view name) const {
        const auto at = headers.find(name);
        return at == headers.end() ? std::string_view() : std::string_view(at->second);
    }
};

struct Answer {
    int status = 204;
    std::string type;  ///< media type of the body
    std::string body;
    std::map<std::string, std::string> headers;
    bool is_cut = false;  ///< the line is cut before the answer: it is lost
};

/// What went wrong, as stated in config/province.yaml (Problem).
enum class Refusal : std::uint8_t {
    Malformed = 1,
    OtherKiosk,
    Unknown,
    OtherLabel,
    BadLabel,
    OtherOffset,
    Digest,
    PartNotOfLabel,
    PartsMissing,
    TooLarge,
    NoSuchSource,
    SourceSilent,
    WrongLength,
    IsComplete,
    MediaType,
    Later,
    OtherHistory,
};

/// The answer for a refusal: status, code and title in application/problem+json. `members` is
/// added to its object.
[[nodiscard]] Answer refuse(Refusal refusal, std::map<std::string, std::string> headers = {},
                            std::string_view members = {});

}  // namespace motlan::province
