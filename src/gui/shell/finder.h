#pragma once

#include "gui/shell/desk.h"

#include <QDialog>

class QLineEdit;
class QListWidget;

/// Ctrl+K: a few letters find a place, a command, an order, a customer or a product.
class Finder : public QDialog {
    Q_OBJECT

public:
    struct Entry {
        QString text;   ///< what is shown and searched
        QString detail; ///< a key, or what kind of thing it is
        std::function<void()> open;
    };
    Finder(Desk &desk, std::vector<Entry> fixed, QWidget *parent);

signals:
    void openOrder(const QString &number);
    void openProduct(const QString &sku);
    void openCustomer(const QString &code);

private:
    void search();
    void choose();

    Desk &m_desk;
    std::vector<Entry> m_fixed;
    std::vector<Entry> m_shown;
    QLineEdit *m_edit;
    QListWidget *m_list;
    int m_generation = 0;
};
