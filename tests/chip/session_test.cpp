// Whole readings of a virtual card, whose side was written apart from ours: PACE by OpenPACE, BAC
// and the files by the tests. Good cards of every kind, and bad ones.
#include <algorithm>
#include <fstream>
#include <tuple>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_all.hpp>

#include "kiosk/chip/chip_reading.h"
#include "kiosk/core/toml.h"
#include "tests/support/checkout.h"
#include "tests/support/folder.h"
#include "tests/support/virtual_terminal.h"

using namespace motlan;
using namespace motlan::testing;

namespace {

// A whole card with its face takes about a hundred commands; one that never ends must be left
// long before that many.
constexpr int kManyExchanges = 1000;

const Authority& state() {
    static const Authority kState = make_issuing_state();
    return kState;
}

const Signing& signing() {
    static const Signing kSigning{.signer = make_document_signer(state())};
    return kSigning;
}

// As a technician would set them up.
std::vector<CountryCertificate> countries_of(const Authority& authority) {
    const Folder folder;
    std::ofstream(folder.path() / "state.pem") << authority.identity().certificate;
    return read_country_certificates(folder.path()).value();
}

const std::vector<CountryCertificate>& countries() {
    static const std::vector<CountryCertificate> kCountries = countries_of(state());
    return kCountries;
}

const CardFiles& good_files() {
    static const CardFiles kFiles = card_files({}, signing());
    return kFiles;
}

CitizenNumber number_of(const CardPerson& person) {
    return CitizenNumber::parse(person.number).value();
}

MrzKey zone_of(const CardPerson& person) {
    const std::string zone = machine_readable_zone(person);
    return {.document_number = zone.substr(5, 9),
            .birth = zone.substr(30, 6),
            .expiry = zone.substr(38, 6)};
}

struct Read {
    Result<ChipCard> card;
    int exchanges;
};

Read read(const CardFiles& files, const CardManner& manner = {}, const ChipWishes& wishes = {}) {
    VirtualTerminal terminal(VirtualCard({}, files, manner));
    auto card = read_chip(terminal, number_of({}), wishes);
    return {std::move(card), terminal.exchanges()};
}

ChipWishes trusting() { return {.countries = countries()}; }

Fault fault_of_card(const Result<ChipCard>& card) {
    REQUIRE_FALSE(card.has_value());
    return card.error();
}

}  // namespace

TEST_CASE("the specimen's zone is the one of the domain notes", "[chip]") {
    CHECK(machine_readable_zone({}) ==
          "IDVNM2000000174040200000017<<6"
          "0001155M2501154VNM<<<<<<<<<<<2"
          "NGUYEN<<VAN<THU<<<<<<<<<<<<<<<");
}

TEST_CASE("every curve and cipher of PACE opens a card", "[chip]") {
    const PaceSuite suite{
        .cipher = GENERATE(std::uint8_t{2}, std::uint8_t{3}, std::uint8_t{4}),
        .domain = GENERATE(std::uint8_t{12}, std::uint8_t{13}, std::uint8_t{14}, std::uint8_t{15},
                           std::uint8_t{16}, std::uint8_t{17}, std::uint8_t{18})};
    CAPTURE(suite.cipher, suite.domain);

    const auto [card, exchanges] =
        read(good_files(), {.has_basic_access = false, .suite = suite}, trusting());

    REQUIRE(card);
    CHECK(card->trust == ChipTrust::Authentic);
}

TEST_CASE("a signed card says who holds it", "[chip]") {
    const auto [card, exchanges] = read(good_files(), {}, trusting());

    REQUIRE(card);
    const Profile& profile = card->profile;
    CHECK(profile.read_from == ReadFrom::CardChip);
    CHECK(profile.number.reveal().digits() == "040200000017");
    CHECK(profile.full_name.reveal() == "Nguyễn Văn Thử");
    CHECK(profile.birth_date.reveal() == CivilDate::make(2000, 1, 15));
    CHECK(profile.sex == Sex::Male);
    CHECK(profile.address.reveal() == "Xóm Sen 2, xã Kim Liên, tỉnh Nghệ An");
    CHECK(profile.issued->reveal() == CivilDate::make(2021, 5, 10));
    CHECK(profile.old_number->reveal() == "186000017");
    CHECK(card->expires->reveal() == CivilDate::make(2025, 1, 15));
    CHECK_FALSE(card->face);
}

TEST_CASE("a card without an end says so by saying nothing", "[chip]") {
    const CardPerson person{.expires = "Không thời hạn", .spouse = "Lê Thị Mẫu"};
    VirtualTerminal terminal(VirtualCard(person, card_files(person, signing())));

    const auto card = read_chip(terminal, number_of(person), trusting());

    REQUIRE(card);
    CHECK_FALSE(card->expires);
}

TEST_CASE("the face comes out as it was put in", "[chip]") {
    const auto [coding, picture] = GENERATE(
        table<FaceCoding, PictureCoding>({{FaceCoding::Jpeg, PictureCoding::Jpeg},
                                          {FaceCoding::Jpeg2000, PictureCoding::Jpeg2000}}));
    ChipWishes wishes = trusting();
    wishes.face = true;

    const auto [card, exchanges] = read(card_files({}, signing(), coding), {}, wishes);

    REQUIRE(card);
    REQUIRE(card->face);
    CHECK(card->face->coding == picture);
    CHECK(card->face->bytes == drawn_face(coding));
    CHECK(card->trust == ChipTrust::Authentic);
}

TEST_CASE("a face beyond the first half of a file is read by the odd command", "[chip]") {
    // Offsets above 32,767 have no place in READ BINARY's own bytes (ISO/IEC 7816-4, 11.3.3).
    Bytes large = drawn_face(FaceCoding::Jpeg);
    for (std::size_t i = large.size(); i < 50'000; ++i) large.push_back(std::uint8_t(i * i / 251));
    CardFiles files = good_files();
    files[kFace] = face_file(large, FaceCoding::Jpeg);
    sign(files, signing());
    const CardManner older{.has_pace = false};
    const auto manner = GENERATE_COPY(CardManner{}, older);
    ChipWishes wishes = trusting();
    wishes.face = true;
    wishes.zones = {zone_of({})};

    const auto [card, exchanges] = read(files, manner, wishes);

    REQUIRE(card);
    CHECK(card->face->bytes == large);
    CHECK(card->trust == ChipTrust::Authentic);
}

TEST_CASE("the way only grows and ends at the whole", "[chip]") {
    std::vector<int> seen;
    ChipWishes wishes = trusting();
    wishes.face = true;
    wishes.progress = [&](int percent) { seen.push_back(percent); };

    REQUIRE(read(good_files(), {}, wishes).card);

    CHECK(std::ranges::is_sorted(seen));
    CHECK(seen.back() == 100);
    CHECK(seen.size() > 5);
}

TEST_CASE("what a card says at the end of a file does not matter", "[chip]") {
    const auto end = GENERATE(EndOfFile::Warns, EndOfFile::Corrects, EndOfFile::SaysNothing);

    CHECK(read(good_files(), {.end_of_file = end}, trusting()).card);
}

TEST_CASE("an older card opens with its zone", "[chip]") {
    const CardManner older{.has_pace = false};
    ChipWishes wishes = trusting();
    wishes.face = true;
    wishes.zones = {zone_of({})};

    const auto [card, exchanges] = read(good_files(), older, wishes);

    REQUIRE(card);
    CHECK(card->trust == ChipTrust::Authentic);
    CHECK(card->face->bytes == drawn_face(FaceCoding::Jpeg2000));
}

TEST_CASE("an older card stays closed without its zone, or with another's", "[chip]") {
    const CardManner older{.has_pace = false};
    ChipWishes wrong = trusting();
    wrong.zones = {zone_of({.birth_date = "16/01/2000"})};

    CHECK(fault_of_card(read(good_files(), older, trusting()).card) == Fault::ChipLocked);
    CHECK(fault_of_card(read(good_files(), older, wrong).card) == Fault::ChipLocked);
}

TEST_CASE("a second zone may be the right one, and a third is not tried", "[chip]") {
    const CardManner older{.has_pace = false};
    const MrzKey wrong = zone_of({.expires = "15/01/2040"});
    ChipWishes second = trusting();
    second.zones = {wrong, zone_of({})};
    ChipWishes third = trusting();
    third.zones = {wrong, wrong, zone_of({})};

    CHECK(read(good_files(), older, second).card);
    const auto [card, exchanges] = read(good_files(), older, third);
    CHECK(fault_of_card(card) == Fault::ChipLocked);
    // One for the file that it has not, one for the application, two for each zone.
    CHECK(exchanges == 6);
}

TEST_CASE("a wrong number is tried once and locks no card", "[chip]") {
    const CardPerson other{.number = "040200000018"};
    const auto tries = GENERATE(std::optional<int>(), std::optional(2), std::optional(1));
    VirtualTerminal terminal(VirtualCard(other, good_files(), {.tries = tries}));

    CHECK(fault_of_card(read_chip(terminal, number_of({}), trusting())) == Fault::ChipLocked);
    // Two to find the suite at the least, one to choose the password, four to agree.
    CHECK(terminal.exchanges() < 12);
}

TEST_CASE("a blocked card is locked", "[chip]") {
    CHECK(fault_of_card(read(good_files(), {.tries = 0}).card) == Fault::ChipLocked);
}

TEST_CASE("a card of another person with the same last digits is another card", "[chip]") {
    const CardPerson other{.number = "038200000017"};
    VirtualTerminal terminal(VirtualCard(other, card_files(other, signing())));

    CHECK(fault_of_card(read_chip(terminal, number_of({}), trusting())) == Fault::ChipOfOtherCard);
}

TEST_CASE("a card torn away is removed, after whichever command", "[chip]") {
    const CardManner older{.has_pace = false};
    const auto manner = GENERATE_COPY(CardManner{}, older);
    ChipWishes wishes = trusting();
    wishes.zones = {zone_of({})};
    const int whole = read(good_files(), manner, wishes).exchanges;
    REQUIRE(whole > 10);

    for (int answers = 0; answers < whole; ++answers) {
        CardManner torn = manner;
        torn.dies_after = answers;
        const auto [card, exchanges] = read(good_files(), torn, wishes);
        CAPTURE(answers);
        CHECK(fault_of_card(card) == Fault::ChipRemoved);
        CHECK(exchanges == answers + 1);
    }
}

TEST_CASE("a reading that is stopped ends", "[chip]") {
    std::stop_source source;
    ChipWishes wishes = trusting();
    wishes.progress = [&](int) { source.request_stop(); };
    VirtualTerminal terminal(VirtualCard({}, good_files()));

    const auto card = read_chip(terminal, number_of({}), wishes, source.get_token());

    CHECK(fault_of_card(card) == Fault::ChipRemoved);
}

TEST_CASE("a card that lies is malformed, and left soon", "[chip]") {
    const auto misbehaviour =
        GENERATE(Misbehaviour::SaysTooLong, Misbehaviour::SaysHuge, Misbehaviour::EndlessFile,
                 Misbehaviour::EndlessMore, Misbehaviour::EmptyAnswers, Misbehaviour::WrongSeal,
                 Misbehaviour::RepeatsAnswer);
    CAPTURE(misbehaviour);

    const auto [card, exchanges] = read(good_files(), {.misbehaviour = misbehaviour}, trusting());

    CHECK(fault_of_card(card) == Fault::ChipMalformed);
    CHECK(exchanges < kManyExchanges);
}

TEST_CASE("a file exchanged after signing is forged, whoever signed", "[chip]") {
    const auto is_trusted = GENERATE(true, false);
    CardFiles files = good_files();
    files[kVietnamese] = vietnamese_file({.full_name = "Trần Văn Khác"});

    const auto card = read(files, {}, is_trusted ? trusting() : ChipWishes{}).card;

    CHECK(fault_of_card(card) == Fault::ChipForged);
}

TEST_CASE("an exchanged face is forged", "[chip]") {
    CardFiles files = good_files();
    files[kFace] = face_file(drawn_face(FaceCoding::Jpeg), FaceCoding::Jpeg);
    ChipWishes wishes = trusting();
    wishes.face = true;

    CHECK(fault_of_card(read(files, {}, wishes).card) == Fault::ChipForged);
}

TEST_CASE("a signature with a changed byte is forged", "[chip]") {
    CardFiles files = good_files();
    files[kSecurityObject].back() ^= 1;  // the last byte of the signature itself

    CHECK(fault_of_card(read(files, {}, trusting()).card) == Fault::ChipForged);
}

TEST_CASE("a card of a State that nobody set up proves no more than a code", "[chip]") {
    const Authority stranger = make_issuing_state("Another State");
    const CardFiles files = card_files({}, {.signer = make_document_signer(stranger)});
    const auto wishes = GENERATE(ChipWishes{}, trusting());

    const auto [card, exchanges] = read(files, {}, wishes);

    REQUIRE(card);
    CHECK(card->trust == ChipTrust::Unchecked);
    CHECK(card->profile.read_from == ReadFrom::CardQr);
}

TEST_CASE("a State's name without its key proves nothing", "[chip]") {
    const Authority impostor = make_issuing_state();  // the same name
    const CardFiles files = card_files({}, {.signer = make_document_signer(impostor)});

    const auto card = read(files, {}, trusting()).card;

    CHECK((!card || card->trust == ChipTrust::Unchecked));
}

TEST_CASE("every kind of signer that States use is known", "[chip]") {
    const auto [key, digest, is_pss] =
        GENERATE(table<std::string, std::string, bool>({{"P-256", "SHA224", false},
                                                        {"P-384", "SHA384", false},
                                                        {"brainpoolP256r1", "SHA256", false},
                                                        {"RSA-2048", "SHA256", false},
                                                        {"RSA-2048", "SHA512", true}}));
    CAPTURE(key, digest, is_pss);
    const Signing wish{make_document_signer(state(), 3650, key), digest, is_pss};

    const auto [card, exchanges] = read(card_files({}, wish), {}, trusting());

    REQUIRE(card);
    CHECK(card->trust == ChipTrust::Authentic);
}

TEST_CASE("a signer whose certificate ended since still signed", "[chip]") {
    const CardFiles files = card_files({}, {.signer = make_document_signer(state(), -1)});

    const auto [card, exchanges] = read(files, {}, trusting());

    REQUIRE(card);
    CHECK(card->trust == ChipTrust::Authentic);
}

TEST_CASE("SHA-1 proves nothing any more", "[chip]") {
    const CardFiles files =
        card_files({}, {.signer = make_document_signer(state()), .digest = "SHA1"});

    CHECK_FALSE(read(files, {}, trusting()).card);
}

TEST_CASE("every invented person's card is read", "[chip]") {
    const auto name = GENERATE("abroad", "child", "elder", "kim_lien", "old_card", "student");
    CAPTURE(name);
    const auto document =
        read_toml(checkout() / "tests/data/people" / (std::string(name) + ".toml"));
    REQUIRE(document);
    const CardPerson person = CardPerson::from_tree(*document->find("card"));
    VirtualTerminal terminal(VirtualCard(person, card_files(person, signing())));

    const auto card = read_chip(terminal, number_of(person), trusting());

    REQUIRE(card);
    CHECK(card->profile.full_name.reveal() == person.full_name);
    CHECK(card->profile.address.reveal() == person.residence);
}
