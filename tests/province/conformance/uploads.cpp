// The rules of announcing a dossier and bringing its parts.
#include <format>

#include "kiosk/core/json.h"
#include "tests/province/conformance/examination.h"

namespace motlan::province {
namespace {

constexpr std::size_t kMostBody = std::size_t{1} << 20U;
constexpr const char* kWrongDigest = "sha-256=:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=:";

Tree::List parts_of(std::size_t count, std::int64_t size) {
    const Tree part = Tree::Table{{"sha256", std::string(64, '0')}, {"size", size}};
    return Tree::List(count, part);
}

// One part on its way, and what the examiner asks of it.
struct Way {
    KioskSide kiosk;
    TestDossier dossier;
    std::string upload;
    Examination& examination;

    [[nodiscard]] std::string_view part() const { return dossier.parts[0]; }
    [[nodiscard]] Reply open(const std::string& n, const Headers& headers) {
        return kiosk.send("POST", path_of(dossier, "/parts/" + n), headers);
    }
    [[nodiscard]] Reply patch(const Headers& changed) {
        Headers headers{{"Content-Type", "application/partial-upload"},
                        {"Upload-Offset", "0"},
                        {"Upload-Complete", "?0"},
                        {"Content-Digest", kWrongDigest}};
        for (const auto& [name, value] : changed) headers[name] = value;
        return kiosk.send("PATCH", upload, headers, "x");
    }
    void stands_at(std::string rule, std::size_t offset, const char* complete) {
        const Reply reply = kiosk.send("HEAD", upload);
        const bool holds = reply.status == 204 &&
                           reply.header("upload-offset") == std::to_string(offset) &&
                           reply.header("upload-complete") == complete;
        examination.note("HEAD upload: " + std::move(rule), holds,
                         std::format("{} {} {}", reply.status, reply.header("upload-offset"),
                                     reply.header("upload-complete")));
    }
};

void examine_opening(Way& way) {
    const Headers begin{{"Upload-Complete", "?0"}};
    Examination& examination = way.examination;
    const Reply made = way.open("0", begin);
    examination.answered("POST parts/0: makes the upload", made, {201});
    way.upload = made.header("location");
    const bool tells = way.upload.starts_with("/") && made.header("upload-offset") == "0" &&
                       made.header("upload-complete") == "?0" &&
                       made.header("upload-length") == std::to_string(way.part().size()) &&
                       made.header("upload-limit").contains("max-append-size=");
    examination.note("POST parts/0: tells Location, offset, completeness, length and limits", tells,
                     way.upload);
    const Reply found = way.open("0", begin);
    examination.answered("POST parts/0: again finds the same upload", found, {200});
    examination.note("POST parts/0: again has the same Location",
                     found.header("location") == way.upload, found.header("location"));
    examination.answered("POST parts/N: a part that the label has not", way.open("63", begin),
                         {404, "PRV-03"});
    examination.answered("POST parts/0: Upload-Complete is needed", way.open("0", {}),
                         {400, "PRV-01"});
    const Reply head = way.kiosk.send("HEAD", way.upload);
    examination.note("HEAD upload: is not to be kept by anybody on the way",
                     head.header("cache-control") == "no-store", head.header("cache-control"));
}

void examine_refused_pieces(Way& way) {
    Examination& examination = way.examination;
    examination.answered("PATCH: a digest of other bytes", way.patch({}), {400, "PRV-07"});
    examination.answered("PATCH: a digest is needed", way.patch({{"Content-Digest", ""}}),
                         {400, "PRV-07"});
    examination.answered("PATCH: an offset that is no number", way.patch({{"Upload-Offset", "x"}}),
                         {400, "PRV-01"});
    examination.answered("PATCH: completeness is ?0 or ?1", way.patch({{"Upload-Complete", "1"}}),
                         {400, "PRV-01"});
    examination.answered("PATCH: another content type", way.patch({{"Content-Type", "text/plain"}}),
                         {415, "PRV-15"});
    examination.answered("PATCH: an end before the size in the label",
                         way.kiosk.append(way.upload, 0, "short", true), {400, "PRV-13"});
    examination.answered("PATCH: no end at the size in the label",
                         way.kiosk.append(way.upload, 0, way.part(), false), {400, "PRV-13"});
    examination.answered("PATCH: a body is at most 1 MiB",
                         way.kiosk.append(way.upload, 0, std::string(kMostBody + 1, 'x'), false),
                         {413, "PRV-10"});
    way.stands_at("of all that was refused nothing is stored", 0, "?0");
}

void examine_pieces(Way& way) {
    Examination& examination = way.examination;
    const auto piece = way.part().substr(0, 1000);
    const Reply stored = way.kiosk.append(way.upload, 0, piece, false);
    examination.answered("PATCH: a piece is stored", stored, {204});
    examination.note("PATCH: tells the new offset", stored.header("upload-offset") == "1000",
                     stored.header("upload-offset"));
    const Reply again = way.kiosk.append(way.upload, 0, piece, false);
    examination.answered("PATCH: the same piece again is at a wrong offset", again,
                         {409, "PRV-06"});
    const auto problem = parse_json(again.body);
    examination.note("PATCH: a wrong offset is answered with the true one",
                     again.header("upload-offset") == "1000" && problem &&
                         problem->number_at("expected-offset") == 1000 &&
                         problem->number_at("provided-offset", -1) == 0,
                     again.header("upload-offset"));
    examination.answered("PATCH: a hole is refused", way.kiosk.append(way.upload, 2000, "x", false),
                         {409, "PRV-06"});
    way.stands_at("the offset is the stored one", 1000, "?0");
    const Reply last = way.kiosk.append(way.upload, 1000, way.part().substr(1000), true);
    examination.answered("PATCH: the last piece makes the part whole", last, {204});
    way.stands_at("a whole part says so", way.part().size(), "?1");
}

void examine_other_bytes(Way& way) {
    Examination& examination = way.examination;
    const std::string upload = way.kiosk.upload_of(way.dossier.id, 1);
    std::string changed = way.dossier.parts[1];
    changed.back() ^= 1;
    examination.answered("PATCH: a whole part that is not the label's",
                         way.kiosk.append(upload, 0, changed, true), {422, "PRV-08"});
    examination.answered("HEAD upload: is forgotten then", way.kiosk.send("HEAD", upload), {404});
    const std::string fresh = way.kiosk.upload_of(way.dossier.id, 1);
    examination.answered("DELETE upload: forgets it", way.kiosk.send("DELETE", fresh), {204});
    examination.answered("HEAD upload: is gone then", way.kiosk.send("HEAD", fresh), {404});
    const std::string third = way.kiosk.upload_of(way.dossier.id, 1);
    examination.answered("PATCH: after that the part is taken anew",
                         way.kiosk.append(third, 0, way.dossier.parts[1], true), {204});
}

void examine_other_kiosk(const Backend& backend, const TestDossier& dossier,
                         Examination& examination) {
    if (backend.other.empty()) return;
    KioskSide other(backend.other, backend.port, "tls", backend.host);
    examination.answered("PUT dossier: another kiosk's label", announce(other, dossier),
                         {403, "PRV-02"});
    examination.answered("GET status: another kiosk's dossier is unknown",
                         other.send("GET", path_of(dossier, "/status")), {404, "PRV-03"});
    examination.answered(
        "POST parts/0: another kiosk's dossier is unknown",
        other.send("POST", path_of(dossier, "/parts/0"), {{"Upload-Complete", "?0"}}),
        {404, "PRV-03"});
}

}  // namespace

void examine_announcement(const Backend& backend, Examination& examination) {
    KioskSide kiosk = backend.kiosk();
    const TestDossier dossier = backend.dossier();
    const auto put = [&](std::string rule, const TestDossier& sent, const Expected& expected) {
        examination.answered("PUT dossier: " + std::move(rule), announce(kiosk, sent), expected);
    };
    examination.answered("GET status: nothing before the announcement",
                         kiosk.send("GET", path_of(dossier, "/status")), {404, "PRV-03"});
    put("a label is announced", dossier, {201});
    put("the same again is the same", dossier, {200});
    TestDossier other = backend.dossier();
    other.id = dossier.id;
    other.label = sign_label(backend.enrolment, other);
    put("the same id with another label", other, {409, "PRV-04"});
    TestDossier changed = backend.dossier();
    changed.label[changed.label.size() / 2] ^= 1;
    put("a changed label", changed, {422, "PRV-05"});
    TestDossier wrong_id = backend.dossier();
    wrong_id.id = random_id();
    put("a label of another id", wrong_id, {422, "PRV-05"});
    for (const auto& [rule, parts] :
         {std::pair{"more than 64 parts", parts_of(65, 70'000)},
          std::pair{"a part beyond 64 MiB", parts_of(2, (std::int64_t{64} << 20U) + 1)},
          std::pair{"more than 256 MiB in all", parts_of(5, std::int64_t{64} << 20U)}}) {
        TestDossier large{.id = random_id(), .label = {}, .parts = {}};
        large.label = sign_label(backend.enrolment, large.id, parts);
        put(rule, large, {422, "PRV-05"});
    }
    TestDossier long_label{.id = random_id(), .label = std::string(70'000, 'x'), .parts = {}};
    put("a label beyond 64 KiB", long_label, {413, "PRV-10"});
    examination.answered("PUT dossier: another content type",
                         kiosk.send("PUT", path_of(dossier), {{"Content-Type", "text/plain"}}, "x"),
                         {415, "PRV-15"});
    examine_other_kiosk(backend, dossier, examination);
}

void examine_upload(const Backend& backend, Examination& examination) {
    Way way{.kiosk = backend.kiosk(),
            .dossier = backend.dossier(),
            .upload = {},
            .examination = examination};
    examination.answered("POST parts/0: nothing before the announcement",
                         way.open("0", {{"Upload-Complete", "?0"}}), {404, "PRV-03"});
    announce(way.kiosk, way.dossier);
    examine_opening(way);
    examine_refused_pieces(way);
    examine_pieces(way);
    examine_other_bytes(way);
}

}  // namespace motlan::province
