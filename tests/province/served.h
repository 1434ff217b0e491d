// A province that serves on a free port for one test, with one enrolled kiosk.
#pragma once

#include <cstdlib>
#include <optional>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/file.h"
#include "tests/province/database.h"
#include "tests/province/kiosk_side.h"
#include "tests/province/province.h"
#include "tests/province/setup.h"
#include "tests/support/folder.h"

namespace motlan::province {

using Texts = std::vector<std::string>;

/// The texts of a list.
inline Texts texts(const Tree::List& list) {
    Texts found;
    for (const Tree& entry : list) {
        if (entry.text() != nullptr) found.push_back(*entry.text());
    }
    return found;
}

/// Gives the province a schema of its own in the PostgreSQL that tests/support/postgresql started,
/// if it did; otherwise it keeps its SQLite file.
inline void choose_database(const std::filesystem::path& home) {
    const char* const server = std::getenv("PROVINCE_DATABASE");
    if (server == nullptr) return;
    const std::string schema = "t" + random_id();
    REQUIRE(Database::open(server).value().run("CREATE SCHEMA " + schema));
    const std::string place = std::string(server) + "&options=-csearch_path%3D" + schema;
    REQUIRE(write_file(home / "database", as_bytes(place)));
}

class Served {
public:
    explicit Served(ProvinceOptions options = {}) : options_(options) {
        REQUIRE(init_province(home(), invented_people()));
        choose_database(home());
        start();
        REQUIRE(enrol_kiosk(home(), {.kiosk = "NA-VINH-03", .out = enrolment(), .address = {}}));
        kiosk_.emplace(enrolment(), province_->port());
    }

    [[nodiscard]] std::filesystem::path home() const { return folder_.path() / "province"; }
    [[nodiscard]] std::filesystem::path enrolment() const { return folder_.path() / "kiosk"; }
    [[nodiscard]] Province& province() { return *province_; }
    [[nodiscard]] KioskSide& kiosk() { return *kiosk_; }

    /// Stops and starts it again, as after a power cut.
    void restart() {
        province_.reset();
        start();
    }

    /// A dossier of the enrolled kiosk.
    [[nodiscard]] TestDossier dossier(Flaw flaw = Flaw::None) const {
        return make_dossier(enrolment(), read_home(home()).value().office.recipient.certificate,
                            flaw);
    }

    /// One with these parts: a form, then papers.
    [[nodiscard]] TestDossier dossier(const std::vector<std::string>& parts) const {
        return make_dossier(enrolment(), read_home(home()).value().office.recipient.certificate,
                            parts, Flaw::None);
    }

    /// The content of a signed document of this province, the last one of several.
    [[nodiscard]] Result<Tree> content(const Reply& reply, Role role) const {
        const auto documents = apart(as_bytes(reply.body));
        if (documents.empty()) return fail(Fault::MessageMalformed);
        return read_signed(documents.back(), read_home(home()).value().authority.certificate, role)
            .transform([](SignedDocument document) { return std::move(document.content); });
    }

private:
    void start() {
        auto started = Province::start(home(), options_);
        REQUIRE(started);
        province_ = *std::move(started);
    }

    ProvinceOptions options_;
    testing::Folder folder_;
    std::unique_ptr<Province> province_;
    std::optional<KioskSide> kiosk_;
};

}  // namespace motlan::province
