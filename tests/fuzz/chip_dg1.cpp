// Any bytes as the file with the machine-readable zone, and as its letters. Then a zone made of
// them whose check digits hold: it says what was put in, and no more once a digit was changed.
#include <array>
#include <optional>

#include "kiosk/chip/mrz.h"
#include "kiosk/chip/tlv.h"
#include "kiosk/core/expects.h"

using namespace motlan;

namespace {

/// Turns bytes into letters; fillers when they are used up.
class Typist {
public:
    explicit Typist(ByteView bytes) : rest_(bytes) {}

    std::string type(std::size_t count, std::string_view alphabet) {
        std::string text(count, alphabet.back());
        for (char& letter : text) {
            if (rest_.empty()) break;
            letter = alphabet[rest_.front() % alphabet.size()];
            rest_ = rest_.subspan(1);
        }
        return text;
    }

private:
    ByteView rest_;
};

constexpr std::string_view kDigits = "0123456789";
constexpr std::string_view kLetters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<";

/// With its check digit (Doc 9303-3 section 4.9), worked out apart from our parser's.
std::string checked(const std::string& text) {
    std::size_t sum = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::size_t value = kLetters.find(text[i]) % 36;  // the filler counts nothing
        sum += value * std::array{7U, 3U, 1U}[i % 3];
    }
    return text + kDigits[sum % 10];
}

struct Zone {
    std::string number;
    std::string first;
    std::string birth;
    std::string sex;
    std::string expiry;
    std::string rest;  ///< of the second line, but its last digit
    std::string third;

    explicit Zone(Typist typist)
        : number(typist.type(12, kDigits)),
          first("IDVNM" + checked(typist.type(9, kLetters)) + number + typist.type(3, kLetters)),
          birth(checked(typist.type(6, kLetters))),
          sex(typist.type(1, "MF<X")),
          expiry(checked(typist.type(6, kLetters))),
          rest(typist.type(14, kLetters)),
          third(typist.type(30, kLetters)) {}

    [[nodiscard]] std::string second() const {
        const std::string whole = checked(first.substr(5) + birth + expiry + rest.substr(3));
        return birth + sex + expiry + rest + whole.back();
    }
    [[nodiscard]] std::string letters() const { return first + second() + third; }
    [[nodiscard]] std::optional<Sex> said() const {
        if (sex == "M") return Sex::Male;
        return sex == "F" ? std::optional(Sex::Female) : std::nullopt;
    }
};

void check(const Zone& zone) {
    const Bytes file = element(0x61, element(0x5F1F, as_bytes(zone.letters())));
    const auto read = parse_zone_file(file);
    expects(read && read->number.digits() == zone.number && read->sex == zone.said());

    const auto key = key_of(read->number, zone.second()).and_then(&MrzKey::to_text);
    expects(key && *key == checked(zone.number.substr(3)) + zone.birth + zone.expiry);

    std::string wrong = zone.letters();
    char& digit = wrong[15 + static_cast<std::size_t>(zone.number[0] - '0')];
    digit = digit == '9' ? '0' : static_cast<char>(digit + 1);
    expects(!parse_mrz(wrong));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const ByteView all(bytes, size);
    const auto file = parse_zone_file(all);
    expects(!file || size >= 90);
    const auto letters = parse_mrz(as_text(all));
    expects(!letters || size == 90);
    check(Zone(Typist(all)));
    return 0;
}
