#pragma once

#include "channels/engine/buyers.h"
#include "gui/bind/notice.h"
#include "gui/bind/table.h"
#include "gui/shell/desk.h"

class QLabel;
class QPushButton;

/// On a customer's card: whether the customer may buy at all, and on which channels. Return approves on a channel, or withdraws.
class CustomerStanding : public QWidget {
    Q_OBJECT

public:
    CustomerStanding(Desk &desk, Notice &notice);
    void show(Id<Party> customer);

private:
    struct View {
        Party customer;
        Standing standing = Standing::Good;
        std::vector<Buyer> channels;
    };
    void present(const View &view);
    void changeStandingOf();
    void approveOrWithdraw();
    void showButton();

    Desk &m_desk;
    Notice &m_notice;
    View m_view;
    TableModel<Buyer> *m_channels;
    QTableView *m_table;
    QLabel *m_standing;
    QPushButton *m_change, *m_do;
};
