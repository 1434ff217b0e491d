// bit_flips [--all]: turns over every bit of a receipt and of a label, cuts them and a sealed part
// at every byte, and gives the outbox receipts with one field amiss. Of a sealed part it turns over
// every bit around the ciphertext and every 61st byte of it; with --all every bit, in minutes.
// Exit status 0 only when everything was refused that must be.
#include <format>
#include <functional>
#include <print>

#include "kiosk/core/json.h"
#include "kiosk/outbox/label.h"
#include "kiosk/outbox/signed_document.h"
#include "tests/support/folder.h"
#include "tests/support/hand_clock.h"
#include "tests/support/kept_dossier.h"

namespace motlan::testing {
namespace {

using Opens = std::function<bool(ByteView)>;

struct Row {
    std::string what;
    std::size_t refused = 0;
    std::size_t all = 0;

    void count(bool is_refused) {
        ++all;
        refused += is_refused ? 1 : 0;
    }
    [[nodiscard]] bool tell() const {
        std::println("{:>7} of {:>7} refused   {}", refused, all, what);
        return all > 0 && refused == all;
    }
};

Row every_bit(std::string what, const Bytes& good, const Opens& opens) {
    Row row{.what = std::move(what)};
    Bytes changed = good;
    for (std::size_t bit = 0; bit < good.size() * 8; ++bit) {
        changed[bit / 8] ^= static_cast<std::uint8_t>(1U << bit % 8);
        row.count(!opens(changed));
        changed[bit / 8] = good[bit / 8];
    }
    return row;
}

Row every_cut(std::string what, const Bytes& good, const Opens& opens) {
    Row row{.what = std::move(what)};
    for (std::size_t size = 0; size < good.size(); ++size) {
        row.count(!opens(ByteView(good).first(size)));
    }
    Bytes longer = good;
    longer.push_back(0);
    row.count(!opens(longer));
    return row;
}

struct Case {
    HandClock clock;
    WallTime now = clock.wall();
    Keys keys;
    SealedDossier dossier = sealed_dossier(keys, now);
    Certificate ca = keys.authority.certificate();
    std::vector<Certificate> signers{keys.receipts.read_certificate()};
    Trust receipts{ca, Role::Receipt, signers};

    [[nodiscard]] bool takes_receipt(ByteView bytes) const {
        return verify_receipt(bytes, dossier.mark, receipts, now).has_value();
    }
    [[nodiscard]] bool takes_label(ByteView bytes) const {
        const auto opened = open_old_document(bytes, {.ca = ca, .role = Role::Device});
        return opened && parse_label(as_text(opened->content));
    }
};

/// CMS authenticates the content alone. A version number and what concerns the other recipient may
/// change and the content still opens, unchanged (formats.md 5): the label refuses those too.
struct SealedRows {
    Row label{.what = "bits of a sealed part, by the label"};
    Row opener{.what = "bits of a sealed part, by the opener, or the content is the same"};
    std::size_t opened_the_same = 0;
};

SealedRows every_sealed_bit(const Case& made, bool is_all) {
    const Bytes& good = made.dossier.parts[1];
    const auto plain = open_sealed(good, made.keys.recipient);
    constexpr std::size_t kTail = 64;
    constexpr std::size_t kHead = 1024;
    SealedRows rows;
    Bytes changed = good;
    for (std::size_t bit = 0; bit < good.size() * 8; ++bit) {
        const std::size_t at = bit / 8;
        const bool is_edge = at < kHead || at + kTail >= good.size();
        if (!is_all && !is_edge && (at % 61 != 0 || bit % 8 != at % 8)) continue;
        changed[at] ^= static_cast<std::uint8_t>(1U << bit % 8);
        const auto opened = open_sealed(changed, made.keys.recipient);
        rows.label.count(mark_of(changed) != made.dossier.mark.parts[1]);
        rows.opener.count(!opened || (at < kHead && opened == plain));
        rows.opened_the_same += opened ? 1 : 0;
        changed[at] = good[at];
    }
    return rows;
}

struct Amiss {
    std::string field;
    std::function<void(Tree::Table&)> change;
};

Amiss set(const char* key, const Tree& value) {
    return {key, [key, value](Tree::Table& table) { table[key] = value; }};
}

Amiss parts(const std::function<void(Tree::List&)>& change) {
    return {"parts", [change](Tree::Table& table) {
                Tree::List list = *table["parts"].list();
                change(list);
                table["parts"] = list;
            }};
}

std::vector<Amiss> all_amiss() {
    const std::string other(64, 'b');
    std::vector<Amiss> all{
        set("dossier", std::string(32, '0')),
        set("dossier", "not a dossier"),
        set("kiosk", "NA-VINH-04"),
        set("kiosk", ""),
        set("label", other),
        set("label", std::string(64, 'A')),
        parts([](Tree::List& list) { list.pop_back(); }),
        parts([](Tree::List& list) { list.clear(); }),
        parts([](Tree::List& list) { list.push_back(list[0]); }),
        parts([](Tree::List& list) { std::swap(list[0], list[1]); }),
        parts([&](Tree::List& list) { list[0] = other; }),
        parts([&](Tree::List& list) { list[2] = other; }),
        set("type", "motlan-answer"),
        set("version", 2),
        set("event", "Handover"),
        set("sequence", -1),
        set("time", "2026-02-30T00:00:00.000Z"),
        set("due", "soon"),
    };
    for (const char* key : {"code", "dossier", "event", "kiosk", "label", "parts", "sequence",
                            "time", "type", "version"}) {
        all.push_back({key, [key](Tree::Table& table) { table.erase(key); }});
    }
    return all;
}

/// A receipt signed by the right signer, with one field amiss: the dossier stays, every byte of it.
Row every_field() {
    const Folder folder;
    Case made;
    SystemDisk disk;
    Outbox outbox = Outbox::open(place_of(made.keys, folder.path()), disk, made.clock).value();
    const DossierId& id = made.dossier.mark.dossier;
    const bool is_kept = outbox.add(made.dossier) && outbox.release(id);
    Row row{.what = "receipts with a field amiss, and the dossier stayed"};
    for (const Amiss& amiss : all_amiss()) {
        Tree::Table table = receipt_table(made.dossier.mark, made.now);
        amiss.change(table);
        const Bytes receipt = sign(table, made.keys.receipts, made.now);
        const bool is_refused = !outbox.acknowledge(id, receipt, made.receipts) &&
                                !outbox.purge(id) && outbox.verify()->empty() &&
                                outbox.find(id).value()->state == DossierState::Released;
        row.count(is_kept && is_refused);
        if (!is_refused) std::println("WRONG: a receipt amiss in {} was taken", amiss.field);
    }
    const Bytes good = receipt_for(made.dossier.mark, made.keys, made.now);
    row.count(outbox.acknowledge(id, good, made.receipts).has_value());  // its own is taken
    return row;
}

int run(bool is_all) {
    const Case made;
    const Bytes receipt = receipt_for(made.dossier.mark, made.keys, made.now);
    const Opens opens_receipt = [&](ByteView bytes) { return made.takes_receipt(bytes); };
    const Opens opens_label = [&](ByteView bytes) { return made.takes_label(bytes); };
    const Opens opens_part = [&](ByteView bytes) {
        return open_sealed(bytes, made.keys.recipient).has_value();
    };
    if (!opens_receipt(receipt) || !opens_label(made.dossier.label) ||
        !opens_part(made.dossier.parts[1])) {
        std::println("what was not changed is not taken either");
        return 1;
    }
    const SealedRows sealed = every_sealed_bit(made, is_all);
    bool is_right = true;
    for (const Row& row :
         {every_bit("bits of a receipt", receipt, opens_receipt),
          every_cut("cuts of a receipt", receipt, opens_receipt),
          every_bit("bits of a label", made.dossier.label, opens_label),
          every_cut("cuts of a label", made.dossier.label, opens_label), sealed.label,
          sealed.opener, every_cut("cuts of a sealed part", made.dossier.parts[1], opens_part),
          every_field()}) {
        is_right = row.tell() && is_right;
    }
    std::println("{} bits of a sealed part changed nothing for the opener (formats.md 5)",
                 sealed.opened_the_same);
    return is_right ? 0 : 1;
}

}  // namespace
}  // namespace motlan::testing

int main(int count, char** arguments) {
    return motlan::testing::run(count == 2 && std::string_view(arguments[1]) == "--all");
}
