#pragma once

#include "channels/practicestore/shop.h"

namespace channels::practicestore {

/// Keeps the shop on disk: one line of JSON per thing as it stands after each change, the last line of a thing counts. A line that a crash cut
/// off is left out at the next start, which also writes the file anew.
class StateFile {
public:
    explicit StateFile(QString path) : m_path(std::move(path)) {}
    ~StateFile();
    StateFile(const StateFile &) = delete;
    StateFile &operator=(const StateFile &) = delete;

    bool isThere() const;
    Result<> load(Shop &shop) const;    ///< products, orders and numbers; the rest stays as it is
    Result<> rewrite(const Shop &shop); ///< everything, in place of what was there, at once or not at all
    Result<> append(Shop &shop);        ///< what changed since; on disk when this returns

private:
    QString m_path;
    int m_file = -1;
};

} // namespace channels::practicestore
