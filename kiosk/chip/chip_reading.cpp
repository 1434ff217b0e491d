#include "kiosk/chip/chip_reading.h"

#include <ranges>
#include <vector>

#include "kiosk/chip/basic_access.h"
#include "kiosk/chip/card_face.h"
#include "kiosk/chip/card_text.h"
#include "kiosk/chip/chip_files.h"
#include "kiosk/chip/pace.h"
#include "kiosk/chip/passive_authentication.h"

namespace motlan {
namespace {

// Where the bar stands after each stage.
constexpr int kOpened = 20;
constexpr int kZoneRead = 25;
constexpr int kTextRead = 45;
constexpr int kSecurityObjectRead = 60;
constexpr int kAllRead = 100;

constexpr std::size_t kAccessDigits = 6;

/// The files as the chip gave them.
struct Files {
    Bytes zone;
    Bytes text;
    Bytes security_object;
    std::optional<Bytes> face;
};

/// One reading, and how far it is.
class Reading {
public:
    Reading(ChipSession& session, const ChipWishes& wishes) : session_(session), wishes_(wishes) {}

    Result<ChipCard> read(const CitizenNumber& number);

private:
    Result<void> open(std::string_view access_number);
    Result<void> open_with_zones();
    Result<Files> read_files();
    Result<Bytes> read_until(int percent, const ChipFile& file);
    void reach(int percent);

    ChipSession& session_;
    const ChipWishes& wishes_;
    int percent_ = 0;
};

Result<std::optional<PaceOffer>> offer_of(ChipSession& session) {
    const auto file = read_file(session, chip_file::kCardAccess);
    if (file) return best_offer(*file);
    if (file.error() == Fault::ChipLocked) return std::nullopt;  // the chip has no such file
    return fail(file.error());
}

Result<void> Reading::open(std::string_view access_number) {
    const auto offer = offer_of(session_);
    if (!offer) return fail(offer.error());
    if (*offer) {
        const auto password = PacePassword::card_access_number(access_number);
        return open_with_password(session_, **offer, password, system_chance).and_then([&] {
            return select_application(session_);
        });
    }
    if (wishes_.zones.empty()) return fail(Fault::ChipLocked);
    return select_application(session_).and_then([this] { return open_with_zones(); });
}

Result<void> Reading::open_with_zones() {
    Result<void> opened = fail(Fault::ChipLocked);
    for (const MrzKey& zone : wishes_.zones | std::views::take(kZoneTries)) {
        opened = open_with_mrz(session_, zone, system_chance);
        if (opened || opened.error() != Fault::ChipLocked) break;
    }
    return opened;
}

void Reading::reach(int percent) {
    if (percent <= percent_) return;
    percent_ = percent;
    if (wishes_.progress) wishes_.progress(percent);
}

Result<Bytes> Reading::read_until(int percent, const ChipFile& file) {
    const int start = percent_;
    auto bytes = read_file(session_, file, [&](std::size_t come, std::size_t whole) {
        const double share = static_cast<double>(come) / static_cast<double>(whole);
        reach(start + static_cast<int>(share * (percent - start)));
    });
    if (bytes) reach(percent);
    return bytes;
}

Result<Files> Reading::read_files() {
    Files files;
    auto zone = read_until(kZoneRead, chip_file::kZone);
    if (!zone) return fail(zone.error());
    auto text = read_until(kTextRead, chip_file::kText);
    if (!text) return fail(text.error());
    auto object =
        read_until(wishes_.face ? kSecurityObjectRead : kAllRead, chip_file::kSecurityObject);
    if (!object) return fail(object.error());
    if (wishes_.face) {
        auto face = read_until(kAllRead, chip_file::kFace);
        if (!face) return fail(face.error());
        files.face = *std::move(face);
    }
    files.zone = *std::move(zone);
    files.text = *std::move(text);
    files.security_object = *std::move(object);
    return files;
}

Result<ChipTrust> trust_in(const Files& files, std::span<const CountryCertificate> countries) {
    std::vector<ChipContent> contents = {{1, files.zone}, {13, files.text}};
    if (files.face) contents.push_back({2, *files.face});
    return authenticate(files.security_object, contents, countries);
}

Profile profile_of(const CardText& text, const Mrz& zone, ChipTrust trust) {
    Profile profile{.number = Personal(text.number),
                    .full_name = Personal(text.full_name),
                    .birth_date = Personal(text.birth_date),
                    .sex = zone.sex,
                    .address = Personal(text.residence)};
    if (text.old_number) profile.old_number.emplace(*text.old_number);
    if (text.issued) profile.issued.emplace(*text.issued);
    if (trust == ChipTrust::Authentic) profile.read_from = ReadFrom::CardChip;
    return profile;
}

Result<ChipCard> card_of(const Files& files, const CitizenNumber& number, ChipTrust trust) {
    const auto zone = parse_zone_file(files.zone);
    if (!zone) return fail(zone.error());
    const auto text = parse_card_text(files.text);
    if (!text) return fail(text.error());
    if (zone->number != number || text->number != number) return fail(Fault::ChipOfOtherCard);
    ChipCard card{.profile = profile_of(*text, *zone, trust), .trust = trust};
    if (text->expires) card.expires.emplace(*text->expires);
    if (files.face) card.face = face_of(*files.face);
    return card;
}

Result<ChipCard> Reading::read(const CitizenNumber& number) {
    const std::string_view digits = number.digits();
    const auto opened = open(digits.substr(digits.size() - kAccessDigits));
    if (!opened) return fail(opened.error());
    reach(kOpened);
    const auto files = read_files();
    if (!files) return fail(files.error());
    const auto trust = trust_in(*files, wishes_.countries);
    if (!trust) return fail(trust.error());
    return card_of(*files, number, *trust);
}

}  // namespace

Result<ChipCard> read_chip(ChipTerminal& terminal, const CitizenNumber& number,
                           const ChipWishes& wishes, std::stop_token stop) {
    const auto awake = terminal.wake(wishes.patience);
    if (!awake) return fail(awake.error());
    ChipSession session(terminal, std::move(stop));
    auto card = Reading(session, wishes).read(number);
    terminal.rest();
    return card;
}

}  // namespace motlan
