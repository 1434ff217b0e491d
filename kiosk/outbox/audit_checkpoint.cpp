#include "kiosk/outbox/audit_checkpoint.h"

#include "kiosk/core/json.h"
#include "kiosk/core/timestamp.h"

namespace motlan {
namespace {

std::string to_json(const Checkpoint& checkpoint) {
    return to_json(Tree(Tree::Table{{"boot", checkpoint.boot},
                                    {"count", checkpoint.mark.count},
                                    {"hash", checkpoint.mark.hash},
                                    {"kiosk", checkpoint.kiosk},
                                    {"time", to_timestamp(checkpoint.time)},
                                    {"type", "motlan-checkpoint"},
                                    {"version", 1}}));
}

}  // namespace

Result<Bytes> sign_checkpoint(const Checkpoint& checkpoint, const PrivateKey& device) {
    return sign_document(as_bytes(to_json(checkpoint)), device, checkpoint.time);
}

Result<Checkpoint> parse_checkpoint(std::string_view content) {
    const auto tree = parse_json(content);
    if (!tree) return fail(Fault::AuditBroken);
    const auto mark = read_mark(*tree);
    const auto time = parse_timestamp(tree->text_at("time"));
    if (!mark || !time) return fail(Fault::AuditBroken);
    Checkpoint checkpoint{*mark, std::string(tree->text_at("kiosk")),
                          std::string(tree->text_at("boot")), *time};
    // Written again it must be the same text: no unknown key, no other kind, no other spelling.
    if (checkpoint.kiosk.empty() || to_json(checkpoint) != content) return fail(Fault::AuditBroken);
    return checkpoint;
}

Result<Checkpoint> open_checkpoint(ByteView cms, const Certificate& ca) {
    const auto document = open_old_document(cms, {.ca = ca, .role = Role::Device});
    if (!document) return fail(Fault::AuditBroken);
    auto checkpoint = parse_checkpoint(as_text(document->content));
    if (checkpoint && checkpoint->kiosk != document->signer.common_name()) {
        return fail(Fault::AuditBroken);
    }
    return checkpoint;
}

}  // namespace motlan
