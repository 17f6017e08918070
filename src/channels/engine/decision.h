#pragma once

#include "channels/engine/exception.h"

/// What a person decided about a cause: it resolved exceptions, and where it is a rule, it holds for what comes. It can be taken back.
struct Decision {
    Id<Decision> id;
    Id<Channel> channel;
    QString kind;
    QString subject;
    QString action;
    qint64 target = 0; ///< product, tax or customer
    Instant madeAt;
    QString actor;
    Instant takenBackAt; ///< zero: it stands
    QString takenBackBy;
};

template <> struct sql::TableOf<Decision> {
    static constexpr Table table{
        "channel_decision",
        Column{"id", &Decision::id},
        Column{"channel_id", &Decision::channel},
        Column{"kind", &Decision::kind},
        Column{"subject", &Decision::subject},
        Column{"action", &Decision::action},
        Column{"target_id", &Decision::target},
        Column{"made_at", &Decision::madeAt},
        Column{"actor", &Decision::actor},
        Column{"taken_back_at", &Decision::takenBackAt},
        Column{"taken_back_by", &Decision::takenBackBy},
    };
};

/// Writes a decision down, which stands from now on.
Id<Decision> keepDecision(Tx &tx, Id<Channel> channel, const QString &kind, const QString &subject, const QString &action, qint64 target);

/// Open exceptions with one cause: the same channel, kind and subject. One decision resolves them.
struct ExceptionGroup {
    Id<SyncException> first; ///< the oldest of them: what a decision names
    Id<Channel> channel;
    QString channelName;
    QString kind;
    QString subject;
    QString message; ///< of the oldest
    int count = 0;
    Instant oldest;
    std::vector<Money> waiting; ///< what their orders come to, by currency
};
std::vector<ExceptionGroup> exceptionGroups(Tx &tx); ///< the oldest cause first

/// What a decision did, or would do.
struct DecisionEffect {
    struct Touched {
        Id<SalesOrder> order;
        QString number;
        OrderState before = OrderState::Draft, after = OrderState::Draft;
        Money total;     ///< before
        Money totalThen; ///< after
    };
    int exceptions = 0;
    bool isRule = false; ///< holds for what comes, too
    std::vector<Touched> orders;
};
/// Carries a decision out and takes it all back again: what it would do. Refuses what resolveException() refuses.
Result<DecisionEffect> previewDecision(Session &session, Id<SyncException> exception, const Resolution &resolution);
Result<DecisionEffect> previewDecision(Session &session, Id<SyncException> exception, const Resolution &resolution,
                                       const channels::Connector &reader);

/// One line of the list of decisions.
struct DecisionRow {
    Decision decision;
    QString channel;
    QString target;   ///< SKU of the product, code of the tax or of the customer; empty where it has none
    int resolved = 0; ///< exceptions that it resolved
    bool isRule = false;
};
std::vector<DecisionRow> standingDecisions(Tx &tx); ///< that are not taken back, newest first

struct TakenBack {
    int reopened = 0;          ///< exceptions that wait for a decision again
    std::vector<QString> kept; ///< one sentence per order that had gone too far
};
/// Ends a decision: its rule is removed, and orders of which nothing is picked, shipped or invoiced wait again with their exception. Refuses:
/// "unknown_decision", taken back already ("taken_back").
Result<TakenBack> takeBackDecision(Tx &tx, Id<Decision> decision);
Result<TakenBack> takeBackDecision(Tx &tx, Id<Decision> decision, const channels::Connector &reader);
