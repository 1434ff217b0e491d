#include "kiosk/backend/statement.h"

#include <algorithm>
#include <set>

#include "kiosk/outbox/dossier_id.h"
#include "kiosk/outbox/openssl.h"
#include "kiosk/outbox/signed_document.h"

namespace motlan {
namespace {

// The first DER element, whole; empty when there is none.
ByteView first_element(ByteView bytes) {
    const unsigned char* begin = bytes.data();
    long size = 0;
    int tag = 0;
    int kind = 0;
    const int form = ASN1_get_object(&begin, &size, &tag, &kind, static_cast<long>(bytes.size()));
    ERR_clear_error();
    if ((form & 0x80) != 0) return {};
    return bytes.first(static_cast<std::size_t>(begin - bytes.data() + size));
}

}  // namespace

Result<std::vector<Statement>> read_statements(ByteView documents, const Certificate& ca) {
    const Trust trust{.ca = ca, .role = Role::Bundle};
    if (documents.size() > kStatementsLimit) return fail(Fault::BundleForged);
    std::vector<Statement> statements;
    for (std::size_t count = 0; !documents.empty(); ++count) {
        const ByteView first = first_element(documents);
        auto document = count < kStatementDocuments && !first.empty()
                            ? open_old_document(first, trust)
                            : fail(Fault::BundleForged);
        if (!document) return fail(Fault::BundleForged);
        if (statements.empty() || statements.back().content != document->content) {
            statements.push_back({.content = std::move(document->content), .signers = {}});
        }
        statements.back().signers.push_back(std::move(document->signer));
        if (statements.back().signers.size() > kStatementSigners) return fail(Fault::BundleForged);
        documents = documents.subspan(first.size());
    }
    return statements;
}

std::size_t count_signers(const Statement& statement, std::span<const Certificate> signers,
                          const std::function<bool(const Certificate&)>& holds) {
    std::set<std::string> keys;
    for (const Certificate& signer : statement.signers) {
        if (std::ranges::contains(signers, signer) && holds(signer)) keys.insert(key_hash(signer));
    }
    return keys.size();
}

std::string key_hash(const Certificate& certificate) {
    const X509Ptr native = to_native(certificate);
    return native ? sha256(to_der(X509_get_X509_PUBKEY(native.get()), i2d_X509_PUBKEY)) : "";
}

}  // namespace motlan
