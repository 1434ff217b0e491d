// Reading what was saved: its bytes come back from a disk.
#include <algorithm>
#include <utility>

#include "kiosk/core/digits.h"
#include "kiosk/core/fields.h"
#include "kiosk/core/json.h"
#include "kiosk/core/timestamp.h"
#include "kiosk/core/utf8.h"
#include "kiosk/domain/saved_work.h"

namespace motlan {
namespace {

constexpr std::size_t kLengthSize = 4;
constexpr std::size_t kMostEntries = 500;
constexpr std::size_t kMostPages = 200;
constexpr std::size_t kLongestText = 4000;
constexpr std::int64_t kMostCoding = 15;  // of PictureCoding; a packed page has one of imaging's
constexpr std::int64_t kLongestSide = std::int64_t{1} << 20U;
constexpr std::int64_t kMostDpi = 4800;
constexpr std::int64_t kMostEntered = 1000;
constexpr std::int64_t kMostWays = 8;

/// Reads the words; what is wrong is kept by `fields`, whose first problem refuses all.
struct WordReader {
    Fields& fields;
    ByteView blocks;  ///< what the pages have not taken yet
    std::size_t pages = 0;

    std::string bounded(const Tree& entry, std::string_view key) {
        const std::string* text = entry.text();
        const bool holds = text != nullptr && text->size() <= kLongestText && is_nfc(*text);
        if (!holds) fields.refuse(key, "a short text in NFC is needed here");
        return holds ? *text : std::string();
    }

    const Tree::Table& entries(std::string_view key) {
        static const Tree::Table kNone;
        const Tree* tree = fields.table(key);
        const bool holds =
            tree != nullptr && tree->table() != nullptr && tree->table()->size() <= kMostEntries;
        if (!holds) fields.refuse(key, "a table of so many entries is not ours");
        return holds ? *tree->table() : kNone;
    }

    std::map<ItemId, Personal<std::string>> said(const Tree::Table& table) {
        std::map<ItemId, Personal<std::string>> texts;
        for (const auto& [item, text] : table)
            texts.emplace(ItemId(item), Personal(bounded(text, item)));
        return texts;
    }

    Bytes block(Fields& page, std::string_view key) {
        const auto size = static_cast<std::size_t>(
            page.number(key, 0, static_cast<std::int64_t>(kSavedWorkLimit)));
        if (size > blocks.size()) return page.refuse(key, "its bytes are missing"), Bytes();
        const ByteView taken = blocks.first(size);
        blocks = blocks.subspan(size);
        return {taken.begin(), taken.end()};
    }

    void read_doubts(Fields& page, Page& into) {
        const std::string kept = page.maybe_text("kept").value_or("");
        const auto reason =
            std::ranges::find(kKeepReasons, kept, [](KeepReason each) { return name(each); });
        if (reason != kKeepReasons.end()) into.kept_because = *reason;
        if (!kept.empty() && !into.kept_because) page.refuse("kept", "this is no reason");
        for (const std::string& each : page.texts("doubts")) {
            const auto doubt = fault_of(each);
            if (!doubt) return page.refuse("doubts", "this is no fault");
            into.doubts.push_back(*doubt);
        }
        if (const auto first = page.maybe_text("as_first")) {
            into.as_first = fault_of(*first);
            if (!into.as_first) page.refuse("as_first", "this is no fault");
        }
    }

    SavedPage read_page(const Tree& entry, const std::string& path) {
        Fields words(entry, fields.file(), path);
        SavedPage saved;
        Page& page = saved.page;
        page.packed.coding = static_cast<PictureCoding>(words.number("coding", 0, kMostCoding));
        page.packed.width = static_cast<int>(words.number("width", 0, kLongestSide));
        page.packed.height = static_cast<int>(words.number("height", 0, kLongestSide));
        page.packed.dpi = static_cast<int>(words.number("dpi", 0, kMostDpi));
        page.turns = static_cast<int>(words.number("turns", 0, 3));
        page.is_accepted = !words.truth_or("open", false);
        page.packed.bytes = block(words, "packed");
        saved.preview = block(words, "preview");
        saved.text = block(words, "text");
        read_doubts(words, page);
        const Tree* answered = words.table("said");
        if (answered != nullptr && answered->table() != nullptr)
            page.said = said(*answered->table());
        if (auto problem = words.done()) fields.refuse(*std::move(problem));
        return saved;
    }

    SavedPapers papers() {
        SavedPapers papers;
        for (const auto& [item, list] : entries("papers")) {
            std::vector<SavedPage>& read = papers[ItemId(item)];
            const Tree::List none;
            for (const Tree& entry : list.list() != nullptr ? *list.list() : none) {
                if (++pages > kMostPages) return fields.refuse("papers", "too many"), papers;
                read.push_back(read_page(entry, "papers." + item));
            }
            if (read.empty()) fields.refuse("papers", "a paper has pages");
        }
        return papers;
    }

    Ways ways() {
        Ways wished;
        for (const auto& [alternative, way] : entries("ways")) {
            const std::int64_t* number = way.number();
            const bool holds = number != nullptr && *number >= 0 && *number < kMostWays;
            if (!holds) fields.refuse("ways", "this is no way");
            if (holds)
                wished.emplace(AlternativeId(alternative), static_cast<std::size_t>(*number));
        }
        return wished;
    }
};

HelpRecord read_help(const Tree& entry, Fields& above) {
    Fields fields(entry, above.file(), "helped");
    const std::string scope = fields.text("scope");
    const auto from = parse_timestamp(fields.text("from"));
    const auto to = parse_timestamp(fields.text("to"));
    const std::string staff = fields.text("staff");
    const bool holds = from && to && is_staff_number(staff) &&
                       (scope == name(HelpScope::Guide) || scope == name(HelpScope::Type));
    if (!holds) fields.refuse("staff", "this is no help of staff");
    HelpRecord help{.staff = StaffNumber(staff),
                    .scope = scope == name(HelpScope::Type) ? HelpScope::Type : HelpScope::Guide,
                    .from = from.value_or(WallTime()),
                    .to = to.value_or(WallTime()),
                    .entered = static_cast<int>(fields.number("entered", 0, kMostEntered)),
                    .confirmed = static_cast<int>(fields.number("confirmed", 0, kMostEntered))};
    if (auto problem = fields.done()) above.refuse(*std::move(problem));
    return help;
}

std::vector<HelpRecord> read_helped(Fields& fields) {
    std::vector<HelpRecord> helped;
    const Tree::List* list = fields.list("helped");
    if (list == nullptr || list->size() > kMostEntries) {
        fields.refuse("helped", "a list is needed here");
        return helped;
    }
    for (const Tree& entry : *list) helped.push_back(read_help(entry, fields));
    return helped;
}

SavedSubject read_subject(Fields& fields) {
    const auto whom = for_whom(fields.text("for"));
    const std::string number = fields.text("subject");
    const bool holds =
        whom && number.size() <= TaxCode::kMostDigits && (number.empty() || are_digits(number));
    if (!holds) fields.refuse("for", "this is nobody");
    return {whom.value_or(ForWhom::Self), Personal(number)};
}

std::size_t length_in(ByteView bytes) {
    std::size_t length = 0;
    for (const std::uint8_t byte : bytes.first(kLengthSize)) length = length * 256 + byte;
    return length;
}

}  // namespace

Result<SavedWork> parse_saved_work(ByteView bytes) {
    if (bytes.size() < kLengthSize || bytes.size() > kSavedWorkLimit)
        return fail(Fault::SavedDamaged);
    const std::size_t length = length_in(bytes);
    const ByteView rest = bytes.subspan(kLengthSize);
    if (length > kJsonLimit || length > rest.size()) return fail(Fault::SavedDamaged);
    const auto tree = parse_json(as_text(rest.first(length)));
    if (!tree) return fail(Fault::SavedDamaged);
    Fields fields(*tree, "saved");
    WordReader reader{fields, rest.subspan(length)};
    if (fields.text("type") != kSavedType ||
        fields.number("version", kSavedVersion, kSavedVersion) != kSavedVersion)
        return fail(Fault::SavedDamaged);
    SavedWork work;
    work.procedure = ProcedureCode(fields.text("procedure"));
    work.subject = read_subject(fields);
    work.answers = reader.said(reader.entries("answers"));
    work.drafts = reader.said(reader.entries("drafts"));
    work.wished = reader.ways();
    work.disputes = reader.said(reader.entries("disputes"));
    work.papers = reader.papers();
    work.helped = read_helped(fields);
    if (fields.done() || !reader.blocks.empty()) return fail(Fault::SavedDamaged);
    return work;
}

}  // namespace motlan
