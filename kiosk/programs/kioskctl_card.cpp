#include "kiosk/programs/kioskctl_card.h"

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <format>
#include <memory>
#include <optional>
#include <print>
#include <string>
#include <thread>
#include <vector>

#include "drivers/factory.h"
#include "kiosk/app/settings.h"
#include "kiosk/care/places.h"
#include "kiosk/chip/basic_access.h"
#include "kiosk/chip/chip_files.h"
#include "kiosk/chip/chip_reading.h"
#include "kiosk/chip/likely_zones.h"
#include "kiosk/chip/pace_offer.h"
#include "kiosk/core/file.h"
#include "kiosk/core/json.h"
#include "kiosk/core/whole_number.h"
#include "kiosk/domain/id_card_qr.h"
#include "kiosk/eye/client.h"
#include "kiosk/imaging/picture_file.h"

namespace motlan {
namespace {

constexpr std::string_view kHowTo =
    "usage: kioskctl card [--json] [--seconds N] [FILE]\n"
    "       kioskctl card [--json] --code PICTURE [--zone LINE] [FILE]\n"
    "\n"
    "Tells each second whether the chip reader of the configuration FILE (the usual one without\n"
    "it) is there, whether a card lies on it, and how its chip lets itself be opened. Ends after\n"
    "N seconds (1 to 3600), or when interrupted.\n"
    "--code     reads the QR code of the card in this picture (JPEG or PNG), opens the chip with\n"
    "           what it says as a visit does, and tells whether the State's signature holds; what\n"
    "           code and chip say of their holder is not told\n"
    "--zone     the second of the three lines on the card's back, 30 letters: opens a chip that\n"
    "           knows no PACE when the end of the card, which no code says, is guessed wrong\n"
    "Exit status: 0 a chip was there, or was read and is authentic; 1 not; 2 wrong usage.\n";
constexpr std::chrono::milliseconds kPatience{200};

struct Call {
    bool is_json = false;
    bool is_wrong = false;
    std::int64_t seconds = 0;  ///< 0: until interrupted
    std::optional<std::filesystem::path> code;
    std::optional<std::string_view> zone;
    std::filesystem::path config = usual_config();
};

Call read_call(Arguments arguments) {
    Call call;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const bool has_more = i + 1 < arguments.size();
        if (arguments[i] == "--json") {
            call.is_json = true;
        } else if (arguments[i] == "--code" && has_more) {
            call.code = arguments[++i];
        } else if (arguments[i] == "--zone" && has_more) {
            call.zone = arguments[++i];
        } else if (arguments[i] == "--seconds" && has_more) {
            call.seconds = whole_number(arguments[++i]).value_or(0);
            call.is_wrong = call.is_wrong || call.seconds < 1 || call.seconds > 3600;
        } else if (arguments[i].starts_with("-")) {
            call.is_wrong = true;
        } else {
            call.config = arguments[i];
        }
    }
    call.is_wrong = call.is_wrong || (call.zone && !call.code);
    return call;
}

void tell(const Call& call, bool is_good, const std::string& words) {
    if (call.is_json) {
        std::println("{}", to_json(Tree::Table{{"ok", is_good}, {"state", words}}));
    } else {
        std::println("{}", words);
    }
    std::fflush(stdout);
}

Result<bool> offers_pace(ChipSession& session) {
    const auto offer = read_file(session, chip_file::kCardAccess).and_then([](const Bytes& file) {
        return best_offer(file);
    });
    if (offer) return offer->has_value();
    if (offer.error() == Fault::ChipLocked) return false;  // it has no such file
    return fail(offer.error());
}

Result<bool> offers_zone(ChipSession& session) {
    const auto offers =
        select_application(session).and_then([&] { return offers_basic_access(session); });
    if (!offers && offers.error() == Fault::ChipMalformed) return false;  // no such application
    return offers;
}

/// How the chip that is awake lets itself be opened, as far as it says so to anybody.
Result<std::string> way_into(ChipTerminal& terminal) {
    ChipSession session(terminal);
    const auto pace = offers_pace(session);
    if (!pace) return fail(pace.error());
    if (*pace) return "the chip opens with the card's number (PACE)";
    const auto zone = offers_zone(session);
    if (!zone) return fail(zone.error());
    return *zone ? "the chip knows no PACE: it opens with the zone on the card's back (BAC)"
                 : "the chip offers no way that we know";
}

Result<std::string> offer_of(ChipTerminal& terminal) {
    if (const auto awake = terminal.wake(kPatience); !awake) return fail(awake.error());
    auto way = way_into(terminal);
    terminal.rest();
    return way;
}

std::string words_of(Fault fault) {
    switch (fault) {
        case Fault::ChipReaderUnavailable: return "no chip reader, or pcscd does not run";
        case Fault::ChipAbsent: return "the reader is there, no card on it";
        case Fault::ChipRemoved: return "the card was lifted or fell silent";
        case Fault::ChipOfOtherCard: return "the chip is another card's";
        case Fault::ChipLocked: return "the chip does not open with this number or zone";
        case Fault::ChipMalformed: return "the chip's files are malformed";
        case Fault::ChipForged: return "the State's signature does not hold";
        default: return "it failed";
    }
}

std::string told(Fault fault) { return std::format("{} ({})", words_of(fault), code(fault)); }

int watch(ChipTerminal& terminal, const Call& call) {
    bool has_seen = false;
    for (std::int64_t i = 0; call.seconds == 0 || i < call.seconds; ++i) {
        const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(1);
        const auto offer = offer_of(terminal);
        has_seen = has_seen || offer.has_value();
        tell(call, offer.has_value(), offer ? *offer : told(offer.error()));
        std::this_thread::sleep_until(end);
    }
    return has_seen ? kFine : kFoundWrong;
}

Result<IdCard> card_in(const std::filesystem::path& picture) {
    auto eye = EyeClient::start(places().program / "kiosk-eye");
    if (!eye) return fail(eye.error());
    const auto seen =
        read_file(picture, kEncodedLimit)
            .and_then([](Bytes file) { return picture_of_file(std::move(file)); })
            .and_then([&](const EncodedPicture& code) { return eye->read_code(code); });
    if (!seen) return fail(seen.error());
    if (!seen->payload) return fail(Fault::IdQrUnreadable);
    return parse_id_card_qr(*seen->payload, CivilDate::of(SystemClock().wall()));
}

/// What may open a chip without PACE: the zone that was given, else those that the code allows.
Result<std::vector<MrzKey>> zones_of(const Profile& profile, const Call& call) {
    if (!call.zone) return likely_zones(profile);
    const auto key = key_of(profile.number.reveal(), *call.zone);
    if (!key) return fail(key.error());
    return std::vector{*key};
}

int read_once(ChipTerminal& terminal, const Call& call, const ChipSettings& settings) {
    const auto countries = read_country_certificates(settings.trust);
    if (!countries) return complain("card", "the issuing State's certificates cannot be read", 1);
    const auto shown = card_in(*call.code);
    if (!shown) {
        return complain("card", std::format("the code of the card ({})", code(shown.error())), 1);
    }
    auto zones = zones_of(shown->profile, call);
    if (!zones) return complain("card", "--zone is no second line of a zone", kUsage);
    const ChipWishes wishes{
        .countries = *countries, .face = settings.reads_face, .zones = *std::move(zones)};
    const auto start = std::chrono::steady_clock::now();
    const auto card = read_chip(terminal, shown->profile.number.reveal(), wishes);
    const auto spent = std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now() - start);
    if (!card) return tell(call, false, told(card.error())), kFoundWrong;
    const bool is_authentic = card->trust == ChipTrust::Authentic;
    tell(call, is_authentic,
         std::format("{}, {}{} ms", is_authentic ? "authentic" : "read, signer not known here",
                     card->face ? "with its picture, " : "", spent.count()));
    return is_authentic ? kFine : kFoundWrong;
}

}  // namespace

int card_command(Arguments arguments) {
    const Call call = read_call(arguments);
    if (call.is_wrong) return std::fputs(kHowTo.data(), stderr), kUsage;
    const auto settings = read_settings(call.config, places().state);
    if (!settings) return complain("card", to_text(settings.error()), kFoundWrong);
    if (!settings->devices.chip) {
        return complain("card", "the configuration has no chip reader", kFoundWrong);
    }
    const auto terminal = make_chip(*settings->devices.chip);
    return call.code ? read_once(*terminal, call, *settings->devices.chip) : watch(*terminal, call);
}

}  // namespace motlan
