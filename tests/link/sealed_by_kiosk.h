// A kiosk enrolled with the province that the test serves, and dossiers sealed as a visit does.
#pragma once

#include "kiosk/backend/bundle.h"
#include "kiosk/backend/province_client.h"
#include "kiosk/link/desk.h"
#include "kiosk/outbox/outbox.h"
#include "tests/province/served.h"
#include "tests/support/kept_file.h"

namespace motlan::testing {

class EnrolledKiosk {
public:
    /// State and runtime folders beside the province's.
    explicit EnrolledKiosk(province::Served& served);

    [[nodiscard]] const Enrolment& enrolment() const { return enrolment_; }
    [[nodiscard]] const LinkPlaces& places() const { return places_; }
    [[nodiscard]] PrivateKey tls_key() const;
    /// A client of its own, speaking with the kiosk's certificate.
    [[nodiscard]] ProvinceClient line() const;
    /// The bundle that the province publishes.
    [[nodiscard]] Bundle bundle() const;
    [[nodiscard]] Outbox outbox();
    /// A form and a paper, sealed by this kiosk.
    [[nodiscard]] SealedDossier sealed(std::size_t paper_size = 1000) const;
    /// Seals a form and a paper and keeps them, ready to be sent.
    DossierMark keep(std::size_t paper_size = 1000);

    /// The sealed paper of a kept dossier.
    [[nodiscard]] KeptFile paper(const DossierMark& mark) const {
        return {places_.outbox(), mark.dossier, "part-002.cms"};
    }

    /// The dossiers that the province has taken over, in its order.
    [[nodiscard]] std::vector<std::string> ledger() const;

private:
    province::Served& served_;
    LinkPlaces places_;
    Enrolment enrolment_;
    SystemClock clock_;
    PrivateKey tls_key_;
    SystemDisk disk_;
};

}  // namespace motlan::testing
