#include "tests/ui/sample_follow.h"

#include <chrono>
#include <utility>

namespace motlan::testing {
namespace {

WallTime on_day(unsigned day, int hour, int minute) {
    return std::chrono::sys_days{std::chrono::year{2026} / 11 / day} + std::chrono::hours(hour) +
           std::chrono::minutes(minute) - kVietnamOffset;
}

DossierEvent event(std::int64_t sequence, DossierStatus status, WallTime time, std::string unit) {
    return {.sequence = sequence, .status = status, .time = time, .unit = std::move(unit)};
}

const std::string kCenter = "Trung tâm Phục vụ hành chính công xã Kim Liên";

/// A dossier that came as far as this status, with a due day on the 25th.
FollowedDossier filed(DossierStatus status, std::string words = {}) {
    FollowedDossier dossier{
        .code = "H41-261120-0087",
        .procedure = "2.000635",
        .received = on_day(20, 8, 51),
        .events = {event(1, DossierStatus::Accepted, on_day(20, 8, 51), kCenter)},
        .seen = on_day(23, 8, 44)};
    dossier.events[0].due = on_day(25, 17, 0);
    if (status == DossierStatus::Accepted) return dossier;
    dossier.events.push_back(
        event(2, DossierStatus::InWork, on_day(20, 9, 20), "Sở Tư pháp tỉnh Nghệ An"));
    if (status != DossierStatus::InWork)
        dossier.events.push_back(event(3, status, on_day(22, 14, 5), "Sở Tư pháp tỉnh Nghệ An"));
    dossier.events.back().words = std::move(words);
    return dossier;
}

/// Late since the 20th, with a letter and a new day that has passed as well.
FollowedDossier late() {
    FollowedDossier dossier = filed(DossierStatus::InWork);
    dossier.events[0].due = on_day(20, 17, 0);
    DossierEvent letter =
        event(3, DossierStatus::InWork, on_day(20, 17, 30), "Sở Tư pháp tỉnh Nghệ An");
    letter.is_apology = true;
    letter.due = on_day(21, 11, 0);
    letter.words = "Sổ hộ tịch năm 1951 phải tra ở kho lưu trữ cũ nên cần thêm thời gian.";
    dossier.events.push_back(std::move(letter));
    return dossier;
}

FollowedDossier asked() {
    FollowedDossier dossier =
        filed(DossierStatus::SupplementAsked, "Đề nghị ông/bà bổ sung các giấy dưới đây.");
    dossier.events.back().wishes = {
        {ConceptId("document.residence_confirmation"), "Giấy xác nhận thông tin về cư trú (CT07)",
         "Điều 14 Nghị định 104/2022/NĐ-CP"},
        {ConceptId("document.house_ownership"), "Giấy tờ về chỗ ở hợp pháp", ""},
        {ConceptId("document.lease"), "Hợp đồng thuê nhà có chữ ký của chủ nhà",
         "Điều 5 Nghị định 154/2024/NĐ-CP"}};
    return dossier;
}

/// As many moments as a dossier may have, each with as many words as it may have.
FollowedDossier endless() {
    FollowedDossier dossier = filed(DossierStatus::InWork);
    dossier.procedure = "9.999999";
    std::string words;
    for (int i = 0; i < 40; ++i) words += "Chuyển hồ sơ sang phòng chuyên môn để thẩm tra lại. ";
    words += std::string(300, 'W');
    while (dossier.events.size() < 64) {
        auto sequence = static_cast<std::int64_t>(dossier.events.size()) + 1;
        dossier.events.push_back(
            event(sequence, DossierStatus::InWork, on_day(22, 9, 0), std::string(120, 'M')));
        dossier.events.back().words = words;
    }
    return dossier;
}

class Samples {
public:
    explicit Samples(SampleParts parts) : parts_(std::move(parts)) {}

    std::vector<Sample> all() {
        add_found();
        add_many();
        add_states();
        add_letters();
        add_wishes();
        return std::move(all_);
    }

private:
    void add(std::string name, Screen screen) {
        State state{.screen = std::move(screen), .reference = "sample"};
        state.now = on_day(23, 8, 45);
        all_.push_back({std::move(name), std::move(state)});
    }
    [[nodiscard]] Followed followed(std::vector<FollowedDossier> dossiers) const {
        return {.profile = parts_.profile, .dossiers = std::move(dossiers)};
    }

    void add_found() {
        add("find_dossier", FindDossier{.preview = parts_.camera});
        add("find_dossier.receipt",
            FindDossier{
                .preview = parts_.camera,
                .hint = CardHint::CodeSeen,
                .receipt = ReceiptCode{"H41-261120-0087", on_day(20, 8, 51), on_day(25, 17, 0)}});
        add("find_dossier.unknown", FindDossier{.preview = parts_.camera,
                                                .refused = Fault::DossierUnknown,
                                                .refusals = 3,
                                                .questions = 3});
        add("find_dossier.offline",
            FindDossier{
                .preview = parts_.camera, .refused = Fault::BackendUnreachable, .refusals = 1});
        all_.back().state.is_offline = true;
        add("find_dossier.asking",
            FindDossier{.preview = parts_.camera, .asked = parts_.profile, .questions = 1});
        add("find_dossier.typing", FindDossier{.preview = parts_.camera, .typing = ""});
        add("find_dossier.half_typed", FindDossier{.preview = parts_.camera, .typing = "2611200"});
        add("find_dossier.all_typed",
            FindDossier{.preview = parts_.camera, .typing = "412611200000087"});
        all_.back().state.is_offline = true;
        add("find_dossier.typed", FindDossier{.preview = parts_.camera, .typed = "2611200087"});
    }

    void add_many() {
        FollowedDossier unknown = filed(DossierStatus::Delivered);
        unknown.procedure = "9.999999";
        std::vector<FollowedDossier> many{late(), asked(), unknown};
        while (many.size() < 20) many.push_back(filed(DossierStatus::Decided));
        add("choose_dossier", ChooseDossier{followed(many)});
        add("choose_dossier.offline", ChooseDossier{followed(many)});
        all_.back().state.is_offline = true;
        Followed sought = followed({filed(DossierStatus::InWork)});
        sought.sought = "H41-261120-0099";
        add("choose_dossier.sought", ChooseDossier{sought});
        sought.is_sought_typed = true;
        add("choose_dossier.sought_typed", ChooseDossier{sought});
        add("follow_dossier.of_many", FollowDossier{.followed = followed({late(), asked()}),
                                                    .slip = SlipStage::NotPrinted,
                                                    .slip_fault = Fault::PrinterPaperOut});
    }

    void add_states() {
        const auto one = [&](const std::string& name, FollowedDossier dossier) {
            add("follow_dossier." + name,
                FollowDossier{.followed = followed({std::move(dossier)})});
        };
        one("accepted", filed(DossierStatus::Accepted));
        one("in_work", filed(DossierStatus::InWork));
        all_.back().state.is_offline = true;
        one("late", late());
        one("refused", filed(DossierStatus::Refused, "Hồ sơ nộp sai nơi. Mời nộp ở xã Nam Đàn."));
        one("decided", filed(DossierStatus::Decided, "Quầy 6, 7 giờ 30 đến 17 giờ ngày làm việc."));
        FollowedDossier fee = filed(DossierStatus::PaymentAsked);
        fee.events.back().dong = 16000;
        one("payment", fee);
        one("supplement", asked());
        one("endless", endless());
        one("leaving", late());
        all_.back().state.overlay = ReallyLeave{};
    }

    void add_letters() {
        add("read_apology", ReadApology{followed({late()})});
        add("read_apology.offline", ReadApology{followed({late()})});
        all_.back().state.is_offline = true;
        FollowedDossier wordy = endless();
        wordy.events.back().is_apology = true;
        add("read_apology.endless", ReadApology{followed({wordy})});
    }

    void add_wishes() {
        const Followed three = followed({asked()});
        add("review_wishes", ReviewWishes{.followed = three, .stage = WishStage::MayAsk});
        add("review_wishes.offline", ReviewWishes{.followed = three, .stage = WishStage::MayAsk});
        all_.back().state.is_offline = true;
        add("review_wishes.asking", ReviewWishes{.followed = three, .stage = WishStage::Asking});
        add("review_wishes.checked", ReviewWishes{.followed = three, .words = parts_.words});
        Followed one = three;
        one.dossiers[0].events.back().wishes.resize(1);
        add("review_wishes.spared", ReviewWishes{.followed = one, .words = parts_.words});
        Followed wordy = three;
        wordy.dossiers[0].events.back().wishes[2].words = endless().latest().words;
        add("review_wishes.endless", ReviewWishes{.followed = wordy, .words = parts_.words});
    }

    SampleParts parts_;
    std::vector<Sample> all_;
};

}  // namespace

std::vector<Sample> follow_samples(SampleParts parts) { return Samples(std::move(parts)).all(); }

}  // namespace motlan::testing
