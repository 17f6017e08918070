#pragma once

#include "core/ledger/openitem.h"
#include "core/parties/partylist.h"
#include "core/sales/orderlist.h"
#include "gui/bind/fields.h"
#include "gui/bind/listplace.h"
#include "gui/bind/question.h"
#include "gui/customers/customerstanding.h"
#include "gui/customers/samecustomers.h"
#include "gui/shell/editor.h"

class QLabel;

/// All customers, or all suppliers.
class PartyListPlace : public ListPlace<Party> {
    Q_OBJECT

public:
    PartyListPlace(Desk &desk, PartyKind kind);

signals:
    void newParty();
    void openParty(Id<Party> party);

private:
    static ListSource<Party> sourceOf(PartyKind kind);
};

/// One customer or supplier: who it is, where it lives, what was ordered and is owed.
class PartyPlace : public Editor {
    Q_OBJECT

public:
    PartyPlace(Desk &desk, PartyKind kind, Id<Party> party); ///< none: a new one
    void refresh() override;
    void enter() override { m_first->setFocus(); }
    bool save() override;
    Id<Party> party() const { return m_party; }

signals:
    void newOrderFor(Id<Party> party);

protected:
    void forgetTyped() override;

private:
    struct Item {
        QString document;
        OpenItem item;
    };
    struct View {
        Party party;
        std::vector<PartyAddress> addresses;
        std::vector<OrderRow> orders;
        std::vector<Item> items;
        Money balance;
    };
    static View viewOf(Tx &tx, Id<Party> id);
    void makeFields();
    void makeTabs();
    void present(const View &view);
    void addAddress();
    Address mainAddress() const;
    QString keptAs() const;
    bool isCustomer() const { return m_kind == PartyKind::Customer; }

    PartyKind m_kind;
    Id<Party> m_party;
    QFormLayout *m_form, *m_termsForm, *m_addressForm;
    Fields<Party> m_fields;
    Fields<Address> m_address;
    QLineEdit *m_first;
    QLabel *m_balance;
    View m_view;
    TableModel<OrderRow> *m_orders;
    TableModel<Item> *m_items;
    TableModel<PartyAddress> *m_addresses;
    SameCustomers *m_same = nullptr;
    CustomerStanding *m_standing = nullptr;
    QAction *m_newOrder, *m_addAddress;
};
