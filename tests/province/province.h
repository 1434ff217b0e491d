// A working province in one object: TLS server, road, ledger, sources and control. For programs
// and for tests that want one in their own process on a free port. It plays the national sources
// from invented people and can misbehave on purpose.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "kiosk/core/problem.h"

namespace motlan::province {

struct ProvinceOptions {
    int port = 0;  ///< 0: the port of last time if it is free, else any
    /// How long a silent source keeps a kiosk waiting before it is told so.
    std::chrono::milliseconds source_patience{0};
    /// Connections served at once; others wait their turn.
    std::size_t most_kiosks = 32;
};

class Province {
public:
    /// Serves a folder that init_province made; one province for a folder at a time.
    static Checked<std::unique_ptr<Province>> start(const std::filesystem::path& folder,
                                                    const ProvinceOptions& options = {});
    /// Stops; open requests are finished.
    ~Province();

    [[nodiscard]] int port() const;
    /// "https://127.0.0.1:PORT".
    [[nodiscard]] std::string address() const;

    /// Obeys one command and answers "ok …" or "error …":
    ///   network up|cut|slow|rate BYTES_A_SECOND|frail PERCENT_OF_MIBS SEED     see gate.h
    ///   source NAME MOOD, receipt MOOD, dossiers MOOD, follow MOOD            see moods.h
    ///   event DOSSIER WHAT …                                                  see events.h
    ///   bundle good|old|forged|one_signer|expired|endless|other_files|endless_files
    ///   bundle publish|rotate|revoke NAME
    ///   calls        who waits for staff; call KIOSK STEP: somebody calls there, for half a
    ///   minute;
    ///                take KIOSK NUMBER: somebody goes there
    ///   status
    ///   carried      bytes over the road since the start: "ok FROM_KIOSKS TO_KIOSKS CUTS"
    std::string control(std::string_view line);

private:
    struct Parts;
    explicit Province(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> parts_;
};

}  // namespace motlan::province
