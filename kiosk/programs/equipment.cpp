#include "kiosk/programs/equipment.h"

namespace motlan {

void lay_papers_as(const std::string& papers, DeviceSettings& devices) {
    if (papers.empty()) return;
    devices.paper_source = papers == "feeder" ? PaperSource::Feeder : PaperSource::Glass;
    devices.document_camera_driver = papers == "camera" ? "simulated" : "none";
}

void note_devices(const Settings& settings, Office& office) {
    office.has_chip_reader = settings.devices.chip.has_value();
    office.has_voice = settings.voice.has_value();
    office.has_document_camera = settings.devices.document_camera_driver != "none";
    office.has_feeder = settings.devices.paper_source != PaperSource::Glass;
    office.has_hand_reader = settings.devices.hand_reader.has_value();
}

}  // namespace motlan
