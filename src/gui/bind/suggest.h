#pragma once

#include "gui/shell/desk.h"

#include <QLineEdit>

class QCompleter;
class QStandardItemModel;

/// A field that takes a code or a few letters and offers what fits while one types: customers, products. What fits is looked up in the background.
/// Return takes the row that is marked, or else the only one that fits.
class Suggest : public QLineEdit {
    Q_OBJECT

public:
    struct Offer {
        QString code; ///< what the field is filled with
        QString name; ///< what a person knows it by
    };
    /// What fits some letters, best first. An exact code or barcode comes alone.
    using Question = std::function<std::vector<Offer>(Tx &, const QString &words)>;

    Suggest(Desk &desk, Question question, QWidget *parent = nullptr);

    /// The code that stands in the field.
    QString code() const;
    void show(const Offer &offer);

signals:
    void taken(const QString &code);     ///< one was chosen, with Return or the mouse
    void notFound(const QString &words); ///< Return, and not exactly one fits
    void left(const QString &code);      ///< one was chosen, or the field was left

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void look();
    void offer(const std::vector<Offer> &offers);
    void take();
    void fill(const Offer &offer);

    Desk &m_desk;
    Question m_question;
    QCompleter *m_completer;
    QStandardItemModel *m_offers;
    int m_generation = 0;
};

/// Questions for the usual fields.
std::vector<Suggest::Offer> offerCustomers(Tx &tx, const QString &words);
std::vector<Suggest::Offer> offerProducts(Tx &tx, const QString &words);
