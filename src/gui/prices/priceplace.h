#pragma once

#include "core/pricing/price.h"
#include "gui/bind/question.h"
#include "gui/bind/table.h"
#include "gui/shell/place.h"

class QComboBox;
class QLabel;
class QLineEdit;

/// Prices: lists and what stands in them, and what somebody would pay today, with the reason.
class PricePlace : public Place {
    Q_OBJECT

public:
    explicit PricePlace(Desk &desk);
    void refresh() override;
    void enter() override;

private:
    struct Row {
        Price price;
        QString sku, name, whose;
    };
    void showPrices();
    void answer();
    void setPrice();
    void addList();

    QComboBox *m_list;
    TableModel<Row> *m_rows;
    QLineEdit *m_sku, *m_customer, *m_quantity;
    QLabel *m_answer;
};
