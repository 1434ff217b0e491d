#include "kiosk/care/checkup.h"

#include <algorithm>
#include <array>
#include <format>
#include <fstream>
#include <utility>

#include "drivers/search/device_search.h"
#include "kiosk/app/chip_reader.h"
#include "kiosk/app/closing.h"
#include "kiosk/app/last_catalogue.h"
#include "kiosk/backend/bundle_folder.h"
#include "kiosk/care/certificates.h"
#include "kiosk/care/checkup_places.h"
#include "kiosk/care/test_history.h"
#include "kiosk/core/floor_clock.h"
#include "kiosk/link/client.h"
#include "kiosk/outbox/outbox.h"

namespace motlan {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 3> kGrades{"fine", "notice", "wrong"};
// A dossier that waits longer is one that somebody should ask about.
constexpr std::int64_t kLongWait = std::int64_t{24} * 60;

class Round {
public:
    Round(const Places& places, fs::path config)
        : places_(places),
          config_(std::move(config)),
          clock_(machine_, places.state / "clock_floor") {}

    Checkup done() && { return std::move(found_); }

    void configuration() {
        const auto settings = read_settings(config_, places_.state);
        if (!settings)
            return wrong("configuration", to_text(settings.error()), Fault::ConfigInvalid);
        fine("configuration", config_.string());
        if (const auto chip = chip_reading(settings->devices, config_); !chip)
            wrong("chip reader", to_text(chip.error()), Fault::ConfigInvalid);
        const auto today = CivilDate::of(clock_.wall());
        const auto office = read_sound_office(*settings, places_.state, today);
        const Problem* problem = office ? nullptr : &office.error();
        if (office && office->refused) problem = &*office->refused;
        if (problem != nullptr)
            wrong("catalogue", to_text(*problem), Fault::CatalogueInvalid);
        else
            fine("catalogue", std::format("{} procedures", office->office.procedures.size()));
        for (Remark& remark : look_at_device_settings(*settings))
            found_.remarks.push_back(std::move(remark));
    }

    void kiosk() {
        found_.kiosk = read_condition(places_.runtime);
        if (!found_.kiosk)
            return wrong("kiosk",
                         "the kiosk does not run: systemctl start motlan.target, then kioskctl log",
                         std::nullopt);
        for (Remark& remark : look_at_plan(places_.state, clock_.wall()))
            found_.remarks.push_back(std::move(remark));
        const bool is_resting = is_at_rest(places_.state, clock_.wall());
        if (is_closed(places_.state))
            wrong("kiosk", "a technician has closed it; kioskctl service open opens it again",
                  std::nullopt);
        if (found_.kiosk->closed && !is_resting)
            wrong("kiosk", "the kiosk is out of service", found_.kiosk->closed);
        for (const DeviceTrouble& trouble : found_.kiosk->devices) add(trouble);
        if (found_.kiosk->withheld > 0)
            wrong(
                "procedures",
                std::format("{} cannot be filed here until that is mended", found_.kiosk->withheld),
                std::nullopt);
        if (!found_.kiosk->closed && !is_resting && found_.kiosk->devices.empty())
            fine("kiosk", std::format("shows its {} screen, every device is ready",
                                      name(found_.kiosk->serving)));
        if (found_.kiosk->configuration != configuration_mark(config_))
            notice("kiosk", "a newer configuration waits for the end of the visit",
                   Fault::ConfigInvalid);
    }

    void enrolment() {
        const auto folder = places_.state / "enrolment";
        const auto enrolment = read_enrolment(folder);
        if (!enrolment) return wrong("enrolment", to_text(enrolment.error()), Fault::NotEnrolled);
        fine("enrolment",
             std::format("{} with {}", enrolment->province.kiosk, enrolment->province.host));
        const auto now = clock_.wall();
        const auto device = read_device_key(folder, *enrolment, now);
        if (!device) wrong("signing key", to_text(device.error()), Fault::NotEnrolled);
        const auto tls = read_tls_key(folder, *enrolment, now);
        if (!tls && !is_link_key_hidden(folder))
            return wrong("certificate", to_text(tls.error()), Fault::NotEnrolled);
        found_.certificates = certificate_lives(folder, clock_);
        const std::int64_t days = device ? first_end(found_.certificates) : 0;
        found_.tls_days_left = days;
        if (days < kUrgentDays) wrong("certificate", ends_in(days), Fault::NotEnrolled);
        if (days >= kUrgentDays && days < kCountedDays)
            notice("certificate", ends_in(days), Fault::NotEnrolled);
        if (days == kCountedDays) fine("certificate", "days left: " + to_text(found_.certificates));
        if (const auto kept = read_kept_bundle(enrolment->bundles(), *enrolment); !kept)
            notice("bundle", "nothing of the province is in service yet", kept.error());
    }

    void link() {
        auto client = LinkClient::connect(places_.link());
        const auto status = client ? client->status() : fail(client.error());
        if (!status)
            return wrong("link", "kiosk-link does not answer on this machine", status.error());
        found_.is_link_up = true;
        found_.is_province_reachable = status->is_reachable;
        found_.bundle = status->bundle;
        found_.waiting.dossiers = status->queue;
        found_.waiting.oldest_minutes = status->oldest.count();
        found_.waiting.parked = status->parked;
        fine("link", std::format("runs, bundle {}", status->bundle));
        if (!status->is_reachable)
            wrong("province", "the province cannot be reached",
                  status->last_fault.value_or(Fault::BackendUnreachable));
        if (status->is_reachable && status->last_fault)
            wrong("province", "the province answers, but something is wrong", status->last_fault);
        if (status->is_reachable && !status->last_fault) fine("province", "answers");
        if (status->audit) wrong("audit log", "the province knows another history", status->audit);
        outbox(*status);
    }

    void outbox(const LinkStatus& status) {
        if (status.parked > 0)
            wrong("outbox",
                  std::format("the province refuses {} of the dossiers: kioskctl outbox list",
                              status.parked),
                  status.parked_for.value_or(Fault::BackendUnreachable));
        if (status.oldest.count() > kLongWait)
            wrong("outbox",
                  std::format("a dossier has waited for {} hours", status.oldest.count() / 60),
                  status.last_fault.value_or(Fault::BackendUnreachable));
    }

    void disk() {
        std::error_code problem;
        const auto space = fs::space(places_.state, problem);
        if (problem) return wrong("disk", "the state folder is missing", Fault::StorageFailed);
        found_.free_bytes = space.available;
        const Room needed;
        const std::string words = std::format("{} MB are free", space.available >> 20U);
        if (space.available < needed.worst_dossier + needed.reserve)
            return wrong("disk", words, Fault::DiskFull);
        fine("disk", words);
    }

    void clock() {
        if (clock_.is_uncertain())
            return notice("clock", "it is wrong or has jumped; the kiosk uses what was signed last",
                          std::nullopt);
        fine("clock", "agrees with what the province has signed");
    }

    /// What tests found last; one that could not be done says nothing.
    void tests() {
        const TestHistory history(places_.state / "tests");
        std::string passed;
        for (const DeviceTest test : all_device_tests()) {
            auto results = history.read(test);
            std::erase_if(results, [](const TestResult& result) {
                return result.verdict == Verdict::NotTested;
            });
            if (results.empty()) continue;
            const TestResult& last = results.back();
            if (last.verdict == Verdict::Skipped)
                notice("tests", std::format("{} is {}", name(test), name(last.reason)), {});
            else if (last.verdict == Verdict::Passed)
                passed +=
                    std::format("{}{} {:%F}", passed.empty() ? "" : ", ", name(test), last.at);
            else
                wrong("tests",
                      std::format("{} failed on {:%F}: mend it, then kioskctl test {}", name(test),
                                  last.at, name(test)),
                      last.fault);
        }
        if (!passed.empty()) fine("tests", "passed: " + passed);
    }

    void system() {
        for (Remark& remark : look_at_system("/")) found_.remarks.push_back(std::move(remark));
    }

private:
    /// Paper that is low still prints.
    void add(const DeviceTrouble& trouble) {
        const bool is_low = trouble.fault == Fault::PrinterPaperLow;
        std::string words = std::format("the {} {}", words_of(trouble.device),
                                        is_low ? "needs paper soon" : "does not work");
        if (trouble.losses > 1) words += std::format("; it has gone {} times", trouble.losses);
        found_.remarks.push_back(
            {is_low ? Grade::Notice : Grade::Wrong, "kiosk", std::move(words), trouble.fault});
    }
    static std::string words_of(DeviceRole device) {
        std::string words(name(device));
        std::ranges::replace(words, '_', ' ');
        return device == DeviceRole::ChipReader ? "chip reader" : words;
    }
    static std::string ends_in(std::int64_t days) {
        return std::format("ends in {} days: kioskctl enrol request makes the next one", days);
    }
    void fine(std::string_view area, std::string words) {
        found_.remarks.push_back({Grade::Fine, area, std::move(words), {}});
    }
    void notice(std::string_view area, std::string words, std::optional<Fault> fault) {
        found_.remarks.push_back({Grade::Notice, area, std::move(words), fault});
    }
    void wrong(std::string_view area, std::string words, std::optional<Fault> fault) {
        found_.remarks.push_back({Grade::Wrong, area, std::move(words), fault});
    }

    const Places& places_;
    fs::path config_;
    SystemClock machine_;
    FloorClock clock_;
    Checkup found_;
};

}  // namespace

std::string_view name(Grade grade) { return kGrades.at(std::to_underlying(grade)); }

Checkup check_up(const Places& places, const fs::path& config) {
    Round round(places, config);
    round.configuration();
    round.enrolment();
    round.kiosk();
    round.link();
    round.disk();
    round.clock();
    round.tests();
    round.system();
    return std::move(round).done();
}

Grade worst(const Checkup& checkup) {
    Grade grade = Grade::Fine;
    for (const Remark& remark : checkup.remarks) grade = std::max(grade, remark.grade);
    return grade;
}

}  // namespace motlan
