// virtual_card: lays the identity card of an invented person on a virtual reader (vpcd), so that
// a kiosk with `driver = "pcsc"` can be tried without a reader or a card.
//
//     virtual_card [--port N] [--person FILE.toml] [--trust FOLDER] [--face jpeg|jpeg2000]
//                  [--manner NAME] [--dies-after N]
//
// Writes the certificate of the State that signed the card into FOLDER (issuing_state.pem). NAME
// is good, no-pace, pace-only, exchanged, unknown-issuer, expired-signer, too-long, huge, endless,
// more, empty, wrong-seal or repeats. Stays until it is ended or the card dies.
#include <array>
#include <charconv>
#include <fstream>
#include <map>
#include <optional>
#include <print>
#include <span>
#include <string>

#include "kiosk/core/toml.h"
#include "tests/support/card_slot.h"

using namespace motlan;
using namespace motlan::testing;

namespace {

constexpr int kPortOfVpcd = 35963;

using Wishes = std::map<std::string, std::string, std::less<>>;

std::optional<Wishes> wishes_of(std::span<char*> arguments) {
    Wishes wishes{{"--port", std::to_string(kPortOfVpcd)},
                  {"--person", ""},
                  {"--trust", ""},
                  {"--face", "jpeg2000"},
                  {"--manner", "good"},
                  {"--dies-after", "-1"}};
    if (arguments.size() % 2 != 0) return std::nullopt;
    for (std::size_t i = 0; i < arguments.size(); i += 2) {
        const auto wish = wishes.find(arguments[i]);
        if (wish == wishes.end()) return std::nullopt;
        wish->second = arguments[i + 1];
    }
    return wishes;
}

std::optional<int> number_of(const std::string& text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

std::optional<CardPerson> person_of(const std::string& file) {
    if (file.empty()) return CardPerson{};
    const auto document = read_toml(file);
    const Tree* card = document ? document->find("card") : nullptr;
    if (card == nullptr) return std::nullopt;
    return CardPerson::from_tree(*card);
}

std::optional<CardManner> manner_of(const std::string& name) {
    static const std::map<std::string, CardManner> kManners{
        {"good", {}},
        {"exchanged", {}},
        {"unknown-issuer", {}},
        {"expired-signer", {}},
        {"no-pace", {.has_pace = false}},
        {"pace-only", {.has_basic_access = false}},
        {"too-long", {.misbehaviour = Misbehaviour::SaysTooLong}},
        {"huge", {.misbehaviour = Misbehaviour::SaysHuge}},
        {"endless", {.misbehaviour = Misbehaviour::EndlessFile}},
        {"more", {.misbehaviour = Misbehaviour::EndlessMore}},
        {"empty", {.misbehaviour = Misbehaviour::EmptyAnswers}},
        {"wrong-seal", {.misbehaviour = Misbehaviour::WrongSeal}},
        {"repeats", {.misbehaviour = Misbehaviour::RepeatsAnswer}}};
    const auto found = kManners.find(name);
    return found == kManners.end() ? std::nullopt : std::optional(found->second);
}

CardFiles files_of(const CardPerson& person, const Wishes& wishes) {
    const std::string& manner = wishes.at("--manner");
    const Authority state = make_issuing_state();
    const Authority signing =
        manner == "unknown-issuer" ? make_issuing_state("Another State") : state;
    const int days_left = manner == "expired-signer" ? -1 : 3650;
    CardFiles files =
        card_files(person, {.signer = make_document_signer(signing, days_left)},
                   wishes.at("--face") == "jpeg" ? FaceCoding::Jpeg : FaceCoding::Jpeg2000);
    if (manner == "exchanged") {
        CardPerson other = person;
        other.full_name = "Trần Văn Khác";
        files[kVietnamese] = vietnamese_file(other);
    }
    if (const std::filesystem::path trust = wishes.at("--trust"); !trust.empty()) {
        std::ofstream(trust / "issuing_state.pem") << state.identity().certificate;
    }
    return files;
}

}  // namespace

int main(int count, char** words) {
    const auto wishes = wishes_of(std::span(words, static_cast<std::size_t>(count)).subspan(1));
    auto manner = wishes ? manner_of(wishes->at("--manner")) : std::nullopt;
    const auto port = wishes ? number_of(wishes->at("--port")) : std::nullopt;
    const auto dies_after = wishes ? number_of(wishes->at("--dies-after")) : std::nullopt;
    const auto person = wishes ? person_of(wishes->at("--person")) : std::nullopt;
    if (!manner || !port || !dies_after || !person) {
        std::println(stderr,
                     "virtual_card: a wrong argument; the first lines of its source say how");
        return 2;
    }
    if (*dies_after >= 0) manner->dies_after = dies_after;
    CardSlot slot(*port);
    slot.lay(VirtualCard(*person, files_of(*person, *wishes), *manner));
    std::println("virtual_card: laid on the reader at port {}", *port);
    std::fflush(stdout);
    slot.wait_until_empty();
    return 0;
}
