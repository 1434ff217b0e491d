// bit_flips [--all]: turns over every bit of a receipt and of a label, cuts them and a sealed part
// at every byte, and gives the outbox receipts with one field amiss. Of a sealed part it turns over
// every bit around the ciphertext and every 61st byte of it; with --all every bit, in minutes.
// Openers that believe too early come first and must be caught. Exit status 0 only when everything
// was refused that must be.
#include <format>
#include <functional>
#include <print>

#include "kiosk/core/json.h"
#include "kiosk/outbox/label.h"
#include "kiosk/outbox/signed_document.h"
#include "tests/support/folder.h"
#include "tests/support/hand_clock.h"
#include "tests/support/kept_dossier.h"
#include "tests/trust/careless_openers.h"
#include "tests/trust/planted.h"

namespace motlan::testing {
namespace {

using Opens = std::function<bool(ByteView)>;
using OpensPart = std::function<std::optional<Bytes>(ByteView)>;

struct Row {
    std::string what;
    std::size_t refused = 0;
    std::size_t all = 0;
    std::vector<std::string> taken = {};  ///< what should not have been, where that has a name

    void count(bool is_refused) {
        ++all;
        refused += is_refused ? 1 : 0;
    }
    [[nodiscard]] bool tell() const {
        for (const std::string& each : taken) std::println("WRONG: amiss in {} and taken", each);
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

SealedRows every_sealed_bit(const SealedBytes& good, const Opens& fits_label,
                            const OpensPart& opens, bool is_all) {
    const auto plain = opens(good);
    constexpr std::size_t kTail = 64;
    constexpr std::size_t kHead = 1024;
    SealedRows rows;
    SealedBytes changed = good;
    for (std::size_t bit = 0; bit < good.size() * 8; ++bit) {
        const std::size_t at = bit / 8;
        const bool is_edge = at < kHead || at + kTail >= good.size();
        if (!is_all && !is_edge && (at % 61 != 0 || bit % 8 != at % 8)) continue;
        changed[at] ^= static_cast<std::uint8_t>(1U << bit % 8);
        const auto opened = opens(changed);
        rows.label.count(!fits_label(changed));
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
        parts([other](Tree::List& list) { list[0] = other; }),
        parts([other](Tree::List& list) { list[2] = other; }),
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

/// Whether the outbox keeps a dossier, every byte of it, in spite of that receipt.
using Keeps = std::function<bool(const Case& made, Outbox& outbox, const Bytes& receipt)>;

bool keeps(const Case& made, Outbox& outbox, const Bytes& receipt) {
    const DossierId& id = made.dossier.mark.dossier;
    return !outbox.acknowledge(id, receipt, made.receipts) && !outbox.purge(id) &&
           outbox.verify()->empty() && outbox.find(id).value()->state == DossierState::Released;
}

/// A receipt signed by the right signer, with one field amiss.
Row every_field(const Keeps& keeps) {
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
        const bool is_refused = keeps(made, outbox, receipt);
        row.count(is_kept && is_refused);
        if (!is_refused) row.taken.push_back(amiss.field);
    }
    const Bytes good = receipt_for(made.dossier.mark, made.keys, made.now);
    row.count(outbox.acknowledge(id, good, made.receipts).has_value());  // its own is taken
    return row;
}

std::string taken_of(const Row& row) {
    return row.refused < row.all ? std::format("{} taken", row.all - row.refused) : "";
}

/// Openers that believe too early.
bool show_planted(const Case& made, const Bytes& receipt) {
    const auto says_receipt = [&](ByteView bytes) {
        const auto content = content_unsigned(bytes);
        const auto read = content ? parse_receipt(as_text(*content)) : fail(Fault::ReceiptForged);
        return read && match(*read, made.dossier.mark);
    };
    const auto says_label = [](ByteView bytes) {
        const auto content = content_unsigned(bytes);
        return content && parse_label(as_text(*content));
    };
    const auto has_size = [&](ByteView part) {
        return std::ssize(part) == made.dossier.mark.parts[1].size;
    };
    const auto takes_any = [](const Case& kept, Outbox&, const Bytes& signed_by_province) {
        return !open_receipt(signed_by_province, kept.receipts, kept.now);
    };
    const auto opens = [&](ByteView part) { return open_sealed(part, made.keys.recipient); };
    const SealedRows sealed = every_sealed_bit(made.dossier.parts[1], has_size, opens, false);
    Planted planted;
    planted.note("receipt: does not check the signature",
                 taken_of(every_bit("", receipt, says_receipt)));
    planted.note("receipt: overlooks what follows it",
                 taken_of(every_cut(
                     "", receipt, [&](auto it) { return made.takes_receipt(without_tail(it)); })));
    planted.note("receipt: does not compare it with the dossier", taken_of(every_field(takes_any)));
    planted.note("label: does not check the signature",
                 taken_of(every_bit("", made.dossier.label, says_label)));
    planted.note("part: compares its size with the label only", taken_of(sealed.label));
    return planted.were_seen();
}

int run(bool is_all) {
    const Case made;
    const Bytes receipt = receipt_for(made.dossier.mark, made.keys, made.now);
    const SealedBytes& part = made.dossier.parts[1];
    const Opens opens_receipt = [&](ByteView bytes) { return made.takes_receipt(bytes); };
    const Opens opens_label = [&](ByteView bytes) { return made.takes_label(bytes); };
    const Opens fits_label = [&](ByteView bytes) {
        return mark_of(bytes) == made.dossier.mark.parts[1];
    };
    const OpensPart opens_part = [&](ByteView bytes) {
        return open_sealed(bytes, made.keys.recipient);
    };
    if (!opens_receipt(receipt) || !opens_label(made.dossier.label) || !opens_part(part)) {
        std::println("what was not changed is not taken either");
        return 1;
    }
    bool is_right = show_planted(made, receipt);
    const SealedRows sealed = every_sealed_bit(part, fits_label, opens_part, is_all);
    for (const Row& row : {every_bit("bits of a receipt", receipt, opens_receipt),
                           every_cut("cuts of a receipt", receipt, opens_receipt),
                           every_bit("bits of a label", made.dossier.label, opens_label),
                           every_cut("cuts of a label", made.dossier.label, opens_label),
                           sealed.label, sealed.opener,
                           every_cut("cuts of a sealed part", Bytes(part.begin(), part.end()),
                                     [&](ByteView bytes) { return opens_part(bytes).has_value(); }),
                           every_field(keeps)}) {
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
