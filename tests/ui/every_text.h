// Finds every text in a value, however deep it stands, so that a test can replace what people,
// cards, sources and the province have written without naming each place that may hold it.
#pragma once

#include <concepts>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "kiosk/core/personal.h"
#include "kiosk/domain/call.h"
#include "kiosk/domain/procedure.h"

namespace motlan::testing {

/// Stands for any member while members are counted.
struct AnyMember {
    template <typename T>
    operator T&() const&;
    template <typename T>
    operator T&&() const&&;
};

template <typename T, std::size_t... Index>
consteval bool takes(std::index_sequence<Index...> /*members*/) {
    return requires { T{(static_cast<void>(Index), AnyMember{})...}; };
}

/// How many members an aggregate has, up to twenty.
template <typename T, std::size_t Most = 20>
consteval std::size_t member_count() {
    if constexpr (takes<T>(std::make_index_sequence<Most>{})) {
        return Most;
    } else {
        return member_count<T, Most - 1>();
    }
}

template <typename T, typename Visit>
void each_text(T& value, const Visit& visit);

template <typename Visit>
struct TextsOf {
    const Visit& visit;

    void operator()(std::string& text) const { visit(text); }
    template <typename T>
    void operator()(Personal<T>& personal) const {
        T value = personal.reveal();
        each_text(value, visit);
        personal = Personal(std::move(value));
    }
    template <typename T>
    void operator()(std::optional<T>& value) const {
        if (value) each_text(*value, visit);
    }
    template <typename T>
    void operator()(std::vector<T>& values) const {
        if constexpr (std::is_class_v<T>)
            for (T& value : values) each_text(value, visit);
    }
    template <typename Key, typename T>
    void operator()(std::map<Key, T>& values) const {
        for (auto& [key, value] : values) each_text(value, visit);
    }
    template <typename... Kinds>
    void operator()(std::variant<Kinds...>& value) const {
        std::visit([this](auto& kind) { each_text(kind, visit); }, value);
    }
    /// What calls a kiosk by its name was judged when the answer was read.
    void operator()(WaitingKiosk& /*known*/) const {}
    /// The catalogue's own words are judged when it is loaded.
    void operator()(Procedure& /*ours*/) const {}
};

// A pack of members cannot be taken apart before C++26.
template <std::size_t Count, typename T>
auto few_members(T& value) {
    if constexpr (Count == 1) {
        auto& [a] = value;
        return std::tie(a);
    }
    if constexpr (Count == 2) {
        auto& [a, b] = value;
        return std::tie(a, b);
    }
    if constexpr (Count == 3) {
        auto& [a, b, c] = value;
        return std::tie(a, b, c);
    }
    if constexpr (Count == 4) {
        auto& [a, b, c, d] = value;
        return std::tie(a, b, c, d);
    }
    if constexpr (Count == 5) {
        auto& [a, b, c, d, e] = value;
        return std::tie(a, b, c, d, e);
    }
    if constexpr (Count == 6) {
        auto& [a, b, c, d, e, f] = value;
        return std::tie(a, b, c, d, e, f);
    }
}

template <std::size_t Count, typename T>
auto more_members(T& value) {
    if constexpr (Count == 7) {
        auto& [a, b, c, d, e, f, g] = value;
        return std::tie(a, b, c, d, e, f, g);
    }
    if constexpr (Count == 8) {
        auto& [a, b, c, d, e, f, g, h] = value;
        return std::tie(a, b, c, d, e, f, g, h);
    }
    if constexpr (Count == 9) {
        auto& [a, b, c, d, e, f, g, h, i] = value;
        return std::tie(a, b, c, d, e, f, g, h, i);
    }
    if constexpr (Count == 10) {
        auto& [a, b, c, d, e, f, g, h, i, j] = value;
        return std::tie(a, b, c, d, e, f, g, h, i, j);
    }
    if constexpr (Count == 11) {
        auto& [a, b, c, d, e, f, g, h, i, j, k] = value;
        return std::tie(a, b, c, d, e, f, g, h, i, j, k);
    }
    if constexpr (Count == 12) {
        auto& [a, b, c, d, e, f, g, h, i, j, k, l] = value;
        return std::tie(a, b, c, d, e, f, g, h, i, j, k, l);
    }
}

template <std::size_t Count, typename T>
auto many_members(T& value) {
    if constexpr (Count == 13) {
        auto& [a, b, c, d, e, f, g, h, i, j, k, l, m] = value;
        return std::tie(a, b, c, d, e, f, g, h, i, j, k, l, m);
    }
    if constexpr (Count == 14) {
        auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n] = value;
        return std::tie(a, b, c, d, e, f, g, h, i, j, k, l, m, n);
    }
    if constexpr (Count == 15) {
        auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o] = value;
        return std::tie(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o);
    }
    if constexpr (Count == 16) {
        auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p] = value;
        return std::tie(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p);
    }
    if constexpr (Count == 17) {
        auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q] = value;
        return std::tie(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q);
    }
    if constexpr (Count == 18) {
        auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r] = value;
        return std::tie(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r);
    }
}

/// The members of an aggregate.
template <typename T>
auto members_of(T& value) {
    constexpr std::size_t kCount = member_count<T>();
    static_assert(kCount > 0 && kCount <= 18);
    if constexpr (kCount <= 6) {
        return few_members<kCount>(value);
    } else if constexpr (kCount <= 12) {
        return more_members<kCount>(value);
    } else {
        return many_members<kCount>(value);
    }
}

template <typename T, typename Visit>
void each_text(T& value, const Visit& visit) {
    const TextsOf<Visit> texts{visit};
    if constexpr (std::invocable<const TextsOf<Visit>&, T&>) {
        texts(value);
    } else if constexpr (std::is_aggregate_v<T> && std::is_class_v<T> && !std::is_empty_v<T>) {
        std::apply([&](auto&... member) { (each_text(member, visit), ...); }, members_of(value));
    }
}

}  // namespace motlan::testing
