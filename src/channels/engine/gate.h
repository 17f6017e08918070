#pragma once

#include "channels/engine/guard.h"
#include "channels/engine/held.h"
#include "channels/engine/sync.h"

#include <map>

namespace channels {

/// What of a push is sent and what is held back: by a person, by the undoing of a push, by the guard.
class Gate {
public:
    Gate(Session &session, const Channel &channel, const PushScope &scope) : m_session(session), m_channel(channel), m_scope(scope) {}

    Result<> load();
    bool owns(PushField field) const { return m_own.has(field); }
    /// Marks what is held back of one field's differences.
    Result<> check(PushField field, std::vector<Difference> &differences, int known);
    /// New products are held back: the shop says that it has none of those that it had.
    void distrust(const QString &why) { m_distrust = why; }
    /// Writes down what the guard holds back, forgets what has settled, and raises or settles the exception that shows it.
    Result<> keep(PushField field, const std::vector<Difference> &differences);

private:
    bool isAgreed(const Difference &difference) const;
    void holdBack(Tx &tx, const Difference &difference);
    void tell(Tx &tx, PushField field, const std::vector<const Difference *> &guarded);

    Session &m_session;
    const Channel &m_channel;
    const PushScope &m_scope;
    OwnFields m_own;
    PushGuard m_guard;
    std::map<std::pair<Id<Product>, QString>, HeldField> m_held;
    QString m_distrust;
};

} // namespace channels
