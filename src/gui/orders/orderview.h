#pragma once

#include "channels/engine/exception.h"
#include "core/reports/journal.h"
#include "core/sales/salesorder.h"

/// Everything that the editor shows of an order, read in one go.
struct OrderView {
    OrderDocument document;
    Party customer;
    QString channel;
    struct Paper {
        QString kind;
        QString number;
        QDate day;
        Money amount;
        QString note;
    };
    std::vector<Paper> papers;
    struct Entry {
        QString number;
        QDate day;
        QString document;
        JournalLineView line;
    };
    std::vector<Entry> entries;
    struct Event {
        Instant at;
        QString actor;
        QString what;
        QString detail;
    };
    std::vector<Event> history;
    std::vector<SyncException> exceptions;
    QString message; ///< what the channel sent, as it came, indented
    Instant messageAt;
};
OrderView orderView(Tx &tx, Id<SalesOrder> id);
/// What an action of the audit is called on screen.
QString eventLabel(const QString &action);
