// When something is needed: and, or, not over the citizen's answers, the sources' values, age,
// sex and for whom it is. What is not known yet stays unknown; nothing is guessed.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/core/strong.h"
#include "kiosk/domain/for_whom.h"
#include "kiosk/domain/profile.h"

namespace motlan {

/// An item of one procedure, e.g. "copies".
using ItemId = Strong<struct ItemIdTag, std::string>;

struct Condition;

/// Every one of these, any of these, or not this one.
struct AllOf {
    std::vector<Condition> parts;
};
struct AnyOf {
    std::vector<Condition> parts;
};
struct NotOf {
    std::vector<Condition> part;  ///< exactly one
};
/// The value of an item that stands earlier is one of these.
struct ValueIs {
    ItemId item;
    std::vector<std::string> values;
};
/// The number that answers an earlier item lies between these, both included.
struct NumberIs {
    ItemId item;
    std::int64_t least = 0;
    std::int64_t most = 0;
};
/// Whole years lived on the day lie between these, both included.
struct AgeIs {
    int least = 0;
    int most = 0;
};
struct SexIs {
    Sex sex;
};
/// It is filed for one of these.
struct ActingIs {
    std::vector<ForWhom> whom;
    std::optional<bool> is_known;  ///< whether a source says who that is; empty: either
};

struct Condition {
    std::variant<AllOf, AnyOf, NotOf, ValueIs, NumberIs, AgeIs, SexIs, ActingIs> kind;
};

/// Three values: what is not known yet may still turn out either way (Kleene's logic).
enum class Truth : std::uint8_t { No, Yes, Unknown };

/// What a condition looks at.
struct Facts {
    std::map<ItemId, std::string> values;  ///< answers, and what sources hold
    std::set<ItemId> left_out;             ///< items that are not needed: they have no value
    std::optional<int> age;
    std::optional<Sex> sex;
    std::optional<Acting> acting;
};

[[nodiscard]] Truth evaluate(const Condition& condition, const Facts& facts);

/// Evaluates a condition that may be left out: without one, it holds.
[[nodiscard]] Truth evaluate(const std::optional<Condition>& condition, const Facts& facts);

/// The condition in words for an author: "purpose is school and (age is 0 to 13 or …)".
[[nodiscard]] std::string to_text(const Condition& condition);

/// The same condition, looking at items under their new names; others keep theirs.
[[nodiscard]] Condition renamed(Condition condition, const std::map<ItemId, ItemId>& names);

/// The items whose values a condition looks at.
[[nodiscard]] std::set<ItemId> items_of(const Condition& condition);

}  // namespace motlan
