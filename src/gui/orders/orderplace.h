#pragma once

#include "core/sales/enterorder.h"
#include "core/sales/pickorder.h"
#include "gui/bind/question.h"
#include "gui/bind/table.h"
#include "gui/orders/orderview.h"
#include "gui/shell/place.h"

class QCompleter;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QTabWidget;

/// One order: typed in while it is a draft, then taken step by step to cash. A draft is stored with every line, so nothing typed is ever lost.
class OrderPlace : public Place {
    Q_OBJECT

public:
    OrderPlace(Desk &desk, Id<SalesOrder> order); ///< none: a new one
    void refresh() override;
    void enter() override;
    Id<SalesOrder> order() const { return m_order; }

private:
    void makeActions();
    void makeHead();
    void makeLines();
    void makeTabs();
    void show(const OrderView &view);
    void showActions();
    bool isDraft() const { return !m_order || m_view.document.order.state == OrderState::Draft; }

    void findCustomer();
    void lookUpProduct();
    void addLine();
    void removeLine();
    NewOrder typed() const;
    void store(const NewOrder &order);

    /// A step that needs nothing more: done, said, shown.
    template <class Command, class... Args> void step(const QString &done, Command command, const Args &...args)
    {
        const auto result = desk().perform(command, m_order, args...);
        notice().tell(result, done);
    }
    void ship();
    void invoice();
    void receivePaymentNow();
    void refund();
    void cancel();
    void takeBack();
    void hold();
    Result<Part> partFrom(const Question &question, const std::vector<int> &lines) const;

    Id<SalesOrder> m_order;
    OrderView m_view;
    Id<Party> m_customer;
    QLineEdit *m_customerEdit, *m_reference, *m_sku, *m_quantity, *m_price, *m_discount;
    QLabel *m_state, *m_facts, *m_totals, *m_hint;
    QWidget *m_entry;
    QTabWidget *m_tabs;
    QPlainTextEdit *m_message;
    TableModel<SalesLine> *m_lines;
    TableModel<OrderView::Paper> *m_papers;
    TableModel<OrderView::Entry> *m_entries;
    TableModel<OrderView::Event> *m_events;
    QTableView *m_table;
    QAction *m_confirm, *m_pick, *m_pack, *m_ship, *m_invoice, *m_pay, *m_refund, *m_cancel, *m_return, *m_hold, *m_release;
};
