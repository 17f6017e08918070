#pragma once

#include "channels/byhand/recognise.h"
#include "gui/bind/suggest.h"
#include "gui/bind/table.h"
#include "gui/shell/place.h"

class QComboBox;
class QJsonObject;
class QLabel;
class QListWidget;
class QPushButton;
class QTimer;

/// Enter a web order: site, number, buyer, lines typed, scanned or pasted, then what the site charged; compared with the site's total before anything
/// is stored. Return goes on from field to field, so that no mouse is needed. What is typed survives a crash.
class WebOrderPlace : public Place {
    Q_OBJECT

public:
    explicit WebOrderPlace(Desk &desk);
    ~WebOrderPlace() override;
    void refresh() override;
    void enter() override;
    bool isDirty() const override;
    bool save() override { return store(false); }
    void discard() override { clear(); }
    /// Puts what was recognised in a text into the fields and lines.
    void take(const channels::byhand::Recognised &found);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeActions();
    QWidget *makeHead();
    QWidget *makeSums();
    void makeLines();
    QWidget *makeEntry();
    QLineEdit *field(const char *name, const QString &label, int width = 0);
    void nextOf(QLineEdit *edit, QWidget *next);

    std::optional<Channel> site() const;
    void checkNumber();
    void takeBuyer(const QString &code);
    void hintAtProduct();
    void keepUnknown(const QString &words);
    QString takeScan();
    void addLine();
    void clearEntry();
    void editLine(int row);
    void removeLine();
    void paste();
    std::optional<channels::byhand::WebOrder> read();
    std::optional<Money> amountIn(QLineEdit *edit, bool &fine);
    void workOutNow();
    bool store(bool hold);
    void clear();
    void keepTyped();
    void forgetTyped();
    void resume();

    std::vector<Channel> m_sites;
    channels::byhand::WebOrder m_order; ///< lines and addresses; what stands in fields is read from them
    channels::byhand::Worked m_worked;
    channels::byhand::HandWork m_work;
    channels::byhand::WorkClock m_clock;
    int m_editedLine = -1;
    QString m_insisted;    ///< a SKU that is not known and was typed twice
    QString m_knownDouble; ///< the number that was found to be here already
    std::optional<Money> m_shownGap;
    QComboBox *m_site, *m_payment;
    QLineEdit *m_number, *m_email, *m_name, *m_quantity, *m_price, *m_shipping, *m_discount, *m_tax, *m_total;
    Suggest *m_buyer, *m_sku;
    QLabel *m_hint, *m_sum, *m_gap, *m_restTitle;
    TableModel<channels::byhand::FoundLine> *m_lines;
    QTableView *m_table;
    QListWidget *m_rest;
    QPushButton *m_add;
    QTimer *m_keep;
};
