#pragma once

#include "core/ledger/openitem.h"
#include "core/parties/partylist.h"
#include "core/sales/orderlist.h"
#include "gui/bind/fields.h"
#include "gui/bind/listplace.h"

class QLabel;

class CustomerListPlace : public ListPlace<Party> {
    Q_OBJECT

public:
    explicit CustomerListPlace(Desk &desk);

signals:
    void newCustomer();
};

/// One customer: who it is, where it lives, what it ordered and owes.
class CustomerPlace : public Place {
    Q_OBJECT

public:
    CustomerPlace(Desk &desk, Id<Party> customer); ///< none: a new one
    void refresh() override;
    void enter() override { m_first->setFocus(); }

private:
    struct Item {
        QString document;
        OpenItem item;
    };
    struct View {
        Party party;
        Address address;
        std::vector<OrderRow> orders;
        std::vector<Item> items;
        Money balance;
    };
    static View viewOf(Tx &tx, Id<Party> id);
    void save();

    Id<Party> m_customer;
    QFormLayout *m_form, *m_addressForm;
    Fields<Party> m_fields;
    Fields<Address> m_address;
    QLineEdit *m_first;
    QLabel *m_balance;
    TableModel<OrderRow> *m_orders;
    TableModel<Item> *m_items;
};
