#include "kiosk/programs/kioskctl_qr_text.h"

#include <format>

#include "kiosk/core/utf8.h"

namespace motlan {
namespace {

std::string_view reason_of(CardHint hint) {
    switch (hint) {
        case CardHint::TooDark: return "the picture is too dark";
        case CardHint::Glare: return "a reflection covers the code";
        case CardHint::Blur: return "the picture is blurred";
        case CardHint::TooFar: return "the code is too small";
        case CardHint::TooNear: return "the code is cut off";
        case CardHint::HoldStill: return "a code is there, but too much of it is damaged";
        case CardHint::NoCard:
        case CardHint::WrongSide:
        case CardHint::CodeSeen: return "no code was found";
    }
    return "no code was found";
}

std::string reason_of(Fault fault) {
    const auto sentence = [&]() -> std::string_view {
        switch (fault) {
            case Fault::StorageFailed: return "the file cannot be opened";
            case Fault::PictureTooLarge: return "larger than 64 MiB or 40 megapixels";
            case Fault::PictureUnreadable:
                return "not a whole JPEG or PNG picture of 8 pixels or more";
            case Fault::EyeUnavailable:
                return "the decoder ended, or was ended because it took too long";
            default: return "the decoder could not be asked";
        }
    }();
    return std::format("{} ({})", sentence, code(fault));
}

// A control character as C writes it; empty for any other character.
std::string escape_of(unsigned char byte) {
    switch (byte) {
        case '\n': return "\\n";
        case '\r': return "\\r";
        case '\t': return "\\t";
        default: return byte < 0x20 || byte == 0x7F ? std::format("\\x{:02x}", byte) : "";
    }
}

}  // namespace

std::string reason_of(const Result<CodeSighting>& seen) {
    if (!seen) return reason_of(seen.error());
    return std::format("{} ({})", reason_of(seen->hint), code(Fault::IdQrUnreadable));
}

std::string escaped(std::string_view text) {
    const bool is_text = is_utf8(text);
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        const std::string escape = escape_of(byte);
        // C2 80 to C2 9F are the control characters U+0080 to U+009F.
        if (is_text && byte == 0xC2 && static_cast<unsigned char>(text[at + 1]) < 0xA0) {
            out += std::format("\\u00{:02x}", static_cast<unsigned char>(text[++at]));
        } else if (!escape.empty()) {
            out += escape;
        } else if (byte >= 0x80 && !is_text) {
            out += std::format("\\x{:02x}", byte);
        } else {
            out += text[at];
        }
    }
    return out;
}

std::string step_of(const CodeSighting& seen) {
    if (seen.pictures < 2) return seen.step;
    return std::format("{}, {} together", seen.step, seen.pictures);
}

}  // namespace motlan
