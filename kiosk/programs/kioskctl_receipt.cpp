#include "kiosk/programs/kioskctl_receipt.h"

#include <print>

#include "kiosk/backend/bundle_folder.h"
#include "kiosk/care/places.h"
#include "kiosk/core/file.h"
#include "kiosk/core/json.h"
#include "kiosk/core/timestamp.h"
#include "kiosk/outbox/outbox.h"
#include "kiosk/outbox/receipt_code.h"

namespace motlan {
namespace {

/// A receipt whose signature holds, and whether this kiosk knows its dossier.
struct Verified {
    ProvinceReceipt receipt;
    bool is_ours = false;
};

std::unexpected<Problem> refuse(const std::filesystem::path& file, std::string reason) {
    return std::unexpected(Problem{file.string(), 0, "", std::move(reason)});
}

// Evidence may be older than the bundle: without one, any receipt signer of the province counts.
Result<ProvinceReceipt> open(ByteView cms, const Enrolment& enrolment,
                             const std::optional<Bundle>& bundle) {
    const Trust trust = bundle ? bundle->receipt_trust(enrolment)
                               : Trust{.ca = enrolment.ca, .role = Role::Receipt};
    const auto document = open_old_document(cms, trust);
    if (!document) return fail(Fault::ReceiptForged);
    return parse_receipt(as_text(document->content));
}

std::optional<Bundle> kept_bundle(const Enrolment& enrolment) {
    auto kept = read_kept_bundle(enrolment.bundles(), enrolment);
    return kept ? std::optional(std::move(kept->bundle)) : std::nullopt;
}

Checked<bool> is_ours(const std::filesystem::path& file, const ProvinceReceipt& receipt,
                      const std::filesystem::path& state, const Enrolment& enrolment) {
    if (!std::filesystem::exists(state / "outbox" / "outbox.db")) return false;
    SystemDisk disk;
    const SystemClock clock;
    const auto outbox = Outbox::open({state / "outbox", enrolment.ca}, disk, clock);
    if (!outbox) return refuse(file, "the outbox of this kiosk cannot be read");
    const auto record = outbox->find(receipt.dossier);
    if (!record) return refuse(file, "the outbox of this kiosk cannot be read");
    if (!*record) return false;
    if (!match(receipt, (*record)->mark))
        return refuse(file, "it names other parts than were sent");
    return true;
}

Checked<Verified> verify(const std::filesystem::path& file) {
    const auto state = places().state;
    const auto enrolment = read_enrolment(state / "enrolment");
    if (!enrolment) return std::unexpected(enrolment.error());
    const auto cms = read_file(file, kDocumentLimit);
    if (!cms) return refuse(file, "this file cannot be read");
    auto receipt = open(*cms, *enrolment, kept_bundle(*enrolment));
    if (!receipt) return refuse(file, "this is no receipt of the province");
    const auto ours = is_ours(file, *receipt, state, *enrolment);
    if (!ours) return std::unexpected(ours.error());
    return Verified{*std::move(receipt), *ours};
}

// The code on a slip, checked as any kiosk does: against the signers of the last bundle.
Checked<ReceiptCode> verify_code(const std::string& text) {
    const auto state = places().state;
    const auto enrolment = read_enrolment(state / "enrolment");
    if (!enrolment) return std::unexpected(enrolment.error());
    const auto bundle = kept_bundle(*enrolment);
    if (!bundle) return refuse(state / "bundles", "without a bundle no code can be checked");
    auto code = verify_receipt_code(text, bundle->receipt_trust(*enrolment));
    if (!code) return refuse("the code", "this is no code of a receipt of the province");
    return *std::move(code);
}

Tree to_tree(const ReceiptCode& code) {
    return Tree(Tree::Table{{"code", code.code},
                            {"due", to_timestamp(code.due)},
                            {"ok", true},
                            {"time", to_timestamp(code.received)}});
}

void print_text(const ReceiptCode& code) {
    std::println("the province's signature holds");
    std::println("accepted as {} at {}, due {}", code.code, to_timestamp(code.received),
                 to_timestamp(code.due));
}

bool is_accepted(const Verified& verified) {
    return verified.receipt.event == ReceiptEvent::SubmissionAcceptance;
}

Tree to_tree(const Verified& verified) {
    const ProvinceReceipt& receipt = verified.receipt;
    Tree::Table table{
        {"dossier", receipt.dossier.value()},
        {"event", is_accepted(verified) ? "SubmissionAcceptance" : "SubmissionRejection"},
        {"kiosk", receipt.kiosk},
        {"known_here", verified.is_ours},
        {"ok", true},
        {"time", to_timestamp(receipt.time)}};
    if (is_accepted(verified)) {
        table.emplace("code", receipt.code);
        table.emplace("due", to_timestamp(receipt.due));
    } else {
        table.emplace("reason", receipt.reason);
    }
    return Tree(std::move(table));
}

void print_text(const Verified& verified) {
    const ProvinceReceipt& receipt = verified.receipt;
    std::println("the province's signature holds");
    std::println(
        "dossier {} of kiosk {}: {}", receipt.dossier.value(), receipt.kiosk,
        is_accepted(verified) ? "accepted as " + receipt.code : "refused, " + receipt.reason);
    std::println("at {}", to_timestamp(receipt.time));
    std::println("{}", verified.is_ours ? "every part is the one that this kiosk sent"
                                        : "this kiosk does not know the dossier");
}

template <typename Found>
int report(const Checked<Found>& found, bool is_json) {
    if (!found) {
        const Tree reason = Tree::Table{{"ok", false}, {"reason", found.error().reason}};
        if (is_json) std::println("{}", to_json(reason));
        std::println(stderr, "kioskctl receipt: {}", to_text(found.error()));
        return kFoundWrong;
    }
    if (is_json) std::println("{}", to_json(to_tree(*found)));
    if (!is_json) print_text(*found);
    return kFine;
}

}  // namespace

int receipt_command(std::string_view verb, Arguments arguments) {
    const bool is_json = arguments.size() == 2 && arguments[0] == "--json";
    if (verb != "verify" || arguments.size() != (is_json ? 2U : 1U) ||
        arguments.back().starts_with("-")) {
        std::println(stderr, "kioskctl receipt: verify [--json] FILE|CODE is needed");
        return kUsage;
    }
    const std::string what(arguments.back());
    return is_receipt_code(what) ? report(verify_code(what), is_json)
                                 : report(verify(what), is_json);
}

}  // namespace motlan
