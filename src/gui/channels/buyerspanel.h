#pragma once

#include "channels/engine/buyers.h"
#include "gui/bind/table.h"
#include "gui/shell/desk.h"

#include <QWidget>

class Notice;
class QLabel;
class QPushButton;

/// Who may buy on one channel: to whom it is open, the customers that were approved, and those whose orders wait for it.
class BuyersPanel : public QWidget {
    Q_OBJECT

public:
    BuyersPanel(Desk &desk, Notice &notice);
    void show(const std::optional<Channel> &channel);

signals:
    void openCustomer(const QString &code);

private:
    void changeOpen();
    void approve();
    void withdraw();
    void showButtons();

    Desk &m_desk;
    Notice &m_notice;
    std::optional<Channel> m_channel;
    TableModel<Buyer> *m_buyers;
    QTableView *m_table;
    QLabel *m_open;
    QPushButton *m_change, *m_approve, *m_withdraw;
};

/// "May buy", "2 orders wait", "Not approved"
QString buyerText(const Buyer &buyer);
