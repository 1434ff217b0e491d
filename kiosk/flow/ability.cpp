#include "kiosk/flow/ability.h"

#include <algorithm>

namespace motlan {
namespace {

/// Nobody at the kiosk can mend it.
bool is_gone(Fault fault) {
    return fault == Fault::CameraUnavailable || fault == Fault::ReaderUnavailable ||
           fault == Fault::ReaderIsKeyboard || fault == Fault::ScannerUnavailable ||
           fault == Fault::ScannerUnplugged || fault == Fault::PrinterUnavailable ||
           fault == Fault::PrinterPaperOut || fault == Fault::PrinterCoverOpen ||
           fault == Fault::PrinterRefused;
}

bool is_paper(const Item& item) { return std::holds_alternative<Paper>(item.otherwise); }

bool asks_paper(const Procedure& procedure, const AcquisitionPlan& expected) {
    return std::ranges::any_of(procedure.items, [&](const Item& item) {
        const Acquisition* acquisition = expected.find(item.id);
        return is_paper(item) && acquisition != nullptr && acquisition->is_asked();
    });
}

/// Before anybody has chosen: most file for themselves, and offline nobody else can be filed for.
AcquisitionPlan expected_for_oneself(const Procedure& procedure, const Office& office) {
    return expected_plan(procedure, office.sources, office.today, Acting{});
}

/// Offline, a visit may start when every item that a source should hold can wait for the office
/// (architecture, section 8).
bool needs_province(const Procedure& procedure, const AcquisitionPlan& expected) {
    return !std::ranges::all_of(procedure.items, [&](const Item& item) {
        const Acquisition* acquisition = expected.find(item.id);
        return acquisition == nullptr || !acquisition->source || item.may_be_pending;
    });
}

}  // namespace

Ability ability_of(const std::vector<DeviceTrouble>& out_of_order, const Office& office) {
    const auto works = [&](DeviceRole device) {
        return std::ranges::none_of(out_of_order, [&](const DeviceTrouble& trouble) {
            return trouble.device == device && is_gone(trouble.fault);
        });
    };
    const bool has_camera = works(DeviceRole::CardCamera);
    const bool has_reader = office.has_hand_reader && works(DeviceRole::HandReader);
    return {.reads_codes = has_camera || has_reader,
            .takes_papers = works(office.has_document_camera ? DeviceRole::DocumentCamera
                                                             : DeviceRole::Scanner),
            .has_camera = has_camera,
            .prints = works(DeviceRole::Printer)};
}

Hindrance hindrance_of(const Procedure& procedure, const AcquisitionPlan& expected,
                       const State& state) {
    if (procedure.suspended) return Hindrance::Suspended;
    if (!state.ability.reads_codes) return Hindrance::NeedsCard;
    const bool takes_papers = state.ability.takes_papers;
    if (!takes_papers && asks_paper(procedure, expected)) return Hindrance::NeedsScanner;
    if (state.is_offline && needs_province(procedure, expected)) return Hindrance::Offline;
    if (!takes_papers && std::ranges::any_of(procedure.items, is_paper))
        return Hindrance::MayNeedScanner;
    return Hindrance::None;
}

std::vector<Hindrance> hindrances_of(const Office& office, const State& state) {
    std::vector<Hindrance> hindrances;
    for (const Procedure& procedure : office.procedures) {
        const AcquisitionPlan expected = expected_for_oneself(procedure, office);
        hindrances.push_back(hindrance_of(procedure, expected, state));
    }
    return hindrances;
}

std::int64_t withheld(const State& state) {
    return std::ranges::count_if(state.hindrances, [](Hindrance hindrance) {
        return !may_start(hindrance) && hindrance != Hindrance::Suspended;
    });
}

WhatYouNeed what_you_need(const Procedure& procedure, const Office& office, const State& state) {
    AcquisitionPlan expected = expected_for_oneself(procedure, office);
    const Hindrance hindrance = hindrance_of(procedure, expected, state);
    return {.procedure = procedure, .expected = std::move(expected), .hindrance = hindrance};
}

}  // namespace motlan
