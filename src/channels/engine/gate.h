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
    /// Only these products are looked at: what is held back of others stays so.
    void lookOnlyAt(std::set<Id<Product>> products) { m_looked = std::move(products); }
    void distrust(const QString &why) { m_distrust = why; }
    /// Writes down what the guard holds back, forgets what has settled, and raises or settles the exception that shows it.
    Result<> keep(PushField field, const std::vector<Difference> &differences);

private:
    bool isAgreed(const Difference &difference) const;
    void holdBack(Tx &tx, const Difference &difference);
    void tell(Tx &tx, PushField field, const std::vector<const Difference *> &guarded);
    bool isLookedAt(Id<Product> product) const { return !m_looked || m_looked->contains(product); }
    int knownTo(Tx &tx, PushField field) const;

    Session &m_session;
    const Channel &m_channel;
    const PushScope &m_scope;
    OwnFields m_own;
    PushGuard m_guard;
    std::map<std::pair<Id<Product>, QString>, HeldField> m_held;
    QString m_distrust;
    std::optional<std::set<Id<Product>>> m_looked;
};

} // namespace channels
