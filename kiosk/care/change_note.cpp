#include "kiosk/care/change_note.h"

#include "kiosk/core/file.h"
#include "kiosk/core/json.h"
#include "kiosk/outbox/dossier_id.h"

namespace motlan {
namespace {

constexpr std::size_t kLimit = 4096;
constexpr std::string_view kType = "motlan-change";

std::filesystem::path file_beside(const std::filesystem::path& config) {
    return config.parent_path() / "change.made";
}

}  // namespace

Result<void> write_change_note(const std::filesystem::path& config, const ChangeNote& note) {
    Tree::Table words{{"by", note.by},
                      {"former", note.former},
                      {"text", note.text},
                      {"type", kType},
                      {"version", 1}};
    if (note.second) words.emplace("second", note.second->value());
    return write_file(file_beside(config), as_bytes(to_json(Tree(std::move(words)))),
                      Sharing::ReadByAll);
}

std::optional<ChangeNote> read_change_note(const std::filesystem::path& config) {
    const auto text = read_text(file_beside(config), kLimit, Links::Refused);
    const auto words = text ? parse_json(*text) : fail(text.error());
    if (!words || words->text_at("type") != kType || words->number_at("version") != 1)
        return std::nullopt;
    ChangeNote note{.by = std::string(words->text_at("by")),
                    .former = std::string(words->text_at("former")),
                    .text = std::string(words->text_at("text"))};
    if (!is_sha256(note.former) || !is_sha256(note.text)) return std::nullopt;
    const std::string_view second = words->text_at("second");
    if (is_staff_number(second)) note.second = StaffNumber(std::string(second));
    return note;
}

}  // namespace motlan
