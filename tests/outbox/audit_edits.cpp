// Edits an audit log at random, as somebody with the disk but without the device key could, and
// counts how many edits are found: audit_edits [--edits N] [--seed S] [--independent N]. Some of
// the edited logs are also written into a store and shown to a verifier of other hands. Careless
// verifiers come first and must be seen to miss edits.
#include <sqlite3.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <format>
#include <fstream>
#include <functional>
#include <print>
#include <random>
#include <span>

#include "kiosk/core/whole_number.h"
#include "kiosk/outbox/audit_check.h"
#include "kiosk/outbox/audit_checkpoint.h"
#include "tests/support/folder.h"
#include "tests/support/hand_clock.h"
#include "tests/support/kept_dossier.h"
#include "tests/trust/planted.h"

using namespace motlan;
using namespace motlan::testing;

namespace {

constexpr std::string_view kKiosk = "NA-VINH-03";
constexpr int kVisits = 10;

enum class Edit : std::uint8_t { Flip, Drop, Swap, Insert, Cut };
constexpr std::array<std::string_view, 5> kNames{"flip", "drop", "swap", "insert", "cut"};

/// Chance that can be played again.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : engine_(seed) {}
    /// From 0 to `bound` - 1.
    std::size_t below(std::size_t bound) {
        return std::uniform_int_distribution<std::size_t>(0, bound - 1)(engine_);
    }
    bool coin() { return below(2) == 1; }

private:
    std::mt19937_64 engine_;
};

/// A kiosk that has served some citizens; the last one's dossier is still on its way.
struct Served {
    Folder folder;
    Keys keys;
    HandClock clock;
    SystemDisk disk;
    Certificate ca = keys.authority.certificate();
    PrivateKey device = keys.device.read_key();
    Outbox outbox = Outbox::open(place_of(keys, folder.path()), disk, clock).value();

    void serve(bool is_sent) {
        static_cast<void>(outbox.note({AuditEvent::VisitStarted}).value());
        outbox.checkpoint(device).value();
        const SealedDossier sealed = sealed_dossier(keys, clock.wall());
        outbox.add(sealed).value();
        outbox.release(sealed.mark.dossier).value();
        outbox.checkpoint(device).value();
        const AuditRecord last = outbox.audit_book().value().records.back();
        Tree::Table receipt = receipt_table(sealed.mark, clock.wall());
        receipt["checkpoint"] = to_tree(AuditMark{last.number, last.hash});
        const Bytes cms = sign(receipt, keys.receipts, clock.wall());
        if (is_sent) {
            outbox.acknowledge(sealed.mark.dossier, cms, {.ca = ca, .role = Role::Receipt}).value();
            outbox.purge(sealed.mark.dossier).value();
        }
        outbox.note({AuditEvent::VisitEnded, {{"reason", "finished"}}}).value();
        clock.move(std::chrono::minutes(10));
    }
};

void flip(std::span<std::uint8_t> bytes, Dice& dice) {
    bytes[dice.below(bytes.size())] ^= static_cast<std::uint8_t>(1U << dice.below(8));
}

void flip(std::string& text, Dice& dice) {
    flip({reinterpret_cast<std::uint8_t*>(text.data()), text.size()}, dice);
}

// What somebody who knows the format does afterwards: numbers and hashes fit again.
void chain_anew(AuditBook& book) {
    AuditMark last = book.start;
    for (AuditRecord& record : book.records) {
        const std::size_t from = record.text.find("\"count\":") + 8;
        const std::size_t to = record.text.find(',', from);
        record.text.replace(from, to - from, std::to_string(last.count + 1));
        record.number = last.count + 1;
        record.hash = chained_hash(last.hash, record.text);
        last = {record.number, record.hash};
    }
}

void flip_somewhere(AuditBook& book, std::size_t at, Dice& dice) {
    switch (dice.below(4)) {
        case 0: return flip(book.records[at].hash, dice);
        case 1: return flip(book.checkpoints[dice.below(book.checkpoints.size())].second, dice);
        case 2: return flip(book.receipts[dice.below(book.receipts.size())], dice);
        default: return flip(book.records[at].text, dice);
    }
}

/// One edit before the newest anchor, after `limit` records.
AuditBook edited(AuditBook book, Edit edit, std::size_t limit, Dice& dice) {
    const std::size_t at = dice.below(limit - 1);
    const auto place = [&book](std::size_t n) {
        return book.records.begin() + static_cast<std::ptrdiff_t>(n);
    };
    const auto later = [at](const auto& checkpoint) {
        return checkpoint.first > static_cast<std::int64_t>(at);
    };
    switch (edit) {
        case Edit::Flip: flip_somewhere(book, at, dice); break;
        case Edit::Drop: book.records.erase(place(at)); break;
        case Edit::Swap: std::swap(book.records[at].text, book.records[at + 1].text); break;
        case Edit::Insert: {
            const AuditRecord copy = book.records[dice.below(book.records.size())];
            book.records.insert(place(at), copy);
            // The table's key allows no number twice.
            for (std::int64_t n = book.start.count; AuditRecord & record : book.records)
                record.number = ++n;
            break;
        }
        case Edit::Cut:
            book.records.erase(place(at), book.records.end());
            std::erase_if(book.checkpoints, later);
            break;
    }
    if (edit != Edit::Cut && edit != Edit::Flip && dice.coin()) {
        chain_anew(book);
        // Without the device key the checkpoints can only be thrown away.
        if (dice.coin()) std::erase_if(book.checkpoints, later);
    }
    return book;
}

void run(sqlite3* store, const char* sql, const AuditRecord* record) {
    sqlite3_stmt* statement = nullptr;
    sqlite3_prepare_v2(store, sql, -1, &statement, nullptr);
    if (record != nullptr) {
        sqlite3_bind_int64(statement, 1, record->number);
        sqlite3_bind_text(statement, 2, record->text.data(), static_cast<int>(record->text.size()),
                          SQLITE_STATIC);
        sqlite3_bind_text(statement, 3, record->hash.data(), static_cast<int>(record->hash.size()),
                          SQLITE_STATIC);
    }
    sqlite3_step(statement);
    sqlite3_finalize(statement);
}

/// The store as it would be on the edited disk.
void write_store(const std::filesystem::path& file, const AuditBook& book) {
    sqlite3* store = nullptr;
    sqlite3_open(file.c_str(), &store);
    run(store, "DELETE FROM audit", nullptr);
    for (const AuditRecord& record : book.records)
        run(store, "INSERT INTO audit VALUES (?, ?, ?, 0)", &record);
    run(store, "DELETE FROM checkpoint", nullptr);
    for (const auto& [count, document] : book.checkpoints) {
        const AuditRecord row{count, std::string(as_text(document)), {}};
        run(store, "INSERT INTO checkpoint VALUES (?, CAST(? AS BLOB))", &row);
    }
    run(store, "UPDATE dossier SET receipt = NULL", nullptr);
    run(store, "DELETE FROM anchor", nullptr);
    std::int64_t rank = 0;
    for (const Bytes& receipt : book.receipts) {
        const AuditRecord row{++rank, std::string(as_text(receipt)), {}};
        run(store, "UPDATE dossier SET receipt = CAST(?2 AS BLOB) WHERE number = ?1", &row);
    }
    sqlite3_close(store);
}

/// Whether the verifier of other hands says that the log holds.
bool holds_elsewhere(const Served& kiosk, const AuditBook& book) {
    const auto copy = kiosk.folder.path() / "copy.db";
    for (const auto* end : {"", "-wal"}) {
        std::filesystem::copy_file(kiosk.folder.path() / std::format("outbox/outbox.db{}", end),
                                   copy.string() + end,
                                   std::filesystem::copy_options::overwrite_existing);
    }
    write_store(copy, book);
    const auto ca = kiosk.folder.path() / "ca.pem";
    std::ofstream(ca) << kiosk.keys.authority.identity().certificate;
    const std::string command = std::format("python3 {} {} {} {} >/dev/null", PYTHON_VERIFIER,
                                            copy.string(), ca.string(), kKiosk);
    return WEXITSTATUS(std::system(command.c_str())) == 0;
}

struct Counts {
    std::array<int, kNames.size()> made{};
    std::array<int, kNames.size()> found{};
    int shown = 0;
    int agreed = 0;
};

struct Order {
    int edits = 10'000;
    int independent = 100;
    std::uint64_t seed = 1;
};

/// Whether a log is broken.
using Verifier = std::function<bool(const AuditBook&, const AuditTrust&)>;

bool is_broken(const AuditBook& book, const AuditTrust& trust) {
    return check_audit(book, trust).broken.has_value();
}

/// Looks at signatures and never at what was signed.
bool has_false_signature(const AuditBook& book, const AuditTrust& trust) {
    const auto is_receipt = [&trust](const Bytes& each) {
        return open_old_document(each, {.ca = trust.ca, .role = Role::Receipt}).has_value();
    };
    return !std::ranges::all_of(book.receipts, is_receipt) ||
           !std::ranges::all_of(book.checkpoints, [&trust](const auto& each) {
               return open_checkpoint(each.second, trust.ca).has_value();
           });
}

bool is_broken_by_number(const AuditBook& book, const AuditTrust&) {
    std::int64_t last = book.start.count;
    return !std::ranges::all_of(book.records,
                                [&last](const AuditRecord& each) { return each.number == ++last; });
}

bool is_broken_without_checkpoints(AuditBook book, const AuditTrust& trust) {
    book.checkpoints.clear();
    return is_broken(book, trust);
}

bool is_broken_without_receipts(AuditBook book, const AuditTrust& trust) {
    book.receipts.clear();
    return is_broken(book, trust);
}

Counts play(const Served& kiosk, const Order& order, const Verifier& is_broken) {
    Dice dice(order.seed);
    Counts counts;
    const AuditTrust trust{.ca = kiosk.ca, .kiosk = std::string(kKiosk)};
    const AuditBook book = kiosk.outbox.audit_book().value();
    const auto limit = static_cast<std::size_t>(check_audit(book, trust).anchored_until);
    for (int n = 0; n < order.edits; ++n) {
        const std::size_t kind = dice.below(kNames.size());
        const AuditBook changed = edited(book, static_cast<Edit>(kind), limit, dice);
        if (changed.records == book.records && changed.checkpoints == book.checkpoints &&
            changed.receipts == book.receipts) {
            continue;
        }
        ++counts.made.at(kind);
        const bool is_found = is_broken(changed, trust);
        if (is_found) ++counts.found.at(kind);
        if (counts.shown == order.independent) continue;
        ++counts.shown;
        if (holds_elsewhere(kiosk, changed) != is_found) ++counts.agreed;
    }
    return counts;
}

int report(const Counts& counts, const Order& order) {
    int made = 0, found = 0;
    std::println("audit log, seed {}", order.seed);
    for (std::size_t kind = 0; kind < kNames.size(); ++kind) {
        std::println("  {:8} {:6} of {:6} found", kNames[kind], counts.found[kind],
                     counts.made[kind]);
        made += counts.made[kind];
        found += counts.found[kind];
    }
    std::println("  all      {:6} of {:6} found", found, made);
    std::println("  the independent verifier agrees on {} of {}", counts.agreed, counts.shown);
    return made > 0 && found == made && counts.agreed == counts.shown ? 0 : 1;
}

}  // namespace

/// Verifiers that leave something out miss edits.
bool show_planted(const Served& kiosk, std::uint64_t seed) {
    const std::array<std::pair<std::string_view, Verifier>, 4> careless{
        {{"does not chain the records", has_false_signature},
         {"counts the records and does not hash them", is_broken_by_number},
         {"does not read the checkpoints", is_broken_without_checkpoints},
         {"does not read the province's receipts", is_broken_without_receipts}}};
    Planted planted;
    for (const auto& [what, verifier] : careless) {
        const Counts counts = play(kiosk, {.edits = 100, .independent = 0, .seed = seed}, verifier);
        const int missed = std::ranges::fold_left(counts.made, 0, std::plus()) -
                           std::ranges::fold_left(counts.found, 0, std::plus());
        planted.note(what, missed > 0 ? std::format("{} edits missed", missed) : "");
    }
    return planted.were_seen();
}

// What is thrown here is a machine without memory or disk.
int main(int count, char** arguments) try {
    Order order;
    for (int n = 1; n + 1 < count; n += 2) {
        const std::string_view option = arguments[n];
        const auto value = whole_number(arguments[n + 1]).value_or(0);
        if (option == "--edits") order.edits = static_cast<int>(value);
        if (option == "--independent") order.independent = static_cast<int>(value);
        if (option == "--seed") order.seed = static_cast<std::uint64_t>(value);
    }
    Served kiosk;
    for (int n = 0; n < kVisits; ++n) kiosk.serve(n + 1 < kVisits);
    const AuditBook book = kiosk.outbox.audit_book().value();
    if (check_audit(book, {.ca = kiosk.ca, .kiosk = std::string(kKiosk)}).broken ||
        !holds_elsewhere(kiosk, book)) {
        std::println("the log that nobody edited is said to be broken");
        return 1;
    }
    const bool is_planted_seen = show_planted(kiosk, order.seed);
    const int wrong = report(play(kiosk, order, is_broken), order);
    return is_planted_seen ? wrong : 1;
} catch (const std::exception& failure) {
    std::fprintf(stderr, "audit_edits: %s\n", failure.what());
    return 1;
}
