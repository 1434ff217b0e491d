// Variants of very many kinds, made and destroyed in one file instead of anew in every file that
// has one: that would cost the compiler more than all the rest of it.
#pragma once

#include <array>
#include <cstddef>
#include <type_traits>
#include <utility>
#include <variant>

namespace motlan {

template <typename Kind, typename Kinds>
inline constexpr std::size_t kKindIndex = 0;

/// The place of `Kind` among the alternatives of a variant that has it.
template <typename Kind, typename... Kinds>
inline constexpr std::size_t kKindIndex<Kind, std::variant<Kinds...>> = [] {
    constexpr std::array kIs{std::is_same_v<Kind, Kinds>...};
    std::size_t index = 0;
    while (index < kIs.size() && !kIs[index]) ++index;
    return index;
}();

template <typename Kind, typename Kinds>
concept OneOf = kKindIndex<Kind, Kinds> < std::variant_size_v<Kinds>;

/// A variant with what is moved out of `kind`, which is the alternative of that index.
template <typename... Kinds>
[[nodiscard]] std::variant<Kinds...> moved_kind(std::type_identity<std::variant<Kinds...>>,
                                                std::size_t index, void* kind) {
    using All = std::variant<Kinds...>;
    constexpr auto kMakers = []<std::size_t... I>(std::index_sequence<I...>) {
        return std::array{+[](void* each) {
            return All(std::in_place_index<I>, std::move(*static_cast<Kinds*>(each)));
        }...};
    }(std::index_sequence_for<Kinds...>());
    return kMakers[index](kind);
}

}  // namespace motlan
