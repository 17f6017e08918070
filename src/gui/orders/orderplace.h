#pragma once

#include "core/billing/payment.h"
#include "core/sales/enterorder.h"
#include "core/sales/pickorder.h"
#include "gui/bind/question.h"
#include "gui/bind/suggest.h"
#include "gui/bind/table.h"
#include "gui/orders/orderview.h"
#include "gui/shell/place.h"

class QHBoxLayout;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTabWidget;

/// One order: typed in while it is a draft, then taken step by step to cash. A draft is stored with every line, so nothing typed is ever lost.
class OrderPlace : public Place {
    Q_OBJECT

public:
    OrderPlace(Desk &desk, Id<SalesOrder> order, Id<Party> customer = {}); ///< no order: a new one
    QString key() const override { return m_order ? QStringLiteral("order-%1").arg(m_order.value) : QString(); }
    void refresh() override;
    void enter() override;
    bool isDirty() const override; ///< a line is being typed
    bool save() override;
    void discard() override;
    Id<SalesOrder> order() const { return m_order; }

private:
    void makeActions();
    void makeHead();
    QWidget *makeCustomer();
    QWidget *makeTotals();
    void makeLines();
    void makeEntry();
    void makeTabs();
    void present(const OrderView &view);
    void showFacts(const OrderView &view);
    void showActions();
    bool isDraft() const { return !m_order || m_view.document.order.state == OrderState::Draft; }

    void takeCustomer(const QString &code);
    void hintAtProduct();
    void addLine();
    bool readEntry(NewLine &line);
    void clearEntry();
    int typedLine(int row) const;
    void editLine(int tableRow);
    void removeLine();
    void addShipping();
    void storeHead();
    bool store(const NewOrder &order);

    /// A step that needs nothing more: done, said, shown.
    template <class Command, class... Args> void step(const QString &done, Command command, const Args &...args)
    {
        notice().tell(desk().perform(command, m_order, args...), done);
    }
    void confirm();
    void ship();
    void invoice();
    void receiveMoney();
    void refund();
    void cancel();
    void takeBack();
    void hold();
    void changeAddress();
    Question *askForMoney(const QString &title, const QString &verb, Money suggested);
    Result<MoneyMove> moneyFrom(const Question &question) const;
    Result<Part> partFrom(const Question &question, const std::vector<int> &lines) const;

    Id<SalesOrder> m_order;
    OrderView m_view;
    NewOrder m_draft;      ///< as it was typed so far
    int m_editedLine = -1; ///< the line of the draft that the entry row changes; -1: a new one
    Suggest *m_customer, *m_sku;
    QLineEdit *m_reference, *m_note, *m_quantity, *m_price, *m_discount;
    QLabel *m_state, *m_facts, *m_hint, *m_net, *m_tax, *m_total, *m_paid;
    QWidget *m_entry;
    QPushButton *m_add;
    QTabWidget *m_tabs;
    QPlainTextEdit *m_message;
    TableModel<SalesLine> *m_lines;
    TableModel<OrderView::Paper> *m_papers;
    TableModel<OrderView::Entry> *m_entries;
    TableModel<OrderView::Event> *m_events;
    QTableView *m_table;
    QAction *m_confirm, *m_pick, *m_pack, *m_ship, *m_invoice, *m_pay, *m_refund, *m_cancel, *m_return, *m_hold, *m_release, *m_address, *m_shipping;
};
