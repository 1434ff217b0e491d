#include "kiosk/core/bytes.h"

#include <array>
#include <cstddef>

namespace motlan {
namespace {

constexpr std::string_view kBase64 =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

constexpr auto kBase64Values = [] {
    std::array<std::int8_t, 256> values{};
    values.fill(-1);
    for (std::size_t i = 0; i < kBase64.size(); ++i) {
        values[static_cast<std::uint8_t>(kBase64[i])] = static_cast<std::int8_t>(i);
    }
    return values;
}();

}  // namespace

ByteView as_bytes(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

std::string_view as_text(ByteView bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

Bytes to_bytes(std::string_view text) {
    const ByteView view = as_bytes(text);
    return {view.begin(), view.end()};
}

std::string to_hex(ByteView bytes) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const std::uint8_t byte : bytes) {
        text += kDigits[byte >> 4U];
        text += kDigits[byte & 0x0FU];
    }
    return text;
}

std::string to_base64(ByteView bytes) {
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::size_t have = std::min<std::size_t>(3, bytes.size() - i);
        std::uint32_t group = static_cast<std::uint32_t>(bytes[i]) << 16U;
        if (have > 1) group |= static_cast<std::uint32_t>(bytes[i + 1]) << 8U;
        if (have > 2) group |= bytes[i + 2];
        text += kBase64[group >> 18U];
        text += kBase64[(group >> 12U) & 63U];
        text += have > 1 ? kBase64[(group >> 6U) & 63U] : '=';
        text += have > 2 ? kBase64[group & 63U] : '=';
    }
    return text;
}

Result<Bytes> from_base64(std::string_view text) {
    if (text.size() % 4 != 0) return fail(Fault::MessageMalformed);
    Bytes bytes;
    bytes.reserve(text.size() / 4 * 3);
    std::size_t padding = 0;
    while (padding < 2 && padding < text.size() && text[text.size() - 1 - padding] == '=') {
        ++padding;
    }
    std::uint32_t group = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_padding = i >= text.size() - padding;
        const int value = is_padding ? 0 : kBase64Values[static_cast<std::uint8_t>(text[i])];
        if (value < 0) return fail(Fault::MessageMalformed);
        group = group << 6U | static_cast<std::uint32_t>(value);
        if (i % 4 != 3) continue;
        bytes.push_back(static_cast<std::uint8_t>(group >> 16U));
        bytes.push_back(static_cast<std::uint8_t>(group >> 8U));
        bytes.push_back(static_cast<std::uint8_t>(group));
        group = 0;
    }
    bytes.resize(bytes.size() - padding);
    if (to_base64(bytes) != text) return fail(Fault::MessageMalformed);
    return bytes;
}

}  // namespace motlan
