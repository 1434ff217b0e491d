// The worked examples of ICAO Doc 9303-11 (8th edition): appendix D (basic access and secure
// messaging) and appendix G.1 (PACE with elliptic curves and generic mapping).
#include <catch2/catch_test_macros.hpp>

#include "kiosk/chip/basic_access.h"
#include "kiosk/chip/digest.h"
#include "kiosk/chip/pace.h"
#include "kiosk/chip/tlv.h"
#include "tests/chip/scripted_chip.h"

using namespace motlan;
using namespace motlan::testing;

namespace {

/// Keys of triple DES are printed with parity bits, which no cipher looks at.
Bytes without_parity(ByteView key) {
    Bytes bytes(key.begin(), key.end());
    for (auto& byte : bytes) byte = static_cast<std::uint8_t>(byte & 0xFEU);
    return bytes;
}

Bytes bytes_of(const ChipKey& key) { return {key.reveal().begin(), key.reveal().end()}; }

const MrzKey kExampleD = {"L898902C<", "690806", "940623"};
const MrzKey kExampleG = {"T22000129", "640812", "101031"};

// Appendix G.1, step by step.
const std::string kOurMap =
    "047ACF3EFC982EC45565A4B155129EFBC74650DCBFA6362D896FC70262E0C2CC5E"
    "544552DCB6725218799115B55C9BAA6D9F6BC3A9618E70C25AF71777A9C4922D";
const std::string kTheirMap =
    "04824FBA91C9CBE26BEF53A0EBE7342A3BF178CEA9F45DE0B70AA601651FBA3F57"
    "30D8C879AAA9C9F73991E61B58F4D52EB87A0A0C709A49DC63719363CCD13C54";
const std::string kOurPoint =
    "042DB7A64C0355044EC9DF190514C625CBA2CEA48754887122F3A5EF0D5EDD301C"
    "3556F3B3B186DF10B857B58F6A7EB80F20BA5DC7BE1D43D9BF850149FBB36462";
const std::string kTheirPoint =
    "049E880F842905B8B3181F7AF7CAA9F0EFB743847F44A306D2D28C1D9EC65DF6DB"
    "7764B22277A2EDDC3C265A9F018F9CB852E111B768B326904B59A0193776F094";
const std::string kMapKey = "7F4EF07B9EA82FD78AD689B38D0BC78CF21F249D953BC46F4C6E19259C010F99";
const std::string kAgreementKey =
    "A73FB703AC1436A18E0CFA5ABB3F7BEC7A070E7A6788486BEE230C4A22762595";
const PaceOffer kOfferG = {Cipher::Aes128, Curve::BrainpoolP256r1, true};

std::vector<ScriptedChip::Turn> pace_turns() {
    return {{"0022C1A40F800A04007F00070202040202830101", "9000"},
            {"10860000027C0000", "7C12801095A3A016522EE98D01E76CB6B98B42C39000"},
            {"10860000457C438141" + kOurMap + "00", "7C438241" + kTheirMap + "9000"},
            {"10860000457C438341" + kOurPoint + "00", "7C438441" + kTheirPoint + "9000"},
            {"008600000C7C0A8508C2B0BD78D94BA86600", "7C0A86083ABB9674BCE93C089000"}};
}

Result<void> open(ScriptedChip& chip, const std::string& key_of_mrz = {}) {
    ChipSession session(chip);
    const Bytes seed = key_of_mrz.empty() ? digest(DigestKind::Sha1, as_bytes(*kExampleG.to_text()))
                                          : hex(key_of_mrz);
    return open_with_password(session, kOfferG, {1, ChipKey(seed)},
                              drawn({kMapKey, kAgreementKey}));
}

}  // namespace

TEST_CASE("the zone makes the document's keys as in appendix D.2", "[chip]") {
    const auto text = kExampleD.to_text();
    REQUIRE(text == "L898902C<369080619406236");
    Bytes seed = digest(DigestKind::Sha1, as_bytes(*text));
    seed.resize(16);

    CHECK(seed == hex("239AB9CB282DAF66231DC5A4DF6BFBAE"));
    CHECK(without_parity(derive_key(Cipher::TripleDes, seed, KeyUse::Encryption).reveal()) ==
          without_parity(hex("AB94FDECF2674FDFB9B391F85D7F76F2")));
    CHECK(without_parity(derive_key(Cipher::TripleDes, seed, KeyUse::Authentication).reveal()) ==
          without_parity(hex("7962D9ECE03D1ACD4C76089DCE131543")));
}

TEST_CASE("a document number of more than nine letters is taken whole", "[chip]") {
    CHECK(MrzKey{"D23145890734", "340712", "950712"}.to_text() == "D23145890734934071279507122");
}

TEST_CASE("basic access and the first file go as in appendices D.3 and D.4", "[chip]") {
    ScriptedChip chip({
        {"0084000008", "4608F919887022129000"},
        {"008200002872C29C2371CC9BDB65B779B8E8D37B29ECC154AA56A8799FAE2F498F76ED92F2"
         "5F1448EEA8AD90A728",
         "46B9342A41396CD7386BF5803104D7CEDC122B9132139BAF2EEDC94EE178534F2F2D235D074D74499000"},
        {"0CA4020C158709016375432908C044F68E08BF8B92D635FF24F800",
         "990290008E08FA855A5D4C50A8ED9000"},
        {"0CB000000D9701048E08ED6705417E96BA5500",
         "8709019FF0EC34F9922651990290008E08AD55CC17140B2DED9000"},
        {"0CB000040D9701128E082EA28A70F3C7B53500",
         "871901FB9235F4E4037F2327DCC8964F1F9B8C30F42C8E2FFF224A990290008E08C8B2787EAEA07D749000"},
    });
    ChipSession session(chip);

    REQUIRE(open_with_mrz(session, kExampleD,
                          drawn({"781723860C06C226", "0B795240CB7049B01C19B33E32804F0B"})));
    const auto selected =
        session.send({.ins = 0xA4, .p1 = 0x02, .p2 = 0x0C, .content = hex("011E")});
    const auto heading = session.send({.ins = 0xB0, .expected = 4});
    const auto rest = session.send({.ins = 0xB0, .p2 = 4, .expected = 0x12});

    CHECK(chip.unexpected().empty());
    REQUIRE((selected && heading && rest));
    CHECK(selected->is_done());
    CHECK(heading->content == hex("60145F01"));
    CHECK(rest->content == hex("04303130365F36063034303030305C026175"));
}

TEST_CASE("the generic mapping moves the generator as in appendix G.1", "[chip]") {
    const Curve curve = Curve::BrainpoolP256r1;
    const auto shared = multiply(curve, hex(kMapKey), hex(kTheirMap));
    const auto moved =
        multiply(curve, hex("3F00C4D39D153F2B2A214A078D899B22"), generator_of(curve));

    REQUIRE((shared && moved));
    CHECK(*shared == hex("0460332EF2450B5D247EF6D3868397D398852ED6E8CAF6FFEEF6BF85CA57057FD5"
                         "0840CA7415BAF3E43BD414D35AA4608B93A2CAF3A4E3EA4E82C9C13D03EB7181"));
    CHECK(add(curve, *moved, *shared) ==
          hex("048CED63C91426D4F0EB1435E7CB1D74A46723A0AF21C89634F65A9AE87A9265E2"
              "8C879506743F8611AC33645C5B985C80B5F09A0B83407C1B6A4D857AE76FE522"));
}

TEST_CASE("the agreed secret makes the session's keys as in appendix G.1", "[chip]") {
    const auto password = derive_key(
        Cipher::Aes128, hex("7E2D2A41C74EA0B38CD36F863939BFA8E9032AAD"), KeyUse::Password);
    const Bytes secret = hex("28768D20701247DAE81804C9E780EDE582A9996DB4A315020B2733197DB84925");

    CHECK(bytes_of(password) == hex("89DED1B26624EC1E634C1989302849DD"));
    CHECK(bytes_of(derive_key(Cipher::Aes128, secret, KeyUse::Encryption)) ==
          hex("F5F0E35C0D7161EE6724EE513A0D9A7F"));
    CHECK(bytes_of(derive_key(Cipher::Aes128, secret, KeyUse::Authentication)) ==
          hex("FE251C7858B356B24514B3BD5F4297D1"));
}

TEST_CASE("the terminal's side of appendix G.1 comes out byte for byte", "[chip]") {
    ScriptedChip chip(pace_turns());

    const auto opened = open(chip);

    CHECK(chip.unexpected().empty());
    CHECK(opened.has_value());
    CHECK(chip.is_finished());
}

// The first protected command after the example's agreement; the public reference of
// javacard-express computes the same from sections 9.8.4 to 9.8.7 on its own.
TEST_CASE("the agreed keys protect the next command with a counter from zero", "[chip]") {
    auto turns = pace_turns();
    turns.emplace_back("0CA4040C1D871101752F676B09FAC86A87D632749A49C7CC8E08C18BA1FCE707BD9F00",
                       "990290008E08BEA7B381C494A0799000");
    ScriptedChip chip(turns);
    ChipSession session(chip);

    REQUIRE(open_with_password(
        session, kOfferG, {1, ChipKey(digest(DigestKind::Sha1, as_bytes(*kExampleG.to_text())))},
        drawn({kMapKey, kAgreementKey})));
    const auto selected =
        session.send({.ins = 0xA4, .p1 = 4, .p2 = 0x0C, .content = hex("A0000002471001")});

    CHECK(chip.unexpected().empty());
    REQUIRE(selected);
    CHECK(selected->is_done());
}

TEST_CASE("a chip that refuses our token is locked, and asked no second time", "[chip]") {
    for (const char* refusal : {"6300", "63C2", "6982", "6A80"}) {
        auto turns = pace_turns();
        turns.back().second = refusal;
        ScriptedChip chip(turns);

        CHECK(open(chip) == fail(Fault::ChipLocked));
        CHECK(chip.unexpected().empty());
    }
}

TEST_CASE("a chip that counts wrong passwords is left alone", "[chip]") {
    ScriptedChip chip({{"0022C1A40F800A04007F00070202040202830101", "63C1"}});

    CHECK(open(chip) == fail(Fault::ChipLocked));
    CHECK(chip.unexpected().empty());
}

TEST_CASE("a chip that does not know the password itself is not believed", "[chip]") {
    auto turns = pace_turns();
    turns.back().second = "7C0A86083ABB9674BCE93C099000";
    ScriptedChip chip(turns);

    CHECK(open(chip) == fail(Fault::ChipMalformed));
}

TEST_CASE("a point that is ours, off the curve or of another shape is refused", "[chip]") {
    const std::string off_curve = kTheirPoint.substr(0, 130) + "95";
    const std::string compressed = "02" + kTheirPoint.substr(2, 64);
    const std::string empty;
    for (const std::string& point : {kOurPoint, off_curve, compressed, std::string("00"), empty}) {
        auto turns = pace_turns();
        turns[3].second = to_hex(element(0x7C, element(0x84, hex(point)))) + "9000";
        ScriptedChip chip(turns);

        CHECK(open(chip) == fail(Fault::ChipMalformed));
        CHECK(chip.unexpected().empty());
    }
}
