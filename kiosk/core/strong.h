// Ids and codes that cannot be mixed up: using DossierId = Strong<struct DossierIdTag,
// std::string>.
#pragma once

#include <compare>
#include <cstddef>
#include <functional>
#include <utility>

namespace motlan {

/// A value of T that only compares with its own kind.
template <typename Tag, typename T>
class Strong {
public:
    Strong() = default;
    explicit Strong(T value) : value_(std::move(value)) {}

    [[nodiscard]] const T& value() const { return value_; }
    auto operator<=>(const Strong&) const = default;

private:
    T value_{};
};

}  // namespace motlan

template <typename Tag, typename T>
struct std::hash<motlan::Strong<Tag, T>> {
    std::size_t operator()(const motlan::Strong<Tag, T>& strong) const {
        return std::hash<T>{}(strong.value());
    }
};
