// Small documents and invented people for the tests of domain and flow.
#pragma once

#include <string>
#include <string_view>
#include <catch2/catch_test_macros.hpp>

#include "kiosk/core/toml.h"
#include "kiosk/domain/id_card_qr.h"
#include "kiosk/domain/procedure.h"

namespace motlan::examples {

/// The day on which the examples happen.
inline CivilDate today() { return CivilDate::make(2026, 11, 23).value(); }

inline constexpr std::string_view kSources = R"(
[[source]]
id = "dc"
name = { vi = "CSDL dân cư", en = "Population" }
publishes = [
    { concept = "person.full_name", act = "Nghị quyết 66.7/2025/NQ-CP", from = "2026-01-01", verified = true },
    { concept = "person.residence", act = "Nghị quyết 66.7/2025/NQ-CP", from = "2026-01-01", verified = true },
    { concept = "person.ethnicity", act = "Quyết định 9", from = "2027-01-01", verified = true },
]
[[source]]
id = "dd"
name = { vi = "CSDL đất đai", en = "Land" }
publishes = [
    { concept = "document.house_ownership", act = "Nghị định 154/2024/NĐ-CP", from = "2025-01-10", verified = true },
]
)";

inline SourceRegister sources(std::string_view text = kSources) {
    auto known = SourceRegister::parse(parse_toml(text, "sources.toml").value(), "sources.toml");
    if (!known) FAIL(to_text(known.error()));
    return *std::move(known);
}

/// What stands before the items of an example procedure.
inline constexpr std::string_view kHead = R"(code = "9.000001"
version = 1
name = { vi = "Thủ tục mẫu", en = "Example" }
short_name = { vi = "Mẫu", en = "Example" }
result = { vi = "Giấy", en = "Paper" }
time_limit = { vi = "1 ngày", en = "1 day" }
minutes = 3
basis = [{ document = "Luật mẫu", verified = true }]
fee = { dong = 0, basis = { document = "Thông tư mẫu", verified = true } }
)";

/// One [[item]] with everything but what its question or paper says.
inline std::string item(std::string_view id, std::string_view concept_id,
                        std::string_view more = "") {
    return "[[item]]\nid = \"" + std::string(id) + "\"\nconcept = \"" + std::string(concept_id) +
           "\"\nlabel = { vi = \"Nhãn\", en = \"Label\" }\nwhy = { vi = \"Vì\", en = \"Why\" }\n"
           "basis = { document = \"Luật mẫu\", verified = true }\n" +
           std::string(more) + "\n";
}

inline constexpr std::string_view kText =
    "question = { text = { vi = \"Gì?\", en = \"What?\" }, longest_text = 20 }";
/// A text that stands on the paper "paper" of the same procedure.
inline constexpr std::string_view kTextOnPaper =
    "question = { text = { vi = \"Gì?\", en = \"What?\" }, longest_text = 20, on_paper = { "
    "paper = \"paper\", shape = \"person_number\", after = [\"CCCD\"] } }";
inline constexpr std::string_view kChoice =
    "question = { text = { vi = \"Nào?\", en = \"Which?\" }, choices = ["
    "{ value = \"yes\", label = { vi = \"Có\", en = \"Yes\" } }, "
    "{ value = \"no\", label = { vi = \"Không\", en = \"No\" } }] }";
inline constexpr std::string_view kNumber =
    "question = { text = { vi = \"Mấy?\", en = \"How many?\" }, "
    "number = { least = 1, most = 9, usual = 2, unit = { vi = \"bản\", en = \"copies\" } } }";
inline constexpr std::string_view kPaper =
    "paper = { how = { vi = \"Đặt giấy.\", en = \"Lay it.\" }, most_pages = 2 }";
inline constexpr std::string_view kFallback = "\nfallback_law = \"Nghị định mẫu\"\n";

inline Checked<Procedure> read(const std::string& text, const SourceRegister& known = sources()) {
    const auto tree = parse_toml(text, "p.toml");
    if (!tree) return std::unexpected(tree.error());
    return parse_procedure(*tree, "p.toml", known, today());
}

/// A procedure of these items, which must load.
inline Procedure procedure(const std::string& items, const SourceRegister& known = sources()) {
    auto read_one = read(std::string(kHead) + items, known);
    if (!read_one) FAIL(to_text(read_one.error()));
    return *std::move(read_one);
}

inline constexpr std::string_view kCard =
    "040200000017||Nguyễn Văn Thử|15012000|Nam|Xóm 3, Cát Ngạn, Thanh Chương, Nghệ An|15012022";

inline Profile profile(std::string_view card = kCard) {
    auto read_one = parse_id_card_qr(as_bytes(card), today());
    REQUIRE(read_one.has_value());
    return read_one->profile;
}

}  // namespace motlan::examples
