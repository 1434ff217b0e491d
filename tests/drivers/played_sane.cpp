#include "tests/drivers/played_sane.h"

#include <sane/sane.h>

#include <algorithm>
#include <cstring>

#include "kiosk/core/expects.h"

namespace motlan::testing {
namespace {

PlayedSane* playing = nullptr;

PlayedSane& played() {
    expects(playing != nullptr);
    return *playing;
}

bool is_there(const PlayedSwitch& one) {
    return !one.needs_stop ||
           std::ranges::contains(played().choices, "Stop", &PlayedChoice::chosen);
}

/// SANE keeps its descriptors; the last one asked for is enough for one thread.
struct Described {
    SANE_Option_Descriptor option{};
    std::vector<SANE_String_Const> words;
};

const SANE_Option_Descriptor* describe(const PlayedSwitch& one, Described& into) {
    into.option.name = one.name.c_str();
    into.option.type = SANE_TYPE_BOOL;
    into.option.size = sizeof(SANE_Bool);
    into.option.cap = SANE_CAP_SOFT_DETECT;
    if (!one.is_sensor) into.option.cap |= SANE_CAP_SOFT_SELECT;
    if (!is_there(one)) into.option.cap |= SANE_CAP_INACTIVE;
    return &into.option;
}

const SANE_Option_Descriptor* describe(const PlayedChoice& one, Described& into) {
    for (const std::string& word : one.offered) into.words.push_back(word.c_str());
    into.words.push_back(nullptr);
    into.option.name = one.name.c_str();
    into.option.type = SANE_TYPE_STRING;
    into.option.size = 32;
    into.option.cap = SANE_CAP_SOFT_DETECT | SANE_CAP_SOFT_SELECT;
    into.option.constraint_type = SANE_CONSTRAINT_STRING_LIST;
    into.option.constraint.string_list = into.words.data();
    return &into.option;
}

SANE_Status control(PlayedSwitch& one, SANE_Action action, void* value) {
    if (action == SANE_ACTION_SET_VALUE) {
        expects(!one.is_sensor && is_there(one));
        SANE_Bool wanted = SANE_FALSE;
        std::memcpy(&wanted, value, sizeof wanted);
        one.is_on = wanted == SANE_TRUE;
        return SANE_STATUS_GOOD;
    }
    const SANE_Bool now = one.is_on ? SANE_TRUE : SANE_FALSE;
    std::memcpy(value, &now, sizeof now);
    return SANE_STATUS_GOOD;
}

SANE_Status control(PlayedChoice& one, SANE_Action action, void* value) {
    expects(action == SANE_ACTION_SET_VALUE);
    const std::string wanted(static_cast<const char*>(value));
    if (!std::ranges::contains(one.offered, wanted)) return SANE_STATUS_INVAL;
    one.chosen = wanted;
    return SANE_STATUS_GOOD;
}

SANE_Frame frame_of(FrameKind kind) {
    switch (kind) {
        case FrameKind::Grey: return SANE_FRAME_GRAY;
        case FrameKind::Rgb: return SANE_FRAME_RGB;
        case FrameKind::Red: return SANE_FRAME_RED;
        case FrameKind::Green: return SANE_FRAME_GREEN;
        case FrameKind::Blue: return SANE_FRAME_BLUE;
    }
    return SANE_FRAME_GRAY;
}

}  // namespace

PlayedSane::PlayedSane() { playing = this; }

PlayedSane::~PlayedSane() { playing = nullptr; }

}  // namespace motlan::testing

using motlan::testing::control;
using motlan::testing::Described;
using motlan::testing::played;

SANE_Status sane_init(SANE_Int*, SANE_Auth_Callback) { return SANE_STATUS_GOOD; }

void sane_exit() {}

SANE_Status sane_get_devices(const SANE_Device*** devices, SANE_Bool) {
    static std::vector<SANE_Device> listed;
    static std::vector<const SANE_Device*> places;
    listed.clear();
    places.clear();
    for (const std::string& name : played().names)
        listed.push_back({.name = name.c_str(), .vendor = "A", .model = "B", .type = "scanner"});
    for (const SANE_Device& each : listed) places.push_back(&each);
    places.push_back(nullptr);
    *devices = places.data();
    return SANE_STATUS_GOOD;
}

SANE_Status sane_open(SANE_String_Const name, SANE_Handle* device) {
    const auto& names = played().names;
    if (!names.empty() && !std::ranges::contains(names, std::string(name)))
        return SANE_STATUS_INVAL;
    *device = &played();
    return SANE_STATUS_GOOD;
}

void sane_close(SANE_Handle) {}

const SANE_Option_Descriptor* sane_get_option_descriptor(SANE_Handle, SANE_Int option) {
    static Described described;
    described = {};
    const auto at = static_cast<std::size_t>(option) - 1;
    const auto& switches = played().switches;
    const auto& choices = played().choices;
    if (at < switches.size()) return describe(switches.at(at), described);
    if (at - switches.size() < choices.size())
        return describe(choices.at(at - switches.size()), described);
    return nullptr;
}

SANE_Status sane_control_option(SANE_Handle, SANE_Int option, SANE_Action action, void* value,
                                SANE_Int*) {
    const auto at = static_cast<std::size_t>(option) - 1;
    auto& switches = played().switches;
    if (at < switches.size()) return control(switches.at(at), action, value);
    return control(played().choices.at(at - switches.size()), action, value);
}

SANE_Status sane_get_parameters(SANE_Handle, SANE_Parameters* page) {
    const motlan::FrameLook& look = played().look;
    *page = {.format = motlan::testing::frame_of(look.kind),
             .last_frame = SANE_TRUE,
             .bytes_per_line = look.bytes_per_line,
             .pixels_per_line = look.pixels_per_line,
             .lines = look.lines,
             .depth = look.depth};
    return SANE_STATUS_GOOD;
}

SANE_Status sane_start(SANE_Handle) {
    played().sent = 0;
    played().is_over = false;
    return static_cast<SANE_Status>(played().start);
}

SANE_Status sane_read(SANE_Handle, SANE_Byte* into, SANE_Int most, SANE_Int* got) {
    auto& sane = played();
    if (sane.is_over) ++sane.reads_beyond_end;
    const auto count = std::min(static_cast<std::size_t>(most), sane.bytes - sane.sent);
    std::memset(into, 'x', count);
    sane.sent += count;
    *got = static_cast<SANE_Int>(count);
    sane.is_over = count == 0;
    return sane.is_over ? static_cast<SANE_Status>(sane.end) : SANE_STATUS_GOOD;
}

void sane_cancel(SANE_Handle) { played().is_over = true; }
