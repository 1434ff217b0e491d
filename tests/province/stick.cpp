#include "tests/province/stick.h"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <format>

#include "kiosk/core/file.h"
#include "kiosk/core/json.h"
#include "tests/province/office.h"

namespace motlan::province {
namespace {

constexpr std::string_view kPrefix = "motlan-";

std::string digest_of(std::string_view body) {
    std::array<std::uint8_t, 32> hash{};
    EVP_Digest(body.data(), body.size(), hash.data(), nullptr, EVP_sha256(), nullptr);
    return std::format("sha-256=:{}:", to_base64(hash));
}

// Exactly one of the two labels is on the stick: the one that is to be sent.
Result<Bytes> label_in(const std::filesystem::path& folder) {
    return read_file(folder / "label.cms", kBodyLimit).or_else([&](Fault) {
        return read_file(folder / "label-unconfirmed.cms", kBodyLimit);
    });
}

std::string code_of(const Answer& answer) {
    const auto problem = parse_json(answer.body);
    const std::string code(problem ? problem->text_at("code") : std::string_view());
    return code.empty() ? std::format("HTTP {}", answer.status) : code;
}

/// A kiosk whose requests need no network.
class Visitor {
public:
    Visitor(Desk& desk, std::string kiosk) : desk_(desk), kiosk_(std::move(kiosk)) {}

    Answer ask(std::string method, std::string path,
               std::map<std::string, std::string, std::less<>> headers = {},
               std::string body = {}) {
        return desk_.answer({.method = std::move(method),
                             .path = std::move(path),
                             .kiosk = kiosk_,
                             .headers = std::move(headers),
                             .body = std::move(body)});
    }

    /// Brings a part from where it stands to its end.
    Answer send_part(const std::string& dossier, std::size_t number, std::string_view sealed) {
        Answer opened = ask("POST", std::format("/v1/dossiers/{}/parts/{}", dossier, number),
                            {{"upload-complete", "?0"}});
        if (opened.status != 200 && opened.status != 201) return opened;
        const std::string location = opened.headers.at("Location");
        Answer stored = opened;
        std::size_t offset = std::stoul(opened.headers.at("Upload-Offset"));
        while (stored.status < 300 && offset < sealed.size()) {
            const std::string_view piece = sealed.substr(offset, kBodyLimit);
            const bool is_last = offset + piece.size() == sealed.size();
            stored = ask("PATCH", location,
                         {{"content-type", "application/partial-upload"},
                          {"upload-offset", std::to_string(offset)},
                          {"upload-complete", is_last ? "?1" : "?0"},
                          {"content-digest", digest_of(piece)}},
                         std::string(piece));
            offset += piece.size();
        }
        return stored;
    }

private:
    Desk& desk_;
    std::string kiosk_;
};

// The code of the problem; empty when the receipt lies on the stick.
std::string take_in_one(Desk& desk, const std::filesystem::path& folder,
                        std::string_view authority) {
    const auto document = label_in(folder);
    const auto label =
        document.and_then([&](const Bytes& bytes) { return read_label(bytes, authority); });
    if (!label) return "PRV-05";
    Visitor visitor(desk, label->kiosk);
    const std::string path = "/v1/dossiers/" + label->dossier;
    Answer answer = visitor.ask("PUT", path, {{"content-type", "application/cms"}},
                                std::string(as_text(*document)));
    for (std::size_t n = 0; answer.status < 300 && n < label->parts.size(); ++n) {
        const auto sealed = read_file(folder / std::format("part-{:03}.cms", n),
                                      static_cast<std::size_t>(kPartLimit));
        if (!sealed) return "PRV-09";
        answer = visitor.send_part(label->dossier, n, as_text(*sealed));
    }
    if (answer.status < 300) answer = visitor.ask("POST", path + "/complete");
    if (answer.status != 200) return code_of(answer);
    return write_file(folder / "receipt.cms", as_bytes(answer.body)) ? "" : "PRV-16";
}

}  // namespace

Checked<std::vector<TakenIn>> take_in(Desk& desk, const std::filesystem::path& stick,
                                      std::string_view authority) {
    std::vector<TakenIn> taken;
    std::error_code trouble;
    for (std::filesystem::directory_iterator entry(stick, trouble), end; !trouble && entry != end;
         entry.increment(trouble)) {
        const std::string name = entry->path().filename().string();
        if (!name.starts_with(kPrefix) || name.contains('.')) continue;
        taken.push_back({name, take_in_one(desk, entry->path(), authority)});
    }
    if (trouble)
        return std::unexpected(Problem{.file = stick.string(), .reason = "cannot be read"});
    std::ranges::sort(taken, {}, &TakenIn::folder);
    return taken;
}

}  // namespace motlan::province
