#include "kiosk/programs/kioskctl_doctor.h"

#include <algorithm>
#include <format>
#include <print>
#include <utility>

#include "kiosk/app/settings.h"
#include "kiosk/care/assignment.h"
#include "kiosk/care/checkup.h"
#include "kiosk/care/language.h"
#include "kiosk/care/network_printer.h"
#include "kiosk/core/json.h"
#include "kiosk/ui/wording.h"

namespace motlan {
namespace {

std::string remedy_of(Fault fault) {
    return phrase(fault_text(fault, Audience::Technician), technicians_language()).shown;
}

Tree to_tree(const Remark& remark) {
    Tree::Table table{
        {"area", remark.area}, {"grade", name(remark.grade)}, {"words", remark.words}};
    if (remark.fault) {
        table.emplace("fault", code(*remark.fault));
        table.emplace("remedy", remedy_of(*remark.fault));
    }
    return table;
}

void print(const Remark& remark) {
    constexpr std::array<std::string_view, 3> kMarks{"   ", " ! ", "!! "};
    const std::string code_words =
        remark.fault ? std::format(" ({})", code(*remark.fault)) : std::string();
    std::println("{}{:<14} {}{}", kMarks.at(std::to_underlying(remark.grade)), remark.area,
                 remark.words, code_words);
    if (remark.fault) std::println("{:18}{}", "", remedy_of(*remark.fault));
}

/// The line that makes the kiosk use the device in the first role that it fits.
std::string setting_for(const FoundDevice& device) {
    // Only SANE knows its own names: kioskctl scan --list.
    if (device.kind == DeviceKind::Scanner) return "scanner.driver=sane scanner.device=NAME";
    for (const DeviceRole role : all_device_roles()) {
        const SettingValues values = settings_for(role, device);
        if (values.empty()) continue;
        std::string line;
        for (const auto& [path, value] : values)
            line += std::format("{}{}={}", line.empty() ? "" : " ", path, value);
        return role == DeviceRole::ChipReader ? line + " chip.trust=FOLDER" : line;
    }
    return {};
}

void print(const FoundDevice& device) {
    const auto told = [](const std::string& words) { return words.empty() ? "not told" : words; };
    std::println("{:<12} {}  ({})", name(device.kind), device.title, device.where.string());
    std::println("{:12} serial number {}, release {}", "", told(device.serial),
                 told(device.firmware));
    if (const std::string setting = setting_for(device); !setting.empty())
        std::println("{:12} kioskctl config set {}", "", setting);
}

}  // namespace

int doctor(Arguments arguments) {
    const bool is_json = arguments.size() == 1 && arguments.front() == "--json";
    if (!is_json && !arguments.empty()) return complain("doctor", "only --json may follow", kUsage);
    const Checkup checkup = check_up(places(), usual_config());
    const bool is_well = worst(checkup) != Grade::Wrong;
    if (is_json) {
        Tree::List remarks;
        for (const Remark& remark : checkup.remarks) remarks.push_back(to_tree(remark));
        std::println("{}", to_json(Tree::Table{{"ok", is_well}, {"remarks", std::move(remarks)}}));
        return is_well ? kFine : kFoundWrong;
    }
    for (const Remark& remark : checkup.remarks) print(remark);
    const auto count = [&](Grade grade) {
        return std::ranges::count(checkup.remarks, grade, &Remark::grade);
    };
    std::println("\n{} wrong, {} to keep an eye on", count(Grade::Wrong), count(Grade::Notice));
    return is_well ? kFine : kFoundWrong;
}

std::vector<FoundDevice> usual_devices() {
    const auto settings = read_settings(usual_config(), places().state);
    return all_devices(settings ? settings->devices : DeviceSettings{});
}

int devices(Arguments arguments) {
    const bool is_json = arguments.size() == 1 && arguments.front() == "--json";
    if (!is_json && !arguments.empty())
        return complain("devices", "only --json may follow", kUsage);
    const auto found = usual_devices();
    if (is_json) {
        Tree::List all;
        for (const FoundDevice& device : found)
            all.emplace_back(Tree::Table{{"firmware", device.firmware},
                                         {"kind", name(device.kind)},
                                         {"serial", device.serial},
                                         {"setting", setting_for(device)},
                                         {"title", device.title},
                                         {"where", device.where.string()}});
        std::println("{}", to_json(Tree(std::move(all))));
        return kFine;
    }
    for (const FoundDevice& device : found) print(device);
    for (int kind = 0; kind < kDeviceKinds; ++kind) {
        if (!std::ranges::contains(found, static_cast<DeviceKind>(kind), &FoundDevice::kind))
            std::println("{:<12} none is plugged in", name(static_cast<DeviceKind>(kind)));
    }
    return kFine;
}

}  // namespace motlan
