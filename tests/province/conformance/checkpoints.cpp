// The rules of the audit log's checkpoints: the newest of each device is kept, and receipts name
// it.
#include <chrono>
#include <format>

#include "kiosk/core/json.h"
#include "tests/province/conformance/examination.h"

namespace motlan::province {
namespace {

struct Sender {
    KioskSide kiosk;

    Reply put(const std::string& body, const char* type = "application/cms") {
        return kiosk.send("PUT", "/v1/checkpoint", {{"Content-Type", type}}, body);
    }
};

// Larger than whatever an earlier examination has left at this backend.
std::int64_t next_count() {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::microseconds>(now).count();
}

void examine_refusals(const Backend& backend, Sender& sender, std::int64_t count,
                      Examination& examination) {
    const auto signed_mark = [&](std::int64_t records, char digit) {
        return sign_checkpoint(backend.enrolment, records, std::string(64, digit));
    };
    examination.answered("PUT checkpoint: an earlier one is another history",
                         sender.put(signed_mark(count - 1, 'a')), {409, "PRV-17"});
    examination.answered("PUT checkpoint: as many records of another hash are another history",
                         sender.put(signed_mark(count, 'b')), {409, "PRV-17"});
    examination.answered("PUT checkpoint: of no records", sender.put(signed_mark(0, 'a')),
                         {422, "PRV-05"});
    std::string turned = signed_mark(count + 1, 'a');
    turned.back() = static_cast<char>(turned.back() ^ 1);
    examination.answered("PUT checkpoint: a signature with a bit turned over", sender.put(turned),
                         {422, "PRV-05"});
    examination.answered("PUT checkpoint: text is no signed document",
                         sender.put("{}", "text/plain"), {415, "PRV-15"});
    examination.answered("PUT checkpoint: a body is at most 64 KiB",
                         sender.put(std::string(70'000, ' ')), {413, "PRV-10"});
    if (backend.other.empty()) return;
    examination.answered("PUT checkpoint: another kiosk's",
                         sender.put(sign_checkpoint(backend.other, count, std::string(64, 'a'))),
                         {403, "PRV-02"});
}

void examine_naming(const Backend& backend, KioskSide& kiosk, std::int64_t count,
                    Examination& examination) {
    const TestDossier dossier = backend.dossier();
    const Reply reply = take_over(kiosk, dossier);
    const auto receipt = read_signed(as_bytes(reply.body), backend.authority, Role::Receipts);
    const Tree named = receipt ? receipt->content.table_at("checkpoint") : Tree();
    examination.note(
        "receipt: names the newest checkpoint",
        named.number_at("count") == count && named.text_at("hash") == std::string(64, 'a'),
        std::to_string(named.number_at("count")));
}

}  // namespace

void examine_checkpoint(const Backend& backend, Examination& examination) {
    Sender sender{backend.kiosk()};
    const std::int64_t count = next_count();
    const std::string first = sign_checkpoint(backend.enrolment, count, std::string(64, 'a'));
    examination.answered("PUT checkpoint: a newer one is kept", sender.put(first), {201});
    examination.answered("PUT checkpoint: the newest once more", sender.put(first), {200});
    examine_refusals(backend, sender, count, examination);
    examine_naming(backend, sender.kiosk, count, examination);
}

}  // namespace motlan::province
