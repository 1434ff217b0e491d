// A device that does not work takes away what needs it before anybody begins, and no more.
#include "kiosk/flow/ability.h"

#include "tests/flow/walk.h"

namespace motlan {
namespace {

using examples::item;

std::string source_item() { return item("name", "person.full_name"); }
std::string sure_paper() {
    return source_item() + item("lease", "document.lease", examples::kPaper);
}
std::string possible_paper() {
    return source_item() + item("home", "document.house_ownership",
                                std::string(examples::kPaper) + std::string(examples::kFallback));
}

DevicesChecked without(DeviceRole device, Fault fault) { return {{{device, fault}}}; }
DevicesChecked no_camera() { return without(DeviceRole::CardCamera, Fault::CameraUnavailable); }
DevicesChecked no_scanner() { return without(DeviceRole::Scanner, Fault::ScannerUnplugged); }

Hindrance hindrance_with(const std::string& items, const DevicesChecked& devices) {
    Walk walk(example_office(items));
    walk(devices)(Started{})(ProcedureChosen{0});
    return walk.at<WhatYouNeed>().hindrance;
}

}  // namespace

TEST_CASE("without a scanner only what asks for paper is withheld", "[flow]") {
    CHECK(hindrance_with(source_item(), no_scanner()) == Hindrance::None);
    CHECK(hindrance_with(possible_paper(), no_scanner()) == Hindrance::MayNeedScanner);
    CHECK(hindrance_with(sure_paper(), no_scanner()) == Hindrance::NeedsScanner);
}

TEST_CASE("without any way to read a card nothing is filed here", "[flow]") {
    CHECK(hindrance_with(source_item(), no_camera()) == Hindrance::NeedsCard);
    CHECK(hindrance_with(sure_paper(), no_camera()) == Hindrance::NeedsCard);
}

TEST_CASE("a hand reader stands in for the camera, until it goes too", "[flow]") {
    Office office = example_office(source_item());
    office.has_hand_reader = true;
    const std::vector<DeviceTrouble> camera{{DeviceRole::CardCamera, Fault::CameraUnavailable}};
    std::vector<DeviceTrouble> both = camera;
    both.push_back({DeviceRole::HandReader, Fault::ReaderIsKeyboard});

    CHECK(ability_of(camera, office).reads_codes);
    CHECK_FALSE(ability_of(camera, office).has_camera);
    CHECK_FALSE(ability_of(both, office).reads_codes);
}

TEST_CASE("papers go where this kiosk takes them", "[flow]") {
    Office office = example_office();
    const std::vector<DeviceTrouble> scanner{{DeviceRole::Scanner, Fault::ScannerUnavailable}};
    const std::vector<DeviceTrouble> desk{{DeviceRole::DocumentCamera, Fault::CameraUnavailable}};

    CHECK_FALSE(ability_of(scanner, office).takes_papers);
    CHECK(ability_of(desk, office).takes_papers);
    CHECK(ability_of(desk, office).reads_codes);
    office.has_document_camera = true;
    CHECK(ability_of(scanner, office).takes_papers);
    CHECK_FALSE(ability_of(desk, office).takes_papers);
}

TEST_CASE("until somebody has chosen, what oneself needs is told and counts", "[flow]") {
    const std::string name =
        item("name", "person.full_name", "when = { behalf = \"self\" }\nmay_be_pending = false");
    Walk walk(
        example_office("[behalf]\nfor = [\"company\"]\n"
                       "basis = { document = \"L\", verified = true }\n" +
                       name));
    walk(LinkChanged{true})(Started{})(ProcedureChosen{0});

    CHECK(walk.at<WhatYouNeed>().expected.find(ItemId("name")) != nullptr);
    CHECK(walk.at<WhatYouNeed>().hindrance == Hindrance::Offline);
}

TEST_CASE("what the people there can mend withholds nothing but paper slips", "[flow]") {
    for (const auto& [device, fault] : std::vector<std::pair<DeviceRole, Fault>>{
             {DeviceRole::Scanner, Fault::ScannerJam},
             {DeviceRole::Scanner, Fault::ScannerCoverOpen},
             {DeviceRole::Printer, Fault::PrinterPaperOut},
             {DeviceRole::Printer, Fault::PrinterUnavailable},
             {DeviceRole::ChipReader, Fault::ChipReaderUnavailable}}) {
        INFO(code(fault));
        CHECK(ability_of({{device, fault}}, example_office()) ==
              Ability{.prints = device != DeviceRole::Printer});
    }
}

TEST_CASE("the screen that says what is needed follows a device that goes and comes", "[flow]") {
    Walk walk(example_office(sure_paper()));
    walk(Started{})(ProcedureChosen{0})(no_scanner());

    CHECK(walk(Proceeded{}).is_at<WhatYouNeed>());
    CHECK(withheld(walk.state()) == 1);
    CHECK(walk(DevicesChecked{})(Proceeded{}).is_at<ShowCard>());
    CHECK(withheld(walk.state()) == 0);
}

TEST_CASE("whoever goes back from the card meets what does not work by then", "[flow]") {
    Walk walk(example_office(source_item()));
    walk.to_card()(no_camera())(WentBack{});

    CHECK(walk.at<WhatYouNeed>().hindrance == Hindrance::NeedsCard);
}

TEST_CASE("nobody looks for a dossier where no code can be read", "[flow]") {
    Walk walk;
    walk(no_camera());

    CHECK(walk(FollowWished{}).is_at<Welcome>());
    CHECK_FALSE(walk.has_effects());
    CHECK(walk(HomeWished{})(FollowWished{}).is_at<Home>());
    CHECK(walk(RatingWished{}).is_at<RateService>());
}

TEST_CASE("a visit that has begun is not thrown out when a device goes", "[flow]") {
    Walk walk;
    walk.to_review()(no_scanner())(no_camera());

    CHECK(walk.is_at<ReviewAll>());
    CHECK(walk(Proceeded{}).is_at<Declare>());
}

TEST_CASE("what is suspended is told in the list and never begun, whatever works", "[flow]") {
    Office office = example_office(source_item());
    office.procedures.front().suspended =
        Suspension{{"Chờ hướng dẫn.", "Awaiting rules."}, {"Mời đến quầy.", "At the counter."}};
    Walk walk(std::move(office));
    walk(DevicesChecked{{}})(Started{});

    CHECK(walk.state().hindrances.at(0) == Hindrance::Suspended);
    CHECK(withheld(walk.state()) == 0);
    walk(ProcedureChosen{0});
    CHECK(walk.at<WhatYouNeed>().hindrance == Hindrance::Suspended);
    walk(Proceeded{});
    CHECK(walk.at<WhatYouNeed>().hindrance == Hindrance::Suspended);
}

TEST_CASE("slips come out unless nobody at the kiosk can help the printer", "[flow]") {
    const Office office = example_office();
    const auto prints = [&](Fault fault) {
        return ability_of({{DeviceRole::Printer, fault}}, office).prints;
    };

    CHECK(prints(Fault::PrinterPaperLow));
    CHECK(prints(Fault::PrinterBusy));
    for (const Fault fault : {Fault::PrinterUnavailable, Fault::PrinterPaperOut,
                              Fault::PrinterCoverOpen, Fault::PrinterRefused})
        CHECK_FALSE(prints(fault));
}

}  // namespace motlan
