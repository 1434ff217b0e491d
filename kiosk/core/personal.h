// What belongs to a citizen. It cannot be logged, printed or streamed; reading it takes an
// explicit reveal(), so every place that looks at a person's words can be found by name.
#pragma once

#include <concepts>
#include <utility>

namespace motlan {

/// A value that belongs to a citizen.
template <typename T>
class Personal {
public:
    Personal()
        requires std::default_initializable<T>
    = default;
    explicit Personal(T value) : value_(std::move(value)) {}

    /// The value itself. Use it to show, seal or compare, never to log.
    [[nodiscard]] const T& reveal() const { return value_; }
    bool operator==(const Personal&) const = default;

private:
    T value_{};
};

}  // namespace motlan
