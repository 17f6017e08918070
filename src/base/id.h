#pragma once

#include <QHashFunctions>
#include <compare>

/// The key of one row of T. Ids of different tables cannot be mixed up: there is no conversion between them,
/// nor to a bare number. Zero means "none" and is stored as NULL.
template <class T> struct Id {
    qint64 value = 0;

    explicit operator bool() const { return value != 0; }
    friend auto operator<=>(Id, Id) = default;
    friend size_t qHash(Id id, size_t seed = 0) { return ::qHash(id.value, seed); }
};
