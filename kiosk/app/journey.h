// A visit without a person: steps that name nodes of the screen, read from a TOML file.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/core/problem.h"

namespace motlan {

/// Chooses a node by its id, once it is shown and enabled.
struct TapStep {
    std::string node;
};
/// Types letters as a keyboard does.
struct TypeStep {
    std::string letters;
};
/// Holds a card before the camera; an empty path takes it away.
struct ShowCardStep {
    std::filesystem::path picture;
};
/// Lays papers; none takes them out.
struct LayPaperStep {
    std::vector<std::filesystem::path> pictures;
};
/// Waits until a node is shown (or gone) and, if `says` is given, its words contain it.
struct ExpectStep {
    std::string node;
    std::string says;
    bool is_absent = false;
};
/// Answers whatever is asked and goes on until a node is shown: the first choice, some letters,
/// the paper that lies there.
struct FinishStep {
    std::string node;
};
/// Writes a picture of the screen.
struct ShotStep {
    std::string name;
};
struct WaitStep {
    std::chrono::milliseconds time;
};
/// Something goes wrong or is mended, e.g. "scanner_jam", "network_cut", "network_up".
struct FaultStep {
    std::string name;
};
/// One line for the province stand-in, e.g. "source dd not_found".
struct ProvinceStep {
    std::string line;
};

using JourneyStep = std::variant<TapStep, TypeStep, ShowCardStep, LayPaperStep, ExpectStep,
                                 FinishStep, ShotStep, WaitStep, FaultStep, ProvinceStep>;

struct JourneyLine {
    JourneyStep step;
    int line = 0;
};

struct Journey {
    std::string name;
    bool submits = true;  ///< it must end with a verified receipt
    std::string papers;   ///< "glass", "feeder" or "camera" takes them; empty: as configured
    std::vector<JourneyLine> steps;
};

/// Where a journey's pictures are looked for: beside the journey, then in these folders.
using PictureFolders = std::vector<std::filesystem::path>;

/// Reads a journey file; every picture it names must be there.
[[nodiscard]] Checked<Journey> read_journey(const std::filesystem::path& file,
                                            const PictureFolders& folders);

}  // namespace motlan
