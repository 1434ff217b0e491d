// kioskctl metrics: the figures of a checkup and of the count book for Prometheus.
#include <algorithm>
#include <format>
#include <print>
#include <string>
#include <utility>

#include "kiosk/app/count_book.h"
#include "kiosk/care/checkup.h"
#include "kiosk/core/file.h"
#include "kiosk/core/version.h"
#include "kiosk/programs/kioskctl_doctor.h"

namespace motlan {
namespace {

// Seconds; Prometheus counts in base units.
constexpr std::int64_t kMinute = 60;
constexpr std::int64_t kDay = std::int64_t{24} * 60 * kMinute;

/// The text format of Prometheus, version 0.0.4. Label values are words of ours: codes, names of
/// states; nothing of a visit, and no count of a single procedure, which in a small place could
/// tell who was there.
class Figures {
public:
    void family(std::string_view name, std::string_view kind, std::string_view help) {
        name_ = name;
        text_ += std::format("# HELP motlan_{} {}\n# TYPE motlan_{} {}\n", name, help, name, kind);
    }
    void value(std::int64_t value) { text_ += std::format("motlan_{} {}\n", name_, value); }
    void value(std::string_view label, std::string_view word, std::int64_t value) {
        text_ += std::format("motlan_{}{{{}=\"{}\"}} {}\n", name_, label, word, value);
    }
    void gauge(std::string_view name, std::string_view help, std::int64_t number) {
        family(name, "gauge", help);
        value(number);
    }
    [[nodiscard]] std::string text() && { return std::move(text_); }

private:
    std::string text_;
    std::string name_;
};

void add_kiosk(Figures& figures, const Checkup& checkup) {
    figures.family("kiosk_serving", "gauge", "1 for the state that the kiosk is in.");
    for (const Serving state : {Serving::Welcome, Serving::Visit, Serving::OutOfService})
        figures.value("state", name(state),
                      checkup.kiosk && checkup.kiosk->serving == state ? 1 : 0);
    figures.value("state", "stopped", checkup.kiosk ? 0 : 1);
    figures.gauge("staff_called", "1 while somebody before the kiosk waits for staff.",
                  checkup.kiosk && checkup.kiosk->staff_called ? 1 : 0);
}

/// Which devices are out of order, and what that keeps from citizens.
void add_devices(Figures& figures, const Checkup& checkup) {
    const auto troubles = checkup.kiosk ? checkup.kiosk->devices : std::vector<DeviceTrouble>();
    const auto of_each = [&](auto value_of) {
        for (const DeviceRole device : all_device_roles()) {
            const auto found = std::ranges::find(troubles, device, &DeviceTrouble::device);
            figures.value("device", name(device), found == troubles.end() ? 0 : value_of(*found));
        }
    };
    const auto is_low = [](const DeviceTrouble& one) {
        return one.fault == Fault::PrinterPaperLow;
    };
    figures.family("device_out_of_order", "gauge", "1 for a device that does not work now.");
    of_each([&](const DeviceTrouble& one) { return is_low(one) ? 0 : 1; });
    figures.family("device_warning", "gauge", "1 for a device that will not work for long: paper.");
    of_each([&](const DeviceTrouble& one) { return is_low(one) ? 1 : 0; });
    figures.family("device_losses", "gauge", "How often a device out of order went away lately.");
    of_each([](const DeviceTrouble& one) { return one.losses; });
    figures.gauge("procedures_withheld", "Procedures that cannot be filed here now.",
                  checkup.kiosk ? checkup.kiosk->withheld : 0);
}

/// Each code once, however many places show it.
void add_faults(Figures& figures, const Checkup& checkup) {
    figures.family("fault", "gauge", "1 for each fault that is there now, by its code.");
    for (const Fault fault : all_faults()) {
        const auto shows = [fault](const Remark& remark) {
            return remark.fault == fault && remark.grade == Grade::Wrong;
        };
        if (std::ranges::any_of(checkup.remarks, shows)) figures.value("code", code(fault), 1);
    }
    figures.family("checkup_remarks", "gauge", "Remarks of kioskctl doctor, by their grade.");
    for (const Grade grade : {Grade::Notice, Grade::Wrong})
        figures.value("grade", name(grade),
                      std::ranges::count(checkup.remarks, grade, &Remark::grade));
}

void add_road(Figures& figures, const Checkup& checkup) {
    figures.gauge("link_up", "Whether kiosk-link answers.", checkup.is_link_up ? 1 : 0);
    figures.gauge("province_reachable", "Whether the province answered last.",
                  checkup.is_province_reachable ? 1 : 0);
    figures.gauge("outbox_dossiers", "Sealed dossiers that wait for the province.",
                  checkup.waiting.dossiers);
    figures.gauge("outbox_oldest_seconds", "How long the oldest of them has waited.",
                  checkup.waiting.oldest_minutes * kMinute);
    figures.gauge("outbox_parked_dossiers", "Those that the province refuses, for now or for good.",
                  checkup.waiting.parked);
    figures.gauge("bundle_version", "Version of the province's bundle in service; 0 for none.",
                  checkup.bundle);
    figures.gauge("certificate_seconds", "Time until a certificate ends, counted up to 30 days.",
                  checkup.tls_days_left * kDay);
    figures.gauge("disk_free_bytes", "Free room on the disk of the outbox.",
                  static_cast<std::int64_t>(checkup.free_bytes));
}

void add_visits(Figures& figures, const Places& places) {
    const CountBook book(places.state / "counts");
    std::int64_t begun = 0;
    std::int64_t filed = 0;
    for (const std::string& month : book.months()) {
        const auto counts = book.read(month);
        if (!counts) continue;
        for (const auto& [procedure, tallies] : counts->procedures) {
            begun += count_of(tallies, "begun");
            filed += count_of(tallies, "filed");
        }
    }
    figures.family("visits_begun_total", "counter", "Visits in which a card was read.");
    figures.value(begun);
    figures.family("dossiers_filed_total", "counter", "Dossiers sealed and kept.");
    figures.value(filed);
}

std::string figures_of(const Places& places) {
    const Checkup checkup = check_up(places, usual_config());
    Figures figures;
    figures.family("info", "gauge", "The version of the programs.");
    figures.value("version", version(), 1);
    add_kiosk(figures, checkup);
    add_devices(figures, checkup);
    add_faults(figures, checkup);
    add_road(figures, checkup);
    add_visits(figures, places);
    return std::move(figures).text();
}

}  // namespace

int metrics(Arguments arguments) {
    const bool writes = arguments.size() == 2 && arguments.front() == "--write";
    if (!writes && !arguments.empty())
        return complain("metrics", "only --write FILE may follow", kUsage);
    const std::string text = figures_of(places());
    if (!writes) {
        std::print("{}", text);
        return kFine;
    }
    const auto written = write_file(arguments.back(), as_bytes(text), Sharing::ReadByAll);
    if (written) return kFine;
    return complain_unwritten("metrics", arguments.back(), written.error());
}

}  // namespace motlan
