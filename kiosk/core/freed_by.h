// Frees what a C library allocated, for owners like std::unique_ptr<BIO, FreedBy<BIO_free_all>>.
#pragma once

namespace motlan {

/// Calls the library's own function to free a thing.
template <auto Free>
struct FreedBy {
    template <typename T>
    void operator()(T* thing) const {
        Free(thing);
    }
};

}  // namespace motlan
